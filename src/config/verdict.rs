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
    let certain = live.filter(|finding| finding.certainty == Certainty::Certain);
    let findings: Vec<Severity> = certain.map(|finding| finding.severity).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// Which of the sample's rules fail it.
    fn failing(fail_on: &[&str], thresholds: Thresholds) -> Vec<String> {
        let mut file = sample::run().files.remove(0);
        for finding in &mut file.findings {
            finding.suppressed = None;
            finding.certainty = Certainty::Certain;
        }
        let fail_on = FailOn::named(fail_on.iter().map(|name| (*name).to_owned()));
        let failed = judge(&mut [&mut file], &fail_on, thresholds);
        let fails = file.findings.iter().filter(|finding| finding.fails());
        let rules: Vec<String> = fails.map(|finding| finding.rule.clone()).collect();
        assert_eq!(failed, !rules.is_empty());
        rules
    }

    fn count(severity: Severity) -> usize {
        let file = sample::run().files.remove(0);
        let of_it = |finding: &&Finding| finding.severity == severity;
        file.findings.iter().filter(of_it).count()
    }

    /// So many are allowed, and one more is not.
    #[test]
    fn a_threshold_is_the_most_that_passes() {
        let warnings = count(Severity::Warning);
        assert!(warnings > 0);
        let at = |warnings| Thresholds {
            warnings: Some(warnings),
            ..Thresholds::default()
        };
        assert_eq!(failing(&["never"], at(warnings)), [""; 0]);
        assert_eq!(failing(&["never"], at(warnings - 1)).len(), warnings);
        // A threshold stands in the place of `fail-on` for its severity alone.
        assert_eq!(
            failing(&["warning"], at(warnings)).len(),
            count(Severity::Error)
        );
    }

    #[test]
    fn what_is_uncertain_is_none_of_too_many() {
        let mut file = sample::run().files.remove(0);
        let mut first = true;
        for finding in &mut file.findings {
            finding.suppressed = None;
            let uncertain = finding.severity == Severity::Warning && std::mem::take(&mut first);
            finding.certainty = if uncertain {
                Certainty::Uncertain
            } else {
                Certainty::Certain
            };
        }
        assert!(!first);
        let thresholds = Thresholds {
            warnings: Some(count(Severity::Warning) - 1),
            ..Thresholds::default()
        };
        let never = FailOn::named(["never".to_owned()]);
        assert!(!judge(&mut [&mut file], &never, thresholds));
    }

    #[test]
    fn what_is_uncertain_or_suppressed_fails_nothing() {
        let mut file = sample::run().files.remove(0);
        for (at, finding) in file.findings.iter_mut().enumerate() {
            finding.suppressed = None;
            finding.certainty = if at == 0 {
                Certainty::Certain
            } else {
                Certainty::Uncertain
            };
        }
        let rules = file.findings.iter().map(|finding| finding.rule.clone());
        let all = FailOn::named(rules.chain(["note".to_owned()]));
        assert!(judge(&mut [&mut file], &all, Thresholds::default()));
        let fails: Vec<bool> = file.findings.iter().map(Finding::fails).collect();
        assert_eq!(fails.iter().filter(|fails| **fails).count(), 1);
        assert!(fails[0]);
    }
}
