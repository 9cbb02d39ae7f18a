//! Charts in text that has no boxes: resolved by order, or not at all.

use super::Region;
use super::super::lines::L;
use super::super::roster::Roster;

/// Reads the charts of one question from text in reading order.
pub(in super::super) fn read(_region: &[L<'_>], _answers: &[L<'_>], _roster: &Roster) -> Region {
    Region::default()
}
