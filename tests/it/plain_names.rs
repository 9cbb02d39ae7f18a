//! Reports in which names are set like the answers: nothing but order tells them from what is typed.

use crate::press::{ENDING, Press, Set, begun};
use dekom_lint::report::{Kind, Report};

/// Two questions, under the second of which the lines of the third respondent are as given.
fn answered(name: Set, first: &str, third: &[&str]) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    let mut ask = |title: &str, answer: &str, third: &[&str]| {
        ask(&mut press, name, title, answer, third);
    };
    ask("Hva heter dere?", "Tekst: oss", &["Tekst: dem"]);
    ask("Hva synes dere?", first, third);
    press.read()
}

fn ask(press: &mut Press, name: Set, title: &str, answer: &str, third: &[&str]) {
    let answer: Vec<&str> = answer.lines().collect();
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (respondent, lines) in [
        ("Lia kommune", answer.as_slice()),
        ("Nes kommune", answer.as_slice()),
        ("Vik kommune", third),
    ] {
        press.set(name, &[respondent]);
        press.set(Set::Text, lines);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(name, &["Elvebakk friskole"]);
    press.set(Set::Text, &answer);
}

/// Whether each answer to the second question is certain, in print order.
fn certain(report: &Report) -> Vec<bool> {
    let question = report.questions.last().expect("a question");
    let answers = question.answers.iter();
    answers.map(|answer| answer.certain).collect()
}

#[test]
fn who_stands_twice_holds_back_where_names_look_like_answers() {
    let twice = ["Tekst: bra", "Nes kommune", "fint"];
    let report = answered(Set::Text, "Tekst: bra", &twice);
    // The one whose name it is, the one above, and the one under whom it stands again.
    assert_eq!(certain(&report), [false, false, false, true]);
    // Where names are set apart, what is set like an answer is one.
    let report = answered(Set::Name, "Tekst: bra", &twice);
    assert_eq!(certain(&report), [true; 4]);
    let report = answered(Set::Text, "Tekst: bra", &["Tekst: fint"]);
    assert_eq!(certain(&report), [true; 4]);
}

#[test]
fn a_list_of_places_names_respondents_and_nobody_is_held_back() {
    let lists = |third: &[&str]| answered(Set::Text, "Lia\nVik", third);
    let places = lists(&["Lia", "Nes kommune", "Elvebakk"]);
    assert_eq!(places.questions[1].kind, Kind::Places);
    assert_eq!(certain(&places), [true; 4]);
    let own = lists(&["Lia", "Vik kommune", "Nes"]);
    assert_eq!(own.questions[1].kind, Kind::Places);
    assert_eq!(certain(&own), [true, false, false, true]);
}

#[test]
fn a_wrapped_line_that_names_a_respondent_is_the_rest_of_the_answer() {
    let mut press = begun("Vik kommune", ENDING);
    let long =
        "Tekst: Vi har samarbeidet med flere andre i hele regionen, som Lia,|og Nes skole, og";
    let named = "Tekst: Vi samarbeider med alle de andre i hele regionen, og det er|Vik kommune";
    for title in ["Hva?", "Hvem?", "Når?", "Hvor?", "Hvordan?", "Hvorfor?"] {
        ask(&mut press, Set::Text, title, long, &["Tekst: dem"]);
    }
    press.set(Set::Title, &["Hvilke? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (name, text) in [
        ("Lia kommune", "Tekst: alle"),
        ("Nes kommune", named),
        ("Vik kommune", "Tekst: ingen"),
    ] {
        press.set(Set::Text, &[name, text]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Text, &["Elvebakk friskole", "Tekst: noen"]);
    let report = press.read();
    let last = report.questions.last().expect("a question");
    let texts = last.answers.iter().filter_map(|one| one.text.as_ref());
    let texts: Vec<&str> = texts.map(|text| text.value.as_str()).collect();
    let whole = "Vi samarbeider med alle de andre i hele regionen, og det er Vik kommune";
    assert_eq!(texts, ["alle", whole, "ingen", "noen"]);
    assert_eq!(certain(&report), [true; 4]);
}
