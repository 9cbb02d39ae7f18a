//! Numbers and days as a reader of each language expects them. The only printer of numbers.

use super::Lang;

/// What parts thousands, what stands before decimals, and the sign of what is below zero.
struct Signs {
    between: char,
    point: char,
    minus: char,
}

fn signs(lang: Lang) -> Signs {
    match lang {
        Lang::Nb | Lang::Nn => Signs {
            between: '\u{a0}',
            point: ',',
            minus: '\u{2212}',
        },
        Lang::En => Signs {
            between: ',',
            point: '.',
            minus: '-',
        },
    }
}

/// A whole number with its thousands parted: `2 760 491` by U+00A0, or `2,760,491`.
pub fn whole<N: TryInto<i128>>(number: N, lang: Lang) -> String {
    // Only what is larger than any count fails to be an i128.
    let number = number.try_into().unwrap_or(i128::MAX);
    signed(number < 0, number.unsigned_abs(), lang)
}

fn signed(negative: bool, size: u128, lang: Lang) -> String {
    let signs = signs(lang);
    let digits = size.to_string();
    let mut text = String::new();
    if negative {
        text.push(signs.minus);
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(signs.between);
        }
        text.push(digit);
    }
    text
}

/// A number of hundredths with two decimals, of which those that are zero at the end are left out.
pub fn decimal(hundredths: i128, lang: Lang) -> String {
    let point = signs(lang).point;
    let size = hundredths.unsigned_abs();
    let whole = signed(hundredths < 0, size / 100, lang);
    let decimals = format!("{:02}", size % 100);
    format!("{whole}{point}{}", decimals.trim_end_matches('0'))
        .trim_end_matches(point)
        .to_owned()
}

/// A number of tenths with its one decimal.
pub fn tenths<N: TryInto<u128>>(tenths: N, lang: Lang) -> String {
    let tenths = tenths.try_into().unwrap_or(u128::MAX);
    let whole = signed(false, tenths / 10, lang);
    format!("{whole}{}{}", signs(lang).point, tenths % 10)
}

/// A day: `3.9.2025`, or `2025-09-03`.
pub fn date((year, month, day): (i32, u8, u8), lang: Lang) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("{day}.{month}.{year}"),
        Lang::En => format!("{year}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!(whole(0, Lang::Nb), "0");
        assert_eq!(whole(999, Lang::Nb), "999");
        assert_eq!(whole(2_760_491, Lang::Nn), "2\u{A0}760\u{A0}491");
        assert_eq!(whole(-1000, Lang::Nb), "−1\u{A0}000");
        assert_eq!(whole(140_962, Lang::En), "140,962");
        assert_eq!(whole(-1000_i64, Lang::En), "-1,000");
    }

    #[test]
    fn decimals_end_where_only_zeros_follow() {
        assert_eq!(decimal(123_450, Lang::Nb), "1\u{A0}234,5");
        assert_eq!(decimal(123_400, Lang::En), "1,234");
        assert_eq!(decimal(-5, Lang::Nb), "−0,05");
        assert_eq!(decimal(-5, Lang::En), "-0.05");
    }

    #[test]
    fn tenths_have_one_decimal() {
        assert_eq!(tenths(990_usize, Lang::Nb), "99,0");
        assert_eq!(tenths(5_usize, Lang::En), "0.5");
    }

    #[test]
    fn days() {
        assert_eq!(date((2025, 9, 3), Lang::Nb), "3.9.2025");
        assert_eq!(date((2025, 9, 3), Lang::En), "2025-09-03");
    }
}
