//! Where something was printed: the position that every value carries from extraction to diagnostic.

use std::ops::Range;

/// A box on a page, in points (1/72 inch) from the page's top left corner, y growing downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bbox {
    /// Left edge, points.
    pub x0: f32,
    /// Upper edge, points.
    pub y0: f32,
    /// Right edge, points.
    pub x1: f32,
    /// Lower edge, points.
    pub y1: f32,
}

impl Bbox {
    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// The middle of the box from left to right, points.
    pub fn center_x(self) -> f32 {
        f32::midpoint(self.x0, self.x1)
    }

    /// The middle of the box from top to bottom, points.
    pub fn center_y(self) -> f32 {
        f32::midpoint(self.y0, self.y1)
    }
}

/// A byte range in the text of a page: half as large as one of `usize`, since a report has millions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByteRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteRange {
    /// The same as a range to take from a text.
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for ByteRange {
    /// What lies beyond 4 GB, which no page's text does, is no place in any text.
    fn from(range: Range<usize>) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: narrow(range.start),
            end: narrow(range.end),
        }
    }
}

/// A printed place in a report.
///
/// `start..end` is a byte range in the text of page `page` ([`Page::text`](super::Page)); the
/// range always falls on character boundaries and, when it covers several lines, starts on `line`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The page's position in the file, from 1 (not the number printed on it).
    pub page: u32,
    /// The line on that page, from 1; in a text the line of the file.
    pub line: u32,
    /// First byte, in the page's text.
    pub start: u32,
    /// One past the last byte, in the page's text.
    pub end: u32,
    /// The box on the page; `None` for text input, which has no geometry.
    pub bbox: Option<Bbox>,
}

impl Span {
    /// Orders spans as the report prints them: by page, then by byte.
    pub fn order(&self) -> (u32, u32, u32) {
        (self.page, self.start, self.end)
    }

    /// A span over both, where they are on one page; otherwise `self` alone.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.page != other.page {
            return self;
        }
        Self {
            page: self.page,
            line: self.line.min(other.line),
            start: self.start.min(other.start),
            end: self.end.max(other.end),
            bbox: match (self.bbox, other.bbox) {
                (Some(a), Some(b)) => Some(a.union(b)),
                (a, b) => a.or(b),
            },
        }
    }
}

/// A value together with how and where it was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed<T> {
    /// What the print means.
    pub value: T,
    /// The characters as printed, unwrapped to one line.
    pub text: String,
    /// Where.
    pub span: Span,
    /// Whether it was read beyond doubt. A rule never judges a value that is not certain.
    pub certain: bool,
}

impl<T> Printed<T> {
    /// The same print with another meaning.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Printed<U> {
        Printed {
            value: f(self.value),
            text: self.text,
            span: self.span,
            certain: self.certain,
        }
    }
}
