//! TOML text → a tree in which every key and value knows where it stands, and every mistake of TOML
//! itself.
//!
//! What people write for the program is read with it: rule files, whose tables are looked at key by key,
//! and `dekom-lint.toml` and baselines, which are looked at against their schema and become a type.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// A place in one of several files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Place {
    /// Which file.
    pub(crate) file: usize,
    /// Its bytes there.
    pub(crate) span: Range<usize>,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// What it is.
    pub(crate) value: RawValue,
    /// Where.
    pub(crate) place: Place,
}

/// The values of TOML.
#[derive(Clone, Debug)]
pub(crate) enum RawValue {
    /// A text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A whole number that is too large.
    Large,
    /// A decimal number.
    Float,
    /// True or false.
    Bool(bool),
    /// A list.
    List(Vec<Raw>),
    /// A table.
    Table(RawTable),
    /// A day, an hour, or both.
    Day(Datetime),
}

/// A table with its keys in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawTable {
    /// The entries.
    pub(crate) entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) place: Place,
    /// The value.
    pub(crate) raw: Raw,
}

impl RawTable {
    /// The entry of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Raw> {
        self.entries.iter().find(|e| e.key == key).map(|e| &e.raw)
    }

    /// The table of a key.
    pub(crate) fn table(&self, key: &str) -> Option<&Self> {
        match &self.get(key)?.value {
            RawValue::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match &self.get(key)?.value {
            RawValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The tables of a list, `[[key]]`; a single one, `[key]`, is a list of one.
    pub(crate) fn tables(&self, key: &str) -> Vec<&Self> {
        let items = match self.get(key).map(|raw| &raw.value) {
            Some(RawValue::List(items)) => items.iter().map(|item| &item.value).collect(),
            Some(single) => vec![single],
            None => Vec::new(),
        };
        let tables = items.into_iter().filter_map(|item| match item {
            RawValue::Table(table) => Some(table),
            _ => None,
        });
        tables.collect()
    }

    /// This table with the entries of another one where it has none.
    pub(crate) fn over(&self, below: &Self) -> Self {
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

/// A file that is read.
pub(crate) struct Document<'t> {
    /// All that stands in it, but for what is no TOML.
    pub(crate) root: RawTable,
    /// What is no TOML, in the order of the file.
    pub(crate) broken: Vec<Broken>,
    /// As the reader of types wants it.
    tree: Spanned<DeTable<'t>>,
}

/// A mistake of TOML itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// What the reader says of it.
    pub(crate) why: String,
    /// Where, in bytes.
    pub(crate) span: Range<usize>,
}

impl Document<'_> {
    /// The file as a type; what does not fit says so itself.
    pub(crate) fn typed<T: DeserializeOwned>(self) -> Result<T, Broken> {
        T::deserialize(toml::de::Deserializer::from(self.tree)).map_err(|error| broken(&error))
    }
}

/// What a reader of TOML says, with its place.
pub(crate) fn broken(error: &toml::de::Error) -> Broken {
    Broken {
        why: error.message().to_owned(),
        span: error.span().unwrap_or(0..0),
    }
}

/// Reads a file, which is called by its number in the places; what stands around mistakes is read.
pub(crate) fn parse(file: usize, text: &str) -> Document<'_> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut all: Vec<Broken> = errors.iter().map(broken).collect();
    all.sort_by_key(|broken| broken.span.start);
    let mut told = 0..0;
    all.retain(|broken| {
        let span = &broken.span;
        // The reader goes on inside the same table, where one mistake makes others.
        let between = text.get(told.end.min(span.start)..span.start);
        let goes_on = between.is_some_and(|text| !text.contains("\n["));
        if !told.is_empty() && goes_on {
            return false;
        }
        told = span.start..span.end.max(span.start + 1);
        true
    });
    Document {
        root: table_of(file, tree.get_ref()),
        broken: all,
        tree,
    }
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
                Err(_) => RawValue::Large,
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
        DeValue::Float(_) => RawValue::Float,
        DeValue::Datetime(day) => RawValue::Day(*day),
    }
}
