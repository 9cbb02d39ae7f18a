//! `answer('key')` and `answered('key')`: what the respondent of a part of the report gave to another
//! question.
//!
//! Whoever answers is found by name and group. Of two submissions under one name, the one that is at
//! hand answers its own question; which of them answers another one does not show, so that they have a
//! value there only where all of them give the same.

use super::code::{AnswerOf, Asked};
use super::eval::{Machine, unexpected};
use super::fields::{content, content_bytes};
use super::fuel::Fuel;
use super::node::{Node, NodeKind};
use super::stop::{Result, Stop};
use super::value::{Data, Print, Text, Value};
use super::world::World;
use crate::report::{Answer, Kind};
use crate::rules::outcome::NotEvaluable;
use std::rc::Rc;

/// What was found of a respondent's answer.
enum Found<'r> {
    /// The answer.
    One(&'r Answer),
    /// The respondent did not answer: it stands under `Ikke angitt`, or nowhere in a whole question.
    None,
}

impl<'r> Machine<'r, '_> {
    pub(super) fn answer(&mut self, asked: &'r AnswerOf) -> Result<Value<'r>> {
        let Data::Node(node) = self.eval(&asked.of)?.data else {
            return Err(unexpected());
        };
        let (world, keys) = (self.world, self.keys);
        let (world, keys, node) = if asked.previous {
            let Some(previous) = &world.previous else {
                return Err(stop(NotEvaluable::NoPrevious));
            };
            let same = previous.same(world, node, &mut self.fuel)?;
            (
                &*previous.world,
                previous.keys,
                same.ok_or(stop(NotEvaluable::NoAnswer))?,
            )
        } else {
            (world, keys, node)
        };
        let q = match keys.get(&asked.key).map(Vec::as_slice) {
            None | Some([]) => return Err(stop(NotEvaluable::NoSuchQuestion)),
            Some([one]) => *one,
            Some(_) => return Err(stop(NotEvaluable::Ambiguous)),
        };
        self.fuel.step(4)?;
        let found = find(world, node, q, asked.what, &mut self.fuel)?;
        let value = match (asked.what, found) {
            (Asked::Given, Found::None) => Value::bool(false),
            (Asked::Given, Found::One(answer)) => Value::bool(!answer.blank),
            (Asked::Value(_), Found::None) => return Err(stop(NotEvaluable::NoAnswer)),
            (Asked::Value(kind), Found::One(answer)) => says(answer, kind)?,
        };
        if asked.previous {
            // It is printed in another report.
            return unprinted(value, &mut self.fuel);
        }
        self.read(value)
    }
}

fn stop(why: NotEvaluable) -> Stop {
    Stop::NotEvaluable(why)
}

/// The answer of the respondent of a part of the report to the question at this position.
fn find<'r>(
    world: &World<'r>,
    node: Node,
    q: usize,
    what: Asked,
    fuel: &mut Fuel,
) -> Result<Found<'r>> {
    let question = Node::top(NodeKind::Question, q);
    let here = matches!(
        node.kind,
        NodeKind::Answer | NodeKind::Choice | NodeKind::Prose
    );
    let own = world.answer(node).filter(|_| here);
    if let Some(own) = own.filter(|_| node.outer(NodeKind::Question) == question) {
        return certain(own);
    }
    let person = match node.kind {
        NodeKind::Respondent => Some(node),
        NodeKind::NotStatedLine => world
            .not_stated_line(node)
            .and_then(|line| world.person(line.id())),
        _ => own.and_then(|answer| world.person(answer.id())),
    };
    let person = person.ok_or(stop(NotEvaluable::NoAnswer))?;
    let answers = of(question, world.answers_of(person));
    let unstated = of(question, world.not_stated_of(person)).len();
    fuel.step(answers.len() as u64)?;
    let answers = answers.iter().filter_map(|n| world.answer(*n));
    let answers: Vec<&'r Answer> = answers.collect();
    let submissions = world.respondent(person).map_or(1, |p| p.submissions);
    let submissions = usize::try_from(submissions).unwrap_or(usize::MAX);
    let whole = world.question(question).is_some_and(|q| q.complete);
    match answers.as_slice() {
        [] if unstated >= submissions || unstated == 0 && whole => Ok(Found::None),
        // Where some of the page is lost, an answer may stand there.
        [] => Err(stop(NotEvaluable::NoAnswer)),
        [one] if submissions <= 1 => certain(one),
        [first, rest @ ..] => {
            for answer in &answers {
                certain(answer)?;
            }
            // A submission that did not answer gives no value, and is not answered either.
            let alike = answers.len() == submissions
                && match what {
                    Asked::Given => rest.iter().all(|other| other.blank == first.blank),
                    Asked::Value(_) => say_the_same(first, rest, fuel)?,
                };
            if alike {
                Ok(Found::One(first))
            } else {
                Err(stop(NotEvaluable::Ambiguous))
            }
        }
    }
}

