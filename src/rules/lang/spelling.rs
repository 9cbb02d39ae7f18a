//! Words that look mistyped or cut off, held against the other words that the report's texts have.
//!
//! No dictionary is asked: distance alone would take most inflections for mistakes. So only slips of
//! the hand that inflection does not make are looked for: two neighbours that changed places, a
//! letter that is doubled or should be, a word that lost its beginning.

use super::known::{Known, prose_of};
use super::marks::MarkMap;
use super::words::{Mark, words};
use crate::report::Report;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::rc::Rc;

/// Shorter words are not judged: too many of them are words as well.
const SWAPPED_LEAST: usize = 6;
const DOUBLED_LEAST: usize = 7;
/// So many letters at its end are not looked at for swapped ones.
const ENDING: usize = 2;
/// Shorter ones are no half of a compound.
const HALF: usize = 4;
/// How many letters of a word have to be found again inside another one, for it to be cut.
const PIECE: usize = 8;
/// How many letters a cut word lost at most, and how many may follow that the other one does not have.
const LOST: usize = 6;
const FOLLOWING: usize = 3;
/// A word of which no other one has so many first letters begins as none does.
const START: usize = 2;
/// Endings that a word may lack beside the one that it is held against.
const ENDINGS: [&str; 10] = ["", "n", "t", "r", "s", "a", "e", "en", "et", "er"];
/// What Norwegian words begin with that are words without it: `ulik`, `innspill`.
const PREFIXES: [&str; 46] = [
    "a", "an", "av", "be", "bi", "de", "der", "en", "er", "fag", "for", "fra", "fram", "frem",
    "frå", "før", "her", "hel", "i", "in", "inn", "med", "mis", "mot", "ned", "ny", "om", "opp",
    "over", "på", "re", "sam", "små", "så", "til", "to", "tre", "u", "ut", "under", "unn", "van",
    "ved", "vel", "å", "år",
];
/// From so many texts on, of which nine in ten begin with a capital, a small letter tells something.
const TEXTS_LEAST: usize = 10;

/// The words of a report's texts, as they are looked up.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    /// How often each word stands there.
    counts: FxHashMap<Rc<str>, usize>,
    /// The words in order.
    sorted: Vec<Rc<str>>,
    /// How many words are written with the same letters, by [a mark of these](letters_of).
    anagrams: MarkMap<usize>,
    /// Words by themselves with each run of one letter taken as one.
    collapsed: BTreeMap<String, Vec<Rc<str>>>,
    /// Words by [a mark of the piece](pieces) that begins after so many of their first letters.
    inner: MarkMap<Vec<(Rc<str>, usize)>>,
    /// Whether texts begin with a capital in this report.
    capitals: bool,
    /// What was probably meant by each word that was looked at: most stand in many texts.
    meant: RefCell<FxHashMap<String, Option<String>>>,
}

impl Spelling {
    /// Of all texts of a report but those that name persons.
    pub(crate) fn of(report: &Report, known: &[Known]) -> Self {
        let mut spelling = Self::default();
        let mut small = 0;
        let mut texts = 0;
        for (i, question) in report.questions.iter().enumerate() {
            if known.get(i).is_some_and(|k| !k.role.is_empty()) {
                continue;
            }
            for text in question.answers.iter().flat_map(prose_of).flatten() {
                texts += 1;
                small += usize::from(text.value.starts_with(char::is_lowercase));
                spelling.take(&text.value);
            }
        }
        spelling.capitals = texts >= TEXTS_LEAST && small * 10 <= texts;
        spelling.index();
        spelling
    }

    /// Counts the words of a text.
    fn take(&mut self, text: &str) {
        for word in words(text) {
            if let Some(count) = self.counts.get_mut(&*word) {
                *count += 1;
            } else {
                self.counts.insert(Rc::from(&*word), 1);
            }
        }
    }

    /// Makes the words found by what they have in common with others.
    fn index(&mut self) {
        self.sorted = self.counts.keys().cloned().collect();
        self.sorted.sort_unstable();
        for word in self.sorted.iter().filter(|word| is_judged(word)) {
            *self.anagrams.entry(letters_of(word)).or_default() += 1;
            let alike = self.collapsed.entry(collapse(word)).or_default();
            alike.push(Rc::clone(word));
            for (place, letters) in pieces(word).enumerate().skip(1).take(LOST) {
                let holders = self.inner.entry(letters).or_default();
                holders.push((Rc::clone(word), place));
            }
        }
    }

