//! Glyph runs, or a text file → pages of lines and cells in reading order. Knows geometry, no words.

mod assemble;
mod doubles;
mod name;
mod numbering;
mod one_font;
mod page;
mod piece;
mod plain;
mod running;
mod sheets;
mod small_caps;
mod span;
mod tracking;
mod underlay;
mod untold;

pub use page::Page;
pub use span::{Bbox, ByteRange, Printed, Span};

pub(crate) use name::{is_dash, is_simple, name_key};
pub(crate) use plain::{lost_letters, pages_on_a_sheet_of_text};
pub(crate) use sheets::pages_on_a_sheet;

// For the own tests, measurements and fuzzers; no promise.
#[doc(hidden)]
pub use {
    assemble::assemble,
    page::{Bar, Cell, Document, Layout, Line, Word},
    plain::{decode, from_text},
};
