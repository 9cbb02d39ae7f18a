//! The letters to respondents.

use std::fmt::Display;

/// The letters to respondents.
pub trait Letters {
    /// To somebody by name.
    fn greeting(&self, name: &dyn Display) -> String;
    /// To nobody by name.
    fn greeting_all(&self) -> &'static str;
    /// After the survey's name.
    fn exported(&self, date: &dyn Display) -> String;
    /// What a letter with so many questions is about.
    fn opening(
        &self,
        survey: &dyn Display,
        exported: &dyn Display,
        respondent: &dyn Display,
        questions: usize,
    ) -> String;
    /// The day until which an answer is asked for.
    fn until(&self, day: &dyn Display) -> String;
    /// The same, in the sender's own words.
    fn deadline(&self, words: &dyn Display) -> String;
    /// The subject of a letter.
    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String;
    /// Where a question stands in the report, that the reader does not have.
    fn page(&self, page: &dyn Display) -> String;
    /// Where something stands that stands on several pages.
    fn pages(&self, pages: &dyn Display) -> String;
    /// Which of the respondent's answers to a question it is, where it has several.
    fn answer_number(&self, number: &dyn Display) -> String;
    /// What somebody wrote, in quotation marks.
    fn quoted(&self, text: &dyn Display) -> String;
    /// Before what the respondent answered.
    fn you_answered(&self) -> &'static str;
    /// Before the end of a letter.
    fn thanks(&self) -> &'static str;
    /// The end of a letter.
    fn regards(&self) -> &'static str;
    /// Above a letter.
    fn to(&self, name: &dyn Display) -> String;
    /// Before the name of a contact.
    fn contact(&self) -> &'static str;
    /// Before a telephone number.
    fn phone(&self) -> &'static str;
    /// Before an address.
    fn email(&self) -> &'static str;
}
