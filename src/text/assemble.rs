//! Glyph runs → words, lines and cells in reading order.
//!
//! A word ends at a blank, at a gap, or where the next run starts away from the pen. Words on one
//! baseline make a line; a wide gap parts a line into cells.

use super::doubles::{drop_doubles, layers};
use super::numbering;
use super::one_font;
use super::piece::{CELL_GAP, FIGURE_GAP, Piece, WORD_GAP};
use super::running;
use super::small_caps;
use super::tracking::Tracking;
use super::underlay;
use super::untold::{is_plain, is_untold, unknown};
use super::{Bar, Bbox, ByteRange, Cell, Document, Layout, Line, Page, Word};
use crate::pdf::{RawDocument, RawFont, RawGlyph, RawPage, RawRun, is_nothing};
use unicode_normalization::UnicodeNormalization;

/// A gap up to this share of the size is no gap: the pen simply went on.
const PEN_SLACK: f32 = 0.04;
/// A gap below this share of the size means that the pen did not move at all.
const PEN_STILL: f32 = 0.015;
/// As [`CELL_GAP`], where one blank fills the gap within a run: justified text stretches it so far.
const JUSTIFIED_GAP: f32 = 3.0;
/// Gaps that differ by less than this share of the size are one, rounded.
const ROUNDING: f32 = 0.02;
/// Type that differs by more than this, in points, is set otherwise.
const SIZE_STEP: f32 = 0.35;
/// Baselines nearer than this share of the size are one line.
const LINE_SLACK: f32 = 0.35;
/// Lines further apart than this many sizes are not one paragraph.
const PARAGRAPH_GAP: f32 = 1.75;
/// Most lines have as many words and blanks.
const LINE: usize = 8;
/// A hyphen that should show at a break alone.
const SOFT_HYPHEN: char = '\u{ad}';
/// Glyph boxes reach this share of the size above the baseline, and the rest below it.
const ASCENT: f32 = 0.8;

/// Assembles a whole document, letting go of each page's glyphs when its text is there.
pub fn assemble(mut raw: RawDocument) -> Document {
    one_font::unite(&mut raw);
    let furniture = underlay::take_out(&mut raw);
    let numbering = numbering::take_out(&mut raw);
    let running = running::find(&raw);
    let fonts = std::mem::take(&mut raw.fonts);
    let bold: Vec<bool> = fonts.iter().map(|font| font.bold == Some(true)).collect();
    let mut tracking = Tracking::default();
    Document {
        layout: Layout::Boxes,
        breaks_lost: false,
        run_together: false,
        pages: raw
            .pages
            .into_iter()
            .zip(furniture)
            .zip(running.iter().zip(&numbering))
            .enumerate()
            .map(|(index, ((page, furniture), aside))| {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                Page {
                    furniture,
                    ..assemble_page(&page, number, (&fonts, &bold), aside, &mut tracking)
                }
            })
            .collect(),
    }
}

/// What a line is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The text of the page.
    Text,
    /// What stands on most pages.
    Running,
    /// The numbers of lines, in the margin.
    Numbering,
}

