//! Bounds on what a rule may use. Everything is charged before it is done.

use super::stop::Stop;
use crate::rules::outcome::Bound;

/// Steps that one rule may take over a report: a few seconds. The dearest built-in rule takes a few
/// million on a report of 1,000 submissions to 60 questions. Unit tests without optimisation, which
/// are slower by far, are given less.
const STEPS: u64 = if cfg!(all(test, debug_assertions)) {
    4_000_000
} else {
    100_000_000
};

/// Steps that come on top for each answer of the report.
const STEPS_PER_ANSWER: u64 = 2_000;

/// Bytes that the values of one place may take.
const BYTES: u64 = 256 << 20;

/// Bytes that a value in a list takes, with its share of the list.
const VALUE: u64 = 80;

/// What is left of a rule's bounds.
#[derive(Debug)]
pub(crate) struct Fuel {
    steps: u64,
    /// The bytes used, by the level of the place: 0 outside all bindings.
    bytes: Vec<u64>,
    /// The level that is charged.
    level: usize,
    /// The bytes that lets took in all, and keep while the place lasts.
    lets: u64,
}

/// What was held at a point, to be gone back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    level: usize,
    bytes: u64,
    lets: u64,
}

impl Fuel {
    /// A full measure for a rule with this many bindings, over a report with so many answers.
    pub(crate) fn full(bindings: usize, answers: usize) -> Self {
        let full = STEPS.saturating_add(STEPS_PER_ANSWER.saturating_mul(answers as u64));
        Self {
            steps: full,
            bytes: vec![0; bindings.saturating_add(1)],
            level: 0,
            lets: 0,
        }
    }

    /// A new place on a level: what the last one held there is gone.
    pub(crate) fn enter(&mut self, level: usize) {
        self.level = level;
        if let Some(bytes) = self.bytes.get_mut(level) {
            *bytes = 0;
        }
    }

    /// Charges another level from now on and gives the one that was charged before.
    pub(crate) fn switch(&mut self, level: usize) -> usize {
        std::mem::replace(&mut self.level, level)
    }

    /// What is held on the level that is charged.
    pub(crate) fn held(&self) -> Held {
        Held {
            level: self.level,
            bytes: self.bytes.get(self.level).copied().unwrap_or(0),
            lets: self.lets,
        }
    }

    /// A let has its value: what that took since then stays for all that ask for it.
    pub(crate) fn keep_let(&mut self, since: Held) {
        let now = self.bytes.get(since.level).copied().unwrap_or(0);
        self.lets = self.lets.saturating_add(now.saturating_sub(since.bytes));
    }

    /// What was said was said: what it took since then is gone, but for the lets.
    pub(crate) fn free(&mut self, since: Held) {
        let stays = since.bytes.saturating_add(self.lets - since.lets);
        if let Some(bytes) = self.bytes.get_mut(since.level) {
            *bytes = stays.min(*bytes);
        }
    }

    /// Pays for steps.
    pub(crate) fn step(&mut self, steps: u64) -> Result<(), Stop> {
        if let Some(left) = self.steps.checked_sub(steps) {
            self.steps = left;
            return Ok(());
        }
        self.steps = 0;
        Err(Stop::Spent(Bound::Steps))
    }

    /// Pays for a text of this many bytes.
    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), Stop> {
        self.hold(bytes as u64 + VALUE)
    }

    /// Pays for a list of this many values.
    pub(crate) fn list(&mut self, items: usize) -> Result<(), Stop> {
        self.hold((items as u64).saturating_mul(VALUE))
    }

    /// Pays for what stays when the place is left.
    pub(crate) fn keep(&mut self, bytes: usize) -> Result<(), Stop> {
        let level = self.switch(0);
        let paid = self.hold(bytes as u64);
        self.switch(level);
        paid
    }

    fn hold(&mut self, bytes: u64) -> Result<(), Stop> {
        let used = self.bytes.get(self.level).copied().unwrap_or(0);
        let now = used.saturating_add(bytes);
        if now > BYTES {
            return Err(Stop::Spent(Bound::Memory));
        }
        self.step(1 + bytes / VALUE)?;
        if let Some(used) = self.bytes.get_mut(self.level) {
            *used = now;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEGABYTE: usize = 1 << 20;

    #[test]
    fn what_was_said_is_held_no_longer_and_what_was_named_is() {
        let mut fuel = Fuel::full(1, 100_000);
        let mut say = |names: bool| {
            let said = fuel.held();
            let named = fuel.held();
            fuel.text(MEGABYTE)?;
            if names {
                fuel.keep_let(named);
            }
            fuel.free(said);
            Ok::<(), Stop>(())
        };
        let all: Result<(), Stop> = (0..1_000).try_for_each(|_| say(false));
        assert_eq!(all, Ok(()));
        let all: Result<(), Stop> = (0..1_000).try_for_each(|_| say(true));
        assert_eq!(all, Err(Stop::Spent(Bound::Memory)));
    }

    #[test]
    fn a_let_of_an_outer_place_is_charged_there() {
        let mut fuel = Fuel::full(1, 100_000);
        fuel.enter(1);
        let outer = fuel.switch(0);
        fuel.text(200 * MEGABYTE).unwrap();
        fuel.switch(outer);
        fuel.text(200 * MEGABYTE).unwrap();
        assert_eq!(fuel.text(200 * MEGABYTE), Err(Stop::Spent(Bound::Memory)));
    }
}
