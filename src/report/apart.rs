//! Lines that say a name and are none, where names are set as answers are: where all of them stand apart from
//! what is above, a line that goes on with the line above it names nobody, nor does a name alone where the
//! same one wears something.

use super::lines::{Line, is_wrapped};
use super::roster::Roster;
use super::squashed::Squashed;
use std::collections::BTreeSet;

/// One name in so many may stand close below another line; then names stand apart.
const MOSTLY: usize = 10;

/// The lines of these questions that say a name and name nobody; each question ends with the end of the next
/// title.
pub(super) fn typed<'l, 'a: 'l>(
    questions: impl Iterator<Item = &'l [Line<'a>]>,
    roster: &Roster,
) -> BTreeSet<usize> {
    if roster.name_style.is_some() {
        return BTreeSet::new();
    }
    let questions: Vec<&[Line<'_>]> = questions.collect();
    let bare = questions.iter().flat_map(|lines| bare(lines, roster));
    bare.chain(wrapped(&questions, roster)).collect()
}

/// The lines of a question that say the name of someone who wears something there.
fn bare(lines: &[Line<'_>], roster: &Roster) -> Vec<usize> {
    if roster.worn.is_empty() {
        return Vec::new();
    }
    let said: Vec<Squashed> = lines.iter().map(Squashed::of_line).collect();
    let worn: BTreeSet<&Squashed> = said
        .iter()
        .filter_map(|said| roster.worn.get(said))
        .collect();
    let bare = lines
        .iter()
        .zip(&said)
        .filter(|(_, said)| worn.contains(said));
    bare.map(|(line, _)| line.at).collect()
}

/// The lines that say a name and are the rest of the line above.
fn wrapped(questions: &[&[Line<'_>]], roster: &Roster) -> Vec<usize> {
    let names: BTreeSet<Squashed> = roster.all().map(|(id, _)| Squashed::of(id.name)).collect();
    let says_one = |line: &Line<'_>| names.contains(&Squashed::of_line(line));
    let mut apart = 0;
    let mut close: Vec<(&Line<'_>, &Line<'_>)> = Vec::new();
    for pair in questions.iter().flat_map(|lines| lines.windows(2)) {
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
        return Vec::new();
    }
    let inside = close.iter().filter(|(above, line)| is_wrapped(above, line));
    inside.map(|(_, line)| line.at).collect()
}
