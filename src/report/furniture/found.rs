//! What is found of furniture, and where on a page it may stand.

use crate::text::{Line, Page};
use std::collections::{BTreeMap, BTreeSet};

/// A page number as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct PageNumber {
    /// The page's number.
    pub(in crate::report) number: u32,
    /// How many there are in all, where that is printed (`3 av 81`).
    pub(in crate::report) of: Option<u32>,
}

/// The furniture of a document.
#[derive(Debug, Default)]
pub(in crate::report) struct Furniture {
    /// For each page its printed number.
    pub(in crate::report) numbers: Vec<Option<PageNumber>>,
    /// Lines that are furniture: (page index, line index).
    pub(in crate::report) lines: BTreeSet<(usize, usize)>,
}

impl Furniture {
    /// Whether a line is furniture.
    pub(in crate::report) fn has(&self, page: usize, line: usize) -> bool {
        self.lines.contains(&(page, line))
    }

    /// Gives a page its number, unless it has one.
    pub(super) fn number(&mut self, page: usize, number: PageNumber) {
        if let Some(slot) = self.numbers.get_mut(page) {
            slot.get_or_insert(number);
        }
    }

    /// Follows pages that were dropped or moved: `old` has for each page the index that it had.
    pub(in crate::report) fn follow(&mut self, old: &[usize]) {
        let numbers = old
            .iter()
            .map(|index| self.numbers.get(*index).copied().flatten());
        self.numbers = numbers.collect();
        let new: BTreeMap<usize, usize> = old.iter().enumerate().map(|(n, o)| (*o, n)).collect();
        let lines = self.lines.iter();
        self.lines = lines
            .filter_map(|(page, line)| Some((*new.get(page)?, *line)))
            .collect();
    }
}

/// How many lines at the top and at the bottom of a page may be furniture.
pub(super) const DEPTH: usize = 2;

/// A place that may hold furniture: the n-th line from the top (n ≥ 0) or from the bottom (n < 0).
pub(super) type Slot = i32;

/// Which lines of a page stand at its edges, from its first and from its last line on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Whatever they are.
    Page,
    /// Those that no furniture is known of: what stands inside other furniture.
    Inner,
}

/// The lines at the edges of a page.
pub(super) fn slots<'d>(
    (index, page): (usize, &'d Page),
    furniture: &Furniture,
    edge: Edge,
) -> impl Iterator<Item = (Slot, usize, &'d Line)> {
    let numbering = |line: usize| page.lines.get(line).is_some_and(|line| line.numbering);
    let open =
        |line: &usize| !numbering(*line) && (edge == Edge::Page || !furniture.has(index, *line));
    let lines = 0..page.lines.len();
    let top: Vec<usize> = lines.clone().filter(open).take(DEPTH).collect();
    let bottom: Vec<usize> = lines.rev().filter(open).take(DEPTH).collect();
    let top = (0..).zip(top);
    let bottom = (1..).map(|n: Slot| -n).zip(bottom);
    top.chain(bottom)
        .filter_map(|(slot, line)| Some((slot, line, page.lines.get(line)?)))
}
