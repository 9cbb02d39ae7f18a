//! The report together with what can be looked up in it.

use super::fuel::Fuel;
use super::known::{Known, prose_of};
use super::marks::MarkMap;
use super::node::{Node, NodeKind};
use super::spelling::Spelling;
use super::stop::Stop;
use super::value::Print;
use super::words::Mark;
use crate::report::{
    Answer, Bar, Chart, Choice, Filter, Gap, NotStatedLine, OverviewCategory, Question, Report,
    Respondent, RespondentId, Statistics, Unread,
};
use crate::rules::unchecked::Unchecked;
use crate::text::name_key;
use std::cell::OnceCell;
use std::collections::HashMap;

/// The report together with what can be looked up in it.
pub(crate) struct World<'r> {
    /// The report.
    pub(crate) report: &'r Report,
    /// What the packs say about each question, by its position.
    pub(crate) known: &'r [Known],
    /// What the other rules left unchecked; empty before they ran.
    pub(crate) unchecked: &'r [Unchecked],
    /// The report of the year before.
    pub(crate) previous: Option<Previous<'r>>,
    /// The respondents by the marks of their names and groups.
    people: MarkMap<Vec<Node>>,
    answers_of: Vec<Vec<Node>>,
    not_stated_of: Vec<Vec<Node>>,
    /// Gathered when a rule first asks.
    spelling: OnceCell<Spelling>,
}

impl<'r> World<'r> {
    /// Prepares the lookups.
    pub(crate) fn new(report: &'r Report, known: &'r [Known], unchecked: &'r [Unchecked]) -> Self {
        let mut people: MarkMap<Vec<Node>> = MarkMap::default();
        for (index, person) in report.respondents.iter().enumerate() {
            let node = Node::top(NodeKind::Respondent, index);
            people.entry(mark_of(person.id())).or_default().push(node);
        }
        let mut world = Self {
            report,
            known,
            unchecked,
            previous: None,
            people,
            answers_of: vec![Vec::new(); report.respondents.len()],
            not_stated_of: vec![Vec::new(); report.respondents.len()],
            spelling: OnceCell::new(),
        };
        for (q, question) in report.questions.iter().enumerate() {
            let parent = Node::top(NodeKind::Question, q);
            for (i, answer) in question.answers.iter().enumerate() {
                let person = world.person(answer.id());
                if let Some(list) = person.and_then(|p| world.answers_of.get_mut(p.index())) {
                    list.push(parent.child(NodeKind::Answer, i));
                }
            }
            let lines = question.not_stated.iter().flat_map(|n| &n.respondents);
            for (i, line) in lines.enumerate() {
                let person = world.person(line.id());
                if let Some(list) = person.and_then(|p| world.not_stated_of.get_mut(p.index())) {
                    list.push(parent.child(NodeKind::NotStatedLine, i));
                }
            }
        }
        world
    }

    /// The words of the report's texts.
    pub(crate) fn spelling(&self) -> &Spelling {
        self.spelling
            .get_or_init(|| Spelling::of(self.report, self.known))
    }

    /// Whether a part belongs to a question that asks for a person.
    pub(crate) fn names_persons(&self, node: Node) -> bool {
        let known = self.known.get(node.part(0));
        known.is_some_and(|known| !known.role.is_empty())
    }

    /// How many answers the report has.
    pub(crate) fn answers(&self) -> usize {
        let answers = self.report.questions.iter().map(|q| q.answers.len());
        answers.fold(0, usize::saturating_add)
    }

    /// The respondent that is meant.
    pub(crate) fn person(&self, id: RespondentId<'_>) -> Option<Node> {
        let found = self.people.get(&mark_of(id))?.iter().copied();
        let is = |node: &Node| {
            self.respondent(*node)
                .is_some_and(|person| person.id() == id)
        };
        found.clone().find(is)
    }

    /// The answers of a respondent, in the order of the questions.
    pub(crate) fn answers_of(&self, node: Node) -> &[Node] {
        self.answers_of.get(node.part(0)).map_or(&[], Vec::as_slice)
    }

    /// The lines under `Ikke angitt` of a respondent, in the order of the questions.
    pub(crate) fn not_stated_of(&self, node: Node) -> &[Node] {
        self.not_stated_of
            .get(node.part(0))
            .map_or(&[], Vec::as_slice)
    }

