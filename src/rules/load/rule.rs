//! A table `[[rule]]` → a part of a rule with checked code.

use super::build::{Builder, Named, Walk, required};
use super::compiled::{About, AskCode, Part};
use super::error::Errors;
use super::fields::{Literal, Reader};
use crate::i18n::{Severity, Text};
use crate::rules::lang::check::Context;
use crate::rules::lang::node::NodeKind;
use crate::rules::lang::types::{Base, Type};
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Place, RawTable};

/// The keys that a rule and a template have in common.
pub(crate) const SHARED_KEYS: [&str; 31] = [
    "severity",
    "severity_when",
    "tags",
    "url",
    "deprecated",
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
    "hides",
    "hides_in",
    "question",
    "respondent",
    "group",
    "option",
    "scope",
    "consequence_of",
    "max_findings",
    "message",
    "consequence",
    "why",
    "help",
    "ask",
    "asked",
];

/// How many findings of a rule are kept where it does not say: nobody reads more of one kind.
const MAX_FINDINGS: usize = 200;

/// Checks a rule's table (its template's entries are in it already); `None` where it has mistakes.
#[expect(clippy::too_many_lines, reason = "one line for each key, twice")]
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
        what: Term::Rule,
        errors,
    };
    let severity = severity(&mut reader);
    let graver = severity_when(&mut reader);
    let bindings = reader.texts("for");
    let conditions = reader.texts("where");
    let needs = reader.texts("needs");
    let lets = lets(&mut reader);
    let assert = required(&mut reader, "assert", Advice::WhatHolds);
    let primary = required(&mut reader, "primary", Advice::PrintedAtFault);
    let labels = reader.tables("labels");
    let texts = ["reported", "expected", "addends"].map(|key| reader.text(key));
    let (hides, hides_in) = rounding(&mut reader);
    let about = ["question", "respondent", "group", "option"].map(|key| reader.text(key));
    let scope = reader.texts("scope");
    let message = reader.languages("message");
    if table.get("message").is_none() {
        reader.missing("message", Advice::WhatIsWrong);
    }
    let consequence = reader.languages("consequence");
    let max_findings = reader.count("max_findings").unwrap_or(MAX_FINDINGS);
    let why = reader.languages("why");
    let help = reader.languages("help");
    let asks = table.get("ask").is_some();
    let ask = reader.languages("ask");
    let asked = reader.subtable("asked");
    if asked.is_some() && !asks {
        reader.missing("ask", Advice::WhatIsAsked);
    }

    let mut builder = Builder::new(context, errors);
    let Walk {
        bindings,
        steps,
        lets,
    } = builder.walk(&bindings, &conditions, &needs, &lets);
    // It is asked also where the assertion holds.
    let hides = hides.and_then(|h| builder.typed(&h, &[Base::Int]));
    let assert_text = assert.as_ref().map_or_else(String::new, |a| a.text.clone());
    let assert = assert.and_then(|a| builder.assertion(&a));
    if assert.is_none() {
        builder.assume_all();
    }
    let severity_when = graver
        .into_iter()
        .filter_map(|(when, severity)| Some((builder.typed(&when, &[Base::Bool])?, severity)))
        .collect();
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
    let about = about_of(&mut builder, about);
    let scope = scope.iter().filter_map(|s| builder.any(s)).collect();
    let message = builder.message(&message);
    let consequence = builder.message(&consequence);
    let why = builder.message(&why);
    let help = builder.message(&help);
    let ask = match asked {
        Some((table, place)) => builder.asked(table, place, &ask).map(AskCode::Each),
        None => asks.then(|| AskCode::Own(builder.message(&ask))),
    };
    let slots = builder.slots();
    let (lacks_table, uses_previous) = builder.asks();
    if errors.len() > before {
        return None;
    }
    Some(Part {
        name: String::new(),
        pack: String::new(),
        at: place.clone(),
        replaces: false,
        max_findings,
        severity: severity?,
        severity_when,
        bindings,
        steps,
        lets,
        slots,
        assert: assert?,
        assert_text,
        primary: primary?,
        labels,
        reported,
        expected,
        addends,
        hides,
        hides_in,
        about,
        scope,
        lacks_table,
        uses_previous,
        message,
        consequence,
        why,
        help,
        ask,
    })
}

/// How much the rounding of the figure hides, and in what; the one needs the other.
fn rounding(reader: &mut Reader<'_, '_, '_>) -> (Option<Literal>, Text) {
    let hides = reader.text("hides");
    let hides_in = reader.languages("hides_in").to_text();
    for (key, other, help) in [
        ("hides", "hides_in", Advice::HiddenIn),
        ("hides_in", "hides", Advice::HowMuchHidden),
    ] {
        if reader.table.get(key).is_some() && reader.table.get(other).is_none() {
            reader.missing(other, help);
        }
    }
    (hides, hides_in)
}

/// What a finding is about, where the rule says so.
fn about_of(builder: &mut Builder<'_, '_, '_>, about: [Option<Literal>; 4]) -> About {
    let [question, respondent, group, option] = about;
    About {
        question: question.and_then(|q| builder.typed(&q, &[Base::Node(NodeKind::Question)])),
        respondent: respondent.and_then(|r| builder.typed(&r, &[Base::Text])),
        group: group.and_then(|g| builder.typed(&g, &[Base::Text])),
        option: option.and_then(|o| builder.typed(&o, &[Base::Text])),
    }
}

/// Conditions under which findings are of another severity.
fn severity_when(reader: &mut Reader<'_, '_, '_>) -> Vec<(Literal, Severity)> {
    let mut found = Vec::new();
    for (table, place) in reader.tables("severity_when") {
        let mut own = Reader {
            table,
            place,
            what: Term::SeverityWhen,
            errors: reader.errors,
        };
        own.allow(&["when", "severity"]);
        let when = required(&mut own, "when", Advice::WhenAndSeverity);
        let severity = severity(&mut own);
        found.extend(when.zip(severity));
    }
    found
}

fn severity(reader: &mut Reader<'_, '_, '_>) -> Option<Severity> {
    let given = required(reader, "severity", Advice::Severities)?;
    let found = Severity::named(&given.text);
    if found.is_none() {
        let help = crate::rules::lang::suggest(&given.text, Severity::ALL.iter().map(|s| s.name()));
        let mistake = Mistake::UnknownSeverity { name: given.text };
        reader.errors.add(&given.place, mistake, help);
    }
    found
}

/// The names and expressions of `let.name = "…"`, in the order of the file.
fn lets(reader: &mut Reader<'_, '_, '_>) -> Vec<Named> {
    let Some((table, place)) = reader.subtable("let") else {
        return Vec::new();
    };
    let mut inner = Reader {
        table,
        place,
        what: Term::Lets,
        errors: reader.errors,
    };
    let mut lets = Vec::new();
    for entry in &table.entries {
        if let Some(literal) = inner.text(&entry.key) {
            lets.push(Named {
                name: entry.key.clone(),
                place: entry.place.clone(),
                literal,
            });
        }
    }
    lets
}
