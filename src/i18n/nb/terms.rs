//! In bokmål: the words and types in what is said of rule files.

use super::Nb;
use crate::i18n::catalogue::Terms;
use std::fmt::Display;

impl Terms for Nb {
    fn rule(&self) -> &'static str {
        "en regel"
    }

    fn rule_file(&self) -> &'static str {
        "en regelfil"
    }

    fn template(&self) -> &'static str {
        "en mal"
    }

    fn pack(&self) -> &'static str {
        "en pakke"
    }

    fn pack_question(&self) -> &'static str {
        "et spørsmål i pakken"
    }

    fn case(&self) -> &'static str {
        "et eksempel"
    }

    fn label(&self) -> &'static str {
        "en merkelapp"
    }

    fn asked(&self) -> &'static str {
        "en tabell `asked`"
    }

    fn lets(&self) -> &'static str {
        "`let`"
    }

    fn languages(&self) -> &'static str {
        "en tekst på flere språk"
    }

    fn text(&self) -> &'static str {
        "en tekst"
    }

    fn number(&self) -> &'static str {
        "et tall"
    }

    fn count(&self) -> &'static str {
        "et helt tall fra 1 og oppover"
    }

    fn boolean(&self) -> &'static str {
        "true eller false"
    }

    fn list(&self) -> &'static str {
        "en liste"
    }

    fn table(&self) -> &'static str {
        "en tabell"
    }

    fn large_number(&self) -> &'static str {
        "et tall som er for stort"
    }

    fn decimal_number(&self) -> &'static str {
        "et tall med desimaler"
    }

    fn toml_day(&self) -> &'static str {
        "en TOML-dato"
    }

    fn texts(&self) -> &'static str {
        "en liste av tekster"
    }

    fn tables(&self) -> &'static str {
        "en liste av tabeller"
    }

    fn text_or_table(&self) -> &'static str {
        "en tekst, eller en tabell av tekster med nb, nn og en"
    }

    fn constant(&self) -> &'static str {
        "en tekst, et helt tall, true eller false, eller en liste av ett av dem"
    }

    fn anything(&self) -> &'static str {
        "hva som helst"
    }

    fn text_or_list(&self) -> &'static str {
        "en tekst eller en liste"
    }

    fn numbers(&self) -> &'static str {
        "en liste av tall"
    }

    fn ordered(&self) -> &'static str {
        "en liste av tall, tekster eller dager"
    }

    fn lists(&self) -> &'static str {
        "en liste av lister"
    }

    fn parts(&self) -> &'static str {
        "en liste av deler av rapporten"
    }

    fn item(&self) -> &'static str {
        "et element i listen"
    }

    fn same_type(&self) -> &'static str {
        "samme type"
    }

    fn deviation(&self) -> &'static str {
        "'sample' eller 'population'"
    }

    fn name(&self) -> &'static str {
        "et navn"
    }

    fn value(&self) -> &'static str {
        "en verdi"
    }

    fn operator_or_end(&self) -> &'static str {
        "en operator eller slutten"
    }

    fn field_or_function(&self) -> &'static str {
        "et felt eller en funksjon"
    }

    fn quoted(&self, sign: &dyn Display) -> String {
        format!("`{sign}`")
    }

    fn either(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("`{first}` eller `{second}`")
    }

    fn bool(&self) -> &'static str {
        "sann/usann"
    }

    fn int(&self) -> &'static str {
        "heltall"
    }

    fn ratio(&self) -> &'static str {
        "brøk"
    }

    fn string(&self) -> &'static str {
        "tekst"
    }

    fn date(&self) -> &'static str {
        "dato"
    }

    fn or_null(&self, ty: &dyn Display) -> String {
        format!("{ty} eller null")
    }

    fn list_of(&self, ty: &dyn Display) -> String {
        format!("liste av {ty}")
    }

    fn or(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("{first} eller {second}")
    }

    fn here(&self) -> &'static str {
        "her"
    }

    fn pack_table(&self) -> &'static str {
        "en tabell"
    }

    fn columns(&self) -> &'static str {
        "kolonnene"
    }

    fn ordered_one(&self) -> &'static str {
        "et tall, en tekst eller en dag"
    }

    fn severity_when(&self) -> &'static str {
        "en severity_when"
    }

    fn check(&self) -> &'static str {
        "en kontroll"
    }

    fn whole_number(&self) -> &'static str {
        "et heltall"
    }
}