fn assemble_page(
    raw: &RawPage,
    number: u32,
    (fonts, bold): (&[RawFont], &[bool]),
    (running, numbering): (&Vec<usize>, &Vec<RawRun>),
    tracking: &mut Tracking,
) -> Page {
    let mut pieces = Vec::new();
    let mut blanks = Vec::new();
    let mut letters = String::with_capacity(raw.glyphs.len());
    let mut aside = Vec::new();
    for (index, run) in raw.runs.iter().enumerate() {
        // What stands on every page stands on lines of its own.
        let into = if running.binary_search(&index).is_ok() {
            &mut aside
        } else {
            &mut pieces
        };
        pieces_of_run(raw, *run, &mut letters, into, &mut blanks);
    }
    let mut margin = Vec::new();
    for run in numbering {
        pieces_of_run(raw, *run, &mut letters, &mut margin, &mut Vec::new());
    }
    let mut page = Page {
        number,
        width: raw.width,
        height: raw.height,
        bars: raw
            .boxes
            .iter()
            .map(|b| Bar {
                bbox: Bbox {
                    x0: b.x0,
                    y0: b.y0,
                    x1: b.x1,
                    y1: b.y1,
                },
                color: b.color,
            })
            .collect(),
        pictures: raw
            .pictures
            .iter()
            .map(|p| Bbox {
                x0: p.x0,
                y0: p.y0,
                x1: p.x1,
                y1: p.y1,
            })
            .collect(),
        lost: raw.lost.clone(),
        hidden: raw.hidden,
        content: raw.content,
        turned: raw.turned,
        text: String::with_capacity(letters.len() + letters.len() / 4),
        ..Page::default()
    };
    page.unknown = unknown(raw, fonts);
    let mut lines = lines_of(pieces, &blanks);
    for line in &mut lines {
        drop_doubles(line, &letters);
    }
    small_caps::unite(&mut lines, &mut letters);
    let count = |piece: &Piece| {
        // A bullet before a word of one letter is no letter of it.
        let text = letters.get(piece.from..piece.to);
        text.filter(|text| text.starts_with(char::is_alphanumeric))
            .map_or(0, |text| text.chars().count())
    };
    *tracking = Tracking::of(&lines, &count, tracking);
    let apart = lines_of(aside, &blanks);
    let apart = apart.into_iter().flat_map(|line| layers(line, &letters));
    let top = |line: &[Piece]| line.first().map_or(0.0, |first| first.y);
    let apart = apart.map(|line| (line, Part::Running));
    let margin = lines_of(margin, &[]).into_iter();
    let margin = margin.map(|line| (line, Part::Numbering));
    let lines = lines.into_iter().map(|line| (line, Part::Text));
    let mut lines: Vec<(Vec<Piece>, Part)> = lines.collect();
    for (line, part) in apart.chain(margin) {
        let at = lines.partition_point(|(other, _)| top(other) <= top(&line));
        lines.insert(at, (line, part));
    }
    let mut last: Option<(f32, f32)> = None;
    for (line, part) in lines {
        let Some((y, size)) = line.first().map(|first| (first.y, first.size)) else {
            continue;
        };
        let blank_before = last.is_none_or(|(above, above_size): (f32, f32)| {
            y - above > PARAGRAPH_GAP * size.max(above_size)
        });
        if part == Part::Text {
            last = Some((y, size));
        }
        push_line(
            &mut page,
            joined(line, &mut letters, tracking),
            &letters,
            blank_before,
            bold,
        );
        if let Some(line) = page.lines.last_mut() {
            line.running = part == Part::Running;
            line.numbering = part == Part::Numbering;
        }
    }
    page
}

