//! What a page reader writes on: glyph runs and boxes of one page, within the limits of a page.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::actual::Actual;
use super::covers::Covers;
use super::crop::{Crop, Cut, Letter};
use super::seen::{self, Backdrop, Ink, Look, Window};
use super::{Limits, Lost, RawBox, RawGlyph, RawPage, RawPicture, RawRun};
use hayro_interpret::hayro_syntax::object::Dict;
use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};

/// How far a baseline may tilt (as a slope) and still be read as a line of text.
const MAX_SLOPE: f64 = 0.02;

/// Elements of a path that can be a bar; a pie or a letter drawn as a path has more.
pub(super) const BAR_ELEMENTS: usize = 12;

/// A page being read.
pub(super) struct Canvas<'p> {
    pub(super) page: &'p mut RawPage,
    limits: &'p Limits,
    operations: usize,
    /// The last filled run: "fill and stroke" draws each run twice.
    last_fill: Option<Filled>,
    /// Through what the page is seen at the moment.
    pub(super) window: Window,
    backdrop: Backdrop,
    covers: Covers,
    actual: Actual,
    tally: Tally,
    /// The area of the pictures, square points; where they overlap it counts twice.
    pictures: f64,
    crop: Crop,
}

/// What is counted of a page beside what is kept.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// How many glyphs run to the right, downwards, to the left and upwards.
    pub(super) directions: [usize; 4],
    /// Filled shapes that are seen and have more corners than a bar.
    pub(super) shapes: usize,
    /// What is seen of the text, where some is outside.
    pub(super) cut: Cut,
}

/// A run that was filled.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Filled {
    origin: Point,
    count: usize,
    /// Glyphs of the page before it.
    glyphs: usize,
    /// Hidden ones before it.
    hidden: u32,
}

/// A limit of the page was met: nothing more is read of it.
#[derive(Debug)]
pub(super) struct Full(pub(super) Lost);

/// A run that can be read: its place in the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    first: usize,
    x: f64,
    y: f64,
    /// Size of the type, points.
    pub(super) em: f64,
    /// With what it is drawn; none where nobody sees it.
    inks: [Option<Ink>; 2],
    /// Whether it is told from all that is behind it.
    told: bool,
}

impl<'p> Canvas<'p> {
    /// An empty canvas for a page whose size is known; `sheet` is what it was cropped from.
    pub(super) fn new(page: &'p mut RawPage, limits: &'p Limits, sheet: Rect) -> Self {
        let window = Window::of_page(page.width, page.height);
        Self {
            page,
            limits,
            operations: 0,
            last_fill: None,
            window,
            backdrop: Backdrop::default(),
            covers: Covers::default(),
            actual: Actual::default(),
            tally: Tally::default(),
            pictures: 0.0,
            crop: Crop::new(window.clip, sheet),
        }
    }

    /// The page is read: what else is counted of it.
    pub(super) fn finish(self) -> Tally {
        let cut = self.crop.cut(self.page);
        self.covers.apply(self.page);
        Tally { cut, ..self.tally }
    }

    /// Counts something drawn.
    pub(super) fn count(&mut self) -> Result<(), Full> {
        self.operations += 1;
        let limit = self.limits.operations_per_page;
        (self.operations <= limit)
            .then_some(())
            .ok_or(Full(Lost::Operations { limit }))
    }

    /// Whether a page has room for more glyphs.
    pub(super) fn room(&self, count: usize) -> Result<(), Full> {
        let limit = self.limits.glyphs_per_page;
        (self.page.glyphs.len() + self.page.hidden as usize + count <= limit)
            .then_some(())
            .ok_or(Full(Lost::Glyphs { limit }))
    }

