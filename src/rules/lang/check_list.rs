//! Checks what walks over lists or searches them, and the names of questions.

use super::ast::{Expr, ExprKind, Name};
use super::check::Checker;
use super::code::{Code, Lookup, Macro};
use super::constant::Const;
use super::fields::{Field, field, fields};
use super::functions::{MacroKind, SEARCHES};
use super::index::IndexKind;
use super::node::NodeKind;
use super::problem::example;
use super::types::{Base, Type};
use super::{Problem, foreign, suggest};
use crate::rules::mistake::{Mistake, Term};
use std::ops::Range;

impl Checker<'_> {
    pub(super) fn macro_call(
        &mut self,
        kind: MacroKind,
        receiver: &Expr,
        name: &Name,
        args: &[Expr],
    ) -> (Code, Type) {
        let (list, list_ty) = self.expr(receiver);
        let item = match &list_ty.base {
            Base::List(item) => (**item).clone(),
            Base::Unknown => Type::unknown(),
            _ => {
                self.problem(Problem::new(
                    receiver.span.clone(),
                    Mistake::NeedsList {
                        name: name.text.clone(),
                        found: list_ty.clone(),
                    },
                ));
                Type::unknown()
            }
        };
        self.want_not_null(&list_ty, receiver);
        if let Some(problem) = foreign::decimal_comma(args) {
            self.problem(problem);
            return (Code::Const(Const::Null), Type::unknown());
        }
        let (var, condition, body) = match args {
            [var, body] => (var, None, body),
            [var, condition, body] if kind == MacroKind::Map => (var, Some(condition), body),
            _ => {
                self.problem(
                    Problem::new(
                        name.span.clone(),
                        Mistake::TakesNameAndExpression {
                            name: name.text.clone(),
                        },
                    )
                    .help(example(&format!("list.{}(x, …)", name.text))),
                );
                return (Code::Const(Const::Null), Type::unknown());
            }
        };
        let ExprKind::Name(var_name) = &var.kind else {
            self.problem(Problem::new(var.span.clone(), Mistake::NeedsItemName));
            return (Code::Const(Const::Null), Type::unknown());
        };
        self.check_new_name(&Name {
            text: var_name.clone(),
            span: var.span.clone(),
        });
        let known = self.facts.len();
        let slot = self.bind(var_name, item.clone());
        let condition_code = condition.map(|c| {
            let code = self.condition(c);
            self.assume(c);
            code
        });
        let (body_code, body_ty) = self.expr(body);
        self.facts.truncate(known);
        self.unbind();
        let ty = match kind {
            MacroKind::Map => Type::list(body_ty),
            MacroKind::GroupBy => Type::list(Type::list(item)),
            MacroKind::Filter | MacroKind::Exists | MacroKind::ExistsOne | MacroKind::All => {
                self.want(&body_ty, &Type::of(Base::Bool), &body.span);
                if kind == MacroKind::Filter {
                    Type::list(item)
                } else {
                    Type::of(Base::Bool)
                }
            }
        };
        let code = Code::Macro(Box::new(Macro {
            kind,
            list,
            slot,
            condition: condition_code,
            body: body_code,
        }));
        (code, ty)
    }

    pub(super) fn search(
        &mut self,
        receiver: &Expr,
        name: &Name,
        args: &[Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
        let (list, list_ty) = self.expr(receiver);
        self.want_not_null(&list_ty, receiver);
        let none = (Code::Const(Const::Null), Type::unknown());
        let kind = match list_ty.item().map(|i| &i.base) {
            Some(Base::Node(kind)) => *kind,
            Some(Base::Unknown) => return none,
            None if list_ty.base == Base::Unknown => return none,
            _ => {
                self.problem(Problem::new(
                    receiver.span.clone(),
                    Mistake::SearchesParts {
                        name: name.text.clone(),
                        found: list_ty,
                    },
                ));
                return none;
            }
        };
        let (index, takes) = match name.text.as_str() {
            "near" => (IndexKind::Near, 3),
            "sharing" => (IndexKind::Sharing, 3),
            _ => (IndexKind::By, 2),
        };
        let form = SEARCHES
            .iter()
            .find(|s| s.name == name.text)
            .map_or("", |s| s.form);
        if args.len() != takes {
            self.problem(
                Problem::new(
                    span.clone(),
                    Mistake::Takes {
                        name: name.text.clone(),
                        takes,
                    },
                )
                .help(example(form)),
            );
            return none;
        }
        let Some(field) = args.first().and_then(|a| self.field_name(kind, a, form)) else {
            return none;
        };
        let mut codes = Vec::new();
        for (i, arg) in args.iter().enumerate().skip(1) {
            let (code, ty) = self.expr(arg);
            codes.push(code);
            let wanted = match (i, index) {
                (1, _) => field.ty(),
                (_, IndexKind::Near) => Type::of(Base::Ratio),
                _ => Type::of(Base::Int),
            };
            if !wanted.clone().or_null().fits(&ty) {
                self.problem(Problem::new(
                    arg.span.clone(),
                    Mistake::WrongType {
                        found: ty.clone(),
                        wanted: Term::Type(wanted),
                    },
                ));
            } else if index != IndexKind::By {
                self.want_not_null(&ty, arg);
            }
        }
        if index != IndexKind::By && field.ty().base != Base::Text {
            let at = args.first().map_or(0..0, |a| a.span.clone());
            self.problem(Problem::new(
                at,
                Mistake::NotAText {
                    field: field.name.to_owned(),
                },
            ));
        }
        let single = name.text == "only";
        let item = Type::of(Base::Node(kind));
        let ty = if single {
            item.or_null()
        } else {
            Type::list(item)
        };
        let lookup = Lookup {
            kind: index,
            single,
            list,
            field,
            args: codes,
        };
        (Code::Lookup(Box::new(lookup)), ty)
    }

    fn field_name(&mut self, kind: NodeKind, arg: &Expr, form: &str) -> Option<&'static Field> {
        let ExprKind::Text(name) = &arg.kind else {
            self.problem(
                Problem::new(arg.span.clone(), Mistake::NeedsFieldName).help(example(form)),
            );
            return None;
        };
        let found = field(kind, name);
        if found.is_none() {
            let help = suggest(name, fields(kind).iter().map(|f| f.name));
            self.problem(
                Problem::new(
                    arg.span.clone(),
                    Mistake::UnknownField {
                        node: kind.name().to_owned(),
                        field: name.clone(),
                    },
                )
                .help(help),
            );
        }
        found
    }
}
