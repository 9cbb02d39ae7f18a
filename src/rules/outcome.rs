//! What the rules found: the interface between the rule engine and the diagnostics.

use super::unchecked::Unchecked;
use crate::i18n::{Lang, Severity, Text};
use crate::report::Ledger;
use crate::text::{Printed, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A value that a finding reports or expects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Datum {
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
}

/// A secondary place of a hit.
#[derive(Clone, Debug)]
pub struct Label {
    /// The printed value.
    pub at: Printed<String>,
    /// What it is: `ledd`.
    pub text: Text,
}

/// What one respondent is asked about a hit.
#[derive(Clone, Debug)]
pub struct Enquiry {
    /// The respondent's name as printed.
    pub respondent: String,
    /// `Offentlig/Kommune`.
    pub group: Option<String>,
    /// The printed value that it is asked about.
    pub at: Printed<String>,
    /// The question, in second person.
    pub question: Text,
}

/// A question that a pack looks for and that the report does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuestionNotFound {
    /// The pack.
    pub pack: String,
    /// What rules call the question.
    pub key: String,
    /// What people call it: `planlagt varighet`; the key where the pack does not say.
    pub name: Text,
    /// The rules that had nothing to judge for that reason.
    pub rules: Vec<String>,
}

/// One place where a rule's assertion did not hold.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The rule's id.
    pub rule: String,
    /// The rule's own severity, before any configuration.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do.
    pub help: Text,
    /// What is asked of whom; nothing where nobody is.
    pub asks: Vec<Enquiry>,
    /// Index into `Report::questions`, where the hit is about one question.
    pub question: Option<usize>,
    /// The respondent's name as printed.
    pub respondent: Option<String>,
    /// `Offentlig/Kommune`.
    pub group: Option<String>,
    /// The option of a bar or a choice.
    pub option: Option<String>,
    /// What else tells it from a hit of its rule about the same question, respondent, group and
    /// option: the rule's part, which of the respondent's submissions, which of its texts. Empty
    /// where there is nothing to tell.
    pub aspect: String,
    /// The printed value that is judged.
    pub reported: Option<Datum>,
    /// What it should have been.
    pub expected: Option<Datum>,
    /// The printed value at fault.
    pub primary: Printed<String>,
    /// What it was computed from, in order, and consequences of the same cause.
    pub labels: Vec<Label>,
    /// Whether everything that the judgement rests on was read with certainty.
    pub certain: bool,
}

/// Why a rule could not judge a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NotEvaluable {
    /// A printed value that it needs was not read with certainty.
    Unread,
    /// An answer that it needs was not read with certainty.
    UncertainAnswer,
    /// What the rule says that it needs is not there: mostly a question that is incomplete.
    Needs,
    /// The report has no question of the key that the rule names.
    NoSuchQuestion,
    /// A respondent did not answer the question that the rule asks about.
    NoAnswer,
    /// Several answers could be meant: two submissions under one name, or two questions of one key.
    Ambiguous,
    /// No report of the year before was given.
    NoPrevious,
    /// No file was given for a table.
    NoTable,
    /// A list has no item at the position.
    NoSuchItem,
    /// A division by zero, or a number beyond all bounds.
    Undefined,
    /// The place at fault is not printed.
    NotPrinted,
    /// The rule asked for more than it may have, and this place and those after it were left.
    Beyond(Bound),
}

/// What a rule may not take without end. Each grows with the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Bound {
    /// Steps over the whole report.
    Steps,
    /// Memory at one place.
    Memory,
}

impl Bound {
    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Memory => "memory",
        }
    }

    /// Why the rule was not run to its end.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Steps => lang.judging().too_many_steps(),
            Self::Memory => lang.judging().too_much_memory(),
        }
    }
}

