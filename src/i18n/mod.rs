//! The three languages the user is spoken to in: texts, numbers, nouns, severities.
//!
//! The leftmost room: it imports nothing of the crate, so that every other room can speak.

mod lang;
mod noun;
mod number;
mod severity;
mod text;

pub use lang::{Lang, pick};
pub use noun::{FILES, Noun, PAGES, PLACES};
pub use number::{date, decimal, whole};
pub use severity::Severity;
pub use text::Text;
