//! Charts in text, and what was printed over it: read where nothing else is possible, told and held back
//! where it is.

use crate::text_input::{SMALL, lint, rules_of};
use dekom_lint::diagnostics::FileReport;
use dekom_lint::report::{self, ReadOptions};

#[test]
fn what_was_stamped_on_every_page_is_no_part_of_an_answer() {
    let stamp = "Journalført 3.9.2025 sak 2025/1234-5";
    let stamped = SMALL
        .replacen("Utvalg:", &format!("{stamp}\n\nUtvalg:"), 1)
        .replacen(
            "Bergvik kommune\n\nØyvær",
            &format!("Bergvik kommune\n\n{stamp}\n\nØyvær"),
            1,
        )
        .replacen(
            "Tekst: Regning på nett",
            &format!("Tekst: Regning på nett\n{stamp}"),
            1,
        )
        .replacen("Heltall: 9", &format!("Heltall: 9\n{stamp}"), 1);
    assert_eq!(stamped.matches(stamp).count(), 4);
    assert_eq!(
        rules_of(&lint(stamped.as_bytes())),
        rules_of(&lint(SMALL.as_bytes()))
    );
}

#[test]
fn what_stands_where_a_number_should_be_is_no_certain_answer() {
    let text = SMALL.replacen("Heltall: 9", "ni ansatte", 1);
    let report = report::read(text.as_bytes(), &ReadOptions::default()).expect("a report");
    let certain = report.questions[1].answers.iter();
    let certain: Vec<bool> = certain.map(|answer| answer.certain).collect();
    assert_eq!(certain, [true, true, false]);
    assert_eq!(report.unread.len(), 1);
}

#[test]
fn a_statistic_that_is_no_number_is_unread() {
    let text = SMALL.replacen("Sum: 20", "Sum: 2o", 1);
    let report = report::read(text.as_bytes(), &ReadOptions::default()).expect("a report");
    let unread: Vec<&str> = report.unread.iter().map(|unread| unread.what).collect();
    assert_eq!(unread, ["statistic"]);
    let stats = report.questions[1].stats.as_ref().expect("figures");
    assert!(stats.sum.is_none() && stats.responses.is_some());
}

/// A question whose charts are tables, as text has them, and the next one's title.
const TABLES: &str = "Hva gjør dere? (3 Svar)

Kurs 3 (100%)
Møter 1 (33%)
Andre svar 1 (33%)

Andre svar

Egen idé

Offentlig/Kommune

Kurs 2 (67%)
Møter 1 (33%)

Privat/Skole

Kurs 1 (50%)
Møter 0 (0%)
Andre svar 1 (50%)

Kommune (Offentlig)

Øyvær kommune

Kurs
Møter

Bergvik kommune

Kurs

Skole (Privat)

Asktun skole

Kurs

Egen idé

Hva heter tiltaket? (3 Svar)";

pub(crate) fn with_charts(charts: &str) -> FileReport {
    let text = SMALL.replacen("Hva heter tiltaket? (3 Svar)", charts, 1);
    lint(text.as_bytes())
}

#[test]
fn charts_that_are_tables_are_read_from_text() {
    let right = with_charts(TABLES);
    assert_eq!(rules_of(&right), rules_of(&lint(SMALL.as_bytes())));
    let wrong = with_charts(&TABLES.replacen("Møter 1 (33%)", "Møter 2 (67%)", 1));
    assert!(rules_of(&wrong).contains("bar-count-mismatch"));
}

