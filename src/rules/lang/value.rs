//! What expressions evaluate to.

use super::index::Indexes;
use super::node::Node;
use super::numbers::Number;
use crate::i18n::{self, Lang};
use crate::report::Report;
use crate::text::{Printed, Span};
use std::rc::Rc;

/// A value, and where it was printed if it was.
#[derive(Clone, Debug)]
pub(crate) struct Value<'r> {
    /// What it is.
    pub(crate) data: Data<'r>,
    /// Where it was printed.
    pub(crate) print: Option<Print<'r>>,
}

/// A value apart from its place.
#[derive(Clone, Debug)]
pub(crate) enum Data<'r> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// An exact number.
    Number(Number),
    /// A text.
    Text(Text<'r>),
    /// A day: year, month, day.
    Date(Day),
    /// A part of the report.
    Node(Node),
    /// A list.
    List(List<'r>),
}

/// A day: year, month, day.
pub(crate) type Day = (i32, u8, u8);

/// A text, lent by the report or the rule, or made by an expression or a field.
#[derive(Clone, Debug)]
pub(crate) enum Text<'r> {
    /// Lent.
    Lent(&'r str),
    /// Made.
    Made(Rc<str>),
    /// Made, with words of the language that it is printed in. Compared in bokmål.
    Worded(Rc<i18n::Text>),
}

impl Text<'_> {
    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Lent(text) => text,
            Self::Made(text) => text,
            Self::Worded(text) => &text.nb,
        }
    }

    /// The text as it is printed in a language.
    pub(crate) fn in_language(&self, lang: Lang) -> &str {
        match self {
            Self::Worded(text) => text.get(lang),
            Self::Lent(_) | Self::Made(_) => self.as_str(),
        }
    }
}

/// A list.
#[derive(Clone, Debug)]
pub(crate) enum List<'r> {
    /// Parts of the report that stand side by side; nothing is copied.
    Run(Run),
    /// Values that were gathered.
    Made(Rc<Made<'r>>),
}

/// Parts of the report that stand side by side: `len` of them, from `first`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    /// The first one, also where `len` is 0.
    pub(crate) first: Node,
    /// How many.
    pub(crate) len: u32,
}

/// A list that an expression made, with the indexes that were built over it.
#[derive(Debug, Default)]
pub(crate) struct Made<'r> {
    /// The items.
    pub(crate) items: Vec<Value<'r>>,
    /// Built when `by`, `near` or `sharing` first ask.
    pub(crate) indexes: Indexes,
}

