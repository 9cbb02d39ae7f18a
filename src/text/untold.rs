//! Letters that the file does not tell.

use crate::pdf::{RawFont, RawPage, is_private};

/// The letters of a page that the file does not tell, by the name of their font.
pub(super) fn unknown(raw: &RawPage, fonts: &[RawFont]) -> Vec<(String, u32)> {
    let mut unknown: Vec<(String, u32)> = Vec::new();
    for run in &raw.runs {
        let glyphs = run.of(&raw.glyphs).iter();
        let count = glyphs.filter(|glyph| is_untold(glyph.ch)).count();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if count > 0 {
            let font = fonts.get(usize::from(run.font));
            let name = font.and_then(|font| font.name.as_deref()).unwrap_or("");
            match unknown.iter_mut().find(|(font, _)| font == name) {
                Some((_, so_far)) => *so_far = so_far.saturating_add(count),
                None => unknown.push((name.to_owned(), count)),
            }
        }
    }
    unknown
}

/// Whether a character stands for a letter that the file does not tell: none of Unicode's, one that
/// controls something, or one that each font uses as it likes.
pub(super) fn is_untold(ch: char) -> bool {
    !is_plain(ch)
        && !ch.is_whitespace()
        && (ch.is_control() || ch == char::REPLACEMENT_CHARACTER || is_private(ch))
}

/// Whether a character is a letter, digit or sign of western Europe: most are, and nothing need be
/// asked of them.
pub(super) fn is_plain(ch: char) -> bool {
    matches!(ch, '!'..='~' | '\u{c0}'..='\u{ff}')
}
