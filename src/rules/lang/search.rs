//! `by`, `only`, `near` and `sharing`: looks up in an index, which is built once for each list.

use super::code::Lookup;
use super::eval::{Machine, unexpected};
use super::index::{Index, IndexKind, IndexName};
use super::numbers::Number;
use super::stop::Result;
use super::value::{Data, List, Value};
use num_rational::Ratio;
use std::rc::Rc;

/// Up to so many items are looked through.
const FEW: usize = 8;

impl<'r> Machine<'r, '_> {
    pub(super) fn lookup(&mut self, lookup: &'r Lookup) -> Result<Value<'r>> {
        let list = self.list(&lookup.list)?;
        let mut args = lookup.args.iter();
        let wanted = match args.next() {
            Some(code) => self.eval(code)?,
            None => return Err(unexpected()),
        };
        let least = match args.next() {
            Some(code) => self.number(code)?,
            None => Number::Int(0),
        };
        let found = match lookup.kind {
            IndexKind::By => self.by(lookup, &list, &wanted)?,
            IndexKind::Near | IndexKind::Sharing => {
                let Data::Text(text) = &wanted.data else {
                    return Err(unexpected());
                };
                self.fuel.step(1 + text.as_str().len() as u64 / 8)?;
                let search = if lookup.kind == IndexKind::Near {
                    self.index(lookup, &list, least.ratio())?.near(text)
                } else {
                    let Number::Int(least) = least else {
                        return Err(unexpected());
                    };
                    let least = usize::try_from(least).unwrap_or(0);
                    self.index(lookup, &list, Ratio::from_integer(0))?
                        .sharing(text, least)
                };
                self.fuel.step(search.steps)?;
                search.items
            }
        };
        if lookup.single {
            return Ok(match found.as_slice() {
                [one] => list.get(*one).unwrap_or_else(Value::null),
                _ => Value::null(),
            });
        }
        self.fuel.list(found.len())?;
        Ok(Value::list(
            found.into_iter().filter_map(|i| list.get(i)).collect(),
        ))
    }

    fn by(
        &mut self,
        lookup: &'r Lookup,
        list: &List<'r>,
        wanted: &Value<'r>,
    ) -> Result<Vec<usize>> {
        if list.len() <= FEW {
            return self.by_looking(lookup, list, wanted);
        }
        let index = self.index(lookup, list, Ratio::from_integer(0))?;
        let candidates = index.by(wanted);
        self.fuel.step(1 + candidates.len() as u64)?;
        let mut found = Vec::with_capacity(candidates.len());
        for &i in candidates {
            // That the marks agree is nearly certain, and is made certain here.
            if let Some(Value {
                data: Data::Node(node),
                ..
            }) = list.get(i)
            {
                let value = (lookup.field.read)(self.world, node);
                if self.same(&value, wanted)? {
                    found.push(i);
                }
            }
        }
        Ok(found)
    }

    /// As [`Self::by`], without an index: the bars of a chart are looked through in less time than
    /// one is built.
    fn by_looking(
        &mut self,
        lookup: &'r Lookup,
        list: &List<'r>,
        wanted: &Value<'r>,
    ) -> Result<Vec<usize>> {
        let mut found = Vec::new();
        for (i, item) in list.iter().enumerate() {
            let Data::Node(node) = item.data else {
                return Err(unexpected());
            };
            let value = (lookup.field.read)(self.world, node);
            let value = self.read(value)?;
            if self.same(&value, wanted)? {
                found.push(i);
            }
        }
        Ok(found)
    }

    fn index(
        &mut self,
        lookup: &'r Lookup,
        list: &List<'r>,
        least: Ratio<i128>,
    ) -> Result<Rc<Index>> {
        let name: IndexName = (lookup.kind, lookup.field.name, least);
        let known = match list {
            List::Run(run) => self.shared.index(*run, name),
            List::Made(made) => made.indexes.get(name),
        };
        if let Some(index) = known {
            return Ok(index);
        }
        self.fuel.list(list.len())?;
        let mut values = Vec::with_capacity(list.len());
        for item in list.iter() {
            let Data::Node(node) = item.data else {
                return Err(unexpected());
            };
            let value = (lookup.field.read)(self.world, node);
            let value = self.read(value)?;
            if let Data::Text(text) = &value.data {
                // The marks of a text's words take about as much as its letters, twice.
                let share = if lookup.kind == IndexKind::By { 0 } else { 4 };
                self.fuel.text(text.as_str().len().saturating_mul(share))?;
            }
            values.push(value);
        }
        let index = Rc::new(Index::build(name, &values));
        match list {
            List::Run(run) => self.shared.keep(*run, name, Rc::clone(&index)),
            List::Made(made) => made.indexes.keep(name, Rc::clone(&index)),
        }
        Ok(index)
    }
}
