//! TOML text → a tree in which every key and value knows where it stands.

use super::error::Errors;
use crate::rules::mistake::{Mistake, Term};
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

/// A place in a rule file.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Which file.
    pub(super) file: usize,
    /// Its bytes there.
    pub(super) span: Range<usize>,
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
    let (table, broken) = DeTable::parse_recoverable(text);
    for error in broken {
        let span = error.span().unwrap_or(0..0);
        let why = error.message().to_owned();
        errors.add(&Place { file, span }, Mistake::NotToml { why }, None);
    }
    table_of(file, table.get_ref())
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

/// Where the bytes `part` of a text stand in the file, given the place of the text's literal.
///
/// A literal may hold escapes (`\"` is one byte of the text and two of the file), and a multi-line
/// one loses its first line feed and what follows a backslash at the end of a line.
pub(super) fn inside(source: &str, literal: &Range<usize>, part: &Range<usize>) -> Range<usize> {
    let raw = source.get(literal.clone()).unwrap_or("");
    let offsets = offsets(raw);
    let at = |position: usize| {
        let last = offsets.last().copied().unwrap_or(0);
        literal.start + offsets.get(position).copied().unwrap_or(last)
    };
    let start = at(part.start);
    start..at(part.end).max(start)
}

/// For each byte of the text that a literal stands for, and for its end, the byte of the literal.
fn offsets(raw: &str) -> Vec<usize> {
    let (open, escapes) = match raw {
        _ if raw.starts_with("\"\"\"") => (3, true),
        _ if raw.starts_with("'''") => (3, false),
        _ if raw.starts_with('"') => (1, true),
        _ => (1, false),
    };
    let end = raw.len().saturating_sub(open);
    let mut offsets = Vec::new();
    let mut at = open;
    let rest = |at: usize| raw.get(at..end).unwrap_or("");
    if open == 3 {
        at += rest(at).len() - rest(at).trim_start_matches('\r').len();
        at += usize::from(rest(at).starts_with('\n'));
    }
    while let Some(c) = rest(at).chars().next() {
        let (taken, given) = if escapes && c == '\\' {
            escape(rest(at))
        } else {
            (c.len_utf8(), c.len_utf8())
        };
        for k in 0..given {
            offsets.push(if taken == given { at + k } else { at });
        }
        at += taken;
    }
    offsets.push(at);
    offsets
}

/// How many bytes an escape takes, and how many it stands for.
fn escape(text: &str) -> (usize, usize) {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some(c @ ('u' | 'U' | 'x')) => {
            let digits = match c {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            let code: String = chars.take(digits).collect();
            let value = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
            (2 + code.len(), value.map_or(0, char::len_utf8))
        }
        Some(c) if c.is_whitespace() => {
            let after = text.get(1..).unwrap_or("");
            (1 + after.len() - after.trim_start().len(), 0)
        }
        Some(c) => (1 + c.len_utf8(), 1),
        None => (1, 0),
    }
}

/// Whether a text names a file with a report rather than being one.
pub(super) fn is_file(text: &str) -> bool {
    let ending = std::path::Path::new(text).extension();
    let known =
        |e: &std::ffi::OsStr| e.eq_ignore_ascii_case("txt") || e.eq_ignore_ascii_case("pdf");
    !text.contains('\n') && ending.is_some_and(known)
}
