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
mod covers;
mod crop;
mod doubt;
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
mod painted;
mod picture;
mod screen;
mod seen;
mod sheet;
mod specks;
mod sums;
mod unpack;
mod upright;
mod view;
#[doc(hidden)]
pub mod wire;

#[cfg(feature = "pictures")]
pub use drawing::pictures;
pub use limits::Limits;
pub use lost::Lost;
pub use model::{PdfError, ReaderKind};
pub use picture::Picture;

#[cfg(feature = "cli")]
pub(crate) use self::hayro::STACK;
pub(crate) use actual::is_nothing;
pub(crate) use model::{is_private, is_untold};

// For the own tests, measurements and fuzzers; no promise.
#[doc(hidden)]
pub use {
    self::hayro::Hayro,
    annotate::{Mark, annotate},
    appendix::{Appendix, Entry},
    model::{
        PageContent, RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawPicture, RawRun, Reader,
        untold,
    },
};

#[cfg(feature = "second-reader")]
use extract::Extract;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a file with the reader of a name.
///
/// # Errors
/// As [`Reader::read`].
#[doc(hidden)]
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
