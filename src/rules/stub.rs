//! Stands in for the rule engine until it is merged: loads nothing and finds nothing.

use super::{Outcome, Severity};
use crate::report::Report;
use std::collections::BTreeMap;

/// A rule file's name and text.
#[derive(Clone, Debug)]
pub struct RuleSource {
    /// The name that errors show.
    pub name: String,
    /// The TOML.
    pub text: String,
}

/// Checked rules.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {}

/// Why a rule file could not be loaded.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
#[error("broken rule")]
pub struct RuleError {}

/// Which packs run.
#[derive(Clone, Debug, Default)]
pub enum PackChoice {
    /// Those that say they are for the report.
    #[default]
    Auto,
    /// Those that the user names.
    Forced(Vec<String>),
}

/// What a run of the rules may be asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which packs run.
    pub packs: PackChoice,
    /// The user's own severities; `None` turns a rule off.
    pub severities: BTreeMap<String, Option<Severity>>,
}

/// The rule files that the binary carries.
pub fn builtin_sources() -> Vec<RuleSource> {
    Vec::new()
}

/// Checks rule files.
pub fn load(_sources: &[RuleSource]) -> Result<RuleSet, RuleError> {
    Ok(RuleSet {})
}

/// Evaluates rules over a report.
pub fn run(_rules: &RuleSet, _report: &Report, _options: &Options) -> Outcome {
    Outcome::default()
}
