//! Ligatures that a file gives out for other letters: `ff` at U+FB00 for `û` at U+00FB, and so on up to `ffl`
//! for `ÿ`. Ghostscript writes so of some fonts, and of others in the same file not: the font's own words tell
//! it.

use super::common::{Known, Unknown};
use super::words::{AGREEING, LONG, Letter, TELLING, has_stem, place, spelt, vocabulary, words};
use crate::pdf::{RawDocument, untold};
use std::collections::{BTreeMap, BTreeSet};

/// What a letter is given out for.
const GARBLED: [(char, &str); 5] = [
    ('\u{fb}', "ff"),
    ('\u{fc}', "fi"),
    ('\u{fd}', "fl"),
    ('\u{fe}', "ffi"),
    ('\u{ff}', "ffl"),
];

fn ligature(ch: char) -> Option<&'static str> {
    let mut all = GARBLED.into_iter();
    all.find_map(|(garbled, letters)| (garbled == ch).then_some(letters))
}

/// A word in which such a letter stands, as it is printed and with the ligature.
struct Suspect {
    glyph: Unknown,
    printed: String,
    /// Whether the report has it elsewhere, or it is a common one.
    known: bool,
}

/// Makes the letters of fonts that are garbled untold, and known where the fonts' words tell them.
pub(super) fn learn(raw: &mut RawDocument, known: &mut Known) {
    let glyphs = raw.pages.iter().flat_map(|page| &page.glyphs);
    if !glyphs.into_iter().any(|glyph| ligature(glyph.ch).is_some()) {
        return;
    }
    let words: Vec<Vec<Letter>> = raw.pages.iter().flat_map(words).collect();
    let suspects = suspects(&words);
    let mut votes: BTreeMap<Unknown, BTreeSet<&str>> = BTreeMap::new();
    for word in suspects.iter().filter(|word| word.known) {
        votes.entry(word.glyph).or_default().insert(&word.printed);
    }
    let mut told: BTreeMap<u16, usize> = BTreeMap::new();
    for ((font, _), words) in &votes {
        let long = words.iter().filter(|word| word.chars().count() >= LONG);
        *told.entry(*font).or_default() += words.len() + long.count();
    }
    // A name that has the letter in a font that is not garbled has it in the one that is.
    let own: BTreeSet<(&str, char)> = suspects
        .iter()
        .filter(|word| !votes.contains_key(&word.glyph))
        .map(|word| (word.printed.as_str(), word.glyph.1))
        .collect();
    let doubted: BTreeSet<Unknown> = suspects
        .iter()
        .filter(|word| own.contains(&(word.printed.as_str(), word.glyph.1)))
        .map(|word| word.glyph)
        .collect();
    let garbled = |font: u16| told.get(&font).is_some_and(|votes| *votes >= AGREEING);
    for glyph in votes.keys() {
        let told = garbled(glyph.0) && !doubted.contains(glyph);
        if let Some(letters) = ligature(glyph.1).filter(|_| told) {
            known.insert((glyph.0, untold(glyph.1.into())), letters.to_owned());
        }
    }
    for page in &mut raw.pages {
        for run in page.runs.iter().filter(|run| garbled(run.font)) {
            for glyph in run.of_mut(&mut page.glyphs) {
                if ligature(glyph.ch).is_some() {
                    glyph.ch = untold(glyph.ch.into());
                }
            }
        }
    }
}

/// The words in which one such letter stands.
fn suspects(words: &[Vec<Letter>]) -> Vec<Suspect> {
    let one = |word: &Vec<Letter>| {
        let mut all = word.iter().filter(|(ch, _)| ligature(*ch).is_some());
        all.next().copied().filter(|_| all.next().is_none())
    };
    let plain = words.iter().filter(|word| one(word).is_none());
    let vocabulary = vocabulary(plain, &Known::new());
    let suspect = |word: &Vec<Letter>| {
        let (ch, font) = one(word)?;
        let letters = ligature(ch)?;
        let hide = |(other, font): &Letter| {
            let hidden = *other == ch;
            (if hidden { untold(ch.into()) } else { *other }, *font)
        };
        let hidden: Vec<Letter> = word.iter().map(hide).collect();
        let glyph = (font, untold(ch.into()));
        let with = Known::from([(glyph, letters.to_owned())]);
        let meant = spelt(&hidden, &with)?;
        let place = place(&hidden, glyph, &with)?;
        let known = vocabulary.contains(&meant) || has_stem(&meant, letters, place);
        Some(Suspect {
            glyph: (font, ch),
            printed: spelt(word, &Known::new())?,
            known: known && meant.chars().count() >= TELLING,
        })
    };
    words.iter().filter_map(suspect).collect()
}
