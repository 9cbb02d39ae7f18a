//! Glyph runs, or a text file → pages of lines and cells in reading order. Knows geometry, no words.

mod assemble;
mod name;
mod page;
mod piece;
mod plain;
mod running;
mod sheets;
mod span;
mod tracking;
mod underlay;

pub use assemble::assemble;
pub(crate) use name::is_dash;
pub use name::name_key;
pub use page::{Bar, Cell, Document, Layout, Line, Page, Word};
pub use plain::{decode, from_text, lost_letters, pages_on_a_sheet_of_text};
pub use sheets::pages_on_a_sheet;
pub use span::{Bbox, Printed, Span};
