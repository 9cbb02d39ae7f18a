//! Rules on the figures of a question.

use super::build::Builder;
use super::{hit, hits, rules_found, status};
use crate::report::{Kind, Report};
use crate::rules::{Datum, Status};

const K: &str = "Offentlig/Kommune";

/// Three answers, 20, 1000 and blank, with these figures: Svar, Sum, Snitt, Median, Standardavvik.
fn integers(figures: [i64; 5]) -> Report {
    let mut builder = Builder::new();
    builder
        .question(Kind::Integer, "Hvor mange?")
        .stats(figures)
        .integer("Aa", K, 20)
        .integer("Bb", K, 1000)
        .blank("Cc", K)
        .end();
    builder.done()
}

#[test]
fn right_figures_pass() {
    let report = integers([3, 1020, 340, 20, 572]);
    assert_eq!(rules_found(&report), ["missing-answer"]);
    for rule in [
        "sum-mismatch",
        "mean-mismatch",
        "median-mismatch",
        "stddev-mismatch",
    ] {
        assert_eq!(status(&report, rule), Status::Passed, "{rule}");
    }
}

#[test]
fn a_wrong_sum_is_one_finding() {
    let report = integers([3, 1040, 340, 20, 572]);
    let hit = hit(&report, "sum-mismatch");
    assert_eq!(hit.primary.text, "1040");
    assert_eq!(hit.question, Some(0));
    assert_eq!(hit.reported, Some(Datum::Int(1040)));
    assert_eq!(hit.expected, Some(Datum::Int(1020)));
    assert_eq!(
        hit.message.nb,
        "Summen av svarene er 1\u{a0}020, men rapporten oppgir 1\u{a0}040."
    );
    assert_eq!(
        hit.message.en,
        "The answers add up to 1,020, but the report states 1,040."
    );
    let addends: Vec<&str> = hit.labels.iter().map(|l| l.at.text.as_str()).collect();
    assert_eq!(addends, ["20", "1000"]);
    assert!(
        hit.help.nb.ends_with("det kan være talt to ganger."),
        "{}",
        hit.help.nb
    );
    assert_eq!(rules_found(&report), ["missing-answer", "sum-mismatch"]);
}

#[test]
fn differences_say_what_they_look_like() {
    let looks = |sum| {
        hit(&integers([3, sum, 340, 20, 572]), "sum-mismatch")
            .help
            .en
    };
    assert!(looks(1000).contains("left out"), "{}", looks(1000));
    assert!(looks(1_020_000).contains("1,000 times too large"));
    assert!(looks(102).contains("10 times too small"));
    assert!(looks(1002).contains("swapped"));
    assert!(looks(1027).contains("One digit"));
    assert!(!looks(77).contains("digit"));
}

#[test]
fn each_figure_has_its_rule() {
    for (figures, rule, text) in [
        ([4, 1020, 340, 20, 572], "response-count-mismatch", "4"),
        ([3, 1020, 341, 20, 572], "mean-mismatch", "341"),
        ([3, 1020, 340, 510, 572], "median-mismatch", "510"),
        ([3, 1020, 340, 20, 467], "stddev-mismatch", "467"),
    ] {
        let report = integers(figures);
        assert_eq!(hit(&report, rule).primary.text, text);
        let mut rules = vec!["missing-answer", rule];
        rules.sort_unstable();
        assert_eq!(rules_found(&report), rules);
    }
}

#[test]
fn an_incomplete_question_is_not_judged() {
    let mut builder = Builder::new();
    builder
        .question(Kind::Integer, "Hvor mange?")
        .incomplete()
        .reported(16)
        .stats([16, 43, 3, 2, 5])
        .integer("Aa", K, 20)
        .end();
    let report = builder.done();
    // Which figures it is about is told too: no gap tells it.
    assert_eq!(
        rules_found(&report),
        ["incomplete-report", "unchecked-figures"]
    );
    assert_eq!(status(&report, "sum-mismatch"), Status::NotEvaluable);
}

#[test]
fn an_uncertain_value_is_not_judged() {
    let mut report = integers([3, 1040, 340, 20, 572]);
    if let Some(value) = &mut report.questions[0].answers[0].value {
        value.certain = false;
    }
    assert_eq!(status(&report, "sum-mismatch"), Status::NotEvaluable);
    assert_eq!(hits(&report, "response-count-mismatch").len(), 0);
}

#[test]
fn counts_are_judged_by_the_names() {
    let mut builder = Builder::new();
    builder
        .question(Kind::Text, "Hva er gjort?")
        .reported(18)
        .text("Aa", K, "Mye er gjort i år.")
        .text("Bb", K, "Lite er gjort i år.")
        .not_stated(3, &[("Cc", K), ("Dd", K)])
        .end();
    let report = builder.done();
    assert_eq!(
        hit(&report, "answer-count-mismatch").expected,
        Some(Datum::Int(2))
    );
    assert_eq!(hit(&report, "not-stated-count-mismatch").primary.text, "3");
    assert_eq!(
        rules_found(&report),
        ["answer-count-mismatch", "not-stated-count-mismatch"]
    );
}

#[test]
fn one_answer_has_no_deviation_of_a_sample() {
    for (deviation, found) in [(0, vec![]), (3, vec!["stddev-mismatch"])] {
        let mut builder = Builder::new();
        builder
            .question(Kind::Integer, "Hvor mange?")
            .reported(1)
            .stats([1, 20, 20, 20, deviation])
            .integer("Aa", K, 20)
            .end();
        assert_eq!(rules_found(&builder.done()), found);
    }
}
