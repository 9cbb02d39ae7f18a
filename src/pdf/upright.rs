//! Labels of bars that run upwards or downwards: read from the page as it is turned so that they are level, and
//! laid down below their bars, small enough to stand beside each other.

use super::{RawGlyph, RawPage, RawRun};

/// So many letters that run across the page may be labels.
const FEW: usize = 4;
/// Lines of one label stand so far apart at the most, in sizes of their type.
const PITCH: f32 = 1.7;
/// From the value of a bar to its label, points, at the most.
const TALLEST: f32 = 260.0;
/// Baselines nearer than this are one, points.
const BASELINE: f32 = 0.5;
/// What differs by less, in sizes, begins or ends at one height.
const ALIKE: f32 = 1.0;
/// A gap of so many sizes is between two labels, one above the other.
const APART: f32 = 2.0;
/// Columns are no wider and no narrower than this, points.
const WIDEST: f32 = 90.0;
const NARROWEST: f32 = 12.0;
/// As much of a column may be taken by its label.
const SHARE: f32 = 0.9;

/// A line of text that runs upwards or downwards, in the page as it is shown.
struct Upright {
    /// How far it stands from the left.
    x: f32,
    top: f32,
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

/// Lays the labels of a page down that stand in the same page turned by quarters.
pub(super) fn lay_down(page: &mut RawPage, turned: &RawPage, quarters: u8) {
    let labels = labels(page, lines(page, turned, quarters));
    let middles: Vec<(f32, f32)> = labels.iter().map(|label| place(label)).collect();
    let column = |at: usize| {
        let (x, top) = middles.get(at).copied().unwrap_or_default();
        let beside = middles.iter().enumerate();
        let beside = beside.filter(|(other, (_, y))| *other != at && (y - top).abs() < APART * 8.0);
        let nearest = beside.map(|(_, (other, _))| (other - x).abs());
        nearest.fold(WIDEST, f32::min).max(NARROWEST)
    };
    // One size for all, so that they are set alike.
    let shares = labels.iter().enumerate().map(|(at, label)| {
        let long = label.iter().map(Upright::long).fold(1.0, f32::max);
        SHARE * column(at) / long
    });
    let share = shares.fold(1.0, f32::min);
    for (label, (x, top)) in labels.iter().zip(&middles) {
        for (line, below) in label.iter().zip(1_u8..) {
            let size = line.size * share;
            let left = x - line.long() * share / 2.0;
            put(
                page,
                line,
                (left, top + 1.2 * size * f32::from(below)),
                share,
            );
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
    lines
}

/// Those of the lines that stand under the value of a bar, by label.
fn labels(page: &RawPage, lines: Vec<Upright>) -> Vec<Vec<Upright>> {
    let mut labels: Vec<Vec<Upright>> = Vec::new();
    for line in lines {
        let goes_on = |label: &Vec<Upright>| {
            label.last().is_some_and(|last| {
                (last.x - line.x).abs() < PITCH * line.size
                    && (last.top - line.top).abs() < ALIKE * line.size
                    && (last.size - line.size).abs() < 0.1
            })
        };
        match labels.iter_mut().rev().find(|label| goes_on(label)) {
            Some(label) => label.push(line),
            None => labels.push(vec![line]),
        }
    }
    let shares: Vec<(f32, f32)> = page
        .runs
        .iter()
        .flat_map(|run| run.of(&page.glyphs).iter().map(move |glyph| (run, glyph)))
        .filter(|(_, glyph)| glyph.ch == '%')
        .map(|(run, glyph)| (glyph.x0, run.y))
        .collect();
    labels.retain(|label| {
        let (x, top) = place(label);
        let size = label.first().map_or(0.0, |line| line.size);
        let above = |y: f32| y < top + size && top - y < TALLEST;
        shares
            .iter()
            .any(|(at, y)| above(*y) && (at - x).abs() < 3.0 * size)
    });
    labels
}

/// The middle of a label, and its top.
fn place(label: &[Upright]) -> (f32, f32) {
    let ends = label.first().zip(label.last());
    let x = ends.map_or(0.0, |(first, last)| f32::midpoint(first.x, last.x));
    let tops = label.iter().map(|line| line.top);
    (x, tops.fold(f32::MAX, f32::min))
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
