//! How labels under upright bars are set: how far their lines stand apart, and what tells the column of
//! a word.

use super::words::ChartWord;

/// A column that a value heads: half-open from left to right, points.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) right: f32,
}

/// How labels are set.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// How far their lines may stand apart, against what is usual: their type may be smaller than the
    /// text's and their lines as far apart as its are.
    pub(super) width: f32,
    /// What of a word has to stand in its column.
    pub(super) by: By,
}

/// What tells the column of a word.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// Where it begins: one that is wider than its column sticks out on the right.
    Start,
    /// Its middle: where labels are centred, it sticks out on both sides.
    Middle,
}

/// The usual one first.
pub(super) const MANNERS: [Manner; 4] = [
    Manner {
        width: 1.0,
        by: By::Start,
    },
    Manner {
        width: 1.0,
        by: By::Middle,
    },
    Manner {
        width: 1.4,
        by: By::Start,
    },
    Manner {
        width: 1.4,
        by: By::Middle,
    },
];

impl Column {
    /// Whether a word stands in the column.
    pub(super) fn has(self, word: &ChartWord<'_>, by: By) -> bool {
        match by {
            // Rounding may put it a little to the left.
            By::Start => (self.left - 2.0..self.right - 2.0).contains(&word.bbox.x0),
            By::Middle => (self.left..self.right).contains(&word.bbox.center_x()),
        }
    }
}
