//! Each table as a file of comma-separated values (RFC 4180), in UTF-8, for programs.

use super::joined::{Exported, Joined, decimal};
use crate::diagnostics::Value;
use std::borrow::Cow;

/// A file for each table.
pub(super) fn files(tables: &[Joined<'_>]) -> Result<Vec<Exported>, String> {
    let file = |table: &Joined<'_>| {
        let bytes = written(table).map_err(|error| error.to_string())?;
        Ok(Exported {
            table: table.name,
            bytes,
        })
    };
    tables.iter().map(file).collect()
}

fn written(table: &Joined<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["file"].iter().chain(table.columns))?;
    for (file, values) in &table.rows {
        let values = values.iter().map(|value| told(value));
        writer.write_record([Cow::Borrowed(*file)].into_iter().chain(values).map(field))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn field(text: Cow<'_, str>) -> Vec<u8> {
    text.into_owned().into_bytes()
}

fn told(value: &Value) -> Cow<'_, str> {
    match value {
        Value::None => Cow::Borrowed(""),
        Value::Int(number) => Cow::Owned(number.to_string()),
        Value::Decimal(units, decimals) => Cow::Owned(decimal(*units, *decimals)),
        Value::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        Value::Word(word) => Cow::Borrowed(word),
        Value::Text(text) => Cow::Borrowed(text),
    }
}
