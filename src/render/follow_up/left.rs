//! The respondents of a sheet of whom nothing is asked any more.

use super::folder::Folder;
use super::kept::{Kept, KeptRow};
use super::merge::{Files, change};
use super::names::{Names, key};
use super::status::{SETTLED, is_one_of};
use super::table::{By, Cell, Kind, Row};
use crate::rules::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Their rows as the program would write them now: with as many questions as are neither mended nor
/// settled, and without a letter where none is.
pub(super) fn left(
    people: &[Row],
    asks: &[Row],
    kept: Option<&Kept>,
    files: &Files<'_>,
    lang: Lang,
) -> Vec<Row> {
    let Some((kept, table)) = kept.and_then(|kept| Some((kept, kept.table(Kind::People)?))) else {
        return Vec::new();
    };
    // A run that looks at one respondent alone says nothing of the others.
    if files.narrowed {
        return Vec::new();
    }
    let open = open(asks, kept, files, lang);
    let mut known = keys(people);
    let mut rows = Vec::new();
    for old in table.rows.iter().filter(|row| !row.id.is_empty()) {
        let Some(now) = files.now.get(&old.file) else {
            continue;
        };
        if !known.insert((now, &old.id)) {
            continue;
        }
        let name = written(Kind::People, kept, old, "respondent");
        let open = open.get(&(now.as_str(), name)).copied().unwrap_or(0);
        let columns = Kind::People.columns().iter().zip(&old.cells);
        let cells = columns.map(|(column, there)| match column.key {
            "open" => Cell::count(open),
            "letter" if open == 0 => Cell::blank(),
            key => {
                let known = kept.ground.cell(Kind::People, old, key);
                match (known, there) {
                    // What a person put in its place is for the merge.
                    (Some(text), there) if there.as_ref().is_none_or(|c| c.told() != *text) => {
                        Cell::Text(text.clone())
                    }
                    (None, _) if column.filled == By::People => Cell::blank(),
                    (_, there) => there.clone().unwrap_or_else(Cell::blank),
                }
            }
        });
        rows.push(Row {
            file: now.clone(),
            id: old.id.clone(),
            cells: cells.collect(),
        });
    }
    rows
}

/// The files of the folder that are letters to somebody of whom nothing is asked any more; `people` are
/// the rows of this run, and `names` the letters that it writes.
pub(super) fn spent(
    people: &[Row],
    folder: &Folder,
    files: &Files<'_>,
    names: &Names,
) -> Vec<String> {
    let kept = folder.sheet.as_ref();
    let Some((kept, table)) = kept.and_then(|kept| Some((kept, kept.table(Kind::People)?))) else {
        return Vec::new();
    };
    let letter = Kind::People.column("letter");
    let has_none = |row: &&Row| {
        let cell = letter.and_then(|index| row.cells.get(index));
        cell.is_some_and(|cell| cell.told().is_empty())
    };
    let asked_no_more: BTreeSet<(&str, &str)> = people
        .iter()
        .filter(has_none)
        .map(|row| (row.file.as_str(), row.id.as_str()))
        .collect();
    let mut spent = Vec::new();
    for old in table.rows.iter().filter(|row| !row.id.is_empty()) {
        let now = files.now.get(&old.file);
        if !now.is_some_and(|now| asked_no_more.contains(&(now.as_str(), old.id.as_str()))) {
            continue;
        }
        let letter = written(Kind::People, kept, old, "letter");
        let Some(name) = letter.strip_suffix(".docx").filter(|name| !names.has(name)) else {
            continue;
        };
        let own = [format!("{name}.docx"), format!("{name}.eml")].map(|name| key(&name));
        let there = folder.files.keys();
        spent.extend(there.filter(|there| own.contains(&key(there))).cloned());
    }
    spent
}

/// How many of the questions that are in the older sheet alone are open, by file and respondent.
fn open<'f>(
    asks: &[Row],
    kept: &Kept,
    files: &'f Files<'_>,
    lang: Lang,
) -> BTreeMap<(&'f str, String), usize> {
    let mut asked = keys(asks);
    let mut out = BTreeMap::new();
    let table = kept.table(Kind::Asks);
    for old in table.iter().flat_map(|table| &table.rows) {
        let Some(now) = files.now.get(&old.file).filter(|_| !old.id.is_empty()) else {
            continue;
        };
        // Of rows that people copied the first one holds.
        if !asked.insert((now, &old.id)) {
            continue;
        }
        let status = old.told(Kind::Asks, "status");
        let is_mended = change(old, files, lang) == Some(lang.sheet().mended());
        if !is_mended && !is_one_of(&status, &SETTLED) {
            let name = written(Kind::Asks, kept, old, "respondent");
            *out.entry((now.as_str(), name)).or_default() += 1;
        }
    }
    out
}

/// What rows are known by.
fn keys(rows: &[Row]) -> BTreeSet<(&str, &str)> {
    let keys = rows.iter().map(|row| (row.file.as_str(), row.id.as_str()));
    keys.collect()
}

/// What the program wrote in a cell, or else what stands there.
fn written(kind: Kind, kept: &Kept, row: &KeptRow, key: &str) -> String {
    let known = kept.ground.cell(kind, row, key).cloned();
    known.unwrap_or_else(|| row.told(kind, key))
}
