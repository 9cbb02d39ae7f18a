//! Every deviation of layout that the generator knows, one at a time: what was put into the report is
//! found, and nothing else is said of it but what was not checked.

use crate::builtin::RULES;
use crate::generator as fixtures;
use dekom_lint::diagnostics::{FileReport, FileStatus, Finding};
use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{Options, RuleSet, Severity};
use serde_json::Value;

/// Deviations that keep a file from being read, or its figures from being checked, by intent: nothing
/// is accused in them, and nothing is passed.
const HELD_BACK: [&str; 8] = [
    // One comma with three digits after it may part decimals as well.
    "thousands-comma",
    "two-up",
    "four-up",
    "text-question-marks",
    "text-run-together",
    "text-no-pages",
    "ocr-layer",
    "chart-cut",
];

/// Its truth spells titles as the file does; the reading learns the letters from the exporter's own lines.
const LEARNED: &str = "ligatures-unmapped";

/// What every report with contact persons says.
const ALWAYS: [&str; 2] = ["personal-data", "unchecked-figures"];

fn squash(text: &str) -> String {
    text.chars()
        .filter(|ch| ch.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a finding speaks of the question or the people of a fault.
fn about(finding: &Finding, fault: &Value) -> bool {
    let all = squash(&format!("{finding:?}"));
    let title = squash(fault["question_title"].as_str().unwrap_or(""));
    let named = ["respondent", "group"].iter().any(|key| {
        let name = fault[*key].as_str().unwrap_or("");
        let last = squash(name.rsplit('/').next().unwrap_or(name));
        !last.is_empty() && all.contains(&last)
    });
    if title.is_empty() {
        return named;
    }
    let asked = finding.question.as_deref().map(squash);
    asked == Some(title) || (finding.question.is_none() && named)
}

fn lint(name: &str, bytes: &[u8], rules: &RuleSet) -> FileReport {
    let reading = ReadOptions::default();
    dekom_lint::lint(bytes, name, rules, &reading, &Options::default())
}

fn file(deviation: &str) -> (String, Vec<u8>, Value) {
    let looks = fixtures::Looks::Plain;
    reports(deviation, 31, 1, looks).next().expect("a report")
}

/// The first so many reports that a seed gives with a deviation, each with its truth.
fn reports(
    deviation: &str,
    seed: u64,
    count: usize,
    looks: fixtures::Looks,
) -> impl Iterator<Item = (String, Vec<u8>, Value)> {
    let only = Some(vec![deviation.to_owned()]);
    fixtures::deviating(count, seed, false, only, looks).map(|files| with_truth(&files))
}

fn with_truth(files: &[fixtures::File]) -> (String, Vec<u8>, Value) {
    let (_, truth) = files
        .iter()
        .find(|(name, _)| name.ends_with(".truth.json"))
        .expect("its truth");
    let truth: Value = serde_json::from_slice(truth).expect("JSON");
    let report = files
        .iter()
        .find(|(name, _)| Some(name.as_str()) == truth.get("pdf").and_then(Value::as_str));
    let (name, bytes) = report.expect("a file").clone();
    (name, bytes, truth)
}

/// Checks every so-manieth deviation, from one on; the tests share the work, since they run side by side.
fn every(from: usize, step: usize) {
    for deviation in fixtures::deviations().skip(from).step_by(step) {
        let (name, bytes, truth) = file(deviation);
        let report = lint(&name, &bytes, &RULES);
        let faults = truth.get("faults").and_then(Value::as_array);
        let faults = faults.expect("faults");
        if report.status == FileStatus::Unreadable {
            assert!(HELD_BACK.contains(&deviation), "{deviation} was refused");
            continue;
        }
        let loud: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note)
            .filter(|finding| !ALWAYS.contains(&finding.rule.as_str()))
            .collect();
        if deviation == LEARNED {
            assert!(!loud.is_empty() || faults.is_empty(), "{deviation}");
            continue;
        }
        for fault in faults {
            let found = loud.iter().any(|finding| about(finding, fault));
            let told = HELD_BACK.contains(&deviation) && report.status == FileStatus::Incomplete;
            assert!(found || told, "{deviation}: {fault} was missed");
        }
        for finding in loud {
            assert!(
                faults.iter().any(|fault| about(finding, fault)),
                "{deviation}: false alarm {} at {:?}: {}",
                finding.rule,
                finding.primary,
                finding.message.nb
            );
        }
    }
}

#[test]
fn each_deviation_is_read_first_half() {
    every(0, 2);
}

#[test]
fn each_deviation_is_read_second_half() {
    every(1, 2);
}

/// A chart that lost bars at the page's edge is told. Its percents are of the bars that are gone as well,
/// and its labels stand below the list of own texts without their values.
#[test]
fn charts_that_are_cut_accuse_nobody() {
    for (seed, count) in [(77, 8), (79, 7)] {
        for (name, bytes, truth) in reports("chart-cut", seed, count, fixtures::Looks::Any) {
            let report = lint(&name, &bytes, &RULES);
            let faults = truth.get("faults").and_then(Value::as_array);
            let faults = faults.expect("faults");
            let errors = report.findings.iter().filter(|finding| {
                finding.severity == Severity::Error && !ALWAYS.contains(&finding.rule.as_str())
            });
            for finding in errors {
                assert!(
                    faults.iter().any(|fault| about(finding, fault)),
                    "{seed} {name}: {}",
                    finding.message.nb
                );
            }
        }
    }
}

/// A chart whose labels run upwards is read, and nothing is said of it.
#[test]
fn labels_that_run_upwards_are_read() {
    let only = Some(vec!["labels-upright".to_owned()]);
    for files in fixtures::deviating(3, 15151, true, only, fixtures::Looks::Any) {
        let (name, bytes, _) = with_truth(&files);
        let report = lint(&name, &bytes, &RULES);
        let unread = report
            .findings
            .iter()
            .find(|one| one.rule == "unchecked-figures");
        assert!(unread.is_none(), "{name}: {unread:?}");
    }
}
