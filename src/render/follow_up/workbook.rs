//! The sheets as the bytes of an `.xlsx` file.

use super::kept::Kept;
use super::merge::Merged;
use super::table::{By, Cell, GROUND, Kind};
use crate::diagnostics::Run;
use crate::render::plain;
use crate::render::workbook::{empty, heading};
use crate::rules::Lang;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, Worksheet, XlsxError,
};

/// How wide a column is that people added, in characters.
const ADDED: u16 = 20;
/// The height of a line and the most that a row takes, in points.
const LINE: u32 = 15;
const HIGHEST: u32 = 405;
/// How many rows below the last one can be chosen a status for too.
const SPARE: u32 = 200;

/// Writes the workbook; `letters` are names and hashes.
pub(super) fn workbook(
    sheets: &[Merged],
    kept: Option<&Kept>,
    letters: &[(String, String)],
    run: &Run,
    lang: Lang,
) -> Result<Vec<u8>, String> {
    write(sheets, kept, letters, run, lang).map_err(|error| error.to_string())
}

fn write(
    sheets: &[Merged],
    kept: Option<&Kept>,
    letters: &[(String, String)],
    run: &Run,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = empty()?;
    let formats = Formats::new();
    for merged in sheets {
        table(workbook.add_worksheet(), merged, &formats, lang)?;
    }
    for (name, cells) in kept.iter().flat_map(|kept| &kept.others) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        for ((row, column), cell) in cells {
            let column = u16::try_from(*column).unwrap_or(u16::MAX);
            put(sheet, *row, column, cell, &formats)?;
        }
    }
    ground(workbook.add_worksheet(), sheets, kept, letters, run)?;
    workbook.save_to_buffer()
}

/// How cells look.
struct Formats {
    head: Format,
    text: Format,
    filled: Format,
    number: Format,
    time: Format,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            head: heading(text.clone()),
            filled: text.clone(),
            // A number at the right of its cell would be read with the text of the next one.
            number: text.clone().set_align(FormatAlign::Left),
            time: text.clone().set_num_format("dd.mm.yyyy"),
            // With the quote prefix a cell stays text when somebody edits it.
            text: text.set_quote_prefix(),
        }
    }
}

fn table(
    sheet: &mut Worksheet,
    merged: &Merged,
    formats: &Formats,
    lang: Lang,
) -> Result<(), XlsxError> {
    let kind = merged.kind;
    sheet.set_name(kind.name(lang))?;
    let said = lang.sheet();
    let own = kind.columns().iter();
    let own = own.map(|column| ((column.heading)(said).to_owned(), column.width));
    let added = merged.extra.iter().map(|heading| (heading.clone(), ADDED));
    let columns: Vec<(String, u16)> = own.chain(added).collect();
    for (at, (heading, width)) in (0..).zip(&columns) {
        sheet.set_column_width(at, f64::from(*width))?;
        sheet.write_string_with_format(0, at, heading, &formats.head)?;
    }
    let headings: Vec<Cell> = columns.iter().map(|(text, _)| Cell::text(text)).collect();
    sheet.set_row_height(0, height(kind, &headings, &columns))?;
    for (at, column) in (0..).zip(kind.columns()) {
        if column.filled == By::Hidden {
            sheet.set_column_hidden(at)?;
        }
    }
    let filled = |at: usize| {
        let column = kind.columns().get(at);
        column.is_none_or(|column| column.filled == By::People)
    };
    let last = u32::try_from(merged.rows.len()).unwrap_or(u32::MAX);
    for (row, cells) in (1..).zip(&merged.rows) {
        sheet.set_row_height(row, height(kind, cells, &columns))?;
        for (at, held) in cells.iter().enumerate() {
            let column = u16::try_from(at).unwrap_or(u16::MAX);
            match held {
                Cell::Text(text) if filled(at) => {
                    sheet.write_string_with_format(row, column, text, &formats.filled)?;
                }
                _ => put(sheet, row, column, held, formats)?,
            }
        }
    }
    let statuses = kind.statuses(lang);
    if let Some(at) = kind.column("status").filter(|_| !statuses.is_empty()) {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        // Other words may be written too.
        let choices = DataValidation::new()
            .allow_list_strings(&statuses)?
            .set_error_style(DataValidationErrorStyle::Information);
        sheet.add_data_validation(1, at, last + SPARE, at, &choices)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let end = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, end)?;
    sheet.set_repeat_rows(0, 0)?;
    // What is hidden stands last but for what people added, and is not printed.
    if merged.extra.is_empty() {
        let shown = kind
            .columns()
            .iter()
            .filter(|column| column.filled != By::Hidden);
        let end = u16::try_from(shown.count().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.set_print_area(0, 0, last, end)?;
    }
    sheet.set_landscape();
    // A4.
    sheet.set_paper_size(9);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P/&N");
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// How high a row is in which no text is cut off, in points.
fn height(kind: Kind, cells: &[Cell], columns: &[(String, u16)]) -> f64 {
    let lines = cells.iter().zip(columns).enumerate();
    let shown = lines.filter(|(at, _)| {
        let column = kind.columns().get(*at);
        column.is_none_or(|column| column.filled != By::Hidden)
    });
    let lines = shown.map(|(_, (cell, (_, width)))| {
        let text = cell.told();
        // A proportional font takes less room than its widest letters, and more than its mean.
        let room = usize::from(*width).saturating_sub(2).max(4);
        let lines = text.lines().map(|line| {
            let wrapped = plain::wrap(line, room);
            let over = wrapped
                .lines()
                .map(|l| l.chars().count().div_ceil(room).max(1));
            over.sum::<usize>().max(1)
        });
        lines.sum::<usize>().max(1)
    });
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX);
    f64::from(lines.saturating_mul(LINE).saturating_add(3).min(HIGHEST))
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        // Always as a string: a text that begins with = is a text.
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, &formats.text)?,
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.number)?
        }
        Cell::Bool(value) => {
            sheet.write_boolean_with_format(row, column, *value, &formats.filled)?
        }
        Cell::Time(days) => sheet.write_number_with_format(row, column, *days, &formats.time)?,
    };
    Ok(())
}

/// What the program wrote, in a sheet that spreadsheet programs do not show.
fn ground(
    sheet: &mut Worksheet,
    sheets: &[Merged],
    kept: Option<&Kept>,
    letters: &[(String, String)],
    run: &Run,
) -> Result<(), XlsxError> {
    sheet.set_name(GROUND)?;
    sheet.set_very_hidden(true);
    let mut lines: Vec<Vec<String>> = Vec::new();
    // What another run wrote is known on.
    let before = kept.map(|kept| kept.ground.clone()).unwrap_or_default();
    let (mut files, mut known) = (before.files, before.letters);
    let hashes = run.files.iter();
    files.extend(hashes.map(|file| (Cell::text(&file.path).told(), file.sha256.clone())));
    known.extend(letters.iter().cloned());
    for (what, hashes) in [("file", files), ("letter", known)] {
        let told = hashes.into_iter();
        lines.extend(told.map(|(name, hash)| vec![what.to_owned(), name, hash]));
    }
    for merged in sheets {
        for row in &merged.ground {
            let mut line = vec![
                merged.kind.key().to_owned(),
                row.file.clone(),
                row.id.clone(),
            ];
            for (column, cell) in merged.kind.columns().iter().zip(&row.cells) {
                line.extend([column.key.to_owned(), cell.told()]);
            }
            lines.push(line);
        }
    }
    for (row, line) in (0..).zip(&lines) {
        for (column, text) in (0..).zip(line) {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}
