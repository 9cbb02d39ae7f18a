//! What stands between a question's title and its answers where neither charts nor a block of figures
//! were understood there.
//!
//! The exporter prints nothing else in that place: figures are read by nobody, and where labels, the
//! headings of charts or drawn shapes are, so were charts.

use super::answers::Block;
use super::exporter;
use super::folded::squash;
use super::lines::Line;
use super::roster::Roster;
use super::squashed::Squashed;
use super::titles::Title;
use super::{Explanation, Passage, Unread};
use crate::text::Bbox;

/// Between how many points the sides of a bar and of a pie's piece are: no rule of a table, and nothing
/// that lies under the text.
const SIDES: (f32, f32) = (3.0, 400.0);
/// So many shapes are a chart; one may be a frame, or what somebody marked.
const SHAPES: usize = 3;

/// What such a place says.
#[derive(Debug, Default)]
pub(super) struct Uncharted {
    /// Lines with figures that nobody reads.
    pub(super) unread: Vec<Unread>,
    /// Whether charts stand there.
    pub(super) charts: bool,
    /// Whether figures of a block stand there, whose heading is another.
    pub(super) block: bool,
    /// Lines without a figure.
    pub(super) passages: Vec<Passage>,
}

/// Reads such a place: the lines between a title and the answers, `rest`, whose `blocks` tell what was
/// answered.
pub(super) fn read(
    title: Option<&Title>,
    (region, rest): (&[Line<'_>], &[Line<'_>]),
    blocks: &[Block<'_>],
    (all, roster): (&[Line<'_>], &Roster),
) -> Uncharted {
    let mut out = Uncharted {
        charts: drawn(title, all, rest) >= SHAPES,
        ..Uncharted::default()
    };
    for line in region {
        out.charts |= has_value(line) || heads(line, roster) || labels(line, blocks);
        out.block |= exporter::is_keyed(line.raw());
        if line.text().contains(|ch: char| ch.is_numeric()) {
            out.unread.push(Unread {
                printed: line.printed(),
                what: "count",
            });
        } else {
            out.passages.push(line.passage(Explanation::Prose));
        }
    }
    out
}

/// Whether a line is a value, or a label with one.
fn has_value(line: &Line<'_>) -> bool {
    line.is_value() || exporter::row(line.raw()).is_some() || exporter::legend(line.raw()).is_some()
}

/// Whether the heading of a group's chart, or of the list of own texts, stands on a line.
fn heads(line: &Line<'_>, roster: &Roster) -> bool {
    let mut cells = line.on_page.cells.iter();
    cells.any(|cell| {
        let text = squash(line.page.slice(cell.range));
        text == exporter::OTHER || text.contains('/') && roster.group_begins(&Squashed::of(&text))
    })
}

/// Whether a line is what somebody answered, with nothing after it but figures: a label.
fn labels(line: &Line<'_>, blocks: &[Block<'_>]) -> bool {
    let mut said = blocks.iter().filter_map(|block| block.lines.first());
    said.any(|answer| {
        let rest = line.squashed().strip_prefix(answer.squashed());
        rest.is_some_and(|rest| !rest.contains(char::is_alphabetic))
    })
}

/// How many shapes are drawn between a title and the answers. `all` are the lines of the report.
fn drawn(title: Option<&Title>, all: &[Line<'_>], rest: &[Line<'_>]) -> usize {
    let above = title.and_then(|title| all.get(title.end.checked_sub(1)?));
    let (Some(above), Some(below)) = (above, rest.first()) else {
        return 0;
    };
    let (Some(top), Some(bottom)) = (above.bbox(), below.bbox()) else {
        return 0;
    };
    let within = |page: usize, bbox: &Bbox| {
        (page > above.page_index || bbox.y0 >= top.y1)
            && (page < below.page_index || bbox.y1 <= bottom.y0)
    };
    let shape = |bbox: &Bbox| {
        let sides = [bbox.x1 - bbox.x0, bbox.y1 - bbox.y0];
        sides.iter().all(|side| (SIDES.0..SIDES.1).contains(side))
    };
    let lines = all.get(above.at..=below.at).unwrap_or(&[]);
    let found = pages(lines).flat_map(|line| {
        let boxes = line.page.bars.iter().map(|bar| bar.bbox);
        boxes.filter(move |bbox| shape(bbox) && within(line.page_index, bbox))
    });
    let found: Vec<Bbox> = found.collect();
    if found.len() < SHAPES {
        return found.len();
    }
    let shapes = found.iter().filter(|bbox| !is_running(bbox, all));
    shapes.count()
}

/// The first line of each page.
fn pages<'l, 'a>(lines: &'l [Line<'a>]) -> impl Iterator<Item = &'l Line<'a>> {
    let pages = lines.chunk_by(|a, b| a.page_index == b.page_index);
    pages.filter_map(<[Line<'_>]>::first)
}

/// Whether a shape stands on most pages, as a mark or a band at their head does.
fn is_running(shape: &Bbox, all: &[Line<'_>]) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 1.0;
    let same = |bbox: &Bbox| {
        near(bbox.x0, shape.x0)
            && near(bbox.y0, shape.y0)
            && near(bbox.x1, shape.x1)
            && near(bbox.y1, shape.y1)
    };
    let has = |line: &&Line<'_>| line.page.bars.iter().any(|bar| same(&bar.bbox));
    pages(all).filter(has).count() * 2 > pages(all).count()
}
