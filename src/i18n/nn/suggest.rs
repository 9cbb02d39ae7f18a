//! In nynorsk: what is said of checks that are proposed.

use super::Nn;
use crate::i18n::catalogue::Suggest;
use std::fmt::Display;

impl Suggest for Nn {
    fn proposed(&self) -> &'static str {
        "# Foreslått ut frå éin rapport: dette stemmer der, for alle eller så godt som alle, men er ikkje ein regel av den grunn.\n# Hald på det som er meint å gjelde, og skriv kvifor.\n\n"
    }

    fn holds(&self, held: &dyn Display, all: &dyn Display, support: &dyn Display) -> String {
        format!("Stemmer for {held} av {all}, og blir vist av {support}.")
    }

    fn add_up(&self, first: &dyn Display, second: &dyn Display, sum: &dyn Display) -> String {
        format!("«{first}» og «{second}» blir «{sum}».")
    }

    fn never_above(&self, low: &dyn Display, high: &dyn Display) -> String {
        format!("«{low}» er aldri større enn «{high}».")
    }

    fn copied(&self, one: &dyn Display, other: &dyn Display) -> String {
        format!("«{other}» er det same som «{one}», spurt éin gong til.")
    }

    fn make_hundred(&self, shares: &dyn Display) -> String {
        format!("{shares} blir 100 til saman.")
    }

    fn stands_alone(&self, option: &dyn Display) -> String {
        format!("«{option}» er aldri vald saman med noko anna.")
    }

    fn chosen_with(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("«{option}» er vald av dei som oppgjev «{title}», og berre av dei.")
    }

    fn hardly_ever_with(&self, option: &dyn Display) -> String {
        format!("«{option}» er så godt som aldri vald saman med noko anna.")
    }

    fn one_of(&self, options: &dyn Display) -> String {
        format!("{options}: berre éin av dei gjeld.")
    }

    fn answers_too(&self, number: &dyn Display, other: &dyn Display) -> String {
        format!("Dei som oppgjev «{number}», svarer på «{other}».")
    }

    fn at_least_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("«{part}» er minst {limit} prosent av «{whole}»: fleire ligg nøyaktig der.")
    }

    fn at_most_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("«{part}» er høgst {limit} prosent av «{whole}»: fleire ligg nøyaktig der.")
    }

    fn is_percent(&self, title: &dyn Display) -> String {
        format!("«{title}» er ein prosent, frå 0 til 100.")
    }

    fn opens(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("Dei som vel «{option}», svarer på «{title}», og berre dei.")
    }

    fn has_form(&self, title: &dyn Display, form: &str) -> String {
        format!("Svaret på «{title}» er {form}.")
    }

    fn form(&self, name: &str) -> &'static str {
        match name {
            "email" => "ei e-postadresse",
            "phone" => "eit telefonnummer",
            "mod11" => "eit nummer med kontrollsiffer",
            "date" => "ein dato",
            _ => "eit tal",
        }
    }

    fn all_add_up(&self, parts: &dyn Display, whole: &dyn Display) -> String {
        format!("{parts} blir «{whole}» til saman.")
    }

    fn as_many_names(&self, number: &dyn Display, list: &dyn Display) -> String {
        format!("«{list}» har like mange namn som «{number}» seier.")
    }
}
