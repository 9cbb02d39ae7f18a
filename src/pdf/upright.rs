//! Labels of bars that run upwards or downwards: read from the page as it is turned so that they are level, and
//! laid down below their bars, small enough to stand beside each other.

use super::{RawGlyph, RawPage, RawRun};

/// So many letters that run across the page may be labels.
const FEW: usize = 4;
/// From the value of a bar to its label, points, at the most.
const TALLEST: f32 = 260.0;
/// Baselines nearer than this are one, points.
const BASELINE: f32 = 0.5;
/// What ends at heights that differ by less, in sizes, is one row.
const ALIKE: f32 = 2.0;
/// A gap of so many sizes is between two labels, one above the other.
const APART: f32 = 2.0;
/// A column is no wider than the first, points, and a label that is laid down no wider than the second.
const WIDEST: f32 = 240.0;
const ROOM: f32 = 90.0;
/// A value has no more letters.
const LONGEST: usize = 16;
/// As much of a column may be taken by its label.
const SHARE: f32 = 0.9;

/// A line of text that runs upwards or downwards, in the page as it is shown.
struct Upright {
    /// How far it stands from the left.
    x: f32,
    top: f32,
    /// Which line it is, from the first on.
    order: usize,
    size: f32,
    font: u16,
    /// Its glyphs, from its beginning on.
    glyphs: Vec<RawGlyph>,
}

impl Upright {
    fn long(&self) -> f32 {
        let ends = self.glyphs.first().zip(self.glyphs.last());
        ends.map_or(0.0, |(first, last)| last.x1 - first.x0)
    }
}

/// By how many quarters clockwise a page is to be turned so that what runs across it is level, where values stand
/// on it; of its glyphs so many run to the right, downwards, to the left and upwards.
pub(super) fn across(page: &RawPage, [_, down, _, up]: [usize; 4]) -> Option<u8> {
    let (most, quarters) = if up >= down { (up, 1) } else { (down, 3) };
    let valued = || page.glyphs.iter().any(|glyph| glyph.ch == '%');
    (most >= FEW && valued()).then_some(quarters)
}

/// The label of a bar: its lines, from the first on, the middle of its bar, and how wide its column is.
struct Label {
    lines: Vec<Upright>,
    middle: f32,
    top: f32,
    column: f32,
}

/// Lays the labels of a page down that stand in the same page turned by quarters.
pub(super) fn lay_down(page: &mut RawPage, turned: &RawPage, quarters: u8) {
    let labels = labels(page, lines(page, turned, quarters));
    // One size for all, so that they are set alike.
    let shares = labels.iter().map(|label| {
        let long = label.lines.iter().map(Upright::long).fold(1.0, f32::max);
        SHARE * label.column / long
    });
    let share = shares.fold(1.0, f32::min);
    for label in &labels {
        for (line, below) in label.lines.iter().zip(1_u8..) {
            let left = label.middle - line.long() * share / 2.0;
            let y = label.top + 1.2 * line.size * share * f32::from(below);
            put(page, line, (left, y), share);
        }
    }
}

fn put(page: &mut RawPage, line: &Upright, (left, y): (f32, f32), share: f32) {
    let begin = line.glyphs.first().map_or(0.0, |glyph| glyph.x0);
    let place = |x: f32| left + (x - begin) * share;
    let (Ok(first), Ok(count)) = (
        u32::try_from(page.glyphs.len()),
        u32::try_from(line.glyphs.len()),
    ) else {
        return;
    };
    page.glyphs.extend(line.glyphs.iter().map(|glyph| RawGlyph {
        ch: glyph.ch,
        x0: place(glyph.x0),
        x1: place(glyph.x1),
    }));
    page.runs.push(RawRun {
        first,
        count,
        y,
        size: line.size * share,
        font: line.font,
    });
}

