//! Lying bars: the label stands to the left of its bar, the value at the bar's end. So it is in a
//! table of options, counts and percents, but that the value may stand on the label's first or last line.

use super::values::Value;
use super::words::ChartWord;
use super::{Labelled, Part};

/// A line of label words.
struct LabelLine {
    words: Vec<usize>,
    y: f32,
    size: f32,
    /// How far apart lines of its type stand, by its size.
    stretch: f32,
}

/// Gives each value the words to its left. Marks the words as used.
///
/// The lines of a label stand together around the middle of their bar. Which lines go with which
/// value is the cheapest division of all lines of the page, in order.
pub(super) fn label(values: Vec<Value>, words: &mut [ChartWord<'_>]) -> Vec<Labelled> {
    let mut labelled = Vec::new();
    let mut by_page: Vec<(usize, Vec<Value>)> = Vec::new();
    for value in values {
        match by_page.iter_mut().find(|(page, _)| *page == value.page) {
            Some((_, values)) => values.push(value),
            None => by_page.push((value.page, vec![value])),
        }
    }
    let mut pages = Vec::new();
    let mut costs = [0.0; 3];
    for (page, mut values) in by_page {
        values.sort_by(|a, b| a.bbox.center_y().total_cmp(&b.bbox.center_y()));
        let lines = label_lines(page, &values, words);
        let centers: Vec<f32> = values.iter().map(|value| value.bbox.center_y()).collect();
        let tries = ANCHORS.map(|anchor| divide(&lines, &centers, anchor));
        for (sum, (cost, _)) in costs.iter_mut().zip(&tries) {
            *sum += cost;
        }
        pages.push((page, values, lines, tries));
    }
    // One way holds for all pages.
    let least = costs.iter().copied().fold(f32::INFINITY, f32::min);
    let way = costs.iter().position(|cost| *cost <= least).unwrap_or(0);
    for (page, values, lines, tries) in pages {
        let shares = tries.into_iter().nth(way);
        let shares = shares.map(|(_, shares)| shares).unwrap_or_default();
        for (value, share) in values.into_iter().zip(shares) {
            let mut parts = Vec::new();
            for line in lines.get(share).unwrap_or(&[]) {
                for index in &line.words {
                    if let Some(word) = words.get_mut(*index) {
                        parts.push(Part {
                            printed: word.printed(),
                            text: word.text.to_owned(),
                            bbox: word.bbox,
                        });
                        word.used = true;
                    }
                }
            }
            let y = value.bbox.center_y();
            labelled.push(Labelled {
                value: Some(value),
                parts,
                page,
                y,
                column: (f32::MIN, f32::MAX),
            });
        }
    }
    labelled
}

/// Gives each value the lines right above it, down from the value before it. Marks the words as used.
pub(super) fn label_above(mut values: Vec<Value>, words: &mut [ChartWord<'_>]) -> Vec<Labelled> {
    values.sort_by(|a, b| {
        a.page
            .cmp(&b.page)
            .then(a.bbox.center_y().total_cmp(&b.bbox.center_y()))
    });
    let mut labelled = Vec::new();
    let mut before: Option<(usize, f32)> = None;
    for value in values {
        let (page, y) = (value.page, value.bbox.center_y());
        let from = before
            .filter(|(above, _)| *above == page)
            .map_or(f32::MIN, |(_, y)| y);
        before = Some((page, y));
        let mut above: Vec<usize> = (0..words.len())
            .filter(|index| {
                words.get(*index).is_some_and(|word| {
                    let at = word.bbox.center_y();
                    !word.used
                        && word.line.page_index == page
                        && at > from
                        && at < y - 0.4 * word.size
                })
            })
            .collect();
        above.sort_by(|a, b| {
            let place = |index: &usize| {
                words
                    .get(*index)
                    .map_or((0.0, 0.0), |word| (word.bbox.y1, word.bbox.x0))
            };
            place(b)
                .partial_cmp(&place(a))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut parts = Vec::new();
        let mut last = (value.bbox.y1, None::<f32>);
        for index in above {
            let Some(word) = words.get_mut(index) else {
                continue;
            };
            let same_type = last
                .1
                .is_none_or(|size| (size - word.size).abs() < SAME_SIZE);
            // The first line stands close over its bar, the others close over each other.
            let reach = if last.1.is_some() { PITCH } else { 3.2 };
            if !same_type || last.0 - word.bbox.y1 > reach * word.line.stretch * word.size {
                break;
            }
            last = (word.bbox.y1, Some(word.size));
            parts.push(Part {
                printed: word.printed(),
                text: word.text.to_owned(),
                bbox: word.bbox,
            });
            word.used = true;
        }
        parts.reverse();
        labelled.push(Labelled {
            value: Some(value),
            parts,
            page,
            y,
            column: (f32::MIN, f32::MAX),
        });
    }
    labelled
}

/// Where the value begins that stands nearest to a height: the table of all may be wider than those of
/// the groups, and its values stand elsewhere. The values are in order.
fn left_of(values: &[Value], y: f32) -> f32 {
    let after = values.partition_point(|value| value.bbox.center_y() < y);
    let pair = [after.checked_sub(1), Some(after)];
    let near = pair.into_iter().flatten().filter_map(|at| values.get(at));
    let off = |value: &&Value| (value.bbox.center_y() - y).abs();
    near.min_by(|a, b| off(a).total_cmp(&off(b)))
        .map_or(0.0, |value| value.bbox.x0)
}

/// The lines of unused words left of the values, near enough to one of them.
fn label_lines(page: usize, values: &[Value], words: &[ChartWord<'_>]) -> Vec<LabelLine> {
    let mut lines: Vec<LabelLine> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let y = word.bbox.center_y();
        if word.used || word.line.page_index != page || word.bbox.x0 >= left_of(values, y) {
            continue;
        }
        match lines
            .iter_mut()
            .find(|line| (line.y - y).abs() < 0.4 * word.size)
        {
            Some(line) => line.words.push(index),
            None => lines.push(LabelLine {
                words: vec![index],
                y,
                size: word.size,
                stretch: word.line.stretch,
            }),
        }
    }
    // A line that runs on past where the values stand is text, not a label.
    lines.retain(|line| {
        line.words
            .iter()
            .filter_map(|index| words.get(*index))
            .all(|word| word.bbox.x1 < left_of(values, line.y) + 2.0)
    });
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let sizes = label_sizes(&lines, values);
    lines.retain(|line| {
        let off = |(y, _): &&(f32, f32)| (y - line.y).abs();
        let nearest = sizes.iter().min_by(|a, b| off(a).total_cmp(&off(b)));
        nearest.is_none_or(|(_, size)| (line.size - size).abs() < SAME_SIZE)
    });
    lines
}

/// At which heights values stand, and how large the labels beside them are set: the table of all may be set
/// larger than those of the groups. Own texts stand right under a chart, and can be set otherwise.
fn label_sizes(lines: &[LabelLine], values: &[Value]) -> Vec<(f32, f32)> {
    let beside = |y: f32| {
        let mut on_it = lines.iter().filter(|line| (line.y - y).abs() < line.size);
        on_it.next().map(|line| (y, line.size))
    };
    let heights = values.iter().map(|value| value.bbox.center_y());
    heights.filter_map(beside).collect()
}

/// Where on its label a value stands.
#[derive(Clone, Copy)]
enum Anchor {
    Middle,
    First,
    Last,
}

/// The one of bars first: where all labels are of one line, each is the same.
const ANCHORS: [Anchor; 3] = [Anchor::Middle, Anchor::First, Anchor::Last];

/// The cost of leaving a line out, in sizes of its type.
const SKIP: f32 = 0.3;
/// The cost of a value without a label, points.
const BARE: f32 = 400.0;
/// Lines of one label stand within this many sizes.
const PITCH: f32 = 1.6;
/// Type that differs by less, in points, is of one size.
const SAME_SIZE: f32 = 0.2;
/// The most lines that one label takes.
const MAX_LINES: usize = 14;

/// For each value the range of lines that is its label: the division with the least sum of distances
/// between where a value should stand on its label and where it does; and that sum.
fn divide(
    lines: &[LabelLine],
    centers: &[f32],
    anchor: Anchor,
) -> (f32, Vec<std::ops::Range<usize>>) {
    let rows = lines.len();
    // best[v][l]: the least cost when the first v values have labels among the first l lines.
    let mut best = vec![vec![f32::INFINITY; rows + 1]; centers.len() + 1];
    let mut from: Vec<Vec<Option<(usize, usize)>>> = vec![vec![None; rows + 1]; centers.len() + 1];
    let at = |table: &Vec<Vec<f32>>, v: usize, l: usize| {
        table
            .get(v)
            .and_then(|row| row.get(l))
            .copied()
            .unwrap_or(f32::INFINITY)
    };
    for v in 0..=centers.len() {
        for l in 0..=rows {
            let mut cost = if v == 0 && l == 0 { 0.0 } else { f32::INFINITY };
            let mut step = None;
            if let Some(line) = l.checked_sub(1).and_then(|above| lines.get(above)) {
                let skipped = at(&best, v, l - 1) + SKIP * line.size * line.stretch;
                if skipped < cost {
                    (cost, step) = (skipped, Some((v, l - 1)));
                }
            }
            if let Some(center) = v.checked_sub(1).and_then(|value| centers.get(value)) {
                let bare = at(&best, v - 1, l) + BARE;
                if bare < cost {
                    (cost, step) = (bare, Some((v - 1, l)));
                }
                for count in 1..=MAX_LINES.min(l) {
                    let Some(block) = lines.get(l - count..l) else {
                        break;
                    };
                    let together = block.windows(2).all(
                        |pair| matches!(pair, [a, b] if b.y - a.y <= PITCH * a.size * a.stretch),
                    );
                    let (Some(top), Some(bottom)) = (block.first(), block.last()) else {
                        break;
                    };
                    if !together {
                        break;
                    }
                    let stands = match anchor {
                        Anchor::Middle => f32::midpoint(top.y, bottom.y),
                        Anchor::First => top.y,
                        Anchor::Last => bottom.y,
                    };
                    let labelled = at(&best, v - 1, l - count) + (stands - center).abs();
                    if labelled < cost {
                        (cost, step) = (labelled, Some((v - 1, l - count)));
                    }
                }
            }
            if let (Some(slot), Some(back)) = (
                best.get_mut(v).and_then(|row| row.get_mut(l)),
                from.get_mut(v).and_then(|row| row.get_mut(l)),
            ) {
                *slot = cost;
                *back = step;
            }
        }
    }
    let mut shares = vec![0..0; centers.len()];
    let (mut v, mut l) = (centers.len(), rows);
    while let Some((before_v, before_l)) = from.get(v).and_then(|row| row.get(l)).copied().flatten()
    {
        if before_v < v
            && let Some(share) = shares.get_mut(before_v)
        {
            *share = before_l..l;
        }
        (v, l) = (before_v, before_l);
    }
    (at(&best, centers.len(), rows), shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(y: f32) -> LabelLine {
        LabelLine {
            words: Vec::new(),
            y,
            size: 9.0,
            stretch: 1.0,
        }
    }

    #[test]
    fn labels_of_unequal_height_go_with_their_values() {
        // Four lines around 20, one line at 52: rows without any padding between them.
        let lines = [line(4.0), line(15.0), line(26.0), line(37.0), line(52.0)];
        assert_eq!(
            divide(&lines, &[20.0, 52.0], Anchor::Middle).1,
            vec![0..4, 4..5]
        );
    }

    #[test]
    fn a_line_far_from_any_value_is_left_out() {
        let lines = [line(10.0), line(30.0), line(60.0), line(71.0)];
        assert_eq!(
            divide(&lines, &[10.0, 30.0], Anchor::Middle).1,
            vec![0..1, 1..2]
        );
    }

    #[test]
    fn in_a_table_values_stand_on_the_first_line_of_their_label() {
        let lines = [line(10.0), line(21.0), line(38.0), line(49.0), line(66.0)];
        let centers = [10.0, 38.0, 66.0];
        let (as_bars, _) = divide(&lines, &centers, Anchor::Middle);
        let (as_table, shares) = divide(&lines, &centers, Anchor::First);
        assert_eq!(shares, vec![0..2, 2..4, 4..5]);
        assert!(as_table < as_bars);
    }

    #[test]
    fn in_a_table_values_may_stand_on_the_last_line_of_their_label() {
        let lines = [line(10.0), line(21.0), line(38.0), line(49.0), line(66.0)];
        let centers = [21.0, 49.0, 66.0];
        let (as_bars, _) = divide(&lines, &centers, Anchor::Middle);
        let (as_table, shares) = divide(&lines, &centers, Anchor::Last);
        assert_eq!(shares, vec![0..2, 2..4, 4..5]);
        assert!(as_table < as_bars);
    }
}
