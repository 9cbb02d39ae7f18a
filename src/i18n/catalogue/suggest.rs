//! What is said of checks that are proposed.

use std::fmt::Display;

/// What is said of checks that are proposed.
pub trait Suggest {
    /// What proposed rules begin with.
    fn proposed(&self) -> &'static str;
    /// How well a proposal is supported.
    fn holds(&self, held: &dyn Display, all: &dyn Display, support: &dyn Display) -> String;
    /// A proposal: two questions add up to a third.
    fn add_up(&self, first: &dyn Display, second: &dyn Display, sum: &dyn Display) -> String;
    /// A proposal: a number is part of another one.
    fn never_above(&self, low: &dyn Display, high: &dyn Display) -> String;
    /// A proposal: what was answered once is answered again.
    fn copied(&self, one: &dyn Display, other: &dyn Display) -> String;
    /// A proposal: shares that make 100.
    fn make_hundred(&self, shares: &dyn Display) -> String;
    /// A proposal: an option that is never chosen with another.
    fn stands_alone(&self, option: &dyn Display) -> String;
    /// A proposal: an option and a number.
    fn chosen_with(&self, option: &dyn Display, title: &dyn Display) -> String;
    /// A proposal: an option that hardly anyone chose with another.
    fn hardly_ever_with(&self, option: &dyn Display) -> String;
    /// A proposal: options of which one applies.
    fn one_of(&self, options: &dyn Display) -> String;
    /// A proposal: who states a number answers another question.
    fn answers_too(&self, number: &dyn Display, other: &dyn Display) -> String;
    /// A proposal: a share that is never lower.
    fn at_least_share(
        &self,
        part: &dyn Display,
        limit: &dyn Display,
        whole: &dyn Display,
    ) -> String;
    /// A proposal: a share that is never higher.
    fn at_most_share(&self, part: &dyn Display, limit: &dyn Display, whole: &dyn Display)
    -> String;
    /// A proposal: a number is a per cent.
    fn is_percent(&self, title: &dyn Display) -> String;
    /// A proposal: an option and the question that goes with it.
    fn opens(&self, option: &dyn Display, title: &dyn Display) -> String;
    /// A proposal: texts of one form.
    fn has_form(&self, title: &dyn Display, form: &str) -> String;
    /// What a text is that has the form of this name.
    fn form(&self, name: &str) -> &'static str;
    /// A proposal: several numbers make another one.
    fn all_add_up(&self, parts: &dyn Display, whole: &dyn Display) -> String;
    /// A proposal: names are counted by a number.
    fn as_many_names(&self, number: &dyn Display, list: &dyn Display) -> String;
}
