//! How much of a report was read and checked: every printed figure, one by one.

use crate::report::{Question, Report};
use crate::rules::Outcome;
use crate::text::Printed;

/// Counts of printed figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Figures that were read beyond doubt.
    pub figures_read: usize,
    /// Those of them that some rule judged or computed with.
    pub figures_checked: usize,
    /// Places where a value stands that could not be read with certainty.
    pub unread: usize,
}

/// The figures of a report, sorted by how they fared.
#[derive(Default)]
pub(crate) struct Figures {
    /// The counts.
    pub(crate) coverage: Coverage,
    /// What could not be read with certainty, in report order.
    pub(crate) unread: Vec<Printed<String>>,
    /// What was read and no rule looked at, in report order.
    pub(crate) dark: Vec<Printed<String>>,
}

impl Figures {
    /// Sorts the figures of a report.
    pub(crate) fn of(report: &Report, outcome: &Outcome) -> Self {
        let mut out = Self {
            unread: report.unread.iter().map(|u| u.printed.clone()).collect(),
            ..Self::default()
        };
        for figure in figures(report) {
            if !figure.certain {
                out.unread.push(figure);
            } else if outcome.touches(&figure.span) {
                out.coverage.figures_checked += 1;
            } else {
                out.dark.push(figure);
            }
        }
        out.unread.sort_by_key(|printed| printed.span.order());
        out.unread.dedup_by_key(|printed| printed.span.order());
        out.dark.sort_by_key(|printed| printed.span.order());
        out.coverage.figures_read = out.coverage.figures_checked + out.dark.len();
        out.coverage.unread = out.unread.len();
        out
    }
}

/// Every printed figure.
fn figures(report: &Report) -> Vec<Printed<String>> {
    let mut out = Vec::new();
    let mut add = |printed: &Printed<i64>| {
        let text = printed.text.clone();
        out.push(printed.clone().map(|_| text));
    };
    report.shown.iter().for_each(&mut add);
    report.total.iter().for_each(&mut add);
    report.filters.iter().for_each(|f| add(&f.count));
    report.overview.iter().for_each(|c| add(&c.count));
    for question in &report.questions {
        of_question(question, &mut add);
    }
    out
}

/// Hands every figure of a question to `add`, in no particular order.
fn of_question(question: &Question, add: &mut impl FnMut(&Printed<i64>)) {
    question.reported_count.iter().for_each(&mut *add);
    if let Some(stats) = &question.stats {
        let all = [
            &stats.responses,
            &stats.sum,
            &stats.mean,
            &stats.median,
            &stats.stddev,
        ];
        all.into_iter().flatten().for_each(&mut *add);
    }
    for bar in question.charts.iter().flat_map(|chart| &chart.bars) {
        add(&bar.count);
        add(&bar.percent);
    }
    for answer in &question.answers {
        answer.value.iter().for_each(&mut *add);
    }
    question.not_stated.iter().for_each(|n| add(&n.count));
}
