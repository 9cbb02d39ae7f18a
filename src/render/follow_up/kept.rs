//! A sheet that stands in the folder already, with all that people wrote into it.

use super::table::{Cell, GROUND, Kind};
use crate::rules::Lang;
use crate::rules::workbook::{Unopened, check_size};
use calamine::{DataRef, Reader as _, Xlsx};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Cursor;

/// The most cells that are read of all sheets.
const MOST_CELLS: usize = 2_000_000;
/// Among how many rows the headings are looked for.
const HEADINGS: u32 = 20;

/// A sheet that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unread {
    /// It is no workbook, or a broken one.
    NoWorkbook(String),
    /// It is larger than any sheet of a follow-up.
    TooLarge,
    /// A sheet has no row of headings any more.
    NoHeadings(String),
}

/// A workbook that people may have written in.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The sheets that the program made.
    pub(super) tables: Vec<KeptTable>,
    /// The sheets that people added: the name, and each cell by row and column.
    pub(super) others: Vec<(String, Cells)>,
    /// What the program wrote, before people did.
    pub(super) ground: Ground,
}

/// Cells by row and column.
pub(super) type Cells = BTreeMap<(u32, u32), Cell>;

/// A sheet that the program made.
#[derive(Clone, Debug)]
pub(super) struct KeptTable {
    /// Which.
    pub(super) kind: Kind,
    /// The headings that people added.
    pub(super) extra: Vec<String>,
    /// The rows in their order.
    pub(super) rows: Vec<KeptRow>,
}

/// A row of such a sheet.
#[derive(Clone, Debug)]
pub(super) struct KeptRow {
    /// The file; empty in a row that people added.
    pub(super) file: String,
    /// What it is about; empty in a row that people added.
    pub(super) id: String,
    /// The cells by the columns of the kind; `None` where the column is gone.
    pub(super) cells: Vec<Option<Cell>>,
    /// The cells by the columns that people added.
    pub(super) extra: Vec<Cell>,
}

impl KeptRow {
    /// What stands in a column; blank where nothing does, or the column is gone.
    pub(super) fn told(&self, kind: Kind, key: &str) -> String {
        let cell = kind.column(key).and_then(|index| self.cells.get(index));
        let cell = cell.and_then(Option::as_ref);
        cell.map_or(String::new(), Cell::told)
    }
}

/// What the program wrote the last time.
#[derive(Clone, Debug, Default)]
pub(super) struct Ground {
    /// The cells of a row by (sheet, file, id), each by its column's name.
    pub(super) rows: BTreeMap<(String, String, String), BTreeMap<String, String>>,
    /// The hash of each letter by its name.
    pub(super) letters: BTreeMap<String, String>,
    /// The hash of each report by its name.
    pub(super) files: BTreeMap<String, String>,
}

impl Ground {
    /// The row that the program wrote where this one stands.
    pub(super) fn row(&self, kind: Kind, row: &KeptRow) -> Option<&BTreeMap<String, String>> {
        let key = (kind.key().to_owned(), row.file.clone(), row.id.clone());
        self.rows.get(&key)
    }

    /// What it wrote there in a column.
    pub(super) fn cell(&self, kind: Kind, row: &KeptRow, column: &str) -> Option<&String> {
        self.row(kind, row)?.get(column)
    }
}

impl Kept {
    /// Reads a workbook.
    ///
    /// # Errors
    /// Where it can't be read whole: nothing of it may get lost.
    pub fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let broken = |error: &dyn std::fmt::Display| Unread::NoWorkbook(error.to_string());
        check_size(bytes).map_err(|unopened| match unopened {
            Unopened::Broken(why) => Unread::NoWorkbook(why),
            Unopened::TooLarge => Unread::TooLarge,
        })?;
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let mut kept = Self::default();
        let mut left = MOST_CELLS;
        for name in book.sheet_names() {
            let cells = cells(&mut book, &name, &mut left)?;
            let named = |kind: &Kind| Lang::ALL.iter().any(|lang| kind.name(*lang) == name);
            if name == GROUND {
                kept.ground = ground(&cells, &mut left)?;
            } else if let Some(kind) = Kind::ALL.into_iter().find(named)
                && kept.table(kind).is_none()
            {
                let table = table(kind, &cells, &mut left)?;
                kept.tables.push(table.ok_or(Unread::NoHeadings(name))?);
            } else {
                kept.others.push((name, cells));
            }
        }
        Ok(kept)
    }

    /// The sheet of a kind.
    pub(super) fn table(&self, kind: Kind) -> Option<&KeptTable> {
        self.tables.iter().find(|table| table.kind == kind)
    }
}

