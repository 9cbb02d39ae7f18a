//! Names that stand with something more under the questions than in the overview.

use crate::press::{ENDING, Press, Set, begun, names};
use crate::text_input::SMALL;
use dekom_lint::report::{self, ReadOptions, Report};

const MUNICIPAL: &str = "Offentlig/Kommune";
const PRIVATE: &str = "Privat/Skole";

/// A question whose respondents are named as `wear` says: by number, name and group.
fn ask(press: &mut Press, title: &str, wear: impl Fn(usize, &str, &str) -> String) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    let municipal = ["Lia kommune", "Nes kommune", "Vik kommune"];
    for (number, name) in municipal.iter().enumerate() {
        press.set(Set::Name, &[&wear(number + 1, name, MUNICIPAL)]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &[&wear(1, "Elvebakk friskole", PRIVATE)]);
    press.set(Set::Text, &["Tekst: der"]);
}

fn plain(_: usize, name: &str, _: &str) -> String {
    name.to_owned()
}

fn worn(wear: impl Fn(usize, &str, &str) -> String) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
        ask(&mut press, title, &wear);
    }
    press.read()
}

const NAMES: [&str; 4] = [
    "Lia kommune",
    "Nes kommune",
    "Vik kommune",
    "Elvebakk friskole",
];

#[test]
fn a_name_is_the_one_of_the_overview_whatever_it_wears() {
    let colon = |_: usize, name: &str, _: &str| format!("{name}:");
    let arrow = |_: usize, name: &str, _: &str| format!("{name} ›");
    let number = |number: usize, name: &str, _: &str| format!("{number}) {name}");
    let group = |_: usize, name: &str, group: &str| format!("{name} ({group})");
    for report in [worn(colon), worn(arrow), worn(number), worn(group)] {
        for question in &report.questions {
            assert_eq!(names(question), NAMES);
        }
        assert_eq!(report.respondents.len(), 4);
        assert!(report.overview_complete);
    }
}

#[test]
fn an_answer_may_be_a_name_that_wears_nothing() {
    let mut press = begun("Vik kommune", ENDING);
    let group = |_: usize, name: &str, group: &str| format!("{name} ({group})");
    for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
        ask(&mut press, title, group);
        // It is set as answers are.
        press.set(Set::Text, &["Lia kommune", "Elvebakk friskole"]);
    }
    let report = press.read();
    for question in &report.questions {
        assert_eq!(names(question), NAMES);
    }
    assert_eq!(report.respondents.len(), 4);
}

#[test]
fn an_answer_may_be_such_a_name_where_names_are_set_as_answers_are() {
    let mut press = begun("Vik kommune", ENDING);
    let ask = |press: &mut Press, title: &str, answer: &str| {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
            press.set(Set::Text, &[&format!("{name} ({MUNICIPAL})"), answer]);
        }
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(
            Set::Text,
            &[&format!("Elvebakk friskole ({PRIVATE})"), answer],
        );
    };
    for title in [
        "Hva heter dere?",
        "Hvor er dere?",
        "Hvem er dere?",
        "Hva gjør dere?",
    ] {
        ask(&mut press, title, "Tekst: her");
    }
    ask(&mut press, "Hvem samarbeider dere med?", "Vik kommune");
    let report = press.read();
    for question in &report.questions {
        assert_eq!(names(question), NAMES);
        assert!(question.answers.iter().all(|one| !one.blank && one.certain));
    }
    assert_eq!(report.respondents.len(), 4);
}

#[test]
fn what_several_names_wear_that_nobody_knows_accuses_none_of_them() {
    let strange = |_: usize, name: &str, _: &str| format!("{name} (har svart)");
    let report = worn(strange);
    assert!(!report.overview_complete);
    assert_eq!(report.unread.len(), 4);
    // One name that differs is another one.
    let one = |_: usize, name: &str, _: &str| match name {
        "Lia kommune" => "Lia kommune (har svart)".to_owned(),
        name => name.to_owned(),
    };
    let report = worn(one);
    assert!(report.overview_complete);
    assert_eq!(report.respondents.len(), 5);
}

