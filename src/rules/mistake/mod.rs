//! Mistakes in rule files as values: worded last, in the language of whoever reads them.

mod advice;
mod term;
mod what;

pub(crate) use advice::Advice;
pub(crate) use term::Term;
pub(crate) use what::Mistake;
