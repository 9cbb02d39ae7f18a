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
        width: WIDE,
        by: By::Start,
    },
    Manner {
        width: WIDE,
        by: By::Middle,
    },
];

/// How far lines stand apart where they do further than is usual.
const WIDE: f32 = 1.4;

impl Manner {
    /// The same with lines further apart.
    pub(super) fn wide(self) -> Self {
        Self {
            width: WIDE,
            ..self
        }
    }
}

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

/// The pitch of another row, of which a row's own is a multiple.
pub(super) fn part_of<'p>(own: f32, others: impl Iterator<Item = &'p f32>) -> Option<f32> {
    let fits = |other: &&f32| {
        let times = (own / **other).round();
        times >= 2.0 && (own - times * **other).abs() < 0.01 * own
    };
    others.filter(fits).copied().min_by(f32::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::part_of;

    #[test]
    fn the_finest_pitch_of_which_a_row_has_a_multiple_is_its_own() {
        let of = |own: f32, others: &[f32]| part_of(own, others.iter());
        assert_eq!(of(120.0, &[120.0, 60.0, 40.0, 50.0]), Some(40.0));
        assert_eq!(of(120.0, &[120.0]), None, "itself is no part");
        assert_eq!(of(120.0, &[90.0, 70.0]), None, "three quarters are none");
        assert_eq!(of(120.0, &[60.5]), Some(60.5), "printed a little off");
        assert_eq!(of(120.0, &[61.0]), None, "that far off it is another");
    }
}
