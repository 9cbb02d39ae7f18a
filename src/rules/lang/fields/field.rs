//! A field of a part of the report.

use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::types::{Base, Type};
use crate::rules::lang::value::Value;
use crate::rules::lang::world::World;

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
    pub(super) const fn new(
        name: &'static str,
        kind: FieldType,
        doc: &'static str,
        read: Read,
    ) -> Self {
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

    pub(super) const fn printed(mut self) -> Self {
        self.printed = true;
        self
    }

    pub(super) const fn content(mut self) -> Self {
        self.content = true;
        self
    }

    pub(super) const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    pub(super) const fn one_of(mut self, values: &'static [&'static str]) -> Self {
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
