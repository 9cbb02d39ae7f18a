//! In bokmål: what the rule engine adds to a rule's own words.

use super::Nb;
use crate::i18n::catalogue::Judging;
use std::fmt::Display;

impl Judging for Nb {
    fn left_out(&self, addend: &dyn Display) -> String {
        format!("Differansen er lik ett ledd ({addend}): det kan være utelatt.")
    }

    fn counted_twice(&self, addend: &dyn Display) -> String {
        format!("Differansen er lik ett ledd ({addend}): det kan være talt to ganger.")
    }

    fn times_too_large(&self, factor: &dyn Display) -> String {
        format!("Tallet er {factor} ganger for stort.")
    }

    fn times_too_small(&self, factor: &dyn Display) -> String {
        format!("Tallet er {factor} ganger for lite.")
    }

    fn digits_swapped(&self) -> &'static str {
        "To sifre ser ut til å være byttet om."
    }

    fn digit_wrong(&self) -> &'static str {
        "Ett siffer ser ut til å være galt."
    }

    fn no_rule_ran(&self) -> &'static str {
        "Ingen regel kunne prøves på denne filen."
    }

    fn too_many_steps(&self) -> &'static str {
        "regelen krevde flere regnesteg enn en rapport av denne størrelsen gir rom for"
    }

    fn too_much_memory(&self) -> &'static str {
        "regelen krevde mer minne enn en regel får bruke på ett sted"
    }

    fn not_shown(&self, _count: usize) -> &'static str {
        "funn til vises ikke"
    }
}
