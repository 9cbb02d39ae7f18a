//! Checks that an expression has the type that is needed where it stands, and is not null there.

use super::Problem;
use super::ast::{Expr, ExprKind};
use super::check::Checker;
use super::types::{Base, Type};
use crate::rules::mistake::{Advice, Mistake, Term};
use std::ops::Range;

impl Checker<'_> {
    /// A problem where a type is not the wanted one, or may be null.
    pub(crate) fn want(&mut self, ty: &Type, wanted: &Type, span: &Range<usize>) {
        let fits = ty.base == wanted.base || ty.base == Base::Unknown;
        if !fits || ty.nullable && !wanted.nullable {
            let problem = Problem::new(
                span.clone(),
                Mistake::WrongType {
                    found: ty.clone(),
                    wanted: Term::Type(wanted.clone()),
                },
            );
            self.problem(if wanted.base == Base::Bool {
                problem.help(Advice::CompareIt)
            } else {
                problem
            });
        }
    }

    pub(super) fn want_number(&mut self, ty: &Type, span: &Range<usize>) {
        if !ty.is_number() || ty.nullable {
            self.problem(Problem::new(
                span.clone(),
                Mistake::WrongType {
                    found: ty.clone(),
                    wanted: Term::Number,
                },
            ));
        }
    }

    /// A problem where something may be null that is used as if it were not.
    pub(crate) fn want_not_null(&mut self, ty: &Type, expr: &Expr) {
        if !ty.nullable || ty.base == Base::Unknown || self.lacks_condition {
            return;
        }
        let mistake = match ty.base {
            Base::Null => Mistake::IsNull,
            _ => Mistake::MayBeNull,
        };
        let advice = match written(expr) {
            Some(path) => Advice::TestForNull { path },
            None => Advice::NameAndTest,
        };
        self.problem(Problem::new(expr.span.clone(), mistake).help(advice));
    }
}

fn written(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name.clone()),
        ExprKind::Field(base, name) => Some(format!("{}.{}", written(base)?, name.text)),
        _ => None,
    }
}
