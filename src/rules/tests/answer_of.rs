//! `answer('key')`: by kind, by respondent, and where it has no value.

use super::build::Builder;
use super::files::{one_mistake, whole};
use crate::report::{Kind, Report};
use crate::rules::{NotEvaluable, Options, Outcome, run};
use std::sync::Arc;

const K: &str = "Offentlig/Kommune";
const F: &str = "Offentlig/Fylkeskommune";

const PACK: &str = r#"
[pack]
name = "own"
[[pack.question]]
key = "total"
pattern = "^i alt"
kind = "integer"
[[pack.question]]
key = "part"
pattern = "^en del"
kind = "integer"
[[pack.question]]
key = "uses"
pattern = "^brukt til"
kind = "multiple_choice"
[[pack.question]]
key = "years"
pattern = "^hvor lenge"
kind = "single_choice"
[[pack.question]]
key = "names"
pattern = "^navn"
"#;

/// A rule over the totals.
fn rule(assert: &str) -> String {
    format!(
        "{PACK}[[rule]]\nid = \"own\"\nseverity = \"note\"\n\
         for = [\"q in questions('total')\", \"a in q.answers\"]\nassert = \"{assert}\"\n\
         primary = \"a.value\"\nwhere = \"a.value != null\"\nmessage = \"{{a.respondent}}\"\n"
    )
}

fn ran(report: &Report, assert: &str) -> Outcome {
    run(&whole(&[&rule(assert)]), report, &Options::default())
}

/// Whom the rule found.
fn found(report: &Report, assert: &str) -> Vec<String> {
    let hits = ran(report, assert).hits.into_iter();
    hits.map(|hit| hit.message.nb).collect()
}

/// Why places were not judged.
fn reasons(report: &Report, assert: &str) -> Vec<(NotEvaluable, usize)> {
    let outcome = ran(report, assert);
    let own = outcome.statuses.iter().find(|s| s.rule == "own").unwrap();
    own.reasons.iter().map(|(why, n)| (*why, *n)).collect()
}

fn report() -> Report {
    let mut builder = Builder::new();
    builder
        .question(Kind::Integer, "I alt?")
        .integer("Aa", K, 10)
        .integer("Bb", K, 20)
        .integer("Cc", K, 30)
        .end();
    builder
        .question(Kind::Integer, "En del?")
        .integer("Cc", K, 40)
        .integer("Bb", F, 70)
        .blank("Bb", K)
        .integer("Aa", K, 9)
        .end();
    builder
        .question(Kind::MultipleChoice, "Brukt til?")
        .choose("Aa", K, &["Kurs", "Vikar"])
        .blank("Bb", K)
        .not_stated(1, &[("Cc", K)])
        .end();
    builder
        .question(Kind::SingleChoice, "Hvor lenge?")
        .choose("Aa", K, &["1 år"])
        .choose("Bb", K, &["*Til jul"])
        .choose("Cc", K, &["1 år", "2 år"])
        .end();
    builder
        .question(Kind::Text, "Navn?")
        .text("Aa", K, "Nn")
        .end();
    builder.done()
}

#[test]
fn a_number_is_of_the_same_name_and_group_and_0_where_nothing_is_printed() {
    assert_eq!(found(&report(), "answer('part') <= a.value"), ["Cc"]);
    assert_eq!(found(&report(), "answer('part') != 0"), ["Bb"]);
    assert_eq!(found(&report(), "answered('part')"), ["Bb"]);
}

#[test]
fn each_kind_has_its_type() {
    assert_eq!(found(&report(), "'Kurs' in answer('uses')"), ["Bb"]);
    assert_eq!(found(&report(), "answer('years') == '1 år'"), ["Bb"]);
    assert_eq!(
        reasons(&report(), "'Kurs' in answer('uses')"),
        [(NotEvaluable::NoAnswer, 1)]
    );
    // Two options of one: which is meant does not show.
    assert_eq!(
        reasons(&report(), "answer('years') == '1 år'"),
        [(NotEvaluable::Ambiguous, 1)]
    );
    assert_eq!(found(&report(), "answered('uses')"), ["Bb", "Cc"]);
}

