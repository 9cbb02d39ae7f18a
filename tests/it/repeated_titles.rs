//! Titles that stand again at the edges of pages: on those that they go on to, or on all.

use crate::press::{ENDING, LEFT, Press, Set, begun, names};
use dekom_lint::report::Report;

const NAMES: [&str; 4] = [
    "Lia kommune",
    "Nes kommune",
    "Vik kommune",
    "Elvebakk friskole",
];

/// What a page is turned by: what stands at its foot and at the head of the next, of a question's title.
type Turn<'t> = &'t dyn Fn(&mut Press, &str);

/// A question that goes on to the next page behind its second respondent.
fn ask(press: &mut Press, title: &str, turn: Turn<'_>) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (number, name) in NAMES.iter().enumerate() {
        if number == 2 {
            turn(press, title);
        }
        if number == 3 {
            press.set(Set::Heading, &["Skole (Privat)"]);
        }
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Vi har lest mer sammen,", "og regnet."]);
    }
}

const TITLES: [&str; 4] = [
    "Hva har dere arbeidet med i år?",
    "Hvem har dere arbeidet sammen med?",
    "Hva vil dere arbeide med neste år?",
    "Hvordan har arbeidet vært fordelt?",
];

fn asked(turn: Turn<'_>) -> Report {
    asked_with(turn, &|_, _| ())
}

/// The same, with what stands at the foot of the last page.
fn asked_with(turn: Turn<'_>, foot: Turn<'_>) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    for (number, title) in TITLES.iter().enumerate() {
        // No two pages have a line in one place.
        press.y += 3.0 * f32::from(u8::try_from(number).expect("few"));
        ask(&mut press, title, turn);
    }
    foot(&mut press, TITLES[3]);
    press.read()
}

/// Each question as it was asked, with whoever answered it, and what the last of them wrote.
fn sound(report: &Report) {
    let titles = report.questions.iter().map(|one| one.title.value.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), TITLES);
    for question in &report.questions {
        assert_eq!(names(question), NAMES);
        assert!(question.complete);
        for answer in &question.answers {
            let text = answer.text.as_ref().map(|text| text.value.as_str());
            assert_eq!(text, Some("Vi har lest mer sammen, og regnet."));
        }
    }
}

#[test]
fn a_title_that_stands_again_where_its_answers_go_on_begins_no_question() {
    sound(&asked(&|press, _| {
        press.page();
    }));
    let goes_on = [
        "(forts.)",
        "(forts)",
        "forts.",
        "(fortsettelse)",
        "(fortset)",
        "(framhald)",
        "…",
        "...",
    ];
    for again in ["(4 Svar)", "(4 Svar) (forts.)"].iter().chain(&goes_on) {
        sound(&asked(&|press, title| {
            press.page();
            press.set(Set::Title, &[&format!("{title} {again}")]);
        }));
    }
}

#[test]
fn a_title_may_stand_again_on_one_page_after_another() {
    sound(&asked(&|press, title| {
        for _ in 0..4 {
            press.page();
            press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        }
    }));
}

#[test]
fn a_title_may_run_at_the_top_or_at_the_bottom_of_pages() {
    for cut in [false, true] {
        let text = |title: &str| {
            let short: String = title.chars().take(26).collect();
            if cut {
                format!("{short}…")
            } else {
                title.to_owned()
            }
        };
        sound(&asked(&|press, title| {
            press.page();
            press.set(Set::Label, &[&text(title)]);
        }));
        let foot = |press: &mut Press, title: &str| {
            press.put(60.0, 800.0, Set::Label, &text(title));
        };
        let turn = |press: &mut Press, title: &str| {
            foot(press, title);
            press.page();
        };
        sound(&asked_with(&turn, &foot));
    }
}

#[test]
fn a_title_may_stand_again_under_one_that_runs_at_the_top_of_pages() {
    sound(&asked(&|press, title| {
        press.page();
        press.put(LEFT, 30.0, Set::Label, title);
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    }));
}

