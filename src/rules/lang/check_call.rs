//! Checks calls: functions, macros, searches and the names of questions.

use super::ast::{Expr, ExprKind, Name};
use super::check::Checker;
use super::code::{Code, Const, Lookup, Macro, MacroKind};
use super::fields::{Field, field, fields};
use super::functions::{FUNCTIONS, Fun, Function, Gives, MACROS, Pat, SEARCHES};
use super::lookup::IndexKind;
use super::node::NodeKind;
use super::numbers::Number;
use super::types::{Base, Type};
use super::{Problem, suggest};
use regex::{Regex, RegexBuilder};
use std::ops::Range;

/// Bytes that a compiled pattern may take.
const PATTERN_SIZE: usize = 1 << 20;

/// Compiles a regular expression within its bounds.
pub(crate) fn compile_pattern(pattern: &str) -> Result<Regex, String> {
    let built = RegexBuilder::new(pattern).size_limit(PATTERN_SIZE).build();
    built.map_err(|error| {
        let text = error.to_string();
        let last = text.lines().last().unwrap_or_default();
        last.trim_start_matches("error: ").to_owned()
    })
}

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
        } else if matches!(name.text.as_str(), "question" | "questions") {
            return self.question(name, args, span);
        }
        let method = receiver.is_some();
        let given: Vec<&Expr> = receiver.into_iter().chain(args).collect();
        let candidates = FUNCTIONS
            .iter()
            .filter(|f| f.name == name.text && f.method == method);
        let candidates: Vec<&Function> = candidates.collect();
        match candidates.iter().find(|f| f.takes.len() == given.len()) {
            Some(function) => self.function(function, &given, span),
            None => {
                self.unknown_call(name, method, &candidates, given.len());
                for expr in given {
                    self.expr(expr);
                }
                (Code::Const(Const::Null), Type::unknown())
            }
        }
    }

    fn unknown_call(&mut self, name: &Name, method: bool, near: &[&Function], given: usize) {
        let own = usize::from(method);
        if let Some(function) = near.first() {
            let takes = function.takes.len().saturating_sub(own);
            self.problem(
                Problem::new(
                    name.span.clone(),
                    format!(
                        "`{}` takes {takes} argument{}, not {}",
                        name.text,
                        if takes == 1 { "" } else { "s" },
                        given.saturating_sub(own)
                    ),
                )
                .help(format!("for example: {}", function.example)),
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
                    format!("`{}` is not called this way", name.text),
                )
                .help(format!("for example: {}", function.example)),
            );
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
                format!("there is no function `{}`", name.text),
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
            return self.pattern(pattern.clone(), codes, given);
        }
        if function.fun == Fun::Dato {
            return self.date(given.first().copied(), span);
        }
        if function.fun == Fun::ToText
            && let Some(ty) = types.first()
            && matches!(ty.base, Base::List(_) | Base::Node(_) | Base::Bool)
        {
            self.problem(
                Problem::new(span.clone(), format!("{ty} has no text of its own"))
                    .help("take a field of it, or `join` a list"),
            );
        }
        (Code::Call(function.fun, codes), gives(function, &types))
    }

    fn pattern(&mut self, pattern: String, codes: Vec<Code>, given: &[&Expr]) -> (Code, Type) {
        let bool = Type::of(Base::Bool);
        let text = codes.into_iter().next();
        match (compile_pattern(&pattern), text) {
            (Ok(regex), Some(text)) => (Code::Matches(Box::new(text), regex), bool),
            (Err(why), _) => {
                let span = given.get(1).map_or(0..0, |e| e.span.clone());
                self.problem(
                    Problem::new(span, format!("the regular expression is broken: {why}"))
                        .help("a bracket or a dot that is meant as itself has a backslash before it: r'\\('"),
                );
                (Code::Const(Const::Bool(false)), bool)
            }
            (Ok(_), None) => (Code::Const(Const::Bool(false)), bool),
        }
    }

    fn date(&mut self, arg: Option<&Expr>, span: &Range<usize>) -> (Code, Type) {
        let ty = Type::of(Base::Date);
        let day = match arg.map(|a| &a.kind) {
            Some(ExprKind::Text(text)) => parse_date(text),
            _ => None,
        };
        match day {
            Some(day) => (Code::Const(Const::Date(day)), ty),
            None => {
                self.problem(
                    Problem::new(span.clone(), "this is not a day")
                        .help("write day, month and year: dato('3.9.2025')"),
                );
                (Code::Const(Const::Null), Type::unknown())
            }
        }
    }

    fn argument(&mut self, pat: Pat, expr: &Expr, ty: &Type, before: Option<&Type>) {
        let item = ty.item();
        let base = |wanted: Base| ty.base == wanted;
        let fits = match pat {
            Pat::Any => true,
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
            Pat::Same => before.is_none_or(|b| b.clone().not_null().fits(ty)),
            Pat::Deviation => return self.deviation(expr),
        };
        if ty.base == Base::Unknown {
            return;
        }
        if !fits {
            self.problem(Problem::new(
                expr.span.clone(),
                format!("this is {ty}, but {} is needed", wanted(pat)),
            ));
            return;
        }
        if !matches!(pat, Pat::Any | Pat::NumberOrNull) {
            self.want_not_null(ty, expr);
        }
        let items_count = matches!(pat, Pat::Numbers | Pat::Texts | Pat::Ordered | Pat::Lists);
        if items_count && item.is_some_and(|i| i.nullable) {
            self.problem(
                Problem::new(expr.span.clone(), "an item of this list may be null").help(
                    "map with `orZero(…)`, or leave the nulls out: `list.map(x, x.value != null, x.value)`",
                ),
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
                    Problem::new(expr.span.clone(), format!("'{text}' is no deviation")).help(help),
                );
            }
            _ if ty.base == Base::Unknown => {}
            _ => self.problem(Problem::new(
                expr.span.clone(),
                "'sample' or 'population' is needed here, or a parameter that is one",
            )),
        }
    }

    fn macro_call(
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
                    format!("`{}` needs a list, this is {list_ty}", name.text),
                ));
                Type::unknown()
            }
        };
        self.want_not_null(&list_ty, receiver);
        let (var, condition, body) = match args {
            [var, body] => (var, None, body),
            [var, condition, body] if kind == MacroKind::Map => (var, Some(condition), body),
            _ => {
                self.problem(
                    Problem::new(
                        name.span.clone(),
                        format!("`{}` takes a name and an expression", name.text),
                    )
                    .help(format!("for example: list.{}(x, …)", name.text)),
                );
                return (Code::Const(Const::Null), Type::unknown());
            }
        };
        let ExprKind::Name(var_name) = &var.kind else {
            self.problem(Problem::new(
                var.span.clone(),
                "a name for the item is needed here",
            ));
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

    fn search(
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
                    format!(
                        "`{}` searches parts of the report, this is {list_ty}",
                        name.text
                    ),
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
                    format!("`{}` takes {takes} arguments", name.text),
                )
                .help(format!("for example: {form}")),
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
                    format!("this is {ty}, but {wanted} is needed"),
                ));
            } else if index != IndexKind::By {
                self.want_not_null(&ty, arg);
            }
        }
        if index != IndexKind::By && field.ty().base != Base::Text {
            let at = args.first().map_or(0..0, |a| a.span.clone());
            self.problem(Problem::new(at, format!("`{}` is not a text", field.name)));
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
                Problem::new(arg.span.clone(), "the name of a field is needed here")
                    .help(format!("for example: {form}")),
            );
            return None;
        };
        let found = field(kind, name);
        if found.is_none() {
            let help = suggest(name, fields(kind).iter().map(|f| f.name));
            self.problem(
                Problem::new(
                    arg.span.clone(),
                    format!("{} has no field `{name}`", kind.name()),
                )
                .help(help),
            );
        }
        found
    }

    fn question(&mut self, name: &Name, args: &[Expr], span: &Range<usize>) -> (Code, Type) {
        let single = name.text == "question";
        let node = Type::of(Base::Node(NodeKind::Question));
        let ty = if single {
            node.or_null()
        } else {
            Type::list(node)
        };
        let [
            Expr {
                kind: ExprKind::Text(key),
                span: key_span,
            },
        ] = args
        else {
            self.problem(
                Problem::new(
                    span.clone(),
                    format!("`{}` takes the key of a question", name.text),
                )
                .help(format!("for example: {}('phone')", name.text)),
            );
            return (Code::Const(Const::Null), Type::unknown());
        };
        if !self.context.keys.contains(key) {
            let help = suggest(key, self.context.keys.iter().map(String::as_str));
            self.problem(
                Problem::new(
                    key_span.clone(),
                    format!("no pack knows a question '{key}'"),
                )
                .help(if help.is_empty() {
                    "add a [[pack.question]] with this key".to_owned()
                } else {
                    help
                }),
            );
        }
        let code = Code::Questions {
            key: key.clone(),
            single,
        };
        let path = format!("question {key}");
        let known = single && self.facts.contains(&path);
        (code, if known { ty.not_null() } else { ty })
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

fn wanted(pat: Pat) -> &'static str {
    match pat {
        Pat::Any => "anything",
        Pat::Int => "int",
        Pat::Number | Pat::NumberOrNull => "a number",
        Pat::Text | Pat::DateText => "text",
        Pat::Date => "date",
        Pat::List => "a list",
        Pat::Numbers => "a list of numbers",
        Pat::Texts => "a list of texts",
        Pat::Ordered => "a list of numbers, texts or days",
        Pat::Lists => "a list of lists",
        Pat::Nodes => "a list of parts of the report",
        Pat::Item => "an item of the list",
        Pat::Same => "the same type",
        Pat::Deviation => "'sample' or 'population'",
    }
}

fn parse_date(text: &str) -> Option<(i32, u8, u8)> {
    let mut parts = text.split('.');
    let day: u8 = parts.next()?.trim().parse().ok()?;
    let month: u8 = parts.next()?.trim().parse().ok()?;
    let year: i32 = parts.next()?.trim().parse().ok()?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    let whole = parts.next().is_none() && (1..=days).contains(&day);
    whole.then_some((year, month, day))
}
