//! Answers whose question's title is not there, though no page is missing: what they say of the question
//! above.

use super::super::against;
use super::super::lines::Line;
use super::super::questions::Draft;
use super::super::respondent_id::RespondentId;
use super::super::roster::Roster;
use super::super::{Gap, GapKind};
use super::roll_call::{Coverage, coverage};
use std::collections::BTreeSet;

/// Answers without a title where no page is missing: neither they are judged, nor the question above,
/// whose last answer goes on as far as nobody knows.
pub(super) fn untitled(drafts: &mut [Draft], all: &[Line<'_>], gaps: &mut Vec<(usize, Gap)>) {
    for number in 1..drafts.len() {
        let Some([above, draft]) = drafts.get_mut(number - 1..=number) else {
            continue;
        };
        let Some(first) = all.get(draft.extent.first).filter(|_| draft.untitled) else {
            continue;
        };
        let questions = if above.question.title.value.is_empty() {
            vec![number]
        } else {
            vec![number - 1, number]
        };
        above.question.complete = false;
        draft.question.complete = false;
        draft.question.answers.iter_mut().for_each(against::doubt);
        doubt_last(above);
        gaps.push((
            draft.first_page,
            Gap {
                kind: GapKind::Untitled,
                at: first.printed(),
                after_page: first.page.number,
                missing: None,
                pages: first.page.number.to_string(),
                questions,
            },
        ));
    }
}

/// What a question lacks below which stand answers without a title: it may be the end of its last answer
/// as well, and whoever answered after that.
pub(super) fn doubt_end(draft: &mut Draft, roster: &Roster, nowhere: &BTreeSet<RespondentId<'_>>) {
    if coverage(draft, roster, nowhere) == Coverage::Short {
        draft.question.complete = false;
    }
    doubt_last(draft);
}

fn doubt_last(draft: &mut Draft) {
    if let Some(last) = draft.question.answers.last_mut() {
        against::doubt(last);
    }
}

/// Where no page is missing either, answers to another question hold back those that they stand under.
/// That they could not be read is told by itself.
pub(super) fn hold_foreign(drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|one| one.foreign_from.is_some()) {
        draft.question.complete = false;
    }
}
