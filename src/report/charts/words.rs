//! The words of a chart region, and the group headings among them.

use super::super::lines::Line;
use super::super::roster::Roster;
use super::super::squashed::Squashed;
use super::super::{Explanation, Group, Passage};
use crate::text::{Bbox, Cell, Printed, Word};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A word with its box; the unit that charts are resolved by.
#[derive(Clone, Debug)]
pub(super) struct ChartWord<'a> {
    pub(super) line: Line<'a>,
    /// Index of the line in the region.
    pub(super) line_index: usize,
    pub(super) word: &'a Word,
    pub(super) text: &'a str,
    pub(super) bbox: Bbox,
    /// Size of the type, points.
    pub(super) size: f32,
    pub(super) font: u16,
    /// Whether the word has been given a meaning.
    pub(super) used: bool,
}

impl ChartWord<'_> {
    /// Bytes `from..to` of the word as printed.
    pub(super) fn part(&self, from: usize, to: usize) -> Printed<String> {
        let start = self.word.range.start - self.line.on_page.range.start;
        self.line.part(start as usize + from, start as usize + to)
    }

    /// Whether one cell of a line has both words: a justified line may stretch the blank between them far.
    fn shares_cell(&self, other: &Self) -> bool {
        let mut cells = self.line.on_page.cells.iter();
        let has = |cell: &Cell, word: &Word| cell.words.iter().any(|own| own.range == word.range);
        self.line_index == other.line_index
            && cells.any(|cell| has(cell, self.word) && has(cell, other.word))
    }

    /// The whole word as a passage that explains the digits in it.
    pub(super) fn passage(&self, what: Explanation) -> Passage {
        let span = self
            .line
            .page
            .span(self.line.on_page, self.word.range, None);
        Passage::at(span, what)
    }

    /// The whole word as printed.
    pub(super) fn printed(&self) -> Printed<String> {
        let (line, range) = (self.line, self.word.range);
        line.page
            .printed(line.on_page, range, Some(self.bbox), self.word.certain)
    }
}

/// Which words stand on a page (by index); all words stand page by page.
pub(super) fn range_of(words: &[ChartWord<'_>], page: usize) -> Range<usize> {
    let from = words.partition_point(|word| word.line.page_index < page);
    let to = words.partition_point(|word| word.line.page_index <= page);
    from..to
}

/// The words on a page (by index).
pub(super) fn on_page<'w, 'a>(words: &'w [ChartWord<'a>], page: usize) -> &'w [ChartWord<'a>] {
    words.get(range_of(words, page)).unwrap_or(&[])
}

/// All words of a region that have boxes.
pub(super) fn words<'a>(region: &[Line<'a>]) -> Vec<ChartWord<'a>> {
    let cells = region.iter().flat_map(|line| &line.on_page.cells);
    let mut words = Vec::with_capacity(cells.map(|cell| cell.words.len()).sum());
    for (line_index, line) in region.iter().enumerate() {
        for cell in &line.on_page.cells {
            for word in &cell.words {
                let Some(bbox) = word.bbox else { continue };
                words.push(ChartWord {
                    line: *line,
                    line_index,
                    word,
                    text: line.page.slice(word.range),
                    bbox,
                    size: cell.size,
                    font: cell.font,
                    used: false,
                });
            }
        }
    }
    words
}

/// A group heading: `Offentlig/Kommune`, beside or above its chart.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) group: Group,
    pub(super) printed: Printed<String>,
    pub(super) page: usize,
    pub(super) bbox: Bbox,
    /// How it is set: font and left edge, whole points.
    set: (u16, i32),
    /// Its words.
    members: Vec<usize>,
}

/// Lines that a heading in a narrow cell may take.
const MAX_HEADING_LINES: usize = 6;

/// So far apart may the lines of a heading stand, in sizes: in text that keeps columns, a line of the chart
/// may stand between two of them.
const PITCH: f32 = 2.6;

/// Words of a heading stand no further apart than this, in sizes, and no further than this where the blank is
/// stretched.
const BLANK: f32 = 1.2;
const STRETCHED: f32 = 6.0;

/// Finds the group headings, wherever they stand, and marks their words as used.
pub(super) fn headings(words: &mut [ChartWord<'_>], roster: &Roster) -> Vec<Heading> {
    let mut found = Vec::new();
    for start in 0..words.len() {
        if words
            .get(start)
            .is_none_or(|word| word.used || !begins_cell(words, start))
        {
            continue;
        }
        if let Some((group, members)) = heading_at(words, start, roster) {
            let mut bbox: Option<Bbox> = None;
            let mut parts: Vec<(usize, Printed<String>)> = Vec::new();
            for index in &members {
                if let Some(word) = words.get_mut(*index) {
                    word.used = true;
                    bbox = Some(bbox.map_or(word.bbox, |all| all.union(word.bbox)));
                    parts.push((word.line_index, word.printed()));
                }
            }
            let (Some(bbox), Some((_, first))) = (bbox, parts.first().cloned()) else {
                continue;
            };
            let mut printed = first;
            for (_, part) in parts.iter().skip(1) {
                printed.span = printed.span.to(part.span);
                printed.certain &= part.certain;
            }
            printed.span.bbox = Some(bbox);
            group.as_str().clone_into(&mut printed.value);
            printed.text.clone_from(&printed.value);
            let (page, font) = words
                .get(start)
                .map_or((0, 0), |word| (word.line.page_index, word.font));
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a place on a page is small"
            )]
            let set = (font, bbox.x0.round() as i32);
            found.push(Heading {
                group,
                printed,
                page,
                bbox,
                set,
                members,
            });
        }
    }
    let mut found = without_written(found, words);
    found.sort_by(|a, b| {
        a.page
            .cmp(&b.page)
            .then(a.bbox.center_y().total_cmp(&b.bbox.center_y()))
    });
    found
}

