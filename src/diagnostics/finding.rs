//! A finding: what a rule found, with everything that is printed about it.

use crate::rules::{Datum, Severity, Text};
use crate::text::Bbox;

/// Whether everything that a finding rests on was read beyond doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It was.
    Certain,
    /// Some of it was read with doubt.
    Uncertain,
}

impl Certainty {
    /// `certain` or `uncertain`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Uncertain => "uncertain",
        }
    }
}

/// A printed place, with what a person counts in (characters) and what a renderer needs (bytes).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// The line on that page, from 1; in a text file the line of the file.
    pub line: u32,
    /// The first character on that line, from 1.
    pub column: u32,
    /// How many characters of the page's text it covers.
    pub length: u32,
    /// The line on which it ends, counted as [`Self::line`] is.
    pub end_line: u32,
    /// One past its last character on that line, from 1.
    pub end_column: u32,
    /// First byte in the text of the page.
    pub start: usize,
    /// One past the last byte in the text of the page.
    pub end: usize,
    /// The characters as printed, unwrapped to one line.
    pub text: String,
    /// The box on the page, in points from its top left corner; `None` for text input.
    pub bbox: Option<Bbox>,
    /// The same a line at a time, from top to bottom; empty for text input.
    pub lines: Vec<Bbox>,
}

/// A secondary place, with what it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What it is: `ledd`.
    pub label: Text,
}

/// What one respondent is asked about a finding.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ask {
    /// The respondent's name as printed.
    pub respondent: String,
    /// `Offentlig/Kommune`.
    pub group: Option<String>,
    /// The question to the respondent, in second person.
    pub question: Text,
    /// What the respondent answered, where the finding points into an answer.
    pub answered: Answered,
    /// Which of the respondent's answers to the question it is, where it has several.
    pub occurrence: Option<u32>,
    /// What it is asked about.
    pub place: Place,
    /// What stands there.
    pub points_at: PointsAt,
}

/// What stands at the place that a finding points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointsAt {
    /// What it is about.
    Itself,
    /// A respondent's name or a question's title: what it is about is missing below, or is all that
    /// stands below.
    Heading,
}

/// What a respondent answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answered {
    /// Nothing that the finding points at.
    #[default]
    Nothing,
    /// A number.
    Number(i64),
    /// A text, with its line breaks.
    Text(String),
    /// Options or names, an entry for each.
    List(Vec<String>),
}

impl Answered {
    /// What was written, an entry for each option or name.
    pub(super) fn entries(&mut self) -> &mut [String] {
        match self {
            Self::Nothing | Self::Number(_) => &mut [],
            Self::Text(text) => std::slice::from_mut(text),
            Self::List(entries) => entries,
        }
    }
}

/// By what a finding was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressedBy {
    /// A suppression of the configuration.
    Config,
    /// The baseline, which knows it from before.
    Baseline,
}

/// Why a finding doesn't count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// By what.
    pub by: SuppressedBy,
    /// The user's reason.
    pub reason: String,
}

/// How many secondary places are drawn beside the figure at fault.
const DRAWN: usize = 4;

/// One place where the report is wrong, or where somebody has to be asked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How grave it is, after the user's own choices.
    pub severity: Severity,
    /// Whether it rests on certain readings.
    pub certainty: Certainty,
    /// What is wrong.
    pub message: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do.
    pub help: Text,
    /// What is asked about it, and of whom; nothing where nobody is to be asked.
    pub asks: Vec<Ask>,
    /// The question's title as printed; `None` where it is about no question or the title is lost.
    pub question: Option<String>,
    /// The question's place in the report, from 1.
    pub question_number: Option<u32>,
    /// The respondent's name as printed.
    pub respondent: Option<String>,
    /// `Offentlig/Kommune`.
    pub group: Option<String>,
    /// The option of a bar or a choice.
    pub option: Option<String>,
    /// The printed value that is judged.
    pub reported: Option<Datum>,
    /// What it should have been.
    pub expected: Option<Datum>,
    /// The printed value at fault.
    pub primary: Place,
    /// What stands there.
    pub points_at: PointsAt,
    /// What it was computed from, and consequences of the same cause.
    pub related: Vec<Related>,
    /// The same for the same fault in a new export of the same report; unique in its file.
    pub fingerprint: String,
    /// Why it doesn't count; `None` for one that does.
    pub suppressed: Option<Suppressed>,
    /// Whether its severity is one that the run fails on. Errors are, until the user's own threshold
    /// is heard. What is suppressed fails nothing all the same: [`Self::fails`] knows of both.
    pub failing: bool,
}

impl Finding {
    /// Whether the run fails on it. The exit code and every format go by this alone.
    pub fn fails(&self) -> bool {
        self.failing && self.suppressed.is_none()
    }

    /// The secondary places that are drawn for people; the rest are counted.
    pub(crate) fn drawn(&self) -> &[Related] {
        self.related.get(..DRAWN).unwrap_or(&self.related)
    }

    /// All that is said of it.
    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut Text> {
        let own = [&mut self.message, &mut self.why, &mut self.help];
        let ask = self.asks.iter_mut().map(|ask| &mut ask.question);
        let related = self.related.iter_mut().map(|related| &mut related.label);
        own.into_iter().chain(ask).chain(related)
    }
}
