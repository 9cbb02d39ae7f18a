//! What is wrong with an expression, and what was probably meant.

use super::called;
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
    let nearest = names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(wanted, name), *name))
        .min();
    match nearest {
        Some((distance, name)) if distance <= tolerance(wanted) => Some(Advice::DidYouMean {
            name: (*name).to_owned(),
        }),
        _ if names.is_empty() => None,
        _ => {
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

/// How many letters of a name may be wrong.
fn tolerance(name: &str) -> usize {
    match name.chars().count() {
        0..=3 => 1,
        length => (length / 3).max(2),
    }
}

/// Advice that shows how something is written.
pub(super) fn example(form: &str) -> Advice {
    Advice::ForExample {
        example: form.to_owned(),
    }
}
