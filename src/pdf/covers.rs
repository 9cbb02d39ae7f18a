//! What lies over text: a box or a picture that was drawn after it and holds its letters whole.
//!
//! Where other text stands on it, that is what is seen. White with nothing on it shows nothing. Anything
//! else hides that something stands there: its letters are untold, and so are those of a black or grey bar
//! of the height of a line, under which no text is left.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::seen::{self, Ink};
use super::{Lost, RawGlyph, RawPage, RawRun};
use kurbo::Rect;

/// Boxes and pictures that are kept of a page. On one with more, the rest hide nothing.
const MAX_COVERS: usize = 400;

/// Letters of a page that are looked at, once for each cover over their line: a report's page has some
/// thousands, and few covers.
const MAX_LOOKS: usize = 4_000_000;

/// From this share of full opacity nothing is seen through.
const OPAQUE: f32 = 0.98;

/// A bar over a line of text is so high, in points, and at least so many times as wide.
const LINE: std::ops::RangeInclusive<f64> = 5.0..=24.0;
const LONG: f64 = 2.0;

/// Up to this brightness of each part of a colour, of 255, a bar without a hue blackens what it covers.
const GRAY: u8 = 190;

/// Parts of a colour that differ by less than this, of 255, have no hue.
const HUE: u8 = 12;

/// What stands this near to a bar, in sizes above or below it, is its value.
const NEAR: f64 = 3.0;

/// Heights that differ by less than this, in points, are one.
const ALIKE: f64 = 0.5;

/// Letters that a bar stands for at most.
const LETTERS: usize = 200;

/// A box or a picture.
#[derive(Clone, Copy, Debug)]
struct Cover {
    area: Rect,
    /// Glyphs of the page before it.
    before: usize,
    /// `0xRRGGBB`; `None` for a picture or a pattern.
    color: Option<u32>,
}

/// Those of a page, in the order of drawing.
#[derive(Debug, Default)]
pub(super) struct Covers(Vec<Cover>);

impl Covers {
    /// Something was drawn after so many glyphs; `ink` as it is seen.
    pub(super) fn add(&mut self, area: Rect, before: usize, ink: Ink) {
        let cover = Cover {
            area,
            before,
            color: ink.color,
        };
        // What is drawn before all text covers none of it.
        let tells = before > 0 || is_bar(&cover);
        if tells && ink.alpha >= OPAQUE && self.0.len() < MAX_COVERS {
            self.0.push(cover);
        }
    }

    /// Takes out of a page what is covered, or makes it untold.
    pub(super) fn apply(self, page: &mut RawPage) {
        let mut of_chart: Vec<Rect> = Vec::new();
        if self.0.iter().any(is_bar) {
            let drawn = self.0.iter().map(|cover| cover.area);
            of_chart.extend(drawn.filter(|area| is_valued(page, area)));
        }
        let mut bars = Vec::new();
        let mut gone: Vec<usize> = Vec::new();
        let mut left = MAX_LOOKS;
        for cover in self.0 {
            let Some((under, on)) = around(page, &cover, &mut left) else {
                page.lost = Some(Lost::Operations { limit: MAX_LOOKS });
                return;
            };
            if under.is_empty() {
                let valued = of_chart.iter().any(|other| is_like(&cover.area, other));
                if !on && is_bar(&cover) && !valued {
                    bars.push(cover.area);
                }
            } else if on || cover.color.is_some_and(seen::is_pale) {
                gone.extend(under);
            } else {
                for index in under {
                    if let Some(glyph) = page.glyphs.get_mut(index) {
                        glyph.ch = char::REPLACEMENT_CHARACTER;
                    }
                }
            }
        }
        if !gone.is_empty() {
            take_out(page, gone);
        }
        for area in bars {
            blacken(page, area);
        }
    }
}

/// The letters under a cover, and whether some stand on it; `None` where no more letters may be looked at.
fn around(page: &RawPage, cover: &Cover, left: &mut usize) -> Option<(Vec<usize>, bool)> {
    let mut under = Vec::new();
    let mut on = false;
    for run in &page.runs {
        let (y, size) = (f64::from(run.y), f64::from(run.size));
        let holds_line = seen::BODY.iter().all(|up| {
            let y = y - up * size;
            cover.area.y0 <= y && y <= cover.area.y1
        });
        // What is larger than any line of a report lies behind it: a watermark, which bars may cover in part.
        if !holds_line || size > *LINE.end() {
            continue;
        }
        *left = left.checked_sub(run.count as usize)?;
        for (index, glyph) in (run.first as usize..).zip(run.of(&page.glyphs)) {
            let x = f64::from(f32::midpoint(glyph.x0, glyph.x1));
            if glyph.ch.is_whitespace() || x < cover.area.x0 || cover.area.x1 < x {
                continue;
            }
            if index < cover.before {
                under.push(index);
            } else {
                on = true;
            }
        }
    }
    Some((under, on))
}

