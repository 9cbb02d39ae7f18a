//! Checked code → values, over a report.

use super::ast::Binary;
use super::code::Code;
use super::constant::Const;
use super::fuel::Fuel;
use super::index::{Index, IndexName};
use super::node::{Node, NodeKind};
use super::numbers::Number;
use super::pattern::Pattern;
use super::stop::{Result, Stop};
use super::touches::{Mark, Places, Touches};
use super::value::{Data, List, Run, Text, Value};
use super::world::World;
use crate::rules::outcome::NotEvaluable;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

/// A name's value.
#[derive(Clone, Debug, Default)]
pub(crate) enum Slot<'r> {
    /// Not yet known.
    #[default]
    Empty,
    /// Known.
    Full(Value<'r>),
    /// It has none.
    Failed(Stop),
}

/// A name that is evaluated when it is first read.
#[derive(Serialize, Deserialize)]
pub(crate) struct Let {
    /// Where its value is kept.
    pub(crate) slot: usize,
    /// On how many of the rule's bindings it depends: it is evaluated once for each place there.
    pub(crate) level: usize,
    /// What it is.
    pub(crate) code: Code,
    /// What it is called.
    pub(crate) name: String,
    /// How it is written.
    pub(crate) text: String,
}

/// What was built and read over all rules of a run.
#[derive(Default)]
pub(crate) struct Shared {
    indexes: FxHashMap<(Run, IndexName), Rc<Index>>,
    pub(super) patterns: HashMap<String, Option<Rc<Pattern>>>,
    /// Where the printed values stand that were read: page and first byte.
    pub(crate) touched: Places,
}

/// Evaluates the code of one rule.
pub(crate) struct Machine<'r, 's> {
    pub(super) world: &'r World<'r>,
    pub(super) shared: &'s mut Shared,
    /// The positions of the questions of each key.
    pub(super) keys: &'r HashMap<String, Vec<usize>>,
    pub(crate) fuel: Fuel,
    slots: Vec<Slot<'r>>,
    lets: &'r [Let],
    /// What the present place rests on.
    touches: Touches,
    /// Whether printed values are read for what they say, not only for where they stand.
    reading: bool,
}

impl<'r, 's> Machine<'r, 's> {
    /// A machine for a rule with these slots and lets.
    pub(crate) fn new(
        world: &'r World<'r>,
        shared: &'s mut Shared,
        keys: &'r HashMap<String, Vec<usize>>,
        slots: usize,
        lets: &'r [Let],
        bindings: usize,
    ) -> Self {
        Self {
            world,
            shared,
            keys,
            fuel: Fuel::full(bindings, world.answers()),
            slots: vec![Slot::Empty; slots],
            lets,
            touches: Touches::new(slots),
            reading: true,
        }
    }

    /// The present point in the reading.
    pub(crate) fn mark(&mut self) -> Mark {
        self.touches.mark()
    }

