//! The tables as JSON: one object, or one object a line.

use super::joined::{Joined, decimal};
use crate::diagnostics::Value;
use crate::render::json::SCHEMA;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// One object with a list for each table.
pub(super) fn json(tables: &[Joined<'_>]) -> Result<Vec<u8>, String> {
    let whole = Whole(tables);
    let mut bytes = serde_json::to_vec(&whole).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One object a line, each with the name of its table.
pub(super) fn lines(tables: &[Joined<'_>]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    for table in tables {
        for (file, values) in &table.rows {
            let row = Row {
                table: Some(table.name),
                columns: table.columns,
                file,
                values,
            };
            serde_json::to_writer(&mut bytes, &row).map_err(|error| error.to_string())?;
            bytes.push(b'\n');
        }
    }
    Ok(bytes)
}

struct Whole<'t>(&'t [Joined<'t>]);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("schema", &SCHEMA)?;
        for table in self.0 {
            let rows = table.rows.iter().map(|(file, values)| Row {
                table: None,
                columns: table.columns,
                file,
                values,
            });
            map.serialize_entry(table.name, &rows.collect::<Vec<_>>())?;
        }
        map.end()
    }
}

struct Row<'t> {
    table: Option<&'static str>,
    columns: &'static [&'static str],
    file: &'t str,
    values: &'t [&'t Value],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        if let Some(table) = self.table {
            map.serialize_entry("table", table)?;
        }
        map.serialize_entry("file", self.file)?;
        for (column, value) in self.columns.iter().zip(self.values) {
            match value {
                Value::None => map.serialize_entry(column, &())?,
                Value::Int(number) => map.serialize_entry(column, number)?,
                Value::Decimal(units, decimals) => {
                    // The nearest binary fraction is written with the decimals that it was read from.
                    let number: f64 = decimal(*units, *decimals).parse().unwrap_or(f64::NAN);
                    map.serialize_entry(column, &number)?;
                }
                Value::Bool(value) => map.serialize_entry(column, value)?,
                Value::Word(word) => map.serialize_entry(column, word)?,
                Value::Text(text) => map.serialize_entry(column, text)?,
            }
        }
        map.end()
    }
}
