//! What is bound together in one file: pages that stand in it twice, and several reports.

use super::exporter;
use super::folded::fold;
use super::furniture::Furniture;
use crate::text::{Document, Page};
use std::collections::BTreeMap;

/// A category stands so near under the overview's heading.
const NEAR: usize = 4;
/// Text shorter than this may stand on two pages by chance.
const LITTLE: usize = 100;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// For each page that is another one's copy the index of that.
    pub(super) copies: BTreeMap<usize, usize>,
    /// The pages (positions in the file) on which a further report begins.
    pub(super) others: Vec<u32>,
}

/// What a part of a page, up to a question's heading or to its end, says of where a report begins.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    /// The page, by its index.
    page: usize,
    front: bool,
    overview: bool,
    question: bool,
}

/// Looks through the pages in the order of the file.
pub(super) fn find(document: &Document, furniture: &Furniture) -> Bound {
    let pages = document.pages.iter().enumerate();
    let parts: Vec<Part> = pages
        .flat_map(|(index, page)| parts(index, page, furniture))
        .collect();
    let mut copies = copies(document, furniture);
    // The whole report a second time is no page that stands there twice.
    let fronts = parts.iter().filter(|part| part.front);
    for begin in fronts.map(|part| part.page) {
        let mut pages = begin..document.pages.len();
        let end = pages.find(|at| !copies.contains_key(at));
        let run = begin..end.unwrap_or(document.pages.len());
        let asks = |part: &Part| part.question && run.contains(&part.page);
        if parts.iter().any(asks) {
            copies.retain(|copy, _| !run.contains(copy));
        }
    }
    let others = others(&parts, &copies);
    let number = |index: usize| document.pages.get(index).map(|page| page.number);
    Bound {
        others: others.into_iter().filter_map(number).collect(),
        copies,
    }
}

fn parts(index: usize, page: &Page, furniture: &Furniture) -> Vec<Part> {
    let none = Part {
        page: index,
        ..Part::default()
    };
    let mut parts = Vec::new();
    let mut part = none;
    let (mut subtitle, mut shown) = (false, false);
    let mut overview: Option<usize> = None;
    let lines = page.lines.iter().enumerate();
    for (at, line) in lines.filter(|(at, _)| !furniture.has(index, *at)) {
        let raw = page.slice(line.range);
        let text = fold(raw);
        subtitle |= exporter::is_subtitle(&text);
        shown |= exporter::shown(&text).is_some();
        if exporter::is_overview_heading(&text) {
            overview = Some(at);
        }
        let near = overview.is_some_and(|heading| at - heading <= NEAR);
        part.overview |= near && exporter::category(&text).is_some();
        part.front = subtitle && shown;
        if exporter::count(raw).is_some() {
            part.question = true;
            parts.push(part);
            (part, subtitle, shown, overview) = (none, false, false, None);
        }
    }
    parts.push(part);
    parts
}

/// Where the front page, or the overview, stands again after a question.
fn others(parts: &[Part], copies: &BTreeMap<usize, usize>) -> Vec<usize> {
    let mut others: Vec<usize> = Vec::new();
    // Whether each of the two was seen, and whether a question has come since.
    let (mut front, mut overview) = (None, None);
    // The overview of a report stands on the page after its front page, and is no further beginning.
    let mut asked = true;
    for part in parts.iter().filter(|part| !copies.contains_key(&part.page)) {
        for (is, seen) in [(part.front, &mut front), (part.overview, &mut overview)] {
            if is {
                if *seen == Some(true) && asked {
                    others.push(part.page);
                    asked = false;
                }
                *seen = Some(false);
            }
            if part.question {
                *seen = seen.map(|_| true);
            }
        }
        asked |= part.question;
    }
    others
}

/// Pages that say the same as one before: under the same number, or right after it.
fn copies(document: &Document, furniture: &Furniture) -> BTreeMap<usize, usize> {
    let mut copies = BTreeMap::new();
    if document.breaks_lost {
        return copies;
    }
    let number = |index: usize| furniture.numbers.get(index).copied().flatten();
    let follows = |below: usize| {
        let above = below.checked_sub(1).and_then(number);
        above
            .zip(number(below))
            .is_some_and(|(a, b)| a.number + 1 == b.number)
    };
    let in_step = |index: usize| follows(index) || follows(index + 1);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, page) in document.pages.iter().enumerate() {
        if page.lost.is_some() || page.text.trim().is_empty() {
            continue;
        }
        let Some(first) = seen.get(page.text.as_str()).copied() else {
            seen.insert(&page.text, index);
            continue;
        };
        let last = copies.last_key_value().map(|(copy, _)| *copy);
        let beside = first + 1 == index || last.is_some_and(|last| last + 1 == index);
        let numbered = number(index).is_some() && number(index) == number(first);
        // The one that stands where its number belongs is kept.
        if numbered && !in_step(first) && in_step(index) {
            copies.insert(first, index);
            seen.insert(&page.text, index);
        } else if numbered || (beside && page.text.len() > LITTLE) {
            copies.insert(index, first);
        }
    }
    copies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pages: &str) -> Vec<usize> {
        let parts: Vec<Part> = pages
            .chars()
            .enumerate()
            .map(|(index, page)| Part {
                page: index,
                front: page == 'f',
                overview: page == 'o',
                question: page == 'q',
            })
            .collect();
        others(&parts, &BTreeMap::new())
    }

    #[test]
    fn a_further_report_begins_at_its_front_page_or_its_overview() {
        assert!(of("foqqq").is_empty());
        assert_eq!(of("foqqfoqq"), [4]);
        assert_eq!(of("foqqoqqfq"), [4, 7]);
        // What stands again before any question is asked begins no other.
        assert!(of("ffoqq").is_empty());
        assert!(of("fooqq").is_empty());
        // The last page first, and a report whose front page is lost.
        assert!(of("qqof").is_empty());
        assert!(of("oqq").is_empty());
    }
}
