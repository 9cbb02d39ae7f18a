//! The legend of a pie: a label, a colon, and the value on one line.

use super::super::bullets::is_mark;
use super::super::exporter;
use super::super::folded::{spell, squash};
use super::super::lines::Line;
use super::super::numbers::{integer, percent};
use super::values::{Value, values};
use super::words::ChartWord;
use super::{Direction, Labelled, OTHER, Part};
use crate::text::Bar;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Words of one legend line further apart than this many sizes are not one line.
const GAP: f32 = 1.4;
/// Lines of a label that wraps are nearer than this many sizes.
const PITCH: f32 = 1.6;
/// What begins so near to each other, in sizes, is flush.
const FLUSH: f32 = 0.4;
/// The box of an entry's colour is no higher than this, in sizes.
const MARK: f32 = 1.6;
/// Its label begins no further behind the box's beginning.
const MARKED: f32 = 3.0;
/// Lines that begin no further from each other than this, in points, have the same edge.
const SAME_EDGE: f32 = 1.0;

/// An entry of a legend: its value, and the places of the words that say it.
struct Entry {
    value: Value,
    label: Vec<usize>,
    count: usize,
    /// The first and the last word of the percent.
    percent: [usize; 2],
}

/// Takes the legend lines out of a region, where its charts are pies: where no value stands outside of
/// such lines. Marks their words as used.
pub(super) fn take_all(words: &mut [ChartWord<'_>], answered: &str) -> Vec<Labelled> {
    if !(0..words.len()).any(|index| line_at(words, index).is_some()) {
        return Vec::new();
    }
    let mut tried = words.to_vec();
    take(&mut tried, answered);
    let (bars, _) = values(&mut tried);
    if !bars.is_empty() {
        return Vec::new();
    }
    take(words, answered)
}

/// Marks the lines that look like a legend's, and stand in the list of own texts, as used; gives their
/// words. `pie` is whether legends were expected, so that there is no such list.
pub(super) fn hide_written(words: &mut [ChartWord<'_>], pie: bool) -> Vec<usize> {
    if pie {
        return Vec::new();
    }
    let lines = listed(words);
    let hidden: Vec<usize> = (0..words.len())
        .filter(|index| {
            words
                .get(*index)
                .is_some_and(|word| !word.used && lines.contains(&word.line_index))
        })
        .collect();
    for index in &hidden {
        if let Some(word) = words.get_mut(*index) {
            word.used = true;
        }
    }
    hidden
}

/// Marks the values of lines that look like a legend's where there are bars, and an answer is just that, as
/// used; gives their words: it is the label of an option.
pub(super) fn hide_chosen(words: &mut [ChartWord<'_>], answers: &[Line<'_>]) -> Vec<usize> {
    // Most charts have no such line.
    let said = LazyCell::new(|| answers.iter().map(Line::squashed).collect::<BTreeSet<_>>());
    let mut hidden = Vec::new();
    for index in 0..words.len() {
        let Some(entry) = line_at(words, index) else {
            continue;
        };
        let value = [entry.count].into_iter();
        let value: Vec<usize> = value.chain(entry.percent[0]..=entry.percent[1]).collect();
        let whole = entry.label.iter().chain(&value);
        let whole = whole.filter_map(|at| words.get(*at));
        let whole: String = whole.map(|word| squash(word.text)).collect();
        if said.contains(whole.as_str()) {
            hidden.extend(value);
        }
    }
    for index in &hidden {
        if let Some(word) = words.get_mut(*index) {
            word.used = true;
        }
    }
    hidden
}

/// Marks the lines that look like a bar's value, and stand in the list of own texts where its heading
/// begins, as used; gives their words. The value of a lying bar stands to the right of its label, or under
/// it behind the bar, and that of a standing one on its bar.
pub(super) fn hide_values(words: &mut [ChartWord<'_>], direction: Direction) -> Vec<usize> {
    let mut hidden = Vec::new();
    // Where the heading of the list begins that has not ended yet.
    let mut list: Option<f32> = None;
    let mut at = 0;
    for line in words.chunk_by_mut(|a, b| a.line_index == b.line_index) {
        let from = at;
        at += line.len();
        let left = line.first().map_or(0.0, |word| word.bbox.x0);
        if spell(line.iter().map(|word| word.text), OTHER) {
            list = Some(left);
            continue;
        }
        // No value is without the sign.
        if !line.iter().any(|word| word.text.contains('%')) {
            continue;
        }
        let mut tried = line.to_vec();
        let (found, _) = values(&mut tried);
        if found.is_empty() {
            continue;
        }
        let bars = line.first().map_or(&[][..], |word| &word.line.page.bars);
        let has_bar = |value: &Value| match direction {
            Direction::Upright => bars.iter().any(|bar| is_on(value, bar)),
            Direction::Under => bars.iter().any(|bar| is_behind(value, bar)),
            Direction::Lying => false,
        };
        let free = |value: &Value| value.count.value > 0 && !bars.is_empty() && !has_bar(value);
        let alone = tried.iter().all(|word| word.used)
            && (direction == Direction::Lying || found.iter().all(free));
        if alone && list.is_some_and(|heading| (heading - left).abs() < SAME_EDGE) {
            for word in line.iter_mut() {
                word.used = true;
            }
            hidden.extend(from..at);
        } else {
            list = None;
        }
    }
    hidden
}

/// Whether a value stands on a standing bar.
pub(super) fn is_on(value: &Value, bar: &Bar) -> bool {
    let (bar, at) = (bar.bbox, value.bbox);
    (bar.center_x() - at.center_x()).abs() < 0.5 * value.size
        && (-0.4..1.6).contains(&((bar.y0 - at.y1) / value.size))
}

/// Whether a value stands beside a lying bar, or right above or below it, from where it begins.
fn is_behind(value: &Value, bar: &Bar) -> bool {
    let (bar, at) = (bar.bbox, value.bbox);
    at.x0 >= bar.x0 && bar.y0 - value.size < at.y1 && at.y0 < bar.y1 + value.size
}

/// The lines that look like a legend's and stand in the list of own texts: under a line that says
/// `Andre svar` and no more, without a value of a bar between them.
fn listed(words: &[ChartWord<'_>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut in_list = false;
    let mut from = 0;
    for line in words.chunk_by(|a, b| a.line_index == b.line_index) {
        let indices = from..from + line.len();
        from = indices.end;
        if spell(line.iter().map(|word| word.text), OTHER) {
            in_list = true;
            continue;
        }
        if !in_list {
            continue;
        }
        for (index, word) in indices.zip(line) {
            if line_at(words, index).is_some() {
                found.insert(word.line_index);
            } else if exporter::percent(word.text).is_some() {
                in_list = false;
            }
        }
    }
    found
}

/// Takes the legend lines out of a region. Marks their words as used.
fn take(words: &mut [ChartWord<'_>], answered: &str) -> Vec<Labelled> {
    let mut found = Vec::new();
    for index in 0..words.len() {
        if let Some(entry) = line_at(words, index) {
            let Entry { value, label, .. } = entry;
            let label = unmarked(words, label, answered);
            let label = with_lines_above(words, label, value.count.value > 0, answered);
            let parts: Vec<Part> = label
                .iter()
                .filter_map(|index| words.get(*index))
                .map(|word| Part {
                    printed: word.printed(),
                    text: word.text.to_owned(),
                    bbox: word.bbox,
                })
                .collect();
            for used in label.iter().chain([&entry.count]).chain(&entry.percent) {
                if let Some(word) = words.get_mut(*used) {
                    word.used = true;
                }
            }
            let (page, y) = (value.page, value.bbox.y0);
            found.push(Labelled {
                value: Some(value),
                parts: without_colon(parts),
                page,
                y,
                column: (f32::MIN, f32::MAX),
            });
        }
    }
    found
}

/// A label without the mark that shows its colour, where that is a letter: a bullet, or a dash that
/// nobody `answered`. Marks it as used.
fn unmarked(words: &mut [ChartWord<'_>], mut label: Vec<usize>, answered: &str) -> Vec<usize> {
    let whole = label.iter().filter_map(|index| words.get(*index));
    let whole: String = whole.map(|word| squash(word.text)).collect();
    let mark = match label.as_slice() {
        [mark, _, ..] => words.get_mut(*mark),
        _ => None,
    };
    let is_option = answered.contains(whole.trim_end_matches(':'));
    if let Some(mark) = mark.filter(|word| is_mark(word.text) && !is_option) {
        mark.used = true;
        label.remove(0);
    }
    label
}

/// A percent with a count before it and a colon before that.
fn line_at(words: &[ChartWord<'_>], index: usize) -> Option<Entry> {
    let share = words.get(index).filter(|word| !word.used)?;
    let (range, last) = if let Some(range) = exporter::percent(share.text) {
        (range, index)
    } else {
        let next = words.get(index + 1)?;
        let sign = if share.text.starts_with('(') {
            "%)"
        } else {
            "%"
        };
        let ended = next.line_index == share.line_index && next.text == sign;
        let begun = exporter::percent_begun(share.text).filter(|_| ended)?;
        (begun, index + 1)
    };
    let before = index.checked_sub(1).filter(|before| {
        let word = words.get(*before);
        word.is_some_and(|word| word.line_index == share.line_index)
    });
    let label = |count: usize| label_of(words, count).or_else(|| over(words, count));
    let beside = before.and_then(|before| Some((before, label(before)?)));
    let (at, label) = beside.or_else(|| above(words, index))?;
    let count = words.get(at)?;
    let counted = integer(count.text)?;
    let printed = share.part(range.start, range.end);
    let (value, decimals) = percent(&printed.value)?;
    let value = Value {
        count: count.printed().map(|_| counted),
        percent: printed.map(|_| value),
        decimals,
        page: share.line.page_index,
        bbox: share.bbox.union(count.bbox),
        size: share.size,
        line_index: count.line_index,
        word: at,
    };
    Some(Entry {
        value,
        label,
        count: at,
        percent: [index, last],
    })
}

/// The label of a count: the words before it on its line, of which the last ends with a colon.
fn label_of(words: &[ChartWord<'_>], count: usize) -> Option<Vec<usize>> {
    let word = words.get(count).filter(|word| !word.used)?;
    integer(word.text)?;
    let at = count.checked_sub(1)?;
    let beside = words.get(at)?.line_index == word.line_index;
    beside.then(|| ends_label(words, at)).flatten()
}

/// The label on the line above a value that has a line to itself: it is flush with the value.
fn over(words: &[ChartWord<'_>], count: usize) -> Option<Vec<usize>> {
    let value = words.get(count).filter(|word| !word.used)?;
    integer(value.text)?;
    // The name of the chart's group may stand beside it.
    let before = count.checked_sub(1).and_then(|before| words.get(before));
    if before.is_some_and(|before| before.line_index == value.line_index && !before.used) {
        return None;
    }
    let higher = |word: &ChartWord<'_>| value.bbox.y0 - word.bbox.y0;
    let near = |at: &usize| {
        words.get(*at).is_some_and(|word| {
            word.line.page_index == value.line.page_index
                && higher(word) < PITCH * word.line.stretch * value.size
        })
    };
    (0..count).rev().take_while(near).find_map(|at| {
        let label = ends_label(words, at)?;
        let first = words.get(*label.first()?)?;
        let stands = higher(first) >= 0.5 * value.size && is_flush(first, value);
        stands.then_some(label)
    })
}

/// The words of a line up to one that ends with a colon.
fn ends_label(words: &[ChartWord<'_>], at: usize) -> Option<Vec<usize>> {
    let colon = words.get(at)?;
    if !colon.text.ends_with(':') || colon.used {
        return None;
    }
    let mut label = vec![at];
    let mut right = colon;
    for before in (0..at).rev() {
        let Some(word) = words.get(before) else { break };
        if word.line_index != colon.line_index
            || word.used
            || right.bbox.x0 - word.bbox.x1 > GAP * word.size
        {
            break;
        }
        label.insert(0, before);
        right = word;
    }
    Some(label)
}

/// The count on the line above a percent that wraps, and its label: nothing stands behind the count, and
/// the percent begins where the label does.
fn above(words: &[ChartWord<'_>], share: usize) -> Option<(usize, Vec<usize>)> {
    let percent = words.get(share)?;
    let size = percent.size;
    let pitch = PITCH * percent.line.stretch * size;
    let higher = |word: &ChartWord<'_>| percent.bbox.y0 - word.bbox.y0;
    // Lines stand in order: above one that is too high there are none.
    let near = |count: &usize| {
        words.get(*count).is_some_and(|word| {
            word.line.page_index == percent.line.page_index && higher(word) < pitch
        })
    };
    (0..share).rev().take_while(near).find_map(|count| {
        let word = words.get(count)?;
        let last = words.get(count + 1).is_none_or(|next| {
            next.line_index != word.line_index || next.bbox.x0 - word.bbox.x1 > GAP * word.size
        });
        let stands = higher(word) >= 0.5 * size && last;
        let label = stands.then(|| label_of(words, count)).flatten()?;
        let first = words.get(*label.first()?)?;
        is_flush(first, percent).then_some((count, label))
    })
}

/// Whether a line begins where the one above it does: with its first word, or with the box of colour that
/// is drawn before that.
fn is_flush(above: &ChartWord<'_>, below: &ChartWord<'_>) -> bool {
    let near = FLUSH * above.size;
    let is_mark = |bar: &Bar| {
        let (mark, first) = (bar.bbox, above.bbox);
        mark.x0 >= below.bbox.x0 - near
            && mark.x1 <= first.x0 + near
            && mark.y0 < first.y1
            && mark.y1 > first.y0
            && mark.y1 - mark.y0 < MARK * above.size
    };
    let indent = above.bbox.x0 - below.bbox.x0;
    indent.abs() < near
        || (0.0..MARKED * above.size).contains(&indent) && above.line.page.bars.iter().any(is_mark)
}

/// A long label wraps: its first lines stand close above, flush with it, and have no value. An option
/// that nobody chose may have none either: what was `chosen` is what answers say, and no more.
fn with_lines_above(
    words: &[ChartWord<'_>],
    label: Vec<usize>,
    chosen: bool,
    answered: &str,
) -> Vec<usize> {
    let mut label = label;
    let says = |label: &[usize]| {
        let texts = label.iter().filter_map(|index| words.get(*index));
        let text: String = texts.map(|word| squash(word.text)).collect();
        chosen && answered.contains(text.trim_end_matches(':'))
    };
    let mut longest = says(&label).then(|| label.clone());
    while let Some((at, first)) = label.first().and_then(|at| Some((*at, words.get(*at)?))) {
        let (y0, size) = (first.bbox.y0, first.size);
        let higher = |word: &ChartWord<'_>| y0 - word.bbox.y0;
        // Lines stand in order: above one that is far too high there are none. What stands high in its own
        // line is not that far off.
        let near = |index: &usize| {
            words.get(*index).is_some_and(|word| {
                let pitch = PITCH * word.line.stretch * size;
                word.line.page_index == first.line.page_index && higher(word) < 2.0 * pitch
            })
        };
        let begins = |index: &usize| {
            words.get(*index).is_some_and(|word| {
                !word.used
                    && is_flush(word, first)
                    && higher(word) > 0.5 * size
                    && higher(word) < PITCH * word.line.stretch * size
            })
        };
        let start = (0..at).rev().take_while(near).filter(begins).last();
        let Some(start) = start else { break };
        let Some(line) = words.get(start).map(|word| word.line_index) else {
            break;
        };
        let above: Vec<usize> = (start..words.len())
            .take_while(|index| {
                words
                    .get(*index)
                    .is_some_and(|word| word.line_index == line && !word.used)
            })
            .collect();
        let has_value = above
            .iter()
            .filter_map(|index| words.get(*index))
            .any(|word| word.text.contains('%'));
        if has_value {
            break;
        }
        label.splice(0..0, above);
        if says(&label) {
            longest = Some(label.clone());
        }
    }
    longest.unwrap_or(label)
}

/// The colon parts label and value; it is not part of the option.
fn without_colon(mut parts: Vec<Part>) -> Vec<Part> {
    if let Some(last) = parts.last_mut() {
        last.text = last.text.trim_end_matches(':').to_owned();
    }
    parts.retain(|part| !part.text.is_empty());
    parts
}
