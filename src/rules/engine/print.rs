//! Values as a reader of each language expects them.

use crate::i18n::{Lang, date, decimal, whole};
use crate::rules::lang::numbers::Number;
use crate::rules::lang::value::{Data, List, Value};
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
        Data::Text(t) => text.push_str(t.in_language(lang)),
        Data::Date(day) => text.push_str(&date(*day, lang)),
        Data::Node(_) => {}
        Data::List(items) => list(text, items, lang),
    }
}

fn list(text: &mut String, items: &List<'_>, lang: Lang) {
    let len = items.len();
    let and = lang.words().and();
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
        text.push(' ');
        text.push_str(&lang.words().and_more(&whole(rest, lang)));
    }
}

/// A fraction with two decimals, half up.
fn fraction(ratio: &Ratio<i128>, lang: Lang) -> String {
    let hundredths = Number::Ratio(*ratio)
        .mul(Number::Int(100))
        .and_then(Number::half_up);
    hundredths.map_or_else(|| ratio.to_string(), |hundredths| decimal(hundredths, lang))
}
