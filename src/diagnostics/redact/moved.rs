//! Where a place stands once the texts before it were redacted.

use crate::diagnostics::Place;
use std::collections::BTreeMap;
use std::ops::Range;

/// The pages before and after, with what was changed.
pub(super) struct Moved {
    pub(super) pages: BTreeMap<u32, (Vec<Edit>, String)>,
}

impl Moved {
    /// Moves a place to where it stands now. Gives the new text where it was changed or can be
    /// told from the page; `None` where the place is on no page.
    pub(super) fn place(&self, place: &mut Place) -> Option<String> {
        let (edits, text) = self.pages.get(&place.page)?;
        let old = place.start..place.end;
        let changed = edits
            .iter()
            .any(|(range, _)| range.start < old.end && old.start < range.end);
        place.start = moved(edits, old.start, false);
        place.end = moved(edits, old.end, true).max(place.start);
        let covered = text.get(place.start..place.end)?;
        let before = text.get(..place.start)?;
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line..)?.chars().count() + 1;
        place.column = u32::try_from(column).unwrap_or(u32::MAX);
        let ends = text.get(..place.end)?;
        let last = ends.rfind('\n').map_or(0, |at| at + 1);
        let end_column = ends.get(last..)?.chars().count() + 1;
        place.end_column = u32::try_from(end_column).unwrap_or(u32::MAX);
        place.length = u32::try_from(covered.chars().count()).unwrap_or(u32::MAX);
        Some(if changed {
            covered.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            place.text.clone()
        })
    }
}

/// A place in a text and what stands there instead.
pub(super) type Edit = (Range<usize>, String);

/// Where a byte stands after the edits; inside of one, its start or its end.
fn moved(edits: &[Edit], byte: usize, to_end: bool) -> usize {
    let mut grown = 0;
    let mut shrunk = 0;
    for (range, new) in edits {
        if range.end <= byte {
            grown += new.len();
            shrunk += range.len();
        } else if range.start < byte {
            let end = if to_end { new.len() } else { 0 };
            return range.start + grown - shrunk + end;
        } else {
            break;
        }
    }
    byte + grown - shrunk
}
