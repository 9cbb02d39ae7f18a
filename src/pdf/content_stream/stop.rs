//! Why the quick way ends before a page does.

use crate::pdf::canvas::Full;

/// Why a page is not read to its end here.
#[derive(Debug)]
pub(in crate::pdf) enum Stop {
    /// It has something that is not read here.
    Unusual,
    /// It meets a limit.
    Full(Full),
}

impl From<Full> for Stop {
    fn from(full: Full) -> Self {
        Self::Full(full)
    }
}
