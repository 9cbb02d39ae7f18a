//! Two questions that a lost page has made one, where everyone stands under the title once and no page is
//! numbered: that nothing fits tells it, and accuses nobody. What one figure or one answer explains is wrong.
//! And an overview that is doubtful shows no lost page.

use crate::press::{ENDING, Press, Set, asked, begun, fronted};
use dekom_lint::report::{GapKind, Report};

const NAMES: [&str; 4] = [
    "Lia kommune",
    "Nes kommune",
    "Vik kommune",
    "Elvebakk friskole",
];

/// A report of a question before, a question with what stands below its title, and one after.
fn report(title: &str, below: impl Fn(&mut Press)) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva er målet?", "Vik kommune");
    press.set(Set::Title, &[title]);
    below(&mut press);
    asked(&mut press, "Hva er gjort?", "Vik kommune");
    press.read()
}

/// Answers; before some of them a page ends.
fn answered(press: &mut Press, answers: [&str; 4], breaks: &[usize]) {
    for (at, (name, text)) in NAMES.iter().zip(answers).enumerate() {
        if breaks.contains(&at) {
            press.page();
        }
        match at {
            0 => press.set(Set::Heading, &["Kommune (Offentlig)"]),
            3 => press.set(Set::Heading, &["Skole (Privat)"]),
            _ => press,
        };
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[text]);
    }
}

/// Whether the question in the middle is held back, which is told as text that breaks off.
fn held(report: &Report) -> bool {
    assert_eq!(report.questions.len(), 3, "three questions");
    let held = report
        .questions
        .get(1)
        .is_some_and(|question| !question.complete);
    let told = |kind| report.gaps.iter().any(|gap| gap.kind == kind);
    assert_eq!(told(GapKind::BrokenText), held, "{:?}", report.gaps);
    held
}

/// Whether a question for a number is held back. `parted` says after how many figures of the block a page
/// ends.
fn counted(figures: [i64; 4], answers: [i64; 4], breaks: &[usize], parted: Option<usize>) -> bool {
    let [sum, mean, median, stddev] = figures;
    let lines = [
        format!("Sum: {sum}"),
        format!("Snitt: {mean}"),
        format!("Median: {median}"),
        format!("Standardavvik: {stddev}"),
    ];
    let answers = answers.map(|number| format!("Heltall: {number}"));
    held(&report("Hvor mange er de? (4 Svar)", |press| {
        press.set(Set::Text, &["Heltall", "Svar: 4"]);
        for (at, line) in lines.iter().enumerate() {
            if parted == Some(at) {
                press.page();
            }
            press.set(Set::Text, &[line]);
        }
        let [a, b, c, d] = &answers;
        answered(press, [a, b, c, d], breaks);
    }))
}

/// The answers 10, 20, 40 and 90.
const ANSWERS: [i64; 4] = [10, 20, 40, 90];
const RIGHT: [i64; 4] = [160, 40, 30, 36];

#[test]
fn a_block_of_other_answers_behind_a_page_break_accuses_nobody() {
    let others = [8000, 2000, 1900, 700];
    assert!(counted(others, ANSWERS, &[0], None));
    assert!(counted(others, ANSWERS, &[2], None));
    // The median or the deviation may be the same.
    assert!(counted([8000, 2000, 30, 700], ANSWERS, &[2], None));
    assert!(counted([4, 1, 1, 36], ANSWERS, &[2], None));
    assert!(!counted([8000, 2000, 30, 36], ANSWERS, &[2], None));
    assert!(!counted(RIGHT, ANSWERS, &[0, 2], None));
    // No page can be missing here.
    assert!(!counted(others, ANSWERS, &[], None));
}

#[test]
fn a_figure_that_is_wrong_beside_a_page_break_is_found() {
    for at in 0..4 {
        let mut wrong = RIGHT;
        wrong[at] = 8000;
        assert!(!counted(wrong, ANSWERS, &[0, 2], None), "{wrong:?}");
    }
    // Figures that do not fit each other are not of one block.
    assert!(!counted([8000, 50, 60, 70], ANSWERS, &[2], None));
}

