//! Bars in order → charts. Every chart of a question has the same options in the same order.

use super::super::folded::spell;
use super::super::lines::joined_as;
use super::super::{Bar, Chart};
use super::spelling::{label_squashed, one_spelling, spellings, unhyphenated};
use super::torn::has_torn_border;
use super::values::Value;
use super::words::Heading;
use super::{Labelled, OTHER, Region, parting};
use crate::text::{Bbox, Printed};
use std::collections::BTreeSet;
use std::ops::Range;

/// So many charts without a bar tell that no option is called as it is: an option has one in each chart, but
/// where the page cuts it.
const ENOUGH_LACKING: usize = 2;

/// A chart in the making: its bars and where they stand.
#[derive(Default)]
struct Draft {
    bars: Vec<Labelled>,
    /// What each bar's label says.
    labels: Vec<String>,
}

impl Draft {
    /// (page, box) of each page that the chart stands on.
    fn extents(&self) -> Vec<(usize, Bbox)> {
        let mut extents: Vec<(usize, Bbox)> = Vec::new();
        for bar in &self.bars {
            let area = bar.area();
            match extents.iter_mut().find(|(page, _)| *page == bar.page) {
                Some((_, all)) => *all = all.union(area),
                None => extents.push((bar.page, area)),
            }
        }
        extents
    }
}

/// Whether a label can be that of an option: it is, or the edge of a page has cut it.
fn cut(label: &str, option: &str) -> bool {
    option.starts_with(label)
}

/// Parts the bars into charts, gives each its heading, and names its bars. `answered` is all that the
/// answers print, blanks taken out.
///
/// Most reports have charts that are all alike; where these are not, the bars themselves tell.
pub(super) fn arrange(
    labelled: &[Labelled],
    headings: Vec<Heading>,
    answered: &str,
    out: &mut Region,
) {
    if labelled.is_empty() {
        return;
    }
    let printed: Vec<String> = labelled.iter().map(label_squashed).collect();
    let labels = one_spelling(labelled, &printed);
    let mut options = options(&labels);
    let mut charts = alike(labelled, &labels, &options, headings.clone());
    if charts.iter().any(|chart| !chart.complete) {
        let named = uncut(labelled, &labels);
        if let Some(parted) = parting::part(labelled, &named, &headings, OTHER) {
            let all = different(labelled, &named, &parted, headings, answered);
            let whole = |charts: &[Chart]| charts.iter().filter(|chart| chart.complete).count();
            if whole(&all) > whole(&charts) {
                charts = all;
                options = in_order(&named);
                out.twins = !parted.twins.is_empty();
            }
        }
    }
    let known: BTreeSet<&String> = options.iter().collect();
    for (bar, label) in labelled.iter().zip(&labels) {
        if !known.contains(label) {
            continue;
        }
        let other = |spelling: &String| !known.contains(spelling);
        for alias in spellings(bar)
            .into_iter()
            .chain(unhyphenated(bar))
            .filter(other)
        {
            out.aliases.insert(alias, label.clone());
        }
    }
    out.twins |= is_option(&charts);
    out.charts = charts;
    out.options = options;
}

/// Whether an option is called as the bar of own texts is: nobody wrote what has a bar of nothing. Where it is
/// the only such bar, and whole charts have none of that name, its count is wrong.
fn is_option(charts: &[Chart]) -> bool {
    let nought = |bar: &&Bar| bar.other && bar.count.certain && bar.count.value == 0;
    let noughts = charts.iter().flat_map(|chart| &chart.bars).filter(nought);
    let lacks = |chart: &&Chart| chart.complete && !chart.bars.iter().any(|bar| bar.other);
    match noughts.count() {
        0 => false,
        1 => charts.iter().filter(lacks).count() < ENOUGH_LACKING,
        _ => true,
    }
}

/// The labels in the order in which they are first met.
fn in_order(labels: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let labels = labels
        .iter()
        .filter(|label| !label.is_empty() && *label != OTHER);
    labels
        .filter(|label| seen.insert(*label))
        .cloned()
        .collect()
}

/// The labels, where one in the last row of its page is the beginning of one other alone: that one.
fn uncut(bars: &[Labelled], labels: &[String]) -> Vec<String> {
    let whole = in_order(labels);
    let last_row = |index: usize| {
        let bar = bars.get(index);
        let next = bars.iter().skip(index + 1).find(|next| {
            bar.is_some_and(|bar| next.page != bar.page || (next.y - bar.y).abs() >= 1.0)
        });
        bar.zip(next)
            .is_some_and(|(bar, next)| next.page > bar.page)
    };
    let longer = |label: &String| {
        let mut all = whole
            .iter()
            .filter(|other| *other != label && other.starts_with(label));
        all.next().filter(|_| all.next().is_none())
    };
    let named = labels.iter().enumerate().map(|(index, label)| {
        let once = labels.iter().filter(|other| *other == label).count() == 1;
        let rest = longer(label).filter(|_| once && last_row(index));
        rest.unwrap_or(label).clone()
    });
    named.collect()
}

