//! What the functions over tables do.

use super::code::{TableCall, TableFun};
use super::eval::{Machine, unexpected};
use super::stop::{Result, Stop};
use super::table::Table;
use super::value::{Data, Value};
use crate::rules::outcome::NotEvaluable;
use crate::text::name_key;

impl<'r> Machine<'r, '_> {
    pub(super) fn table(&mut self, call: &'r TableCall) -> Result<Value<'r>> {
        let table: &'r Table = &call.table;
        if !table.given {
            return Err(Stop::NotEvaluable(NotEvaluable::NoTable));
        }
        let key = match &call.key {
            Some(code) => Some(self.eval(code)?),
            None => None,
        };
        let wanted = key.as_ref().map(|key| compared(&key.data)).transpose()?;
        let wanted = wanted.as_deref().unwrap_or("");
        self.fuel.step(1 + wanted.len() as u64 / 8)?;
        match call.fun {
            TableFun::Known => Ok(Value::bool(table.has(wanted))),
            TableFun::Lookup(column) => match table.cell(wanted, column) {
                Some(found) => self.constant(found),
                None => Ok(Value::null()),
            },
            TableFun::Column(column) => {
                self.fuel.list(table.len())?;
                let cells: Result<Vec<_>> =
                    table.values(column).map(|c| self.constant(c)).collect();
                Ok(Value::list(cells?))
            }
            TableFun::Nearest => {
                self.fuel.step(table.len() as u64)?;
                let near = table.near(wanted);
                self.fuel.step(near.steps())?;
                match table.nearest(wanted, &near) {
                    Some(key) => self.constant(key),
                    None => Ok(Value::null()),
                }
            }
        }
    }
}

/// A key as keys are compared; see [`super::table::compared`].
fn compared(key: &Data<'_>) -> Result<String> {
    Ok(match key {
        Data::Text(text) => name_key(text.as_str()),
        Data::Number(number) => number.ratio().to_string(),
        Data::Date((year, month, day)) => format!("{year}-{month}-{day}"),
        Data::Bool(value) => value.to_string(),
        Data::Null | Data::Node(_) | Data::List(_) => return Err(unexpected()),
    })
}
