//! What a reader of PDFs gives: pages of glyphs and boxes, or why there are none.

use super::{Limits, Lost};
use serde::{Deserialize, Serialize};

/// The first of the characters that stand for codes of which the file does not say what they mean.
const UNTOLD: u32 = 0xF_0000;

/// The character that stands for a code of a font of which the file does not say what it means.
pub fn untold(code: u32) -> char {
    char::from_u32(UNTOLD + (code & 0xFFFF)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether a character stands for what the file does not tell.
pub fn is_untold(ch: char) -> bool {
    ch == char::REPLACEMENT_CHARACTER || (UNTOLD..=UNTOLD + 0xFFFF).contains(&u32::from(ch))
}

/// Whether a character is one that each font uses as it likes.
pub(crate) fn is_private(ch: char) -> bool {
    matches!(ch, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Something that turns the bytes of a PDF into positioned glyphs.
pub trait Reader {
    /// Reads a whole file. A page that fails is a page with [`RawPage::lost`], not an error.
    ///
    /// # Errors
    /// Only where nothing can be read at all, or where a limit for the whole file is met.
    fn read(&self, bytes: &[u8], password: &str, limits: &Limits) -> Result<RawDocument, PdfError>;
}

/// The readers by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ReaderKind {
    /// `hayro-interpret`, the default.
    #[default]
    Hayro,
    /// `pdf-extract`, for comparison only.
    #[cfg(feature = "second-reader")]
    PdfExtract,
}

impl ReaderKind {
    /// All of them, the usual one first.
    #[cfg(feature = "second-reader")]
    pub const ALL: [Self; 2] = [Self::Hayro, Self::PdfExtract];
    /// All of them.
    #[cfg(not(feature = "second-reader"))]
    pub const ALL: [Self; 1] = [Self::Hayro];

    /// As it is called in configurations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hayro => "hayro",
            #[cfg(feature = "second-reader")]
            Self::PdfExtract => "pdf-extract",
        }
    }
}

/// Why a PDF could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[non_exhaustive]
pub enum PdfError {
    /// The bytes do not begin like a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// It begins like a PDF, but its structure is broken or cut short.
    #[error("broken or truncated PDF")]
    Broken,
    /// It is encrypted, and the password does not open it.
    #[error("encrypted PDF")]
    Encrypted,
    /// Its dictionaries are nested deeper than can be followed.
    #[error("nested too deeply")]
    Depth,
    /// Its fonts give widths to more characters than the limit.
    #[error("fonts give widths to more than {limit} characters")]
    Widths {
        /// The page whose font passed the limit, from 1.
        page: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// A limit was met; says which.
    #[error("limit met: {what} {found} is more than {limit}")]
    Limit {
        /// What is counted.
        what: String,
        /// How many there are.
        found: u64,
        /// How many are allowed.
        limit: u64,
    },
}

/// A document as glyph runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawDocument {
    /// The pages in file order.
    pub pages: Vec<RawPage>,
    /// The fonts that runs refer to by index.
    pub fonts: Vec<RawFont>,
}

/// What is known about a font.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawFont {
    /// Whether it is bold; `None` where the file does not say.
    pub bold: Option<bool>,
    /// Its name; `None` where the file does not say.
    pub name: Option<String>,
}

impl RawFont {
    /// Its name without the mark of a part of it, the `ABCDEF+` of ISO 32000-1, 9.6.4.
    pub(crate) fn whole_name(&self) -> Option<&str> {
        let name = self.name.as_deref()?.rsplit('+').next()?;
        (!name.is_empty()).then_some(name)
    }
}

/// A page as glyph runs and filled boxes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawPage {
    /// Width as read, points.
    pub width: f32,
    /// Height as read, points.
    pub height: f32,
    /// The runs in drawing order.
    pub runs: Vec<RawRun>,
    /// The glyphs of all runs.
    pub glyphs: Vec<RawGlyph>,
    /// Filled boxes in drawing order.
    pub boxes: Vec<RawBox>,
    /// Whether a picture is drawn on the page.
    pub has_image: bool,
    /// Where pictures are drawn, as much of them as is seen; the first [`RawPage::PICTURES`].
    pub pictures: Vec<RawPicture>,
    /// Why the page could not be read to its end; `None` for a page that was.
    pub lost: Option<Lost>,
    /// Letters that are drawn and that nobody sees; they are not among [`Self::glyphs`].
    pub hidden: u32,
    /// How much of the page pictures cover, from 0 to 1.
    pub pictured: f32,
    /// Quarters clockwise by which it was turned for reading, against the page as shown, because its
    /// text was not level. All places, and width and height, are those of the page so turned.
    pub turned: u8,
    /// What the page says; [`PageContent::Text`] where it could not be read.
    pub content: PageContent,
}

/// Glyphs that were shown by one operator, on one baseline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawRun {
    /// First glyph, in [`RawPage::glyphs`].
    pub first: u32,
    /// How many glyphs.
    pub count: u32,
    /// The baseline, points from the top.
    pub y: f32,
    /// The size of the type, points.
    pub size: f32,
    /// Index into [`RawDocument::fonts`].
    pub font: u16,
}

impl RawRun {
    /// Its glyphs, of those of its page.
    pub(crate) fn of<'g>(&self, glyphs: &'g [RawGlyph]) -> &'g [RawGlyph] {
        let first = self.first as usize;
        let own = glyphs.get(first..first + self.count as usize);
        own.unwrap_or_default()
    }

    /// The same, to change them.
    pub(crate) fn of_mut<'g>(&self, glyphs: &'g mut [RawGlyph]) -> &'g mut [RawGlyph] {
        let first = self.first as usize;
        let own = glyphs.get_mut(first..first + self.count as usize);
        own.unwrap_or_default()
    }
}

/// A glyph.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawGlyph {
    /// The character; U+FFFD where the file does not say which.
    pub ch: char,
    /// Left edge, points.
    pub x0: f32,
    /// Right edge (its advance), points.
    pub x1: f32,
}

/// Where a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawPicture {
    /// Left, points.
    pub x0: f32,
    /// Top, points.
    pub y0: f32,
    /// Right, points.
    pub x1: f32,
    /// Bottom, points.
    pub y1: f32,
}

/// A filled box.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawBox {
    /// Left, points.
    pub x0: f32,
    /// Top, points.
    pub y0: f32,
    /// Right, points.
    pub x1: f32,
    /// Bottom, points.
    pub y1: f32,
    /// 0xRRGGBB.
    pub color: u32,
}

/// What a page says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PageContent {
    /// Text.
    #[default]
    Text,
    /// A picture stands in the place of text: a scan, or text drawn as outlines. What text there is
    /// stands in the margins, or is a layer that nobody sees.
    Picture,
    /// Nothing, though the page names fonts: it said something once.
    Emptied,
    /// Nothing, and nothing was meant to be said: a blank sheet.
    Blank,
}
