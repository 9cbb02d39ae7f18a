//! In nynorsk: what respondents are asked: they are written to in Norwegian alone.

use super::Nn;
use crate::i18n::catalogue::Letters;
use std::fmt::Display;

impl Letters for Nn {
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
            "{place} (side {page}) står det «{printed}». {message} Kan de sjå på dette og gje oss beskjed om kva som er rett?"
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
            "Vi har gått gjennom rapporten «{survey}»{exported}, og har nokre spørsmål om svara frå {respondent}. Kan de sjå på punkta under og gje oss beskjed om kva som er rett?"
        )
    }

    fn subject(&self, respondent: &dyn Display, survey: &dyn Display) -> String {
        format!("Spørsmål om svara frå {respondent}: {survey}")
    }

    fn thanks(&self) -> &'static str {
        "På førehand takk for hjelpa!"
    }

    fn regards(&self) -> &'static str {
        "Venleg helsing"
    }

    fn fact_page(&self) -> &'static str {
        "Side"
    }

    fn fact_printed(&self) -> &'static str {
        "Det står"
    }

    fn fact_expected(&self) -> &'static str {
        "Vi venta"
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
