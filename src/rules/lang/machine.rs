//! The small automaton of a pattern: quick to make, slow to run. What it is made of can be kept, so that
//! a pattern that was checked before is neither parsed nor compiled again.

use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::{self, NFA, State, Transition, WhichCaptures};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use regex_automata::{Input, MatchError};
use regex_syntax::hir::Hir;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Bytes that a compiled pattern may take.
pub(super) const SIZE: usize = 1 << 20;

/// Bytes in which the automaton notes where it was: enough for a long comment and a pattern of some
/// thousand states.
const VISITED: usize = 2 << 20;

/// The automaton.
#[derive(Debug)]
pub(super) struct Machine {
    automaton: BoundedBacktracker,
    cache: backtrack::Cache,
}

/// What an automaton is made of.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Plan {
    states: Vec<Part>,
    /// Where a search begins that may begin at one place alone.
    anchored: u32,
    /// Where one begins that may begin anywhere.
    unanchored: u32,
}

/// A state. States are named by their positions.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Part {
    /// Goes on by one of these bytes, from the first to the last.
    Bytes(Vec<(u8, u8, u32)>),
    /// Goes on where this holds.
    Look(u32, u32),
    /// Goes on at each of these, in this order.
    Any(Vec<u32>),
    Fail,
    Match,
}

impl Machine {
    /// The automaton of a pattern; `None` where it would be too large.
    pub(super) fn of(pattern: &Hir) -> Option<Self> {
        let config = thompson::Config::new()
            .nfa_size_limit(Some(SIZE))
            .which_captures(WhichCaptures::None);
        let mut compiler = thompson::Compiler::new();
        let nfa = compiler.configure(config).build_from_hir(pattern);
        Self::running(nfa.ok()?)
    }

    /// The automaton of a plan that was [kept](Self::kept).
    pub(super) fn from_kept(kept: &[u8]) -> Option<Self> {
        let plan: Plan = postcard::from_bytes(kept).ok()?;
        Self::running(plan.built()?)
    }

    /// What it is made of, as bytes.
    pub(super) fn kept(&self) -> Option<Vec<u8>> {
        let plan = Plan::of(self.automaton.get_nfa())?;
        postcard::to_allocvec(&plan).ok()
    }

    fn running(nfa: NFA) -> Option<Self> {
        let config = backtrack::Config::new().visited_capacity(VISITED);
        let mut builder = BoundedBacktracker::builder();
        let automaton = builder.configure(config).build_from_nfa(nfa).ok()?;
        let cache = automaton.create_cache();
        Some(Self { automaton, cache })
    }

    /// Whether a match lies in a stretch of a text; an error where the text is too long for the pattern.
    pub(super) fn is_match(
        &mut self,
        text: &str,
        stretch: Range<usize>,
    ) -> Result<bool, MatchError> {
        let input = Input::new(text).range(stretch);
        self.automaton.try_is_match(&mut self.cache, input)
    }
}

impl Plan {
    /// `None` for an automaton that remembers where groups stand.
    fn of(nfa: &NFA) -> Option<Self> {
        let step = |one: &Transition| (one.start, one.end, one.next.as_u32());
        let part = |state: &State| {
            Some(match state {
                State::ByteRange { trans } => Part::Bytes(vec![step(trans)]),
                State::Sparse(all) => Part::Bytes(all.transitions.iter().map(step).collect()),
                State::Look { look, next } => Part::Look(look.as_repr(), next.as_u32()),
                State::Union { alternates } => {
                    Part::Any(alternates.iter().map(StateID::as_u32).collect())
                }
                State::BinaryUnion { alt1, alt2 } => Part::Any(vec![alt1.as_u32(), alt2.as_u32()]),
                State::Fail => Part::Fail,
                State::Match { .. } => Part::Match,
                State::Dense(_) | State::Capture { .. } => return None,
            })
        };
        Some(Self {
            states: nfa.states().iter().map(part).collect::<Option<_>>()?,
            anchored: nfa.start_anchored().as_u32(),
            unanchored: nfa.start_unanchored().as_u32(),
        })
    }

    /// `None` where a state is named that is not there.
    fn built(&self) -> Option<NFA> {
        let named = |position: u32| {
            let known = (position as usize) < self.states.len();
            known
                .then(|| StateID::new(position as usize).ok())
                .flatten()
        };
        let mut builder = thompson::Builder::new();
        builder.set_utf8(true);
        builder.start_pattern().ok()?;
        for part in &self.states {
            let step = |(start, end, next): &(u8, u8, u32)| {
                Some(Transition {
                    start: *start,
                    end: *end,
                    next: named(*next)?,
                })
            };
            let added = match part {
                Part::Bytes(steps) => match steps.as_slice() {
                    [one] => builder.add_range(step(one)?),
                    all => builder.add_sparse(all.iter().map(step).collect::<Option<_>>()?),
                },
                Part::Look(look, next) => builder.add_look(named(*next)?, Look::from_repr(*look)?),
                Part::Any(all) => {
                    builder.add_union(all.iter().map(|next| named(*next)).collect::<Option<_>>()?)
                }
                Part::Fail => builder.add_fail(),
                Part::Match => builder.add_match(),
            };
            added.ok()?;
        }
        let anchored = named(self.anchored)?;
        builder.finish_pattern(anchored).ok()?;
        builder.build(anchored, named(self.unanchored)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_the_automaton_that_it_was_made_of() {
        for pattern in [
            "",
            "a|bc|d",
            r"\bja[0-9]{2,}$",
            "[a-cx-z]+?y",
            r"[^\x00-\x{10ffff}]",
        ] {
            let machine = Machine::of(&regex_syntax::parse(pattern).unwrap()).unwrap();
            let again = Machine::from_kept(&machine.kept().unwrap()).unwrap();
            let states = |machine: &Machine| format!("{:?}", machine.automaton.get_nfa());
            assert_eq!(states(&again), states(&machine), "{pattern}");
        }
    }

    #[test]
    fn a_plan_that_names_a_state_that_is_not_there_is_none() {
        let plan = |next| Plan {
            states: vec![Part::Bytes(vec![(b'a', b'a', next)]), Part::Match],
            anchored: 0,
            unanchored: 0,
        };
        assert!(plan(1).built().is_some());
        assert!(plan(2).built().is_none());
    }
}
