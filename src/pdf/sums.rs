//! What all pages of a file come to, against the limits of the whole file.

use super::{Limits, PdfError, RawPage};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the pages of a file came to so far.
#[derive(Default)]
pub(super) struct Sums {
    glyphs: AtomicUsize,
    boxes: AtomicUsize,
    /// Bytes of their content.
    unpacked: AtomicUsize,
}

impl Sums {
    /// Adds a page, unless the file thereby passes a limit.
    pub(super) fn add(
        &self,
        unpacked: usize,
        raw: &RawPage,
        limits: &Limits,
    ) -> Result<(), PdfError> {
        let glyphs = raw.glyphs.len() + raw.hidden as usize;
        for (what, sum, more, limit) in [
            ("glyphs", &self.glyphs, glyphs, limits.glyphs),
            ("boxes", &self.boxes, raw.boxes.len(), limits.boxes),
            ("unpacked bytes", &self.unpacked, unpacked, limits.unpacked),
        ] {
            if sum.fetch_add(more, Ordering::Relaxed) + more > limit {
                // How far it was passed hangs on the threads, and no message may.
                return Err(over(what, limit + 1, limit));
            }
        }
        Ok(())
    }
}

/// A limit of the whole file was passed.
pub(super) fn over(what: &str, found: usize, limit: usize) -> PdfError {
    PdfError::Limit {
        what: what.to_owned(),
        found: found as u64,
        limit: limit as u64,
    }
}
