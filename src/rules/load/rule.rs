//! A table `[[rule]]` → a part of a rule with checked code.

use super::error::Errors;
use super::fields::{Languages, Literal, Reader};
use super::message::{self, Message};
use super::raw::{Place, RawTable};
use crate::rules::lang::Problem;
use crate::rules::lang::ast::{Expr, Name};
use crate::rules::lang::check::{Checker, Context};
use crate::rules::lang::code::Code;
use crate::rules::lang::eval::Let;
use crate::rules::lang::node::NodeKind;
use crate::rules::lang::parser::{parse, parse_binding};
use crate::rules::lang::types::{Base, Type};
use crate::rules::outcome::Severity;
use std::collections::HashMap;

/// The keys that a rule and a template have in common.
pub(super) const SHARED_KEYS: [&str; 22] = [
    "severity",
    "summary",
    "for",
    "where",
    "needs",
    "let",
    "assert",
    "primary",
    "labels",
    "reported",
    "expected",
    "addends",
    "question",
    "respondent",
    "group",
    "option",
    "scope",
    "consequence_of",
    "message",
    "consequence",
    "why",
    "help",
];

/// One check of a rule.
pub(crate) struct Part {
    /// How grave its findings are.
    pub(crate) severity: Severity,
    /// What is walked over, from the outermost inwards.
    pub(crate) bindings: Vec<Binding>,
    /// Conditions, each at the level from which on it can be evaluated.
    pub(crate) steps: Vec<Step>,
    /// Names for values.
    pub(crate) lets: Vec<Let>,
    /// How many slots the names take.
    pub(crate) slots: usize,
    /// What has to hold.
    pub(crate) assert: Code,
    /// The printed value at fault.
    pub(crate) primary: Code,
    /// Secondary places.
    pub(crate) labels: Vec<LabelCode>,
    /// The printed value that is judged.
    pub(crate) reported: Option<Code>,
    /// What it should have been.
    pub(crate) expected: Option<Code>,
    /// The numbers that the expected one is the sum of.
    pub(crate) addends: Option<Code>,
    /// What a finding is about, where it does not follow from the bindings.
    pub(crate) about: About,
    /// What makes two findings one cause and its consequence.
    pub(crate) scope: Vec<Code>,
    /// What is wrong.
    pub(crate) message: Message,
    /// What is said of it as the consequence of another finding.
    pub(crate) consequence: Message,
    /// Why it matters.
    pub(crate) why: Message,
    /// What to do.
    pub(crate) help: Message,
}

/// `name in list`
pub(crate) struct Binding {
    /// Where the item is kept.
    pub(crate) slot: usize,
    /// What is walked over.
    pub(crate) list: Code,
}

/// A condition of `where` or `needs`.
pub(crate) struct Step {
    /// On how many bindings it depends.
    pub(crate) level: usize,
    /// Whether the place cannot be judged without it, rather than not being meant.
    pub(crate) needed: bool,
    /// What has to hold.
    pub(crate) code: Code,
}

/// A secondary place.
pub(crate) struct LabelCode {
    /// The list of which each item gives a label, and where the item is kept.
    pub(crate) each: Option<(usize, Code)>,
    /// Which items do.
    pub(crate) when: Option<Code>,
    /// The place; none where it is null.
    pub(crate) at: Code,
    /// What it is.
    pub(crate) text: Message,
}

/// What a finding is about; an entry that is not given follows from the bindings.
#[derive(Default)]
pub(crate) struct About {
    /// The question.
    pub(crate) question: Option<Code>,
    /// The respondent's name.
    pub(crate) respondent: Option<Code>,
    /// The group.
    pub(crate) group: Option<Code>,
    /// The option.
    pub(crate) option: Option<Code>,
}

struct Builder<'c, 'e, 's> {
    checker: Checker<'c>,
    errors: &'e mut Errors<'s>,
    /// The level of each slot that a binding or a `let` has.
    levels: HashMap<usize, usize>,
}

