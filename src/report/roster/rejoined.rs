//! Names of the overview that text breaks over lines.

use super::super::OverviewCategory;
use super::super::lines::join;
use super::super::squashed::Squashed;
use super::MAX_LINES;
use std::collections::BTreeSet;

/// Puts the names of a category of the overview together that text breaks over lines: as many of them
/// as the rest of the report has whole.
pub(super) fn rejoin(category: &mut OverviewCategory, whole: Option<&BTreeSet<Squashed>>) {
    let lines = std::mem::take(&mut category.respondents);
    let texts: Vec<Squashed> = lines.iter().map(|line| Squashed::of(&line.value)).collect();
    // For each line the least cost up to it, and over how many lines the last name runs.
    let mut best: Vec<(usize, usize)> = vec![(0, 0)];
    for end in 1..=lines.len() {
        let ways = (1..=MAX_LINES.min(end)).filter_map(|count| {
            let (before, _) = best.get(end - count)?;
            let text = Squashed::joined(texts.get(end - count..end)?);
            let known = whole.is_some_and(|whole| whole.contains(&text));
            // A line that nothing knows is a name by itself.
            let cost = if known { 0 } else { 2 * count - 1 };
            Some((before + cost, count))
        });
        best.push(ways.min().unwrap_or((0, 1)));
    }
    let mut ends = Vec::new();
    let mut end = lines.len();
    while let Some((_, count)) = best.get(end).filter(|(_, count)| *count > 0) {
        ends.push((end - count, *count));
        end -= count;
    }
    for (from, count) in ends.into_iter().rev() {
        let parts = lines.iter().skip(from).take(count);
        category.respondents.extend(join(parts));
    }
}
