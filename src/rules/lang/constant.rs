//! Values that a rule file gives.

use super::numbers::Number;
use super::types::{Base, Type};
use super::value::Day;
use serde::{Deserialize, Serialize};

/// A value that the rule file gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Const {
    /// Null.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A day.
    Date(Day),
    /// A list.
    List(Vec<Const>),
}

/// The type of a value that the rule file gives.
pub(crate) fn type_of(value: &Const) -> Type {
    match value {
        Const::Null => Type::of(Base::Null).or_null(),
        Const::Bool(_) => Type::of(Base::Bool),
        Const::Number(Number::Int(_)) => Type::of(Base::Int),
        Const::Number(Number::Ratio(_)) => Type::of(Base::Ratio),
        Const::Text(_) => Type::of(Base::Text),
        Const::Date(_) => Type::of(Base::Date),
        Const::List(items) => {
            let item = items.first().map_or_else(Type::unknown, type_of);
            Type::list(item)
        }
    }
}
