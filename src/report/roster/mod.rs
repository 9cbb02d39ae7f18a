//! Who can answer: the groups and the names, gathered from every place that prints them.
//!
//! A long name wraps in one place and not in another. Under `Ikke angitt` its group ends it, so that
//! it is whole there; the overview and the answers are read by what is known of it elsewhere.

mod figures;
mod listed;
mod misspelt;
mod names;
mod rejoined;
mod respelt;
mod unread;
mod worn;

pub(super) use figures::explain;
pub(super) use listed::Entry;
pub(super) use names::names;

use super::bullets::is_mark;
use super::exporter;
use super::front::Front;
use super::group::Group;
use super::lines::{Line, Style};
use super::respondent_id::RespondentId;
use super::squashed::{Broken, Squashed};
use super::{Filter, OverviewCategory};
use crate::text::{Printed, is_dash};
use std::collections::{BTreeMap, BTreeSet};

/// A name or a heading takes at most this many lines, as a long one does in a narrow column.
pub(super) const MAX_LINES: usize = 6;

/// Over so many lines a name with its group may run in a list.
pub(super) const LIST_LINES: usize = MAX_LINES + 2;

/// No group has so many words.
const WORDS: usize = 24;

/// Groups and names.
#[derive(Debug, Default)]
pub(super) struct Roster {
    /// `Kommune (Offentlig)` without blanks → `Offentlig/Kommune`.
    headings: BTreeMap<Squashed, Group>,
    /// `Offentlig/Kommune` without blanks → as printed.
    groups: BTreeMap<Squashed, Group>,
    /// Group → name → how often it stands in the overview, or most often under one question.
    pub(super) names: BTreeMap<Group, BTreeMap<String, u32>>,
    /// Group → name without blanks → the name as it is spelt first.
    spellings: BTreeMap<Group, BTreeMap<Squashed, String>>,
    /// Group → name without the hyphens at its breaks → the name, where that is only one.
    unbroken: BTreeMap<Group, BTreeMap<Squashed, Option<String>>>,
    /// A name with what it wears under the questions, without blanks → the name as the overview has it.
    pub(super) worn: BTreeMap<Squashed, Squashed>,
    /// How names are set above answers, where that differs from how answers are set.
    pub(super) name_style: Option<Style>,
}

impl Roster {
    /// The group of a category heading.
    pub(super) fn of_heading(&self, heading: &Squashed) -> Option<&Group> {
        unread::known(&self.headings, heading)
    }

    /// Whether some category heading begins so.
    pub(super) fn heading_begins(&self, begun: &Squashed) -> bool {
        unread::begins(&self.headings, begun)
    }

    /// The group that a text names.
    pub(super) fn group(&self, named: &Squashed) -> Option<&Group> {
        unread::known(&self.groups, named)
    }

    /// Whether some group begins so.
    pub(super) fn group_begins(&self, begun: &Squashed) -> bool {
        unread::begins(&self.groups, begun)
    }

    /// The group whose name begins with the first of these lines, and over how many of them it runs.
    pub(super) fn group_at(&self, lines: &[Line<'_>]) -> Option<(Group, usize)> {
        let mut text = Broken::default();
        let mut found = None;
        for (count, line) in lines.iter().take(MAX_LINES).enumerate() {
            text.push_line(line);
            if let Some(group) = text.known(|text| self.group(text)) {
                found = Some((group.clone(), count + 1));
            }
            if !text.begins(|text| self.group_begins(text)) {
                break;
            }
        }
        found
    }

    /// The group whose category's heading begins with the first of these lines, and over how many of them it
    /// runs.
    pub(super) fn heading_at(&self, lines: &[Line<'_>]) -> Option<(Group, usize)> {
        let first = lines.first()?;
        let mut text = Broken::default();
        for (count, line) in lines.iter().take(MAX_LINES).enumerate() {
            // A heading may go on at the top of the next page.
            if line.style() != first.style() || line.page_index > first.page_index + 1 {
                break;
            }
            text.push_line(line);
            if !text.begins(|text| self.heading_begins(text)) {
                break;
            }
            if let Some(group) = text.known(|text| self.of_heading(text)) {
                return Some((group.clone(), count + 1));
            }
        }
        None
    }

    /// Everyone, and how often each stands in the overview, or most often under one question.
    pub(super) fn all(&self) -> impl Iterator<Item = (RespondentId<'_>, u32)> {
        self.names.iter().flat_map(|(group, names)| {
            let names = names.iter();
            names.map(move |(name, times)| (RespondentId { group, name }, *times))
        })
    }

    /// Everyone who is not among these.
    pub(super) fn others<'r>(
        &'r self,
        these: &BTreeSet<RespondentId<'_>>,
    ) -> impl Iterator<Item = RespondentId<'r>> {
        let all = self.all().map(|(id, _)| id);
        all.filter(|id| !these.contains(id))
    }

