//! In English: what several rooms say: severities, nouns, places.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::Words;
use std::fmt::Display;

impl Words for En {
    fn error(&self, count: usize) -> &'static str {
        agree(count, "error", "errors")
    }

    fn warning(&self, count: usize) -> &'static str {
        agree(count, "warning", "warnings")
    }

    fn note(&self, count: usize) -> &'static str {
        agree(count, "note", "notes")
    }

    fn file(&self, count: usize) -> &'static str {
        agree(count, "file", "files")
    }

    fn page(&self, count: usize) -> &'static str {
        agree(count, "page", "pages")
    }

    fn place(&self, count: usize) -> &'static str {
        agree(count, "place", "places")
    }

    fn at(&self, page: &dyn Display, line: &dyn Display) -> String {
        format!("page {page}, line {line}")
    }

    fn did_you_mean(&self, near: &dyn Display) -> String {
        format!("did you mean {near}?")
    }

    fn and(&self) -> &'static str {
        " and "
    }

    fn and_more(&self, count: &dyn Display) -> String {
        format!("and {count} more")
    }

    fn numbered(&self, name: &dyn Display, number: &dyn Display) -> String {
        format!("{name} (no. {number})")
    }

    fn code(&self) -> &'static str {
        "en"
    }

    fn whole_report(&self) -> &'static str {
        "The whole report"
    }

    fn seconds(&self, tenths: &dyn Display) -> String {
        format!("{tenths} s")
    }
}
