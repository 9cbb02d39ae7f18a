//! One check of a rule at each place that it is about.

use super::hint;
use super::size::{bytes_of, bytes_of_ask};
use super::whose;
use crate::i18n::Text;
use crate::rules::lang::code::Code;
use crate::rules::lang::eval::{Machine, Shared, Slot};
use crate::rules::lang::known::PROSE_NAMES;
use crate::rules::lang::lookup::Key;
use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::numbers::Number;
use crate::rules::lang::stop::Stop;
use crate::rules::lang::value::{Data, Value};
use crate::rules::lang::world::World;
use crate::rules::load::{Part, Rule};
use crate::rules::outcome::{Bound, Datum, Hidden, Hit, NotEvaluable};
use crate::text::Printed;
use std::collections::{BTreeMap, HashMap};

/// A hit, with what makes it the cause or the consequence of another one.
pub(super) struct Found {
    /// The hit.
    pub(super) hit: Hit,
    /// What it is about, in the rule's own terms.
    pub(super) scope: Vec<Key>,
    /// What is said of it as a consequence.
    pub(super) consequence: Text,
}

impl Found {
    /// How many bytes it takes, about, without its labels.
    fn bytes(&self) -> usize {
        let hit = &self.hit;
        let texts = [&hit.message, &hit.why, &hit.help, &self.consequence];
        let ask: usize = hit.asks.iter().map(bytes_of_ask).sum();
        let place = hit.primary.text.len() + hit.primary.value.len();
        let scope: usize = self.scope.iter().map(Key::bytes).sum();
        size_of::<Self>() + place + scope + ask + texts.map(bytes_of).iter().sum::<usize>()
    }
}

/// A check that is run over a report.
pub(super) struct Run<'r, 's> {
    rule: &'r Rule,
    part: &'r Part,
    /// What it is run over.
    pub(super) world: &'r World<'r>,
    /// What evaluates its expressions.
    pub(super) machine: Machine<'r, 's>,
    /// The items of the bindings at the present place.
    bound: Vec<Value<'r>>,
    /// What was found so far.
    pub(super) found: Vec<Found>,
    /// How many findings are kept at most.
    pub(super) kept: usize,
    /// How many there are beyond those.
    pub(super) unlisted: usize,
    /// At how many places it was evaluated.
    pub(super) evaluated: usize,
    /// At how many places it could not be, by reason.
    pub(super) not_evaluable: BTreeMap<NotEvaluable, usize>,
    /// The most that the rounding of a figure hides.
    pub(super) hidden: Option<Hidden>,
}

impl<'r, 's> Run<'r, 's> {
    /// A check that has not begun.
    pub(super) fn new(
        rule: &'r Rule,
        part: &'r Part,
        world: &'r World<'r>,
        shared: &'s mut Shared,
        keys: &'r HashMap<String, Vec<usize>>,
    ) -> Self {
        let bindings = part.bindings.len();
        Self {
            rule,
            part,
            world,
            machine: Machine::new(world, shared, keys, part.slots, &part.lets, bindings),
            bound: Vec::new(),
            found: Vec::new(),
            kept: usize::MAX,
            unlisted: 0,
            evaluated: 0,
            not_evaluable: BTreeMap::new(),
            hidden: None,
        }
    }

    /// Checks every place; gives the bound that the rule would have gone beyond.
    pub(super) fn all(&mut self) -> Option<Bound> {
        let Err(Stop::Spent(bound)) = self.level(0) else {
            return None;
        };
        self.hold_back(NotEvaluable::Beyond(bound));
        Some(bound)
    }

    fn level(&mut self, depth: usize) -> Result<(), Stop> {
        let mark = self.machine.mark();
        let done = self.level_on(depth);
        self.machine.rewind(mark);
        done
    }

    /// A place that cannot be judged, and why.
    fn hold_back(&mut self, why: NotEvaluable) {
        *self.not_evaluable.entry(why).or_default() += 1;
    }

    fn level_on(&mut self, depth: usize) -> Result<(), Stop> {
        self.machine.enter(depth);
        let judged = match self.conditions(depth) {
            Ok(meant) => meant,
            Err(Stop::NotEvaluable(why)) => {
                self.hold_back(why);
                return Ok(());
            }
            Err(stop) => return Err(stop),
        };
        if !judged {
            return Ok(());
        }
        let part = self.part;
        let Some(binding) = part.bindings.get(depth) else {
            return self.judge();
        };
        let list = match self.machine.list(&binding.list) {
            Ok(list) => list,
            Err(Stop::NotEvaluable(why)) => {
                self.hold_back(why);
                return Ok(());
            }
            Err(stop) => return Err(stop),
        };
        for item in list.iter() {
            self.bound.truncate(depth);
            self.bound.push(item.clone());
            self.machine.set(binding.slot, Slot::Full(item));
            self.level(depth + 1)?;
        }
        self.bound.truncate(depth);
        Ok(())
    }

