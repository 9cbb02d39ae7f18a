//! Mistakes in rule files, shown where they stand.

use super::RuleSource;
use super::bokmal::bokmal;
use super::raw::{Place, inside};
use crate::i18n::Lang;
use crate::rules::lang::Problem;
use miette::{Diagnostic, NamedSource, SourceSpan};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A mistake in a rule file.
#[derive(Clone, Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct RuleError {
    /// What is wrong.
    message: String,
    #[source_code]
    source_code: NamedSource<Arc<String>>,
    #[label("{here}")]
    span: SourceSpan,
    here: &'static str,
    #[help]
    help: Option<String>,
}

impl RuleError {
    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do, where something can be said.
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The same in the user's language. Nynorsk is written as bokmål.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Self {
        if lang == Lang::En {
            return self;
        }
        Self {
            message: bokmal(&self.message),
            here: "her",
            help: self.help.map(|help| bokmal(&help)),
            ..self
        }
    }

    /// The name of the rule file.
    pub fn file(&self) -> &str {
        self.source_code.name()
    }

    /// The bytes of the rule file that it is about.
    pub fn span(&self) -> Range<usize> {
        self.span.offset()..self.span.offset() + self.span.len()
    }
}

/// Gathers the mistakes of all files.
pub(super) struct Errors<'s> {
    sources: &'s [RuleSource],
    texts: Vec<Arc<String>>,
    found: Vec<(usize, RuleError)>,
    seen: BTreeSet<(usize, usize, String)>,
}

impl<'s> Errors<'s> {
    /// No mistakes yet.
    pub(super) fn new(sources: &'s [RuleSource]) -> Self {
        Self {
            sources,
            texts: sources.iter().map(|s| Arc::new(s.text.clone())).collect(),
            found: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// The text of a file.
    pub(super) fn text(&self, file: usize) -> &'s str {
        self.sources.get(file).map_or("", |s| s.text.as_str())
    }

    /// Adds a mistake; the same one (of a template that is used twice) is kept once.
    pub(super) fn add(&mut self, place: &Place, message: impl Into<String>, help: &str) {
        let message = message.into();
        if !self
            .seen
            .insert((place.file, place.span.start, message.clone()))
        {
            return;
        }
        let name = self.sources.get(place.file).map_or("", |s| s.name.as_str());
        let text = self.texts.get(place.file).cloned().unwrap_or_default();
        let error = RuleError {
            message,
            source_code: NamedSource::new(name, text).with_language("TOML"),
            span: place.span.clone().into(),
            here: "here",
            help: Some(help.to_owned()).filter(|h| !h.is_empty()),
        };
        self.found.push((place.file, error));
    }

    /// Adds a problem with an expression that stands in the literal at `place`, `shift` bytes into
    /// its text.
    pub(super) fn expression(&mut self, place: &Place, shift: usize, problem: &Problem) {
        let part = problem.span.start + shift..problem.span.end + shift;
        let span = inside(self.text(place.file), &place.span, &part);
        let place = Place {
            file: place.file,
            span,
        };
        self.add(&place, problem.message.clone(), &problem.help);
    }

    /// How many mistakes there are.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// The mistakes, in the order of the files.
    pub(super) fn finish(mut self) -> Vec<RuleError> {
        self.found
            .sort_by_key(|(file, error)| (*file, error.span.offset()));
        self.found.into_iter().map(|(_, error)| error).collect()
    }
}
