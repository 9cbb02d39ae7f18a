//! TOML text → a tree in which every key and value knows where it stands.

use super::error::Errors;
use super::place::Place;
use crate::rules::mistake::{Advice, Mistake, Term};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// What it is.
    pub(super) value: RawValue,
    /// Where.
    pub(super) place: Place,
}

/// The values of TOML that rule files use.
#[derive(Clone, Debug)]
pub(super) enum RawValue {
    /// A text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// True or false.
    Bool(bool),
    /// A list.
    List(Vec<Raw>),
    /// A table.
    Table(RawTable),
    /// What no rule file needs: a day, a float.
    Other(Term),
}

/// A table with its keys in the order of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct RawTable {
    /// The entries.
    pub(super) entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The key.
    pub(super) key: String,
    /// Where the key stands.
    pub(super) place: Place,
    /// The value.
    pub(super) raw: Raw,
}

impl RawTable {
    /// The entry of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Raw> {
        self.entries.iter().find(|e| e.key == key).map(|e| &e.raw)
    }

    /// The table of a key.
    pub(super) fn table(&self, key: &str) -> Option<&Self> {
        match &self.get(key)?.value {
            RawValue::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match &self.get(key)?.value {
            RawValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// This table with the entries of another one where it has none.
    pub(super) fn over(&self, below: &Self) -> Self {
        let kept = below
            .entries
            .iter()
            .filter(|e| self.get(&e.key).is_none())
            .cloned();
        Self {
            entries: kept.chain(self.entries.iter().cloned()).collect(),
        }
    }
}

impl RawValue {
    /// What it is, for messages.
    pub(super) fn describe(&self) -> Term {
        match self {
            Self::Text(_) => Term::Text,
            Self::Int(_) => Term::Number,
            Self::Bool(_) => Term::Boolean,
            Self::List(_) => Term::List,
            Self::Table(_) => Term::Table,
            Self::Other(what) => what.clone(),
        }
    }
}

/// Parses a rule file; mistakes of TOML itself are kept, and what stands around them is read.
pub(super) fn parse(file: usize, text: &str, errors: &mut Errors<'_>) -> RawTable {
    let (table, mut broken) = DeTable::parse_recoverable(text);
    broken.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut single = false;
    let mut told = 0..0;
    for error in broken {
        let span = error.span().unwrap_or(0..0);
        // The reader goes on inside the same table, where one mistake makes others.
        let between = text.get(told.end.min(span.start)..span.start);
        let goes_on = between.is_some_and(|text| !text.contains("\n["));
        if !told.is_empty() && goes_on {
            continue;
        }
        told = span.start..span.end.max(span.start + 1);
        let why = error.message().to_owned();
        let help = advice(&why, text, &span);
        // `[check]` beside `[[check]]`: each that follows is one more.
        if why == "duplicate key" && help.is_some() && std::mem::replace(&mut single, true) {
            continue;
        }
        errors.add(&Place { file, span }, Mistake::NotToml { why }, help);
    }
    table_of(file, table.get_ref())
}

/// What to do about a mistake of TOML's own, by what its reader says of it and what stands there.
fn advice(why: &str, text: &str, span: &Range<usize>) -> Option<Advice> {
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

fn table_of(file: usize, table: &DeTable<'_>) -> RawTable {
    let entries = table.iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        place: Place {
            file,
            span: key.span(),
        },
        raw: Raw {
            value: value_of(file, value.get_ref()),
            place: Place {
                file,
                span: value.span(),
            },
        },
    });
    RawTable {
        entries: entries.collect(),
    }
}

fn value_of(file: usize, value: &DeValue<'_>) -> RawValue {
    match value {
        DeValue::String(text) => RawValue::Text(text.to_string()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            match i64::from_str_radix(&digits, number.radix()) {
                Ok(number) => RawValue::Int(number),
                Err(_) => RawValue::Other(Term::LargeNumber),
            }
        }
        DeValue::Boolean(value) => RawValue::Bool(*value),
        DeValue::Array(items) => RawValue::List(
            items
                .iter()
                .map(|item| Raw {
                    value: value_of(file, item.get_ref()),
                    place: Place {
                        file,
                        span: item.span(),
                    },
                })
                .collect(),
        ),
        DeValue::Table(table) => RawValue::Table(table_of(file, table)),
        DeValue::Float(_) => RawValue::Other(Term::DecimalNumber),
        DeValue::Datetime(_) => RawValue::Other(Term::TomlDay),
    }
}

/// Whether a text names a file with a report rather than being one.
pub(super) fn is_file(text: &str) -> bool {
    let ending = std::path::Path::new(text).extension();
    let known =
        |e: &std::ffi::OsStr| e.eq_ignore_ascii_case("txt") || e.eq_ignore_ascii_case("pdf");
    !text.contains('\n') && ending.is_some_and(known)
}
