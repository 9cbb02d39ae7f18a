//! Pages that have changed places in a file that prints no page numbers: told once, and nobody is accused.

use crate::press::{ENDING, LEFT, Press, Set, asked, begun, chosen};
use dekom_lint::report::{GapKind, Report};

/// What was told of the pages, and for each question whether it is judged.
fn told(report: &Report) -> (Vec<GapKind>, Vec<bool>) {
    (
        report.gaps.iter().map(|gap| gap.kind).collect(),
        report.questions.iter().map(|q| q.complete).collect(),
    )
}

/// A question for a text whose last answer stands on the next page.
fn asked_over_two(press: &mut Press, title: &str) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[&format!("Tekst: {title} {name}")]);
    }
    press.page();
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &[&format!("Tekst: {title} Elvebakk")]);
    press.page();
}

const TITLES: [&str; 6] = ["Hva?", "Hvem?", "Hvor?", "Når?", "Hvordan?", "Hvorfor?"];

/// Six questions, each on two pages; the first begins on the third page.
fn long() -> Press {
    let mut press = begun("Vik kommune", ENDING);
    for title in TITLES {
        asked_over_two(&mut press, title);
    }
    press.pages.pop();
    press
}

#[test]
fn pages_in_their_order_are_judged() {
    assert_eq!(told(&long().read()), (vec![], vec![true; 6]));
}

#[test]
fn a_front_page_that_does_not_come_first_is_told_as_order() {
    let mut press = long();
    press.pages.rotate_left(1);
    let report = press.read();
    let (kinds, complete) = told(&report);
    assert_eq!(kinds, [GapKind::OutOfOrder]);
    assert!(!complete.contains(&true));
    assert!(!report.overview_complete && !report.filters_complete);
}

#[test]
fn two_pages_that_changed_places_are_told_once_where_nobody_is_lost() {
    let mut press = long();
    press.pages.swap(4, 5);
    let (kinds, complete) = told(&press.read());
    assert_eq!(kinds, [GapKind::BrokenText]);
    assert!(!complete.contains(&true), "{complete:?}");
}

#[test]
fn a_page_that_is_lost_holds_back_what_stands_near() {
    let mut press = long();
    press.pages.remove(3);
    let report = press.read();
    let (kinds, complete) = told(&report);
    assert_eq!(kinds, [GapKind::BrokenText]);
    assert_eq!(complete, [false, false, true, true, true, true]);
    let beside = &report.questions[1].answers;
    assert!(beside.iter().all(|answer| !answer.certain));
}

#[test]
fn what_stands_between_two_places_that_break_off_is_held_back() {
    let mut press = long();
    press.pages.remove(11);
    press.pages.remove(3);
    let (kinds, complete) = told(&press.read());
    assert_eq!(kinds, [GapKind::BrokenText; 2]);
    assert!(!complete.contains(&true), "{complete:?}");
}

#[test]
fn what_stands_far_from_two_places_that_break_off_is_judged() {
    let mut press = long();
    press.pages.remove(5);
    press.pages.remove(3);
    let (kinds, complete) = told(&press.read());
    assert_eq!(kinds, [GapKind::BrokenText; 2]);
    assert_eq!(complete.last(), Some(&true), "{complete:?}");
}

#[test]
fn a_text_that_breaks_off_in_many_places_is_not_judged() {
    let mut press = long();
    for lost in [7, 5, 3] {
        press.pages.remove(lost);
    }
    let (kinds, complete) = told(&press.read());
    assert_eq!(kinds, [GapKind::BrokenText; 3]);
    assert!(!complete.contains(&true), "{complete:?}");
}

/// A question whose groups' charts come in the order given.
fn charted(press: &mut Press, title: &str, groups: &[&str]) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.chart(90.0, &[("Kurs", 3, 75), ("Reiser", 1, 25)]);
    for group in groups {
        press.group(group);
        if *group == "Privat/Skole" {
            press.chart(90.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
        } else {
            press.chart(90.0, &[("Kurs", 2, 67), ("Reiser", 1, 33)]);
        }
    }
    chosen(press, [&["Kurs"], &["Kurs"], &["Reiser"], &["Kurs"]]);
    press.page();
}

const GROUPS: [&str; 2] = ["Offentlig/Kommune", "Privat/Skole"];

