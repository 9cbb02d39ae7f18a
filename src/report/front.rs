//! The front page and the overview: date, title, filter tree, and who has answered.

use super::captured::{group, number, number_or_unread};
use super::exporter;
use super::filter_lines::begun;
use super::flat_filters;
use super::lines::{Line, is_below, join, passage, same_paragraph};
use super::overview::{Overview, ends_overview};
use super::{Explanation, Filter, OverviewCategory, Passage, Unread};
use crate::text::{Layout, Printed};
use std::collections::BTreeSet;

/// How far a child of the filter tree is indented at the least, points.
const INDENT: f32 = 3.0;

impl Filter {
    /// The sector and the category of a line below a sector; the tree may have more branches between them.
    pub(super) fn category(&self) -> Option<(&str, &str)> {
        let (sector, _) = self.path.split_once('/').filter(|_| self.depth > 0)?;
        Some((sector, &self.name.value))
    }
}

/// What stands before the questions.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) date: Option<Printed<(i32, u8, u8)>>,
    pub(super) title: Option<Printed<String>>,
    pub(super) shown: Option<Printed<i64>>,
    pub(super) total: Option<Printed<i64>>,
    pub(super) filters: Vec<Filter>,
    pub(super) filters_complete: bool,
    pub(super) overview: Vec<OverviewCategory>,
    pub(super) overview_complete: bool,
    /// For each category of the overview the lines that stand closer to the line above than names do.
    pub(super) close: Vec<BTreeSet<usize>>,
    /// The line from which on the exporter prints filters and names alone: how many answers are shown,
    /// the heading of the filter tree, or the overview's.
    pub(super) begins: Option<usize>,
    /// Page indices of the heading of the filter tree, of the overview's heading, and of its last line.
    pub(super) places: (Option<usize>, Option<usize>, Option<usize>),
    /// The line that ends the overview.
    pub(super) ends: Option<usize>,
    /// Whether the survey's title is printed again before the first question.
    pub(super) title_again: bool,
    /// What on the front page and in the overview is no figure to check.
    pub(super) passages: Vec<Passage>,
    /// What should have been a figure there.
    pub(super) unread: Vec<Unread>,
    /// Where answers stand before the first title: the page with their title is missing.
    pub(super) stray_answers: Option<usize>,
}

/// Reads the lines before the first question; `end` is the index of its title.
pub(super) fn read(all: &[Line<'_>], end: usize, layout: Layout) -> Front {
    let lines = all.get(..end).unwrap_or(all);
    let mut front = Front::default();
    let overview_at = lines
        .iter()
        .position(|line| exporter::is_overview_heading(line.text()));
    let filter_at = lines
        .iter()
        .position(|line| exporter::is_filter_heading(line.text()));
    let shown_at = lines
        .iter()
        .position(|line| exporter::shown(line.raw()).is_some());
    front.begins = shown_at.or(filter_at).or(overview_at);
    let head_end = filter_at.or(overview_at).unwrap_or(lines.len());
    head(lines.get(..head_end).unwrap_or(&[]), layout, &mut front);
    if let Some(at) = filter_at {
        let until = overview_at.filter(|over| *over > at).unwrap_or(lines.len());
        let rest = lines.get(at + 1..until).unwrap_or(&[]);
        filters(rest, layout, &mut front);
    }
    let first_category = lines
        .iter()
        .position(|line| exporter::category(line.text()).is_some());
    let mut ended = None;
    if let Some(at) = overview_at.map(|at| at + 1).or(first_category) {
        let title = front.title.as_ref().map(|title| title.value.as_str());
        let found = Overview::read(
            lines.get(at..).unwrap_or(&[]),
            all.get(end..).unwrap_or(&[]),
            layout,
            title,
            &front.filters,
        );
        ended = found.ends.map(|end| at + end);
        front.overview_complete = found.complete && overview_at.is_some();
        front.title_again = found.title_again;
        (front.overview, front.close) = (found.categories, found.close);
    }
    // What ends it before it begins belongs to a page that stands in the wrong place.
    let below = overview_at.unwrap_or(0)..lines.len();
    let overview_end = below.rev().find(|at| ends_overview(lines, *at));
    let page_of = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|line| line.page_index);
    front.ends = overview_end.or(ended);
    front.places = (
        page_of(filter_at),
        page_of(overview_at),
        page_of(front.ends),
    );
    let title = front
        .title
        .as_ref()
        .map(|title| title.value.clone())
        .unwrap_or_default();
    let after = lines.get(overview_end.unwrap_or(0)..).unwrap_or(&[]);
    front.title_again |= after.iter().any(|line| {
        !line.text().is_empty() && title.ends_with(line.text()) || words_of(&title, line)
    });
    front.stray_answers = lines
        .iter()
        .find(|line| is_answer(line))
        .map(|line| line.page_index);
    // What stands below a category is not known without geometry.
    front.filters_complete &= layout != Layout::Flow;
    flat_filters::settle(&mut front.filters, &front.overview, layout);
    explain(lines, &mut front);
    front
}

/// Whether a line says several words, and no other than the survey's title: the mark that parts the name
/// of the survey from that of the year may differ.
fn words_of(title: &str, line: &Line<'_>) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|ch: char| !ch.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (said, known) = (words(line.text()), words(title));
    said.len() > 2 && said.iter().all(|word| known.contains(word))
}

