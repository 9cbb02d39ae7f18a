//! The outline of a report: gives every line one role, once, from style, words, order and roster.
//!
//! What a respondent types may read like any part of the layout. So a line is a title, a heading or a
//! name because it is set like one: the document teaches how each is set (`Manner`), and words only
//! confirm. Where headings have no style of their own, a line has to stand where such a line can: a
//! category heading before a name of its category, a title where the question before it is done.

use super::apart;
use super::counts::{Where, count_at};
use super::exporter;
use super::group::Group;
use super::lines::{Line, Style};
use super::opened::opened;
use super::roster::{LIST_LINES, MAX_LINES, Roster};
use super::squashed::Broken;
use crate::text::Layout;
use std::collections::{BTreeMap, BTreeSet};

/// The heading of those that did not answer begins so many lines before its count at the most.
const MOST_ABOVE: usize = 2;
/// Styles that a share of all such lines has, one in so many at the least, are learned.
const RARE: usize = 20;

/// What a line is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// What is printed under a heading or a name.
    #[default]
    Plain,
    /// The line on which a title's count ends.
    TitleEnd,
    /// A category heading; so many further lines belong to it.
    Category {
        /// `Offentlig/Kommune`.
        group: Group,
        /// Lines that follow as [`Role::Rest`].
        rest: usize,
    },
    /// A respondent's name above an answer.
    Name {
        /// As the roster spells it.
        name: String,
        /// Lines that follow as [`Role::Rest`].
        rest: usize,
    },
    /// The heading of those that did not answer.
    NotStated {
        /// Lines that follow as [`Role::Rest`].
        rest: usize,
    },
    /// Goes on the line above.
    Rest,
}

/// The roles of all lines.
#[derive(Debug, Default)]
pub(super) struct Outline {
    roles: Vec<Role>,
    /// Lines that say a name and name nobody.
    typed: BTreeSet<usize>,
}

impl Outline {
    /// What a line is.
    pub(super) fn of(&self, line: &Line<'_>) -> &Role {
        self.roles.get(line.at).unwrap_or(&Role::Plain)
    }

    /// The group of a category heading.
    pub(super) fn category(&self, line: &Line<'_>) -> Option<&Group> {
        match self.of(line) {
            Role::Category { group, .. } => Some(group),
            _ => None,
        }
    }

    /// Whether a line is the heading of the list of those that did not answer.
    pub(super) fn is_not_stated(&self, line: &Line<'_>) -> bool {
        matches!(self.of(line), Role::NotStated { .. })
    }

    /// Whether a line that says a name names nobody.
    pub(super) fn is_typed(&self, line: &Line<'_>) -> bool {
        self.typed.contains(&line.at)
    }

    fn set(&mut self, at: usize, role: Role) {
        let rest = match &role {
            Role::Category { rest, .. } | Role::Name { rest, .. } | Role::NotStated { rest } => {
                *rest
            }
            _ => 0,
        };
        if let Some(slot) = self.roles.get_mut(at) {
            *slot = role;
        }
        for after in at + 1..=at + rest {
            if let Some(slot) = self.roles.get_mut(after) {
                *slot = Role::Rest;
            }
        }
    }
}

/// A line on which a heading's count ends, by its words alone.
#[derive(Clone, Copy, Debug)]
struct Counted {
    at: usize,
    /// So many lines before it belong to it: the count may begin on the line above, and the heading of
    /// those that did not answer on one before that.
    above: usize,
    not_stated: bool,
}

/// How the parts of a document are set, as far as it tells them apart.
#[derive(Debug, Default)]
pub(super) struct Manner {
    /// How answers are set.
    body: BTreeSet<Style>,
    /// How titles are set, where that differs from how answers are.
    titles: BTreeSet<Style>,
    /// How category headings are set, likewise.
    categories: BTreeSet<Style>,
    /// How the headings of those that did not answer are set, likewise.
    not_stated: BTreeSet<Style>,
}