    /// Whether any name of a group is known.
    pub(super) fn has_names(&self, group: &Group) -> bool {
        self.names.get(group).is_some_and(|names| !names.is_empty())
    }

    /// A name of a group as it is spelt first.
    pub(super) fn spelling(&self, group: &Group, name: &Squashed) -> Option<&str> {
        let spelt = unread::known(self.spellings.get(group)?, name);
        let unbroken = || self.unbroken.get(group)?.get(name)?.as_ref();
        spelt.or_else(unbroken).map(String::as_str)
    }

    /// The same for a name that was put together of lines, which may be broken elsewhere than it is spelt.
    fn spelt(&self, group: &Group, name: &str) -> Option<&str> {
        Broken::of(name).known(|name| self.spelling(group, name))
    }

    /// Whether some name of a group begins so.
    pub(super) fn name_begins(&self, group: &Group, begun: &Squashed) -> bool {
        let known = self.spellings.get(group);
        let unbroken = self.unbroken.get(group);
        known.is_some_and(|known| unread::begins(known, begun))
            || unbroken.is_some_and(|known| unread::begins(known, begun))
    }

    /// How often a name may stand under one question.
    pub(super) fn times(&self, group: &Group, name: &str) -> u32 {
        self.names
            .get(group)
            .and_then(|names| names.get(name))
            .copied()
            .unwrap_or(0)
    }

    /// Makes a name known, at least `times` times.
    fn add(&mut self, group: &Group, name: &str, times: u32) {
        // What has no letters names nobody: a value of a chart.
        if !name.chars().any(char::is_alphabetic) {
            return;
        }
        let key = Squashed::of(name);
        // With unread letters it is the one that it can be, and no other.
        let same = self.spellings.get(group);
        let same = same.and_then(|known| unread::known(known, &key));
        let known = same.map(|known| Squashed::of(known));
        if known.is_none() {
            // Two that differ by a hyphen alone are two.
            let unbroken = self.unbroken.entry(group.clone()).or_default();
            unbroken
                .entry(Broken::of(name).unbroken())
                .and_modify(|known| *known = None)
                .or_insert_with(|| Some(name.to_owned()));
        }
        let spellings = self.spellings.entry(group.clone()).or_default();
        let name = spellings
            .entry(known.unwrap_or(key))
            .or_insert_with(|| name.to_owned());
        let names = self.names.entry(group.clone()).or_default();
        let known = names.entry(name.clone()).or_insert(0);
        *known = (*known).max(times);
    }

    /// Names with unread letters are those of somebody who answers and does not stand in the overview,
    /// where only one can be.
    fn merge_unread(&mut self, overview: &[OverviewCategory]) {
        let listed = |group: &Group, name: &str| {
            let mut of_group = overview.iter().filter(|category| category.group == *group);
            of_group.any(|category| category.respondents.iter().any(|one| one.value == name))
        };
        let is_unread = |name: &str| name.contains(char::REPLACEMENT_CHARACTER);
        for (group, names) in &mut self.names {
            let unread = names.keys().filter(|name| is_unread(name));
            for name in unread.cloned().collect::<Vec<_>>() {
                let key = Squashed::of(&name);
                let mut fitting = names.keys().filter(|known| {
                    let whole = Squashed::of(known);
                    let can_be = || unread::fits(key.as_str(), whole.as_str(), true);
                    !is_unread(known) && !listed(group, known) && can_be()
                });
                let (Some(known), None) = (fitting.next().cloned(), fitting.next()) else {
                    continue;
                };
                let times = names.remove(&name).unwrap_or(1);
                let so_far = names.entry(known.clone()).or_insert(times);
                *so_far = (*so_far).max(times);
                let spellings = self.spellings.entry(group.clone()).or_default();
                spellings.insert(key, known);
            }
        }
    }

