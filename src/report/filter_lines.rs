//! Over which lines a line of the filter tree runs.

use super::exporter;
use super::lines::{Line, same_paragraph};
use crate::text::Layout;

/// A line of the tree takes at most this many lines.
const MAX_LINES: usize = 6;

/// How many lines stand above the one with the count, where a line of the tree wraps: they begin where it
/// does, and closer above it than lines of the tree stand.
pub(super) fn begun(lines: &[Line<'_>], at: usize) -> usize {
    let counts = |line: &Line<'_>| exporter::filter(line.raw().trim_end()).is_some();
    // One whose count or letters could not be read is a line of its own.
    let open = |line: &Line<'_>| {
        let read = line.certain() && !line.text().contains(char::REPLACEMENT_CHARACTER);
        read && !counts(line) && !line.text().contains(|ch: char| ch.is_ascii_digit())
    };
    let goes_on = |pair: &[Line<'_>]| match pair {
        [above, below] => {
            let left = |line: &Line<'_>| line.bbox().map(|bbox| bbox.x0);
            let flush = left(above)
                .zip(left(below))
                .is_some_and(|(a, b)| (a - b).abs() < 1.0);
            flush
                && same_paragraph(above, below, Layout::Boxes)
                && above.page_index == below.page_index
        }
        _ => false,
    };
    let here = lines.get(at..).unwrap_or(&[]);
    let run = here
        .windows(2)
        .take(MAX_LINES)
        .take_while(|pair| pair.first().is_some_and(open) && goes_on(pair));
    let count = run.count();
    if here.get(count).is_some_and(counts) {
        count
    } else {
        0
    }
}
