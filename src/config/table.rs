//! Reads the keys of a TOML table one by one and notes every mistake, so that none hides another.

use super::error::{ConfigError, Problem, suggestion};
use crate::rules::{Lang, words_of_toml};
use crate::toml_file::{Broken, Raw, RawTable, RawValue};
use std::ops::Range;

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

    /// Notes what is no TOML, as it is told of a rule file.
    pub(crate) fn no_toml(&mut self, broken: Broken, text: &str) {
        let said = words_of_toml(&broken, text, self.lang);
        self.problem(broken.span, said);
    }

    /// The value, where nothing was wrong.
    pub(crate) fn finish<T>(self, value: T, text: &str, name: &str) -> Result<T, ConfigError> {
        ConfigError::of(text, name, self.problems, self.lang).map(|()| value)
    }

    /// Notes every key that is none of `known`.
    pub(crate) fn keys(&mut self, table: &RawTable, known: &[&str]) {
        for entry in &table.entries {
            let name = entry.key.as_str();
            if !known.contains(&name) {
                let near = suggestion(name, known.iter().copied(), self.lang);
                let what = self.lang.config().unknown_key(&name);
                self.problem(entry.place.span.clone(), what + &near);
            }
        }
    }

    /// Notes a text that is not there, or is blank; one of another type is told already.
    pub(crate) fn required(&mut self, table: &RawTable, key: &str, span: &Range<usize>) {
        let Some(value) = table.get(key) else {
            let what = self.lang.config().missing_key(&key);
            self.problem(span.clone(), what);
            return;
        };
        if matches!(&value.value, RawValue::Text(text) if text.trim().is_empty()) {
            self.problem(value.place.span.clone(), self.lang.config().empty(&key));
        }
    }

    /// Notes what is not one of `known`.
    pub(crate) fn one_of(&mut self, value: &Raw, known: &[&str]) {
        let RawValue::Text(text) = &value.value else {
            self.wrong_type(value, self.lang.config().a_text());
            return;
        };
        if known.contains(&text.as_str()) {
            return;
        }
        let near = suggestion(text, known.iter().copied(), self.lang);
        let what = self.lang.config().expected_one_of(&known.join(", "));
        self.problem(value.place.span.clone(), what + &near);
    }

    /// Notes a value of another type.
    pub(crate) fn wrong_type(&mut self, value: &Raw, wanted: &str) {
        self.problem(
            value.place.span.clone(),
            self.lang.config().expected(&wanted),
        );
    }
}
