//! Why a page could not be read to its end.

use serde::{Deserialize, Serialize};

/// Why a page could not be read to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Lost {
    /// Its content is not what was packed: a checksum does not agree.
    Checksum,
    /// Its content is not there.
    Content,
    /// It was cropped through its text.
    Cut,
    /// A font is not there or is broken.
    Font,
    /// The file does not say which letters its glyphs are.
    Letters,
    /// It is a picture without text.
    Picture,
    /// The reader met a state that it was not made for.
    Panic,
    /// It has more glyphs than a page may have.
    Glyphs {
        /// How many a page may have.
        limit: usize,
    },
    /// It draws more than a page may draw.
    Operations {
        /// How much a page may draw.
        limit: usize,
    },
    /// The reader's own words, where it has nothing but words.
    Told(String),
}
