//! The types of expressions.

use super::node::NodeKind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The type of an expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Type {
    /// What it is.
    pub base: Base,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether it is a printed value, so that it has a place in the report.
    pub printed: bool,
}

/// A type apart from nullability and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Nothing is known: an error was reported there already, or the list is empty.
    Unknown,
    /// `null` alone.
    Null,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// An exact fraction.
    Ratio,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A part of the report.
    Node(NodeKind),
    /// A list of one type.
    List(Box<Type>),
}

impl Type {
    /// A type that is neither nullable nor printed.
    pub fn of(base: Base) -> Self {
        Self {
            base,
            nullable: false,
            printed: false,
        }
    }

    /// Nothing is known about it.
    pub fn unknown() -> Self {
        Self::of(Base::Unknown)
    }

    /// A list of `item`.
    pub fn list(item: Self) -> Self {
        Self::of(Base::List(Box::new(item)))
    }

    /// The same, but it may be null.
    #[must_use]
    pub fn or_null(self) -> Self {
        Self {
            nullable: true,
            ..self
        }
    }

    /// The same, but never null.
    #[must_use]
    pub fn not_null(self) -> Self {
        Self {
            nullable: false,
            ..self
        }
    }

    /// The same, but without a place.
    #[must_use]
    pub fn computed(self) -> Self {
        Self {
            printed: false,
            ..self
        }
    }

    /// Whether it is a whole number or a fraction.
    pub fn is_number(&self) -> bool {
        matches!(self.base, Base::Int | Base::Ratio | Base::Unknown)
    }

    /// The type of a list's items.
    pub fn item(&self) -> Option<&Self> {
        match &self.base {
            Base::List(item) => Some(item),
            _ => None,
        }
    }

    /// Whether the bases agree, so that values of both can be compared.
    pub fn fits(&self, other: &Self) -> bool {
        match (&self.base, &other.base) {
            (Base::Null, _) => other.nullable || other.base == Base::Null,
            (_, Base::Null) => self.nullable,
            (Base::Unknown, _)
            | (_, Base::Unknown)
            | (Base::Int | Base::Ratio, Base::Int | Base::Ratio) => true,
            (Base::List(a), Base::List(b)) => a.fits(b),
            (a, b) => a == b,
        }
    }

    /// The type of a value that is one or the other; `None` where they don't agree.
    pub fn union(&self, other: &Self) -> Option<Self> {
        let nullable = self.nullable || other.nullable;
        let printed = self.printed && other.printed;
        let base = match (&self.base, &other.base) {
            (Base::Null, Base::Null) => Base::Null,
            (Base::Null, b) => {
                return Some(Self {
                    base: b.clone(),
                    nullable: true,
                    printed: other.printed,
                });
            }
            (a, Base::Null) => {
                return Some(Self {
                    base: a.clone(),
                    nullable: true,
                    printed: self.printed,
                });
            }
            (Base::Unknown, b) => b.clone(),
            (a, Base::Unknown) => a.clone(),
            (Base::Int, Base::Ratio) | (Base::Ratio, Base::Int) => Base::Ratio,
            (Base::List(a), Base::List(b)) => Base::List(Box::new(a.union(b)?)),
            (a, b) if a == b => a.clone(),
            _ => return None,
        };
        Some(Self {
            base,
            nullable,
            printed,
        })
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.base {
            Base::Unknown => f.write_str("anything")?,
            Base::Null => return f.write_str("null"),
            Base::Bool => f.write_str("bool")?,
            Base::Int => f.write_str("int")?,
            Base::Ratio => f.write_str("ratio")?,
            Base::Text => f.write_str("text")?,
            Base::Date => f.write_str("date")?,
            Base::Node(kind) => f.write_str(kind.name())?,
            Base::List(item) => write!(f, "list<{item}>")?,
        }
        if self.nullable {
            f.write_str("?")?;
        }
        Ok(())
    }
}
