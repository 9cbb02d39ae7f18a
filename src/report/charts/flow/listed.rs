//! Legends and tables in text: each line has a label with its value.

use super::super::Region;
use super::parts::{legend_label, sort_lines, value_at};
use crate::report::exporter::{self, OTHER};
use crate::report::folded::squash;
use crate::report::lines::{Line, join};
use crate::report::numbers::{integer, percent};
use crate::report::roster::Roster;
use crate::report::squashed::Squashed;
use crate::report::{Bar, Chart, Group, OtherAnswers};
use crate::text::Printed;
use std::collections::BTreeSet;

/// A line that has a label with its value: the parts of both.
type Found<'l> = regex::Captures<'l>;

/// A pie's legends, or charts that are tables: the lines come in blocks that begin with the same option,
/// one for each chart.
pub(super) fn listed(region: &[Line<'_>], rest: &[Line<'_>], roster: &Roster) -> Option<Region> {
    let answered: String = rest.iter().map(Line::squashed).collect();
    let has =
        |find: fn(&str) -> Option<Found<'_>>| region.iter().any(|line| find(line.raw()).is_some());
    // All of them may be drawn last on their page: right under the heading of the first category or,
    // where the headings of charts stand without any value, among the answers.
    let late = |line: &Line<'_>| exporter::legend(line.raw()).is_some();
    let under_heading = rest.get(1).is_some_and(late);
    let bars = || {
        rest.windows(2)
            .any(|pair| matches!(pair, [line, next] if value_at(line, next).is_some()))
    };
    let among = || rest.iter().any(late) && headed(region, roster) && !bars();
    let all_late = under_heading || among();
    // A pie has no value outside of its legends: where there is one, an option is worded like a legend.
    let mut pairs = region.iter().zip(region.iter().skip(1));
    let lone = region
        .iter()
        .any(|line| line.is_value() && line.raw().contains('%'));
    let outside = lone || pairs.any(|(line, next)| value_at(line, next).is_some());
    if outside && has(exporter::legend) {
        return None;
    }
    if has(exporter::legend) || (all_late && !region.is_empty()) {
        // Values may be drawn last on their page, among the answers: those of options that the region
        // has too. A comment may read like a legend.
        let known: BTreeSet<String> = region.iter().filter_map(legend_label).collect();
        let last = drawn_last(rest, late);
        let late = rest.iter().zip(last).filter(|(line, last)| {
            legend_label(line).is_some_and(|label| {
                known.contains(&label) || known.is_empty() && (under_heading || *last)
            })
        });
        let late = late.map(|(line, _)| line);
        let lines: Vec<Line<'_>> = region.iter().chain(late).copied().collect();
        // Who chose an option of the name has it as an answer; else it counts the own texts, which are
        // listed.
        let named = |lines: &[Line<'_>]| lines.iter().any(|line| line.squashed() == OTHER);
        let counts_own = named(region) || !named(rest);
        let (mut out, _) = blocks(&lines, exporter::legend, counts_own, (&answered, roster))?;
        out.single = true;
        return Some(out);
    }
    // Where a percent stands without its label, the rest of it is no table.
    if !lone && has(exporter::row) {
        let (mut out, whole) = blocks(region, exporter::row, true, (&answered, roster))?;
        for chart in &mut out.charts {
            chart.complete &= whole;
        }
        return Some(out);
    }
    None
}

/// So many lines of a legend on end nobody types: where a text does not tell its pages, one ends there.
const MANY: usize = 4;

/// Which lines stand at the end of their page, with nothing but lines of their kind below, or among many of
/// their kind.
fn drawn_last(lines: &[Line<'_>], is_one: impl Fn(&Line<'_>) -> bool) -> Vec<bool> {
    let mut last = ends_of_pages(lines, &is_one);
    let mut from = 0;
    for run in lines.chunk_by(|a, b| is_one(a) == is_one(b)) {
        let to = from + run.len();
        if run.len() >= MANY && run.first().is_some_and(&is_one) {
            last.iter_mut()
                .take(to)
                .skip(from)
                .for_each(|one| *one = true);
        }
        from = to;
    }
    last
}

fn ends_of_pages(lines: &[Line<'_>], is_one: &impl Fn(&Line<'_>) -> bool) -> Vec<bool> {
    let mut below = true;
    let mut page = None;
    let from_below = lines.iter().rev().map(|line| {
        let turned = page.replace(line.page_index) != Some(line.page_index);
        below = is_one(line) && (turned || below);
        below
    });
    let mut last: Vec<bool> = from_below.collect();
    last.reverse();
    last
}

/// Whether charts of groups have their headings there.
pub(super) fn headed(region: &[Line<'_>], roster: &Roster) -> bool {
    (0..region.len()).any(|at| roster.group_at(region.get(at..).unwrap_or(&[])).is_some())
}

/// The charts, and whether every other line is a heading, or one of the own texts: what is nothing may
/// be the beginning of a label. `counts_own` says whether `Andre svar` is the bar of own texts, or an
/// option.
fn blocks(
    lines: &[Line<'_>],
    find: fn(&str) -> Option<Found<'_>>,
    counts_own: bool,
    (answered, roster): (&str, &Roster),
) -> Option<(Region, bool)> {
    let mut out = Region::default();
    let mut bars: Vec<Bar> = Vec::new();
    let mut others: Vec<Line<'_>> = Vec::new();
    let mut inline: Vec<(Group, Printed<String>)> = Vec::new();
    for line in lines {
        let pieces = pieces(line, find);
        if pieces.is_empty() {
            others.push(*line);
        }
        for (piece, found) in pieces {
            let print = |group: usize| {
                let part = found.get(group)?;
                Some(line.part(piece + part.start(), piece + part.end()))
            };
            let (mut label, count, share) = (print(1)?, print(2)?, print(3)?);
            if let Some(headed) = headed_here(line, piece, &found, &mut others, roster) {
                inline.push((headed.group, headed.heading));
                label = headed.label;
            }
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
    }
    let first = bars.first()?.option.clone();
    let has_other = bars.iter().any(|bar| bar.other);
    let (unread, mut headings, list) =
        sort_lines(&others, usize::from(has_other), answered, roster);
    headings.append(&mut inline);
    headings.sort_by_key(|(_, printed)| printed.span.order());
    for bar in bars {
        if bar.option == first || out.charts.is_empty() {
            out.charts.push(Chart {
                group: Group::default(),
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
    // An option that a chart counts twice is of two charts that were not told apart.
    let twice = |chart: &Chart| {
        let options = options(chart);
        options.iter().collect::<BTreeSet<_>>().len() < options.len()
    };
    // Nor does the chart of all hold the heading of another: where its first option was not printed, it
    // seems to end with that of the next.
    let torn = headings.first().zip(out.charts.first());
    let torn = torn.is_some_and(|((_, heading), chart)| {
        let mut bars = chart.bars.iter().map(|bar| bar.label.span.order());
        let above = bars
            .next()
            .is_some_and(|first| first < heading.span.order());
        above && bars.any(|bar| bar > heading.span.order())
    });
    let regular = headings.len() + 1 == out.charts.len()
        && !torn
        && out.charts.first().map(all) == most
        && !out.charts.iter().any(twice);
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

/// The parts of a line that have a label with its value, each with where it begins: the whole line, or,
/// where a program has set several on one line, each up to its percent.
fn pieces<'l>(line: &Line<'l>, find: fn(&str) -> Option<Found<'_>>) -> Vec<(usize, Found<'l>)> {
    let raw = line.raw();
    let mut ends = raw.match_indices('%').map(|(at, _)| {
        let after = raw.get(at + 1..).unwrap_or("");
        at + 1 + usize::from(after.starts_with(')'))
    });
    let mut several = Vec::new();
    let mut start = 0;
    let all = ends.all(|end| {
        let found = raw.get(start..end).and_then(find);
        several.extend(found.map(|found| (start, found)));
        let whole = several.last().is_some_and(|(from, _)| *from == start);
        start = end;
        whole
    });
    if all && several.len() > 1 && raw.get(start..).is_some_and(|rest| rest.trim().is_empty()) {
        return several;
    }
    find(raw).map(|found| (0, found)).into_iter().collect()
}

/// No heading of a group has so many words.
const WORDS: usize = 64;

/// A group's heading that stands before a label on one line.
struct Headed {
    group: Group,
    heading: Printed<String>,
    label: Printed<String>,
}

/// Parts the heading of a group from the label that a program has set on one line with it; the heading
/// may have begun on the line above, which is then taken out of the `others`.
fn headed_here(
    line: &Line<'_>,
    piece: usize,
    found: &Found<'_>,
    others: &mut Vec<Line<'_>>,
    roster: &Roster,
) -> Option<Headed> {
    let part = found.get(1)?;
    let text = part.as_str();
    let above = others
        .last()
        .filter(|above| piece == 0 && above.at + 1 == line.at)
        .copied();
    let blanks = text.char_indices().filter(|(_, ch)| ch.is_whitespace());
    let mut blanks = blanks.take(WORDS);
    let (at, group, begun) = blanks.find_map(|(at, _)| {
        let head = Squashed::of(text.get(..at)?);
        let alone = roster.group(&head).map(|group| (group, None));
        let joined = above.and_then(|above| {
            let whole = Squashed::of_line(&above).then(&head);
            Some((roster.group(&whole)?, Some(above)))
        });
        let (group, begun) = alone.or(joined)?;
        let rest = Squashed::of(text.get(at..)?);
        // The heading may go on.
        (!rest.is_empty() && !roster.group_begins(&head.then(&rest)))
            .then(|| (at, group.clone(), begun))
    })?;
    let start = piece + part.start();
    let mut heading = line.part(start, start + at);
    if let Some(begun) = begun {
        heading = join(&[begun.printed(), heading])?;
        others.pop();
    }
    let lead = text.get(at..)?.len() - text.get(at..)?.trim_start().len();
    Some(Headed {
        group,
        heading,
        label: line.part(start + at + lead, piece + part.end()),
    })
}