#[test]
fn where_a_page_is_lost_nobody_is_said_not_to_have_answered() {
    let mut report = report();
    report.questions[2].complete = false;
    report.questions[2].not_stated = None;
    assert_eq!(found(&report, "answered('uses')"), ["Bb"]);
    assert_eq!(
        reasons(&report, "answered('uses')"),
        [(NotEvaluable::NoAnswer, 1)]
    );
    report.questions[1].answers[0].certain = false;
    assert_eq!(
        reasons(&report, "answer('part') <= a.value"),
        [(NotEvaluable::UncertainAnswer, 1)]
    );
}

#[test]
fn of_two_submissions_there_is_a_value_where_both_give_the_same() {
    let twice = |second: i64| {
        let mut builder = Builder::new();
        builder.category(K, 2, &["Aa", "Aa"]);
        builder
            .question(Kind::Integer, "I alt?")
            .integer("Aa", K, 10)
            .integer("Aa", K, 20)
            .end();
        builder
            .question(Kind::Integer, "En del?")
            .integer("Aa", K, 30)
            .integer("Aa", K, second)
            .end();
        builder.done()
    };
    let below = "answer('part') <= a.value";
    assert_eq!(found(&twice(30), below), ["Aa", "Aa"]);
    assert_eq!(found(&twice(31), below).len(), 0);
    assert_eq!(reasons(&twice(31), below), [(NotEvaluable::Ambiguous, 2)]);
    // Its own question is answered by the submission that is at hand.
    assert_eq!(found(&twice(31), "answer('total') == 10"), ["Aa"]);
    // One of the two did not answer.
    let mut one = twice(30);
    one.questions[1].answers.pop();
    assert_eq!(reasons(&one, below), [(NotEvaluable::Ambiguous, 2)]);
}

#[test]
fn two_questions_of_one_key_have_no_one_answer() {
    let mut report = report();
    report.questions[4].title.value = "En del til?".to_owned();
    report.questions[4].kind = Kind::Integer;
    assert_eq!(
        reasons(&report, "answer('part') <= a.value"),
        [(NotEvaluable::Ambiguous, 3)]
    );
}

#[test]
fn what_cannot_be_an_answer_is_refused() {
    one_mistake(
        &rule("answer('names') == ''"),
        "'names'",
        "of what kind the question 'names' is",
        "write kind",
    );
    one_mistake(
        &rule("answer('prat') == 1"),
        "'prat'",
        "a question 'prat'",
        "did you mean `part`?",
    );
    one_mistake(
        &rule("q.answer('part') == 1"),
        "q",
        "has no respondent",
        "walk over answers",
    );
    let nobody = rule("answer('part') == 1")
        .replace(", \"a in q.answers\"", "")
        .replace("where = \"a.value != null\"\n", "")
        .replace("a.value", "q.title")
        .replace("{a.respondent}", "x");
    one_mistake(
        &nobody,
        "answer('part')",
        "nothing that the rule walks over",
        "walk over answers",
    );
}

#[test]
fn the_answer_points_at_where_it_is_printed() {
    let text = rule("answer('part') <= a.value")
        .replace("primary = \"a.value\"", "primary = \"answer('part')\"");
    let rules = whole(&[&text]);
    let outcome = run(&rules, &report(), &Options::default());
    assert_eq!(outcome.hits[0].primary.text, "40");
    let blank = text.replace("answer('part') <= a.value", "answer('part') > 0");
    let outcome = run(&whole(&[&blank]), &report(), &Options::default());
    assert_eq!(outcome.hits[0].primary.text, "Bb");
}

#[test]
fn the_year_before_is_that_of_the_same_name() {
    let mut before = report();
    before.questions[0].answers[0].respondent.value = "AA ".to_owned();
    before.questions[0].answers[0].value.as_mut().unwrap().value = 1000;
    before.respondents[0].name = "AA ".to_owned();
    for question in &mut before.questions {
        for answer in &mut question.answers {
            if answer.respondent.value == "Aa" {
                answer.respondent.value = "AA ".to_owned();
            }
        }
    }
    let rules = whole(&[&rule("previous('total') == a.value")]);
    let options = Options {
        previous: Some(Arc::new(before)),
        ..Options::default()
    };
    let outcome = run(&rules, &report(), &options);
    let names: Vec<_> = outcome.hits.iter().map(|h| h.message.nb.as_str()).collect();
    assert_eq!(names, ["Aa"]);
    // Without it the rule has nothing to judge.
    let outcome = ran(&report(), "previous('total') == a.value");
    assert_eq!(
        outcome.statuses[0].evaluated + outcome.statuses[0].not_evaluable,
        0
    );
}
