//! Why a change can go unnoticed though no rule is to blame, and what changes are called.

use super::mutants::{Change, Mutant, Place, TextOf};
use crate::report::{Question, Report};
use crate::rules::Text;

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
            Self::PrintedOnce => text(
                "står ett sted, uten noe å sammenligne med",
                "står éin stad, utan noko å samanlikne med",
                "printed once, with nothing to compare it with",
            ),
            Self::MendsFault => text(
                "retter en feil som rapporten har fra før",
                "rettar ein feil som rapporten har frå før",
                "mends an error that the report has already",
            ),
            Self::NotWhole => text(
                "det som hører til, er ikke lest i sin helhet",
                "det som høyrer til, er ikkje lese i sin heilskap",
                "what belongs to it was not read whole",
            ),
            Self::LooksUnread => text(
                "ser ut som noe som ikke er lest, og som derfor ikke dømmes",
                "ser ut som noko som ikkje er lese, og som difor ikkje blir dømt",
                "looks like something that was not read, and so is not judged",
            ),
        }
    }
}

fn text(nb: &str, nn: &str, en: &str) -> Text {
    let [nb, nn, en] = [nb, nn, en].map(str::to_owned);
    Text { nb, nn, en }
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
            "shown" => text("viste svar", "viste svar", "submissions shown"),
            "total" => text("svar i alt", "svar i alt", "submissions in all"),
            "filter count" => text("antall i filteret", "tal i filteret", "filter count"),
            "overview count" => text("antall i oversikten", "tal i oversikta", "overview count"),
            "respondent dropped" => text(
                "navn tatt ut av oversikten",
                "namn teke ut av oversikta",
                "name dropped from the overview",
            ),
            "answer count" => text("(N Svar)", "(N Svar)", "(N Svar)"),
            "svar" => text(
                "Svar i tallblokken",
                "Svar i talblokka",
                "Svar of the block",
            ),
            "sum" => text("Sum", "Sum", "Sum"),
            "mean" => text("Snitt", "Snitt", "Snitt (mean)"),
            "median" => text("Median", "Median", "Median"),
            "deviation" => text(
                "Standardavvik",
                "Standardavvik",
                "Standardavvik (deviation)",
            ),
            "bar count" => text("antall ved søyle", "tal ved søyle", "count of a bar"),
            "bar percent" => text("prosent ved søyle", "prosent ved søyle", "percent of a bar"),
            "not stated count" => text(
                "Ikke angitt (N Svar)",
                "Ikke angitt (N Svar)",
                "Ikke angitt (N Svar)",
            ),
            "not stated line removed" => text(
                "navn tatt ut av «Ikke angitt»",
                "namn teke ut av «Ikke angitt»",
                "name dropped from “Ikke angitt”",
            ),
            "value" => text("tallsvar", "talsvar", "number answered"),
            "choice removed" => text("valg fjernet", "val fjerna", "choice removed"),
            "choice added" => text("valg lagt til", "val lagt til", "choice added"),
            "text blanked" => text("tekst fjernet", "tekst fjerna", "text removed"),
            "own text blanked" => text("eget svar fjernet", "eige svar fjerna", "own text removed"),
            "comment blanked" => text("kommentar fjernet", "kommentar fjerna", "comment removed"),
            "place removed" => text("sted fjernet", "stad fjerna", "place removed"),
            other => text(other, other, other),
        }
    }
}
