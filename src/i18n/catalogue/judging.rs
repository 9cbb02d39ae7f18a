//! What the rule engine adds to a rule's own words.

use std::fmt::Display;

/// What the rule engine adds to a rule's own words.
pub trait Judging {
    /// A difference that looks like an addend left out.
    fn left_out(&self, addend: &dyn Display) -> String;
    /// A difference that looks like an addend counted twice.
    fn counted_twice(&self, addend: &dyn Display) -> String;
    /// A number with zeros too many.
    fn times_too_large(&self, factor: &dyn Display) -> String;
    /// A number with zeros too few.
    fn times_too_small(&self, factor: &dyn Display) -> String;
    /// A number with neighbouring digits exchanged.
    fn digits_swapped(&self) -> &'static str;
    /// A number with another digit.
    fn digit_wrong(&self) -> &'static str;
    /// Nothing of a file could be judged.
    fn no_rule_ran(&self) -> &'static str;
    /// A rule took more steps than it may over a report.
    fn too_many_steps(&self) -> &'static str;
    /// A rule took more memory than it may at one place of a report.
    fn too_much_memory(&self) -> &'static str;
    /// What stands after the number of a rule's findings beyond those that are kept.
    fn not_shown(&self, count: usize) -> &'static str;
}
