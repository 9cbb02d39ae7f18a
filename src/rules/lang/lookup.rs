//! Indexes over lists, so that rules look up instead of comparing everyone with everyone.

use super::index::{Index, IndexKind, IndexName, Kind, SharingIndex};
use super::marks::MarkMap;
use super::near::NearIndex;
use super::node::Node;
use super::numbers::Number;
use super::value::{Data, Day, Text, Value};
use super::words::{Mark, sentence_marks};
use std::collections::HashMap;

/// What a search may have found, and how many steps it took.
pub(crate) struct Search {
    /// The items, ascending.
    pub(crate) items: Vec<usize>,
    /// The steps.
    pub(crate) steps: u64,
}

impl Index {
    /// Builds an index over the values of a field, one for each item.
    pub(crate) fn build(name: IndexName, values: &[Value<'_>]) -> Self {
        let (kind, _, least) = name;
        let kind = match kind {
            IndexKind::By => {
                let mut map: MarkMap<Vec<usize>> = MarkMap::default();
                for (i, value) in values.iter().enumerate() {
                    map.entry(mark(value)).or_default().push(i);
                }
                return Self {
                    kind: Kind::By(map),
                    own: HashMap::new(),
                };
            }
            IndexKind::Near => Kind::Near(NearIndex::build(values.iter().map(text_of), least)),
            IndexKind::Sharing => Kind::Sharing(SharingIndex::build(values)),
        };
        let own = values
            .iter()
            .zip(0..)
            .filter_map(|(value, i)| match &value.data {
                Data::Text(text) => Some((place(text)?, i)),
                _ => None,
            });
        Self {
            kind,
            own: own.collect(),
        }
    }

    /// The items whose field may have this value: their marks agree.
    pub(crate) fn by(&self, value: &Value<'_>) -> &[usize] {
        match &self.kind {
            Kind::By(map) => map.get(&mark(value)).map_or(&[], Vec::as_slice),
            Kind::Near(_) | Kind::Sharing(_) => &[],
        }
    }

    /// The items whose text is near to this one.
    pub(crate) fn near(&self, text: &Text<'_>) -> Search {
        let Kind::Near(index) = &self.kind else {
            return Search {
                items: Vec::new(),
                steps: 0,
            };
        };
        let nearest = match self.own(text) {
            Some(own) => index.like_own(own),
            None => index.like(text.as_str()),
        };
        Search {
            items: nearest.found,
            steps: nearest.steps,
        }
    }

    /// The items that have a sentence of at least `least` characters in common with this text.
    pub(crate) fn sharing(&self, text: &Text<'_>, least: usize) -> Search {
        let Kind::Sharing(index) = &self.kind else {
            return Search {
                items: Vec::new(),
                steps: 0,
            };
        };
        let own = self.own(text);
        let own = own.and_then(|own| index.sentences.get(own));
        match own {
            Some(sentences) => index.search(sentences, least),
            None => index.search(&sentence_marks(text.as_str()), least),
        }
    }

    /// The item of which this is the text.
    fn own(&self, text: &Text<'_>) -> Option<usize> {
        self.own.get(&place(text)?).copied()
    }
}

impl SharingIndex {
    fn build(values: &[Value<'_>]) -> Self {
        let mut texts: MarkMap<Vec<usize>> = MarkMap::default();
        let mut sentences = Vec::with_capacity(values.len());
        for (i, value) in values.iter().enumerate() {
            let marks = sentence_marks(text_of(value));
            for (mark, _) in &marks {
                let known = texts.entry(*mark).or_default();
                if known.last() != Some(&i) {
                    known.push(i);
                }
            }
            sentences.push(marks);
        }
        Self { texts, sentences }
    }

    fn search(&self, sentences: &[(u64, usize)], least: usize) -> Search {
        let long = sentences.iter().filter(|(_, length)| *length >= least);
        let mut items: Vec<usize> = long
            .filter_map(|(mark, _)| self.texts.get(mark))
            .flatten()
            .copied()
            .collect();
        let steps = (sentences.len() + items.len()) as u64;
        items.sort_unstable();
        items.dedup();
        Search { items, steps }
    }
}

/// Where a text lies that outlives the rules' run, and how long it is; `None` for one that was made.
fn place(text: &Text<'_>) -> Option<(usize, usize)> {
    match text {
        Text::Lent(lent) => Some((lent.as_ptr().addr(), lent.len())),
        Text::Made(_) | Text::Worded(_) => None,
    }
}

fn text_of<'v>(value: &'v Value<'_>) -> &'v str {
    match &value.data {
        Data::Text(text) => text.as_str(),
        _ => "",
    }
}

/// A mark of a value: the same for values that are the same.
pub(crate) fn mark(value: &Value<'_>) -> u64 {
    let mut mark = Mark::new();
    add(&mut mark, value);
    mark.finish()
}

fn add(mark: &mut Mark, value: &Value<'_>) {
    match &value.data {
        Data::Null => mark.byte(0),
        Data::Bool(value) => mark.bytes(&[1, u8::from(*value)]),
        Data::Number(number) => {
            let ratio = number.ratio();
            mark.byte(2);
            mark.run(&ratio.numer().to_le_bytes());
            mark.run(&ratio.denom().to_le_bytes());
        }
        Data::Text(text) => {
            mark.byte(3);
            mark.run(text.as_str().as_bytes());
        }
        Data::Date((year, month, day)) => {
            mark.byte(4);
            mark.bytes(&year.to_le_bytes());
            mark.bytes(&[*month, *day]);
        }
        Data::Node(node) => {
            mark.byte(5);
            // The kind is the same for all that are compared; the positions tell them apart.
            for position in node.at {
                mark.run(&position.to_le_bytes());
            }
        }
        Data::List(list) => {
            mark.byte(6);
            for item in list.iter() {
                add(mark, &item);
            }
        }
    }
}

/// A value apart from the report it is of.
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

    /// How many bytes it takes, about.
    pub(crate) fn bytes(&self) -> usize {
        let more = match self {
            Self::Text(text) => text.len(),
            Self::List(items) => items.iter().map(Self::bytes).sum(),
            _ => 0,
        };
        size_of::<Self>() + more
    }
}
