//! One linted file, and a run over several.

use super::redact::Secrets;
use super::{Coverage, Finding, Place, SuppressedBy, Tables};
use crate::report::{self, Explanation, Fate, Report};
use crate::rules::{
    self, Bound, Datum, QuestionNotFound, Rule, RuleSet, RuleStatus, Severity, Status, Text,
};
use std::collections::{BTreeMap, BTreeSet};

/// What could be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// All of it was checked.
    Checked,
    /// Pages are missing or figures were not checked; what could be checked was.
    Incomplete,
    /// It could not be checked at all.
    Unreadable,
}

impl FileStatus {
    /// The name that the JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Incomplete => "incomplete",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What kind of file the bytes were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputKind {
    /// A PDF.
    Pdf,
    /// The text of one.
    Text,
}

impl InputKind {
    /// The kind that the first bytes tell.
    pub fn of(bytes: &[u8]) -> Self {
        if report::is_pdf(bytes) {
            Self::Pdf
        } else {
            Self::Text
        }
    }

    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain",
        }
    }
}

/// A page's text, which places point into.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PageText {
    /// Position in the file, from 1.
    pub number: u32,
    /// Its lines, each followed by a line feed.
    pub text: String,
    /// What number each of them goes by; where none is given, its place on the page from 1.
    pub line_numbers: Vec<u32>,
}

/// How a respondent can be reached, as the report itself says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The respondent's name as printed.
    pub respondent: String,
    /// `Offentlig/Kommune`.
    pub group: String,
    /// What it is, by the rule pack: `contact`, `phone` or `email`.
    pub role: String,
    /// What the respondent answered, on one line.
    pub text: String,
}

/// Someone who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person {
    /// The name as printed.
    pub name: String,
    /// `Offentlig/Kommune`.
    pub group: String,
}

/// A number that a respondent answered, or the sum over all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The question's title as printed.
    pub question: String,
    /// The question's place in the report, from 1.
    pub question_number: u32,
    /// The respondent's name as printed; `None` for the sum.
    pub respondent: Option<String>,
    /// `Offentlig/Kommune`; empty for the sum.
    pub group: String,
    /// Which of the respondent's answers to the question it is, from 1.
    pub occurrence: u32,
    /// The number; a text where it was redacted.
    pub value: Datum,
    /// The page that it is printed on.
    pub page: u32,
    /// The line on that page, from 1.
    pub line: u32,
}

/// How many rules passed, failed and so on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleCounts {
    /// Held everywhere.
    pub passed: usize,
    /// Did not hold somewhere.
    pub failed: usize,
    /// Found nothing of the kind that they check.
    pub not_applicable: usize,
    /// Could not be evaluated for what was unread or missing.
    pub not_evaluable: usize,
    /// Could not be run to their end.
    pub unfinished: usize,
}

/// A word with digits that are no figure to check.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explained {
    /// What it is.
    pub what: Explanation,
    /// Where it stands.
    pub place: Place,
}

/// What is said about a rule in formats that describe the rules they ran.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RuleInfo {
    /// The rule's id.
    pub id: String,
    /// Its severity after the user's choices; `None` for one that is off.
    pub severity: Option<Severity>,
    /// What it finds, in a few words.
    pub summary: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do.
    pub help: Text,
    /// The name of its pack.
    pub pack: String,
    /// Its page among the program's own files; `None` for a rule of the user's.
    pub page: Option<String>,
}

impl RuleInfo {
    /// What formats tell about the rules, with the severities that the user chose.
    pub fn all(rules: &RuleSet, chosen: &BTreeMap<String, Option<Severity>>) -> Vec<Self> {
        // What is written with values in it says nothing without them.
        let alone = |text: &Text| {
            if text.nb.contains('{') {
                Text::default()
            } else {
                text.clone()
            }
        };
        let info = |rule: &Rule| Self {
            id: rule.id.clone(),
            severity: chosen.get(&rule.id).copied().unwrap_or(Some(rule.severity)),
            summary: alone(&rule.summary),
            why: alone(&rule.why),
            help: alone(&rule.help),
            pack: rule.pack.clone(),
            page: rules::is_builtin(&rule.file).then(|| format!("rules/pages/{}.md", rule.id)),
        };
        rules.rules().map(info).collect()
    }
}

