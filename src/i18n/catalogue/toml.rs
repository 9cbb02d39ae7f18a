//! What is wrong with a text that is no TOML.

use std::fmt::Display;

/// What is wrong with a text that is no TOML: behind `this is no TOML:`.
pub trait Toml {
    /// A text without its quotation mark at the end.
    fn text_not_ended(&self) -> &'static str;
    /// A text without its quotation mark at the start.
    fn text_not_begun(&self) -> &'static str;
    /// A text without quotation marks.
    fn text_not_quoted(&self) -> &'static str;
    /// A key without `=`.
    fn no_equals(&self) -> &'static str;
    /// More than one `=`.
    fn equals_too_many(&self) -> &'static str;
    /// A key without a value.
    fn no_value(&self) -> &'static str;
    /// A value without a key.
    fn no_key(&self) -> &'static str;
    /// A key with a sign that it may not have.
    fn odd_key(&self) -> &'static str;
    /// A key that stands twice.
    fn key_twice(&self) -> &'static str;
    /// A key below one that has a value.
    fn key_has_value(&self) -> &'static str;
    /// `[name` without `]`.
    fn heading_not_ended(&self) -> &'static str;
    /// A list without `]`.
    fn list_not_ended(&self) -> &'static str;
    /// A table on one line without `}`.
    fn table_not_ended(&self) -> &'static str;
    /// Two items of a list without a comma, or a list that does not end.
    fn no_comma_in_list(&self) -> &'static str;
    /// Two entries of a table without a comma, or a table that does not end.
    fn no_comma_in_table(&self) -> &'static str;
    /// More than one comma.
    fn comma_too_many(&self) -> &'static str;
    /// A backslash before what it does not go with.
    fn odd_escape(&self) -> &'static str;
    /// A number that is written otherwise.
    fn odd_number(&self) -> &'static str;
    /// A day that is none or written otherwise.
    fn odd_day(&self) -> &'static str;
    /// True or false, written otherwise.
    fn odd_boolean(&self) -> &'static str;
    /// Something behind a value.
    fn more_on_line(&self) -> &'static str;
    /// A sign that nobody sees.
    fn odd_sign(&self) -> &'static str;
    /// Lists and tables inside each other.
    fn too_deep(&self) -> &'static str;
    /// Anything else, with what the reader says of it in English.
    fn otherwise_broken(&self, why: &dyn Display) -> String;
}
