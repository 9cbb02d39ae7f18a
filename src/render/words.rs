//! The words that the formats for people add to a finding, in the three languages.

pub(super) use crate::lang::pick;
use crate::rules::{Lang, Severity, Status};

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

/// How a rule fared.
pub(super) fn status(status: &Status, lang: Lang) -> &'static str {
    match status {
        Status::Passed => pick(lang, "holder", "held", "passed"),
        Status::Failed => pick(lang, "holder ikke", "held ikkje", "failed"),
        Status::NotApplicable => pick(lang, "gjelder ikke", "gjeld ikkje", "not applicable"),
        Status::NotEvaluable => pick(
            lang,
            "kunne ikke prøves",
            "kunne ikkje prøvast",
            "not evaluable",
        ),
        Status::Broken(_) => pick(lang, "ødelagt", "øydelagd", "broken"),
    }
}

/// A whole number with its thousands parted by a no-break space.
pub(super) fn number<N: TryInto<i64>>(count: N) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    let digits = count.unsigned_abs().to_string();
    let mut out = String::from(if count < 0 { "−" } else { "" });
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
        assert_eq!(number(-1000), "−1\u{A0}000");
    }
}
