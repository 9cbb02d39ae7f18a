//! What stands between a title and the answers in a dress that is not known: it is told, whatever it is,
//! and accuses nobody.

use crate::press::{CHART, Press, Set};
use crate::producers::{charts, drawn};
use crate::text_input::{lint, rules_of};
use crate::text_pages::{is_sound, numbers, texts};
use dekom_lint::pdf::RawBox;
use dekom_lint::report::{Kind, Question};

const YEARS: [&[&str]; 4] = [&["1 år"], &["2 år"], &["1 år"], &["1 år"]];

/// Whether charts were missed, and whether any of the answers is judged.
fn missed(question: &Question) -> (bool, bool) {
    let judged = question.answers.iter().any(|answer| answer.certain);
    (question.uncharted, judged)
}

fn pieces(press: &mut Press, count: u8) {
    for piece in 0..count {
        let x0 = CHART + 40.0 * f32::from(piece);
        let page = press.pages.last_mut().expect("a page");
        page.boxes.push(RawBox {
            x0,
            y0: press.y + 20.0,
            x1: x0 + 30.0,
            y1: press.y + 50.0,
            color: 0x33_66_99,
        });
    }
    press.y += 60.0;
}

#[test]
fn a_legend_in_another_dress_is_no_prose() {
    for dress in [
        "1 år: 3",
        "3 x 1 år",
        "1 år (3)",
        "1 år (n=3)",
        "1 år ..... 3",
        "1 år: 3 svar",
        "1 år",
    ] {
        let question = drawn(YEARS, |press| {
            press.legend(&[dress]);
            press.group("Offentlig/Kommune").legend(&[dress]);
        });
        assert_eq!(missed(&question), (true, false), "{dress}");
    }
}

#[test]
fn shapes_without_a_word_are_a_chart_and_a_frame_is_none() {
    let with = |count: u8| drawn(YEARS, |press| pieces(press, count));
    assert_eq!(missed(&with(3)), (true, false));
    assert_eq!(missed(&with(1)), (false, true));
    let low = drawn(YEARS, |press| {
        press.y += 300.0;
        pieces(press, 3);
    });
    assert_eq!(missed(&low), (true, false));
    // A mark that stands at the head of every page is no chart on the page where answers begin.
    let marked = drawn(YEARS, |press| {
        press.page();
        for page in &mut press.pages {
            for piece in 0..4_u8 {
                let x0 = 400.0 + 30.0 * f32::from(piece);
                page.boxes.push(RawBox {
                    x0,
                    y0: 10.0,
                    x1: x0 + 20.0,
                    y1: 30.0,
                    color: 0x33_66_99,
                });
            }
        }
    });
    assert_eq!(missed(&marked), (false, true));
    assert_eq!(missed(&with(0)), (false, true));
}

#[test]
fn labels_without_values_and_headings_without_charts_are_charts() {
    let answers: [&[&str]; 4] = [&["Kurs"], &["Møter"], &["Kurs"], &["Kurs"]];
    for words in [&["Kurs", "Møter"][..], &["Andre svar"]] {
        let question = drawn(answers, |press| {
            press.legend(words);
        });
        assert_eq!(missed(&question), (true, false), "{words:?}");
    }
    let heading = drawn(answers, |press| {
        press.group("Offentlig/Kommune");
    });
    assert_eq!(missed(&heading), (true, false));
    // What nobody answered, and counts nothing, is a text.
    let text = drawn(answers, |press| {
        press.set(Set::Text, &["Svar kort."]);
    });
    assert_eq!(missed(&text), (false, true));
    assert_eq!(text.kind, Kind::Text);
}

#[test]
fn a_figure_under_a_title_is_told() {
    let report = texts(8, "Øyvær kommune");
    is_sound(&report);
    for line in ["Antall: 9", "Totalt: 7 svar av 5", "1 hus: 3", "hus (n=2)"] {
        let title = "Hva heter hus? (3 Svar)\n\n";
        let with = report.replacen(title, &format!("{title}{line}\n\n"), 1);
        assert_ne!(with, report);
        let rules = rules_of(&lint(with.as_bytes()));
        assert!(rules.contains("unchecked-figures"), "{line}: {rules:?}");
    }
}

