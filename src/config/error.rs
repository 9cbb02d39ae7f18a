//! Mistakes in a configuration or a baseline, all of a file at once, shown in its text.

use crate::meant::begun_alike;
use crate::rules::Lang;
use miette::{Diagnostic, LabeledSpan, NamedSource};
use std::ops::Range;

/// A mistake and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// What is wrong.
    pub(crate) message: String,
    /// Where, in bytes.
    pub(crate) span: Range<usize>,
}

/// The mistakes of a file.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct ConfigError {
    message: String,
    #[source_code]
    source_code: NamedSource<String>,
    #[label(collection)]
    labels: Vec<LabeledSpan>,
}

impl ConfigError {
    /// An error of the problems, if there are any.
    pub(crate) fn of(
        text: &str,
        name: &str,
        problems: Vec<Problem>,
        lang: Lang,
    ) -> Result<(), Self> {
        if problems.is_empty() {
            return Ok(());
        }
        let message = lang.config().has_mistakes(&name, problems.len());
        Err(Self {
            message,
            source_code: NamedSource::new(name, text.to_owned()).with_language("toml"),
            labels: problems
                .into_iter()
                .map(|problem| LabeledSpan::at(problem.span, problem.message))
                .collect(),
        })
    }
}

/// `, mente du x?`, where some candidate is near.
pub(crate) fn suggestion<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    lang: Lang,
) -> String {
    begun_alike(word, candidates).map_or_else(String::new, |near| {
        let asked = lang.words().did_you_mean(&format!("«{near}»"));
        format!("; {asked}")
    })
}

/// A rule that doesn't exist.
pub(crate) fn unknown_rule<'a>(
    rule: &str,
    span: &Range<usize>,
    known: impl IntoIterator<Item = &'a str>,
    lang: Lang,
) -> Problem {
    let what = lang.app().no_rule(&rule);
    Problem {
        message: what + &suggestion(rule, known, lang),
        span: span.clone(),
    }
}
