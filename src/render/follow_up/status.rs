//! The statuses that people give.

use super::case::{Case, id};
use super::table::{Cell, Heading, Kind};
use crate::diagnostics::{Ask, Finding};
use crate::i18n::Sheet;
use crate::rules::Lang;
use std::collections::BTreeMap;

/// Who wrote one of these is asked no more.
pub(super) const ANSWERED: [Heading; 3] = [Sheet::answered, Sheet::settled, Sheet::no_problem];

/// There is nothing left to do.
pub(super) const SETTLED: [Heading; 2] = [Sheet::settled, Sheet::no_problem];

/// Whether a status is one of these, in any language.
pub(super) fn is_one_of(status: &str, words: &[Heading]) -> bool {
    let mut said = Lang::ALL.iter().map(|lang| lang.sheet());
    said.any(|said| words.iter().any(|word| word(said) == status.trim()))
}

/// The statuses that people gave, by file and finding.
pub(super) struct Statuses(BTreeMap<(String, String), String>);

impl Statuses {
    /// Those of the rows of what is asked.
    pub(super) fn of(asks: &[Vec<Cell>]) -> Self {
        let told = |row: &[Cell], key| {
            let cell = Kind::Asks.column(key).and_then(|index| row.get(index));
            cell.map_or(String::new(), Cell::told)
        };
        let statuses = asks.iter().map(|row| {
            let key = (told(row, "file"), told(row, "id"));
            (key, told(row, "status"))
        });
        // Of rows that people copied the first one holds.
        Self(statuses.rev().collect())
    }

    /// Whether the status of a finding is one of these.
    pub(super) fn has(
        &self,
        words: &[Heading],
        case: &Case<'_>,
        finding: &Finding,
        ask: &Ask,
    ) -> bool {
        let file = Cell::text(&case.file.path).told();
        let status = self.0.get(&(file, id(finding, ask)));
        status.is_some_and(|status| is_one_of(status, words))
    }
}
