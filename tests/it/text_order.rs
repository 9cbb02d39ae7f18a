//! Charts in text whose values come after all other text of their page: only the order tells what is what,
//! and where a page turns it has to be told from what stands around it.

use crate::text_input::{SMALL, lint, rules_of};
use dekom_lint::report::{self, Question, ReadOptions};

/// The front page and the overview of [`SMALL`], without page numbers, and what is asked.
fn text(pages: &[&str]) -> String {
    let (front, _) = SMALL.split_once("Hva heter tiltaket?").expect("a title");
    let front = front.replace("\n1\n", "\n").replace("\n2\n", "\n");
    let pages: Vec<String> = pages.iter().map(|page| page.replace('|', "\n\n")).collect();
    front + &pages.join("\n\u{c}") + "\n"
}

/// The questions of a report in which nothing is wrong, and every figure is checked.
fn sound(pages: &[&str]) -> Vec<Question> {
    let text = text(pages);
    let rules = rules_of(&lint(text.as_bytes()));
    assert!(rules.is_empty(), "{rules:?}");
    let read = report::read(text.as_bytes(), &ReadOptions::default());
    read.expect("a report").questions
}

fn accuses_of_no_sum(pages: &[&str]) {
    let rules = rules_of(&lint(text(pages).as_bytes()));
    let accuses = |rule: &String| rule.ends_with("-mismatch");
    assert!(!rules.iter().any(accuses), "{rules:?}");
}

const TITLE: &str = "Hva gjør dere (flere valg mulig)? (3 Svar)";
const VALUES: &str = "3\n(100%)|1\n(33%)|1\n(33%)|2\n(67%)|1\n(33%)|1\n(50%)|0\n(0%)|1\n(50%)";
const ANSWERS: &str = "Kommune (Offentlig)|Øyvær kommune|Kurs|Møter|Bergvik kommune|Kurs|Skole (Privat)\
    |Asktun skole|Kurs";

#[test]
fn other_answers_may_be_the_last_label_of_a_row() {
    let bars = "Kurs Møter Andre svar|Andre svar|Egen idé|Offentlig/Kommune|Kurs Møter|Privat/Skole\
        |Kurs Møter Andre svar";
    let first = format!("{TITLE}|{bars}|{VALUES}");
    let questions = sound(&[&first, &format!("{ANSWERS}|Egen idé")]);
    let others = questions[0].charts.iter().map(|chart| chart.bars.len());
    assert_eq!(others.collect::<Vec<_>>(), [3, 2, 3]);
    // In a narrow column it is broken.
    let broken = first.replacen("Kurs Møter Andre svar|", "Kurs|Møter|Andre\nsvar|", 1);
    sound(&[&broken, &format!("{ANSWERS}|Egen idé")]);
}

#[test]
fn an_own_text_goes_on_at_the_top_of_the_next_page() {
    let first = format!(
        "{TITLE}|Kurs Møter Andre svar|Andre svar|Møter med alle som|3\n(100%)|1\n(33%)|1\n(33%)"
    );
    let second = "arbeider der|Offentlig/Kommune|Kurs Møter|Privat/Skole|Kurs Møter Andre svar\
        |2\n(67%)|1\n(33%)|1\n(50%)|0\n(0%)|1\n(50%)";
    let answers = format!("{ANSWERS}|Møter med alle som arbeider der");
    let questions = sound(&[&first, second, &answers]);
    let list = questions[0].other_answers.as_ref().expect("own texts");
    assert_eq!(list.texts.len(), 1);
    // Nobody wrote both as one: they are two.
    let two = format!("{ANSWERS}|Møter med alle som");
    accuses_of_no_sum(&[&first, second, &two]);
}

#[test]
fn an_own_text_that_is_listed_ends_where_the_list_says() {
    let bars = "Kurs|Møter|Andre svar|Andre svar|Egen idé|Offentlig/Kommune|Kurs|Møter|Privat/Skole\
        |Kurs|Møter|Andre svar";
    let first = format!("{TITLE}|{bars}|{VALUES}");
    let next = "Hva heter tiltaket? (3 Svar)|Kommune (Offentlig)|Øyvær kommune|Tekst: Fem|Bergvik kommune\
        |Tekst: Seks|Skole (Privat)|Asktun skole|Tekst: Sju";
    let questions = sound(&[&first, &format!("{ANSWERS}|Egen idé"), next]);
    let last = questions[0].answers.last().expect("an answer");
    assert!(last.own_text.as_ref().is_some_and(|own| own.certain));
}

