//! Tables that a pack brings along: registers, and what the user knows of each respondent.

use super::constant::{Const, type_of};
use super::types::Type;
use crate::meant::Slips;
use crate::text::name_key;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many times two letters are compared in one step.
const LETTERS_PER_STEP: usize = 2;

/// A table with a key: rows of values that have the types of their columns.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Table {
    /// What rules call it.
    pub(crate) name: String,
    /// Its columns.
    pub(crate) columns: Vec<Column>,
    /// Which of them is the key.
    pub(crate) key: usize,
    /// Its rows; null where a cell is empty.
    rows: Vec<Vec<Const>>,
    /// The rows by their keys, as they are compared.
    by_key: BTreeMap<String, usize>,
    /// Whether a file was given; without one, rules that need the table do not apply.
    pub(crate) given: bool,
    /// Whether its file has a mistake, which was told.
    pub(crate) broken: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Column {
    /// Its heading.
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) ty: Type,
}

impl Table {
    /// A table without rows, as it is declared.
    pub(crate) fn declared(name: &str, columns: Vec<Column>, key: usize) -> Self {
        Self {
            name: name.to_owned(),
            columns,
            key,
            ..Self::default()
        }
    }

    /// Adds a row; the position of the earlier one where its key stands there already.
    pub(crate) fn add(&mut self, row: Vec<Const>) -> Result<(), usize> {
        let key = compared(row.get(self.key).unwrap_or(&Const::Null));
        if let Some(earlier) = self.by_key.get(&key) {
            return Err(*earlier);
        }
        self.by_key.insert(key, self.rows.len());
        self.rows.push(row);
        Ok(())
    }

    /// The position of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The type of the key.
    pub(crate) fn key_type(&self) -> Type {
        let key = self.columns.get(self.key);
        key.map_or_else(Type::unknown, |c| c.ty.clone())
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The values of a column that are not empty, in the order of the rows.
    pub(crate) fn values(&self, column: usize) -> impl Iterator<Item = &Const> {
        let values = self.rows.iter().filter_map(move |row| row.get(column));
        values.filter(|value| !matches!(value, Const::Null))
    }

    /// The cell of the row with a key, as keys are compared.
    pub(crate) fn cell(&self, key: &str, column: usize) -> Option<&Const> {
        self.rows.get(*self.by_key.get(key)?)?.get(column)
    }

    /// Whether a row has a key, as keys are compared.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The key that a text, as keys are compared, was probably meant to be: its own, or the only one of
    /// these at the smallest distance where that is at most one letter in five; of fewer than ten
    /// letters, one.
    pub(crate) fn nearest(&self, wanted: &str, near: &Near<'_>) -> Option<&Const> {
        if self.has(wanted) {
            return self.cell(wanted, self.key);
        }
        let row = Slips::KEY.only_nearest(wanted, near.keys.iter().copied())?;
        self.rows.get(row)?.get(self.key)
    }

    /// The keys that are as long as a text, but for letters that may be wrong.
    pub(crate) fn near(&self, wanted: &str) -> Near<'_> {
        let letters = wanted.chars().count();
        let most = Slips::KEY.of(letters);
        let is_near = |key: &str| key.chars().count().abs_diff(letters) <= most;
        let keys = self.by_key.iter().filter(|(key, _)| is_near(key));
        Near {
            letters,
            keys: keys.map(|(key, row)| (key.as_str(), *row)).collect(),
        }
    }
}

/// The keys that a text is held against.
pub(crate) struct Near<'t> {
    /// How many letters the text has.
    letters: usize,
    /// Each with its row.
    keys: Vec<(&'t str, usize)>,
}

impl Near<'_> {
    /// The steps that [`Table::nearest`] takes beyond one for each row: every letter of the text is held
    /// against every letter of each key.
    pub(crate) fn steps(&self) -> u64 {
        let compared = self.letters.saturating_mul(self.letters) / LETTERS_PER_STEP;
        self.keys.len().saturating_mul(compared) as u64
    }
}

/// A key as keys are compared: texts as names are, without regard to case, blanks and kinds of dashes.
pub(crate) fn compared(key: &Const) -> String {
    match key {
        Const::Text(text) => name_key(text),
        Const::Number(number) => number.ratio().to_string(),
        Const::Date((year, month, day)) => format!("{year}-{month}-{day}"),
        Const::Bool(value) => value.to_string(),
        Const::Null | Const::List(_) => String::new(),
    }
}

/// Whether a value may stand in a column of this type.
pub(crate) fn stands(value: &Const, ty: &Type) -> bool {
    match value {
        Const::Null => ty.nullable,
        value => ty.fits(&type_of(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::types::Base;
    use super::*;

    fn names(names: &[&str]) -> Table {
        let column = Column {
            name: "navn".to_owned(),
            ty: Type::of(Base::Text),
        };
        let mut table = Table::declared("navn", vec![column], 0);
        for name in names {
            table.add(vec![Const::Text((*name).to_owned())]).unwrap();
        }
        table
    }

    fn nearest(table: &Table, text: &str) -> String {
        let wanted = name_key(text);
        let found = table.nearest(&wanted, &table.near(&wanted));
        found.map(compared).unwrap_or_default()
    }

    #[test]
    fn a_slip_is_told_and_a_guess_is_not() {
        let table = names(&["Bergvik", "Øyvær", "Nes", "Nesna", "Os", "Ås"]);
        assert_eq!(nearest(&table, "bergvik "), "bergvik");
        assert_eq!(nearest(&table, "Begrvik"), "bergvik");
        assert_eq!(nearest(&table, "Øyvar"), "øyvær");
        // Two are as near.
        assert_eq!(nearest(&table, "Es"), "");
        assert_eq!(nearest(&table, "Furuly"), "");
    }

    #[test]
    fn what_is_compared_is_paid_for() {
        let long: Vec<String> = (10..20).map(|i| format!("{}{i}", "a".repeat(98))).collect();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let table = names(&long);
        assert_eq!(table.near(&"a".repeat(100)).steps(), 10 * 100 * 100 / 2);
        assert_eq!(table.near(&"a".repeat(50)).steps(), 0, "none is as long");
    }

    #[test]
    fn a_key_stands_once() {
        let mut table = names(&["Bergvik"]);
        let again = vec![Const::Text("BERGVIK".to_owned())];
        assert_eq!(table.add(again), Err(0));
        assert_eq!(table.len(), 1);
    }
}
