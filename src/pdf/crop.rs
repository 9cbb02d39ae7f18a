//! Whether a page was cropped through its text: what stands outside of the crop box nobody sees, and what
//! is left of its lines says something else than they did.

use kurbo::{Point, Rect};

/// A crop that goes through so many lines of a page goes through its text.
const LINES: usize = 3;
/// Letters further apart than this, in sizes, are not of one text.
const APART: f64 = 1.5;
/// A line begins within this share of the width from where the page's text does. What begins further in is
/// the label of a chart that is wider than the page: whoever drew it so, it is no line that was cropped.
const BEGINS: f64 = 1.0 / 3.0;
/// Baselines nearer than this are one, points.
const BASELINE: f64 = 0.5;
/// Above or below a crop that cuts a page's text off stands at least one line for so many that are seen.
const SEEN: usize = 10;

/// What of a page's text stands inside of its crop box, and what outside.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cut {
    /// Lines that go on beyond its left or right edge.
    lines: usize,
    /// Lines inside.
    inside: usize,
    /// Letters outside, on the sheet.
    outside: usize,
    /// Lines right above what is inside, or below it: of both the more. What a printer notes on the sheet
    /// is a line or two.
    off: usize,
}

impl Cut {
    /// Whether a page's text is cut.
    fn is_through(self) -> bool {
        self.lines >= LINES || (self.off >= LINES && self.off * SEEN >= self.inside)
    }
}

/// The pages that are cut, by index: where one is cut through its text, others that say something outside
/// of their crop box are too.
pub(super) fn cut(pages: &[Cut]) -> Vec<usize> {
    if !pages.iter().any(|cut| cut.is_through()) {
        return Vec::new();
    }
    let pages = pages.iter().enumerate();
    let cut = pages.filter(|(_, cut)| cut.outside > 0);
    cut.map(|(index, _)| index).collect()
}

/// An edge of the crop box.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Left,
    Right,
}

/// What is noted of the letters of a page that is cropped.
#[derive(Debug)]
pub(super) struct Crop {
    /// The crop box, points of the page.
    area: Rect,
    /// The media box; `None` where nothing of it is cropped away.
    sheet: Option<Rect>,
    /// The letters outside.
    letters: usize,
    /// The letters inside: baseline, left and right end, size.
    seen: Vec<[f64; 4]>,
    /// The baselines of letters at an edge, inside and outside.
    inside: Vec<(Side, f64)>,
    outside: Vec<(Side, f64)>,
    /// The baselines inside, above and below.
    levels: [Vec<f64>; 3],
}

impl Crop {
    pub(super) fn new(area: Rect, sheet: Rect) -> Self {
        // What differs by less than a point is one box.
        let whole = area.inflate(1.0, 1.0).contains_rect(sheet);
        Self {
            area,
            sheet: (!whole).then_some(sheet),
            letters: 0,
            seen: Vec::new(),
            inside: Vec::new(),
            outside: Vec::new(),
            levels: Default::default(),
        }
    }

    /// Whether letters are noted: those of a page that is not cropped need not be.
    pub(super) fn is_noting(&self) -> bool {
        self.sheet.is_some()
    }

    /// Notes a letter of a size that is drawn from `x0` to `x1` on the baseline `y`.
    pub(super) fn letter(&mut self, (x0, x1): (f64, f64), y: f64, em: f64) {
        let Some(sheet) = self.sheet else {
            return;
        };
        let middle = Point::new(f64::midpoint(x0, x1), y);
        if !sheet.contains(middle) {
            return;
        }
        let Rect {
            x0: left,
            y0: top,
            x1: right,
            y1: bottom,
        } = self.area;
        let level = (top..=bottom).contains(&y);
        let upright = (left..=right).contains(&middle.x);
        let [inside, above, below] = &mut self.levels;
        if level && upright {
            note(inside, y);
            self.seen.push([y, x0, x1, em]);
            if x0 < left + em {
                self.inside.push((Side::Left, y));
            }
            if x1 > right - em {
                self.inside.push((Side::Right, y));
            }
            return;
        }
        self.letters += 1;
        if upright {
            note(if y < top { above } else { below }, y);
        } else if level && middle.x < left && x1 > left - em {
            self.outside.push((Side::Left, y));
        } else if level && middle.x > right && x0 < right + em {
            self.outside.push((Side::Right, y));
        }
    }

    /// What all letters came to.
    pub(super) fn cut(&self) -> Cut {
        let mut inside = self.inside.clone();
        inside.sort_by(|a, b| a.1.total_cmp(&b.1));
        let text = Text::new(self.seen.clone(), self.area.width());
        let goes_on = |(side, y): &(Side, f64)| {
            let from = inside.partition_point(|(_, other)| *other < y - BASELINE);
            let near = inside.get(from..).unwrap_or(&[]).iter();
            let mut near = near.take_while(|(_, other)| *other <= y + BASELINE);
            near.any(|(other, _)| other == side) && (*side == Side::Left || text.is_line(*y))
        };
        // Most letters stand on the baseline of the one before.
        let mut outside = self.outside.clone();
        outside.dedup();
        let cut = outside.iter().filter(|one| goes_on(one));
        let [all, above, below] = &self.levels;
        Cut {
            lines: lines(cut.map(|(_, y)| *y)),
            inside: lines(all.iter().copied()),
            outside: self.letters,
            off: lines(above.iter().copied()).max(lines(below.iter().copied())),
        }
    }
}

/// The letters of a page that are seen.
struct Text {
    /// As [`Crop::seen`], from top to bottom.
    letters: Vec<[f64; 4]>,
    /// Lines begin left of here.
    begins: f64,
}