/// The cells of a sheet that hold something.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<Cells, Unread> {
    let broken = |error: calamine::XlsxError| Unread::NoWorkbook(error.to_string());
    let mut cells = Cells::new();
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet that only holds a chart has no cells.
        Err(calamine::XlsxError::WorksheetNotFound(_) | calamine::XlsxError::NotAWorksheet(_)) => {
            return Ok(cells);
        }
        Err(error) => return Err(broken(error)),
    };
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let value = match cell.get_value() {
            DataRef::Int(value) => Cell::Text(value.to_string()),
            DataRef::Float(value) => Cell::Number(*value),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Cell::Text(text.clone())
            }
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(time) => Cell::Time(time.as_f64()),
            DataRef::Error(error) => Cell::Text(error.to_string()),
            DataRef::Empty => continue,
        };
        if value.told().is_empty() {
            continue;
        }
        charge(left, 1)?;
        cells.insert(cell.get_position(), value);
    }
    Ok(cells)
}

/// Takes cells from those that are left.
fn charge(left: &mut usize, cells: usize) -> Result<(), Unread> {
    *left = left.checked_sub(cells).ok_or(Unread::TooLarge)?;
    Ok(())
}

/// The column of a heading in any language.
fn column(kind: Kind, heading: &str) -> Option<usize> {
    kind.columns().iter().position(|column| {
        let mut said = Lang::ALL.iter().map(|lang| (column.heading)(lang.sheet()));
        said.any(|known| known == heading.trim())
    })
}

/// A sheet that the program made; `None` where its headings are gone.
fn table(kind: Kind, cells: &Cells, left: &mut usize) -> Result<Option<KeptTable>, Unread> {
    let heading = |row: u32| {
        let own = cells.range((row, 0)..(row + 1, 0));
        own.map(|((_, at), cell)| (*at, cell.told()))
    };
    let is_heading = |row: &u32| {
        let known: Vec<usize> = heading(*row)
            .filter_map(|(_, text)| column(kind, &text))
            .collect();
        known.contains(&kind.column("id").unwrap_or(usize::MAX)) && known.len() > 2
    };
    let Some(head) = (0..HEADINGS).find(is_heading) else {
        return Ok(None);
    };
    let mut known: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, text) in heading(head) {
        if let Some(index) = column(kind, &text)
            && known.values().all(|other| *other != index)
        {
            known.insert(at, index);
        }
    }
    // Every other column that holds something is one that people added, also without a heading.
    let mut others: BTreeMap<u32, String> = BTreeMap::new();
    for ((row, at), cell) in cells {
        if !known.contains_key(at) {
            let name = others.entry(*at).or_default();
            if *row == head {
                *name = cell.told();
            }
        }
    }
    let added: BTreeMap<u32, usize> = others.keys().copied().zip(0..).collect();
    let mut rows: BTreeMap<u32, KeptRow> = BTreeMap::new();
    let gone = |index: usize| known.values().all(|other| *other != index);
    let empty = || KeptRow {
        file: String::new(),
        id: String::new(),
        cells: (0..kind.columns().len())
            .map(|index| (!gone(index)).then(Cell::blank))
            .collect(),
        extra: vec![Cell::blank(); others.len()],
    };
    for ((row, at), cell) in cells.iter().filter(|((row, _), _)| *row != head) {
        let entry = match rows.entry(*row) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                // Each row has a place for each column, also where few of them hold something.
                charge(left, added.len())?;
                entry.insert(empty())
            }
        };
        if let Some(index) = known.get(at) {
            if let Some(place) = entry.cells.get_mut(*index) {
                *place = Some(cell.clone());
            }
        } else if let Some(index) = added.get(at)
            && let Some(place) = entry.extra.get_mut(*index)
        {
            *place = cell.clone();
        }
    }
    let mut rows: Vec<KeptRow> = rows.into_values().collect();
    for row in &mut rows {
        (row.id, row.file) = (row.told(kind, "id"), row.told(kind, "file"));
    }
    Ok(Some(KeptTable {
        kind,
        extra: others.into_values().collect(),
        rows,
    }))
}

/// What the program wrote for itself; nothing where that is gone.
fn ground(cells: &Cells, left: &mut usize) -> Result<Ground, Unread> {
    let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for ((row, at), cell) in cells {
        let line = lines.entry(*row).or_default();
        let at = usize::try_from(*at).unwrap_or(0).min(64);
        charge(left, at.saturating_sub(line.len()))?;
        line.resize(line.len().max(at + 1), String::new());
        if let Some(place) = line.get_mut(at) {
            *place = cell.told();
        }
    }
    let mut ground = Ground::default();
    for line in lines.into_values() {
        let mut parts = line.into_iter();
        let kind = parts.next().unwrap_or_default();
        let mut part = || parts.next().unwrap_or_default();
        match kind.as_str() {
            "letter" => _ = ground.letters.insert(part(), part()),
            "file" => _ = ground.files.insert(part(), part()),
            _ => {
                let key = (kind, part(), part());
                let mut row = BTreeMap::new();
                while let Some(column) = parts.next() {
                    row.insert(column, parts.next().unwrap_or_default());
                }
                ground.rows.insert(key, row);
            }
        }
    }
    Ok(ground)
}
