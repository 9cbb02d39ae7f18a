//! Upright bars: the value stands over its bar, the label under it in a narrow cell.

use super::super::folded::spell;
use super::super::lines::Line;
use super::answered::Answered;
use super::columns::{By, Column, MANNERS, Manner, part_of};
use super::dealing::settle;
use super::spelling::label_squashed;
use super::values::Value;
use super::words::{ChartWord, on_page, range_of};
use super::{Labelled, OTHER, unchosen};
use crate::text::Bbox;

/// Label lines further apart than this many sizes are not one label.
const LABEL_PITCH: f32 = 1.55;

/// Words of one label stand no further apart than this: in sizes, and against the least that words do.
const BLANK: (f32, f32) = (0.5, 1.25);
/// No font's blank is wider than this, in sizes.
const WIDEST: f32 = 0.7;

/// Gives each value the words under it. Marks the words as used. Of what the labels can be, those that
/// `answers` say as well tell how they are set.
pub(super) fn label(
    values: &[Value],
    answers: &[Line<'_>],
    words: &mut [ChartWord<'_>],
) -> Vec<Labelled> {
    let answered = Answered::of(answers);
    let mut best: Option<Reading<'_>> = None;
    for manner in MANNERS {
        let mut found = read(values, manner, &answered, words);
        if found.0 == 0 {
            // What nobody chose may go on where lines stand further apart.
            let wide = manner.wide();
            let how = (wide, LABEL_PITCH * wide.width);
            if unchosen::may_go_on(&found.2, &answered, how, &found.1) {
                let other = read(values, wide, &answered, words);
                let longer = unchosen::goes_on(&found.2, &other.2, &answered);
                found = if longer { other } else { found };
            }
        }
        let strange = found.0;
        if best.as_ref().is_none_or(|(least, ..)| strange < *least) {
            best = Some(found);
        }
        if strange == 0 {
            break;
        }
    }
    let Some((_, tried, labelled)) = best else {
        return Vec::new();
    };
    words.clone_from_slice(&tried);
    labelled
}

/// How many labels of bars that count someone no answer says, the words, of which labels have some, and the
/// bars.
type Reading<'a> = (usize, Vec<ChartWord<'a>>, Vec<Labelled>);

/// Reads the bars as labels are set in one manner.
fn read<'a>(
    values: &[Value],
    manner: Manner,
    answered: &Answered,
    words: &[ChartWord<'a>],
) -> Reading<'a> {
    let mut tried = words.to_vec();
    let mut labelled = under_values(values.to_vec(), manner, &mut tried);
    carry_over(&mut labelled, manner, &mut tried);
    settle(&mut labelled, answered, &mut tried);
    let strange = |bar: &&Labelled| {
        let label = label_squashed(bar);
        bar.count() > 0 && label != OTHER && !answered.says(&label)
    };
    (labelled.iter().filter(strange).count(), tried, labelled)
}

