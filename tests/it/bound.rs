//! Pages that stand in a file twice, and several reports in one file: told as that, never as missing, and
//! never judged together.

#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the generator names its files"
)]

use crate::builtin::RULES;
use crate::generator as fixtures;
use crate::press::{ENDING, Set, begun, chosen};
use dekom_lint::diagnostics::FileStatus;
use dekom_lint::pdf::{self, Limits, RawDocument, ReaderKind};
use dekom_lint::report::{self, GapKind, ReadFailure, ReadOptions, Report};
use dekom_lint::rules::{self, Options, Severity};
use std::path::Path;

fn raw(name: &str) -> RawDocument {
    let bytes = std::fs::read(Path::new("fixtures").join(name)).expect("a fixture");
    pdf::read(ReaderKind::Hayro, &bytes, "", &Limits::default()).expect("a PDF")
}

/// The kinds of gap, and the rules that find an error.
fn told(report: &Report) -> (Vec<GapKind>, Vec<String>) {
    let outcome = rules::run(&RULES, report, &Options::default());
    let errors = outcome
        .hits
        .iter()
        .filter(|hit| hit.severity == Severity::Error);
    let mut errors: Vec<String> = errors.map(|hit| hit.rule.clone()).collect();
    errors.dedup();
    (report.gaps.iter().map(|gap| gap.kind).collect(), errors)
}

#[test]
fn a_page_that_stands_in_the_file_twice_is_read_once() {
    for name in ["clean.pdf", "kompetanse.pdf"] {
        let whole = raw(name);
        let pages = whole.pages.len();
        for from in 0..pages {
            // Right after itself, and elsewhere.
            for to in [from + 1, (from + 5) % pages] {
                let mut bound = whole.clone();
                bound.pages.insert(to, whole.pages[from].clone());
                let report = report::from_raw(bound).expect("a report");
                let (gaps, errors) = told(&report);
                assert_eq!(gaps, [GapKind::RepeatedPage], "{name}: {from} to {to}");
                assert_eq!(errors, ["incomplete-report"], "{name}: {from} to {to}");
                assert!(report.questions.iter().all(|question| question.complete));
            }
        }
    }
}

#[test]
fn several_reports_in_one_file_are_told_as_that() {
    let (first, second) = (raw("clean.pdf"), raw("kompetanse.pdf"));
    let begins = u32::try_from(first.pages.len() + 1).expect("a page");
    let joined = |second: &RawDocument, from: usize| {
        let mut bound = first.clone();
        bound.pages.extend(second.pages.iter().skip(from).cloned());
        report::from_raw(bound).map(|report| report.questions.len())
    };
    let failure = ReadFailure::Several {
        pages: vec![begins],
    };
    let why = failure.text();
    let several = Err(failure);
    assert_eq!(joined(&second, 0), several);
    // Without its front page, and the same report a second time.
    assert_eq!(joined(&second, 1), several);
    assert_eq!(joined(&first, 0), several);
    assert!(why.nb.contains(&format!("side {begins}")), "{}", why.nb);
}

#[test]
fn several_reports_in_one_text_are_told_as_that() {
    let text = std::fs::read_to_string("fixtures/report.txt").expect("a fixture");
    let read = |text: &str| report::read(text.as_bytes(), &ReadOptions::default());
    assert!(read(&text).is_ok());
    for between in ["\u{c}", "\n"] {
        let failure = read(&[text.as_str(), text.as_str()].join(between)).err();
        let several = matches!(failure, Some(ReadFailure::Several { .. }));
        assert!(several, "{between:?}: {failure:?}");
    }
}

#[test]
fn a_letter_beside_a_report_that_is_turned_round_is_laid_aside() {
    let only = ["reversed", "cover"].map(str::to_owned).to_vec();
    let files = fixtures::deviating(1, 31, false, Some(only), fixtures::Looks::Plain).flatten();
    let (name, bytes) = files
        .into_iter()
        .find(|(name, _)| name.ends_with(".pdf"))
        .expect("a report");
    let reading = ReadOptions::default();
    let file = dekom_lint::lint(&bytes, &name, &RULES, &reading, &Options::default());
    assert_eq!(file.status, FileStatus::Checked);
    let incomplete = file
        .findings
        .iter()
        .filter(|f| f.rule == "incomplete-report");
    let severities: Vec<Severity> = incomplete.map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Note]);
}

#[test]
fn a_report_that_is_turned_round_may_have_its_counts_on_two_lines() {
    for title in ["Hva er mål? (4 Svar)", "Hva er mål? (4|Svar)"] {
        let mut press = begun("Vik kommune", ENDING);
        for number in 1..=6_u8 {
            // What stands in one place on all pages would be no answer.
            press.y += 7.0 * f32::from(number);
            let title = title.replace("mål", &format!("mål {number}"));
            press.set(Set::Title, &[&title]);
            chosen(&mut press, [&["Tekst: her"]; 4]);
            if number < 6 {
                press.page();
            }
        }
        for (index, page) in std::mem::take(&mut press.pages).into_iter().enumerate() {
            press.pages.push(page);
            press.put(280.0, 810.0, Set::Label, &format!("Side {}", index + 1));
        }
        press.pages.reverse();
        let report = press.read();
        assert_eq!(report.questions.len(), 6, "{title}");
        assert!(report.overview_complete);
    }
}