/// Checks a rule's table (its template's entries are in it already); `None` where it has mistakes.
pub(super) fn compile(
    table: &RawTable,
    place: &Place,
    context: &Context,
    errors: &mut Errors<'_>,
) -> Option<Part> {
    let before = errors.len();
    let mut reader = Reader {
        table,
        place: place.clone(),
        what: "a rule",
        errors,
    };
    let severity = severity(&mut reader);
    let bindings = reader.texts("for");
    let conditions = reader.texts("where");
    let needs = reader.texts("needs");
    let lets = lets(&mut reader);
    let assert = required(&mut reader, "assert", "what has to hold, else it is found");
    let primary = required(
        &mut reader,
        "primary",
        "the printed value at fault: \"q.stats.sum\"",
    );
    let labels = reader.tables("labels");
    let texts = ["reported", "expected", "addends"].map(|key| reader.text(key));
    let about = ["question", "respondent", "group", "option"].map(|key| reader.text(key));
    let scope = reader.texts("scope");
    let message = reader.languages("message");
    if table.get("message").is_none() {
        reader.missing("message", "what is wrong: message.nb = \"…\"");
    }
    let consequence = reader.languages("consequence");
    let why = reader.languages("why");
    let help = reader.languages("help");

    let mut builder = Builder {
        checker: Checker::new(context),
        errors,
        levels: HashMap::new(),
    };
    let bindings = builder.bindings(&bindings);
    let (steps, lets) = builder.conditions(&conditions, &needs, &lets);
    let assert = assert.and_then(|a| builder.assertion(&a));
    let primary = primary.and_then(|p| builder.place(&p, false));
    let labels = labels
        .into_iter()
        .filter_map(|(table, place)| builder.label(table, place))
        .collect();
    let [reported, expected, addends] = texts;
    let data = [Base::Int, Base::Text];
    let reported = reported.and_then(|r| builder.typed(&r, &data));
    let expected = expected.and_then(|e| builder.typed(&e, &data));
    let addends = addends.and_then(|a| {
        let numbers = Base::List(Box::new(Type::of(Base::Int)));
        builder.typed(&a, &[numbers])
    });
    let [question, respondent, group, option] = about;
    let about = About {
        question: question.and_then(|q| builder.typed(&q, &[Base::Node(NodeKind::Question)])),
        respondent: respondent.and_then(|r| builder.typed(&r, &[Base::Text])),
        group: group.and_then(|g| builder.typed(&g, &[Base::Text])),
        option: option.and_then(|o| builder.typed(&o, &[Base::Text])),
    };
    let scope = scope.iter().filter_map(|s| builder.any(s)).collect();
    let message = builder.message(&message);
    let consequence = builder.message(&consequence);
    let why = builder.message(&why);
    let help = builder.message(&help);
    let slots = builder.checker.slots;
    if errors.len() > before {
        return None;
    }
    Some(Part {
        severity: severity?,
        bindings,
        steps,
        lets,
        slots,
        assert: assert?,
        primary: primary?,
        labels,
        reported,
        expected,
        addends,
        about,
        scope,
        message,
        consequence,
        why,
        help,
    })
}

fn required(reader: &mut Reader<'_, '_, '_>, key: &str, help: &str) -> Option<Literal> {
    if reader.table.get(key).is_none() {
        reader.missing(key, help);
    }
    reader.text(key)
}

fn severity(reader: &mut Reader<'_, '_, '_>) -> Option<Severity> {
    let names = [Severity::Error, Severity::Warning, Severity::Note];
    let given = required(reader, "severity", "error, warning or note")?;
    let found = names.into_iter().find(|s| s.name() == given.text);
    if found.is_none() {
        let help = crate::rules::lang::suggest(&given.text, names.iter().map(|s| s.name()));
        let message = format!("there is no severity '{}'", given.text);
        reader.errors.add(&given.place, message, &help);
    }
    found
}

/// The names and expressions of `let.name = "…"`, in the order of the file.
fn lets(reader: &mut Reader<'_, '_, '_>) -> Vec<(String, Place, Literal)> {
    let Some((table, place)) = reader.subtable("let") else {
        return Vec::new();
    };
    let mut inner = Reader {
        table,
        place,
        what: "`let`",
        errors: reader.errors,
    };
    let mut lets = Vec::new();
    for entry in &table.entries {
        if let Some(literal) = inner.text(&entry.key) {
            lets.push((entry.key.clone(), entry.place.clone(), literal));
        }
    }
    lets
}

