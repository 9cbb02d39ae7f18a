//! What stands on every page and belongs to none: page numbers and running lines.
//!
//! Page numbers are what makes a missing page detectable, so they are read with care: a number is a
//! page number only where most of the pages have one in the same place, in step with the pages.

use super::exporter;
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

    /// Follows pages that were dropped or moved: `old` has for each page the index that it had.
    pub(super) fn follow(&mut self, old: &[usize]) {
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
    if document.layout != Layout::Boxes {
        stamps(document, &mut furniture);
    }
    if !running_numbers(document, &mut furniture) {
        page_numbers(document, &mut furniture);
    }
    furniture
}

/// The figures of a line, each with whether `/`, `av` or `of` stands before it.
fn numbers_in(text: &str) -> Vec<(u32, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|ch: char| ch.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from
            .find(|ch: char| !ch.is_ascii_digit())
            .unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        let of = ["/", "av", "of", "|"]
            .iter()
            .any(|word| before.trim_end().ends_with(word));
        if let Ok(number) = digits.parse() {
            found.push((number, of));
        }
        rest = after;
    }
    found
}

/// A figure of running lines, page by page: which page, which line, the number and the one after it.
type Sequence = Vec<(usize, usize, PageNumber)>;

/// Takes the lines that the text room found in one place on most pages, and reads the pages' numbers
/// from them: the figure that grows as the pages do. Whether there is one.
fn running_numbers(document: &Document, furniture: &mut Furniture) -> bool {
    let mut sequences: BTreeMap<(String, usize), Sequence> = BTreeMap::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (line_index, line) in page.lines.iter().enumerate() {
            if !line.running {
                continue;
            }
            furniture.lines.insert((page_index, line_index));
            let text = fold(page.slice(&line.range));
            let numbers = numbers_in(&text);
            for (place, (number, _)) in numbers.iter().enumerate() {
                let of = numbers.get(place + 1).filter(|(_, of)| *of);
                let number = PageNumber {
                    number: *number,
                    of: of.map(|(of, _)| *of),
                };
                sequences
                    .entry((shape(&text), place))
                    .or_default()
                    .push((page_index, line_index, number));
            }
        }
    }
    let filled = document.pages.iter().filter(|page| !page.lines.is_empty());
    let needed = (filled.count() * 6).div_ceil(10).max(2);
    // Where two count the pages (the report and the browser that printed it), a leap in one tells.
    let best = sequences
        .into_values()
        .filter(|sequence| sequence.len() >= needed && counts_pages(sequence))
        .max_by_key(|sequence| (leaps(sequence), sequence.len()));
    let Some(best) = best else {
        return false;
    };
    for (page, _, number) in best {
        if let Some(slot) = furniture.numbers.get_mut(page) {
            slot.get_or_insert(number);
        }
    }
    true
}

/// A running text with its figures as one sign each.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for ch in text.chars() {
        match ch {
            ch if ch.is_ascii_digit() => {
                if !shape.ends_with('#') {
                    shape.push('#');
                }
            }
            ch => shape.push(ch),
        }
    }
    shape
}

/// Whether most of the numbers go on by one from page to page, upwards or (in a file that is turned
/// round) downwards.
fn counts_pages(sequence: &Sequence) -> bool {
    let steps = |up: bool| {
        let in_step = |pair: &&[(usize, usize, PageNumber)]| {
            let [(page, _, from), (next, _, to)] = pair else {
                return false;
            };
            let (low, high) = if up { (from, to) } else { (to, from) };
            let pages = u32::try_from(next - page).unwrap_or(u32::MAX);
            next > page && low.number.checked_add(pages) == Some(high.number)
        };
        sequence.windows(2).filter(in_step).count()
    };
    let most = steps(true).max(steps(false));
    most * 2 >= sequence.len().saturating_sub(1).max(1)
}

/// How often the numbers do not go on by one.
fn leaps(sequence: &Sequence) -> usize {
    let leaps = |pair: &&[(usize, usize, PageNumber)]| {
        matches!(pair, [(_, _, from), (_, _, to)]
            if from.number + 1 != to.number && to.number + 1 != from.number)
    };
    sequence.windows(2).filter(leaps).count()
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
            let raw = page.slice(&line.range);
            let text = shape(&fold(raw));
            // The last answer of a page may be a number on every page.
            if text.chars().any(char::is_alphabetic) && !exporter::is_keyed(raw) {
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

/// In text, what was stamped on every page may stand anywhere on it: a line with figures that stands once
/// on most pages, word for word, the front page among them. There no name stands that each question has,
/// and no option.
fn stamps(document: &Document, furniture: &mut Furniture) {
    let pages = document.pages.len();
    if pages < 4 {
        return;
    }
    let mut seen: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (line_index, line) in page.lines.iter().enumerate() {
            let raw = page.slice(&line.range);
            let text = fold(raw);
            let told = text.chars().any(char::is_alphabetic)
                && text.chars().any(|ch| ch.is_ascii_digit())
                && !exporter::is_keyed(raw);
            if told {
                seen.entry(text).or_default().push((page_index, line_index));
            }
        }
    }
    let once = |places: &[(usize, usize)]| {
        places
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.0 < b.0))
    };
    for places in seen.into_values() {
        let in_front = places.first().is_some_and(|(page, _)| *page == 0);
        if in_front && places.len() * 10 > pages * 8 && once(&places) {
            furniture.lines.extend(places);
        }
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

/// Pages that may be lost between two numbers that text kept.
const LOST: usize = 50;

/// The most numbers that grow at least as fast as the pages do, and hardly faster. One figure that
/// stands where a number could does not end the row of those that come after it.
fn growing(candidates: &[Candidate]) -> Vec<Candidate> {
    // For each lead over the pages the longest row that ends with it: how many, and its last member.
    let mut best: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut members: Vec<(Candidate, Option<usize>)> = Vec::new();
    for candidate in candidates {
        let Some(lead) = (candidate.number.number as usize).checked_sub(candidate.page + 1) else {
            continue;
        };
        let earlier = best.range(lead.saturating_sub(LOST)..=lead);
        let before = earlier
            .filter(|(_, (_, member))| {
                let last = members.get(*member);
                last.is_some_and(|(last, _)| last.page < candidate.page)
            })
            .map(|(_, (count, member))| (*count, *member))
            .max_by_key(|(count, _)| *count);
        if before.is_none() && lead > LOST {
            continue;
        }
        let count = before.map_or(0, |(count, _)| count) + 1;
        if best.get(&lead).is_none_or(|(known, _)| count > *known) {
            best.insert(lead, (count, members.len()));
        }
        members.push((*candidate, before.map(|(_, member)| member)));
    }
    let longest = best.into_iter().rev();
    let mut next = longest
        .max_by_key(|(_, (count, _))| *count)
        .map(|(_, (_, member))| member);
    let mut kept = Vec::new();
    while let Some((candidate, before)) = next.and_then(|at| members.get(at)) {
        kept.push(*candidate);
        next = *before;
    }
    kept.reverse();
    kept
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
        Layout::Columns | Layout::Flow => kept = growing(candidates),
    }
    kept
}
