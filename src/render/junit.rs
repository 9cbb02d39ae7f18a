//! `junit`: a suite is a file, a test case is a rule.
//!
//! A case fails where the run fails on findings of the rule; what it does not fail on stands in
//! `system-out`. It is skipped where the rule does not apply or could not be evaluated, and an error
//! where the rule is unfinished or the file unreadable: a suite is red exactly where the exit code is not
//! 0. The time is left out, so that two runs give the same bytes.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, Finding, Run};
use crate::rules::{RuleStatus, Status};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let suites: Vec<Suite> = run.files.iter().map(|f| Suite::of(f, options)).collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut all = Counts::default();
    for suite in &suites {
        all.add(suite.counts);
    }
    let _ = writeln!(out, "<testsuites name=\"dekom-lint\"{all}>");
    for suite in &suites {
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\"{}>\n{}  </testsuite>",
            escape(&suite.name),
            suite.counts,
            suite.cases
        );
    }
    out.push_str("</testsuites>\n");
    out
}

#[derive(Clone, Copy, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.errors += other.errors;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            " tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"",
            self.tests, self.failures, self.errors, self.skipped
        )
    }
}

struct Suite {
    name: String,
    counts: Counts,
    cases: String,
}

impl Suite {
    fn of(file: &FileReport, options: &Options) -> Self {
        let mut suite = Self {
            name: plain::line(&file.path),
            counts: Counts::default(),
            cases: String::new(),
        };
        if let Some(error) = &file.error {
            suite.counts.errors += 1;
            suite.case("readable", &message("error", error.get(options.lang), ""));
        }
        for rule in &file.statuses {
            suite.rule(file, rule, options);
        }
        // What no rule that ran has found is told all the same.
        let known = |rule: &str| file.statuses.iter().any(|status| status.rule == rule);
        let others: BTreeSet<&str> = file.findings.iter().map(|f| f.rule.as_str()).collect();
        for rule in others.into_iter().filter(|rule| !known(rule)) {
            let findings = suite.findings(file, rule, Vec::new(), options);
            suite.case(rule, &findings);
        }
        suite
    }

    /// The findings of a rule: `failure` for those that the run fails on, `system-out` for others and
    /// for the places that the rule could not judge.
    fn findings(
        &mut self,
        file: &FileReport,
        rule: &str,
        held_back: Vec<String>,
        options: &Options,
    ) -> String {
        let of_rule = file.findings.iter().filter(|f| f.rule == rule);
        let shown = of_rule.filter(|f| options.shows(f));
        let (failing, told): (Vec<&Finding>, Vec<&Finding>) = shown.partition(|f| f.fails());
        let lines = |findings: &[&Finding]| -> String {
            let lines = findings.iter().map(|finding| line(finding, options));
            lines.collect::<Vec<_>>().join("\n")
        };
        let mut body = String::new();
        if let Some(first) = failing.first() {
            self.counts.failures += 1;
            let first = first.message.get(options.lang);
            body.push_str(&message("failure", first, &lines(&failing)));
        }
        let mut told: Vec<String> = told.iter().map(|f| line(f, options)).collect();
        told.extend(held_back);
        if !told.is_empty() {
            if !body.is_empty() {
                body.push_str("\n      ");
            }
            let told = escape(&told.join("\n"));
            let _ = write!(body, "<system-out>{told}</system-out>");
        }
        body
    }

    fn rule(&mut self, file: &FileReport, rule: &RuleStatus, options: &Options) {
        let lang = options.lang;
        let body = match &rule.status {
            Status::Passed | Status::Failed => {
                let held_back = words::reasons(rule, lang).collect();
                self.findings(file, &rule.rule, held_back, options)
            }
            Status::NotApplicable => {
                self.counts.skipped += 1;
                message("skipped", lang.render().not_applicable_here(), "")
            }
            Status::NotEvaluable => {
                self.counts.skipped += 1;
                let why: Vec<String> = words::reasons(rule, lang).collect();
                let skipped = lang.render().not_evaluable_here();
                message("skipped", skipped, &why.join("\n"))
            }
            Status::Unfinished(bound) => {
                self.counts.errors += 1;
                let of_rule = file.findings.iter().filter(|f| f.rule == rule.rule);
                let shown = of_rule.filter(|f| options.shows(f));
                let found: Vec<String> = shown.map(|f| line(f, options)).collect();
                message("error", bound.words(lang), &found.join("\n"))
            }
        };
        self.case(&rule.rule, &body);
    }

    fn case(&mut self, name: &str, body: &str) {
        self.counts.tests += 1;
        let (name, class) = (escape(name), escape(&self.name));
        let _ = if body.is_empty() {
            writeln!(
                self.cases,
                "    <testcase name=\"{name}\" classname=\"{class}\"/>"
            )
        } else {
            writeln!(
                self.cases,
                "    <testcase name=\"{name}\" classname=\"{class}\">\n      {body}\n    </testcase>"
            )
        };
    }
}

fn message(element: &str, message: &str, text: &str) -> String {
    let message = escape(&plain::line(message));
    if text.is_empty() {
        format!("<{element} message=\"{message}\"/>")
    } else {
        format!(
            "<{element} message=\"{message}\">{}</{element}>",
            escape(text)
        )
    }
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

/// A text as XML, without the characters that XML 1.0 cannot hold.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in plain::page(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
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
