//! Percents as the exporter prints them, alone or with a count. Nearly every word of a chart is asked whether it
//! is one, which a pattern would answer at ten times the cost.

use std::ops::Range;

/// `(25%)`, `25 %`, `(62,5 %)`: the bytes of the number.
pub(super) fn percent(text: &str) -> Option<Range<usize>> {
    if !text.contains('%') {
        return None;
    }
    let share = share_at(text, usize::from(text.starts_with('(')))?;
    let sign = text.get(share.end..)?.trim_start_matches(is_blank);
    matches!(sign, "%" | "%)").then_some(share)
}

/// `(25`, which `%)` may follow: the bytes of the number.
pub(super) fn percent_begun(text: &str) -> Option<Range<usize>> {
    let share = share_at(text, usize::from(text.starts_with('(')))?;
    (share.end == text.len()).then_some(share)
}

/// `4 (25%)` in one: the bytes of both numbers.
pub(super) fn count_and_percent(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    if !text.contains('%') {
        return None;
    }
    let count = digits_at(text, 0);
    let bracket = text.get(count..)?.trim_start_matches(is_blank);
    let share = share_at(text, text.len() - bracket.strip_prefix('(')?.len())?;
    let sign = text.get(share.end..)?.trim_start_matches(is_blank);
    ((1..=7).contains(&count) && sign == "%)").then_some((0..count, share))
}

/// The number of a percent from a byte on, `25` or `62,5`, as far as it goes.
fn share_at(text: &str, from: usize) -> Option<Range<usize>> {
    let whole = digits_at(text, from);
    let point = from + whole;
    let parted = text.get(point..)?.starts_with(['.', ',']);
    let decimals = if parted {
        digits_at(text, point + 1)
    } else {
        0
    };
    let fits = (1..=3).contains(&whole) && decimals <= 2;
    let end = if decimals > 0 {
        point + 1 + decimals
    } else {
        point
    };
    fits.then_some(from..end)
}

/// How many digits stand from a byte on.
fn digits_at(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or("").bytes();
    rest.take_while(u8::is_ascii_digit).count()
}

/// Whether a character is a blank of any width inside a line.
fn is_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_in_every_dress() {
        for text in ["(62%)", "(62 %)", "62%", "62\u{a0}%", "(62,0 %)", "(62.5%)"] {
            let found = percent(text).and_then(|range| text.get(range));
            assert!(found.is_some_and(|found| found.starts_with("62")), "{text}");
        }
        for text in [
            "(62)", "1000%", "62,%", "62,005 %", "x62%", "62% av", "%", "(%)",
        ] {
            assert_eq!(percent(text), None, "{text}");
        }
    }

    #[test]
    fn the_sign_of_a_percent_may_follow_it() {
        assert_eq!(percent_begun("(62"), Some(1..3));
        assert_eq!(percent_begun("62,5"), Some(0..4));
        for text in ["(", "62%", "62,", "1000", "62.005", ",5"] {
            assert_eq!(percent_begun(text), None, "{text}");
        }
    }

    #[test]
    fn a_count_and_its_percent_may_be_one_word() {
        assert_eq!(count_and_percent("4(25%)"), Some((0..1, 2..4)));
        assert_eq!(count_and_percent("4\u{a0}(2,5 %)"), Some((0..1, 4..7)));
        for text in ["4 25%", "(25%)", "4 (25%", "4 (25)", "12345678 (25%)"] {
            assert_eq!(count_and_percent(text), None, "{text}");
        }
    }
}