    /// What the packs say about the question in which a node lies.
    pub(crate) fn known(&self, node: Node) -> Option<&'r Known> {
        self.known.get(node.part(0))
    }

    pub(crate) fn filter(&self, node: Node) -> Option<&'r Filter> {
        self.report.filters.get(node.part(0))
    }

    pub(crate) fn category(&self, node: Node) -> Option<&'r OverviewCategory> {
        self.report.overview.get(node.part(0))
    }

    pub(crate) fn respondent(&self, node: Node) -> Option<&'r Respondent> {
        self.report.respondents.get(node.part(0))
    }

    pub(crate) fn question(&self, node: Node) -> Option<&'r Question> {
        self.report.questions.get(node.part(0))
    }

    pub(crate) fn statistics(&self, node: Node) -> Option<&'r Statistics> {
        self.question(node)?.stats.as_ref()
    }

    pub(crate) fn chart(&self, node: Node) -> Option<&'r Chart> {
        self.question(node)?.charts.get(node.part(1))
    }

    pub(crate) fn bar(&self, node: Node) -> Option<&'r Bar> {
        self.chart(node)?.bars.get(node.part(2))
    }

    pub(crate) fn answer(&self, node: Node) -> Option<&'r Answer> {
        self.question(node)?.answers.get(node.part(1))
    }

    /// Whether the answer that a part is, or lies in, was read with certainty.
    pub(crate) fn is_certain(&self, node: Node) -> bool {
        self.answer(node).is_none_or(|answer| answer.certain)
    }

    pub(crate) fn choice(&self, node: Node) -> Option<&'r Choice> {
        self.answer(node)?.choices.get(node.part(2))
    }

    pub(crate) fn not_stated_line(&self, node: Node) -> Option<&'r NotStatedLine> {
        let list = self.question(node)?.not_stated.as_ref()?;
        list.respondents.get(node.part(1))
    }

    pub(crate) fn gap(&self, node: Node) -> Option<&'r Gap> {
        self.report.gaps.get(node.part(0))
    }

    pub(crate) fn unread(&self, node: Node) -> Option<&'r Unread> {
        self.report.unread.get(node.part(0))
    }

    pub(crate) fn unchecked(&self, node: Node) -> Option<&'r Unchecked> {
        self.unchecked.get(node.part(0))
    }

    /// The free text that a [`NodeKind::Prose`] node names.
    pub(crate) fn prose(&self, node: Node) -> Option<Print<'r>> {
        let answer = self.answer(node)?;
        let texts = prose_of(answer);
        let place = texts.get(node.part(2))?;
        place.map(Print::Text)
    }
}

fn mark_of(id: RespondentId<'_>) -> u64 {
    let mut mark = Mark::new();
    mark.bytes(id.name.as_bytes());
    mark.byte(0);
    mark.bytes(id.group.as_str().as_bytes());
    mark.finish()
}

/// The report of the year before, with what can be looked up in it.
pub(crate) struct Previous<'r> {
    /// The report.
    pub(crate) world: Box<World<'r>>,
    /// The positions of its questions of each key.
    pub(crate) keys: &'r HashMap<String, Vec<usize>>,
    /// Its respondents by their names, as names are compared.
    people: HashMap<String, Vec<Node>>,
}

impl<'r> Previous<'r> {
    /// Prepares the lookups.
    pub(crate) fn new(world: World<'r>, keys: &'r HashMap<String, Vec<usize>>) -> Self {
        let mut people: HashMap<String, Vec<Node>> = HashMap::new();
        for (index, person) in world.report.respondents.iter().enumerate() {
            people
                .entry(name_key(&person.name))
                .or_default()
                .push(Node::top(NodeKind::Respondent, index));
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
        let Some(id) = named(now, node) else {
            return Ok(None);
        };
        fuel.step(1 + id.name.len() as u64 / 8)?;
        let Some(found) = self.people.get(&name_key(id.name)) else {
            return Ok(None);
        };
        fuel.step(found.len() as u64)?;
        let same_group = |node: &&Node| {
            let person = self.world.respondent(**node);
            person.is_some_and(|person| person.group == *id.group)
        };
        Ok(match (found.iter().find(same_group), found.as_slice()) {
            (Some(node), _) => Some(*node),
            (None, [one]) => Some(*one),
            _ => None,
        })
    }
}

/// The respondent of a part of a report.
fn named<'r>(world: &World<'r>, node: Node) -> Option<RespondentId<'r>> {
    Some(match node.kind {
        NodeKind::Respondent => world.respondent(node)?.id(),
        NodeKind::NotStatedLine => world.not_stated_line(node)?.id(),
        _ => world.answer(node)?.id(),
    })
}