impl Manner {
    /// Whether titles have a style of their own.
    pub(super) fn tells_titles(&self) -> bool {
        !self.titles.is_empty()
    }
}

/// The lines that end with a count, and how titles and such headings are set.
#[derive(Debug, Default)]
pub(super) struct Headings {
    counted: Vec<Counted>,
    pub(super) manner: Manner,
}

fn fits(styles: &BTreeSet<Style>, line: &Line<'_>) -> bool {
    styles.is_empty() || line.style().is_some_and(|style| styles.contains(&style))
}

/// Styles by how many lines have them.
type Tally = BTreeMap<Style, usize>;

/// The styles of a tally that are no answer's, the rare ones left out.
fn learned(tally: &Tally, body: &BTreeSet<Style>) -> BTreeSet<Style> {
    let own = |style: &Style| !body.contains(style);
    let all: usize = tally.iter().filter(|(s, _)| own(s)).map(|(_, n)| n).sum();
    tally
        .iter()
        .filter(|(style, count)| own(style) && **count * RARE >= all)
        .map(|(style, _)| *style)
        .collect()
}

/// Finds the lines that end with a count, and learns how such headings are set.
pub(super) fn headings(all: &[Line<'_>], layout: Layout) -> Headings {
    let mut found = Headings {
        counted: counted(all),
        manner: Manner::default(),
    };
    if layout != Layout::Boxes {
        return found;
    }
    let manner = &mut found.manner;
    let mut keyed = Tally::new();
    for line in all
        .iter()
        .filter(|line| exporter::key(line.raw()).is_some())
    {
        if let Some(style) = line.style() {
            *keyed.entry(style).or_default() += 1;
        }
    }
    let most: usize = keyed.values().sum();
    manner.body = keyed
        .into_iter()
        .filter(|(_, count)| count * RARE >= most)
        .map(|(style, _)| style)
        .collect();
    let (mut titles, mut lists) = (Tally::new(), Tally::new());
    for one in &found.counted {
        let style = all.get(one.at).and_then(Line::style);
        let Some(style) = style else { continue };
        if one.not_stated {
            *lists.entry(style).or_default() += 1;
        } else if opened(all, one.at, style) {
            *titles.entry(style).or_default() += 1;
        }
    }
    // An option may read like a title, and stands in many charts: labels are set as values are.
    let mut charted = manner.body.clone();
    let values = all
        .iter()
        .filter(|line| line.is_value() && line.raw().contains('%'));
    charted.extend(values.filter_map(Line::style));
    manner.titles = learned(&titles, &charted);
    manner.not_stated = learned(&lists, &manner.body);
    found
}

fn counted(all: &[Line<'_>]) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    for at in 0..all.len() {
        let Some(Where { head, .. }) = count_at(all, at) else {
            continue;
        };
        let list = heads_not_stated(all, head);
        found.push(Counted {
            at,
            above: at - list.unwrap_or(head),
            not_stated: list.is_some(),
        });
    }
    found
}

/// The line on which the heading of those that did not answer begins whose count begins on a line: that
/// line or, in a narrow column, one above it.
fn heads_not_stated(all: &[Line<'_>], head: usize) -> Option<usize> {
    let line = all.get(head)?;
    let mut text = line.text().to_owned();
    let mut first = head;
    loop {
        if exporter::begins_not_stated(&text) {
            return Some(first);
        }
        first = first.checked_sub(1)?;
        let above = all.get(first)?;
        let goes_on = head - first <= MOST_ABOVE
            && above.style() == line.style()
            && exporter::is_within_not_stated(&text);
        if !goes_on {
            return None;
        }
        text = format!("{} {text}", above.text());
    }
}

/// The first line that is a title's end as far as style tells, and the line after which no front
/// page can be.
pub(super) fn first_title(all: &[Line<'_>], headings: &Headings) -> Option<usize> {
    let titles = &headings.manner.titles;
    let one = headings.counted.iter().find(|one| {
        let line = all.get(one.at);
        !one.not_stated && line.is_some_and(|line| fits(titles, line))
    })?;
    Some(one.at - one.above)
}

/// Gives the headings their roles: categories, lists of those that did not answer, ends of titles.
pub(super) fn read(
    all: &[Line<'_>],
    mut headings: Headings,
    roster: &Roster,
    layout: Layout,
) -> (Outline, Manner) {
    let mut outline = Outline {
        roles: vec![Role::Plain; all.len()],
        typed: BTreeSet::new(),
    };
    let found = categories(all, roster);
    if layout == Layout::Boxes {
        let mut tally = Tally::new();
        for (at, _, _) in &found {
            if let Some(style) = all.get(*at).and_then(Line::style) {
                *tally.entry(style).or_default() += 1;
            }
        }
        headings.manner.categories = learned(&tally, &headings.manner.body);
    }
    let manner = headings.manner;
    for (at, group, count) in found {
        let Some(line) = all.get(at) else { continue };
        let set_so = fits(&manner.categories, line);
        let stands_so =
            !manner.categories.is_empty() || before_a_name(all, at + count, &group, roster);
        if set_so && stands_so {
            let rest = count - 1;
            outline.set(at, Role::Category { group, rest });
        }
    }
    for one in &headings.counted {
        let first = one.at - one.above;
        let (Some(line), Some(end)) = (all.get(first), all.get(one.at)) else {
            continue;
        };
        if one.not_stated {
            let rest = one.at - first;
            let told = !manner.not_stated.is_empty();
            let stands_so = told || before_a_listed(all, one.at + 1, roster, end);
            if fits(&manner.not_stated, line) && stands_so {
                outline.set(first, Role::NotStated { rest });
            }
        } else if fits(&manner.titles, end) {
            outline.set(one.at, Role::TitleEnd);
        }
    }
    if !manner.tells_titles() {
        drop_impostors(all, &mut outline, roster);
    }
    (outline, manner)
}

/// Lines that say a category heading, alone or with the lines after them: where, its group, and over
/// how many lines.
fn categories(all: &[Line<'_>], roster: &Roster) -> Vec<(usize, Group, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let heading = roster.heading_at(all.get(at..).unwrap_or(&[]));
        let taken = heading.as_ref().map_or(1, |(_, taken)| *taken);
        found.extend(heading.map(|(group, taken)| (at, group, taken)));
        at += taken;
    }
    found
}

/// Whether the lines from one on begin a name of a group that the roster knows, or there is no
/// telling: the group has no known names, or the page ends.
fn before_a_name(all: &[Line<'_>], at: usize, group: &Group, roster: &Roster) -> bool {
    if !roster.has_names(group) {
        return true;
    }
    let mut text = Broken::default();
    for line in all.iter().skip(at).take(MAX_LINES) {
        text.push_line(line);
        if text.known(|text| roster.spelling(group, text)).is_some() {
            return true;
        }
        if !text.begins(|text| roster.name_begins(group, text)) {
            // A category may be repeated at the top of a page, before the rest of an answer.
            return false;
        }
    }
    false
}

/// Whether lines of a list of those that did not answer follow.
fn before_a_listed(all: &[Line<'_>], at: usize, roster: &Roster, heading: &Line<'_>) -> bool {
    let mut text = String::new();
    for line in all.iter().skip(at).take(LIST_LINES) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(line.text());
        if roster.not_stated_line(&text).is_some() {
            return true;
        }
        // The list may begin on the next page, or a page may be lost: then there is no telling.
        if line.page_index != heading.page_index {
            return true;
        }
    }
    all.get(at).is_none()
}

/// Where titles have no style of their own, a line that ends with a count is a title only where the
/// question before it is done: what stands between two categories that follow each other was typed.
fn drop_impostors(all: &[Line<'_>], outline: &mut Outline, roster: &Roster) {
    let mut seen: BTreeSet<Group> = BTreeSet::new();
    let mut listed = true;
    let mut dropped = Vec::new();
    for at in 0..all.len() {
        match outline.roles.get(at) {
            Some(Role::Category { group, .. }) => {
                seen.insert(group.clone());
                listed = false;
            }
            Some(Role::NotStated { .. }) => listed = true,
            Some(Role::TitleEnd) => {
                let next = (at + 1..all.len())
                    .find(|after| outline.roles.get(*after) != Some(&Role::Plain));
                let region = all.get(at + 1..next.unwrap_or(all.len())).unwrap_or(&[]);
                // In text the values of a chart may come after the answers on its page; the names of
                // the groups' charts stand among the labels.
                let charted = region.iter().enumerate().any(|(at, line)| {
                    line.text().contains('%')
                        || exporter::is_number_heading(line.text())
                        || roster.group_at(region.get(at..).unwrap_or(&[])).is_some()
                });
                let goes_on = match next.and_then(|next| outline.roles.get(next)) {
                    // Another category than those before it: the same question may go on.
                    Some(Role::Category { group, .. }) => !seen.is_empty() && !seen.contains(group),
                    Some(Role::NotStated { .. }) => !seen.is_empty(),
                    _ => false,
                };
                // Between a title and the first category stands nothing but a chart or a block.
                let typed = !charted && (!region.is_empty() || goes_on) && !listed;
                if typed {
                    dropped.push(at);
                } else {
                    seen.clear();
                    listed = true;
                }
            }
            _ => {}
        }
    }
    for at in dropped {
        outline.set(at, Role::Plain);
    }
}

/// Gives the names their roles, once the roster is known: under each title, in the categories, a line
/// that is set as names are and that the roster has, as often as it can stand there.
pub(super) fn names(outline: &mut Outline, all: &[Line<'_>], roster: &Roster) {
    let mut group: Option<Group> = None;
    let mut used: BTreeMap<(Group, String), u32> = BTreeMap::new();
    let ends = |line: &Line<'_>| *outline.of(line) == Role::TitleEnd;
    outline.typed = apart::typed(all.split_inclusive(ends).skip(1), roster);
    let mut at = 0;
    while at < all.len() {
        match outline.roles.get(at) {
            Some(Role::Category { group: found, .. }) => group = Some(found.clone()),
            Some(Role::TitleEnd) => {
                group = None;
                used.clear();
            }
            Some(Role::NotStated { .. }) => group = None,
            Some(Role::Plain) => {
                if let Some(group) = &group
                    && !outline.typed.contains(&at)
                    && let Some((name, count)) = name_at(all, at, group, roster, outline)
                {
                    let key = (group.clone(), name.clone());
                    let times = used.entry(key).or_insert(0);
                    // With a style of its own a name is a name however often it stands; without one,
                    // a text that happens to be a name is told apart by the name having been used up.
                    if roster.name_style.is_some() || *times < roster.times(group, &name) {
                        *times += 1;
                        let rest = count - 1;
                        outline.set(at, Role::Name { name, rest });
                        at += rest;
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The name that begins at a line, and over how many lines it runs.
fn name_at(
    all: &[Line<'_>],
    at: usize,
    group: &Group,
    roster: &Roster,
    outline: &Outline,
) -> Option<(String, usize)> {
    let line = all.get(at)?;
    let styled = roster.name_style;
    if styled.is_some_and(|style| line.style() != Some(style)) {
        return None;
    }
    let mut text = Broken::default();
    let mut found = None;
    for (count, next) in all.iter().skip(at).take(MAX_LINES).enumerate() {
        if next.style() != line.style() || outline.of(next) != &Role::Plain {
            break;
        }
        text.push_line(next);
        if let Some(name) = text.known(|text| roster.spelling(group, text)) {
            found = Some((name.to_owned(), count + 1));
            // A longer name may begin with this one, and goes on in the next line only where names
            // have a style of their own.
            if styled.is_none() {
                break;
            }
        }
        if !text.begins(|text| roster.name_begins(group, text)) {
            break;
        }
    }
    found
}
