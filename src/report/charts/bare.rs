//! Labels that have no value: bars of nothing that are not drawn.
//!
//! They stand where labels stand, and say what a label says: the same as a bar of another chart, or
//! the same again and again. What stands in the list of own texts is none of them.

use super::super::folded::{spell, squash};
use super::words::{ChartWord, Heading};
use super::{Labelled, OTHER, Part};
use crate::text::Bbox;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one label stand within this many sizes.
const PITCH: f32 = 1.6;
/// Columns further than this from the first are none.
const MAX_COLUMNS: f32 = 12.0;

/// A label in the making.
struct Cell {
    page: usize,
    column: i32,
    left: f32,
    top: f32,
    bottom: f32,
    words: Vec<usize>,
    /// Whether it stands in the list of own texts, or right under it.
    listed: bool,
}

/// Adds the labels without values to the bars, in their places. Marks their words as used.
pub(super) fn add(
    labelled: &mut Vec<Labelled>,
    headings: &[Heading],
    upright: bool,
    words: &mut [ChartWord<'_>],
) {
    let cells = cells(labelled, headings, upright, words);
    if cells.is_empty() {
        return;
    }
    let known: BTreeSet<String> = labelled
        .iter()
        .map(super::spelling::label_squashed)
        .collect();
    let cells: Vec<Cell> = cells
        .into_iter()
        .flat_map(|cell| apart(cell, &known, words))
        .collect();
    let texts: Vec<String> = cells.iter().map(|cell| text(&cell.words, words)).collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for text in &texts {
        *times.entry(text.clone()).or_default() += 1;
    }
    // Under the list of own texts a row of labels is told by several of them side by side.
    let rows: Vec<(usize, i32, f32)> = cells
        .iter()
        .zip(&texts)
        .filter(|(_, text)| known.contains(*text))
        .map(|(cell, _)| (cell.page, cell.column, cell.top))
        .collect();
    let in_row = |cell: &Cell| {
        rows.iter().any(|(page, column, top)| {
            *page == cell.page && *column != cell.column && (top - cell.top).abs() < 1.0
        })
    };
    // So are lying bars by the bars under them: the labels of one chart are all different.
    let under = if upright {
        BTreeSet::new()
    } else {
        first_of_charts(&cells, &texts, &known, labelled)
    };
    let mut added = false;
    for (cell, text) in cells.into_iter().zip(&texts) {
        // `Andre svar` has a bar only where someone wrote; alone it heads the list.
        if cell.listed && !in_row(&cell) && !under.contains(&(cell.page, cell.top.to_bits())) {
            continue;
        }
        let again = times.get(text).is_some_and(|times| *times > 1);
        if text.is_empty() || text == OTHER || !(known.contains(text) || again) {
            continue;
        }
        let mut parts = Vec::new();
        for index in cell.words {
            if let Some(word) = words.get_mut(index) {
                word.used = true;
                parts.push(Part {
                    printed: word.printed(),
                    text: word.text.to_owned(),
                    bbox: word.bbox,
                });
            }
        }
        let middle = f32::midpoint(cell.top, cell.bottom);
        let y = if upright { cell.top } else { middle };
        // A row of upright bars has one height.
        let row = labelled
            .iter()
            .find(|bar| upright && bar.page == cell.page && (bar.y - y).abs() < 3.0);
        let y = row.map_or(y, |row| row.y);
        labelled.push(Labelled {
            value: None,
            parts,
            page: cell.page,
            y,
            column: (cell.left, cell.left),
        });
        added = true;
    }
    if added {
        labelled.sort_by(|a, b| {
            a.page
                .cmp(&b.page)
                .then(a.y.total_cmp(&b.y))
                .then(a.column.0.total_cmp(&b.column.0))
        });
    }
}

/// The cells in the list of own texts that are the first labels of the chart under it: page and top.
fn first_of_charts(
    cells: &[Cell],
    texts: &[String],
    known: &BTreeSet<String>,
    labelled: &[Labelled],
) -> BTreeSet<(usize, u32)> {
    let mut found = BTreeSet::new();
    let mut gaps: Vec<f32> = labelled
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a.page == b.page => Some((b.area().y0 - a.area().y1).max(1.0)),
            _ => None,
        })
        .collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(f32::MAX);
    let listed: Vec<(&Cell, &String)> = cells
        .iter()
        .zip(texts)
        .filter(|(cell, _)| cell.listed)
        .collect();
    let next = |cell: &Cell| {
        labelled
            .iter()
            .position(|bar| (bar.page, bar.y) > (cell.page, cell.top))
    };
    for run in listed.chunk_by(|(a, _), (b, _)| next(a) == next(b)) {
        let Some(next) = run.first().and_then(|(cell, _)| next(cell)) else {
            continue;
        };
        let mut seen = BTreeSet::new();
        let after = labelled.get(next..).unwrap_or(&[]);
        for (index, bar) in after.iter().enumerate() {
            // Charts stand further apart than the bars of one.
            let before = index.checked_sub(1).and_then(|before| after.get(before));
            let apart = before.is_some_and(|before| {
                before.page == bar.page && bar.area().y0 - before.area().y1 > 2.0 * usual
            });
            if apart || !seen.insert(super::spelling::label_squashed(bar)) {
                break;
            }
        }
        for (cell, text) in run.iter().rev() {
            if !known.contains(*text) || !seen.insert((*text).clone()) {
                break;
            }
            found.insert((cell.page, cell.top.to_bits()));
        }
    }
    found
}

