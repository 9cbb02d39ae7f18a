//! Bars in order → charts. Every chart of a question has the same options in the same order.

use super::super::lines::{spell, squash};
use super::super::{Bar, Chart};
use super::vertical::bounds;
use super::words::Heading;
use super::{Labelled, OTHER, Region};
use crate::text::{Bbox, Printed};

/// A chart in the making: its bars and where they stand.
#[derive(Default)]
struct Draft {
    bars: Vec<Labelled>,
}

impl Draft {
    /// (page, box) of each page that the chart stands on.
    fn extents(&self) -> Vec<(usize, Bbox)> {
        let mut extents: Vec<(usize, Bbox)> = Vec::new();
        for bar in &self.bars {
            let area =
                bounds(&bar.parts).map_or(bar.value.bbox, |label| label.union(bar.value.bbox));
            match extents.iter_mut().find(|(page, _)| *page == bar.page) {
                Some((_, all)) => *all = all.union(area),
                None => extents.push((bar.page, area)),
            }
        }
        extents
    }
}

fn label_squashed(bar: &Labelled) -> String {
    bar.parts.iter().map(|part| squash(&part.text)).collect()
}

/// The label without the hyphens at its breaks, where it has some: a hyphen there may be the word's
/// own (`barnehage-` / `og skolemiljø`) or the break's.
fn unhyphenated(bar: &Labelled) -> Option<String> {
    let mut text = String::new();
    let mut changed = false;
    for (index, part) in bar.parts.iter().enumerate() {
        let word = squash(&part.text);
        let next = bar.parts.get(index + 1);
        let breaks = next.is_some_and(|next| {
            next.bbox.y0 - part.bbox.y0 > 0.5 * (part.bbox.y1 - part.bbox.y0)
                || next.printed.span.page != part.printed.span.page
        });
        match word.strip_suffix(['-', '\u{2010}']) {
            Some(head) if breaks => {
                text.push_str(head);
                changed = true;
            }
            _ => text.push_str(&word),
        }
    }
    changed.then_some(text)
}

/// Whether two labels are the same, where one may be cut by the edge of a page.
fn same(a: &str, b: &str) -> bool {
    !a.is_empty() && a == b
}

/// Whether `a` can be the first part of `b`, as a label cut by a page break is.
fn cut(a: &str, b: &str) -> bool {
    a.is_empty() || b.starts_with(a)
}

/// Parts the bars into charts, gives each its heading, and names its bars.
pub(super) fn arrange(labelled: Vec<Labelled>, headings: Vec<Heading>, out: &mut Region) {
    if labelled.is_empty() {
        return;
    }
    let labels: Vec<String> = labelled.iter().map(label_squashed).collect();
    let options = options(&labels);
    for (bar, label) in labelled.iter().zip(&labels) {
        if let Some(alias) = unhyphenated(bar).filter(|_| options.contains(label)) {
            out.aliases.insert(alias, label.clone());
        }
    }
    let mut drafts: Vec<Draft> = Vec::new();
    let mut position = 0;
    for (bar, label) in labelled.into_iter().zip(&labels) {
        let first = options.first().is_some_and(|first| {
            same(label, first) || (position >= options.len() && cut(label, first))
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
            draft.bars.push(bar);
        }
    }
    let heads = match_headings(&drafts, headings);
    for (draft, head) in drafts.into_iter().zip(heads) {
        out.charts.push(chart(draft, head, &options));
    }
    out.broken = out.charts.iter().any(|chart| !chart.complete);
    out.options = options;
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

fn chart(draft: Draft, head: (Option<Heading>, bool), options: &[String]) -> Chart {
    let (heading, head_certain) = head;
    let mut complete = head_certain
        && heading
            .as_ref()
            .is_none_or(|heading| heading.printed.certain);
    let mut bars = Vec::new();
    let mut others = 0;
    for (position, labelled) in draft.bars.into_iter().enumerate() {
        let label = label_squashed(&labelled);
        let other = label == OTHER;
        others += usize::from(other);
        let expected = options.get(position);
        let matches = other
            || expected.is_some_and(|expected| same(&label, expected) || cut(&label, expected));
        complete &= matches;
        let option = match expected {
            Some(expected) if !other && matches => expected.clone(),
            _ => label,
        };
        bars.push(Bar {
            option,
            label: printed_label(&labelled),
            count: labelled.value.count,
            percent: labelled.value.percent,
            decimals: labelled.value.decimals,
            other,
        });
    }
    complete &= bars.len() == options.len() + others && others <= 1;
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
fn printed_label(labelled: &Labelled) -> Printed<String> {
    let parts = labelled.parts.iter().map(|part| &part.printed);
    let mut printed = super::super::lines::join(parts)
        .unwrap_or_else(|| labelled.value.count.clone().map(|_| String::new()));
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
    printed.value.clone_from(&text);
    printed.text = text;
    printed
}