/// Charts of the same options in the same order.
fn alike(
    labelled: &[Labelled],
    labels: &[String],
    options: &[String],
    headings: Vec<Heading>,
) -> Vec<Chart> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut position = 0;
    for (bar, label) in labelled.iter().zip(labels) {
        let first = options.first().is_some_and(|first| {
            label == first || (position >= options.len() && cut(label, first))
        });
        let after_other = drafts
            .last()
            .and_then(|draft| draft.bars.last())
            .is_some_and(|last| spell(last.parts.iter().map(|part| &*part.text), OTHER));
        if drafts.is_empty() || first || after_other {
            drafts.push(Draft::default());
            position = 0;
        }
        position += 1;
        if let Some(draft) = drafts.last_mut() {
            draft.bars.push(bar.clone());
            draft.labels.push(label.clone());
        }
    }
    let heads = match_headings(&drafts, headings);
    let parted: Vec<&[Labelled]> = drafts.iter().map(|draft| &*draft.bars).collect();
    let torn: Vec<bool> = (0..parted.len())
        .map(|number| has_torn_border(&parted, number))
        .collect();
    let charts = drafts.into_iter().zip(heads).zip(torn);
    let charts = charts.map(|((draft, head), torn)| {
        let others = draft.labels.iter().filter(|label| *label == OTHER).count();
        let whole = !torn && draft.bars.len() == options.len() + others && others <= 1;
        let named = draft.labels.iter().enumerate().map(|(position, label)| {
            let label = label.clone();
            let expected = options.get(position);
            let fits = |expected: &&String| cut(&label, expected);
            match expected.filter(fits) {
                _ if label == OTHER => (label, true),
                Some(expected) => (expected.clone(), true),
                None => (label, false),
            }
        });
        let named = named.collect();
        chart(draft, named, head, whole)
    });
    charts.collect()
}

/// Charts of which each has some of the options, in any order.
fn different(
    labelled: &[Labelled],
    labels: &[String],
    parted: &parting::Parted,
    headings: Vec<Heading>,
    answered: &str,
) -> Vec<Chart> {
    let heads = std::iter::once(None).chain(headings.into_iter().map(Some));
    let starts = std::iter::once(0).chain(parted.ends.iter().copied());
    let parts: Vec<Range<usize>> = starts
        .zip(&parted.ends)
        .map(|(from, end)| from..*end)
        .collect();
    let bars: Vec<&[Labelled]> = parts
        .iter()
        .map(|part| labelled.get(part.clone()).unwrap_or(&[]))
        .collect();
    let mut charts = Vec::new();
    for ((number, part), head) in parts.into_iter().enumerate().zip(heads) {
        let certain = parted.certain.get(number) == Some(&true) && !has_torn_border(&bars, number);
        let bars = bars.get(number).map_or(Vec::new(), |bars| bars.to_vec());
        let named = labels.get(part).unwrap_or(&[]).iter().map(|label| {
            // What only one chart says, and no answer, may be half a label.
            let again = labels.iter().filter(|other| *other == label).count() > 1;
            let known = label == OTHER || again || answered.contains(label.as_str());
            (label.clone(), !label.is_empty() && known)
        });
        let labels = Vec::new();
        charts.push(chart(
            Draft { bars, labels },
            named.collect(),
            (head, true),
            certain,
        ));
    }
    charts
}

/// The options, in order: the run of labels from the first until it comes again that most charts have.
fn options(labels: &[String]) -> Vec<String> {
    let Some(first) = labels.first() else {
        return Vec::new();
    };
    let mut run: Vec<String> = Vec::new();
    let mut runs: Vec<Vec<String>> = Vec::new();
    for label in labels {
        // A label that could not be read ends a run, and no option comes twice in one chart.
        let ended = label == first
            || label.is_empty()
            || run.contains(label)
            || run.last().is_some_and(|last| last == OTHER);
        if ended && !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
        if !label.is_empty() {
            run.push(label.clone());
        }
    }
    runs.push(run);
    // Only a run that begins where charts begin is a chart's. All charts have the same options, so
    // most runs are alike; a chart cut by a page break has fewer or shorter ones.
    let mut counted: Vec<(usize, Vec<String>)> = Vec::new();
    for mut run in runs.into_iter().filter(|run| run.first() == Some(first)) {
        run.retain(|label| label != OTHER);
        match counted.iter_mut().find(|(_, known)| *known == run) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, run)),
        }
    }
    counted
        .into_iter()
        .max_by_key(|(count, run)| (*count, run.len(), length(run)))
        .map(|(_, run)| run)
        .unwrap_or_default()
}

