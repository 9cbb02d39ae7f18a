//! In bokmål: what is said of checks that are proposed.

use super::Nb;
use crate::i18n::catalogue::Suggest;
use std::fmt::Display;

impl Suggest for Nb {
    fn proposed(&self) -> &'static str {
        "# Foreslått ut fra én rapport: dette stemmer der, for alle eller så godt som alle, men er ikke en regel av den grunn.\n# Behold det som er ment å gjelde, og skriv hvorfor.\n\n"
    }

    fn holds(&self, held: &dyn Display, all: &dyn Display, support: &dyn Display) -> String {
        format!("Stemmer for {held} av {all}, og vises av {support}.")
    }

    fn add_up(&self, first: &dyn Display, second: &dyn Display, sum: &dyn Display) -> String {
        format!("«{first}» og «{second}» blir «{sum}».")
    }

    fn never_above(&self, low: &dyn Display, high: &dyn Display) -> String {
        format!("«{low}» er aldri større enn «{high}».")
    }

    fn copied(&self, one: &dyn Display, other: &dyn Display) -> String {
        format!("«{other}» er det samme som «{one}», spurt en gang til.")
    }

    fn make_hundred(&self, shares: &dyn Display) -> String {
        format!("{shares} blir 100 til sammen.")
    }

    fn stands_alone(&self, option: &dyn Display) -> String {
        format!("«{option}» er aldri valgt sammen med noe annet.")
    }

    fn chosen_with(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("«{option}» er valgt av dem som oppgir «{title}», og bare av dem.")
    }

    fn hardly_ever_with(&self, option: &dyn Display) -> String {
        format!("«{option}» er så godt som aldri valgt sammen med noe annet.")
    }

    fn one_of(&self, options: &dyn Display) -> String {
        format!("{options}: bare én av dem gjelder.")
    }

    fn answers_too(&self, number: &dyn Display, other: &dyn Display) -> String {
        format!("De som oppgir «{number}», svarer på «{other}».")
    }

    fn at_least_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("«{part}» er minst {limit} prosent av «{whole}»: flere ligger nøyaktig der.")
    }

    fn at_most_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("«{part}» er høyst {limit} prosent av «{whole}»: flere ligger nøyaktig der.")
    }

    fn is_percent(&self, title: &dyn Display) -> String {
        format!("«{title}» er en prosent, fra 0 til 100.")
    }

    fn opens(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("De som velger «{option}», svarer på «{title}», og bare de.")
    }

    fn has_form(&self, title: &dyn Display, form: &str) -> String {
        format!("Svaret på «{title}» er {form}.")
    }

    fn form(&self, name: &str) -> &'static str {
        match name {
            "email" => "en e-postadresse",
            "phone" => "et telefonnummer",
            "mod11" => "et nummer med kontrollsiffer",
            "date" => "en dato",
            _ => "et tall",
        }
    }

    fn all_add_up(&self, parts: &dyn Display, whole: &dyn Display) -> String {
        format!("{parts} blir «{whole}» til sammen.")
    }

    fn as_many_names(&self, number: &dyn Display, list: &dyn Display) -> String {
        format!("«{list}» har like mange navn som «{number}» sier.")
    }
}
