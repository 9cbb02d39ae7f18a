//! Checks operators, and comparisons with texts that a field can never be.

use super::ast::{Binary, Expr, ExprKind};
use super::check::Checker;
use super::code::Code;
use super::days::day;
use super::fields::Field;
use super::types::{Base, Type};
use super::{Problem, suggest};
use crate::rules::mistake::{Advice, Mistake};
use std::ops::Range;

impl Checker<'_> {
    pub(super) fn binary(
        &mut self,
        op: Binary,
        a: &Expr,
        b: &Expr,
        span: &Range<usize>,
    ) -> (Code, Type) {
        let (left, left_ty) = self.expr(a);
        let (right, right_ty) = self.expr(b);
        self.check_value(&left, b);
        self.check_value(&right, a);
        let disagree = |c: &mut Self| {
            let mistake = Mistake::CannotJoin {
                sign: op.sign().to_owned(),
                left: left_ty.clone(),
                right: right_ty.clone(),
            };
            c.problem(Problem::new(span.clone(), mistake).help(joined_otherwise(
                op,
                (a, &left_ty),
                (b, &right_ty),
            )));
            Type::unknown()
        };
        let ty = match op {
            Binary::Eq | Binary::Ne => {
                let null = left_ty.base == Base::Null || right_ty.base == Base::Null;
                if !null && !left_ty.fits(&right_ty) {
                    disagree(self);
                }
                Type::of(Base::Bool)
            }
            Binary::In => {
                self.want_not_null(&right_ty, b);
                match &right_ty.base {
                    Base::Unknown => {}
                    Base::List(item) if left_ty.fits(item) => {}
                    _ => _ = disagree(self),
                }
                Type::of(Base::Bool)
            }
            Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge => {
                let ordered = left_ty.fits(&right_ty)
                    && !matches!(
                        left_ty.base,
                        Base::Bool | Base::Node(_) | Base::List(_) | Base::Null
                    );
                if ordered || left_ty.base == Base::Unknown {
                    self.want_not_null(&left_ty, a);
                    self.want_not_null(&right_ty, b);
                } else {
                    disagree(self);
                }
                Type::of(Base::Bool)
            }
            Binary::Add | Binary::Sub | Binary::Mul | Binary::Div | Binary::Rem => {
                self.want_not_null(&left_ty, a);
                self.want_not_null(&right_ty, b);
                match arithmetic(op, &left_ty, &right_ty) {
                    Some(ty) => ty,
                    None => disagree(self),
                }
            }
        };
        (Code::Binary(op, Box::new(left), Box::new(right)), ty)
    }

    /// Whether a field that can be one of a few texts is compared with one of them.
    fn check_value(&mut self, code: &Code, other: &Expr) {
        let texts: Vec<&Expr> = match &other.kind {
            ExprKind::Text(_) => vec![other],
            ExprKind::List(items) => items.iter().collect(),
            _ => return,
        };
        let Code::Field(_, Field { name, values, .. }) = code else {
            return;
        };
        for text in texts {
            if let ExprKind::Text(value) = &text.kind
                && !values.is_empty()
                && !values.contains(&value.as_str())
            {
                let help = suggest(value, values.iter().copied());
                self.problem(
                    Problem::new(
                        text.span.clone(),
                        Mistake::Never {
                            field: (*name).to_owned(),
                            value: value.clone(),
                        },
                    )
                    .help(help),
                );
            }
        }
    }
}

/// What was probably meant by an operator between what it cannot join: `1 <= x <= 5`, `x > '5'`, a text
/// that is a number or a day.
fn joined_otherwise(
    op: Binary,
    (a, left): (&Expr, &Type),
    (b, right): (&Expr, &Type),
) -> Option<Advice> {
    let compares = |op: Binary| matches!(op, Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge);
    if let ExprKind::Binary(inner, ..) = &a.kind
        && compares(*inner)
        && compares(op)
    {
        let write = "`between(x, 1, 5)`".to_owned();
        return Some(Advice::WriteInstead { write });
    }
    let number = |expr: &Expr| match &expr.kind {
        ExprKind::Text(text) => text.replace(' ', "").parse::<i64>().ok(),
        _ => None,
    };
    let literal = |expr: &Expr| matches!(expr.kind, ExprKind::Text(_));
    let other = match (&left.base, &right.base) {
        (Base::Text, other) if !literal(a) => Some(other),
        (other, Base::Text) if !literal(b) => Some(other),
        _ => None,
    };
    let both = matches!((&left.base, &right.base), (Base::Text, Base::Text));
    let quoted = |expr: &Expr| match &expr.kind {
        ExprKind::Text(text) => day(text).is_some().then(|| text.clone()),
        _ => None,
    };
    let written = match (&left.base, &right.base) {
        (Base::Date, _) => quoted(b),
        (_, Base::Date) => quoted(a),
        _ => None,
    };
    if let Some(day) = written {
        let write = format!("`dato('{day}')`");
        return Some(Advice::WriteInstead { write });
    }
    let write = match (number(b).or_else(|| number(a)), other) {
        _ if op == Binary::In && both => "`a == b`".to_owned(),
        (Some(number), _) => format!("`{number}`"),
        (None, Some(Base::Int | Base::Ratio)) => "`int(x)`".to_owned(),
        (None, Some(Base::Date)) => "`date(x)`".to_owned(),
        _ => return None,
    };
    Some(Advice::WriteInstead { write })
}

fn arithmetic(op: Binary, a: &Type, b: &Type) -> Option<Type> {
    match (&a.base, &b.base) {
        (Base::Unknown, _) | (_, Base::Unknown) => Some(Type::unknown()),
        (Base::Text, Base::Text) if op == Binary::Add => Some(Type::of(Base::Text)),
        (Base::List(_), Base::List(_)) if op == Binary::Add => {
            a.union(b).map(|ty| ty.computed().not_null())
        }
        (Base::Int, Base::Int) if op == Binary::Div => Some(Type::of(Base::Ratio)),
        (Base::Int, Base::Int) => Some(Type::of(Base::Int)),
        _ if a.is_number() && b.is_number() && op != Binary::Rem => Some(Type::of(Base::Ratio)),
        _ => None,
    }
}
