//! The limits on what a file may make us do. Each is far above any real report.

use serde::{Deserialize, Serialize};

/// Limits for reading one file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Pages in a file. A report of 5,000 respondents has about 8,700.
    pub pages: usize,
    /// Glyphs on a page. A full page of text has about 6,000.
    pub glyphs_per_page: usize,
    /// Glyphs in a file. The largest report imagined has about 15 million.
    pub glyphs: usize,
    /// Things drawn on a page: runs, paths, clips, groups, forms begun. A page of charts has a few
    /// thousand; forms that show forms make any number of them from a few bytes.
    pub operations_per_page: usize,
    /// Filled boxes on a page. A page of charts has about 100.
    pub boxes_per_page: usize,
    /// Characters that the fonts of a file give a width to. A font has 65,536 at most, and a report's
    /// fonts have some hundreds each.
    pub widths: usize,
    /// Threads that read pages of one file at a time.
    pub threads: usize,
    /// Bytes of the file itself. The real reports are below 1 MB.
    pub file_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pages: 20_000,
            glyphs_per_page: 100_000,
            glyphs: 40_000_000,
            operations_per_page: 500_000,
            boxes_per_page: 5_000,
            widths: 4_000_000,
            threads: 1,
            file_bytes: 512 << 20,
        }
    }
}