fn length(run: &[String]) -> usize {
    run.iter().map(String::len).sum()
}

/// For each chart its heading: by order, where there are as many as group charts and each stands
/// beside or above its chart; otherwise by place alone.
fn match_headings(drafts: &[Draft], headings: Vec<Heading>) -> Vec<(Option<Heading>, bool)> {
    if headings.len() + 1 == drafts.len() {
        // A heading stands after the end of the chart before its own, and not after its own.
        let ends: Vec<Option<(usize, f32)>> = drafts
            .iter()
            .map(|draft| draft.extents().last().map(|(page, area)| (*page, area.y1)))
            .collect();
        let mut heads: Vec<(Option<Heading>, bool)> = vec![(None, true)];
        heads.extend(
            headings
                .into_iter()
                .zip(ends.windows(2))
                .map(|(heading, ends)| {
                    let (page, y) = (heading.page, heading.bbox.center_y());
                    let certain = match ends {
                        [Some((page_before, y_before)), Some((page_own, y_own))] => {
                            let after =
                                page > *page_before || (page == *page_before && y > y_before - 8.0);
                            let not_after =
                                page < *page_own || (page == *page_own && y < y_own + 12.0);
                            after && not_after
                        }
                        _ => false,
                    };
                    (Some(heading), certain)
                }),
        );
        return heads;
    }
    let mut heads: Vec<(Option<Heading>, bool)> = drafts.iter().map(|_| (None, false)).collect();
    if headings.is_empty() {
        if let [only] = heads.as_mut_slice() {
            only.1 = true;
        }
        return heads;
    }
    for heading in headings {
        let distance = |draft: &Draft| {
            draft
                .extents()
                .iter()
                .filter(|(page, _)| *page == heading.page)
                .map(|(_, area)| {
                    let y = heading.bbox.center_y();
                    if y < area.y0 {
                        area.y0 - y
                    } else {
                        (y - area.y1).max(0.0)
                    }
                })
                .min_by(f32::total_cmp)
        };
        let nearest = drafts
            .iter()
            .enumerate()
            .filter_map(|(index, draft)| Some((index, distance(draft)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((index, _)) = nearest
            && let Some(head) = heads.get_mut(index).filter(|head| head.0.is_none())
        {
            head.0 = Some(heading);
        }
    }
    heads
}

/// A chart of bars with their options, each with whether it is certain; `whole` is whether it has all
/// its bars.
fn chart(
    draft: Draft,
    named: Vec<(String, bool)>,
    head: (Option<Heading>, bool),
    whole: bool,
) -> Chart {
    let (heading, head_certain) = head;
    let mut complete = whole
        && head_certain
        && heading
            .as_ref()
            .is_none_or(|heading| heading.printed.certain);
    let mut bars = Vec::new();
    for (labelled, (option, known)) in draft.bars.into_iter().zip(named) {
        complete &= known;
        // A bar of nothing that is not drawn is none.
        let Some(value) = &labelled.value else {
            continue;
        };
        bars.push(Bar {
            other: option == OTHER,
            option,
            label: printed_label(&labelled, value),
            count: value.count.clone(),
            percent: value.percent.clone(),
            decimals: value.decimals,
        });
    }
    complete &= bars
        .iter()
        .all(|bar| bar.count.certain && bar.percent.certain);
    Chart {
        group: heading
            .as_ref()
            .map(|heading| heading.group.clone())
            .unwrap_or_default(),
        heading: heading.map(|heading| heading.printed),
        bars,
        complete,
    }
}

/// The label as printed, its lines joined; where there is none, the place of the value.
fn printed_label(labelled: &Labelled, value: &Value) -> Printed<String> {
    let mut text = String::new();
    let mut last: Option<(u32, u32)> = None;
    for part in &labelled.parts {
        let span = part.printed.span;
        // Parts that touch on the page are one word.
        if !text.is_empty() && last != Some((span.page, span.start)) {
            text.push(' ');
        }
        last = Some((span.page, span.end));
        text.push_str(&part.text);
    }
    let parts = labelled.parts.iter().map(|part| &part.printed);
    joined_as(text, parts).unwrap_or_else(|| Printed {
        text: String::new(),
        ..value.count.clone().map(|_| String::new())
    })
}

#[cfg(test)]
mod tests;
