//! The quick way through a page: what nearly every exporter writes, read straight from the operators.
//!
//! `hayro-interpret` prepares each glyph to be drawn, and asks the font's tables anew for every one
//! of them; to read a page, the place of the pen and one look at each code of a font are enough. What
//! is not read here (fonts drawn with operators, text set downwards, rare colours, layers that can
//! be switched off) stops the reading as [`Stop::Unusual`], and the page is drawn instead. A test
//! holds both ways against each other.

mod faces;
mod line;
mod paint;
mod path;
mod run;
mod show;
mod state;
mod stop;

pub(super) use stop::Stop;

use super::canvas::Canvas;
use super::fonts::Fonts;
use faces::Faces;
use hayro_syntax::content::TypedIter;
use hayro_syntax::page::Page;
use kurbo::Affine;
use run::Run;

/// Reads pages of one document.
pub(super) struct Quick<'a> {
    faces: Faces<'a>,
}

impl<'a> Quick<'a> {
    pub(super) fn new() -> Self {
        Self {
            faces: Faces::new(),
        }
    }

    /// Reads a page by its content, unpacked, onto a canvas; the transform takes the page's user space
    /// to the page as shown.
    ///
    /// # Errors
    /// Where the page holds something that is not read here, or meets a limit; then `canvas` holds
    /// a part of it.
    pub(super) fn read(
        &mut self,
        page: &'a Page<'a>,
        stream: &[u8],
        (transform, canvas): (Affine, &mut Canvas<'_>),
        fonts: &mut Fonts,
    ) -> Result<(), Stop> {
        let mut run = Run::new(transform, &mut self.faces, fonts, canvas);
        run.content(TypedIter::new(stream), page.resources(), 0)
    }
}
