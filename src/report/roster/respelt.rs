//! The spelling of names that were broken inside of a word: another place that prints one on a line tells
//! whether the hyphen is the name's own or the break's.

use super::super::folded::squash;
use super::super::lines::Line;
use super::super::squashed::{Squashed, closed, without_breaks};
use super::Roster;

/// Spells names as the lines print them, where they were put together of lines with a hyphen between them.
pub(super) fn respell(roster: &mut Roster, all: &[Line<'_>]) {
    let named = roster.names.iter().flat_map(|(group, names)| {
        let names = names.keys().map(|name| (name, closed(name)));
        let broken = names.filter(|(name, whole)| whole != *name);
        broken.map(|(name, whole)| (group.clone(), name.clone(), whole))
    });
    let broken: Vec<_> = named.collect();
    if broken.is_empty() {
        return;
    }
    let printed: Vec<&str> = all.iter().map(Line::squashed).collect();
    let printed = printed.join("\n");
    let is_printed = |name: &str| printed.contains(&*squash(name));
    for (group, name, hyphened) in broken {
        let whole = without_breaks(&name);
        let spelt = match (is_printed(&whole), is_printed(&hyphened)) {
            (true, false) => whole,
            (false, true) => hyphened,
            _ => continue,
        };
        let Some(of_group) = roster.names.get_mut(&group) else {
            continue;
        };
        // Another one may be called so.
        if of_group.contains_key(&spelt) {
            continue;
        }
        let times = of_group.remove(&name).unwrap_or(1);
        of_group.insert(spelt.clone(), times);
        let spellings = roster.spellings.entry(group.clone()).or_default();
        let known = spellings.values_mut();
        let unbroken = roster.unbroken.entry(group).or_default();
        let known = known.chain(unbroken.values_mut().flatten());
        for same in known.filter(|known| **known == name) {
            same.clone_from(&spelt);
        }
        spellings.insert(Squashed::of(&spelt), spelt);
    }
}
