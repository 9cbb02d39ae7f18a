//! What the formats are, and what they may be asked for.

use crate::diagnostics::{FileReport, Finding, Place};
use crate::pdf::Picture;
use crate::rules::{Lang, Severity};
use std::collections::BTreeSet;

/// The output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
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

/// The order of findings in the formats that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Order {
    /// The gravest first, those of one severity as the report has them.
    Severity,
    /// As the report has them.
    Report,
}

impl Order {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Severity, Self::Report];

    /// The name that configuration and command line take.
    pub fn name(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Report => "report",
        }
    }

    /// Puts findings in this order; they come as the report has them.
    pub(super) fn sort<T>(self, findings: &mut [T], severity: impl Fn(&T) -> Severity) {
        if self == Self::Severity {
            findings.sort_by_key(|finding| std::cmp::Reverse(severity(finding)));
        }
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
    /// The order of findings; `None` for what each format has without a word: `full` and `html` begin
    /// with the gravest, `concise` goes as the report does.
    pub order: Option<Order>,
    /// Whether `full` begins with how it stands, and ends with it where it is long.
    pub verdict: bool,
    /// For each file of the run, pictures of its pages; empty for none. A run that is redacted may have
    /// none: names stand in them.
    pub pictures: Vec<Vec<Picture>>,
    /// For each file of the run, the sidecar that SARIF points at; empty for none.
    pub sidecars: Vec<String>,
}

impl Options {
    /// The pages of a file that the findings that are shown point at.
    pub fn pages(&self, file: &FileReport) -> Vec<u32> {
        let shown = file.findings.iter().filter(|finding| self.shows(finding));
        let pages = shown.flat_map(|finding| {
            let related = finding.related.iter().map(|related| related.place.page);
            related.chain([finding.primary.page])
        });
        pages.collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// Whether a finding is shown where notes are hidden unless asked for, or the run fails on them.
    pub(super) fn shows(&self, finding: &Finding) -> bool {
        finding.suppressed.is_none()
            && (finding.severity > Severity::Note
                || finding.fails()
                || self.notes
                || self.noted_rules.contains(&finding.rule))
    }
}

/// A place's box as (left, top, right, bottom), in hundredths of a point.
pub(super) fn corners(place: &Place) -> Option<[f32; 4]> {
    let round = |x: f32| (x * 100.0).round() / 100.0;
    place
        .bbox
        .map(|b| [round(b.x0), round(b.y0), round(b.x1), round(b.y1)])
}
