//! In bokmål: what is wrong with a text that is no TOML.

use super::Nb;
use crate::i18n::catalogue::Toml;
use std::fmt::Display;

impl Toml for Nb {
    fn text_not_ended(&self) -> &'static str {
        "anførselstegnet bak teksten mangler"
    }

    fn text_not_begun(&self) -> &'static str {
        "anførselstegnet foran teksten mangler"
    }

    fn text_not_quoted(&self) -> &'static str {
        "en tekst skal stå mellom anførselstegn"
    }

    fn no_equals(&self) -> &'static str {
        "`=` mangler bak nøkkelen"
    }

    fn equals_too_many(&self) -> &'static str {
        "det står ett `=` for mye"
    }

    fn no_value(&self) -> &'static str {
        "verdien bak `=` mangler"
    }

    fn no_key(&self) -> &'static str {
        "her skulle navnet på en nøkkel ha stått"
    }

    fn odd_key(&self) -> &'static str {
        "en nøkkel har bare bokstavene a–z, tall, `-` og `_`, eller står mellom anførselstegn"
    }

    fn key_twice(&self) -> &'static str {
        "denne nøkkelen står her fra før"
    }

    fn key_has_value(&self) -> &'static str {
        "denne nøkkelen har en verdi fra før, og kan ikke ha andre nøkler under seg"
    }

    fn heading_not_ended(&self) -> &'static str {
        "`]` mangler bak navnet på tabellen"
    }

    fn list_not_ended(&self) -> &'static str {
        "`]` mangler bak listen"
    }

    fn table_not_ended(&self) -> &'static str {
        "`}` mangler bak tabellen"
    }

    fn no_comma_in_list(&self) -> &'static str {
        "her mangler et komma, eller `]` bak listen"
    }

    fn no_comma_in_table(&self) -> &'static str {
        "her mangler et komma, eller `}` bak tabellen"
    }

    fn comma_too_many(&self) -> &'static str {
        "det står et komma for mye"
    }

    fn odd_escape(&self) -> &'static str {
        "i en tekst mellom \" betyr `\\` noe eget, og det som står bak den her, er ikke et slikt tegn"
    }

    fn odd_number(&self) -> &'static str {
        "tallet er ikke skrevet som et tall i TOML"
    }

    fn odd_day(&self) -> &'static str {
        "datoen finnes ikke eller er skrevet annerledes enn 2026-12-31"
    }

    fn odd_boolean(&self) -> &'static str {
        "ja og nei skrives `true` og `false`"
    }

    fn more_on_line(&self) -> &'static str {
        "det står noe mer på linjen, bak verdien"
    }

    fn odd_sign(&self) -> &'static str {
        "her står et usynlig tegn som TOML ikke tar imot"
    }

    fn too_deep(&self) -> &'static str {
        "for mange lister og tabeller ligger inni hverandre"
    }

    fn otherwise_broken(&self, why: &dyn Display) -> String {
        format!("dette kan ikke leses ({why})")
    }
}