/// Gives each value the words under it, where labels are set so.
fn under_values(values: Vec<Value>, manner: Manner, words: &mut [ChartWord<'_>]) -> Vec<Labelled> {
    let mut rows: Vec<Row> = Vec::new();
    let mut last_pitch: Option<f32> = None;
    let anywhere = pitch(values.iter().map(|value| value.bbox.center_x()));
    let values_in_rows = rows_of(values, anywhere, words);
    let own: Vec<Option<f32>> = values_in_rows
        .iter()
        .map(|row| pitch(row.iter().map(|value| value.bbox.center_x())))
        .collect();
    for (row, pitch) in values_in_rows.into_iter().zip(&own) {
        // The bars of a chart are equally wide; a row with one bar is as the row above it. Where bars
        // are left out between two others, another row tells how wide they are.
        let narrow = pitch.and_then(|pitch| part_of(pitch, own.iter().flatten()));
        let pitch = narrow.or(*pitch).or(last_pitch).or(anywhere);
        let pitch = pitch.map(|pitch| pitch / parts_between(&row, pitch, words));
        last_pitch = pitch;
        let half = pitch.map_or(f32::MAX, |pitch| pitch / 2.0);
        let members: Vec<(Value, Column)> = row
            .into_iter()
            .map(|value| {
                let center = value.bbox.center_x();
                (
                    value,
                    Column {
                        left: center - half,
                        right: center + half,
                    },
                )
            })
            .collect();
        let page = members.first().map_or(0, |(value, _)| value.page);
        let top = members
            .iter()
            .map(|(value, column)| first_label_line(value, *column, manner.by, words))
            .min_by(f32::total_cmp)
            .unwrap_or(f32::INFINITY);
        rows.push((page, top, members));
    }
    let mut labelled = Vec::new();
    for (page, top, mut members) in rows {
        members.sort_by(|a, b| a.0.bbox.x0.total_cmp(&b.0.bbox.x0));
        let texts = row_labels(page, top, &members, manner, words);
        let lowest = members
            .iter()
            .map(|(value, _)| value.bbox.y1)
            .max_by(f32::total_cmp)
            .unwrap_or(0.0);
        let y = if top.is_finite() { top } else { lowest };
        for ((value, column), parts) in members.into_iter().zip(texts) {
            labelled.push(Labelled {
                value: Some(value),
                parts,
                page,
                y,
                column: (column.left, column.right),
            });
        }
    }
    labelled
}

/// The rows of values from top to bottom: between two rows stand the labels of the upper one.
fn rows_of(mut values: Vec<Value>, pitch: Option<f32>, words: &[ChartWord<'_>]) -> Vec<Vec<Value>> {
    // So far to the left of its value a label may end.
    let reach = pitch.map_or(45.0, |pitch| (pitch / 2.0 + 2.0).max(45.0));
    values.sort_by(|a, b| {
        a.page
            .cmp(&b.page)
            .then(a.bbox.center_y().total_cmp(&b.bbox.center_y()))
    });
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for value in values {
        let same = rows.last().is_some_and(|row: &Vec<Value>| {
            let Some(first) = row.first() else {
                return false;
            };
            let lowest = row
                .iter()
                .map(|value| value.bbox.y1)
                .max_by(f32::total_cmp)
                .unwrap_or(first.bbox.y1);
            let left = row
                .iter()
                .chain([&value])
                .map(|value| value.bbox.x0)
                .min_by(f32::total_cmp)
                .unwrap_or(0.0);
            let parts = |word: &ChartWord<'_>| {
                let y = word.bbox.center_y();
                !word.used && word.bbox.x1 > left - reach && y > lowest && y < value.bbox.y0
            };
            first.page == value.page && !on_page(words, value.page).iter().any(parts)
        });
        match rows.last_mut() {
            Some(row) if same => row.push(value),
            _ => rows.push(vec![value]),
        }
    }
    rows
}

/// A row of bars: its page, the top of its labels, its values with their columns.
type Row = (usize, f32, Vec<(Value, Column)>);

/// Into how many parts the labels under a row part the columns that its values have: more than one,
/// where between any two values labels begin that have no value.
fn parts_between(row: &[Value], pitch: f32, words: &[ChartWord<'_>]) -> f32 {
    let mut centers: Vec<f32> = row.iter().map(|value| value.bbox.center_x()).collect();
    centers.sort_by(f32::total_cmp);
    let (Some(first), [left, .., right]) = (row.first(), centers.as_slice()) else {
        return 1.0;
    };
    let column = |center: f32| Column {
        left: center - pitch / 2.0,
        right: center + pitch / 2.0,
    };
    let top = row
        .iter()
        .map(|value| first_label_line(value, column(value.bbox.center_x()), By::Start, words))
        .min_by(f32::total_cmp)
        .unwrap_or(f32::INFINITY);
    let size = first.size;
    let mut line: Vec<Bbox> = on_page(words, first.page)
        .iter()
        .filter(|word| !word.used && (word.bbox.y0 - top).abs() < 0.45 * size)
        .map(|word| word.bbox)
        .collect();
    line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    // A label begins further from the word before it than words of one label do, and these stand as far
    // apart as the font has it: in one whose letters are all as wide as each other, far.
    let gaps = line.windows(2).filter_map(|pair| match pair {
        [a, b] => Some(b.x0 - a.x1),
        _ => None,
    });
    let gaps: Vec<f32> = gaps.collect();
    let blank = gaps
        .iter()
        .copied()
        .filter(|gap| *gap > 0.0)
        .min_by(f32::total_cmp);
    let apart = blank.map_or(0.0, |blank| BLANK.1 * blank.min(WIDEST * size));
    let starts = |index: usize| {
        let gap = index.checked_sub(1).and_then(|before| gaps.get(before));
        gap.is_none_or(|gap| *gap > apart.max(BLANK.0 * size))
    };
    let begins = line.iter().enumerate().filter(|(index, _)| starts(*index));
    let begins: Vec<f32> = begins.map(|(_, word)| word.x0).collect();
    let Some(start) = begins
        .iter()
        .find(|x| **x > left - pitch / 2.0 - 2.0 && **x < left + 2.0)
    else {
        return 1.0;
    };
    let parted = |parts: &&f32| {
        let step = pitch / **parts;
        let mut at = start + step;
        let mut all = true;
        while at < right - 2.0 {
            all &= begins.iter().any(|x| (x - at).abs() < 0.8);
            at += step;
        }
        all
    };
    *[2.0, 3.0, 4.0, 5.0, 6.0]
        .iter()
        .find(parted)
        .unwrap_or(&1.0)
}

/// The least distance between the middles of two values: the width of a column.
fn pitch(centers: impl Iterator<Item = f32>) -> Option<f32> {
    let mut centers: Vec<f32> = centers.collect();
    centers.sort_by(f32::total_cmp);
    centers
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b - a > 12.0 => Some(b - a),
            _ => None,
        })
        .min_by(f32::total_cmp)
}

