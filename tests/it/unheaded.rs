//! Names without the heading of their category: nobody is missing, though nobody is found.

use crate::press::{ENDING, Press, Set, asked, begun, fronted, municipal};
use dekom_lint::report::{GapKind, Report};

/// Two questions, of which the second is headed as given; `last` is set as names are, or as answers are.
fn headed(headings: [&[&str]; 2], set: Set) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    for (title, down) in [("Hvem er dere?", 30.0), ("Hva er dere?", 50.0)] {
        press.page();
        press.y += down;
        asked(&mut press, title, "Vik kommune");
    }
    press.page();
    press.y += 70.0;
    press.set(Set::Title, &["Hvor er dere? (4 Svar)"]);
    press.set(Set::Heading, headings[0]);
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, headings[1]);
    press.set(set, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der"]);
    // No page ends behind it, on which somebody could have stood.
    asked(&mut press, "Hvorfor er dere her?", "Vik kommune");
    press.read()
}

#[test]
fn a_question_with_a_name_under_no_heading_is_not_whole() {
    let (first, last): (&[&str], &[&str]) = (&["Kommune (Offentlig)"], &["Skole (Privat)"]);
    let whole = headed([first, last], Set::Name);
    assert!(whole.questions[3].complete);
    assert_eq!(whole.questions[3].answers.len(), 4);
    for headings in [[first, &[]], [&[], last]] {
        let report = headed(headings, Set::Name);
        assert!(report.questions[0].complete);
        assert!(!report.questions[3].complete, "{headings:?}");
    }
    // Nor is one with an entry of the list under no heading.
    let mut press = begun("Vik kommune", ENDING);
    for (title, listed) in [
        ("Hva heter dere?", false),
        ("Hvem?", false),
        ("Hvor?", true),
    ] {
        press.set(Set::Title, &[&format!("{title} (3 Svar)")]);
        municipal(&mut press, "Tekst: her");
        if !listed {
            press.set(Set::Heading, &["Ikke angitt (1 Svar)"]);
        }
        press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
    }
    asked(&mut press, "Hvorfor er dere her?", "Vik kommune");
    let complete = press.read().questions.into_iter().map(|one| one.complete);
    assert_eq!(complete.collect::<Vec<_>>(), [true, true, false, true]);
    // What somebody wrote is no name: the one who is missing is missing.
    let written = headed([first, &[]], Set::Text);
    assert!(written.questions[3].complete);
    assert_eq!(written.questions[3].answers.len(), 3);
}

#[test]
fn an_overview_with_a_name_under_no_heading_is_not_whole() {
    for whole in [true, false] {
        let mut press = fronted(&[]);
        press.set(Set::Heading, &["Svar oversikt"]);
        if !whole {
            press.set(Set::Text, &["Vik kommune"]);
        }
        press.set(Set::Heading, &["Kommune - (Offentlig) 3 svar"]);
        press.set(Set::Text, &["Lia kommune", "Nes kommune"]);
        if whole {
            press.set(Set::Text, &["Vik kommune"]);
        }
        press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
        press.set(Set::Text, &["Elvebakk friskole", ENDING]);
        press.page();
        press.set(Set::Heading, &["Rapportering 2024/2025"]);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        let report = press.read();
        assert_eq!(report.respondents.len(), 4);
        assert_eq!(report.overview_complete, whole);
    }
}

#[test]
fn nor_is_one_whose_name_stands_under_the_heading_above() {
    for whole in [true, false] {
        let mut press = fronted(&[]);
        press.set(
            Set::Heading,
            &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
        );
        press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
        if whole {
            press.set(Set::Heading, &["Skole - (Privat) 2 svar"]);
        }
        press.set(Set::Text, &["Elvebakk friskole"]);
        if !whole {
            press.set(Set::Heading, &["Skole - (Privat) 2 svar"]);
        }
        press.set(Set::Text, &["Nyskolen", ENDING]);
        press.page();
        press.set(Set::Heading, &["Rapportering 2024/2025"]);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        assert_eq!(press.read().overview_complete, whole);
    }
}

#[test]
fn the_overview_ends_without_its_last_heading() {
    let mut press: Press = begun(
        "Vik kommune",
        "Alle instansene som har sendt inn svar har merknader.",
    );
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    assert_eq!(report.respondents.len(), 4, "{:?}", report.respondents);
    assert!(report.overview_complete);
}

#[test]
fn answers_before_the_first_title_say_that_it_is_missing() {
    let first = |heading: Option<&str>, name: &str| {
        let mut press = begun("Vik kommune", ENDING);
        if let Some(heading) = heading {
            press.set(Set::Heading, &[heading]);
        }
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Vi har lest mer sammen."]);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        let report = press.read();
        assert_eq!(report.questions.len(), 1);
        report
            .gaps
            .iter()
            .any(|gap| gap.kind == GapKind::BrokenText)
    };
    assert!(first(Some("Kommune (Offentlig)"), "Lia kommune"));
    assert!(first(None, "Lia kommune"));
    assert!(first(Some("Kommune (Offentlig)"), "Ingen kommune"));
    // What the survey says before its first question is nobody's answer.
    assert!(!first(None, "Til alle kommuner"));
}
