//! Why a file is no report that can be checked, and what to do.

use std::fmt::Display;

/// Why a file is no report that can be checked, and what to do.
pub trait Reading {
    /// There is nothing in the file.
    fn empty(&self) -> &'static str;
    /// The file is neither a PDF nor a text.
    fn unknown_format(&self) -> &'static str;
    /// The PDF has no end.
    fn truncated(&self) -> &'static str;
    /// The structure of the PDF is broken.
    fn broken(&self) -> &'static str;
    /// No password was given.
    fn encrypted(&self) -> &'static str;
    /// The password does not open the PDF.
    fn wrong_password(&self) -> &'static str;
    /// How long a file is.
    fn of_pages(&self, count: usize) -> String;
    /// The pages are pictures.
    fn no_text_layer(&self, pages: &dyn Display) -> String;
    /// The text of a scan was guessed.
    fn recognised(&self, pages: &dyn Display) -> String;
    /// Several pages stand on each sheet: two or four.
    fn sheets(&self, pages: usize) -> String;
    /// The text runs in two columns; the first page on which it does.
    fn columns(&self, page: &dyn Display) -> String;
    /// What parts the questions of a text is missing.
    fn unparted(&self) -> &'static str;
    /// Several reports are bound together; the pages on which others than the first begin.
    fn several_reports(&self, pages: &dyn Display) -> String;
    /// Most of the questions were misread; the first of them.
    fn layout_unknown(
        &self,
        misread: &dyn Display,
        questions: &dyn Display,
        first: &dyn Display,
    ) -> String;
    /// A text in which a program wrote question marks for letters.
    fn lost_letters(&self) -> &'static str;
    /// The file is a page of the web.
    fn web_page(&self) -> &'static str;
    /// The file is read, but something else.
    fn not_a_report(&self, pages: &dyn Display) -> String;
    /// A limit was met.
    fn limit(&self, what: &dyn Display, found: &dyn Display, limit: &dyn Display) -> String;
    /// What a limit counts.
    fn limited(&self, what: &str) -> String;
    /// Fonts that no font is like.
    fn widths(&self, page: &dyn Display, limit: &dyn Display) -> String;
    /// Reading was ended.
    fn failed(&self, what: &dyn Display) -> String;
    /// What ended it: the time.
    fn deadline(&self, seconds: &dyn Display) -> String;
    /// What ended it: the memory.
    fn memory(&self, megabytes: &dyn Display) -> String;
    /// What ended it: the depth.
    fn depth(&self) -> &'static str;
    /// What ended it: too many pages are lost.
    fn pages_lost(&self, lost: &dyn Display, pages: &dyn Display, why: &dyn Display) -> String;
    /// What ended it: a panic.
    fn panic(&self) -> &'static str;
    /// What ended it: the process went away.
    fn ended(&self, how: &dyn Display) -> String;
    /// What ended it: there was no process.
    fn not_started(&self, why: &dyn Display) -> String;
    /// Why a page is lost.
    fn content_damaged(&self) -> &'static str;
    /// Why a page is lost.
    fn content_missing(&self) -> &'static str;
    /// Why a page is lost.
    fn font_damaged(&self) -> &'static str;
    /// Why a page is lost.
    fn no_letters(&self) -> &'static str;
    /// Why a page is lost.
    fn picture_only(&self) -> &'static str;
    /// Why a page is lost.
    fn cropped(&self) -> &'static str;
    /// Why a page is lost.
    fn page_unknown(&self) -> &'static str;
    /// Why a page is lost: a limit, named as in the code.
    fn too_many_glyphs(&self, limit: &dyn Display) -> String;
    /// Why a page is lost: a limit, named as in the code.
    fn too_many_operations(&self, limit: &dyn Display) -> String;
}
