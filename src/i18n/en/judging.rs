//! In English: what the rule engine adds to a rule's own words.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::Judging;
use std::fmt::Display;

impl Judging for En {
    fn left_out(&self, addend: &dyn Display) -> String {
        format!("The difference equals one addend ({addend}): it may have been left out.")
    }

    fn counted_twice(&self, addend: &dyn Display) -> String {
        format!("The difference equals one addend ({addend}): it may be counted twice.")
    }

    fn times_too_large(&self, factor: &dyn Display) -> String {
        format!("The number is {factor} times too large.")
    }

    fn times_too_small(&self, factor: &dyn Display) -> String {
        format!("The number is {factor} times too small.")
    }

    fn digits_swapped(&self) -> &'static str {
        "Two digits seem to be swapped."
    }

    fn digit_wrong(&self) -> &'static str {
        "One digit seems to be wrong."
    }

    fn no_rule_ran(&self) -> &'static str {
        "No rule could be evaluated on this file."
    }

    fn too_many_steps(&self) -> &'static str {
        "the rule needed more steps than a report of this size allows"
    }

    fn too_much_memory(&self) -> &'static str {
        "the rule needed more memory than a rule may use at one place"
    }

    fn not_shown(&self, count: usize) -> &'static str {
        agree(
            count,
            "more finding is not shown",
            "more findings are not shown",
        )
    }
}
