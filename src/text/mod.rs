//! Glyph runs, or a text file → pages of lines and cells in reading order. Knows geometry, no words.

mod page;
mod span;

pub use page::{Bar, Cell, Document, Layout, Line, Page, Word};
pub use span::{Bbox, Printed, Span};
