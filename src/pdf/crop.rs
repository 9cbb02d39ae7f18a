//! Whether a page's text goes on where nobody sees it: outside of the crop box that was set on it, or beyond
//! its paper. What is left of its lines says something else than they did.

use super::{RawPage, RawRun};
use kurbo::{Point, Rect};

/// What goes through so many lines of a page goes through its text.
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
/// Lines of one text are at most so many sizes apart: what is further off the paper than that from the last
/// line on it was put there by itself.
const LEADING: f64 = 3.0;

/// What of a page's text is seen, and what is not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cut {
    /// Whether lines of its text go on outside.
    through: bool,
    /// Letters outside: on the sheet where the page is cropped, or beyond it.
    outside: usize,
}

/// The pages that are cut, by index: where one is cut through its text, others that say something outside
/// are too.
pub(super) fn cut(pages: &[Cut]) -> Vec<usize> {
    if !pages.iter().any(|cut| cut.through) {
        return Vec::new();
    }
    let pages = pages.iter().enumerate();
    let cut = pages.filter(|(_, cut)| cut.outside > 0);
    cut.map(|(index, _)| index).collect()
}

/// A letter: its baseline, left and right end, and size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) y: f64,
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) em: f64,
}

impl Letter {
    fn middle(&self) -> Point {
        Point::new(f64::midpoint(self.x0, self.x1), self.y)
    }
}

/// What is noted of the letters of a page that nobody sees.
#[derive(Debug)]
pub(super) struct Crop {
    /// The page as shown, points.
    area: Rect,
    /// The media box; `None` where nothing of it is cropped away.
    sheet: Option<Rect>,
    /// The letters outside.
    outside: Vec<Letter>,
}

impl Crop {
    pub(super) fn new(area: Rect, sheet: Rect) -> Self {
        // What differs by less than a point is one box.
        let whole = area.inflate(1.0, 1.0).contains_rect(sheet);
        Self {
            area,
            sheet: (!whole).then_some(sheet),
            outside: Vec::new(),
        }
    }

    /// Notes a letter that is drawn, where it is outside.
    pub(super) fn letter(&mut self, letter: Letter) {
        let middle = letter.middle();
        let on_sheet = |sheet: Rect| sheet.contains(middle);
        if !self.area.contains(middle) && self.sheet.is_none_or(on_sheet) {
            self.outside.push(letter);
        }
    }

    /// What all letters came to, with those of the page that are seen.
    pub(super) fn cut(&self, page: &RawPage) -> Cut {
        if self.outside.is_empty() {
            return Cut::default();
        }
        let seen = Seen::of(page, self.area);
        let inside = lines(seen.letters.iter().map(|letter| letter.y));
        let across = lines(self.across(&seen));
        let off = self.off(&seen);
        let through = if self.sheet.is_some() {
            across >= LINES || (off >= LINES && off * SEEN >= inside)
        } else {
            // A line or three may be too long for the paper; a header or a number may miss it.
            (across >= LINES && across * SEEN >= inside) || off > 1
        };
        Cut {
            through,
            outside: self.outside.len(),
        }
    }

    /// The baselines of text that goes on beyond the left or the right edge.
    fn across(&self, seen: &Seen) -> impl Iterator<Item = f64> {
        let Rect { x0, x1, y0, y1 } = self.area;
        let beyond = |letter: &Letter| {
            let (Letter { y, em, .. }, x) = (*letter, letter.middle().x);
            let left = x < x0 && letter.x1 > x0 - em;
            let right = x > x1 && letter.x0 < x1 + em;
            ((y0..=y1).contains(&y) && (left || right)).then_some((y, left))
        };
        let mut beyond: Vec<(f64, bool)> = self.outside.iter().filter_map(beyond).collect();
        // Each baseline is judged once, however many letters stand on it.
        beyond.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        beyond.dedup();
        let cut = beyond.into_iter().filter(move |(y, left)| {
            let mut on = seen.on(*y).iter();
            if *left {
                on.any(|other| other.x0 < x0 + other.em)
            } else {
                on.any(|other| other.x1 > x1 - other.em) && seen.is_line(*y)
            }
        });
        cut.map(|(y, _)| y)
    }

    /// How many lines stand above the page's text or below it: of both the more. On the sheet of a page that
    /// was cropped all count; beyond the paper those that go on line by line.
    fn off(&self, seen: &Seen) -> usize {
        let Rect { x0, y0, x1, y1 } = self.area;
        let upright = |letter: &&Letter| (x0..=x1).contains(&letter.middle().x);
        let upright = self.outside.iter().filter(upright);
        let (mut above, mut below): (Vec<&Letter>, Vec<&Letter>) = upright
            .filter(|letter| !(y0..=y1).contains(&letter.y))
            .partition(|letter| letter.y < y0);
        above.sort_by(|a, b| b.y.total_cmp(&a.y));
        below.sort_by(|a, b| a.y.total_cmp(&b.y));
        if self.sheet.is_none() {
            follow(&mut above, seen.letters.first());
            follow(&mut below, seen.letters.last());
        }
        lines(above.iter().map(|letter| letter.y)).max(lines(below.iter().map(|letter| letter.y)))
    }
}

