//! Texts as groups and names are looked up by.

use super::folded::squash;
use super::lines::Line;
use std::collections::BTreeSet;

/// A text without any blank, with every dash as one, and in lower case: what may be broken in any place,
/// and set in capitals, is the same text. No text as printed is taken for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Squashed(String);

impl Squashed {
    /// What a text is looked up by.
    pub(super) fn of(text: &str) -> Self {
        let mut squashed = Self::default();
        squashed.push(text);
        squashed
    }

    /// The same for a line.
    pub(super) fn of_line(line: &Line<'_>) -> Self {
        let mut squashed = Self::default();
        squashed.push_line(line);
        squashed
    }

    /// Goes on with a text.
    pub(super) fn push(&mut self, text: &str) {
        self.push_lowered(&squash(text));
    }

    /// Goes on with a line.
    pub(super) fn push_line(&mut self, line: &Line<'_>) {
        self.push_lowered(line.squashed());
    }

    fn push_lowered(&mut self, squashed: &str) {
        // Most letters outside ASCII are small.
        let small = |ch: char| ch.is_ascii() || ch.is_lowercase();
        if squashed.is_ascii() || squashed.chars().all(small) {
            let at = self.0.len();
            self.0.push_str(squashed);
            if let Some(pushed) = self.0.get_mut(at..) {
                pushed.make_ascii_lowercase();
            }
        } else {
            self.0.reserve(squashed.len());
            self.0.extend(squashed.chars().flat_map(char::to_lowercase));
        }
    }

    /// It with another after it.
    pub(super) fn then(&self, next: &Self) -> Self {
        Self([self.0.as_str(), next.0.as_str()].concat())
    }

    /// Several, one after the other.
    pub(super) fn joined(parts: &[Self]) -> Self {
        Self(parts.iter().map(Self::as_str).collect())
    }

    /// It without the hyphen at its end, where it has one.
    pub(super) fn without_hyphen(&self) -> Option<Self> {
        self.0.strip_suffix('-').map(|head| Self(head.to_owned()))
    }

    /// Its letters.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it begins with another.
    pub(super) fn begins_with(&self, begun: &Self) -> bool {
        self.0.starts_with(&begun.0)
    }
}

/// A text over several lines, as what it is looked up by: a hyphen at the end of a line may be the word's own or
/// the break's.
#[derive(Clone, Debug, Default)]
pub(super) struct Broken {
    whole: Squashed,
    /// Without the hyphens at the ends of lines, where there are any.
    unbroken: Option<Squashed>,
    /// Whether the last line ends on a hyphen behind a letter.
    open: bool,
}

impl Broken {
    /// What a text is that was put together of lines, with a blank between them.
    pub(super) fn of(text: &str) -> Self {
        let whole = Squashed::of(text);
        let unbroken = Squashed::of(&without_breaks(text));
        Self {
            unbroken: (unbroken != whole).then_some(unbroken),
            whole,
            open: false,
        }
    }

    /// Goes on with a line.
    pub(super) fn push_line(&mut self, line: &Line<'_>) {
        self.push(line.squashed());
    }

    /// Goes on with the text of a line.
    pub(super) fn push(&mut self, line: &str) {
        if self.open
            && let Some(head) = self.hyphenless()
        {
            self.unbroken = Some(head);
        }
        let before = self.whole.as_str().len();
        self.whole.push(line);
        if let Some(unbroken) = &mut self.unbroken {
            unbroken.push(line);
        }
        let own = self.whole.as_str().get(before..);
        self.open = own.is_some_and(is_open);
    }

    /// It so far without the hyphen at its end.
    fn hyphenless(&self) -> Option<Squashed> {
        self.unbroken
            .as_ref()
            .unwrap_or(&self.whole)
            .without_hyphen()
    }

    /// Both that it may be.
    pub(super) fn both(self) -> [Squashed; 2] {
        let unbroken = self.unbroken.unwrap_or_else(|| self.whole.clone());
        [self.whole, unbroken]
    }

    /// It without the hyphens of breaks.
    pub(super) fn unbroken(self) -> Squashed {
        self.unbroken.unwrap_or(self.whole)
    }

    /// Whether it is one of these.
    pub(super) fn is_in(&self, known: &BTreeSet<Squashed>) -> bool {
        let unbroken = self.unbroken.as_ref();
        known.contains(&self.whole) || unbroken.is_some_and(|unbroken| known.contains(unbroken))
    }

    /// What it is known as.
    pub(super) fn known<T>(&self, known: impl Fn(&Squashed) -> Option<T>) -> Option<T> {
        known(&self.whole).or_else(|| known(self.unbroken.as_ref()?))
    }

    /// Whether something begins so.
    pub(super) fn begins(&self, begins: impl Fn(&Squashed) -> bool) -> bool {
        begins(&self.whole)
            || self.unbroken.as_ref().is_some_and(&begins)
            || self.open && self.hyphenless().is_some_and(|head| begins(&head))
    }
}

/// Whether a text ends on a hyphen behind a letter, or behind the stroke that parts a sector from its category:
/// one that stands alone parts no word.
fn is_open(text: &str) -> bool {
    let head = text.strip_suffix('-');
    head.is_some_and(|head| head.ends_with(|ch: char| ch.is_alphanumeric() || ch == '/'))
}

/// A text that was put together of lines, without the hyphens that may be those of breaks.
pub(super) fn without_breaks(text: &str) -> String {
    joined_at_breaks(text, "- ")
}

/// The same with the hyphens, and without the blanks behind them.
pub(super) fn closed(text: &str) -> String {
    joined_at_breaks(text, " ")
}

/// A text without what stands `between` two lines where the upper one ends on a hyphen.
fn joined_at_breaks(text: &str, between: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for part in text.split_inclusive("- ") {
        joined.push_str(part);
        if part.ends_with("- ") && is_open(part.trim_end()) {
            joined.truncate(joined.len() - between.len());
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_that_stands_alone_parts_no_word() {
        let name = "Rognlund - Vik";
        assert_eq!(Broken::of(name).unbroken(), Squashed::of(name));
        assert_eq!(
            Broken::of("Rogn- lund").unbroken(),
            Squashed::of("Rognlund")
        );
        assert_eq!(
            Broken::of("Offentlig/- Kommun- e").unbroken(),
            Squashed::of("Offentlig/Kommune")
        );
        let begins = |lines: [&str; 2]| {
            let mut text = Broken::default();
            for line in lines {
                text.push(line);
            }
            text.begins(|begun| *begun == Squashed::of("Rognlund"))
        };
        assert!(begins(["Rogn-", "lund-"]));
        // An answer under a name that is a hyphen is none of its letters.
        assert!(!begins(["Rognlund", "-"]));
    }
}
