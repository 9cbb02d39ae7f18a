//! Which findings fail a run: by `fail-on`, or by the number of them that is allowed.

use super::{FailOn, Thresholds};
use crate::diagnostics::{Certainty, FileReport, Finding};
use crate::rules::Severity;

/// Marks the findings that fail the run, and tells whether there are any.
///
/// The thresholds hold for all files together, `fail_on` for its rules and for the severities without a
/// threshold. What is suppressed or uncertain fails nothing.
pub fn judge(files: &mut [&mut FileReport], fail_on: &FailOn, thresholds: Thresholds) -> bool {
    let live = files.iter().flat_map(|file| file.live());
    let findings: Vec<Severity> = live.map(|finding| finding.severity).collect();
    let limits = [
        (Severity::Error, thresholds.errors),
        (Severity::Warning, thresholds.warnings),
        (Severity::Note, thresholds.notes),
    ];
    let fails = |(severity, limit): (Severity, Option<usize>)| {
        let count = findings.iter().filter(|s| **s == severity).count();
        match (limit, fail_on.from) {
            (Some(limit), _) => count > limit,
            (None, Some(from)) => severity >= from && count > 0,
            (None, None) => false,
        }
    };
    let failing = limits.map(|limit| (limit.0, fails(limit)));
    for finding in files.iter_mut().flat_map(|file| &mut file.findings) {
        let named = fail_on.rules.contains(&finding.rule);
        finding.failing = finding.certainty == Certainty::Certain
            && (named || failing.contains(&(finding.severity, true)));
    }
    files
        .iter()
        .any(|file| file.findings.iter().any(Finding::fails))
}
