//! Page numbers that stand alone on their line, or in its first or last cell.

use super::found::{Edge, Furniture, PageNumber, Slot, slots};
use crate::report::folded::fold;
use crate::text::{Cell, Document, Layout, Line, Page};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:[Ss]ide|[Pp]age|[Ss]\.|[-–—−|])[ \t\x{a0}\x{202f}]*)?([0-9]{1,5})(?:[ \t\x{a0}\x{202f}]*(?:av|of|/|\|)[ \t\x{a0}\x{202f}]*([0-9]{1,5}))?(?:[ \t\x{a0}\x{202f}]*[-–—−|])?$").ok()
});

/// What begins, ends or is centred so near to each other, in points, is flush.
const FLUSH: f32 = 1.0;

/// A candidate: page, line, number, and where it stands.
#[derive(Clone, Copy)]
struct Candidate {
    page: usize,
    /// The page's place among those that say something: a blank sheet has no number.
    filled: usize,
    line: usize,
    number: PageNumber,
}

/// Finds the pages' numbers. Inside other furniture only those are that tell how many pages there are, or
/// that count them with hardly a leap.
pub(super) fn page_numbers(document: &Document, furniture: &mut Furniture, edge: Edge) {
    let mut by_place: BTreeMap<(Slot, i32), Vec<Candidate>> = BTreeMap::new();
    let filled = filled(document);
    for (at, page_index) in filled.iter().copied().enumerate() {
        let Some(page) = document.pages.get(page_index) else {
            continue;
        };
        for (slot, line_index, line) in slots((page_index, page), furniture, edge) {
            if let Some(number) = number_of(page, line) {
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
                        filled: at,
                        line: line_index,
                        number,
                    });
            }
        }
    }
    let all: Vec<Candidate> = by_place.values().flatten().copied().collect();
    let best = by_place
        .into_values()
        .map(|candidates| in_step(&candidates, document.layout, document.pages.len()))
        .filter(|best| edge == Edge::Page || counts(best))
        .max_by_key(Vec::len)
        .unwrap_or_default();
    // One page alone shows nothing; on a longer report, most pages must be numbered where the
    // place is known. Text files lose some of their numbers.
    let most = (document.pages.len() * 6).div_ceil(10).max(2);
    let needed = match (document.layout, edge) {
        (Layout::Boxes, _) | (_, Edge::Inner) => most,
        (Layout::Columns | Layout::Flow, Edge::Page) => 2,
    };
    if best.len() < needed {
        return;
    }
    // A page may print its number twice, where most pages do.
    let mut prints: BTreeMap<(usize, u32), BTreeSet<usize>> = BTreeMap::new();
    for one in &all {
        let lines = prints.entry((one.page, one.number.number)).or_default();
        lines.insert(one.line);
    }
    let again = |one: &Candidate| {
        let lines = prints.get(&(one.page, one.number.number));
        lines.filter(|lines| lines.len() > 1)
    };
    let twice = best.iter().filter(|one| again(one).is_some()).count() * 2 > best.len();
    let kept = match (document.layout, edge) {
        (Layout::Boxes, _) | (_, Edge::Inner) => best,
        (Layout::Columns | Layout::Flow, Edge::Page) => {
            let prints = if twice { PRINTS } else { 1 };
            Displaced {
                document,
                filled: &filled,
                prints,
            }
            .join(&best)
        }
    };
    let beside = if document.layout == Layout::Boxes {
        Vec::new()
    } else {
        beside(&kept, &all)
    };
    furniture.lines.extend(beside);
    for candidate in kept {
        furniture.number(candidate.page, candidate.number);
        furniture.lines.insert((candidate.page, candidate.line));
        if document.layout != Layout::Boxes && twice {
            let lines = again(&candidate).into_iter().flatten();
            furniture
                .lines
                .extend(lines.map(|line| (candidate.page, *line)));
        }
    }
}

/// Finds numbers that stand higher or lower than the others, set as those of the pages before and after,
/// between whose numbers they are.
pub(super) fn moved(document: &Document, furniture: &mut Furniture) {
    let numbered = |at: usize| furniture.numbers.get(at).copied().flatten();
    let of = |at: usize, line: usize| {
        let page = document.pages.get(at)?;
        Some(number_of(page, page.lines.get(line)?)?.number)
    };
    // The cell with a page's number.
    let printed = |at: usize| {
        let number = numbered(at)?.number;
        let lines = furniture.lines.range((at, 0)..(at + 1, 0));
        let mut lines = lines.filter(|(_, line)| of(at, *line) == Some(number));
        let (_, line) = lines.next()?;
        document.pages.get(at)?.lines.get(*line)?.cells.first()
    };
    let mut found = Vec::new();
    for (at, page) in document.pages.iter().enumerate().skip(1) {
        if numbered(at).is_some() {
            continue;
        }
        let (Some(before), Some(after)) = (printed(at - 1), printed(at + 1)) else {
            continue;
        };
        let (Some(first), Some(last)) = (numbered(at - 1), numbered(at + 1)) else {
            continue;
        };
        let others = (0..page.lines.len()).filter(|line| !furniture.has(at, *line));
        // On a sheet without more than numbers, none may be the report's.
        if others.take(2).count() < 2 {
            continue;
        }
        for (_, index, line) in slots((at, page), furniture, Edge::Page) {
            let number = number_of(page, line);
            let between = |number: &PageNumber| {
                first.number + 1 == number.number && number.number + 1 == last.number
            };
            let alike = |cell: &Cell| is_set_alike(cell, before) && is_set_alike(cell, after);
            if line.cells.first().is_some_and(alike)
                && let Some(number) = number.filter(between)
            {
                found.push((at, index, number));
            }
        }
    }
    for (at, line, number) in found {
        furniture.number(at, number);
        furniture.lines.insert((at, line));
    }
}

