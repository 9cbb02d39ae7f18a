//! Answers whose question's title is missing: the list of respondents starts anew.

use super::super::Group;
use super::super::exporter;
use super::super::lines::Line;
use super::super::outline::{Outline, Role};
use super::super::roster::Roster;
use std::collections::{BTreeMap, BTreeSet};

/// Cuts a body where a respondent comes again who has already answered: from the page break before
/// it, the answers are those of another question, whose title is missing.
pub(in super::super) fn split_headless<'s, 'a>(
    body: &'s [Line<'a>],
    roster: &Roster,
    outline: &Outline,
) -> Vec<&'s [Line<'a>]> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut group: Option<Group> = None;
    let mut groups_seen: BTreeSet<Group> = BTreeSet::new();
    let mut used: BTreeMap<(Group, String), u32> = BTreeMap::new();
    let mut last_break: Option<usize> = None;
    let mut keyed = false;
    let mut name_at = 0;
    for (index, line) in body.iter().enumerate() {
        let broke = index
            .checked_sub(1)
            .and_then(|above| body.get(above))
            .is_some_and(|above| above.page_index != line.page_index);
        if broke {
            last_break = Some(index);
        }
        let mut again = false;
        if exporter::key(line.raw()).is_some() {
            // A name has one answer: the second, after a page break, is another question's.
            again = keyed && last_break.is_some_and(|at| at > name_at);
            keyed = true;
        }
        match outline.of(line) {
            Role::NotStated { .. } => break,
            Role::Category { group: found, .. } => {
                // A category may be repeated at the top of a page, so it alone proves nothing, unless
                // another category has come between.
                again = groups_seen.contains(found) && group.as_ref() != Some(found);
                group = Some(found.clone());
                groups_seen.insert(found.clone());
            }
            Role::Name { name, .. } => {
                if let Some(group) = &group {
                    (keyed, name_at) = (false, index);
                    let times = used.entry((group.clone(), name.clone())).or_insert(0);
                    *times += 1;
                    again = *times > roster.times(group, name) && roster.name_style.is_some();
                }
            }
            _ => {}
        }
        if again && let Some(cut) = last_break.filter(|cut| *cut > start) {
            parts.push(body.get(start..cut).unwrap_or(&[]));
            start = cut;
            used.clear();
            groups_seen.clear();
            last_break = None;
            keyed = false;
            // What stands between the break and this line belongs to the new part as well.
            if let Some(found) = outline.category(line) {
                groups_seen.insert(found.clone());
            }
        }
    }
    parts.push(body.get(start..).unwrap_or(&[]));
    parts
}
