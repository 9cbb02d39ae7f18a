//! Charts that stand among the answers, where only a page out of its place can have brought them.

use super::super::exporter;
use super::super::lines::Line;
use super::super::outline::{Outline, Role};
use super::super::roster::Roster;
use std::collections::BTreeMap;

/// So many percents on lines of their own are bars, and nothing that somebody wrote.
const BARS: usize = 3;

/// Whether, after the first category's heading, a page has the values of bars and the heading of a group's
/// chart.
pub(in super::super) fn stand_among(rest: &[Line<'_>], roster: &Roster, outline: &Outline) -> bool {
    // For each page its values, and whether a chart is headed on it.
    let mut pages: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for (at, line) in rest.iter().enumerate() {
        if outline.of(line) != &Role::Plain {
            continue;
        }
        let percents = line
            .text()
            .split(' ')
            .filter(|part| exporter::percent(part).is_some());
        let (values, headed) = pages.entry(line.page_index).or_default();
        *values += if line.is_value() || percents.clone().count() > 1 {
            percents.count()
        } else {
            0
        };
        *headed |= roster.group_at(rest.get(at..).unwrap_or(&[])).is_some();
    }
    pages
        .values()
        .any(|(values, headed)| *values >= BARS && *headed)
}
