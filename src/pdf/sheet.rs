//! A page's own coordinates, in which what is added to a file is placed.

use lopdf::{Document, Object, ObjectId};

/// How deep the tree of pages may be.
const DEPTH: usize = 64;

/// The page that is assumed where a file gives none: A4, points.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];

/// How wide the colour stands around the text, points.
pub(super) const AROUND: f32 = 1.0;

/// Numbers as a PDF writes them.
pub(super) fn numbers<const N: usize>(numbers: [f32; N]) -> Vec<Object> {
    numbers.into_iter().map(Object::Real).collect()
}

/// The corners of a box: as shown, upper left, upper right, lower left and lower right.
pub(super) type Corners = [[f32; 2]; 4];

/// What a page's own coordinates are, seen from the page as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    /// The corner of the crop box.
    origin: [f32; 2],
    /// Width and height of the crop box.
    size: [f32; 2],
    /// Quarter turns clockwise.
    turns: i64,
    /// How many points a unit of the page is.
    unit: f32,
}

impl Sheet {
    pub(super) fn of(document: &Document, id: ObjectId) -> Self {
        let media = inherited(document, id, b"MediaBox").and_then(|o| rectangle(document, o));
        let media = media.unwrap_or(A4);
        let crop = inherited(document, id, b"CropBox").and_then(|o| rectangle(document, o));
        let crop = crop.unwrap_or(media);
        let [x0, y0] = [crop[0].max(media[0]), crop[1].max(media[1])];
        let [x1, y1] = [crop[2].min(media[2]), crop[3].min(media[3])];
        let size = [x1 - x0, y1 - y0];
        let turn = inherited(document, id, b"Rotate").and_then(|o| o.as_i64().ok());
        let page = document.get_dictionary(id).ok();
        let unit = page.and_then(|page| page.get_deref(b"UserUnit", document).ok());
        let unit = unit.and_then(|unit| unit.as_float().ok());
        Self {
            origin: [x0, y0],
            size: if size.iter().all(|side| *side > 0.0) {
                size.map(|side| side.max(1.0))
            } else {
                [A4[2], A4[3]]
            },
            turns: (turn.unwrap_or(0) / 90).rem_euclid(4),
            unit: unit.filter(|u| u.is_finite() && *u > 0.0).unwrap_or(1.0),
        }
    }

    /// The corners of a box in the page's own coordinates: as shown, upper left, upper right, lower
    /// left and lower right, which is the order that programs draw.
    pub(super) fn corners(&self, [x0, y0, x1, y1]: [f32; 4]) -> Corners {
        let (x0, y0, x1, y1) = (x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND);
        [[x0, y0], [x1, y0], [x0, y1], [x1, y1]].map(|point| self.own(point))
    }

    /// A point of the page as shown in the page's own coordinates.
    pub(super) fn own(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let (x, y) = (x / self.unit, y / self.unit);
        let [width, height] = self.size;
        let (right, up) = match self.turns {
            1 => (y, x),
            2 => (width - x, y),
            3 => (width - y, height - x),
            _ => (x, height - y),
        };
        [self.origin[0] + right, self.origin[1] + up]
    }
}

/// An entry of a page or of the nodes above it.
fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..DEPTH {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

/// A rectangle with its corners in order.
fn rectangle(document: &Document, object: &Object) -> Option<[f32; 4]> {
    let array = object.as_array().ok()?.iter();
    let numbers: Option<Vec<f32>> = array
        .map(|number| document.dereference(number).ok()?.1.as_float().ok())
        .collect();
    let [a, b, c, d] = numbers?.try_into().ok()?;
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}
