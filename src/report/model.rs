//! The report as the exporter means it. Everything that was printed is a [`Printed`] value.
//!
//! The model knows no survey: titles, options and respondents are data. It says what was read and
//! what could not be read; it never says whether a figure is right.

use super::block::Statistics;
use super::group::Group;
use crate::i18n::Lang;
use crate::text::{Page, Printed, Span};
use serde::{Deserialize, Serialize};

/// The kinds of question that the exporter prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Kind {
    /// Free text: `Tekst: …` or paragraphs.
    Text,
    /// A whole number, with a block `Heltall`.
    Integer,
    /// Several options may be chosen; bars.
    MultipleChoice,
    /// One option; a pie with a legend.
    SingleChoice,
    /// A county and municipalities, one a line.
    Places,
    /// Too little of the question was found to tell.
    Unknown,
}

impl Kind {
    /// The name that rule files and the JSON use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::MultipleChoice => "multiple_choice",
            Self::SingleChoice => "single_choice",
            Self::Places => "places",
            Self::Unknown => "unknown",
        }
    }
}

/// A whole report.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Report {
    /// The pages with their text, in file order; spans point into these.
    pub pages: Vec<Page>,
    /// `Dato: 3.9.2025`, the day the report was exported, as (year, month, day).
    pub date: Option<Printed<(i32, u8, u8)>>,
    /// The survey's title on the front page.
    pub title: Option<Printed<String>>,
    /// `Du ser 16 av totalt 16 svar.`: the first number.
    pub shown: Option<Printed<i64>>,
    /// `Du ser 16 av totalt 16 svar.`: the second number.
    pub total: Option<Printed<i64>>,
    /// The filter tree of the front page, in print order.
    pub filters: Vec<Filter>,
    /// Whether the whole filter tree was read.
    pub filters_complete: bool,
    /// The categories of `Svar oversikt`, in print order.
    pub overview: Vec<OverviewCategory>,
    /// Whether the whole overview was read.
    pub overview_complete: bool,
    /// Everyone who appears anywhere in the report, by category and name.
    pub respondents: Vec<Respondent>,
    /// The questions, in print order.
    pub questions: Vec<Question>,
    /// Where pages are missing, repeated, in another order or unread, questions were misread, or letters
    /// are hidden or untold.
    pub gaps: Vec<Gap>,
    /// What was printed where a value should stand and could not be read.
    pub unread: Vec<Unread>,
    /// What is printed that is no figure to check, in the order of the pages.
    pub(crate) passages: Vec<Passage>,
    /// The pages (positions in the file) on which other reports begin, where several are bound
    /// together: they are no one report to be judged.
    pub(crate) others: Vec<u32>,
}

/// A line of the front page's filter tree: `Kommune (8)`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Filter {
    /// `Kommune`.
    pub name: Printed<String>,
    /// `8`.
    pub count: Printed<i64>,
    /// Depth in the tree; 0 at the top (`Offentlig`).
    pub depth: u32,
    /// The path from the top: `Offentlig/Kommune`.
    pub path: String,
    /// Index of the parent in [`Report::filters`].
    pub parent: Option<usize>,
    /// Whether `(Inaktiv)` follows.
    pub inactive: bool,
}

/// A heading of the overview with the names under it: `Kommune - (Offentlig) 8 svar`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OverviewCategory {
    /// `Kommune`.
    pub name: Printed<String>,
    /// `Offentlig`.
    pub sector: String,
    /// `Offentlig/Kommune`.
    pub group: Group,
    /// `8`.
    pub count: Printed<i64>,
    /// The names under the heading, as printed; a name may stand twice.
    pub respondents: Vec<Printed<String>>,
}

