//! The report of the year before: who of this year's respondents is who there.

use super::eval::Stop;
use super::fuel::Fuel;
use super::node::{Node, NodeKind, World};
use crate::text::name_key;
use std::collections::HashMap;

/// The report of the year before, with what can be looked up in it.
pub(crate) struct Previous<'r> {
    /// The report.
    pub(crate) world: Box<World<'r>>,
    /// The positions of its questions of each key.
    pub(crate) keys: &'r HashMap<String, Vec<usize>>,
    /// Its respondents by their names, as names are compared.
    people: HashMap<String, Vec<usize>>,
}

impl<'r> Previous<'r> {
    /// Prepares the lookups.
    pub(crate) fn new(world: World<'r>, keys: &'r HashMap<String, Vec<usize>>) -> Self {
        let mut people: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, person) in world.report.respondents.iter().enumerate() {
            people
                .entry(name_key(&person.name))
                .or_default()
                .push(index);
        }
        Self {
            world: Box::new(world),
            keys,
            people,
        }
    }

    /// The respondent of a part of this year's report: of the same name and group, or the only one of
    /// the name where it went to another group.
    pub(crate) fn same(
        &self,
        now: &World<'_>,
        node: Node,
        fuel: &mut Fuel,
    ) -> Result<Option<Node>, Stop> {
        let Some((name, group)) = named(now, node) else {
            return Ok(None);
        };
        fuel.step(1 + name.len() as u64 / 8)?;
        let Some(found) = self.people.get(&name_key(name)) else {
            return Ok(None);
        };
        fuel.step(found.len() as u64)?;
        let respondents = &self.world.report.respondents;
        let same_group = |index: &&usize| {
            let person = respondents.get(**index);
            person.is_some_and(|person| person.group == group)
        };
        let index = match found.iter().find(same_group) {
            Some(index) => *index,
            None => match found.as_slice() {
                [one] => *one,
                _ => return Ok(None),
            },
        };
        Ok(Some(Node::top(NodeKind::Respondent, index)))
    }
}

/// The name and group of the respondent of a part of a report.
fn named<'r>(world: &World<'r>, node: Node) -> Option<(&'r str, &'r str)> {
    Some(match node.kind {
        NodeKind::Respondent => {
            let person = world.respondent(node)?;
            (person.name.as_str(), person.group.as_str())
        }
        NodeKind::NotStatedLine => {
            let line = world.not_stated_line(node)?;
            (line.name.value.as_str(), line.group.as_str())
        }
        _ => {
            let answer = world.answer(node)?;
            (answer.respondent.value.as_str(), answer.group.as_str())
        }
    })
}
