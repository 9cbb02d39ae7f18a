//! Where the questions begin: a title that ends with `(16 Svar)`.

use super::lines::{L, fold, join, same_paragraph};
use super::numbers::integer;
use crate::text::{Layout, Printed};
use regex::Regex;
use std::sync::LazyLock;

static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\(([0-9][0-9 \x{a0}\x{202f}]{0,8}?)[ \t\x{a0}\x{202f}]*Svar\)[ \t\x{a0}\x{202f}]*$",
    )
    .ok()
});
static COUNT_BROKEN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\(([0-9]{1,7})[ \t\x{a0}\x{202f}]*$").ok());

/// The heading of the list of those that did not answer.
pub(super) const NOT_STATED: &str = "Ikke angitt (";
/// A title longer than this many lines is no title.
const MAX_LINES: usize = 12;

/// A question's title.
#[derive(Clone, Debug)]
pub(super) struct Title {
    /// Index of its first line.
    pub(super) first: usize,
    /// Index of the line after its last.
    pub(super) end: usize,
    /// The title without `(16 Svar)`.
    pub(super) printed: Printed<String>,
    /// `(16 Svar)`; `None` where the number cannot be read.
    pub(super) count: Option<Printed<i64>>,
}

/// The `(N Svar)` at the end of a line, which may have begun on the line above:
/// the line of the number, its bytes, and where the text before the bracket ends.
struct End {
    /// The line that holds the number.
    line: usize,
    number: std::ops::Range<usize>,
    bracket: usize,
}

fn ending(all: &[L<'_>], index: usize) -> Option<End> {
    let line = all.get(index)?;
    // Few lines end so, and no pattern need be tried on the others.
    if !line.squashed().ends_with("Svar)") {
        return None;
    }
    let raw = line.raw();
    if let Some(found) = COUNT.as_ref()?.captures(raw) {
        return Some(End {
            line: index,
            number: found.get(1)?.range(),
            bracket: found.get(0)?.start(),
        });
    }
    if line.text() == "Svar)" {
        let above = index.checked_sub(1)?;
        let found = COUNT_BROKEN.as_ref()?.captures(all.get(above)?.raw())?;
        return Some(End {
            line: above,
            number: found.get(1)?.range(),
            bracket: found.get(0)?.start(),
        });
    }
    None
}

/// Finds the titles. `is_structure` says of a line that it cannot belong to a title.
pub(super) fn find(
    all: &[L<'_>],
    layout: Layout,
    is_structure: &dyn Fn(&L<'_>) -> bool,
) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    for index in 0..all.len() {
        let Some(end) = ending(all, index) else {
            continue;
        };
        let Some(last) = all.get(end.line) else {
            continue;
        };
        if last.text().starts_with(NOT_STATED) {
            continue;
        }
        let floor = titles.last().map_or(0, |title| title.end);
        if end.line < floor {
            continue;
        }
        let first = first_line(all, end.line, floor, layout, is_structure);
        let mut parts: Vec<Printed<String>> = all
            .get(first..end.line)
            .unwrap_or(&[])
            .iter()
            .map(L::printed)
            .collect();
        let head = last.raw().get(..end.bracket).unwrap_or("").trim_end().len();
        if head > 0 {
            parts.push(last.part(0, head));
        }
        let Some(mut printed) = join(&parts) else {
            continue;
        };
        printed.text = fold(&printed.text);
        printed.value.clone_from(&printed.text);
        let count = last.part(end.number.start, end.number.end);
        let value = integer(&count.value);
        titles.push(Title {
            first,
            end: index + 1,
            printed,
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
        // A wrapped line is full: a line that ends early was not wrapped.
        if !same_style
            || !(cut || same_paragraph(upper, lower, layout))
            || is_structure(upper)
            || !full(upper, lower)
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
