//! What several rooms say: severities, nouns, places.

use std::fmt::Display;

/// What several rooms say: severities, nouns, places.
pub trait Words {
    /// An error, or several.
    fn error(&self, count: usize) -> &'static str;
    /// A warning, or several.
    fn warning(&self, count: usize) -> &'static str;
    /// A note, or several.
    fn note(&self, count: usize) -> &'static str;
    /// A file, or several.
    fn file(&self, count: usize) -> &'static str;
    /// A page, or several.
    fn page(&self, count: usize) -> &'static str;
    /// A place in a report, or several.
    fn place(&self, count: usize) -> &'static str;
    /// Where something stands.
    fn at(&self, page: &dyn Display, line: &dyn Display) -> String;
    /// A name that is near to one that nothing has.
    fn did_you_mean(&self, near: &dyn Display) -> String;
    /// Before the last item of a list.
    fn and(&self) -> &'static str;
    /// In place of the items of a list that are left out.
    fn and_more(&self, count: &dyn Display) -> String;
    /// A name that stands several times, and which of them it is.
    fn numbered(&self, name: &dyn Display, number: &dyn Display) -> String;
    /// The language's code, as HTML and SARIF have it.
    fn code(&self) -> &'static str;
    /// In place of a question, where something is about none.
    fn whole_report(&self) -> &'static str;
    /// A time, printed with its decimals.
    fn seconds(&self, tenths: &dyn Display) -> String;
}
