//! What is wrong with an expression, and what was probably meant.

use super::called;
use crate::meant::Slips;
use crate::rules::mistake::{Advice, Mistake};
use std::ops::Range;

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The bytes of the expression's text that it is about.
    pub(crate) span: Range<usize>,
    /// What is wrong.
    pub(crate) mistake: Box<Mistake>,
    /// What to do, where something can be said.
    pub(crate) advice: Option<Advice>,
}

impl Problem {
    /// A problem without advice.
    pub(crate) fn new(span: Range<usize>, mistake: Mistake) -> Self {
        Self {
            span,
            mistake: Box::new(mistake),
            advice: None,
        }
    }

    /// The same with advice.
    pub(crate) fn help(self, advice: impl Into<Option<Advice>>) -> Self {
        Self {
            advice: advice.into(),
            ..self
        }
    }
}

/// Advice that names what was probably meant, or else what there is.
pub(crate) fn suggest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Option<Advice> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    if let Some(name) = called::name(wanted, &names) {
        let name = name.to_owned();
        return Some(Advice::DidYouMean { name });
    }
    match Slips::NAME.nearest(wanted, names.iter().copied()) {
        Some(name) => Some(Advice::DidYouMean {
            name: name.to_owned(),
        }),
        None if names.is_empty() => None,
        None => {
            const SHOWN: usize = 12;
            let more = names.len().saturating_sub(SHOWN);
            let shown: Vec<String> = names.iter().take(SHOWN).map(|n| format!("`{n}`")).collect();
            let names = shown.join(", ");
            Some(if more > 0 {
                Advice::ThereIsAndMore { names, more }
            } else {
                Advice::ThereIs { names }
            })
        }
    }
}

/// Advice that shows how something is written.
pub(super) fn example(form: &str) -> Advice {
    Advice::ForExample {
        example: form.to_owned(),
    }
}
