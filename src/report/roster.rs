//! Who can answer: the groups and the names, gathered from every place that prints them.

use super::charts::without_values;
use super::front::Front;
use super::lines::{L, Style, fold, squash};
use super::titles::{NOT_STATED, Title};
use crate::text::Layout;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// What every answer of a short text begins with.
pub(super) const TEXT_KEY: &str = "Tekst";
/// What every answer of an integer question begins with, and the heading of its statistics.
pub(super) const INTEGER_KEY: &str = "Heltall";

/// Groups and names.
#[derive(Debug, Default)]
pub(super) struct Roster {
    /// `Kommune (Offentlig)` → `Offentlig/Kommune`.
    headings: BTreeMap<String, String>,
    /// `Offentlig/Kommune` without blanks → as printed.
    groups: BTreeMap<String, String>,
    /// Group → name → how often it stands in the overview, or most often under one question.
    pub(super) names: BTreeMap<String, BTreeMap<String, u32>>,
    /// How names are set above answers, where that differs from how answers are set.
    pub(super) name_style: Option<Style>,
}

impl Roster {
    /// The group of a category heading.
    pub(super) fn heading(&self, text: &str) -> Option<&str> {
        // Most lines are none, and need not be looked for.
        let heading = text.ends_with(')').then(|| self.headings.get(text))?;
        heading.map(String::as_str)
    }

    /// The group that a text names, blanks aside.
    pub(super) fn group_squashed(&self, squashed: &str) -> Option<&str> {
        self.groups.get(squashed).map(String::as_str)
    }

    /// Whether some group, blanks aside, begins so.
    pub(super) fn group_begins(&self, squashed: &str) -> bool {
        let mut after = self
            .groups
            .range::<str, _>((Bound::Included(squashed), Bound::Unbounded));
        after
            .next()
            .is_some_and(|(group, _)| group.starts_with(squashed))
    }

    /// Whether a name is known in a group.
    pub(super) fn knows(&self, group: &str, name: &str) -> bool {
        self.names
            .get(group)
            .is_some_and(|names| names.contains_key(name))
    }

    /// How often a name may stand under one question.
    pub(super) fn times(&self, group: &str, name: &str) -> u32 {
        self.names
            .get(group)
            .and_then(|names| names.get(name))
            .copied()
            .unwrap_or(0)
    }

    /// Makes a name known, at least `times` times.
    pub(super) fn add(&mut self, group: &str, name: &str, times: u32) {
        let known = self
            .names
            .entry(group.to_owned())
            .or_default()
            .entry(name.to_owned())
            .or_insert(0);
        *known = (*known).max(times);
    }

    fn add_group(&mut self, sector: &str, category: &str) {
        let path = format!("{sector}/{category}");
        self.headings
            .insert(format!("{category} ({sector})"), path.clone());
        self.groups.insert(squash(&path).into_owned(), path);
    }

    /// A line under `Ikke angitt` as name, group, and the bytes of the name in the folded text.
    pub(super) fn not_stated_line(&self, text: &str) -> Option<(String, String)> {
        // A name may itself hold the separator, so the group is looked for from the right.
        let mut at = text.len();
        while let Some(found) = text.get(..at).and_then(|head| head.rfind(" - ")) {
            let group = squash(text.get(found + 3..)?);
            if let Some(group) = self.group_squashed(&group) {
                return Some((text.get(..found)?.to_owned(), group.to_owned()));
            }
            at = found;
        }
        None
    }
}

