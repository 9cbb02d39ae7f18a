//! Figures as the exporter prints them.

use super::exporter::{self, Key, Statistic};
use super::lines::Line;
use crate::text::Printed;

/// The largest count of digits that is read as a figure; more cannot be an amount.
const MAX_DIGITS: usize = 18;

/// A whole number in any dress: digits, thousands parted by a blank, a dot, a comma or an apostrophe,
/// a sign of any kind, `kr` before or after it, decimals that are all 0.
///
/// `None` where the text is not exactly such a number, or could be another: `1,234` may be decimals.
pub(super) fn integer(text: &str) -> Option<i64> {
    let text = without_unit(text.trim());
    let (negative, digits) =
        match text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
    let (digits, zeros) = without_zeros(digits);
    let mut value: i64 = 0;
    let mut count = 0;
    let mut since = 0;
    let mut parted: Option<char> = None;
    let mut groups = 0;
    for ch in digits.chars() {
        if let Some(digit) = ch.to_digit(10) {
            value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
            count += 1;
            since += 1;
            continue;
        }
        let mark = separator(ch).filter(|_| count > 0)?;
        // Groups of three after the first, which has one to three, all parted alike.
        let fits = match parted {
            Some(before) => since == 3 && before == mark,
            None => (1..=3).contains(&since),
        };
        if !fits {
            return None;
        }
        parted = Some(mark);
        groups += 1;
        since = 0;
    }
    let whole = parted.is_none() || since == 3;
    // One comma with three digits after it may part decimals as well; and what parts thousands
    // does not part decimals.
    let doubtful = parted == Some(',') && groups == 1 && !zeros
        || zeros && matches!(parted, Some('.' | ',')) && digits_end_alike(text, parted);
    (count > 0 && count <= MAX_DIGITS && whole && !doubtful).then_some(if negative {
        -value
    } else {
        value
    })
}

/// What parts thousands, every blank as one.
fn separator(ch: char) -> Option<char> {
    match ch {
        '.' | ',' => Some(ch),
        '\'' | '\u{2019}' => Some('\''),
        ch if ch.is_whitespace() => Some(' '),
        _ => None,
    }
}

/// An amount without `kr`, `kroner`, `,-`.
fn without_unit(text: &str) -> &str {
    let lower = |text: &str, unit: &str| {
        text.get(text.len().saturating_sub(unit.len())..)
            .is_some_and(|end| end.eq_ignore_ascii_case(unit))
    };
    let begins = |text: &str, unit: &str| {
        text.get(..unit.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(unit))
    };
    let mut text = text;
    for unit in [",-", ".-", "kroner", "kr.", "kr", "nok"] {
        if lower(text, unit) && text.len() > unit.len() {
            text = text
                .get(..text.len() - unit.len())
                .unwrap_or(text)
                .trim_end();
            break;
        }
    }
    for unit in ["kr.", "kr", "nok"] {
        if begins(text, unit) && text.len() > unit.len() {
            return text.get(unit.len()..).unwrap_or(text).trim_start();
        }
    }
    text
}

/// A number without decimals that are all 0, and whether it had some.
fn without_zeros(text: &str) -> (&str, bool) {
    let Some(at) = text.rfind(['.', ',']) else {
        return (text, false);
    };
    let decimals = text.get(at + 1..).unwrap_or("");
    if matches!(decimals, "0" | "00") {
        (text.get(..at).unwrap_or(text), true)
    } else {
        (text, false)
    }
}

/// Whether the mark before the decimals is the one that parts thousands.
fn digits_end_alike(text: &str, parted: Option<char>) -> bool {
    text.rfind(['.', ','])
        .and_then(|at| text.get(at..)?.chars().next())
        == parted
}

/// A percent as printed: its value in units of its last decimal, and how many decimals it has.
pub(super) fn percent(text: &str) -> Option<(i64, u8)> {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let all = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all(whole) || !all(decimals) || decimals.len() > 2 {
        return None;
    }
    let value = format!("{whole}{decimals}").parse().ok()?;
    Some((value, u8::try_from(decimals.len()).ok()?))
}

