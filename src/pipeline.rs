//! A whole check without I/O: bytes, rules and the user's choices → a run that was judged.
//!
//! read → check → suppress → compare with the baseline → judge; [`render`](crate::render::render)
//! makes a text of what comes out. The program goes the same way, by the same steps, with a process
//! around each file and a configuration for each folder. [The crate](crate#example) shows it.

use crate::config::{
    self, Baseline, Config, ConfigError, Day, FailOn, Suppression, Thresholds, suppress,
};
use crate::diagnostics::{self, Comparison, FileReport, FileStatus, Limits, RuleInfo, Run};
use crate::report::{self, ReadFailure, ReadOptions, Report};
use crate::rules::{self, Lang, PackChoice, RuleSet};

/// What holds for a check.
#[non_exhaustive]
pub struct Check {
    /// The rules.
    pub rules: RuleSet,
    /// How files are read.
    pub reading: ReadOptions,
    /// Which packs are used, the severities that the user chose, and the report of the year before.
    pub options: rules::Options,
    /// Findings that the user accepts.
    pub suppressions: Vec<Suppression>,
    /// The day, by which suppressions expire.
    pub today: Day,
    /// Findings that were known before.
    pub baseline: Option<Baseline>,
    /// Which findings fail the run.
    pub fail_on: FailOn,
    /// The most findings of each severity that a run may have and still pass.
    pub thresholds: Thresholds,
}

/// Files that were checked and judged.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Judged {
    /// The files with their findings.
    pub run: Run,
    /// Whether findings fail it.
    pub failed: bool,
    /// For each suppression whether it matched or is past its day: so is all of a file that was not read
    /// whole, in which it might match.
    pub used: Vec<bool>,
}

impl Check {
    /// A check by these rules, with what a configuration chooses. Its rule files, its tables and its
    /// baseline are files, which whoever has them loads.
    pub fn new(rules: RuleSet, config: &Config, today: Day) -> Self {
        let severities = config.severity.iter();
        let packs = if config.packs.is_empty() {
            PackChoice::Auto
        } else {
            PackChoice::Forced(config.packs.clone())
        };
        Self {
            rules,
            reading: ReadOptions::default(),
            options: rules::Options {
                packs,
                severities: severities
                    .map(|(rule, chosen)| (rule.clone(), chosen.severity))
                    .collect(),
                previous: None,
            },
            suppressions: config.suppressions.clone(),
            today,
            baseline: None,
            fail_on: config.fail_on.clone().unwrap_or_default(),
            thresholds: config.thresholds,
        }
    }

    /// Reads a report and checks it; a file that can't be read is a report that says why.
    pub fn file(&self, name: &str, bytes: &[u8]) -> FileReport {
        self.read_file(name, bytes, report::read(bytes, &self.reading))
    }

    /// Checks a report that was read from the bytes of a file.
    pub fn read_file(
        &self,
        name: &str,
        bytes: &[u8],
        read: Result<Report, ReadFailure>,
    ) -> FileReport {
        crate::judge(bytes, name, read, &self.rules, &self.options)
    }

    /// Judges files that were checked, all of a run at once.
    pub fn judge(&self, mut files: Vec<FileReport>) -> Judged {
        let mut all: Vec<&mut FileReport> = files.iter_mut().collect();
        let used = accept(&mut all, &self.suppressions, self.today);
        let baseline = self.baseline.as_ref();
        let fixed = baseline.map(|baseline| baseline.apply(&mut all));
        let failed = config::judge(&mut all, &self.fail_on, self.thresholds);
        Judged {
            run: Run {
                rules: RuleInfo::all(&self.rules, &self.options.severities),
                files,
                fixed,
                redaction_tokens: Vec::new(),
            },
            failed,
            used,
        }
    }
}

/// Marks the findings that suppressions accept, and tells which suppressions matched or are past their
/// day: all of them where a file was not read whole, in which they might match.
pub(crate) fn accept(
    files: &mut [&mut FileReport],
    suppressions: &[Suppression],
    today: Day,
) -> Vec<bool> {
    let mut used = vec![false; suppressions.len()];
    for file in files {
        let matched = suppress(file, suppressions, today);
        for (used, matched) in used.iter_mut().zip(matched) {
            *used |= matched || file.status != FileStatus::Checked;
        }
    }
    used
}

/// Checks that the rules and the parameters that a configuration names exist; `name` is what errors
/// call it.
///
/// # Errors
/// All that don't exist, each with the nearest that does.
pub fn fits(
    config: &Config,
    text: &str,
    name: &str,
    rules: &RuleSet,
    lang: Lang,
) -> Result<(), ConfigError> {
    let known: Vec<String> = rules.rules().map(|rule| rule.id.clone()).collect();
    config.check_rules(text, name, &known, lang)?;
    config.check_params(text, name, &rules.params(), lang)
}

/// Two exports side by side, by what the rules of the newer one call a change; `None` where one of them
/// could not be read.
pub fn compared(old: &FileReport, new: &FileReport, rules: &RuleSet) -> Option<Comparison> {
    let readable = |file: &FileReport| file.status != FileStatus::Unreadable;
    if !readable(old) || !readable(new) {
        return None;
    }
    let default = Limits::default();
    let param = |name, other| rules.param(name, &new.packs).unwrap_or(other);
    let limits = Limits {
        factor: param("change_factor", default.factor),
        least: param("change_least", default.least),
    };
    Some(diagnostics::compare(old, new, limits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// What was not read may be what a suppression is for.
    #[test]
    fn no_suppression_is_called_unused_where_a_file_was_not_read_whole() {
        let text = "[[suppress]]\nrule = \"mean-mismatch\"\nreason = \"x\"\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let used = |status| {
            let mut file = sample::run().files.remove(0);
            file.status = status;
            accept(&mut [&mut file], &config.suppressions, (2026, 1, 31))
        };
        assert_eq!(used(FileStatus::Checked), [false]);
        assert_eq!(used(FileStatus::Incomplete), [true]);
        assert_eq!(used(FileStatus::Unreadable), [true]);
    }
}