    /// The words of a text that look mistyped, each with the word that is probably meant.
    pub(crate) fn slips(&self, text: &str) -> Vec<[String; 2]> {
        let mut found: Vec<[String; 2]> = Vec::new();
        for word in words(text) {
            if let Some(meant) = self.meant(&word)
                && !found.iter().any(|[slip, _]| *slip == word)
            {
                found.push([word.into_owned(), meant]);
            }
        }
        found
    }

    /// The word that is probably meant by one that looks mistyped.
    fn meant(&self, word: &str) -> Option<String> {
        if let Some(known) = self.meant.borrow().get(word) {
            return known.clone();
        }
        let meant = self.swapped(word).or_else(|| self.doubled(word));
        let mut known = self.meant.borrow_mut();
        known.insert(word.to_owned(), meant.clone());
        meant
    }

    /// The words of a text that lack their beginning, each with the word that shows it.
    pub(crate) fn cut(&self, text: &str) -> Vec<[String; 2]> {
        let first = words(text).next();
        let first = first.filter(|_| text.starts_with(char::is_lowercase));
        let start = first.and_then(|word| Some([word.to_string(), self.beheaded(&word)?]));
        let inside = words(text).skip(usize::from(start.is_some()));
        let inside = inside.filter_map(|word| Some([word.to_string(), self.whole(&word)?]));
        start.into_iter().chain(inside).collect()
    }

    fn count(&self, word: &str) -> usize {
        self.counts.get(word).copied().unwrap_or(0)
    }

    /// Whether a word begins as this text does, the text itself aside.
    fn begins_a_word(&self, text: &str) -> bool {
        self.begins_a_word_but(text, text)
    }

    /// The word that this one is with two neighbours in each other's place.
    fn swapped(&self, word: &str) -> Option<String> {
        if !is_judged(word) || word.chars().count() < SWAPPED_LEAST {
            return None;
        }
        let alike = self.anagrams.get(&letters_of(word)).copied().unwrap_or(0);
        if alike <= usize::from(self.count(word) > 0) {
            return None;
        }
        let mut letters: Vec<char> = word.chars().collect();
        // At its end a word is inflected: `læreren, lærerne`.
        for i in 1..letters.len().saturating_sub(ENDING) {
            if letters.get(i - 1) == letters.get(i) {
                continue;
            }
            letters.swap(i - 1, i);
            let other: String = letters.iter().collect();
            letters.swap(i - 1, i);
            if self.count(&other) > self.count(word) {
                return Some(other);
            }
        }
        None
    }

    /// The word that this one is but for a letter that is doubled in one of them.
    fn doubled(&self, word: &str) -> Option<String> {
        if !is_judged(word) || word.chars().count() < DOUBLED_LEAST {
            return None;
        }
        let key = collapse(word);
        let from = (Bound::Included(key.as_str()), Bound::Unbounded);
        let longer = self.collapsed.range::<str, _>(from);
        let longer = longer.map_while(|(known, alike)| Some((known.strip_prefix(&*key)?, alike)));
        let longer: Vec<_> = longer.filter(|(rest, _)| ENDINGS.contains(rest)).collect();
        ENDINGS.iter().find_map(|ending| {
            let (_, alike) = longer.iter().find(|(rest, _)| rest == ending)?;
            let mut alike = alike.iter();
            let meant = alike.find(|other| {
                one_doubled(word, other, ending) && self.is_rarer(word, other, ending)
            });
            meant.map(ToString::to_string)
        })
    }

    /// Whether a word is the slip of the two: the rarer one. Of two that are as rare it is the one that
    /// lacks a letter where two words meet, `felleskap`, or the one that stands without an ending.
    fn is_rarer(&self, word: &str, other: &str, ending: &str) -> bool {
        match self.count(other).cmp(&self.count(word)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal if word.len() < other.len() && ending.is_empty() => self.meets(other),
            Ordering::Equal => !ending.is_empty(),
        }
    }

    /// Whether two words that the report has, or begins others with, meet in a doubled letter.
    fn meets(&self, word: &str) -> bool {
        let is_known = |text: &str| {
            text.chars().count() >= HALF && (self.count(text) > 0 || self.begins_a_word(text))
        };
        let mut places = word.char_indices().zip(word.chars().skip(1));
        places.any(|((at, a), b)| {
            let (head, tail) = word.split_at(at + a.len_utf8());
            a == b && is_known(head) && is_known(tail)
        })
    }

