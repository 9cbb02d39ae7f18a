//! The three languages the user is spoken to in: texts, numbers, and all messages of the program.
//!
//! The leftmost room: it imports nothing of the crate, so that every other room can speak. What can
//! be said stands in `catalogue`, as a trait with a method for each message; `nb`, `nn` and `en` say
//! it, and one that lacks a message does not compile. `lang.app().nothing_named()` is said in the
//! language of `lang`.

mod catalogue;
mod en;
mod harmless;
mod lang;
mod months;
mod nb;
mod nn;
mod number;
mod severity;
mod speak;
mod text;

pub use lang::Lang;
pub use severity::Severity;
pub use text::Text;

pub(crate) use catalogue::*;
#[cfg(feature = "cli")]
pub(crate) use harmless::harmless;
pub(crate) use harmless::steers;
pub(crate) use months::MONTHS;
pub(crate) use number::{date, decimal, tenths, whole};

/// What agrees with a count: the form for one, or that for several.
fn agree(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
