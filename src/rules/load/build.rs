//! Checks the expressions of one rule, in an order in which each can rest on those before it.

use super::compiled::{Binding, LabelCode, Step};
use super::error::Errors;
use super::fields::{Languages, Literal, Reader};
use super::message;
use super::message::Message;
use crate::rules::lang::Problem;
use crate::rules::lang::ast::{Expr, ExprKind, Name, RESPONDENT};
use crate::rules::lang::check::{Checker, Context};
use crate::rules::lang::code::Code;
use crate::rules::lang::eval::Let;
use crate::rules::lang::node::NodeKind;
use crate::rules::lang::parser::{parse, parse_binding};
use crate::rules::lang::types::{Base, Type};
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Place, RawTable};
use std::collections::HashMap;

/// `let.name = "…"`
pub(super) struct Named {
    /// The name.
    pub(super) name: String,
    /// Where the name stands.
    pub(super) place: Place,
    /// What it is.
    pub(super) literal: Literal,
}

/// What a rule walks over, and what it asks at each place.
#[derive(Default)]
pub(super) struct Walk {
    /// The bindings, from the outermost inwards.
    pub(super) bindings: Vec<Binding>,
    /// The conditions.
    pub(super) steps: Vec<Step>,
    /// The names.
    pub(super) lets: Vec<Let>,
}

/// A condition that waits for its names.
struct Pending {
    expr: Expr,
    place: Place,
    needed: bool,
    text: String,
}

/// Checks the expressions of one rule.
pub(super) struct Builder<'c, 'e, 's> {
    checker: Checker<'c>,
    errors: &'e mut Errors<'s>,
    /// The level of each slot that a binding or a `let` has.
    levels: HashMap<usize, usize>,
}

impl<'c, 'e, 's> Builder<'c, 'e, 's> {
    /// Nothing is known yet.
    pub(super) fn new(context: &'c Context, errors: &'e mut Errors<'s>) -> Self {
        Self {
            checker: Checker::new(context),
            errors,
            levels: HashMap::new(),
        }
    }

    /// How many slots the names take.
    pub(super) fn slots(&self) -> usize {
        self.checker.slots
    }

    /// Whether a table is asked for that no file was given for, and whether the year before is.
    pub(super) fn asks(&self) -> (bool, bool) {
        (self.checker.lacks_table, self.checker.uses_previous)
    }

    /// Hands the checker's problems over, as standing in this literal.
    fn report(&mut self, place: &Place) {
        for problem in std::mem::take(&mut self.checker.problems) {
            self.errors.expression(place, 0, problem);
        }
    }

    fn parse(&mut self, literal: &Literal) -> Option<Expr> {
        match parse(&literal.text) {
            Ok(expr) => Some(expr),
            Err(problem) => {
                self.errors.expression(&literal.place, 0, problem);
                None
            }
        }
    }

    /// On how many bindings code depends.
    fn level(&self, code: &Code) -> usize {
        let mut level = 0;
        code.slots(&mut |slot| level = level.max(self.levels.get(&slot).copied().unwrap_or(0)));
        level
    }

    /// Checks bindings, conditions and lets in an order in which each name is known before it is
    /// used, and each condition narrows as early as it can.
    pub(super) fn walk(
        &mut self,
        bindings: &[Literal],
        conditions: &[Literal],
        needs: &[Literal],
        lets: &[Named],
    ) -> Walk {
        let mut pending = Vec::new();
        for (texts, needed) in [(conditions, false), (needs, true)] {
            for literal in texts {
                let expr = self.parse(literal);
                self.checker.lacks_condition |= expr.is_none();
                if let Some(expr) = expr {
                    let parts = expr.conjuncts().into_iter();
                    let text = |expr: &Expr| literal.text.get(expr.span.clone());
                    pending.extend(parts.map(|expr| Pending {
                        text: text(&expr).unwrap_or_default().to_owned(),
                        expr,
                        place: literal.place.clone(),
                        needed,
                    }));
                }
            }
        }
        let parsed: Vec<_> = bindings
            .iter()
            .filter_map(|literal| {
                let parsed = self.parse_binding(literal);
                if parsed.is_none() {
                    // The name is known all the same, so that its uses are no mistakes too.
                    let name = literal.text.split_whitespace().next().unwrap_or_default();
                    self.checker.bind(name, Type::unknown());
                }
                Some((parsed?, literal))
            })
            .collect();
        let mut unknown: Vec<String> = parsed
            .iter()
            .map(|((name, _), _)| name.text.clone())
            .chain(lets.iter().map(|l| l.name.clone()))
            .chain([RESPONDENT.to_owned()])
            .collect();
        let mut walk = Walk::default();
        for ((name, expr), literal) in &parsed {
            self.settle(&mut pending, &unknown, &mut walk.steps);
            unknown.retain(|n| *n != name.text);
            let level = walk.bindings.len() + 1;
            let binding = self.binding(name, expr, level, &literal.place);
            walk.bindings.push(binding);
        }
        unknown.retain(|n| n != RESPONDENT);
        for named in lets {
            self.settle(&mut pending, &unknown, &mut walk.steps);
            unknown.retain(|n| *n != named.name);
            walk.lets.extend(self.named(named));
        }
        self.settle(&mut pending, &[], &mut walk.steps);
        // What is not meant is told before what cannot be judged.
        walk.steps.sort_by_key(|s| (s.level, s.needed));
        walk
    }

