//! What packs say about questions, and the places for free text in an answer.

use crate::report::Answer;

/// What the packs say about one question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The packs' names for it.
    pub(crate) keys: Vec<String>,
    /// `contact`, `phone` or empty.
    pub(crate) role: String,
    /// Whether everyone has to answer it.
    pub(crate) required: bool,
}

/// What rules call the places for free text in an answer, in the order of [`prose_of`].
pub(crate) const PROSE_NAMES: [&str; 3] = ["text", "own_text", "comment"];

/// The places for free text in an answer: the whole text, the own text, the comment.
pub(crate) fn prose_of(answer: &Answer) -> [Option<&crate::text::Printed<String>>; 3] {
    [
        answer.text.as_deref(),
        answer.own_text.as_deref(),
        answer.comment.as_deref(),
    ]
}
