//! The user's own rules: which of the loaded ones stand in the files that the user named.

use super::super::cli_error::{CliError, CliErrors};
use super::super::inputs::called;
use super::super::load;
use super::super::source;
use crate::rules::{Lang, Rule, RuleSet};
use std::path::{Path, PathBuf};

/// The built-in rules with the user's, and what tells them apart.
pub(super) struct Own {
    /// All rules.
    pub(super) rules: RuleSet,
    builtin: RuleSet,
}

impl Own {
    /// Whether a rule is the user's. A file may add parts and cases to a rule that is built in.
    pub(super) fn has(&self, rule: &Rule) -> bool {
        // What a report was checked with has no cases, and is written in fewer lines.
        let whole = self.rules.rule(&rule.id).unwrap_or(rule);
        let same = |builtin: &Rule| builtin.toml == whole.toml;
        !self.builtin.rule(&rule.id).is_some_and(same)
    }

    /// How many rules are the user's.
    pub(super) fn count(&self) -> usize {
        self.rules.rules().filter(|rule| self.has(rule)).count()
    }
}

/// Loads the rules of these files; it is wrong usage to name files and no rule.
pub(super) fn open(files: &[PathBuf], lang: Lang) -> Result<Own, CliErrors> {
    let own = Own {
        rules: load::load_rules(files, lang)?,
        builtin: load::load_rules(&[], lang)?,
    };
    let nothing = own.count() == 0;
    match files.iter().find(|path| nothing || holds_nothing(path)) {
        Some(path) => Err(no_rules(path, lang).into()),
        None => Ok(own),
    }
}

/// Whether a file, or each rule file of a folder, is empty or all comments.
fn holds_nothing(path: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(path) else {
        let text = source::text(path, source::OWN).unwrap_or_default();
        return text.parse::<toml::Table>().is_ok_and(|t| t.is_empty());
    };
    let mut files = entries.flatten().map(|entry| entry.path());
    let is_rules = |file: &PathBuf| file.extension().is_some_and(|e| e == "toml");
    files.all(|file| !is_rules(&file) || holds_nothing(&file))
}

fn no_rules(path: &Path, lang: Lang) -> CliError {
    let help = if path.is_dir() {
        lang.authoring().no_rules_in_folder()
    } else {
        lang.authoring().no_rules_in_file()
    };
    CliError::new(lang.authoring().no_rules(&called(path))).help(help)
}
