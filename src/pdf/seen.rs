//! What of a page can be seen: text that nobody sees (without ink, in the colour of what is behind
//! it, clipped away, off the page, smaller than can be read) is not what the report prints.

use kurbo::{Point, Rect};

/// Below this share of full opacity, of 255, nothing is seen.
pub(super) const FAINT: u8 = 16;

/// Type smaller than this, in points, is a speck.
pub(super) const SPECK: f32 = 1.0;

/// From this brightness of each part of a colour, of 255, nothing is told from white paper: the
/// contrast is below 1.1 to 1.
const PALE: u8 = 245;

/// From this brightness of each part of what is behind it, of 255, white is told from nothing: the contrast
/// is below 1.35 to 1.
const LIGHT: u8 = 222;

/// Colours whose parts differ by less than this, of 255, are one to the eye.
const ALIKE: u8 = 10;

/// Where the middle of a letter is above the baseline, in sizes.
const MIDDLE: f64 = 0.25;

/// A letter's body, in sizes above the baseline: what holds it all is behind it, what holds its
/// middle alone is a rule through it.
pub(super) const BODY: [f64; 2] = [0.02, 0.5];

/// Fills that are kept of a page. On one with more, no letter is taken to be without contrast.
const MAX_FILLS: usize = 1000;

/// What a letter or a box is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    /// `0xRRGGBB`; `None` for a pattern, or a colour that is not worked out.
    pub(super) color: Option<u32>,
    /// From 0, not seen at all, to 1.
    pub(super) alpha: f32,
}

impl Ink {
    /// Its colour as it is seen on white paper.
    fn on_white(self) -> Option<u32> {
        self.color.map(|color| on_white(color, self.alpha))
    }
}

/// How a run of glyphs is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// With what: none for text that is not drawn, two for one that is filled and stroked.
    pub(super) inks: [Option<Ink>; 2],
    /// Whether only the outline is drawn.
    pub(super) only_stroked: bool,
    /// Whether the font is drawn with operators: its letters have their own colours and sizes.
    pub(super) own: bool,
}

/// Through what the page is seen: set by the state of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Window {
    /// Outside of this box, in points of the page, nothing is seen. A clip of another shape counts as
    /// the box around it.
    pub(super) clip: Rect,
    /// The opacity of the groups around what is drawn, from 0 to 1.
    pub(super) opacity: f32,
    /// Why what is painted may leave what is behind it to be seen.
    pub(super) sheer: Sheer,
}

/// What lets something be seen behind what is painted over it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheer {
    /// Its colours are mixed with those behind it.
    pub(super) mixed: bool,
    /// A mask says where it is painted.
    pub(super) masked: bool,
    /// It is within a clip of a shape that is no box, or within a group of which one of these holds: nothing
    /// in there takes that back.
    pub(super) within: bool,
}

impl Sheer {
    /// Nothing does.
    pub(super) fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Window {
    /// A window on the whole page.
    pub(super) fn of_page(width: f32, height: f32) -> Self {
        Self {
            clip: Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            opacity: 1.0,
            sheer: Sheer::default(),
        }
    }

    /// Narrows the window to a box.
    pub(super) fn clip_to(&mut self, by: Rect) {
        let (a, b) = (self.clip, by.abs());
        // Not `Rect::intersect`, which moves the corner of an empty box: outside stays outside.
        self.clip = Rect {
            x0: a.x0.max(b.x0),
            y0: a.y0.max(b.y0),
            x1: a.x1.min(b.x1),
            y1: a.y1.min(b.y1),
        };
    }

    /// The ink as it is seen, where it is.
    pub(super) fn through(self, ink: Ink) -> Option<Ink> {
        let alpha = ink.alpha * self.opacity;
        (alpha * 255.0 + 0.5 >= f32::from(FAINT)).then_some(Ink { alpha, ..ink })
    }
}

/// What is painted on a page so far, behind what is still to come.
#[derive(Debug, Default)]
pub(super) struct Backdrop {
    fills: Vec<(Rect, Option<u32>)>,
    /// The colours of the fills, each once: most letters have none of them.
    colors: Vec<u32>,
    overfull: bool,
}

impl Backdrop {
    /// Something was filled; `ink` as it is seen.
    pub(super) fn add(&mut self, area: Rect, ink: Ink) {
        if self.fills.len() >= MAX_FILLS {
            self.overfull = true;
            return;
        }
        let color = ink.on_white();
        if let Some(color) = color
            && !self.colors.contains(&color)
        {
            self.colors.push(color);
        }
        self.fills.push((area, color));
    }

