//! Bytes → glyph runs with boxes, page by page. The only room that names a PDF crate.
//!
//! One trait, [`Reader`], and one file for each implementation. Coordinates are points from the top
//! left corner of the page as it is shown: rotation, crop box and user unit are applied. A page whose
//! text is not level then is turned by quarters, and says so ([`RawPage::turned`]).

mod actual;
mod annotate;
mod appendix;
mod canvas;
mod content;
mod content_stream;
#[cfg(feature = "pictures")]
mod drawing;
#[cfg(feature = "second-reader")]
mod extract;
mod fonts;
mod hayro;
mod integrity;
mod limits;
mod lost;
mod model;
mod picture;
mod screen;
mod seen;
mod sheet;
mod unpack;
mod view;
pub mod wire;

pub use self::hayro::{Hayro, STACK};
pub(crate) use actual::is_nothing;
pub use annotate::{Mark, annotate};
pub use appendix::{Appendix, Entry};
#[cfg(feature = "pictures")]
pub use drawing::pictures;
#[cfg(feature = "second-reader")]
pub use extract::Extract;
pub use limits::Limits;
pub use lost::Lost;
pub use model::PageContent;
pub use model::{
    PdfError, RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawRun, Reader, ReaderKind,
    is_untold, untold,
};
pub use picture::Picture;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a file with the reader of a name.
///
/// # Errors
/// As [`Reader::read`].
pub fn read(
    kind: ReaderKind,
    bytes: &[u8],
    password: &str,
    limits: &Limits,
) -> Result<RawDocument, PdfError> {
    // The readers guard each page; what falls outside a page is a broken file.
    catch_unwind(AssertUnwindSafe(|| {
        unpack::screen(bytes, limits)?;
        match kind {
            ReaderKind::Hayro => Hayro::default().read(bytes, password, limits),
            #[cfg(feature = "second-reader")]
            ReaderKind::PdfExtract => Extract.read(bytes, password, limits),
        }
    }))
    .unwrap_or(Err(PdfError::Broken))
}
