//! Checks calls: functions, macros, searches and the names of questions.

use super::ast::{Expr, ExprKind, Name};
use super::check::Checker;
use super::check_named::is_named;
use super::code::Code;
use super::constant::Const;
use super::days::day;
use super::functions::{FUNCTIONS, Fun, Function, Gives, MACROS, Pat, SEARCHES};
use super::pattern::Pattern;
use super::pooled::Pooled;
use super::problem::example;
use super::types::{Base, Type};
use super::{Problem, foreign, suggest};
use crate::rules::mistake::{Advice, Mistake, Term};
use std::ops::Range;

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        receiver: Option<&Expr>,
        name: &Name,
        args: &[Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
        if let Some(receiver) = receiver {
            if let Some(found) = MACROS.iter().find(|m| m.name == name.text) {
                return self.macro_call(found.kind, receiver, name, args);
            }
            if SEARCHES
                .iter()
                .any(|s| s.name == name.text && s.form.starts_with("list."))
            {
                return self.search(receiver, name, args, span);
            }
        }
        let method = receiver.is_some();
        if is_named(&name.text, method) {
            return self.named_call(receiver, name, args, span);
        }
        let given: Vec<&Expr> = receiver.into_iter().chain(args).collect();
        let candidates = FUNCTIONS
            .iter()
            .filter(|f| f.name == name.text && f.method == method);
        let candidates: Vec<&Function> = candidates.collect();
        if let Some(function) = candidates.iter().find(|f| f.takes.len() == given.len()) {
            return self.function(function, &given, span);
        }
        match foreign::decimal_comma(args) {
            Some(problem) if !candidates.is_empty() => self.problem(problem),
            _ => self.unknown_call(name, method, &candidates, given.len()),
        }
        // What looks like the name of an item is meant as one: the macro's name is what is wrong.
        let item = args.first().filter(|_| method && args.len() > 1);
        let item = item.and_then(|item| self.unknown_name(item));
        let bound = item.map(|item| self.bind(&item, Type::unknown()));
        for expr in given {
            self.expr(expr);
        }
        if bound.is_some() {
            self.unbind();
        }
        (Code::Const(Const::Null), Type::unknown())
    }

    /// The name that an expression is, where nothing is called so.
    fn unknown_name(&self, expr: &Expr) -> Option<String> {
        let ExprKind::Name(name) = &expr.kind else {
            return None;
        };
        let known = self.names().iter().any(|bound| bound.name == *name)
            || self.context.args.contains_key(name)
            || matches!(name.as_str(), "report" | "params");
        (!known).then(|| name.clone())
    }

    fn unknown_call(&mut self, name: &Name, method: bool, near: &[&Function], given: usize) {
        let own = usize::from(method);
        if let Some(function) = near.first() {
            let takes = function.takes.len().saturating_sub(own);
            self.problem(
                Problem::new(
                    name.span.clone(),
                    match (takes, given.saturating_sub(own)) {
                        (1, given) => Mistake::TakesOne {
                            name: name.text.clone(),
                            given,
                        },
                        (_, given) => Mistake::TakesNot {
                            name: name.text.clone(),
                            takes,
                            given,
                        },
                    },
                )
                .help(example(function.example)),
            );
            return;
        }
        let other = FUNCTIONS
            .iter()
            .find(|f| f.name == name.text && f.method != method);
        if let Some(function) = other {
            self.problem(
                Problem::new(
                    name.span.clone(),
                    Mistake::NotCalledSo {
                        name: name.text.clone(),
                    },
                )
                .help(example(function.example)),
            );
            return;
        }
        if !method && let Some(problem) = foreign::function(&name.text, name.span.clone()) {
            self.problem(problem);
            return;
        }
        let functions = FUNCTIONS
            .iter()
            .filter(|f| f.method == method)
            .map(|f| f.name);
        let macros = MACROS.iter().filter(|_| method).map(|m| m.name);
        let searches = SEARCHES
            .iter()
            .filter(|s| s.form.starts_with("list.") == method)
            .map(|s| s.name);
        let help = suggest(&name.text, functions.chain(macros).chain(searches));
        self.problem(
            Problem::new(
                name.span.clone(),
                Mistake::UnknownFunction {
                    name: name.text.clone(),
                },
            )
            .help(help),
        );
    }

    fn function(
        &mut self,
        function: &Function,
        given: &[&Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
        let mut codes = Vec::new();
        let mut types: Vec<Type> = Vec::new();
        for (pat, expr) in function.takes.iter().zip(given) {
            let (code, ty) = self.expr(expr);
            self.argument(*pat, expr, &ty, types.last());
            codes.push(code);
            types.push(ty);
        }
        if function.fun == Fun::Matches
            && let [_, Code::Const(Const::Text(pattern))] = codes.as_slice()
        {
            if pattern.contains('\u{8}') {
                let at = given.get(1).map_or(span.clone(), |e| e.span.clone());
                let problem =
                    Problem::new(at, Mistake::Backspace).help(Advice::LiteralText { sign: 'b' });
                self.problem(problem);
                return (Code::Const(Const::Bool(false)), Type::of(Base::Bool));
            }
            let compiled = self.context.patterns.get(pattern);
            return self.pattern(compiled, codes, given);
        }
        if function.fun == Fun::Dato {
            return self.date(given.first().copied(), span);
        }
        if function.fun == Fun::ToText
            && let Some(ty) = types.first()
            && matches!(ty.base, Base::List(_) | Base::Node(_) | Base::Bool)
        {
            self.problem(
                Problem::new(span.clone(), Mistake::NoOwnText { found: ty.clone() })
                    .help(Advice::TakeFieldOrJoin),
            );
        }
        (Code::Call(function.fun, codes), gives(function, &types))
    }

    fn pattern(
        &mut self,
        compiled: Result<Pooled<Pattern>, String>,
        codes: Vec<Code>,
        given: &[&Expr],
    ) -> (Code, Type) {
        let bool = Type::of(Base::Bool);
        let text = codes.into_iter().next();
        match (compiled, text) {
            (Ok(regex), Some(text)) => (Code::Matches(Box::new(text), regex), bool),
            (Err(why), _) => {
                let span = given.get(1).map_or(0..0, |e| e.span.clone());
                self.problem(
                    Problem::new(span, Mistake::BrokenPattern { why }).help(Advice::EscapePattern),
                );
                (Code::Const(Const::Bool(false)), bool)
            }
            (Ok(_), None) => (Code::Const(Const::Bool(false)), bool),
        }
    }

    fn date(&mut self, arg: Option<&Expr>, span: &Range<usize>) -> (Code, Type) {
        let ty = Type::of(Base::Date);
        let found = match arg.map(|a| &a.kind) {
            Some(ExprKind::Text(text)) => day(text),
            _ => None,
        };
        if let Some(day) = found {
            return (Code::Const(Const::Date(day)), ty);
        }
        self.problem(Problem::new(span.clone(), Mistake::NotADay).help(Advice::WriteDay));
        (Code::Const(Const::Null), Type::unknown())
    }

    fn argument(&mut self, pat: Pat, expr: &Expr, ty: &Type, before: Option<&Type>) {
        let item = ty.item();
        let base = |wanted: Base| ty.base == wanted;
        let fits = match pat {
            Pat::Any => true,
            Pat::Sized => base(Base::Text) || item.is_some(),
            Pat::Int => base(Base::Int),
            Pat::Number => ty.is_number(),
            Pat::NumberOrNull => ty.is_number() || base(Base::Null),
            Pat::Text | Pat::DateText => base(Base::Text),
            Pat::Date => base(Base::Date),
            Pat::List => item.is_some(),
            Pat::Numbers => item.is_some_and(Type::is_number),
            Pat::Texts => item.is_some_and(|i| matches!(i.base, Base::Text | Base::Unknown)),
            Pat::Ordered => item.is_some_and(|i| {
                i.is_number() || matches!(i.base, Base::Text | Base::Date | Base::Unknown)
            }),
            Pat::Lists => item.is_some_and(|i| matches!(i.base, Base::List(_) | Base::Unknown)),
            Pat::Nodes => item.is_some_and(|i| matches!(i.base, Base::Node(_) | Base::Unknown)),
            Pat::Item => before.and_then(Type::item).is_none_or(|i| i.fits(ty)),
            Pat::Comparable => ty.is_number() || matches!(ty.base, Base::Text | Base::Date),
            Pat::Same => before.is_none_or(|b| b.clone().not_null().fits(ty)),
            Pat::Deviation => return self.deviation(expr),
        };
        if ty.base == Base::Unknown {
            return;
        }
        if !fits {
            self.problem(Problem::new(
                expr.span.clone(),
                Mistake::WrongType {
                    found: ty.clone(),
                    wanted: wanted(pat),
                },
            ));
            return;
        }
        if !matches!(pat, Pat::Any | Pat::NumberOrNull) {
            self.want_not_null(ty, expr);
        }
        let items_count = matches!(pat, Pat::Numbers | Pat::Texts | Pat::Ordered | Pat::Lists);
        if items_count && item.is_some_and(|i| i.nullable) {
            self.problem(
                Problem::new(expr.span.clone(), Mistake::ItemMayBeNull).help(Advice::LeaveNullsOut),
            );
        }
    }

    fn deviation(&mut self, expr: &Expr) {
        let kinds = ["sample", "population"];
        let (code, ty) = self.expr(expr);
        match code {
            Code::Const(Const::Text(text)) if kinds.contains(&text.as_str()) => {}
            Code::Const(Const::Text(text)) => {
                let help = suggest(&text, kinds.into_iter());
                self.problem(
                    Problem::new(expr.span.clone(), Mistake::NoDeviation { name: text }).help(help),
                );
            }
            _ if ty.base == Base::Unknown => {}
            _ => self.problem(Problem::new(expr.span.clone(), Mistake::NeedsDeviation)),
        }
    }
}

