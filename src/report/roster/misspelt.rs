//! Groups and names that are spelt in two ways, each way in places of its own: a producer may give out a
//! letter of one font for another, or lose one. Where only one can be meant, both are the same.

use super::super::Filter;
use super::super::exporter;
use super::super::folded::squash;
use super::super::front::Front;
use super::super::group::Group;
use super::super::letters::LIGATURES;
use super::super::lines::Line;
use super::super::squashed::Squashed;
use super::Roster;
use super::unread::fits;
use std::collections::{BTreeMap, BTreeSet};

/// No heading of a category is longer.
const LONGEST: usize = 80;
/// So many times as many letters are the same as are not.
const ALIKE: usize = 2;
/// So many pairs of names of a category are compared: where more are strange, letters are not what is wrong.
const MOST_PAIRS: usize = 100_000;
/// So many names are spelt in two ways in a report.
const MOST_NAMES: usize = 100;

/// Whether a letter may be another one's: no font gives out a plain letter for a plain one.
fn is_doubtful(ch: char) -> bool {
    !ch.is_ascii() || ch == '?'
}

/// Whether two texts are the same up to the first letter that may be another one's.
fn begin_alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> bool {
    let mut pairs = one.zip(other);
    let first = pairs.find(|(a, b)| a != b || is_doubtful(*a));
    first.is_none_or(|(a, b)| is_doubtful(a) || is_doubtful(b))
}

/// Whether two texts are one but for letters outside ASCII that the other has otherwise.
pub(super) fn is_twin(one: &str, other: &str) -> bool {
    let may_be = begin_alike(one.chars(), other.chars())
        && begin_alike(one.chars().rev(), other.chars().rev());
    if one == other || !may_be {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len() == b.len() {
        let differing = || a.iter().zip(&b).filter(|(a, b)| a != b);
        let count = differing().count();
        let doubtful = differing().all(|(a, b)| is_doubtful(*a) || is_doubtful(*b));
        if doubtful && ALIKE * count <= a.len() - count {
            return true;
        }
    }
    let masked = |text: &[char]| -> String {
        let mask = |ch: &char| {
            let doubtful = is_doubtful(*ch);
            if doubtful {
                char::REPLACEMENT_CHARACTER
            } else {
                *ch
            }
        };
        text.iter().map(mask).collect()
    };
    let (hidden, shown) = (masked(&a), masked(&b));
    hidden != one && fits(&hidden, other, true) || shown != other && fits(&shown, one, true)
}

/// Whether one of two texts is the other without letters of which a font makes one glyph.
fn has_lost(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    LIGATURES
        .iter()
        .any(|letters| long.contains(letters) && long.replace(letters, "") == short)
}

fn is_near(one: &Squashed, other: &Squashed) -> bool {
    let (one, other) = (one.as_str(), other.as_str());
    is_twin(one, other) || has_lost(one, other)
}

/// The pairs of two lists that are near, where each is so to no other.
fn pairs<'k, T>(ones: &'k [(Squashed, T)], others: &'k [(Squashed, T)]) -> Vec<(&'k T, &'k T)> {
    let near = |key: &Squashed, all: &'k [(Squashed, T)]| {
        let mut near = all.iter().filter(|(other, _)| is_near(key, other));
        near.next().filter(|_| near.next().is_none())
    };
    let pair = |one: &'k (Squashed, T)| {
        let other = near(&one.0, others)?;
        near(&other.0, ones)?;
        Some((&one.1, &other.1))
    };
    ones.iter().filter_map(pair).collect()
}

