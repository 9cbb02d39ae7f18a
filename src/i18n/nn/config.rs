//! In nynorsk: mistakes in a configuration or a baseline, and what a baseline says.

use super::Nn;
use crate::i18n::catalogue::Config;
use std::fmt::Display;

impl Config for Nn {
    fn has_mistakes(&self, name: &dyn Display, count: usize) -> String {
        if count == 1 {
            format!("{name} har ein feil")
        } else {
            format!("{name} har {count} feil")
        }
    }

    fn unknown_key(&self, key: &dyn Display) -> String {
        format!("ukjend nøkkel «{key}»")
    }

    fn missing_key(&self, key: &dyn Display) -> String {
        format!("«{key}» manglar")
    }

    fn empty(&self, key: &dyn Display) -> String {
        format!("«{key}» er tom")
    }

    fn expected(&self, what: &dyn Display) -> String {
        format!("venta {what}")
    }

    fn expected_one_of(&self, known: &dyn Display) -> String {
        format!("venta ein av {known}")
    }

    fn a_text(&self) -> &'static str {
        "ein tekst"
    }

    fn a_whole_number(&self) -> &'static str {
        "eit heilt tal"
    }

    fn a_list_of_texts(&self) -> &'static str {
        "ei liste av tekstar"
    }

    fn matches_nothing(&self) -> &'static str {
        "treffer ingenting lenger"
    }

    fn unused_suppressions(&self) -> &'static str {
        "unntak som ikkje trengst lenger, kan fjernast"
    }

    fn baseline_reason(&self) -> &'static str {
        "Kjend då grunnlinja vart skriven."
    }

    fn baseline_head(&self) -> &'static str {
        "# Grunnlinje for dekom-lint: funn som er kjende frå før.\n# Skriv kvifor kvart av dei kan stå (reason).\n"
    }

    fn no_params(&self, pack: &dyn Display) -> String {
        format!("ingen pakke «{pack}» har parametrar")
    }

    fn no_param(&self, pack: &dyn Display, name: &dyn Display) -> String {
        format!("pakken {pack} har ingen parameter «{name}»")
    }

    fn other_type(&self, name: &dyn Display, value: &dyn Display) -> String {
        format!("«{name}» er av ein annan type i pakken, som har {value}")
    }

    fn a_param(&self) -> &'static str {
        "tekst, heiltal, true, false eller ei liste av slike"
    }

    fn a_day(&self) -> &'static str {
        "ein dag, til dømes 2026-12-31"
    }

    fn a_text_or_list(&self) -> &'static str {
        "ein tekst eller ei liste av tekstar"
    }

    fn expired(&self, day: &dyn Display) -> String {
        format!("gjaldt til og med {day}")
    }

    fn expired_suppressions(&self) -> &'static str {
        "unntak har gått ut, og funna blir rekna med igjen"
    }

    fn a_day_or_text(&self) -> &'static str {
        "ein dato (2026-02-01) eller ein tekst"
    }
}
