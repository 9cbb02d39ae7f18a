//! A text file → pages of lines: what `pdftotext`, `pdftotext -layout`, pdfminer and hand copying write.
//!
//! There is no geometry. Where the columns were kept, a place in the text stands for a place on the
//! page; otherwise only the order is left.

#![expect(
    clippy::cast_precision_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

mod decode;
mod parting;
mod stamped;

use super::{Bbox, ByteRange, Cell, Document, Layout, Line, Page, Word};
pub use decode::{decode, lost_letters};
use parting::{Parted, Row};
use std::collections::BTreeSet;

/// Width and height that a character of columned text is taken to have, points. Only proportions matter.
const CELL: (f32, f32) = (5.0, 10.0);
/// Blanks that part two cells of columned text.
const CELL_BLANKS: usize = 2;
/// More pages than this are not a report.
const MAX_PAGES: usize = 20_000;

/// Parts a text into pages, lines and cells.
pub fn from_text(text: &str) -> Document {
    let text = decode::unswapped(text.replace("\r\n", "\n").replace('\r', "\n"));
    let Parted { mut sheets, known } = parting::part(&text);
    let layout = layout(&sheets);
    let stamps = stamped::part(&mut sheets, layout == Layout::Columns, known);
    Document {
        layout,
        breaks_lost: !known,
        run_together: is_run_together(&sheets),
        pages: sheets
            .iter()
            .take(MAX_PAGES)
            .enumerate()
            .map(|(index, lines)| {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                let mut page = page(lines, number, layout);
                mark(&mut page, &stamps);
                page
            })
            .collect(),
    }
}

