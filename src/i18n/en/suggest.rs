//! In English: what is said of checks that are proposed.

use super::En;
use crate::i18n::catalogue::Suggest;
use std::fmt::Display;

impl Suggest for En {
    fn proposed(&self) -> &'static str {
        "# Proposed from one report: each of these holds there, for all or nearly all, which does not make it a rule.\n# Keep what is meant to hold, and say why.\n\n"
    }

    fn holds(&self, held: &dyn Display, all: &dyn Display, support: &dyn Display) -> String {
        format!("Holds for {held} of {all}, and {support} show it.")
    }

    fn add_up(&self, first: &dyn Display, second: &dyn Display, sum: &dyn Display) -> String {
        format!("“{first}” and “{second}” make “{sum}”.")
    }

    fn never_above(&self, low: &dyn Display, high: &dyn Display) -> String {
        format!("“{low}” is never above “{high}”.")
    }

    fn copied(&self, one: &dyn Display, other: &dyn Display) -> String {
        format!("“{other}” is the same as “{one}”, asked once more.")
    }

    fn make_hundred(&self, shares: &dyn Display) -> String {
        format!("{shares} make 100 together.")
    }

    fn stands_alone(&self, option: &dyn Display) -> String {
        format!("“{option}” is never chosen with another option.")
    }

    fn chosen_with(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("“{option}” is chosen by those who state “{title}”, and by them alone.")
    }

    fn hardly_ever_with(&self, option: &dyn Display) -> String {
        format!("“{option}” is hardly ever chosen with another option.")
    }

    fn one_of(&self, options: &dyn Display) -> String {
        format!("{options}: only one of them applies.")
    }

    fn answers_too(&self, number: &dyn Display, other: &dyn Display) -> String {
        format!("Those who state “{number}” answer “{other}”.")
    }

    fn at_least_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("“{part}” is at least {limit} per cent of “{whole}”: several lie exactly there.")
    }

    fn at_most_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String {
        format!("“{part}” is at most {limit} per cent of “{whole}”: several lie exactly there.")
    }

    fn is_percent(&self, title: &dyn Display) -> String {
        format!("“{title}” is a per cent, from 0 to 100.")
    }

    fn opens(&self, option: &dyn Display, title: &dyn Display) -> String {
        format!("Those who choose “{option}” answer “{title}”, and they alone.")
    }

    fn has_form(&self, title: &dyn Display, form: &str) -> String {
        format!("The answer to “{title}” is {form}.")
    }

    fn form(&self, name: &str) -> &'static str {
        match name {
            "email" => "an e-mail address",
            "phone" => "a telephone number",
            "mod11" => "a number with a check digit",
            "date" => "a date",
            _ => "a number",
        }
    }

    fn all_add_up(&self, parts: &dyn Display, whole: &dyn Display) -> String {
        format!("{parts} make “{whole}” together.")
    }

    fn as_many_names(&self, number: &dyn Display, list: &dyn Display) -> String {
        format!("“{list}” has as many names as “{number}” says.")
    }
}
