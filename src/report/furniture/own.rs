//! Lines that are the report's own though they stand in one place on most pages: where every question begins
//! a page, so do the first category's heading and the first name. None of it stands where it does on the
//! front page too: what does is printed on the pages, whatever it says.

use super::Furniture;
use super::sequences::shape;
use crate::report::exporter;
use crate::report::folded::fold;
use crate::report::front_page::is_front;
use crate::report::squashed::Squashed;
use crate::text::{Document, Line, Page};
use std::collections::{BTreeMap, BTreeSet};

/// On this share of the pages, of ten, stands what is printed on all of them.
const TENTHS: usize = 9;
/// Places that differ by less than this are one, lines or points.
const PLACE: f32 = 1.0;

/// Takes from the furniture what questions are made of: keys and figures, and the names and categories of
/// the overview.
pub(super) fn keep(document: &Document, furniture: &mut Furniture) {
    if furniture.lines.is_empty() {
        return;
    }
    let printed = printed(document, furniture);
    let listed = listed(document, furniture, &printed);
    let is_own = |(page, at): &(usize, usize)| {
        let page = document.pages.get(*page);
        let line = page.zip(page.and_then(|page| page.lines.get(*at)));
        line.is_some_and(|(page, line)| {
            let raw = page.slice(line.range);
            exporter::is_keyed(raw)
                || exporter::is_number_heading(&fold(raw))
                || exporter::count(raw).is_some()
                || within_count(page, *at)
                || listed.contains(&Squashed::of(raw))
        })
    };
    furniture
        .lines
        .retain(|place| printed.contains(place) || !is_own(place));
}

/// Whether a line and those beside it are a count that breaks: `(16` and `Svar)`, or `(Antall`, `svar:` and
/// `16)`.
fn within_count(page: &Page, at: usize) -> bool {
    let raw = |line: &Line| page.slice(line.range).trim();
    let counts = |lines: &[Line]| match lines {
        [above, below] => exporter::broken_count(raw(above), raw(below)).is_some(),
        [above, middle, below] => {
            let begun = format!("{} {}", raw(above), raw(middle));
            exporter::is_within_count(raw(middle))
                && exporter::broken_count(&begun, raw(below)).is_some()
        }
        _ => false,
    };
    (2..=3).any(|many: usize| {
        let firsts = (at + 1).saturating_sub(many)..=at;
        let mut windows = firsts.filter_map(|first| page.lines.get(first..first + many));
        windows.any(counts)
    })
}

/// The furniture that says one thing in one place on nearly all pages, the front page among them: which
/// page, which line. Its figures may differ.
fn printed(document: &Document, furniture: &Furniture) -> BTreeSet<(usize, usize)> {
    let pages = &document.pages;
    let Some(front) = pages.iter().position(is_front) else {
        return BTreeSet::new();
    };
    // Covers stand before it or, where the file is turned round, behind it.
    let report = if front * 2 < pages.len() {
        front..pages.len()
    } else {
        0..front + 1
    };
    let filled = pages.get(report.clone()).unwrap_or(&[]).iter();
    let filled = filled.filter(|page| !page.lines.is_empty()).count();
    let mut said: BTreeMap<String, Vec<(f32, usize, usize)>> = BTreeMap::new();
    for (page, line) in &furniture.lines {
        let on_page = pages.get(*page);
        let Some((on_page, line_on)) = on_page.and_then(|on| Some((on, on.lines.get(*line)?)))
        else {
            continue;
        };
        let text = shape(&fold(on_page.slice(line_on.range)));
        let prints = said.entry(text).or_default();
        prints.extend(places(on_page, *line).map(|place| (place, *page, *line)));
    }
    let mut printed = BTreeSet::new();
    for mut prints in said.into_values() {
        prints.sort_by(|a, b| a.0.total_cmp(&b.0));
        for near in prints.chunk_by(|a, b| b.0 - a.0 < PLACE) {
            let on: BTreeSet<usize> = near.iter().map(|(_, page, _)| *page).collect();
            let of_report = on.iter().filter(|page| report.contains(page)).count();
            if on.contains(&front) && of_report * 10 >= filled * TENTHS {
                printed.extend(near.iter().map(|(_, page, line)| (*page, *line)));
            }
        }
    }
    printed
}

/// Where a line stands: its height, points, or in a text how many lines stand above it and, below 0, from
/// it on. One of them is the same on all pages for what is printed on all.
fn places(page: &Page, line: usize) -> impl Iterator<Item = f32> {
    let on_page = page.lines.get(line);
    let bbox = on_page.and_then(|line| line.cells.first()?.bbox);
    let count = |lines: usize| f32::from(u16::try_from(lines).unwrap_or(u16::MAX));
    let places = match bbox.filter(|_| page.height > 0.0) {
        Some(bbox) => [Some(bbox.y1), None],
        None => [Some(count(line)), Some(-count(page.lines.len() - line))],
    };
    places.into_iter().flatten()
}