#[test]
fn a_block_that_is_gone_is_told() {
    let report = numbers(8, "Asktun skole");
    is_sound(&report);
    let title = "Hvor mange hus? (3 Svar)\n\n";
    let (before, after) = report.split_once(title).expect("a title");
    let answers = after.split_once("Kommune (Offentlig)").expect("answers").1;
    let without = format!("{before}{title}Kommune (Offentlig){answers}");
    let rules = rules_of(&lint(without.as_bytes()));
    assert!(rules.contains("unchecked-figures"), "{rules:?}");
}

#[test]
fn under_a_block_that_was_not_understood_nobody_left_an_answer_blank() {
    let report = numbers(8, "Asktun skole");
    let (before, after) = report.split_once("Hvor mange hus?").expect("a title");
    let (head, answers) = after.split_once("Kommune (Offentlig)").expect("answers");
    let (answers, rest) = answers.split_once("\n6\n").expect("the page after it");
    let lines = answers
        .lines()
        .filter(|line| !line.starts_with("Heltall: "));
    let answers: Vec<&str> = lines.collect();
    // Whether somebody is accused, and whether something is told.
    let read = |heading: &str| {
        let head = head.replacen("Heltall", heading, 1);
        let answers = answers.join("\n");
        let text = format!("{before}Hvor mange hus?{head}Kommune (Offentlig){answers}\n6\n{rest}");
        let rules = rules_of(&lint(text.as_bytes()));
        let [accused, told] =
            ["missing-answer", "unchecked-figures"].map(|rule| rules.contains(rule));
        (accused, told)
    };
    assert_eq!(read("Noe annet"), (false, true));
    assert_eq!(read("H e l t a l l"), read("Heltall"));
    assert!(!read("Heltall").1);
}

#[test]
fn a_figure_that_goes_on_below_is_not_what_stands_on_its_line() {
    let report = numbers(8, "Asktun skole");
    let (before, after) = report.split_once("Hvor mange hus?").expect("a title");
    let (sum, rest) = after.split_once("Snitt").expect("a mean");
    let head = sum.split_once("Sum: ").expect("a sum").0;
    let with = format!("{before}Hvor mange hus?{head}Sum: 1\n4\n\nSnitt{rest}");
    let rules = rules_of(&lint(with.as_bytes()));
    assert!(rules.contains("unchecked-figures"), "{rules:?}");
    assert!(!rules.contains("sum-mismatch"), "{rules:?}");
}

/// Two bars of all, and the same in the chart of each group, with their percents in a dress.
fn bars(press: &mut Press, percent: &dyn Fn(u32) -> String, values: &[(u32, u32)]) {
    for (at, (label, (count, share))) in ["Kurs", "Møter"].iter().zip(values).enumerate() {
        let left = CHART + 100.0 * f32::from(u8::try_from(at).expect("few"));
        press.put(left + 20.0, press.y + 20.0, Set::Label, &count.to_string());
        press.put(left, press.y + 30.0, Set::Label, &percent(*share));
        press.put(left + 4.0, press.y + 60.0, Set::Label, label);
    }
    press.y += 80.0;
}

#[test]
fn a_percent_whose_signs_stand_apart_is_no_part_of_a_label() {
    let dresses: [&dyn Fn(u32) -> String; 3] = [
        &|share| format!("( {share} % )"),
        &|share| format!("( {share}% )"),
        &|share| format!(" , {share}%"),
    ];
    for dress in dresses {
        let question = drawn([&["Kurs"], &["Kurs"], &["Møter"], &["Kurs"]], |press| {
            bars(press, dress, &[(3, 75), (1, 25)]);
            press.group("Offentlig/Kommune");
            bars(press, dress, &[(2, 67), (1, 33)]);
            press.group("Privat/Skole");
            bars(press, dress, &[(1, 100), (0, 0)]);
        });
        let read = charts(&question);
        let all: Vec<_> = read
            .iter()
            .map(|(_, whole, bars)| (*whole, bars.as_slice()))
            .collect();
        let dress = dress(3);
        assert_eq!(all.len(), 3, "{dress}");
        assert_eq!(all[0], (true, &[("Kurs", 3), ("Møter", 1)][..]), "{dress}");
        assert!(
            question.answers.iter().all(|answer| answer.certain),
            "{dress}"
        );
    }
}
