//! A checked expression: names are resolved, types agree, patterns are compiled.

use super::ast::Binary;
use super::constant::Const;
use super::fields::Field;
use super::functions::{Fun, MacroKind};
use super::index::IndexKind;
use super::pattern::Pattern;
use super::pooled::Pooled;
use super::table::Table;
use crate::report::Kind;
use serde::{Deserialize, Serialize};

/// A checked expression.
#[derive(Serialize, Deserialize)]
pub(crate) enum Code {
    /// A value that the rule file gives.
    Const(Const),
    /// The whole report.
    Report,
    /// A name's value.
    Slot(usize),
    /// A field of a part of the report.
    Field(
        Box<Code>,
        #[serde(with = "super::fields::kept")] &'static Field,
    ),
    /// A list of these.
    List(Vec<Code>),
    /// An item of a list by its position.
    Index(Box<Code>, Box<Code>),
    /// `!a`
    Not(Box<Code>),
    /// `-a`
    Minus(Box<Code>),
    /// An operator that evaluates both its sides.
    Binary(Binary, Box<Code>, Box<Code>),
    /// `a && b`
    And(Box<Code>, Box<Code>),
    /// `a || b`
    Or(Box<Code>, Box<Code>),
    /// `a ? b : c`
    Cond(Box<Code>, Box<Code>, Box<Code>),
    /// A function; the receiver is the first argument.
    Call(Fun, Vec<Code>),
    /// `text.matches(pattern)` with a pattern that the rule file gives.
    Matches(Box<Code>, Pooled<Pattern>),
    /// A macro over a list.
    Macro(Box<Macro>),
    /// `by`, `only`, `near` and `sharing`.
    Lookup(Box<Lookup>),
    /// `questions('key')`, or `question('key')` when `single`.
    Questions {
        /// The pack's name for the question.
        key: String,
        /// Whether one is meant.
        single: bool,
    },
    /// `answer('key')` and `answered('key')`.
    Answer(Box<AnswerOf>),
    /// `known`, `lookup`, `column` and `nearest`.
    Table(Box<TableCall>),
}

/// What a respondent answered to another question.
#[derive(Serialize, Deserialize)]
pub(crate) struct AnswerOf {
    /// The part of the report whose respondent it is.
    pub(crate) of: Code,
    /// The pack's name for the question.
    pub(crate) key: String,
    /// What is asked of the answer.
    pub(crate) what: Asked,
    /// Whether it is the answer of the year before.
    pub(crate) previous: bool,
}

/// A search in a table of the pack.
#[derive(Serialize, Deserialize)]
pub(crate) struct TableCall {
    /// What is asked.
    pub(crate) fun: TableFun,
    /// The table.
    pub(crate) table: Pooled<Table>,
    /// The key that is looked for.
    pub(crate) key: Option<Code>,
}

/// A macro: an expression for each item of a list.
#[derive(Serialize, Deserialize)]
pub(crate) struct Macro {
    /// Which.
    pub(crate) kind: MacroKind,
    /// The list.
    pub(crate) list: Code,
    /// Where the item is kept while `body` is evaluated.
    pub(crate) slot: usize,
    /// The condition of the three-argument `map`.
    pub(crate) condition: Option<Code>,
    /// What is evaluated for each item.
    pub(crate) body: Code,
}

/// A search in a list by a field of its items.
#[derive(Serialize, Deserialize)]
pub(crate) struct Lookup {
    /// Which index.
    pub(crate) kind: IndexKind,
    /// Whether one item is meant, or null.
    pub(crate) single: bool,
    /// The list.
    pub(crate) list: Code,
    /// The field.
    #[serde(with = "super::fields::kept")]
    pub(crate) field: &'static Field,
    /// What is searched for, and how near.
    pub(crate) args: Vec<Code>,
}

impl Code {
    /// Calls `visit` with every pattern that the rule file gives.
    pub(crate) fn patterns<'c>(&'c self, visit: &mut dyn FnMut(&'c Pattern)) {
        match self {
            Self::Const(_) | Self::Report | Self::Questions { .. } | Self::Slot(_) => {}
            Self::Matches(text, pattern) => {
                visit(pattern);
                text.patterns(visit);
            }
            Self::Field(a, _) | Self::Not(a) | Self::Minus(a) => a.patterns(visit),
            Self::List(items) | Self::Call(_, items) => {
                for item in items {
                    item.patterns(visit);
                }
            }
            Self::Index(a, b) | Self::Binary(_, a, b) | Self::And(a, b) | Self::Or(a, b) => {
                a.patterns(visit);
                b.patterns(visit);
            }
            Self::Cond(a, b, c) => [a, b, c].iter().for_each(|c| c.patterns(visit)),
            Self::Macro(m) => {
                m.list.patterns(visit);
                m.condition
                    .iter()
                    .for_each(|condition| condition.patterns(visit));
                m.body.patterns(visit);
            }
            Self::Answer(asked) => asked.of.patterns(visit),
            Self::Table(call) => call.key.iter().for_each(|key| key.patterns(visit)),
            Self::Lookup(l) => {
                l.list.patterns(visit);
                l.args.iter().for_each(|arg| arg.patterns(visit));
            }
        }
    }

    /// Calls `visit` with every slot that the code reads.
    pub(crate) fn slots(&self, visit: &mut dyn FnMut(usize)) {
        match self {
            Self::Const(_) | Self::Report | Self::Questions { .. } => {}
            Self::Slot(slot) => visit(*slot),
            Self::Field(a, _) | Self::Not(a) | Self::Minus(a) | Self::Matches(a, _) => {
                a.slots(visit);
            }
            Self::List(items) | Self::Call(_, items) => {
                for item in items {
                    item.slots(visit);
                }
            }
            Self::Index(a, b) | Self::Binary(_, a, b) | Self::And(a, b) | Self::Or(a, b) => {
                a.slots(visit);
                b.slots(visit);
            }
            Self::Cond(a, b, c) => [a, b, c].iter().for_each(|c| c.slots(visit)),
            Self::Macro(m) => {
                m.list.slots(visit);
                if let Some(condition) = &m.condition {
                    condition.slots(visit);
                }
                m.body.slots(visit);
            }
            Self::Answer(asked) => asked.of.slots(visit),
            Self::Table(call) => {
                if let Some(key) = &call.key {
                    key.slots(visit);
                }
            }
            Self::Lookup(l) => {
                l.list.slots(visit);
                for arg in &l.args {
                    arg.slots(visit);
                }
            }
        }
    }
}

/// What is asked of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Asked {
    /// What it says, as the kind of its question has it.
    Value(Kind),
    /// Whether it says anything.
    Given,
}

/// What is asked of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TableFun {
    /// Whether a row has a key.
    Known,
    /// The cell of the row with a key, in this column.
    Lookup(usize),
    /// All cells of this column.
    Column(usize),
    /// The key that is probably meant.
    Nearest,
}
