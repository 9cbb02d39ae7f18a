//! What names wear under the questions and not in the overview: a colon, an arrow, a number, their group.

use super::super::front::Front;
use super::super::group::Group;
use super::super::lines::Line;
use super::super::outline::{Outline, Role};
use super::super::squashed::Squashed;
use super::unmarked;
use std::collections::{BTreeMap, BTreeSet};

/// A name that wears something does so under several questions.
const SEVERAL: usize = 2;

/// Marks that stand behind a name before what it says.
const BEHIND: [char; 8] = [':', '›', '»', '>', '→', '▸', '–', '-'];

/// A line as it stands under the questions, by group, and the name that it is.
pub(super) type Worn = BTreeMap<(Group, Squashed), String>;

/// Finds names of the overview in the lines under the titles, where each stands with something more.
pub(super) fn worn<'s, 'a: 's>(
    bodies: impl Iterator<Item = &'s [Line<'a>]>,
    outline: &Outline,
    front: &Front,
) -> Worn {
    let listed = &overview(front);
    let mut found: BTreeMap<(Group, Squashed), usize> = BTreeMap::new();
    let mut bare: BTreeSet<(Group, Squashed)> = BTreeSet::new();
    let mut names = Worn::new();
    for body in bodies {
        let mut group: Option<&Group> = None;
        let mut here: BTreeSet<(Group, Squashed)> = BTreeSet::new();
        for line in body {
            match outline.of(line) {
                Role::NotStated { .. } => break,
                Role::Category { group: heading, .. } => group = Some(heading),
                Role::Plain => {
                    let Some(group) = group else { continue };
                    let key = (group.clone(), Squashed::of_line(line));
                    if listed.contains_key(&key) {
                        bare.insert(key);
                    } else if let Some(name) = undressed(line.text(), group, listed) {
                        here.insert((group.clone(), Squashed::of(name)));
                        names.insert(key, name.to_owned());
                    }
                }
                _ => {}
            }
        }
        for key in here {
            *found.entry(key).or_default() += 1;
        }
    }
    names.retain(|(group, _), name| {
        let plain = (group.clone(), Squashed::of(name));
        // Who stands there as in the overview as well was named by somebody else.
        found.get(&plain).is_some_and(|times| *times >= SEVERAL) && !bare.contains(&plain)
    });
    names
}

/// The names of the overview, each on a line, by group.
fn overview(front: &Front) -> BTreeMap<(Group, Squashed), String> {
    let names = front.overview.iter().flat_map(|category| {
        let names = category.respondents.iter();
        names.map(|name| {
            let key = (category.group.clone(), Squashed::of(&name.value));
            (key, name.value.clone())
        })
    });
    names.collect()
}

/// The name of the overview that a line is, without what it wears.
fn undressed<'l>(
    text: &str,
    group: &Group,
    listed: &'l BTreeMap<(Group, Squashed), String>,
) -> Option<&'l str> {
    let known = |text: &str| {
        let name = listed.get(&(group.clone(), Squashed::of(text)))?;
        Some(name.as_str())
    };
    let text = text.trim();
    let marked = text.trim_end_matches(BEHIND);
    let grouped = text.trim_end_matches(')');
    let grouped = grouped.strip_suffix(group.as_str());
    let grouped = grouped.map(|name| name.trim_end_matches(['(', ' ', ',', '-', '–', '·']));
    known(marked)
        .or_else(|| known(unmarked(text)?))
        .or_else(|| known(grouped?))
}