    /// The word that a text's first one is the end of, but for one letter. What lacks more than one
    /// may be the last part of a compound, and what begins as other words do is a word by itself:
    /// `rekke, trekke`.
    fn beheaded(&self, word: &str) -> Option<String> {
        let start: String = word.chars().take(START).collect();
        let is_short = start.chars().count() < START;
        let is_known = self.count(word) > 1 || self.begins_a_word_but(&start, word);
        if !self.capitals || is_short || is_known {
            return None;
        }
        let mut wholes = self.sorted.iter().filter(|other| {
            other.strip_suffix(word).is_some_and(|lost| {
                lost.chars().count() == 1 && lost.chars().all(char::is_alphabetic)
            })
        });
        // A word that is joined to others is a word by itself.
        let shortest = wholes.clone().min_by_key(|other| other.len())?;
        let joined = wholes.any(|other| {
            let lost = other.strip_suffix(word).unwrap_or(other);
            self.is_head(lost)
        });
        (!joined).then(|| shortest.to_string())
    }

    /// The compound that this word is a part of, beginning inside its first word.
    fn whole(&self, word: &str) -> Option<String> {
        if !is_judged(word) || self.count(word) > 1 {
            return None;
        }
        let start: String = word.chars().take(PIECE - 3).collect();
        if self.begins_a_word_but(&start, word) {
            return None;
        }
        let candidates = self.inner.get(&pieces(word).next()?)?;
        let whole = candidates.iter().find(|(other, place)| {
            let tail: String = other.chars().skip(*place).collect();
            let shared = tail
                .chars()
                .zip(word.chars())
                .take_while(|(a, b)| a == b)
                .count();
            let left = |text: &str| text.chars().count() - shared;
            let lost: String = other.chars().take(*place).collect();
            **other != *word
                && left(word) <= FOLLOWING
                && left(&tail) <= FOLLOWING
                && !self.is_head(&lost)
                && self.is_joined_after(other, *place)
        });
        whole.map(|(other, _)| other.to_string())
    }

    /// Whether other words than this one begin so.
    fn begins_a_word_but(&self, start: &str, but: &str) -> bool {
        let from = self.sorted.partition_point(|word| **word < *start);
        let after = self.sorted.iter().skip(from);
        let mut after = after.take_while(|word| word.starts_with(start));
        after.any(|word| **word != *but)
    }

    /// Whether words are made of this one and another behind it.
    fn is_head(&self, head: &str) -> bool {
        let bare = head.strip_suffix('s').unwrap_or(head);
        PREFIXES.contains(&head) || self.count(head) > 0 || self.count(bare) > 0
    }

    /// Whether a word is made of two that the report has, the second of which begins after a place.
    fn is_joined_after(&self, word: &str, place: usize) -> bool {
        let ends = word.char_indices().map(|(at, _)| at).skip(place + 1);
        ends.into_iter().any(|at| {
            let (head, tail) = word.split_at(at);
            let start: String = tail.chars().take(PIECE - 3).collect();
            start.chars().count() == PIECE - 3
                && self.count(head) > 0
                && (self.count(&start) > 0 || self.begins_a_word(&start))
        })
    }
}

/// Whether a word is long enough, and of letters alone.
fn is_judged(word: &str) -> bool {
    word.chars().count() >= SWAPPED_LEAST && word.chars().all(char::is_alphabetic)
}

/// A mark of each piece of a word by which others find it, by how many letters stand before it.
fn pieces(word: &str) -> impl Iterator<Item = u64> {
    let starts = word.char_indices().map(|(at, _)| at);
    let ends = starts.clone().chain([word.len()]).skip(PIECE);
    let pieces = starts.zip(ends);
    pieces.filter_map(|(from, to)| {
        let mut mark = Mark::new();
        mark.run(word.as_bytes().get(from..to)?);
        Some(mark.finish())
    })
}

/// A mark of a word's letters that does not hang on their order.
fn letters_of(word: &str) -> u64 {
    let letters = word.chars().map(|letter| {
        let mut mark = Mark::new();
        mark.bytes(&u32::from(letter).to_le_bytes());
        mark.finish()
    });
    letters.fold(0, u64::wrapping_add)
}

/// Each run of one letter as one.
fn collapse(word: &str) -> String {
    let mut last = None;
    word.chars()
        .filter(|&c| last.replace(c) != Some(c))
        .collect()
}

