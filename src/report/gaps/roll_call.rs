//! Who stands under a question, held against the roster.

use super::super::questions::Draft;
use super::super::roster::Roster;
use std::collections::{BTreeMap, BTreeSet};

/// How the respondents of a question compare with the roster.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Coverage {
    /// Everyone is there, once for each submission.
    Full,
    /// Some are missing, none is there too often.
    Short,
    /// Some are there too often.
    Over,
}

pub(super) fn coverage(
    draft: &Draft,
    roster: &Roster,
    nowhere: &BTreeSet<(String, String)>,
) -> Coverage {
    let mut seen: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    let answers = draft
        .question
        .answers
        .iter()
        .map(|answer| (answer.group.as_str(), answer.respondent.value.as_str()));
    let silent = draft
        .question
        .not_stated
        .iter()
        .flat_map(|list| &list.respondents)
        .map(|line| (line.group.as_str(), line.name.value.as_str()));
    for key in answers.chain(silent) {
        *seen.entry(key).or_default() += 1;
    }
    let mut short = false;
    for (group, names) in &roster.names {
        for (name, times) in names {
            let found = seen
                .get(&(group.as_str(), name.as_str()))
                .copied()
                .unwrap_or(0);
            if found > *times {
                return Coverage::Over;
            }
            // A name that stands under no question at all was not lost on a page: it is misspelt in
            // the overview, or should not stand there.
            short |= found < *times && !nowhere.contains(&(group.clone(), name.clone()));
        }
    }
    if short {
        Coverage::Short
    } else {
        Coverage::Full
    }
}

/// The names (group, name) of the roster that stand under no question.
pub(super) fn nowhere(drafts: &[Draft], roster: &Roster) -> BTreeSet<(String, String)> {
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for draft in drafts {
        let question = &draft.question;
        let answers = question.answers.iter();
        seen.extend(
            answers.map(|answer| (answer.group.as_str(), answer.respondent.value.as_str())),
        );
        let silent = question
            .not_stated
            .iter()
            .flat_map(|list| &list.respondents);
        seen.extend(silent.map(|line| (line.group.as_str(), line.name.value.as_str())));
    }
    let mut nowhere = BTreeSet::new();
    for (group, names) in &roster.names {
        for name in names.keys() {
            if !seen.contains(&(group.as_str(), name.as_str())) {
                nowhere.insert((group.clone(), name.clone()));
            }
        }
    }
    nowhere
}

/// Whether of those that are missing under a question none stands in its text, not even in part.
pub(super) fn absent(draft: &Draft, roster: &Roster) -> bool {
    let question = &draft.question;
    let answers = question.answers.iter();
    let mut seen: BTreeSet<(&str, &str)> = answers
        .map(|answer| (answer.group.as_str(), answer.respondent.value.as_str()))
        .collect();
    let silent = question
        .not_stated
        .iter()
        .flat_map(|list| &list.respondents);
    seen.extend(silent.map(|line| (line.group.as_str(), line.name.value.as_str())));
    let missing = roster.names.iter().flat_map(|(group, names)| {
        let missing = names
            .keys()
            .filter(|name| !seen.contains(&(group.as_str(), name.as_str())));
        missing.collect::<Vec<_>>()
    });
    let mut found = missing.filter(|name| {
        let first = name.split_whitespace().next().unwrap_or("");
        draft.words.contains(first)
    });
    found.next().is_none()
}
