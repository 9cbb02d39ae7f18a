//! Text as other programs write it: bytes that are not UTF-8, lost letters, lost form feeds, lost
//! blank lines.

use crate::builtin::RULES;
use dekom_lint::diagnostics::{FileReport, FileStatus};
use dekom_lint::i18n::Text;
use dekom_lint::report::{self, ReadFailure, ReadOptions};
use dekom_lint::rules::Options;
use std::collections::BTreeSet;

const REPORT: &str = include_str!("../../fixtures/report.txt");

/// Pages with their numbers; three questions, of which the last has a title on two lines.
pub(crate) const SMALL: &str = "\
Dato: 3.9.2025

Fjordheim - Prøveordning - Rapportering 2024/2025

Svar - Intern rapport

Utvalg:

Du ser 3 av totalt 3 svar.

Filter

Offentlig (2)

Kommune (2)

Privat (1)

Skole (1)

1
\u{c}Svar oversikt

Kommune - (Offentlig) 2 svar

Bergvik kommune

Øyvær kommune

Skole - (Privat) 1 svar

Asktun skole

Ingen merknader til undersøkelsen

Alle svarene er behandlet.

2
\u{c}Prøveordning - Rapportering 2024/2025

Hva heter tiltaket? (3 Svar)

Kommune (Offentlig)

Øyvær kommune

Tekst: Lesing på Haugen

Bergvik kommune

Tekst: Regning på nett

Skole (Privat)

Asktun skole

Tekst: Vurdering i praksis

Hvor mange ansatte har deltatt i tiltaket? (3 Svar)

Heltall

Svar: 3

Sum: 20

Snitt: 7

Median: 7

Standardavvik: 3

Kommune (Offentlig)

Øyvær kommune

Heltall: 7

Bergvik kommune

3
\u{c}Heltall: 4

Skole (Privat)

Asktun skole

Heltall: 9

Hvor mange samlinger er gjennomført i løpet av hele skoleåret, og hvor mange
ledere har deltatt? (2 Svar)

Heltall

Svar: 2

Sum: 8

Snitt: 4

Median: 4

Standardavvik: 1

Kommune (Offentlig)

Øyvær kommune

Heltall: 5

Bergvik kommune

Heltall: 3

Ikke angitt (1 Svar)

Asktun skole - Privat/Skole

4
";

pub(crate) fn lint(bytes: &[u8]) -> FileReport {
    let (reading, options) = (ReadOptions::default(), Options::default());
    dekom_lint::lint(bytes, "x", &RULES, &reading, &options)
}

/// Rules with their questions, without what says that something was not checked.
fn found(bytes: &[u8]) -> BTreeSet<(String, String)> {
    let findings = lint(bytes).findings.into_iter();
    findings
        .filter(|finding| finding.rule != "unchecked-figures")
        .map(|finding| {
            (
                finding.rule.clone(),
                finding.question.clone().unwrap_or_default(),
            )
        })
        .collect()
}

pub(crate) fn rules_of(file: &FileReport) -> BTreeSet<String> {
    file.findings
        .iter()
        .map(|finding| finding.rule.clone())
        .collect()
}

fn refused(bytes: &[u8]) -> Option<ReadFailure> {
    report::read(bytes, &ReadOptions::default()).err()
}

fn without_blank_lines(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_matches('\u{c}'));
    let kept: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    kept.join("\n") + "\n"
}

fn wrong_sum() -> String {
    SMALL.replace("Sum: 20", "Sum: 21")
}

#[test]
fn a_sound_report_has_no_finding() {
    assert!(
        found(SMALL.as_bytes()).is_empty(),
        "{:?}",
        found(SMALL.as_bytes())
    );
}

#[test]
fn a_stray_byte_changes_no_other_letter() {
    let sound = found(REPORT.as_bytes());
    let at = REPORT.find("kommune\n\nTekst").unwrap() + "kommune".len();
    let mut bytes = REPORT.as_bytes().to_vec();
    bytes.insert(at, 0xe5);
    assert_eq!(found(&bytes), sound);
}

