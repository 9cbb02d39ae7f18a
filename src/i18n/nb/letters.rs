//! In bokmål: the letters to respondents.

use super::Nb;
use crate::i18n::catalogue::Letters;
use std::fmt::Display;

impl Letters for Nb {
    fn greeting(&self, name: &dyn Display) -> String {
        format!("Hei, {name}!")
    }

    fn greeting_all(&self) -> &'static str {
        "Hei!"
    }

    fn exported(&self, date: &dyn Display) -> String {
        format!(", eksportert {date}")
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
                "Vi har gått gjennom rapporten «{survey}»{exported}, og har et spørsmål til svarene fra {respondent}."
            )
        } else {
            format!(
                "Vi har gått gjennom rapporten «{survey}»{exported}, og har {questions} spørsmål til svarene fra {respondent}."
            )
        }
    }

    fn until(&self, day: &dyn Display) -> String {
        format!("Vi ber om svar innen {day}.")
    }

    fn deadline(&self, words: &dyn Display) -> String {
        format!("Svarfrist: {words}")
    }

    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String {
        format!("Spørsmål om svarene fra {respondent}: {survey}")
    }

    fn page(&self, page: &dyn Display) -> String {
        format!("side {page} i rapporten")
    }

    fn pages(&self, pages: &dyn Display) -> String {
        format!("sidene {pages} i rapporten")
    }

    fn answer_number(&self, number: &dyn Display) -> String {
        format!("svar nr. {number}")
    }

    fn quoted(&self, text: &dyn Display) -> String {
        format!("«{text}»")
    }

    fn you_answered(&self) -> &'static str {
        "Dere svarte:"
    }

    fn thanks(&self) -> &'static str {
        "På forhånd takk for hjelpen!"
    }

    fn regards(&self) -> &'static str {
        "Vennlig hilsen"
    }

    fn to(&self, name: &dyn Display) -> String {
        format!("Til: {name}")
    }

    fn contact(&self) -> &'static str {
        "Kontaktperson"
    }

    fn phone(&self) -> &'static str {
        "Telefon"
    }

    fn email(&self) -> &'static str {
        "E-post"
    }
}
