//! Names that nothing but space tells from answers: where all of them stand apart from what is above, a line
//! that goes on with the line above it names nobody.

use super::lines::{Line, is_wrapped};
use super::roster::Roster;
use super::squashed::Squashed;
use std::collections::BTreeSet;

/// One name in so many may stand close below another line; then names stand apart.
const MOSTLY: usize = 10;

/// The lines among these that say a name and are the rest of the line above.
pub(super) fn inside(lines: &[Line<'_>], roster: &Roster) -> BTreeSet<usize> {
    if roster.name_style.is_some() {
        return BTreeSet::new();
    }
    let names: BTreeSet<Squashed> = roster.all().map(|(id, _)| Squashed::of(id.name)).collect();
    let says_one = |line: &Line<'_>| names.contains(&Squashed::of_line(line));
    let mut apart = 0;
    let mut close: Vec<(&Line<'_>, &Line<'_>)> = Vec::new();
    for pair in lines.windows(2) {
        if let [above, line] = pair
            && above.page_index == line.page_index
            && says_one(line)
        {
            if line.on_page.blank_before {
                apart += 1;
            } else {
                close.push((above, line));
            }
        }
    }
    if close.len() * MOSTLY > apart {
        return BTreeSet::new();
    }
    let inside = close.iter().filter(|(above, line)| is_wrapped(above, line));
    inside.map(|(_, line)| line.at).collect()
}
