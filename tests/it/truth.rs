//! Every fault that was put into a fixture is found at the figure that is wrong, and nothing else is.

#![expect(clippy::panic, reason = "a test that fails may panic")]

use crate::builtin::RULES;
use dekom_lint::diagnostics::{FileReport, Finding};
use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{Options, Severity};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rules that may find a kind of fault.
fn fitting(kind: &str) -> &'static [&'static str] {
    match kind {
        "sum_wrong" => &["sum-mismatch"],
        "mean_wrong" => &["mean-mismatch"],
        "median_wrong" => &["median-mismatch"],
        "stddev_wrong" => &["stddev-mismatch"],
        "n_wrong" => &["response-count-mismatch"],
        "answer_count_wrong" => &["answer-count-mismatch"],
        "not_stated_count_wrong" => &["not-stated-count-mismatch"],
        "overview_count_wrong" => &["overview-count-mismatch"],
        "filter_count_wrong" => &["filter-count-mismatch"],
        "respondent_missing_from_overview" => &["overview-count-mismatch", "respondent-mismatch"],
        "percent_wrong" => &["percent-mismatch"],
        "bar_count_wrong" | "group_chart_not_summing" => {
            &["bar-count-mismatch", "group-sum-mismatch"]
        }
        "answer_blanked" => &["missing-answer"],
        "duplicate_submission" => &["duplicate-submission"],
        "near_duplicate_text" => &["duplicate-text"],
        "contradiction_exclusive_option" => &["exclusive-options"],
        "duration_vs_year_contradiction" => &["duration-year-conflict"],
        "phone_invalid" => &["invalid-phone"],
        "placeholder_text" => &["placeholder-answer"],
        other => panic!("no rule for {other}"),
    }
}

fn squash(text: &str) -> String {
    text.chars()
        .filter(|ch| ch.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn same(a: Option<&str>, b: &Value) -> bool {
    match b.as_str() {
        Some(b) => a.is_some_and(|a| squash(a) == squash(b)),
        None => true,
    }
}

/// Whether a finding speaks of what a fault is about: its question and its respondent.
fn about(finding: &Finding, fault: &Value) -> bool {
    let all = squash(&format!("{finding:?}"));
    let names = ["respondent", "group"].map(|key| fault[key].as_str().unwrap_or(""));
    let mentions = |name: &str| {
        let last = name.rsplit('/').next().unwrap_or(name);
        !name.is_empty() && all.contains(&squash(last))
    };
    same(finding.question.as_deref(), &fault["question_title"])
        && (fault["level"] != "answer"
            || mentions(names[0])
            || fault["kind"] == "near_duplicate_text")
        && (!fault["question_title"].is_null() || names.iter().any(|name| mentions(name)))
}

fn truths() -> Vec<(PathBuf, Value)> {
    let mut all: Vec<_> = std::fs::read_dir("fixtures")
        .expect("fixtures")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".truth.json"))
        .map(|path| {
            let truth =
                serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
            (path, truth)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

fn lint(name: &str) -> FileReport {
    let bytes = std::fs::read(Path::new("fixtures").join(name)).expect("a fixture");
    dekom_lint::lint(
        &bytes,
        name,
        &RULES,
        &ReadOptions::default(),
        &Options::default(),
    )
}

#[test]
fn every_fault_is_found_and_nothing_else() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, truth) in truths() {
        let name = truth["pdf"].as_str().expect("a name");
        let report = lint(name);
        let faults = truth["faults"].as_array().expect("faults");
        let loud: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note && finding.rule != "personal-data")
            .collect();
        for fault in faults {
            let kind = fault["kind"].as_str().expect("a kind");
            *kinds.entry(kind.to_owned()).or_default() += 1;
            let hits: Vec<_> = loud
                .iter()
                .filter(|finding| {
                    fitting(kind).contains(&finding.rule.as_str()) && about(finding, fault)
                })
                .collect();
            assert!(
                !hits.is_empty(),
                "{}: {kind} was missed: {fault}",
                path.display()
            );
            if let (Some("figure"), Some(printed)) =
                (fault["level"].as_str(), fault["printed"].as_i64())
            {
                let at = hits.iter().any(|finding| {
                    let digits: String = finding
                        .primary
                        .text
                        .chars()
                        .filter(char::is_ascii_digit)
                        .collect();
                    digits == printed.to_string()
                });
                assert!(
                    at,
                    "{}: {kind} was found, and not at {printed}",
                    path.display()
                );
            }
        }
        for finding in loud {
            let explained = faults.iter().any(|fault| about(finding, fault));
            assert!(
                explained,
                "{}: false alarm {} at {:?}",
                path.display(),
                finding.rule,
                finding.primary
            );
        }
    }
    assert!(
        kinds.len() >= 18,
        "too few kinds of fault in the fixtures: {kinds:?}"
    );
}