/// Whether hardly any blank line is left between the lines, so that nothing parts paragraphs.
fn is_run_together(sheets: &[Vec<Row<'_>>]) -> bool {
    let (mut parted, mut all) = (0_usize, 0_usize);
    for pair in sheets.iter().flat_map(|sheet| sheet.windows(2)) {
        if let [(_, above), (_, line)] = pair
            && !line.trim().is_empty()
        {
            all += 1;
            parted += usize::from(above.trim().is_empty());
        }
    }
    parted * 12 < all
}

/// How many pages stand on each sheet of a text with form feeds, where that is more than one: the
/// numbers of all of them stand there.
pub fn pages_on_a_sheet_of_text(document: &Document) -> Option<u8> {
    let pages = &document.pages;
    let numbers: Vec<BTreeSet<u32>> = pages.iter().map(numbers_alone).collect();
    let with_all = |several: u32| {
        let sheets = numbers.iter().zip(0_u32..);
        let whole = sheets.filter(|(numbers, sheet)| {
            (1..=several).all(|page| numbers.contains(&(sheet * several + page)))
        });
        whole.count()
    };
    let found = [4, 2].into_iter().find(|several| {
        let hits = with_all(u32::from(*several));
        pages.len() >= 3 && hits * 4 >= pages.len() * 3 && hits > with_all(1)
    });
    found.filter(|_| document.layout != Layout::Boxes && !document.breaks_lost)
}

/// The numbers of a page that stand alone, on a line or parted by wide blanks, with no percent after.
fn numbers_alone(page: &Page) -> BTreeSet<u32> {
    let next_lines = page.lines.iter().skip(1).map(Some).chain([None]);
    let alone = page
        .lines
        .iter()
        .zip(next_lines)
        .filter(|(_, next)| next.is_none_or(|next| !page.slice(next.range).contains('%')));
    let cells = alone.flat_map(|(line, _)| &line.cells);
    cells
        .filter_map(|cell| parting::page_number(page.slice(cell.range)))
        .collect()
}

/// Columns are kept where wide blanks stand inside many lines.
fn layout(sheets: &[Vec<Row<'_>>]) -> Layout {
    let wide = |line: &&str| line.trim().contains("   ");
    let lines = || {
        sheets
            .iter()
            .flatten()
            .map(|(_, line)| *line)
            .filter(|line| !line.trim().is_empty())
    };
    let (wide, all) = (lines().filter(wide).count(), lines().count());
    if wide * 40 > all.max(40) {
        Layout::Columns
    } else {
        Layout::Flow
    }
}

fn page(lines: &[Row<'_>], number: u32, layout: Layout) -> Page {
    let mut page = Page {
        number,
        ..Page::default()
    };
    let mut blank_before = true;
    for (row, (place, line)) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            blank_before = true;
            continue;
        }
        push_line(
            &mut page,
            line,
            (row, *place),
            layout,
            std::mem::take(&mut blank_before),
        );
    }
    page
}

/// Marks the lines that were stamped on the page.
fn mark(page: &mut Page, stamps: &BTreeSet<&str>) {
    let Page { text, lines, .. } = page;
    for line in lines {
        let said = text.get(line.range.bytes()).unwrap_or("").trim();
        line.running = stamps.contains(said);
    }
}

fn push_line(
    page: &mut Page,
    line: &str,
    (row, place): (usize, usize),
    layout: Layout,
    blank_before: bool,
) {
    let start = page.text.len();
    let mut cells: Vec<Cell> = Vec::new();
    // (first byte on the page, first column) of the word that is being read.
    let mut word: Option<(usize, usize)> = None;
    let mut blanks = usize::MAX;
    let mut finish = |word: Option<(usize, usize)>, text: &str, column: usize, blanks: usize| {
        let Some((from, first)) = word else { return };
        let range = ByteRange::from(from..text.len());
        let certain = !text
            .get(range.bytes())
            .unwrap_or("")
            .contains(char::REPLACEMENT_CHARACTER);
        let bbox = (layout == Layout::Columns).then(|| Bbox {
            x0: first as f32 * CELL.0,
            y0: row as f32 * CELL.1,
            x1: column as f32 * CELL.0,
            y1: (row + 1) as f32 * CELL.1,
        });
        let word = Word {
            range,
            bbox,
            certain,
        };
        match cells.last_mut() {
            Some(cell) if blanks < CELL_BLANKS => {
                cell.range.end = range.end;
                cell.bbox = cell.bbox.zip(bbox).map(|(whole, more)| whole.union(more));
                cell.words.push(word);
            }
            _ => cells.push(Cell {
                range,
                bbox,
                words: vec![word],
                size: if bbox.is_some() { CELL.1 } else { 0.0 },
                bold: false,
                font: 0,
            }),
        }
    };
    let mut before = usize::MAX;
    for (column, ch) in line.chars().enumerate() {
        let blank = ch.is_whitespace() && !matches!(ch, '\u{a0}' | '\u{202f}' | '\u{2009}');
        if blank {
            if word.is_some() {
                finish(word.take(), &page.text, column, before);
                blanks = 0;
            }
            blanks = blanks.saturating_add(1);
        } else if word.is_none() {
            before = blanks;
            word = Some((page.text.len(), column));
        }
        page.text.push(ch);
    }
    finish(word, &page.text, line.chars().count(), before);
    let range = (start..page.text.len()).into();
    page.text.push('\n');
    if !cells.is_empty() {
        // Lines are numbered as an editor numbers those of the file.
        page.lines.push(Line {
            number: u32::try_from(place + 1).unwrap_or(u32::MAX),
            range,
            cells,
            blank_before,
            running: false,
            numbering: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_feeds_part_pages() {
        let document = from_text("a\n\u{c}b\n\u{c}");
        assert_eq!(document.pages.len(), 2);
    }

    #[test]
    fn lost_form_feeds_are_found_again() {
        let lines = "linje\n\n".repeat(12);
        let text = format!(" Dato\n\n{lines} Side to\n\n{lines}\n\n3\n\nfem\n\nseks\n");
        let document = from_text(&text);
        let firsts: Vec<&str> = document
            .pages
            .iter()
            .map(|page| page.slice(page.lines[0].range).trim())
            .collect();
        assert_eq!(firsts, ["Dato", "Side to", "fem"]);
    }
}
