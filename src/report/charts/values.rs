//! The values of bars: a count and a percent, one over the other or side by side.

use super::super::exporter;
use super::super::numbers::{integer, percent};
use super::words::{ChartWord, on_page};
use crate::text::{Bbox, Printed};

/// Signs of a percent stand no further apart than this, in sizes.
const NEAR: f32 = 1.0;
/// A percent stands no further from the count beside it than this, in sizes; from that of another bar, whose
/// value stands higher or lower, it stands further.
const BESIDE: f32 = 3.0;

/// A count with its percent.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) count: Printed<i64>,
    /// In units of its last decimal.
    pub(super) percent: Printed<i64>,
    /// How many decimals the percent has.
    pub(super) decimals: u8,
    pub(super) page: usize,
    /// Over both.
    pub(super) bbox: Bbox,
    pub(super) size: f32,
    /// Index of the line of the percent in the region.
    pub(super) line_index: usize,
    /// Index of the first word of the value.
    pub(super) word: usize,
}

/// A percent that is not yet paired.
struct Percent {
    printed: Printed<i64>,
    decimals: u8,
    first: usize,
    last: usize,
    bbox: Bbox,
}

/// Finds the values and marks their words as used. Percents without a count come second.
pub(super) fn values(words: &mut [ChartWord<'_>]) -> (Vec<Value>, Vec<Printed<String>>) {
    let mut found = Vec::new();
    let mut percents = Vec::new();
    // Where percents have brackets, one without is no value: `20% stilling` in an own text.
    let brackets = in_brackets(words);
    let bracketed = brackets > 0;
    // Where most have none, one with brackets is a part of an option that is worded like a value.
    let bare = bracketed && bare_pairs(words) > brackets;
    for index in 0..words.len() {
        let Some(word) = words.get(index) else {
            continue;
        };
        if word.used || (bracketed && opens(words, index) == bare) {
            continue;
        }
        if let Some((count, share)) = exporter::count_and_percent(word.text) {
            found.extend(one_word(word, index, count, share));
        } else if let Some(percent) = percent_at(words, index) {
            percents.push(percent);
        }
    }
    for value in &found {
        mark(words, [value.word]);
    }
    pair(words, percents, found)
}

/// How many counts have a bare percent beside them.
fn bare_pairs(words: &[ChartWord<'_>]) -> usize {
    let beside = |pair: &&[ChartWord<'_>]| {
        let [count, share] = pair else { return false };
        count.line_index == share.line_index
            && exporter::percent(share.text).is_some_and(|range| range.start == 0)
            && integer(count.text).is_some()
    };
    words.windows(2).filter(beside).count()
}

/// How many percents have brackets.
fn in_brackets(words: &[ChartWord<'_>]) -> usize {
    let begins = |(index, word): &(usize, &ChartWord<'_>)| {
        opens(words, *index) && begins_percent(words, word)
    };
    words.iter().enumerate().filter(begins).count()
}

/// Whether a bracket opens in a word, or stands by itself right before it.
fn opens(words: &[ChartWord<'_>], index: usize) -> bool {
    let word = words.get(index);
    word.is_some_and(|word| word.text.contains('(')) || before(words, index, &["("]).is_some()
}

/// The word right before one, where it is one of these signs.
fn before(words: &[ChartWord<'_>], index: usize, signs: &[&str]) -> Option<usize> {
    let (at, word) = (index.checked_sub(1)?, words.get(index)?);
    let sign = words.get(at)?;
    let near = sign.line_index == word.line_index
        && word.bbox.x0 - sign.bbox.x1 < NEAR * word.size
        && signs.contains(&sign.text);
    near.then_some(at)
}

/// The word right after one, where it closes a bracket by itself.
fn closing(words: &[ChartWord<'_>], index: usize) -> Option<usize> {
    let (word, sign) = (words.get(index)?, words.get(index + 1)?);
    let near = sign.line_index == word.line_index
        && sign.bbox.x0 - word.bbox.x1 < NEAR * word.size
        && sign.text == ")";
    near.then_some(index + 1)
}

/// Whether a word is a percent, or begins one.
fn begins_percent(words: &[ChartWord<'_>], word: &ChartWord<'_>) -> bool {
    exporter::percent(word.text).is_some()
        || (exporter::percent_begun(word.text).is_some()
            && words
                .iter()
                .any(|next| next.line_index == word.line_index && matches!(next.text, "%)" | "%")))
}

fn one_word(
    word: &ChartWord<'_>,
    index: usize,
    count: std::ops::Range<usize>,
    share: std::ops::Range<usize>,
) -> Option<Value> {
    let printed = word.part(count.start, count.end);
    let counted = integer(&printed.value)?;
    let shared = word.part(share.start, share.end);
    let (value, decimals) = percent(&shared.value)?;
    Some(Value {
        count: printed.map(|_| counted),
        percent: shared.map(|_| value),
        decimals,
        page: word.line.page_index,
        bbox: word.bbox,
        size: word.size,
        line_index: word.line_index,
        word: index,
    })
}

fn percent_at(words: &[ChartWord<'_>], index: usize) -> Option<Percent> {
    let word = words.get(index)?;
    let (range, last) = if let Some(range) = exporter::percent(word.text) {
        (range, index)
    } else {
        let next = words.get(index + 1)?;
        let ended = next.line_index == word.line_index && matches!(next.text, "%)" | "%");
        let range = exporter::percent_begun(word.text).filter(|_| ended)?;
        (range, index + 1)
    };
    let printed = word.part(range.start, range.end);
    let (value, decimals) = percent(&printed.value)?;
    // Its brackets may stand apart, and a comma may part it from its count.
    let first = before(words, index, &["(", ","]).unwrap_or(index);
    let last = closing(words, last).unwrap_or(last);
    let all = words.get(first..=last).unwrap_or(&[]);
    let bbox = all.iter().map(|word| word.bbox).reduce(Bbox::union);
    Some(Percent {
        printed: printed.map(|_| value),
        decimals,
        first,
        last,
        bbox: bbox.unwrap_or(word.bbox),
    })
}

fn mark(words: &mut [ChartWord<'_>], indices: impl IntoIterator<Item = usize>) {
    for index in indices {
        if let Some(word) = words.get_mut(index) {
            word.used = true;
        }
    }
}

fn is_count(word: &ChartWord<'_>) -> bool {
    !word.used && word.text.len() <= 7 && word.text.bytes().all(|byte| byte.is_ascii_digit()) || {
        // Thousands may be parted.
        !word.used && word.text.contains('\u{a0}') && integer(word.text).is_some()
    }
}

/// The word above a percent that is its count: centred on it, or flush with it.
fn above(words: &[ChartWord<'_>], percent: &Percent) -> Option<usize> {
    let base = words.get(percent.first)?;
    let near = |word: &ChartWord<'_>| {
        let rise = percent.bbox.y0 - word.bbox.y0;
        let width = percent.bbox.x1 - percent.bbox.x0;
        word.line.page_index == base.line.page_index
            && rise > 0.5 * base.size
            && rise < 2.2 * base.size
            && (word.bbox.center_x() - percent.bbox.center_x()).abs() <= 0.55 * width
    };
    // The words stand line by line.
    let candidates = words
        .iter()
        .enumerate()
        .take(percent.first)
        .rev()
        .skip_while(|(_, word)| word.line_index >= base.line_index)
        .take_while(|(_, word)| word.line_index + 6 > base.line_index)
        .filter(|(_, word)| near(word) && is_count(word));
    candidates
        .min_by(|(_, a), (_, b)| {
            let off = |word: &ChartWord<'_>| {
                (word.bbox.center_x() - percent.bbox.center_x()).abs()
                    + (percent.bbox.y0 - word.bbox.y0)
            };
            off(a).total_cmp(&off(b))
        })
        .map(|(index, _)| index)
}

/// The word at the foot of the page before that is the count of a percent at the head of its own: a page
/// may end between the two.
fn over_the_edge(words: &[ChartWord<'_>], percent: &Percent) -> Option<usize> {
    let base = words.get(percent.first)?;
    let before = base.line.page_index.checked_sub(1)?;
    let head = on_page(words, base.line.page_index);
    if head.iter().any(|word| word.bbox.y1 < percent.bbox.y0) {
        return None;
    }
    let foot = on_page(words, before).iter().map(|word| word.bbox.y0);
    let lowest = foot.max_by(f32::total_cmp)?;
    let width = percent.bbox.x1 - percent.bbox.x0;
    let stands = |word: &ChartWord<'_>| {
        word.line.page_index == before
            && lowest - word.bbox.y0 < 0.5 * word.size
            && (word.size - base.size).abs() < 0.3
            && (word.bbox.center_x() - percent.bbox.center_x()).abs() <= 0.55 * width
    };
    words.iter().position(|word| stands(word) && is_count(word))
}

/// The word before a percent, on its line, that is its count though it stands apart from it, as in
/// the columns of a table: figures end where those above them do.
fn in_column(words: &[ChartWord<'_>], percent: &Percent) -> Option<usize> {
    let base = words.get(percent.first)?;
    let index = percent.first.checked_sub(1)?;
    let word = words.get(index)?;
    let apart = word.line_index == base.line_index && word.bbox.x1 < base.bbox.x0;
    (apart && is_count(word)).then_some(index)
}

/// So many columns of counts the tables of a question have at the most: that of the table of all may be
/// wider than those of the groups.
const MOST_COLUMNS: usize = 4;

/// Whether two boxes stand in one column: flush on the left or on the right, or centred.
fn in_line(a: Bbox, b: Bbox) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 2.0;
    near(a.x0, b.x0) || near(a.x1, b.x1) || near(a.center_x(), b.center_x())
}

/// The percents whose counts stand in a column of their own: most of all percents do.
fn tabled(words: &[ChartWord<'_>], percents: &[Percent]) -> bool {
    let pairs = percents.iter().filter_map(|percent| {
        let index = in_column(words, percent)?;
        beside(words, percent).is_none().then_some(())?;
        Some((words.get(index)?.bbox, percent.bbox))
    });
    let mut columns: Vec<((Bbox, Bbox), usize)> = Vec::new();
    let (mut all, mut aligned) = (0, 0);
    for pair in pairs {
        all += 1;
        let same =
            |of: &&mut ((Bbox, Bbox), usize)| in_line(of.0.0, pair.0) && in_line(of.0.1, pair.1);
        if let Some((_, so_far)) = columns.iter_mut().find(same) {
            // The first counts once it has company.
            aligned += 1 + usize::from(*so_far == 1);
            *so_far += 1;
        } else if columns.len() < MOST_COLUMNS {
            columns.push((pair, 1));
        }
    }
    all * 2 > percents.len() && aligned * 10 >= all * 9
}

/// The word before a percent, on its line, that is its count.
fn beside(words: &[ChartWord<'_>], percent: &Percent) -> Option<usize> {
    let base = words.get(percent.first)?;
    let index = percent.first.checked_sub(1)?;
    let word = words.get(index)?;
    let near = word.line_index == base.line_index
        && (-0.2..BESIDE).contains(&((base.bbox.x0 - word.bbox.x1) / base.size));
    (near && is_count(word)).then_some(index)
}

fn pair(
    words: &mut [ChartWord<'_>],
    percents: Vec<Percent>,
    mut found: Vec<Value>,
) -> (Vec<Value>, Vec<Printed<String>>) {
    // The exporter prints all values one way; the way of most is tried first.
    let beside_count = percents
        .iter()
        .filter(|percent| beside(words, percent).is_some())
        .count();
    let mostly_beside = beside_count * 2 > percents.len();
    let as_table = tabled(words, &percents);
    let mut lone = Vec::new();
    for percent in percents {
        let (next_to, over) = if as_table {
            (in_column(words, &percent), None)
        } else {
            let over = above(words, &percent).or_else(|| over_the_edge(words, &percent));
            (beside(words, &percent), over)
        };
        let (index, inline) = match (mostly_beside, next_to, over) {
            (true, Some(index), _) | (false, Some(index), None) => (index, true),
            (_, _, Some(index)) => (index, false),
            _ => {
                mark(words, percent.first..=percent.last);
                lone.push(percent.printed.map(|value| value.to_string()));
                continue;
            }
        };
        let Some(word) = words.get(index) else {
            continue;
        };
        let printed = word.printed();
        let Some(value) = integer(&printed.value) else {
            continue;
        };
        // Where a page ends between the two, the bar stands with its percent.
        let base = words.get(percent.first).unwrap_or(word);
        let one_page = base.line.page_index == word.line.page_index;
        found.push(Value {
            count: printed.map(|_| value),
            page: base.line.page_index,
            bbox: if one_page {
                percent.bbox.union(word.bbox)
            } else {
                percent.bbox
            },
            size: word.size,
            line_index: words
                .get(percent.first)
                .map_or(word.line_index, |first| first.line_index),
            word: if inline { index } else { percent.first },
            percent: percent.printed,
            decimals: percent.decimals,
        });
        mark(words, (percent.first..=percent.last).chain([index]));
    }
    found.sort_by(|a, b| {
        a.page
            .cmp(&b.page)
            .then(a.bbox.y0.total_cmp(&b.bbox.y0))
            .then(a.bbox.x0.total_cmp(&b.bbox.x0))
    });
    (found, lone)
}
