//! The language: what expressions mean, and what is refused when they are checked.

use super::build::Builder;
use crate::i18n::Lang;
use crate::report::{Kind, Report};
use crate::rules::lang::Problem;
use crate::rules::lang::check::{Checker, Context};
use crate::rules::lang::constant::Const;
use crate::rules::lang::eval::{Machine, Shared};
use crate::rules::lang::fields::fields;
use crate::rules::lang::functions::{FUNCTIONS, MACROS, SEARCHES};
use crate::rules::lang::known::Known;
use crate::rules::lang::lookup::Key;
use crate::rules::lang::node::NodeKind;
use crate::rules::lang::numbers::Number;
use crate::rules::lang::parser::parse;
use crate::rules::lang::pooled::Pooled;
use crate::rules::lang::stop::Stop;
use crate::rules::lang::table::{Column, Table};
use crate::rules::lang::types::{Base, Type};
use crate::rules::lang::world::{Previous, World};
use std::collections::HashMap;

const K: &str = "Offentlig/Kommune";

/// A report with one question: a phone number, an uncertain value, a blank.
pub(super) fn report() -> Report {
    let mut builder = Builder::new();
    builder.shown(3);
    builder
        .question(Kind::Text, "Kontaktpersonens telefonnummer")
        .text("Aa", K, "40000118")
        .end();
    builder
        .question(Kind::Integer, "Hvor mange?")
        .stats([3, 30, 10, 10, 5])
        .integer("Aa", K, 10)
        .integer("Bb", K, 20)
        .blank("Cc", K)
        .end();
    builder.done()
}

/// A table of two places.
fn places() -> Pooled<Table> {
    let column = |name: &str, base| Column {
        name: name.to_owned(),
        ty: Type::of(base),
    };
    let columns = vec![column("name", Base::Text), column("number", Base::Int)];
    let mut table = Table::declared("places", columns, 0);
    for (name, number) in [("Bergvik", 1801), ("Øyvær", 1802)] {
        let number = Const::Number(Number::Int(number));
        let row = vec![Const::Text(name.to_owned()), number];
        assert_eq!(table.add(row), Ok(()));
    }
    table.given = true;
    Pooled::new(table)
}

fn context() -> Context {
    let mut context = Context::default();
    context.keys.push("phone".to_owned());
    context.kinds.insert("phone".to_owned(), Kind::Text);
    context.tables.insert("places".to_owned(), places());
    let long = Const::Text("long".to_owned());
    context.params.insert("long_text".to_owned(), long);
    context
}

/// The value of an expression over a report, or why it has none; problems are a panic.
pub(super) fn eval_on(report: &Report, text: &str) -> Result<Key, Stop> {
    let expr = parse(text).unwrap_or_else(|p| panic!("{text}: {p:?}"));
    let context = context();
    let mut checker = Checker::new(&context);
    let (code, _) = checker.expr(&expr);
    assert_eq!(checker.problems, [], "{text}");
    let mut known = vec![Known::default(); report.questions.len()];
    known[0].role = "phone".to_owned();
    let keys = HashMap::from([("phone".to_owned(), vec![0])]);
    let mut world = World::new(report, &known, &[]);
    // Nothing has changed since the year before.
    world.previous = Some(Previous::new(World::new(report, &known, &[]), &keys));
    let mut shared = Shared::default();
    let mut machine = Machine::new(&world, &mut shared, &keys, checker.slots, &[], 0);
    machine.eval(&code).map(|value| Key::of(&value))
}

fn eval(text: &str) -> Result<Key, Stop> {
    eval_on(&report(), text)
}

fn holds(text: &str) {
    assert_eq!(eval(text), Ok(Key::Bool(true)), "{text}");
}

fn is(text: &str, number: i128) {
    assert_eq!(eval(text), Ok(Key::Number(number, 1)), "{text}");
}

fn unsure(text: &str) {
    let value = eval(text);
    assert!(
        matches!(value, Err(Stop::NotEvaluable(_))),
        "{text}: {value:?}"
    );
}