const PIE: &str = "Hvor lenge? (3 Svar)|Offentlig/Kommune|Privat/Skole";
const LEGENDS: &str =
    "1 år: 2 (67%)|2 år: 1 (33%)|1 år: 1 (50%)|2 år: 1 (50%)|1 år: 1 (100%)|2 år: 0 (0%)";
const YEARS: &str =
    "Kommune (Offentlig)|Øyvær kommune|1 år|Bergvik kommune|2 år|Skole (Privat)|Asktun skole|1 år";

#[test]
fn a_legend_may_be_drawn_under_the_title_of_the_next_question() {
    let (here, last) = LEGENDS.rsplit_once("|1 år").expect("three charts");
    let last = format!("1 år{last}");
    let next = "Kommune (Offentlig)|Øyvær kommune|Tekst: Fem|Bergvik kommune|Tekst: Seks|Skole (Privat)\
        |Asktun skole|Tekst: Sju";
    let first = format!("Hvor lenge? (3 Svar)|Offentlig/Kommune|{here}");
    let second = format!("Privat/Skole|{YEARS}|Hva heter tiltaket? (3 Svar)|{last}");
    let questions = sound(&[&first, &second, next]);
    assert_eq!(questions[0].charts.len(), 3);
    assert!(questions[0].charts.iter().all(|chart| chart.complete));
    // Where the next question has such options as well, nothing tells whose they are.
    let again = format!("Offentlig/Kommune|{LEGENDS}|Privat/Skole|{YEARS}");
    accuses_of_no_sum(&[&first, &second, &again]);
}

#[test]
fn a_title_stands_over_the_headings_of_charts_however_they_break() {
    let narrow = PIE.replace("Offentlig/Kommune", "Offentlig/Kom\nmune");
    let narrow = narrow.replace("Privat/Skole", "Privat/S\nkole");
    let before = "Hva heter tiltaket? (3 Svar)|Kommune (Offentlig)|Øyvær kommune|Tekst: Fem\
        |Bergvik kommune|Tekst: Seks|Skole (Privat)|Asktun skole|Tekst: Sju";
    let (head, rest) = YEARS.split_once("|Bergvik").expect("a name");
    let page = format!("{narrow}|{head}|Bergvik{}|{LEGENDS}", " kommune");
    let rest = rest.strip_prefix(" kommune|").expect("a name");
    let questions = sound(&[before, &page, rest]);
    assert_eq!(questions.len(), 2);
    assert_eq!(questions[1].charts.len(), 3);
}

#[test]
fn an_option_may_be_worded_like_an_entry_of_a_legend() {
    let bars = "Kurs|Leder: 1 (20%)|Offentlig/Kommune|Kurs|Leder: 1 (20%)|Privat/Skole|Kurs\
        |Leder: 1 (20%)|3\n(100%)|1\n(33%)|2\n(67%)|1\n(33%)|1\n(100%)|0\n(0%)";
    let answers = ANSWERS.replacen("Møter", "Leder: 1 (20%)", 1);
    let questions = sound(&[&format!("{TITLE}|{bars}"), &answers]);
    assert_eq!(questions[0].charts.len(), 3);
    assert_eq!(questions[0].answers[0].choices.len(), 2);
}

#[test]
fn charts_that_are_sorted_by_what_they_count_have_no_order_in_common() {
    let answers = "Kommune (Offentlig)|Øyvær kommune|Kurs|Møter|Bergvik kommune|Møter\
        |Skole (Privat)|Asktun skole|Kurs|Reiser";
    let values = "2\n(67%)|2\n(67%)|1\n(33%)|3\n(67%)|1\n(33%)|0\n(0%)|1\n(50%)|1\n(50%)|0\n(0%)";
    let bars =
        "Kurs|Møter|Reiser|Offentlig/Kommune|Møter|Kurs|Reiser|Privat/Skole|Kurs|Reiser|Møter";
    accuses_of_no_sum(&[&format!("{TITLE}|{bars}|{values}"), answers]);
    let bars =
        "Kurs|Møter|Reiser|Offentlig/Kommune|Kurs|Møter|Reiser|Privat/Skole|Kurs|Møter|Reiser";
    let values = "2\n(67%)|2\n(67%)|1\n(33%)|1\n(33%)|2\n(67%)|0\n(0%)|1\n(50%)|0\n(0%)|1\n(50%)";
    sound(&[&format!("{TITLE}|{bars}|{values}"), answers]);
}
