//! What a page reader writes on: glyph runs and boxes of one page, within the limits of a page.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::{Limits, Lost, RawBox, RawGlyph, RawPage, RawRun};
use kurbo::{Affine, BezPath, Point, Rect, Shape};

/// How far a baseline may tilt (as a slope) and still be read as a line of text.
const MAX_SLOPE: f64 = 0.02;

/// Elements of a path that can be a bar; a pie or a letter drawn as a path has more.
pub(super) const BAR_ELEMENTS: usize = 12;

/// A page being read.
pub(super) struct Canvas<'p> {
    pub(super) page: &'p mut RawPage,
    limits: &'p Limits,
    operations: usize,
    /// Origin and length of the last filled run: "fill and stroke" draws each run twice.
    last_fill: Option<(Point, usize)>,
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
}

impl<'p> Canvas<'p> {
    pub(super) fn new(page: &'p mut RawPage, limits: &'p Limits) -> Self {
        Self {
            page,
            limits,
            operations: 0,
            last_fill: None,
        }
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
        (self.page.glyphs.len() + count <= limit)
            .then_some(())
            .ok_or(Full(Lost::Glyphs { limit }))
    }

    /// Begins a run of `count` glyphs; `placed` takes a thousandth of the type's size to the page.
    /// `None` for one that can't be read as a line of text, or that repeats the one before.
    pub(super) fn begin_run(
        &mut self,
        placed: Affine,
        count: usize,
        only_stroked: bool,
    ) -> Result<Option<Start>, Full> {
        self.room(count)?;
        let [ax, ay, cx, cy, x, y] = placed.as_coeffs();
        let origin = Point::new(x, y);
        if only_stroked && self.last_fill == Some((origin, count)) {
            return Ok(None);
        }
        self.last_fill = Some((origin, count));
        let level = ax > 0.0
            && (ay / ax).abs() < MAX_SLOPE
            && ax.is_finite()
            && y.is_finite()
            && x.is_finite();
        Ok(level.then(|| Start {
            first: self.page.glyphs.len(),
            x,
            y,
            em: cx.hypot(cy) * 1000.0,
        }))
    }

    /// A glyph that stands for some characters, from `x0` to `x1`.
    pub(super) fn push_glyph(&mut self, text: &[char], x0: f32, x1: f32) {
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

    pub(super) fn end_run(&mut self, start: Start, font: u16) {
        self.page.runs.push(RawRun {
            first: u32::try_from(start.first).unwrap_or(u32::MAX),
            count: u32::try_from(self.page.glyphs.len() - start.first).unwrap_or(0),
            y: start.y as f32,
            size: start.em as f32,
            font,
        });
    }

    /// A path in the colour `0xRRGGBB`. A bar is a filled box, or a straight line as thick as a bar;
    /// `stroked` is the thickness of a line that isn't filled, in the units of the path.
    pub(super) fn push_path(
        &mut self,
        path: &BezPath,
        stroked: Option<f32>,
        transform: Affine,
        color: impl FnOnce() -> Option<u32>,
    ) {
        if path.elements().len() <= BAR_ELEMENTS {
            self.push_box(path.bounding_box(), stroked, transform, color);
        }
    }

    /// As [`Self::push_path`], of a box.
    pub(super) fn push_box(
        &mut self,
        bounds: Rect,
        stroked: Option<f32>,
        transform: Affine,
        color: impl FnOnce() -> Option<u32>,
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
        // Boxes only help to tell a chart's direction; more than the limit are not needed for that.
        if bounds.width() < 1.0
            || bounds.height() < 1.0
            || self.page.boxes.len() >= self.limits.boxes_per_page
        {
            return;
        }
        let Some(color) = color() else { return };
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