#[test]
fn own_texts_are_counted_beside_the_options_of_a_table() {
    let text = SMALL.replacen("Hva heter tiltaket? (3 Svar)", TABLES, 1);
    let report = report::read(text.as_bytes(), &ReadOptions::default()).expect("a report");
    let question = &report.questions[0];
    assert_eq!(question.options, ["Kurs", "Møter"]);
    assert!(question.charts_whole());
    let own = question
        .answers
        .iter()
        .map(|answer| answer.own_text.is_some());
    assert_eq!(own.collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn tables_whose_labels_wrap_are_told_and_accuse_nobody() {
    let wrapped = TABLES.replace("Kurs ", "Kurs og\nreiser ");
    let wrapped = wrapped.replace("Kurs\n", "Kurs og reiser\n");
    let mut expected = rules_of(&lint(SMALL.as_bytes()));
    expected.insert("unchecked-figures".to_owned());
    assert_eq!(rules_of(&with_charts(&wrapped)), expected);
}

const LATE: &str =
    "\n1 år: 2 (67%)\n2 år: 1 (33%)\n1 år: 1 (50%)\n2 år: 1 (50%)\n1 år: 1 (100%)\n2 år: 0 (0%)\n";

/// A question for years; what is drawn late stands under the first category, or under the last answer.
fn years(under_heading: &str, under_answers: &str) -> String {
    format!(
        "Hvor lenge? (3 Svar)

Offentlig/Kommune

Privat/Skole

Kommune (Offentlig)
{under_heading}
Øyvær kommune

1 år

Bergvik kommune

2 år

Skole (Privat)

Asktun skole

1 år
{under_answers}
Hva heter tiltaket? (3 Svar)"
    )
}

#[test]
fn legends_may_be_drawn_last_under_the_first_category() {
    let legends = years(LATE, "");
    let read = with_charts(&legends);
    assert_eq!(rules_of(&read), rules_of(&lint(SMALL.as_bytes())));
    let wrong = with_charts(&legends.replacen("2 år: 1 (33%)", "2 år: 2 (67%)", 1));
    assert!(rules_of(&wrong).contains("bar-count-mismatch"));
}

#[test]
fn legends_may_be_drawn_last_under_the_last_answer() {
    let legends = years("", LATE);
    let sound = rules_of(&lint(SMALL.as_bytes()));
    assert_eq!(rules_of(&with_charts(&legends)), sound);
    let wrong = with_charts(&legends.replacen("2 år: 1 (33%)", "2 år: 2 (67%)", 1));
    assert!(rules_of(&wrong).contains("bar-count-mismatch"));
    // What somebody typed above is none of them.
    let typed = legends.replacen("1 år\n", "1 år\n\nDeltakere: 12 (80%)\n", 1);
    assert_eq!(rules_of(&with_charts(&typed)), sound);
}

#[test]
fn legends_may_be_drawn_between_an_answer_and_its_name_where_no_page_is_told() {
    let sound = rules_of(&lint(SMALL.as_bytes()));
    for between in ["Bergvik kommune\n", "Bergvik kommune\n\n2 år\n"] {
        let legends = years("", "").replacen(between, &format!("{between}{LATE}"), 1);
        assert_eq!(rules_of(&with_charts(&legends)), sound, "{between}");
        let wrong = with_charts(&legends.replacen("2 år: 1 (33%)", "2 år: 2 (67%)", 1));
        assert!(rules_of(&wrong).contains("bar-count-mismatch"));
    }
}

#[test]
fn charts_without_any_value_are_told() {
    let rules = rules_of(&with_charts(&years("", "\n1 år: 2 (67%)\n2 år: 2 (33%)\n")));
    assert!(rules.contains("unchecked-figures"), "{rules:?}");
    let accuses = |rule: &String| rule.ends_with("-mismatch");
    assert!(!rules.iter().any(accuses), "{rules:?}");
}

#[test]
fn legends_that_stand_in_another_order_accuse_nobody() {
    let legends = "Hva gjør dere? (3 Svar)

Ja: 1 (100%)

Offentlig/Kommune

Ja: 3 (100%)

Privat/Skole

Ja: 2 (100%)

Kommune (Offentlig)

Øyvær kommune

Ja

Bergvik kommune

Ja

Skole (Privat)

Asktun skole

Ja

Hva heter tiltaket? (3 Svar)";
    let rules = rules_of(&with_charts(legends));
    assert!(rules.contains("unchecked-figures"), "{rules:?}");
    let accuses = |rule: &String| rule.ends_with("-mismatch");
    assert!(!rules.iter().any(accuses), "{rules:?}");
}

#[test]
fn a_heading_printed_over_an_answer_leaves_it_uncertain() {
    let over = SMALL.replacen(
        "Tekst: Regning på nett",
        "Tekst: Regning på nett\nSe merknad (4 Svar)",
        1,
    );
    let report = report::read(over.as_bytes(), &ReadOptions::default()).expect("a report");
    let answers = &report.questions[0].answers;
    let certain: Vec<bool> = answers.iter().map(|answer| answer.certain).collect();
    assert_eq!(certain, [true, false, true]);
}

#[test]
fn text_that_keeps_columns_is_read_as_its_pdf() {
    // What `pdftotext -layout` makes of the PDF: words of labels stand under the value beside their own.
    let text = lint(include_bytes!("columns.txt"));
    let pdf = lint(include_bytes!("../../fixtures/chromium-like-faults.pdf"));
    let checked = |report: &FileReport| {
        let coverage = &report.coverage;
        (coverage.figures_read, coverage.figures_checked)
    };
    assert_eq!(checked(&text), checked(&pdf));
    assert_eq!(checked(&text).0, checked(&text).1);
    assert_eq!(rules_of(&text), rules_of(&pdf));
}
