//! Legends that were drawn after all other text of their page, where that text ends with the next title.

use super::parts::legend_label;
use crate::report::lines::Line;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Gives the values of a pie that stand under the title of the next question, at the end of its page, back
/// to the question whose options they have. `bodies` are what stands under each title.
pub(in crate::report) fn give_back(bodies: &mut [Cow<'_, [Line<'_>]>]) {
    for index in 1..bodies.len() {
        let (before, own) = bodies.split_at_mut(index);
        let (Some(before), Some(own)) = (before.last_mut(), own.first_mut()) else {
            continue;
        };
        let late = late(before, own);
        if !late.is_empty() {
            before.to_mut().extend(own.to_mut().drain(late));
        }
    }
}

/// Which of the lines under a title are values that belong to the question before it. None where its own
/// question has such options as well.
fn late(before: &[Line<'_>], own: &[Line<'_>]) -> Range<usize> {
    let known: BTreeSet<String> = before.iter().filter_map(legend_label).collect();
    let theirs = |line: &&Line<'_>| legend_label(line).is_some_and(|label| known.contains(&label));
    let page = own.first().map(|line| line.page_index);
    let other_page = |line: &Line<'_>| Some(line.page_index) != page;
    let end = own.iter().position(other_page).unwrap_or(own.len());
    // Nothing but values comes after them on their page, and they stand together.
    let on_page = || own.iter().take(end).rev();
    let others = |line: &&Line<'_>| legend_label(line).is_some() && !theirs(line);
    let behind = on_page().take_while(others).count();
    let count = on_page().skip(behind).take_while(theirs).count();
    let late = end - behind - count..end - behind;
    let mut rest = own.iter().enumerate().filter(|(at, _)| !late.contains(at));
    if rest.any(|(_, line)| theirs(&line)) {
        return 0..0;
    }
    late
}
