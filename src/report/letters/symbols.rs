//! Letters of fonts that are encoded as symbol fonts are: U+F020 to U+F0FF, each 0xF000 above its own.
//!
//! A font of symbols uses the same codes for its signs (a bullet, a tick). What tells a font of letters is
//! that many letters are used of it.

use crate::pdf::RawDocument;
use std::collections::{BTreeMap, BTreeSet};

/// A font of letters has at least so many different ones.
const LETTERS: usize = 12;

/// What is known of a font: which letters of its are told, and which of the area would be letters.
#[derive(Default)]
struct Used {
    told: BTreeSet<char>,
    hidden: BTreeSet<char>,
}

/// Puts letters in the place of the codes of fonts of letters.
pub(super) fn fold(raw: &mut RawDocument) {
    let glyphs = raw.pages.iter().flat_map(|page| &page.glyphs);
    if !glyphs.into_iter().any(|glyph| folded(glyph.ch).is_some()) {
        return;
    }
    let mut fonts: BTreeMap<u16, Used> = BTreeMap::new();
    for page in &raw.pages {
        for run in &page.runs {
            let used = fonts.entry(run.font).or_default();
            for glyph in run.of(&page.glyphs) {
                match folded(glyph.ch) {
                    Some(ch) if ch.is_alphabetic() => used.hidden.insert(ch),
                    None if glyph.ch.is_alphabetic() => used.told.insert(glyph.ch),
                    _ => false,
                };
            }
        }
    }
    for page in &mut raw.pages {
        for run in &page.runs {
            let Some(used) = fonts.get(&run.font) else {
                continue;
            };
            for glyph in run.of_mut(&mut page.glyphs) {
                let Some(ch) = folded(glyph.ch) else { continue };
                // Among letters that are told, only what has no shape of its own to mistake.
                let blank_or_hyphen = matches!(ch, ' ' | '\u{a0}' | '-' | '\u{ad}');
                if used.hidden.len() >= LETTERS || used.told.len() >= LETTERS && blank_or_hyphen {
                    // What is drawn is no soft hyphen.
                    glyph.ch = if ch == '\u{ad}' { '-' } else { ch };
                }
            }
        }
    }
}

/// The character that a code of the area stands for, in a font of letters.
fn folded(ch: char) -> Option<char> {
    let code = u32::from(ch).checked_sub(0xF000)?;
    let printed = matches!(code, 0x20..=0x7E | 0xA0..=0xFF);
    printed.then(|| char::from_u32(code)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::RawPage;
    use crate::sample::draw;

    /// A page with a run in each font.
    fn document(runs: &[&str]) -> RawDocument {
        let mut page = RawPage::default();
        for (font, text) in runs.iter().enumerate() {
            let font = u16::try_from(font).expect("few");
            draw(&mut page, text, (0.0, 100.0), font);
        }
        RawDocument {
            pages: vec![page],
            ..RawDocument::default()
        }
    }

    fn hidden(text: &str) -> String {
        let codes = text.chars().map(|ch| 0xF000 + u32::from(ch));
        codes.filter_map(char::from_u32).collect()
    }

    fn read(runs: &[&str]) -> String {
        let mut raw = document(runs);
        fold(&mut raw);
        raw.pages[0].glyphs.iter().map(|glyph| glyph.ch).collect()
    }

    #[test]
    fn a_font_of_letters_is_read() {
        let text = "Sum for hele fjellbygda: 12 \u{e5}r";
        assert_eq!(read(&[&hidden(text)]), text);
    }

    #[test]
    fn a_blank_and_a_hyphen_among_told_letters_are_read() {
        let text = |blank, hyphen| format!("Nedre{blank}Prøvedal{hyphen}Utmark kommune");
        let given = text('\u{f020}', '\u{f0ad}');
        assert_eq!(read(&[&given]), text(' ', '-'));
        let sign = text(' ', '\u{f0b7}');
        assert_eq!(read(&[&sign]), sign, "it may be any sign");
    }

    #[test]
    fn a_font_of_signs_stays_untold() {
        let signs = hidden("vx - l");
        let read = read(&[&signs, "Nedre Prøvedal kommune, Utmark"]);
        assert!(read.starts_with(&signs), "{read}");
    }
}
