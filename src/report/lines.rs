//! The lines of a report in one sequence, without what stands on every page.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::folded::{fold, squash};
use super::{Explanation, Passage};
use crate::text::{Bbox, ByteRange, Cell, Document, Layout, Line as PageLine, Page, Printed, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A line of the report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The page it stands on.
    pub(super) page: &'a Page,
    /// Index of the page in the document.
    pub(super) page_index: usize,
    /// The line as it stands there.
    pub(super) on_page: &'a PageLine,
    /// Its place among all lines of the report that are no furniture: what its role is asked by.
    pub(super) at: usize,
    /// Its text with blanks folded.
    folded: &'a str,
    /// Its text without blanks, every dash as one.
    squashed: &'a str,
    /// By how much lines stand further apart in this document than is usual: 1 and more.
    pub(super) stretch: f32,
    /// How far right texts go that are set as this line is; `None` where too few of them are wrapped.
    edge: Option<f32>,
}

/// How a cell is set: font and size, in tenths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Style {
    font: u16,
    size: u32,
    bold: bool,
}

impl<'a> Line<'a> {
    /// The text with blanks folded.
    pub(super) fn text(&self) -> &'a str {
        self.folded
    }

    /// The text without any blank.
    pub(super) fn squashed(&self) -> &'a str {
        self.squashed
    }

    /// The first cell, which decides the line's style.
    pub(super) fn cell(&self) -> Option<&'a Cell> {
        self.on_page.cells.first()
    }

    /// The style of the first cell; `None` without geometry.
    pub(super) fn style(&self) -> Option<Style> {
        let cell = self.cell()?;
        cell.bbox?;
        Some(Style {
            font: cell.font,
            size: size_tenths(cell.size),
            bold: cell.bold,
        })
    }

    /// The font of the first cell; `None` without geometry.
    pub(super) fn font(&self) -> Option<u16> {
        self.style().map(|style| style.font)
    }

    /// The box of the whole line.
    pub(super) fn bbox(&self) -> Option<Bbox> {
        self.on_page
            .cells
            .iter()
            .filter_map(|cell| cell.bbox)
            .reduce(Bbox::union)
    }

    /// Whether every word was read.
    pub(super) fn certain(&self) -> bool {
        self.on_page
            .cells
            .iter()
            .flat_map(|cell| &cell.words)
            .all(|word| word.certain)
    }

    /// The whole line as printed.
    pub(super) fn printed(&self) -> Printed<String> {
        let line = self.on_page;
        Printed {
            value: self.text().to_owned(),
            text: self.text().to_owned(),
            span: self.page.span(line, line.range, self.bbox()),
            certain: self.certain(),
        }
    }

    /// What stands beside each other on the line, as printed; the whole line where that is one.
    pub(super) fn cells(&self) -> Vec<Printed<String>> {
        let start = self.on_page.range.start;
        let parts = self.on_page.cells.iter();
        let of_line = |at: u32| at.saturating_sub(start) as usize;
        let parts = parts.map(|cell| self.part(of_line(cell.range.start), of_line(cell.range.end)));
        match self.on_page.cells.len() {
            0 | 1 => vec![self.printed()],
            _ => parts.collect(),
        }
    }

    /// Its parts with where they begin: points, or characters where there is no geometry.
    pub(super) fn columns(&self) -> Vec<(f32, Printed<String>)> {
        let start = self.on_page.range.start;
        let begins = |part: Printed<String>| {
            let before = (part.span.start - start) as usize;
            let before = self.raw().get(..before).unwrap_or_default();
            let column = || u16::try_from(before.chars().count()).unwrap_or(u16::MAX);
            let x = part.span.bbox.map(|bbox| bbox.x0);
            (x.unwrap_or_else(|| column().into()), part)
        };
        self.cells().into_iter().map(begins).collect()
    }

    /// A byte range of the line's own text (before folding) as printed.
    pub(super) fn part(&self, start: usize, end: usize) -> Printed<String> {
        let from = self.on_page.range.start as usize;
        let range = ByteRange::from(from + start..from + end);
        let words = || {
            self.on_page
                .cells
                .iter()
                .flat_map(|cell| &cell.words)
                .filter(|word| word.range.start < range.end && word.range.end > range.start)
        };
        // A word that is only partly meant lends the share of its box.
        let bbox = words()
            .filter_map(|word| {
                let whole = word.bbox?;
                let chars = self.page.slice(word.range).chars().count().max(1) as f32;
                let letters =
                    |start, end| self.page.slice(ByteRange { start, end }).chars().count();
                let before = letters(word.range.start, range.start.max(word.range.start));
                let after = letters(range.end.min(word.range.end), word.range.end);
                let step = (whole.x1 - whole.x0) / chars;
                Some(Bbox {
                    x0: whole.x0 + step * before as f32,
                    x1: whole.x1 - step * after as f32,
                    ..whole
                })
            })
            .reduce(Bbox::union);
        let certain = words().all(|word| word.certain);
        self.page.printed(self.on_page, range, bbox, certain)
    }

    /// The line as a passage that explains the digits in it.
    pub(super) fn passage(&self, what: Explanation) -> Passage {
        let span = self.page.span(self.on_page, self.on_page.range, None);
        Passage::at(span, what)
    }

    /// Whether the line says a number and no more: a value that belongs to something.
    pub(super) fn is_value(&self) -> bool {
        let text = self.squashed();
        let part = |ch: char| ch.is_ascii_digit() || matches!(ch, '(' | ')' | '%' | ',' | '.');
        text.contains(|ch: char| ch.is_ascii_digit()) && text.chars().all(part)
    }

    /// The line's own text, blanks as they are.
    pub(super) fn raw(&self) -> &'a str {
        self.page.slice(self.on_page.range)
    }
}

