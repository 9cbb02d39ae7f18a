//! In nynorsk: what the rule engine adds to a rule's own words.

use super::Nn;
use crate::i18n::agree;
use crate::i18n::catalogue::Judging;
use std::fmt::Display;

impl Judging for Nn {
    fn left_out(&self, addend: &dyn Display) -> String {
        format!("Skilnaden er lik eitt ledd ({addend}): det kan vere utelate.")
    }

    fn counted_twice(&self, addend: &dyn Display) -> String {
        format!("Skilnaden er lik eitt ledd ({addend}): det kan vere talt to gonger.")
    }

    fn times_too_large(&self, factor: &dyn Display) -> String {
        format!("Talet er {factor} gonger for stort.")
    }

    fn times_too_small(&self, factor: &dyn Display) -> String {
        format!("Talet er {factor} gonger for lite.")
    }

    fn digits_swapped(&self) -> &'static str {
        "To siffer ser ut til å vere bytte om."
    }

    fn digit_wrong(&self) -> &'static str {
        "Eitt siffer ser ut til å vere gale."
    }

    fn no_rule_ran(&self) -> &'static str {
        "Ingen regel kunne prøvast på denne fila."
    }

    fn too_many_steps(&self) -> &'static str {
        "regelen kravde fleire reknesteg enn ein rapport av denne storleiken gjev rom for"
    }

    fn too_much_memory(&self) -> &'static str {
        "regelen kravde meir minne enn ein regel får bruke på éin stad"
    }

    fn not_shown(&self, count: usize) -> &'static str {
        agree(
            count,
            "funn til blir ikkje vist",
            "funn til blir ikkje viste",
        )
    }
}
