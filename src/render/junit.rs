//! `junit`: a suite is a file, a test case is a rule.
//!
//! A case fails where the run fails on findings of the rule; what it does not fail on stands in
//! `system-out`. It is skipped where the rule does not apply or could not be evaluated, and an error
//! where the rule is unfinished or the file unreadable: a suite is red exactly where the exit code is not
//! 0. The time is left out, so that two runs give the same bytes.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, Finding, Run};
use crate::rules::{RuleStatus, Status};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::collections::BTreeSet;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut report = Report::new("dekom-lint");
    report.add_test_suites(run.files.iter().map(|file| suite(file, options)));
    // What is written into memory arrives.
    report.to_string().unwrap_or_else(|error| error.to_string())
}

fn suite(file: &FileReport, options: &Options) -> TestSuite {
    let mut suite = TestSuite::new(xml(&plain::line(&file.path)));
    if let Some(error) = &file.error {
        let status = failure(NonSuccessKind::Error, error.get(options.lang), "");
        suite.add_test_case(TestCase::new("readable", status));
    }
    for rule in &file.statuses {
        suite.add_test_case(judged(file, rule, options));
    }
    // What no rule that ran has found is told all the same.
    let known = |rule: &str| file.statuses.iter().any(|status| status.rule == rule);
    let others: BTreeSet<&str> = file.findings.iter().map(|f| f.rule.as_str()).collect();
    for rule in others.into_iter().filter(|rule| !known(rule)) {
        suite.add_test_case(found(file, rule, Vec::new(), options));
    }
    let name = suite.name.clone();
    for case in &mut suite.test_cases {
        case.set_classname(name.clone());
    }
    suite
}

/// How a rule went.
fn judged(file: &FileReport, rule: &RuleStatus, options: &Options) -> TestCase {
    let lang = options.lang;
    let status = match &rule.status {
        Status::Passed | Status::Failed => {
            let held_back = words::reasons(rule, lang).collect();
            return found(file, &rule.rule, held_back, options);
        }
        Status::NotApplicable => skipped(lang.render().not_applicable_here(), ""),
        Status::NotEvaluable => {
            let why: Vec<String> = words::reasons(rule, lang).collect();
            skipped(lang.render().not_evaluable_here(), &why.join("\n"))
        }
        Status::Unfinished(bound) => {
            let shown = shown(file, &rule.rule, options);
            let told: Vec<String> = shown.map(|f| line(f, options)).collect();
            failure(NonSuccessKind::Error, bound.words(lang), &told.join("\n"))
        }
    };
    TestCase::new(xml(&rule.rule), status)
}

/// The findings of a rule: `failure` for those that the run fails on, `system-out` for others and for
/// the places that the rule could not judge.
fn found(file: &FileReport, rule: &str, held_back: Vec<String>, options: &Options) -> TestCase {
    let (failing, told): (Vec<&Finding>, Vec<&Finding>) =
        shown(file, rule, options).partition(|finding| finding.fails());
    let lines = |findings: &[&Finding]| -> Vec<String> {
        findings.iter().map(|f| line(f, options)).collect()
    };
    let status = match failing.first() {
        Some(first) => {
            let first = first.message.get(options.lang);
            failure(NonSuccessKind::Failure, first, &lines(&failing).join("\n"))
        }
        None => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(xml(rule), status);
    let mut told = lines(&told);
    told.extend(held_back);
    if !told.is_empty() {
        case.set_system_out(xml(&told.join("\n")));
    }
    case
}

/// The findings of a rule that the options show.
fn shown<'f>(
    file: &'f FileReport,
    rule: &str,
    options: &Options,
) -> impl Iterator<Item = &'f Finding> {
    let of_rule = file.findings.iter().filter(move |f| f.rule == rule);
    of_rule.filter(|finding| options.shows(finding))
}

fn failure(kind: NonSuccessKind, message: &str, text: &str) -> TestCaseStatus {
    described(TestCaseStatus::non_success(kind), message, text)
}

fn skipped(message: &str, text: &str) -> TestCaseStatus {
    described(TestCaseStatus::skipped(), message, text)
}

fn described(mut status: TestCaseStatus, message: &str, text: &str) -> TestCaseStatus {
    status.set_message(xml(&plain::line(message)));
    if !text.is_empty() {
        status.set_description(xml(text));
    }
    status
}

/// `side 9, linje 12: error: Summen …`
fn line(finding: &Finding, options: &Options) -> String {
    let lang = options.lang;
    format!(
        "{}: {}: {}",
        lang.words()
            .at(&finding.primary.page, &finding.primary.line),
        finding.severity.name(),
        plain::line(finding.message.get(lang)),
    )
}

/// A text without the characters that XML 1.0 cannot hold.
fn xml(text: &str) -> String {
    plain::page(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use crate::sample;
    use quick_junit::{NonSuccessKind, Report, TestCaseStatus};

    #[test]
    fn another_program_reads_it() {
        let out = render(Format::Junit, &sample::run(), &Options::default());
        let report = Report::deserialize_from_str(&out).unwrap();
        assert_eq!((report.tests, report.failures, report.errors), (9, 1, 2));
        let suite = &report.test_suites[0];
        assert_eq!(suite.name.as_str(), "rapporter/vårfjell 2025.pdf");
        let case = |name: &str| {
            &suite
                .test_cases
                .iter()
                .find(|c| c.name.as_str() == name)
                .unwrap()
                .status
        };
        let TestCaseStatus::NonSuccess { kind, .. } = case("sum-mismatch") else {
            panic!("it failed");
        };
        assert_eq!(*kind, NonSuccessKind::Failure);
        // A warning fails no run unless it is asked to.
        assert!(matches!(
            case("personal-data"),
            TestCaseStatus::Success { .. }
        ));
        let told = |name: &str| {
            let mut cases = suite.test_cases.iter();
            let case = cases.find(|c| c.name.as_str() == name).unwrap();
            case.system_out.as_ref().unwrap().as_str().to_owned()
        };
        assert!(told("personal-data").ends_with("100 % <telefon> & mer."));
        // What the rule could not judge is told beside what it found.
        assert!(told("sum-mismatch").contains("1 sted kunne ikke vurderes"));
        assert!(matches!(
            case("median-mismatch"),
            TestCaseStatus::Skipped { .. }
        ));
        assert!(matches!(
            case("missing-answer"),
            TestCaseStatus::Success { .. }
        ));
        assert!(matches!(
            case("percent-mismatch"),
            TestCaseStatus::Skipped { .. }
        ));
        insta::assert_snapshot!(out);
    }

    #[test]
    fn a_suite_is_red_exactly_where_the_run_fails() {
        let mut run = sample::run();
        run.files.truncate(1);
        let file = &mut run.files[0];
        file.statuses.retain(|rule| rule.rule == "missing-answer");
        file.findings
            .retain(|f| matches!(f.rule.as_str(), "missing-answer" | "personal-data"));
        let counts = |run: &crate::diagnostics::Run| {
            let out = render(Format::Junit, run, &Options::default());
            let report = Report::deserialize_from_str(&out).unwrap();
            (report.tests, report.failures, report.errors)
        };
        assert_eq!(counts(&run), (2, 0, 0));
        for finding in &mut run.files[0].findings {
            finding.failing = true;
        }
        // The note too, though it is not asked for, and a rule that has no status.
        assert_eq!(counts(&run), (2, 2, 0));
    }
}
