//! In nynorsk: what is wrong with a text that is no TOML.

use super::Nn;
use crate::i18n::catalogue::Toml;
use std::fmt::Display;

impl Toml for Nn {
    fn text_not_ended(&self) -> &'static str {
        "hermeteiknet bak teksten manglar"
    }

    fn text_not_begun(&self) -> &'static str {
        "hermeteiknet framfor teksten manglar"
    }

    fn text_not_quoted(&self) -> &'static str {
        "ein tekst skal stå mellom hermeteikn"
    }

    fn no_equals(&self) -> &'static str {
        "`=` manglar bak nøkkelen"
    }

    fn equals_too_many(&self) -> &'static str {
        "det står eitt `=` for mykje"
    }

    fn no_value(&self) -> &'static str {
        "verdien bak `=` manglar"
    }

    fn no_key(&self) -> &'static str {
        "her skulle namnet på ein nøkkel ha stått"
    }

    fn odd_key(&self) -> &'static str {
        "ein nøkkel har berre bokstavane a–z, tal, `-` og `_`, eller står mellom hermeteikn"
    }

    fn key_twice(&self) -> &'static str {
        "denne nøkkelen står her frå før"
    }

    fn key_has_value(&self) -> &'static str {
        "denne nøkkelen har ein verdi frå før, og kan ikkje ha andre nøklar under seg"
    }

    fn heading_not_ended(&self) -> &'static str {
        "`]` manglar bak namnet på tabellen"
    }

    fn list_not_ended(&self) -> &'static str {
        "`]` manglar bak lista"
    }

    fn table_not_ended(&self) -> &'static str {
        "`}` manglar bak tabellen"
    }

    fn no_comma_in_list(&self) -> &'static str {
        "her manglar eit komma, eller `]` bak lista"
    }

    fn no_comma_in_table(&self) -> &'static str {
        "her manglar eit komma, eller `}` bak tabellen"
    }

    fn comma_too_many(&self) -> &'static str {
        "det står eit komma for mykje"
    }

    fn odd_escape(&self) -> &'static str {
        "i ein tekst mellom \" tyder `\\` noko eige, og det som står bak han her, er ikkje eit slikt teikn"
    }

    fn odd_number(&self) -> &'static str {
        "talet er ikkje skrive som eit tal i TOML"
    }

    fn odd_day(&self) -> &'static str {
        "datoen finst ikkje eller er skriven annleis enn 2026-12-31"
    }

    fn odd_boolean(&self) -> &'static str {
        "ja og nei blir skrive `true` og `false`"
    }

    fn more_on_line(&self) -> &'static str {
        "det står noko meir på linja, bak verdien"
    }

    fn odd_sign(&self) -> &'static str {
        "her står eit usynleg teikn som TOML ikkje tek imot"
    }

    fn too_deep(&self) -> &'static str {
        "for mange lister og tabellar ligg inni kvarandre"
    }

    fn otherwise_broken(&self, why: &dyn Display) -> String {
        format!("dette kan ikkje lesast ({why})")
    }
}
