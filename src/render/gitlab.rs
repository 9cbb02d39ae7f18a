//! `gitlab`: code quality of GitLab.
//!
//! What the run fails on is critical or major, and what could not be checked blocks; all else is below.

use super::{Options, plain};
use crate::diagnostics::fingerprint::hex;
use crate::diagnostics::{FileReport, Finding, Run};
use crate::rules::Severity;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut seen = BTreeSet::new();
    let mut issues = Vec::new();
    for file in &run.files {
        issues.extend(unchecked(file, options, &mut seen));
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
            issues.push(Issue::of(file, finding, options, &mut seen));
        }
    }
    // Only a map whose keys aren't strings fails to serialize, and there is none.
    let mut out = serde_json::to_string_pretty(&issues).unwrap_or_default();
    out.push('\n');
    out
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

impl<'a> Issue<'a> {
    fn of(
        file: &'a FileReport,
        finding: &'a Finding,
        options: &Options,
        seen: &mut BTreeSet<String>,
    ) -> Self {
        let lang = options.lang;
        Self {
            description: format!(
                "{}: {} ({} {})",
                finding.rule,
                plain::line(finding.message.get(lang)),
                lang.words().page(1),
                finding.primary.page,
            ),
            check_name: &finding.rule,
            fingerprint: unique(file, &finding.fingerprint, seen),
            severity: match (finding.fails(), finding.severity) {
                (true, Severity::Error) => "critical",
                (true, Severity::Warning | Severity::Note) => "major",
                (false, Severity::Error | Severity::Warning) => "minor",
                (false, Severity::Note) => "info",
            },
            location: Location {
                path: &file.path,
                lines: Lines {
                    begin: finding.primary.line.max(1),
                },
            },
        }
    }
}

/// What of a file could not be checked: all of it, or a rule to its end.
fn unchecked<'a>(
    file: &'a FileReport,
    options: &Options,
    seen: &mut BTreeSet<String>,
) -> Vec<Issue<'a>> {
    let error = file.error.as_ref().map(|error| error.get(options.lang));
    let unreadable = error.map(|why| ("unreadable", why));
    let unfinished = file
        .unfinished()
        .map(|(rule, bound)| (rule, bound.words(options.lang)));
    let issue = |(name, why): (&'a str, &'a str)| Issue {
        description: format!("{name}: {}", plain::line(why)),
        check_name: name,
        fingerprint: unique(file, name, seen),
        severity: "blocker",
        location: Location {
            path: &file.path,
            lines: Lines { begin: 1 },
        },
    };
    unreadable
        .into_iter()
        .chain(unfinished)
        .map(issue)
        .collect()
}

/// GitLab drops what has the fingerprint of another, which two exports of one report share.
fn unique(file: &FileReport, fingerprint: &str, seen: &mut BTreeSet<String>) -> String {
    let mut ordinal = 0_u32;
    loop {
        let mut hash = Sha256::new();
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(fingerprint.as_bytes());
        hash.update(ordinal.to_le_bytes());
        let hex = hex(&hash.finalize(), 16);
        if seen.insert(hex.clone()) {
            return hex;
        }
        ordinal += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use crate::sample;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn the_documented_shape() {
        let options = Options {
            notes: true,
            ..Options::default()
        };
        let mut run = sample::run();
        run.files.push(run.files[0].clone());
        let out = render(Format::Gitlab, &run, &options);
        let issues: Vec<Value> = serde_json::from_str(&out).unwrap();
        let mut fingerprints = BTreeSet::new();
        for issue in &issues {
            let name = issue["check_name"].as_str().unwrap();
            assert!(issue["description"].as_str().unwrap().starts_with(name));
            let severity = issue["severity"].as_str().unwrap();
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
            assert!(issue["location"]["path"].is_string());
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
            assert!(fingerprints.insert(issue["fingerprint"].as_str().unwrap()));
        }
        assert_eq!(issues.len(), 9);
    }

    #[test]
    fn every_issue() {
        insta::assert_snapshot!(render(Format::Gitlab, &sample::run(), &Options::default()));
    }
}
