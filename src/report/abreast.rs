//! Whether the text runs in two columns on its pages, or two pages stand on a sheet whose middle nothing
//! tells: what stands beside each other would be taken for one line.
//!
//! The exporter heads answers with their category, at one left edge. Charts, lists, tables and names beside
//! each other have no such headings: where the same one stands at two edges far apart, so do the answers.

use super::exporter;
use super::folded::squash;
use crate::text::{ByteRange, Cell, Document, Layout, Page};
use std::collections::{BTreeMap, BTreeSet};

/// Two edges are far apart from this share of the page's width on, or from so many letters: a heading that is
/// centred, or on the page of a book's other side, is nearer.
const FAR: f32 = 0.3;
const FAR_LETTERS: f32 = 30.0;
/// So many headings at each of two edges are no chance.
const HEADINGS: usize = 3;

/// How a heading is set: its text, font, size in tenths of a point, and the page's width in points.
type Setting = (String, u16, i32, i32);

/// The first page, from 1, on which the answers stand in a second column.
pub(super) fn second_column(document: &Document) -> Option<u32> {
    // Without columns a place on a line says nothing.
    if document.layout == Layout::Flow {
        return None;
    }
    let known = headings(document);
    let mut edges: BTreeMap<Setting, Vec<(f32, u32)>> = BTreeMap::new();
    for page in &document.pages {
        for line in &page.lines {
            for cell in &line.cells {
                let text = page.slice(cell.range);
                if !text.ends_with(')') {
                    continue;
                }
                let text = squash(text);
                if known.contains(&*text) {
                    let edge = edge(page, line.range.start, cell);
                    let setting = (text.into_owned(), cell.font, tenths(cell), points(page));
                    edges.entry(setting).or_default().push((edge, page.number));
                }
            }
        }
    }
    // A label of a chart, which is smaller, may read like one.
    let mut sizes: BTreeMap<i32, usize> = BTreeMap::new();
    for ((_, _, size, _), edges) in &edges {
        *sizes.entry(*size).or_default() += edges.len();
    }
    let mut largest = sizes.iter().rev().filter(|(_, count)| **count >= HEADINGS);
    let (largest, _) = largest.next()?;
    let (mut near, mut far) = (0, Vec::new());
    let of_headings = edges.iter().filter(|((_, _, size, _), _)| size == largest);
    for ((.., width), edges) in of_headings {
        let first = edges.iter().map(|(edge, _)| *edge);
        let Some(first) = first.min_by(f32::total_cmp) else {
            continue;
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a page is a few thousand points wide"
        )]
        let apart = if *width > 0 {
            FAR * *width as f32
        } else {
            FAR_LETTERS
        };
        let beyond = edges.iter().filter(|(edge, _)| edge - first > apart);
        let beyond: Vec<u32> = beyond.map(|(_, page)| *page).collect();
        near += edges.len() - beyond.len();
        far.extend(beyond);
    }
    (near >= HEADINGS && far.len() >= HEADINGS)
        .then(|| far.into_iter().min())
        .flatten()
}

/// The headings of answers, by those of the overview.
fn headings(document: &Document) -> BTreeSet<String> {
    let cells = document.pages.iter().flat_map(|page| {
        let cells = page.lines.iter().flat_map(|line| &line.cells);
        cells.map(|cell| page.slice(cell.range))
    });
    let counts = |text: &&str| text.ends_with(['r', 'R']);
    let headings = cells.map(str::trim_end).filter(counts);
    let headings = headings.filter_map(|text| {
        let found = exporter::category(text)?;
        let heading = exporter::heading(found.get(1)?.as_str(), found.get(2)?.as_str());
        Some(squash(&heading).into_owned())
    });
    headings.collect()
}

/// Where a cell begins: points, or letters where there is no geometry.
fn edge(page: &Page, line: u32, cell: &Cell) -> f32 {
    let letters = || {
        let before = page.slice(ByteRange {
            start: line,
            end: cell.range.start,
        });
        u16::try_from(before.chars().count()).unwrap_or(u16::MAX)
    };
    cell.bbox.map_or_else(|| letters().into(), |bbox| bbox.x0)
}

#[expect(clippy::cast_possible_truncation, reason = "a size is small")]
fn tenths(cell: &Cell) -> i32 {
    (cell.size * 10.0).round() as i32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a page is a few thousand points wide"
)]
fn points(page: &Page) -> i32 {
    page.width.round() as i32
}
