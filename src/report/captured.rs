//! What a pattern found on a line, as prints.

use super::folded::fold;
use super::lines::Line;
use super::numbers::integer;
use crate::text::Printed;

/// A group of a match on a line's raw text, as a print.
pub(super) fn group(
    line: &Line<'_>,
    captures: &regex::Captures<'_>,
    index: usize,
) -> Option<Printed<String>> {
    let found = captures.get(index)?;
    let mut printed = line.part(found.start(), found.end());
    printed.value = fold(&printed.value).into_owned();
    Some(printed)
}

pub(super) fn number(
    line: &Line<'_>,
    captures: &regex::Captures<'_>,
    index: usize,
) -> Option<Printed<i64>> {
    let printed = group(line, captures, index)?;
    let value = integer(&printed.value)?;
    Some(printed.map(|_| value))
}

/// The same, where the figure can't be read: a place without a value that anyone may use.
pub(super) fn number_or_unread(
    line: &Line<'_>,
    captures: &regex::Captures<'_>,
    index: usize,
) -> Option<Printed<i64>> {
    number(line, captures, index).or_else(|| {
        let mut printed = group(line, captures, index)?;
        printed.certain = false;
        Some(printed.map(|_| 0))
    })
}
