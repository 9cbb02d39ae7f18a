//! The schemas of the types that are read, and what is made of them: the checks of a file, and the page
//! that lists every key.

use super::file::File;
use super::table::Check;
use crate::i18n::Lang;
use crate::toml_file::{Raw, RawTable, RawValue};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;
use std::fmt::Write as _;

/// The schema of `dekom-lint.toml`, for editors that complete and check TOML.
pub fn schema() -> Value {
    of::<File>()
}

/// The schema of a type.
pub(super) fn of<T: JsonSchema>() -> Value {
    // That a key may be left out is all that the types' defaults say.
    let bare = RecursiveTransform(|schema: &mut Schema| _ = schema.remove("default"));
    let mut settings = SchemaSettings::draft2020_12().with_transform(bare);
    settings.inline_subschemas = true;
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// What a value has to be, read off its schema.
enum Wanted<'s> {
    Choice(Vec<&'s str>),
    Text,
    Day,
    DayOrText,
    Bool,
    Count,
    Texts,
    TextOrTexts,
    /// What is looked at where it is read.
    Param,
    Tables(&'s Value),
    Table(&'s Value),
}

fn wanted(schema: &Value) -> Wanted<'_> {
    let kind = |schema: &Value| {
        schema
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
        return Wanted::Choice(choices.iter().filter_map(Value::as_str).collect());
    }
    if let Some(kinds) = schema.get("anyOf").and_then(Value::as_array) {
        let several = kinds.len() > 2;
        return if several {
            Wanted::Param
        } else {
            Wanted::TextOrTexts
        };
    }
    match kind(schema).as_deref() {
        Some("boolean") => Wanted::Bool,
        Some("integer") => Wanted::Count,
        Some("object") => Wanted::Table(schema),
        Some("array") => match schema.get("items") {
            Some(items) if kind(items).as_deref() == Some("object") => Wanted::Tables(items),
            _ => Wanted::Texts,
        },
        _ => match schema.get("format").and_then(Value::as_str) {
            Some("date-or-text") => Wanted::DayOrText,
            Some(_) => Wanted::Day,
            None => Wanted::Text,
        },
    }
}

/// Notes every mistake of a table against its schema.
pub(super) fn against(check: &mut Check, table: &RawTable, schema: &Value) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let known: Vec<&str> = properties.keys().map(String::as_str).collect();
        check.keys(table, &known);
        // In the order of the file, as a reader meets them.
        for entry in &table.entries {
            if let Some(schema) = properties.get(&entry.key) {
                one(check, &entry.key, &entry.raw, schema);
            }
        }
    } else if let Some(schema) = schema.get("additionalProperties") {
        for entry in &table.entries {
            one(check, &entry.key, &entry.raw, schema);
        }
    }
}

fn one(check: &mut Check, key: &str, value: &Raw, schema: &Value) {
    let said = check.lang.config();
    let is_text = |raw: &Raw| matches!(raw.value, RawValue::Text(_));
    let is_day = |raw: &Raw| matches!(&raw.value, RawValue::Day(day) if day.date.is_some() && day.time.is_none());
    let needed = match (wanted(schema), &value.value) {
        (Wanted::Choice(known), _) => return check.one_of(value, &known),
        (Wanted::Table(schema), RawValue::Table(table)) => return against(check, table, schema),
        (Wanted::Table(_), _) => format!("[{key}]"),
        (Wanted::Tables(schema), RawValue::List(items)) => {
            for item in items {
                match &item.value {
                    RawValue::Table(table) => entry(check, &item.place.span, table, schema),
                    _ => check.wrong_type(item, &format!("[[{key}]]")),
                }
            }
            return;
        }
        (Wanted::Tables(_), _) => format!("[[{key}]]"),
        (Wanted::Texts, RawValue::List(items)) => {
            for item in items.iter().filter(|item| !is_text(item)) {
                check.wrong_type(item, said.a_list_of_texts());
            }
            return;
        }
        (Wanted::Texts, _) => said.a_list_of_texts().to_owned(),
        (Wanted::TextOrTexts, RawValue::List(items)) if items.iter().all(is_text) => return,
        (Wanted::Text | Wanted::TextOrTexts | Wanted::DayOrText, RawValue::Text(_))
        | (Wanted::Bool, RawValue::Bool(_))
        | (Wanted::Param, _) => return,
        (Wanted::Day | Wanted::DayOrText, _) if is_day(value) => return,
        (Wanted::Count, RawValue::Int(number)) if usize::try_from(*number).is_ok() => return,
        (Wanted::Text, _) => said.a_text().to_owned(),
        (Wanted::TextOrTexts, _) => said.a_text_or_list().to_owned(),
        (Wanted::Bool, _) => "true, false".to_owned(),
        (Wanted::Day, _) => said.a_day().to_owned(),
        (Wanted::DayOrText, _) => said.a_day_or_text().to_owned(),
        (Wanted::Count, _) => said.a_whole_number().to_owned(),
    };
    check.wrong_type(value, &needed);
}

