//! In nynorsk: the letters to respondents.

use super::Nn;
use crate::i18n::catalogue::Letters;
use std::fmt::Display;

impl Letters for Nn {
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
                "Vi har gått gjennom rapporten «{survey}»{exported}, og har eit spørsmål til svara frå {respondent}."
            )
        } else {
            format!(
                "Vi har gått gjennom rapporten «{survey}»{exported}, og har {questions} spørsmål til svara frå {respondent}."
            )
        }
    }

    fn until(&self, day: &dyn Display) -> String {
        format!("Vi ber om svar innan {day}.")
    }

    fn deadline(&self, words: &dyn Display) -> String {
        format!("Svarfrist: {words}")
    }

    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String {
        format!("Spørsmål om svara frå {respondent}: {survey}")
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
        "De svara:"
    }

    fn thanks(&self) -> &'static str {
        "På førehand takk for hjelpa!"
    }

    fn regards(&self) -> &'static str {
        "Venleg helsing"
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
