//! What holds for all of a rule file.

use super::RuleSource;
use super::given::Given;
use super::pack::Pack;
use super::template::Template;
use crate::rules::lang::check::Context;
use std::collections::BTreeMap;

/// What a file's rules are read with.
pub(super) struct File<'f> {
    /// Its position among the files.
    pub(super) number: usize,
    /// Its name and text.
    pub(super) source: &'f RuleSource,
    /// Its pack.
    pub(super) pack: &'f Pack,
    /// The files that it names.
    pub(super) given: &'f Given,
    /// The templates of all files.
    pub(super) templates: &'f BTreeMap<String, Template<'f>>,
    /// What its expressions know.
    pub(super) context: &'f Context,
}