fn size_tenths(size: f32) -> u32 {
    // Sizes are small and positive; anything else is no style.
    if size.is_finite() && size > 0.0 && size < 10_000.0 {
        (size * 5.0).round() as u32 * 2
    } else {
        0
    }
}

/// The folded and the squashed texts of a page's lines: made once, lent to all that read them.
pub(super) struct Texts {
    /// The texts that the page does not have, one after the other.
    made: String,
    /// For each line.
    lines: Vec<LineTexts>,
}

/// Where the texts of a line stand among those that were made.
struct LineTexts {
    /// `None` where the line as it stands on the page is folded already, as most are.
    folded: Option<ByteRange>,
    squashed: ByteRange,
}

impl Texts {
    /// Those of every page.
    pub(super) fn of(document: &Document) -> Vec<Self> {
        document.pages.iter().map(Self::of_page).collect()
    }

    fn of_page(page: &Page) -> Self {
        let mut made = String::with_capacity(page.text.len());
        let lines = page.lines.iter().map(|line| {
            let mut add = |text: &str| {
                let from = made.len();
                made.push_str(text);
                ByteRange::from(from..made.len())
            };
            let folded = fold(page.slice(line.range));
            LineTexts {
                squashed: add(&squash(&folded)),
                folded: matches!(folded, Cow::Owned(_)).then(|| add(&folded)),
            }
        });
        let lines = lines.collect();
        made.shrink_to_fit();
        Self { made, lines }
    }

    /// The folded and the squashed text of a line.
    fn get<'a>(&'a self, page: &'a Page, line: &PageLine, at: &LineTexts) -> (&'a str, &'a str) {
        let made = |at: ByteRange| self.made.get(at.bytes()).unwrap_or("");
        let folded = at.folded.map_or_else(|| page.slice(line.range), made);
        (folded, made(at.squashed))
    }
}

/// All lines but those that `skip` names as (page index, line index).
pub(super) fn lines<'a>(
    document: &'a Document,
    texts: &'a [Texts],
    skip: &dyn Fn(usize, usize) -> bool,
) -> Vec<Line<'a>> {
    let mut all = Vec::with_capacity(texts.iter().map(|texts| texts.lines.len()).sum());
    for (page_index, (page, texts)) in document.pages.iter().zip(texts).enumerate() {
        for (line_index, (line, at)) in page.lines.iter().zip(&texts.lines).enumerate() {
            if !skip(page_index, line_index) {
                let (folded, squashed) = texts.get(page, line, at);
                all.push(Line {
                    page,
                    page_index,
                    on_page: line,
                    at: all.len(),
                    folded,
                    squashed,
                    stretch: 1.0,
                    edge: None,
                });
            }
        }
    }
    let breaks: Vec<Break<'_>> = breaks(&all).collect();
    let (stretch, body) = (stretch(&breaks), body(&breaks));
    for line in &mut all {
        line.stretch = stretch;
        line.edge = body.and_then(|(style, edge)| (line.style() == Some(style)).then_some(edge));
    }
    all
}

/// Lines of one paragraph begin so far apart at the most, in sizes of their type, where they are set as
/// is usual.
const PITCH: f32 = 1.65;
/// So much further apart than they are in most places.
const SLACK: f32 = 1.06;
/// Lines further apart than this, in sizes, are no paragraph.
const WIDEST: f32 = 2.6;
/// A blank is at least so wide, in sizes.
const BLANK: f32 = 0.2;
/// So many breaks inside a sentence tell how far apart lines are.
const ENOUGH_BREAKS: usize = 3;

/// A line that goes on in the one below, which begins in lower case.
struct Break<'a> {
    above: Line<'a>,
    /// The box of its first cell.
    bbox: Bbox,
    /// From its top to that of the one below, in sizes.
    pitch: f32,
}

/// Where a line goes on in lower case, the one above it was wrapped.
fn breaks<'l, 'a>(all: &'l [Line<'a>]) -> impl Iterator<Item = Break<'a>> + use<'l, 'a> {
    all.windows(2).filter_map(|pair| {
        let [above, below] = pair else { return None };
        let goes_on = below.text().starts_with(char::is_lowercase) && is_below(above, below);
        let (bbox, pitch) = (above.cell()?.bbox?, pitch(above, below)?);
        let above = *above;
        (goes_on && pitch >= 0.8).then_some(Break { above, bbox, pitch })
    })
}