    /// Whether the place is meant. A condition that is not met decides, also where another one has
    /// no value; a need that is not met makes the place one that cannot be judged.
    fn conditions(&mut self, depth: usize) -> Result<bool, Stop> {
        let part = self.part;
        let mut unsure = None;
        for step in part.steps.iter().filter(|s| s.level == depth) {
            match self.machine.truth(&step.code) {
                Ok(true) => {}
                Ok(false) if step.needed => {
                    unsure = Some(Stop::NotEvaluable(NotEvaluable::Needs));
                }
                Ok(false) => return Ok(false),
                Err(stop @ Stop::NotEvaluable(_)) => unsure = Some(stop),
                Err(stop) => return Err(stop),
            }
        }
        unsure.map_or(Ok(true), Err)
    }

    fn judge(&mut self) -> Result<(), Stop> {
        self.assertion()?;
        match self.measure() {
            Err(stop @ Stop::Spent(_)) => Err(stop),
            _ => Ok(()),
        }
    }

    /// How much the rounding hides at this place.
    fn measure(&mut self) -> Result<(), Stop> {
        let Some(hides) = &self.part.hides else {
            return Ok(());
        };
        let Some(Datum::Int(most)) = self.datum(hides)? else {
            return Ok(());
        };
        if self.hidden.as_ref().is_some_and(|known| known.most >= most) {
            return Ok(());
        }
        if let Some(at) = self.machine.place(&self.part.primary)?.print {
            let span = at.to_printed(self.world.report).span;
            self.hidden = Some(Hidden {
                most,
                of: self.part.hides_in.clone(),
                page: span.page,
                line: span.line,
            });
        }
        Ok(())
    }

    fn assertion(&mut self) -> Result<(), Stop> {
        match self.machine.truth(&self.part.assert) {
            Ok(true) => {
                self.evaluated += 1;
                self.machine.judged();
            }
            Ok(false) if self.found.len() >= self.kept => {
                self.evaluated += 1;
                self.unlisted += 1;
                self.machine.judged();
            }
            Ok(false) => match self.hit() {
                Ok(found) => {
                    self.machine.fuel.keep(found.bytes())?;
                    self.evaluated += 1;
                    self.machine.judged();
                    self.found.push(found);
                }
                Err(Stop::NotEvaluable(why)) => self.hold_back(why),
                Err(stop) => return Err(stop),
            },
            Err(Stop::NotEvaluable(why)) => self.hold_back(why),
            Err(stop) => return Err(stop),
        }
        Ok(())
    }

    fn hit(&mut self) -> Result<Found, Stop> {
        let part = self.part;
        let primary = self
            .print(&part.primary)?
            .ok_or(Stop::NotEvaluable(NotEvaluable::NotPrinted))?;
        let mut labels = Vec::new();
        for label in &part.labels {
            self.label(label, &mut labels)?;
        }
        let reported = match &part.reported {
            Some(code) => self.spared(|run| run.datum(code))?.flatten(),
            None => None,
        };
        let expected = match &part.expected {
            Some(code) => self.spared(|run| run.datum(code))?.flatten(),
            None => None,
        };
        let addends = match &part.addends {
            Some(code) => self.spared(|run| run.numbers(code))?.unwrap_or_default(),
            None => Vec::new(),
        };
        let mut scope = Vec::new();
        for code in &part.scope {
            scope.push(Key::of(&self.machine.place(code)?));
        }
        let message = self.message(&part.message)?;
        let consequence = self.message(&part.consequence)?;
        let mut help = self.message(&part.help)?;
        if let (Some(Datum::Int(reported)), Some(Datum::Int(expected))) = (&reported, &expected) {
            hint::add(&mut help, *reported, *expected, &addends);
        }
        let mut severity = part.severity;
        for (when, other) in &part.severity_when {
            if self.holds(when)? {
                severity = *other;
                break;
            }
        }
        let certain = primary.certain;
        let respondent = self.about(part.about.respondent.as_ref(), whose::respondent)?;
        let group = self.about(part.about.group.as_ref(), whose::group)?;
        let asks = match &part.ask {
            Some(ask) => self.asks(ask, (&respondent, &group), &primary)?,
            None => Vec::new(),
        };
        let hit = Hit {
            rule: self.rule.id.clone(),
            severity,
            why: self.message(&part.why)?,
            question: self.question()?,
            respondent,
            group,
            option: self.about(part.about.option.as_ref(), whose::option)?,
            aspect: self.aspect(),
            message,
            help,
            asks,
            reported,
            expected,
            primary,
            labels,
            certain,
        };
        Ok(Found {
            hit,
            scope,
            consequence,
        })
    }

