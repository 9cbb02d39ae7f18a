//! Days as people write them.

use super::value::Day;

/// The months by the beginnings of their names, which differ in bokmål and nynorsk in nothing here.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des",
];

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
        let Some([day, month, year]) = parts(sign).filter(|[.., year]| year.len() == 4) else {
            continue;
        };
        return of(number(year)?, number(month)?, number(day)?);
    }
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = month.to_lowercase();
    let month = MONTHS.iter().position(|name| month.starts_with(name))?;
    let day = number(day.strip_suffix('.').unwrap_or(day))?;
    let whole = words.next().is_none() && year.len() == 4;
    whole
        .then(|| of(number(year)?, i32::try_from(month).ok()? + 1, day))
        .flatten()
}

/// Up to four digits.
fn number(text: &str) -> Option<i32> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// A day that the calendar has.
fn of(year: i32, month: i32, day: i32) -> Option<Day> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) {
        return None;
    }
    Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
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
        ] {
            assert_eq!(day(text), Some((2025, 9, 3)), "{text}");
        }
        for text in [
            "31.2.2025",
            "3.9.25",
            "9.2025",
            "2025",
            "3. sommer 2025",
            "",
            "3.9.2025.1",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
