//! Mistakes in a configuration or a baseline, and what a baseline says.

use std::fmt::Display;

/// Mistakes in a configuration or a baseline, and what a baseline says.
pub trait Config {
    /// How many mistakes a file has.
    fn has_mistakes(&self, name: &dyn Display, count: usize) -> String;
    /// A key that is not known there.
    fn unknown_key(&self, key: &dyn Display) -> String;
    /// A key that must be there.
    fn missing_key(&self, key: &dyn Display) -> String;
    /// A text that must not be blank.
    fn empty(&self, key: &dyn Display) -> String;
    /// A value of another type.
    fn expected(&self, what: &dyn Display) -> String;
    /// A value that is none of those that exist.
    fn expected_one_of(&self, known: &dyn Display) -> String;
    /// What is expected: a text.
    fn a_text(&self) -> &'static str;
    /// What is expected: a whole number.
    fn a_whole_number(&self) -> &'static str;
    /// What is expected: a list of texts.
    fn a_list_of_texts(&self) -> &'static str;
    /// At a suppression without a finding.
    fn matches_nothing(&self) -> &'static str;
    /// Above all of them.
    fn unused_suppressions(&self) -> &'static str;
    /// The reason that is written for a finding.
    fn baseline_reason(&self) -> &'static str;
    /// What a baseline begins with.
    fn baseline_head(&self) -> &'static str;
    /// Parameters of a pack that has none.
    fn no_params(&self, pack: &dyn Display) -> String;
    /// A parameter that a pack does not have.
    fn no_param(&self, pack: &dyn Display, name: &dyn Display) -> String;
    /// A parameter of another type.
    fn other_type(&self, name: &dyn Display, value: &dyn Display) -> String;
    /// What a parameter can be.
    fn a_param(&self) -> &'static str;
    /// What is expected: a day.
    fn a_day(&self) -> &'static str;
    /// What is expected: a text or a list of texts.
    fn a_text_or_list(&self) -> &'static str;
    /// At a suppression whose day is past.
    fn expired(&self, day: &dyn Display) -> String;
    /// Above all of them.
    fn expired_suppressions(&self) -> &'static str;
    /// A value that is a day or a text.
    fn a_day_or_text(&self) -> &'static str;
}
