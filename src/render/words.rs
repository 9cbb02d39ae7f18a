//! The words that the formats for people add to a finding, in the three languages.

use crate::rules::{Lang, Severity};

/// Picks the word of a language.
pub(super) fn pick<'a>(lang: Lang, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// A severity's name, as a heading begins with it.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => pick(lang, "feil", "feil", "error"),
        Severity::Warning => pick(lang, "advarsel", "åtvaring", "warning"),
        Severity::Note => pick(lang, "merknad", "merknad", "note"),
    }
}

/// A count with its noun: `1 feil`, `2 advarsler`.
pub(super) fn counted(severity: Severity, count: usize, lang: Lang) -> String {
    let (one, many) = match severity {
        Severity::Error => (
            pick(lang, "feil", "feil", "error"),
            pick(lang, "feil", "feil", "errors"),
        ),
        Severity::Warning => (
            pick(lang, "advarsel", "åtvaring", "warning"),
            pick(lang, "advarsler", "åtvaringar", "warnings"),
        ),
        Severity::Note => (
            pick(lang, "merknad", "merknad", "note"),
            pick(lang, "merknader", "merknader", "notes"),
        ),
    };
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A whole number with its thousands parted by a no-break space.
pub(super) fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{A0}');
        }
        out.push(digit);
    }
    out
}

/// `side`, before a page's number.
pub(super) fn page(lang: Lang) -> &'static str {
    pick(lang, "side", "side", "page")
}

/// `linje`, before a line's number.
pub(super) fn line(lang: Lang) -> &'static str {
    pick(lang, "linje", "linje", "line")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(2_760_491), "2\u{A0}760\u{A0}491");
    }
}
