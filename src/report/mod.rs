//! Lines and cells → the report. Knows the exporter's layout and no survey.
//!
//! Parsing never fails and never guesses: [`parse`] gives a [`Report`] for any text, together with
//! what it could not read ([`Report::unread`]) and where pages are missing ([`Report::gaps`]).

mod model;

pub use model::*;

mod stub;
pub use stub::{ReadError, ReadOptions, read};
