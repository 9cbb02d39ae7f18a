//! Answers to another question under a question, its title gone, though no page is missing.

use crate::press::{ENDING, Press, Set, asked, begun, municipal};
use dekom_lint::report::Report;

/// The next page; each page has its number.
fn turn(press: &mut Press) {
    let number = press.pages.len().to_string();
    press.put(290.0, 810.0, Set::Text, &number);
    press.page();
}

/// Two questions, of the second of which the municipalities answer last on their page, the third as given;
/// the answers of all four to another one begin the next page.
fn followed(third: &[&str], school: bool) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    // The front page and the overview have their numbers, too.
    let last = press.pages.pop().expect("a page");
    let overview = press.pages.pop().expect("a page");
    press.put(290.0, 810.0, Set::Text, "1");
    press.pages.push(overview);
    press.put(290.0, 810.0, Set::Text, "2");
    press.pages.push(last);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (name, lines) in [
        ("Lia kommune", &["Tekst: her"][..]),
        ("Nes kommune", &["Tekst: der"]),
        ("Vik kommune", third),
    ] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, lines);
    }
    if school {
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(Set::Name, &["Elvebakk friskole"]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    turn(&mut press);
    municipal(&mut press, "Tekst: ja");
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: nei"]);
    turn(&mut press);
    asked(&mut press, "Hvem er dere?", "Vik kommune");
    press.put(290.0, 810.0, Set::Text, "5");
    press.read()
}

#[test]
fn with_a_title_the_last_answers_of_the_question_above_may_be_lost() {
    let short = followed(&["Tekst: her"], false);
    assert_eq!(short.questions.len(), 4);
    assert!(short.questions[0].complete);
    assert!(!short.questions[1].complete);
    // Where everyone is there, only the end of the last answer may be.
    let full = followed(&["Tekst: her"], true);
    assert!(full.questions[1].complete);
    let certain = full.questions[1].answers.iter();
    let certain: Vec<bool> = certain.map(|answer| answer.certain).collect();
    assert_eq!(certain, [true, true, true, false]);
    assert!(full.questions[3].complete);
}

/// A question with or without figures, and its answers.
fn answered(figures: &[&str], answers: [&str; 4]) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor mange er dere? (4 Svar)"]);
    press.set(Set::Text, figures);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    let names = ["Lia kommune", "Nes kommune", "Vik kommune"];
    for (name, text) in names.iter().zip(answers) {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[text]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &answers[3..]);
    asked(&mut press, "Hvem er dere?", "Vik kommune");
    press.read()
}

#[test]
fn answers_without_the_key_of_the_others_are_to_another_question() {
    let figures = [
        "Heltall",
        "Svar: 4",
        "Sum: 10",
        "Snitt: 3",
        "Median: 3",
        "Standardavvik: 1",
    ];
    let complete = |figures: &[&str], answers: [&str; 4]| {
        let report = answered(figures, answers);
        assert!(report.questions[0].complete && report.questions[2].complete);
        report.questions[1].complete
    };
    let [first, second] = ["Heltall: 2", "Heltall: 3"];
    assert!(complete(&figures, [first, second, second, first]));
    assert!(!complete(&figures, [first, second, "Bergvik", "Elvebakk"]));
    // One is what somebody typed.
    assert!(complete(&figures, [first, second, second, "Elvebakk"]));
    let [first, second] = ["Tekst: to", "Tekst: tre"];
    assert!(complete(&[], [first, second, second, first]));
    assert!(!complete(&[], [first, second, "Bergvik", "Elvebakk"]));
    // A paragraph may begin with a key.
    assert!(complete(&[], ["Tekst: to", "Bergvik", "Øya", "Elvebakk"]));
    assert!(complete(&[], ["Bergvik", "Tekst: to", "Øya", "Elvebakk"]));
}
