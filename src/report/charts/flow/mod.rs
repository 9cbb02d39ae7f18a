//! Charts in text that has no boxes: resolved by order, or by what the answers count.
//!
//! The order can be trusted in one case alone: the values stand after all other text of their page,
//! as they were drawn. Then they come chart by chart and bar by bar. How many bars each chart has is
//! known from the answers (`Andre svar` has a bar only where someone wrote an own text), and the
//! count of all values must come out exactly. Otherwise all values together have to be what the answers
//! count, but for one at the most, or the charts are left unread.

mod counted;
mod late;
mod listed;
mod loose;
mod mixed;
mod options;
mod parts;

use super::super::answers::{self, Blocks};
use super::super::exporter::{self, OTHER};
use super::super::lines::{Line, passage};
use super::super::outline::Outline;
use super::super::roster::Roster;
use super::super::{Bar, Chart, Explanation, Group};
use super::Region;
use crate::text::Printed;
use counted::counted;
pub(in crate::report) use late::give_back;
use listed::{headed, listed};
pub(in crate::report) use mixed::settle as settle_mixed;
use options::{Chosen, all_options, chosen, in_one_order};
pub(in crate::report) use parts::without_values;
use parts::{Run, Value, sort_lines};
use std::collections::BTreeSet;

/// The answers of a question run over no more lines than this where charts are told by what they count.
const MOST_LINES: usize = 20_000;

/// A region taken apart: labels and headings by line, values apart.
#[derive(Default)]
struct Parts<'a> {
    /// Lines that are no values, with whether a value stood before them on their page.
    lines: Vec<Line<'a>>,
    values: Vec<Value>,
    /// Whether on every page the values come last.
    values_last: bool,
    /// The pages with values, by index.
    pages: BTreeSet<usize>,
}

