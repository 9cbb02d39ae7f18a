//! The tables of several files as one.

use crate::diagnostics::Value;

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// The table that it holds; empty for one that holds all.
    pub table: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A table of all files of a run.
pub(super) struct Joined<'r> {
    pub(super) name: &'static str,
    /// Without the file's.
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<(&'r str, Vec<&'r Value>)>,
}

/// A number in units of its last decimal, with a point.
pub(super) fn decimal(units: i64, decimals: u8) -> String {
    let digits = format!(
        "{:0width$}",
        units.unsigned_abs(),
        width = usize::from(decimals) + 1
    );
    let (whole, rest) = digits.split_at(digits.len() - usize::from(decimals));
    let sign = if units < 0 { "-" } else { "" };
    if rest.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}
