//! Macros: what is done with every item of a list.

use super::code::Macro;
use super::eval::{Machine, Slot};
use super::functions::MacroKind;
use super::lookup::Key;
use super::stop::{Result, Stop};
use super::value::{List, Value};
use std::collections::HashMap;

impl<'r> Machine<'r, '_> {
    /// Calls a macro.
    pub(super) fn macro_call(&mut self, found: &'r Macro) -> Result<Value<'r>> {
        let list = self.list(&found.list)?;
        if matches!(
            found.kind,
            MacroKind::Map | MacroKind::Filter | MacroKind::GroupBy
        ) {
            self.fuel.list(list.len())?;
        }
        match found.kind {
            MacroKind::Map => {
                let mut items = Vec::with_capacity(list.len());
                for item in list.iter() {
                    self.set(found.slot, Slot::Full(item));
                    let kept = match &found.condition {
                        Some(condition) => self.truth(condition)?,
                        None => true,
                    };
                    if kept {
                        items.push(self.eval(&found.body)?);
                    }
                }
                Ok(Value::list(items))
            }
            MacroKind::Filter => {
                let mut items = Vec::new();
                for item in list.iter() {
                    self.set(found.slot, Slot::Full(item.clone()));
                    if self.truth(&found.body)? {
                        items.push(item);
                    }
                }
                Ok(Value::list(items))
            }
            MacroKind::GroupBy => {
                let mut order: Vec<Vec<Value<'r>>> = Vec::new();
                let mut groups: HashMap<Key, usize> = HashMap::new();
                for item in list.iter() {
                    self.set(found.slot, Slot::Full(item.clone()));
                    let key = Key::of(&self.eval(&found.body)?);
                    let next = order.len();
                    let at = *groups.entry(key).or_insert(next);
                    if at == next {
                        self.fuel.list(1)?;
                        order.push(Vec::new());
                    }
                    if let Some(group) = order.get_mut(at) {
                        group.push(item);
                    }
                }
                Ok(Value::list(order.into_iter().map(Value::list).collect()))
            }
            MacroKind::Exists => self.some(found, &list, true).map(Value::bool),
            MacroKind::All => Ok(Value::bool(!self.some(found, &list, false)?)),
            MacroKind::ExistsOne => {
                let mut count = 0;
                for item in list.iter() {
                    self.set(found.slot, Slot::Full(item));
                    count += usize::from(self.truth(&found.body)?);
                }
                Ok(Value::bool(count == 1))
            }
        }
    }

    /// Whether the condition is `wanted` for some item. An item for which it has no value does not
    /// matter when another one decides; going beyond the bounds always does.
    fn some(&mut self, found: &'r Macro, list: &List<'r>, wanted: bool) -> Result<bool> {
        let mut unsure = None;
        for item in list.iter() {
            self.set(found.slot, Slot::Full(item));
            match self.truth(&found.body) {
                Ok(holds) if holds == wanted => return Ok(true),
                Ok(_) => {}
                Err(stop @ Stop::NotEvaluable(_)) => unsure = Some(stop),
                Err(stop) => return Err(stop),
            }
        }
        unsure.map_or(Ok(false), Err)
    }
}