    /// Forgets what was read since a point.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        self.touches.rewind(mark);
    }

    /// The place has been judged: what it rests on has been checked.
    pub(crate) fn judged(&mut self) {
        self.touches.judged(&mut self.shared.touched);
    }

    /// Begins a new place on a level: the lets that depend on it are forgotten.
    pub(crate) fn enter(&mut self, level: usize) {
        self.fuel.enter(level);
        let lets = self.lets;
        for own in lets.iter().filter(|l| l.level >= level) {
            self.set(own.slot, Slot::Empty);
            self.touches.forget(own.slot);
        }
    }

    /// Gives a name its value.
    pub(crate) fn set(&mut self, slot: usize, value: Slot<'r>) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = value;
        }
    }

    /// Evaluates an expression for where it is printed, without reading what is printed there.
    pub(crate) fn place(&mut self, code: &'r Code) -> Result<Value<'r>> {
        let reading = std::mem::replace(&mut self.reading, false);
        let value = self.eval(code);
        self.reading = reading;
        value
    }

    /// The value of a name.
    pub(crate) fn slot_of(&mut self, slot: usize) -> Result<Value<'r>> {
        self.slot(slot)
    }

    /// Evaluates an expression that is true or false.
    pub(crate) fn truth(&mut self, code: &'r Code) -> Result<bool> {
        match self.eval(code)?.data {
            Data::Bool(b) => Ok(b),
            _ => Err(unexpected()),
        }
    }

    /// Evaluates an expression that is a list.
    pub(crate) fn list(&mut self, code: &'r Code) -> Result<List<'r>> {
        match self.eval(code)?.data {
            Data::List(list) => Ok(list),
            _ => Err(unexpected()),
        }
    }

    pub(super) fn number(&mut self, code: &'r Code) -> Result<Number> {
        match self.eval(code)?.data {
            Data::Number(number) => Ok(number),
            _ => Err(unexpected()),
        }
    }

    pub(super) fn text(&mut self, code: &'r Code) -> Result<Text<'r>> {
        match self.eval(code)?.data {
            Data::Text(text) => Ok(text),
            _ => Err(unexpected()),
        }
    }

    /// Evaluates an expression that is a part of the report.
    fn node(&mut self, code: &'r Code) -> Result<Node> {
        // Most are names whose value is known, and need not be handed over whole.
        if let Code::Slot(slot) = code
            && let Some(Slot::Full(value)) = self.slots.get(*slot)
        {
            let Data::Node(node) = value.data else {
                return Err(unexpected());
            };
            self.fuel.step(1)?;
            self.touches.use_let(*slot);
            return Ok(node);
        }
        match self.eval(code)?.data {
            Data::Node(node) => Ok(node),
            _ => Err(unexpected()),
        }
    }

    /// Evaluates an expression.
    pub(crate) fn eval(&mut self, code: &'r Code) -> Result<Value<'r>> {
        self.fuel.step(1)?;
        match code {
            Code::Const(value) => self.constant(value),
            Code::Report => Ok(Value::node(Node::REPORT)),
            Code::Slot(slot) => self.slot(*slot),
            Code::Field(base, field) => {
                let node = self.node(base)?;
                // What an answer says is judged only where all of it was read: the engine sees to
                // that, and no rule has to.
                if field.content && self.reading && !self.world.is_certain(node) {
                    return Err(Stop::NotEvaluable(NotEvaluable::UncertainAnswer));
                }
                let value = (field.read)(self.world, node);
                self.read(value)
            }
            Code::List(items) => {
                self.fuel.list(items.len())?;
                let items: Result<Vec<_>> = items.iter().map(|i| self.eval(i)).collect();
                Ok(Value::list(items?))
            }
            Code::Index(list, index) => {
                let list = self.list(list)?;
                let found = match self.number(index)? {
                    Number::Int(n) => usize::try_from(n).ok().and_then(|i| list.get(i)),
                    Number::Ratio(_) => None,
                };
                found.ok_or(Stop::NotEvaluable(NotEvaluable::NoSuchItem))
            }
            Code::Not(inner) => Ok(Value::bool(!self.truth(inner)?)),
            Code::Minus(inner) => {
                let negated = self.number(inner)?.neg();
                Ok(number(negated.ok_or_else(overflow)?))
            }
            Code::Binary(op, a, b) => self.binary(*op, a, b),
            Code::And(a, b) => self.junction(a, b, false),
            Code::Or(a, b) => self.junction(a, b, true),
            Code::Cond(condition, then, other) => {
                let chosen = if self.truth(condition)? { then } else { other };
                self.eval(chosen)
            }
            Code::Call(fun, args) => self.call(*fun, args),
            Code::Matches(text, pattern) => {
                let text = self.text(text)?;
                self.fuel.step(1 + text.as_str().len() as u64 / 8)?;
                let found = pattern.is_match(text.as_str());
                Ok(Value::bool(found.ok_or_else(broken_pattern)?))
            }
            Code::Macro(found) => self.macro_call(found),
            Code::Lookup(lookup) => self.lookup(lookup),
            Code::Answer(asked) => self.answer(asked),
            Code::Table(call) => self.table(call),
            Code::Questions { key, single } => {
                let keys = self.keys;
                let found = keys.get(key).map_or(&[][..], Vec::as_slice);
                let node = |q: &usize| Value::node(Node::top(NodeKind::Question, *q));
                if found.is_empty() {
                    return Err(Stop::NotEvaluable(NotEvaluable::NoSuchQuestion));
                }
                if *single {
                    return Ok(found.first().map_or_else(Value::null, node));
                }
                self.fuel.list(found.len())?;
                Ok(Value::list(found.iter().map(node).collect()))
            }
        }
    }

    /// Takes note of a printed value that is read; one that is not certain has no value.
    pub(super) fn read(&mut self, value: Value<'r>) -> Result<Value<'r>> {
        self.note(&value)?;
        Ok(value)
    }

    fn note(&mut self, value: &Value<'r>) -> Result<()> {
        if let Data::List(List::Made(made)) = &value.data {
            self.fuel.list(made.items.len())?;
            for item in made.items.iter().filter(|i| i.print.is_some()) {
                self.note(item)?;
            }
        }
        if self.reading
            && let Some(print) = &value.print
        {
            if !print.certain() {
                return Err(Stop::NotEvaluable(NotEvaluable::Unread));
            }
            let span = print.span();
            self.touches.touch((span.page, span.start));
        }
        Ok(())
    }

    fn slot(&mut self, slot: usize) -> Result<Value<'r>> {
        match self.slots.get(slot) {
            Some(Slot::Full(value)) => {
                self.touches.use_let(slot);
                return Ok(value.clone());
            }
            Some(Slot::Failed(stop)) => return Err(stop.clone()),
            _ => {}
        }
        let lets = self.lets;
        let found = lets
            .iter()
            .find(|l| l.slot == slot)
            .ok_or_else(unexpected)?;
        let level = self.fuel.switch(found.level);
        let held = self.fuel.held();
        // What a let says is judged, whoever asks first.
        let reading = std::mem::replace(&mut self.reading, true);
        let outer = self.touches.begin_let();
        let result = self.eval(&found.code);
        self.touches.end_let(slot, outer);
        self.touches.use_let(slot);
        self.reading = reading;
        self.fuel.keep_let(held);
        self.fuel.switch(level);
        self.set(
            slot,
            match &result {
                Ok(value) => Slot::Full(value.clone()),
                Err(stop) => Slot::Failed(stop.clone()),
            },
        );
        result
    }

    pub(super) fn constant(&mut self, value: &'r Const) -> Result<Value<'r>> {
        Ok(match value {
            Const::Null => Value::null(),
            Const::Bool(b) => Value::bool(*b),
            Const::Number(n) => number(*n),
            Const::Text(text) => Value::lent(text),
            Const::Date(day) => Value::new(Data::Date(*day)),
            Const::List(items) => {
                self.fuel.list(items.len())?;
                let items: Result<Vec<_>> = items.iter().map(|i| self.constant(i)).collect();
                Value::list(items?)
            }
        })
    }

    /// `&&` and `||`: a side that decides does so even where the other has no value.
    fn junction(&mut self, a: &'r Code, b: &'r Code, decides: bool) -> Result<Value<'r>> {
        let left = self.truth(a);
        match left {
            Ok(value) if value == decides => return Ok(Value::bool(decides)),
            Err(Stop::Spent(bound)) => return Err(Stop::Spent(bound)),
            _ => {}
        }
        let right = self.truth(b)?;
        if right == decides {
            return Ok(Value::bool(decides));
        }
        left.map(|_| Value::bool(!decides))
    }

    fn binary(&mut self, op: Binary, a: &'r Code, b: &'r Code) -> Result<Value<'r>> {
        let left = self.eval(a)?;
        let right = self.eval(b)?;
        match op {
            Binary::Eq => return Ok(Value::bool(self.same(&left, &right)?)),
            Binary::Ne => return Ok(Value::bool(!self.same(&left, &right)?)),
            Binary::In => {
                let Data::List(list) = &right.data else {
                    return Err(unexpected());
                };
                for item in list.iter() {
                    if self.same(&left, &item)? {
                        return Ok(Value::bool(true));
                    }
                }
                return Ok(Value::bool(false));
            }
            _ => {}
        }
        if let Some(ordering) = order(&left, &right)
            && let Some(holds) = compare(op, ordering)
        {
            return Ok(Value::bool(holds));
        }
        match (op, left.data, right.data) {
            (_, Data::Number(a), Data::Number(b)) => {
                let result = match op {
                    Binary::Add => a.add(b),
                    Binary::Sub => a.sub(b),
                    Binary::Mul => a.mul(b),
                    Binary::Div => a.div(b),
                    _ => a.rem(b),
                };
                Ok(number(result.ok_or_else(overflow)?))
            }
            (Binary::Add, Data::Text(a), Data::Text(b)) => {
                self.fuel.text(a.as_str().len() + b.as_str().len())?;
                Ok(Value::made(&[a.as_str(), b.as_str()].concat()))
            }
            (Binary::Add, Data::List(a), Data::List(b)) => {
                self.fuel.list(a.len() + b.len())?;
                Ok(Value::list(a.iter().chain(b.iter()).collect()))
            }
            _ => Err(unexpected()),
        }
    }

    /// Whether two values are the same; the longer they are, the more it costs.
    pub(super) fn same(&mut self, a: &Value<'r>, b: &Value<'r>) -> Result<bool> {
        match (&a.data, &b.data) {
            (Data::Text(a), Data::Text(b)) => {
                let (a, b) = (a.as_str(), b.as_str());
                self.fuel.step(1 + a.len().min(b.len()) as u64 / 64)?;
                Ok(a == b)
            }
            (Data::List(a), Data::List(b)) => {
                if a.len() != b.len() {
                    return Ok(false);
                }
                for (x, y) in a.iter().zip(b.iter()) {
                    if !self.same(&x, &y)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            (Data::Null, Data::Null) => Ok(true),
            (Data::Bool(a), Data::Bool(b)) => Ok(a == b),
            (Data::Node(a), Data::Node(b)) => Ok(a == b),
            _ => {
                self.fuel.step(1)?;
                Ok(order(a, b) == Some(Ordering::Equal))
            }
        }
    }
}

impl Shared {
    pub(super) fn index(&self, run: Run, name: IndexName) -> Option<Rc<Index>> {
        self.indexes.get(&(run, name)).map(Rc::clone)
    }

    pub(super) fn keep(&mut self, run: Run, name: IndexName, index: Rc<Index>) {
        self.indexes.insert((run, name), index);
    }
}

/// A number as a value.
pub(super) fn number<'r>(number: Number) -> Value<'r> {
    Value::new(Data::Number(number))
}

/// What the checker rules out. It is not judged rather than judged wrongly.
pub(super) fn unexpected() -> Stop {
    Stop::NotEvaluable(NotEvaluable::Undefined)
}

/// A result that is not defined or does not fit.
pub(super) fn overflow() -> Stop {
    Stop::NotEvaluable(NotEvaluable::Undefined)
}

/// The order of two values that have one.
pub(super) fn order(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    match (&a.data, &b.data) {
        (Data::Number(a), Data::Number(b)) => Some(a.cmp(b)),
        (Data::Text(a), Data::Text(b)) => Some(a.as_str().cmp(b.as_str())),
        (Data::Date(a), Data::Date(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

fn compare(op: Binary, ordering: Ordering) -> Option<bool> {
    match op {
        Binary::Lt => Some(ordering.is_lt()),
        Binary::Le => Some(ordering.is_le()),
        Binary::Gt => Some(ordering.is_gt()),
        Binary::Ge => Some(ordering.is_ge()),
        _ => None,
    }
}

/// Why a pattern finds nothing: it is wrongly written, or takes too much.
pub(super) fn broken_pattern() -> Stop {
    Stop::NotEvaluable(NotEvaluable::Undefined)
}
