//! The counts of headings, `(16 Svar)`: where they stand, on one line or, in a narrow column, on more.

use super::exporter::{self, Broken};
use super::lines::Line;

/// The count that ends on a line, or on it and the ones above.
pub(super) fn count_at(all: &[Line<'_>], at: usize) -> Option<Where> {
    let line = all.get(at)?;
    // However it breaks, its bracket closes here.
    if !line.raw().trim_end().ends_with(')') {
        return None;
    }
    if let Some(found) = exporter::count(line.raw()) {
        return Some(Where {
            line: at,
            number: found.number,
            head: at,
            bracket: found.bracket,
        });
    }
    let above = at.checked_sub(1)?;
    let Some(broken) = exporter::broken_count(all.get(above)?.raw(), line.raw()) else {
        return over_three(all, at);
    };
    match broken {
        Broken::Above(found) => Some(Where {
            line: above,
            number: found.number,
            head: above,
            bracket: found.bracket,
        }),
        Broken::Below { bracket, number } => Some(Where {
            line: at,
            number,
            head: above,
            bracket,
        }),
    }
}

/// `(Antall`, `svar:`, `16)`.
fn over_three(all: &[Line<'_>], at: usize) -> Option<Where> {
    let head = at.checked_sub(2)?;
    let (line, middle) = (all.get(at)?, all.get(head + 1)?);
    if !exporter::is_within_count(middle.text()) {
        return None;
    }
    let above = format!("{} {}", all.get(head)?.raw().trim_end(), middle.text());
    match exporter::broken_count(&above, line.raw())? {
        Broken::Below { bracket, number } => Some(Where {
            line: at,
            number,
            head,
            bracket,
        }),
        Broken::Above(_) => None,
    }
}

/// Where a heading's count stands.
pub(super) struct Where {
    /// The line of the number.
    pub(super) line: usize,
    /// Its bytes there.
    pub(super) number: std::ops::Range<usize>,
    /// The line on which the bracket opens.
    pub(super) head: usize,
    /// Where it does.
    pub(super) bracket: usize,
}
