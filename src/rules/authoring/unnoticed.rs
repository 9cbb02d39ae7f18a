//! Why a change can go unnoticed though no rule is to blame, and what changes are called.

use super::mutants::{Change, Mutant, Place, TextOf};
use crate::i18n::{Authoring, Text};
use crate::report::{Question, Report};

/// Why no rule can notice a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// What is changed is printed once, and nothing else in the report follows from it.
    PrintedOnce,
    /// The report has a fault there already, and the change makes it agree.
    MendsFault,
    /// What it would be compared with was not read whole.
    NotWhole,
    /// The report then looks as if something of it was not read, which no rule holds against it.
    LooksUnread,
}

impl Reason {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [
        Self::PrintedOnce,
        Self::MendsFault,
        Self::NotWhole,
        Self::LooksUnread,
    ];

    /// The name that the JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::PrintedOnce => "printed_once",
            Self::MendsFault => "mends_fault",
            Self::NotWhole => "not_whole",
            Self::LooksUnread => "looks_unread",
        }
    }

    /// What is said of it.
    pub fn text(self) -> Text {
        match self {
            Self::PrintedOnce => text(Authoring::printed_once),
            Self::MendsFault => text(Authoring::mends_fault),
            Self::NotWhole => text(Authoring::not_whole),
            Self::LooksUnread => text(Authoring::looks_unread),
        }
    }
}

fn text(say: fn(&(dyn Authoring + 'static)) -> &'static str) -> Text {
    Text::each(|lang| say(lang.authoring()).to_owned())
}

fn same(text: &str) -> Text {
    Text::each(|_| text.to_owned())
}

/// What became of the rules' judgements with a change that none of them noticed.
#[derive(Clone, Copy, Debug)]
pub(super) struct After {
    /// Whether a finding is gone.
    pub(super) gone: bool,
    /// Whether there are places that can no longer be judged.
    pub(super) held_back: bool,
}

/// Why a change that no rule noticed cannot be noticed.
pub(super) fn why(report: &Report, change: &Change, after: After) -> Option<Reason> {
    if is_printed_once(report, change) {
        Some(Reason::PrintedOnce)
    } else if after.gone && !after.held_back {
        Some(Reason::MendsFault)
    } else if is_not_whole(report, change) {
        Some(Reason::NotWhole)
    } else if after.held_back {
        Some(Reason::LooksUnread)
    } else {
        None
    }
}

/// Whether nothing else in a report of the portal follows from what is changed.
fn is_printed_once(report: &Report, change: &Change) -> bool {
    let question = |index: usize| report.questions.get(index);
    match *change {
        // How many there are that a selection does not show stands nowhere else.
        Change::Figure(Place::Total, to) => {
            report.shown.as_ref().is_none_or(|shown| to >= shown.value)
        }
        Change::Figure(Place::Value(q, _), _) => question(q).is_some_and(|q| q.stats.is_none()),
        Change::Blank(_, _, TextOf::Comment) | Change::Unplace(..) => true,
        Change::Blank(q, _, TextOf::Own) => question(q).is_some_and(|q| q.other_answers.is_none()),
        Change::Choose(q, ..) | Change::Unchoose(q, ..) => {
            question(q).is_some_and(|q| q.charts.is_empty())
        }
        _ => false,
    }
}

/// Whether what the change would be noticed by was not read whole.
fn is_not_whole(report: &Report, change: &Change) -> bool {
    let of = |index: usize| report.questions.get(index).is_some_and(is_partial);
    match *change {
        Change::Figure(Place::Total, _) => false,
        Change::Figure(Place::Shown, _) => !report.questions.iter().any(|q| q.complete),
        Change::Figure(Place::Filter(_), _) => !report.filters_complete,
        Change::Figure(Place::Overview(_), _) | Change::Drop(..) => !report.overview_complete,
        Change::Figure(
            Place::Answers(q)
            | Place::Statistic(q, _)
            | Place::Count(q, ..)
            | Place::Percent(q, ..)
            | Place::NotStated(q)
            | Place::Value(q, _),
            _,
        )
        | Change::Choose(q, ..)
        | Change::Unchoose(q, ..)
        | Change::Blank(q, ..)
        | Change::Unplace(q, ..)
        | Change::Unstate(q, _) => of(q),
    }
}

fn is_partial(question: &Question) -> bool {
    let other = question.other_answers.as_ref();
    !question.complete
        || question.answers.iter().any(|answer| !answer.certain)
        || question.charts.iter().any(|chart| !chart.complete)
        || other.is_some_and(|list| !list.certain)
}

impl Mutant {
    /// What is changed, in words.
    pub fn words(&self) -> Text {
        match self.what {
            "shown" => text(Authoring::shown),
            "total" => text(Authoring::total),
            "filter count" => text(Authoring::filter_count),
            "overview count" => text(Authoring::overview_count),
            "respondent dropped" => text(Authoring::respondent_dropped),
            "svar" => text(Authoring::svar),
            "mean" => text(Authoring::mean),
            "deviation" => text(Authoring::deviation),
            "bar count" => text(Authoring::bar_count),
            "bar percent" => text(Authoring::bar_percent),
            "not stated line removed" => text(Authoring::not_stated_removed),
            "value" => text(Authoring::value),
            "choice removed" => text(Authoring::choice_removed),
            "choice added" => text(Authoring::choice_added),
            "text blanked" => text(Authoring::text_blanked),
            "own text blanked" => text(Authoring::own_text_blanked),
            "comment blanked" => text(Authoring::comment_blanked),
            "place removed" => text(Authoring::place_removed),
            // What the report itself prints is called by that in each language.
            "answer count" => same("(N Svar)"),
            "sum" => same("Sum"),
            "median" => same("Median"),
            "not stated count" => same("Ikke angitt (N Svar)"),
            other => same(other),
        }
    }
}