    /// Whether letters in one of the inks can be told from all that is behind them, wherever they stand: most
    /// can.
    pub(super) fn tells(&self, inks: &[Option<Ink>; 2]) -> bool {
        let told =
            |color: u32| !is_pale(color) && !self.colors.iter().any(|known| alike(*known, color));
        let mut inks = inks.iter().flatten();
        inks.any(|ink| self.overfull || ink.on_white().is_none_or(told))
    }

    /// Whether a letter in an ink can be told from what is behind it; `at` is on its baseline.
    fn shows(&self, ink: Ink, at: Point, em: f64) -> bool {
        let Some(color) = ink.on_white() else {
            return true;
        };
        let holds = |area: &Rect, up: f64| {
            let y = at.y - up * em;
            area.x0 <= at.x && at.x <= area.x1 && area.y0 <= y && y <= area.y1
        };
        let mut fills = self.fills.iter().rev();
        if is_pale(color) {
            let behind = fills.find(|(area, _)| holds(area, MIDDLE));
            return match behind {
                None => false,
                Some((_, behind)) => behind.is_none_or(|behind| !is_light(behind)),
            };
        }
        let behind = fills.find(|(area, _)| BODY.iter().all(|up| holds(area, *up)));
        behind.is_none_or(|(_, behind)| behind.is_none_or(|behind| !alike(behind, color)))
    }
}

/// Whether the type of a run is large enough to be read; `width` is that of its square, points.
pub(super) fn legible(look: &Look, em: f64, width: f64) -> bool {
    look.own || em.min(width) >= f64::from(SPECK)
}

/// Whether a glyph is inside of a window: `at` is the middle of its advance, on the baseline.
pub(super) fn inside(window: &Window, at: Point, em: f64) -> bool {
    let Rect { x0, y0, x1, y1 } = window.clip;
    let middle = at.y - MIDDLE * em;
    x0 <= at.x && at.x <= x1 && y0 <= middle && middle <= y1
}

/// Whether a glyph that is inside can be told from what is behind it.
pub(super) fn shows(inks: &[Option<Ink>; 2], backdrop: &Backdrop, at: Point, em: f64) -> bool {
    let mut inks = inks.iter().flatten();
    inks.any(|ink| backdrop.shows(*ink, at, em))
}

pub(super) fn parts(color: u32) -> [u8; 3] {
    let [_, red, green, blue] = color.to_be_bytes();
    [red, green, blue]
}

pub(super) fn is_pale(color: u32) -> bool {
    parts(color).iter().all(|part| *part >= PALE)
}

fn is_light(color: u32) -> bool {
    parts(color).iter().all(|part| *part >= LIGHT)
}

fn alike(a: u32, b: u32) -> bool {
    let (a, b) = (parts(a), parts(b));
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < ALIKE)
}