/// The groups alone, from the filter tree, the overview and the not-stated lists.
pub(super) fn groups(all: &[L<'_>], front: &Front) -> Roster {
    let mut roster = Roster::default();
    let mut sectors: BTreeSet<String> = BTreeSet::new();
    for category in &front.overview {
        roster.add_group(&category.sector, &category.name.value);
        sectors.insert(category.sector.clone());
    }
    for filter in front.filters.iter().filter(|filter| filter.depth > 0) {
        if let Some((sector, _)) = filter.path.split_once('/') {
            roster.add_group(sector, &filter.name.value);
            sectors.insert(sector.to_owned());
        }
    }
    // Where the first pages are lost, the lists `Ikke angitt` and the headings still tell.
    let mut listed: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut in_list = false;
    for line in all {
        let text = line.text();
        if text.starts_with(NOT_STATED) {
            in_list = true;
        } else if in_list {
            match text
                .rsplit_once(" - ")
                .and_then(|(_, path)| path.split_once('/'))
            {
                Some((sector, category))
                    if !sector.contains(' ') && !category.trim().is_empty() =>
                {
                    *listed
                        .entry((sector.to_owned(), category.to_owned()))
                        .or_default() += 1;
                }
                _ => in_list = false,
            }
        }
    }
    for (sector, category) in listed.into_keys() {
        roster.add_group(&sector, &category);
        sectors.insert(sector);
    }
    for line in all {
        let text = line.text();
        let Some((category, sector)) = text
            .strip_suffix(')')
            .and_then(|head| head.rsplit_once(" ("))
        else {
            continue;
        };
        if sectors.contains(sector)
            && category.chars().count() < 60
            && category.chars().next().is_some_and(char::is_uppercase)
        {
            roster.add_group(sector, category);
        }
    }
    roster
}

/// Fills in the names, once the questions are known.
pub(super) fn names(
    roster: &mut Roster,
    all: &[L<'_>],
    front: &Front,
    titles: &[Title],
    layout: Layout,
) {
    for category in &front.overview {
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for name in &category.respondents {
            *times.entry(&name.value).or_default() += 1;
        }
        for (name, times) in times {
            roster.add(&category.group, name, times);
        }
    }
    if layout == Layout::Boxes {
        roster.name_style = name_style(roster, all, titles);
    }
    let mut seen = Seen::new();
    for (index, title) in titles.iter().enumerate() {
        let end = titles.get(index + 1).map_or(all.len(), |next| next.first);
        let body = all.get(title.end..end).unwrap_or(&[]);
        if layout == Layout::Flow {
            // Values of charts may stand among the answers, drawn last on their page.
            from_answers(roster, &without_values(body, true), &mut seen);
        } else {
            from_answers(roster, body, &mut seen);
        }
        from_not_stated(roster, body, &mut seen);
    }
    for ((group, name), counts) in seen {
        // How often a name stands is settled by the overview, or by most of the questions, where
        // the overview has it less often.
        let questions: u32 = counts.values().sum();
        let usual = counts
            .into_iter()
            .max_by_key(|(_, questions)| *questions)
            .map_or(1, |(times, _)| times);
        // One line that is taken for a name proves nothing where the overview has everyone.
        let listed = front.overview_complete
            && front
                .overview
                .iter()
                .any(|category| category.group == group);
        if questions >= 3
            || (!roster.knows(&group, &name) && (!listed || questions >= 2 || titles.len() <= 3))
        {
            roster.add(&group, &name, usual);
        }
    }
}

/// (Group, name) → how often it stands under a question → under how many questions.
type Seen = BTreeMap<(String, String), BTreeMap<u32, u32>>;

/// How names are set: as the first line after a category heading is, where answers are set otherwise.
fn name_style(roster: &Roster, all: &[L<'_>], titles: &[Title]) -> Option<Style> {
    let mut names: BTreeMap<Style, u32> = BTreeMap::new();
    let mut answers: BTreeMap<Style, u32> = BTreeMap::new();
    let start = titles.first()?.end;
    let lines = all.get(start..)?;
    for pair in lines.windows(2) {
        let [above, line] = pair else { continue };
        let (Some(style), text) = (line.style(), line.text()) else {
            continue;
        };
        if roster.heading(above.text()).is_some() && roster.heading(text).is_none() {
            *names.entry(style).or_default() += 1;
        } else if text.starts_with("Tekst: ") || text.starts_with("Heltall: ") {
            *answers.entry(style).or_default() += 1;
        }
    }
    let (style, count) = names.iter().max_by_key(|(_, count)| **count)?;
    let all_names: u32 = names.values().sum();
    let clear = count * 10 >= all_names * 9 && !answers.contains_key(style) && !answers.is_empty();
    clear.then_some(*style)
}

fn from_answers(roster: &Roster, body: &[L<'_>], seen_all: &mut Seen) {
    let mut group: Option<String> = None;
    let mut first = false;
    let mut seen: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (index, line) in body.iter().enumerate() {
        let text = line.text();
        if text.starts_with(NOT_STATED) {
            break;
        }
        if let Some(found) = roster.heading(text) {
            group = Some(found.to_owned());
            first = true;
            continue;
        }
        let Some(group) = &group else { continue };
        let set_as_name = roster
            .name_style
            .is_none_or(|style| line.style() == Some(style));
        let keyed = body.get(index + 1).is_some_and(|next| {
            let next = next.text();
            next.starts_with("Tekst: ") || next.starts_with("Heltall: ")
        });
        let is_key = text.starts_with("Tekst:") || text.starts_with("Heltall:");
        let by_style = roster.name_style.is_some() && set_as_name;
        if !is_key && set_as_name && (std::mem::take(&mut first) || keyed || by_style) {
            *seen.entry((group.clone(), text.to_owned())).or_default() += 1;
        }
    }
    for (key, times) in seen {
        *seen_all.entry(key).or_default().entry(times).or_default() += 1;
    }
}

fn from_not_stated(roster: &Roster, body: &[L<'_>], seen_all: &mut Seen) {
    let Some(start) = body
        .iter()
        .position(|line| line.text().starts_with(NOT_STATED))
    else {
        return;
    };
    let mut seen: BTreeMap<(String, String), u32> = BTreeMap::new();
    for line in body.get(start + 1..).unwrap_or(&[]) {
        if let Some((name, group)) = roster.not_stated_line(&fold(line.text())) {
            *seen.entry((group, name)).or_default() += 1;
        }
    }
    for (key, times) in seen {
        *seen_all.entry(key).or_default().entry(times).or_default() += 1;
    }
}
