//! What to do about mistakes of TOML itself.

use super::flaw::{Flaw, number};
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
    let flaw = Flaw::of(broken, text);
    let advice = of_toml(&flaw, broken, text);
    let said = Mistake::NotToml { flaw }.message(lang);
    match advice {
        Some(advice) => format!("{said}; {}", advice.text(lang)),
        None => said,
    }
}

/// What to do about a mistake of TOML's own, by what is wrong and what stands there.
pub(crate) fn of_toml(flaw: &Flaw, broken: &Broken, text: &str) -> Option<Advice> {
    let span = &broken.span;
    let found = text.get(span.clone()).unwrap_or_default();
    let line = text.get(..span.start)?.rsplit('\n').next()?;
    let write = |write: &str| {
        let write = write.to_owned();
        Some(Advice::WriteInstead { write })
    };
    match flaw {
        Flaw::TextNotQuoted if found.starts_with(['“', '”', '«', '»', '„', '‘', '’']) => {
            Some(Advice::QuoteTexts)
        }
        Flaw::TextNotQuoted => Some(Advice::QuoteValue),
        Flaw::OddBoolean => write(&found.to_lowercase()).filter(|_| is_boolean(found)),
        Flaw::OddKey if found == ":" => write("`=`"),
        Flaw::OddKey if found.starts_with("//") => write("`#`"),
        Flaw::OddEscape => {
            // The last backslash before the place, which may be far behind it: `\U12`.
            let (_, escaped) = line.rsplit_once('\\')?;
            let mut signs = escaped.chars().chain(text.get(span.start..)?.chars());
            let sign = signs.next()?;
            Some(Advice::LiteralText { sign })
        }
        Flaw::KeyTwice if ["check", "rule", "template"].contains(&found) => {
            write(&format!("[[{found}]]"))
        }
        Flaw::EqualsTooMany => write("`=`"),
        Flaw::OddNumber => write(&number(line, text.get(span.start..)?)?),
        Flaw::MoreOnLine if line.contains(['"', '\'']) => Some(Advice::OtherQuotes),
        _ => None,
    }
}

fn is_boolean(found: &str) -> bool {
    ["true", "false"].contains(&found.to_lowercase().as_str())
}