impl Text {
    fn new(mut letters: Vec<[f64; 4]>, width: f64) -> Self {
        letters.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let first = letters.iter().map(|letter| letter[1]);
        Self {
            begins: first.fold(f64::INFINITY, f64::min) + BEGINS * width,
            letters,
        }
    }

    /// Whether the last text on a baseline begins about where the page's text does.
    fn is_line(&self, y: f64) -> bool {
        let from = self
            .letters
            .partition_point(|letter| letter[0] < y - BASELINE);
        let below = self.letters.get(from..).unwrap_or(&[]).iter();
        let on_it = below.take_while(|letter| letter[0] <= y + BASELINE);
        let mut letters: Vec<&[f64; 4]> = on_it.collect();
        letters.sort_by(|a, b| b[1].total_cmp(&a[1]));
        let pairs = letters.windows(2);
        let near = |pair: &&[&[f64; 4]]| matches!(pair, [right, left] if right[1] - left[2] < APART * left[3]);
        let first = letters.get(pairs.take_while(near).count());
        first.is_none_or(|first| first[1] < self.begins)
    }
}

/// Notes a baseline; most letters stand on that of the one before.
fn note(levels: &mut Vec<f64>, y: f64) {
    if levels.last() != Some(&y) {
        levels.push(y);
    }
}

/// How many lines stand on these baselines.
fn lines(baselines: impl Iterator<Item = f64>) -> usize {
    let mut lines: Vec<f64> = baselines.collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|b, a| *b - *a < BASELINE);
    lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What of lines of 40 letters, from x = 40 to x = 440 on each of `baselines`, a crop leaves.
    fn cropped(crop: Rect, baselines: impl Iterator<Item = u16>) -> Cut {
        let mut seen = Crop::new(crop, Rect::new(0.0, 0.0, 600.0, 800.0));
        for y in baselines {
            for at in 0..40_u8 {
                let x0 = 40.0 + 10.0 * f64::from(at);
                seen.letter((x0, x0 + 10.0), f64::from(y), 10.0);
            }
        }
        seen.cut()
    }

    fn text() -> impl Iterator<Item = u16> {
        (5..75).map(|line| line * 10)
    }

    #[test]
    fn a_crop_through_lines_cuts_the_text() {
        assert!(cropped(Rect::new(0.0, 0.0, 300.0, 800.0), text()).is_through());
        assert!(cropped(Rect::new(300.0, 0.0, 600.0, 800.0), text()).is_through());
        let one = cropped(Rect::new(0.0, 0.0, 300.0, 800.0), [50, 60].into_iter());
        assert!(!one.is_through(), "a header that is wider than the rest");
    }

    #[test]
    fn a_chart_that_is_wider_than_its_page_is_no_cut_text() {
        let labels = |from: u8| {
            let mut seen = Crop::new(
                Rect::new(0.0, 0.0, 400.0, 800.0),
                Rect::new(0.0, 0.0, 600.0, 800.0),
            );
            for line in 1..9_u8 {
                let y = f64::from(line) * 40.0;
                seen.letter((40.0, 50.0), y, 10.0);
                // Drawn from the right, as some do.
                for at in (from..45).rev() {
                    let x0 = f64::from(at) * 10.0;
                    seen.letter((x0, x0 + 10.0), y, 10.0);
                }
            }
            seen.cut()
        };
        assert!(!labels(35).is_through());
        assert_eq!(labels(35).outside, 40);
        // A line that begins a bit further in, behind a number.
        assert!(labels(7).is_through());
    }

    #[test]
    fn a_crop_that_leaves_lines_out_cuts_the_text() {
        assert!(cropped(Rect::new(0.0, 0.0, 600.0, 400.0), text()).is_through());
        assert!(cropped(Rect::new(0.0, 400.0, 600.0, 800.0), text()).is_through());
        let footer = cropped(Rect::new(0.0, 0.0, 600.0, 735.0), text());
        assert!(!footer.is_through());
        assert_eq!(footer.outside, 40);
        // A short page, and what a printer notes above and below it.
        let noted = [20, 300, 320, 340, 770, 780];
        let noted = cropped(Rect::new(0.0, 40.0, 600.0, 760.0), noted.into_iter());
        assert!(!noted.is_through());
    }

    #[test]
    fn a_crop_beside_the_text_cuts_nothing() {
        for crop in [
            Rect::new(0.0, 0.0, 600.0, 800.0),
            Rect::new(30.0, 20.0, 460.0, 790.0),
            Rect::new(460.0, 0.0, 600.0, 800.0),
        ] {
            assert!(!cropped(crop, text()).is_through(), "{crop:?}");
        }
        // What stands beside the sheet was never on it.
        let mut seen = Crop::new(
            Rect::new(0.0, 0.0, 300.0, 400.0),
            Rect::new(0.0, 0.0, 301.5, 400.0),
        );
        for y in (5..35).map(|line| f64::from(line * 10)) {
            seen.letter((290.0, 299.0), y, 10.0);
            seen.letter((303.0, 312.0), y, 10.0);
        }
        assert_eq!(seen.cut().outside, 0);
    }

    #[test]
    fn pages_of_a_file_that_is_cut_are_cut_where_they_say_something_outside() {
        let cut = |lines, outside| Cut {
            lines,
            outside,
            ..Cut::default()
        };
        assert_eq!(super::cut(&[cut(0, 4), cut(5, 90), cut(0, 0)]), [0, 1]);
        assert!(super::cut(&[cut(0, 4), cut(2, 90)]).is_empty());
    }
}
