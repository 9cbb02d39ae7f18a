//! Charts in text that has no boxes: resolved by order, or not at all.
//!
//! The order can be trusted in one case alone: the values stand after all other text of their page,
//! as they were drawn. Then they come chart by chart and bar by bar. How many bars each chart has is
//! known from the answers (`Andre svar` has a bar only where someone wrote an own text), and the
//! count of all values must come out exactly. Otherwise the charts are left unread.

mod options;

use super::super::exporter::{self, OTHER};
use super::super::lines::{L, join, passage, squash};
use super::super::numbers::{integer, percent};
use super::super::outline::Outline;
use super::super::roster::Roster;
use super::super::{Bar, Chart, Explanation, OtherAnswers};
use super::Region;
use crate::text::Printed;
use options::{all_options, chosen};
use std::collections::BTreeSet;

/// A count with its percent.
struct Value {
    count: Printed<i64>,
    /// In units of its last decimal.
    percent: Printed<i64>,
    decimals: u8,
}

/// A region taken apart: labels and headings by line, values apart.
#[derive(Default)]
struct Parts<'a> {
    /// Lines that are no values, with whether a value stood before them on their page.
    lines: Vec<L<'a>>,
    values: Vec<Value>,
    /// Whether on every page the values come last.
    values_last: bool,
    /// The pages with values, by index.
    pages: BTreeSet<usize>,
}

