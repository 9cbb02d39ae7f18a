//! Answers under no question: the title above them is gone, and no page is missing.

use crate::press::{ENDING, Press, Set, asked, begun, municipal, names};
use dekom_lint::report::{GapKind, Report};

/// The answers of all four, under no title.
fn untitled(press: &mut Press) {
    municipal(press, "Tekst: ja");
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: nei"]);
}

/// A question that one did not answer.
fn listed(press: &mut Press) {
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    municipal(press, "Tekst: her");
    press.set(Set::Heading, &["Ikke angitt (1 Svar)"]);
    press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
}

/// Where answers under no question begin, and the questions that are told with them.
fn told(report: &Report) -> Vec<(&str, &[usize])> {
    let gaps = report.gaps.iter();
    let untitled = gaps.filter(|gap| gap.kind == GapKind::Untitled);
    untitled
        .map(|gap| (gap.at.value.as_str(), gap.questions.as_slice()))
        .collect()
}

#[test]
fn respondents_that_begin_anew_answer_another_question() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    untitled(&mut press);
    let report = press.read();
    assert_eq!(told(&report), [("Kommune (Offentlig)", &[0, 1][..])]);
    assert_eq!(report.gaps[0].pages, "3");
    for question in &report.questions {
        assert_eq!(question.answers.len(), 4, "{:?}", names(question));
        assert!(!question.complete);
    }
    assert!(!report.questions[0].answers[3].certain, "it may go on");
    assert!(
        report.questions[1]
            .answers
            .iter()
            .all(|answer| !answer.certain)
    );
}

#[test]
fn they_begin_anew_in_the_only_category() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    municipal(&mut press, "Tekst: her");
    municipal(&mut press, "Tekst: her");
    let report = press.read();
    assert_eq!(told(&report), [("Kommune (Offentlig)", &[1, 2][..])]);
    assert_eq!(report.questions[1].answers.len(), 3);
    assert_eq!(report.questions[2].answers.len(), 3);
}

#[test]
fn behind_the_list_of_those_who_did_not_answer_nothing_goes_on() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    listed(&mut press);
    press.set(Set::Text, &["noe som sto der"]);
    untitled(&mut press);
    let report = press.read();
    assert_eq!(told(&report), [("noe som sto der", &[1, 2][..])]);
    assert!(report.questions[0].complete);
    assert!(
        report.questions[1..]
            .iter()
            .all(|question| !question.complete)
    );
}

#[test]
fn a_second_list_is_of_another_question() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    listed(&mut press);
    press.set(Set::Heading, &["Ikke angitt (4 Svar)"]);
    let entries = [
        "Lia kommune - Offentlig/Kommune",
        "Nes kommune - Offentlig/Kommune",
    ];
    press.set(Set::Text, &entries);
    assert_eq!(told(&press.read()).len(), 1);
}

#[test]
fn who_comes_for_the_first_time_behind_a_page_break_goes_on() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (4 Svar)"]);
    municipal(&mut press, "Tekst: her");
    press.page();
    press.y += 20.0;
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: her"]);
    untitled(&mut press);
    let report = press.read();
    assert_eq!(told(&report).len(), 1);
    let answers = report
        .questions
        .iter()
        .map(|question| question.answers.len());
    assert_eq!(answers.collect::<Vec<_>>(), [4, 4, 4]);
}

#[test]
fn the_heading_of_figures_is_no_name() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Name, &["Heltall"]);
    press.set(
        Set::Text,
        &[
            "Svar: 4",
            "Sum: 8",
            "Snitt: 2",
            "Median: 2",
            "Standardavvik: 0",
        ],
    );
    untitled(&mut press);
    let report = press.read();
    assert_eq!(report.respondents.len(), 4, "{:?}", report.respondents);
    assert_eq!(told(&report).len(), 1);
}

#[test]
fn titles_that_are_there_part_questions() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    listed(&mut press);
    asked(&mut press, "Hvem er dere?", "Vik kommune");
    let report = press.read();
    assert!(told(&report).is_empty(), "{:?}", report.gaps);
    assert!(report.questions.iter().all(|question| question.complete));
}