    /// Checks the conditions of which every name is known by now.
    fn settle(&mut self, pending: &mut Vec<Pending>, unknown: &[String], steps: &mut Vec<Step>) {
        pending.retain(|condition| {
            let mut names = Vec::new();
            condition.expr.names(&mut names);
            if names.iter().any(|n| unknown.contains(n)) {
                return true;
            }
            let code = self.checker.condition(&condition.expr);
            self.checker.assume(&condition.expr);
            self.report(&condition.place);
            steps.push(Step {
                level: self.level(&code),
                needed: condition.needed,
                text: condition.text.clone(),
                code,
            });
            false
        });
    }

    fn parse_binding(&mut self, literal: &Literal) -> Option<(Name, Expr)> {
        match parse_binding(&literal.text) {
            Ok(parsed) => Some(parsed),
            Err(problem) => {
                self.errors.expression(&literal.place, 0, problem);
                None
            }
        }
    }

    fn binding(&mut self, name: &Name, expr: &Expr, level: usize, place: &Place) -> Binding {
        self.checker.check_new_name(name);
        let (list, ty) = self.checker.expr(expr);
        self.checker.want_not_null(&ty, expr);
        let item = match &ty.base {
            Base::List(item) => (**item).clone(),
            Base::Unknown => Type::unknown(),
            _ => {
                let mistake = Mistake::NotWalked { found: ty };
                self.checker
                    .problem(Problem::new(expr.span.clone(), mistake));
                Type::unknown()
            }
        };
        let slot = self.checker.bind(&name.text, item);
        self.levels.insert(slot, level);
        self.report(place);
        Binding {
            slot,
            list,
            name: name.text.clone(),
        }
    }

    fn named(&mut self, named: &Named) -> Option<Let> {
        let Some(expr) = self.parse(&named.literal) else {
            self.checker.bind_made(&named.name, Type::unknown());
            return None;
        };
        self.checker.check_new_name(&Name {
            text: named.name.clone(),
            span: 0..0,
        });
        for problem in std::mem::take(&mut self.checker.problems) {
            self.errors
                .add(&named.place, *problem.mistake, problem.advice);
        }
        let (code, ty) = self.checker.expr(&expr);
        self.report(&named.literal.place);
        let slot = self.checker.bind_made(&named.name, ty);
        let level = self.level(&code);
        self.levels.insert(slot, level);
        Some(Let {
            slot,
            level,
            code,
            name: named.name.clone(),
            text: named.literal.text.clone(),
        })
    }

    pub(super) fn assertion(&mut self, literal: &Literal) -> Option<Code> {
        let expr = self.parse(literal)?;
        let code = self.checker.condition(&expr);
        self.report(&literal.place);
        // What follows is evaluated only where the assertion does not hold.
        let denied = Expr {
            span: expr.span.clone(),
            kind: ExprKind::Not(Box::new(expr)),
        };
        self.checker.assume(&denied);
        Some(code)
    }

    /// Takes every name for not null: what would have told otherwise has a mistake of its own.
    pub(super) fn assume_all(&mut self) {
        self.checker.assume_all();
    }