/// The problems with an expression.
fn problems(text: &str) -> Vec<Problem> {
    let context = context();
    let mut checker = Checker::new(&context);
    match parse(text) {
        Ok(expr) => {
            checker.expr(&expr);
            checker.problems
        }
        Err(problem) => vec![problem],
    }
}

/// What is said of the mistakes in an expression.
fn said(text: &str) -> Vec<String> {
    let problems = problems(text).into_iter();
    problems
        .map(|problem| problem.mistake.message(Lang::En))
        .collect()
}

/// That an expression is refused: what the problem is about, what it says, what it advises.
pub(super) fn refused(text: &str, about: &str, message: &str, help: &str) {
    let all = problems(text);
    let [problem] = all.as_slice() else {
        panic!("{text}: {all:?}");
    };
    assert_eq!(
        text.get(problem.span.clone()),
        Some(about),
        "{text}: {problem:?}"
    );
    assert!(
        problem.mistake.message(Lang::En).contains(message),
        "{text}: {problem:?}"
    );
    let advice = problem.advice.as_ref();
    let advised = advice.map(|advice| advice.text(Lang::En));
    assert!(
        advised.unwrap_or_default().contains(help),
        "{text}: {problem:?}"
    );
}

#[test]
fn the_examples_of_the_documentation_hold() {
    let functions = FUNCTIONS.iter().map(|f| f.example);
    let macros = MACROS.iter().map(|m| m.example);
    let searches = SEARCHES.iter().map(|s| s.example);
    for example in functions.chain(macros).chain(searches) {
        holds(example);
    }
}

#[test]
fn the_reference_names_all_that_there_is() {
    let page = crate::rules::reference();
    for kind in NodeKind::ALL {
        assert!(page.contains(&format!("### {}\n", kind.name())));
        for field in fields(kind) {
            assert!(
                page.contains(&format!("| `{}` |", field.name)),
                "{}",
                field.name
            );
        }
    }
    for function in FUNCTIONS {
        assert!(page.contains(function.doc), "{}", function.name);
    }
}