    /// Begins a run of `count` glyphs; `placed` takes a thousandth of the type's size to the page.
    /// `None` for one that can't be read as a line of text, or that repeats the one before.
    pub(super) fn begin_run(
        &mut self,
        placed: Affine,
        count: usize,
        look: Look,
    ) -> Result<Option<Start>, Full> {
        self.room(count)?;
        let [ax, ay, cx, cy, x, y] = placed.as_coeffs();
        let origin = Point::new(x, y);
        match self.last_fill {
            Some(fill) if look.only_stroked && (fill.origin, fill.count) == (origin, count) => {
                if self.page.glyphs.len() > fill.glyphs {
                    return Ok(None);
                }
                // Its filling was not seen; its outline may be.
                self.page.hidden = fill.hidden;
            }
            _ => {}
        }
        self.last_fill = Some(Filled {
            origin,
            count,
            glyphs: self.page.glyphs.len(),
            hidden: self.page.hidden,
        });
        let inks = look
            .inks
            .map(|ink| ink.and_then(|ink| self.window.through(ink)));
        let direction = direction(ax, ay).filter(|_| x.is_finite() && y.is_finite());
        if let Some(direction) = direction
            && inks != [None; 2]
            && let Some(so_far) = self.tally.directions.get_mut(direction)
        {
            *so_far += count;
        }
        let em = cx.hypot(cy) * 1000.0;
        let legible = seen::legible(&look, em, ax * 1000.0);
        let inks = if legible { inks } else { [None; 2] };
        Ok((direction == Some(0)).then(|| Start {
            first: self.page.glyphs.len(),
            x,
            y,
            em,
            inks,
            told: self.backdrop.tells(&inks),
        }))
    }

    /// A glyph of a run that stands for some characters, from `x0` to `x1`.
    pub(super) fn push_glyph(&mut self, start: Start, text: &[char], x0: f32, x1: f32) {
        // One code may stand for any number of characters.
        if let Err(full) = self.room(text.len()) {
            self.page.lost = Some(full.0);
            return;
        }
        let at = Point::new(f64::from(f32::midpoint(x0, x1)), start.y);
        if start.inks != [None; 2] && text.iter().any(|ch| !ch.is_whitespace()) {
            self.crop.letter(Letter {
                y: start.y,
                x0: x0.into(),
                x1: x1.into(),
                em: start.em,
            });
        }
        let shows = || start.told || seen::shows(&start.inks, &self.backdrop, at, start.em);
        if !(seen::inside(&self.window, at, start.em) && shows()) {
            let letters = text.iter().filter(|ch| !ch.is_whitespace()).count();
            let letters = letters.max(usize::from(text.is_empty()));
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            self.page.hidden = self.page.hidden.saturating_add(letters);
            return;
        }
        match text {
            [] => self.page.glyphs.push(RawGlyph {
                ch: char::REPLACEMENT_CHARACTER,
                x0,
                x1,
            }),
            [ch] => self.page.glyphs.push(RawGlyph { ch: *ch, x0, x1 }),
            letters => {
                // A ligature: its letters share its width.
                let step = (x1 - x0) / letters.len() as f32;
                for (index, ch) in letters.iter().enumerate() {
                    let left = x0 + step * index as f32;
                    self.page.glyphs.push(RawGlyph {
                        ch: *ch,
                        x0: left,
                        x1: left + step,
                    });
                }
            }
        }
    }

    /// The run before, where one that begins here goes on its line in type of its size.
    pub(super) fn before(&self, start: Start) -> Option<RawRun> {
        let last = *self.page.runs.last()?;
        let (x, y, size) = (start.x as f32, start.y as f32, start.em as f32);
        let right = self
            .page
            .glyphs
            .get(((last.first + last.count) as usize).wrapping_sub(1))
            .map_or(f32::MAX, |glyph| glyph.x1);
        let follows = last.count > 0
            && (last.y - y).abs() < 0.1
            && (last.size - size).abs() < 0.1
            && (x - right).abs() < 0.6 * size;
        follows.then_some(last)
    }

