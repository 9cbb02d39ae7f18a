//! A line of help under each title, as a survey may print it.

use crate::press::{ENDING, Press, Set, begun, municipal, names, titles};
use dekom_lint::report::Report;

fn ask(press: &mut Press, title: &str, help: &[&str], figures: &[&str], text: &str) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Label, help);
    press.set(Set::Text, figures);
    municipal(press, text);
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &[text]);
}

fn helped(help: &[&str]) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    let figures = [
        "Heltall",
        "Svar: 4",
        "Sum: 8",
        "Snitt: 2",
        "Median: 2",
        "Standardavvik: 0",
    ];
    ask(
        &mut press,
        "Hva gjør dere?",
        help,
        &[],
        "Vi leser mer sammen.",
    );
    ask(
        &mut press,
        "Hvor mange er dere?",
        help,
        &figures,
        "Heltall: 2",
    );
    ask(&mut press, "Hva vil dere?", help, &[], "Vi vil lese mer.");
    press.read()
}

#[test]
fn a_line_of_help_parts_no_title_from_its_answers() {
    let asked = ["Hva gjør dere?", "Hvor mange er dere?", "Hva vil dere?"];
    let three = ["Skriv hele tall.", "Ta med alle.", "Spør ved tvil."];
    for help in [&three[..0], &three[..1], &three] {
        let report = helped(help);
        assert_eq!(titles(&report), asked, "{help:?}");
        for question in &report.questions {
            assert_eq!(names(question).len(), 4);
            assert!(question.complete);
        }
        let stats = report.questions[1].stats.as_ref().expect("figures");
        assert_eq!(stats.sum.as_ref().map(|sum| sum.value), Some(8));
        assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    }
}

#[test]
fn a_heading_that_counts_is_no_title_for_what_the_next_title_counts() {
    let mut press = begun("Vik kommune", ENDING);
    // The word for those who did not answer is not known, and what it heads is told, and no question.
    press.set(Set::Title, &["Hva gjør dere? (3 Svar)"]);
    municipal(&mut press, "Vi leser mer sammen.");
    press.set(Set::Heading, &["Har ikke svart (1 Svar)"]);
    press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
    for title in ["Hva vil dere?", "Hva kan dere?"] {
        ask(&mut press, title, &[], &[], "Vi leser mer sammen.");
    }
    ask(&mut press, "Hva heter dere?", &[], &[], "Vi heter noe.");
    let report = press.read();
    assert!(!titles(&report).contains(&"Har ikke svart"));
}
