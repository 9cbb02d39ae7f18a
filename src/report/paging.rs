//! Which pages belong to the report, and in which order: covers and inserted sheets are laid aside,
//! pages that stand in a wrong order are put in that of their printed numbers, and a page that says
//! nothing where something should stand is lost.

use super::exporter;
use super::folded::fold;
use super::front_page::is_front;
use super::furniture::{Furniture, PageNumber};
use super::{Explanation, Gap, GapKind, Passage};
use crate::pdf::{Lost, PageContent};
use crate::text::{Bar, Document, Layout, Page};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fewer pages have no order that shows.
const FEW: usize = 3;

/// What was done with the pages.
#[derive(Debug, Default)]
pub(super) struct Paging {
    /// Pages that belong to no report.
    aside: Vec<Page>,
    /// What stands on them.
    pub(super) passages: Vec<Passage>,
    /// How the order in the file differs from that of the printed numbers.
    pub(super) order: Option<Order>,
    /// Pages that stand in the file more than once; each is read once.
    pub(super) repeated: Vec<Gap>,
}

/// An order of pages that was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The last page comes first, and so on.
    Reversed,
    /// Some pages have changed places; the first of them, by its index in the right order.
    Mixed(usize),
}

/// Sorts the pages out. `copies` are the pages that say the same as another one, with its index.
pub(super) fn settle(
    document: &mut Document,
    furniture: &mut Furniture,
    copies: &BTreeMap<usize, usize>,
) -> Paging {
    let mut paging = Paging::default();
    let covers = covers(document, furniture);
    let boxes = document.layout == Layout::Boxes;
    let mut drop: BTreeSet<usize> = covers.collect();
    drop.extend(covers_behind(document, furniture));
    if boxes {
        blanks(document, furniture, &mut drop);
    }
    paging.repeated = repeated(document, furniture, copies);
    drop.extend(copies.keys().copied());
    if !drop.is_empty() {
        let old: Vec<usize> = (0..document.pages.len())
            .filter(|index| !drop.contains(index))
            .collect();
        paging.lay_aside(document, &drop, copies);
        furniture.follow(&old);
    }
    if boxes {
        put_in_order(document, furniture, &mut paging);
    }
    paging
}

impl Paging {
    fn lay_aside(
        &mut self,
        document: &mut Document,
        drop: &BTreeSet<usize>,
        copies: &BTreeMap<usize, usize>,
    ) {
        let pages = std::mem::take(&mut document.pages);
        for (index, page) in pages.into_iter().enumerate() {
            if !drop.contains(&index) {
                document.pages.push(page);
                continue;
            }
            let what = if copies.contains_key(&index) {
                Explanation::RepeatedPage
            } else {
                Explanation::Prose
            };
            let lines = page.lines.iter().map(|line| {
                let span = page.span(line, line.range, None);
                Passage {
                    page: span.page,
                    start: span.start,
                    end: span.end,
                    what,
                }
            });
            self.passages.extend(lines);
            self.aside.push(page);
        }
    }

    /// All pages, in the order of the file.
    pub(super) fn restore(self, mut pages: Vec<Page>) -> Vec<Page> {
        pages.extend(self.aside);
        pages.sort_by_key(|page| page.number);
        pages
    }
}

/// The pages that stand in the file again.
fn repeated(
    document: &Document,
    furniture: &Furniture,
    copies: &BTreeMap<usize, usize>,
) -> Vec<Gap> {
    let gaps = copies.iter().filter_map(|(copy, first)| {
        let page = document.pages.get(*copy)?;
        let line = page.lines.last()?;
        let bbox = line.cells.first().and_then(|cell| cell.bbox);
        let number = furniture.numbers.get(*first).copied().flatten();
        let number = number.map_or(narrow(first + 1), |number| number.number);
        Some(Gap {
            kind: GapKind::RepeatedPage,
            at: page.printed(line, line.range, bbox, true),
            after_page: number,
            missing: None,
            pages: number.to_string(),
            questions: Vec::new(),
        })
    });
    gaps.collect()
}

