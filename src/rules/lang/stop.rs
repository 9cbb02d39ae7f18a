//! Why an expression has no value.

use crate::rules::outcome::{Bound, NotEvaluable};

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Something that it needs is not certain or not defined; the place is not judged.
    NotEvaluable(NotEvaluable),
    /// The rule went beyond its bounds; it is not evaluated further.
    Spent(Bound),
}

pub(crate) type Result<T> = std::result::Result<T, Stop>;