/// A colour as it is seen on white paper.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between the part and 255, which a byte holds"
)]
fn on_white(color: u32, alpha: f32) -> u32 {
    // Nearly all ink is opaque, and this is asked for each letter.
    if alpha >= 1.0 {
        return color & 0x00ff_ffff;
    }
    let alpha = alpha.clamp(0.0, 1.0);
    let [red, green, blue] = parts(color).map(|part| {
        (255.0 - (255.0 - f32::from(part)) * alpha)
            .round()
            .clamp(0.0, 255.0) as u8
    });
    u32::from_be_bytes([0, red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Window = Window {
        clip: Rect::new(0.0, 0.0, 100.0, 100.0),
        opacity: 1.0,
        sheer: Sheer {
            mixed: false,
            masked: false,
            within: false,
        },
    };

    fn ink(color: u32) -> Ink {
        Ink {
            color: Some(color),
            alpha: 1.0,
        }
    }

    fn sees(color: u32, backdrop: &Backdrop) -> bool {
        let inks = [Some(ink(color)), None];
        let shows = shows(&inks, backdrop, Point::new(50.0, 50.0), 10.0);
        assert!(shows || !backdrop.tells(&inks), "told wherever it stands");
        shows
    }

    #[test]
    fn white_is_seen_on_what_is_dark_alone() {
        let mut behind = Backdrop::default();
        assert!(!sees(0xff_ff_ff, &behind));
        assert!(!sees(0xfa_fa_fa, &behind));
        assert!(sees(0xe0_e0_e0, &behind), "a pale watermark is seen");
        behind.add(Rect::new(0.0, 0.0, 100.0, 49.0), ink(0x20_40_80));
        assert!(sees(0xff_ff_ff, &behind));
        behind.add(Rect::new(0.0, 0.0, 100.0, 100.0), ink(0xff_ff_ff));
        assert!(!sees(0xff_ff_ff, &behind), "white over the dark box");
        behind.add(Rect::new(0.0, 0.0, 100.0, 100.0), ink(0xe2_e6_ea));
        assert!(!sees(0xff_ff_ff, &behind), "on a band behind a heading");
        let pattern = Ink {
            color: None,
            alpha: 1.0,
        };
        behind.add(Rect::new(0.0, 0.0, 100.0, 100.0), pattern);
        assert!(sees(0xff_ff_ff, &behind));
    }

    #[test]
    fn a_letter_in_the_colour_of_its_box_is_not_seen() {
        let mut behind = Backdrop::default();
        behind.add(Rect::new(0.0, 47.0, 100.0, 48.0), ink(0));
        assert!(sees(0, &behind), "a rule through it hides nothing");
        behind.add(Rect::new(0.0, 40.0, 100.0, 52.0), ink(0x03_03_03));
        assert!(!sees(0, &behind));
        assert!(sees(0x80_80_80, &behind));
    }

    #[test]
    fn the_ink_of_a_faint_box_is_that_of_the_paper() {
        let mut behind = Backdrop::default();
        let faint = Ink {
            color: Some(0),
            alpha: 0.03,
        };
        behind.add(Rect::new(0.0, 0.0, 100.0, 100.0), faint);
        assert!(!sees(0xff_ff_ff, &behind));
        assert!(sees(0, &behind));
    }

    #[test]
    fn groups_and_clips_narrow_the_window() {
        let mut window = PAGE;
        window.opacity = 0.05;
        assert_eq!(window.through(ink(0)), None);
        window.opacity = 0.5;
        assert_eq!(window.through(ink(0)).map(|ink| ink.alpha), Some(0.5));
        window.clip_to(Rect::new(60.0, 120.0, 0.0, 10.0));
        assert_eq!(window.clip, Rect::new(0.0, 10.0, 60.0, 100.0));
        window.clip_to(Rect::new(70.0, 0.0, 80.0, 100.0));
        for x in [50.0, 65.0, 75.0] {
            assert!(!inside(&window, Point::new(x, 50.0), 10.0));
        }
    }

    #[test]
    fn specks_are_not_read() {
        let look = Look::default();
        assert!(legible(&look, 4.0, 4.0));
        assert!(!legible(&look, 0.1, 0.1) && !legible(&look, 9.0, 0.1));
        assert!(legible(&Look { own: true, ..look }, 0.1, 0.1));
    }
}
