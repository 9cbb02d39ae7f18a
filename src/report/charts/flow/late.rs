//! Legends that were drawn after all other text of their page, where that text ends with the next title.

use super::parts::legend_label;
use crate::report::lines::L;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Gives the values of a pie that stand under the title of the next question, at the end of its page, back
/// to the question whose options they have. `bodies` are what stands under each title.
pub(in crate::report) fn give_back(bodies: &mut [Cow<'_, [L<'_>]>]) {
    for index in 1..bodies.len() {
        let (before, own) = bodies.split_at_mut(index);
        let (Some(before), Some(own)) = (before.last_mut(), own.first_mut()) else {
            continue;
        };
        let late = late(before, own);
        if !late.is_empty() {
            own.to_mut().retain(|line| !is_among(&late, line));
            before.to_mut().extend(late);
        }
    }
}

/// The values under a title that belong to the question before it. None where its own question has such
/// options as well.
fn late<'a>(before: &[L<'a>], own: &[L<'a>]) -> Vec<L<'a>> {
    let known: BTreeSet<String> = before.iter().filter_map(legend_label).collect();
    let theirs = |line: &&L<'_>| legend_label(line).is_some_and(|label| known.contains(&label));
    let Some(first) = own.first() else {
        return Vec::new();
    };
    let other_page = |line: &L<'_>| line.page_index != first.page_index;
    let end = own.iter().position(other_page).unwrap_or(own.len());
    let on_page = own.get(..end).unwrap_or(&[]);
    // Nothing but values comes after them on their page, and they stand together.
    let last = on_page
        .iter()
        .rev()
        .skip_while(|line| legend_label(line).is_some() && !theirs(line));
    let late: Vec<L<'a>> = last.take_while(theirs).copied().collect();
    if own
        .iter()
        .any(|line| theirs(&line) && !is_among(&late, line))
    {
        return Vec::new();
    }
    late.into_iter().rev().collect()
}

fn is_among(late: &[L<'_>], line: &L<'_>) -> bool {
    late.iter().any(|one| one.at == line.at)
}