    /// Whether a condition on what is said of a finding holds. One without a value does not.
    pub(super) fn holds(&mut self, when: &'r Code) -> Result<bool, Stop> {
        let told = self.spared(|run| run.machine.truth(when))?;
        Ok(told.unwrap_or(false))
    }

    pub(super) fn print(&mut self, code: &'r Code) -> Result<Option<Printed<String>>, Stop> {
        let value = self.machine.place(code)?;
        Ok(value.print.map(|p| p.to_printed(self.world.report)))
    }

    /// What is said beside a finding; nothing where it has no value, for the finding is proven all the
    /// same. What was read for it is then not judged.
    pub(super) fn spared<T>(
        &mut self,
        say: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<Option<T>, Stop> {
        let mark = self.machine.mark();
        match say(self) {
            Err(Stop::NotEvaluable(_)) => {
                self.machine.rewind(mark);
                Ok(None)
            }
            said => said.map(Some),
        }
    }

    fn datum(&mut self, code: &'r Code) -> Result<Option<Datum>, Stop> {
        Ok(match self.machine.place(code)?.data {
            Data::Number(Number::Int(n)) => i64::try_from(n).ok().map(Datum::Int),
            Data::Text(text) => Some(Datum::Text(text.as_str().to_owned())),
            _ => None,
        })
    }

    fn numbers(&mut self, code: &'r Code) -> Result<Vec<i64>, Stop> {
        let list = self.machine.list(code)?;
        let numbers = list.iter().filter_map(|item| match item.data {
            Data::Number(Number::Int(n)) => i64::try_from(n).ok(),
            _ => None,
        });
        Ok(numbers.collect())
    }

    /// What the rule says a finding is about, or else what follows from the innermost binding that
    /// tells.
    fn about(
        &mut self,
        given: Option<&'r Code>,
        infer: fn(&World<'r>, Node) -> Option<&'r str>,
    ) -> Result<Option<String>, Stop> {
        if let Some(code) = given {
            return Ok(match self.machine.place(code)?.data {
                Data::Text(text) => Some(text.as_str().to_owned()),
                _ => None,
            });
        }
        let found = self.nodes().find_map(|node| infer(self.world, node));
        Ok(found.map(str::to_owned))
    }

    fn question(&mut self) -> Result<Option<usize>, Stop> {
        if let Some(code) = &self.part.about.question {
            return Ok(match self.machine.place(code)?.data {
                Data::Node(node) => Some(node.index()),
                _ => None,
            });
        }
        let found = self.nodes().find_map(|node| match node.kind {
            NodeKind::Report
            | NodeKind::Filter
            | NodeKind::Category
            | NodeKind::Respondent
            | NodeKind::Gap
            | NodeKind::Unread => None,
            NodeKind::Unchecked => self.world.unchecked(node)?.question,
            _ => Some(node.outer(NodeKind::Question).index()),
        });
        Ok(found)
    }

    /// What else tells a finding from others about the same; see [`Hit::aspect`].
    fn aspect(&self) -> String {
        let mut parts = Vec::new();
        if !self.part.name.is_empty() {
            parts.push(self.part.name.clone());
        }
        let of_answer =
            |kind| matches!(kind, NodeKind::Answer | NodeKind::Choice | NodeKind::Prose);
        if let Some(node) = self.nodes().find(|node| of_answer(node.kind)) {
            let answer = self.world.answer(node);
            if let Some(answer) = answer.filter(|answer| answer.occurrence > 1) {
                parts.push(format!("#{}", answer.occurrence));
            }
            let text = PROSE_NAMES
                .get(node.index())
                .filter(|_| node.kind == NodeKind::Prose);
            // The whole text is what an answer is about anyway.
            parts.extend(
                text.filter(|name| **name != "text")
                    .map(|name| (*name).to_owned()),
            );
        }
        parts.join("/")
    }

    /// The parts of the report that are bound, the innermost first.
    fn nodes(&self) -> impl Iterator<Item = Node> {
        self.bound
            .iter()
            .rev()
            .filter_map(|value| match value.data {
                Data::Node(node) => Some(node),
                _ => None,
            })
    }
}