/// A table of a list, with the keys that it has to have.
fn entry(check: &mut Check, span: &std::ops::Range<usize>, table: &RawTable, schema: &Value) {
    against(check, table, schema);
    let required = schema.get("required").and_then(Value::as_array);
    for key in required.into_iter().flatten().filter_map(Value::as_str) {
        check.required(table, key, span);
    }
}

/// The page that lists every key, in Markdown.
pub fn keys() -> String {
    let schema = schema();
    let text = |value: &Value, key: &str| {
        let text = value.get(key).and_then(Value::as_str).unwrap_or("");
        text.replace('\n', " ")
    };
    let mut out = format!("# dekom-lint.toml\n\n{}\n\n", text(&schema, "description"));
    out.push_str(
        "The command line beats the file, and the file beats what holds without it. A key that is not \
         known is an error with a suggestion. `dekom-lint --show-config` prints all that is in force, \
         `dekom-lint config-schema` the schema for an editor.\n\nThis page is made of the type that is \
         read: `UPDATE=1 cargo test --test it configuration`.\n\n",
    );
    table(&mut out, &schema);
    for (key, value) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        match wanted(value) {
            Wanted::Tables(items) => {
                let _ = writeln!(out, "\n## `[[{key}]]`\n{}\n", text(value, "description"));
                table(&mut out, items);
            }
            Wanted::Table(items) if items.get("properties").is_some() => {
                let _ = writeln!(out, "\n## `[{key}]`\n{}\n", text(value, "description"));
                table(&mut out, items);
            }
            _ => {}
        }
    }
    out
}

fn table(out: &mut String, schema: &Value) {
    out.push_str("| key | value | what it does |\n|---|---|---|\n");
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for (key, value) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let kind = match wanted(value) {
            Wanted::Choice(known) => {
                let known: Vec<String> = known.iter().map(|one| format!("`\"{one}\"`")).collect();
                known.join(", ")
            }
            Wanted::Text => "text".to_owned(),
            Wanted::Day => "day".to_owned(),
            Wanted::DayOrText => "day or text".to_owned(),
            Wanted::Bool => "`true`, `false`".to_owned(),
            Wanted::Count => "whole number".to_owned(),
            Wanted::Texts => "list of texts".to_owned(),
            Wanted::TextOrTexts => "text or list of texts".to_owned(),
            Wanted::Param => "text, number, truth value or list".to_owned(),
            Wanted::Tables(_) => "tables".to_owned(),
            Wanted::Table(_) => "table".to_owned(),
        };
        let must = if required.contains(&key.as_str()) {
            ", required"
        } else {
            ""
        };
        let what = value
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or("");
        let what = what.replace('\n', " ");
        let _ = writeln!(out, "| `{key}` | {kind}{must} | {what} |");
    }
}

/// What a language is called in the file.
pub(super) fn lang(language: super::file::Language) -> Lang {
    match language {
        super::file::Language::Nb => Lang::Nb,
        super::file::Language::Nn => Lang::Nn,
        super::file::Language::En => Lang::En,
    }
}
