//! In English: the letters to respondents.

use super::En;
use crate::i18n::catalogue::Letters;
use std::fmt::Display;

impl Letters for En {
    fn greeting(&self, name: &dyn Display) -> String {
        format!("Dear {name},")
    }

    fn greeting_all(&self) -> &'static str {
        "Hello,"
    }

    fn exported(&self, date: &dyn Display) -> String {
        format!(", exported on {date}")
    }

    fn opening(
        &self,
        survey: &dyn Display,
        exported: &dyn Display,
        respondent: &dyn Display,
        questions: usize,
    ) -> String {
        if questions == 1 {
            format!(
                "We have gone through the report “{survey}”{exported}, and have a question about the answers of {respondent}."
            )
        } else {
            format!(
                "We have gone through the report “{survey}”{exported}, and have {questions} questions about the answers of {respondent}."
            )
        }
    }

    fn until(&self, day: &dyn Display) -> String {
        format!("Please answer by {day}.")
    }

    fn deadline(&self, words: &dyn Display) -> String {
        format!("Deadline: {words}")
    }

    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String {
        format!("Questions about the answers of {respondent}: {survey}")
    }

    fn page(&self, page: &dyn Display) -> String {
        format!("page {page} of the report")
    }

    fn pages(&self, pages: &dyn Display) -> String {
        format!("pages {pages} of the report")
    }

    fn answer_number(&self, number: &dyn Display) -> String {
        format!("answer no. {number}")
    }

    fn quoted(&self, text: &dyn Display) -> String {
        format!("“{text}”")
    }

    fn you_answered(&self) -> &'static str {
        "You answered:"
    }

    fn thanks(&self) -> &'static str {
        "Thank you for your help!"
    }

    fn regards(&self) -> &'static str {
        "Kind regards"
    }

    fn to(&self, name: &dyn Display) -> String {
        format!("To: {name}")
    }

    fn contact(&self) -> &'static str {
        "Contact"
    }

    fn phone(&self) -> &'static str {
        "Telephone"
    }

    fn email(&self) -> &'static str {
        "E-mail"
    }
}
