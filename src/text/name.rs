//! The key of a name: what stays the same however the name was typed or exported.

use unicode_normalization::UnicodeNormalization as _;

/// A name without what typing, wrapping and exporting change: composed letters in lower case, single
/// blanks, every dash as a hyphen, nothing of no width.
///
/// Two names are the same where their keys are.
pub fn name_key(name: &str) -> String {
    let plain = if is_simple(name) {
        name.to_lowercase()
    } else {
        let shown = name.chars().filter(|c| !has_no_width(*c));
        shown
            .map(|c| if is_dash(c) || c == SOFT { '-' } else { c })
            .nfc()
            .flat_map(char::to_lowercase)
            .collect()
    };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The hyphen that only shows at a break.
const SOFT: char = '\u{ad}';

/// Whether a text has nothing but blanks, signs of ASCII and letters of western Europe, each as one character:
/// nothing in it is composed or left out, and its one dash and its one blank are those of ASCII.
pub(crate) fn is_simple(text: &str) -> bool {
    // The letters U+00C0 to U+00FF are those that begin with the byte C3. All bytes are looked at, so that it
    // can be done many at a time.
    let simple = |byte: u8| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xc3);
    text.bytes().fold(true, |all, byte| all & simple(byte))
}

/// The category Pd of Unicode and the minus sign, but for the hyphen of ASCII.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10d6e}'
                | '\u{10ead}'
    )
}

/// Joiners, marks of direction and the mark of byte order: they take no room in a line.
fn has_no_width(c: char) -> bool {
    matches!(
        c,
        '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_small() {
        assert_eq!(name_key("VA\u{30a}GÅ  kommune\n"), "vågå kommune");
    }

    #[test]
    fn what_is_simple_is_small_letters_of_itself() {
        for name in ["", "Vågå kommune", " ÅSNES  (Øst) "] {
            assert!(is_simple(name), "{name}");
        }
        for name in [
            "Va\u{30a}gå",
            "a\u{a0}b",
            "a\u{ad}b",
            "a\tb",
            "á\u{301}",
            "–",
            "ŋ",
        ] {
            assert!(!is_simple(name), "{name}");
        }
    }

    #[test]
    fn every_dash_is_one_and_nothing_has_no_width() {
        let plain = name_key("Nord-Fron");
        for dash in ['\u{ad}', '\u{2010}', '\u{2011}', '–', '—', '−', '\u{fe63}'] {
            assert_eq!(name_key(&format!("Nord{dash}Fron")), plain, "{dash:?}");
        }
        assert_eq!(name_key("\u{feff}Nord\u{200b}-\u{2060}Fron"), plain);
        assert_ne!(name_key("Nordfron"), plain);
    }

    #[test]
    fn the_dashes_are_those_of_unicode() {
        let dashes = regex::Regex::new(r"^[\p{Pd}\u{2212}--\-]$").expect("a pattern");
        for c in char::MIN..=char::MAX {
            let known = dashes.is_match(c.encode_utf8(&mut [0; 4]));
            assert_eq!(is_dash(c), known, "{c:?}");
        }
    }
}
