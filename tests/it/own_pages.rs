//! Questions that begin a page each, so that headings and names stand in one place on most pages.

use crate::press::{ENDING, Press, Set, asked, begun, fronted};

/// Six questions of one page each; who answered what.
fn paged(answer: impl Fn(usize, usize) -> String) -> Press {
    let mut press = begun("Vik kommune", ENDING);
    let titles = [
        "Hva?",
        "Hvem var med?",
        "Hvor?",
        "Hvordan gikk det?",
        "Hvorfor det?",
        "Når?",
    ];
    for (number, title) in titles.iter().enumerate() {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        let names = [
            "Lia kommune",
            "Nes kommune",
            "Vik kommune",
            "Elvebakk friskole",
        ];
        for (place, name) in names.iter().enumerate() {
            if place == 3 {
                press.set(Set::Heading, &["Skole (Privat)"]);
            }
            press.set(Set::Name, &[name]);
            press.set(Set::Text, &[&answer(number, place)]);
        }
        press.page();
    }
    press.pages.pop();
    press
}

#[test]
fn headings_and_names_in_one_place_on_most_pages_are_the_reports() {
    let words = ["fem", "seks", "sju", "åtte", "ni", "ti"];
    let texts = |number: usize, place| format!("Tekst: {} og {place}", words[number]);
    let numbers = |number, place| format!("Heltall: {}", 3 * number + place);
    let answers: [&dyn Fn(usize, usize) -> String; 2] = [&texts, &numbers];
    for (at, answer) in answers.into_iter().enumerate() {
        let mut press = paged(answer);
        // What stands above and below on every page is none of it, nor is what was stamped beside.
        for page in std::mem::take(&mut press.pages) {
            press.pages.push(page);
            press.put(60.0, 20.0, Set::Text, "Fjordheim i dag");
            press.put(400.0, 157.0, Set::Text, "Journalført 2025/1834");
            press.put(60.0, 800.0, Set::Text, "Skrevet ut av portalen");
        }
        let report = press.read();
        assert!(report.gaps.is_empty(), "{:?}", report.gaps);
        assert_eq!(report.questions.len(), 6);
        for question in &report.questions {
            assert!(question.complete);
            assert_eq!(question.answers.len(), 4);
            assert!(question.answers.iter().all(|answer| answer.certain));
        }
        let last = &report.questions[5].answers[3];
        let (text, value) = (last.text.as_ref(), last.value.as_ref());
        if at == 0 {
            assert_eq!(text.map(|text| text.value.as_str()), Some("ti og 3"));
        } else {
            assert_eq!(
                value.map(|value| value.value.to_string()).as_deref(),
                Some("18")
            );
        }
    }
}

#[test]
fn what_heads_the_pages_of_a_long_overview_is_no_name() {
    let mut press = fronted(&[]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune"]);
    press.page();
    press.set(Set::Text, &["Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    for title in ["Hva?", "Hvem var med?", "Hvor?"] {
        asked(&mut press, title, "Vik kommune");
        press.page();
    }
    press.pages.pop();
    for page in std::mem::take(&mut press.pages) {
        press.pages.push(page);
        press.put(60.0, 20.0, Set::Text, "Fjordheim i dag");
    }
    let report = press.read();
    assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    let names = report.respondents.iter().map(|one| one.name.as_str());
    let all = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    assert_eq!(names.collect::<Vec<_>>(), all);
    assert!(report.questions.iter().all(|question| question.complete));
}