#[test]
fn a_name_that_wears_something_once_was_typed_so() {
    let mut press = begun("Vik kommune", ENDING);
    ask(&mut press, "Hva heter dere?", plain);
    ask(&mut press, "Hvor er dere?", plain);
    let colon = |_: usize, name: &str, _: &str| format!("{name}:");
    ask(&mut press, "Hvem er dere?", colon);
    let report = press.read();
    assert_eq!(names(&report.questions[0]), NAMES);
    assert!(names(&report.questions[2]) != NAMES);
}

#[test]
fn whoever_the_overview_leaves_out_wears_what_the_others_do() {
    let report = worn(|number, name, _| match name {
        "Vik kommune" => format!("{number}. Haug kommune"),
        name => format!("{number}. {name}"),
    });
    for question in &report.questions {
        assert_eq!(names(question)[2], "Haug kommune");
    }
    let all = report.respondents.iter().map(|one| one.name.as_str());
    assert!(all.into_iter().any(|name| name == "Haug kommune"));
}

/// A report whose third respondent has a name of two lines, in the overview as given and under the questions
/// as the second one.
fn wrapped(listed: &str, broken: &str, wear: impl Fn(usize, &str, &str) -> String) -> Report {
    let mut press = begun(listed, ENDING);
    for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
        ask(&mut press, title, |number, name, group| match name {
            "Vik kommune" => wear(number, broken, group),
            name => wear(number, name, group),
        });
    }
    press.read()
}

#[test]
fn a_name_that_wears_something_may_run_over_lines() {
    let colon = |_: usize, name: &str, _: &str| format!("{name}:");
    let number = |number: usize, name: &str, _: &str| format!("{number}. {name}");
    let broken = "Vik og Haug|kommune";
    for listed in ["Vik og Haug kommune", broken, "Vik og|Haug kommune"] {
        for report in [
            wrapped(listed, broken, colon),
            wrapped(listed, broken, number),
        ] {
            for question in &report.questions {
                let mut all = NAMES;
                all[2] = "Vik og Haug kommune";
                assert_eq!(names(question), all, "{listed}");
            }
            assert_eq!(report.respondents.len(), 4);
            assert!(report.overview_complete);
        }
    }
}

#[test]
fn whoever_the_overview_leaves_out_may_have_a_name_that_runs_over_lines() {
    let number = |number: usize, name: &str, _: &str| format!("{number}. {name}");
    // The overview has another one, who begins alike.
    let report = wrapped("Vik kommune", "Vik|og Haug", number);
    for question in &report.questions {
        assert_eq!(names(question)[2], "Vik og Haug");
    }
    let report = wrapped("Vik|kommune", "Vik|og Haug", number);
    for question in &report.questions {
        assert_eq!(names(question)[2], "Vik og Haug");
    }
}

#[test]
fn whoever_a_text_leaves_out_of_the_overview_wears_what_the_others_do() {
    let (front, _) = SMALL.split_once("Hva heter tiltaket?").expect("a title");
    let front = front.replace("\nØyvær kommune\n", "\n");
    let ask = |title: &str, third: &str| {
        format!(
            "{title} (3 Svar)\n\nKommune (Offentlig)\n\n{third}\n\nTekst: her\n\nBergvik kommune:\n\n\
            Tekst: her\n\nSkole (Privat)\n\nAsktun skole:\n\nTekst: der\n\n"
        )
    };
    let titles = ["Hva", "Hvor", "Hvem", "Når", "Hvordan"].map(|what| format!("{what} er det?"));
    let read = |third: &dyn Fn(usize) -> &'static str| {
        let asked = titles.iter().enumerate();
        let asked: String = asked.map(|(at, title)| ask(title, third(at))).collect();
        let text = format!("{front}{asked}");
        report::read(text.as_bytes(), &ReadOptions::default())
    };
    let report = read(&|_| "Øyvær kommune:").expect("a report");
    for question in &report.questions {
        let all = ["Øyvær kommune", "Bergvik kommune", "Asktun skole"];
        assert_eq!(names(question), all);
    }
    // Under two questions of five it may be typed.
    let typed = read(&|at| match at {
        0 | 1 => "Øyvær kommune:\n\nTekst: her\n\nMerk:",
        _ => "Øyvær kommune:",
    });
    for question in &typed.expect("a report").questions {
        assert!(!names(question).contains(&"Merk"));
    }
}

