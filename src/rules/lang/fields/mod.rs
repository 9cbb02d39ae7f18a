//! The fields of each part of the report: one table for the checker, the evaluator and the documentation.

mod answers;
mod field;
pub(super) mod kept;
mod overview;
mod questions;

use super::node::NodeKind;
pub(super) use answers::{content, content_bytes};
pub use field::Field;

/// The fields of a kind of part, in the order of the documentation.
pub fn fields(kind: NodeKind) -> &'static [Field] {
    match kind {
        NodeKind::Report => overview::REPORT,
        NodeKind::Filter => overview::FILTER,
        NodeKind::Category => overview::CATEGORY,
        NodeKind::Respondent => overview::RESPONDENT,
        NodeKind::Gap => overview::GAP,
        NodeKind::Unread => overview::UNREAD,
        NodeKind::Unchecked => overview::UNCHECKED,
        NodeKind::Question => questions::QUESTION,
        NodeKind::Statistics => questions::STATISTICS,
        NodeKind::Chart => questions::CHART,
        NodeKind::Bar => questions::BAR,
        NodeKind::OtherAnswers => questions::OTHER_ANSWERS,
        NodeKind::NotStated => questions::NOT_STATED,
        NodeKind::NotStatedLine => questions::NOT_STATED_LINE,
        NodeKind::Answer => answers::ANSWER,
        NodeKind::Choice => answers::CHOICE,
        NodeKind::Prose => answers::PROSE,
    }
}

/// What a kind of part is, in one line.
pub fn describe(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Report => "The whole report; the name `report` stands for it.",
        NodeKind::Filter => "A line of the front page's filter tree: `Kommune (8)`.",
        NodeKind::Category => {
            "A heading of the overview with its names: `Kommune - (Offentlig) 8 svar`."
        }
        NodeKind::Respondent => "Someone who answers, once for each name and group.",
        NodeKind::Question => "A question with everything that is printed under it.",
        NodeKind::Statistics => "The block `Heltall` of an integer question.",
        NodeKind::Chart => "A chart: bars, or the legend of a pie.",
        NodeKind::Bar => "A bar of a chart, or a line of a legend.",
        NodeKind::OtherAnswers => "The list `Andre svar` of a question.",
        NodeKind::Answer => "What one submission answers to one question.",
        NodeKind::Choice => "An option that was chosen.",
        NodeKind::Prose => "A free text that someone wrote: a text answer, an own text, a comment.",
        NodeKind::NotStated => "The list `Ikke angitt (7 Svar)` of a question.",
        NodeKind::NotStatedLine => "A line under `Ikke angitt`.",
        NodeKind::Gap => "A place where something of the report is missing or out of order.",
        NodeKind::Unread => "Something that should have been a value and could not be read.",
        NodeKind::Unchecked => "Figures of a question, or of a page, that were not checked.",
    }
}

/// The field of this name.
pub(crate) fn field(kind: NodeKind, name: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|f| f.name == name)
}
