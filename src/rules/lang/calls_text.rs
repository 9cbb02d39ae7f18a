//! What the functions over texts do.

use super::code::Code;
use super::days::day;
use super::eval::{Machine, broken_pattern, number, overflow, unexpected};
use super::functions::Fun;
use super::numbers::Number;
use super::partly;
use super::pattern::Pattern;
use super::stop::Result;
use super::value::{Data, Value};
use super::words;
use std::rc::Rc;

/// Steps that a pattern costs which is only known when the rule runs.
const PATTERN_STEPS: u64 = 20_000;

/// How many such patterns are kept.
const PATTERNS: usize = 256;

impl<'r> Machine<'r, '_> {
    pub(super) fn text_call(
        &mut self,
        fun: Fun,
        first: &'r Code,
        rest: &'r [Code],
    ) -> Result<Value<'r>> {
        match fun {
            Fun::ToText => return self.string(first),
            Fun::Substring => return self.substring(first, rest),
            Fun::Join => return self.join(first, rest.first()),
            _ => {}
        }
        let text = self.text(first)?;
        let text = text.as_str();
        self.fuel.step(1 + text.len() as u64 / 16)?;
        match fun {
            Fun::Lower | Fun::Trim | Fun::Normalize | Fun::Squash | Fun::Digits => {
                // A letter's other case takes at most three times its bytes.
                self.fuel.text(text.len().saturating_mul(3))?;
                Ok(Value::made(&match fun {
                    Fun::Lower => text.to_lowercase(),
                    Fun::Trim => text.trim().to_owned(),
                    Fun::Normalize => words::normalize(text),
                    Fun::Squash => words::squash(text),
                    _ => text.chars().filter(char::is_ascii_digit).collect(),
                }))
            }
            Fun::Words | Fun::Sentences => {
                let parts = text.chars().filter(|c| !c.is_alphanumeric()).count() + 1;
                self.fuel.list(parts)?;
                self.fuel.text(text.len().saturating_mul(3))?;
                Ok(Value::list(match fun {
                    Fun::Words => words::words(text).map(|p| Value::made(&p)).collect(),
                    _ => words::sentences(text)
                        .iter()
                        .map(|p| Value::made(p))
                        .collect(),
                }))
            }
            Fun::DateOf => {
                let day = day(text);
                Ok(day.map_or_else(Value::null, |day| Value::new(Data::Date(day))))
            }
            Fun::Mod11 => Ok(Value::bool(mod11(text))),
            Fun::IsEmail => Ok(Value::bool(is_email(text))),
            Fun::Least | Fun::Most => {
                let bound = if fun == Fun::Least {
                    partly::least
                } else {
                    partly::most
                };
                Ok(bound(text).map_or_else(Value::null, Value::int))
            }
            Fun::Fits => {
                let number = self.number(rest.first().ok_or_else(unexpected)?)?;
                let Number::Int(number) = number else {
                    return Err(unexpected());
                };
                Ok(Value::bool(partly::fits(text, number)))
            }
            Fun::ToInt => {
                let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let kept = kept.replace('\u{2212}', "-");
                let parsed = kept.parse::<i128>().ok();
                Ok(parsed.map_or_else(Value::null, |n| number(Number::Int(n))))
            }
            _ => {
                let second = self.text(rest.first().ok_or_else(unexpected)?)?;
                self.two_texts(fun, text, second.as_str(), rest.get(1))
            }
        }
    }

    fn two_texts(
        &mut self,
        fun: Fun,
        text: &str,
        second: &str,
        third: Option<&'r Code>,
    ) -> Result<Value<'r>> {
        self.fuel.step(1 + second.len() as u64 / 16)?;
        match fun {
            Fun::Contains => Ok(Value::bool(text.contains(second))),
            Fun::StartsWith => Ok(Value::bool(text.starts_with(second))),
            Fun::EndsWith => Ok(Value::bool(text.ends_with(second))),
            Fun::Matches => {
                let found = self.pattern(second)?.is_match(text);
                Ok(Value::bool(found.ok_or_else(broken_pattern)?))
            }
            Fun::Split => {
                // An empty text stands before each letter and after the last.
                let parts = text.matches(second).count() + 1;
                self.fuel.list(parts)?;
                self.fuel.text(text.len())?;
                let parts = text.split(second).map(str::trim);
                let parts = parts.filter(|part| !part.is_empty());
                Ok(Value::list(parts.map(Value::made).collect()))
            }
            Fun::Similar => {
                self.fuel
                    .text((text.len() + second.len()).saturating_mul(2))?;
                let alike = words::similarity(text, second);
                Ok(number(Number::from_ratio(alike)))
            }
            Fun::Replace => {
                let third = self.text(third.ok_or_else(unexpected)?)?;
                let third = third.as_str();
                let found = if second.is_empty() {
                    0
                } else {
                    text.matches(second).count()
                };
                let length = found
                    .checked_mul(third.len())
                    .and_then(|n| n.checked_add(text.len()))
                    .ok_or_else(overflow)?;
                self.fuel.text(length)?;
                if found == 0 {
                    return Ok(Value::made(text));
                }
                Ok(Value::made(&text.replace(second, third)))
            }
            _ => Err(unexpected()),
        }
    }

    fn substring(&mut self, text: &'r Code, ends: &'r [Code]) -> Result<Value<'r>> {
        let text = self.text(text)?;
        let text = text.as_str();
        let mut ends = ends.iter().map(|end| match self.number(end)? {
            Number::Int(n) => Ok(usize::try_from(n).unwrap_or(0)),
            Number::Ratio(_) => Err(unexpected()),
        });
        let (Some(from), Some(to)) = (ends.next().transpose()?, ends.next().transpose()?) else {
            return Err(unexpected());
        };
        self.fuel.text(text.len())?;
        let kept = text.chars().skip(from).take(to.saturating_sub(from));
        Ok(Value::made(&kept.collect::<String>()))
    }

    fn pattern(&mut self, pattern: &str) -> Result<Rc<Pattern>> {
        if let Some(known) = self.shared.patterns.get(pattern) {
            return known.clone().ok_or_else(broken_pattern);
        }
        self.fuel.step(PATTERN_STEPS)?;
        let built = Pattern::new(pattern).ok().map(Rc::new);
        if self.shared.patterns.len() < PATTERNS {
            self.shared
                .patterns
                .insert(pattern.to_owned(), built.clone());
        }
        built.ok_or_else(broken_pattern)
    }

    fn string(&mut self, code: &'r Code) -> Result<Value<'r>> {
        let value = self.eval(code)?;
        let text = match &value.data {
            Data::Text(_) => return Ok(value),
            Data::Null => String::new(),
            Data::Number(Number::Int(n)) => n.to_string(),
            Data::Number(Number::Ratio(r)) => r.to_string(),
            Data::Date((year, month, day)) => format!("{day}.{month}.{year}"),
            Data::Bool(_) | Data::Node(_) | Data::List(_) => return Err(unexpected()),
        };
        self.fuel.text(text.len())?;
        Ok(Value::made(&text))
    }

    fn join(&mut self, list: &'r Code, between: Option<&'r Code>) -> Result<Value<'r>> {
        let list = self.list(list)?;
        let between = self.text(between.ok_or_else(unexpected)?)?;
        let between = between.as_str();
        // The length is known, and paid for, before anything is put together.
        let mut length = between.len().saturating_mul(list.len().saturating_sub(1));
        for item in list.iter() {
            match &item.data {
                Data::Text(text) => length = length.saturating_add(text.as_str().len()),
                _ => return Err(unexpected()),
            }
        }
        self.fuel.text(length)?;
        self.fuel.step(list.len() as u64)?;
        let mut joined = String::with_capacity(length);
        for (i, item) in list.iter().enumerate() {
            if i > 0 {
                joined.push_str(between);
            }
            if let Data::Text(text) = &item.data {
                joined.push_str(text.as_str());
            }
        }
        Ok(Value::new(Data::Text(super::value::Text::Made(Rc::from(
            joined,
        )))))
    }
}

/// Whether the last digit is right by modulus 11: the digits before it weigh 2 to 7, and again from 2,
/// from the right. See the Central Coordinating Register's description of organisation numbers.
fn mod11(text: &str) -> bool {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    let digits: Option<Vec<u32>> = kept.chars().map(|c| c.to_digit(10)).collect();
    let Some((last, before)) = digits.as_deref().and_then(<[u32]>::split_last) else {
        return false;
    };
    if before.is_empty() || before.len() > 30 {
        return false;
    }
    let weights = (2..=7).cycle();
    let sum: u32 = before.iter().rev().zip(weights).map(|(d, w)| d * w).sum();
    match sum % 11 {
        0 => *last == 0,
        rest => *last == 11 - rest,
    }
}

/// Whether a text is an address that mail from outside can reach.
fn is_email(text: &str) -> bool {
    let options = email_address::Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    email_address::EmailAddress::parse_with_options(text.trim(), options).is_ok()
}