/// Whether a character is a blank that parts thousands.
fn is_fixed_blank(ch: char) -> bool {
    matches!(ch, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether a hyphen that should show at a break alone is a dash between two words: fonts have one shape for
/// both, and what knows a shape alone takes it for either.
fn is_dash(glyphs: &[RawGlyph], index: usize) -> bool {
    let around = index
        .checked_sub(1)
        .and_then(|before| glyphs.get(before..index + 2));
    matches!(around, Some([before, dash, after])
        if dash.ch == SOFT_HYPHEN && before.ch.is_whitespace() && after.ch.is_whitespace())
}

fn pieces_of_run(
    raw: &RawPage,
    run: RawRun,
    letters: &mut String,
    pieces: &mut Vec<Piece>,
    blanks: &mut Vec<Piece>,
) {
    let glyphs = run.of(&raw.glyphs);
    let fresh = |from, space_before| Piece {
        from,
        to: from,
        x0: f32::MAX,
        x1: f32::MIN,
        y: run.y,
        size: run.size,
        font: run.font,
        certain: true,
        space_before,
        stretched: false,
    };
    let mut piece = fresh(letters.len(), false);
    let mut right: Option<f32> = None;
    // Blanks since the last letter of this run; `None` before the first one.
    let mut drawn: Option<u32> = None;
    // The gap that parts words, where that is found out: most runs have none.
    let mut least: Option<f32> = None;
    for (index, glyph) in glyphs.iter().enumerate() {
        // Marks of hyphenation, of direction and of where a line may end say nothing.
        let plain = is_plain(glyph.ch);
        let dash = !plain && is_dash(glyphs, index);
        if !plain && is_nothing(glyph.ch) && !dash {
            right = right.map(|right| right.max(glyph.x1));
            continue;
        }
        let gap = right.map_or(0.0, |right| glyph.x0 - right);
        let gap = gap > WORD_GAP * run.size
            && gap > *least.get_or_insert_with(|| rounded(glyphs, run.size));
        right = Some(glyph.x1);
        // A no-break space parts the thousands of one figure and stays inside it; elsewhere it is a blank.
        let blank = !plain
            && glyph.ch.is_whitespace()
            && !(is_fixed_blank(glyph.ch)
                && piece.to > piece.from
                && letters.ends_with(|ch: char| ch.is_ascii_digit())
                && glyphs
                    .get(index + 1)
                    .is_some_and(|next| next.ch.is_ascii_digit()));
        if (gap || blank) && piece.to > piece.from {
            // A gap alone tells of no blank: the letters may be spaced.
            pieces.push(std::mem::replace(&mut piece, fresh(letters.len(), false)));
        }
        if blank {
            piece.space_before = true;
            drawn = drawn.map(|count| count + 1);
            blanks.push(Piece {
                x0: glyph.x0,
                x1: glyph.x1,
                ..fresh(letters.len(), false)
            });
            continue;
        }
        if drawn.is_some_and(|count| count > 0) {
            piece.stretched = drawn == Some(1);
        }
        drawn = Some(0);
        if piece.to == piece.from {
            piece.x0 = glyph.x0;
        }
        piece.x1 = glyph.x1;
        match glyph.ch {
            ch if plain => letters.push(ch),
            _ if dash => letters.push('-'),
            ch if is_untold(ch) => {
                letters.push(char::REPLACEMENT_CHARACTER);
                piece.certain = false;
            }
            // Hyphens stay the ones that are printed.
            ch @ ('\u{2010}' | '\u{2011}') => letters.push(ch),
            ch if is_fixed_blank(ch) => letters.push('\u{a0}'),
            // Ligatures to their letters; a combining mark joins the letter before it.
            ch => letters.extend(std::iter::once(ch).nfkc()),
        }
        piece.to = letters.len();
    }
    if piece.to > piece.from {
        pieces.push(piece);
    }
}

/// The widest gap between letters of a run that is, but for rounding, its narrowest one, where that parts
/// no words: letters may be spaced by just about what parts words elsewhere.
fn rounded(glyphs: &[RawGlyph], size: f32) -> f32 {
    let gaps = glyphs.windows(2).filter_map(|pair| match pair {
        [a, b] if !a.ch.is_whitespace() && !b.ch.is_whitespace() => Some(b.x0 - a.x1),
        _ => None,
    });
    let narrowest = gaps.min_by(f32::total_cmp).unwrap_or(0.0);
    if narrowest > WORD_GAP * size {
        0.0
    } else {
        narrowest + ROUNDING * size
    }
}

/// Parts pieces into lines, from top to bottom, and sorts each from left to right.
fn lines_of(mut pieces: Vec<Piece>, blanks: &[Piece]) -> Vec<Vec<Piece>> {
    // A stable sort: what is drawn in one place keeps the order of drawing.
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line)
                if line.first().is_some_and(|first| {
                    (piece.y - first.y).abs() <= LINE_SLACK * first.size.min(piece.size)
                }) =>
            {
                line.push(piece);
            }
            _ => {
                let mut line = Vec::with_capacity(LINE);
                line.push(piece);
                lines.push(line);
            }
        }
    }
    for blank in blanks {
        // The line on or next to whose baseline it stands; one with nothing else on it is none.
        let y = |line: &Vec<Piece>| line.first().map_or(f32::MAX, |first| first.y);
        let after = lines.partition_point(|line| y(line) < blank.y - LINE_SLACK * blank.size);
        let line = lines.get_mut(after);
        if let Some(line) = line.filter(|line| (y(line) - blank.y).abs() <= LINE_SLACK * blank.size)
        {
            line.push(*blank);
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        mark_blanks(line);
    }
    lines
}

