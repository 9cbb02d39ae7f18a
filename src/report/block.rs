//! The block of figures of a question for a number.

use crate::text::{Printed, Span};

/// The block `Heltall` of an integer question. A figure is `None` when its line was not found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Statistics {
    /// The heading `Heltall`.
    pub heading: Span,
    /// `Svar`.
    pub responses: Option<Printed<i64>>,
    /// `Sum`.
    pub sum: Option<Printed<i64>>,
    /// `Snitt`, in units of its last decimal: 75 of `7,5`.
    pub mean: Option<Printed<i64>>,
    /// `Median`, in units of its last decimal.
    pub median: Option<Printed<i64>>,
    /// `Standardavvik`, in units of its last decimal.
    pub stddev: Option<Printed<i64>>,
    /// How many decimals those are printed with that are rounded.
    pub decimals: Decimals,
}

/// With how many decimals the rounded figures of a block are printed; 0 where they are whole, as `7,0` is
/// where every figure of the report ends so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimals {
    /// Of `Snitt`.
    pub mean: u8,
    /// Of `Median`.
    pub median: u8,
    /// Of `Standardavvik`.
    pub stddev: u8,
}

impl Statistics {
    /// Its five figures, in the order in which the exporter prints them.
    pub fn figures(&self) -> [Option<&Printed<i64>>; 5] {
        [
            self.responses.as_ref(),
            self.sum.as_ref(),
            self.mean.as_ref(),
            self.median.as_ref(),
            self.stddev.as_ref(),
        ]
    }
}
