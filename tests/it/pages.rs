//! Takes each page out of a report in turn, and swaps each with the next: the linter says that the
//! report is not whole, and never that the respondents' sums are wrong.

use crate::builtin::RULES;
use dekom_lint::pdf::{self, Limits, ReaderKind};
use dekom_lint::report::parse;
use dekom_lint::rules::{self, RuleSet};
use dekom_lint::text::{self, Document};
use std::path::Path;

/// The rules that accuse a report's figures, or its respondents, of being wrong.
const ACCUSING: [&str; 18] = [
    "sum-mismatch",
    "mean-mismatch",
    "median-mismatch",
    "stddev-mismatch",
    "response-count-mismatch",
    "answer-count-mismatch",
    "not-stated-count-mismatch",
    "total-mismatch",
    "overview-count-mismatch",
    "filter-count-mismatch",
    "respondent-mismatch",
    "bar-count-mismatch",
    "percent-mismatch",
    "group-sum-mismatch",
    "other-answers-mismatch",
    "missing-answer",
    "exclusive-options",
    "duration-year-conflict",
];

fn document(name: &str) -> Document {
    let bytes = std::fs::read(Path::new("fixtures").join(name)).expect("a fixture");
    let raw = pdf::read(ReaderKind::Hayro, &bytes, "", &Limits::default()).expect("a PDF");
    text::assemble(raw)
}

/// The rules that found something, without notes.
fn found(document: Document, rules: &RuleSet) -> Vec<String> {
    let report = parse(document);
    let outcome = rules::run(rules, &report, &rules::Options::default());
    outcome
        .hits
        .into_iter()
        .filter(|hit| hit.severity > rules::Severity::Note)
        .map(|hit| hit.rule)
        .collect()
}

fn check(name: &str, change: impl Fn(&mut Document, usize) -> bool) {
    let whole = document(name);
    assert!(
        !found(whole.clone(), &RULES).contains(&"incomplete-report".to_owned()),
        "{name}: whole as it stands"
    );
    let mut changed = 0;
    for index in 0..whole.pages.len() {
        let mut document = whole.clone();
        if !change(&mut document, index) {
            continue;
        }
        changed += 1;
        for (number, page) in (1..).zip(&mut document.pages) {
            page.number = number;
        }
        let found = found(document, &RULES);
        assert!(
            found.contains(&"incomplete-report".to_owned()),
            "{name}: page {} changed, and nothing was said",
            index + 1
        );
        let accused: Vec<_> = found
            .iter()
            .filter(|rule| ACCUSING.contains(&rule.as_str()))
            .collect();
        assert!(
            accused.is_empty(),
            "{name}: page {} changed: {accused:?}",
            index + 1
        );
    }
    assert!(
        changed + 1 >= whole.pages.len(),
        "{name}: {changed} pages changed"
    );
}

fn remove(document: &mut Document, index: usize) -> bool {
    document.pages.remove(index);
    true
}

fn swap(document: &mut Document, index: usize) -> bool {
    let last = index + 1 >= document.pages.len();
    if !last {
        document.pages.swap(index, index + 1);
    }
    !last
}

#[test]
fn a_page_that_is_missing_is_never_the_respondents_fault() {
    for name in ["clean.pdf", "chromium-like.pdf", "kompetanse.pdf"] {
        check(name, remove);
    }
}

#[test]
fn swapped_pages_are_said_to_be_out_of_order() {
    for name in ["clean.pdf", "kompetanse.pdf"] {
        check(name, swap);
    }
}

#[test]
fn a_lost_page_is_named_and_holds_its_sums_back() {
    let report = parse(document("lost-page.pdf"));
    let gap = report.gaps.first().expect("a gap");
    assert_eq!(
        (gap.after_page, gap.missing, gap.pages.as_str()),
        (3, Some(1), "4")
    );
    let outcome = rules::run(&RULES, &report, &rules::Options::default());
    assert!(
        outcome
            .hits
            .iter()
            .any(|hit| hit.rule == "incomplete-report")
    );
    assert!(
        outcome
            .hits
            .iter()
            .all(|hit| !ACCUSING.contains(&hit.rule.as_str()) || hit.rule == "missing-answer")
    );
}

#[test]
fn a_text_with_a_lost_page_accuses_nobody() {
    let bytes = std::fs::read("fixtures/lost-page-text.txt").expect("a fixture");
    let text = text::decode(&bytes).expect("a text");
    let found = found(text::from_text(&text), &RULES);
    assert!(found.contains(&"incomplete-report".to_owned()), "{found:?}");
    let sums = found
        .iter()
        .filter(|rule| rule.ends_with("-mismatch"))
        .collect::<Vec<_>>();
    assert!(sums.is_empty(), "{sums:?}");
}

#[test]
fn a_title_that_a_page_break_cuts_is_no_part_of_an_answer() {
    let whole = std::fs::read_to_string("fixtures/report.txt").expect("a fixture");
    let title = "har deltatt i partnerskapet skoleåret 2024-2025? (8\nSvar)";
    let cut = whole.replacen(
        title,
        "har deltatt i partnerskapet\n\n skoleåret 2024-2025? (8 Svar)",
        1,
    );
    assert_ne!(cut, whole);
    let phones = |text: &str| {
        let found = found(text::from_text(text), &RULES);
        found.iter().filter(|rule| *rule == "invalid-phone").count()
    };
    // In this text a blank begins a page. The number with a digit too few is found in both.
    assert_eq!((phones(&whole), phones(&cut)), (1, 1));
    // Where the rest of the title could be one by itself, what stands before it is left alone.
    let unclear = whole.replacen(title, "har deltatt i\n\n Partnerskapet? (8 Svar)", 1);
    assert_ne!(unclear, whole);
    assert_eq!(phones(&unclear), 0);
}

#[test]
fn a_heading_that_is_not_known_is_no_part_of_an_answer() {
    // Without the front page and the overview, the last category of a page is not known.
    let mut rest = document("faults.pdf");
    rest.pages.drain(..2);
    rest.pages.truncate(3);
    let report = parse(rest);
    let outcome = rules::run(&RULES, &report, &rules::Options::default());
    let phones = outcome
        .hits
        .iter()
        .filter(|hit| hit.rule == "invalid-phone");
    for hit in phones {
        assert!(!hit.primary.text.contains('('), "{:?}", hit.primary);
    }
}
