//! An expression as it was written.

use num_rational::Ratio;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Expr {
    /// What it is.
    pub(crate) kind: ExprKind,
    /// Its bytes in the expression's text.
    pub(crate) span: Range<usize>,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The name.
    pub(crate) text: String,
    /// Its bytes in the expression's text.
    pub(crate) span: Range<usize>,
}

/// The forms of expressions.
#[derive(Clone, Debug)]
pub(crate) enum ExprKind {
    /// `null`
    Null,
    /// `true`
    Bool(bool),
    /// `42`
    Int(i128),
    /// `0.8`, exactly
    Decimal(Ratio<i128>),
    /// `'text'`
    Text(String),
    /// `q`
    Name(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `q.stats`
    Field(Box<Expr>, Name),
    /// `list[0]`
    Index(Box<Expr>, Box<Expr>),
    /// `f(x)`, or `x.f(y)` with a receiver
    Call(Option<Box<Expr>>, Name, Vec<Expr>),
    /// `!a`
    Not(Box<Expr>),
    /// `-a`
    Minus(Box<Expr>),
    /// `a + b`
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `a && b`
    And(Box<Expr>, Box<Expr>),
    /// `a || b`
    Or(Box<Expr>, Box<Expr>),
    /// `a ? b : c`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
}

/// The operators that evaluate both their sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Binary {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `in`
    In,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
}

impl Binary {
    /// The operator as it is written.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::In => "in",
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::Rem => "%",
        }
    }
}

/// Stands among the names of an expression for the respondent that `answer('key')` is about: the
/// innermost binding that has one, whatever it is called.
pub(crate) const RESPONDENT: &str = "answer()";

/// Whether a function called without a receiver is about that respondent.
fn asks_respondent(name: &str) -> bool {
    matches!(name, "answer" | "answered" | "previous")
}

impl Expr {
    /// The conjuncts of `a && b && c`.
    pub(crate) fn conjuncts(self) -> Vec<Expr> {
        match self.kind {
            ExprKind::And(a, b) => {
                let mut all = a.conjuncts();
                all.extend(b.conjuncts());
                all
            }
            _ => vec![self],
        }
    }

    /// Every name that occurs in the expression outside field positions.
    pub(crate) fn names(&self, into: &mut Vec<String>) {
        match &self.kind {
            ExprKind::Name(name) => into.push(name.clone()),
            ExprKind::List(items) => items.iter().for_each(|e| e.names(into)),
            ExprKind::Field(e, _) | ExprKind::Not(e) | ExprKind::Minus(e) => e.names(into),
            ExprKind::Index(a, b)
            | ExprKind::Binary(_, a, b)
            | ExprKind::And(a, b)
            | ExprKind::Or(a, b) => {
                a.names(into);
                b.names(into);
            }
            ExprKind::Cond(a, b, c) => [a, b, c].iter().for_each(|e| e.names(into)),
            ExprKind::Call(receiver, name, args) => {
                if receiver.is_none() && asks_respondent(&name.text) {
                    into.push(RESPONDENT.to_owned());
                }
                for part in receiver.as_deref().into_iter().chain(args) {
                    part.names(into);
                }
            }
            ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Decimal(_)
            | ExprKind::Text(_) => {}
        }
    }
}
