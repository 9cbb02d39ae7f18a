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

/// Places of which many may stand there twice: so many that they are sorted out now and then.
#[derive(Debug, Default)]
pub(crate) struct Places {
    all: Vec<At>,
    /// How many of them must stay where they are.
    fixed: usize,
    /// How many there were besides when they were last sorted out.
    tidied: usize,
}

impl Places {
    /// So many are not sorted out.
    const FEW: usize = 1 << 15;

    /// Drops what stands there twice, where there may be much of it.
    pub(crate) fn tidy(&mut self) {
        if self.all.len() - self.fixed.min(self.all.len()) <= 2 * self.tidied.max(Self::FEW) {
            return;
        }
        let mut loose = self.all.split_off(self.fixed);
        loose.sort_unstable();
        loose.dedup();
        self.tidied = loose.len();
        self.all.append(&mut loose);
    }

    /// All places, each once and in order.
    pub(crate) fn into_all(mut self) -> Vec<At> {
        self.all.sort_unstable();
        self.all.dedup();
        self.all
    }
}

/// What was read at a place, or by a `let`.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    read: Places,
    uses: Vec<usize>,
    /// How many of each count already.
    counted: Mark,
}

/// What was read at the present place.
#[derive(Debug, Default)]
pub(crate) struct Touches {
    now: Reading,
    lets: Vec<Noted>,
}

/// A point in the reading that can be gone back to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    read: usize,
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
        self.now.read.all.push(at);
        self.now.read.tidy();
    }

    /// The present point, to which everything before it stays as it is.
    pub(crate) fn mark(&mut self) -> Mark {
        self.now.read.fixed = self.now.read.all.len();
        Mark {
            read: self.now.read.fixed,
            uses: self.now.uses.len(),
        }
    }

    /// Forgets what was read since a point.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        let now = &mut self.now;
        now.read.all.truncate(mark.read);
        now.read.fixed = mark.read;
        now.uses.truncate(mark.uses);
        now.counted.read = now.counted.read.min(mark.read);
        now.counted.uses = now.counted.uses.min(mark.uses);
    }

    /// A `let` is evaluated: what was read so far waits until [`Self::end_let`] takes it back.
    pub(crate) fn begin_let(&mut self) -> Reading {
        std::mem::take(&mut self.now)
    }

    /// What was read since the `let` began is what it reads.
    pub(crate) fn end_let(&mut self, slot: usize, outer: Reading) {
        let own = std::mem::replace(&mut self.now, outer);
        if let Some(noted) = self.lets.get_mut(slot) {
            *noted = Noted {
                read: own.read.all,
                uses: own.uses,
                counted: false,
            };
        }
    }

    /// A `let` is used.
    pub(crate) fn use_let(&mut self, slot: usize) {
        let fresh = self.now.uses.get(self.now.counted.uses..).unwrap_or(&[]);
        if self.lets.get(slot).is_some_and(|noted| !noted.counted) && !fresh.contains(&slot) {
            self.now.uses.push(slot);
        }
    }

    /// A `let` is to be evaluated anew.
    pub(crate) fn forget(&mut self, slot: usize) {
        if let Some(noted) = self.lets.get_mut(slot) {
            *noted = Noted::default();
        }
    }

    /// The place has been judged: what was read counts.
    pub(crate) fn judged(&mut self, into: &mut Places) {
        let now = &self.now;
        let fresh = now.read.all.get(now.counted.read..).unwrap_or(&[]);
        into.all.extend_from_slice(fresh);
        let mut open: Vec<usize> = now.uses.get(now.counted.uses..).unwrap_or(&[]).to_vec();
        while let Some(slot) = open.pop() {
            let Some(noted) = self.lets.get_mut(slot).filter(|noted| !noted.counted) else {
                continue;
            };
            noted.counted = true;
            into.all.append(&mut noted.read);
            open.append(&mut noted.uses);
        }
        into.tidy();
        self.now.counted = self.mark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_judged_places_read_counts() {
        let (mut touches, mut into) = (Touches::new(1), Places::default());
        touches.touch((1, 1));
        let outer = touches.mark();
        touches.touch((1, 2));
        touches.rewind(outer);
        touches.touch((1, 3));
        touches.judged(&mut into);
        assert_eq!(into.into_all(), [(1, 1), (1, 3)]);
    }

    #[test]
    fn a_let_counts_at_the_first_judged_place_that_uses_it() {
        let (mut touches, mut into) = (Touches::new(2), Places::default());
        let place = touches.mark();
        let outer = touches.begin_let();
        touches.touch((1, 7));
        touches.end_let(0, outer);
        touches.use_let(0);
        touches.rewind(place);
        touches.judged(&mut into);
        assert!(into.all.is_empty());
        touches.use_let(0);
        touches.judged(&mut into);
        assert_eq!(into.into_all(), [(1, 7)]);
    }

    #[test]
    fn what_is_read_again_and_again_takes_no_more_room() {
        let (mut touches, mut into) = (Touches::new(2), Places::default());
        touches.touch((9, 9));
        let place = touches.mark();
        touches.touch((9, 8));
        touches.rewind(place);
        let outer = touches.begin_let();
        for round in 0..4 * Places::FEW {
            touches.touch((1, u32::try_from(round % 3).unwrap()));
            // One inside it that is asked for each time.
            let own = touches.begin_let();
            touches.touch((2, 2));
            touches.end_let(1, own);
            touches.use_let(1);
        }
        assert!(touches.now.read.all.len() <= 2 * Places::FEW + 3);
        assert_eq!(touches.now.uses, [1]);
        touches.end_let(0, outer);
        touches.use_let(0);
        touches.judged(&mut into);
        assert_eq!(into.into_all(), [(1, 0), (1, 1), (1, 2), (2, 2), (9, 9)]);
    }

    #[test]
    fn what_stood_before_a_mark_is_gone_back_to() {
        let mut touches = Touches::new(0);
        touches.touch((3, 1));
        touches.touch((3, 1));
        let mark = touches.mark();
        for _ in 0..4 * Places::FEW {
            touches.touch((2, 1));
        }
        touches.rewind(mark);
        assert_eq!(touches.now.read.all, [(3, 1), (3, 1)]);
    }
}
