//! What of a report was not checked: figures that were not read, or read and judged by no rule, and
//! figures that the exporter always prints and that are not there.
//!
//! One entry for each question, or for each page where no question is known, and one reason for it.

use crate::report::{
    Chart, Fate, Gap, GapKind, Group, Kind, Ledger, Question, Report, Statistics, figures,
    printed_at,
};
use crate::text::{Printed, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Why something was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UncheckedReason {
    /// Questions were misread: what the exporter guarantees does not hold in them.
    Misread,
    /// Figures were not read, or not with certainty.
    Unread,
    /// Figures that the exporter always prints are not there.
    Missing,
    /// Charts that the exporter always prints are not there, or not whole.
    MissingChart,
    /// Answers were not read with certainty.
    Uncertain,
    /// Figures were read, and no rule could compare them with anything.
    Untied,
}

impl UncheckedReason {
    /// All of them, the gravest first.
    pub const ALL: [Self; 6] = [
        Self::Misread,
        Self::Unread,
        Self::Missing,
        Self::MissingChart,
        Self::Uncertain,
        Self::Untied,
    ];

    /// The name that rule files and the JSON use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Misread => "misread",
            Self::Unread => "unread",
            Self::Missing => "missing",
            Self::MissingChart => "missing_chart",
            Self::Uncertain => "uncertain",
            Self::Untied => "untied",
        }
    }
}

/// Something that was not checked.
#[derive(Clone, Debug)]
pub struct Unchecked {
    /// Why, where there are several reasons the gravest.
    pub reason: UncheckedReason,
    /// Index into [`Report::questions`]; `None` where it belongs to no question.
    pub question: Option<usize>,
    /// Something printed at the place: the first of the figures, or the title.
    pub at: Printed<String>,
    /// The figures, or the names above the answers, in report order.
    pub figures: Vec<Printed<String>>,
}

/// What belongs together: a question, or a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Page(u32),
    Question(usize),
}

/// Finds what was not checked.
pub(crate) fn find(report: &Report, ledger: &Ledger) -> Vec<Unchecked> {
    let mut found = Gather::new(report);
    for (printed, fate) in open_figures(report, ledger) {
        let reason = if fate == Fate::Unread {
            UncheckedReason::Unread
        } else {
            UncheckedReason::Untied
        };
        let place = found.place(&printed.span);
        found.add(place, reason, printed);
    }
    for (index, question) in report.questions.iter().enumerate() {
        for (reason, printed) in lacks(question) {
            found.add(Place::Question(index), reason, printed);
        }
    }
    front(report, &mut found);
    let mut unchecked = misread(report);
    unchecked.extend(found.done());
    unchecked
}

/// Questions that were misread, told once for all of them.
fn misread(report: &Report) -> Vec<Unchecked> {
    let gaps = report
        .gaps
        .iter()
        .filter(|gap| gap.kind == GapKind::Misread);
    gaps.map(|gap| {
        let questions = gap.questions.iter();
        let titles = questions.filter_map(|index| report.questions.get(*index));
        Unchecked {
            reason: UncheckedReason::Misread,
            question: match gap.questions.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
            at: gap.at.clone(),
            figures: titles.map(|question| question.title.clone()).collect(),
        }
    })
    .collect()
}