#[test]
fn utf16_without_a_mark_is_read() {
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = REPORT.encode_utf16().flat_map(to_bytes).collect();
        assert_eq!(found(&bytes), found(REPORT.as_bytes()));
    }
}

#[test]
fn text_that_lost_its_letters_is_refused() {
    let lost: String = REPORT
        .chars()
        .map(|ch| if ch.is_ascii() { ch } else { '?' })
        .collect();
    let error = refused(lost.as_bytes()).unwrap();
    assert_eq!(error, ReadFailure::LostLetters);
    let Text { nb, nn, en } = error.text();
    assert!(nb.contains("mistet æ, ø og å") && nb.contains("bruk PDF-en"));
    assert!(nn.contains("mista æ, ø og å") && nn.contains("bruk PDF-en"));
    assert!(en.contains("lost æ, ø and å") && en.contains("use the PDF"));
}

#[test]
fn without_form_feeds_no_page_is_missing() {
    let text = wrong_sum().replace('\u{c}', "");
    let rules = rules_of(&lint(text.as_bytes()));
    assert!(
        !rules.contains("incomplete-report") && rules.contains("sum-mismatch"),
        "{rules:?}"
    );
}

#[test]
fn without_form_feeds_a_leap_with_missing_respondents_is_a_lost_page() {
    // The third page, from the second answer on, and the first answer of the fourth.
    let (from, to) = (
        SMALL.find("Bergvik kommune\n\n3").unwrap(),
        SMALL
            .find("Skole (Privat)\n\nAsktun skole\n\nHeltall")
            .unwrap(),
    );
    let text =
        format!("{}{}", SMALL.get(..from).unwrap(), SMALL.get(to..).unwrap()).replace('\u{c}', "");
    let rules = rules_of(&lint(text.as_bytes()));
    assert!(
        rules.contains("incomplete-report") && !rules.contains("sum-mismatch"),
        "{rules:?}"
    );
}

#[test]
fn without_blank_lines_what_is_certain_is_judged() {
    let text = without_blank_lines(&wrong_sum());
    let question = "Hvor mange ansatte har deltatt i tiltaket?".to_owned();
    assert_eq!(
        found(text.as_bytes()),
        BTreeSet::from([("sum-mismatch".to_owned(), question)])
    );
}

#[test]
fn without_blank_lines_titles_are_whole() {
    let text = without_blank_lines(SMALL);
    let report = report::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let titles: Vec<&str> = report
        .questions
        .iter()
        .map(|q| q.title.value.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Hva heter tiltaket?",
            "Hvor mange ansatte har deltatt i tiltaket?",
            "Hvor mange samlinger er gjennomført i løpet av hele skoleåret, og hvor mange ledere har deltatt?",
        ]
    );
    assert!(report.questions.iter().all(|q| q.title.certain));
}

#[test]
fn without_blank_lines_a_name_is_no_line_of_the_title_below_it() {
    // A title that begins with a year looks as if it went on from the line above.
    let text = SMALL.replace(
        "Tekst: Vurdering i praksis\n\nHvor mange",
        "2024 i tall: hvor mange",
    );
    let text = without_blank_lines(&text);
    let report = report::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let titles = report.questions.iter().map(|q| q.title.value.as_str());
    let titles: Vec<&str> = titles.collect();
    assert_eq!(
        titles.get(1),
        Some(&"2024 i tall: hvor mange ansatte har deltatt i tiltaket?")
    );
}

#[test]
fn without_blank_lines_a_whole_line_above_a_title_is_uncertain() {
    let long = "Tekst: Vi har prøvd ut vurdering i praksis på alle trinn, og resultatet av det\nEr bedre enn ventet for alle elevene på skolen vår, også for dem som ikke trodde";
    let text = without_blank_lines(&SMALL.replace("Tekst: Vurdering i praksis", long));
    let report = report::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let second = &report.questions[1];
    assert!(!second.title.certain, "{:?}", second.title.value);
    let last = report.questions[0].answers.last().unwrap();
    assert!(last.text.as_ref().is_some_and(|text| !text.certain));
}