#[test]
fn two_questions_may_have_one_title() {
    let mut press = begun("Vik kommune", ENDING);
    let turn: Turn<'_> = &|press, _| {
        press.page();
    };
    ask(&mut press, TITLES[0], turn);
    press.page();
    ask(&mut press, TITLES[0], turn);
    ask(&mut press, TITLES[1], turn);
    press.page();
    ask(&mut press, TITLES[1], turn);
    assert_eq!(press.read().questions.len(), 4);
}

#[test]
fn a_title_may_stand_again_inside_the_list_of_those_who_did_not_answer() {
    let mut press = begun("Vik kommune", ENDING);
    let again: Turn<'_> = &|press, title| {
        press.page();
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    };
    ask(&mut press, TITLES[0], again);
    press.set(Set::Title, &[&format!("{} (1 Svar)", TITLES[1])]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    press.set(Set::Name, &NAMES[..1]);
    press.set(Set::Text, &["Alle."]);
    press.set(Set::Heading, &["Ikke angitt (3 Svar)"]);
    press.set(Set::Text, &["Nes kommune - Offentlig/Kommune"]);
    press.page();
    press.set(Set::Title, &[&format!("{} (1 Svar)", TITLES[1])]);
    press.set(Set::Text, &["Vik kommune - Offentlig/Kommune"]);
    press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
    ask(&mut press, TITLES[2], again);
    let report = press.read();
    assert_eq!(report.questions.len(), 3);
    let list = report.questions[1].not_stated.as_ref().expect("a list");
    assert_eq!(list.respondents.len(), 3);
}

/// A page of a question whose title runs at its top.
fn runs(press: &mut Press, title: &str) {
    press.page();
    press.put(60.0, 20.0, Set::Label, title);
}

/// Two questions whose titles run.
fn running() -> Press {
    let mut press = begun("Vik kommune", ENDING);
    for title in TITLES.iter().take(2) {
        ask(&mut press, title, &runs);
    }
    press
}

#[test]
fn what_stands_below_a_running_title_is_the_page_s_own() {
    let mut press = running();
    // The count of a title stands below the title of another, which has the same count.
    press.set(Set::Title, &[TITLES[2]]);
    runs(&mut press, TITLES[3]);
    press.set(Set::Title, &["(4 Svar)"]);
    ask(&mut press, TITLES[3], &runs);
    let report = press.read();
    let counts = report
        .questions
        .iter()
        .map(|one| one.reported_count.is_some());
    assert_eq!(counts.collect::<Vec<_>>(), [true; 4]);
}

#[test]
fn what_runs_need_not_be_in_capitals_where_the_titles_are() {
    let mut press = begun("Vik kommune", ENDING);
    let capitals: Vec<String> = TITLES.iter().map(|title| title.to_uppercase()).collect();
    for (number, title) in (0_u8..).zip(&capitals) {
        press.y += 3.0 * f32::from(number);
        ask(&mut press, title, &|press, _| {
            press.page();
            press.set(Set::Label, &[TITLES[usize::from(number)]]);
        });
    }
    let report = press.read();
    let titles = report.questions.iter().map(|one| &one.title.value);
    assert!(titles.eq(&capitals));
    for answer in report.questions.iter().flat_map(|one| &one.answers) {
        let text = answer.text.as_ref().map(|text| text.value.as_str());
        assert_eq!(text, Some("Vi har lest mer sammen, og regnet."));
    }
}

#[test]
fn a_title_may_run_above_its_own_second_line() {
    let mut press = running();
    press.set(Set::Title, &["Hva vil dere arbeide"]);
    runs(&mut press, TITLES[2]);
    ask(&mut press, "med neste år?", &|press, _| {
        runs(press, TITLES[2]);
    });
    ask(&mut press, TITLES[3], &runs);
    sound(&press.read());
}
