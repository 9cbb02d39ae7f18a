//! Rules on charts.

use super::build::Builder;
use super::{hit, rules_found, status};
use crate::report::{Kind, Report};
use crate::rules::Status;

const K: &str = "Offentlig/Kommune";
const S: &str = "Privat/Skole";

type Bars<'b> = &'b [(&'b str, i64, i64)];

/// Three of Kommune choose 2 + 1 + 0 options, and one of Skole one and an own text.
fn report(all: Bars<'_>, kommune: Bars<'_>, skole: Bars<'_>) -> Report {
    let mut builder = Builder::new();
    builder
        .question(Kind::MultipleChoice, "Hva er pengene brukt til?")
        .chart("", all)
        .others(&["Noe helt annet"])
        .chart(K, kommune)
        .chart(S, skole)
        .choose("Aa", K, &["Vikar", "Drift"])
        .choose("Bb", K, &["Vikar", "#Med en kommentar."])
        .choose("Cc", K, &["#Bare en kommentar her."])
        .choose("Dd", S, &["Drift", "*Noe helt annet"])
        .end();
    builder.done()
}

const ALL: Bars<'_> = &[
    ("Vikar", 2, 50),
    ("Drift", 2, 50),
    ("Reise", 0, 0),
    ("Andre svar", 1, 25),
];
const KOMMUNE: Bars<'_> = &[("Vikar", 2, 67), ("Drift", 1, 33), ("Reise", 0, 0)];
const SKOLE: Bars<'_> = &[
    ("Vikar", 0, 0),
    ("Drift", 1, 50),
    ("Reise", 0, 0),
    ("Andre svar", 1, 50),
];

#[test]
fn agreeing_charts_pass() {
    let report = report(ALL, KOMMUNE, SKOLE);
    assert_eq!(rules_found(&report), Vec::<String>::new());
    for rule in [
        "bar-count-mismatch",
        "percent-mismatch",
        "group-sum-mismatch",
        "other-answers-mismatch",
    ] {
        assert_eq!(status(&report, rule), Status::Passed, "{rule}");
    }
}

#[test]
fn a_wrong_count_is_the_cause_of_its_percent_and_of_the_sum_of_the_groups() {
    let all = &[
        ("Vikar", 3, 25),
        ("Drift", 2, 50),
        ("Reise", 0, 0),
        ("Andre svar", 1, 25),
    ];
    let report = report(all, KOMMUNE, SKOLE);
    let hit = hit(&report, "bar-count-mismatch");
    assert_eq!(hit.primary.text, "3");
    assert_eq!(hit.group, None);
    assert_eq!(hit.option.as_deref(), Some("Vikar"));
    let labels: Vec<&str> = hit.labels.iter().map(|l| l.text.nb.as_str()).collect();
    assert!(labels.contains(&"derfor stemmer heller ikke prosenten"));
    assert!(labels.contains(&"derfor stemmer heller ikke summen av gruppene"));
    assert_eq!(rules_found(&report), ["bar-count-mismatch"]);
}

#[test]
fn a_wrong_count_of_a_group_does_not_break_the_percents_beside_it() {
    // The percents are those of the right counts, and then those of the wrong ones.
    for percents in [[67, 33], [80, 20]] {
        let kommune = &[
            ("Vikar", 4, percents[0]),
            ("Drift", 1, percents[1]),
            ("Reise", 0, 0),
        ];
        let report = report(ALL, kommune, SKOLE);
        let hit = hit(&report, "bar-count-mismatch");
        assert_eq!(hit.group.as_deref(), Some(K));
        assert_eq!(rules_found(&report), ["bar-count-mismatch"]);
    }
}

#[test]
fn a_percent_is_judged_by_its_own_base() {
    let kommune = &[("Vikar", 2, 50), ("Drift", 1, 33), ("Reise", 0, 0)];
    let found = report(ALL, kommune, SKOLE);
    let percent = hit(&found, "percent-mismatch");
    assert_eq!(percent.primary.text, "(50%)");
    assert_eq!(
        percent.message.nb,
        "2 av 3 valg i Offentlig/Kommune er 67 %, men rapporten oppgir 50 % for «Vikar»."
    );
    assert_eq!(rules_found(&found), ["percent-mismatch"]);
    let all = &[
        ("Vikar", 2, 40),
        ("Drift", 2, 50),
        ("Reise", 0, 0),
        ("Andre svar", 1, 25),
    ];
    let found = report(all, KOMMUNE, SKOLE);
    assert_eq!(hit(&found, "percent-mismatch").group, None);
}

#[test]
fn the_bar_of_own_texts_counts_them() {
    let skole = &[
        ("Vikar", 0, 0),
        ("Drift", 1, 50),
        ("Reise", 0, 0),
        ("Andre svar", 2, 50),
    ];
    let report = report(ALL, KOMMUNE, skole);
    let hit = hit(&report, "bar-count-mismatch");
    assert_eq!(hit.option.as_deref(), Some("Andre svar"));
    assert_eq!(hit.labels[0].at.text, "Noe helt annet");
}

#[test]
fn without_certain_answers_the_groups_are_still_added_up() {
    let all = &[
        ("Vikar", 3, 75),
        ("Drift", 2, 50),
        ("Reise", 0, 0),
        ("Andre svar", 1, 25),
    ];
    let mut report = report(all, KOMMUNE, SKOLE);
    report.questions[0].answers[2].certain = false;
    assert_eq!(
        rules_found(&report),
        ["group-sum-mismatch", "unchecked-figures"]
    );
    assert_eq!(hit(&report, "group-sum-mismatch").labels.len(), 2);
}

#[test]
fn a_chart_whose_labels_are_not_the_options_is_not_judged() {
    let all = &[
        ("Vika", 2, 50),
        ("Drift", 2, 50),
        ("Reise", 0, 0),
        ("Andre svar", 1, 25),
    ];
    let mut report = report(all, KOMMUNE, SKOLE);
    report.questions[0].charts.truncate(1);
    assert_eq!(rules_found(&report), ["unchecked-figures"]);
    assert_eq!(status(&report, "bar-count-mismatch"), Status::NotEvaluable);
}

#[test]
fn an_incomplete_chart_is_not_judged() {
    let mut report = report(&[("Vikar", 7, 1)], KOMMUNE, SKOLE);
    report.questions[0].charts[0].complete = false;
    assert_eq!(rules_found(&report), ["unchecked-figures"]);
}

#[test]
fn own_texts_stand_in_the_list_and_in_an_answer() {
    let mut found = report(ALL, KOMMUNE, SKOLE);
    if let Some(own) = &mut found.questions[0].answers[3].own_text {
        own.value = "Noe ganske annet".to_owned();
    }
    assert_eq!(rules_found(&found), ["other-answers-mismatch"]);
    assert_eq!(super::hits(&found, "other-answers-mismatch").len(), 2);
}

#[test]
fn a_blank_single_choice_may_count_or_not() {
    for percent in [50, 100] {
        let mut builder = Builder::new();
        builder
            .question(Kind::SingleChoice, "Hvor lenge?")
            .chart("", &[("1 år", 1, percent), ("2 år", 0, 0)])
            .chart(K, &[("1 år", 1, 100), ("2 år", 0, 0)])
            .choose("Aa", K, &["1 år"])
            .choose("Bb", K, &[])
            .end();
        assert_eq!(rules_found(&builder.done()), ["missing-answer"]);
    }
}
