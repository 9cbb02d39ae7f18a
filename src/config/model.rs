//! What a configuration says.

use super::suppress::Suppression;
use crate::render::{FollowUp, Order};
use crate::rules::{Lang, Param, Severity};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Which findings make the run fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailOn {
    /// Those of this severity and the graver ones; `None` for none.
    pub from: Option<Severity>,
    /// Those of these rules, whatever their severity.
    pub rules: BTreeSet<String>,
}

impl Default for FailOn {
    fn default() -> Self {
        Self::named(["error".to_owned()])
    }
}

impl FailOn {
    /// The names that are no rules.
    pub const NAMES: [&'static str; 4] = ["error", "warning", "note", "never"];

    /// What severities and rules ask for; what is no name of a severity is one of a rule.
    pub fn named(names: impl IntoIterator<Item = String>) -> Self {
        let mut out = Self {
            from: None,
            rules: BTreeSet::new(),
        };
        for name in names {
            match Severity::named(&name) {
                Some(severity) => {
                    let known = out.from.unwrap_or(severity);
                    out.from = Some(known.min(severity));
                }
                None if name == "never" => {}
                None => _ = out.rules.insert(name),
            }
        }
        out
    }

    /// The names of what it asks for.
    pub fn names(&self) -> Vec<&str> {
        let rules = self.rules.iter().map(String::as_str);
        let from = self.from.map(Severity::name);
        let names: Vec<&str> = from.into_iter().chain(rules).collect();
        if names.is_empty() {
            vec!["never"]
        } else {
            names
        }
    }
}

/// The most findings of each severity that a run may have and still pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// Errors.
    pub errors: Option<usize>,
    /// Warnings.
    pub warnings: Option<usize>,
    /// Notes.
    pub notes: Option<usize>,
}

/// A severity, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    Error,
    Warning,
    Note,
    Off,
}

impl Level {
    /// All of them.
    #[cfg(feature = "cli")]
    pub(crate) const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Note, Self::Off];

    /// The name.
    #[cfg(feature = "cli")]
    pub(crate) fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }

    /// The severity; `None` turns the rule off.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

/// A rule's severity as the file sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// `None` turns the rule off.
    pub severity: Option<Severity>,
    /// Where the rule is named in the file.
    pub span: Range<usize>,
}

/// A parameter's value as the file sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenParam {
    /// The pack.
    pub pack: String,
    /// The parameter's name.
    pub name: String,
    /// The value.
    pub value: Param,
    /// Where the pack is named in the file.
    pub pack_span: Range<usize>,
    /// Where the parameter is.
    pub span: Range<usize>,
}

/// A configuration file, checked.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Config {
    /// `fail-on`.
    pub fail_on: Option<FailOn>,
    /// Where it stands in the file.
    pub fail_on_span: Range<usize>,
    /// `lang`.
    pub lang: Option<Lang>,
    /// `notes`: whether notes are shown.
    pub notes: Option<bool>,
    /// `order`: the order of findings for people.
    pub order: Option<Order>,
    /// `reader`: the name of the PDF reader, which may not be compiled in.
    pub reader: Option<String>,
    /// `packs`: the packs that are used; empty to let the report choose.
    pub packs: Vec<String>,
    /// `rules`: rule files and folders that are added.
    pub rules: Vec<String>,
    /// `[tables]`: files that are given for tables of packs, by the tables' names.
    pub tables: BTreeMap<String, String>,
    /// `[params.PACK]`: values of parameters of packs.
    pub params: Vec<GivenParam>,
    /// `baseline`: the baseline's file.
    pub baseline: Option<String>,
    /// `[severity]`, by rule.
    pub severity: BTreeMap<String, Chosen>,
    /// `[thresholds]`.
    pub thresholds: Thresholds,
    /// `[follow-up]`.
    pub follow_up: FollowUp,
    /// `[[suppress]]`.
    pub suppressions: Vec<Suppression>,
}
