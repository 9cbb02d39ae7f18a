//! The schemas of the types that are read, and what is made of them: the checks of a file, and the page
//! that lists every key.

use super::file::File;
use super::table::Check;
use crate::i18n::Lang;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;
use std::fmt::Write as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
pub(super) fn against(check: &mut Check, table: &DeTable<'_>, schema: &Value) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let known: Vec<&str> = properties.keys().map(String::as_str).collect();
        check.keys(table, &known);
        // In the order of the file, as a reader meets them.
        for (key, value) in table {
            if let Some(schema) = properties.get(key.get_ref().as_ref()) {
                one(check, key.get_ref(), value, schema);
            }
        }
    } else if let Some(schema) = schema.get("additionalProperties") {
        for (key, value) in table {
            one(check, key.get_ref(), value, schema);
        }
    }
}

fn one(check: &mut Check, key: &str, value: &Spanned<DeValue<'_>>, schema: &Value) {
    let said = check.lang.config();
    let held = value.get_ref();
    let is_texts = |held: &DeValue<'_>| {
        let items = held.as_array();
        items.is_some_and(|items| items.iter().all(|item| item.get_ref().is_str()))
    };
    let fits = match wanted(schema) {
        Wanted::Choice(known) => {
            check.one_of(value, &known);
            return;
        }
        Wanted::Table(schema) => match held.as_table() {
            Some(table) => return against(check, table, schema),
            None => Err(format!("[{key}]")),
        },
        Wanted::Tables(schema) => match held.as_array() {
            Some(items) => {
                for item in items {
                    match item.get_ref().as_table() {
                        Some(table) => entry(check, &item.span(), table, schema),
                        None => check.wrong_type(item, &format!("[[{key}]]")),
                    }
                }
                return;
            }
            None => Err(format!("[[{key}]]")),
        },
        Wanted::Texts => match held.as_array() {
            Some(items) => {
                for item in items.iter().filter(|item| !item.get_ref().is_str()) {
                    check.wrong_type(item, said.a_list_of_texts());
                }
                return;
            }
            None => Err(said.a_list_of_texts().to_owned()),
        },
        Wanted::Text if held.is_str() => Ok(()),
        Wanted::Text => Err(said.a_text().to_owned()),
        Wanted::TextOrTexts if held.is_str() || is_texts(held) => Ok(()),
        Wanted::TextOrTexts => Err(said.a_text_or_list().to_owned()),
        Wanted::Param => Ok(()),
        Wanted::Bool if held.is_bool() => Ok(()),
        Wanted::Bool => Err("true, false".to_owned()),
        Wanted::Day if is_day(held) => Ok(()),
        Wanted::Day => Err(said.a_day().to_owned()),
        Wanted::DayOrText if held.is_str() || is_day(held) => Ok(()),
        Wanted::DayOrText => Err(said.a_day_or_text().to_owned()),
        Wanted::Count => {
            let whole = held.as_integer();
            let count = whole.and_then(|i| usize::from_str_radix(i.as_str(), i.radix()).ok());
            if count.is_some() {
                Ok(())
            } else {
                Err(said.a_whole_number().to_owned())
            }
        }
    };
    if let Err(wanted) = fits {
        check.wrong_type(value, &wanted);
    }
}

fn is_day(value: &DeValue<'_>) -> bool {
    let day = value.as_datetime();
    day.is_some_and(|day| day.date.is_some() && day.time.is_none())
}

/// A table of a list, with the keys that it has to have.
fn entry(check: &mut Check, span: &std::ops::Range<usize>, table: &DeTable<'_>, schema: &Value) {
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
