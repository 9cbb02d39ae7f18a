//! In bokmål: what several rooms say: severities, nouns, places.

use super::Nb;
use crate::i18n::agree;
use crate::i18n::catalogue::Words;
use std::fmt::Display;

impl Words for Nb {
    fn error(&self, count: usize) -> &'static str {
        agree(count, "feil", "feil")
    }

    fn warning(&self, count: usize) -> &'static str {
        agree(count, "advarsel", "advarsler")
    }

    fn note(&self, count: usize) -> &'static str {
        agree(count, "merknad", "merknader")
    }

    fn file(&self, count: usize) -> &'static str {
        agree(count, "fil", "filer")
    }

    fn page(&self, count: usize) -> &'static str {
        agree(count, "side", "sider")
    }

    fn place(&self, count: usize) -> &'static str {
        agree(count, "sted", "steder")
    }

    fn at(&self, page: &dyn Display, line: &dyn Display) -> String {
        format!("side {page}, linje {line}")
    }

    fn did_you_mean(&self, near: &dyn Display) -> String {
        format!("mente du {near}?")
    }

    fn and(&self) -> &'static str {
        " og "
    }

    fn and_more(&self, count: &dyn Display) -> String {
        format!("og {count} til")
    }

    fn numbered(&self, name: &dyn Display, number: &dyn Display) -> String {
        format!("{name} (nr. {number})")
    }

    fn code(&self) -> &'static str {
        "nb"
    }

    fn whole_report(&self) -> &'static str {
        "Hele rapporten"
    }

    fn seconds(&self, tenths: &dyn Display) -> String {
        format!("{tenths} s")
    }
}