/// Someone who answers, once for each name and category.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Respondent {
    /// The name as printed.
    pub name: String,
    /// `Offentlig/Kommune`.
    pub group: Group,
    /// How many submissions stand under this name: 1, or 2 and more for a name that stands twice.
    pub submissions: u32,
    /// The names in the overview; empty where the overview does not have it.
    pub overview: Vec<Printed<String>>,
    /// Where the name is first printed anywhere.
    pub first: Printed<String>,
}

/// A question with everything that is printed under it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Question {
    /// Position in the report, from 1.
    pub number: u32,
    /// The title, unwrapped, without `(16 Svar)`. Empty where the page with the title is missing.
    pub title: Printed<String>,
    /// `(16 Svar)`.
    pub reported_count: Option<Printed<i64>>,
    /// What kind it is.
    pub kind: Kind,
    /// The block `Heltall`.
    pub stats: Option<Statistics>,
    /// Whether charts stand under the title of which nothing was understood.
    pub uncharted: bool,
    /// The charts: first the overall one, then one for each group.
    pub charts: Vec<Chart>,
    /// The options in the exporter's order, `Andre svar` left out.
    pub options: Vec<String>,
    /// The list `Andre svar`: the own texts. `None` where no such list is printed.
    pub other_answers: Option<OtherAnswers>,
    /// The answers in print order.
    pub answers: Vec<Answer>,
    /// `Ikke angitt (7 Svar)`.
    pub not_stated: Option<NotStated>,
    /// Whether all of it was found: no page is missing in or beside it, and `Ikke angitt` was read.
    pub complete: bool,
    /// The pages from its first line to its last (positions in the file).
    pub pages: (u32, u32),
}

impl Question {
    /// Whether there is a chart for all and one for each group that answers, each read to its end.
    pub fn charts_whole(&self) -> bool {
        self.all_drawn()
            && self.charts.iter().all(|chart| chart.complete)
            && (!self.own_texts() || self.others_drawn())
    }

    /// Whether own texts are listed, or counted for a group.
    fn own_texts(&self) -> bool {
        let mut charts = self.charts.iter().flat_map(|chart| &chart.bars);
        self.other_answers.is_some() || charts.any(|bar| bar.other)
    }

    /// Whether the chart for all counts the own texts.
    fn others_drawn(&self) -> bool {
        let mut all = self.charts.iter().filter(|chart| chart.group.is_all());
        all.any(|chart| chart.bars.iter().any(|bar| bar.other))
    }

    /// Whether there is a chart for all and one for each group that answers.
    pub(super) fn all_drawn(&self) -> bool {
        let drawn = |group: &Group| self.charts.iter().any(|chart| chart.group == *group);
        drawn(&Group::default()) && self.answers.iter().all(|answer| drawn(&answer.group))
    }

    /// How many of a group chose what a bar counts: its option, or a text of their own.
    pub fn chosen(&self, group: &Group, bar: &Bar) -> i64 {
        let members = self.answers.iter();
        let members = members.filter(|answer| group.is_all() || answer.group == *group);
        let count = if bar.other {
            members.filter(|answer| answer.own_text.is_some()).count()
        } else {
            let choices = members.flat_map(|answer| &answer.choices);
            choices
                .filter(|choice| choice.option.value == bar.option)
                .count()
        };
        i64::try_from(count).unwrap_or(i64::MAX)
    }
}

/// A chart: bars, or a pie's legend.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Chart {
    /// `Offentlig/Kommune`; empty for the overall chart.
    pub group: Group,
    /// The heading as printed; `None` for the overall chart.
    pub heading: Option<Printed<String>>,
    /// The bars in the exporter's order.
    pub bars: Vec<Bar>,
    /// Whether every bar of the chart was found and read, and the heading is certain.
    pub complete: bool,
}

/// A bar of a chart or a line of a legend.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The option, as the answers print it (the label with its breaks taken out).
    pub option: String,
    /// The label as printed beside or under the bar.
    pub label: Printed<String>,
    /// The count, `4`.
    pub count: Printed<i64>,
    /// The percent, `25` of `(25%)`, in units of its last decimal: 625 of `(62,5%)`.
    pub percent: Printed<i64>,
    /// How many decimals the exporter prints in percents; 0 where they are whole, as `62,0` is where
    /// every percent of the report ends so.
    pub decimals: u8,
    /// Whether it is the bar of `Andre svar`.
    pub other: bool,
}