/// What a printed value is, in the report.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Print<'r> {
    /// A whole number.
    Int(&'r Printed<i64>),
    /// A text.
    Text(&'r Printed<String>),
    /// A day.
    Date(&'r Printed<Day>),
    /// A heading of which only the place is kept.
    Span(&'r Span),
    /// A text that is pointed at: what it says is not judged.
    Place(&'r Printed<String>),
}

impl<'r> Value<'r> {
    /// A value that is printed nowhere.
    pub(crate) fn new(data: Data<'r>) -> Self {
        Self { data, print: None }
    }

    /// Null.
    pub(crate) fn null() -> Self {
        Self::new(Data::Null)
    }

    /// True or false.
    pub(crate) fn bool(value: bool) -> Self {
        Self::new(Data::Bool(value))
    }

    /// A whole number.
    pub(crate) fn int(value: impl Into<i128>) -> Self {
        Self::new(Data::Number(Number::Int(value.into())))
    }

    /// How many: a whole number.
    pub(crate) fn count(value: usize) -> Self {
        Self::int(i128::try_from(value).unwrap_or(i128::MAX))
    }

    /// A text that the report or the rule holds.
    pub(crate) fn lent(text: &'r str) -> Self {
        Self::new(Data::Text(Text::Lent(text)))
    }

    /// A text that was made.
    pub(crate) fn made(text: &str) -> Self {
        Self::new(Data::Text(Text::Made(Rc::from(text))))
    }

    /// A text in the words of each language; compared in bokmål.
    pub(crate) fn worded(text: i18n::Text) -> Self {
        Self::new(Data::Text(Text::Worded(Rc::new(text))))
    }

    /// A part of the report.
    pub(crate) fn node(node: Node) -> Self {
        Self::new(Data::Node(node))
    }

    /// Parts of the report side by side.
    pub(crate) fn run(first: Node, len: usize) -> Self {
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        Self::new(Data::List(List::Run(Run { first, len })))
    }

    /// A list of gathered values.
    pub(crate) fn list(items: Vec<Value<'r>>) -> Self {
        let made = Made {
            items,
            indexes: Indexes::default(),
        };
        Self::new(Data::List(List::Made(Rc::new(made))))
    }

    /// A printed number; null where it is not there.
    pub(crate) fn printed_int(printed: Option<&'r Printed<i64>>) -> Self {
        printed.map_or_else(Self::null, |p| Self {
            data: Data::Number(Number::Int(i128::from(p.value))),
            print: Some(Print::Int(p)),
        })
    }

    /// A printed number in units of its last decimal.
    pub(crate) fn printed_decimal(printed: &'r Printed<i64>, decimals: u8) -> Self {
        Self {
            data: Data::Number(decimal(printed.value, decimals)),
            print: Some(Print::Int(printed)),
        }
    }

    /// The unit of a number with so many decimals.
    pub(crate) fn unit(decimals: u8) -> Self {
        Self::new(Data::Number(decimal(1, decimals)))
    }

    /// A printed text; null where it is not there.
    pub(crate) fn printed_text(printed: Option<&'r Printed<String>>) -> Self {
        printed.map_or_else(Self::null, |p| Self {
            data: Data::Text(Text::Lent(&p.value)),
            print: Some(Print::Text(p)),
        })
    }

    /// A printed text that is pointed at, whether or not it was read with certainty.
    pub(crate) fn place_of(printed: Option<&'r Printed<String>>) -> Self {
        printed.map_or_else(Self::null, |p| Self {
            data: Data::Text(Text::Lent(&p.text)),
            print: Some(Print::Place(p)),
        })
    }

    /// A printed day; null where it is not there.
    pub(crate) fn printed_date(printed: Option<&'r Printed<Day>>) -> Self {
        printed.map_or_else(Self::null, |p| Self {
            data: Data::Date(p.value),
            print: Some(Print::Date(p)),
        })
    }

    /// A heading of which the place is kept; its text is the page's.
    pub(crate) fn heading(report: &'r Report, span: &'r Span) -> Self {
        Self {
            data: Data::Text(Text::Lent(text_at(report, span))),
            print: Some(Print::Span(span)),
        }
    }

    /// Printed texts as a list.
    pub(crate) fn printed_texts(texts: &'r [Printed<String>]) -> Self {
        Self::list(texts.iter().map(|t| Self::printed_text(Some(t))).collect())
    }
}

/// So many units of the last of some decimals.
fn decimal(units: i64, decimals: u8) -> Number {
    let whole = Number::Int(i128::from(units));
    let parts = Number::Int(10_i128.pow(u32::from(decimals.min(9))));
    whole.div(parts).unwrap_or(whole)
}

fn text_at<'r>(report: &'r Report, span: &Span) -> &'r str {
    let page = report.pages.iter().find(|p| p.number == span.page);
    let range = usize::try_from(span.start)
        .ok()
        .zip(usize::try_from(span.end).ok());
    page.zip(range)
        .and_then(|(page, (start, end))| page.text.get(start..end))
        .unwrap_or("")
}

impl<'r> List<'r> {
    /// How many items.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Run(run) => usize::try_from(run.len).unwrap_or(usize::MAX),
            Self::Made(made) => made.items.len(),
        }
    }

    /// The item at a position from 0.
    pub(crate) fn get(&self, index: usize) -> Option<Value<'r>> {
        match self {
            Self::Run(run) => u32::try_from(index)
                .ok()
                .filter(|&i| i < run.len)
                .map(|i| Value::node(run.first.forward(i))),
            Self::Made(made) => made.items.get(index).cloned(),
        }
    }

    /// The items.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Value<'r>> + '_ {
        (0..self.len()).filter_map(|i| self.get(i))
    }
}

impl Print<'_> {
    /// Where.
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Int(p) => p.span,
            Self::Text(p) | Self::Place(p) => p.span,
            Self::Date(p) => p.span,
            Self::Span(span) => **span,
        }
    }

    /// Whether it was read beyond doubt.
    pub(crate) fn certain(&self) -> bool {
        match self {
            Self::Int(p) => p.certain,
            Self::Text(p) => p.certain,
            Self::Date(p) => p.certain,
            Self::Span(_) | Self::Place(_) => true,
        }
    }

    /// The print with its characters as its meaning.
    pub(crate) fn to_printed(self, report: &Report) -> Printed<String> {
        let text = match self {
            Self::Int(p) => p.text.clone(),
            Self::Text(p) | Self::Place(p) => p.text.clone(),
            Self::Date(p) => p.text.clone(),
            Self::Span(span) => text_at(report, span).to_owned(),
        };
        Printed {
            value: text.clone(),
            text,
            span: self.span(),
            certain: self.certain(),
        }
    }
}