/// The figures that no rule judged, in report order, each once though it may be several runs of digits.
fn open_figures(report: &Report, ledger: &Ledger) -> Vec<(Printed<String>, Fate)> {
    let unread = report.unread.iter().map(|unread| unread.printed.clone());
    let mut prints: Vec<Printed<String>> = figures(report).into_iter().chain(unread).collect();
    prints.sort_by_key(|printed| printed.span.order());
    let mut open: Vec<(Printed<String>, Fate)> = Vec::new();
    for entry in &ledger.entries {
        if !matches!(entry.fate, Fate::Unread | Fate::Read) {
            continue;
        }
        let covers = |printed: &Printed<String>| {
            let span = printed.span;
            span.page == entry.page && span.start <= entry.start && span.end >= entry.end
        };
        if open.last().is_some_and(|(last, _)| covers(last)) {
            continue;
        }
        // The prints begin in order, so that the one looked for is near where the entry stands.
        let upto = prints.partition_point(|print| {
            (print.span.page, print.span.start) <= (entry.page, entry.start)
        });
        let before = prints.get(..upto).unwrap_or(&[]);
        let known = before.iter().rev().take(64).find(|print| covers(print));
        let printed = known.cloned().or_else(|| printed_at(report, entry));
        open.extend(printed.map(|printed| (printed, entry.fate)));
    }
    open
}

/// What a whole question lacks that the exporter always prints, and answers that are not certain.
fn lacks(question: &Question) -> Vec<(UncheckedReason, Printed<String>)> {
    let mut lacking = Vec::new();
    let mut at_title = |reason| lacking.push((reason, question.title.clone()));
    if question.reported_count.is_none() && !question.title.value.is_empty() {
        at_title(UncheckedReason::Missing);
    }
    let figures = question.stats.as_ref().map(Statistics::figures);
    let integer = question.kind == Kind::Integer && !question.title.value.is_empty();
    if figures.map_or(integer, |figures| figures.contains(&None)) {
        at_title(UncheckedReason::Missing);
    }
    let charted = matches!(question.kind, Kind::MultipleChoice | Kind::SingleChoice);
    if question.uncharted || charted && !question.charts_whole() {
        at_title(UncheckedReason::MissingChart);
    }
    lacking.extend(disputed(question).map(|count| (UncheckedReason::Untied, count)));
    let unsure = question.answers.iter().filter(|answer| !answer.certain);
    lacking.extend(unsure.map(|answer| (UncheckedReason::Uncertain, answer.respondent.clone())));
    lacking
}

/// Counts in which the chart of all and those of the groups agree with each other against the answers:
/// someone wrote a comment that reads like an option, or the exporter counted otherwise. No rule
/// judges these.
fn disputed(question: &Question) -> impl Iterator<Item = Printed<String>> {
    let sure = question.answers.iter().all(|answer| answer.certain);
    let (all, groups): (Vec<&Chart>, Vec<&Chart>) = question
        .charts
        .iter()
        .partition(|chart| chart.group.is_all());
    let bars = all.into_iter().flat_map(|chart| &chart.bars);
    let disputed = bars.filter(move |bar| {
        let of_groups = groups.iter().flat_map(|chart| &chart.bars);
        let same = of_groups.filter(|other| other.option == bar.option);
        let grouped: i128 = same.map(|other| i128::from(other.count.value)).sum();
        let agree = !groups.is_empty() && grouped == i128::from(bar.count.value);
        sure && agree && question.chosen(&Group::default(), bar) != bar.count.value
    });
    disputed.map(|bar| {
        let text = bar.count.text.clone();
        bar.count.clone().map(|_| text)
    })
}

/// What the front page and the overview lack.
fn front(report: &Report, found: &mut Gather<'_>) {
    let Some(at) = report.title.clone().or_else(|| {
        let first = report.overview.first();
        first.map(|category| category.name.clone())
    }) else {
        return;
    };
    let lacking = report.shown.is_none() || report.total.is_none() || report.overview.is_empty();
    if lacking {
        found.add(Place::Page(at.span.page), UncheckedReason::Missing, at);
    }
}

/// What is not checked, as it is gathered.
struct Gather<'r> {
    report: &'r Report,
    /// Where each question begins: page and byte, in report order.
    begins: Vec<((u32, u32), usize)>,
    /// Questions of which pages are missing: that is told by itself.
    told: BTreeSet<usize>,
    entries: BTreeMap<Place, BTreeMap<UncheckedReason, Vec<Printed<String>>>>,
}

