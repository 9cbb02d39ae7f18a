//! The bytes of a table's file → rows of cells: CSV, TOML, or a sheet of an Excel workbook.

use crate::i18n::{Lang, date};
use crate::rules::lang::numbers::Number;
use crate::rules::lang::value::Day;
use crate::rules::mistake::{Advice, Flaw, Mistake};
use crate::rules::workbook::{Unopened, check_size};
use crate::toml_file;
use calamine::{DataRef, Reader as _, Xlsx};
use num_rational::Ratio;
use std::io::Cursor;
use toml::de::{DeTable, DeValue};

/// More rows than this are refused: no register of the administration has as many.
const MAX_ROWS: usize = 100_000;

/// More columns than this are refused.
const MAX_COLUMNS: usize = 200;

/// More bytes of all cells than this are refused.
const MAX_TEXT: usize = 32 << 20;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, without blanks at its ends.
    Text(String),
    /// A number, and as the file has it.
    Number(Number, String),
    /// A day.
    Date(Day),
    /// True or false.
    Bool(bool),
}

/// Headings, and rows with their numbers as the user sees them, from 1.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<(usize, Vec<Cell>)>,
}

/// What is wrong with a file, and what to do.
type Wrong = Box<(Mistake, Option<Advice>)>;

fn wrong(mistake: Mistake, help: impl Into<Option<Advice>>) -> Wrong {
    Box::new((mistake, help.into()))
}

impl Cell {
    fn text(text: &str) -> Self {
        match text.trim() {
            "" => Self::Empty,
            text => Self::Text(text.to_owned()),
        }
    }

    /// What stands there.
    fn whole(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Number(_, text) => text.clone(),
            Self::Date(day) => date(*day, Lang::Nb),
            Self::Bool(value) => value.to_string(),
        }
    }

    /// How many bytes it holds.
    fn size(&self) -> usize {
        match self {
            Self::Text(text) | Self::Number(_, text) => text.len(),
            Self::Empty | Self::Date(_) | Self::Bool(_) => 0,
        }
    }

    /// What stands there, as a mistake shows it.
    pub(super) fn shown(&self) -> String {
        self.whole().chars().take(40).collect()
    }
}

/// Reads a file by its ending.
pub(super) fn read(file: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Wrong> {
    match ending(file).as_str() {
        "csv" | "tsv" | "txt" => csv_rows(file, bytes),
        "toml" => toml_rows(file, bytes),
        "xlsx" | "xlsm" => xlsx_rows(file, bytes, sheet),
        _ => {
            let mistake = Mistake::NoTableFile {
                file: file.to_owned(),
            };
            Err(wrong(mistake, Advice::TableFiles))
        }
    }
}

fn broken(file: &str, why: &impl ToString) -> Wrong {
    let mistake = Mistake::BrokenTable {
        file: file.to_owned(),
        why: why.to_string(),
    };
    wrong(mistake, None)
}

fn too_large(file: &str) -> Wrong {
    let mistake = Mistake::TableTooLarge {
        file: file.to_owned(),
        rows: MAX_ROWS,
        columns: MAX_COLUMNS,
    };
    wrong(mistake, None)
}

/// The text of a file, which has to be UTF-8: in another encoding `ø` would be another letter.
fn utf8<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Wrong> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or(&[]);
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let mistake = Mistake::NotUtf8 {
            file: file.to_owned(),
            line,
        };
        wrong(mistake, Advice::SaveAsUtf8)
    })
}

/// Gathers rows within the limits.
struct Rows<'f> {
    file: &'f str,
    sheet: Sheet,
    text: usize,
}

