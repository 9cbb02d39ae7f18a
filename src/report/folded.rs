//! A text as it is compared: its blanks folded to one, or left out.

use crate::pdf::is_nothing;
use crate::text::{is_dash, is_simple};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Blanks folded to one, none at the ends, compatibility forms resolved.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    let simple = is_simple(text);
    // Most lines are so.
    if simple && has_lone_blanks(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if simple || plain(word) {
            folded.push_str(word);
        } else {
            folded.extend(word.nfkc().filter(|ch| !is_nothing(*ch)).map(hyphen));
        }
    }
    // NFKC turns a no-break space into a blank; fold those again only where there were some.
    Cow::Owned(if folded.contains("  ") {
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        folded
    })
}

/// Whether no blank of ASCII stands beside another one or at an end.
fn has_lone_blanks(text: &[u8]) -> bool {
    let ends = [text.first(), text.last()];
    let pairs = text.iter().zip(text.get(1..).unwrap_or(&[]));
    // All pairs are looked at, so that it can be done many at a time.
    let blanks = pairs.filter(|pair| *pair == (&b' ', &b' '));
    !ends.contains(&Some(&b' ')) && blanks.count() == 0
}

/// Whether a character is one of the letters of Norwegian and its neighbours, which need no table.
fn is_norwegian(ch: char) -> bool {
    ('\u{c0}'..='\u{131}').contains(&ch)
}

/// Whether a text is in its compatibility form already, as text from a PDF is.
fn plain(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|ch| ch < '\u{a0}' || is_norwegian(ch))
        || is_nfkc_quick(text.chars()) == IsNormalized::Yes
            && !text.contains(|ch| is_nothing(ch) || is_dash(ch))
}

/// The two hyphens that look like that of ASCII are that of ASCII.
fn hyphen(ch: char) -> char {
    if matches!(ch, '\u{2010}' | '\u{2011}') {
        '-'
    } else {
        ch
    }
}

/// The text without any blank, and every dash as one: what texts are compared by that may be broken
/// in any place.
pub(super) fn squash(text: &str) -> Cow<'_, str> {
    // Most texts are so, and most of them words.
    if is_simple(text) {
        return if text.as_bytes().contains(&b' ') {
            Cow::Owned(together(text, text.split(' ')))
        } else {
            Cow::Borrowed(text)
        };
    }
    if plain(text) {
        return Cow::Owned(together(text, text.split_whitespace()));
    }
    let seen = |ch: &char| !ch.is_whitespace() && !is_nothing(*ch);
    let alike = |ch| if is_dash(ch) { '-' } else { ch };
    let mut squashed = String::with_capacity(text.len());
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        squashed.extend(text.chars().filter(seen).map(alike));
    } else {
        squashed.extend(text.nfkc().filter(seen).map(alike));
    }
    Cow::Owned(squashed)
}

/// The parts of a text, one after the other.
fn together<'a>(text: &str, parts: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::with_capacity(text.len());
    all.extend(parts);
    all
}

/// Whether texts, one after the other and without blanks, spell a word.
pub(super) fn spell<'a>(texts: impl IntoIterator<Item = &'a str>, word: &str) -> bool {
    let mut rest = word;
    for text in texts {
        match rest.strip_prefix(&*squash(text)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}
