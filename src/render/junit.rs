//! `junit`: a suite is a file, a test case is a rule.
//!
//! A case fails where findings are shown, is skipped where the rule does not apply, and is an error
//! where it could not be evaluated. The time is left out, so that two runs give the same bytes.

use super::{Options, plain};
use crate::diagnostics::{FileReport, Finding, Run};
use crate::rules::{RuleStatus, Status};
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
        suite
    }

    fn rule(&mut self, file: &FileReport, rule: &RuleStatus, options: &Options) {
        let lang = options.lang;
        let of_rule = file.findings.iter().filter(|f| f.rule == rule.rule);
        let shown: Vec<&Finding> = of_rule.filter(|f| options.shows(f)).collect();
        let body = match &rule.status {
            Status::Passed => String::new(),
            // What is suppressed, or a hidden note, fails nothing.
            Status::Failed if shown.is_empty() => String::new(),
            Status::Failed => {
                self.counts.failures += 1;
                let first = shown.first().map_or("", |f| f.message.get(lang));
                let lines: Vec<String> = shown.iter().map(|f| line(f, options)).collect();
                message("failure", first, &lines.join("\n"))
            }
            Status::NotApplicable => {
                self.counts.skipped += 1;
                message("skipped", lang.render().not_applicable_here(), "")
            }
            Status::NotEvaluable => {
                self.counts.errors += 1;
                message("error", lang.render().not_evaluable_here(), "")
            }
            Status::Broken(why) => {
                self.counts.errors += 1;
                message("error", why, "")
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
        assert_eq!((report.tests, report.failures, report.errors), (9, 2, 3));
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
        let TestCaseStatus::NonSuccess { kind, message, .. } = case("personal-data") else {
            panic!("it failed");
        };
        assert_eq!(*kind, NonSuccessKind::Failure);
        let message = message.as_ref().unwrap().as_str();
        assert!(message.ends_with("100 % <telefon> & mer."), "{message}");
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
}