/// The lines of a page that run across it, from the left to the right.
fn lines(page: &RawPage, turned: &RawPage, quarters: u8) -> Vec<Upright> {
    let mut runs: Vec<&RawRun> = turned.runs.iter().collect();
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let begin = |run: &RawRun| run.of(&turned.glyphs).first().map_or(0.0, |glyph| glyph.x0);
    let mut lines: Vec<(f32, Upright)> = Vec::new();
    for level in runs.chunk_by_mut(|a, b| b.y - a.y < BASELINE) {
        level.sort_by(|a, b| begin(a).total_cmp(&begin(b)));
        let mut right = f32::MIN;
        for run in level {
            let glyphs = run.of(&turned.glyphs);
            let Some(last) = glyphs.last() else { continue };
            let apart = begin(run) - right > APART * run.size;
            right = last.x1;
            if let Some((_, line)) = lines.last_mut().filter(|_| !apart) {
                line.glyphs.extend(glyphs);
                continue;
            }
            let line = Upright {
                x: 0.0,
                top: 0.0,
                order: 0,
                size: run.size,
                font: run.font,
                glyphs: glyphs.to_vec(),
            };
            lines.push((run.y, line));
        }
    }
    let mut lines: Vec<Upright> = lines
        .into_iter()
        .map(|(y, mut line)| {
            let ends = line.glyphs.first().zip(line.glyphs.last());
            let (begin, end) = ends.map_or((0.0, 0.0), |(first, last)| (first.x0, last.x1));
            // Letters stand to the left of a baseline that runs upwards.
            if quarters == 1 {
                line.x = y - 0.25 * line.size;
                line.top = page.height - end;
            } else {
                line.x = page.width - y + 0.25 * line.size;
                line.top = begin;
            }
            line
        })
        .collect();
    lines.sort_by(|a, b| a.x.total_cmp(&b.x));
    if quarters != 1 {
        // The first line stands at the right.
        lines.reverse();
    }
    for (order, line) in lines.iter_mut().enumerate() {
        line.order = order;
    }
    lines
}

/// Those of the lines that stand under the value of a bar, by label. Lines of labels that stand close beside each
/// other are told apart by the values alone.
fn labels(page: &RawPage, mut lines: Vec<Upright>) -> Vec<Label> {
    let values = values(page);
    let mut labels: Vec<Label> = Vec::new();
    lines.sort_by(|a, b| a.top.total_cmp(&b.top));
    let mut above = 0.0;
    let rows = lines.chunk_by(|a, b| b.top - a.top < ALIKE * a.size);
    let rows: Vec<usize> = rows.map(<[Upright]>::len).collect();
    for count in rows {
        let mut row: Vec<Upright> = lines.drain(..count).collect();
        row.sort_by_key(|line| line.order);
        let Some((top, size)) = row.first().map(|line| (line.top, line.size)) else {
            continue;
        };
        let own = |(_, y): &&(f32, f32)| *y > above && *y < top + size && top - *y < TALLEST;
        let mut middles: Vec<f32> = values.iter().filter(own).map(|(x, _)| *x).collect();
        middles.sort_by(f32::total_cmp);
        middles.dedup_by(|b, a| *b - *a < size);
        above = top;
        for (at, middle) in middles.iter().enumerate() {
            let to = |other: Option<&f32>| other.map(|other| (other - middle).abs());
            let beside = [
                to(middles.get(at + 1)),
                to(at.checked_sub(1).and_then(|at| middles.get(at))),
            ];
            let column = beside.into_iter().flatten().fold(WIDEST, f32::min);
            let (under, rest) = row
                .into_iter()
                .partition(|line| (line.x - middle).abs() <= column / 2.0);
            row = rest;
            let lines: Vec<Upright> = under;
            if !lines.is_empty() {
                labels.push(Label {
                    lines,
                    middle: *middle,
                    top,
                    column: column.min(ROOM),
                });
            }
        }
    }
    labels
}

