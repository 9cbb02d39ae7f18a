//! The sheet: one row a finding, and an empty column for what the respondent answers.

use super::{Case, ask, expected, norwegian, printed};
use crate::diagnostics::Finding;
use crate::i18n::Sheet;
use crate::render::plain;
use crate::rules::Lang;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The longest text that a cell takes is 32,767 characters.
const LONGEST: usize = 32_000;

/// The name that Excel writes into what it autofilters and freezes.
const NAME: &str = "Oppfølging";

/// What stands in a cell.
enum Cell {
    Text(String),
    Number(u32),
}

/// A heading, in a language.
type Heading = fn(&(dyn Sheet + 'static)) -> &'static str;

/// The columns: heading, and width in characters.
const COLUMNS: [(Heading, f64); 17] = [
    (Sheet::respondent, 26.0),
    (Sheet::group, 20.0),
    (Sheet::contact, 24.0),
    (Sheet::phone, 16.0),
    (Sheet::email, 20.0),
    (Sheet::severity, 10.0),
    (Sheet::number, 6.0),
    (Sheet::question, 40.0),
    (Sheet::page, 6.0),
    (Sheet::printed, 24.0),
    (Sheet::expected, 14.0),
    (Sheet::finding, 50.0),
    (Sheet::ask, 60.0),
    (Sheet::answer, 40.0),
    (Sheet::rule, 22.0),
    (Sheet::file, 24.0),
    (Sheet::id, 18.0),
];

/// The workbook as the bytes of an `.xlsx` file.
pub(super) fn workbook(cases: &[Case<'_>], lang: Lang) -> Result<Vec<u8>, String> {
    write(cases, lang).map_err(|error| error.to_string())
}

fn write(cases: &[Case<'_>], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Otherwise the time of the run stands in the file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(NAME)?;
    let head = Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin);
    // With the quote prefix a cell stays text when somebody edits it.
    let text = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_quote_prefix();
    let number = Format::new().set_align(FormatAlign::Top);
    for (column, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, heading(lang.sheet()), &head)?;
    }
    let mut row = 1;
    for case in cases {
        for finding in &case.findings {
            for (column, cell) in (0..).zip(cells(case, finding, lang)) {
                put(sheet, row, column, cell, &text, &number)?;
            }
            row += 1;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    let last = u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, row - 1, last)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    workbook.save_to_buffer()
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell,
    text: &Format,
    number: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(value) => sheet.write_number_with_format(row, column, value, number)?,
        // Always as a string: a text that begins with = is a text.
        Cell::Text(value) => {
            let value: String = value.chars().take(LONGEST).collect();
            sheet.write_string_with_format(row, column, value, text)?
        }
    };
    Ok(())
}

/// A row, in the order of the columns.
fn cells(case: &Case<'_>, finding: &Finding, lang: Lang) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(plain::line(text));
    let contact = |role| Cell::Text(case.contacts(role).join("; "));
    vec![
        text(case.respondent),
        text(case.group.unwrap_or("")),
        contact("contact"),
        contact("phone"),
        contact("email"),
        text(finding.severity.word(lang)),
        finding
            .question_number
            .map_or(Cell::Text(String::new()), Cell::Number),
        text(finding.question.as_deref().unwrap_or("")),
        Cell::Number(finding.primary.page),
        Cell::Text(printed(finding)),
        Cell::Text(expected(finding, lang).unwrap_or_default()),
        text(finding.message.get(lang)),
        Cell::Text(ask(finding, norwegian(lang))),
        Cell::Text(String::new()),
        text(&finding.rule),
        text(&case.file.path),
        text(&finding.fingerprint),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::{Options, follow_up};
    use crate::sample;
    use calamine::{Data, Reader as _, Xlsx};
    use std::io::Cursor;

    #[test]
    fn rows_are_read_back_and_no_text_is_a_formula() {
        let mut run = sample::run();
        let contact = &mut run.files[0].contacts[0];
        contact.text = "=HYPERLINK(\"http://x\")".to_owned();
        let finding = run.files[0].findings.iter_mut();
        let mut finding = finding.filter(|f| f.rule == "personal-data");
        finding.next().unwrap().message.nb = "=1+1".to_owned();
        let files = follow_up(&run, &Options::default()).unwrap();
        let mut book = Xlsx::new(Cursor::new(files[0].bytes.clone())).unwrap();
        let sheet = book.worksheet_range("Oppfølging").unwrap();
        let row: Vec<&Data> = sheet.rows().nth(1).unwrap().iter().collect();
        assert_eq!(sheet.rows().count(), 2);
        assert_eq!(row[0], &Data::String("Øyvær kommune".to_owned()));
        assert_eq!(row[2], &Data::String("=HYPERLINK(\"http://x\")".to_owned()));
        assert_eq!(row[8], &Data::Float(2.0));
        assert_eq!(row[11], &Data::String("=1+1".to_owned()));
        assert!(row[12].to_string().contains("Kan dere se på dette"));
        assert!(row[13].to_string().is_empty());
        let formulas = book.worksheet_formula("Oppfølging").unwrap();
        assert!(formulas.is_empty());
    }
}