/// Whether a line stands near below another one, set as it is and flush with it.
pub(super) fn is_below(above: &Line<'_>, below: &Line<'_>) -> bool {
    let left = |line: &Line<'_>| Some(line.cell()?.bbox?.x0);
    is_near(above, below)
        && left(above)
            .zip(left(below))
            .is_some_and(|(a, b)| (a - b).abs() < 2.0)
}

/// Whether a line is set as the one above on the page and stands no further from it than lines of one
/// paragraph ever do.
pub(super) fn is_near(above: &Line<'_>, below: &Line<'_>) -> bool {
    above.page_index == below.page_index
        && above.style().is_some()
        && above.style() == below.style()
        && pitch(above, below).is_some_and(|pitch| pitch < WIDEST)
}

/// From the top of a line to that of the one below, in sizes of its type.
pub(super) fn pitch(above: &Line<'_>, below: &Line<'_>) -> Option<f32> {
    let (a, b) = (above.cell()?.bbox?, below.cell()?);
    Some((b.bbox?.y0 - a.y0) / b.size)
}

/// How far lines stand apart, against what is usual.
fn stretch(breaks: &[Break<'_>]) -> f32 {
    let mut breaks: Vec<f32> = breaks.iter().map(|at| at.pitch).collect();
    if breaks.len() < ENOUGH_BREAKS {
        return 1.0;
    }
    breaks.sort_by(f32::total_cmp);
    let usual = breaks.get(breaks.len() / 2).copied().unwrap_or(PITCH);
    (usual * SLACK / PITCH).max(1.0)
}

/// How far to the right lines of text reach, points; 0 without geometry.
pub(super) fn right_edge(all: &[Line<'_>]) -> f32 {
    let mut ends: Vec<f32> = all
        .iter()
        .filter_map(|line| line.bbox().map(|bbox| bbox.x1))
        .collect();
    ends.sort_by(f32::total_cmp);
    ends.get(ends.len() * 99 / 100).copied().unwrap_or(0.0)
}

/// How most lines are set that are wrapped far right on their page, and how far right they go.
fn body(breaks: &[Break<'_>]) -> Option<(Style, f32)> {
    let mut edges: BTreeMap<Style, Vec<f32>> = BTreeMap::new();
    for at in breaks {
        if at.bbox.x1 - at.bbox.x0 > at.above.page.width / 2.0 {
            edges.entry(at.above.style()?).or_default().push(at.bbox.x1);
        }
    }
    let (style, edges) = edges.into_iter().max_by_key(|(_, edges)| edges.len())?;
    let edge = edges.iter().copied().reduce(f32::max)?;
    (edges.len() >= ENOUGH_BREAKS).then_some((style, edge))
}

/// Joins the prints of one text that runs over lines; the span covers them on the first page.
pub(super) fn join<'a>(
    parts: impl IntoIterator<Item = &'a Printed<String>, IntoIter: Clone>,
) -> Option<Printed<String>> {
    let parts = parts.into_iter();
    let mut text = String::new();
    for part in parts.clone() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&fold(&part.value));
    }
    joined_as(text, parts)
}

/// A text as one print, of which these are the parts.
pub(super) fn joined_as<'a>(
    text: String,
    parts: impl IntoIterator<Item = &'a Printed<String>>,
) -> Option<Printed<String>> {
    let mut parts = parts.into_iter();
    let first = parts.next()?;
    let (mut span, mut certain): (Span, bool) = (first.span, first.certain);
    for part in parts {
        span = span.to(part.span);
        certain &= part.certain;
    }
    Some(Printed {
        value: text.clone(),
        text,
        span,
        certain,
    })
}

/// Whether the second line goes on in the same paragraph as the first, as far as geometry tells.
pub(super) fn same_paragraph(above: &Line<'_>, below: &Line<'_>, layout: Layout) -> bool {
    if above.page_index != below.page_index {
        // With boxes, style and place go on to tell; in text a page break parts.
        return layout == Layout::Boxes && above.page_index + 1 == below.page_index;
    }
    match layout {
        Layout::Boxes => match (above.bbox(), below.bbox(), below.cell()) {
            (Some(a), Some(b), Some(cell)) => b.y0 - a.y0 <= PITCH * below.stretch * cell.size,
            _ => !below.on_page.blank_before,
        },
        Layout::Columns | Layout::Flow => !below.on_page.blank_before,
    }
}

/// Whether a line was wrapped into the one below: there was no room on it for that one's first word.
/// What somebody typed on lines of its own mostly has room.
pub(super) fn is_wrapped(above: &Line<'_>, below: &Line<'_>) -> bool {
    let (Some(edge), Some(bbox), Some(cell)) = (above.edge, above.bbox(), below.cell()) else {
        return false;
    };
    let word = cell.words.first().and_then(|word| word.bbox);
    let word = word.map_or(0.0, |word| word.x1 - word.x0);
    is_below(above, below) && bbox.x1 + BLANK * cell.size + word > edge
}

/// A printed text as a passage that explains the digits in it.
pub(super) fn passage<T>(printed: &Printed<T>, what: Explanation) -> Passage {
    Passage::at(printed.span, what)
}
