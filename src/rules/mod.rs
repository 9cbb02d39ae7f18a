//! TOML → checked rules; evaluates them over the report. Knows no layout.
//!
//! [`load()`] checks rule files (the built-in ones are [`builtin_sources`]) and tells every mistake at
//! once; [`run`] evaluates the rules over a report. Nothing in here does I/O: rule files come as
//! texts.

#[cfg(feature = "cli")]
mod authoring;
mod bases;
mod builtin;
mod engine;
mod lang;
mod load;
mod mistake;
mod outcome;
#[cfg(feature = "cli")]
mod reference;
mod unchecked;
pub(crate) mod workbook;

#[cfg(test)]
mod tests;

pub use crate::i18n::{Lang, Severity, Text};
pub use builtin::{builtin_sources, builtin_sources_without_cases};
pub use engine::{Options, PackChoice};
pub use load::{
    Given, Param, ParamKind, RuleError, RuleSet, RuleSource, builtin, files_named, load, load_with,
};
pub use outcome::{Bound, Datum, NotEvaluable, QuestionNotFound, RuleStatus, Status};

#[cfg(feature = "cli")]
pub(crate) use authoring::{
    Amendment, Misfit, misfits, mutate_recomputed, plain_toml, starting_pack, suggestions,
};
pub(crate) use builtin::is_builtin;
#[cfg(feature = "cli")]
pub(crate) use engine::{Came, Judgement, Wanted, profile, trace};
#[cfg(feature = "cli")]
pub(crate) use load::GivenFile;
pub(crate) use load::Rule;
pub(crate) use mistake::words_of_toml;
#[cfg(test)]
pub(crate) use outcome::Label;
pub(crate) use outcome::{Enquiry, Hidden, Hit, Outcome};
pub(crate) use unchecked::UncheckedReason;

// For the own tests, measurements and fuzzers; no promise.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use {
    authoring::{
        CaseResult, Change, Noticed, Reason, Verdict, mutate, rule_page, rules_table, schema,
        test_cases,
    },
    reference::reference,
};
#[doc(hidden)]
pub use {engine::run, load::Case};
