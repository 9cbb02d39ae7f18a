//! What respondents are asked: they are written to in Norwegian alone.

use std::fmt::Display;

/// What respondents are asked: they are written to in Norwegian alone.
pub trait Letters {
    /// Where an answer stands.
    fn question_place(&self, title: &dyn Display) -> String;
    /// Where something stands that no question asked for.
    fn report_place(&self) -> &'static str;
    /// What a respondent is asked about one finding.
    fn ask(
        &self,
        place: &dyn Display,
        page: &dyn Display,
        printed: &dyn Display,
        message: &dyn Display,
    ) -> String;
    /// To somebody by name.
    fn greeting(&self, name: &dyn Display) -> String;
    /// To nobody by name.
    fn greeting_all(&self) -> &'static str;
    /// After the survey's name.
    fn exported(&self, date: &dyn Display) -> String;
    /// What a letter is about.
    fn opening(
        &self,
        survey: &dyn Display,
        exported: &dyn Display,
        respondent: &dyn Display,
    ) -> String;
    /// The subject of a letter.
    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String;
    /// Before the end of a letter.
    fn thanks(&self) -> &'static str;
    /// The end of a letter.
    fn regards(&self) -> &'static str;
    /// Before the page of a finding.
    fn fact_page(&self) -> &'static str;
    /// Before what is printed.
    fn fact_printed(&self) -> &'static str;
    /// Before what was expected.
    fn fact_expected(&self) -> &'static str;
    /// Above a letter.
    fn to(&self, name: &dyn Display) -> String;
    /// Before the name of a contact.
    fn contact(&self) -> &'static str;
    /// Before a telephone number.
    fn phone(&self) -> &'static str;
    /// Before an address.
    fn email(&self) -> &'static str;
}
