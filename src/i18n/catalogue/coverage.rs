//! What became of the digits of a report, and why places could not be judged.

use std::fmt::Display;

/// What became of the digits of a report, and why places could not be judged.
pub trait Coverage {
    /// Digits that number a page.
    fn page_number(&self) -> &'static str;
    /// Digits in a header, a footer or a stamp.
    fn running_line(&self) -> &'static str;
    /// Digits that number a line, in the margin.
    fn line_number(&self) -> &'static str;
    /// Digits of the day of the export.
    fn date(&self) -> &'static str;
    /// Digits in the title of the survey or of a question.
    fn title(&self) -> &'static str;
    /// Digits in a name.
    fn name(&self) -> &'static str;
    /// Digits in an option.
    fn option(&self) -> &'static str;
    /// Digits of a telephone number.
    fn telephone(&self) -> &'static str;
    /// Digits in what someone wrote.
    fn prose(&self) -> &'static str;
    /// Digits on a page that is another one's copy.
    fn repeated_page(&self) -> &'static str;
    /// A figure of only rules that are switched off.
    fn switched_off(&self) -> &'static str;
    /// Places that could not be judged, after their count.
    fn not_judged(&self, count: usize) -> &'static str;
    /// Those with the reason: what, why.
    fn because(&self, places: &dyn Display, why: &dyn Display) -> String;
    /// Why: a printed value was not read.
    fn unread_value(&self) -> &'static str;
    /// Why: an answer was not read.
    fn uncertain_answer(&self) -> &'static str;
    /// Why: what the rule needs is not whole.
    fn needs(&self) -> &'static str;
    /// Why: the report lacks the question.
    fn no_such_question(&self) -> &'static str;
    /// Why: the respondent did not answer what the rule asks about.
    fn no_answer(&self) -> &'static str;
    /// Why: several answers could be meant.
    fn ambiguous(&self) -> &'static str;
    /// Why: there is nothing to compare with.
    fn no_previous(&self) -> &'static str;
    /// Why: a table has no file.
    fn no_table(&self) -> &'static str;
    /// Why: a list is too short.
    fn no_such_item(&self) -> &'static str;
    /// Why: arithmetic that has no result.
    fn undefined(&self) -> &'static str;
    /// Why: what is at fault is not printed.
    fn not_printed(&self) -> &'static str;
    /// In the explanation of a rule: heading of the reasons for which it may not judge a place.
    fn reasons(&self) -> &'static str;
}
