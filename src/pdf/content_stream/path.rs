//! The path being built, and the box around it.

use super::super::canvas::{self, BAR_ELEMENTS};
use kurbo::{BezPath, Point, Rect, Shape};

/// The path being built.
#[derive(Default)]
pub(super) struct Path {
    drawn: BezPath,
    /// Its elements, also those that are not kept because no bar has so many.
    pub(super) elements: usize,
    pub(super) last: Point,
    start: Point,
    /// The box around all of its points.
    around: Option<Rect>,
    /// Whether it narrows the clip when it is done.
    pub(super) clips: bool,
}

impl Path {
    pub(super) fn clear(&mut self) {
        self.drawn.truncate(0);
        self.elements = 0;
        self.around = None;
        self.clips = false;
    }

    /// Whether it has no more elements than a bar has.
    pub(super) fn is_short(&self) -> bool {
        self.elements <= BAR_ELEMENTS
    }

    /// Whether it is one box with its sides along the axes.
    pub(super) fn is_box(&self) -> bool {
        self.is_short() && canvas::is_box(&self.drawn)
    }

    /// The box around it; of a long one, around what its curves are drawn to and by.
    pub(super) fn bounds(&self) -> Rect {
        if self.is_short() {
            self.drawn.bounding_box()
        } else {
            self.around.unwrap_or_default()
        }
    }

    fn reach(&mut self, points: &[Point]) {
        for point in points {
            let spot = Rect::from_points(*point, *point);
            self.around = Some(self.around.map_or(spot, |around| around.union(spot)));
        }
    }

    fn add(&mut self, add: impl FnOnce(&mut BezPath)) {
        self.elements += 1;
        if self.elements <= BAR_ELEMENTS {
            add(&mut self.drawn);
        }
    }

    pub(super) fn move_to(&mut self, to: Point) {
        (self.last, self.start) = (to, to);
        self.reach(&[to]);
        self.add(|path| path.move_to(to));
    }

    /// A line or curve to the last of the points; one without a beginning is not drawn.
    pub(super) fn on(&mut self, points: &[Point], add: impl FnOnce(&mut BezPath)) {
        let Some(&to) = points.last() else { return };
        if self.elements == 0 {
            self.move_to(to);
            return;
        }
        self.last = to;
        self.reach(points);
        self.add(add);
    }

    pub(super) fn rect(&mut self, corner: Point, width: f64, height: f64) {
        let (x, y) = (corner.x, corner.y);
        self.move_to(corner);
        self.reach(&[Point::new(x + width, y + height)]);
        for to in [(x + width, y), (x + width, y + height), (x, y + height)] {
            self.add(|path| path.line_to(to));
        }
        self.add(BezPath::close_path);
        (self.last, self.start) = (corner, corner);
    }

    pub(super) fn close(&mut self) {
        if self.elements > 0 {
            self.last = self.start;
            self.add(BezPath::close_path);
        }
    }
}