fn text(indices: &[usize], words: &[ChartWord<'_>]) -> String {
    let texts = indices.iter().filter_map(|index| words.get(*index));
    texts.map(|word| squash(word.text)).collect()
}

/// Several labels may stand as close as the lines of one, as in a legend: the known ones apart, and
/// what is between them.
fn apart(cell: Cell, known: &BTreeSet<String>, words: &[ChartWord<'_>]) -> Vec<Cell> {
    let line_of = |index: &usize| words.get(*index).map(|word| word.line_index);
    let lines: Vec<&[usize]> = cell
        .words
        .chunk_by(|a, b| line_of(a) == line_of(b))
        .collect();
    let part = |lines: &[&[usize]]| -> Cell {
        let indices: Vec<usize> = lines.concat();
        let boxes = indices
            .iter()
            .filter_map(|index| words.get(*index))
            .map(|word| word.bbox);
        let area = boxes.reduce(Bbox::union);
        let half = area.map_or(0.0, |area| (area.y1 - area.y0) / 2.0);
        let whole = lines.len() == 1 || area.is_none();
        Cell {
            page: cell.page,
            column: cell.column,
            left: area.map_or(cell.left, |area| area.x0),
            top: area.map_or(
                cell.top,
                |area| if whole { area.y0 + half } else { area.y0 },
            ),
            bottom: area.map_or(
                cell.bottom,
                |area| if whole { area.y0 + half } else { area.y1 },
            ),
            words: indices,
            listed: cell.listed,
        }
    };
    if lines.len() < 2 || known.contains(&text(&cell.words, words)) {
        return vec![cell];
    }
    let known_at = |from: usize| {
        (from + 1..=lines.len()).rev().find(|end| {
            let run = lines.get(from..*end).unwrap_or(&[]).concat();
            known.contains(&text(&run, words))
        })
    };
    if !(0..lines.len()).any(|from| known_at(from).is_some()) {
        return vec![cell];
    }
    let mut cells = Vec::new();
    let (mut from, mut between) = (0, 0);
    while from < lines.len() {
        let Some(end) = known_at(from) else {
            from += 1;
            continue;
        };
        cells.extend(
            lines
                .get(between..from)
                .filter(|rest| !rest.is_empty())
                .map(part),
        );
        cells.extend(lines.get(from..end).map(part));
        (from, between) = (end, end);
    }
    cells.extend(
        lines
            .get(between..)
            .filter(|rest| !rest.is_empty())
            .map(part),
    );
    cells
}

/// The words that no bar has, where labels stand, as labels.
fn cells(
    labelled: &[Labelled],
    headings: &[Heading],
    upright: bool,
    words: &[ChartWord<'_>],
) -> Vec<Cell> {
    let like = labelled.iter().find(|bar| !bar.parts.is_empty());
    let Some((like, first)) = like.and_then(|bar| Some((bar, bar.parts.first()?))) else {
        return Vec::new();
    };
    let size = first.bbox.y1 - first.bbox.y0;
    let lefts = labelled
        .iter()
        .flat_map(|bar| &bar.parts)
        .map(|part| part.bbox.x0);
    let left = lefts.min_by(f32::total_cmp).unwrap_or(first.bbox.x0);
    let values = labelled.iter().filter_map(|bar| bar.value.as_ref());
    let right = values
        .map(|value| value.bbox.x1)
        .max_by(f32::total_cmp)
        .unwrap_or(f32::MAX);
    let pitch = like.column.1 - like.column.0;
    if upright && !(pitch.is_finite() && pitch > 12.0 && pitch < 1000.0) {
        return Vec::new();
    }
    let mut found: Vec<Cell> = Vec::new();
    // Page and line of the heading of the list of own texts, where it has begun.
    let mut list: Option<(usize, f32)> = None;
    let all: Vec<usize> = (0..words.len()).collect();
    let line_of = |index: &usize| words.get(*index).map(|word| word.line_index);
    for line in all.chunk_by(|a, b| line_of(a) == line_of(b)) {
        let free: Vec<usize> = line
            .iter()
            .copied()
            .filter(|index| words.get(*index).is_some_and(|word| !word.used))
            .collect();
        let Some(begin) = free.first().and_then(|index| words.get(*index)) else {
            continue;
        };
        let at = (begin.line.page_index, begin.bbox.center_y());
        if free.len() == line.len()
            && spell(
                free.iter()
                    .filter_map(|index| words.get(*index))
                    .map(|word| word.text),
                OTHER,
            )
        {
            list = Some(at);
        }
        let ended = |list: (usize, f32)| {
            let between = |page: usize, y: f32, reach: f32| {
                (page, y) > list && (page, y) <= (at.0, at.1 + reach * size)
            };
            // A heading may stand right under the last own text; a label reaches up beside its bar.
            labelled.iter().any(|bar| between(bar.page, bar.y, 2.0))
                || headings
                    .iter()
                    .any(|heading| between(heading.page, heading.bbox.y0, 0.4))
        };
        list = list.filter(|list| !ended(*list));
        for index in free {
            let Some(word) = words.get(index) else {
                continue;
            };
            let alike = (word.bbox.y1 - word.bbox.y0 - size).abs() < 0.12 * size;
            if !alike
                || word.bbox.x0 < left - 2.0 && !upright
                || word.bbox.x1 > right + pitch.min(200.0)
            {
                continue;
            }
            let column = if upright {
                ((word.bbox.x0 + 2.0 - like.column.0) / pitch).floor()
            } else {
                0.0
            };
            if column.abs() > MAX_COLUMNS {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "few and whole by now")]
            let column = column as i32;
            let cell = found.iter_mut().rev().take(24).find(|cell| {
                cell.page == word.line.page_index
                    && cell.column == column
                    && (-0.6 * size..PITCH * size).contains(&(word.bbox.center_y() - cell.bottom))
            });
            if let Some(cell) = cell {
                cell.bottom = word.bbox.center_y();
                cell.words.push(index);
            } else {
                found.push(Cell {
                    page: word.line.page_index,
                    column,
                    left: word.bbox.x0,
                    top: if upright {
                        word.bbox.y0
                    } else {
                        word.bbox.center_y()
                    },
                    bottom: word.bbox.center_y(),
                    words: vec![index],
                    listed: list.is_some(),
                });
            }
        }
    }
    found
}