/// The value after a colon on a line, from a byte on, as a print that covers the value alone.
fn value_from(line: &Line<'_>, colon: usize) -> Printed<String> {
    let raw = line.raw();
    let rest = raw.get(colon..).unwrap_or("");
    let from = raw.len() - rest.trim_start().len();
    let to = raw.trim_end().len().max(from);
    line.part(from, to)
}

/// The value after the key of an answer.
pub(super) fn after(line: &Line<'_>, key: Key) -> Option<Printed<String>> {
    let (found, at) = exporter::key(line.raw())?;
    (found == key).then(|| value_from(line, at))
}

/// The value after one of the words that a figure of a block goes by.
pub(super) fn statistic(line: &Line<'_>, which: Statistic) -> Option<Printed<String>> {
    let at = exporter::statistic(line.raw(), which)?;
    Some(value_from(line, at))
}

/// What a comma and a dot part in the amounts of a document, as far as some of them tell: `1,527` is
/// more than a thousand beside `2,760,491`, and less than two beside `12,5`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    comma: Mark,
    dot: Mark,
}

/// What is known of one of them.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    thousands: bool,
    decimals: bool,
}

impl Marks {
    /// Learns from the amounts of a document.
    pub(super) fn of(all: &[Line<'_>]) -> Self {
        let mut marks = Self::default();
        for line in all {
            let raw = line.raw();
            if !raw.contains([',', '.']) || !raw.contains(':') {
                continue;
            }
            let blocks = || {
                Statistic::ALL
                    .iter()
                    .find_map(|which| statistic(line, *which))
            };
            if let Some(printed) = after(line, Key::Number).or_else(blocks) {
                marks.learn(&printed.value);
            }
        }
        marks
    }

    fn mark(&mut self, ch: char) -> &mut Mark {
        if ch == ',' {
            &mut self.comma
        } else {
            &mut self.dot
        }
    }

    fn learn(&mut self, text: &str) {
        let text = without_unit(text.trim());
        let parts: Vec<&str> = text.split([',', '.']).collect();
        let signs: Vec<char> = text.chars().filter(|ch| matches!(ch, ',' | '.')).collect();
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let ([first, .., last], [sign, .., end]) = (parts.as_slice(), signs.as_slice()) else {
            // One mark: decimals, where what it parts are no thousands.
            if let ([before, after], [sign]) = (parts.as_slice(), signs.as_slice())
                && digits(after)
                && (after.len() != 3 || before.len() > 3 || *before == "0")
            {
                self.mark(*sign).decimals = true;
            }
            return;
        };
        if !digits(first) || !digits(last) {
            return;
        }
        self.mark(*sign).thousands = true;
        if sign != end {
            self.mark(*end).decimals = true;
        }
    }

    /// A whole number, where the document tells what parts its digits.
    fn integer(self, text: &str) -> Option<i64> {
        let bare = without_unit(text.trim());
        let one = |ch: char| bare.matches(ch).count() == 1 && !bare.contains(other(ch));
        let three = bare.rsplit([',', '.']).next().map_or(0, str::len) == 3;
        if three && one('.') && self.dot.decimals {
            return None;
        }
        if three && one(',') && self.comma.thousands && !self.comma.decimals {
            return integer(&bare.replace(',', "."));
        }
        integer(text)
    }

    /// A number with one or two decimals, which the mark before them parts and that does not part thousands.
    fn decimals(self, text: &str) -> Option<(i64, u8)> {
        let bare = without_unit(text.trim());
        let at = bare.rfind(['.', ','])?;
        let (whole, rest) = bare.split_at_checked(at)?;
        let mark = rest.chars().next()?;
        let parted = rest.get(mark.len_utf8()..)?;
        let digits = parted.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || !(1..=2).contains(&parted.len()) || whole.contains(mark) {
            return None;
        }
        let decimals = u8::try_from(parted.len()).ok()?;
        let scale = 10_i64.pow(u32::from(decimals));
        let size = self.integer(whole)?.checked_abs()?.checked_mul(scale)?;
        let size = size.checked_add(parted.parse().ok()?)?;
        let negative = !whole.starts_with(|ch: char| ch.is_ascii_digit());
        Some((if negative { -size } else { size }, decimals))
    }
}

fn other(mark: char) -> char {
    if mark == ',' { '.' } else { ',' }
}

/// A printed text as a figure; the original is given back where it is none.
pub(super) fn figure(
    printed: Printed<String>,
    marks: Marks,
) -> Result<Printed<i64>, Printed<String>> {
    match marks.integer(&printed.value) {
        Some(value) => Ok(printed.map(|_| value)),
        None => Err(printed),
    }
}

/// A printed text as a figure that may have decimals, one or two: its value in units of its last decimal,
/// and how many it has; the original is given back where it is none.
pub(super) fn decimals(
    printed: Printed<String>,
    marks: Marks,
) -> Result<(Printed<i64>, u8), Printed<String>> {
    if let Some((value, decimals)) = marks.decimals(&printed.value) {
        return Ok((printed.map(|_| value), decimals));
    }
    figure(printed, marks).map(|value| (value, 0))
}

#[cfg(test)]
mod tests {
    use super::{Marks, integer, percent};