    /// Ends a run; one of which nothing is seen leaves nothing behind.
    pub(super) fn end_run(&mut self, start: Start, font: u16) {
        let count = self.page.glyphs.len() - start.first;
        if count == 0 {
            return;
        }
        self.page.runs.push(RawRun {
            first: u32::try_from(start.first).unwrap_or(u32::MAX),
            count: u32::try_from(count).unwrap_or(0),
            y: start.y as f32,
            size: start.em as f32,
            font,
        });
    }

    /// Marked content begins, with these properties.
    pub(super) fn begin_marked(&mut self, properties: Option<&Dict<'_>>) {
        self.actual.begin(properties, self.page);
    }

    /// Marked content ends.
    pub(super) fn end_marked(&mut self) {
        self.actual.end(self.page);
    }

    /// A path in an ink. A bar is a filled box, or a straight line as thick as a bar;
    /// `stroked` is the thickness of a line that isn't filled, in the units of the path.
    pub(super) fn push_path(
        &mut self,
        path: &BezPath,
        stroked: Option<f32>,
        transform: Affine,
        ink: impl FnOnce() -> Option<Ink>,
    ) {
        if path.elements().len() <= BAR_ELEMENTS {
            if is_box(path) {
                self.push_rect(path.bounding_box(), stroked, transform, ink());
            } else {
                self.push_box(path.bounding_box(), stroked, transform, ink);
            }
        } else if stroked.is_none() {
            self.push_shape(path.control_box(), transform, ink);
        }
    }

    /// A filled shape that is no bar: something else is behind what comes after it.
    pub(super) fn push_shape(
        &mut self,
        bounds: Rect,
        transform: Affine,
        ink: impl FnOnce() -> Option<Ink>,
    ) {
        let seen = ink().and_then(|ink| self.window.through(ink));
        if let Some(ink) = seen {
            self.tally.shapes += 1;
            let area = self.inside(transform.transform_rect_bbox(bounds));
            // Where it is, and where it leaves the paper free, is not worked out.
            self.backdrop.add(area, Ink { color: None, ..ink });
        }
    }

    /// As [`Self::push_path`], of a path that is a box: a filled one lies over what was drawn before it.
    pub(super) fn push_rect(
        &mut self,
        bounds: Rect,
        stroked: Option<f32>,
        transform: Affine,
        ink: Option<Ink>,
    ) {
        self.push_box(bounds, stroked, transform, || ink);
        if stroked.is_none() {
            self.cover(bounds, transform, ink);
        }
    }

    /// Something that is painted all over lies over what was drawn before it.
    fn cover(&mut self, bounds: Rect, transform: Affine, ink: Option<Ink>) {
        let [ax, ay, bx, by, ..] = transform.as_coeffs();
        let upright = (ay, bx) == (0.0, 0.0) || (ax, by) == (0.0, 0.0);
        let seen = ink.and_then(|ink| self.window.through(ink));
        if let Some(ink) = seen.filter(|_| upright && self.window.sheer.is_none()) {
            let area = self.inside(transform.transform_rect_bbox(bounds));
            self.covers.add(area, self.page.glyphs.len(), ink);
        }
    }

    /// A picture; `transform` takes the unit square to the page.
    pub(super) fn push_picture(&mut self, picture: &Dict<'_>, transform: Affine) {
        self.page.has_image = true;
        let ink = Ink {
            color: None,
            alpha: 1.0,
        };
        let Some(ink) = self.window.through(ink) else {
            return;
        };
        let square = Rect::new(0.0, 0.0, 1.0, 1.0);
        let area = self.inside(transform.transform_rect_bbox(square));
        self.backdrop.add(area, ink);
        let masks: [&[u8]; 5] = [b"SMask", b"SMaskInData", b"Mask", b"ImageMask", b"IM"];
        if !masks.iter().any(|mask| picture.contains_key(*mask)) {
            self.cover(square, transform, Some(ink));
        }
        self.pictures += area.width().max(0.0) * area.height().max(0.0);
        let page = f64::from(self.page.width) * f64::from(self.page.height);
        self.page.pictured = (self.pictures / page.max(1.0)).min(1.0) as f32;
        if self.page.pictures.len() < RawPage::PICTURES {
            self.page.pictures.push(RawPicture {
                x0: area.x0 as f32,
                y0: area.y0 as f32,
                x1: area.x1 as f32,
                y1: area.y1 as f32,
            });
        }
    }