#[test]
fn what_cant_be_parted_is_refused() {
    // Another program has left the names out.
    let names = ["Øyvær kommune\n", "Bergvik kommune\n", "Asktun skole\n"];
    let (front, rest) = SMALL.split_at(
        SMALL
            .find("Prøveordning - Rapportering 2024/2025\n\nHva")
            .unwrap(),
    );
    let rest = names
        .iter()
        .fold(rest.to_owned(), |text, name| text.replace(name, ""));
    let error = refused(without_blank_lines(&(front.to_owned() + &rest)).as_bytes());
    let Some(ReadFailure::Unparted { .. }) = error else {
        panic!("{error:?}");
    };
    let Text { nb, nn, en } = error.unwrap().text();
    for text in [nb, nn, en] {
        assert!(text.contains("PDF"), "{text}");
    }
}

#[test]
fn text_in_the_order_in_which_it_was_drawn_is_refused() {
    // All that is set alike comes first: the names, then the headings.
    let drawn = SMALL.replace(
        "Kommune - (Offentlig) 2 svar\n\nBergvik kommune\n\nØyvær kommune\n\n\
         Skole - (Privat) 1 svar\n\nAsktun skole\n\n",
        "Kommune - (Offentlig) 2 svar\n\nSkole - (Privat) 1 svar\n\n",
    );
    let names = "Bergvik kommune\n\nØyvær kommune\n\nAsktun skole\n\n";
    let drawn = drawn.replace("\u{c}Svar oversikt", &format!("\u{c}{names}Svar oversikt"));
    let error = refused(drawn.as_bytes());
    assert!(
        matches!(error, Some(ReadFailure::Unparted { .. })),
        "{error:?}"
    );
}

#[test]
fn a_name_that_a_blank_line_breaks_is_one() {
    let text = SMALL
        .replace("Øyvær kommune", "Øyvær og Ytre Haugen kommune")
        .replace(
            "Øyvær og Ytre Haugen kommune\n\nHeltall",
            "Øyvær og Ytre\n\nHaugen kommune\n\nHeltall",
        );
    assert!(
        found(text.as_bytes()).is_empty(),
        "{:?}",
        found(text.as_bytes())
    );
}

#[test]
fn what_reads_like_a_category_holds_its_question_back() {
    let text = SMALL.replace(
        "Tekst: Lesing på Haugen",
        "Tekst: Lesing\n\nSkole (Privat)\n\nAsktun skole",
    );
    let file = lint(text.as_bytes());
    let rules = rules_of(&file);
    assert!(
        rules.is_subset(&BTreeSet::from(["unchecked-figures".to_owned()])),
        "{rules:?}"
    );
    assert_ne!(file.status, FileStatus::Checked);
}

#[test]
fn swapped_ligatures_are_read() {
    let text = SMALL.replace("ti", "\u{7400}\u{6900}");
    assert!(
        found(text.as_bytes()).is_empty(),
        "{:?}",
        found(text.as_bytes())
    );
}

#[test]
fn lines_are_numbered_as_in_the_file() {
    let text = wrong_sum();
    let line = text.lines().position(|line| line == "Sum: 21").unwrap() + 1;
    let file = lint(text.as_bytes());
    let finding = file
        .findings
        .iter()
        .find(|finding| finding.rule == *"sum-mismatch")
        .unwrap();
    assert_eq!(finding.primary.line as usize, line);
    assert_eq!(finding.primary.page, 3);
}

#[test]
fn two_pages_on_a_sheet_are_refused() {
    let sheets: Vec<String> = (0..6)
        .map(|sheet| {
            format!(
                "Hva heter det? (3 Svar)\n\nKommune (Offentlig)\n\n{}\n\nmer\n\n{}\n",
                2 * sheet + 1,
                2 * sheet + 2
            )
        })
        .collect();
    let error = refused(sheets.join("\u{c}").as_bytes());
    assert_eq!(error, Some(ReadFailure::Sheets { pages: 2 }));
}
