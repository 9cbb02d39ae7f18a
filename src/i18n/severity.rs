//! How grave a finding is, and what people and programs call it.

use super::Lang;
use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Shown on request.
    Note,
    /// An adviser asks the respondent.
    Warning,
    /// The report contradicts itself, whatever the respondent meant.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// `error`, `warning` or `note`: in rule files, configurations and what programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The severity of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.name() == name)
    }

    /// What people are told, for one finding or several: `advarsler`.
    pub fn noun(self, count: usize, lang: Lang) -> &'static str {
        match self {
            Self::Error => lang.words().error(count),
            Self::Warning => lang.words().warning(count),
            Self::Note => lang.words().note(count),
        }
    }

    /// What people are told, for one finding.
    pub fn word(self, lang: Lang) -> &'static str {
        self.noun(1, lang)
    }
}
