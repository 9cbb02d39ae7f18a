//! What stands on every page and belongs to none: page numbers and running lines.
//!
//! Page numbers are what makes a missing page detectable, so they are read with care: a number is a
//! page number only where most of the pages have one in the same place, in step with the pages.

use super::lines::fold;
use super::{Explanation, Passage};
use crate::text::{Document, Layout, Line, Page};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:[Ss]ide|[Pp]age|[Ss]\.|[-–—|])[ \t\x{a0}\x{202f}]*)?([0-9]{1,5})(?:[ \t\x{a0}\x{202f}]*(?:av|of|/|\|)[ \t\x{a0}\x{202f}]*([0-9]{1,5}))?(?:[ \t\x{a0}\x{202f}]*[-–—|])?$").ok()
});

/// A page number as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PageNumber {
    /// The page's number.
    pub(super) number: u32,
    /// How many there are in all, where that is printed (`3 av 81`).
    pub(super) of: Option<u32>,
}

/// The furniture of a document.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    /// For each page its printed number.
    pub(super) numbers: Vec<Option<PageNumber>>,
    /// Lines that are furniture: (page index, line index).
    pub(super) lines: BTreeSet<(usize, usize)>,
}

impl Furniture {
    /// Whether a line is furniture.
    pub(super) fn has(&self, page: usize, line: usize) -> bool {
        self.lines.contains(&(page, line))
    }