/// Whether two words differ in one letter alone that one of them has twice, an ending of the second
/// aside; not where inflection doubles it: `program, programmet`, `oppmøte, oppmøtte`.
fn one_doubled(word: &str, other: &str, ending: &str) -> bool {
    let Some(stem) = other.strip_suffix(ending) else {
        return false;
    };
    // Most words are held against themselves.
    if stem.len() == word.len() {
        return false;
    }
    let (own, its) = (runs(word), runs(stem));
    if own.len() != its.len() {
        return false;
    }
    let mut differing = own
        .iter()
        .zip(&its)
        .enumerate()
        .filter(|(_, (a, b))| a != b);
    let (Some((place, ((letter, a), (_, b)))), None) = (differing.next(), differing.next()) else {
        return false;
    };
    let last = place + 1 == own.len();
    let before_the_last = place + 2 == own.len();
    let is_joint = last && !ending.is_empty();
    let is_e = own.last().is_some_and(|(end, _)| *end == 'e');
    let is_inflected = before_the_last && is_e && matches!(letter, 't' | 'd' | 'n' | 'm');
    a.abs_diff(*b) == 1 && *a.max(b) == 2 && !is_joint && !is_inflected
}

/// The runs of one letter, and how long each is.
fn runs(word: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for letter in word.chars() {
        match runs.last_mut() {
            Some((last, count)) if *last == letter => *count += 1,
            _ => runs.push((letter, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling(texts: &[&str]) -> Spelling {
        let mut spelling = Spelling {
            capitals: true,
            ..Spelling::default()
        };
        for text in texts {
            spelling.take(text);
        }
        spelling.index();
        spelling
    }

    fn slips(text: &str, rest: &str) -> Vec<String> {
        let pairs = spelling(&[text, rest]).slips(text);
        pairs.into_iter().map(|pair| pair.join(" ")).collect()
    }

    #[test]
    fn slips_of_the_hand() {
        let found = slips(
            "arbiedet i et felleskap på konferranse ved Furuly montessoriskolee",
            "Arbeidet, arbeidet, skaper felles fellesskap; montessoriskole, montessoriskole, konferansen.",
        );
        assert_eq!(
            found,
            [
                "arbiedet arbeidet",
                "felleskap fellesskap",
                "konferranse konferansen",
                "montessoriskolee montessoriskole"
            ]
        );
    }

    #[test]
    fn of_two_that_are_as_rare_the_right_one_is_let_be() {
        let rest = "Et felles felleskap skaper konferranse. Tilegg.";
        let found = slips("fellesskap konferansen tillegg", rest);
        assert_eq!(found, <[&str; 0]>::default());
    }

    #[test]
    fn inflection_is_no_slip() {
        let rest =
            "programmet oppmøtte arbeide planlagt klasserommet lærerne lærerne skolene prosjektet";
        let text = "program oppmøte arbeidde planlegge klasserom læreren skolens prosjekta";
        assert_eq!(slips(text, rest), <[&str; 0]>::default());
    }

    #[test]
    fn words_without_their_beginning() {
        let rest =
            "Eier og skoleeier møtes på en skole. Lærerutdanningene er nær lærer og utdanning.";
        let all = spelling(&["ier møtes", "Bidrag til erutdanningenene", rest]);
        assert_eq!(all.cut("ier møtes"), [["ier", "eier"]]);
        let inside = all.cut("Bidrag til erutdanningenene");
        assert_eq!(inside, [["erutdanningenene", "lærerutdanningene"]]);
    }

    #[test]
    fn a_word_that_another_one_ends_in_is_a_word() {
        let rest = "Besteforeldre trekker fra. Teammøter med kalle i rekkefølge, før og mot alt.";
        for text in ["rekker ut", "foreldre deltar", "møter ofte", "alle er med"] {
            let all = spelling(&[text, rest]);
            assert_eq!(all.cut(text), <[[String; 2]; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn the_last_part_of_a_compound_is_a_word() {
        let rest = "Lærer i lærerkollegiet har fag og fagsamling, og ulike innspill er underveisvurderinger.";
        let all = spelling(&["samling i kollegiet", "spill", "like", "vurderinger", rest]);
        for text in ["samling i kollegiet", "spill", "like", "vurderinger"] {
            assert_eq!(all.cut(text), <[[String; 2]; 0]>::default(), "{text}");
        }
    }
}