#[test]
fn every_field_is_described_once() {
    for kind in NodeKind::ALL {
        let mut names: Vec<&str> = fields(kind).iter().map(|f| f.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{}", kind.name());
        assert!(
            fields(kind).iter().all(|f| f.doc.ends_with('.')),
            "{}",
            kind.name()
        );
    }
}

#[test]
fn operators_bind_as_in_cel() {
    is("1 + 2 * 3", 7);
    is("(1 + 2) * 3", 9);
    is("10 - 4 - 3", 3);
    is("-2 * -3", 6);
    is("17 % 5", 2);
    is("-17 % 5", -2);
    is("true ? 1 : false ? 2 : 3", 1);
    holds("true || false && false");
    holds("!(true && false)");
    holds("1 < 2 == true");
    holds("2 in [1, 2] && !(3 in [1, 2])");
    holds("1 + 1 == 2 // a comment");
}

#[test]
fn numbers_are_exact() {
    holds("1 / 3 + 1 / 3 + 1 / 3 == 1");
    holds("0.1 + 0.2 == 0.3");
    holds("7 / 2 == 3.5");
    is("0xff", 255);
    holds("100 * 5 / 8 == 62.5 && halfUp(62.5) == 63");
    is("halfUp(-5, 2)", -2);
    is("halfUp(5, -2)", -2);
    holds("within(210063, 1, 210062.5) && !within(210064, 1, 210062.5)");
}

#[test]
fn what_is_not_defined_has_no_value() {
    unsure("1 / 0");
    unsure("1 % 0");
    unsure("halfUp(1, 0)");
    unsure("[1][1]");
    unsure("[1][-1]");
    unsure("170141183460469231731687303715884105727 + 1");
    unsure("-170141183460469231731687303715884105727 - 2");
    unsure("170141183460469231731687303715884105727 * 2");
}

#[test]
fn a_side_without_a_value_does_not_matter_where_the_other_decides() {
    holds("true || 1 / 0 == 1");
    holds("1 / 0 == 1 || true");
    holds("!(1 / 0 == 1 && false)");
    unsure("1 / 0 == 1 || false");
    holds("[0, 1].exists(x, 1 / x == 1)");
    holds("![0, 2].all(x, 1 / x == 1)");
    unsure("[0, 2].exists(x, 1 / x == 1)");
    unsure("[0, 1].exists_one(x, 1 / x == 1)");
}

#[test]
fn texts_have_escapes() {
    holds(r#"'a\'b' == "a'b""#);
    holds(r#""a\"b" == 'a"b'"#);
    holds(r"'\u00e5\x41\101\\' == 'åAA' + r'\'");
    holds("'\\n\\t' == '\n\t'");
    holds(r"r'\d' == '\\d'");
    refused(r"'\d'", r"\d", "not an escape", "backslash");
    refused(r"'\u00zz'", r"\u00zz", "names no character", "");
    refused("'abc", "'abc", "not closed", "end it with '");
}

#[test]
fn the_report_can_be_walked() {
    is("report.questions.size()", 2);
    is(
        "report.questions[1].answers.map(a, orZero(a.value)).sum()",
        30,
    );
    is("report.questions.map(q, q.answers).flatten().size()", 4);
    holds("report.questions[1].answers.by('respondent', 'Bb')[0].value == 20");
    holds("report.questions[1].answers.only('respondent', 'Xx') == null");
    holds("report.questions[1].answers.map(a, a.value != null, a.value) == [10, 20]");
    holds("report.questions.all(q, q.answers.all(a, a.question == q && a.person != null))");
    is(
        "report.respondents.only('name', 'Aa') == null ? 0 : report.respondents.map(r, r.answers.size()).max() == null ? 0 : 1",
        1,
    );
}

#[test]
fn an_uncertain_value_has_no_value() {
    let mut report = report();
    report.questions[1].answers[0].respondent.certain = false;
    let on = |text| eval_on(&report, text);
    assert!(matches!(
        on("report.questions[1].answers[0].respondent == 'Aa'"),
        Err(Stop::NotEvaluable(_))
    ));
    assert!(matches!(
        on("report.questions[1].answers.by('respondent', 'Bb').size()"),
        Err(Stop::NotEvaluable(_))
    ));
    assert_eq!(
        on("report.questions[1].answers[1].respondent"),
        Ok(Key::Text("Bb".to_owned()))
    );
}

#[test]
fn names_and_fields_are_checked() {
    refused(
        "repport.questions",
        "repport",
        "nothing is called",
        "did you mean `report`",
    );
    refused(
        "report.question",
        "question",
        "has no field",
        "did you mean `questions`",
    );
    refused("report.questions.answers", "answers", "has no fields", "");
    refused(
        "params.longtext",
        "longtext",
        "no parameter",
        "did you mean `long_text`",
    );
    refused(
        "question('fone')",
        "'fone'",
        "no pack knows",
        "did you mean `phone`",
    );
    refused(
        "report.questions.by('titel', '')",
        "'titel'",
        "has no field",
        "did you mean `title`",
    );
    refused(
        "report.questions.exists(report, true)",
        "report",
        "taken",
        "another name",
    );
    refused(
        "report.questions.exists(q, q.kind == 'intger')",
        "'intger'",
        "never",
        "did you mean `integer`",
    );
}

#[test]
fn calls_are_checked() {
    // The item's name is not told as a mistake of its own.
    refused(
        "[1].al(x, x > 0)",
        "al",
        "no function",
        "did you mean `all`",
    );
    refused("[1].summ()", "summ", "no function", "did you mean `sum`");
    refused("sum([1])", "sum", "not called this way", "[1, 2, 3].sum()");
    refused("halfUp()", "halfUp", "takes 1 argument", "halfUp(");
    refused("['a'].sum()", "['a']", "numbers", "");
    refused("'a'.contains(1)", "1", "text is needed", "");
    refused(
        "[1, 2].stddev('smaple')",
        "'smaple'",
        "no deviation",
        "did you mean `sample`",
    );
    refused(
        "'a'.matches('(')",
        "'('",
        "regular expression is broken",
        "",
    );
    refused(
        "dato('31.2.2025')",
        "dato('31.2.2025')",
        "not a day",
        "3.9.2025",
    );
    refused("report.questions.map(q)", "map", "takes a name", "");
    refused("string([1])", "string([1])", "no text of its own", "join");
}

#[test]
fn types_are_checked() {
    refused("1 + 'a'", "1 + 'a'", "cannot join int and text", "");
    refused("1 == 'a'", "1 == 'a'", "cannot join", "");
    refused("1 && true", "1", "this is int, but bool", "");
    refused("true ? 1 : 'a'", "true ? 1 : 'a'", "one branch is int", "");
    refused("[1, 'a']", "'a'", "in a list of int", "");
    refused("report < 1", "report < 1", "cannot join", "");
    refused("-'a'", "'a'", "a number is needed", "");
    refused("'a' in 'abc'", "'a' in 'abc'", "cannot join", "");
}

#[test]
fn null_is_checked() {
    let about = "report.shown";
    let advice = "put `report.shown != null` before it";
    refused("report.shown + 1", about, "may be null", advice);
    refused("report.shown > 1", about, "may be null", advice);
    refused(
        "report.shown > 1 || report.shown != null",
        about,
        "may be null",
        advice,
    );
    refused(
        "report.questions.map(q, q.stats.sum)",
        "q.stats",
        "may be null",
        "q.stats != null",
    );
    refused(
        "[report.shown].sum()",
        "[report.shown]",
        "item of this list may be null",
        "orZero",
    );
    refused("[1].max() + 1", "[1].max()", "may be null", "let");
    refused("report.title.size()", "report.title", "may be null", "");
    assert_eq!(problems("report.shown == 3"), []);
}

#[test]
fn null_is_narrowed() {
    for text in [
        "report.shown != null && report.shown > 1",
        "report.shown == null || report.shown > 1",
        "!(report.shown == null) && report.shown > 1",
        "null != report.shown && report.shown > 1",
        "report.shown != null ? report.shown > 1 : true",
        "(report.shown != null && report.total != null) && report.shown <= report.total",
        "report.shown == null || report.total == null || report.shown <= report.total",
        "orZero(report.shown) > 1 && orElse(report.shown, 0) > 1",
        "report.questions.all(q, q.stats == null || q.stats.sum == null || q.stats.sum > 1)",
        "question('phone') == null || question('phone').answers.size() == 1",
    ] {
        holds(text);
    }
}

#[test]
fn nonsense_is_refused_where_it_stands() {
    refused("", "", "the expression ends", "");
    refused("1 +", "", "the expression ends", "");
    refused("(1", "", "`)`", "");
    refused("1 2", "2", "an operator or the end", "");
    refused("a = b", "=", "means nothing here", "`==`");
    refused("å", "å", "means nothing here", "");
    refused("q.navnå", "navnå", "letter outside a to z", "");
    refused("12abc", "12abc", "cannot be followed", "");
    refused("if", "if", "reserved", "");
    refused(
        "999999999999999999999999999999999999999999",
        "999999999999999999999999999999999999999999",
        "too large",
        "",
    );
    let nested = format!("{}1{}", "(".repeat(500), ")".repeat(500));
    assert!(said(&nested)[0].contains("nested deeper"));
    let nested = "!".repeat(5000) + "true";
    assert!(said(&nested)[0].contains("nested deeper"));
    let long = vec!["1"; 1000].join("+");
    assert!(said(&long)[0].contains("operators"));
    let chain = format!("[1]{}", ".first()".repeat(800));
    assert!(said(&chain)[0].contains("operators"));
    assert!(said(&" ".repeat(10_000))[0].contains("longer than"));
}

#[test]
fn several_mistakes_are_told_at_once() {
    let all = problems("repport.shown + nothing.here == 'a'.contains(1)");
    assert_eq!(all.len(), 3, "{all:?}");
}
