//! Words as glyphs that were drawn one after the other, and whether they are words of a report.

use super::common::{COMMON, Known, Unknown};
use crate::pdf::{RawPage, is_untold};
use std::collections::BTreeSet;

/// A letter with the font that it is set in.
pub(super) type Letter = (char, u16);

/// A gap of this share of the size parts two words.
const GAP: f32 = 0.16;
/// Words shorter than this prove nothing.
pub(super) const TELLING: usize = 3;
/// So many words have to agree on what a glyph is; a long one tells as much as two.
pub(super) const AGREEING: usize = 2;
pub(super) const LONG: usize = 8;
/// A common word of so many letters is known within another, too.
pub(super) const STEM: usize = 5;

/// The words of a page, in the order of drawing.
pub(super) fn words(page: &RawPage) -> Vec<Vec<Letter>> {
    let mut words: Vec<Vec<Letter>> = Vec::new();
    let mut word: Vec<Letter> = Vec::new();
    let mut pen: Option<(f32, f32)> = None;
    for run in &page.runs {
        for glyph in run.of(&page.glyphs) {
            let apart = pen.is_none_or(|(right, y)| {
                (run.y - y).abs() > 0.1 || (glyph.x0 - right).abs() > GAP * run.size
            });
            pen = Some((glyph.x1, run.y));
            let blank = glyph.ch.is_whitespace();
            if (apart || blank) && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !blank {
                word.push((glyph.ch, run.font));
            }
        }
    }
    words.push(word);
    words
}

/// Words of the report, whole or spelt out by what is known.
pub(super) fn vocabulary<'w>(
    words: impl Iterator<Item = &'w Vec<Letter>>,
    known: &Known,
) -> BTreeSet<String> {
    words
        .filter_map(|word| spelt(word, known))
        .filter(|word| word.chars().count() >= TELLING)
        .chain(COMMON.map(str::to_owned))
        .collect()
}

/// A word in lower case without what stands around it; `None` where a glyph of it is not known.
pub(super) fn spelt(word: &[Letter], known: &Known) -> Option<String> {
    let mut text = String::new();
    for (ch, font) in word {
        if is_untold(*ch) {
            text.push_str(known.get(&(*font, *ch))?);
        } else {
            text.extend(ch.to_lowercase());
        }
    }
    let text = text.trim_matches(|ch: char| !ch.is_alphabetic());
    Some(text.to_owned())
}

/// Where the letters of a glyph begin in a word as it is spelt, in bytes.
pub(super) fn place(word: &[Letter], glyph: Unknown, known: &Known) -> Option<usize> {
    let at = word.iter().position(|(ch, font)| (*font, *ch) == glyph)?;
    let mut before = word.get(..at)?;
    while let [(ch, _), rest @ ..] = before
        && !is_untold(*ch)
        && !ch.is_alphabetic()
    {
        before = rest;
    }
    let mut length = 0;
    for (ch, font) in before {
        length += if is_untold(*ch) {
            known.get(&(*font, *ch))?.len()
        } else {
            ch.to_lowercase().map(char::len_utf8).sum()
        };
    }
    Some(length)
}

/// Whether a longer word begins or ends with a common one, as a compound does, that has these letters in
/// it: those that begin at a place of the word.
pub(super) fn has_stem(word: &str, letters: &str, place: usize) -> bool {
    // `etter` and `dette` end words that have other letters there.
    let least = if letters == "tt" { STEM + 1 } else { STEM };
    let mut stems = COMMON
        .iter()
        .filter(|stem| stem.contains(letters) && stem.chars().count() >= least);
    let end = place + letters.len();
    stems.any(|stem| {
        let left = word.len().saturating_sub(stem.len());
        word.starts_with(stem) && end <= stem.len() || word.ends_with(stem) && left <= place
    })
}