/// The list `Andre svar` of a multiple choice question.
#[derive(Clone, Debug)]
pub struct OtherAnswers {
    /// The heading.
    pub heading: Span,
    /// The own texts in print order, unwrapped.
    pub texts: Vec<Printed<String>>,
    /// Whether the list was told apart into its texts with certainty.
    pub certain: bool,
}

/// What one submission answers to one question.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The name as printed above the answer.
    pub respondent: Printed<String>,
    /// `Offentlig/Kommune`.
    pub group: Group,
    /// 1, or 2 and more where the name stands more than once under this question.
    pub occurrence: u32,
    /// An integer question's number; `None` where nothing is printed.
    pub value: Option<Printed<i64>>,
    /// What stands where an integer question's number should, where it could not be read as one.
    pub glyphs: Option<String>,
    /// A text question's whole text, paragraphs joined by line breaks; `None` where nothing is printed.
    pub text: Option<Box<Printed<String>>>,
    /// The options chosen.
    pub choices: Vec<Choice>,
    /// The respondent's own text, which the list `Andre svar` repeats.
    pub own_text: Option<Box<Printed<String>>>,
    /// The paragraphs of comment after the choices, joined by line breaks.
    pub comment: Option<Box<Printed<String>>>,
    /// A places question's lines.
    pub places: Vec<Printed<String>>,
    /// Whether nothing at all is printed under the name.
    pub blank: bool,
    /// Whether all that was printed under the name is at hand and understood.
    pub certain: bool,
}

/// An option that was chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The option's text, unwrapped.
    pub option: Printed<String>,
}

/// The list `Ikke angitt (7 Svar)` of a question.
#[derive(Clone, Debug)]
pub struct NotStated {
    /// `7`.
    pub count: Printed<i64>,
    /// The lines under it: the name as printed, and its group.
    pub respondents: Vec<NotStatedLine>,
}

/// A line under `Ikke angitt`: `Alstahaug kommune - Offentlig/Kommune`.
#[derive(Clone, Debug)]
pub struct NotStatedLine {
    /// The name.
    pub name: Printed<String>,
    /// `Offentlig/Kommune`.
    pub group: Group,
}

/// Why a place in the report cannot be trusted to be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GapKind {
    /// The printed page numbers leap.
    MissingPages,
    /// The text breaks off and goes on elsewhere, though no page number says so.
    BrokenText,
    /// The printed page numbers go backwards, or the front page does not come first.
    OutOfOrder,
    /// Pages had changed places; they were read in the order of their numbers.
    Rearranged,
    /// The whole file had the last page first; it was read in the order of its numbers.
    Reversed,
    /// A page number stands twice.
    RepeatedPage,
    /// The page could not be read.
    UnreadPage,
    /// A picture stands where the report has its text.
    Picture,
    /// Answers stand under no question: the title above them was not found.
    Untitled,
    /// Questions were misread: what the exporter guarantees does not hold in them.
    Misread,
    /// Pages hold letters that nobody sees, and that were not read.
    HiddenText,
    /// A font has letters that the file does not tell.
    UntoldLetters,
}

impl GapKind {
    /// The name that rule files use.
    pub fn name(self) -> &'static str {
        match self {
            Self::MissingPages => "missing_pages",
            Self::BrokenText => "broken_text",
            Self::OutOfOrder => "out_of_order",
            Self::Rearranged => "rearranged",
            Self::Reversed => "reversed",
            Self::RepeatedPage => "repeated_page",
            Self::UnreadPage => "unread_page",
            Self::Picture => "picture",
            Self::Untitled => "untitled",
            Self::Misread => "misread",
            Self::HiddenText => "hidden_text",
            Self::UntoldLetters => "untold_letters",
        }
    }

    /// Whether something of the report is lost: not where all of it is there, and was put right or was
    /// never shown.
    pub fn loses(self) -> bool {
        !matches!(
            self,
            Self::Rearranged | Self::Reversed | Self::HiddenText | Self::UntoldLetters
        )
    }
}