/// Whether two numbers are set alike, and begin, end or are centred in one place.
fn is_set_alike(one: &Cell, other: &Cell) -> bool {
    let (Some(at), Some(place)) = (one.bbox, other.bbox) else {
        return false;
    };
    let near = |a: f32, b: f32| (a - b).abs() < FLUSH;
    let flush =
        near(at.x0, place.x0) || near(at.x1, place.x1) || near(at.center_x(), place.center_x());
    flush && one.font == other.font && near(one.size, other.size)
}

/// Finds the pages' numbers wherever they stand alone on their pages: where most pages have one line that
/// says just what it should.
pub(super) fn anywhere(document: &Document, furniture: &mut Furniture) {
    let filled = filled(document);
    let displaced = Displaced {
        document,
        filled: &filled,
        prints: 1,
    };
    let most = (filled.len() * 6).div_ceil(10).max(SEVERAL);
    let counted_from = |first: u32| {
        let known = Candidate {
            page: 0,
            filled: 0,
            line: 0,
            number: PageNumber {
                number: first,
                of: None,
            },
        };
        displaced.on(0..filled.len(), &known)
    };
    // Some have a cover that is not counted, or begin with the second.
    let found = (0..=2).map(counted_from).max_by_key(Vec::len);
    for one in found.filter(|found| found.len() >= most).iter().flatten() {
        furniture.number(one.page, one.number);
        furniture.lines.insert((one.page, one.line));
    }
}

/// Whether numbers tell how many pages there are, or go on by one from page to page.
fn counts(numbers: &[Candidate]) -> bool {
    let steps = numbers.windows(2).filter(|pair| match pair {
        [above, below] => lead(above) == lead(below),
        _ => false,
    });
    let of = numbers.iter().all(|one| one.number.of.is_some());
    of || steps.count() * 10 >= numbers.len().saturating_sub(1) * 9
}

/// The lines right beside pages' numbers that say the same number again, on several pages.
fn beside(known: &[Candidate], all: &[Candidate]) -> Vec<(usize, usize)> {
    let lines: BTreeSet<(usize, usize, u32)> = all
        .iter()
        .map(|one| (one.page, one.line, one.number.number))
        .collect();
    let again = |one: &Candidate| {
        let near = [one.line.checked_sub(1), one.line.checked_add(1)];
        let near = near.into_iter().flatten();
        let (page, number) = (one.page, one.number.number);
        let said = near.filter(|line| lines.contains(&(page, *line, number)));
        said.map(|line| (page, line)).collect::<Vec<_>>()
    };
    let found: Vec<(usize, usize)> = known.iter().flat_map(again).collect();
    let pages: BTreeSet<usize> = found.iter().map(|(page, _)| *page).collect();
    if pages.len() < SEVERAL {
        return Vec::new();
    }
    found
}

/// On so many pages a line that says the page's number once more is none that somebody typed.
const SEVERAL: usize = 3;

/// A page prints its number so often at the most.
const PRINTS: usize = 2;

/// The pages that say something, by index.
fn filled(document: &Document) -> Vec<usize> {
    let pages = document.pages.iter().enumerate();
    let filled = pages.filter(|(_, page)| !page.lines.is_empty());
    filled.map(|(index, _)| index).collect()
}

/// Looks for the numbers that text prints in the middle of what stands on their page.
struct Displaced<'d> {
    document: &'d Document,
    /// The pages that say something, by index.
    filled: &'d [usize],
    /// So often a page may print its number; where it stands there more often, none is.
    prints: usize,
}

