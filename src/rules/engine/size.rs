//! How many bytes what is found takes: it is paid for before it is kept.

use crate::i18n::Text;
use crate::rules::outcome::Enquiry;

/// How many bytes a text takes in all languages.
pub(super) fn bytes_of(text: &Text) -> usize {
    size_of::<Text>() + text.nb.len() + text.nn.len() + text.en.len()
}

/// How many bytes a question to a respondent takes.
pub(super) fn bytes_of_ask(ask: &Enquiry) -> usize {
    size_of::<Enquiry>() + ask.respondent.len() + 2 * ask.at.text.len() + bytes_of(&ask.question)
}