    /// The lines as passages: digits in them are no figures to check.
    pub(super) fn passages(&self, document: &Document) -> Vec<Passage> {
        let lines = self.lines.iter().filter_map(|(page, line)| {
            let page = document.pages.get(*page)?;
            let line = page.lines.get(*line)?;
            let what = if numbers_of(page, line).is_empty() {
                Explanation::RunningLine
            } else {
                Explanation::PageNumber
            };
            let span = page.span(line, &line.range, None);
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

/// How many lines at the top and at the bottom of a page may be furniture.
const DEPTH: usize = 2;

/// Finds the furniture.
pub(super) fn find(document: &Document) -> Furniture {
    let mut furniture = Furniture {
        numbers: vec![None; document.pages.len()],
        lines: BTreeSet::new(),
    };
    running_lines(document, &mut furniture);
    page_numbers(document, &mut furniture);
    furniture
}

/// A place that may hold furniture: the n-th line from the top (n ≥ 0) or from the bottom (n < 0).
type Slot = i32;

fn slots(page: &Page) -> impl Iterator<Item = (Slot, usize, &Line)> {
    let count = page.lines.len();
    let top = (0..DEPTH.min(count)).map(|n| (Slot::try_from(n).unwrap_or(0), n));
    let bottom = (1..=DEPTH.min(count)).map(move |n| (-Slot::try_from(n).unwrap_or(1), count - n));
    top.chain(bottom)
        .filter_map(|(slot, index)| Some((slot, index, page.lines.get(index)?)))
}

/// Lines with the same text in the same place on most pages.
fn running_lines(document: &Document, furniture: &mut Furniture) {
    let pages = document.pages.len();
    if pages < 4 {
        return;
    }
    let mut seen: BTreeMap<(Slot, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (slot, line_index, line) in slots(page) {
            // A figure may differ from page to page (a number beside a running title).
            let text: String = fold(page.slice(&line.range))
                .chars()
                .map(|ch| if ch.is_ascii_digit() { '#' } else { ch })
                .collect();
            if text.chars().any(char::is_alphabetic) {
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

/// A candidate: page, line, number, and where it stands.
#[derive(Clone, Copy)]
struct Candidate {
    page: usize,
    line: usize,
    number: PageNumber,
}

fn page_numbers(document: &Document, furniture: &mut Furniture) {
    let mut by_place: BTreeMap<(Slot, i32), Vec<Candidate>> = BTreeMap::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (slot, line_index, line) in slots(page) {
            for number in numbers_of(page, line) {
                // In a PDF the same height as well; lines of text have none.
                let height = line
                    .cells
                    .first()
                    .and_then(|cell| cell.bbox)
                    .map_or(0, |bbox| band(bbox.y1));
                let from_edge = if document.layout == Layout::Boxes {
                    height
                } else {
                    0
                };
                let edge = if slot < 0 { -1 } else { 0 };
                by_place
                    .entry((edge, from_edge))
                    .or_default()
                    .push(Candidate {
                        page: page_index,
                        line: line_index,
                        number,
                    });
            }
        }
    }
    let best = by_place
        .into_values()
        .map(|candidates| in_step(&candidates, document.layout))
        .max_by_key(Vec::len)
        .unwrap_or_default();
    // One page alone shows nothing; on a longer report, most pages must be numbered where the
    // place is known. Text files lose some of their numbers.
    let needed = match document.layout {
        Layout::Boxes => (document.pages.len() * 6).div_ceil(10).max(2),
        Layout::Columns | Layout::Flow => 2,
    };
    if best.len() < needed {
        return;
    }
    let kept = match document.layout {
        Layout::Boxes => best,
        Layout::Columns | Layout::Flow => with_displaced(document, &best),
    };
    for candidate in kept {
        if let Some(slot) = furniture.numbers.get_mut(candidate.page) {
            *slot = Some(candidate.number);
        }
        furniture.lines.insert((candidate.page, candidate.line));
    }
}

/// Text may print a page's number in the middle of what stands on it: between pages whose numbers are
/// known, the number that is lacking is looked for on the whole page.
fn with_displaced(document: &Document, known: &[Candidate]) -> Vec<Candidate> {
    let mut all = Vec::new();
    for pair in known.windows(2) {
        let [above, below] = pair else { continue };
        all.push(*above);
        let pages = below.page.saturating_sub(above.page);
        if below
            .number
            .number
            .checked_sub(above.number.number)
            .map(|n| n as usize)
            != Some(pages)
        {
            continue;
        }
        for (page, wanted) in (above.page + 1..below.page).zip(above.number.number + 1..) {
            let lines = document.pages.get(page).map_or(&[][..], |page| &page.lines);
            let fits = |line: &Line| {
                let page = document.pages.get(page)?;
                numbers_of(page, line)
                    .into_iter()
                    .find(|found| found.number == wanted)
            };
            let percent = |line: usize| {
                let page = document.pages.get(page);
                let next = page.zip(lines.get(line + 1));
                next.is_some_and(|(page, next)| page.slice(&next.range).contains('%'))
            };
            let mut found = lines
                .iter()
                .enumerate()
                .filter(|(line, _)| !percent(*line))
                .filter_map(|(line, text)| Some((line, fits(text)?)));
            if let (Some((line, number)), None) = (found.next(), found.next()) {
                all.push(Candidate { page, line, number });
            }
        }
    }
    all.extend(known.last());
    all
}

/// The band of a page, three points high, in which a height falls.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a height beyond any page has a band of its own all the same"
)]
fn band(y: f32) -> i32 {
    (y / 3.0) as i32
}

/// The whole line, or its first or last cell, as a page number.
fn numbers_of(page: &Page, line: &Line) -> Vec<PageNumber> {
    let mut texts = vec![fold(page.slice(&line.range))];
    if line.cells.len() > 1 {
        texts.extend(line.cells.first().map(|cell| fold(page.slice(&cell.range))));
        texts.extend(line.cells.last().map(|cell| fold(page.slice(&cell.range))));
    }
    texts
        .iter()
        .filter_map(|text| {
            let found = NUMBER.as_ref()?.captures(text)?;
            let part = |index: usize| {
                found
                    .get(index)
                    .and_then(|part| part.as_str().parse::<u32>().ok())
            };
            Some(PageNumber {
                number: part(1)?,
                of: part(2),
            })
        })
        .take(1)
        .collect()
}

/// The candidates that can be page numbers together. In a PDF all of one place count, so that a
/// leap or a swap shows; in text, only those that grow at least as fast as the pages do.
fn in_step(candidates: &[Candidate], layout: Layout) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    match layout {
        Layout::Boxes => {
            // Most must be in step with the page before them.
            let steps = candidates
                .windows(2)
                .filter(|pair| {
                    matches!(pair, [a, b] if b.page > a.page
                    && b.number.number.wrapping_sub(a.number.number) as usize == b.page - a.page)
                })
                .count();
            let out_of_step = candidates.len().saturating_sub(1 + steps);
            if steps >= out_of_step.max(1) {
                for candidate in candidates {
                    if kept.last().is_none_or(|last| last.page != candidate.page) {
                        kept.push(*candidate);
                    }
                }
            }
        }
        Layout::Columns | Layout::Flow => {
            for candidate in candidates {
                let index = candidate.page + 1;
                let offset = (candidate.number.number as usize).checked_sub(index);
                let last = kept
                    .last()
                    .map(|last| (last.page, last.number.number as usize - (last.page + 1)));
                let fits = match (offset, last) {
                    (Some(offset), Some((page, before))) => {
                        page < candidate.page && offset >= before && offset <= before + 50
                    }
                    (Some(offset), None) => offset <= 50,
                    (None, _) => false,
                };
                if fits {
                    kept.push(*candidate);
                }
            }
        }
    }
    kept
}