/// Leaves of letters, the nearest first, those that go on line by line from one that is seen.
fn follow(letters: &mut Vec<&Letter>, from: Option<&Letter>) {
    let mut last = from.map(|letter| letter.y);
    let on = |letter: &&&Letter| {
        let near = last.is_some_and(|last| (letter.y - last).abs() <= LEADING * letter.em);
        last = Some(letter.y);
        near
    };
    let count = letters.iter().take_while(on).count();
    letters.truncate(count);
}

/// The letters of a page that are seen.
struct Seen {
    /// From top to bottom.
    letters: Vec<Letter>,
    /// Lines begin left of here.
    begins: f64,
}

impl Seen {
    fn of(page: &RawPage, area: Rect) -> Self {
        let run = |run: &RawRun| {
            let (y, em) = (f64::from(run.y), f64::from(run.size));
            let glyphs = run.of(&page.glyphs).iter();
            let shown = glyphs.filter(|glyph| !glyph.ch.is_whitespace());
            shown.map(move |glyph| Letter {
                y,
                x0: f64::from(glyph.x0),
                x1: f64::from(glyph.x1),
                em,
            })
        };
        let letters = page.runs.iter().flat_map(run);
        let mut letters: Vec<Letter> = letters.filter(|l| area.contains(l.middle())).collect();
        letters.sort_by(|a, b| a.y.total_cmp(&b.y));
        let first = letters.iter().map(|letter| letter.x0);
        Self {
            begins: first.fold(f64::INFINITY, f64::min) + BEGINS * area.width(),
            letters,
        }
    }

    /// The letters on a baseline.
    fn on(&self, y: f64) -> &[Letter] {
        let from = self
            .letters
            .partition_point(|letter| letter.y < y - BASELINE);
        let to = self
            .letters
            .partition_point(|letter| letter.y <= y + BASELINE);
        self.letters.get(from..to).unwrap_or_default()
    }

