//! In English: why a file is no report that can be checked, and what to do.

use super::En;
use crate::i18n::catalogue::Reading;
use std::fmt::Display;

impl Reading for En {
    fn empty(&self) -> &'static str {
        "The file is empty. Export the report anew, or download it again."
    }

    fn unknown_format(&self) -> &'static str {
        "The file is neither a PDF nor a text file. Give the PDF that the portal exported."
    }

    fn truncated(&self) -> &'static str {
        "The PDF ends before its end; the download was probably broken off. Download it again."
    }

    fn broken(&self) -> &'static str {
        "The PDF is damaged and can't be read. Export the report anew."
    }

    fn encrypted(&self) -> &'static str {
        "The PDF is encrypted. Give the password with --password or DEKOM_LINT_PASSWORD, or save it without one."
    }

    fn wrong_password(&self) -> &'static str {
        "The PDF is encrypted, and the password is wrong. Check the password, or save the PDF without one."
    }

    fn of_pages(&self, count: usize) -> String {
        if count == 1 {
            format!("{count} page")
        } else {
            format!("{count} pages")
        }
    }

    fn no_text_layer(&self, pages: &dyn Display) -> String {
        format!(
            "The PDF has no text ({pages} of pictures); it is probably a scan. Use the PDF that the portal exported."
        )
    }

    fn recognised(&self, pages: &dyn Display) -> String {
        format!(
            "The PDF is a scan ({pages}): its text was guessed from pictures (OCR) and can't be checked. Use the PDF that the portal exported."
        )
    }

    fn sheets(&self, pages: usize) -> String {
        let pages = if pages == 4 { "four" } else { "two" };
        format!(
            "The file has {pages} pages on each sheet, and text that stands side by side can't be told apart then. Print or save it with one page per sheet, or use the PDF that the portal exported."
        )
    }

    fn columns(&self, page: &dyn Display) -> String {
        format!(
            "The text runs in two columns side by side from page {page} on, and its lines can't be told apart then. Print or save it without columns and with one page per sheet, or use the PDF that the portal exported."
        )
    }

    fn unparted(&self) -> &'static str {
        "The text can't be parted into questions and answers: lines that part them are missing, or its pages stand within each other. Use the PDF that the portal exported."
    }

    fn several_reports(&self, pages: &dyn Display) -> String {
        format!(
            "The file is several reports one after the other: another begins on page {pages}. They can't be checked together. Split the file, and check one report at a time."
        )
    }

    fn layout_unknown(
        &self,
        misread: &dyn Display,
        questions: &dyn Display,
        first: &dyn Display,
    ) -> String {
        format!(
            "The layout is not understood: under {misread} of {questions} questions the answers and “Ikke angitt” are not all submissions together, first under “{first}”. Nothing was checked. Use the PDF that the portal exported, or tell whoever maintains the program."
        )
    }

    fn lost_letters(&self) -> &'static str {
        "The text has lost æ, ø and å: a program wrote “?” instead, and names and answers can't be recognised then. Save the text as UTF-8, or use the PDF that the portal exported."
    }

    fn web_page(&self) -> &'static str {
        "The file is a web page (HTML), not a PDF. Perhaps it is the page to log in that was saved: log in to the portal, export “Intern rapport” as PDF, and check that file."
    }

    fn not_a_report(&self, pages: &dyn Display) -> String {
        format!(
            "The file ({pages}) does not look like a report of the portal: no questions with “(N Svar)” were found. Export “Intern rapport” from the portal as PDF, and check that file."
        )
    }

    fn limit(&self, what: &dyn Display, found: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "The file is larger than dekom-lint reads: {what} {found}, the limit is {limit}. Split the report, or check that it is the right file."
        )
    }

    fn limited(&self, what: &str) -> String {
        match what {
            "boxes" => "filled boxes",
            other => other,
        }
        .to_owned()
    }

    fn widths(&self, page: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "The fonts of page {page} give the width of more than {limit} characters, and no font has so many. The file is probably damaged: export the report anew."
        )
    }

    fn failed(&self, what: &dyn Display) -> String {
        format!(
            "The file could not be read: {what}. Export the report anew; if it happens again, the file is probably damaged."
        )
    }

    fn deadline(&self, seconds: &dyn Display) -> String {
        format!("reading took more than {seconds} seconds and was ended")
    }

    fn memory(&self, megabytes: &dyn Display) -> String {
        format!("reading took more than {megabytes} MB of memory and was ended")
    }

    fn depth(&self) -> &'static str {
        "its content is nested deeper than can be followed"
    }

    fn pages_lost(&self, lost: &dyn Display, pages: &dyn Display, why: &dyn Display) -> String {
        format!("{lost} of {pages} pages could not be read to their end ({why})")
    }

    fn panic(&self) -> &'static str {
        "the reader met something that it was not made for"
    }

    fn ended(&self, how: &dyn Display) -> String {
        format!("the reading process ended unexpectedly ({how})")
    }

    fn not_started(&self, why: &dyn Display) -> String {
        format!("the reading process could not be started ({why}); --no-isolation reads without it")
    }

    fn content_damaged(&self) -> &'static str {
        "the content is damaged"
    }

    fn content_missing(&self) -> &'static str {
        "the content is missing"
    }

    fn font_damaged(&self) -> &'static str {
        "a font is missing or damaged"
    }

    fn no_letters(&self) -> &'static str {
        "the file does not say which letters the text is made of"
    }

    fn cropped(&self) -> &'static str {
        "they are cropped through their text"
    }

    fn picture_only(&self) -> &'static str {
        "they are pictures without text"
    }

    fn page_unknown(&self) -> &'static str {
        "they are built in a way that the reader does not know"
    }

    fn too_many_glyphs(&self, limit: &dyn Display) -> String {
        format!("glyphs > {limit}")
    }

    fn too_many_operations(&self, limit: &dyn Display) -> String {
        format!("operations > {limit}")
    }
}