    /// An expression that is a printed place.
    pub(super) fn place(&mut self, literal: &Literal, nullable: bool) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, ty) = self.checker.expr(&expr);
        if ty.base != Base::Unknown && !ty.printed {
            let mistake = Mistake::NotPrinted { found: ty.clone() };
            self.checker
                .problem(Problem::new(expr.span.clone(), mistake).help(Advice::PointAtPrinted));
        }
        if !nullable {
            self.checker.want_not_null(&ty, &expr);
        }
        self.report(&literal.place);
        Some(code)
    }

    pub(super) fn label(&mut self, table: &RawTable, place: Place) -> Option<LabelCode> {
        let mut reader = Reader {
            table,
            place: place.clone(),
            what: Term::Label,
            errors: self.errors,
        };
        reader.allow(&["each", "when", "at", "text"]);
        let text = reader.languages("text");
        self.pointed(table, place, Term::Label, &text)
    }

    /// Whom a finding asks, one for each item of a list.
    pub(super) fn asked(
        &mut self,
        table: &RawTable,
        place: Place,
        ask: &Languages,
    ) -> Option<LabelCode> {
        let mut reader = Reader {
            table,
            place: place.clone(),
            what: Term::Asked,
            errors: self.errors,
        };
        reader.allow(&["each", "when", "at"]);
        required(&mut reader, "each", Advice::WhoIsAsked)?;
        self.pointed(table, place, Term::Asked, ask)
    }

    fn pointed(
        &mut self,
        table: &RawTable,
        place: Place,
        what: Term,
        text: &Languages,
    ) -> Option<LabelCode> {
        let is_asked = matches!(what, Term::Asked);
        let mut reader = Reader {
            table,
            place,
            what,
            errors: self.errors,
        };
        let each = reader.text("each");
        let when = reader.text("when");
        let at = required(&mut reader, "at", Advice::PrintedValue);
        let names = self.checker.names().len();
        let facts = self.checker.facts();
        let each = each.and_then(|each| {
            let (name, expr) = self.parse_binding(&each)?;
            let bound = self.binding(&name, &expr, 0, &each.place);
            if is_asked {
                self.want_whose(bound.slot, &expr, &each.place);
            }
            Some((bound.slot, bound.list))
        });
        let when = when.and_then(|when| {
            let expr = self.parse(&when)?;
            let code = self.checker.condition(&expr);
            self.checker.assume(&expr);
            self.report(&when.place);
            Some(code)
        });
        let at = at.and_then(|at| self.place(&at, true));
        let text = self.message(text);
        while self.checker.names().len() > names {
            self.checker.unbind();
        }
        self.checker.forget(facts);
        Some(LabelCode {
            each,
            when,
            at: at?,
            text,
        })
    }

    /// A mistake where an item does not tell whose it is.
    fn want_whose(&mut self, slot: usize, expr: &Expr, place: &Place) {
        let tells = [
            NodeKind::Answer,
            NodeKind::Choice,
            NodeKind::Prose,
            NodeKind::NotStatedLine,
            NodeKind::Respondent,
        ];
        let tells = tells.map(|kind| Type::of(Base::Node(kind)));
        let found = self.checker.names().iter().find(|known| known.slot == slot);
        let Some(found) = found.map(|known| known.ty.clone()) else {
            return;
        };
        if !tells.iter().any(|ty| ty.clone().or_null().fits(&found)) {
            let wanted = Term::Types(tells.to_vec());
            let mistake = Mistake::WrongType { found, wanted };
            self.checker
                .problem(Problem::new(expr.span.clone(), mistake));
            self.report(place);
        }
    }

    pub(super) fn typed(&mut self, literal: &Literal, wanted: &[Base]) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, ty) = self.checker.expr(&expr);
        let fits = |base: &Base| Type::of(base.clone()).or_null().fits(&ty);
        if !wanted.iter().any(fits) {
            let wanted = wanted.iter().map(|base| Type::of(base.clone())).collect();
            let mistake = Mistake::WrongType {
                found: ty,
                wanted: Term::Types(wanted),
            };
            self.checker
                .problem(Problem::new(expr.span.clone(), mistake));
        }
        self.report(&literal.place);
        Some(code)
    }

    pub(super) fn any(&mut self, literal: &Literal) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, _) = self.checker.expr(&expr);
        self.report(&literal.place);
        Some(code)
    }

    pub(super) fn message(&mut self, languages: &Languages) -> Message {
        message::compile(languages, &mut self.checker, self.errors)
    }
}

pub(super) fn required(
    reader: &mut Reader<'_, '_, '_>,
    key: &str,
    advice: Advice,
) -> Option<Literal> {
    if reader.table.get(key).is_none() {
        reader.missing(key, advice);
    }
    reader.text(key)
}
