//! Pages of lines, cells and words, in reading order.

use super::{Bbox, ByteRange, Printed, Span};
use crate::pdf::{Lost, PageContent};

/// How the text of a document is laid out, which decides how charts are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// Every word has a box, from a PDF.
    #[default]
    Boxes,
    /// Monospaced text that keeps the columns (`pdftotext -layout`): a column is a place.
    Columns,
    /// Text in reading order alone: only the order tells what belongs together.
    Flow,
}

/// A document as pages of text.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// How it is laid out.
    pub layout: Layout,
    /// Whether the file does not tell where its pages end, as text without form feeds.
    pub breaks_lost: bool,
    /// Whether nothing parts the paragraphs: text whose blank lines are lost.
    pub run_together: bool,
    /// The pages in file order.
    pub pages: Vec<Page>,
}

/// A page of text.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Page {
    /// Position in the file, from 1.
    pub number: u32,
    /// Width as read, points; 0 for text input.
    pub width: f32,
    /// Height as read, points; 0 for text input.
    pub height: f32,
    /// The page's text: its lines, each followed by a line feed.
    pub text: String,
    /// The lines from top to bottom.
    #[doc(hidden)]
    pub lines: Vec<Line>,
    /// Filled boxes that may be the bars of a chart.
    #[doc(hidden)]
    pub bars: Vec<Bar>,
    /// Where pictures are drawn.
    #[doc(hidden)]
    pub pictures: Vec<Bbox>,
    /// Why the page could not be read; `None` for a page that was.
    pub lost: Option<Lost>,
    /// Letters that the file draws and that nobody sees; they are not part of the text.
    pub hidden: u32,
    /// Letters that stand under or over the text of most pages, as a watermark does; they are not part
    /// of the text.
    #[doc(hidden)]
    pub furniture: u32,
    /// Letters that the file does not tell, by the name of the font that they are set in, which is empty
    /// where the file does not tell it either; they stand in the text as U+FFFD.
    #[doc(hidden)]
    pub unknown: Vec<(String, u32)>,
    /// What the page says, or why it says nothing.
    #[doc(hidden)]
    pub content: PageContent,
    /// Quarters clockwise by which the page was turned for reading; see [`Page::shown`].
    pub turned: u8,
}

/// A line: the cells that stand on one baseline, from left to right.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// From 1: its place on the page, or in the file where that is a text.
    pub number: u32,
    /// Where it stands in the page's text, without the line feed.
    pub range: ByteRange,
    /// The cells, from left to right; never empty.
    pub cells: Vec<Cell>,
    /// Whether a blank line (or, with boxes, a wider gap than inside a paragraph) stands above.
    pub blank_before: bool,
    /// Whether it stands on most pages, in one place or, in text, word for word: a header, a footer, a
    /// stamp.
    pub running: bool,
    /// Whether it is the number of a line, in the margin beside it.
    pub numbering: bool,
}

/// Words that stand together on a line, parted from the next cell by a wide gap.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where it stands in the page's text.
    pub range: ByteRange,
    /// The box; `None` without geometry.
    pub bbox: Option<Bbox>,
    /// The words.
    pub words: Vec<Word>,
    /// Size of the type, points; 0 without geometry.
    pub size: f32,
    /// Whether the type is bold, as far as the font tells.
    pub bold: bool,
    /// The document's number for the font; two cells with one number are set in one font.
    pub font: u16,
}

/// A word, or a part of one that was placed by itself.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in the page's text.
    pub range: ByteRange,
    /// The box; `None` without geometry.
    pub bbox: Option<Bbox>,
    /// False where a glyph of it has no Unicode, so that what it says is not known.
    pub certain: bool,
}

/// A filled box on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its box.
    pub bbox: Bbox,
    /// Its colour, as 0xRRGGBB.
    pub color: u32,
}

impl Page {
    /// A box of the page as it was read, on the page as it is shown: the same, but for a page that was
    /// turned for reading.
    pub fn shown(&self, bbox: Bbox) -> Bbox {
        let Bbox { x0, y0, x1, y1 } = bbox;
        let (width, height) = (self.width, self.height);
        let [x0, y0, x1, y1] = match self.turned {
            1 => [y0, width - x1, y1, width - x0],
            2 => [width - x1, height - y1, width - x0, height - y0],
            3 => [height - y1, x0, height - y0, x1],
            _ => [x0, y0, x1, y1],
        };
        Bbox { x0, y0, x1, y1 }
    }

    /// The place of a line on this page, from 1, by its number.
    pub fn place_of(&self, number: u32) -> usize {
        let at = self.lines.iter().position(|line| line.number == number);
        at.map_or(1, |at| at + 1)
    }

    /// The text in a range of this page; empty where the range is not inside it.
    pub fn slice(&self, range: ByteRange) -> &str {
        self.text.get(range.bytes()).unwrap_or("")
    }

    /// A printed value that covers a range of a line, with the box of `bbox`.
    pub fn printed(
        &self,
        line: &Line,
        range: ByteRange,
        bbox: Option<Bbox>,
        certain: bool,
    ) -> Printed<String> {
        let text = self.slice(range).to_owned();
        Printed {
            value: text.clone(),
            text,
            span: self.span(line, range, bbox),
            certain,
        }
    }

    /// Where a range of a line is printed, with the box of `bbox`.
    pub fn span(&self, line: &Line, range: ByteRange, bbox: Option<Bbox>) -> Span {
        Span {
            page: self.number,
            line: line.number,
            start: range.start,
            end: range.end,
            // Text input has no geometry, even where its columns stand for one.
            bbox: if self.width > 0.0 { bbox } else { None },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_number_in_the_file_and_its_place_on_the_page() {
        let line = |number| Line {
            number,
            ..Line::default()
        };
        let page = Page {
            lines: [41, 43, 44].map(line).to_vec(),
            ..Page::default()
        };
        assert_eq!([41, 43, 44].map(|number| page.place_of(number)), [1, 2, 3]);
        assert_eq!(page.place_of(42), 1, "there is none");
    }
}