impl NotEvaluable {
    /// All of them, in order.
    pub const ALL: [Self; 13] = [
        Self::Unread,
        Self::UncertainAnswer,
        Self::Needs,
        Self::NoSuchQuestion,
        Self::NoAnswer,
        Self::Ambiguous,
        Self::NoPrevious,
        Self::NoTable,
        Self::NoSuchItem,
        Self::Undefined,
        Self::NotPrinted,
        Self::Beyond(Bound::Steps),
        Self::Beyond(Bound::Memory),
    ];

    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::UncertainAnswer => "uncertain_answer",
            Self::Needs => "needs",
            Self::NoSuchQuestion => "no_such_question",
            Self::NoAnswer => "no_answer",
            Self::Ambiguous => "ambiguous",
            Self::NoPrevious => "no_previous",
            Self::NoTable => "no_table",
            Self::NoSuchItem => "no_such_item",
            Self::Undefined => "undefined",
            Self::NotPrinted => "not_printed",
            Self::Beyond(bound) => bound.name(),
        }
    }

    /// The reason in words.
    pub fn said(self, lang: Lang) -> &'static str {
        let said = lang.coverage();
        match self {
            Self::Unread => said.unread_value(),
            Self::UncertainAnswer => said.uncertain_answer(),
            Self::Needs => said.needs(),
            Self::NoSuchQuestion => said.no_such_question(),
            Self::NoAnswer => said.no_answer(),
            Self::Ambiguous => said.ambiguous(),
            Self::NoPrevious => said.no_previous(),
            Self::NoTable => said.no_table(),
            Self::NoSuchItem => said.no_such_item(),
            Self::Undefined => said.undefined(),
            Self::Beyond(bound) => bound.words(lang),
            Self::NotPrinted => said.not_printed(),
        }
    }
}

/// How a rule fared on a report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// It was evaluated somewhere and held everywhere.
    Passed,
    /// It did not hold in some places.
    Failed,
    /// Nothing in the report is of the kind that it checks.
    NotApplicable,
    /// It applies, but what it needs was not read with certainty or is incomplete.
    NotEvaluable,
    /// It could not be run to its end: what it found stands, the rest was not judged. The gate does not
    /// pass.
    Unfinished(Bound),
}

/// A rule's status with counts.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RuleStatus {
    /// The rule's id.
    pub rule: String,
    /// The status over the whole report.
    pub status: Status,
    /// In how many places it was evaluated.
    pub evaluated: usize,
    /// In how many places it could not be evaluated.
    pub not_evaluable: usize,
    /// Those by reason.
    pub reasons: BTreeMap<NotEvaluable, usize>,
    /// How many findings there are beyond the most that are kept of the rule.
    pub unlisted: usize,
    /// The most that the rounding of a figure hides from it; `None` where it compares exact ones.
    pub(crate) hidden: Option<Hidden>,
}

/// How wrong something can be without the rounded figure that a rule compares being another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// By how much, up or down.
    pub most: i64,
    /// What can be wrong: `summen`.
    pub of: Text,
    /// The page of the figure.
    pub page: u32,
    /// Its line there.
    pub line: u32,
}

impl Hidden {
    /// The larger of two, the earlier of two alike.
    pub(crate) fn larger(first: Option<Self>, second: Option<Self>) -> Option<Self> {
        match (first, second) {
            (Some(first), Some(second)) if second.most > first.most => Some(second),
            (None, second) => second,
            (first, _) => first,
        }
    }
}

/// What a run of the rules gave.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The hits, in the order in which the report prints their primary places.
    pub hits: Vec<Hit>,
    /// The rules that ran, in the order of their files.
    pub statuses: Vec<RuleStatus>,
    /// The packs that were chosen.
    pub packs: Vec<String>,
    /// Questions that a pack looks for and that the report does not have.
    pub questions_not_found: Vec<QuestionNotFound>,
    /// Questions that hold something in particular: (index into `Report::questions`, role), where a
    /// role is `contact`, `phone` or `email`.
    pub roles: Vec<(usize, String)>,
    /// Every printed value that some rule judged: (page, first byte).
    pub touched: BTreeSet<(u32, u32)>,
    /// What became of every run of digits.
    pub ledger: Ledger,
    /// What the rules left unchecked.
    pub unchecked: Vec<Unchecked>,
}

impl Outcome {
    /// Whether some rule judged the value printed at `span`.
    pub fn touches(&self, span: &Span) -> bool {
        self.touched.contains(&(span.page, span.start))
    }
}