/// The pages that stand before the front page: letters and covers. None where the front page is not
/// found, or questions stand before it.
fn covers(document: &Document, furniture: &Furniture) -> Range<usize> {
    let front = document.pages.iter().position(is_front);
    let Some(front) = front.filter(|front| *front > 0) else {
        return 0..0;
    };
    let asks = |(index, page): (usize, &Page)| {
        let lines = page.lines.iter().enumerate();
        let lines = lines.filter(|(line, _)| !furniture.has(index, *line));
        let texts: Vec<&str> = lines.map(|(_, line)| page.slice(line.range)).collect();
        // In a narrow column a count stands on two lines.
        let broken = |pair: &[&str]| matches!(pair, [above, below] if exporter::broken_count(above, below).is_some());
        texts.iter().any(|text| exporter::count(text).is_some()) || texts.windows(2).any(broken)
    };
    let mut before = document.pages.iter().take(front).enumerate();
    // What counts as a page of the report, as the first page of a file that is turned round does not.
    let counted = furniture.numbers.get(front).copied().flatten();
    let first = counted.is_none_or(|number| number.number <= 1 + narrow(front));
    if before.any(asks) || !first {
        0..0
    } else {
        0..front
    }
}

/// Where a file is turned round, its letters and covers stand behind the front page: all questions and
/// the overview stand before it. None where several pages read like the front page: someone may have
/// written what it says.
fn covers_behind(document: &Document, furniture: &Furniture) -> Range<usize> {
    let pages = &document.pages;
    let none = pages.len()..pages.len();
    let front = pages.iter().position(is_front);
    let only = front.filter(|front| *front > 0 && pages.iter().rposition(is_front) == Some(*front));
    let Some(front) = only else {
        return none;
    };
    let counted = furniture.numbers.get(front).copied().flatten();
    let covers = pages.len() - front - 1;
    if counted.is_some_and(|number| number.number > 1 + narrow(covers)) {
        return none;
    }
    let belongs = |page: &Page| {
        page.lines.iter().any(|line| {
            let text = page.slice(line.range);
            exporter::count(text).is_some()
                || exporter::is_overview_heading(&fold(text))
                || exporter::category(text.trim_end()).is_some()
        })
    };
    let (before, behind) = pages.split_at(front);
    let behind = behind.get(1..).unwrap_or(&[]);
    if before.iter().any(belongs) && !behind.iter().any(belongs) {
        front + 1..pages.len()
    } else {
        none
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Pages on which nothing stands but what stands on every page: inserted sheets are dropped, others
/// are lost, but for those that were left blank.
fn blanks(document: &mut Document, furniture: &Furniture, drop: &mut BTreeSet<usize>) {
    let says = |index: usize, page: &Page| {
        page.lost.is_some()
            || (0..page.lines.len()).any(|line| !furniture.has(index, line))
            || is_left_blank(document, furniture, index)
    };
    let said: Vec<bool> = document
        .pages
        .iter()
        .enumerate()
        .map(|(index, page)| says(index, page))
        .collect();
    let last = said.iter().rposition(|says| *says).unwrap_or(0);
    let number = |index: usize| furniture.numbers.get(index).copied().flatten();
    for (index, page) in document.pages.iter_mut().enumerate() {
        if drop.contains(&index) || said.get(index) != Some(&false) {
            continue;
        }
        let blank = page.content == PageContent::Blank && page.lines.is_empty();
        // A browser prints its own lines on an empty sheet as well.
        let printed_over =
            page.content == PageContent::Text && !page.lines.is_empty() && number(index).is_none();
        let before = (0..index).rev().find_map(number);
        let after = (index + 1..furniture.numbers.len()).find_map(number);
        let runs_on = match (before, after) {
            (Some(before), Some(after)) => before.number + 1 == after.number,
            // Without any numbers nothing tells against a sheet on which nothing was meant to stand.
            (None, None) => true,
            _ => false,
        };
        let numbered = before.is_some() && after.is_some();
        // It names fonts and shows nothing: it was emptied, unless nothing is missing where it stands.
        let emptied = page.content == PageContent::Emptied && page.lines.is_empty();
        let inserted = (printed_over || emptied) && numbered && runs_on;
        if blank && (index > last || runs_on) || inserted {
            drop.insert(index);
        } else if index < last
            || matches!(page.content, PageContent::Emptied | PageContent::Picture)
        {
            page.lost = Some(Lost::Content);
        }
    }
}

/// Whether a page, on which nothing stands but what stands on every page, was left blank by who printed the
/// report: it is counted, between the numbers before and after it, and draws nothing that they do not.
fn is_left_blank(document: &Document, furniture: &Furniture, index: usize) -> bool {
    let number = |index: usize| furniture.numbers.get(index).copied().flatten();
    let pages = |index: usize| Some((document.pages.get(index)?, number(index)?.number));
    let before = index.checked_sub(1).and_then(pages);
    let (Some((before, first)), Some((page, own)), Some((_, last))) =
        (before, pages(index), pages(index + 1))
    else {
        return false;
    };
    // Text may have lost more than a page's words.
    let shown = document.layout == Layout::Boxes && page.content == PageContent::Text;
    let drawn = |bar: &Bar| before.bars.iter().any(|other| other.bbox == bar.bbox);
    let pictured = |picture| before.pictures.contains(picture);
    first + 1 == own
        && own + 1 == last
        && shown
        && page.hidden == 0
        && page.bars.iter().all(drawn)
        && page.pictures.iter().all(pictured)
}

/// Puts pages in the order of their numbers, where these are all there and each stands once.
fn put_in_order(document: &mut Document, furniture: &mut Furniture, paging: &mut Paging) {
    let unnumbered = furniture.numbers.iter().position(Option::is_none);
    let front = unnumbered
        .and_then(|index| document.pages.get(index))
        .is_some_and(is_front);
    let Some(numbers) = whole_numbers(&furniture.numbers, front) else {
        return;
    };
    let mut old: Vec<usize> = (0..numbers.len()).collect();
    old.sort_by_key(|index| numbers.get(*index).copied());
    let moved = old.iter().enumerate().find(|(new, old)| new != *old);
    let Some((first, _)) = moved else {
        return;
    };
    let reversed = old.iter().rev().enumerate().all(|(new, old)| new == *old);
    paging.order = Some(if reversed {
        Order::Reversed
    } else {
        Order::Mixed(first)
    });
    let mut pages: BTreeMap<usize, Page> = std::mem::take(&mut document.pages)
        .into_iter()
        .enumerate()
        .collect();
    document.pages = old.iter().filter_map(|index| pages.remove(index)).collect();
    furniture.follow(&old);
}

/// The number of each page, where they follow each other without a leap in some order. One page may
/// have none: the one that is missing among them or, where that is it, the front page.
fn whole_numbers(numbers: &[Option<PageNumber>], front: bool) -> Option<Vec<u32>> {
    if numbers.len() < FEW {
        return None;
    }
    let known: BTreeSet<u32> = numbers.iter().flatten().map(|one| one.number).collect();
    let (low, high) = (*known.first()?, *known.last()?);
    let without = numbers.iter().filter(|number| number.is_none()).count();
    if known.len() + without != numbers.len() || without > 1 {
        return None;
    }
    let absent: Vec<u32> = (low..=high)
        .filter(|n| !known.contains(n))
        .take(2)
        .collect();
    let spare = match (without, absent.as_slice()) {
        (0, []) => 0,
        (1, [one]) => *one,
        (1, []) if front => low.checked_sub(1)?,
        _ => return None,
    };
    let filled = numbers.iter().map(|n| n.map_or(spare, |one| one.number));
    Some(filled.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(of: &[u32]) -> Vec<Option<PageNumber>> {
        let number = |n: &u32| {
            (*n > 0).then_some(PageNumber {
                number: *n,
                of: None,
            })
        };
        of.iter().map(number).collect()
    }

    /// Pages of text, each as one string.
    fn document(pages: &[&str]) -> Document {
        let document = crate::text::from_text(&pages.join("\u{c}"));
        assert_eq!(document.pages.len(), pages.len());
        document
    }

    const FRONT: &str = "Rapportering\n\nSvar - Intern rapport\n\nDu ser 16 av totalt 16 svar.\n";
    const ASKS: &str = "Hva heter tiltaket? (16 Svar)\n\nKommune (Offentlig)\n";

    #[test]
    fn what_stands_behind_the_front_page_of_a_turned_file_is_laid_aside() {
        let turned = document(&[ASKS, "Svar oversikt\n", FRONT, "Vedlagt\n"]);
        let furniture = |numbers: &[u32]| Furniture {
            numbers: self::numbers(numbers),
            ..Furniture::default()
        };
        assert_eq!(covers_behind(&turned, &furniture(&[0, 0, 0, 0])), 3..4);
        assert_eq!(covers_behind(&turned, &furniture(&[3, 2, 1, 0])), 3..4);
        assert_eq!(covers_behind(&turned, &furniture(&[4, 3, 2, 1])), 3..4);
        // A third page is no front page, whatever stands on it.
        assert!(covers_behind(&turned, &furniture(&[1, 2, 3, 4])).is_empty());
    }

    #[test]
    fn what_someone_copied_from_the_front_page_lays_nothing_aside() {
        let none = Furniture::default();
        let copied = document(&[FRONT, "Svar oversikt\n", ASKS, FRONT, "Og mer.\n"]);
        assert!(covers_behind(&copied, &none).is_empty());
        let covered = document(&["Vedlagt\n", FRONT, ASKS, FRONT, "Og mer.\n"]);
        assert!(covers_behind(&covered, &none).is_empty());
    }

    #[test]
    fn a_page_that_shows_nothing_was_inserted_where_the_numbers_run_on_across_it() {
        use PageContent::{Blank, Emptied};
        let left = |numbers: &[u32], content: PageContent| {
            let mut all = document(&[FRONT, ASKS, "", ASKS]);
            all.pages[2].content = content;
            let furniture = Furniture {
                numbers: self::numbers(numbers),
                ..Furniture::default()
            };
            let mut drop = BTreeSet::new();
            blanks(&mut all, &furniture, &mut drop);
            (drop.contains(&2), all.pages[2].lost.is_some())
        };
        assert_eq!(left(&[1, 2, 0, 3], Emptied), (true, false));
        assert_eq!(left(&[1, 2, 0, 4], Emptied), (false, true));
        assert_eq!(left(&[0, 0, 0, 0], Emptied), (false, true));
        assert_eq!(left(&[1, 2, 0, 3], Blank), (true, false));
        assert_eq!(left(&[0, 0, 0, 0], Blank), (true, false));
    }

    #[test]
    fn numbers_that_follow_each_other_in_some_order_are_whole() {
        assert_eq!(
            whole_numbers(&numbers(&[3, 2, 1]), false),
            Some(vec![3, 2, 1])
        );
        assert_eq!(
            whole_numbers(&numbers(&[0, 2, 4, 3]), true),
            Some(vec![1, 2, 4, 3])
        );
        assert_eq!(whole_numbers(&numbers(&[0, 2, 4, 3]), false), None);
        assert_eq!(whole_numbers(&numbers(&[1, 2, 4]), false), None);
        assert_eq!(whole_numbers(&numbers(&[1, 2, 2]), false), None);
    }
}
