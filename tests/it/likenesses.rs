//! What reads like a part of a report and is none: the words of its front page in an answer, a number in
//! a bracket like one of a percent.

use crate::press::{ENDING, Set, asked, begun, chosen, fronted, names, titles};
use crate::producers::{charts, drawn};

#[test]
fn an_answer_may_say_what_the_second_line_of_the_front_page_says() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hva har dere skrevet? (4 Svar)"]);
    let written: &[&str] = &["Svar - Intern rapport"];
    chosen(&mut press, [&["Notat"], written, &["Brev"], &["Notat"]]);
    asked(&mut press, "Hva gjør dere?", "Vik kommune");
    let report = press.read();
    assert_eq!(titles(&report).len(), 3);
    assert_eq!(names(&report.questions[1]).len(), 4);
}

#[test]
fn labels_may_have_numbers_in_brackets_where_percents_have_none() {
    let both: &[&str] = &["Trinn (1 til 4)", "Trinn (5 til 7)"];
    let question = drawn([both, both, &both[..1], &both[..1]], |press| {
        press.bare = true;
        press.table((480.0, 520.0), &[(both[0], 4, 100), (both[1], 2, 50)]);
        press.group("Offentlig/Kommune");
        press.table((480.0, 520.0), &[(both[0], 3, 60), (both[1], 2, 40)]);
        press.group("Privat/Skole");
        press.table((480.0, 520.0), &[(both[0], 1, 100), (both[1], 0, 0)]);
    });
    let groups = charts(&question);
    assert_eq!(groups[1].2, [(both[0], 3), (both[1], 2)]);
    assert!(groups.iter().all(|(_, complete, _)| *complete));
}

#[test]
fn options_may_be_worded_like_the_key_of_a_text() {
    let [short, long] = ["Tekst: kort", "Tekst: lang"];
    let question = drawn([&[short], &[short], &[short], &[long]], |press| {
        press.lying(&[(short, 3, 75), (long, 1, 25)]);
        press.group("Offentlig/Kommune");
        press.lying(&[(short, 3, 100), (long, 0, 0)]);
        press.group("Privat/Skole");
        press.lying(&[(short, 0, 0), (long, 1, 100)]);
    });
    assert!(question.charts.iter().all(|chart| chart.complete));
    assert!(question.answers.iter().all(|answer| answer.certain));
}

#[test]
fn a_line_in_the_dress_of_a_heading_is_no_part_of_the_heading_below() {
    let mut press = fronted(&[]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Alle", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    let categories = report.overview.iter();
    let names: Vec<&str> = categories.map(|of| of.name.value.as_str()).collect();
    assert_eq!(names, ["Kommune", "Skole"]);
}

#[test]
fn names_of_the_overview_that_stand_under_no_question_are_unread_where_they_are_too_many() {
    let listed = |more: &[&str]| {
        let mut press = fronted(&[]);
        press.set(
            Set::Heading,
            &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
        );
        press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
        press.set(Set::Text, more);
        press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
        press.set(Set::Text, &["Elvebakk friskole", ENDING]);
        press.page();
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        asked(&mut press, "Hva gjør dere?", "Vik kommune");
        let report = press.read();
        let of_category = report.overview.first().map(|of| of.respondents.len());
        (of_category, report.unread.len(), report.overview_complete)
    };
    assert_eq!(listed(&[]), (Some(3), 0, true));
    let more = ["Alle har svart", "Listen er ny", "Takk til dere"];
    assert_eq!(listed(&more), (Some(3), 3, false));
}
