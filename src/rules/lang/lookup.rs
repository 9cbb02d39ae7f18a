//! Indexes over lists, so that rules look up instead of comparing everyone with everyone.

use super::node::Node;
use super::numbers::Number;
use super::value::{Data, Day, Value};
use super::words;
use num_rational::Ratio;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// What an index answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum IndexKind {
    /// Which items have this value in the field.
    By,
    /// Which items have a text like this one.
    Near,
    /// Which items have a sentence of this text.
    Sharing,
}

/// Which index: its kind and the field that it is over.
pub(crate) type IndexName = (IndexKind, &'static str);

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
pub(crate) enum Index {
    /// For [`IndexKind::By`].
    By(HashMap<Key, Vec<usize>>),
    /// For [`IndexKind::Near`].
    Near(NearIndex),
    /// For [`IndexKind::Sharing`].
    Sharing(HashMap<String, Vec<usize>>),
}

/// A value as an index knows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// Null.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, in lowest terms.
    Number(i128, i128),
    /// A text.
    Text(String),
    /// A day.
    Date(Day),
    /// A part of the report.
    Node(Node),
    /// A list.
    List(Vec<Key>),
}

impl Key {
    /// The key of a value.
    pub(crate) fn of(value: &Value<'_>) -> Self {
        match &value.data {
            Data::Null => Self::Null,
            Data::Bool(b) => Self::Bool(*b),
            Data::Number(Number::Int(n)) => Self::Number(*n, 1),
            Data::Number(Number::Ratio(r)) => Self::Number(*r.numer(), *r.denom()),
            Data::Text(text) => Self::Text(text.as_str().to_owned()),
            Data::Date(day) => Self::Date(*day),
            Data::Node(node) => Self::Node(*node),
            Data::List(list) => Self::List(list.iter().map(|v| Self::of(&v)).collect()),
        }
    }
}

impl Index {
    /// Builds an index over the values of a field, one for each item.
    pub(crate) fn build(kind: IndexKind, values: &[Value<'_>]) -> Self {
        match kind {
            IndexKind::By => {
                let mut map: HashMap<Key, Vec<usize>> = HashMap::new();
                for (i, value) in values.iter().enumerate() {
                    map.entry(Key::of(value)).or_default().push(i);
                }
                Self::By(map)
            }
            IndexKind::Near => Self::Near(NearIndex::build(values)),
            IndexKind::Sharing => {
                let mut map: HashMap<String, Vec<usize>> = HashMap::new();
                for (i, value) in values.iter().enumerate() {
                    let sentences = words::sentences(text_of(value));
                    for sentence in sentences.into_iter().collect::<BTreeSet<_>>() {
                        map.entry(sentence).or_default().push(i);
                    }
                }
                Self::Sharing(map)
            }
        }
    }

    /// The items whose field has this value.
    pub(crate) fn by(&self, value: &Value<'_>) -> Vec<usize> {
        match self {
            Self::By(map) => map.get(&Key::of(value)).cloned().unwrap_or_default(),
            Self::Near(_) | Self::Sharing(_) => Vec::new(),
        }
    }

    /// The items that have a sentence of at least `least` characters in common with `text`.
    pub(crate) fn sharing(&self, text: &str, least: usize) -> Vec<usize> {
        let Self::Sharing(map) = self else {
            return Vec::new();
        };
        let mut found = BTreeSet::new();
        for sentence in words::sentences(text) {
            if sentence.chars().count() >= least {
                found.extend(map.get(&sentence).into_iter().flatten());
            }
        }
        found.into_iter().collect()
    }

    /// The items whose text is at least as similar to `text` as `least` says, and the steps it took.
    pub(crate) fn near(&self, text: &str, least: Ratio<i128>) -> (Vec<usize>, u64) {
        match self {
            Self::Near(index) => index.find(text, least),
            Self::By(_) | Self::Sharing(_) => (Vec::new(), 0),
        }
    }
}

fn text_of<'v>(value: &'v Value<'_>) -> &'v str {
    match &value.data {
        Data::Text(text) => text.as_str(),
        _ => "",
    }
}

/// A word and which of its occurrences in a text: the second `og` is another token than the first.
type Token = (String, u32);

/// Texts by their words.
///
/// Two texts of which at least `t` is the same share a word among the rarest `1 − t/(2 − t)` of the
/// words of either, so that only few texts have to be compared in full, and none is missed.
#[derive(Debug)]
pub(crate) struct NearIndex {
    tokens: HashMap<Token, usize>,
    /// For each token the texts that have it.
    postings: Vec<Vec<usize>>,
    /// For each text its tokens, ascending.
    texts: Vec<Vec<usize>>,
}

impl NearIndex {
    fn build(values: &[Value<'_>]) -> Self {
        let mut index = Self {
            tokens: HashMap::new(),
            postings: Vec::new(),
            texts: Vec::new(),
        };
        for (i, value) in values.iter().enumerate() {
            let mut text = Vec::new();
            for token in tokens(text_of(value)) {
                let next = index.postings.len();
                let id = *index.tokens.entry(token).or_insert(next);
                if id == next {
                    index.postings.push(Vec::new());
                }
                if let Some(posting) = index.postings.get_mut(id) {
                    posting.push(i);
                }
                text.push(id);
            }
            text.sort_unstable();
            index.texts.push(text);
        }
        index
    }

    fn find(&self, text: &str, least: Ratio<i128>) -> (Vec<usize>, u64) {
        let tokens = tokens(text);
        let all = tokens.len();
        let known: Vec<usize> = tokens
            .iter()
            .filter_map(|token| self.tokens.get(token).copied())
            .collect();
        let mut rare_first = known.clone();
        rare_first.sort_by_key(|&id| (self.postings.get(id).map_or(0, Vec::len), id));
        let unknown = all - known.len();
        let probes = prefix(all, least).saturating_sub(unknown);
        let mut own = known;
        own.sort_unstable();

        let mut steps: u64 = 0;
        let mut candidates = BTreeSet::new();
        for &id in rare_first.iter().take(probes) {
            let posting = self.postings.get(id).map_or(&[][..], Vec::as_slice);
            steps += posting.len() as u64;
            candidates.extend(posting.iter().copied());
        }
        let mut found = Vec::new();
        for candidate in candidates {
            let other = self.texts.get(candidate).map_or(&[][..], Vec::as_slice);
            let larger = all.max(other.len());
            let total = all + other.len();
            if words::share(total - larger, total) < least {
                continue;
            }
            steps += total as u64;
            if words::share(common(&own, other), total) >= least {
                found.push(candidate);
            }
        }
        (found, steps)
    }
}

/// How many of the rarest words have to be tried: `n − ⌈n · t/(2 − t)⌉ + 1`.
fn prefix(n: usize, least: Ratio<i128>) -> usize {
    let two = Ratio::from_integer(2);
    if least <= Ratio::from_integer(0) || least >= two {
        return n;
    }
    let count = i128::try_from(n).unwrap_or(i128::MAX);
    let needed = Number::Ratio(least)
        .div(Number::Ratio(two - least))
        .and_then(|share| share.mul(Number::Int(count)))
        .map_or(0, |needed| needed.ratio().ceil().to_integer());
    usize::try_from(count - needed + 1).unwrap_or(n).min(n)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let words = words::words(text).into_iter();
    words
        .map(|word| {
            let count = seen.entry(word.clone()).or_default();
            *count += 1;
            (word, *count)
        })
        .collect()
}

/// How many numbers two ascending lists have in common.
fn common(a: &[usize], b: &[usize]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    shared
}