/// Each group has one chart: of two headings that say the same, the one that is not set as most others
/// are was written by someone, in the list of own texts. Its words are given back.
fn without_written(found: Vec<Heading>, words: &mut [ChartWord<'_>]) -> Vec<Heading> {
    let mut groups: BTreeMap<&Group, Vec<(u16, i32)>> = BTreeMap::new();
    for heading in &found {
        groups.entry(&heading.group).or_default().push(heading.set);
    }
    let mut sets: BTreeMap<(u16, i32), usize> = BTreeMap::new();
    for of_group in groups.values() {
        if let [only] = of_group.as_slice() {
            *sets.entry(*only).or_default() += 1;
        }
    }
    let Some((usual, _)) = sets.into_iter().max_by_key(|(_, count)| *count) else {
        return found;
    };
    let one_usual = groups.into_iter().filter(|(_, of_group)| {
        let set_so = of_group.iter().filter(|set| **set == usual);
        set_so.count() == 1
    });
    let one_usual: BTreeSet<Group> = one_usual.map(|(group, _)| group.clone()).collect();
    let written = |heading: &Heading| heading.set != usual && one_usual.contains(&heading.group);
    let mut kept = Vec::new();
    for heading in found {
        if !written(&heading) {
            kept.push(heading);
            continue;
        }
        for index in heading.members {
            if let Some(word) = words.get_mut(index) {
                word.used = false;
            }
        }
    }
    kept
}

/// Whether a word is the first of its line, or stands apart from the word before it.
fn begins_cell(words: &[ChartWord<'_>], index: usize) -> bool {
    let Some(word) = words.get(index) else {
        return false;
    };
    match index.checked_sub(1).and_then(|before| words.get(before)) {
        Some(before) if before.line_index == word.line_index => {
            word.bbox.x0 - before.bbox.x1 > 0.5 * word.size
        }
        _ => true,
    }
}

/// Whether a word stands further from the one before it than words of a heading do. In a cell that is
/// justified they may be stretched far apart, and a mark alone, as `/`, begins no label.
fn is_apart(last: &ChartWord<'_>, word: &ChartWord<'_>) -> bool {
    let gap = (word.bbox.x0 - last.bbox.x1) / word.size;
    let mark = !word.text.contains(char::is_alphanumeric);
    gap > BLANK && !last.shares_cell(word) && !(mark && gap < STRETCHED)
}

/// The words on one line, from `start`, that go on a group's name begun with `begun`.
fn grow(
    words: &[ChartWord<'_>],
    start: usize,
    begun: &Squashed,
    roster: &Roster,
) -> Option<(Squashed, Vec<usize>)> {
    let mut text = begun.clone();
    let mut members = Vec::new();
    let first = words.get(start)?;
    for (index, word) in words.iter().enumerate().skip(start) {
        let last = members.last().and_then(|last: &usize| words.get(*last));
        let apart = last.is_some_and(|last| is_apart(last, word));
        if word.line_index != first.line_index || word.used || apart {
            break;
        }
        let mut longer = text.clone();
        longer.push(word.text);
        if !roster.group_begins(&longer) {
            // The hyphen of a break is not the group's.
            match longer.without_hyphen() {
                Some(head) if roster.group_begins(&head) => longer = head,
                _ => break,
            }
        }
        text = longer;
        members.push(index);
    }
    (!members.is_empty()).then_some((text, members))
}

/// A heading that begins with a word.
fn heading_at(
    words: &[ChartWord<'_>],
    start: usize,
    roster: &Roster,
) -> Option<(Group, Vec<usize>)> {
    let (mut text, mut members) = grow(words, start, &Squashed::default(), roster)?;
    // A lone word such as «Offentlig» begins a heading only if the slash comes on the next line.
    let origin = words.get(start)?;
    let mut complete: Option<(Group, Vec<usize>)> = roster
        .group(&text)
        .map(|group| (group.clone(), members.clone()));
    let mut lowest = origin.bbox;
    let page = range_of(words, origin.line.page_index);
    for _ in 1..MAX_HEADING_LINES {
        let on_page = words.get(page.clone()).unwrap_or(&[]);
        let next = page.clone().zip(on_page).find(|(_, word)| {
            !word.used
                && word.bbox.y0 > lowest.y0 + 0.5 * origin.size
                && word.bbox.y0 - lowest.y0 < PITCH * origin.line.stretch * origin.size
                && (word.bbox.x0 - origin.bbox.x0).abs() < 0.4 * origin.size
                && word.font == origin.font
        });
        let Some((index, word)) = next else { break };
        let Some((longer, more)) = grow(words, index, &text, roster) else {
            break;
        };
        lowest = word.bbox;
        text = longer;
        members.extend(more);
        if let Some(group) = roster.group(&text) {
            complete = Some((group.clone(), members.clone()));
        }
    }
    complete
}