impl Builder<'_, '_, '_> {
    /// Hands the checker's problems over, as standing in this literal.
    fn report(&mut self, place: &Place) {
        for problem in std::mem::take(&mut self.checker.problems) {
            self.errors.expression(place, 0, &problem);
        }
    }

    fn parse(&mut self, literal: &Literal) -> Option<Expr> {
        match parse(&literal.text) {
            Ok(expr) => Some(expr),
            Err(problem) => {
                self.errors.expression(&literal.place, 0, &problem);
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

    fn bindings(&mut self, texts: &[Literal]) -> Vec<Binding> {
        let mut bindings = Vec::new();
        for (depth, literal) in texts.iter().enumerate() {
            let (name, expr) = match parse_binding(&literal.text) {
                Ok(parsed) => parsed,
                Err(problem) => {
                    self.errors.expression(&literal.place, 0, &problem);
                    continue;
                }
            };
            self.checker.check_new_name(&name);
            let (list, ty) = self.checker.expr(&expr);
            self.checker.want_not_null(&ty, &expr);
            let item = match &ty.base {
                Base::List(item) => (**item).clone(),
                Base::Unknown => Type::unknown(),
                _ => {
                    let message = format!("only lists are walked over, this is {ty}");
                    self.checker
                        .problem(Problem::new(expr.span.clone(), message));
                    Type::unknown()
                }
            };
            let slot = self.checker.bind(&name.text, item);
            self.levels.insert(slot, depth + 1);
            self.report(&literal.place);
            bindings.push(Binding { slot, list });
        }
        bindings
    }

    /// Checks conditions and lets in an order in which each name is known before it is used, and
    /// each condition narrows as early as it can.
    fn conditions(
        &mut self,
        conditions: &[Literal],
        needs: &[Literal],
        lets: &[(String, Place, Literal)],
    ) -> (Vec<Step>, Vec<Let>) {
        let mut pending: Vec<(Expr, &Literal, bool)> = Vec::new();
        for (texts, needed) in [(conditions, false), (needs, true)] {
            for literal in texts {
                if let Some(expr) = self.parse(literal) {
                    let parts = expr.conjuncts().into_iter();
                    pending.extend(parts.map(|e| (e, literal, needed)));
                }
            }
        }
        let mut unknown: Vec<&str> = lets.iter().map(|(name, ..)| name.as_str()).collect();
        let mut steps = Vec::new();
        let mut codes = Vec::new();
        let mut lets = lets.iter();
        loop {
            pending.retain(|(expr, literal, needed)| {
                let mut names = Vec::new();
                expr.names(&mut names);
                if names.iter().any(|n| unknown.contains(&n.as_str())) {
                    return true;
                }
                let code = self.checker.condition(expr);
                self.checker.assume(expr);
                self.report(&literal.place);
                steps.push(Step {
                    level: self.level(&code),
                    needed: *needed,
                    code,
                });
                false
            });
            let Some((name, place, literal)) = lets.next() else {
                break;
            };
            unknown.retain(|n| n != name);
            let Some(expr) = self.parse(literal) else {
                self.checker.bind(name, Type::unknown());
                continue;
            };
            self.checker.check_new_name(&Name {
                text: name.clone(),
                span: 0..0,
            });
            self.report_name(place);
            let (code, ty) = self.checker.expr(&expr);
            self.report(&literal.place);
            let slot = self.checker.bind(name, ty);
            let level = self.level(&code);
            self.levels.insert(slot, level);
            codes.push(Let { slot, level, code });
        }
        // What is not met is told before what cannot be judged.
        steps.sort_by_key(|s| (s.level, s.needed));
        (steps, codes)
    }

    /// Hands over the problems with a name, which stands as a key.
    fn report_name(&mut self, place: &Place) {
        for problem in std::mem::take(&mut self.checker.problems) {
            self.errors.add(place, problem.message, &problem.help);
        }
    }

    fn assertion(&mut self, literal: &Literal) -> Option<Code> {
        let expr = self.parse(literal)?;
        let code = self.checker.condition(&expr);
        self.report(&literal.place);
        // What follows is evaluated only where the assertion does not hold.
        let denied = Expr {
            span: expr.span.clone(),
            kind: crate::rules::lang::ast::ExprKind::Not(Box::new(expr)),
        };
        self.checker.assume(&denied);
        Some(code)
    }

    /// An expression that is a printed place.
    fn place(&mut self, literal: &Literal, nullable: bool) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, ty) = self.checker.expr(&expr);
        if ty.base != Base::Unknown && !ty.printed {
            let message = format!("this is {ty}, which is not printed anywhere");
            self.checker.problem(
                Problem::new(expr.span.clone(), message)
                    .help("point at a printed value, such as `q.title` or `q.stats.sum`"),
            );
        }
        if !nullable {
            self.checker.want_not_null(&ty, &expr);
        }
        self.report(&literal.place);
        Some(code)
    }

    fn label(&mut self, table: &RawTable, place: Place) -> Option<LabelCode> {
        let mut reader = Reader {
            table,
            place,
            what: "a label",
            errors: self.errors,
        };
        reader.allow(&["each", "when", "at", "text"]);
        let each = reader.text("each");
        let when = reader.text("when");
        let at = required(&mut reader, "at", "the printed value: \"a.value\"");
        let text = reader.languages("text");
        let names = self.checker.names().len();
        let facts = self.checker.facts();
        let each = each.and_then(|each| {
            let bound = self.bindings(std::slice::from_ref(&each));
            bound.into_iter().next().map(|b| (b.slot, b.list))
        });
        let when = when.and_then(|when| {
            let expr = self.parse(&when)?;
            let code = self.checker.condition(&expr);
            self.checker.assume(&expr);
            self.report(&when.place);
            Some(code)
        });
        let at = at.and_then(|at| self.place(&at, true));
        let text = self.message(&text);
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

    fn typed(&mut self, literal: &Literal, wanted: &[Base]) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, ty) = self.checker.expr(&expr);
        let fits = |base: &Base| Type::of(base.clone()).or_null().fits(&ty);
        if !wanted.iter().any(fits) {
            let names: Vec<String> = wanted
                .iter()
                .map(|b| Type::of(b.clone()).to_string())
                .collect();
            let message = format!("this is {ty}, but {} is needed", names.join(" or "));
            self.checker
                .problem(Problem::new(expr.span.clone(), message));
        }
        self.report(&literal.place);
        Some(code)
    }

    fn any(&mut self, literal: &Literal) -> Option<Code> {
        let expr = self.parse(literal)?;
        let (code, _) = self.checker.expr(&expr);
        self.report(&literal.place);
        Some(code)
    }

    fn message(&mut self, languages: &Languages) -> Message {
        message::compile(languages, &mut self.checker, self.errors)
    }
}