/// A linted file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FileReport {
    /// The file as the user named it; `-` for standard input.
    pub path: String,
    /// What kind of file it was.
    pub kind: InputKind,
    /// The hash of its bytes, sha-256 in hexadecimal.
    pub sha256: String,
    /// What could be done with it.
    pub status: FileStatus,
    /// Why it could not be checked.
    pub error: Option<Text>,
    /// The survey's title.
    pub title: Option<String>,
    /// The day on which it was exported: year, month, day.
    pub date: Option<(i32, u8, u8)>,
    /// How many submissions the report holds.
    pub respondents: usize,
    /// How many questions.
    pub questions: usize,
    /// How many of the questions are incomplete.
    pub questions_incomplete: usize,
    /// Figures read, checked and unread.
    pub coverage: Coverage,
    /// How many runs of digits on its pages have each fate.
    pub fates: BTreeMap<Fate, usize>,
    /// What could not be read with certainty, in report order.
    pub unread: Vec<Place>,
    /// Figures that were read and that no rule looked at, in report order.
    pub unchecked: Vec<Place>,
    /// Digits that are no figures to check, with what they are, in report order.
    pub explained: Vec<Explained>,
    /// The rules' verdicts, counted.
    pub rules: RuleCounts,
    /// The rules' verdicts, in the order of their files.
    pub statuses: Vec<RuleStatus>,
    /// The packs that were used.
    pub packs: Vec<String>,
    /// Questions that a pack looks for and that the report does not have.
    pub questions_not_found: Vec<QuestionNotFound>,
    /// How respondents can be reached, in report order.
    pub(crate) contacts: Vec<Contact>,
    /// Everyone who answered, in report order.
    #[doc(hidden)]
    pub people: Vec<Person>,
    /// The numbers that were answered and read beyond doubt, in report order.
    pub(crate) amounts: Vec<Amount>,
    /// All that was read, where it is asked for.
    pub(crate) tables: Option<Box<Tables>>,
    /// The findings in report order, those that don't count included.
    pub findings: Vec<Finding>,
    /// What a second reading came to; `None` where there was none.
    pub(crate) second: Option<SecondReading>,
    /// The pages' text.
    pub pages: Vec<PageText>,
    /// The report itself, for redaction; what is done with a file takes it out.
    pub(crate) report: Option<Box<Report>>,
    /// The same file redacted, where that was done before the run was complete.
    pub(crate) redacted: Option<Box<Redacted>>,
}

impl FileReport {
    /// The findings that count.
    pub fn live(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.suppressed.is_none())
    }

    /// The rules that were not run to their end, and why.
    pub fn unfinished(&self) -> impl Iterator<Item = (&str, Bound)> {
        self.statuses.iter().filter_map(|rule| match rule.status {
            Status::Unfinished(bound) => Some((rule.rule.as_str(), bound)),
            _ => None,
        })
    }

    /// The text of a page; `None` where there is no such page.
    pub fn page(&self, number: u32) -> Option<&PageText> {
        let index = (number as usize).checked_sub(1)?;
        let page = self.pages.get(index);
        page.filter(|page| page.number == number)
    }
}

/// All files of a run.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The files, in the order in which they were named.
    pub files: Vec<FileReport>,
    /// The rules that were loaded.
    pub rules: Vec<RuleInfo>,
    /// How many entries of the baseline match no finding any more; `None` without a baseline.
    pub fixed: Option<usize>,
    /// What stands in the output in place of names, numbers and free text.
    pub redaction_tokens: Vec<String>,
}

/// Findings, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Errors that count.
    pub errors: usize,
    /// Warnings that count.
    pub warnings: usize,
    /// Notes that count.
    pub notes: usize,
    /// Findings that a suppression of the configuration takes out.
    pub suppressed: usize,
    /// Findings that the baseline knows.
    pub known: usize,
}

impl Run {
    /// Counts the findings.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.files)
    }
}

impl Summary {
    /// Counts the findings of files.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a FileReport>) -> Self {
        let mut summary = Self::default();
        for finding in files.into_iter().flat_map(|file| &file.findings) {
            let by = finding.suppressed.as_ref().map(|s| s.by);
            let count = match (by, finding.severity) {
                (Some(SuppressedBy::Config), _) => &mut summary.suppressed,
                (Some(SuppressedBy::Baseline), _) => &mut summary.known,
                (None, Severity::Error) => &mut summary.errors,
                (None, Severity::Warning) => &mut summary.warnings,
                (None, Severity::Note) => &mut summary.notes,
            };
            *count += 1;
        }
        summary
    }
}

/// What a second reading came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecondReading {
    /// Findings about a figure that the other reader sees too.
    pub confirmed: usize,
    /// Findings about a figure that it does not see.
    pub doubted: usize,
    /// Findings about a figure on pages that it could not read; they stay as they were.
    pub unread: usize,
}

/// A file that was redacted before the run was complete.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The file as it is shown, but for its path.
    pub(super) file: FileReport,
    pub(super) used: BTreeSet<String>,
    /// What may stand in the paths of other files.
    pub(super) secrets: Secrets,
}