fn gives(function: &Function, types: &[Type]) -> Type {
    let first = types.first().cloned().unwrap_or_else(Type::unknown);
    let item = first.item().cloned().unwrap_or_else(Type::unknown);
    match function.gives {
        Gives::Bool => Type::of(Base::Bool),
        Gives::Int => Type::of(Base::Int),
        Gives::IntOrNull => Type::of(Base::Int).or_null(),
        Gives::Ratio => Type::of(Base::Ratio),
        Gives::RatioOrNull => Type::of(Base::Ratio).or_null(),
        Gives::Text => Type::of(Base::Text),
        Gives::Texts => Type::list(Type::of(Base::Text)),
        Gives::Date => Type::of(Base::Date),
        Gives::DateOrNull => Type::of(Base::Date).or_null(),
        Gives::NotNull => match types.get(1).and_then(|t| first.union(t)) {
            Some(both) => both.not_null(),
            None if first.base == Base::Null => Type::of(Base::Int),
            None => first.not_null().computed(),
        },
        Gives::ItemValue => match item.base {
            Base::Unknown => Type::of(Base::Int),
            _ => item.computed(),
        },
        Gives::ItemOrNull => item.or_null(),
        Gives::Same => first,
        Gives::Inner => item,
    }
}

fn wanted(pat: Pat) -> Term {
    match pat {
        Pat::Any => Term::Anything,
        Pat::Sized => Term::TextOrList,
        Pat::Int => Term::Type(Type::of(Base::Int)),
        Pat::Number | Pat::NumberOrNull => Term::Number,
        Pat::Text | Pat::DateText => Term::Type(Type::of(Base::Text)),
        Pat::Date => Term::Type(Type::of(Base::Date)),
        Pat::List => Term::List,
        Pat::Numbers => Term::Numbers,
        Pat::Texts => Term::Texts,
        Pat::Ordered => Term::Ordered,
        Pat::Lists => Term::Lists,
        Pat::Nodes => Term::Parts,
        Pat::Item => Term::Item,
        Pat::Comparable => Term::OrderedOne,
        Pat::Same => Term::SameType,
        Pat::Deviation => Term::Deviation,
    }
}
