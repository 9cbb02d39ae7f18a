//! The overview where nothing sets its headings apart: what is a heading, and which lines are one name.

use crate::press::{ENDING, PART, PITCH, Set, asked, fronted};

/// A report whose overview is set as given, line by line, all in one style, and so far apart.
fn listed(pitch: f32, lines: &[&str], third: &str, silent: &str) -> dekom_lint::report::Report {
    let mut press = fronted(&[]);
    press.pitch = pitch;
    press.set(Set::Heading, &["Svar oversikt"]);
    press.set(Set::Text, lines);
    press.set(Set::Text, &[ENDING]);
    press.pitch = PITCH;
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    asked(&mut press, "Hva heter dere?", third);
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der", "Ikke angitt (1 Svar)"]);
    press.set(Set::Text, &[&format!("{silent} - Offentlig/Kommune")]);
    press.read()
}

const REGION: &str = "Regionkontoret i Isbergan";
const BROKEN: &str = "Regionkontoret|i Isbergan";

#[test]
fn a_heading_without_a_dash_is_not_the_end_of_the_name_above_it() {
    let lines = [
        "Kommune (Offentlig) 3 svar",
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Skole (Privat) 1 svar",
        "Elvebakk friskole",
    ];
    let report = listed(PITCH, &lines, "Vik kommune", "Vik kommune");
    let groups = report
        .overview
        .iter()
        .map(|category| category.respondents.len());
    assert_eq!(groups.collect::<Vec<_>>(), [3, 1]);
    assert!(report.questions[0].complete);
}

#[test]
fn a_name_that_wraps_in_the_overview_is_one() {
    let lines = |third: &'static str| {
        [
            "Kommune - (Offentlig) 3 svar",
            "Lia kommune",
            "Nes kommune",
            third,
            "Skole - (Privat) 1 svar",
            "Elvebakk friskole",
        ]
    };
    // Its lines stand as far apart as names do: the answers have it whole.
    let known = listed(PART, &lines(BROKEN), REGION, "Nes kommune");
    // Nothing else has it: its lines stand closer.
    let close = listed(PITCH, &lines(BROKEN), "Nes kommune", "Nes kommune");
    // So has the list of those who did not answer.
    let silent = listed(PART, &lines(BROKEN), "Nes kommune", REGION);
    for report in [known, close, silent] {
        let mut names = report.respondents.iter().map(|one| one.name.as_str());
        assert!(names.any(|name| name == REGION), "{:?}", report.respondents);
        assert_eq!(report.respondents.len(), 4);
    }
}
