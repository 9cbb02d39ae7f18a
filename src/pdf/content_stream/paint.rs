//! The operators that build, paint and clip with paths, and what else fills an area.

use super::super::seen::Ink;
use super::run::Run;
use super::state::{Color, Paint};
use super::stop::Stop;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Dict;
use kurbo::{Affine, Point, Rect};

impl Run<'_, '_, '_> {
    /// Does what an operator says of paths.
    pub(super) fn path(&mut self, operation: &TypedInstruction<'_, '_>) -> Result<(), Stop> {
        use TypedInstruction as Op;
        let path = &mut self.path;
        match operation {
            Op::RectPath(r) => path.rect(
                Point::new(r.0.as_f64(), r.1.as_f64()),
                r.2.as_f64(),
                r.3.as_f64(),
            ),
            Op::MoveTo(m) => path.move_to(Point::new(m.0.as_f64(), m.1.as_f64())),
            Op::LineTo(l) => {
                let to = Point::new(l.0.as_f64(), l.1.as_f64());
                path.on(&[to], |path| path.line_to(to));
            }
            Op::CubicTo(c) => {
                let [first, second, to] = [(c.0, c.1), (c.2, c.3), (c.4, c.5)]
                    .map(|(x, y)| Point::new(x.as_f64(), y.as_f64()));
                path.on(&[first, second, to], |path| {
                    path.curve_to(first, second, to);
                });
            }
            Op::CubicStartTo(c) => {
                let [second, to] =
                    [(c.0, c.1), (c.2, c.3)].map(|(x, y)| Point::new(x.as_f64(), y.as_f64()));
                let first = path.last;
                path.on(&[first, second, to], |path| {
                    path.curve_to(first, second, to);
                });
            }
            Op::CubicEndTo(c) => {
                let [first, to] =
                    [(c.0, c.1), (c.2, c.3)].map(|(x, y)| Point::new(x.as_f64(), y.as_f64()));
                path.on(&[first, to], |path| path.curve_to(first, to, to));
            }
            Op::ClosePath(_) => path.close(),
            Op::EndPath(_) => self.end_path(),
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => self.paint(true, false)?,
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.paint(true, true)?,
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                path.close();
                self.paint(true, true)?;
            }
            Op::StrokePath(_) => self.paint(false, true)?,
            Op::CloseAndStrokePath(_) => {
                path.close();
                self.paint(false, true)?;
            }
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => {
                self.path.clips = true;
                self.canvas.count()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn paint(&mut self, fill: bool, stroke: bool) -> Result<(), Stop> {
        let state = &self.state;
        let any = self.path.elements > 0;
        let short = self.path.is_short();
        let bounds = if any { self.path.bounds() } else { Rect::ZERO };
        let mut unknown = false;
        let mut ink = |paint: &Paint| {
            unknown |= paint.color == Color::Unknown;
            Some(paint.ink())
        };
        if fill {
            self.canvas.count()?;
            if any && short {
                let ink = ink(&state.fill);
                if self.path.is_box() {
                    self.canvas.push_rect(bounds, None, state.ctm, ink);
                } else {
                    self.canvas.push_box(bounds, None, state.ctm, || ink);
                }
            } else if any {
                let ink = || Some(state.fill.ink());
                self.canvas.push_shape(bounds, state.ctm, ink);
            }
        }
        if stroke {
            self.canvas.count()?;
            if any && short {
                let thickness = Some(state.line_width);
                let ink = || ink(&state.stroke);
                self.canvas.push_box(bounds, thickness, state.ctm, ink);
            }
        }
        self.end_path();
        (!unknown).then_some(()).ok_or(Stop::Unusual)
    }

    /// Ends the path, and narrows the clip to it where that was said of it.
    fn end_path(&mut self) {
        if self.path.clips && self.path.elements > 0 {
            self.state.window.sheer.within |= !self.path.is_box();
            self.clip(self.path.bounds());
        }
        self.path.clear();
    }

    /// Narrows the clip to a box of user space.
    pub(super) fn clip(&mut self, bounds: Rect) {
        let bounds = self.state.ctm.transform_rect_bbox(bounds);
        self.state.window.clip_to(bounds);
        self.canvas.window = self.state.window;
    }

    /// A picture is drawn.
    pub(super) fn picture(&mut self, picture: &Dict<'_>) {
        let outside = self.state.window.opacity;
        self.canvas.window.opacity = outside * self.state.fill.alpha;
        self.canvas.push_picture(picture, self.state.ctm);
        self.canvas.window.opacity = outside;
    }

    /// The clip is filled with colours that run into each other.
    pub(super) fn shading(&mut self) {
        let ink = || {
            Some(Ink {
                color: None,
                alpha: 1.0,
            })
        };
        let clip = self.canvas.window.clip;
        self.canvas.push_shape(clip, Affine::IDENTITY, ink);
    }
}
