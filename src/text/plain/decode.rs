//! Bytes of a text file → characters, and whether a program has lost letters on the way here.

use crate::pdf::is_nothing;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How much of a file is looked at for its encoding, bytes.
const SAMPLE: usize = 200_000;
/// So many lost letters are no slip of a keyboard.
const FEW: usize = 3;

/// Decodes a text file: UTF-8, UTF-16 with or without a mark, or Windows-1252. `None` where it is
/// binary.
///
/// A byte that is not UTF-8 in what clearly is becomes U+FFFD, an unread letter: were the whole file
/// read as Windows-1252 for its sake, every other letter would be wrong.
///
/// Marks of direction and of where a line may end are left out: nobody sees them.
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = characters(bytes)?;
    // The hyphen of a break is printed where it is needed.
    let unseen = |ch: char| is_nothing(ch) && ch != '\u{ad}';
    Some(if text.contains(unseen) {
        Cow::Owned(text.replace(unseen, ""))
    } else {
        text
    })
}

fn characters(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, bytes.get(mark..)?);
    }
    if let Some(encoding) = utf16(bytes) {
        return decoded(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return printable(text).then_some(Cow::Borrowed(text));
    }
    if is_mostly_utf8(bytes) {
        let text = String::from_utf8_lossy(bytes);
        return printable(&text).then_some(text);
    }
    decoded(WINDOWS_1252, bytes)
}

fn decoded<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    printable(&text).then_some(text)
}

/// UTF-16 without a mark shows by the half of each unit that is 0 in Latin letters, and only that.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or(bytes);
    let units = sample.chunks_exact(2);
    let all = units.len();
    let (mut first, mut second) = (0, 0);
    for unit in units {
        if let [high, low] = unit {
            first += usize::from(*high == 0);
            second += usize::from(*low == 0);
        }
    }
    let most = |zeros: usize| zeros * 2 > all;
    let hardly = |zeros: usize| zeros * 50 <= all;
    match (most(first), most(second)) {
        (true, false) if hardly(second) => Some(UTF_16BE),
        (false, true) if hardly(first) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether more letters outside ASCII are whole in UTF-8 than there are bytes that are not. In
/// Windows-1252 hardly any two letters after each other look like one of UTF-8.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Text has no control characters but those of lines and pages.
fn printable(text: &str) -> bool {
    let sample = text.chars().take(100_000);
    let (mut controls, mut all) = (0_usize, 0_usize);
    for ch in sample {
        all += 1;
        controls +=
            usize::from(ch.is_control() && !matches!(ch, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}'));
    }
    controls * 200 <= all
}

/// Ghostscript writes the letters of a ligature with their bytes swapped, U+7400 U+6900 for `ti`, and
/// extractors pass that on. No two such characters of Chinese stand in a Norwegian word.
pub(super) fn unswapped(text: String) -> String {
    let letter = |ch: char| {
        let [high, low] = u16::try_from(u32::from(ch)).ok()?.to_be_bytes();
        (low == 0 && high.is_ascii_alphabetic()).then(|| char::from(high))
    };
    if text.chars().filter_map(letter).nth(1).is_none() {
        return text;
    }
    text.chars().map(|ch| letter(ch).unwrap_or(ch)).collect()
}

/// Whether a program wrote `?` (or U+FFFD) for every letter outside ASCII, as PowerShell 5 does: no
/// `æ`, `ø` or `å` is left, and the mark stands inside words, where nobody types it.
pub fn lost_letters(text: &str) -> bool {
    let norwegian = |ch: char| matches!(ch, 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å');
    if text.contains(norwegian) {
        return false;
    }
    let words = text.split_whitespace();
    // The query of an address holds the mark, too.
    let lost = words.filter(|word| !word.contains(['/', '=']) && has_mark_inside(word));
    lost.take(FEW).count() == FEW
}

/// Whether a letter follows the mark, and no capital: a sentence would begin with one.
fn has_mark_inside(word: &str) -> bool {
    let mut before = false;
    for ch in word.chars() {
        if before && ch.is_lowercase() {
            return true;
        }
        before = matches!(ch, '?' | char::REPLACEMENT_CHARACTER);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_windows_writes() {
        assert_eq!(decode(b"L\xe6rer").as_deref(), Some("Lærer"));
        assert_eq!(decode(b"\xff\xfeL\0\xe6\0").as_deref(), Some("Læ"));
        assert_eq!(decode(b"\x00\x01\x02\x03\x04PK"), None);
    }

    #[test]
    fn marks_that_nobody_sees_are_left_out() {
        let text =
            "\u{feff}\u{200e}Sum:\u{200b} 12\u{200b} 000 i \u{2067}vår\u{2069}e sko\u{ad}ler";
        assert_eq!(
            decode(text.as_bytes()).as_deref(),
            Some("Sum: 12 000 i våre sko\u{ad}ler")
        );
    }

    #[test]
    fn one_stray_byte_is_one_unread_letter() {
        let mut bytes = "Lærere på Øyvær ".as_bytes().to_vec();
        bytes.extend(b"b\xe5t");
        assert_eq!(
            decode(&bytes).as_deref(),
            Some("Lærere på Øyvær b\u{fffd}t")
        );
        // As many letters that are whole by chance do not make it UTF-8.
        assert_eq!(
            decode(b"L\xe6rere p\xe5 \xd8yv\xe6r, \xc3\xa6").as_deref(),
            Some("Lærere på Øyvær, Ã¦")
        );
    }

    #[test]
    fn utf16_needs_no_mark() {
        let text = "Lærere ved Øyvær skole – 3 år";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).as_deref(), Some(text));
        assert_eq!(decode(&big).as_deref(), Some(text));
        assert_eq!(decode(&[0; 40]), None);
    }

    #[test]
    fn swapped_ligatures_are_letters() {
        let text = "\u{7400}\u{6900}ltaket".to_owned();
        assert_eq!(unswapped(text), "tiltaket");
        assert_eq!(unswapped("\u{7400}".to_owned()), "\u{7400}");
    }

    #[test]
    fn marks_for_letters_are_told_from_questions() {
        assert!(lost_letters("L?rere p? ?yv?r i unders?kelsen"));
        assert!(!lost_letters(
            "Hva?nei Hvor? se http://a.b/?x=y Hva?Kor Lærere s?k h?r"
        ));
        assert!(!lost_letters("Hva? Hvor? Hvem? Hvilke?"));
    }
}
