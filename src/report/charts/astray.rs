//! Charts that stand among the answers, where only a page out of its place can have brought them.

use super::super::exporter;
use super::super::lines::Line;
use super::super::outline::{Outline, Role};
use super::super::roster::Roster;
use super::words::{headings, words};
use std::collections::BTreeMap;

/// So many percents on lines of their own are bars, and nothing that somebody wrote.
const BARS: usize = 3;

/// The page, by index, that has the values of bars and the heading of a group's chart after the first
/// category's heading. The heading may share its line with a label.
pub(in super::super) fn stand_among(
    rest: &[Line<'_>],
    roster: &Roster,
    outline: &Outline,
) -> Option<usize> {
    let ends = |line: &&Line<'_>| matches!(outline.of(line), Role::NotStated { .. });
    let answers = rest.iter().take_while(|line| !ends(line));
    let plain = answers.filter(|line| outline.of(line) == &Role::Plain);
    let plain: Vec<Line<'_>> = plain.copied().collect();
    let mut values: BTreeMap<usize, usize> = BTreeMap::new();
    for line in plain.iter().filter(|line| line.text().contains('%')) {
        let parts = line.text().split(' ');
        let percents = parts
            .filter(|part| exporter::percent(part).is_some())
            .count();
        if line.is_value() || percents > 1 {
            *values.entry(line.page_index).or_default() += percents;
        }
    }
    values.retain(|_, values| *values >= BARS);
    let on = plain.into_iter();
    let on: Vec<Line<'_>> = on
        .filter(|line| values.contains_key(&line.page_index))
        .collect();
    let found = headings(&mut words(&on), roster);
    found.first().map(|heading| heading.page)
}
