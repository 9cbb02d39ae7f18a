//! A check on its way to a rule.

use super::super::fields::Reader;
use super::super::pack::Pack;
use crate::rules::lang::check::Context;

/// A check that is read: its table, and what its expressions can name.
pub(super) struct Check<'c, 'e, 's> {
    pub(super) reader: Reader<'c, 'e, 's>,
    pub(super) context: &'c Context,
    pub(super) pack: &'c Pack,
}

/// What a check gives to the template of its kind.
pub(super) struct Parts {
    /// The template's name.
    pub(super) template: &'static str,
    /// What stands for each `$name`.
    pub(super) values: Vec<(&'static str, String)>,
    /// What cases are made of.
    pub(super) recipe: Recipe,
}

/// What the cases of a check are made of.
pub(super) enum Recipe {
    Sum {
        parts: Vec<String>,
        total: Result<String, i64>,
        within: i64,
    },
    Same {
        key: String,
        other: String,
    },
    Share {
        part: String,
        whole: Vec<String>,
        least: Option<i64>,
        most: Option<i64>,
    },
    Given {
        key: String,
        options: Vec<String>,
        other: String,
        requires: bool,
    },
    Exclusive {
        key: String,
        patterns: Vec<String>,
    },
    Names {
        key: String,
        count: String,
    },
    Date {
        key: String,
        from: Option<(i32, u8, u8)>,
        to: Option<(i32, u8, u8)>,
    },
    Value {
        key: String,
        groups: Vec<String>,
        least: Option<i64>,
        most: Option<i64>,
    },
    Ledger {
        key: String,
        table: String,
        column: String,
    },
    Change {
        key: String,
        most: i64,
        least: i64,
    },
    Text {
        key: String,
        pattern: Option<String>,
        format: Option<String>,
    },
    Length {
        key: String,
        least: Option<i64>,
        most: Option<i64>,
        words: bool,
    },
    Listed {
        key: String,
        table: String,
    },
}
