//! `by`, `only`, `near` and `sharing`: looks up in an index, which is built once for each list.

use super::code::Lookup;
use super::eval::{Machine, Result, unexpected};
use super::lookup::{Index, IndexKind};
use super::numbers::Number;
use super::value::{Data, List, Value};
use std::rc::Rc;

impl<'r> Machine<'r, '_> {
    pub(super) fn lookup(&mut self, lookup: &'r Lookup) -> Result<Value<'r>> {
        let list = self.list(&lookup.list)?;
        let mut args = lookup.args.iter();
        let wanted = match args.next() {
            Some(code) => self.eval(code)?,
            None => return Err(unexpected()),
        };
        let index = self.index_of(lookup, &list)?;
        let found = match lookup.kind {
            IndexKind::By => index.by(&wanted),
            IndexKind::Near | IndexKind::Sharing => {
                let Data::Text(text) = &wanted.data else {
                    return Err(unexpected());
                };
                self.fuel.step(1 + text.as_str().len() as u64)?;
                let least = match args.next() {
                    Some(code) => self.number(code)?,
                    None => return Err(unexpected()),
                };
                if lookup.kind == IndexKind::Near {
                    let (found, steps) = index.near(text.as_str(), least.ratio());
                    self.fuel.step(steps)?;
                    found
                } else {
                    let Number::Int(least) = least else {
                        return Err(unexpected());
                    };
                    index.sharing(text.as_str(), usize::try_from(least).unwrap_or(0))
                }
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

    fn index_of(&mut self, lookup: &'r Lookup, list: &List<'r>) -> Result<Rc<Index>> {
        let name = (lookup.kind, lookup.field.name);
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
                // The words of a text take several times what its letters do.
                let share = if lookup.kind == IndexKind::By { 1 } else { 16 };
                self.fuel.text(text.as_str().len().saturating_mul(share))?;
            }
            values.push(value);
        }
        let index = Rc::new(Index::build(lookup.kind, &values));
        match list {
            List::Run(run) => self.shared.keep(*run, name, Rc::clone(&index)),
            List::Made(made) => made.indexes.keep(name, Rc::clone(&index)),
        }
        Ok(index)
    }
}