#[test]
fn charts_in_another_order_than_everywhere_tell_of_pages_out_of_order() {
    let (usual, turned) = (GROUPS, ["Privat/Skole", "Offentlig/Kommune"]);
    for (last, kinds) in [(usual, vec![]), (turned, vec![GapKind::BrokenText])] {
        let mut press = begun("Vik kommune", ENDING);
        for title in ["Hva?", "Hvem?", "Hvor?"] {
            charted(&mut press, title, &GROUPS);
        }
        charted(&mut press, "Når?", &last);
        press.pages.pop();
        let (found, complete) = told(&press.read());
        assert_eq!(complete, [kinds.is_empty(); 4]);
        assert_eq!(found, kinds);
    }
}

#[test]
fn a_chart_that_comes_twice_tells_of_a_page_that_does() {
    let mut press = begun("Vik kommune", ENDING);
    let twice = ["Offentlig/Kommune", "Privat/Skole", "Privat/Skole"];
    charted(&mut press, "Hva?", &twice);
    press.pages.pop();
    assert_eq!(
        told(&press.read()),
        (vec![GapKind::BrokenText], vec![false])
    );
}

/// A page with a question's chart, and what the first two of four chose.
fn half_answered(press: &mut Press) {
    press.set(Set::Title, &["Hvem? (4 Svar)"]);
    press.chart(90.0, &[("Kurs", 3, 75), ("Reiser", 1, 25)]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (name, text) in [("Lia kommune", "Kurs"), ("Nes kommune", "Kurs")] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[text]);
    }
    press.page();
}

/// What stands under the names of the other two.
fn others(press: &mut Press, last: [&str; 2]) {
    press.set(Set::Name, &["Vik kommune"]);
    press.set(Set::Text, &last[..1]);
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &last[1..]);
}

#[test]
fn a_chart_among_answers_tells_of_a_page_out_of_its_place() {
    // The heading of a chart may share its line with the end of a label.
    for shared in [false, true] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva?", "Vik kommune");
        press.page();
        half_answered(&mut press);
        let charts = [
            [("Kurs", 2, 67), ("Reiser", 1, 33)],
            [("Kurs", 1, 100), ("Reiser", 0, 0)],
        ];
        for (group, bars) in GROUPS.iter().zip(charts) {
            if shared {
                press.chart(90.0, &bars);
                press.put(LEFT, press.y - press.label, Set::Heading, group);
            } else {
                press.group(group);
                press.chart(90.0, &bars);
            }
        }
        press.page();
        others(&mut press, ["Reiser", "Kurs"]);
        let (kinds, complete) = told(&press.read());
        assert!(kinds.contains(&GapKind::BrokenText), "{kinds:?}");
        assert_eq!(complete, [false; 2]);
    }
}

/// A question with a chart, after which a page may be missing: what the last two have under their names.
fn goes_on_with(last: [&str; 2]) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    half_answered(&mut press);
    others(&mut press, last);
    press.read()
}

#[test]
fn answers_with_the_key_of_another_question_tell_of_a_page_between() {
    let report = goes_on_with(["Heltall: 5", "Heltall: 6"]);
    assert_eq!(told(&report), (vec![GapKind::BrokenText], vec![false]));
    assert!(
        !report.questions[0]
            .answers
            .iter()
            .any(|answer| answer.certain)
    );
    // One may have written it.
    let report = goes_on_with(["Reiser", "Heltall: 6"]);
    assert_eq!(told(&report), (vec![], vec![true]));
}

#[test]
fn a_chart_whose_options_nobody_chose_is_another_questions() {
    let mut press = long();
    press.page();
    press.set(Set::Title, &["Hvilke? (4 Svar)"]);
    let bars = [("Kurs", 2, 50), ("Reiser", 1, 25), ("Møter", 1, 25)];
    press.chart(90.0, &bars);
    press.group(GROUPS[0]);
    press.chart(
        90.0,
        &[("Kurs", 1, 33), ("Reiser", 1, 33), ("Møter", 1, 33)],
    );
    press.group(GROUPS[1]);
    press.chart(90.0, &[("Kurs", 1, 100), ("Reiser", 0, 0), ("Møter", 0, 0)]);
    chosen(&mut press, [&["Kjøp"], &["Leie"], &["Lån"], &["Kjøp"]]);
    let (kinds, complete) = told(&press.read());
    assert_eq!(kinds, [GapKind::Misread]);
    assert_eq!(complete.last(), Some(&false));
}