/// Those of a respondent's nodes, which stand in the order of the questions, that lie in a question.
fn of(question: Node, nodes: &[Node]) -> &[Node] {
    let first = nodes.partition_point(|n| n.at < question.at);
    let rest = nodes.get(first..).unwrap_or(&[]);
    let count = rest.partition_point(|n| n.outer(NodeKind::Question) == question);
    rest.get(..count).unwrap_or(&[])
}

/// Whether all say what the first says. What is put together for that is paid for.
fn say_the_same(first: &Answer, rest: &[&Answer], fuel: &mut Fuel) -> Result<bool> {
    let cost = |answer: &Answer| 4 + content_bytes(answer) as u64 / 8;
    fuel.step(cost(first))?;
    let wanted = content(first);
    for other in rest {
        fuel.step(cost(other))?;
        if content(other) != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

fn certain(answer: &Answer) -> Result<Found<'_>> {
    if answer.certain {
        Ok(Found::One(answer))
    } else {
        Err(stop(NotEvaluable::UncertainAnswer))
    }
}

/// What an answer says. A number that is not printed is 0, as the exporter counts it, and its place is
/// the name above it.
fn says(answer: &Answer, kind: Kind) -> Result<Value<'_>> {
    let none = || stop(NotEvaluable::NoAnswer);
    match kind {
        Kind::Integer => Ok(match &answer.value {
            Some(value) => Value::printed_int(Some(value)),
            None => Value {
                print: Some(Print::Place(&answer.respondent)),
                ..Value::int(0)
            },
        }),
        Kind::Text => match &answer.text {
            Some(text) => Ok(Value::printed_text(Some(text))),
            None => Err(none()),
        },
        Kind::SingleChoice => match (answer.choices.as_slice(), &answer.own_text) {
            ([one], _) => Ok(Value::printed_text(Some(&one.option))),
            ([], Some(own)) => Ok(Value::printed_text(Some(own))),
            ([], None) => Err(none()),
            _ => Err(stop(NotEvaluable::Ambiguous)),
        },
        Kind::MultipleChoice => {
            let options = answer.choices.iter().map(|c| &c.option);
            Ok(Value::list(
                options.map(|o| Value::printed_text(Some(o))).collect(),
            ))
        }
        Kind::Places => Ok(Value::printed_texts(&answer.places)),
        Kind::Unknown => Err(unexpected()),
    }
}

/// A value of another report: what it is, without its place.
fn unprinted<'r>(value: Value<'_>, fuel: &mut Fuel) -> Result<Value<'r>> {
    Ok(match value.data {
        Data::Bool(b) => Value::bool(b),
        Data::Number(number) => Value::new(Data::Number(number)),
        Data::Text(text) => {
            fuel.text(text.as_str().len())?;
            Value::new(Data::Text(Text::Made(Rc::from(text.as_str()))))
        }
        Data::List(list) => {
            fuel.list(list.len())?;
            let items: Result<Vec<_>> = list.iter().map(|item| unprinted(item, fuel)).collect();
            Value::list(items?)
        }
        Data::Null | Data::Date(_) | Data::Node(_) => Value::null(),
    })
}