impl Roster {
    /// A category of the overview that the filter tree has not is the one that it is near, which the
    /// overview has not.
    pub(super) fn join_groups(&mut self, front: &Front) {
        let of_tree = front.filters.iter().filter_map(Filter::category);
        let of_tree: BTreeSet<(&str, &str)> = of_tree.collect();
        let listed = front.overview.iter();
        let listed = listed.map(|one| (one.sector.as_str(), one.name.value.as_str()));
        let listed: BTreeSet<(&str, &str)> = listed.collect();
        let key = |(sector, name): (&str, &str)| Squashed::of(Group::of(sector, name).as_str());
        let known = |all: &BTreeSet<(&str, &str)>| -> BTreeSet<Squashed> {
            all.iter().map(|one| key(*one)).collect()
        };
        let (in_tree, in_list) = (known(&of_tree), known(&listed));
        let alone = |all: &BTreeSet<(&str, &str)>, others: &BTreeSet<Squashed>| {
            let all = all.iter().map(|one| (key(*one), heading(*one)));
            let alone = all.filter(|(key, _)| !others.contains(key));
            alone.collect::<Vec<(Squashed, Squashed)>>()
        };
        let (tree, list) = (alone(&of_tree, &in_list), alone(&listed, &in_tree));
        for (meant, spelt) in pairs(&tree, &list) {
            let Some(group) = self.headings.get(meant).cloned() else {
                continue;
            };
            let Some(same) = self.headings.insert(spelt.clone(), group.clone()) else {
                continue;
            };
            let named = self.groups.values_mut().filter(|known| **known == same);
            named.for_each(|known| known.clone_from(&group));
        }
    }

