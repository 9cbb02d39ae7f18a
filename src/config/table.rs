//! Reads the keys of a TOML table one by one and notes every mistake, so that none hides another.

use super::error::{ConfigError, Problem, suggestion};
use crate::rules::Lang;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The mistakes found so far, and the language in which they are told.
pub(crate) struct Check {
    pub(crate) lang: Lang,
    pub(crate) problems: Vec<Problem>,
}

impl Check {
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            lang,
            problems: Vec::new(),
        }
    }

    /// Notes a mistake.
    pub(crate) fn problem(&mut self, span: Range<usize>, message: impl Into<String>) {
        let message = message.into();
        self.problems.push(Problem { message, span });
    }

    /// Parses a document; where it isn't TOML at all, nothing else is checked.
    pub(crate) fn document<'t>(
        &mut self,
        text: &'t str,
        name: &str,
    ) -> Result<DeTable<'t>, ConfigError> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            self.problem(span, error.message());
        }
        let problems = std::mem::take(&mut self.problems);
        ConfigError::of(text, name, problems, self.lang)?;
        Ok(table.into_inner())
    }

    /// The value, where nothing was wrong.
    pub(crate) fn finish<T>(self, value: T, text: &str, name: &str) -> Result<T, ConfigError> {
        ConfigError::of(text, name, self.problems, self.lang).map(|()| value)
    }

    /// Notes every key that is none of `known`.
    pub(crate) fn keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let name = key.get_ref();
                let near = suggestion(name, known.iter().copied(), self.lang);
                let what = self.lang.config().unknown_key(name);
                self.problem(key.span(), what + &near);
            }
        }
    }

    /// Notes a text that is not there, or is blank; one of another type is told already.
    pub(crate) fn required(&mut self, table: &DeTable<'_>, key: &str, span: &Range<usize>) {
        let Some(value) = table.get(key) else {
            let what = self.lang.config().missing_key(&key);
            self.problem(span.clone(), what);
            return;
        };
        let text = value.get_ref().as_str();
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.problem(value.span(), self.lang.config().empty(&key));
        }
    }

    /// A text that is one of `known`.
    pub(crate) fn one_of(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        known: &[&str],
    ) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, self.lang.config().a_text());
            return None;
        };
        if known.contains(&text) {
            return Some(text.to_owned());
        }
        let near = suggestion(text, known.iter().copied(), self.lang);
        let what = self.lang.config().expected_one_of(&known.join(", "));
        self.problem(value.span(), what + &near);
        None
    }

    /// A table.
    pub(crate) fn table<'a, 'i>(
        &mut self,
        table: &'a DeTable<'i>,
        key: &str,
    ) -> Option<&'a DeTable<'i>> {
        let value = table.get(key)?;
        let found = value.get_ref().as_table();
        if found.is_none() {
            let what = format!("[{key}]");
            self.wrong_type(value, &what);
        }
        found
    }

    pub(crate) fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, wanted: &str) {
        self.problem(value.span(), self.lang.config().expected(&wanted));
    }
}
