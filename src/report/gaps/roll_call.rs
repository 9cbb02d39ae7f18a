//! Who stands under a question, held against the roster.

use super::super::questions::Draft;
use super::super::respondent_id::RespondentId;
use super::super::roster::Roster;
use super::super::squashed::Squashed;
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
    nowhere: &BTreeSet<RespondentId<'_>>,
) -> Coverage {
    let mut seen: BTreeMap<RespondentId<'_>, u32> = BTreeMap::new();
    for (id, _) in draft.question.standing() {
        *seen.entry(id).or_default() += 1;
    }
    let mut short = false;
    for (id, times) in roster.all() {
        let found = seen.get(&id).copied().unwrap_or(0);
        if found > times {
            return Coverage::Over;
        }
        // A name that stands under no question at all was not lost on a page: it is misspelt in
        // the overview, or should not stand there.
        short |= found < times && !nowhere.contains(&id);
    }
    if short {
        Coverage::Short
    } else {
        Coverage::Full
    }
}

/// Those of the roster that stand under no question.
pub(super) fn nowhere<'r>(drafts: &[Draft], roster: &'r Roster) -> BTreeSet<RespondentId<'r>> {
    let standing = drafts.iter().flat_map(|draft| draft.question.standing());
    let seen: BTreeSet<RespondentId<'_>> = standing.map(|(id, _)| id).collect();
    roster.others(&seen).collect()
}

/// Whether of those that are missing under a question none stands in its text, not even in part.
pub(super) fn absent(draft: &Draft, roster: &Roster) -> bool {
    let standing = draft.question.standing();
    let seen: BTreeSet<RespondentId<'_>> = standing.map(|(id, _)| id).collect();
    let words = draft.words.to_lowercase();
    let mut missing = roster.others(&seen);
    missing.all(|id| !begins_in(id.name, &words))
}

/// Whether the first word of a name stands in a text that is in lower case and has no blanks.
fn begins_in(name: &str, words: &str) -> bool {
    let first = Squashed::of(name.split_whitespace().next().unwrap_or(""));
    words.contains(first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_a_text_however_it_is_set() {
        let words = Squashed::of("Tekst: Ja NORD–FRON KOMMUNE Finnvik skole");
        for name in [
            "Nord–Fron kommune",
            "Nord-Fron kommune",
            "NORD\u{2010}FRON kommune",
            "\u{fb01}nnvik skole",
        ] {
            assert!(begins_in(name, words.as_str()), "{name}");
        }
        assert!(!begins_in("Sør-Fron kommune", words.as_str()));
    }
}