impl Rows<'_> {
    fn headings(&mut self, headings: Vec<String>) -> Result<(), Wrong> {
        if headings.len() > MAX_COLUMNS {
            return Err(too_large(self.file));
        }
        self.sheet.headings = headings;
        Ok(())
    }

    fn add(&mut self, number: usize, cells: Vec<Cell>) -> Result<(), Wrong> {
        if cells.iter().all(|cell| *cell == Cell::Empty) {
            return Ok(());
        }
        self.text += cells.iter().map(Cell::size).sum::<usize>();
        let large = self.sheet.rows.len() >= MAX_ROWS || cells.len() > MAX_COLUMNS;
        if large || self.text > MAX_TEXT {
            return Err(too_large(self.file));
        }
        self.sheet.rows.push((number, cells));
        Ok(())
    }
}

fn rows(file: &str) -> Rows<'_> {
    Rows {
        file,
        sheet: Sheet::default(),
        text: 0,
    }
}

/// Parted by what the first line has most of: semicolons, as Excel in Norwegian writes, commas or tabs.
fn csv_rows(file: &str, bytes: &[u8]) -> Result<Sheet, Wrong> {
    let text = utf8(file, bytes)?;
    let first = text.lines().next().unwrap_or("");
    let count = |byte: &u8| first.bytes().filter(|b| b == byte).count();
    let parted = *[b',', b';', b'\t']
        .iter()
        .max_by_key(|b| count(b))
        .unwrap_or(&b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(parted)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = rows(file);
    let mut first = true;
    for record in reader.records() {
        let record = record.map_err(|error| broken(file, &error))?;
        if std::mem::take(&mut first) {
            rows.headings(record.iter().map(|h| h.trim().to_owned()).collect())?;
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        rows.add(line, record.iter().map(Cell::text).collect())?;
    }
    Ok(rows.sheet)
}

/// The one list of tables of a TOML file: `[[row]]`.
fn toml_rows(file: &str, bytes: &[u8]) -> Result<Sheet, Wrong> {
    let text = utf8(file, bytes)?;
    let table = DeTable::parse(text).map_err(|error| {
        let mistake = Mistake::TableNotToml {
            file: file.to_owned(),
            flaw: Flaw::of(&toml_file::broken(&error), text),
        };
        wrong(mistake, None)
    })?;
    let lists = table
        .get_ref()
        .values()
        .filter_map(|v| v.get_ref().as_array());
    let no_rows = || {
        let mistake = Mistake::NoTableFile {
            file: file.to_owned(),
        };
        wrong(mistake, Advice::TomlRows)
    };
    let list = lists.into_iter().next().ok_or_else(no_rows)?;
    let tables = list.iter().map(|item| item.get_ref().as_table());
    let tables: Vec<_> = tables.collect::<Option<_>>().ok_or_else(no_rows)?;
    let mut rows = rows(file);
    let mut headings: Vec<String> = Vec::new();
    for table in &tables {
        for key in table.keys().map(|key| key.get_ref().as_ref()) {
            if !headings.iter().any(|known| known == key) {
                headings.push(key.to_owned());
                if headings.len() > MAX_COLUMNS {
                    return Err(too_large(file));
                }
            }
        }
    }
    for (index, table) in tables.into_iter().enumerate() {
        let cells = headings.iter().map(|heading| {
            let value = table.get(heading.as_str());
            value.map_or(Cell::Empty, |value| toml_cell(value.get_ref()))
        });
        rows.add(index + 1, cells.collect())?;
    }
    rows.headings(headings)?;
    Ok(rows.sheet)
}

fn toml_cell(value: &DeValue<'_>) -> Cell {
    match value {
        DeValue::String(text) => Cell::text(text),
        DeValue::Boolean(value) => Cell::Bool(*value),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            match i128::from_str_radix(&digits, number.radix()) {
                Ok(number) => Cell::Number(Number::Int(number), number.to_string()),
                Err(_) => Cell::text(number.as_str()),
            }
        }
        DeValue::Float(number) => {
            let text = number.as_str();
            let read = Number::read(text);
            read.map_or_else(|| Cell::text(text), |n| Cell::Number(n, text.to_owned()))
        }
        DeValue::Datetime(day) => match day.date {
            Some(date) => Cell::Date((i32::from(date.year), date.month, date.day)),
            None => Cell::text(&day.to_string()),
        },
        DeValue::Array(_) | DeValue::Table(_) => Cell::text("[…]"),
    }
}

/// The named sheet of a workbook, or its first.
fn xlsx_rows(file: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Wrong> {
    check_size(bytes).map_err(|unopened| match unopened {
        Unopened::Broken(why) => broken(file, &why),
        Unopened::TooLarge => too_large(file),
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(file, &error))?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(wanted) => names.iter().find(|name| *name == wanted).cloned(),
        None => names.first().cloned(),
    };
    let Some(name) = name else {
        let mistake = Mistake::NoSheet {
            file: file.to_owned(),
            sheet: sheet.unwrap_or("").to_owned(),
        };
        let help =
            crate::rules::lang::suggest(sheet.unwrap_or(""), names.iter().map(String::as_str));
        return Err(wrong(mistake, help));
    };
    let mut rows = rows(file);
    let mut cells = book
        .worksheet_cells_reader(&name)
        .map_err(|error| broken(file, &error))?;
    let mut present: Option<u32> = None;
    let mut own: Vec<Cell> = Vec::new();
    loop {
        let cell = cells.next_cell().map_err(|error| broken(file, &error))?;
        let at = cell.as_ref().map(calamine::Cell::get_position);
        if present.is_some() && at.map(|(row, _)| row) != present {
            let number = usize::try_from(present.unwrap_or(0)).unwrap_or(0) + 1;
            let done = std::mem::take(&mut own);
            if rows.sheet.headings.is_empty() {
                rows.headings(done.iter().map(Cell::whole).collect())?;
            } else {
                rows.add(number, done)?;
            }
        }
        let (Some(cell), Some((row, column))) = (cell, at) else {
            return Ok(rows.sheet);
        };
        present = Some(row);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(too_large(file));
        }
        if own.len() <= column {
            own.resize(column + 1, Cell::Empty);
        }
        if let Some(place) = own.get_mut(column) {
            *place = xlsx_cell(cell.get_value());
        }
    }
}

fn xlsx_cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Number(Number::Int(i128::from(*number)), number.to_string()),
        DataRef::Float(number) => {
            let text = shortest(*number);
            let read = Number::read(&text);
            match read {
                Some(number) => Cell::Number(number, text),
                None => Cell::text(&text),
            }
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::text(text)
        }
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Cell::Date((i32::from(year), month, day))
        }
        DataRef::Error(error) => Cell::text(&error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

/// A workbook keeps numbers as binary fractions, and sums of them with a rest at the end: what it shows
/// has at most 15 digits.
fn shortest(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>();
    rounded.unwrap_or(number).to_string()
}

/// Whether a text can be read as thousands and as a number with three decimals: `300.000`.
pub(super) fn is_ambiguous(text: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let text = text.trim().trim_start_matches(['-', '\u{2212}']);
    let parted = text.split_once(['.', ',']);
    parted.is_some_and(|(whole, rest)| {
        // No thousands follow a 0, or more than three digits.
        let whole = whole.trim();
        let thousands = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        thousands && rest.len() == 3 && plain(whole) && plain(rest)
    })
}

impl Number {
    /// A number as Norwegian spreadsheets write it: digits that blanks may part, a decimal comma or
    /// point. `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let kept = kept.replace('\u{2212}', "-").replace(',', ".");
        let (sign, digits) = match kept.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, kept.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(decimals) || kept.ends_with('.') {
            return None;
        }
        let number: i128 = format!("{whole}{decimals}").parse().ok()?;
        let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Some(Self::from_ratio(Ratio::new(sign * number, scale)))
    }
}

/// The files that a table's file can be, by their endings.
pub(super) fn ending(file: &str) -> String {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_lowercase()
}
