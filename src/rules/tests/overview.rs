//! Rules on the front page, the overview and the whole report.

use super::build::Builder;
use super::{hit, hits, rules_found, status};
use crate::report::{GapKind, Kind, Report};
use crate::rules::Status;

const K: &str = "Offentlig/Kommune";
const S: &str = "Privat/Skole";

/// Counts: shown, the filters Offentlig, Kommune, Privat, Skole, the categories Kommune and Skole.
fn report(counts: [i64; 7], kommune: &[&str], skole: &[&str], answers: &[(&str, &str)]) -> Report {
    let mut builder = Builder::new();
    builder
        .shown(counts[0])
        .filter("Offentlig", counts[1])
        .filter(K, counts[2])
        .filter("Privat", counts[3])
        .filter(S, counts[4])
        .category(K, counts[5], kommune)
        .category(S, counts[6], skole);
    let mut question = builder.question(Kind::Text, "Hva er gjort?");
    for (name, group) in answers {
        question = question.text(name, group, "Mye er gjort i år.");
    }
    question.end();
    let mut question = builder.question(Kind::Text, "Hva gjenstår?");
    for (name, group) in answers {
        question = question.text(name, group, "Lite gjenstår i år.");
    }
    question.end();
    builder.done()
}

const ALL: [(&str, &str); 3] = [("Aa", K), ("Bb", K), ("Cc", S)];

#[test]
fn agreeing_counts_pass() {
    let report = report([3, 2, 2, 1, 1, 2, 1], &["Aa", "Bb"], &["Cc"], &ALL);
    assert_eq!(rules_found(&report), Vec::<String>::new());
    assert_eq!(status(&report, "filter-count-mismatch"), Status::Passed);
    assert_eq!(status(&report, "total-mismatch"), Status::Passed);
}

#[test]
fn each_count_has_its_rule() {
    for (counts, rule, text) in [
        ([4, 2, 2, 1, 1, 2, 1], "total-mismatch", "4"),
        ([3, 3, 2, 1, 1, 2, 1], "filter-count-mismatch", "3"),
        ([3, 2, 9, 1, 1, 2, 1], "filter-count-mismatch", "9"),
        ([3, 2, 2, 1, 2, 2, 1], "filter-count-mismatch", "2"),
        ([3, 2, 2, 1, 1, 3, 1], "overview-count-mismatch", "3"),
    ] {
        let report = report(counts, &["Aa", "Bb"], &["Cc"], &ALL);
        assert_eq!(hit(&report, rule).primary.text, text);
        assert_eq!(rules_found(&report), [rule]);
    }
}

#[test]
fn findings_on_counts_name_the_category() {
    let report = report([3, 2, 2, 1, 2, 5, 1], &["Aa", "Bb"], &["Cc"], &ALL);
    assert_eq!(
        hit(&report, "filter-count-mismatch").group.as_deref(),
        Some(S)
    );
    assert_eq!(
        hit(&report, "overview-count-mismatch").group.as_deref(),
        Some(K)
    );
}

#[test]
fn a_name_that_the_overview_lacks_is_the_cause_of_its_count() {
    let report = report([3, 2, 2, 1, 1, 2, 1], &["Aa"], &["Cc"], &ALL);
    let hit = hit(&report, "respondent-mismatch");
    assert_eq!(hit.respondent.as_deref(), Some("Bb"));
    assert!(hit.message.nb.contains("Bb"));
    assert!(hit.labels.iter().any(|l| l.text.nb.contains("oppgir 2")));
    assert_eq!(rules_found(&report), ["respondent-mismatch"]);
}

#[test]
fn a_name_that_the_questions_lack_is_found() {
    let report = report([3, 2, 2, 1, 1, 3, 1], &["Aa", "Bb", "Dd"], &["Cc"], &ALL);
    assert_eq!(
        hit(&report, "respondent-mismatch").respondent.as_deref(),
        Some("Dd")
    );
    assert_eq!(rules_found(&report), ["respondent-mismatch"]);
}

#[test]
fn a_submission_that_one_question_lacks_is_found() {
    let mut builder = Builder::new();
    builder.shown(3).category(K, 3, &["Aa", "Bb", "Cc"]);
    for title in ["Første?", "Andre?"] {
        builder
            .question(Kind::Text, title)
            .text("Aa", K, "Mye er gjort i år.")
            .text("Bb", K, "Lite er gjort i år.")
            .not_stated(1, &[("Cc", K)])
            .end();
    }
    builder
        .question(Kind::Text, "Tredje?")
        .text("Aa", K, "Mye er gjort i år.")
        .not_stated(1, &[("Cc", K)])
        .end();
    let report = builder.done();
    let hit = hit(&report, "total-mismatch");
    assert_eq!(hit.question, Some(2));
    assert!(hit.message.nb.contains("(Bb)"), "{}", hit.message.nb);
    assert_eq!(rules_found(&report), ["total-mismatch"]);
}

#[test]
fn two_submissions_under_one_name_are_a_warning() {
    let twice = [("Aa", K), ("Aa", K), ("Cc", S)];
    let found = report([3, 2, 2, 1, 1, 2, 1], &["Aa", "Aa"], &["Cc"], &twice);
    let hit = hit(&found, "duplicate-submission");
    assert!(
        hit.message
            .nb
            .contains("på 2 spørsmål, og 2 av svarene er like."),
        "{}",
        hit.message.nb
    );
    assert_eq!(hit.respondent.as_deref(), Some("Aa"));
    assert_eq!(rules_found(&found), ["duplicate-submission"]);
    // The overview has the name but once.
    let found = report([3, 2, 2, 1, 1, 2, 1], &["Aa"], &["Cc"], &twice);
    assert_eq!(rules_found(&found), ["respondent-mismatch"]);
}

#[test]
fn every_gap_is_an_error() {
    for (kind, words) in [
        (GapKind::MissingPages, "Side 15–17 mangler"),
        (GapKind::BrokenText, "bryter av"),
        (GapKind::UnreadPage, "kunne ikke leses"),
        (GapKind::OutOfOrder, "feil rekkefølge"),
        (GapKind::RepeatedPage, "gjentar"),
    ] {
        let mut builder = Builder::new();
        builder.gap(kind, "15–17", &[0]);
        builder
            .question(Kind::Text, "Hva er gjort?")
            .incomplete()
            .text("Aa", K, "Mye er gjort i år.")
            .end();
        let report = builder.done();
        let hit = hit(&report, "incomplete-report");
        assert!(hit.message.nb.contains(words), "{}", hit.message.nb);
        assert_eq!(hit.question, Some(0));
        assert_eq!(rules_found(&report), ["incomplete-report"]);
    }
}

#[test]
fn an_unread_overview_is_not_judged() {
    let mut report = report([3, 2, 2, 1, 1, 9, 1], &["Aa"], &["Cc"], &ALL);
    report.overview_complete = false;
    assert_eq!(hits(&report, "overview-count-mismatch").len(), 0);
    assert_eq!(hits(&report, "respondent-mismatch").len(), 0);
    assert_eq!(
        status(&report, "overview-count-mismatch"),
        Status::NotEvaluable
    );
}
