//! Letters that a file gives out for ornaments: `O✁entlig`. Ghostscript calls the glyphs of a font that it
//! draws `a1`, `a2` and so on, and takes these for the names of ornaments when it writes what they say.
//!
//! An ornament is a tick or the mark of a list, and stands by itself: where one stands in a word, none of
//! its font is one.

use super::words::{Letter, words};
use crate::pdf::{RawDocument, untold};
use std::collections::BTreeSet;

fn is_ornament(ch: char) -> bool {
    matches!(ch, '\u{2701}'..='\u{27be}')
}

/// Makes the ornaments of fonts untold that have one in a word.
pub(super) fn hide(raw: &mut RawDocument) {
    let glyphs = raw.pages.iter().flat_map(|page| &page.glyphs);
    if !glyphs.into_iter().any(|glyph| is_ornament(glyph.ch)) {
        return;
    }
    let words = raw.pages.iter().flat_map(words);
    let lying: BTreeSet<u16> = words.flat_map(|word| within(&word)).collect();
    for page in &mut raw.pages {
        for run in page.runs.iter().filter(|run| lying.contains(&run.font)) {
            for glyph in run.of_mut(&mut page.glyphs) {
                if is_ornament(glyph.ch) {
                    glyph.ch = untold(glyph.ch.into());
                }
            }
        }
    }
}

/// The fonts of the ornaments behind a letter, or before a small one: the mark of a list may stand close
/// before what it marks.
fn within(word: &[Letter]) -> BTreeSet<u16> {
    let inside = word.windows(2).filter_map(|pair| match pair {
        [(before, _), (ch, font)] if is_ornament(*ch) && before.is_alphabetic() => Some(*font),
        [(ch, font), (after, _)] if is_ornament(*ch) && after.is_lowercase() => Some(*font),
        _ => None,
    });
    inside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ornament_in_a_word_is_none() {
        let fonts = |text: &str| {
            let word: Vec<Letter> = text.chars().zip(1..).collect();
            within(&word).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(fonts("O✁entlig"), [2]);
        assert_eq!(fonts("✁áhcevuotna"), [1]);
        assert_eq!(fonts("tro✂"), [4]);
        assert!(fonts("✔Kurs").is_empty());
        assert!(fonts("✔").is_empty());
        assert!(fonts("✔✔").is_empty());
    }
}
