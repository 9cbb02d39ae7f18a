//! Values as a reader of each language expects them.

use crate::rules::lang::numbers::Number;
use crate::rules::lang::value::{Data, Day, List, Value};
use crate::rules::outcome::Lang;
use num_rational::Ratio;

/// Longer lists are cut, and say how many items are left out.
const SHOWN: usize = 16;

/// Appends a value.
pub(super) fn value(text: &mut String, value: &Value<'_>, lang: Lang) {
    match &value.data {
        Data::Null => text.push('–'),
        Data::Bool(b) => text.push_str(if *b { "true" } else { "false" }),
        Data::Number(Number::Int(n)) => text.push_str(&whole(*n, lang)),
        Data::Number(Number::Ratio(r)) => text.push_str(&fraction(r, lang)),
        Data::Text(t) => text.push_str(t.as_str()),
        Data::Date(day) => text.push_str(&date(*day, lang)),
        Data::Node(_) => {}
        Data::List(items) => list(text, items, lang),
    }
}

fn list(text: &mut String, items: &List<'_>, lang: Lang) {
    let len = items.len();
    let and = match lang {
        Lang::Nb | Lang::Nn => " og ",
        Lang::En => " and ",
    };
    let shown = if len > SHOWN { SHOWN - 1 } else { len };
    for (i, item) in items.iter().take(shown).enumerate() {
        match i {
            0 => {}
            _ if i + 1 == len => text.push_str(and),
            _ => text.push_str(", "),
        }
        value(text, &item, lang);
    }
    if len > shown {
        let rest = len - shown;
        text.push_str(and);
        text.push_str(&rest.to_string());
        text.push_str(match lang {
            Lang::Nb | Lang::Nn => " til",
            Lang::En => " more",
        });
    }
}

fn date((year, month, day): Day, lang: Lang) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("{day}.{month}.{year}"),
        Lang::En => format!("{year}-{month:02}-{day:02}"),
    }
}

/// A whole number with its thousands parted: `2 760 491` by U+00A0, or `2,760,491`.
pub(super) fn whole(number: i128, lang: Lang) -> String {
    let (between, minus) = match lang {
        Lang::Nb | Lang::Nn => ('\u{a0}', '\u{2212}'),
        Lang::En => (',', '-'),
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push(minus);
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}

/// A fraction with two decimals, half up.
fn fraction(ratio: &Ratio<i128>, lang: Lang) -> String {
    let point = match lang {
        Lang::Nb | Lang::Nn => ',',
        Lang::En => '.',
    };
    let hundredths = Number::Ratio(*ratio)
        .mul(Number::Int(100))
        .and_then(Number::half_up);
    let Some(hundredths) = hundredths else {
        return ratio.to_string();
    };
    let sign = if hundredths < 0 { -1 } else { 1 };
    let positive = hundredths.abs();
    let whole = whole(sign * (positive / 100), lang);
    let whole = if sign < 0 && positive < 100 {
        format!("\u{2212}{whole}")
    } else {
        whole
    };
    let decimals = format!("{:02}", positive % 100);
    format!("{whole}{point}{}", decimals.trim_end_matches('0'))
        .trim_end_matches(point)
        .to_owned()
}
