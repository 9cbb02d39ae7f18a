//! Text from outside made harmless: no escape sequence reaches a terminal, no line break a log.

/// Whether a character steers a terminal, or turns the direction of text. Line feeds and tabs are for
/// who prints them.
pub fn steers(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// A name from outside on one line, with a sign in place of what steers.
pub fn harmless(name: &str) -> String {
    let shown = |c: char| {
        if steers(c) || c == '\n' || c == '\t' || c == '\u{2028}' || c == '\u{2029}' {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    name.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_a_sign() {
        let name = "a\u{1b}[31mb\nc\u{202e}fdp.pdf";
        assert_eq!(harmless(name), "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}fdp.pdf");
        assert_eq!(harmless("Ås (1).pdf"), "Ås (1).pdf");
    }
}
