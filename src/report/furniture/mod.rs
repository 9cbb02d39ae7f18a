//! What stands on every page and belongs to none: page numbers and running lines.
//!
//! Page numbers are what makes a missing page detectable, so they are read with care: a number is a
//! page number only where most of the pages have one in the same place, in step with the pages.

#[cfg(test)]
mod drawn;
mod found;
mod numbers;
mod own;
mod sequences;

use super::folded::fold;
use super::{Explanation, Passage};
use crate::text::{Document, Layout, Line};
use found::{DEPTH, Edge, Slot, slots};
pub(super) use found::{Furniture, PageNumber};
use numbers::{anywhere, moved, number_of, page_numbers};
use sequences::{numbered_lines, running_numbers, shape};
use std::collections::{BTreeMap, BTreeSet};

impl Furniture {
    /// The lines as passages: digits in them are no figures to check.
    pub(super) fn passages(&self, document: &Document) -> Vec<Passage> {
        let lines = self.lines.iter().filter_map(|(page, line)| {
            let page = document.pages.get(*page)?;
            let line = page.lines.get(*line)?;
            let what = if line.numbering {
                Explanation::LineNumber
            } else if number_of(page, line).is_none() {
                Explanation::RunningLine
            } else {
                Explanation::PageNumber
            };
            let span = page.span(line, line.range, None);
            Some(Passage {
                page: span.page,
                start: span.start,
                end: span.end,
                what,
            })
        });
        lines.collect()
    }
}

/// Finds the furniture.
pub(super) fn find(document: &Document) -> Furniture {
    let mut furniture = Furniture {
        numbers: vec![None; document.pages.len()],
        lines: BTreeSet::new(),
    };
    for (page, line) in running(document) {
        furniture.lines.insert((page, line));
    }
    if document.layout != Layout::Boxes {
        in_text(document, &mut furniture);
        return furniture;
    }
    running_lines(document, &mut furniture, Edge::Page);
    own::keep(document, &mut furniture);
    furniture.lines.extend(numbering(document));
    if !running_numbers(document, &mut furniture) {
        page_numbers(document, &mut furniture, Edge::Page);
        // A stamp of several lines may stand at the very edge.
        if furniture.numbers.iter().all(Option::is_none) {
            page_numbers(document, &mut furniture, Edge::Inner);
        }
    }
    moved(document, &mut furniture);
    furniture
}

/// Finds the furniture of a text, where what a browser or an archive prints stands around the report's own.
fn in_text(document: &Document, furniture: &mut Furniture) {
    let mut edge = Edge::Page;
    for _ in 0..AROUND {
        let known = furniture.lines.clone();
        running_lines(document, furniture, edge);
        own::keep(document, furniture);
        if edge == Edge::Page {
            numbered_lines(document, furniture);
        }
        page_numbers(document, furniture, edge);
        furniture.lines.extend(&known);
        if edge == Edge::Inner && furniture.lines.len() == known.len() {
            break;
        }
        edge = Edge::Inner;
    }
    anywhere(document, furniture);
}

/// The lines that the text room found on most pages, in one place or word for word.
fn running(document: &Document) -> impl Iterator<Item = (usize, usize)> {
    lines_that(document, |line| line.running)
}

/// The numbers of lines that the text room found in the margin.
fn numbering(document: &Document) -> impl Iterator<Item = (usize, usize)> {
    lines_that(document, |line| line.numbering)
}

fn lines_that(
    document: &Document,
    is: impl Fn(&Line) -> bool + Copy,
) -> impl Iterator<Item = (usize, usize)> {
    let pages = document.pages.iter().enumerate();
    pages.flat_map(move |(page, content)| {
        let lines = content.lines.iter().enumerate();
        lines
            .filter(move |(_, line)| is(line))
            .map(move |(line, _)| (page, line))
    })
}

/// So often others have printed around what was printed before, at the most.
const AROUND: usize = 5;
/// A day with an hour has so many figures.
const MOMENT: usize = 4;
/// The number of a case has so many digits, `25/00417-3`.
const REFERENCE: usize = 6;

/// The pages of a text, by index, across which something was stamped: not at their edge.
pub(super) fn stamped(document: &Document) -> BTreeSet<usize> {
    let text = document.layout != Layout::Boxes;
    let across = running(document).filter(|(page, line)| {
        let lines = document.pages.get(*page).map_or(0, |page| page.lines.len());
        text && (DEPTH..lines.saturating_sub(DEPTH)).contains(line)
    });
    across.map(|(page, _)| page).collect()
}

/// Lines with the same text in the same place on most pages, the report's own among them.
fn running_lines(document: &Document, furniture: &mut Furniture, edge: Edge) {
    let pages = document.pages.len();
    if pages < 4 {
        return;
    }
    let mut seen: BTreeMap<(Slot, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (slot, line_index, line) in slots((page_index, page), furniture, edge) {
            // A figure may differ from page to page (a number beside a running title).
            let raw = page.slice(line.range);
            let mut text = shape(&fold(raw));
            // The last answer of a page may be a number on every page; a day and an hour, and the number
            // of a case, are what they are on all.
            let words = text.chars().any(char::is_alphabetic);
            let digits = raw.chars().filter(char::is_ascii_digit).count();
            let same = !words && (text.matches('#').count() >= MOMENT || digits >= REFERENCE);
            if same {
                text = fold(raw).into_owned();
            }
            if words || same {
                seen.entry((slot, text))
                    .or_default()
                    .push((page_index, line_index));
            }
        }
    }
    for places in seen
        .into_values()
        .filter(|places| places.len() * 10 > pages * 8)
    {
        furniture.lines.extend(places);
    }
}
