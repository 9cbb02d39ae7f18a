//! What several expressions have in common, and how that is kept once where rules are kept as bytes.
//!
//! Bytes have no pointers. While rules are written or read, what they share lies in a pool of the
//! thread, and stands in their bytes as its position there.

use super::pattern::Pattern;
use super::table::Table;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::thread::LocalKey;

/// Something that several expressions have in common. Clones share it.
#[derive(Debug)]
pub(crate) struct Pooled<T>(Arc<T>);

type Pool<T> = LocalKey<RefCell<Vec<Pooled<T>>>>;

thread_local! {
    static PATTERNS: RefCell<Vec<Pooled<Pattern>>> = const { RefCell::new(Vec::new()) };
    static TABLES: RefCell<Vec<Pooled<Table>>> = const { RefCell::new(Vec::new()) };
}

/// What is shared.
pub(crate) trait HasPool: Sized + 'static {
    /// Where it lies while rules are written or read.
    fn pool() -> &'static Pool<Self>;
}

impl HasPool for Pattern {
    fn pool() -> &'static Pool<Self> {
        &PATTERNS
    }
}

impl HasPool for Table {
    fn pool() -> &'static Pool<Self> {
        &TABLES
    }
}

/// Everything that rules share.
#[derive(Deserialize)]
pub(crate) struct Pools {
    patterns: Vec<Pattern>,
    tables: Vec<Table>,
}

/// Writes rules; then what they share, in the order of its positions.
#[cfg(test)]
pub(crate) fn writing<T>(
    rules: impl FnOnce() -> T,
    shared: impl FnOnce(&[Pooled<Pattern>], &[Pooled<Table>]) -> T,
) -> (T, T) {
    let rules = rules();
    let shared = shared(&PATTERNS.take(), &TABLES.take());
    (rules, shared)
}

/// Reads rules that share this.
pub(crate) fn reading<T>(pools: Pools, read: impl FnOnce() -> T) -> T {
    PATTERNS.set(pools.patterns.into_iter().map(Pooled::new).collect());
    TABLES.set(pools.tables.into_iter().map(Pooled::new).collect());
    let read = read();
    PATTERNS.take();
    TABLES.take();
    read
}

impl<T> Pooled<T> {
    /// Something to be shared.
    pub(crate) fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Pooled<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Pooled<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: HasPool> Serialize for Pooled<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let position = T::pool().with_borrow_mut(|pool| {
            let known = pool.iter().position(|one| Arc::ptr_eq(&one.0, &self.0));
            known.unwrap_or_else(|| {
                pool.push(self.clone());
                pool.len() - 1
            })
        });
        position.serialize(to)
    }
}

impl<'de, T: HasPool> Deserialize<'de> for Pooled<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let position = usize::deserialize(from)?;
        let known = T::pool().with_borrow(|pool| pool.get(position).cloned());
        known.ok_or_else(|| D::Error::custom("nothing is shared there"))
    }
}

/// Patterns by their text, so that each is there once however many rules use it. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Rc<RefCell<HashMap<String, Pooled<Pattern>>>>);

impl Patterns {
    /// Checks a pattern, or finds it again.
    pub(crate) fn get(&self, text: &str) -> Result<Pooled<Pattern>, String> {
        if let Some(known) = self.0.borrow().get(text) {
            return Ok(known.clone());
        }
        let pattern = Pooled::new(Pattern::new(text)?);
        let kept = pattern.clone();
        self.0.borrow_mut().insert(text.to_owned(), kept);
        Ok(pattern)
    }
}
