//! Lines of which nothing was read: blackened, or of letters that the file does not tell.

use super::lines::Line;
use super::model::Question;
use super::respondent_id::RespondentId;
use super::roster::Roster;
use std::collections::BTreeSet;

/// Whether a line has letters, and none of them was read.
fn is_unread(line: &Line<'_>) -> bool {
    let text = line.text();
    text.contains(char::REPLACEMENT_CHARACTER) && !text.chars().any(char::is_alphanumeric)
}

/// Whether such lines stand among others.
pub(super) fn stand_among(lines: &[Line<'_>]) -> bool {
    lines.iter().any(is_unread)
}

/// Whether the name of someone who is not found under a question may be one that was not read: whose the
/// answer below it is, is not known then, and not how many they are.
pub(super) fn hides_a_name(question: &Question, lines: &[Line<'_>], roster: &Roster) -> bool {
    if !stand_among(lines) {
        return false;
    }
    let standing: BTreeSet<RespondentId<'_>> = question.standing().map(|(id, _)| id).collect();
    roster.others(&standing).next().is_some()
}
