//! The fields of each part of the report: one table for the checker, the evaluator and the documentation.

mod answers;
mod overview;
mod questions;

use super::node::{Node, NodeKind, World};
use super::types::{Base, Type};
use super::value::Value;
pub(super) use answers::{content, content_bytes};

/// A field of a part of the report.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: FieldType,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether it is printed, so that a rule can point at it.
    pub printed: bool,
    /// What it is, in one line.
    pub doc: &'static str,
    /// The texts that it can be; empty where it can be any.
    pub values: &'static [&'static str],
    /// Whether it is what someone answered: read only where all of the answer was.
    pub(crate) content: bool,
    pub(crate) read: Read,
}

/// The type of a field, apart from nullability and place.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A part of the report.
    Node(NodeKind),
    /// Parts of the report.
    Nodes(NodeKind),
    /// Texts.
    Texts,
    /// Texts that are printed.
    PrintedTexts,
    /// Texts two by two.
    TextPairs,
}

pub(crate) type Read = for<'r> fn(&World<'r>, Node) -> Value<'r>;

impl Field {
    const fn new(name: &'static str, kind: FieldType, doc: &'static str, read: Read) -> Self {
        Self {
            name,
            kind,
            nullable: false,
            printed: false,
            doc,
            values: &[],
            content: false,
            read,
        }
    }

    const fn printed(mut self) -> Self {
        self.printed = true;
        self
    }

    const fn content(mut self) -> Self {
        self.content = true;
        self
    }

    const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    const fn one_of(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// Its type.
    pub fn ty(&self) -> Type {
        let base = match self.kind {
            FieldType::Bool => Base::Bool,
            FieldType::Int => Base::Int,
            FieldType::Text => Base::Text,
            FieldType::Date => Base::Date,
            FieldType::Node(kind) => Base::Node(kind),
            FieldType::Nodes(kind) => Base::List(Box::new(Type::of(Base::Node(kind)))),
            FieldType::Texts => Base::List(Box::new(Type::of(Base::Text))),
            FieldType::TextPairs => {
                let pair = Base::List(Box::new(Type::of(Base::Text)));
                Base::List(Box::new(Type::of(pair)))
            }
            FieldType::PrintedTexts => {
                let mut item = Type::of(Base::Text);
                item.printed = true;
                Base::List(Box::new(item))
            }
        };
        Type {
            base,
            nullable: self.nullable,
            printed: self.printed,
        }
    }
}

/// The fields of a kind of part, in the order of the documentation.
pub fn fields(kind: NodeKind) -> &'static [Field] {
    match kind {
        NodeKind::Report => overview::REPORT,
        NodeKind::Filter => overview::FILTER,
        NodeKind::Category => overview::CATEGORY,
        NodeKind::Respondent => overview::RESPONDENT,
        NodeKind::Gap => overview::GAP,
        NodeKind::Unread => overview::UNREAD,
        NodeKind::Unchecked => overview::UNCHECKED,
        NodeKind::Question => questions::QUESTION,
        NodeKind::Statistics => questions::STATISTICS,
        NodeKind::Chart => questions::CHART,
        NodeKind::Bar => questions::BAR,
        NodeKind::OtherAnswers => questions::OTHER_ANSWERS,
        NodeKind::NotStated => questions::NOT_STATED,
        NodeKind::NotStatedLine => questions::NOT_STATED_LINE,
        NodeKind::Answer => answers::ANSWER,
        NodeKind::Choice => answers::CHOICE,
        NodeKind::Prose => answers::PROSE,
    }
}

/// What a kind of part is, in one line.
pub fn describe(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Report => "The whole report; the name `report` stands for it.",
        NodeKind::Filter => "A line of the front page's filter tree: `Kommune (8)`.",
        NodeKind::Category => {
            "A heading of the overview with its names: `Kommune - (Offentlig) 8 svar`."
        }
        NodeKind::Respondent => "Someone who answers, once for each name and group.",
        NodeKind::Question => "A question with everything that is printed under it.",
        NodeKind::Statistics => "The block `Heltall` of an integer question.",
        NodeKind::Chart => "A chart: bars, or the legend of a pie.",
        NodeKind::Bar => "A bar of a chart, or a line of a legend.",
        NodeKind::OtherAnswers => "The list `Andre svar` of a question.",
        NodeKind::Answer => "What one submission answers to one question.",
        NodeKind::Choice => "An option that was chosen.",
        NodeKind::Prose => "A free text that someone wrote: a text answer, an own text, a comment.",
        NodeKind::NotStated => "The list `Ikke angitt (7 Svar)` of a question.",
        NodeKind::NotStatedLine => "A line under `Ikke angitt`.",
        NodeKind::Gap => "A place where something of the report is missing or out of order.",
        NodeKind::Unread => "Something that should have been a value and could not be read.",
        NodeKind::Unchecked => "Figures of a question, or of a page, that were not checked.",
    }
}

/// The field of this name.
pub(crate) fn field(kind: NodeKind, name: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|f| f.name == name)
}
