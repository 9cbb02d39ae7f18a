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
mod headings;
mod redact;
mod second;
mod slim;
mod tables;

pub use compare::Comparison;
pub use coverage::Coverage;
pub use file::{
    Explained, FileReport, FileStatus, InputKind, PageText, RuleCounts, RuleInfo, Run, Summary,
};
pub use finding::{
    Answered, Ask, Certainty, Finding, Place, PointsAt, Related, Suppressed, SuppressedBy,
};
pub use redact::Redactor;

pub(crate) use crate::text::name_key;
pub(crate) use collect::{Source, checked, unreadable};
pub(crate) use compare::{Altered, Change, Limits, compare};
pub(crate) use file::{Amount, Contact, Redacted};
#[cfg(feature = "cli")]
pub(crate) use slim::Excerpts;
pub(crate) use tables::{Tables, Value};

// For the own tests, measurements and fuzzers; no promise.
#[doc(hidden)]
pub use {
    file::{Person, SecondReading},
    second::second_reading,
};