/// The middles of the values of bars, and their baselines.
fn values(page: &RawPage) -> Vec<(f32, f32)> {
    let mut values = Vec::new();
    let glyphs: Vec<(&RawRun, &RawGlyph)> = page
        .runs
        .iter()
        .flat_map(|run| run.of(&page.glyphs).iter().map(move |glyph| (run, glyph)))
        .collect();
    for (at, (run, share)) in glyphs.iter().enumerate() {
        if share.ch != '%' {
            continue;
        }
        let before = glyphs.get(..at).unwrap_or(&[]).iter().rev();
        let of_value = |ch: char| ch.is_ascii_digit() || ch.is_whitespace() || ",.(".contains(ch);
        let mut left = share.x0;
        for (other, glyph) in before.take(LONGEST) {
            let near = (other.y - run.y).abs() < BASELINE && (left - glyph.x1).abs() < run.size;
            if !near || !of_value(glyph.ch) {
                break;
            }
            left = glyph.x0;
        }
        let bracket = glyphs.get(at + 1).filter(|(_, glyph)| glyph.ch == ')');
        let right = bracket.map_or(share.x1, |(_, glyph)| glyph.x1);
        values.push((f32::midpoint(left, right), run.y));
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::draw;

    fn said(page: &RawPage, run: &RawRun) -> String {
        run.of(&page.glyphs).iter().map(|glyph| glyph.ch).collect()
    }

    /// A page 600 points high with two values, and the labels below them as the page turned so shows them.
    fn laid(quarters: u8, labels: &[(&str, f32, f32)]) -> RawPage {
        let mut page = RawPage {
            width: 500.0,
            height: 600.0,
            ..RawPage::default()
        };
        draw(&mut page, "3 (75%)", (100.0, 200.0), 0);
        draw(&mut page, "1 (25%)", (160.0, 260.0), 0);
        let mut turned = RawPage::default();
        for (text, along, across) in labels {
            draw(&mut turned, text, (*along, *across), 0);
        }
        lay_down(&mut page, &turned, quarters);
        page
    }

    #[test]
    fn labels_that_run_upwards_lie_below_their_bars_from_the_left_to_the_right() {
        // What runs upwards ends at 600 − 320 points from the top: eight letters of five points each.
        let page = laid(
            1,
            &[
                ("Møtestad", 280.0, 110.0),
                ("i skolen", 280.0, 122.0),
                ("Reise ut", 280.0, 178.0),
            ],
        );
        let runs: Vec<&RawRun> = page.runs.iter().skip(2).collect();
        let texts: Vec<String> = runs.iter().map(|run| said(&page, run)).collect();
        assert_eq!(texts, ["Møtestad", "i skolen", "Reise ut"]);
        let [first, second, other] = runs[..] else {
            panic!("{runs:?}")
        };
        assert!(first.y < second.y && (first.y - other.y).abs() < 0.1);
        let ends = |run: &RawRun| {
            let glyphs = run.of(&page.glyphs);
            (glyphs[0].x0, glyphs[glyphs.len() - 1].x1)
        };
        assert!(ends(first).1 < ends(other).0);
    }

    #[test]
    fn labels_that_touch_are_told_apart_by_the_values_above() {
        let lines = ["a", "b", "c", "d", "e", "f"];
        let across = [108.0, 120.0, 132.0, 144.0, 156.0, 168.0];
        let placed: Vec<(&str, f32, f32)> = lines
            .iter()
            .zip(across)
            .map(|(text, across)| (*text, 300.0, across))
            .collect();
        let page = laid(1, &placed);
        let firsts: Vec<String> = page
            .runs
            .windows(2)
            .skip(1)
            .filter(|pair| pair[1].y <= pair[0].y || pair[0].size > pair[1].size)
            .map(|pair| said(&page, &pair[1]))
            .collect();
        assert_eq!(page.runs.len(), 8);
        assert_eq!(firsts, ["e"]);
    }

    #[test]
    fn what_stands_under_no_value_is_no_label() {
        let page = laid(1, &[("Arkivsak 24/118", 100.0, 480.0)]);
        assert_eq!(page.runs.len(), 2);
    }

    #[test]
    fn labels_may_run_downwards() {
        let page = laid(3, &[("Reise ut", 290.0, 322.0), ("Møtestad", 290.0, 382.0)]);
        let texts = page.runs.iter().skip(2).map(|run| said(&page, run));
        let mut texts: Vec<String> = texts.collect();
        texts.sort();
        assert_eq!(texts, ["Møtestad", "Reise ut"]);
    }

    #[test]
    fn a_page_is_turned_for_what_runs_across_it() {
        let page = laid(1, &[]);
        assert_eq!(across(&page, [900, 0, 0, 40]), Some(1));
        assert_eq!(across(&page, [900, 40, 0, 0]), Some(3));
        assert_eq!(across(&page, [900, 0, 500, 3]), None);
        assert_eq!(across(&RawPage::default(), [900, 0, 0, 40]), None);
    }
}
