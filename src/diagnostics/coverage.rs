//! How much of a report was read and checked: every printed figure, one by one.

use crate::report::{Fate, Ledger, Report, figures};
use crate::rules::{Outcome, UncheckedReason};
use crate::text::Printed;
use std::collections::BTreeMap;

/// Counts of printed figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Figures that were read beyond doubt.
    pub figures_read: usize,
    /// Those of them that some rule judged or computed with.
    pub figures_checked: usize,
    /// Places where a value stands that could not be read with certainty.
    pub unread: usize,
    /// Runs of digits that are no figures to check: page numbers, dates, names, what someone wrote.
    pub explained: usize,
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
    /// How many runs of digits have each fate.
    pub(crate) fates: BTreeMap<Fate, usize>,
}

impl Figures {
    /// Sorts the figures of a report.
    pub(crate) fn of(report: &Report, outcome: &Outcome) -> Self {
        let ledger = Ledger::of(report, &outcome.touched);
        let mut out = Self {
            unread: report.unread.iter().map(|u| u.printed.clone()).collect(),
            fates: ledger.counts(),
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
        let unread = outcome.unchecked.iter();
        let unread = unread.filter(|one| one.reason == UncheckedReason::Unread);
        for printed in unread.flat_map(|one| &one.figures) {
            if !outcome.touches(&printed.span)
                && !out.dark.iter().any(|dark| dark.span == printed.span)
            {
                out.unread.push(printed.clone());
            }
        }
        out.unread.sort_by_key(|printed| printed.span.order());
        out.unread.dedup_by_key(|printed| printed.span.order());
        out.dark.sort_by_key(|printed| printed.span.order());
        out.coverage.figures_read = out.coverage.figures_checked + out.dark.len();
        out.coverage.unread = out.unread.len();
        out.coverage.explained = out
            .fates
            .iter()
            .filter(|(fate, _)| matches!(fate, Fate::Explained(_)))
            .map(|(_, runs)| runs)
            .sum();
        out
    }
}
