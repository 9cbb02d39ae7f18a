//! Names, fields, types and nullability: an expression → checked code, with every mistake at once.

use super::ast::{Binary, Expr, ExprKind, Name};
use super::code::Code;
use super::constant::{Const, type_of};
use super::fields::{field, fields};
use super::node::NodeKind;
use super::numbers::Number;
use super::pooled::{Patterns, Pooled};
use super::table::Table;
use super::types::{Base, Type};
use super::{Problem, foreign, suggest};
use crate::report::Kind;
use crate::rules::mistake::{Advice, Mistake};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a rule file gives to its expressions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// `params.name`: the pack's parameters.
    pub(crate) params: BTreeMap<String, Const>,
    /// The arguments of a template.
    pub(crate) args: BTreeMap<String, Const>,
    /// The keys of the questions that the packs know.
    pub(crate) keys: Vec<String>,
    /// The kinds of those questions, where all packs agree on one.
    pub(crate) kinds: BTreeMap<String, Kind>,
    /// The tables that the pack knows.
    pub(crate) tables: BTreeMap<String, Pooled<Table>>,
    /// The patterns so far.
    pub(crate) patterns: Patterns,
}

/// A name that stands for a value.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The name.
    pub(crate) name: String,
    /// Where its value is kept.
    pub(crate) slot: usize,
    /// Its type.
    pub(crate) ty: Type,
    /// Whether a `let` made it: what is walked over is known by other names.
    pub(crate) made: bool,
}

/// Checks the expressions of one rule.
pub(crate) struct Checker<'c> {
    pub(super) context: &'c Context,
    /// The names in sight; later ones hide earlier ones.
    pub(super) names: Vec<Bound>,
    /// The paths that are known not to be null here.
    pub(super) facts: Vec<String>,
    /// How many slots were given out.
    pub(crate) slots: usize,
    /// What was found so far.
    pub(crate) problems: Vec<Problem>,
    /// Whether a table is asked for that no file was given for.
    pub(crate) lacks_table: bool,
    /// Whether the report of the year before is asked for.
    pub(crate) uses_previous: bool,
    /// Whether a condition could not be read, which may have said what is not null.
    pub(crate) lacks_condition: bool,
}

impl<'c> Checker<'c> {
    /// A checker that knows no names but `report` and those of the context.
    pub(crate) fn new(context: &'c Context) -> Self {
        Self {
            context,
            names: Vec::new(),
            facts: Vec::new(),
            slots: 0,
            problems: Vec::new(),
            lacks_table: false,
            uses_previous: false,
            lacks_condition: false,
        }
    }

    /// Makes a name known and gives its slot.
    pub(crate) fn bind(&mut self, name: &str, ty: Type) -> usize {
        let slot = self.slots;
        self.slots += 1;
        self.names.push(Bound {
            name: name.to_owned(),
            slot,
            ty,
            made: false,
        });
        slot
    }

    /// Makes the name of a `let` known and gives its slot.
    pub(crate) fn bind_made(&mut self, name: &str, ty: Type) -> usize {
        let slot = self.bind(name, ty);
        if let Some(bound) = self.names.last_mut() {
            bound.made = true;
        }
        slot
    }

    /// Forgets the name that was made known last.
    pub(crate) fn unbind(&mut self) {
        self.names.pop();
    }

    /// Whether a name may be given to something new; a problem where it may not.
    pub(crate) fn check_new_name(&mut self, name: &Name) {
        let taken = match name.text.as_str() {
            "report" | "params" => true,
            text => {
                self.names.iter().any(|b| b.name == text) || self.context.args.contains_key(text)
            }
        };
        if taken {
            self.problem(
                Problem::new(
                    name.span.clone(),
                    Mistake::Taken {
                        name: name.text.clone(),
                    },
                )
                .help(Advice::ChooseAnotherName),
            );
        }
    }

    /// The names in sight.
    pub(crate) fn names(&self) -> &[Bound] {
        &self.names
    }

    /// Keeps what is known once `condition` holds.
    pub(crate) fn assume(&mut self, condition: &Expr) {
        let facts = self.facts_of(condition, true);
        self.facts.extend(facts);
    }

    /// Takes every name in sight for not null.
    pub(crate) fn assume_all(&mut self) {
        let slots = self.names.iter().map(|b| b.slot.to_string());
        self.facts.extend(slots);
    }

    /// How much is known, to be given back to [`Checker::forget`].
    pub(crate) fn facts(&self) -> usize {
        self.facts.len()
    }

    /// Forgets what was assumed since.
    pub(crate) fn forget(&mut self, facts: usize) {
        self.facts.truncate(facts);
    }

    /// Checks an expression that has to be true or false.
    pub(crate) fn condition(&mut self, expr: &Expr) -> Code {
        let (code, ty) = self.expr(expr);
        self.want(&ty, &Type::of(Base::Bool), &expr.span);
        code
    }

