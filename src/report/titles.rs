//! The questions' titles: the lines that end with `(16 Svar)`, and what stands above them.

use super::count::count_at;
use super::exporter;
use super::lines::{L, fold, join, same_paragraph};
use super::numbers::integer;
use super::outline::{Manner, Outline, Role};
use crate::text::{Layout, Printed};

/// A title longer than this many lines is no title.
const MAX_LINES: usize = 12;

/// A question's title.
#[derive(Clone, Debug)]
pub(super) struct Title {
    /// Index of its first line.
    pub(super) first: usize,
    /// Index of the line after its last.
    pub(super) end: usize,
    /// Index of the page on which it begins.
    pub(super) page_index: usize,
    /// The title without `(16 Svar)`.
    pub(super) printed: Printed<String>,
    /// `(16 Svar)`; `None` where the number cannot be read.
    pub(super) count: Option<Printed<i64>>,
    /// What stands there where it cannot.
    pub(super) unread: Option<Printed<String>>,
}

/// Finds the titles. `survey` is the survey's title, which stands above the first one.
pub(super) fn find(
    all: &[L<'_>],
    layout: Layout,
    outline: &Outline,
    manner: &Manner,
    survey: &str,
) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    let right = right_edge(all);
    for (index, line) in all.iter().enumerate() {
        if outline.of(line) != &Role::TitleEnd {
            continue;
        }
        let Some(at) = count_at(all, index) else {
            continue;
        };
        let floor = titles.last().map_or(0, |title| title.end);
        if at.head < floor {
            continue;
        }
        let is_structure = |line: &L<'_>| {
            outline.of(line) != &Role::Plain
                || exporter::key(line.raw()).is_some()
                || (!line.text().is_empty() && survey.ends_with(line.text()))
        };
        let first = first_line(all, at.head, floor, layout, manner, right, &is_structure);
        let mut parts: Vec<Printed<String>> = all
            .get(first..at.head)
            .unwrap_or(&[])
            .iter()
            .map(L::printed)
            .collect();
        let (Some(head), Some(counted)) = (all.get(at.head), all.get(at.line)) else {
            continue;
        };
        let bytes = head.raw().get(..at.bracket).unwrap_or("").trim_end().len();
        if bytes > 0 {
            parts.push(head.part(0, bytes));
        }
        let Some(mut printed) = join(&parts) else {
            continue;
        };
        printed.text = fold(&printed.text);
        printed.value.clone_from(&printed.text);
        let count = counted.part(at.number.start, at.number.end);
        let value = integer(&count.value);
        titles.push(Title {
            first,
            end: index + 1,
            page_index: all
                .get(first)
                .map_or(head.page_index, |line| line.page_index),
            printed,
            unread: value.is_none().then(|| count.clone()),
            count: value.map(|value| count.map(|_| value)),
        });
    }
    titles
}

fn first_line(
    all: &[L<'_>],
    last: usize,
    floor: usize,
    layout: Layout,
    manner: &Manner,
    right: f32,
    is_structure: &dyn Fn(&L<'_>) -> bool,
) -> usize {
    let mut first = last;
    // The top of the page where the title goes on that the page before it begins.
    let mut crossed = None;
    while let Some(above) = first
        .checked_sub(1)
        .filter(|above| *above >= floor && last - *above < MAX_LINES)
    {
        let (Some(upper), Some(lower)) = (all.get(above), all.get(first)) else {
            break;
        };
        let same_style = upper.style() == lower.style();
        let cut = layout != Layout::Boxes
            && crossed.is_none()
            && upper.page_index + 1 == lower.page_index
            && begins_cut(lower.text());
        // Where titles are set as nothing else is, a line so set is a title's however early it ends;
        // otherwise a line that ends early was not wrapped.
        let wrapped = manner.tells_titles()
            || if upper.page_index == lower.page_index {
                full(upper, lower)
            } else {
                no_room(upper, lower, right)
            };
        if !same_style
            || !(cut || same_paragraph(upper, lower, layout))
            || is_structure(upper)
            || !wrapped
        {
            break;
        }
        if cut {
            crossed = Some(first);
        }
        first = above;
    }
    // Only a paragraph of its own is surely the title's, and not the end of an answer.
    let parted = all.get(first).is_some_and(|line| line.line.blank_before);
    crossed.filter(|_| !parted).unwrap_or(first)
}

/// Whether a line can't be the first of a title: it begins in the middle of a sentence.
fn begins_cut(text: &str) -> bool {
    let numbered = || {
        let after = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
        after.starts_with(['.', ')'])
    };
    match text.chars().next() {
        Some(ch) if ch.is_ascii_digit() => !numbered(),
        Some(ch) => ch.is_lowercase() || ch == '(',
        None => false,
    }
}

/// How far to the right lines of text reach, points; 0 without geometry.
fn right_edge(all: &[L<'_>]) -> f32 {
    let mut ends: Vec<f32> = all
        .iter()
        .filter_map(|line| line.bbox().map(|bbox| bbox.x1))
        .collect();
    ends.sort_by(f32::total_cmp);
    ends.get(ends.len() * 99 / 100).copied().unwrap_or(0.0)
}

/// Whether the first word of the next page would not have fitted on the last line of a page.
fn no_room(upper: &L<'_>, lower: &L<'_>, right: f32) -> bool {
    let word = lower.cell().and_then(|cell| cell.words.first());
    let (Some(above), Some(word)) = (upper.bbox(), word.and_then(|word| word.bbox)) else {
        return false;
    };
    above.x1 + (word.x1 - word.x0) + 0.25 * (word.y1 - word.y0) > right
}

/// Whether the first word of `lower` would not have fitted on `upper`. True without geometry.
fn full(upper: &L<'_>, lower: &L<'_>) -> bool {
    let (Some(above), Some(below)) = (upper.bbox(), lower.bbox()) else {
        return true;
    };
    let Some(word) = lower
        .cell()
        .and_then(|cell| cell.words.first())
        .and_then(|word| word.bbox)
    else {
        return true;
    };
    // The right edge of the text is not known; a page has at least this margin.
    let room = upper.page.width * 0.97 - above.x1;
    let starts_alike = (above.x0 - below.x0).abs() < 3.0 * (below.y1 - below.y0);
    starts_alike && (room < (word.x1 - word.x0) + upper.page.width * 0.16 || below.x1 > above.x1)
}
