//! The counts of headings, `(16 Svar)`: where they stand, on one line or on two.

use super::exporter::{self, Broken};
use super::lines::L;

/// The count that ends on a line, or on it and the one above.
pub(super) fn count_at(all: &[L<'_>], at: usize) -> Option<Where> {
    let line = all.get(at)?;
    if let Some(found) = exporter::count(line.raw()) {
        return Some(Where {
            line: at,
            number: found.number,
            head: at,
            bracket: found.bracket,
        });
    }
    let above = at.checked_sub(1)?;
    match exporter::broken_count(all.get(above)?.raw(), line.raw())? {
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