    /// A heading that stands on no line is the one that it is near, and that is no category's.
    pub(super) fn join_headings(&mut self, all: &[Line<'_>]) {
        let printed = all.iter().filter(|line| {
            let text = line.text();
            text.ends_with(')') && text.contains(" (") && text.len() < LONGEST
        });
        let printed: BTreeSet<Squashed> = printed.map(Squashed::of_line).collect();
        let unseen = self.headings.iter().filter(|(heading, group)| {
            let mut same = self.headings.iter().filter(|(_, known)| known == group);
            !printed.contains(*heading) && !same.any(|(other, _)| printed.contains(other))
        });
        let unseen: Vec<(Squashed, Squashed)> =
            unseen.map(|(key, _)| (key.clone(), key.clone())).collect();
        if unseen.is_empty() {
            return;
        }
        let strange = printed
            .into_iter()
            .filter(|key| !self.headings.contains_key(key));
        let strange: Vec<(Squashed, Squashed)> = strange.map(|key| (key.clone(), key)).collect();
        for (meant, spelt) in pairs(&unseen, &strange) {
            if let Some(group) = self.headings.get(meant).cloned() {
                self.headings.insert(spelt.clone(), group);
            }
        }
    }

    /// Names that stand under questions, and in the overview with other letters outside ASCII, in another
    /// font: the same. `seen` says how often each stands under how many of all `titles`.
    pub(super) fn join_names<'s>(
        &mut self,
        all: &[Line<'_>],
        seen: impl Iterator<Item = (&'s (Group, String), &'s BTreeMap<u32, u32>)>,
        titles: usize,
    ) {
        let mut questions: BTreeMap<&(Group, String), u32> = BTreeMap::new();
        for (key, counts) in seen {
            *questions.entry(key).or_default() += counts.values().sum::<u32>();
        }
        let titles = u32::try_from(titles).unwrap_or(u32::MAX);
        let mut found: Vec<(Group, String, String)> = Vec::new();
        for (group, listed) in &self.names {
            let of_group = questions.iter().filter(|((of, _), _)| of == group);
            let strange = of_group.clone().filter_map(|((_, name), times)| {
                let known = self.spelt(group, name).is_some();
                (!known).then_some((name.as_str(), *times))
            });
            let strange: Vec<(&str, u32)> = strange.collect();
            if strange.is_empty() || strange.len().saturating_mul(listed.len()) > MOST_PAIRS {
                continue;
            }
            let stands = |listed: &str| {
                let own = of_group.clone().filter(|((_, name), _)| name == listed);
                own.map(|(_, times)| *times).sum::<u32>()
            };
            let keys = listed.keys().map(|one| (Squashed::of(one), one.as_str()));
            let keys: Vec<(Squashed, &str)> = keys.collect();
            let twins = strange.iter().map(|(name, _)| {
                let name = Squashed::of(name);
                let twins = keys
                    .iter()
                    .filter(|(key, _)| is_twin(key.as_str(), name.as_str()));
                twins.map(|(_, listed)| *listed).collect()
            });
            let twins: Vec<Vec<&str>> = twins.collect();
            let mut claimed: BTreeMap<&str, usize> = BTreeMap::new();
            for listed in twins.iter().flatten() {
                *claimed.entry(listed).or_default() += 1;
            }
            for ((name, times), twins) in strange.iter().zip(&twins) {
                let [listed] = twins.as_slice() else {
                    continue;
                };
                let lone = claimed.get(listed) == Some(&1);
                // Two that stand under one question are two.
                if lone && found.len() < MOST_NAMES && times + stands(listed) <= titles {
                    found.push((group.clone(), (*name).to_owned(), (*listed).to_owned()));
                }
            }
        }
        found.retain(|(_, name, listed)| !share_a_font(all, listed, name));
        for (group, name, listed) in found {
            let spellings = self.spellings.entry(group).or_default();
            spellings.insert(Squashed::of(&name), listed);
        }
    }
}

/// `Kommune (Offentlig)` as headings are known by.
fn heading((sector, name): (&str, &str)) -> Squashed {
    Squashed::of(&exporter::heading(name, sector))
}

/// Whether one font prints both: then their letters are what they are.
fn share_a_font(all: &[Line<'_>], one: &str, other: &str) -> bool {
    let fonts = |name: &str| -> BTreeSet<u16> {
        let name = squash(name);
        let lines = all.iter().filter(|line| line.squashed().contains(&*name));
        lines.filter_map(Line::font).collect()
    };
    !fonts(one).is_disjoint(&fonts(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_outside_ascii_are_given_out_for_others() {
        assert!(is_twin("čáhcevik", "èáhcevik"));
        assert!(is_twin("čáhcevik", "??hcevik"));
        assert!(is_twin("kommune", "ko\u{fe}une"));
        assert!(is_twin("nesødøy", "nes?d?y"), "short, letter by letter");
        for (one, other) in [
            ("vik", "vik"),
            ("vikkommune", "vekkommune"),
            ("vikkommune", "vikkkommune"),
            ("øyåskommune", "øyåsskole"),
            ("øæå", "čđŋ"),
        ] {
            assert!(!is_twin(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn a_ligature_is_lost_wherever_it_stands() {
        assert!(has_lost("offentlig/skole", "oentlig/skole"));
        assert!(has_lost("oentlig/aerkola", "offentlig/afferkola"));
        assert!(!has_lost("offentlig/afferkola", "oentlig/afferkola"));
        assert!(!has_lost("kommune", "komune"));
        assert!(!has_lost("kommune", "kommune"));
    }

    #[test]
    fn what_is_near_to_two_is_neither() {
        let keys = |texts: &[&'static str]| -> Vec<(Squashed, &'static str)> {
            texts
                .iter()
                .map(|text| (Squashed::of(text), *text))
                .collect()
        };
        let paired = |ones: &[&'static str], others: &[&'static str]| {
            let (ones, others) = (keys(ones), keys(others));
            pairs(&ones, &others).len()
        };
        assert_eq!(paired(&["Ryskole", "Kurs"], &["R\u{fe}skole"]), 1);
        assert_eq!(paired(&["Ryskole", "Raskole"], &["R\u{fe}skole"]), 0);
        assert_eq!(paired(&["Ryskole"], &["R\u{fe}skole", "R\u{ff}skole"]), 0);
    }

    /// How a name is spelt once the names are joined: how often each of these stands under one of three
    /// questions, beside the overview that has the first.
    fn spelt(seen: &[(&str, u32)], name: &str) -> Option<String> {
        let group = Group::of("Offentlig", "Kommune");
        let mut roster = Roster::default();
        roster.add(&group, "Lia Ås", 1);
        let counts = |times: &u32| BTreeMap::from([(1, *times)]);
        let seen: BTreeMap<(Group, String), BTreeMap<u32, u32>> = seen
            .iter()
            .map(|(name, times)| ((group.clone(), (*name).to_owned()), counts(times)))
            .collect();
        roster.join_names(&[], seen.iter(), 3);
        roster.spelt(&group, name).map(str::to_owned)
    }

    #[test]
    fn two_names_under_one_question_are_two() {
        assert_eq!(spelt(&[("Lia Øs", 3)], "Lia Øs").as_deref(), Some("Lia Ås"));
        let both = [("Lia Ås", 1), ("Lia Øs", 2)];
        assert_eq!(spelt(&both, "Lia Øs").as_deref(), Some("Lia Ås"));
        assert_eq!(spelt(&[("Lia Ås", 2), ("Lia Øs", 2)], "Lia Øs"), None);
        assert_eq!(spelt(&[("Lia Øs", 1), ("Lia Æs", 1)], "Lia Øs"), None);
    }
}
