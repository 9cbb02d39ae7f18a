//! What the rules found → findings, ordered and with fingerprints.
//!
//! A [`Finding`] carries all that an output format prints, so that no format looks into the report
//! again; a [`FileReport`] is one linted file, a [`Run`] all of them. Nothing in here knows how a
//! finding is printed, and nothing in here judges: severities are changed only as the user asks.

mod answered;
mod collect;
mod compare;
mod coverage;
mod file;
mod finding;
pub(crate) mod fingerprint;
mod redact;
mod second;
mod slim;
mod tables;

pub use crate::text::name_key;
pub use collect::{Source, checked, unreadable};
pub use compare::{Altered, Change, Comparison, Limits, compare};
pub use coverage::Coverage;
pub use file::{
    Amount, Contact, Explained, FileReport, FileStatus, InputKind, PageText, Person, Redacted,
    RuleCounts, RuleInfo, Run, SecondReading, Summary,
};
pub use finding::{Answered, Ask, Certainty, Finding, Place, Related, Suppressed, SuppressedBy};
pub use redact::Redactor;
pub use second::second_reading;
pub use slim::Excerpts;
pub use tables::{Table, Tables, Value};