/// Reads the charts of one question from text in reading order, and explains its labels.
pub(in super::super) fn read(
    region: &[L<'_>],
    rest: &[L<'_>],
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

fn resolve(region: &[L<'_>], rest: &[L<'_>], roster: &Roster, outline: &Outline) -> Region {
    if let Some(listed) = listed(region, rest, roster) {
        return listed;
    }
    let parts = take_apart(region, rest);
    let rest = &without_values(rest, |_| false);
    if parts.values.is_empty() {
        return Region::default();
    }
    let (labels, headings, list) = sort_lines(&parts.lines, 0, roster);
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
    let (words, chosen, own_groups) =
        chosen(&labels, rest, roster, outline, out.other_answers.as_ref());
    out.options = chosen;
    let charts = headings.len() + 1;
    let others = usize::from(!words.own.is_empty())
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
    match options {
        Some(options) if parts.values_last => {
            out.options.clone_from(&options);
            deal(
                parts.values,
                &options,
                headings,
                &own_groups,
                !words.own.is_empty(),
                &mut out,
            );
        }
        _ => {
            let unread = parts
                .values
                .into_iter()
                .map(|value| (value.count.map(|count| count.to_string()), "count"));
            out.unread.extend(unread);
            // A chart without bars: the question has charts, and they were not read.
            out.charts.push(Chart {
                group: String::new(),
                heading: None,
                bars: Vec::new(),
                complete: false,
            });
        }
    }
    out
}

/// The values, which stand over two lines, apart from all else.
fn take_apart<'a>(region: &[L<'a>], rest: &[L<'a>]) -> Parts<'a> {
    let mut parts = Parts {
        values_last: true,
        ..Parts::default()
    };
    let mut last_value_page: Option<usize> = None;
    let all: Vec<L<'a>> = region.iter().chain(rest).copied().collect();
    let mut index = 0;
    while let Some(line) = all.get(index) {
        let value = all.get(index + 1).and_then(|next| value_at(line, next));
        if let Some(value) = value {
            parts.values.push(value);
            parts.pages.insert(line.page_index);
            last_value_page = Some(line.page_index);
            index += 2;
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

fn value_at(line: &L<'_>, next: &L<'_>) -> Option<Value> {
    let text = line.raw().trim();
    if text.is_empty()
        || !text.bytes().all(|byte| byte.is_ascii_digit())
        || line.page_index != next.page_index
    {
        return None;
    }
    let found = exporter::percent(next.raw().trim())?;
    let count = line.printed();
    let lead = next.raw().len() - next.raw().trim_start().len();
    let share = next.part(lead + found.start, lead + found.end);
    let (counted, (value, decimals)) = (integer(&count.value)?, percent(&share.value)?);
    Some(Value {
        count: count.map(|_| counted),
        percent: share.map(|_| value),
        decimals,
    })
}

/// The label of a line of a legend, without blanks.
pub(in super::super) fn legend_label(line: &L<'_>) -> Option<String> {
    let found = exporter::legend(line.raw())?;
    Some(squash(found.get(1)?.as_str()).into_owned())
}

/// The lines of the answers without the values of charts that were drawn on their pages, those of legends
/// among them whose labels are `drawn`.
pub(in super::super) fn without_values<'a>(
    rest: &[L<'a>],
    drawn: impl Fn(&str) -> bool,
) -> Vec<L<'a>> {
    let mut kept = Vec::new();
    let mut index = 0;
    while let Some(line) = rest.get(index) {
        if rest
            .get(index + 1)
            .is_some_and(|next| value_at(line, next).is_some())
        {
            index += 2;
            continue;
        }
        if !legend_label(line).is_some_and(|label| drawn(&label)) {
            kept.push(*line);
        }
        index += 1;
    }
    kept
}

/// The lines of labels, the group headings in order, and the list `Andre svar`; `seen` is how many labels
/// of a bar say that on other lines.
#[expect(
    clippy::type_complexity,
    reason = "three parts of one walk, named where they are used"
)]
fn sort_lines<'a>(
    lines: &[L<'a>],
    seen: usize,
    roster: &Roster,
) -> (
    Vec<L<'a>>,
    Vec<(String, Printed<String>)>,
    Option<OtherAnswers>,
) {
    let mut labels = Vec::new();
    let mut headings: Vec<(String, Printed<String>)> = Vec::new();
    let mut list: Option<(L<'a>, Vec<Vec<L<'a>>>)> = None;
    let mut in_list = false;
    let mut others = seen;
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        if let Some((group, count)) = heading_at(lines, index, roster) {
            let parts: Vec<_> = lines
                .iter()
                .skip(index)
                .take(count)
                .map(L::printed)
                .collect();
            if let Some(printed) = join(&parts) {
                headings.push((group, printed));
            }
            index += count;
            continue;
        }
        let text = line.squashed();
        if text == OTHER {
            others += 1;
            // The first is a bar's label; the second, before any group, heads the list.
            if others == 2 && headings.is_empty() {
                list = Some((*line, Vec::new()));
                in_list = true;
                index += 1;
                continue;
            }
        }
        // Where the first label comes again, the charts of the groups have begun.
        let charts_again = labels
            .first()
            .is_some_and(|first: &L<'_>| first.squashed() == text);
        if charts_again {
            in_list = false;
        }
        match &mut list {
            Some((_, texts)) if in_list && headings.is_empty() => match texts.last_mut() {
                Some(text) if !line.line.blank_before => text.push(*line),
                _ => texts.push(vec![*line]),
            },
            _ => labels.push(*line),
        }
        index += 1;
    }
    let list = list.map(|(heading, texts)| OtherAnswers {
        heading: heading.printed().span,
        texts: texts
            .iter()
            .filter_map(|lines| join(&lines.iter().map(L::printed).collect::<Vec<_>>()))
            .collect(),
        certain: true,
    });
    (labels, headings, list)
}

/// A group heading that begins at a line, and over how many lines it runs.
fn heading_at(lines: &[L<'_>], index: usize, roster: &Roster) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut found = None;
    for (count, line) in lines.iter().skip(index).take(5).enumerate() {
        text.push_str(line.squashed());
        if let Some(group) = roster.group_squashed(&text) {
            found = Some((group.to_owned(), count + 1));
        }
        if !roster.group_begins(&text) {
            break;
        }
    }
    found
}

/// Deals the values out to the charts, in order.
fn deal(
    values: Vec<Value>,
    options: &[String],
    headings: Vec<(String, Printed<String>)>,
    own: &BTreeSet<String>,
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
        let (group, heading) = heading.map_or((String::new(), None), |(group, printed)| {
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

/// A line that has a label with its value: the parts of both.
type Found<'l> = regex::Captures<'l>;

/// A pie's legends, or charts that are tables: the lines come in blocks that begin with the same option,
/// one for each chart.
fn listed(region: &[L<'_>], rest: &[L<'_>], roster: &Roster) -> Option<Region> {
    let has =
        |find: fn(&str) -> Option<Found<'_>>| region.iter().any(|line| find(line.raw()).is_some());
    // All of them may be drawn last, right under the heading of the first category.
    let under_heading = rest.get(1).map(L::raw).and_then(exporter::legend).is_some();
    if has(exporter::legend) || (under_heading && !region.is_empty()) {
        // Values may be drawn last on their page, among the answers: those of options that the region
        // has too. A comment may read like a legend.
        let known: BTreeSet<String> = region.iter().filter_map(legend_label).collect();
        let late = rest.iter().filter(|line| {
            legend_label(line).is_some_and(|label| known.is_empty() || known.contains(&label))
        });
        let lines: Vec<L<'_>> = region.iter().chain(late).copied().collect();
        // Who chose an option of the name has it as an answer; else it counts the own texts, which are
        // listed.
        let named = |lines: &[L<'_>]| lines.iter().any(|line| line.squashed() == OTHER);
        let counts_own = named(region) || !named(rest);
        let (mut out, _) = blocks(&lines, exporter::legend, counts_own, roster)?;
        out.single = true;
        return Some(out);
    }
    // Where a percent stands without its label, the rest of it is no table.
    let table = region
        .iter()
        .all(|line| !line.is_value() || !line.raw().contains('%'));
    if table && has(exporter::row) {
        let (mut out, whole) = blocks(region, exporter::row, true, roster)?;
        for chart in &mut out.charts {
            chart.complete &= whole;
        }
        return Some(out);
    }
    None
}

/// The charts, and whether every other line is a heading, or one of the own texts: what is nothing may
/// be the beginning of a label. `counts_own` says whether `Andre svar` is the bar of own texts, or an
/// option.
fn blocks(
    lines: &[L<'_>],
    find: fn(&str) -> Option<Found<'_>>,
    counts_own: bool,
    roster: &Roster,
) -> Option<(Region, bool)> {
    let mut out = Region::default();
    let mut bars: Vec<Bar> = Vec::new();
    let mut others: Vec<L<'_>> = Vec::new();
    for line in lines {
        let Some(found) = find(line.raw()) else {
            others.push(*line);
            continue;
        };
        let print = |group: usize| {
            found
                .get(group)
                .map(|part| line.part(part.start(), part.end()))
        };
        let (label, count, share) = (print(1)?, print(2)?, print(3)?);
        let (counted, (value, decimals)) = (integer(&count.value)?, percent(&share.value)?);
        let option = squash(&label.value).into_owned();
        bars.push(Bar {
            other: counts_own && option == OTHER,
            option,
            label,
            count: count.map(|_| counted),
            percent: share.map(|_| value),
            decimals,
        });
    }
    let first = bars.first()?.option.clone();
    let has_other = bars.iter().any(|bar| bar.other);
    let (unread, headings, list) = sort_lines(&others, usize::from(has_other), roster);
    for bar in bars {
        if bar.option == first || out.charts.is_empty() {
            out.charts.push(Chart {
                group: String::new(),
                heading: None,
                bars: Vec::new(),
                complete: false,
            });
        }
        if let Some(chart) = out.charts.last_mut() {
            chart.bars.push(bar);
        }
    }
    let options = |chart: &Chart| -> Vec<String> {
        let bars = chart.bars.iter().filter(|bar| !bar.other);
        bars.map(|bar| bar.option.clone()).collect()
    };
    let known = options(out.charts.first()?);
    // The chart of all counts whoever the others count.
    let all = |chart: &Chart| -> i64 {
        let counts = chart.bars.iter().map(|bar| bar.count.value);
        counts.fold(0, i64::saturating_add)
    };
    let most = out.charts.iter().map(all).max();
    let regular = headings.len() + 1 == out.charts.len() && out.charts.first().map(all) == most;
    for (index, chart) in out.charts.iter_mut().enumerate() {
        chart.complete = options(chart) == known && regular;
        if let Some((group, printed)) = index
            .checked_sub(1)
            .filter(|_| regular)
            .and_then(|at| headings.get(at))
        {
            chart.group.clone_from(group);
            chart.heading = Some(printed.clone());
        }
    }
    out.options = known;
    // Nothing tells where one of these texts ends.
    out.other_answers = list.map(|list| OtherAnswers {
        certain: false,
        ..list
    });
    Some((out, unread.is_empty()))
}
