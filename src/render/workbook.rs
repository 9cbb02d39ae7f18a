//! What all workbooks have in common.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, XlsxError};
use std::borrow::Cow;

/// The longest text that a cell takes is 32,767 characters.
const LONGEST: usize = 32_000;

/// A workbook in which the time of the run does not stand.
pub(super) fn empty() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    Ok(workbook)
}

/// How headings look: as what stands below them, and marked.
pub(super) fn heading(below: Format) -> Format {
    below
        .set_bold()
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color("E7E6E6")
}

/// A text that a cell takes; where that is not all of it, it says so.
pub(super) fn fitted(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{} […]", text.get(..end).unwrap_or(text))),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_takes_says_that_it_is_cut() {
        assert_eq!(fitted("blå"), "blå");
        let whole = "å".repeat(LONGEST);
        assert_eq!(fitted(&whole), whole);
        assert_eq!(fitted(&format!("{whole}æ")), format!("{whole} […]"));
    }
}
