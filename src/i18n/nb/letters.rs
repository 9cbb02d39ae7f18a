//! In bokmål: what respondents are asked: they are written to in Norwegian alone.

use super::Nb;
use crate::i18n::catalogue::Letters;
use std::fmt::Display;

impl Letters for Nb {
    fn question_place(&self, title: &dyn Display) -> String {
        format!("På spørsmålet «{title}»")
    }

    fn report_place(&self) -> &'static str {
        "I rapporten"
    }

    fn ask(
        &self,
        place: &dyn Display,
        page: &dyn Display,
        printed: &dyn Display,
        message: &dyn Display,
    ) -> String {
        format!(
            "{place} (side {page}) står det «{printed}». {message} Kan dere se på dette og gi oss beskjed om hva som er riktig?"
        )
    }

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
    ) -> String {
        format!(
            "Vi har gått gjennom rapporten «{survey}»{exported}, og har noen spørsmål om svarene fra {respondent}. Kan dere se på punktene under og gi oss beskjed om hva som er riktig?"
        )
    }

    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String {
        format!("Spørsmål om svarene fra {respondent}: {survey}")
    }

    fn thanks(&self) -> &'static str {
        "På forhånd takk for hjelpen!"
    }

    fn regards(&self) -> &'static str {
        "Vennlig hilsen"
    }

    fn fact_page(&self) -> &'static str {
        "Side"
    }

    fn fact_printed(&self) -> &'static str {
        "Det står"
    }

    fn fact_expected(&self) -> &'static str {
        "Vi ventet"
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
