//! How much of a report was read and checked: every printed figure, one by one.

use crate::report::{Entry, Explanation, Fate, Report, figures, printed_at};
use crate::rules::{Outcome, UncheckedReason};
use crate::text::Printed;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of printed figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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
    pub(crate) unchecked: Vec<Printed<String>>,
    /// The words in which digits stand that are no figures to check, in report order.
    pub(crate) explained: Vec<(Explanation, Printed<String>)>,
    /// How many runs of digits have each fate.
    pub(crate) fates: BTreeMap<Fate, usize>,
}

impl Figures {
    /// Sorts the figures of a report.
    pub(crate) fn of(report: &Report, outcome: &Outcome) -> Self {
        let ledger = &outcome.ledger;
        let mut out = Self {
            unread: report.unread.iter().map(|u| u.printed.clone()).collect(),
            explained: explained(report, &ledger.entries),
            fates: ledger.counts(),
            ..Self::default()
        };
        for figure in figures(report) {
            if !figure.certain {
                out.unread.push(figure);
            } else if outcome.touches(&figure.span) {
                out.coverage.figures_checked += 1;
            } else {
                out.unchecked.push(figure);
            }
        }
        let unread = outcome.unchecked.iter();
        let unread = unread.filter(|one| one.reason == UncheckedReason::Unread);
        let unchecked: BTreeSet<_> = out
            .unchecked
            .iter()
            .map(|unchecked| unchecked.span.order())
            .collect();
        for printed in unread.flat_map(|one| &one.figures) {
            if !outcome.touches(&printed.span) && !unchecked.contains(&printed.span.order()) {
                out.unread.push(printed.clone());
            }
        }
        out.unread.sort_by_key(|printed| printed.span.order());
        out.unread.dedup_by_key(|printed| printed.span.order());
        out.unchecked.sort_by_key(|printed| printed.span.order());
        out.coverage.figures_read = out.coverage.figures_checked + out.unchecked.len();
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

/// The words in which explained digits stand. Digits with only blanks between them are one place, so that
/// a telephone number is not told in pieces.
fn explained(report: &Report, entries: &[Entry]) -> Vec<(Explanation, Printed<String>)> {
    let mut out: Vec<(Explanation, Printed<String>)> = Vec::new();
    for entry in entries {
        let Fate::Explained(what) = entry.fate else {
            continue;
        };
        let Some(printed) = printed_at(report, entry) else {
            continue;
        };
        if let Some((kind, last)) = out.last_mut()
            && last.span.page == entry.page
        {
            if last.span.end >= entry.end {
                continue;
            }
            let text = report.pages.get(entry.page as usize - 1);
            let text = text.map_or("", |page| page.text.as_str());
            let between = text.get(last.span.end as usize..printed.span.start as usize);
            let blank = |ch: char| matches!(ch, ' ' | '\u{a0}' | '\u{202f}');
            if *kind == what && between.is_some_and(|between| between.chars().all(blank)) {
                last.span.end = printed.span.end;
                last.span.bbox = last
                    .span
                    .bbox
                    .zip(printed.span.bbox)
                    .map(|(a, b)| a.union(b));
                let whole = last.span.start as usize..last.span.end as usize;
                text.get(whole).unwrap_or("").clone_into(&mut last.text);
                last.value.clone_from(&last.text);
                continue;
            }
        }
        out.push((what, printed));
    }
    out
}