    fn add_group(&mut self, sector: &str, category: &str) {
        let group = Group::of(sector, category);
        let heading = Squashed::of(&exporter::heading(category, sector));
        // With unread letters it is the one that it can be.
        if self.of_heading(&heading).is_some() {
            return;
        }
        self.settle_unread(&heading, &group);
        self.headings
            .entry(heading)
            .or_insert_with(|| group.clone());
        let named = Squashed::of(group.as_str());
        self.groups.entry(named).or_insert(group);
    }

    /// A group that was known with unread letters is the first one that it can be.
    fn settle_unread(&mut self, heading: &Squashed, group: &Group) {
        let is_unread = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
        if is_unread(heading.as_str()) {
            return;
        }
        let mut fitting = self.headings.iter().filter(|(known, named)| {
            is_unread(named.as_str()) && unread::fits(known.as_str(), heading.as_str(), true)
        });
        let (Some((_, unread)), None) = (fitting.next(), fitting.next()) else {
            return;
        };
        let unread = unread.clone();
        let known = self.headings.values_mut().chain(self.groups.values_mut());
        for same in known.filter(|known| **known == unread) {
            same.clone_from(group);
        }
    }

    /// The entry that a text under `Ikke angitt` is: name and group. `None` where several stand there, side
    /// by side.
    pub(super) fn entry(&self, text: &str) -> Option<(String, Group)> {
        let (name, group) = self.not_stated_line(text)?;
        let mut at = name.len();
        while let Some((found, width)) = name.get(..at).and_then(separator) {
            let rest = name.get(found + width..)?;
            let mut heads = rest.match_indices(' ').take(WORDS);
            let is_group = |end: usize| {
                let head = rest.get(..end);
                head.is_some_and(|head| Broken::of(head).known(|text| self.group(text)).is_some())
            };
            if heads.any(|(end, _)| is_group(end)) {
                return None;
            }
            at = found;
        }
        Some((name, group))
    }

    /// The parts of a line under `Ikke angitt`, each of which is an entry of its own; else the whole line.
    fn entries(&self, line: &Line<'_>) -> Vec<Printed<String>> {
        let parts = line.cells();
        let is_entry = |part: &Printed<String>| self.entry(&part.value).is_some();
        if parts.len() > 1 && parts.iter().all(is_entry) {
            parts
        } else {
            vec![line.printed()]
        }
    }

    /// A line under `Ikke angitt` as name and group.
    pub(super) fn not_stated_line(&self, text: &str) -> Option<(String, Group)> {
        // A name may itself hold the separator, so the group is looked for from the right.
        let mut at = text.len();
        while let Some((found, width)) = text.get(..at).and_then(separator) {
            let named = text.get(found + width..)?;
            if let Some(group) = Broken::of(named).known(|text| self.group(text)) {
                let name = text.get(..found)?;
                let known = |name: &str| self.spelt(group, name);
                let spelt = known(name)
                    .or_else(|| known(unmarked(name)?))
                    .unwrap_or(name);
                return Some((spelt.to_owned(), group.clone()));
            }
            at = found;
        }
        None
    }
}

/// An entry of a list without its mark: a dash, a star, a number.
fn unmarked(entry: &str) -> Option<&str> {
    let (mark, rest) = entry.split_once(' ')?;
    let number = mark.trim_end_matches(['.', ')']);
    let numbered = number.len() < mark.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered || is_mark(mark)).then(|| rest.trim_start())
}

/// Where the last ` - ` of a text begins, and its bytes; the dash may be any.
fn separator(text: &str) -> Option<(usize, usize)> {
    text.char_indices().rev().find_map(|(at, ch)| {
        let (head, tail) = (text.get(..at)?, text.get(at + ch.len_utf8()..)?);
        let parts = (ch == '-' || is_dash(ch)) && head.ends_with(' ') && tail.starts_with(' ');
        parts.then(|| (at - 1, ch.len_utf8() + 2))
    })
}

