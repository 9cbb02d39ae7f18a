//! In nynorsk: the words and types in what is said of rule files.

use super::Nn;
use crate::i18n::catalogue::Terms;
use std::fmt::Display;

impl Terms for Nn {
    fn rule(&self) -> &'static str {
        "ein regel"
    }

    fn rule_file(&self) -> &'static str {
        "ei regelfil"
    }

    fn template(&self) -> &'static str {
        "ein mal"
    }

    fn pack(&self) -> &'static str {
        "ei pakke"
    }

    fn pack_question(&self) -> &'static str {
        "eit spørsmål i pakka"
    }

    fn case(&self) -> &'static str {
        "eit døme"
    }

    fn label(&self) -> &'static str {
        "ein merkelapp"
    }

    fn asked(&self) -> &'static str {
        "ein tabell `asked`"
    }

    fn lets(&self) -> &'static str {
        "`let`"
    }

    fn languages(&self) -> &'static str {
        "ein tekst på fleire språk"
    }

    fn text(&self) -> &'static str {
        "ein tekst"
    }

    fn number(&self) -> &'static str {
        "eit tal"
    }

    fn count(&self) -> &'static str {
        "eit heilt tal frå 1 og oppover"
    }

    fn boolean(&self) -> &'static str {
        "true eller false"
    }

    fn list(&self) -> &'static str {
        "ei liste"
    }

    fn table(&self) -> &'static str {
        "ein tabell"
    }

    fn large_number(&self) -> &'static str {
        "eit tal som er for stort"
    }

    fn decimal_number(&self) -> &'static str {
        "eit tal med desimalar"
    }

    fn toml_day(&self) -> &'static str {
        "ein TOML-dato"
    }

    fn texts(&self) -> &'static str {
        "ei liste av tekstar"
    }

    fn tables(&self) -> &'static str {
        "ei liste av tabellar"
    }

    fn text_or_table(&self) -> &'static str {
        "ein tekst, eller ein tabell av tekstar med nb, nn og en"
    }

    fn constant(&self) -> &'static str {
        "ein tekst, eit heilt tal, true eller false, eller ei liste av eitt av dei"
    }

    fn anything(&self) -> &'static str {
        "kva som helst"
    }

    fn text_or_list(&self) -> &'static str {
        "ein tekst eller ei liste"
    }

    fn numbers(&self) -> &'static str {
        "ei liste av tal"
    }

    fn ordered(&self) -> &'static str {
        "ei liste av tal, tekstar eller dagar"
    }

    fn lists(&self) -> &'static str {
        "ei liste av lister"
    }

    fn parts(&self) -> &'static str {
        "ei liste av delar av rapporten"
    }

    fn item(&self) -> &'static str {
        "eit element i lista"
    }

    fn same_type(&self) -> &'static str {
        "same type"
    }

    fn deviation(&self) -> &'static str {
        "'sample' eller 'population'"
    }

    fn name(&self) -> &'static str {
        "eit namn"
    }

    fn value(&self) -> &'static str {
        "ein verdi"
    }

    fn operator_or_end(&self) -> &'static str {
        "ein operator eller slutten"
    }

    fn field_or_function(&self) -> &'static str {
        "eit felt eller ein funksjon"
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
        "heiltal"
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
        "ein tabell"
    }

    fn columns(&self) -> &'static str {
        "kolonnane"
    }

    fn ordered_one(&self) -> &'static str {
        "eit tal, ein tekst eller ein dag"
    }

    fn severity_when(&self) -> &'static str {
        "ein severity_when"
    }

    fn check(&self) -> &'static str {
        "ein kontroll"
    }

    fn whole_number(&self) -> &'static str {
        "eit heiltal"
    }
}
