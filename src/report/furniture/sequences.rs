//! Lines that hold the page's number beside something else, known by the figure that grows as the pages
//! do.

use super::found::{Edge, Furniture, PageNumber, slots};
use super::numbers::number_of;
use crate::report::exporter;
use crate::report::folded::fold;
use crate::report::front_page::is_front;
use crate::text::{Document, Line, Page};
use std::collections::{BTreeMap, BTreeSet};

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

/// The figures of lines of one shape, by their place in it.
type Sequences = BTreeMap<(String, usize), Sequence>;

/// Adds the figures of a line, each to those of its shape and place.
fn add(sequences: &mut Sequences, (page_index, page): (usize, &Page), at: (usize, &Line)) {
    let (line_index, line) = at;
    let text = fold(page.slice(line.range));
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

/// Reads the pages' numbers from the lines that the text room found in one place on most pages: the figure
/// that grows as the pages do. Whether there is one.
pub(super) fn running_numbers(document: &Document, furniture: &mut Furniture) -> bool {
    let mut sequences = Sequences::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (line_index, line) in page.lines.iter().enumerate() {
            if !line.running {
                continue;
            }
            add(&mut sequences, (page_index, page), (line_index, line));
        }
    }
    let filled = document.pages.iter().filter(|page| !page.lines.is_empty());
    let needed = (filled.count() * 6).div_ceil(10).max(2);
    let fits = |sequence: &Sequence| sequence.len() >= needed && counts_pages(sequence);
    let says: BTreeSet<usize> = (0..document.pages.len())
        .filter(|page| says(document, furniture, *page))
        .collect();
    let own = sequences
        .values()
        .find(|one| fits(one) && is_own(one, &says));
    let best = |sequences| best(document, sequences, fits);
    let Some(best) = own.cloned().or_else(|| best(sequences)) else {
        return false;
    };
    for (page, _, number) in best {
        furniture.number(page, number);
    }
    true
}

/// Whether anything stands on a page but what stands on every page.
fn says(document: &Document, furniture: &Furniture, page: usize) -> bool {
    let lines = document.pages.get(page).map_or(0, |page| page.lines.len());
    (0..lines).any(|line| !furniture.has(page, line))
}

/// Whether numbers go on by one over all pages that say something, and others have none: the report's own,
/// where a browser has numbered the empty sheets as well.
fn is_own(sequence: &Sequence, says: &BTreeSet<usize>) -> bool {
    let pages = sequence.iter().map(|(page, ..)| page);
    let steps = sequence.windows(2).all(|pair| {
        matches!(pair, [(_, _, from), (_, _, to)]
            if from.number.checked_add(1) == Some(to.number))
    });
    steps
        && pages.eq(says)
        && sequence
            .windows(2)
            .any(|pair| matches!(pair, [(from, ..), (to, ..)] if to - from > 1))
}

/// In text, the first or last lines of the pages that hold their number beside something else (a date,
/// a name): lines of one shape on most pages, with a figure that grows as the pages do.
pub(super) fn numbered_lines(document: &Document, furniture: &mut Furniture) {
    let mut sequences = Sequences::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        // A line of a short page stands at both its edges.
        let edges: BTreeMap<usize, &Line> = slots((page_index, page), furniture, Edge::Page)
            .map(|(_, index, line)| (index, line))
            .collect();
        for at in edges {
            if !exporter::is_keyed(page.slice(at.1.range)) && number_of(page, at.1).is_none() {
                add(&mut sequences, (page_index, page), at);
            }
        }
    }
    let needed = (document.pages.len() * 6).div_ceil(10).max(4);
    let fits = |sequence: &Sequence| {
        let on: BTreeSet<usize> = sequence.iter().map(|(page, ..)| *page).collect();
        on.len() >= needed && counts_pages(sequence)
    };
    for (page, line, number) in best(document, sequences, fits).into_iter().flatten() {
        furniture.lines.insert((page, line));
        furniture.number(page, number);
    }
}

