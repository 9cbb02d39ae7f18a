//! Charts in text whose order can't be trusted, told by what the answers count: where the values that are
//! printed are those that the charts of all options and groups should have, each once, all of them are known,
//! whatever their order. Where one alone differs, in its count or in its percent, it is the wrong one.

use super::options::Chosen;
use super::parts::Value;
use crate::report::charts::percents::{common_decimals, in_decimals, share};
use crate::report::exporter::OTHER;
use crate::report::{Bar, Chart, Group};
use crate::text::Printed;
use std::collections::{BTreeMap, VecDeque};

/// So many bars have to agree before one that does not is told.
const ENOUGH: usize = 8;

/// What a chart should have for one option.
struct Wanted<'o> {
    chart: usize,
    option: &'o str,
    /// The count, and the percent in units of the last decimal.
    pair: (i64, i64),
}

/// The charts and the options, or none where the values are not what the answers count. Options that nobody
/// chose have no name.
pub(super) fn counted(
    values: &[Value],
    chosen: &Chosen,
    headings: &[(Group, Printed<String>)],
) -> Option<(Vec<Chart>, Vec<String>)> {
    if !headings
        .iter()
        .all(|(group, _)| chosen.tallies.contains_key(group))
    {
        return None;
    }
    let own = chosen.own_groups().len();
    let others = own + usize::from(own > 0);
    let bars = values.len().checked_sub(others)?;
    let charts = 1 + chosen.tallies.len();
    let mut options = chosen.options.clone();
    if bars % charts > 0 || bars / charts < options.len() || options.is_empty() {
        return None;
    }
    // What nobody chose counts nothing, whatever it is called.
    options.resize(bars / charts, String::new());
    let charts = charts_of(values, chosen, &options, headings)?;
    Some((charts, options))
}

fn charts_of(
    values: &[Value],
    chosen: &Chosen,
    options: &[String],
    headings: &[(Group, Printed<String>)],
) -> Option<Vec<Chart>> {
    let percent = |value: &Value| (value.percent.value, value.decimals);
    let decimals = common_decimals(values.iter().map(percent));
    let groups: Vec<&Group> = chosen.tallies.keys().collect();
    let wanted = wanted(chosen, options, &groups, decimals)?;
    if wanted.len() != values.len() {
        return None;
    }
    let mut printed: BTreeMap<(i64, i64), VecDeque<&Value>> = BTreeMap::new();
    for value in values {
        let pair = (value.count.value, in_decimals(percent(value), decimals));
        printed.entry(pair).or_default().push_back(value);
    }
    let mut found: Vec<Option<&Value>> = wanted
        .iter()
        .map(|bar| printed.get_mut(&bar.pair)?.pop_front())
        .collect();
    let mut missing = found.iter().enumerate().filter(|(_, one)| one.is_none());
    if let Some((at, _)) = missing.next() {
        let other = missing.next();
        let (left, value) = printed
            .iter()
            .find_map(|(pair, values)| Some((*pair, *values.front()?)))?;
        let pair = wanted.get(at)?.pair;
        let alone = wanted.iter().filter(|bar| bar.pair == pair).count() == 1;
        let differs = (left.0 == pair.0) != (left.1 == pair.1);
        if other.is_some() || !alone || !differs || wanted.len() <= ENOUGH {
            return None;
        }
        *found.get_mut(at)? = Some(value);
    }
    let heads = std::iter::once(None).chain(groups.into_iter().map(Some));
    let mut charts: Vec<Chart> = heads
        .map(|group| {
            let heading = headings.iter().find(|(named, _)| Some(named) == group);
            Chart {
                group: group.cloned().unwrap_or_default(),
                heading: heading.map(|(_, printed)| printed.clone()),
                bars: Vec::new(),
                complete: true,
            }
        })
        .collect();
    for (bar, value) in wanted.iter().zip(found) {
        let value = value?;
        let label = value.count.clone().map(|_| bar.option.to_owned());
        charts.get_mut(bar.chart)?.bars.push(Bar {
            option: bar.option.to_owned(),
            label: Printed {
                text: bar.option.to_owned(),
                ..label
            },
            count: value.count.clone(),
            percent: value.percent.clone(),
            decimals: value.decimals,
            other: bar.option == OTHER,
        });
    }
    Some(charts)
}

/// What all charts should have, in order.
fn wanted<'o>(
    chosen: &Chosen,
    options: &'o [String],
    groups: &[&Group],
    decimals: u8,
) -> Option<Vec<Wanted<'o>>> {
    let own: i64 = chosen.tallies.values().map(|tally| tally.own).sum();
    let people: i64 = chosen.tallies.values().map(|tally| tally.people).sum();
    let mut wanted = Vec::new();
    let mut chart = |at: usize, counts: Vec<i64>, own: i64, of: i64| {
        let bars = options.iter().map(String::as_str).zip(counts);
        // Where nobody chose anything, the exporter prints nought per cent.
        let percent = |count| {
            if of == 0 {
                Some(0)
            } else {
                share(count, of, decimals)
            }
        };
        for (option, count) in bars.chain((own > 0).then_some((OTHER, own))) {
            wanted.push(Wanted {
                chart: at,
                option,
                pair: (count, percent(count)?),
            });
        }
        Some(())
    };
    let all = options.iter().map(|option| {
        let groups = chosen.tallies.values();
        groups.filter_map(|tally| tally.options.get(option)).sum()
    });
    chart(0, all.collect(), own, people)?;
    for (at, group) in groups.iter().enumerate() {
        let tally = chosen.tallies.get(*group)?;
        let counts = options.iter().map(|option| tally.options.get(option));
        let counts: Vec<i64> = counts.map(|count| count.copied().unwrap_or(0)).collect();
        let of = counts.iter().sum::<i64>() + tally.own;
        chart(at + 1, counts, tally.own, of)?;
    }
    Some(wanted)
}
