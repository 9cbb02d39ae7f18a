//! The tables as a workbook for people: a sheet for each, with headings in their language.

use super::joined::{Joined, decimal};
use crate::diagnostics::Value;
use crate::render::workbook::{empty, fitted, heading};
use crate::rules::Lang;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// The most rows of a sheet, the headings among them.
const ROWS: usize = 1_048_576;
/// The widest column, in characters.
const WIDEST: usize = 48;

/// The workbook as the bytes of an `.xlsx` file.
pub(super) fn workbook(tables: &[Joined<'_>], lang: Lang) -> Result<Vec<u8>, String> {
    if let Some(table) = tables.iter().find(|table| table.rows.len() >= ROWS) {
        return Err(lang.app().too_many_rows(&lang.export().name(table.name)));
    }
    write(tables, lang).map_err(|error| error.to_string())
}

fn write(tables: &[Joined<'_>], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = empty()?;
    for table in tables {
        sheet(workbook.add_worksheet(), table, lang)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, table: &Joined<'_>, lang: Lang) -> Result<(), XlsxError> {
    let said = lang.export();
    sheet.set_name(said.name(table.name))?;
    let head = heading(Format::new());
    let text = Format::new().set_align(FormatAlign::Top).set_quote_prefix();
    let columns = ["file"].iter().chain(table.columns);
    for (at, column) in (0..).zip(columns) {
        let heading = said.name(column);
        sheet.write_string_with_format(0, at, heading, &head)?;
        sheet.set_column_width(at, width(table, usize::from(at), heading))?;
    }
    for (row, (file, values)) in (1..).zip(&table.rows) {
        sheet.write_string_with_format(row, 0, *file, &text)?;
        for (at, value) in (1..).zip(values) {
            match value {
                Value::None => {}
                Value::Int(number) => _ = sheet.write(row, at, *number)?,
                Value::Decimal(units, decimals) => {
                    let number: f64 = decimal(*units, *decimals).parse().unwrap_or(f64::NAN);
                    sheet.write_number(row, at, number)?;
                }
                Value::Bool(value) => _ = sheet.write_boolean(row, at, *value)?,
                Value::Word(word) => _ = sheet.write_string(row, at, said.name(word))?,
                // Always as a string: a text that begins with = is a text.
                Value::Text(value) => {
                    sheet.write_string_with_format(row, at, fitted(value), &text)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(
        0,
        0,
        rows,
        u16::try_from(table.columns.len()).unwrap_or(u16::MAX),
    )?;
    Ok(())
}

/// A width that fits most of a column, in characters.
fn width(table: &Joined<'_>, at: usize, heading: &str) -> f64 {
    let rows = table.rows.iter().take(1000);
    let longest = rows.map(|(file, values)| match at.checked_sub(1) {
        None => file.chars().count(),
        Some(at) => match values.get(at) {
            Some(Value::Text(text)) => text.chars().count(),
            Some(Value::Word(word)) => word.len(),
            _ => 8,
        },
    });
    let longest = longest.max().unwrap_or(0).max(heading.chars().count() + 4);
    f64::from(u16::try_from(longest.min(WIDEST)).unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column is as wide as its heading with the filter's button, or as its longest text, and no wider
    /// than can be read.
    #[test]
    fn columns_are_as_wide_as_what_stands_in_them() {
        let (long, longer) = ("x".repeat(20), "x".repeat(500));
        let [long, longer] = [long, longer].map(Value::Text);
        let table = Joined {
            name: "answers",
            columns: &["text", "more", "none"],
            rows: vec![
                ("a.pdf", vec![&long, &longer]),
                ("rapport-2025.pdf", vec![&long, &long]),
            ],
        };
        let fits = |at, heading: &str| width(&table, at, heading);
        let same = |a: f64, b: u32| (a - f64::from(b)).abs() < 1e-9;
        assert!(same(fits(0, "fil"), 17));
        assert!(same(fits(1, "svar"), 21));
        assert!(same(fits(1, "et spørsmål om noe"), 23));
        assert!(same(fits(2, "svar"), u32::try_from(WIDEST).unwrap() + 1));
        assert!(same(fits(3, "tall"), 9));
    }
}
