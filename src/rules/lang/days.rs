//! Days as people write them.

use super::value::Day;
use crate::i18n::MONTHS;

/// Letters of a month's name that are written at the least.
const SHORTEST: usize = 3;

/// The day that a text is: `3.9.2025`, `03/09/2025`, `2025-09-03` or `3. september 2025`; `None` for
/// anything else, and for days that no calendar has.
pub(crate) fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    let parts = |sign: char| -> Option<[&str; 3]> {
        let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
        parts.try_into().ok()
    };
    if let Some([year, month, day]) = parts('-').filter(|[year, ..]| year.len() == 4) {
        return of(number(year)?, number(month)?, number(day)?);
    }
    for sign in ['.', '/', '-'] {
        // `3. sept. 2025` has as many full stops.
        let in_digits = |[_, month, year]: &[&str; 3]| year.len() == 4 && number(month).is_some();
        if let Some([day, month, year]) = parts(sign).filter(in_digits) {
            return of(number(year)?, number(month)?, number(day)?);
        }
    }
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = self::month(month)?;
    let day = number(day.strip_suffix('.').unwrap_or(day))?;
    let whole = words.next().is_none() && year.len() == 4;
    whole.then(|| of(number(year)?, month, day)).flatten()
}

/// The month of a name: whole, or its beginning, which may end on a full stop.
fn month(text: &str) -> Option<i16> {
    let text = text.to_lowercase();
    let text = text.strip_suffix('.').unwrap_or(&text);
    let meant = |name: &&str| text.len() >= SHORTEST && name.starts_with(text);
    let position = MONTHS.iter().position(meant)?;
    Some(i16::try_from(position).ok()? + 1)
}

/// Up to four digits.
fn number(text: &str) -> Option<i16> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// A day that the calendar has.
fn of(year: i16, month: i16, day: i16) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    Some((i32::from(date.year()), month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_write_a_day() {
        for text in [
            "3.9.2025",
            "03.09.2025",
            "3/9/2025",
            "2025-09-03",
            "3. september 2025",
            "3 sept 2025",
            "3. sept. 2025",
            "3. SEP 2025",
        ] {
            assert_eq!(day(text), Some((2025, 9, 3)), "{text}");
        }
        assert_eq!(day("29. feb 2024"), Some((2024, 2, 29)));
        for text in [
            "31.2.2025",
            "3.9.25",
            "9.2025",
            "2025",
            "3. sommer 2025",
            "5. mark 2024",
            "1. junta 2024",
            "1. ma 2024",
            "1. . 2024",
            "29.2.2025",
            "1.13.2025",
            "0.1.2025",
            "",
            "3.9.2025.1",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
