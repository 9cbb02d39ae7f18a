//! What the functions over numbers, days and lists do.

use super::code::Code;
use super::constant::Const;
use super::eval::{Machine, number, order, overflow, unexpected};
use super::functions::Fun;
use super::lookup::mark;
use super::marks::MarkMap;
use super::numbers::{Deviation, Number, hidden, median, rounded_deviation, sum};
use super::stop::{Result, Stop};
use super::value::{Data, List, Value};
use crate::rules::outcome::NotEvaluable;
use std::cmp::Ordering;

impl<'r> Machine<'r, '_> {
    pub(super) fn call(&mut self, fun: Fun, args: &'r [Code]) -> Result<Value<'r>> {
        let (first, rest) = args.split_first().ok_or_else(unexpected)?;
        let second = rest.first();
        match fun {
            Fun::Size => self.size(first),
            Fun::OrZero => {
                let value = self.eval(first)?;
                Ok(match value.data {
                    Data::Null => Value::int(0),
                    _ => value,
                })
            }
            Fun::OrElse => {
                let value = self.eval(first)?;
                match (value.data, second) {
                    (Data::Null, Some(other)) => self.eval(other),
                    (data, _) => Ok(Value {
                        data,
                        print: value.print,
                    }),
                }
            }
            Fun::HalfUp => {
                let rounded = self.number(first)?.half_up();
                Ok(Value::int(rounded.ok_or_else(overflow)?))
            }
            Fun::HalfUpOf => {
                let quotient = self.pair(first, second)?;
                let rounded = quotient.0.div(quotient.1).and_then(Number::half_up);
                Ok(Value::int(rounded.ok_or_else(overflow)?))
            }
            Fun::Hidden => {
                let (part, base) = self.pair(first, second)?;
                hidden(part, base).map(Value::int).ok_or_else(overflow)
            }
            Fun::Within => {
                let (rounded, unit) = self.pair(first, second)?;
                let exact = self.number(rest.get(1).ok_or_else(unexpected)?)?;
                within(rounded, unit, exact)
                    .map(Value::bool)
                    .ok_or_else(overflow)
            }
            Fun::Between => {
                let value = self.eval(first)?;
                let low = self.eval(second.ok_or_else(unexpected)?)?;
                let high = self.eval(rest.get(1).ok_or_else(unexpected)?)?;
                match (order(&low, &value), order(&value, &high)) {
                    (Some(low), Some(high)) => Ok(Value::bool(low.is_le() && high.is_le())),
                    _ => Err(unexpected()),
                }
            }
            Fun::Abs => {
                let value = self.number(first)?;
                let positive = if value < Number::Int(0) {
                    value.neg()
                } else {
                    Some(value)
                };
                positive.map(number).ok_or_else(overflow)
            }
            Fun::Year | Fun::Month | Fun::Day => match self.eval(first)?.data {
                Data::Date((year, month, day)) => Ok(match fun {
                    Fun::Year => Value::int(year),
                    Fun::Month => Value::int(month),
                    _ => Value::int(day),
                }),
                _ => Err(unexpected()),
            },
            Fun::Sum | Fun::Median | Fun::Stddev => self.statistic(fun, first, second),
            Fun::Min => self.extreme(first, Ordering::Less),
            Fun::Max => self.extreme(first, Ordering::Greater),
            Fun::Distinct => self.distinct(first),
            Fun::Flatten => self.flatten(first),
            Fun::First => {
                let list = self.list(first)?;
                Ok(list.get(0).unwrap_or_else(Value::null))
            }
            Fun::Last => {
                let list = self.list(first)?;
                let end = list.len().checked_sub(1);
                Ok(end.and_then(|i| list.get(i)).unwrap_or_else(Value::null))
            }
            Fun::After => self.after(first, second),
            _ => self.text_call(fun, first, rest),
        }
    }

    fn pair(&mut self, a: &'r Code, b: Option<&'r Code>) -> Result<(Number, Number)> {
        let a = self.number(a)?;
        let b = self.number(b.ok_or_else(unexpected)?)?;
        Ok((a, b))
    }

    fn size(&mut self, code: &'r Code) -> Result<Value<'r>> {
        match self.eval(code)?.data {
            Data::List(list) => Ok(Value::count(list.len())),
            Data::Text(text) => {
                self.fuel.step(1 + text.as_str().len() as u64 / 64)?;
                Ok(Value::count(text.as_str().chars().count()))
            }
            _ => Err(unexpected()),
        }
    }

    fn numbers(&mut self, code: &'r Code) -> Result<Vec<Number>> {
        let list = self.list(code)?;
        self.fuel.list(list.len())?;
        let items = list.iter().map(|item| match item.data {
            Data::Number(number) => Ok(number),
            _ => Err(unexpected()),
        });
        items.collect()
    }

    fn statistic(&mut self, fun: Fun, list: &'r Code, kind: Option<&'r Code>) -> Result<Value<'r>> {
        let values = self.numbers(list)?;
        match fun {
            Fun::Sum => sum(&values).map(number).ok_or_else(overflow),
            Fun::Median if values.is_empty() => Ok(Value::null()),
            Fun::Median => median(&values).map(number).ok_or_else(overflow),
            _ => {
                let deviation = match kind {
                    Some(Code::Const(Const::Text(kind))) if kind == "population" => {
                        Deviation::Population
                    }
                    _ => Deviation::Sample,
                };
                let least = match deviation {
                    Deviation::Sample => 2,
                    Deviation::Population => 1,
                };
                if values.len() < least {
                    return Ok(Value::null());
                }
                let rounded = rounded_deviation(&values, deviation);
                rounded.map(Value::int).ok_or_else(overflow)
            }
        }
    }

    fn extreme(&mut self, code: &'r Code, wanted: Ordering) -> Result<Value<'r>> {
        let list = self.list(code)?;
        self.fuel.step(list.len() as u64)?;
        let best = list.iter().reduce(|best, item| match order(&item, &best) {
            Some(found) if found == wanted => item,
            _ => best,
        });
        Ok(best.unwrap_or_else(Value::null))
    }

    fn distinct(&mut self, code: &'r Code) -> Result<Value<'r>> {
        let list = self.list(code)?;
        self.fuel.list(list.len().saturating_mul(2))?;
        let mut seen: MarkMap<Vec<usize>> = MarkMap::default();
        let mut items: Vec<Value<'r>> = Vec::new();
        for item in list.iter() {
            let alike = seen.entry(mark(&item)).or_default();
            let mut known = false;
            for &earlier in alike.iter() {
                if let Some(earlier) = items.get(earlier) {
                    known |= self.same(earlier, &item)?;
                }
            }
            if !known {
                alike.push(items.len());
                items.push(item);
            }
        }
        Ok(Value::list(items))
    }

    fn flatten(&mut self, code: &'r Code) -> Result<Value<'r>> {
        let lists = self.list(code)?;
        let inner: Result<Vec<List<'r>>> = lists
            .iter()
            .map(|item| match item.data {
                Data::List(list) => Ok(list),
                _ => Err(unexpected()),
            })
            .collect();
        let inner = inner?;
        let total = inner.iter().map(List::len).fold(0, usize::saturating_add);
        self.fuel.list(total)?;
        Ok(Value::list(inner.iter().flat_map(List::iter).collect()))
    }

    fn after(&mut self, list: &'r Code, item: Option<&'r Code>) -> Result<Value<'r>> {
        let list = self.list(list)?;
        let item = self.eval(item.ok_or_else(unexpected)?)?;
        let mut at = None;
        for (i, other) in list.iter().enumerate() {
            if self.same(&item, &other)? {
                at = Some(i);
                break;
            }
        }
        let Some(at) = at else {
            return Err(Stop::NotEvaluable(NotEvaluable::NoSuchItem));
        };
        self.fuel.list(list.len() - at)?;
        Ok(Value::list(list.iter().skip(at + 1).collect()))
    }
}

/// Whether an exact number lies in the interval that a rounded one stands for.
fn within(rounded: Number, unit: Number, exact: Number) -> Option<bool> {
    let half = unit.div(Number::Int(2))?;
    let low = rounded.sub(half)?;
    let high = rounded.add(half)?;
    Some(low <= exact && exact <= high)
}
