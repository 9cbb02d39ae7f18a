//! Charts in text that keeps its columns only about, so that some labels can't be tied to their values.

use super::by_counts;
use super::parts::Value;
use crate::report::answers;
use crate::report::charts::Region;
use crate::report::charts::values::values;
use crate::report::charts::words::words;
use crate::report::lines::Line;
use crate::report::outline::Outline;
use crate::report::roster::Roster;
use crate::report::{Explanation, Group};
use crate::text::Printed;

/// Reads the charts of a question by what the answers count, where they were not read whole by their
/// columns.
pub(in crate::report) fn settle(
    mut read: Region,
    region: &[Line<'_>],
    rest: &[Line<'_>],
    roster: &Roster,
    outline: &Outline,
) -> Region {
    let mut all = words(region);
    let (found, lone) = values(&mut all);
    let bars: usize = read.charts.iter().map(|chart| chart.bars.len()).sum();
    let whole = read.charts.iter().all(|chart| chart.complete) && bars == found.len();
    if read.single || whole || found.is_empty() || !lone.is_empty() {
        return read;
    }
    let values = found.into_iter().map(|value| Value {
        count: value.count,
        percent: value.percent,
        decimals: value.decimals,
    });
    let values: Vec<Value> = values.collect();
    let headed = read.charts.iter().filter_map(|chart| {
        let heading = chart.heading.clone()?;
        Some((chart.group.clone(), heading))
    });
    let headings: Vec<(Group, Printed<String>)> = headed.collect();
    let blocks = answers::blocks(rest, roster, outline);
    let options = read.options.clone();
    let labels = (region, headings.as_slice());
    if by_counts(&values, &options, &blocks, labels, roster, &mut read) {
        read.unread.clear();
        read.aliases.clear();
        read.twins = false;
        let labels = all.iter().filter(|word| !word.used);
        let labels = labels.map(|word| word.passage(Explanation::Option));
        read.passages.extend(labels);
    }
    read
}