/// A line of the overview.
struct Listed<'d> {
    /// Where it begins, points; `None` without geometry.
    left: Option<f32>,
    running: bool,
    raw: &'d str,
}

/// The lines between the overview's heading and its end. Where it runs over several pages, what heads and
/// ends them is left out, and what is printed on all pages; where its end is not said, nothing is known of it.
fn overview<'d>(
    document: &'d Document,
    furniture: &Furniture,
    printed: &BTreeSet<(usize, usize)>,
) -> Vec<Listed<'d>> {
    let mut begun = None;
    let mut lines: Vec<(bool, Listed<'d>)> = Vec::new();
    for (index, page) in document.pages.iter().enumerate() {
        let own = |at: usize, line: &Line| !line.numbering && !printed.contains(&(index, at));
        let on_page = page.lines.iter().enumerate();
        for (at, line) in on_page.filter(|(at, line)| own(*at, line)) {
            let raw = page.slice(line.range);
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
fn listed(
    document: &Document,
    furniture: &Furniture,
    printed: &BTreeSet<(usize, usize)>,
) -> BTreeSet<Squashed> {
    let lines = overview(document, furniture, printed);
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

#[cfg(test)]
mod tests {
    use super::super::drawn::{Drawn, QUESTIONS, document, report};
    use super::super::find;

    /// What furniture says, page by page.
    fn found(pages: &[Vec<Drawn<'_>>]) -> Vec<Vec<String>> {
        let document = document(pages);
        let furniture = find(&document);
        let pages = document.pages.iter().enumerate();
        pages
            .map(|(index, page)| {
                let lines = page.lines.iter().enumerate();
                let lines = lines.filter(|(line, _)| furniture.has(index, *line));
                lines
                    .map(|(_, line)| page.slice(line.range).to_owned())
                    .collect()
            })
            .collect()
    }

    #[test]
    fn what_the_front_page_has_as_well_is_furniture_whatever_it_says() {
        for text in [
            "Heivik kommune",
            "Kommune (Offentlig)",
            "Sum: 12 345",
            "Heltall",
            "Tekst: utkast",
            "Prøverapport (2 Svar)",
        ] {
            for place in [(60.0, 30.0), (400.0, 810.0)] {
                let mut pages = report(&QUESTIONS);
                for page in &mut pages {
                    page.push((text, place.0, place.1));
                }
                for on_page in found(&pages) {
                    assert_eq!(on_page, [text], "at {place:?}");
                }
            }
        }
    }

    #[test]
    fn what_heads_each_question_and_stands_elsewhere_on_the_front_page_is_the_reports_own() {
        let none = vec![Vec::<String>::new(); 10];
        assert_eq!(found(&report(&QUESTIONS)), none);
        // Nor is what one page lacks, if it is the front page.
        let mut pages = report(&QUESTIONS);
        for page in pages.iter_mut().skip(1) {
            page.push(("Kommune (Offentlig)", 60.0, 30.0));
        }
        assert_eq!(found(&pages), none);
    }

    #[test]
    fn the_end_of_a_count_is_the_title_s_though_each_title_heads_a_page() {
        for count in [
            &["(2", "Svar)"][..],
            &["(Antall svar:", "2)"],
            &["(Antall", "svar:", "2)"],
        ] {
            let mut pages = report(&QUESTIONS);
            for page in pages.iter_mut().skip(2) {
                let below = count.iter().zip([92.0, 104.0, 116.0]);
                let lines = below.map(|(text, y)| (*text, 60.0, y));
                page.splice(1..1, lines);
                let Some(title) = page.first_mut() else {
                    continue;
                };
                title.0 = title.0.trim_end_matches("(2 Svar)");
            }
            let none = vec![Vec::<String>::new(); 10];
            assert_eq!(found(&pages), none, "{count:?}");
        }
    }

    #[test]
    fn a_cover_need_not_have_what_the_report_has_on_all_pages() {
        for behind in [false, true] {
            let mut pages = report(&QUESTIONS);
            for page in &mut pages {
                page.push(("Heivik kommune", 60.0, 30.0));
            }
            if behind {
                pages.reverse();
            }
            let at = if behind { pages.len() } else { 0 };
            pages.insert(at, vec![("Vedlagt følger rapporten.", 60.0, 300.0)]);
            pages.insert(at, vec![("Til orientering.", 60.0, 300.0)]);
            let found = found(&pages);
            let marked = found.iter().filter(|on_page| !on_page.is_empty());
            assert_eq!(marked.count(), 10, "{behind}");
        }
    }
}