    /// Checks an expression.
    pub(crate) fn expr(&mut self, expr: &Expr) -> (Code, Type) {
        match &expr.kind {
            ExprKind::Null => (Code::Const(Const::Null), Type::of(Base::Null).or_null()),
            ExprKind::Bool(b) => (Code::Const(Const::Bool(*b)), Type::of(Base::Bool)),
            ExprKind::Int(n) => (
                Code::Const(Const::Number(Number::Int(*n))),
                Type::of(Base::Int),
            ),
            ExprKind::Decimal(r) => (
                Code::Const(Const::Number(Number::from_ratio(*r))),
                Type::of(Base::Ratio),
            ),
            ExprKind::Text(text) => (Code::Const(Const::Text(text.clone())), Type::of(Base::Text)),
            ExprKind::Name(name) => self.name(name, &expr.span),
            ExprKind::List(items) => self.list(items),
            ExprKind::Field(base, name) => self.field(expr, base, name),
            ExprKind::Index(list, index) => self.index(list, index),
            ExprKind::Call(receiver, name, args) => {
                self.call(receiver.as_deref(), name, args, &expr.span)
            }
            ExprKind::Not(inner) => {
                let code = self.condition(inner);
                (Code::Not(Box::new(code)), Type::of(Base::Bool))
            }
            ExprKind::Minus(inner) => {
                let (code, ty) = self.expr(inner);
                self.want_number(&ty, &inner.span);
                (Code::Minus(Box::new(code)), ty.computed())
            }
            ExprKind::And(a, b) => {
                let left = self.condition(a);
                let right = self.assuming(a, true, |c| c.condition(b));
                (
                    Code::And(Box::new(left), Box::new(right)),
                    Type::of(Base::Bool),
                )
            }
            ExprKind::Or(a, b) => {
                let left = self.condition(a);
                let right = self.assuming(a, false, |c| c.condition(b));
                (
                    Code::Or(Box::new(left), Box::new(right)),
                    Type::of(Base::Bool),
                )
            }
            ExprKind::Cond(condition, then, other) => {
                let test = self.condition(condition);
                let (then_code, then_ty) = self.assuming(condition, true, |c| c.expr(then));
                let (other_code, other_ty) = self.assuming(condition, false, |c| c.expr(other));
                let ty = then_ty.union(&other_ty).unwrap_or_else(|| {
                    self.problem(Problem::new(
                        expr.span.clone(),
                        Mistake::MixedBranches {
                            first: then_ty.clone(),
                            second: other_ty.clone(),
                        },
                    ));
                    Type::unknown()
                });
                let code = Code::Cond(Box::new(test), Box::new(then_code), Box::new(other_code));
                (code, ty)
            }
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b, &expr.span),
        }
    }

    /// Runs `check` while knowing what follows from `condition` being `truth`.
    pub(super) fn assuming<T>(
        &mut self,
        condition: &Expr,
        truth: bool,
        check: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let known = self.facts.len();
        let facts = self.facts_of(condition, truth);
        self.facts.extend(facts);
        let result = check(self);
        self.facts.truncate(known);
        result
    }

    fn facts_of(&self, condition: &Expr, truth: bool) -> Vec<String> {
        match (&condition.kind, truth) {
            (ExprKind::Not(inner), _) => self.facts_of(inner, !truth),
            (ExprKind::And(a, b), true) | (ExprKind::Or(a, b), false) => {
                let mut facts = self.facts_of(a, truth);
                facts.extend(self.facts_of(b, truth));
                facts
            }
            (ExprKind::Binary(Binary::Ne, a, b), true)
            | (ExprKind::Binary(Binary::Eq, a, b), false) => match (&a.kind, &b.kind) {
                (ExprKind::Null, _) => self.path(b).into_iter().collect(),
                (_, ExprKind::Null) => self.path(a).into_iter().collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// A name for the place that `q.stats.sum` is, whatever the names in it mean later.
    pub(super) fn path(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Name(name) if name == "report" => Some("report".to_owned()),
            ExprKind::Name(name) => {
                let bound = self.names.iter().rev().find(|b| b.name == *name)?;
                Some(bound.slot.to_string())
            }
            ExprKind::Field(base, name) => Some(format!("{}.{}", self.path(base)?, name.text)),
            // `question('key')` is the same at every place.
            ExprKind::Call(None, name, args) if name.text == "question" => match args.as_slice() {
                [
                    Expr {
                        kind: ExprKind::Text(key),
                        ..
                    },
                ] => Some(format!("question {key}")),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn narrowed(&self, expr: &Expr, ty: Type) -> Type {
        match self.path(expr) {
            Some(path) if ty.nullable && self.facts.contains(&path) => ty.not_null(),
            _ => ty,
        }
    }

    fn name(&mut self, name: &str, span: &Range<usize>) -> (Code, Type) {
        if let Some(bound) = self.names.iter().rev().find(|b| b.name == name) {
            let ty = bound.ty.clone();
            let known = ty.nullable && self.facts.contains(&bound.slot.to_string());
            let ty = if known { ty.not_null() } else { ty };
            return (Code::Slot(bound.slot), ty);
        }
        if name == "report" {
            return (Code::Report, Type::of(Base::Node(NodeKind::Report)));
        }
        if let Some(value) = self.context.args.get(name) {
            return (Code::Const(value.clone()), type_of(value));
        }
        if let Some(problem) = foreign::value(name, span.clone()) {
            self.problem(problem);
            return (Code::Const(Const::Null), Type::unknown());
        }
        let names = self.names.iter().map(|b| b.name.as_str());
        let args = self.context.args.keys().map(String::as_str);
        let help = suggest(name, names.chain(args).chain(["report", "params"]));
        self.problem(
            Problem::new(
                span.clone(),
                Mistake::UnknownName {
                    name: name.to_owned(),
                },
            )
            .help(help),
        );
        (Code::Const(Const::Null), Type::unknown())
    }

    fn list(&mut self, items: &[Expr]) -> (Code, Type) {
        let mut ty: Option<Type> = None;
        let mut codes = Vec::new();
        for item in items {
            let (code, item_ty) = self.expr(item);
            codes.push(code);
            ty = match ty {
                None => Some(item_ty),
                Some(ty) => Some(ty.union(&item_ty).unwrap_or_else(|| {
                    self.problem(Problem::new(
                        item.span.clone(),
                        Mistake::MixedList {
                            item: item_ty.clone(),
                            list: ty.clone(),
                        },
                    ));
                    Type::unknown()
                })),
            };
        }
        (
            Code::List(codes),
            Type::list(ty.unwrap_or_else(Type::unknown)),
        )
    }

    fn field(&mut self, expr: &Expr, base: &Expr, name: &Name) -> (Code, Type) {
        let params = matches!(&base.kind, ExprKind::Name(n) if n == "params");
        if params && !self.names.iter().any(|b| b.name == "params") {
            return self.param(name);
        }
        let (code, ty) = self.expr(base);
        let kind = match ty.base {
            Base::Node(kind) => kind,
            Base::Unknown => return (Code::Const(Const::Null), Type::unknown()),
            _ => {
                let of_item = ty.item().is_some_and(
                    |item| matches!(item.base, Base::Node(kind) if field(kind, &name.text).is_some()),
                );
                let help = if of_item {
                    Advice::OfEach {
                        field: name.text.clone(),
                    }
                } else {
                    Advice::CallWithBrackets {
                        name: name.text.clone(),
                    }
                };
                let foreign = foreign::function(&name.text, name.span.clone());
                if let Some(problem) = foreign.filter(|_| !of_item) {
                    self.problem(problem);
                    return (Code::Const(Const::Null), Type::unknown());
                }
                let mistake = Mistake::NoFields { found: ty };
                self.problem(Problem::new(name.span.clone(), mistake).help(help));
                return (Code::Const(Const::Null), Type::unknown());
            }
        };
        self.want_not_null(&ty, base);
        let Some(found) = field(kind, &name.text) else {
            let help = suggest(&name.text, fields(kind).iter().map(|f| f.name));
            self.problem(
                Problem::new(
                    name.span.clone(),
                    Mistake::UnknownField {
                        node: kind.name().to_owned(),
                        field: name.text.clone(),
                    },
                )
                .help(help),
            );
            return (Code::Const(Const::Null), Type::unknown());
        };
        let ty = self.narrowed(expr, found.ty());
        (Code::Field(Box::new(code), found), ty)
    }

    fn param(&mut self, name: &Name) -> (Code, Type) {
        if let Some(value) = self.context.params.get(&name.text) {
            return (Code::Const(value.clone()), type_of(value));
        }
        let names = self.context.params.keys().map(String::as_str);
        let help = suggest(&name.text, names);
        self.problem(
            Problem::new(
                name.span.clone(),
                Mistake::UnknownParameter {
                    name: name.text.clone(),
                },
            )
            .help(help),
        );
        (Code::Const(Const::Null), Type::unknown())
    }

    fn index(&mut self, list: &Expr, index: &Expr) -> (Code, Type) {
        let (list_code, list_ty) = self.expr(list);
        let (index_code, index_ty) = self.expr(index);
        self.want(&index_ty, &Type::of(Base::Int), &index.span);
        self.want_not_null(&list_ty, list);
        let item = match list_ty.base {
            Base::List(item) => *item,
            Base::Unknown => Type::unknown(),
            _ => {
                self.problem(Problem::new(
                    list.span.clone(),
                    Mistake::NoItems { found: list_ty },
                ));
                Type::unknown()
            }
        };
        let code = Code::Index(Box::new(list_code), Box::new(index_code));
        (code, item)
    }

    /// Keeps a problem.
    pub(crate) fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}
