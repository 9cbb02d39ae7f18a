//! Text in which each question has a page of its own: what its pages have in common is content all the
//! same.

use crate::text_charts::with_charts;
use crate::text_input::{SMALL, lint, rules_of};
use dekom_lint::diagnostics::FileReport;
use dekom_lint::report::{self, ReadOptions};
use std::fmt::Write as _;

const ASKED: [&str; 13] = [
    "tiltak", "skoler", "lag", "hus", "rom", "fag", "bøker", "turer", "fester", "sanger", "dager",
    "uker", "veier",
];

/// The front page and the overview, with names of the municipality and the school.
fn front(municipality: &str, school: &str) -> String {
    let pages: Vec<&str> = SMALL.split('\u{c}').take(2).collect();
    pages
        .join("\u{c}")
        .replace("Øyvær kommune", municipality)
        .replace("Asktun skole", school)
}

/// A page for each of some questions for a number.
pub(crate) fn numbers(questions: usize, school: &str) -> String {
    let mut out = front("Øyvær kommune", school);
    for (number, asked) in (3_u32..).zip(ASKED.iter().take(questions)) {
        let (first, second, third) = (number, number + 2, number + 10);
        let title = if number == 3 {
            "Prøveordning - Rapportering 2024/2025\n\n"
        } else {
            ""
        };
        let _ = write!(
            out,
            "\u{c}{title}Hvor mange {asked}? (3 Svar)\n\nHeltall\n\nSvar: 3\n\nSum: {}\n\nSnitt: {}\n\n\
             Median: {second}\n\nStandardavvik: 5\n\nKommune (Offentlig)\n\nØyvær kommune\n\n\
             Heltall: {first}\n\nBergvik kommune\n\nHeltall: {second}\n\nSkole (Privat)\n\n{school}\n\n\
             Heltall: {third}\n\n{number}\n",
            first + second + third,
            number + 4,
        );
    }
    out
}

/// A page for each of some questions for a text.
pub(crate) fn texts(questions: usize, municipality: &str) -> String {
    let mut out = front(municipality, "Asktun skole");
    for (number, asked) in (3_u32..).zip(ASKED.iter().take(questions)) {
        let title = if number == 3 {
            "Prøveordning - Rapportering 2024/2025\n\n"
        } else {
            ""
        };
        let _ = write!(
            out,
            "\u{c}{title}Hva heter {asked}? (3 Svar)\n\nKommune (Offentlig)\n\n{municipality}\n\n\
             Tekst: Lesing på {asked} i Haugen\n\nBergvik kommune\n\nTekst: Regning på {asked}\n\n\
             Skole (Privat)\n\nAsktun skole\n\nTekst: Vurdering i {asked}\n\n{number}\n",
        );
    }
    out
}

/// Whether all figures were read and checked.
fn is_whole(read: &FileReport) -> bool {
    let coverage = read.coverage;
    coverage.unread == 0 && coverage.figures_read == coverage.figures_checked
}

#[track_caller]
pub(crate) fn is_sound(text: &str) {
    let read = lint(text.as_bytes());
    let wrong: Vec<&str> = read
        .findings
        .iter()
        .filter(|finding| finding.severity > dekom_lint::i18n::Severity::Note)
        .map(|finding| finding.rule.as_str())
        .collect();
    assert_eq!(wrong, [""; 0]);
    assert!(is_whole(&read));
}

#[test]
fn a_name_with_a_number_is_no_stamp() {
    is_sound(&numbers(13, "Asktun 10-årige skole"));
    is_sound(&texts(8, "Øyvær 2 kommune"));
}

#[test]
fn a_figure_that_all_blocks_have_is_no_stamp() {
    let sound = numbers(13, "Asktun skole");
    assert_eq!(sound.matches("Svar: 3\n").count(), 13);
    is_sound(&sound);
    let wrong = sound.replacen("Svar: 3\n", "Svar: 4\n", 1);
    assert!(rules_of(&lint(wrong.as_bytes())).contains("response-count-mismatch"));
}

#[test]
fn the_last_answer_of_each_page_is_no_running_line() {
    is_sound(&numbers(12, "Asktun skole"));
    let wrong = numbers(12, "Asktun skole").replacen("Sum: 21\n", "Sum: 22\n", 1);
    assert!(rules_of(&lint(wrong.as_bytes())).contains("sum-mismatch"));
}

/// Legends of two options, the second of which is called so.
pub(crate) fn legends(second: &str) -> String {
    format!(
        "Hvor lenge? (3 Svar)

1 år: 2 (67%)
{second}: 1 (33%)

Offentlig/Kommune

1 år: 1 (50%)
{second}: 1 (50%)

Privat/Skole

1 år: 1 (100%)
{second}: 0 (0%)

Kommune (Offentlig)

Øyvær kommune

1 år

Bergvik kommune

{second}

Skole (Privat)

Asktun skole

1 år

Hva heter tiltaket? (3 Svar)"
    )
}

#[test]
fn an_option_may_be_called_as_the_list_of_own_texts() {
    let sound = rules_of(&lint(SMALL.as_bytes()));
    let second = "Andre svar";
    assert_eq!(rules_of(&with_charts(&legends(second))), sound);
    let wrong = legends(second).replacen("Andre svar: 1 (33%)", "Andre svar: 2 (67%)", 1);
    assert!(rules_of(&with_charts(&wrong)).contains("bar-count-mismatch"));
}

#[test]
fn a_comment_that_reads_like_a_legend_is_a_comment() {
    let sound = rules_of(&lint(SMALL.as_bytes()));
    for comment in ["Vi fikk støtte: 20 50 %", "Vi fikk støtte: 20 (50 %)"] {
        let written = legends("2 år").replacen("\n2 år\n", &format!("\n2 år\n{comment}\n"), 1);
        assert!(written.contains(comment));
        let read = with_charts(&written);
        assert_eq!(rules_of(&read), sound);
        assert!(is_whole(&read));
    }
}

#[test]
fn a_title_may_begin_below_the_list_at_the_end_of_a_page() {
    let asked = |ending: &str| {
        let text = SMALL.replace(
            "Asktun skole - Privat/Skole\n\n4\n",
            &format!(
                "{ending}\n\n4\n\u{c}Skriv hva dere mener (1 Svar)\n\nKommune (Offentlig)\n\n\
                 Bergvik kommune\n\nBra.\n\nIkke angitt (2 Svar)\n\nØyvær kommune - \
                 Offentlig/Kommune\n\nAsktun skole - Privat/Skole\n\n5\n"
            ),
        );
        let read = report::read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let unread = read.unread.len();
        (read.questions[3].title.value.clone(), unread)
    };
    let own = "Skriv hva dere mener";
    let silent = "Asktun skole - Privat/Skole";
    assert_eq!(asked(silent), (own.to_owned(), 0));
    let entry = format!("{silent}\n\nSvar til slutt på dette.");
    let whole = format!("Svar til slutt på dette. {own}");
    assert_eq!(asked(&entry), (whole, 0));
}
