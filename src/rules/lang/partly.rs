//! Numbers of which only some was read: what they can be, by the digits that were.
//!
//! Each letter that is no digit stands for one digit at most: which one is not known. The first may be
//! a minus as well. Where more than a few are such, nothing is known of the number. Nor is it where one of
//! them is a sign that says something in numbers: `29791-` may be less than nought, and `3,5` less than 4.

/// So many letters may be unread.
const UNREAD: usize = 2;
/// Longer numbers than any amount.
const LONG: usize = 15;

/// Whether a letter says something in numbers, anywhere but at their beginning.
fn is_sign(ch: char) -> bool {
    matches!(
        ch,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '(' | ')' | ',' | '.' | '/' | '+' | '%' | ':'
    )
}

/// The digits that were read, in order; `None` for one that was not.
fn digits(text: &str) -> Option<Vec<Option<u8>>> {
    let letters = text.chars().filter(|ch| !ch.is_whitespace());
    let digit = |ch: char| ch.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    if letters.clone().skip(1).any(is_sign) {
        return None;
    }
    let all: Vec<Option<u8>> = letters.map(digit).collect();
    let unread = all.iter().filter(|digit| digit.is_none()).count();
    (!all.is_empty() && all.len() <= LONG && unread <= UNREAD).then_some(all)
}

fn number(digits: impl Iterator<Item = u8>) -> i128 {
    digits.fold(0, |number, digit| number * 10 + i128::from(digit))
}

/// The largest number that it can be.
pub(crate) fn most(text: &str) -> Option<i128> {
    let digits = digits(text)?;
    Some(number(digits.iter().map(|digit| digit.unwrap_or(9))))
}

/// The smallest number that it can be.
pub(crate) fn least(text: &str) -> Option<i128> {
    let digits = digits(text)?;
    if digits.first() == Some(&None) {
        let rest = digits.iter().skip(1);
        return Some(-number(rest.map(|digit| digit.unwrap_or(9))));
    }
    Some(number(digits.iter().flatten().copied()))
}

/// Whether it can be a number; also where nothing is known of it.
pub(crate) fn fits(text: &str, wanted: i128) -> bool {
    let Some(digits) = digits(text) else {
        return true;
    };
    let printed = wanted.unsigned_abs().to_string();
    let wanted_digits = printed.bytes().map(|byte| byte - b'0');
    let left = match digits.split_first() {
        Some((None, rest)) if wanted < 0 => rest,
        _ if wanted < 0 => return false,
        _ => &digits,
    };
    // It may be printed with zeros before it, read or not.
    let zeros = left.len().saturating_sub(printed.len());
    let mut padded = vec![0; zeros];
    padded.extend(wanted_digits);
    (0..=zeros).any(|start| padded.get(start..).is_some_and(|own| matches(left, own)))
}

fn matches(read: &[Option<u8>], wanted: &[u8]) -> bool {
    match (read.split_first(), wanted.split_first()) {
        (None, _) => wanted.is_empty(),
        (Some((Some(digit), read)), Some((first, rest))) => digit == first && matches(read, rest),
        (Some((Some(_), _)), None) => false,
        (Some((None, read)), Some((_, rest))) => matches(read, wanted) || matches(read, rest),
        (Some((None, read)), None) => matches(read, wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_bounds_the_number() {
        assert_eq!((least("1S"), most("1S")), (Some(1), Some(19)));
        assert_eq!((least("S1"), most("S1")), (Some(-1), Some(91)));
        assert_eq!((least("2 7S0"), most("2 7S0")), (Some(270), Some(2790)));
        assert_eq!((least(""), most("ca. 50")), (None, None));
    }

    #[test]
    fn a_sign_behind_digits_leaves_nothing_known() {
        for text in [
            "29791-",
            "29791\u{2212}",
            "(29791)",
            "3,5",
            "3.5",
            "10/2",
            "50%",
        ] {
            assert_eq!((least(text), most(text)), (None, None), "{text}");
            assert!(fits(text, -29_791) && fits(text, 4), "{text}");
        }
        // At the beginning it is a minus.
        assert_eq!((least("-1S"), most("\u{2212}1S")), (Some(-19), Some(919)));
    }

    #[test]
    fn a_number_fits_what_was_read_of_it() {
        for number in [1, 10, 15, 19] {
            assert!(fits("1S", number), "{number}");
        }
        for number in [0, 5, 20, 150, -1] {
            assert!(!fits("1S", number), "{number}");
        }
        assert!(fits("\u{fffd}5", -5) && fits("\u{fffd}5", 75) && !fits("\u{fffd}5", 7));
        // Nothing is known of it.
        assert!(fits("omtrent 5", 80_000));
    }

    #[test]
    fn zeros_before_a_number_do_not_change_it() {
        for (text, number) in [
            ("01S", 15),
            ("01S", 1),
            ("00S", 0),
            ("S01", 1),
            ("S01", -1),
            ("0S", 7),
            ("0S0", 50),
            ("0SS0", 0),
        ] {
            assert!(fits(text, number), "{text}: {number}");
        }
        assert!(!fits("01S", 5) && !fits("01S", 20) && !fits("0S", -7));
    }

    #[test]
    fn what_fits_lies_between_the_bounds() {
        for text in [
            "4", "1S", "S1", "SS", "3S7", "12O", "O1O", "01S", "S01", "0SS",
        ] {
            let (least, most) = (least(text).unwrap(), most(text).unwrap());
            for number in -1200..1200 {
                let inside = (least..=most).contains(&number);
                assert!(inside || !fits(text, number), "{text}: {number}");
            }
        }
    }
}