/// Whether it is what a line of text is blackened with.
fn is_bar(cover: &Cover) -> bool {
    let [width, height] = [cover.area.width(), cover.area.height()];
    LINE.contains(&height)
        && width >= LONG * height
        && cover.color.is_some_and(|color| {
            let [red, green, blue] = seen::parts(color);
            let (least, most) = (red.min(green).min(blue), red.max(green).max(blue));
            most <= GRAY && most - least < HUE
        })
}

/// Whether a percent stands near a box, as it does at the bar of a chart, or the box goes beyond the page.
fn is_valued(page: &RawPage, area: &Rect) -> bool {
    area.x1 > f64::from(page.width)
        || page.runs.iter().any(|run| {
            let (y, near) = (f64::from(run.y), NEAR * f64::from(run.size));
            let mut glyphs = run.of(&page.glyphs).iter();
            (area.y0 - near..=area.y1 + near).contains(&y) && glyphs.any(|glyph| glyph.ch == '%')
        })
}

/// Whether two boxes are bars of one report, or one and the same: as high.
fn is_like(one: &Rect, other: &Rect) -> bool {
    (one.height() - other.height()).abs() < ALIKE
}

/// Takes glyphs out of a page.
fn take_out(page: &mut RawPage, mut gone: Vec<usize>) {
    gone.sort_unstable();
    gone.dedup();
    page.hidden = page
        .hidden
        .saturating_add(u32::try_from(gone.len()).unwrap_or(u32::MAX));
    let glyphs = std::mem::take(&mut page.glyphs);
    for run in &mut page.runs {
        let first = page.glyphs.len();
        let own = (run.first as usize..).zip(run.of(&glyphs));
        let left = own.filter(|(index, _)| gone.binary_search(index).is_err());
        page.glyphs.extend(left.map(|(_, glyph)| *glyph));
        run.first = u32::try_from(first).unwrap_or(u32::MAX);
        run.count = u32::try_from(page.glyphs.len() - first).unwrap_or(0);
    }
    page.runs.retain(|run| run.count > 0);
}

