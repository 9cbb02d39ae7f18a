//! Checks what is called by a name that a pack gives: questions, answers to them, tables.

use super::ast::{Expr, ExprKind, Name};
use super::check::Checker;
use super::code::{AnswerOf, Asked, Code, TableCall, TableFun};
use super::constant::Const;
use super::functions::SEARCHES;
use super::node::NodeKind;
use super::pooled::Pooled;
use super::problem::example;
use super::table::Table;
use super::types::{Base, Type};
use super::{Problem, suggest};
use crate::report::Kind;
use crate::rules::mistake::{Advice, Mistake, Term};
use std::ops::Range;

/// What is called without a receiver, or on a part of the report, by a name that a pack gives.
pub(super) fn is_named(name: &str, method: bool) -> bool {
    match name {
        "answer" | "answered" | "previous" => true,
        "question" | "questions" | "known" | "lookup" | "column" | "nearest" => !method,
        _ => false,
    }
}

/// How a function is written.
fn form(name: &str) -> &'static str {
    let found = SEARCHES.iter().find(|s| s.name == name);
    found.map_or("", |s| s.form)
}

impl Checker<'_> {
    pub(super) fn named_call(
        &mut self,
        receiver: Option<&Expr>,
        name: &Name,
        args: &[Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
        match name.text.as_str() {
            "question" | "questions" => self.question(name, args, span),
            "answer" | "answered" | "previous" => self.answer(receiver, name, args, span),
            _ => self.table(name, args, span),
        }
    }

    pub(super) fn question(
        &mut self,
        name: &Name,
        args: &[Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
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
                    Mistake::TakesKey {
                        name: name.text.clone(),
                    },
                )
                .help(example(&format!("{}('phone')", name.text))),
            );
            return (Code::Const(Const::Null), Type::unknown());
        };
        self.is_known(key, key_span);
        let code = Code::Questions {
            key: key.clone(),
            single,
        };
        let path = format!("question {key}");
        let known = single && self.facts.contains(&path);
        (code, if known { ty.not_null() } else { ty })
    }

    /// The key that a call gives, where a pack knows it.
    fn key<'e>(&mut self, name: &Name, args: &'e [Expr], span: &Range<usize>) -> Option<&'e str> {
        let [
            Expr {
                kind: ExprKind::Text(key),
                span: key_span,
            },
        ] = args
        else {
            let mistake = Mistake::TakesKey {
                name: name.text.clone(),
            };
            self.problem(Problem::new(span.clone(), mistake).help(example(form(&name.text))));
            return None;
        };
        self.is_known(key, key_span).then_some(key)
    }

    /// Whether a pack has a question of this key; that none has is a mistake.
    fn is_known(&mut self, key: &str, span: &Range<usize>) -> bool {
        let known = self.context.keys.iter().any(|own| own == key);
        if !known {
            let help = suggest(key, self.context.keys.iter().map(String::as_str));
            let mistake = Mistake::UnknownQuestion {
                key: key.to_owned(),
            };
            let problem = Problem::new(span.clone(), mistake);
            self.problem(problem.help(help.or(Some(Advice::AddQuestion))));
        }
        known
    }

    /// `answer('key')`, `answered('key')` and `previous('key')`, of the respondent of the receiver or
    /// of the innermost part of the report that has one.
    fn answer(
        &mut self,
        receiver: Option<&Expr>,
        name: &Name,
        args: &[Expr],
        span: &Range<usize>,
    ) -> (Code, Type) {
        let nothing = (Code::Const(Const::Null), Type::unknown());
        let of = match receiver {
            Some(receiver) => {
                let (code, ty) = self.expr(receiver);
                self.want_not_null(&ty, receiver);
                let answers = matches!(ty.base, Base::Node(kind) if answers(kind));
                if !answers && ty.base != Base::Unknown {
                    let mistake = Mistake::AnswersNothing { found: ty };
                    self.problem(
                        Problem::new(receiver.span.clone(), mistake).help(Advice::AnswerOf),
                    );
                    return nothing;
                }
                Some(code)
            }
            None => self.nearest_respondent().map(Code::Slot),
        };
        let Some(key) = self.key(name, args, span) else {
            return nothing;
        };
        let Some(of) = of else {
            let mistake = Mistake::NobodyAnswers {
                name: name.text.clone(),
            };
            self.problem(Problem::new(span.clone(), mistake).help(Advice::AnswerOf));
            return nothing;
        };
        let previous = name.text == "previous";
        self.uses_previous |= previous;
        let given = name.text == "answered";
        let kind = self.context.kinds.get(key).copied();
        if kind.is_none() && !given {
            let key_span = args.first().map_or(span.clone(), |a| a.span.clone());
            let mistake = Mistake::NoKind {
                key: key.to_owned(),
            };
            self.problem(Problem::new(key_span, mistake).help(Advice::GiveKind));
            return nothing;
        }
        let what = match kind {
            Some(kind) if !given => Asked::Value(kind),
            _ => Asked::Given,
        };
        let asked = AnswerOf {
            of,
            key: key.to_owned(),
            what,
            previous,
        };
        let ty = type_of_answer(what);
        let ty = if previous { ty.computed() } else { ty };
        (Code::Answer(Box::new(asked)), ty)
    }

    /// The slot of the innermost name that stands for a part of the report with a respondent.
    fn nearest_respondent(&self) -> Option<usize> {
        let bound = self.names.iter().rev().filter(|bound| !bound.made);
        bound
            .filter(|bound| !bound.ty.nullable)
            .find(|bound| matches!(bound.ty.base, Base::Node(kind) if answers(kind)))
            .map(|bound| bound.slot)
    }

    /// `known`, `lookup`, `column` and `nearest`.
    fn table(&mut self, name: &Name, args: &[Expr], span: &Range<usize>) -> (Code, Type) {
        let nothing = (Code::Const(Const::Null), Type::unknown());
        let takes = if name.text == "lookup" { 3 } else { 2 };
        if args.len() != takes {
            let mistake = Mistake::Takes {
                name: name.text.clone(),
                takes,
            };
            self.problem(Problem::new(span.clone(), mistake).help(example(form(&name.text))));
            return nothing;
        }
        let Some(table) = args.first().and_then(|arg| self.table_named(arg, name)) else {
            return nothing;
        };
        if table.broken {
            return nothing;
        }
        self.lacks_table |= !table.given;
        let by_column = matches!(name.text.as_str(), "lookup" | "column");
        let column = match args.last().filter(|_| by_column) {
            None => 0,
            Some(arg) => match self.column_named(arg, name, &table) {
                Some(column) => column,
                None => return nothing,
            },
        };
        let key = match args.get(1).filter(|_| name.text != "column") {
            None => None,
            Some(arg) => {
                let (code, ty) = self.expr(arg);
                let wanted = match name.text.as_str() {
                    "nearest" => Type::of(Base::Text),
                    _ => table.key_type().not_null(),
                };
                if !wanted.fits(&ty) {
                    let mistake = Mistake::WrongType {
                        found: ty,
                        wanted: Term::Type(wanted),
                    };
                    self.problem(Problem::new(arg.span.clone(), mistake));
                    return nothing;
                }
                self.want_not_null(&ty, arg);
                Some(code)
            }
        };
        let of_column = table.columns.get(column);
        let of_column = of_column.map_or_else(Type::unknown, |c| c.ty.clone());
        let (fun, ty) = match name.text.as_str() {
            "known" => (TableFun::Known, Type::of(Base::Bool)),
            "lookup" => (TableFun::Lookup(column), of_column.or_null()),
            "column" => (TableFun::Column(column), Type::list(of_column.not_null())),
            _ => (TableFun::Nearest, table.key_type().or_null()),
        };
        let call = TableCall { fun, table, key };
        (Code::Table(Box::new(call)), ty)
    }

    fn table_named(&mut self, arg: &Expr, name: &Name) -> Option<Pooled<Table>> {
        let ExprKind::Text(wanted) = &arg.kind else {
            let mistake = Mistake::NeedsTableName;
            self.problem(Problem::new(arg.span.clone(), mistake).help(example(form(&name.text))));
            return None;
        };
        let found = self.context.tables.get(wanted).cloned();
        if found.is_none() {
            let help = suggest(wanted, self.context.tables.keys().map(String::as_str));
            let mistake = Mistake::UnknownTable {
                name: wanted.clone(),
            };
            self.problem(
                Problem::new(arg.span.clone(), mistake).help(help.or(Some(Advice::AddTable))),
            );
        }
        found
    }

    fn column_named(&mut self, arg: &Expr, name: &Name, table: &Table) -> Option<usize> {
        let ExprKind::Text(wanted) = &arg.kind else {
            let mistake = Mistake::NeedsColumnName;
            self.problem(Problem::new(arg.span.clone(), mistake).help(example(form(&name.text))));
            return None;
        };
        let found = table.column(wanted);
        if found.is_none() {
            let help = suggest(wanted, table.columns.iter().map(|c| c.name.as_str()));
            let mistake = Mistake::UnknownColumn {
                table: table.name.clone(),
                column: wanted.clone(),
            };
            self.problem(Problem::new(arg.span.clone(), mistake).help(help));
        }
        found
    }
}

/// Whether a part of the report has a respondent.
fn answers(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Answer
            | NodeKind::Choice
            | NodeKind::Prose
            | NodeKind::Respondent
            | NodeKind::NotStatedLine
    )
}

fn type_of_answer(what: Asked) -> Type {
    let printed = |base| Type {
        printed: true,
        ..Type::of(base)
    };
    match what {
        Asked::Given => Type::of(Base::Bool),
        Asked::Value(Kind::Integer) => printed(Base::Int),
        Asked::Value(Kind::Text | Kind::SingleChoice) => printed(Base::Text),
        Asked::Value(Kind::MultipleChoice | Kind::Places) => Type::list(printed(Base::Text)),
        Asked::Value(Kind::Unknown) => Type::unknown(),
    }
}