/// Reads the charts of one question from text in reading order, and explains its labels.
pub(in super::super) fn read(
    region: &[Line<'_>],
    rest: &[Line<'_>],
    roster: &Roster,
    outline: &Outline,
) -> Region {
    let mut out = resolve(region, rest, roster, outline);
    if !out.charts.is_empty() {
        let labels = region.iter().filter(|line| !line.is_value());
        let lines = labels.map(|line| line.passage(Explanation::Option));
        out.passages.extend(lines);
        // Those that were drawn last on their page stand elsewhere.
        let bars = out.charts.iter().flat_map(|chart| &chart.bars);
        let drawn = bars.map(|bar| passage(&bar.label, Explanation::Option));
        out.passages.extend(drawn);
    }
    out
}

fn resolve(region: &[Line<'_>], rest: &[Line<'_>], roster: &Roster, outline: &Outline) -> Region {
    if let Some(listed) = listed(region, rest, roster) {
        return listed;
    }
    let parts = take_apart(region, rest);
    let rest = &without_values(rest, |_| false);
    if parts.values.is_empty() {
        // What has a key answers to a question without charts.
        let keyed = rest.iter().any(|line| exporter::key(line.raw()).is_some());
        let charts = (!keyed && headed(region, roster)).then(unread_charts);
        return Region {
            charts: charts.into_iter().collect(),
            ..Region::default()
        };
    }
    let answered: String = rest.iter().map(Line::squashed).collect();
    let (labels, headings, list) = sort_lines(&parts.lines, 0, &answered, roster);
    let mut out = Region {
        other_answers: list,
        mixed_pages: if parts.values_last {
            BTreeSet::new()
        } else {
            parts.pages.clone()
        },
        ..Region::default()
    };
    // The options that someone chose, in the order of the overall chart.
    let blocks = answers::blocks(rest, roster, outline);
    let chosen = chosen(&labels, &blocks, out.other_answers.as_ref());
    out.options.clone_from(&chosen.options);
    let own_groups = chosen.own_groups();
    let charts = headings.len() + 1;
    let others = usize::from(chosen.any_own)
        + headings
            .iter()
            .filter(|(group, _)| own_groups.contains(group))
            .count();
    let bars = parts
        .values
        .len()
        .checked_sub(others)
        .filter(|bars| bars % charts == 0)
        .map(|bars| bars / charts);
    let options = bars.and_then(|bars| all_options(&labels, &out.options, bars));
    let ordered = options.filter(|options| parts.values_last && in_one_order(&labels, options));
    if ordered.is_none()
        && by_counts(
            &parts.values,
            &chosen.options,
            &blocks,
            (&labels, &headings),
            roster,
            &mut out,
        )
    {
        return out;
    }
    if let Some(options) = ordered {
        out.options.clone_from(&options);
        let any_own = chosen.any_own;
        deal(
            parts.values,
            &options,
            headings,
            &own_groups,
            any_own,
            &mut out,
        );
    } else {
        let unread = parts
            .values
            .into_iter()
            .map(|value| (value.count.map(|count| count.to_string()), "count"));
        out.unread.extend(unread);
        out.charts.push(unread_charts());
    }
    out
}

/// Tries whether the values are what the answers count: with the options that stand in the labels as a
/// whole, or else with those whose words do.
fn by_counts(
    values: &[Value],
    options: &[String],
    blocks: &Blocks<'_>,
    (labels, headings): (&[Line<'_>], &[(Group, Printed<String>)]),
    roster: &Roster,
    out: &mut Region,
) -> bool {
    let lines = blocks.all.iter().map(|block| block.lines.len());
    if lines.sum::<usize>() > MOST_LINES {
        return false;
    }
    let list = loose::list(blocks, roster, out.other_answers.as_ref());
    let list = list.or_else(|| out.other_answers.clone());
    let whole = || options.to_vec();
    let loose = || loose::options(labels, blocks);
    let tried: [&dyn Fn() -> Vec<String>; 2] = [&whole, &loose];
    let found = tried.into_iter().find_map(|options| {
        let options = loose::grown(options(), blocks, list.as_ref())?;
        let chosen = Chosen::of(blocks, options, list.as_ref());
        counted(values, &chosen, headings)
    });
    let Some((charts, options)) = found else {
        return false;
    };
    (out.charts, out.options, out.other_answers) = (charts, options, list);
    out.counted = true;
    true
}

/// A chart without bars: the question has charts, and they were not read.
fn unread_charts() -> Chart {
    Chart {
        group: Group::default(),
        heading: None,
        bars: Vec::new(),
        complete: false,
    }
}

/// The values, which stand over two lines, apart from all else.
fn take_apart<'a>(region: &[Line<'a>], rest: &[Line<'a>]) -> Parts<'a> {
    let mut parts = Parts {
        values_last: true,
        ..Parts::default()
    };
    let mut last_value_page: Option<usize> = None;
    let all: Vec<Line<'a>> = region.iter().chain(rest).copied().collect();
    let mut index = 0;
    while let Some(line) = all.get(index) {
        if let Some(run) = Run::at(&all, index) {
            parts.values.extend(run.values);
            parts.pages.insert(line.page_index);
            last_value_page = Some(line.page_index);
            // Values that are set otherwise come in whatever order.
            parts.values_last &= run.plain;
            index += run.lines;
            continue;
        }
        if last_value_page == Some(line.page_index) {
            parts.values_last = false;
        }
        if index < region.len() {
            parts.lines.push(*line);
        }
        index += 1;
    }
    parts
}

/// Deals the values out to the charts, in order.
fn deal(
    values: Vec<Value>,
    options: &[String],
    headings: Vec<(Group, Printed<String>)>,
    own: &BTreeSet<Group>,
    any_own: bool,
    out: &mut Region,
) {
    let mut values = values.into_iter();
    let heads = std::iter::once(None).chain(headings.into_iter().map(Some));
    for heading in heads {
        let other = match &heading {
            None => any_own,
            Some((group, _)) => own.contains(group),
        };
        let mut bars = Vec::new();
        let labels = options
            .iter()
            .map(String::as_str)
            .chain(other.then_some(OTHER));
        for (label, value) in labels.zip(values.by_ref()) {
            let printed = value.count.clone().map(|_| label.to_owned());
            bars.push(Bar {
                option: label.to_owned(),
                label: Printed {
                    text: label.to_owned(),
                    ..printed
                },
                count: value.count,
                percent: value.percent,
                decimals: value.decimals,
                other: label == OTHER,
            });
        }
        let complete = bars.len() == options.len() + usize::from(other);
        let (group, heading) = heading.map_or((Group::default(), None), |(group, printed)| {
            (group, Some(printed))
        });
        out.charts.push(Chart {
            group,
            heading,
            bars,
            complete,
        });
    }
}