impl Displaced<'_> {
    /// The numbers that are known, with those that are lacking between them and, where most pages have
    /// one, before and after them: looked for on the whole page.
    fn join(&self, known: &[Candidate]) -> Vec<Candidate> {
        let mut all = Vec::new();
        for pair in known.windows(2) {
            let [above, below] = pair else { continue };
            all.push(*above);
            if lead(above) == lead(below) {
                all.extend(self.on(above.filled + 1..below.filled, above));
            }
        }
        all.extend(known.last());
        let (Some(first), Some(last)) = (all.first().copied(), all.last().copied()) else {
            return all;
        };
        if all.len() * 2 > self.filled.len() {
            let mut before = self.on(0..first.filled, &first);
            before.append(&mut all);
            before.extend(self.on(last.filled + 1..self.filled.len(), &last));
            return before;
        }
        all
    }

    /// What stands alone on pages and is their number, if `known` is that of its page.
    fn on(&self, places: Range<usize>, known: &Candidate) -> Vec<Candidate> {
        let on_page = |filled: usize| {
            let page = self.filled.get(filled).copied()?;
            let wanted = known.number.number + u32::try_from(filled).ok()?;
            let wanted = wanted.checked_sub(u32::try_from(known.filled).ok()?)?;
            let lines = self.document.pages.get(page)?;
            // Its percent stands below a count, and none of another count.
            let is_count = |line: usize| {
                let next = lines.lines.get(line + 1);
                let next = next.map_or("", |next| lines.slice(next.range).trim());
                next.contains('%') && (next.starts_with('(') || !next.contains('('))
            };
            let found = lines.lines.iter().enumerate().filter_map(|(line, text)| {
                let number = number_of(lines, text)?;
                (number.number == wanted && !is_count(line)).then_some(Candidate {
                    page,
                    filled,
                    line,
                    number,
                })
            });
            let found: Vec<Candidate> = found.collect();
            (found.len() <= self.prints).then_some(found)
        };
        places.filter_map(on_page).flatten().collect()
    }
}

/// The band of a page, three points high, in which a height falls.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a height beyond any page has a band of its own all the same"
)]
fn band(y: f32) -> i32 {
    (y / 3.0) as i32
}

/// The whole line, or else its first or last cell, as a page number.
pub(super) fn number_of(page: &Page, line: &Line) -> Option<PageNumber> {
    let mut texts = vec![fold(page.slice(line.range))];
    if line.cells.len() > 1 {
        texts.extend(line.cells.first().map(|cell| fold(page.slice(cell.range))));
        texts.extend(line.cells.last().map(|cell| fold(page.slice(cell.range))));
    }
    texts.iter().find_map(|text| {
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
}

/// Pages that may be lost between two numbers that text kept.
const LOST: i64 = 50;
/// Pages that may stand before the one that is numbered 1: a letter that goes with the report.
const IN_FRONT: i64 = 6;

/// By how much a candidate's number leads its place in the file.
fn lead(candidate: &Candidate) -> i64 {
    let place = i64::try_from(candidate.filled).unwrap_or(i64::MAX);
    i64::from(candidate.number.number) - place.saturating_add(1)
}

/// The lead of the first page that is numbered: below 0 where pages stand in front that are not counted,
/// and most of all `pages` have a number that says so.
fn least_lead(candidates: &[Candidate], pages: usize) -> i64 {
    let on = |base: i64| {
        let numbered = candidates.iter().filter(|one| lead(one) == base);
        numbered.map(|one| one.page).collect::<BTreeSet<_>>().len()
    };
    (-IN_FRONT..0)
        .find(|base| on(*base) * 2 > pages)
        .unwrap_or(0)
}

/// The most numbers that grow at least as fast as the pages do, and hardly faster. One figure that
/// stands where a number could does not end the row of those that come after it.
fn growing(candidates: &[Candidate], pages: usize) -> Vec<Candidate> {
    let base = least_lead(candidates, pages);
    // For each lead over the pages the longest row that ends with it: how many, and its last member.
    let mut best: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
    let mut members: Vec<(Candidate, Option<usize>)> = Vec::new();
    for candidate in candidates {
        let lead = lead(candidate);
        if lead < base {
            continue;
        }
        let earlier = best.range(lead - LOST..=lead);
        let before = earlier
            .filter(|(_, (_, member))| {
                let last = members.get(*member);
                last.is_some_and(|(last, _)| last.page < candidate.page)
            })
            .map(|(_, (count, member))| (*count, *member))
            .max_by_key(|(count, _)| *count);
        if before.is_none() && lead - base > LOST {
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
fn in_step(candidates: &[Candidate], layout: Layout, pages: usize) -> Vec<Candidate> {
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
        Layout::Columns | Layout::Flow => kept = growing(candidates, pages),
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers on pages, from 0, none of which is empty.
    fn candidates(of: &[(usize, u32)]) -> Vec<Candidate> {
        let of = of.iter().map(|(page, number)| Candidate {
            page: *page,
            filled: *page,
            line: 0,
            number: PageNumber {
                number: *number,
                of: None,
            },
        });
        of.collect()
    }

    #[test]
    fn the_longest_row_goes_on_behind_a_page_that_is_lost() {
        // A figure on the first page stands as the number of the page that is lost would.
        let all = candidates(&[(0, 1), (0, 2), (1, 2), (2, 3), (3, 5), (4, 6)]);
        let kept = growing(&all, 5);
        let numbers: Vec<u32> = kept.iter().map(|one| one.number.number).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 6]);
    }
}