/// What of the lines explains the digits in it: all but the figures, and what should be one.
fn explain(lines: &[Line<'_>], front: &mut Front) {
    for line in lines {
        let raw = line.raw().trim_end();
        let named = |found: &regex::Captures<'_>, index: usize| {
            let name = found.get(index)?;
            let printed = line.part(name.start(), name.end());
            Some(passage(&printed, Explanation::Name))
        };
        if exporter::date(raw.trim()).is_some() {
            front.passages.push(line.passage(Explanation::Date));
        } else if exporter::shown(line.raw()).is_some() {
            // Its numbers are figures.
        } else if let Some(found) = exporter::category(raw) {
            front
                .passages
                .extend([1, 2].iter().filter_map(|at| named(&found, *at)));
        } else if let Some(found) = exporter::filter(raw) {
            front.passages.extend(named(&found, 1));
        } else if front.overview.iter().any(|category| {
            let span = category.count.span;
            let stands = span.page == line.page.number && span.line == line.on_page.number;
            stands && category.count.certain
        }) {
            // The end of a heading that wraps: its number is a figure.
        } else if exporter::should_count(line.text()) {
            let printed = line.printed();
            front.unread.push(Unread {
                printed,
                what: "count",
            });
        } else {
            front.passages.push(line.passage(Explanation::Prose));
        }
    }
}

/// Whether a line is the answer to a question, which cannot stand before the first title.
fn is_answer(line: &Line<'_>) -> bool {
    exporter::key(line.raw()).is_some() || exporter::begins_not_stated(line.text())
}

fn head(lines: &[Line<'_>], layout: Layout, front: &mut Front) {
    for (index, line) in lines.iter().enumerate() {
        if let Some(found) = exporter::date(line.raw().trim()) {
            let part = |index: usize| {
                found
                    .get(index)
                    .and_then(|part| part.as_str().parse::<u16>().ok())
            };
            if let (Some(day), Some(month), Some(year)) = (part(1), part(2), part(3)) {
                let value = (
                    i32::from(year),
                    u8::try_from(month).unwrap_or(0),
                    u8::try_from(day).unwrap_or(0),
                );
                front.date = Some(line.printed().map(|_| value));
            }
        } else if let Some(found) = exporter::shown(line.raw()) {
            front.shown = number(line, &found, 1);
            front.total = number(line, &found, 2);
        } else if exporter::is_subtitle(line.text()) && front.title.is_none() {
            title_above(lines, index, layout, front);
        }
    }
}

/// The title is the paragraph above the subtitle.
fn title_above(lines: &[Line<'_>], subtitle: usize, layout: Layout, front: &mut Front) {
    let mut first = subtitle;
    while let Some(line) = first.checked_sub(1).and_then(|above| lines.get(above)) {
        let starts_new = first < subtitle
            && lines.get(first).is_some_and(|below| {
                !same_paragraph(line, below, layout) && !is_below(line, below)
            });
        if starts_new || exporter::date(line.text()).is_some() {
            break;
        }
        first -= 1;
    }
    let parts: Vec<_> = lines
        .get(first..subtitle)
        .unwrap_or(&[])
        .iter()
        .map(Line::printed)
        .collect();
    front.title = join(&parts);
}

fn filters(lines: &[Line<'_>], layout: Layout, front: &mut Front) {
    front.filters_complete = true;
    // The open branches: indent and index.
    let mut branch: Vec<(f32, usize)> = Vec::new();
    let mut rest = 0;
    for (at, line) in lines.iter().enumerate() {
        // What goes on the line above was read with it.
        if rest > 0 {
            rest -= 1;
            continue;
        }
        let begun = if layout == Layout::Boxes {
            begun(lines, at)
        } else {
            0
        };
        let counted = lines.get(at + begun).unwrap_or(line);
        let found = exporter::filter(counted.raw().trim_end());
        let Some(found) = found.filter(|found| begun > 0 || found.get(1).is_some()) else {
            if !line.certain() {
                front.filters_complete = false;
                continue;
            }
            // Where the tree goes on below, a line of it was not understood.
            let below = lines
                .iter()
                .skip(at + 1)
                .take_while(|below| below.page_index == line.page_index);
            front.filters_complete &= !below
                .into_iter()
                .any(|line| exporter::filter(line.raw().trim_end()).is_some());
            break;
        };
        rest = begun;
        let Some(count) = number_or_unread(counted, &found, 2) else {
            continue;
        };
        let above = lines.iter().skip(at).take(begun).map(Line::printed);
        let name = above.chain(group(counted, &found, 1));
        let Some(mut name) = join(&name.collect::<Vec<_>>()) else {
            continue;
        };
        name.text.clone_from(&name.value);
        let indent = if let (Layout::Boxes, Some(bbox)) = (layout, line.bbox()) {
            bbox.x0
        } else {
            let blanks = line.raw().len() - line.raw().trim_start().len();
            f32::from(u16::try_from(blanks).unwrap_or(u16::MAX)) * 4.0
        };
        while branch
            .last()
            .is_some_and(|(open, _)| *open + INDENT > indent)
        {
            branch.pop();
        }
        let parent = branch.last().map(|(_, index)| *index);
        let path = match parent.and_then(|parent| front.filters.get(parent)) {
            Some(above) => format!("{}/{}", above.path, name.value),
            None => name.value.clone(),
        };
        branch.push((indent, front.filters.len()));
        front.filters.push(Filter {
            count,
            depth: u32::try_from(branch.len() - 1).unwrap_or(0),
            path,
            parent,
            inactive: found.get(3).is_some(),
            name,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::certain;

    #[test]
    fn a_category_is_of_its_sector_however_deep_it_stands() {
        let filter = |name: &str, path: &str, depth: u32| Filter {
            name: certain(name.to_owned()),
            count: certain(1),
            depth,
            path: path.to_owned(),
            parent: None,
            inactive: false,
        };
        let deep = filter("Grunnskole", "Offentlig/Skole/Grunnskole", 2);
        assert_eq!(deep.category(), Some(("Offentlig", "Grunnskole")));
        assert_eq!(filter("A/B", "A/B", 0).category(), None);
    }
}
