//! Which printed values the judged places rest on.
//!
//! A value that was read at a place which could not be judged was not checked there. So what is read
//! counts only once its place has been judged; what a `let` reads counts wherever the `let` is used.

/// Where a printed value stands: page and first byte.
pub(crate) type At = (u32, u32);

/// What a `let` read when it was evaluated.
#[derive(Clone, Debug, Default)]
struct Noted {
    read: Vec<At>,
    /// Other lets that it uses.
    uses: Vec<usize>,
    /// Whether a judged place has used it already.
    counted: bool,
}

/// What was read at the present place.
#[derive(Debug, Default)]
pub(crate) struct Touches {
    pending: Vec<At>,
    uses: Vec<usize>,
    /// How many of each count already.
    counted: Mark,
    lets: Vec<Noted>,
}

/// A point in the reading that can be gone back to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    pending: usize,
    uses: usize,
}

impl Touches {
    /// Notes for a rule with so many slots.
    pub(crate) fn new(slots: usize) -> Self {
        Self {
            lets: vec![Noted::default(); slots],
            ..Self::default()
        }
    }

    /// A printed value is read.
    pub(crate) fn touch(&mut self, at: At) {
        self.pending.push(at);
    }

    /// The present point.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            pending: self.pending.len(),
            uses: self.uses.len(),
        }
    }

    /// Forgets what was read since a point.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        self.pending.truncate(mark.pending);
        self.uses.truncate(mark.uses);
        self.counted.pending = self.counted.pending.min(mark.pending);
        self.counted.uses = self.counted.uses.min(mark.uses);
    }

    /// What was read since a point is what a `let` reads.
    pub(crate) fn end_let(&mut self, slot: usize, mark: Mark) {
        let read = self.pending.split_off(mark.pending.min(self.pending.len()));
        let uses = self.uses.split_off(mark.uses.min(self.uses.len()));
        if let Some(noted) = self.lets.get_mut(slot) {
            *noted = Noted {
                read,
                uses,
                counted: false,
            };
        }
    }

    /// A `let` is used.
    pub(crate) fn use_let(&mut self, slot: usize) {
        if self.lets.get(slot).is_some_and(|noted| !noted.counted) {
            self.uses.push(slot);
        }
    }

    /// A `let` is to be evaluated anew.
    pub(crate) fn forget(&mut self, slot: usize) {
        if let Some(noted) = self.lets.get_mut(slot) {
            *noted = Noted::default();
        }
    }

    /// The place has been judged: what was read counts.
    pub(crate) fn judged(&mut self, into: &mut Vec<At>) {
        let fresh = self.pending.get(self.counted.pending..).unwrap_or(&[]);
        into.extend_from_slice(fresh);
        let mut open: Vec<usize> = self.uses.get(self.counted.uses..).unwrap_or(&[]).to_vec();
        while let Some(slot) = open.pop() {
            let Some(noted) = self.lets.get_mut(slot).filter(|noted| !noted.counted) else {
                continue;
            };
            noted.counted = true;
            into.append(&mut noted.read);
            open.append(&mut noted.uses);
        }
        self.counted = self.mark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_judged_places_read_counts() {
        let (mut touches, mut into) = (Touches::new(1), Vec::new());
        touches.touch((1, 1));
        let outer = touches.mark();
        touches.touch((1, 2));
        touches.rewind(outer);
        touches.touch((1, 3));
        touches.judged(&mut into);
        assert_eq!(into, [(1, 1), (1, 3)]);
    }

    #[test]
    fn a_let_counts_at_the_first_judged_place_that_uses_it() {
        let (mut touches, mut into) = (Touches::new(2), Vec::new());
        let outer = touches.mark();
        touches.touch((1, 7));
        touches.end_let(0, outer);
        touches.use_let(0);
        touches.rewind(outer);
        touches.judged(&mut into);
        assert!(into.is_empty());
        touches.use_let(0);
        touches.judged(&mut into);
        assert_eq!(into, [(1, 7)]);
    }
}
