//! In English: what is wrong with a text that is no TOML.

use super::En;
use crate::i18n::catalogue::Toml;
use std::fmt::Display;

impl Toml for En {
    fn text_not_ended(&self) -> &'static str {
        "the quotation mark behind the text is missing"
    }

    fn text_not_begun(&self) -> &'static str {
        "the quotation mark before the text is missing"
    }

    fn text_not_quoted(&self) -> &'static str {
        "a text has to stand between quotation marks"
    }

    fn no_equals(&self) -> &'static str {
        "`=` is missing behind the key"
    }

    fn equals_too_many(&self) -> &'static str {
        "there is one `=` too many"
    }

    fn no_value(&self) -> &'static str {
        "the value behind `=` is missing"
    }

    fn no_key(&self) -> &'static str {
        "the name of a key is missing here"
    }

    fn odd_key(&self) -> &'static str {
        "a key has the letters a–z, digits, `-` and `_` alone, or stands between quotation marks"
    }

    fn key_twice(&self) -> &'static str {
        "this key stands here already"
    }

    fn key_has_value(&self) -> &'static str {
        "this key has a value already, and can have no keys below it"
    }

    fn heading_not_ended(&self) -> &'static str {
        "`]` is missing behind the name of the table"
    }

    fn list_not_ended(&self) -> &'static str {
        "`]` is missing behind the list"
    }

    fn table_not_ended(&self) -> &'static str {
        "`}` is missing behind the table"
    }

    fn no_comma_in_list(&self) -> &'static str {
        "a comma is missing here, or `]` behind the list"
    }

    fn no_comma_in_table(&self) -> &'static str {
        "a comma is missing here, or `}` behind the table"
    }

    fn comma_too_many(&self) -> &'static str {
        "there is one comma too many"
    }

    fn odd_escape(&self) -> &'static str {
        "in a text between \" a `\\` has a meaning of its own, and what follows it here is no such sign"
    }

    fn odd_number(&self) -> &'static str {
        "the number is not written as TOML writes numbers"
    }

    fn odd_day(&self) -> &'static str {
        "there is no such date, or it is written otherwise than 2026-12-31"
    }

    fn odd_boolean(&self) -> &'static str {
        "yes and no are written `true` and `false`"
    }

    fn more_on_line(&self) -> &'static str {
        "something stands on the line behind the value"
    }

    fn odd_sign(&self) -> &'static str {
        "an invisible sign stands here that TOML does not take"
    }

    fn too_deep(&self) -> &'static str {
        "too many lists and tables lie inside each other"
    }

    fn otherwise_broken(&self, why: &dyn Display) -> String {
        format!("this cannot be read ({why})")
    }
}
