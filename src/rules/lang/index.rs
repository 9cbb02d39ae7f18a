//! Indexes over lists, as they are kept.

use super::marks::MarkMap;
use super::near::NearIndex;
use num_rational::Ratio;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Which index: its kind, the field that it is over, and how near texts have to be.
pub(crate) type IndexName = (IndexKind, &'static str, Ratio<i128>);

/// The indexes that were built over one list.
#[derive(Debug, Default)]
pub(crate) struct Indexes(RefCell<Vec<(IndexName, Rc<Index>)>>);

impl Indexes {
    /// The index of this name, if it was built.
    pub(crate) fn get(&self, name: IndexName) -> Option<Rc<Index>> {
        let known = self.0.borrow();
        let found = known.iter().find(|(n, _)| *n == name);
        found.map(|(_, index)| Rc::clone(index))
    }

    /// Keeps an index.
    pub(crate) fn keep(&self, name: IndexName, index: Rc<Index>) {
        self.0.borrow_mut().push((name, index));
    }
}

/// An index over one field of a list's items.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) kind: Kind,
    /// The items by where the report keeps their text, so that a text that is looked for need not be
    /// read again when it is an item's own. A text that was made is none of these: once it is gone,
    /// another one may lie where it lay.
    pub(super) own: HashMap<(usize, usize), usize>,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// The items by the marks of their values.
    By(MarkMap<Vec<usize>>),
    Near(NearIndex),
    Sharing(SharingIndex),
}

/// Texts by their sentences.
#[derive(Debug)]
pub(super) struct SharingIndex {
    /// The texts that have a sentence.
    pub(super) texts: MarkMap<Vec<usize>>,
    /// The sentences of each text, with their lengths.
    pub(super) sentences: Vec<Vec<(u64, usize)>>,
}

/// What an index answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum IndexKind {
    /// Which items have this value in the field.
    By,
    /// Which items have a text like this one.
    Near,
    /// Which items have a sentence of this text.
    Sharing,
}