/// Questions under which the second respondent answers nothing and stands at the foot of the page; what is
/// below that on the next one.
fn over_the_page(style: Set, below: &[&str], wear: impl Fn(usize, &str, &str) -> String) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    let titles = ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"];
    for (question, title) in titles.iter().enumerate() {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        press.set(style, &[&wear(1, "Vik kommune", MUNICIPAL)]);
        press.set(Set::Text, &["Tekst: her"]);
        // Its number is this under one question alone.
        press.set(style, &[&wear(4 - question, "Lia kommune", MUNICIPAL)]);
        press.page();
        press.set(Set::Text, below);
        press.set(style, &[&wear(5, "Nes kommune", MUNICIPAL)]);
        press.set(Set::Text, &["Tekst: her"]);
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(style, &[&wear(1, "Elvebakk friskole", PRIVATE)]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.read()
}

#[test]
fn a_name_at_the_foot_of_a_page_goes_not_on_with_what_the_next_one_begins_with() {
    let number = |number: usize, name: &str, _: &str| format!("{number}. {name}");
    let group = |_: usize, name: &str, group: &str| format!("{name} ({group})");
    for report in [
        over_the_page(Set::Text, &["Vi møtes"], number),
        over_the_page(Set::Text, &[], number),
        over_the_page(Set::Name, &[], number),
        over_the_page(Set::Name, &[], group),
    ] {
        for question in &report.questions {
            let all = [
                "Vik kommune",
                "Lia kommune",
                "Nes kommune",
                "Elvebakk friskole",
            ];
            assert_eq!(names(question), all);
        }
    }
}

#[test]
fn names_that_stand_close_to_each_other_are_told_apart_by_what_they_wear() {
    let number = |number: usize, name: &str| format!("{number}. {name}");
    let colon = |_: usize, name: &str| format!("{name}:");
    for wear in [&number as &dyn Fn(usize, &str) -> String, &colon] {
        let mut press = begun("Vik kommune", ENDING);
        for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
            press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
            press.set(Set::Heading, &["Kommune (Offentlig)"]);
            // Nobody but the last of them answers.
            let close = ["Lia kommune", "Nes kommune", "Vik kommune"];
            let close = close
                .iter()
                .enumerate()
                .map(|(at, name)| wear(at + 1, name));
            press.set(Set::Name, &[&close.collect::<Vec<_>>().join("|")]);
            press.set(Set::Text, &["Tekst: her"]);
            press.set(Set::Heading, &["Skole (Privat)"]);
            press.set(Set::Name, &[&wear(1, "Elvebakk friskole")]);
            press.set(Set::Text, &["Tekst: her"]);
        }
        let report = press.read();
        for question in &report.questions {
            assert_eq!(names(question), NAMES);
        }
    }
}

#[test]
fn what_one_answered_is_no_beginning_of_the_next_ones_name() {
    let mut press = begun("Vik kommune", ENDING);
    // Names are set as answers are, and stand close below what the one before answered.
    for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        let close = format!("Lia kommune ({MUNICIPAL})|Lærere|Nes kommune ({MUNICIPAL})");
        press.set(Set::Text, &[&close, "Lærere"]);
        press.set(
            Set::Text,
            &[&format!("Vik kommune ({MUNICIPAL})"), "Lærere"],
        );
        press.set(Set::Heading, &["Skole (Privat)"]);
        let last = format!("Elvebakk friskole ({PRIVATE})");
        press.set(Set::Text, &[&last, "Lærere"]);
    }
    let report = press.read();
    for question in &report.questions {
        assert_eq!(names(question), NAMES);
    }
    assert_eq!(report.respondents.len(), 4);
}
