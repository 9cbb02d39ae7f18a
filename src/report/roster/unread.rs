//! Names and groups of which letters could not be read: they are the one that they can be, if it is one.

use super::super::squashed::Squashed;
use std::char::REPLACEMENT_CHARACTER as UNREAD;
use std::collections::{BTreeMap, BTreeSet};

/// Letters that one sign which could not be read may stand for at most: a ligature is several.
const LETTERS: usize = 3;
/// So many signs at most may be unread.
const MOST: usize = 8;

/// What is known by a text; with unread letters, by the only key that fits it.
pub(super) fn known<'m, V>(map: &'m BTreeMap<Squashed, V>, text: &Squashed) -> Option<&'m V> {
    if let Some(known) = map.get(text) {
        return Some(known);
    }
    let text = text.as_str();
    if !text.contains(UNREAD) {
        return None;
    }
    let mut fitting = map.iter().filter(|(key, _)| fits(text, key.as_str(), true));
    let (_, known) = fitting.next()?;
    fitting.next().is_none().then_some(known)
}

/// Whether some key begins with a text.
pub(super) fn begins<V>(map: &BTreeMap<Squashed, V>, text: &Squashed) -> bool {
    // The first key from a text on begins with it.
    let mut after = map.range(text..);
    after.next().is_some_and(|(key, _)| key.begins_with(text))
        || text.as_str().contains(UNREAD)
            && map
                .keys()
                .any(|key| fits(text.as_str(), key.as_str(), false))
}

/// Whether a text with unread letters, each U+FFFD for some or none, can be a name, or begin it where it
/// is not `whole`. The name may have such letters as well, though other ones: a bold font may lack what
/// the other has. Most of both has to be read.
pub(super) fn fits(text: &str, name: &str, whole: bool) -> bool {
    let (text, name): (Vec<char>, Vec<char>) = (text.chars().collect(), name.chars().collect());
    if is_dark(&text) || is_dark(&name) {
        return false;
    }
    // Which beginnings of the name the text can be up to here, and how many letters the unread one that
    // comes next in it has stood for.
    let mut reached: BTreeSet<(usize, usize)> = BTreeSet::new();
    mark(&mut reached, (0, 0), &name);
    for letter in &text {
        let mut next = BTreeSet::new();
        for (at, stood) in reached {
            let here = name.get(at);
            if *letter == UNREAD {
                let ends = at..=(at + LETTERS).min(name.len());
                ends.for_each(|end| mark(&mut next, (end, 0), &name));
            } else if here == Some(&UNREAD) && stood < LETTERS {
                mark(&mut next, (at, stood + 1), &name);
            } else if here == Some(letter) {
                mark(&mut next, (at + 1, 0), &name);
            }
        }
        reached = next;
        if reached.is_empty() {
            return false;
        }
    }
    !whole || reached.iter().any(|(at, _)| *at == name.len())
}

/// Notes that a beginning of a name is reached, and where it ends at an unread letter, which may stand
/// for none or no more, the one behind it.
fn mark(reached: &mut BTreeSet<(usize, usize)>, (at, stood): (usize, usize), name: &[char]) {
    reached.insert((at, stood));
    let unread = name.iter().skip(at).take_while(|ch| **ch == UNREAD).count();
    reached.extend((1..=unread).map(|more| (at + more, 0)));
}

/// Whether too little of a name was read to tell whose it is.
fn is_dark(name: &[char]) -> bool {
    let unread = name.iter().filter(|ch| **ch == UNREAD).count();
    unread > MOST || name.len() - unread < 3 * unread
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> BTreeMap<Squashed, &'static str> {
        let names = [
            "Nattvik kommune",
            "Øvre Nattvik kommune",
            "Fjellvik kommune",
        ];
        names.map(|name| (Squashed::of(name), name)).into()
    }

    #[test]
    fn unread_letters_leave_a_name_where_only_one_fits() {
        let names = names();
        let found = |text: &str| known(&names, &Squashed::of(text)).copied();
        assert_eq!(found("Nattvik kommune"), Some("Nattvik kommune"));
        assert_eq!(found("Na\u{fffd}vik kommune"), Some("Nattvik kommune"));
        assert_eq!(
            found("Nattvi\u{fffd} \u{fffd}ommune"),
            Some("Nattvik kommune")
        );
        assert_eq!(
            found("\u{fffd}vre Nattvik kommune"),
            Some("Øvre Nattvik kommune")
        );
        assert_eq!(found("N\u{fffd}tt"), None, "it ends too soon");
        let two: BTreeMap<Squashed, u8> =
            [(Squashed::of("Rud vest"), 1), (Squashed::of("Rud øst"), 2)].into();
        assert_eq!(
            known(&two, &Squashed::of("Rud \u{fffd}st")),
            None,
            "either fits"
        );
    }

    #[test]
    fn each_of_two_prints_may_lack_letters_that_the_other_has() {
        let can_be = |text: &str, name: &str| fits(text, name, true);
        assert!(can_be(
            "Oppl\u{fffd}ring S\u{f8}r",
            "Oppl\u{e6}ring S\u{fffd}r"
        ));
        assert!(can_be(
            "Oppl\u{fffd}ring S\u{f8}r",
            "Oppl\u{e6}ring S\u{f8}r"
        ));
        assert!(can_be("\u{fffd}vre Nattvik", "\u{fffd}vre Na\u{fffd}vik"));
        assert!(can_be("Nattvik kommune", "Na\u{fffd}vik kommu\u{fffd}"));
        assert!(can_be("Nattvik kommu", "Nattvik kommu\u{fffd}"));
        assert!(!can_be(
            "Oppl\u{fffd}ring S\u{f8}r",
            "Oppl\u{e6}ring N\u{fffd}r"
        ));
        assert!(!can_be("Nattvik kommu", "Na\u{fffd}vik kommune"));
        // One letter stands for three at most.
        assert!(can_be("Natttvik kommune", "Na\u{fffd}vik kommune"));
        assert!(!can_be("Nattttvik kommune", "Na\u{fffd}vik kommune"));
        assert!(!can_be("\u{fffd}lvik kommune", "Bj\u{fffd}rkedal kommune"));
        assert!(!can_be(
            "\u{fffd}vre Nattvik",
            "\u{fffd}\u{fffd}\u{fffd}\u{fffd}k"
        ));
    }

    #[test]
    fn what_is_hardly_read_is_nobody() {
        assert_eq!(
            known(&names(), &Squashed::of("\u{fffd}\u{fffd}\u{fffd}vik")),
            None
        );
    }

    #[test]
    fn a_name_may_begin_with_unread_letters() {
        let names = names();
        let begins = |text: &str| begins(&names, &Squashed::of(text));
        assert!(begins("Øvre") && begins("\u{fffd}vre N") && begins("Fje\u{fffd}vik"));
        assert!(!begins("Nedre") && !begins("F\u{fffd}vik kommune i"));
    }
}
