//! A rule's table → the TOML that a rule file has of it.

use crate::toml_file::{RawTable, RawValue};
use toml::{Table, Value};

/// `[[rule]]` with its keys.
pub(super) fn rule(table: &RawTable) -> String {
    let mut root = Table::new();
    let rules = vec![Value::Table(of(table))];
    root.insert("rule".to_owned(), Value::Array(rules));
    toml::to_string_pretty(&root).unwrap_or_default()
}

fn of(table: &RawTable) -> Table {
    let entries = table.entries.iter();
    let entries = entries.filter_map(|entry| Some((entry.key.clone(), value(&entry.raw.value)?)));
    entries.collect()
}

fn value(raw: &RawValue) -> Option<Value> {
    Some(match raw {
        RawValue::Text(text) => Value::String(text.clone()),
        RawValue::Int(number) => Value::Integer(*number),
        RawValue::Bool(value) => Value::Boolean(*value),
        RawValue::List(items) => {
            Value::Array(items.iter().filter_map(|item| value(&item.value)).collect())
        }
        RawValue::Table(table) => Value::Table(of(table)),
        RawValue::Large | RawValue::Float | RawValue::Day(_) => return None,
    })
}
