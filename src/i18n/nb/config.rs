//! In bokmål: mistakes in a configuration or a baseline, and what a baseline says.

use super::Nb;
use crate::i18n::catalogue::Config;
use std::fmt::Display;

impl Config for Nb {
    fn has_mistakes(&self, name: &dyn Display, count: usize) -> String {
        if count == 1 {
            format!("{name} har en feil")
        } else {
            format!("{name} har {count} feil")
        }
    }

    fn unknown_key(&self, key: &dyn Display) -> String {
        format!("ukjent nøkkel «{key}»")
    }

    fn missing_key(&self, key: &dyn Display) -> String {
        format!("«{key}» mangler")
    }

    fn empty(&self, key: &dyn Display) -> String {
        format!("«{key}» er tom")
    }

    fn expected(&self, what: &dyn Display) -> String {
        format!("ventet {what}")
    }

    fn expected_one_of(&self, known: &dyn Display) -> String {
        format!("ventet en av {known}")
    }

    fn a_text(&self) -> &'static str {
        "en tekst"
    }

    fn a_whole_number(&self) -> &'static str {
        "et helt tall"
    }

    fn a_list_of_texts(&self) -> &'static str {
        "en liste av tekster"
    }

    fn matches_nothing(&self) -> &'static str {
        "treffer ingenting lenger"
    }

    fn unused_suppressions(&self) -> &'static str {
        "unntak som ikke trengs lenger, kan fjernes"
    }

    fn baseline_reason(&self) -> &'static str {
        "Kjent da grunnlinjen ble skrevet."
    }

    fn baseline_head(&self) -> &'static str {
        "# Grunnlinje for dekom-lint: funn som er kjent fra før.\n# Skriv hvorfor hvert av dem kan stå (reason).\n"
    }

    fn no_params(&self, pack: &dyn Display) -> String {
        format!("ingen pakke «{pack}» har parametre")
    }

    fn no_param(&self, pack: &dyn Display, name: &dyn Display) -> String {
        format!("pakken {pack} har ingen parameter «{name}»")
    }

    fn other_type(&self, name: &dyn Display, value: &dyn Display) -> String {
        format!("«{name}» er av en annen type i pakken, som har {value}")
    }

    fn a_param(&self) -> &'static str {
        "tekst, heltall, true, false eller en liste av slike"
    }

    fn a_day(&self) -> &'static str {
        "en dag, for eksempel 2026-12-31"
    }

    fn a_text_or_list(&self) -> &'static str {
        "en tekst eller en liste av tekster"
    }

    fn expired(&self, day: &dyn Display) -> String {
        format!("gjaldt til og med {day}")
    }

    fn expired_suppressions(&self) -> &'static str {
        "unntak har gått ut, og funnene regnes med igjen"
    }

    fn a_day_or_text(&self) -> &'static str {
        "en dato (2026-02-01) eller en tekst"
    }
}
