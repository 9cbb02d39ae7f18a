//! Mistakes in rule files, shown where they stand.

use super::RuleSource;
use super::place::inside;
use crate::i18n::Lang;
use crate::rules::lang::Problem;
use crate::rules::mistake::{Advice, Flaw, Mistake, Term, of_toml};
use crate::toml_file::{self, Broken, Place, RawTable};
use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode, SourceSpan};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A mistake in a rule file.
#[derive(Clone, Debug)]
pub struct RuleError {
    mistake: Mistake,
    advice: Option<Advice>,
    source_code: NamedSource<Arc<String>>,
    span: SourceSpan,
    /// In which language it is told.
    lang: Lang,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for RuleError {}

impl Diagnostic for RuleError {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.advice()?))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source_code)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let here = self.lang.terms().here().to_owned();
        let label = LabeledSpan::new_with_span(Some(here), self.span);
        Some(Box::new(std::iter::once(label)))
    }
}

impl RuleError {
    /// What is wrong.
    pub fn message(&self) -> String {
        self.mistake.message(self.lang)
    }

    /// What to do, where something can be said.
    pub fn advice(&self) -> Option<String> {
        Some(self.advice.as_ref()?.text(self.lang))
    }

    /// The same, told in another language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
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
}

impl<'s> Errors<'s> {
    /// No mistakes yet.
    pub(super) fn new(sources: &'s [RuleSource]) -> Self {
        Self {
            sources,
            texts: sources.iter().map(|s| Arc::new(s.text.clone())).collect(),
            found: Vec::new(),
        }
    }

    /// The text of a file.
    pub(super) fn text(&self, file: usize) -> &'s str {
        self.sources.get(file).map_or("", |s| s.text.as_str())
    }

    /// Adds a mistake; the same one (of a template that is used twice) is kept once.
    pub(super) fn add(
        &mut self,
        place: &Place,
        mistake: Mistake,
        advice: impl Into<Option<Advice>>,
    ) {
        let again = self.found.iter().any(|(file, error)| {
            *file == place.file
                && error.span.offset() == place.span.start
                && error.mistake == mistake
        });
        if again {
            return;
        }
        let name = self.sources.get(place.file).map_or("", |s| s.name.as_str());
        let text = self.texts.get(place.file).cloned().unwrap_or_default();
        let error = RuleError {
            mistake,
            advice: advice.into(),
            source_code: NamedSource::new(name, text).with_language("TOML"),
            span: place.span.clone().into(),
            lang: Lang::En,
        };
        self.found.push((place.file, error));
    }

    /// Adds a problem with an expression that stands in the literal at `place`, `shift` bytes into
    /// its text.
    pub(super) fn expression(&mut self, place: &Place, shift: usize, problem: Problem) {
        let part = problem.span.start + shift..problem.span.end + shift;
        let span = inside(self.text(place.file), &place.span, &part);
        let place = Place {
            file: place.file,
            span,
        };
        self.add(&place, *problem.mistake, problem.advice);
    }

    /// Reads a file; mistakes of TOML itself are kept, and what stands around them is read.
    pub(super) fn parse(&mut self, file: usize) -> RawTable {
        let text = self.text(file);
        let document = toml_file::parse(file, text);
        let mut single = false;
        for broken in document.broken {
            let flaw = Flaw::of(&broken, text);
            let help = of_toml(&flaw, &broken, text);
            let Broken { span, .. } = broken;
            // `[check]` beside `[[check]]`: each that follows is one more.
            if flaw == Flaw::KeyTwice && help.is_some() && std::mem::replace(&mut single, true) {
                continue;
            }
            self.add(&Place { file, span }, Mistake::NotToml { flaw }, help);
        }
        document.root
    }

    /// How many mistakes there are.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// The mistakes, in the order of the files.
    ///
    /// What is found on a line that is no TOML follows from that.
    pub(super) fn finish(mut self) -> Vec<RuleError> {
        let line = |file: usize, error: &RuleError| {
            let text = self.texts.get(file)?.get(..error.span.offset())?;
            Some((file, memchr::memchr_iter(b'\n', text.as_bytes()).count()))
        };
        let of_toml = |error: &RuleError| matches!(error.mistake, Mistake::NotToml { .. });
        let broken: Vec<_> = self
            .found
            .iter()
            .filter(|(_, error)| of_toml(error))
            .map(|(file, error)| line(*file, error))
            .collect();
        let kept: Vec<bool> = self
            .found
            .iter()
            .map(|(file, error)| of_toml(error) || !broken.contains(&line(*file, error)))
            .collect();
        // What is missing may stand where a file is no TOML, and questions where none are looked for.
        let files = |which: &dyn Fn(&Mistake) -> bool| -> Vec<usize> {
            let found = self.found.iter().filter(|(_, error)| which(&error.mistake));
            found.map(|(file, _)| *file).collect()
        };
        let no_toml = files(&|mistake| matches!(mistake, Mistake::NotToml { .. }));
        let astray = files(
            &|mistake| matches!(mistake, Mistake::UnknownKey { table: Term::RuleFile, key } if key == "question"),
        );
        let follows = |file: usize, error: &RuleError| match error.mistake {
            Mistake::Lacks { .. } => no_toml.contains(&file),
            Mistake::UnknownQuestion { .. } => astray.contains(&file),
            _ => false,
        };
        let kept: Vec<bool> = kept
            .into_iter()
            .zip(&self.found)
            .map(|(kept, (file, error))| kept && !follows(*file, error))
            .collect();
        let mut kept = kept.into_iter();
        self.found.retain(|_| kept.next().unwrap_or(true));
        self.found
            .sort_by_key(|(file, error)| (*file, error.span.offset()));
        self.found.into_iter().map(|(_, error)| error).collect()
    }
}