/// Takes the blanks out of a line that is sorted, and marks what stands behind them.
fn mark_blanks(line: &mut Vec<Piece>) {
    let mut right = f32::MAX;
    let mut blank = false;
    line.retain_mut(|piece| {
        if piece.to == piece.from {
            blank = true;
            return false;
        }
        // A blank that takes no room parts nothing, unless it was drawn in the same run.
        piece.space_before |= blank && piece.x0 - right > PEN_SLACK * piece.size;
        right = piece.x1;
        blank = false;
        true
    });
}

/// Joins what is one word though it was drawn in parts: the pen went on where it was, or both parts
/// belong to a figure (`1` and `0`, moved together by a hair), or it is letter-spaced.
fn joined(pieces: Vec<Piece>, letters: &mut String, tracking: &Tracking) -> Vec<Piece> {
    let figure = |text: &str| {
        text.chars()
            .all(|ch| ch.is_ascii_digit() || matches!(ch, '(' | ')' | '%' | '\u{a0}'))
    };
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let Some(last) = joined.last_mut() {
            let gap = (piece.x0 - last.x1) / piece.size.max(0.1);
            let alike = !piece.space_before
                && piece.font == last.font
                && (piece.size - last.size).abs() < 0.1
                && gap.abs() < FIGURE_GAP;
            let text = |piece: &Piece| letters.get(piece.from..piece.to).unwrap_or("");
            let (before, after) = (text(last), text(&piece));
            let tracked = tracking.joins(last, &piece, last.to == piece.from)
                || matches!(after, "." | ",") && tracking.ends(last, &piece);
            let one = gap.abs() < PEN_STILL
                || (!before.ends_with(')') && figure(before) && figure(after));
            if tracked || alike && one {
                last.append(&piece, letters);
                continue;
            }
        }
        joined.push(piece);
    }
    joined
}

fn push_line(
    page: &mut Page,
    pieces: Vec<Piece>,
    letters: &str,
    blank_before: bool,
    bold: &[bool],
) {
    let start = page.text.len();
    let mut cells: Vec<Cell> = Vec::new();
    let mut last: Option<(f32, f32)> = None;
    for piece in pieces {
        let gap = last
            .map(|(right, size): (f32, f32)| (piece.x0 - right) / piece.size.max(size).max(0.1));
        last = Some((piece.x1, piece.size));
        // Type of another size is another cell, however near: a heading beside a chart.
        let resized = cells
            .last()
            .is_some_and(|cell| (cell.size - piece.size).abs() > SIZE_STEP);
        let cell_gap = if piece.stretched {
            JUSTIFIED_GAP
        } else {
            CELL_GAP
        };
        let apart = gap.is_none_or(|gap| gap > cell_gap);
        let new_cell = apart || resized;
        if let Some(gap) = gap {
            if apart {
                page.text.push_str("  ");
            } else if piece.space_before || gap > PEN_SLACK {
                page.text.push(' ');
            }
        }
        let from = page.text.len();
        page.text
            .push_str(letters.get(piece.from..piece.to).unwrap_or(""));
        let range = ByteRange::from(from..page.text.len());
        let bbox = Bbox {
            x0: piece.x0,
            y0: piece.y - ASCENT * piece.size,
            x1: piece.x1,
            y1: piece.y + (1.0 - ASCENT) * piece.size,
        };
        let word = Word {
            range,
            bbox: Some(bbox),
            certain: piece.certain,
        };
        match cells.last_mut() {
            Some(cell) if !new_cell => {
                cell.range.end = range.end;
                cell.bbox = cell.bbox.map(|whole| whole.union(bbox));
                cell.words.push(word);
            }
            _ => cells.push(Cell {
                range,
                bbox: Some(bbox),
                words: vec![word],
                size: piece.size,
                bold: bold.get(usize::from(piece.font)).copied().unwrap_or(false),
                font: piece.font,
            }),
        }
    }
    // Most lines are one cell, and a list begins with room for four.
    cells.shrink_to_fit();
    for cell in &mut cells {
        cell.words.shrink_to_fit();
    }
    let range = (start..page.text.len()).into();
    page.text.push('\n');
    page.lines.push(Line {
        number: u32::try_from(page.lines.len() + 1).unwrap_or(u32::MAX),
        range,
        cells,
        blank_before,
        running: false,
        numbering: false,
    });
}
