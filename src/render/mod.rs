//! Findings → each output format, one file for each.
//!
//! A renderer is a function from a [`Run`] to a string. It opens nothing, reads no clock, and gives
//! the same bytes for the same run. What it is fed may already be redacted; it knows nothing of that.

mod annotated;
mod comparison;
mod concise;
mod coverage;
mod follow_up;
mod full;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod plain;
mod sarif;
mod spoken;
mod words;

pub use annotated::{annotated, marks};
pub use comparison::{comparison, comparison_json};
pub use coverage::{coverage, unchecked};
pub use follow_up::{Artifact, SHEET, Unmade, follow_up};
pub use full::summary;
pub use sarif::sidecar;

use crate::diagnostics::{Finding, Place, Run};
use crate::rules::{Lang, Severity};
use std::collections::BTreeSet;

/// The output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// For people: the page's text with the figure underlined, why it matters and what to do.
    Full,
    /// One line a finding.
    Concise,
    /// One object, the contract that other programs read.
    Json,
    /// One object a line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// `JUnit` XML.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality of GitLab.
    Gitlab,
    /// One page for a browser, with everything in it.
    Html,
}

impl Format {
    /// All formats, in the order in which the help names them.
    pub const ALL: [Self; 9] = [
        Self::Full,
        Self::Concise,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Gitlab,
        Self::Html,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Html => "html",
        }
    }

    /// The format of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What the formats may be asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of messages.
    pub lang: Lang,
    /// Whether the formats that people read show notes.
    pub notes: bool,
    /// Rules whose notes are shown all the same, because the user set their severity.
    pub noted_rules: BTreeSet<String>,
    /// Whether `full` is coloured.
    pub color: bool,
    /// For each file of the run, the sidecar that SARIF points at; empty for none.
    pub sidecars: Vec<String>,
}

impl Options {
    /// Whether a finding is shown where notes are hidden unless asked for, or the run fails on them.
    fn shows(&self, finding: &Finding) -> bool {
        finding.suppressed.is_none()
            && (finding.severity > Severity::Note
                || finding.fails()
                || self.notes
                || self.noted_rules.contains(&finding.rule))
    }
}

/// A run in a format.
pub fn render(format: Format, run: &Run, options: &Options) -> String {
    match format {
        Format::Full => full::render(run, options),
        Format::Concise => concise::render(run, options),
        Format::Json => json::render(run, options),
        Format::Jsonl => jsonl::render(run, options),
        Format::Sarif => sarif::render(run, options),
        Format::Junit => junit::render(run, options),
        Format::Github => github::render(run, options),
        Format::Gitlab => gitlab::render(run, options),
        Format::Html => html::render(run, options),
    }
}

/// A place's box as (left, top, right, bottom), in hundredths of a point.
fn corners(place: &Place) -> Option<[f32; 4]> {
    let round = |x: f32| (x * 100.0).round() / 100.0;
    place
        .bbox
        .map(|b| [round(b.x0), round(b.y0), round(b.x1), round(b.y1)])
}
