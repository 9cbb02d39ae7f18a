//! Whether a page is what was written. hayro goes on where a packed stream is damaged or a font is
//! gone, and gives letters and figures that nobody wrote.
//!
//! Deflated data ends with the Adler-32 of what was packed. A program that writes wrong ones is
//! conceivable: they only count in a file in which some are right.

use super::PdfError;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use std::collections::{HashMap, HashSet};

/// What was found of a file's streams and fonts.
#[derive(Default)]
pub(super) struct Integrity {
    /// Whether some checksum was right.
    right: bool,
    /// Whether that of a font's list of characters was wrong: no page can be trusted.
    characters: bool,
    /// The pages, from 0, with a wrong one.
    pages: Vec<usize>,
    /// Fonts seen, by their place in memory.
    fonts: HashSet<*const u8>,
    /// Lists of fonts seen, by their place in memory, and whether one of their fonts is gone.
    lists: HashMap<*const u8, bool>,
}

impl Integrity {
    /// Looks at a page that was read, and tells whether all fonts are there that its text is set in:
    /// in place of one that is not hayro takes another, with other letters.
    pub(super) fn page(&mut self, index: usize, page: &Page<'_>) -> bool {
        self.content(index, page);
        let resources = page.resources();
        if !self.lacks(&resources.fonts) {
            return true;
        }
        let mut operations = page.typed_operations();
        while let Some(operation) = operations.next() {
            if let TypedInstruction::TextFont(font) = operation
                && resources.get_font(font.0).is_none()
            {
                return false;
            }
        }
        true
    }

    fn content(&mut self, index: usize, page: &Page<'_>) {
        let whole = if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
            page.page_stream()
                .is_none_or(|data| self.holds(&stream, data))
        } else {
            let streams = page.raw().get::<Array<'_>>("Contents").unwrap_or_default();
            streams
                .iter::<Stream<'_>>()
                .all(|stream| self.unpacks(&stream))
        };
        if !whole {
            self.pages.push(index);
        }
    }

    /// Whether a list of fonts is empty or names one that is gone.
    fn lacks(&mut self, fonts: &Dict<'_>) -> bool {
        let place = fonts.data().as_ptr();
        if let Some(lacks) = self.lists.get(&place) {
            return *lacks;
        }
        let mut lacks = fonts.is_empty();
        for name in fonts.keys() {
            let Some(font) = fonts.get::<Dict<'_>>(&*name) else {
                lacks = true;
                continue;
            };
            if self.fonts.insert(font.data().as_ptr())
                && let Some(characters) = font.get::<Stream<'_>>("ToUnicode")
                && !self.unpacks(&characters)
            {
                self.characters = true;
            }
        }
        self.lists.insert(place, lacks);
        lacks
    }

    /// The pages, from 0, that are not what was written.
    ///
    /// # Errors
    /// Where that holds for the letters of all.
    pub(super) fn damaged(self) -> Result<Vec<usize>, PdfError> {
        match (self.right, self.characters) {
            (false, _) => Ok(Vec::new()),
            (true, true) => Err(PdfError::Broken),
            (true, false) => Ok(self.pages),
        }
    }

    fn unpacks(&mut self, stream: &Stream<'_>) -> bool {
        stream
            .decoded_data()
            .is_ok_and(|data| self.holds(stream, &data))
    }

    /// Whether the data can be what the stream was packed from.
    fn holds(&mut self, stream: &Stream<'_>, data: &[u8]) -> bool {
        let dict = stream.dict();
        let filter = dict.get::<Name<'_>>("Filter").or_else(|| {
            let mut filters = dict.get::<Array<'_>>("Filter")?.iter::<Name<'_>>();
            filters.next().filter(|_| filters.next().is_none())
        });
        let deflated = filter.is_some_and(|filter| &*filter == b"FlateDecode");
        if !deflated || dict.contains_key("DecodeParms") {
            return true;
        }
        let sum = simd_adler32::adler32(&data).to_be_bytes();
        let packed = stream.raw_data();
        // A length that counts the end of the line is common.
        let mut packed = &*packed;
        for _ in 0..3 {
            if packed.ends_with(&sum) {
                self.right = true;
                return true;
            }
            match packed {
                [rest @ .., b'\r' | b'\n'] => packed = rest,
                _ => break,
            }
        }
        false
    }
}
