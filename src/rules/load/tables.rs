//! Tables `[pack.tables.NAME]`: what stands in their files, with the types of their columns checked.

use super::error::Errors;
use super::fields::{Literal, Reader};
use super::given::Given;
use super::sheet::{Cell, Sheet, is_ambiguous, read};
use crate::rules::lang::constant::Const;
use crate::rules::lang::numbers::Number;
use crate::rules::lang::pooled::Pooled;
use crate::rules::lang::suggest;
use crate::rules::lang::table::{Column, Table, stands};
use crate::rules::lang::types::{Base, Type};
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Entry, Place, RawTable, RawValue};

/// The keys of `[pack.tables.NAME]`.
pub(crate) const TABLE_KEYS: [&str; 6] = ["file", "sheet", "key", "columns", "source", "dated"];

/// What can stand in a column. Where a cell may be empty, a question mark follows.
pub(crate) const COLUMN_TYPES: [&str; 5] = ["text", "int", "number", "date", "bool"];

/// A table as a pack declares it.
struct Declared {
    name: String,
    place: Place,
    file: Option<Literal>,
    sheet: Option<String>,
    key: Option<Literal>,
    columns: Vec<(Literal, Type)>,
}

/// The tables of a pack, each with its rows where a file was given.
pub(super) fn tables(
    pack: &mut Reader<'_, '_, '_>,
    pack_name: &str,
    source: &str,
    given: &Given,
) -> Vec<(String, Pooled<Table>)> {
    let Some((table, place)) = pack.subtable("tables") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for Entry { key, raw, .. } in &table.entries {
        let RawValue::Table(own) = &raw.value else {
            let mut reader = Reader {
                table,
                place: place.clone(),
                what: Term::PackTable,
                errors: pack.errors,
            };
            _ = reader.subtable(key);
            continue;
        };
        let declared = declared(key, own, &raw.place, pack.errors);
        let table = load(&declared, pack_name, source, given, pack.errors);
        found.push((key.clone(), Pooled::new(table)));
    }
    found
}

fn declared(name: &str, table: &RawTable, place: &Place, errors: &mut Errors<'_>) -> Declared {
    let mut reader = Reader {
        table,
        place: place.clone(),
        what: Term::PackTable,
        errors,
    };
    reader.allow(&TABLE_KEYS);
    // They are for people: where a register is from, and from when.
    _ = (reader.text("source"), reader.text("dated"));
    let mut columns = Vec::new();
    if let Some((types, place)) = reader.subtable("columns") {
        let mut inner = Reader {
            table: types,
            place,
            what: Term::Columns,
            errors: reader.errors,
        };
        for entry in &types.entries {
            let Some(given) = inner.text(&entry.key) else {
                continue;
            };
            let Some(ty) = column_type(&given.text) else {
                let help = suggest(&given.text, COLUMN_TYPES.into_iter());
                let mistake = Mistake::UnknownColumnType { name: given.text };
                inner.errors.add(&given.place, mistake, help);
                continue;
            };
            let heading = Literal {
                text: entry.key.clone(),
                place: entry.place.clone(),
            };
            columns.push((heading, ty));
        }
    }
    Declared {
        name: name.to_owned(),
        place: place.clone(),
        file: reader.text("file"),
        sheet: reader.text("sheet").map(|l| l.text),
        key: reader.text("key"),
        columns,
    }
}

fn column_type(name: &str) -> Option<Type> {
    let (name, nullable) = match name.strip_suffix('?') {
        Some(name) => (name, true),
        None => (name, false),
    };
    let base = match name {
        "text" => Base::Text,
        "int" => Base::Int,
        "number" => Base::Ratio,
        "date" => Base::Date,
        "bool" => Base::Bool,
        _ => return None,
    };
    Some(Type {
        nullable,
        ..Type::of(base)
    })
}

/// The table with the rows of the file that the user gives, or else of the pack's own.
fn load(
    declared: &Declared,
    pack: &str,
    source: &str,
    given: &Given,
    errors: &mut Errors<'_>,
) -> Table {
    let users = given.table(pack, &declared.name);
    let (file, bytes, place) = match (users, &declared.file) {
        (Some((file, bytes)), _) => (file.to_owned(), bytes, &declared.place),
        (None, Some(file)) => {
            let Some(bytes) = given.file(source, &file.text) else {
                let mistake = Mistake::NoFile {
                    file: file.text.clone(),
                };
                errors.add(&file.place, mistake, Advice::BesidePack);
                return broken(declared);
            };
            (file.text.clone(), bytes, &file.place)
        }
        (None, None) => return empty(declared),
    };
    let sheet = match bytes {
        Ok(bytes) => read(&file, bytes, declared.sheet.as_deref()),
        Err(why) => {
            let (file, why) = (file.clone(), why.clone());
            Err(Box::new((Mistake::CannotRead { file, why }, None)))
        }
    };
    match sheet {
        Ok(sheet) => fill(declared, &file, sheet, place, errors),
        Err(wrong) => {
            let (mistake, help) = *wrong;
            errors.add(place, mistake, help);
            broken(declared)
        }
    }
}

