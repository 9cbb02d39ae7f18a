//! Answers whose question's title is missing: the list of respondents starts anew.

use super::super::Group;
use super::super::exporter;
use super::super::lines::Line;
use super::super::outline::{Outline, Role};
use super::super::roster::{LIST_LINES, Roster};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a body, of one question.
pub(in super::super) struct Part<'s, 'a> {
    pub(in super::super) lines: &'s [Line<'a>],
    /// Whether no page break stands before it, so that no lost page explains that it has no title.
    pub(in super::super) inside: bool,
}

/// Cuts a body where a respondent comes again who has already answered: from the page break before
/// it, the answers are those of another question, whose title is missing. Without a page break they are
/// from where the respondents begin anew, and behind the list of those who did not answer, with which a
/// question ends, from its end.
pub(in super::super) fn split_headless<'s, 'a>(
    body: &'s [Line<'a>],
    roster: &Roster,
    outline: &Outline,
) -> Vec<Part<'s, 'a>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut inside = false;
    let mut seen = Seen::default();
    let mut list: Option<List> = None;
    let mut last_break: Option<usize> = None;
    for (index, line) in body.iter().enumerate() {
        let broke = index
            .checked_sub(1)
            .and_then(|above| body.get(above))
            .is_some_and(|above| above.page_index != line.page_index);
        if broke {
            last_break = Some(index);
        }
        let role = outline.of(line);
        let cut = if let Some(list) = &mut list {
            if !begins_anew(role, roster) {
                list.pass(line, index, role, roster);
                continue;
            }
            Some(list.end)
        } else if seen.comes_again(line, role, index, last_break, roster) {
            let by_page = last_break.filter(|cut| *cut > start);
            let anew = seen.begins(index);
            // Whoever comes for the first time behind a page break goes on with the question.
            let goes_on = by_page.is_none_or(|cut| seen.new_at.is_some_and(|at| at >= cut));
            if goes_on && roster.name_style.is_some() && anew > start {
                Some(anew)
            } else {
                by_page
            }
        } else {
            None
        };
        if let Some(cut) = cut {
            let lines = body.get(start..cut).unwrap_or(&[]);
            parts.push(Part { lines, inside });
            inside = last_break.is_none_or(|at| at < cut);
            start = cut;
            last_break = None;
            list = None;
            // What stands between the break and this line belongs to the new part as well.
            seen = Seen::from(outline.category(line), index);
        }
        if matches!(role, Role::NotStated { .. }) {
            list = Some(List::headed(index));
        }
    }
    let lines = body.get(start..).unwrap_or(&[]);
    parts.push(Part { lines, inside });
    parts
}

/// Whether what a line is stands behind no list of those who did not answer in one question.
fn begins_anew(role: &Role, roster: &Roster) -> bool {
    match role {
        Role::Category { .. } | Role::NotStated { .. } => true,
        Role::Name { .. } => roster.name_style.is_some(),
        _ => false,
    }
}

/// Who has answered so far.
#[derive(Default)]
struct Seen {
    group: Option<Group>,
    groups: BTreeSet<Group>,
    used: BTreeMap<(Group, String), u32>,
    /// Whether the last name has an answer with a key, and where the name stands.
    keyed: bool,
    name_at: usize,
    /// Where the last name stands that had not come before.
    new_at: Option<usize>,
    /// Where the last category is headed under which nobody has been named.
    heading: Option<usize>,
}

impl Seen {
    fn from(category: Option<&Group>, index: usize) -> Self {
        Self {
            group: category.cloned(),
            groups: category.cloned().into_iter().collect(),
            heading: category.map(|_| index),
            ..Self::default()
        }
    }

    /// Notes a line; whether it says that somebody comes again.
    fn comes_again(
        &mut self,
        line: &Line<'_>,
        role: &Role,
        index: usize,
        last_break: Option<usize>,
        roster: &Roster,
    ) -> bool {
        let mut again = false;
        if exporter::key(line.raw()).is_some() {
            // A name has one answer: the second, after a page break, is another question's.
            again = self.keyed && last_break.is_some_and(|at| at > self.name_at);
            self.keyed = true;
        }
        match role {
            Role::Category { group: found, .. } => {
                // A category may be repeated at the top of a page, so it alone proves nothing, unless
                // another category has come between.
                again = self.groups.contains(found) && self.group.as_ref() != Some(found);
                self.group = Some(found.clone());
                self.groups.insert(found.clone());
                self.heading = Some(index);
            }
            Role::Name { name, .. } => {
                if let Some(group) = &self.group {
                    (self.keyed, self.name_at) = (false, index);
                    let times = self.used.entry((group.clone(), name.clone())).or_insert(0);
                    *times += 1;
                    again = *times > roster.times(group, name) && roster.name_style.is_some();
                }
                if !again {
                    self.heading = None;
                    self.new_at = Some(index);
                }
            }
            _ => {}
        }
        again
    }

    /// Where the answers begin of which a line is the first name or the heading.
    fn begins(&self, index: usize) -> usize {
        self.heading.unwrap_or(index)
    }
}

/// The list of those who did not answer.
struct List {
    /// Behind its last entry.
    end: usize,
    /// What has come since.
    pending: String,
    lines: usize,
}

impl List {
    fn headed(index: usize) -> Self {
        Self {
            end: index + 1,
            pending: String::new(),
            lines: 0,
        }
    }

    /// Goes on with a line.
    fn pass(&mut self, line: &Line<'_>, index: usize, role: &Role, roster: &Roster) {
        if role == &Role::Rest {
            self.end = index + 1;
            return;
        }
        if !self.pending.is_empty() {
            self.pending.push(' ');
        }
        self.pending.push_str(line.text());
        self.lines += 1;
        let ends = roster.not_stated_line(&self.pending).is_some();
        if ends {
            self.end = index + 1;
        }
        if ends || self.lines > LIST_LINES {
            self.pending.clear();
            self.lines = 0;
        }
    }
}