/// A place where something of the report is missing or out of order.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Gap {
    /// Why.
    pub kind: GapKind,
    /// The place after which the gap is: something printed on the page before (or after) it.
    pub at: Printed<String>,
    /// The page before the gap, as printed on it where it is numbered, otherwise its position; 0 at the start.
    pub after_page: u32,
    /// How many pages are missing; `None` where it cannot be told. Of hidden text or of a font, how many
    /// letters are.
    pub missing: Option<u32>,
    /// The missing pages in words: `15`, `15–17`, empty where unknown. Of hidden text its pages, of a font
    /// its name.
    pub pages: String,
    /// Indices into [`Report::questions`] of the questions that are incomplete because of it.
    pub questions: Vec<usize>,
}

impl Gap {
    /// Whether something was not read for it. Pages in another order were put right, and one that
    /// stands there twice is read once.
    pub fn loses(&self) -> bool {
        let copied = self.kind == GapKind::RepeatedPage && self.questions.is_empty();
        self.kind.loses() && !copied
    }
}

/// Something that should have been a value and could not be read with certainty.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unread {
    /// What was printed there.
    pub printed: Printed<String>,
    /// What it should have been: `count`, `percent`, `statistic`, `answer`, `label`, `heading`, `glyph`.
    pub what: &'static str,
}

/// What a passage is, so that digits in it are no figure to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Explanation {
    /// A page number.
    PageNumber,
    /// A line that stands on most pages: a header, a footer, a stamp.
    RunningLine,
    /// The number of a line, in the margin.
    LineNumber,
    /// The day of the export.
    Date,
    /// A title: of the survey, or of a question.
    Title,
    /// A name: of a respondent, a category, a filter.
    Name,
    /// An option, as a label of a chart or as it was chosen.
    Option,
    /// The answer to a question that asks for a telephone number.
    Telephone,
    /// What someone wrote, or a text of the front page.
    Prose,
    /// What stands on a page that is another one's copy.
    RepeatedPage,
}

impl Explanation {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::PageNumber,
        Self::RunningLine,
        Self::LineNumber,
        Self::Date,
        Self::Title,
        Self::Name,
        Self::Option,
        Self::Telephone,
        Self::Prose,
        Self::RepeatedPage,
    ];

    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::PageNumber => "page_number",
            Self::RunningLine => "running_line",
            Self::LineNumber => "line_number",
            Self::Date => "date",
            Self::Title => "title",
            Self::Name => "name",
            Self::Option => "option",
            Self::Telephone => "telephone",
            Self::Prose => "prose",
            Self::RepeatedPage => "repeated_page",
        }
    }

    /// What it is, in words.
    pub fn said(self, lang: Lang) -> &'static str {
        let said = lang.coverage();
        match self {
            Self::PageNumber => said.page_number(),
            Self::RunningLine => said.running_line(),
            Self::LineNumber => said.line_number(),
            Self::Date => said.date(),
            Self::Title => said.title(),
            Self::Name => said.name(),
            Self::Option => said.option(),
            Self::Telephone => said.telephone(),
            Self::Prose => said.prose(),
            Self::RepeatedPage => said.repeated_page(),
        }
    }
}

/// A printed passage that explains the digits in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// First byte, in the page's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub what: Explanation,
}

impl Passage {
    /// What stands at a place.
    pub(super) fn at(span: Span, what: Explanation) -> Self {
        Self {
            page: span.page,
            start: span.start,
            end: span.end,
            what,
        }
    }
}