/// The table as it is declared, for which no file was given. A key of which nothing is said can be
/// anything.
fn empty(declared: &Declared) -> Table {
    let columns = declared.columns.iter();
    let mut columns: Vec<Column> = columns
        .map(|(heading, ty)| Column {
            name: heading.text.clone(),
            ty: ty.clone(),
        })
        .collect();
    let wanted = declared.key.as_ref();
    let key = wanted.and_then(|key| columns.iter().position(|c| c.name == key.text));
    let key = key.unwrap_or_else(|| {
        columns.push(Column {
            name: wanted.map_or_else(String::new, |key| key.text.clone()),
            ty: Type::unknown(),
        });
        columns.len() - 1
    });
    Table::declared(&declared.name, columns, key)
}

/// A table whose file has a mistake of its own: what rules ask of it is no further one.
fn broken(declared: &Declared) -> Table {
    let mut table = empty(declared);
    table.broken = true;
    table
}

fn fill(
    declared: &Declared,
    file: &str,
    sheet: Sheet,
    place: &Place,
    errors: &mut Errors<'_>,
) -> Table {
    let mut complain = |heading: &Literal| {
        let help = suggest(&heading.text, sheet.headings.iter().map(String::as_str));
        let mistake = Mistake::NoColumn {
            file: file.to_owned(),
            column: heading.text.clone(),
        };
        errors.add(&heading.place, mistake, help);
    };
    let wanted = declared.columns.iter().map(|(heading, _)| heading);
    for heading in wanted.chain(&declared.key) {
        if !sheet.headings.contains(&heading.text) {
            complain(heading);
        }
    }
    let columns: Vec<Column> = sheet
        .headings
        .iter()
        .map(|name| {
            let declared = declared.columns.iter().find(|(h, _)| h.text == *name);
            // A column of which nothing is said is text, which may be left out.
            let ty = declared.map_or_else(|| Type::of(Base::Text).or_null(), |(_, ty)| ty.clone());
            Column {
                name: name.clone(),
                ty,
            }
        })
        .collect();
    let wanted = declared.key.as_ref();
    let key = wanted.and_then(|key| columns.iter().position(|c| c.name == key.text));
    let key = key.unwrap_or(0);
    let mut columns = columns;
    if let Some(column) = columns.get_mut(key) {
        column.ty.nullable = false;
    }
    let mut table = Table::declared(&declared.name, columns.clone(), key);
    for (row, cells) in sheet.rows {
        let beyond = cells.iter().skip(columns.len());
        if beyond.into_iter().any(|cell| *cell != Cell::Empty) {
            let mistake = Mistake::MoreCells {
                file: file.to_owned(),
                row,
                columns: columns.len(),
            };
            errors.add(place, mistake, None);
            return broken(declared);
        }
        let mut values = Vec::with_capacity(columns.len());
        let mut cells = cells.into_iter();
        for column in &columns {
            let cell = cells.next().unwrap_or_default();
            let Some(value) = value(&cell, &column.ty) else {
                let mistake = Mistake::BadCell {
                    file: file.to_owned(),
                    row,
                    column: column.name.clone(),
                    found: cell.shown(),
                    wanted: column.ty.clone(),
                };
                let two = matches!(&cell, Cell::Text(text) if is_ambiguous(text));
                let is_number = column.ty.is_number();
                let help = (two && is_number).then_some(Advice::ThousandsOrDecimals);
                errors.add(place, mistake, help);
                return broken(declared);
            };
            values.push(value);
        }
        if table.add(values).is_err() {
            let heading = columns.get(key).map_or("", |c| c.name.as_str());
            let mistake = Mistake::KeyTwice {
                file: file.to_owned(),
                row,
                column: heading.to_owned(),
            };
            errors.add(place, mistake, None);
            return broken(declared);
        }
    }
    table.given = true;
    table
}

/// What a cell is in a column of a type; `None` where it is something else.
fn value(cell: &Cell, ty: &Type) -> Option<Const> {
    let value = match (cell, &ty.base) {
        (Cell::Empty, _) => Const::Null,
        // A number of a municipality, say: what looks like one is a text where the pack says so.
        (Cell::Text(text) | Cell::Number(_, text), Base::Text) => Const::Text(text.clone()),
        (Cell::Number(number, _), Base::Int | Base::Ratio) => Const::Number(*number),
        // `300.000` is three hundred, or three hundred thousand.
        (Cell::Text(text), Base::Int | Base::Ratio) if is_ambiguous(text) => return None,
        (Cell::Text(text), Base::Int | Base::Ratio) => Const::Number(Number::read(text)?),
        (Cell::Date(day), Base::Date) => Const::Date(*day),
        (Cell::Text(text), Base::Date) => Const::Date(crate::rules::lang::days::day(text)?),
        (Cell::Bool(value), Base::Bool) => Const::Bool(*value),
        (Cell::Text(text), Base::Bool) => match text.to_lowercase().as_str() {
            "ja" | "sann" | "true" | "yes" => Const::Bool(true),
            "nei" | "usann" | "false" | "no" => Const::Bool(false),
            _ => return None,
        },
        _ => return None,
    };
    let whole = !matches!(
        (&value, &ty.base),
        (Const::Number(Number::Ratio(_)), Base::Int)
    );
    (whole && stands(&value, ty)).then_some(value)
}
