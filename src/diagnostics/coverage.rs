//! How much of a report was read and checked: every printed figure, one by one.

use crate::report::{Question, Report};
use crate::rules::Outcome;
use crate::text::{Printed, Span};
use std::collections::BTreeSet;

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

impl Coverage {
    /// Counts the figures of a report, and those that the rules read.
    pub(crate) fn of(report: &Report, outcome: &Outcome) -> Self {
        let figures = figures(report);
        let mut unread: BTreeSet<_> = report
            .unread
            .iter()
            .map(|u| u.printed.span.order())
            .collect();
        let mut coverage = Self::default();
        for (span, certain) in figures {
            if certain {
                coverage.figures_read += 1;
                coverage.figures_checked += usize::from(outcome.touches(&span));
            } else {
                unread.insert(span.order());
            }
        }
        coverage.unread = unread.len();
        coverage
    }
}

/// The place of every printed figure, and whether it is certain.
fn figures(report: &Report) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let mut add = |printed: &Printed<i64>| out.push((printed.span, printed.certain));
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
