//! Lines that are the report's own though they stand in one place on most pages: where every question begins
//! a page, so do the first category's heading and the first name.

use super::Furniture;
use crate::report::exporter;
use crate::report::lines::fold;
use crate::report::squashed::Squashed;
use crate::text::Document;
use std::collections::BTreeSet;

/// Takes from the furniture what questions are made of: keys and figures, and the names and categories of
/// the overview.
pub(super) fn keep(document: &Document, furniture: &mut Furniture) {
    if furniture.lines.is_empty() {
        return;
    }
    let listed = listed(document, furniture);
    let is_own = |(page, line): &(usize, usize)| {
        let page = document.pages.get(*page);
        let line = page.zip(page.and_then(|page| page.lines.get(*line)));
        line.is_some_and(|(page, line)| {
            let raw = page.slice(&line.range);
            exporter::is_keyed(raw)
                || exporter::is_number_heading(&fold(raw))
                || exporter::count(raw).is_some()
                || listed.contains(&Squashed::of(raw))
        })
    };
    furniture.lines.retain(|place| !is_own(place));
}

/// A line of the overview.
struct Listed<'d> {
    /// Where it begins, points; `None` without geometry.
    left: Option<f32>,
    running: bool,
    raw: &'d str,
}

/// The lines between the overview's heading and its end. Where it runs over several pages, what heads and
/// ends them is left out; where its end is not said, nothing is known of it.
fn overview<'d>(document: &'d Document, furniture: &Furniture) -> Vec<Listed<'d>> {
    let mut begun = None;
    let mut lines: Vec<(bool, Listed<'d>)> = Vec::new();
    for (index, page) in document.pages.iter().enumerate() {
        let on_page = page.lines.iter().enumerate();
        for (at, line) in on_page.filter(|(_, line)| !line.numbering) {
            let raw = page.slice(&line.range);
            if exporter::count(raw).is_some() {
                return Vec::new();
            }
            let text = fold(raw);
            let Some(first) = begun else {
                begun = exporter::is_overview_heading(&text).then_some(index);
                continue;
            };
            if exporter::ends_overview(&text) {
                lines.retain(|(outside, _)| first == index || !outside);
                return lines.into_iter().map(|(_, line)| line).collect();
            }
            let cell = line.cells.first().and_then(|cell| cell.bbox);
            let listed = Listed {
                left: cell.map(|bbox| bbox.x0),
                running: line.running,
                raw,
            };
            lines.push((furniture.has(index, at), listed));
        }
    }
    Vec::new()
}

/// The names of the overview, and its categories as they head answers. What stands in one
/// place on most pages is a name if it begins where others do.
fn listed(document: &Document, furniture: &Furniture) -> BTreeSet<Squashed> {
    let lines = overview(document, furniture);
    let others = lines.iter().filter(|line| !line.running);
    let lefts: Vec<f32> = others.filter_map(|line| line.left).collect();
    let beside = |line: &Listed<'_>| {
        let near = |left: f32| lefts.iter().any(|other| (left - other).abs() < 1.0);
        line.running && !line.left.is_some_and(near)
    };
    let mut listed = BTreeSet::new();
    for line in lines.iter().filter(|line| !beside(line)) {
        let Some(found) = exporter::category(line.raw) else {
            listed.insert(Squashed::of(line.raw));
            continue;
        };
        if let (Some(category), Some(sector)) = (found.get(1), found.get(2)) {
            let heading = exporter::heading(category.as_str(), sector.as_str());
            listed.insert(Squashed::of(&heading));
        }
    }
    listed
}
