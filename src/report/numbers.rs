//! Figures as the exporter prints them.

use super::lines::L;
use crate::text::Printed;

/// The largest count of digits that is read as a figure; more cannot be an amount.
const MAX_DIGITS: usize = 15;

/// A whole number: digits, thousands parted by any kind of blank, a sign of any kind.
///
/// `None` where the text is not exactly such a number.
pub(super) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let mut value: i64 = 0;
    let mut count = 0;
    let mut since_blank = 0;
    let mut parted = false;
    for ch in digits.chars() {
        if let Some(digit) = ch.to_digit(10) {
            value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
            count += 1;
            since_blank += 1;
        } else if ch.is_whitespace() && count > 0 {
            // Groups of three after the first, which has one to three.
            let fits = if parted {
                since_blank == 3
            } else {
                (1..=3).contains(&since_blank)
            };
            if !fits {
                return None;
            }
            parted = true;
            since_blank = 0;
        } else {
            return None;
        }
    }
    let whole = !parted || since_blank == 3;
    (count > 0 && count <= MAX_DIGITS && whole).then_some(if negative { -value } else { value })
}

/// The value after `key:` on a line, as a print that covers the value alone.
pub(super) fn after_key(line: &L<'_>, key: &str) -> Option<Printed<String>> {
    let raw = line.raw();
    let start = raw.len() - raw.trim_start().len();
    let rest = raw.get(start..)?.strip_prefix(key)?;
    let after_key = rest.trim_start().strip_prefix(':')?;
    let from = raw.len() - after_key.trim_start().len();
    let to = raw.trim_end().len().max(from);
    Some(line.part(from, to))
}

/// A printed text as a figure; the original is given back where it is none.
pub(super) fn figure(printed: Printed<String>) -> Result<Printed<i64>, Printed<String>> {
    match integer(&printed.value) {
        Some(value) => Ok(printed.map(|_| value)),
        None => Err(printed),
    }
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn reads_what_the_exporter_prints() {
        assert_eq!(integer("2 760 491"), Some(2_760_491));
        assert_eq!(integer("2\u{a0}760\u{a0}491"), Some(2_760_491));
        assert_eq!(integer("41700"), Some(41_700));
        assert_eq!(integer("\u{2212}5"), Some(-5));
        assert_eq!(integer("0"), Some(0));
    }

    #[test]
    fn refuses_what_is_not_one_figure() {
        for text in [
            "",
            "-",
            "3,5",
            "16 17",
            "1 2",
            "12 34 567",
            "2 76",
            "1234 567",
            "9999999999999999",
            "5 kr",
        ] {
            assert_eq!(integer(text), None, "{text}");
        }
    }
}
