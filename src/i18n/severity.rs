//! How grave a finding is, and what people and programs call it.

use super::{Lang, Noun};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Shown on request.
    Note,
    /// An adviser asks the respondent.
    Warning,
    /// The report contradicts itself, whatever the respondent meant.
    Error,
}

const ERRORS: Noun = Noun::new(["feil", "feil", "error"], ["feil", "feil", "errors"]);
const WARNINGS: Noun = Noun::new(
    ["advarsel", "åtvaring", "warning"],
    ["advarsler", "åtvaringar", "warnings"],
);
const NOTES: Noun = Noun::new(
    ["merknad", "merknad", "note"],
    ["merknader", "merknader", "notes"],
);

impl Severity {
    /// `error`, `warning` or `note`: in rule files, configurations and what programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The noun that people are told: `advarsel`.
    pub fn noun(self) -> Noun {
        match self {
            Self::Error => ERRORS,
            Self::Warning => WARNINGS,
            Self::Note => NOTES,
        }
    }

    /// The name that people are told, for one finding.
    pub fn word(self, lang: Lang) -> &'static str {
        self.noun().after(1, lang)
    }
}
