//! Names and groups of which letters could not be read: they are the one that they can be, if it is one.

use super::super::squashed::Squashed;
use std::collections::BTreeMap;

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
    if !text.contains(char::REPLACEMENT_CHARACTER) {
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
        || text.as_str().contains(char::REPLACEMENT_CHARACTER)
            && map
                .keys()
                .any(|key| fits(text.as_str(), key.as_str(), false))
}

/// Whether a text with unread letters, each U+FFFD for some or none, can be a name, or begin it where it
/// is not `whole`. Most of it has to be read.
pub(super) fn fits(text: &str, name: &str, whole: bool) -> bool {
    let parts: Vec<&str> = text.split(char::REPLACEMENT_CHARACTER).collect();
    let unread = parts.len() - 1;
    let read: usize = parts.iter().map(|part| part.chars().count()).sum();
    if unread > MOST || read < 3 * unread {
        return false;
    }
    let mut rests: Vec<&str> = vec![name];
    for (index, part) in parts.iter().enumerate() {
        // Before the first part stands no unread letter.
        let most = if index > 0 { LETTERS } else { 0 };
        let mut after: Vec<&str> = rests
            .iter()
            .flat_map(|rest| (0..=most).filter_map(|skipped| without(rest, skipped)))
            .filter_map(|rest| rest.strip_prefix(part))
            .collect();
        after.sort_by_key(|rest| rest.len());
        after.dedup();
        rests = after;
    }
    if whole {
        rests.contains(&"")
    } else {
        !rests.is_empty()
    }
}

/// A text without so many letters at its beginning; `None` where it has fewer.
fn without(text: &str, letters: usize) -> Option<&str> {
    let mut rest = text.chars();
    (0..letters)
        .all(|_| rest.next().is_some())
        .then_some(rest.as_str())
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