/// Puts letters that nobody can read in the place of a bar.
fn blacken(page: &mut RawPage, area: Rect) {
    // In the type of what stands nearest above it, or first.
    let [x0, x1, y1] = [area.x0, area.x1, area.y1].map(|side| side as f32);
    let above = page.runs.iter().filter(|run| run.y <= y1);
    let like = above.max_by(|a, b| a.y.total_cmp(&b.y));
    let Some(like) = like.or(page.runs.first()).copied() else {
        return;
    };
    let step = 0.5 * like.size.max(1.0);
    let mut letters = Vec::new();
    let mut left = x0;
    while left + step <= x1 && letters.len() < LETTERS {
        letters.push(RawGlyph {
            ch: char::REPLACEMENT_CHARACTER,
            x0: left,
            x1: left + step,
        });
        left += step;
    }
    page.runs.push(RawRun {
        first: u32::try_from(page.glyphs.len()).unwrap_or(u32::MAX),
        count: u32::try_from(letters.len()).unwrap_or(0),
        y: y1 - 0.2 * (area.height() as f32),
        size: like.size,
        font: like.font,
    });
    page.glyphs.append(&mut letters);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::draw;

    /// A page with a run of letters on each baseline, from the left edge, 5 points each.
    fn page(lines: &[(f32, &str)]) -> RawPage {
        let mut page = RawPage {
            width: 600.0,
            ..RawPage::default()
        };
        for (y, text) in lines {
            draw(&mut page, text, (0.0, *y), 0);
        }
        page
    }

    fn read(page: &RawPage) -> Vec<String> {
        let text = |run: &RawRun| run.of(&page.glyphs).iter().map(|g| g.ch).collect();
        page.runs.iter().map(text).collect()
    }

    fn covered(mut page: RawPage, area: Rect, before: usize, color: Option<u32>) -> Vec<String> {
        let mut covers = Covers::default();
        covers.add(area, before, Ink { color, alpha: 1.0 });
        covers.apply(&mut page);
        read(&page)
    }

    const WHITE: Option<u32> = Some(0xff_ff_ff);
    const SECOND: Rect = Rect::new(24.0, 108.0, 60.0, 122.0);

    #[test]
    fn what_is_printed_over_is_what_is_seen() {
        let over = || page(&[(100.0, "Hav"), (120.0, "Sum: 14"), (120.0, "Sum: 12")]);
        assert_eq!(
            covered(over(), SECOND, 10, WHITE),
            ["Hav", "Sum: ", "Sum: 12"]
        );
        let red = Some(0xff_00_00);
        assert_eq!(
            covered(over(), SECOND, 10, red),
            ["Hav", "Sum: ", "Sum: 12"]
        );
        assert_eq!(
            covered(over(), SECOND, 0, WHITE).join("|"),
            "Hav|Sum: 14|Sum: 12"
        );
    }

    #[test]
    fn a_black_box_leaves_letters_that_nobody_can_read() {
        let lines = || page(&[(100.0, "Hav"), (120.0, "Sum: 14")]);
        assert_eq!(
            covered(lines(), SECOND, 10, Some(0)),
            ["Hav", "Sum: \u{fffd}\u{fffd}"]
        );
        assert_eq!(
            covered(lines(), SECOND, 10, None),
            ["Hav", "Sum: \u{fffd}\u{fffd}"]
        );
        assert_eq!(covered(lines(), SECOND, 10, WHITE), ["Hav", "Sum: "]);
    }

    #[test]
    fn a_bar_over_a_part_of_a_watermark_leaves_it_whole() {
        let mut draft = page(&[(120.0, "UTKAST")]);
        draft.runs[0].size = 60.0;
        let tall = Rect::new(24.0, 20.0, 60.0, 140.0);
        assert_eq!(
            covered(draft.clone(), tall, 6, Some(0x30_60_90)),
            ["UTKAST"]
        );
        draft.runs[0].size = 12.0;
        assert_eq!(covered(draft, tall, 6, Some(0x30_60_90)), ["UTKAS\u{fffd}"]);
    }

    #[test]
    fn a_black_bar_stands_for_text_that_is_gone() {
        let lines = || page(&[(100.0, "Hav"), (140.0, "Fjell")]);
        let bar = Rect::new(0.0, 108.0, 50.0, 122.0);
        let untold = "\u{fffd}".repeat(10);
        assert_eq!(covered(lines(), bar, 8, Some(0)), ["Hav", "Fjell", &untold]);
        let gray = covered(lines(), bar, 8, Some(0x80_80_80));
        assert_eq!(gray, ["Hav", "Fjell", &untold]);
        let band = covered(lines(), bar, 8, Some(0xe0_e0_e0));
        assert_eq!(band, ["Hav", "Fjell"], "a row of a table");
        let blue = Some(0x40_60_c0);
        assert_eq!(covered(lines(), bar, 8, blue), ["Hav", "Fjell"]);
        let rule = Rect::new(0.0, 110.0, 50.0, 112.0);
        assert_eq!(covered(lines(), rule, 8, Some(0)), ["Hav", "Fjell"]);
        let square = Rect::new(0.0, 108.0, 14.0, 122.0);
        assert_eq!(covered(lines(), square, 8, Some(0)), ["Hav", "Fjell"]);
        for y in [90.0, 118.0, 150.0] {
            let chart = page(&[(y, "             2 (40%)")]);
            let read = covered(chart, bar, 0, Some(0));
            assert_eq!(read.len(), 1, "it is the bar of a chart");
        }
    }

    #[test]
    fn a_bar_whose_value_is_cut_off_is_known_by_the_others() {
        let mut page = page(&[(100.0, "Hav"), (160.0, "             2 (40%)")]);
        page.width = 300.0;
        let bar = |y: f64, x1: f64| Rect::new(0.0, y, x1, y + 12.0);
        let read = |areas: &[Rect]| {
            let mut page = page.clone();
            let mut covers = Covers::default();
            for area in areas {
                let color = Some(0);
                covers.add(*area, 0, Ink { color, alpha: 1.0 });
            }
            covers.apply(&mut page);
            page.runs.len() - 2
        };
        assert_eq!(read(&[bar(300.0, 60.0)]), 1);
        assert_eq!(read(&[bar(300.0, 60.0), bar(150.0, 40.0)]), 0);
        assert_eq!(read(&[bar(300.0, 60.0), bar(400.0, 340.0)]), 0);
        let other = Rect::new(0.0, 400.0, 340.0, 416.0);
        assert_eq!(read(&[bar(300.0, 60.0), other]), 1, "it is higher");
    }

    #[test]
    fn a_page_of_covers_over_covers_is_given_up() {
        let line = "a".repeat(20_000);
        let mut page = page(&[(120.0, &line)]);
        let mut covers = Covers::default();
        let ink = Ink {
            color: Some(0xff_00_00),
            alpha: 1.0,
        };
        for _ in 0..=200 {
            covers.add(SECOND, 20_000, ink);
        }
        covers.apply(&mut page);
        assert!(matches!(page.lost, Some(Lost::Operations { .. })));
    }

    #[test]
    fn what_is_seen_through_hides_nothing() {
        let mut page = page(&[(120.0, "Sum: 14")]);
        let mut covers = Covers::default();
        let faint = Ink {
            color: Some(0xff_ff_00),
            alpha: 0.5,
        };
        covers.add(SECOND, 7, faint);
        covers.apply(&mut page);
        assert_eq!(read(&page), ["Sum: 14"]);
    }
}