/// The groups alone, from the filter tree, the overview and the not-stated lists.
pub(super) fn groups(all: &[Line<'_>], front: &mut Front) -> Roster {
    let mut roster = Roster::default();
    let mut sectors: BTreeSet<String> = BTreeSet::new();
    // The filter tree is never set in capitals, so that its spelling goes before.
    for (sector, category) in front.filters.iter().filter_map(Filter::category) {
        roster.add_group(sector, category);
        sectors.insert(sector.to_owned());
    }
    for category in &front.overview {
        roster.add_group(&category.sector, &category.name.value);
        sectors.insert(category.sector.clone());
    }
    roster.join_groups(front);
    for category in &mut front.overview {
        if let Some(group) = roster.group(&Squashed::of(category.group.as_str())) {
            category.group.clone_from(group);
        }
    }
    // Where the first pages are lost, the lists `Ikke angitt` and the headings still tell.
    if !front.overview_complete {
        roster.groups_of_lines(all, sectors);
    }
    roster.join_headings(all);
    roster
}

impl Roster {
    /// Makes known the groups that the lists `Ikke angitt` and the headings tell.
    fn groups_of_lines(&mut self, all: &[Line<'_>], mut sectors: BTreeSet<String>) {
        let mut listed: BTreeSet<(String, String)> = BTreeSet::new();
        let mut in_list = false;
        for line in all {
            let text = line.text();
            if exporter::begins_not_stated(text) {
                in_list = true;
            } else if in_list {
                let path = separator(text).and_then(|(at, long)| text.get(at + long..));
                match path.and_then(|path| path.split_once('/')) {
                    Some((sector, category))
                        if !sector.contains(' ') && !category.trim().is_empty() =>
                    {
                        listed.insert((sector.to_owned(), category.to_owned()));
                    }
                    _ => in_list = false,
                }
            }
        }
        for (sector, category) in listed {
            self.add_group(&sector, &category);
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
                self.add_group(sector, category);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_without_letters_names_nobody() {
        let mut roster = Roster::default();
        let group = Group::of("Offentlig", "Kommune");
        for name in ["12", "4 (25%)", "–", "Nes kommune", "3. skole"] {
            roster.add(&group, name, 1);
        }
        let names = roster.names.get(&group).map(|names| names.keys().cloned());
        let names: Vec<String> = names.into_iter().flatten().collect();
        assert_eq!(names, ["3. skole", "Nes kommune"]);
    }

    #[test]
    fn a_name_is_known_without_the_hyphens_of_its_breaks_where_it_is_the_only_one() {
        let mut roster = Roster::default();
        let group = Group::of("Privat", "Skole");
        for name in ["Lia Montessori- skole", "Nes- Vik skole", "NesVik skole"] {
            roster.add(&group, name, 1);
        }
        let spelt = |name: &str| roster.spelt(&group, name);
        let lia = Some("Lia Montessori- skole");
        assert_eq!(spelt("Lia Montesso- riskole"), lia);
        assert_eq!(spelt("Lia Montessoriskole"), lia);
        assert_eq!(spelt("Nes-Vik skole"), Some("Nes- Vik skole"));
        assert_eq!(spelt("NesVik skole"), Some("NesVik skole"));
        roster.add(&group, "Tor- Nes skole", 1);
        roster.add(&group, "To- rNes skole", 1);
        assert_eq!(roster.spelt(&group, "TorNes skole"), None, "either may be");
        assert_eq!(roster.names.get(&group).map(BTreeMap::len), Some(5));
    }

    #[test]
    fn a_group_with_unread_letters_is_the_one_that_it_can_be() {
        let mut roster = Roster::default();
        roster.add_group("Offentlig", "H\u{fffd}gskole");
        roster.add_group("Offentlig", "H\u{f8}gskole");
        roster.add_group("Offentlig", "Kommune");
        for named in ["Offentlig/H\u{fffd}gskole", "Offentlig/H\u{f8}gskole"] {
            let found = roster.group(&Squashed::of(named)).map(Group::as_str);
            assert_eq!(found, Some("Offentlig/H\u{f8}gskole"));
        }
    }
}
