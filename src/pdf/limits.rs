//! The limits on what a file may make us do. Each is far above any real report.

use serde::{Deserialize, Serialize};

/// Limits for reading one file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Pages in a file. A report of 5,000 respondents has about 8,700.
    pub pages: usize,
    /// Glyphs on a page. A full page of text has about 6,000.
    pub glyphs_per_page: usize,
    /// Glyphs in a file, beside [`Self::glyphs_per_byte`]. The real reports have some 100,000.
    pub glyphs: usize,
    /// Glyphs that each byte of a file adds to those. A packed page of text has two.
    pub glyphs_per_byte: usize,
    /// Things drawn on a page: runs, paths, clips, groups, forms begun. A page of charts has a few
    /// thousand; forms that show forms make any number of them from a few bytes.
    pub operations_per_page: usize,
    /// Filled boxes on a page. A page of charts has about 100.
    pub boxes_per_page: usize,
    /// Filled boxes in a file, beside one for every 20 of its bytes.
    pub boxes: usize,
    /// Bytes that one stream may unpack to. A page of charts has some 10,000.
    pub unpacked_per_stream: usize,
    /// Bytes that the streams of a file may unpack to. That of 5,000 respondents has about 100 million.
    pub unpacked: usize,
    /// Characters that the fonts of a file give a width to. A font has 65,536 at most, and a report's
    /// fonts have some hundreds each.
    pub widths: usize,
    /// Threads that read pages of one file at a time.
    pub threads: usize,
    /// Bytes of the file itself. The real reports are below 1 MB.
    pub file_bytes: usize,
}

impl Limits {
    /// What holds for a file of this size: a few bytes may not come to much.
    pub(super) fn of_file(&self, bytes: usize) -> Self {
        let more = self.glyphs_per_byte.saturating_mul(bytes);
        Self {
            glyphs: self.glyphs.saturating_add(more),
            boxes: self.boxes.saturating_add(bytes / 20),
            ..*self
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pages: 20_000,
            glyphs_per_page: 100_000,
            glyphs: 1_000_000,
            glyphs_per_byte: 8,
            operations_per_page: 500_000,
            boxes_per_page: 5_000,
            boxes: 200_000,
            unpacked_per_stream: 64 << 20,
            unpacked: 192 << 20,
            widths: 4_000_000,
            threads: 1,
            file_bytes: 64 << 20,
        }
    }
}
