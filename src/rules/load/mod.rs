//! Rule files → checked rules. Every mistake of every file is told at once.

mod build;
mod case;
mod check;
mod compiled;
mod error;
mod fields;
mod file;
mod given;
pub(crate) mod message;
mod model;
mod pack;
mod packed;
mod parts;
mod place;
mod rule;
mod set;
mod sheet;
mod tables;
mod template;

#[cfg(feature = "cli")]
pub(crate) use check::FORMATS;
pub(crate) use compiled::{AskCode, LabelCode, Part};
pub use error::RuleError;
#[cfg(feature = "cli")]
pub use given::GivenFile;
pub use given::{Given, Param, ParamKind, files_named};
pub use model::{Case, Rule, RuleSet};
pub use pack::Pack;
#[cfg(feature = "cli")]
pub use pack::PackQuestion;
#[cfg(feature = "cli")]
pub(crate) use pack::{KINDS as QUESTION_KINDS, ROLES as QUESTION_ROLES};
pub use packed::builtin;
pub use set::{load, load_with};
#[cfg(feature = "cli")]
pub(crate) use tables::COLUMN_TYPES;
#[cfg(test)]
pub(crate) use {
    case::CASE_KEYS,
    check::keys as check_keys,
    pack::{PACK_KEYS, QUESTION_KEYS},
    rule::SHARED_KEYS,
    tables::TABLE_KEYS,
    template::RULE_KEYS,
};

/// A rule file.
#[derive(Clone, Debug)]
pub struct RuleSource {
    /// Its name, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}