fn under(word: &ChartWord<'_>, page: usize, column: Column, by: By) -> bool {
    word.line.page_index == page && !word.used && column.has(word, by)
}

/// The top of the first line of label under a value; infinite where there is none on the page.
fn first_label_line(value: &Value, column: Column, by: By, words: &[ChartWord<'_>]) -> f32 {
    on_page(words, value.page)
        .iter()
        .filter(|word| {
            under(word, value.page, column, by) && word.bbox.y0 > value.bbox.y1 - 0.3 * value.size
        })
        .map(|word| word.bbox.y0)
        .min_by(f32::total_cmp)
        .unwrap_or(f32::INFINITY)
}

/// For each member of a row the words of its label.
fn row_labels(
    page: usize,
    top: f32,
    members: &[(Value, Column)],
    manner: Manner,
    words: &mut [ChartWord<'_>],
) -> Vec<Vec<super::Part>> {
    let mut texts: Vec<Vec<super::Part>> = vec![Vec::new(); members.len()];
    let mut last_y = top;
    let mut style: Option<(u16, f32)> = None;
    // The lines of the row in order; a line may hold words of several columns.
    let mut lines: Vec<(f32, Vec<usize>)> = Vec::new();
    let there = range_of(words, page);
    for (index, word) in there.zip(on_page(words, page)) {
        if word.used || word.bbox.y0 < top - 0.6 * word.size {
            continue;
        }
        match lines
            .iter_mut()
            .find(|(y, _)| (word.bbox.y0 - *y).abs() < 0.45 * word.size)
        {
            Some((_, line)) => line.push(index),
            None => lines.push((word.bbox.y0, vec![index])),
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (number, (y, line)) in lines.iter().enumerate() {
        let set = line
            .iter()
            .filter_map(|index| words.get(*index))
            .find(|word| {
                members
                    .iter()
                    .any(|(_, column)| under(word, page, *column, manner.by))
            });
        let Some(first) = set else { continue };
        let fits =
            style.is_none_or(|(font, size)| first.font == font && (first.size - size).abs() < 0.2);
        let column_of = |word: &ChartWord<'_>| {
            members
                .iter()
                .position(|(_, column)| under(word, page, *column, manner.by))
        };
        // Where labels are set in the middle of their cells, a bar's own may begin below the others.
        let begins_label = || {
            column_of(first)
                .and_then(|column| texts.get(column))
                .is_some_and(Vec::is_empty)
        };
        if y - last_y > LABEL_PITCH * manner.width * first.line.stretch * first.size
            || !fits
            || (number > 0 && list_heading(line, words) && !begins_label())
        {
            break;
        }
        let after_other = line
            .iter()
            .filter_map(|index| words.get(*index))
            .any(|word| {
                column_of(word)
                    .and_then(|column| texts.get(column))
                    .is_some_and(|parts| is_other(parts))
            });
        if after_other {
            break;
        }
        style = Some((first.font, first.size));
        last_y = *y;
        for index in line {
            let Some(word) = words.get_mut(*index) else {
                continue;
            };
            let column = members
                .iter()
                .position(|(_, column)| under(word, page, *column, manner.by));
            if let Some(texts) = column.and_then(|column| texts.get_mut(column)) {
                texts.push(super::Part {
                    printed: word.printed(),
                    text: word.text.to_owned(),
                    bbox: word.bbox,
                });
                word.used = true;
            }
        }
    }
    texts
}

/// Whether a label says `Andre svar`, which is whole.
fn is_other(parts: &[super::Part]) -> bool {
    spell(parts.iter().map(|part| &*part.text), OTHER)
}

/// Whether a line is the heading `Andre svar` of the list of own texts: it says that alone, and is
/// not the first line of a label.
fn list_heading(line: &[usize], words: &[ChartWord<'_>]) -> bool {
    let words = line.iter().filter_map(|index| words.get(*index));
    spell(words.map(|word| word.text), OTHER)
}

/// Where the label of a row at the end of a page goes on at the top of the next page, gives it its rest.
fn carry_over(labelled: &mut [Labelled], manner: Manner, words: &mut [ChartWord<'_>]) {
    let mut last_rows: Vec<(usize, f32)> = Vec::new();
    for bar in labelled.iter() {
        match last_rows.iter_mut().find(|(page, _)| *page == bar.page) {
            Some((_, y)) => *y = y.max(bar.y),
            None => last_rows.push((bar.page, bar.y)),
        }
    }
    let size = labelled
        .iter()
        .filter(|bar| !bar.parts.is_empty())
        .find_map(|bar| Some(bar.value.as_ref()?.size));
    let last_row = last_rows.clone();
    for (page, y) in last_rows {
        let first_value = labelled
            .iter()
            .filter(|bar| bar.page == page + 1)
            .filter_map(|bar| Some(bar.value.as_ref()?.bbox.y0))
            .min_by(f32::total_cmp);
        let limit = first_value.unwrap_or(f32::MAX);
        let mut last_y: Option<f32> = None;
        let row_has_other = labelled
            .iter()
            .any(|bar| bar.page == page && (bar.y - y).abs() < 1.0 && is_other(&bar.parts));
        // The list of own texts may have begun on the page itself, under the row.
        let list_begun = words.iter().enumerate().any(|(index, word)| {
            !word.used
                && word.line.page_index == page
                && word.bbox.y0 > y
                && begins_list(words, index)
        });
        // Labels that say what others say are whole: what follows is another row, whose bars are not drawn.
        let whole = labelled
            .iter()
            .filter(|bar| bar.page == page && (bar.y - y).abs() < 1.0)
            .all(|bar| {
                let says = label_squashed(bar);
                labelled.iter().any(|other| {
                    let inside = last_row
                        .iter()
                        .any(|(page, y)| other.page == *page && other.y < y - 1.0);
                    inside && label_squashed(other) == says
                })
            });
        if list_begun || whole {
            continue;
        }
        let tops: Vec<usize> = (0..words.len())
            .filter(|index| {
                words.get(*index).is_some_and(|word| {
                    word.line.page_index == page + 1
                        && !word.used
                        && word.bbox.y1 < limit + word.size
                })
            })
            .collect();
        for index in tops {
            if row_has_other && begins_list(words, index) {
                break;
            }
            let Some(word) = words.get_mut(index) else {
                continue;
            };
            let near = last_y.is_none_or(|y| {
                word.bbox.y0 - y < LABEL_PITCH * manner.width * word.line.stretch * word.size
            });
            let same_size = size.is_none_or(|size| (size - word.size).abs() < 1.5);
            if !near || !same_size {
                break;
            }
            let bar = labelled.iter_mut().find(|bar| {
                bar.page == page
                    && (bar.y - y).abs() < 1.0
                    && Column {
                        left: bar.column.0,
                        right: bar.column.1,
                    }
                    .has(word, manner.by)
            });
            // `Andre svar` has no more to it: what follows is the list of own texts.
            let Some(bar) = bar.filter(|bar| !is_other(&bar.parts)) else {
                break;
            };
            bar.parts.push(super::Part {
                printed: word.printed(),
                text: word.text.to_owned(),
                bbox: word.bbox,
            });
            word.used = true;
            last_y = Some(word.bbox.y0);
        }
    }
}

/// Whether a word begins a line that says `Andre svar` and no more.
fn begins_list(words: &[ChartWord<'_>], index: usize) -> bool {
    let Some(first) = words.get(index) else {
        return false;
    };
    let line = || {
        words
            .iter()
            .filter(|word| word.line_index == first.line_index && !word.used)
    };
    line()
        .next()
        .is_some_and(|word| word.word.range == first.word.range)
        && spell(line().map(|word| word.text), OTHER)
}
