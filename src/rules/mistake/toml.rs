//! Mistakes of TOML itself: the words are its reader's, the advice is ours.

use super::{Advice, Mistake, Term};
use crate::i18n::Lang;
use crate::toml_file::{Broken, RawValue};

impl Term {
    /// What a value is.
    pub(crate) fn of_value(value: &RawValue) -> Self {
        match value {
            RawValue::Text(_) => Self::Text,
            RawValue::Int(_) => Self::Number,
            RawValue::Large => Self::LargeNumber,
            RawValue::Float => Self::DecimalNumber,
            RawValue::Bool(_) => Self::Boolean,
            RawValue::Day(_) => Self::TomlDay,
            RawValue::List(_) => Self::List,
            RawValue::Table(_) => Self::Table,
        }
    }
}

/// A mistake of TOML with its advice, for a place that has room for both.
pub(crate) fn words_of_toml(broken: &Broken, text: &str, lang: Lang) -> String {
    let why = broken.why.clone();
    let said = Mistake::NotToml { why }.message(lang);
    match of_toml(broken, text) {
        Some(advice) => format!("{said}; {}", advice.text(lang)),
        None => said,
    }
}

/// What to do about a mistake of TOML's own, by what its reader says of it and what stands there.
pub(crate) fn of_toml(broken: &Broken, text: &str) -> Option<Advice> {
    let Broken { why, span } = broken;
    let found = text.get(span.clone()).unwrap_or_default();
    if why.contains("must be quoted") {
        let number = found.trim_end_matches('%').replace([' ', '\u{a0}'], "");
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        return Some(if found.starts_with(['“', '”', '«', '»', '„', '‘', '’']) {
            Advice::QuoteTexts
        } else if is_number {
            Advice::WriteInstead { write: number }
        } else {
            Advice::QuoteValue
        });
    }
    if why.starts_with("invalid unquoted key") && found == ":" {
        let write = "`=`".to_owned();
        return Some(Advice::WriteInstead { write });
    }
    if why.starts_with("invalid unquoted key") && found.starts_with("//") {
        let write = "`#`".to_owned();
        return Some(Advice::WriteInstead { write });
    }
    if why.starts_with("missing escaped value") {
        let sign = text.get(span.start..)?.chars().next()?;
        return Some(Advice::LiteralText { sign });
    }
    if why == "duplicate key" && ["check", "rule", "template"].contains(&found) {
        return Some(Advice::WriteInstead {
            write: format!("[[{found}]]"),
        });
    }
    let ends_early = why.starts_with("unexpected key or value");
    ends_early.then_some(Advice::OtherQuotes)
}