    /// Whether the last text on a baseline begins about where the page's text does.
    fn is_line(&self, y: f64) -> bool {
        let mut letters: Vec<&Letter> = self.on(y).iter().collect();
        letters.sort_by(|a, b| b.x0.total_cmp(&a.x0));
        let pairs = letters.windows(2);
        let near = |pair: &&[&Letter]| matches!(pair, [right, left] if right.x0 - left.x1 < APART * left.em);
        let first = letters.get(pairs.take_while(near).count());
        first.is_none_or(|first| first.x0 < self.begins)
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

    use crate::pdf::RawGlyph;

    /// What letters of size 10 and as wide come to, by left end and baseline.
    fn drawn(area: Rect, sheet: Rect, letters: impl IntoIterator<Item = (f32, f32)>) -> Cut {
        let mut crop = Crop::new(area, sheet);
        let mut page = RawPage::default();
        for (x0, y) in letters {
            let glyph = RawGlyph {
                ch: 'a',
                x0,
                x1: x0 + 10.0,
            };
            let letter = Letter {
                y: y.into(),
                x0: x0.into(),
                x1: glyph.x1.into(),
                em: 10.0,
            };
            crop.letter(letter);
            if area.contains(letter.middle()) {
                page.runs.push(RawRun {
                    first: u32::try_from(page.glyphs.len()).expect("few glyphs"),
                    count: 1,
                    y,
                    size: 10.0,
                    font: 0,
                });
                page.glyphs.push(glyph);
            }
        }
        crop.cut(&page)
    }

    /// Lines of 40 letters, from x = 40 to x = 440 on each of `baselines`.
    fn set(baselines: impl Iterator<Item = i16>) -> impl Iterator<Item = (f32, f32)> {
        let line = |y: i16| (4..44_i16).map(move |at| (f32::from(at * 10), f32::from(y)));
        baselines.flat_map(line)
    }

    /// What of such lines a crop leaves.
    fn cropped(crop: Rect, baselines: impl Iterator<Item = i16>) -> Cut {
        drawn(crop, Rect::new(0.0, 0.0, 600.0, 800.0), set(baselines))
    }

    /// What of such lines stands on paper that nobody cropped.
    fn printed(width: f64, height: f64, baselines: impl Iterator<Item = i16>) -> Cut {
        let paper = Rect::new(0.0, 0.0, width, height);
        drawn(paper, paper, set(baselines))
    }

    fn text() -> impl Iterator<Item = i16> {
        (5..75).map(|line| line * 10)
    }

    #[test]
    fn a_crop_through_lines_cuts_the_text() {
        assert!(cropped(Rect::new(0.0, 0.0, 300.0, 800.0), text()).through);
        assert!(cropped(Rect::new(300.0, 0.0, 600.0, 800.0), text()).through);
        let one = cropped(Rect::new(0.0, 0.0, 300.0, 800.0), [50, 60].into_iter());
        assert!(!one.through, "a header that is wider than the rest");
    }

    #[test]
    fn a_chart_that_is_wider_than_its_page_is_no_cut_text() {
        let labels = |from: i16| {
            let line = |line: i16| {
                // Drawn from the right, as some do.
                let label = (from..45).rev().map(|at| f32::from(at * 10));
                let y = f32::from(line * 40);
                std::iter::once(40.0).chain(label).map(move |x0| (x0, y))
            };
            let letters = (1..9_i16).flat_map(line);
            drawn(
                Rect::new(0.0, 0.0, 400.0, 800.0),
                Rect::new(0.0, 0.0, 600.0, 800.0),
                letters,
            )
        };
        assert!(!labels(35).through);
        assert_eq!(labels(35).outside, 40);
        // A line that begins a bit further in, behind a number.
        assert!(labels(7).through);
    }

    #[test]
    fn a_crop_that_leaves_lines_out_cuts_the_text() {
        assert!(cropped(Rect::new(0.0, 0.0, 600.0, 400.0), text()).through);
        assert!(cropped(Rect::new(0.0, 400.0, 600.0, 800.0), text()).through);
        let footer = cropped(Rect::new(0.0, 0.0, 600.0, 735.0), text());
        assert!(!footer.through);
        assert_eq!(footer.outside, 40);
        // A short page, and what a printer notes above and below it.
        let noted = [20, 300, 320, 340, 770, 780];
        let noted = cropped(Rect::new(0.0, 40.0, 600.0, 760.0), noted.into_iter());
        assert!(!noted.through);
    }

    #[test]
    fn a_crop_beside_the_text_cuts_nothing() {
        for crop in [
            Rect::new(0.0, 0.0, 600.0, 800.0),
            Rect::new(30.0, 20.0, 460.0, 790.0),
            Rect::new(460.0, 0.0, 600.0, 800.0),
        ] {
            assert!(!cropped(crop, text()).through, "{crop:?}");
        }
        // What stands beside the sheet was never on it.
        let beside = (5..35).flat_map(|line| [(290.0, line), (303.0, line)]);
        let beside = drawn(
            Rect::new(0.0, 0.0, 300.0, 400.0),
            Rect::new(0.0, 0.0, 301.5, 400.0),
            beside.map(|(x, line)| (x, f32::from(line * 10_i16))),
        );
        assert_eq!(beside.outside, 0);
    }

    #[test]
    fn text_that_goes_on_beyond_the_paper_is_cut() {
        let up = |by: i16| text().map(move |y| y - by);
        assert!(printed(600.0, 800.0, up(65)).through, "two lines above");
        assert!(printed(600.0, 800.0, up(-75)).through, "two below");
        assert!(printed(300.0, 800.0, text()).through);
        // A page number too far down.
        assert!(!printed(600.0, 800.0, up(-65)).through);
    }

    #[test]
    fn what_was_put_beside_the_paper_is_no_text_that_was_cut() {
        let notes = |notes: [i16; 4]| printed(600.0, 800.0, text().chain(notes));
        assert!(!notes([-300, -310, -320, -330]).through, "above");
        assert!(!notes([1300, 1310, 1320, 1330]).through, "below");
        assert_eq!(notes([-300, -310, -320, -330]).outside, 160);
        // The page's text begins further down than such a note stands above the paper.
        let low = (60..75).map(|line| line * 10);
        assert!(!printed(600.0, 800.0, low.chain([-10, -20, -30])).through);
        // One answer of three lines that does not break.
        let wide = set(text()).filter(|(x, y)| *x < 300.0 || (500.0..=520.0).contains(y));
        let paper = Rect::new(0.0, 0.0, 300.0, 800.0);
        assert!(!drawn(paper, paper, wide).through);
    }

    #[test]
    fn pages_of_a_file_that_is_cut_are_cut_where_they_say_something_outside() {
        let cut = |through, outside| Cut { through, outside };
        assert_eq!(
            super::cut(&[cut(false, 4), cut(true, 90), cut(false, 0)]),
            [0, 1]
        );
        assert!(super::cut(&[cut(false, 4), cut(false, 90)]).is_empty());
    }
}
