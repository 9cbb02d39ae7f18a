//! What a difference between two numbers looks like.

use crate::i18n::{Text, whole};

/// Smaller differences equal an addend by chance too often.
const TELLING: u64 = 10;

/// Appends to the advice what the difference looks like, if it looks like something.
pub(super) fn add(help: &mut Text, reported: i64, expected: i64, addends: &[i64]) {
    let Some(hint) = hint(reported, expected, addends) else {
        return;
    };
    for (text, words) in [
        (&mut help.nb, hint.nb),
        (&mut help.nn, hint.nn),
        (&mut help.en, hint.en),
    ] {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&words);
    }
}

fn hint(reported: i64, expected: i64, addends: &[i64]) -> Option<Text> {
    let difference = i128::from(reported) - i128::from(expected);
    let telling = difference.unsigned_abs() >= u128::from(TELLING);
    if telling && addends.iter().any(|&a| i128::from(a) == -difference) {
        return Some(Text::each(|lang| {
            lang.judging().left_out(&whole(-difference, lang))
        }));
    }
    if telling && addends.iter().any(|&a| i128::from(a) == difference) {
        return Some(Text::each(|lang| {
            lang.judging().counted_twice(&whole(difference, lang))
        }));
    }
    if let Some(factor) = factor(reported, expected) {
        let too_large = reported.unsigned_abs() > expected.unsigned_abs();
        return Some(Text::each(|lang| {
            let factor = whole(factor, lang);
            if too_large {
                lang.judging().times_too_large(&factor)
            } else {
                lang.judging().times_too_small(&factor)
            }
        }));
    }
    digits(reported, expected)
}

/// 10, 100 or 1 000 where one number is that many times the other.
fn factor(reported: i64, expected: i64) -> Option<i128> {
    let (a, b) = (i128::from(reported), i128::from(expected));
    if a == 0 || b == 0 {
        return None;
    }
    [1000, 100, 10]
        .into_iter()
        .find(|f| a == b * f || b == a * f)
}

fn digits(reported: i64, expected: i64) -> Option<Text> {
    let same_sign = (reported < 0) == (expected < 0);
    let a = reported.unsigned_abs().to_string();
    let b = expected.unsigned_abs().to_string();
    if !same_sign || a.len() != b.len() {
        return None;
    }
    let pairs = a.chars().zip(b.chars()).enumerate();
    let different: Vec<(usize, (char, char))> = pairs.filter(|(_, (x, y))| x != y).collect();
    match different.as_slice() {
        [(i, (x1, y1)), (j, (x2, y2))] if i + 1 == *j && x1 == y2 && x2 == y1 => {
            Some(Text::each(|lang| {
                lang.judging().digits_swapped().to_owned()
            }))
        }
        [_] if a.len() >= 3 => Some(Text::each(|lang| lang.judging().digit_wrong().to_owned())),
        _ => None,
    }
}