impl<'r> Gather<'r> {
    fn new(report: &'r Report) -> Self {
        let begins = report
            .questions
            .iter()
            .enumerate()
            .map(|(index, question)| {
                let span = question.title.span;
                ((span.page, span.start), index)
            });
        let mut told: BTreeSet<usize> = report
            .gaps
            .iter()
            .flat_map(|gap| gap.questions.iter().copied())
            .collect();
        if report.gaps.iter().any(Gap::loses) {
            let open = report.questions.iter().enumerate();
            told.extend(open.filter(|(_, q)| !q.complete).map(|(index, _)| index));
        }
        Self {
            report,
            begins: begins.collect(),
            told,
            entries: BTreeMap::new(),
        }
    }

    fn place(&self, span: &Span) -> Place {
        let after = self
            .begins
            .partition_point(|(at, _)| *at <= (span.page, span.start));
        let question = after
            .checked_sub(1)
            .and_then(|index| self.begins.get(index));
        question.map_or(Place::Page(span.page), |(_, index)| Place::Question(*index))
    }

    fn add(&mut self, place: Place, reason: UncheckedReason, printed: Printed<String>) {
        let told = match place {
            Place::Question(index) => self.told.contains(&index),
            // What pages are missing of the front is told too.
            Place::Page(_) => self
                .report
                .gaps
                .iter()
                .any(|gap| gap.loses() && (gap.questions.is_empty() || gap.after_page == 0)),
        };
        if !told {
            let reasons = self.entries.entry(place).or_default();
            reasons.entry(reason).or_default().push(printed);
        }
    }

    fn done(self) -> Vec<Unchecked> {
        let entries = self.entries.into_iter().filter_map(|(place, reasons)| {
            // The gravest reason says what to look at; the others follow from it, or are seen there.
            let reason = *reasons.keys().next()?;
            let question = match place {
                Place::Question(index) => Some(index),
                Place::Page(_) => None,
            };
            let mut figures = reasons.into_values().next()?;
            figures.sort_by_key(|printed| printed.span.order());
            figures.dedup_by_key(|printed| printed.span.order());
            let at = figures.first()?.clone();
            Some(Unchecked {
                reason,
                question,
                at,
                figures,
            })
        });
        entries.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn counts_beyond_all_bounds_are_added() {
        let mut question = sample::question_with_answers();
        let label = question.title.clone();
        let chart = |group: &str, count: i64| Chart {
            group: group.into(),
            heading: None,
            bars: vec![crate::report::Bar {
                option: "Kurs".to_owned(),
                label: label.clone(),
                count: label.clone().map(|_| count),
                percent: label.clone().map(|_| 0),
                decimals: 0,
                other: false,
            }],
            complete: true,
        };
        question.charts = vec![
            chart("", 2),
            chart("Privat/Skole", i64::MAX),
            chart("Privat/Museum", i64::MAX),
        ];
        assert_eq!(disputed(&question).count(), 0);
        question.charts = vec![chart("", 2), chart("Privat/Skole", 2)];
        assert_eq!(disputed(&question).count(), 1);
    }

    #[test]
    fn what_the_exporter_always_prints_is_required() {
        let reasons = |question: &Question| -> Vec<UncheckedReason> {
            let lacking = lacks(question).into_iter();
            lacking.map(|(reason, _)| reason).collect()
        };
        let mut question = sample::question_with_answers();
        question.kind = Kind::Integer;
        question.reported_count = Some(sample::certain(5));
        question.stats = None;
        assert_eq!(reasons(&question), [UncheckedReason::Missing]);
        // Where the title is lost, so is the block under it.
        question.title.value.clear();
        assert_eq!(reasons(&question), []);
        question.kind = Kind::Text;
        assert_eq!(reasons(&question), []);
        question.uncharted = true;
        assert_eq!(reasons(&question), [UncheckedReason::MissingChart]);
    }
}