#[test]
fn an_answer_that_is_wrong_beside_a_page_break_is_found() {
    // As if the second one were 60 rather than 20.
    let figures = [200, 50, 50, 34];
    assert!(!counted(figures, ANSWERS, &[2], None));
    assert!(!counted(figures, ANSWERS, &[0], None));
    // The last and the first: behind a page break each may be another question's.
    let (first, last) = ([190, 48, 40, 30], [370, 93, 30, 138]);
    assert!(!counted(first, ANSWERS, &[2], None));
    assert!(!counted(last, ANSWERS, &[2], None));
    assert!(counted(first, ANSWERS, &[1], None));
    assert!(counted(last, ANSWERS, &[3], None));
    // Nobody answers less than nothing.
    assert!(counted([60, 15, 15, 62], ANSWERS, &[2], None));
}

#[test]
fn a_block_that_a_page_break_parts_may_be_two() {
    assert!(counted([8000, 2000, 1900, 36], ANSWERS, &[], Some(3)));
    assert!(counted([8000, 40, 30, 36], ANSWERS, &[], Some(1)));
    assert!(!counted([8000, 40, 30, 36], ANSWERS, &[], Some(2)));
    assert!(!counted([8000, 40, 30, 700], ANSWERS, &[], Some(1)));
    assert!(!counted([160, 40, 30, 700], ANSWERS, &[], Some(3)));
}

#[test]
fn an_answer_below_the_last_one_is_nobodys() {
    let listed = |breaks: &[usize]| {
        held(&report("Hvor mange er de? (3 Svar)", |press| {
            let block = [
                "Heltall",
                "Svar: 3",
                "Sum: 8000",
                "Snitt: 2667",
                "Median: 9",
            ];
            press.set(Set::Text, &block);
            press.set(Set::Heading, &["Kommune (Offentlig)"]);
            for (at, name) in NAMES.iter().take(3).enumerate() {
                if breaks.contains(&at) {
                    press.page();
                }
                press.set(Set::Name, &[name]);
                press.set(Set::Text, &["Heltall: 5"]);
            }
            if breaks.contains(&3) {
                press.page();
            }
            press.set(Set::Heading, &["Ikke angitt (1 Svar)"]);
            press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
        }))
    };
    assert!(listed(&[1]));
    assert!(!listed(&[3]), "the list is no answer");
}

#[test]
fn texts_with_a_key_behind_some_without_are_another_questions() {
    let texts = |answers: [&str; 4], breaks: &[usize]| {
        held(&report("Hva har dere lært? (2 Svar)", |press| {
            answered(press, answers, breaks);
        }))
    };
    let (bare, keyed) = ("Vi lærer mye av det.", "Tekst: Mye");
    assert!(texts([bare, bare, keyed, keyed], &[2]));
    assert!(texts([bare, keyed, keyed, keyed], &[1]));
    assert!(texts([keyed, bare, bare, bare], &[1]));
    assert!(texts(
        [bare, "Heltall: 3", "Heltall: 4", "Heltall: 5"],
        &[1]
    ));
    // One who writes the key, and a page that ends elsewhere.
    assert!(!texts([bare, bare, bare, keyed], &[3]));
    assert!(!texts([bare, keyed, bare, bare], &[1]));
    assert!(!texts([bare, keyed, bare, keyed], &[1]));
    assert!(!texts([bare, bare, keyed, keyed], &[1]));
}

