//! The overview: who has answered, by category.

use super::captured::{group, number_or_unread};
use super::exporter;
use super::folded::{fold, squash};
use super::lines::{Line, join};
use super::numbers::integer;
use super::squashed::without_breaks;
use super::{Filter, Group, OverviewCategory};
use crate::text::{Layout, Printed, is_dash};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A heading of the overview takes at most this many lines.
const MAX_HEADING: usize = 6;
/// The survey's title takes at most this many lines.
const MAX_TITLE: usize = 6;

/// What the overview says.
#[derive(Debug, Default)]
pub(super) struct Overview {
    pub(super) categories: Vec<OverviewCategory>,
    /// For each category the lines that stand closer to the line above than names do.
    pub(super) close: Vec<BTreeSet<usize>>,
    /// Whether its end was found.
    pub(super) complete: bool,
    /// The line that ends it.
    pub(super) ends: Option<usize>,
    /// Whether it ends with the survey's title, printed again.
    pub(super) title_again: bool,
}

impl Overview {
    /// Reads the lines below its heading; `questions` are those after its end.
    pub(super) fn read(
        lines: &[Line<'_>],
        questions: &[Line<'_>],
        layout: Layout,
        title: Option<&str>,
        filters: &[Filter],
    ) -> Self {
        let mut found = Self::default();
        let title = title.map(|title| squash(title).into_owned());
        // The names of each category, where each cell of a line is one.
        let mut cells: Vec<Vec<Printed<String>>> = Vec::new();
        // The categories in which each line of several cells is one that was stretched.
        let mut stretched: Vec<bool> = Vec::new();
        let mut index = 0;
        while let Some(line) = lines.get(index) {
            index += 1;
            if ends_overview(lines, index - 1) {
                found.complete = true;
                found.ends = Some(index - 1);
                break;
            }
            // Where no headings end the overview, the survey's title does, which comes again.
            if again(lines, index - 1, title.as_deref()) {
                found.complete = !found.categories.is_empty();
                found.title_again = true;
                found.ends = Some(index - 1);
                break;
            }
            if let Some((category, taken)) = category_at(lines, index - 1, filters) {
                found.categories.push(category);
                found.close.push(BTreeSet::new());
                cells.push(Vec::new());
                stretched.push(true);
                index += taken - 1;
            } else if let (Some(category), Some(close), Some(cells), Some(stretched)) = (
                found.categories.last_mut(),
                found.close.last_mut(),
                cells.last_mut(),
                stretched.last_mut(),
            ) {
                if layout == Layout::Boxes
                    && !category.respondents.is_empty()
                    && wraps(lines, index - 1)
                {
                    close.insert(category.respondents.len());
                }
                // In text nothing but words tells what was drawn over the page, or beside it, from a name.
                if layout == Layout::Boxes || !exporter::is_labelled_figure(line.raw()) {
                    category.respondents.push(line.printed());
                    let parts = line.cells();
                    *stretched &= parts.len() < 2 || is_stretched(lines, index - 1, &parts);
                    cells.extend(parts);
                }
            }
        }
        found.part(cells, &stretched, questions);
        found
    }

    /// Names may stand beside each other: then the counts of the categories are those of the cells.
    fn part(
        &mut self,
        cells: Vec<Vec<Printed<String>>>,
        stretched: &[bool],
        questions: &[Line<'_>],
    ) {
        let agreeing = |names: &dyn Fn(usize) -> usize| {
            let counted = self.categories.iter().enumerate();
            let agrees = counted.filter(|(at, category)| {
                i64::try_from(names(*at)).is_ok_and(|names| names == category.count.value)
            });
            agrees.count()
        };
        let lines = |at: usize| {
            let category = self.categories.get(at);
            category.map_or(0, |category| category.respondents.len())
        };
        let of_cells = |at: usize| cells.get(at).map_or(0, Vec::len);
        let (whole, parted) = (agreeing(&lines), agreeing(&of_cells));
        if parted < whole {
            return;
        }
        let parts = self.categories.iter_mut().zip(&mut self.close).zip(cells);
        for (((category, close), cells), stretched) in parts.zip(stretched) {
            if cells.len() == category.respondents.len() || *stretched && parted == whole {
                continue;
            }
            // Names that wrap in their columns are more cells than there are names.
            let fits = i64::try_from(cells.len()).is_ok_and(|all| all <= category.count.value);
            let told = parted > whole || answer_each(&cells, questions);
            if told {
                category.respondents = cells;
                close.clear();
            }
            // Nothing tells whether one stands there, or several.
            self.complete &= told && fits;
        }
    }
}

/// Whether one of the headings that end the overview begins at a line; in a narrow column it may go on
/// in the next ones.
pub(super) fn ends_overview(lines: &[Line<'_>], at: usize) -> bool {
    let Some(first) = lines.get(at) else {
        return false;
    };
    let mut text = first.text().to_owned();
    for next in lines.iter().skip(at + 1).take(MAX_HEADING) {
        if exporter::ends_overview(&text) || !exporter::begins_overview_end(&text) {
            break;
        }
        text.push(' ');
        text.push_str(next.text());
    }
    exporter::ends_overview(&text)
}

/// The heading of a category that begins at a line, and over how many lines it runs.
fn category_at(
    lines: &[Line<'_>],
    at: usize,
    filters: &[Filter],
) -> Option<(OverviewCategory, usize)> {
    let first = lines.get(at)?;
    if let Some(found) = exporter::category(first.raw().trim_end()) {
        let (name, sector) = (group(first, &found, 1)?, group(first, &found, 2)?.value);
        let count = number_or_unread(first, &found, 3)?;
        return Some((category(name, sector, count), 1));
    }
    let mut parts = vec![first.printed()];
    for (index, line) in lines.iter().enumerate().skip(at + 1).take(MAX_HEADING - 1) {
        // Without its dash, it may be the end of one that wraps.
        let dashed = line
            .text()
            .rsplit_once('(')
            .is_some_and(|(head, _)| head.trim_end().ends_with(is_dash));
        let alone = dashed && exporter::category(line.raw().trim_end()).is_some();
        if alone || line.style() != first.style() || line.page_index > first.page_index + 1 {
            return None;
        }
        parts.push(line.printed());
        let whole = join(&parts)?;
        let Some(found) = exporter::category(&whole.value) else {
            continue;
        };
        let part = |index: usize| {
            found
                .get(index)
                .map(|part| fold(part.as_str()).into_owned())
        };
        let mut name = first.printed();
        name.value = part(1)?;
        // A name may stand above the heading; the filter tree has the names of all categories.
        let is_known = |name: &str| {
            let wanted = squash(name).to_lowercase();
            let mut known = filters.iter().map(|filter| squash(&filter.name.value));
            known.any(|known| known.to_lowercase() == wanted)
        };
        if !is_known(&name.value) {
            // A hyphen may be the break's.
            name.value = without_breaks(&name.value);
            if !is_known(&name.value) {
                return None;
            }
        }
        name.text.clone_from(&name.value);
        let above = lines.get(index - 1)?;
        let printed = if let Some(tail) = exporter::count_tail(line.raw().trim_end()) {
            line.part(tail.start, tail.end)
        } else {
            let tail = exporter::number_tail(above.raw(), line.text())?;
            above.part(tail.start, tail.end)
        };
        let value = integer(&printed.value)?;
        let count = printed.map(|_| value);
        return Some((category(name, part(2)?, count), index + 1 - at));
    }
    None
}

fn category(name: Printed<String>, sector: String, count: Printed<i64>) -> OverviewCategory {
    OverviewCategory {
        group: Group::of(&sector, &name.value),
        name,
        sector,
        count,
        respondents: Vec::new(),
    }
}

/// Whether the lines from one on are the end of the survey's title on the front page (which there
/// begins with the county), up to the title of the first question, of which some may be the beginning where
/// the survey's title begins a page.
fn again(lines: &[Line<'_>], at: usize, title: Option<&str>) -> bool {
    let Some(title) = title.filter(|title| !title.is_empty()) else {
        return false;
    };
    let rest = lines.get(at..).unwrap_or(&[]);
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    let begins = above
        .zip(rest.first())
        .is_some_and(|(above, line)| above.page_index < line.page_index);
    let mut text = String::new();
    let mut ends = rest.iter().enumerate().filter(|(count, line)| {
        text.push_str(line.squashed());
        let all = count + 1 == rest.len();
        (all || begins) && text.chars().count() > 8 && title.ends_with(&text)
    });
    let most = if begins { 2 * MAX_TITLE } else { MAX_TITLE };
    rest.len() <= most && ends.next().is_some()
}

/// Whether each of these names stands on a line of its own among the questions, alone or before its category
/// in brackets, and no two of them that are neighbours as a name does that is broken there.
fn answer_each(names: &[Printed<String>], questions: &[Line<'_>]) -> bool {
    let says = |line: &Line<'_>, name: &str| {
        let rest = line.squashed().strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    };
    let names: Vec<_> = names.iter().map(|name| squash(&name.value)).collect();
    let stands = |name: &str| questions.iter().any(|line| says(line, name));
    let broken = |pair: &[Cow<'_, str>]| {
        // Who answers twice may stand twice, above a blank answer.
        let differ = pair.first() != pair.last();
        let says_both =
            |lines: &[Line<'_>]| lines.iter().zip(pair).all(|(line, name)| says(line, name));
        differ && questions.windows(2).any(says_both)
    };
    names.iter().all(|name| stands(name)) && !names.windows(2).any(broken)
}

/// Whether a line of several cells is one name's, its words set apart as far as the column is wide: each is
/// a cell, and the name goes on below.
fn is_stretched(lines: &[Line<'_>], at: usize, cells: &[Printed<String>]) -> bool {
    let words = cells
        .iter()
        .all(|cell| !cell.value.contains(char::is_whitespace));
    let left = |at: usize| Some(lines.get(at)?.cell()?.bbox?.x0);
    let below = left(at).zip(left(at + 1));
    let flush = below.is_some_and(|(above, below)| (above - below).abs() < 2.0);
    words
        && flush
        && lines
            .get(at + 1)
            .is_some_and(|line| line.cells().len() == 1)
}

/// Whether a line of the overview goes on the line above: it stands closer than the usual pitch.
fn wraps(lines: &[Line<'_>], index: usize) -> bool {
    let top = |index: usize| lines.get(index).and_then(Line::bbox).map(|bbox| bbox.y0);
    let pitch =
        |index: usize| Some(top(index)? - top(index.checked_sub(1)?)?).filter(|pitch| *pitch > 0.0);
    let mut pitches: Vec<f32> = (1..lines.len().min(400)).filter_map(pitch).collect();
    pitches.sort_by(f32::total_cmp);
    match (pitch(index), pitches.get(pitches.len() / 2)) {
        (Some(here), Some(usual)) => here < 0.72 * usual,
        _ => false,
    }
}