    fn marks(texts: &[&str]) -> Marks {
        let mut marks = Marks::default();
        for text in texts {
            marks.learn(text);
        }
        marks
    }

    #[test]
    fn other_amounts_tell_what_a_comma_parts() {
        assert_eq!(marks(&[]).integer("1,527"), None);
        assert_eq!(marks(&["2,760,491"]).integer("1,527"), Some(1_527));
        assert_eq!(marks(&["41,700.00"]).integer("1,527 kr"), Some(1_527));
        assert_eq!(marks(&["2,760,491", "3,5"]).integer("1,527"), None);
        assert_eq!(marks(&["12,5"]).integer("1,527"), None);
        assert_eq!(marks(&["2.760.491"]).integer("1,527"), None);
        assert_eq!(marks(&["1,527", "se 2.1, 2.2"]).integer("1,527"), None);
    }

    #[test]
    fn a_dot_that_parts_decimals_parts_no_thousands() {
        assert_eq!(marks(&[]).integer("1.527"), Some(1_527));
        for known in ["12.5", "1234.567", "0.125", "41,700.00"] {
            assert_eq!(marks(&[known]).integer("1.527"), None, "{known}");
        }
        assert_eq!(marks(&["12.5"]).integer("1.527.491"), Some(1_527_491));
    }

    #[test]
    fn a_rounded_figure_may_have_decimals() {
        let read = |text: &str| Marks::default().decimals(text);
        assert_eq!(read("305 298,2"), Some((3_052_982, 1)));
        assert_eq!(read("305.298,25"), Some((30_529_825, 2)));
        assert_eq!(read("7.0"), Some((70, 1)));
        assert_eq!(read("\u{2212}0,5"), Some((-5, 1)));
        assert_eq!(read("kr 12,5"), Some((125, 1)));
        for text in [
            "1,234", "1.527.49", "12", "12,", ",5", "12,5x", "a,5", "305 29,5",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn percents_keep_their_decimals() {
        assert_eq!(percent("62"), Some((62, 0)));
        assert_eq!(percent("62,5"), Some((625, 1)));
        assert_eq!(percent("33.0"), Some((330, 1)));
        assert_eq!(percent("6x"), None);
    }

    #[test]
    fn reads_what_the_exporter_prints() {
        assert_eq!(integer("2 760 491"), Some(2_760_491));
        assert_eq!(integer("2\u{a0}760\u{a0}491"), Some(2_760_491));
        assert_eq!(integer("41700"), Some(41_700));
        assert_eq!(integer("\u{2212}5"), Some(-5));
        assert_eq!(integer("0"), Some(0));
        assert_eq!(integer("1.527.491"), Some(1_527_491));
        assert_eq!(integer("1,527,491"), Some(1_527_491));
        assert_eq!(integer("1'527'491"), Some(1_527_491));
        assert_eq!(integer("1.527"), Some(1_527));
        assert_eq!(integer("41700 kr"), Some(41_700));
        assert_eq!(integer("kr 41 700,-"), Some(41_700));
        assert_eq!(integer("41.700,00"), Some(41_700));
        assert_eq!(integer("12,0"), Some(12));
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
            "9999999999999999999",
            "1,234",
            "1.234,567",
            "1.234.00",
            "12.34",
            "kr",
        ] {
            assert_eq!(integer(text), None, "{text}");
        }
    }
}