/// Whether a question is held back under which everyone has chosen the same, and wrote some text; who has no
/// answer is listed. `others` are the texts that the charts of all, of the municipalities and of the schools
/// count, and before one of the answers a page ends, or below them.
fn cut(
    answers: [Option<&str>; 4],
    others: [u32; 3],
    listed: &[&str],
    breaks: Option<usize>,
) -> bool {
    let count = answers.iter().flatten().count();
    held(&report(&format!("Hva er brukt? ({count} Svar)"), |press| {
        let [all, municipal, schools] = others;
        press.chart(90.0, &[("Kurs", 4, 100), ("Andre svar", all, all * 25)]);
        press.own(listed);
        press.group("Offentlig/Kommune");
        press.chart(90.0, &[("Kurs", 3, 75), ("Andre svar", municipal, 25)]);
        press.group("Privat/Skole");
        press.chart(90.0, &[("Kurs", 1, 50), ("Andre svar", schools, 50)]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        for (at, (name, text)) in NAMES.iter().zip(answers).enumerate() {
            let Some(text) = text else { continue };
            if breaks == Some(at) {
                press.page();
            }
            if at == 3 {
                press.set(Set::Heading, &["Skole (Privat)"]);
            }
            press.set(Set::Name, &[name]);
            press.set(Set::Text, &["Kurs"]);
            if !text.is_empty() {
                press.set(Set::Text, &[text]);
            }
        }
        if breaks == Some(4) {
            press.page();
        }
        if count < 4 {
            press.set(Set::Heading, &["Ikke angitt (1 Svar)"]);
            press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
        }
    }))
}

#[test]
fn a_text_that_a_page_break_cuts_is_not_missed() {
    let (one, two) = ("En tur til Bergen", "Besøk på en skole");
    let both = [one, two];
    let answers = [Some(""), Some(""), Some(one), Some("")];
    assert!(cut(answers, [2, 1, 1], &both, Some(4)));
    // No page can be missing there, nobody misses it, or the list or a chart does not have it.
    assert!(!cut(answers, [2, 1, 1], &both, None));
    assert!(!cut(answers, [2, 1, 1], &both, Some(3)));
    assert!(!cut(answers, [2, 1, 1], &[one], Some(4)));
    assert!(!cut(answers, [1, 1, 0], &both, Some(4)));
    assert!(!cut(answers, [1, 1, 1], &both, Some(4)));
    assert!(!cut(answers, [2, 1, 0], &both, Some(4)));
    let whole = [Some(""), Some(""), Some(one), Some(two)];
    assert!(!cut(whole, [2, 1, 1], &both, Some(4)));
    // Who has one, or stands above the list, has not lost it.
    assert!(!cut(answers, [2, 2, 0], &both, Some(3)));
    assert!(cut(answers, [2, 2, 0], &both, Some(2)));
    let three = [Some(""), Some(one), Some(""), None];
    assert!(cut(three, [2, 2, 0], &both, Some(1)));
    assert!(!cut(three, [2, 2, 0], &both, Some(4)));
}

#[test]
fn answers_to_other_options_behind_a_page_break_are_another_questions() {
    let chosen = |answers: [&str; 4], breaks: &[usize]| {
        held(&report("Hva er brukt? (4 Svar)", |press| {
            press.chart(
                90.0,
                &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 1, 25)],
            );
            press.own(&["En tur til Bergen"]);
            press.group("Offentlig/Kommune");
            press.chart(90.0, &[("Kurs", 2, 67), ("Reiser", 1, 33)]);
            press.group("Privat/Skole");
            press.chart(90.0, &[("Kurs", 1, 50), ("Andre svar", 1, 50)]);
            answered(press, answers, breaks);
        }))
    };
    assert!(chosen(["Kurs", "Reiser", "God", "Ganske god"], &[2]));
    assert!(chosen(["Kurs", "Reiser", "God", "Ganske god"], &[3]));
    assert!(!chosen(["Kurs", "Reiser", "God", "Ganske god"], &[1]));
    // One of them alone may have left out what was chosen.
    assert!(!chosen(["Kurs", "Reiser", "Kurs", "Ganske god"], &[3]));
    assert!(!chosen(
        ["Kurs", "Reiser", "Ganske god", "En tur til Bergen"],
        &[2]
    ));
}

#[test]
fn an_overview_that_is_doubtful_is_no_lost_page_where_all_of_it_stands_there() {
    let doubtful = |parted: bool, ending: &str| {
        let mut press = fronted(&[]);
        press.set(
            Set::Heading,
            &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
        );
        press.set(
            Set::Text,
            &["Lia kommune", "Nes kommune", "\u{fffd}\u{fffd}"],
        );
        if parted {
            press.page();
        }
        press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
        press.set(Set::Text, &["Elvebakk friskole", ending]);
        press.page();
        if ending == ENDING {
            press.set(Set::Heading, &["Rapportering 2024/2025"]);
        }
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        let report = press.read();
        assert!(!report.overview_complete);
        let mut gaps = report.gaps.iter();
        gaps.any(|gap| gap.kind == GapKind::BrokenText)
    };
    assert!(!doubtful(false, ENDING));
    assert!(doubtful(true, ENDING), "a page may be lost in it");
    assert!(doubtful(false, "Vik skole"), "its end is not there");
}