    /// What of a box is inside the clip.
    fn inside(&self, area: Rect) -> Rect {
        let mut window = self.window;
        window.clip_to(area);
        window.clip
    }

    /// As [`Self::push_path`], of a box.
    pub(super) fn push_box(
        &mut self,
        bounds: Rect,
        stroked: Option<f32>,
        transform: Affine,
        ink: impl FnOnce() -> Option<Ink>,
    ) {
        let bounds = match stroked {
            None => bounds,
            Some(thickness) if bounds.width() < 0.01 || bounds.height() < 0.01 => {
                let half = f64::from(thickness) / 2.0;
                let (dx, dy) = if bounds.width() < bounds.height() {
                    (half, 0.0)
                } else {
                    (0.0, half)
                };
                bounds.inflate(dx, dy)
            }
            Some(_) => return,
        };
        let bounds = transform.transform_rect_bbox(bounds);
        // Neither a bar nor behind a letter.
        if bounds.width() < 1.0 || bounds.height() < 1.0 {
            return;
        }
        let Some(ink) = ink().and_then(|ink| self.window.through(ink)) else {
            return;
        };
        let area = self.inside(bounds);
        self.backdrop.add(area, ink);
        // Boxes only help to tell a chart's direction; more than the limit are not needed for that.
        let Some(color) = ink
            .color
            .filter(|_| self.page.boxes.len() < self.limits.boxes_per_page)
        else {
            return;
        };
        let [_, red, green, blue] = color.to_be_bytes();
        if red > 250 && green > 250 && blue > 250 {
            return;
        }
        self.page.boxes.push(RawBox {
            x0: bounds.x0 as f32,
            y0: bounds.y0 as f32,
            x1: bounds.x1 as f32,
            y1: bounds.y1 as f32,
            color,
        });
    }
}

/// Whether a path is one box with its sides along the axes.
pub(super) fn is_box(path: &BezPath) -> bool {
    let mut last: Option<Point> = None;
    let mut corners = 0;
    for element in path.elements() {
        let along = |to: &Point| {
            last.is_some_and(|from| (from.x - to.x).abs() < 0.01 || (from.y - to.y).abs() < 0.01)
        };
        match element {
            PathEl::MoveTo(to) if last.is_none() => last = Some(*to),
            PathEl::LineTo(to) if along(to) => {
                corners += 1;
                last = Some(*to);
            }
            PathEl::ClosePath => {}
            _ => return false,
        }
    }
    (3..=4).contains(&corners)
}

/// Quarters clockwise by which a baseline is turned: 0 runs to the right, 1 downwards. `None` for one
/// that is aslant.
fn direction(ax: f64, ay: f64) -> Option<usize> {
    let [along, across] = [ax.abs().max(ay.abs()), ax.abs().min(ay.abs())];
    if !along.is_finite() || across >= along * MAX_SLOPE {
        return None;
    }
    Some(match (ax.abs() > ay.abs(), ax > 0.0, ay > 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, true) => 1,
        (false, _, false) => 3,
    })
}

/// Where a glyph ends: at its advance, but not behind where the next begins.
pub(super) fn right_edge(x0: f64, advance: Option<f32>, em: f64, next: Option<f64>) -> f64 {
    let by_advance = advance.map(|width| x0 + f64::from(width) / 1000.0 * em);
    match (by_advance, next) {
        (Some(right), Some(next)) if next >= x0 => right.min(next),
        (Some(right), _) => right,
        (None, Some(next)) if next > x0 => next.min(x0 + em),
        (None, _) => x0 + em / 2.0,
    }
}