/// Of those that fit, the one to read. Where two count the pages (the report and the browser that printed
/// it), a leap in one tells. Else the one that counts from the front page on: a binder in which the report
/// was put counts what is no part of it as well.
fn best(
    document: &Document,
    sequences: Sequences,
    fits: impl Fn(&Sequence) -> bool,
) -> Option<Sequence> {
    let front = document.pages.iter().position(is_front);
    let from_front = |sequence: &Sequence| {
        let Some(front) = front else {
            return false;
        };
        let first = sequence.iter().find(|(page, ..)| *page >= front);
        first.is_some_and(|(page, _, number)| number.number as usize == page - front + 1)
    };
    let fitting = sequences.into_values().filter(fits);
    fitting.max_by_key(|sequence| (leaps(sequence), from_front(sequence), sequence.len()))
}

/// A running text with its figures as one sign each.
pub(super) fn shape(text: &str) -> String {
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
            if from.number.abs_diff(to.number) != 1)
    };
    sequence.windows(2).filter(leaps).count()
}

#[cfg(test)]
mod tests {
    use super::super::drawn::{QUESTIONS, document, report};
    use super::super::find;

    /// The numbers of pages that carry one of their own and one of a binder's, each from a first on.
    fn numbers(own: &[u32], binder: &[u32]) -> Vec<Option<(u32, Option<u32>)>> {
        let own: Vec<String> = own.iter().map(u32::to_string).collect();
        let binder = binder.iter().map(|number| format!("Side {number} av 62"));
        let binder: Vec<String> = binder.collect();
        let mut pages = report(&QUESTIONS);
        for (page, (own, binder)) in pages.iter_mut().zip(own.iter().zip(&binder)) {
            page.push((own, 300.0, 790.0));
            page.push((binder, 480.0, 810.0));
        }
        let numbers = find(&document(&pages)).numbers.into_iter();
        numbers
            .map(|number| number.map(|number| (number.number, number.of)))
            .collect()
    }

    #[test]
    fn a_binder_numbers_more_than_the_report() {
        let own: Vec<u32> = (1..=10).collect();
        let binder: Vec<u32> = (15..=24).collect();
        let whole: Vec<_> = own.iter().map(|number| Some((*number, None))).collect();
        assert_eq!(numbers(&own, &binder), whole);
    }

    #[test]
    fn a_number_may_stand_above_a_stamp_of_several_lines() {
        let numbers: Vec<String> = (1..=10).map(|number: u32| number.to_string()).collect();
        let mut pages = report(&QUESTIONS);
        let outside = [500.0, 60.0].into_iter().cycle();
        for ((page, number), x) in pages.iter_mut().zip(&numbers).zip(outside) {
            page.push((number, x, 780.0));
            page.push(("Arkivsak 24/118", 480.0, 800.0));
            page.push(("Dokument 7", 480.0, 812.0));
        }
        let found = find(&document(&pages)).numbers.into_iter();
        let found: Vec<_> = found.map(|one| one.map(|one| one.number)).collect();
        assert_eq!(found, (1..=10).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_leap_tells_whichever_numbers_leap() {
        // A page was lost before the report was put in the binder.
        let own = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11];
        let binder: Vec<u32> = (15..=24).collect();
        let told: Vec<_> = own.iter().map(|number| Some((*number, None))).collect();
        assert_eq!(numbers(&own, &binder), told);
        // A browser numbered the pages that were there, and one of those was lost since.
        let browser = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11];
        let told: Vec<_> = browser
            .iter()
            .map(|number| Some((*number, Some(62))))
            .collect();
        let own: Vec<u32> = (1..=10).collect();
        assert_eq!(numbers(&own, &browser), told);
    }

    #[test]
    fn the_end_of_a_report_that_is_numbered_from_its_front_page_is_told() {
        let own: Vec<u32> = (4..=13).collect();
        let browser: Vec<u32> = (1..=10).collect();
        let told: Vec<_> = browser
            .iter()
            .map(|number| Some((*number, Some(62))))
            .collect();
        assert_eq!(numbers(&own, &browser), told);
    }
}
