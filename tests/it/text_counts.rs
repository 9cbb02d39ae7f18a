//! Charts in text whose values and labels stand in whatever order: what the answers count tells them apart.

use crate::text_input::{SMALL, lint, rules_of};
use dekom_lint::report::{self, Question, ReadOptions};

const TITLE: &str = "Hva gjør dere (flere valg mulig)? (3 Svar)";

/// The labels of three charts, their lines mixed as they stand beside each other, and the values among them.
const CHARTS: &str = "2\n(67%)|Kurs Møter Reiser til|3 1\n(100%) (33%)|Andre svar|utlandet|1\n(33%)\
    |Andre svar|Egen idé\nEn annen idé|Offentlig/Kommune|1\n(20%) 2\n(40%)|Kurs Møter Reiser til|utlandet\
    |1\n(20%) 1\n(20%)|Andre svar|Privat/Skole|1\n(50%)|0\n(0%)|Kurs Møter Reiser til|0\n(0%)\
    |utlandet Andre svar|1\n(50%)";

const ANSWERS: &str = "Kommune (Offentlig)|Øyvær kommune|Kurs|Møter|Reiser til\nutlandet|Bergvik kommune\
    |Kurs|En annen idé|Skole (Privat)|Asktun skole|Kurs|Egen idé";

/// A report with one question: its charts and its answers.
fn text(charts: &str, answers: &str) -> String {
    let (front, _) = SMALL.split_once("Hva heter tiltaket?").expect("a title");
    let front = front.replace("\n1\n", "\n").replace("\n2\n", "\n");
    front + &[TITLE, charts, answers].join("|").replace('|', "\n\n") + "\n"
}

fn found(charts: &str, answers: &str) -> Vec<String> {
    let rules = rules_of(&lint(text(charts, answers).as_bytes()));
    rules
        .into_iter()
        .filter(|rule| rule != "duplicate-text")
        .collect()
}

fn question(charts: &str, answers: &str) -> Question {
    let text = text(charts, answers);
    let read = report::read(text.as_bytes(), &ReadOptions::default());
    read.expect("a report").questions.remove(0)
}

fn accused(charts: &str, answers: &str) -> bool {
    found(charts, answers).contains(&"bar-count-mismatch".to_owned())
}

/// The counts of each chart, by option.
fn counts(question: &Question) -> Vec<Vec<(String, i64)>> {
    let charts = question.charts.iter().map(|chart| {
        assert!(chart.complete, "{chart:?}");
        let bars = chart
            .bars
            .iter()
            .map(|bar| (bar.option.replace(' ', ""), bar.count.value));
        let mut bars: Vec<(String, i64)> = bars.collect();
        bars.sort();
        bars
    });
    charts.collect()
}

#[test]
fn values_that_are_what_the_answers_count_are_known_in_any_order() {
    let none: Vec<String> = Vec::new();
    assert_eq!(found(CHARTS, ANSWERS), none);
    let question = question(CHARTS, ANSWERS);
    let of = |own, kurs, moter, reiser| {
        let bars = [
            ("Andresvar", own),
            ("Kurs", kurs),
            ("Møter", moter),
            ("Reisertilutlandet", reiser),
        ];
        bars.map(|(option, count)| (option.to_owned(), count))
            .to_vec()
    };
    assert_eq!(
        counts(&question),
        [of(2, 3, 1, 1), of(1, 2, 1, 1), of(1, 1, 0, 0)]
    );
    let own = question
        .answers
        .iter()
        .filter_map(|answer| answer.own_text.as_ref());
    assert_eq!(own.count(), 2);
    assert!(question.answers.iter().all(|answer| answer.certain));
}

#[test]
fn one_value_that_differs_is_the_wrong_one() {
    let wrong = CHARTS.replacen("3 1\n(100%) (33%)", "4 1\n(100%) (33%)", 1);
    let rules = found(&wrong, ANSWERS);
    assert!(
        rules.contains(&"bar-count-mismatch".to_owned()),
        "{rules:?}"
    );
    assert!(
        !rules.contains(&"unchecked-figures".to_owned()),
        "{rules:?}"
    );
    let wrong = CHARTS.replacen("(100%)", "(90%)", 1);
    assert_eq!(found(&wrong, ANSWERS), ["percent-mismatch"]);
}

#[test]
fn where_it_can_be_another_nobody_is_accused() {
    let left = |charts: &str, answers: &str| {
        let rules = found(charts, answers);
        let accuses = |rule: &&String| rule.ends_with("-mismatch");
        assert_eq!(rules.iter().find(accuses), None, "{rules:?}");
        assert!(rules.contains(&"unchecked-figures".to_owned()), "{rules:?}");
    };
    // Several bars have this value: any of them may be the wrong one.
    left(&CHARTS.replacen("1\n(33%)|", "1\n(34%)|", 1), ANSWERS);
    // Neither its count nor its percent is right.
    left(&CHARTS.replacen("3 1\n(100%)", "4 1\n(90%)", 1), ANSWERS);
    // Two differ.
    let two = CHARTS.replacen("3 1\n(100%)", "4 1\n(100%)", 1);
    left(&two.replacen("(67%)", "(66%)", 1), ANSWERS);
    // Somebody is read to have chosen less.
    left(CHARTS, &ANSWERS.replacen("Kurs|Møter", "Kurs", 1));
    // A value is missing.
    left(&CHARTS.replacen("|0\n(0%)", "", 1), ANSWERS);
}

#[test]
fn an_option_of_which_labels_have_the_end_alone_is_whole_as_it_was_chosen() {
    // No label has its first word.
    let charts = CHARTS.replace("Møter Reiser til", "Møter");
    let question = question(&charts, ANSWERS);
    let all = counts(&question).remove(0);
    assert!(
        all.contains(&("Reisertilutlandet".to_owned(), 1)),
        "{all:?}"
    );
    assert!(
        question
            .answers
            .iter()
            .all(|answer| answer.comment.is_none())
    );
}

/// Charts as a program sets them that keeps columns, where the labels have slid together.
const COLUMNS: &str = "              3              1              1
            (100%)         (33%)          (33%)

       Kurs Møter
       Reiser til utlandet

Offentlig/Kommune
              2              1              1
            (50%)          (25%)          (25%)

       Kurs Møter
       Reiser til utlandet

Privat/Skole
              1              0              0
            (100%)         (0%)           (0%)

       Kurs Møter
       Reiser til utlandet";

#[test]
fn labels_that_have_slid_out_of_their_columns_are_told_by_what_is_counted() {
    let answers = ANSWERS
        .replace("|Egen idé", "")
        .replace("|En annen idé", "");
    let charts = counts(&question(COLUMNS, &answers));
    assert!(!accused(COLUMNS, &answers));
    let kurs: Vec<(String, i64)> = charts.iter().map(|bars| bars[0].clone()).collect();
    assert_eq!(kurs, [3, 2, 1].map(|count| ("Kurs".to_owned(), count)));
    let wrong = COLUMNS.replacen("2              1", "1              1", 1);
    assert!(accused(&wrong, &answers));
    assert!(!accused(&wrong.replacen("(33%)", "(34%)", 1), &answers));
}
