//! The baseline: findings that were known before, so that only new ones fail.
//!
//! An entry is known by its fingerprint and the report's title, which a new export keeps; what else
//! stands in it is for the reader. Every entry has a reason, which writing it anew keeps.

use super::ConfigError;
use super::read::read;
use crate::diagnostics::{FileReport, Finding, Run, Suppressed, SuppressedBy};
use crate::rules::{Datum, Lang};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the file's shape.
const SCHEMA: usize = 1;

/// A baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    #[serde(default = "current")]
    schema: usize,
    #[serde(default, rename = "finding")]
    entries: Vec<Entry>,
}

fn current() -> usize {
    SCHEMA
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    question: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    respondent: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    group: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    option: Option<String>,
    /// The figure that stood there, where it is a whole number. A finding is known without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    reported: Option<usize>,
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    report: Option<String>,
    fingerprint: String,
}

impl Entry {
    fn is_of(&self, finding: &Finding, title: Option<&String>) -> bool {
        let here = self.report.is_none() || self.report.as_ref() == title;
        here && self.fingerprint == finding.fingerprint
    }
}

/// The figure at fault, where it is a whole number.
fn figure(finding: &Finding) -> Option<usize> {
    match finding.reported {
        Some(Datum::Int(value)) => usize::try_from(value).ok(),
        _ => None,
    }
}

impl Baseline {
    /// Reads a baseline; `name` is what errors call it.
    ///
    /// # Errors
    /// All mistakes of the file at once.
    pub fn parse(text: &str, name: &str, lang: Lang) -> Result<Self, ConfigError> {
        read(text, name, lang).map(|(baseline, _)| baseline)
    }

    /// A baseline of all findings that no suppression takes out, with the reasons of an older one.
    pub fn of(run: &Run, older: &Self, lang: Lang) -> Self {
        let reasons: BTreeMap<_, _> = older
            .entries
            .iter()
            .map(|entry| ((&entry.report, &entry.fingerprint), &entry.reason))
            .collect();
        let default = lang.config().baseline_reason();
        let mut entries = Vec::new();
        for file in &run.files {
            let by_config = |by| by == SuppressedBy::Config;
            for finding in &file.findings {
                if finding.suppressed.as_ref().is_some_and(|s| by_config(s.by)) {
                    continue;
                }
                let reason = reasons.get(&(&file.title, &finding.fingerprint));
                entries.push(Entry {
                    rule: finding.rule.clone(),
                    question: finding.question.clone(),
                    respondent: finding.respondent.clone(),
                    group: finding.group.clone(),
                    option: finding.option.clone(),
                    reported: figure(finding),
                    reason: reason.map_or_else(|| default.to_owned(), |r| (*r).clone()),
                    report: file.title.clone(),
                    fingerprint: finding.fingerprint.clone(),
                });
            }
        }
        Self {
            schema: SCHEMA,
            entries,
        }
    }

    /// The file's text.
    pub fn to_toml(&self, lang: Lang) -> String {
        let head = lang.config().baseline_head();
        // Only a map whose keys aren't strings fails to serialize, and there is none.
        head.to_owned() + &toml::to_string(self).unwrap_or_default()
    }

    /// Findings that are known, and that are about another figure than when they were written down:
    /// a fault may have grown under an excuse for a small one.
    pub fn altered<'f>(&self, file: &'f FileReport) -> Vec<(&'f Finding, usize)> {
        let known = file.findings.iter().filter(|finding| {
            let suppressed = finding.suppressed.as_ref();
            suppressed.is_some_and(|s| s.by == SuppressedBy::Baseline)
        });
        let altered = known.filter_map(|finding| {
            let entry = self
                .entries
                .iter()
                .find(|entry| entry.is_of(finding, file.title.as_ref()))?;
            let before = entry.reported?;
            (figure(finding) != Some(before)).then_some((finding, before))
        });
        altered.collect()
    }

    /// Marks the findings that are known, and tells how many entries of the run's reports match
    /// none any more.
    pub fn apply(&self, files: &mut [&mut FileReport]) -> usize {
        let mut used = BTreeSet::new();
        for file in files.iter_mut() {
            for finding in &mut file.findings {
                let mut entries = self.entries.iter().enumerate();
                let known = entries.find(|(_, entry)| entry.is_of(finding, file.title.as_ref()));
                let Some((index, entry)) = known else {
                    continue;
                };
                used.insert(index);
                finding.suppressed.get_or_insert_with(|| Suppressed {
                    by: SuppressedBy::Baseline,
                    reason: entry.reason.clone(),
                });
            }
        }
        let linted = |entry: &Entry| files.iter().any(|file| file.title == entry.report);
        let unused = self.entries.iter().enumerate();
        unused
            .filter(|(index, entry)| !used.contains(index) && linted(entry))
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn fresh() -> Run {
        let mut run = sample::run();
        for finding in &mut run.files[0].findings {
            finding.suppressed = None;
        }
        run
    }

    #[test]
    fn what_was_written_is_known() {
        let mut run = fresh();
        let text = Baseline::of(&run, &Baseline::default(), Lang::Nb).to_toml(Lang::Nb);
        insta::assert_snapshot!(text);
        let baseline = Baseline::parse(&text, "x.toml", Lang::Nb).unwrap();
        let mut files: Vec<_> = run.files.iter_mut().collect();
        assert_eq!(baseline.apply(&mut files), 0);
        assert_eq!(run.files[0].live().count(), 0);
        assert_eq!(run.summary().known, 4);
    }

    #[test]
    fn what_is_fixed_is_counted_and_what_is_new_is_not_known() {
        let mut run = fresh();
        let baseline = Baseline::of(&run, &Baseline::default(), Lang::Nb);
        let gone = run.files[0].findings.remove(0);
        let mut new = gone.clone();
        new.fingerprint = "0".to_owned();
        run.files[0].findings.push(new);
        let mut files: Vec<_> = run.files.iter_mut().collect();
        assert_eq!(baseline.apply(&mut files), 1);
        assert_eq!(run.files[0].live().count(), 1);
    }

    #[test]
    fn a_fault_that_grew_under_its_excuse_is_told() {
        let mut run = fresh();
        let text = Baseline::of(&run, &Baseline::default(), Lang::Nb).to_toml(Lang::Nb);
        let baseline = Baseline::parse(&text, "x.toml", Lang::Nb).unwrap();
        let mut altered = |value| {
            let file = &mut run.files[0];
            file.findings[0].reported = Some(Datum::Int(value));
            baseline.apply(&mut [&mut *file]);
            let altered = baseline.altered(file).into_iter();
            altered
                .map(|(finding, before)| (finding.rule.clone(), before))
                .collect::<Vec<_>>()
        };
        assert!(altered(1033).is_empty());
        assert_eq!(altered(501_033), [("sum-mismatch".to_owned(), 1033)]);
    }

    #[test]
    fn another_report_is_not_excused() {
        let mut run = fresh();
        let baseline = Baseline::of(&run, &Baseline::default(), Lang::Nb);
        run.files[0].title = Some("En annen rapport".to_owned());
        let mut files: Vec<_> = run.files.iter_mut().collect();
        assert_eq!(baseline.apply(&mut files), 0);
        assert_eq!(run.files[0].live().count(), 4);
    }

    #[test]
    fn reasons_survive_a_new_baseline() {
        let run = fresh();
        let text = Baseline::of(&run, &Baseline::default(), Lang::Nb).to_toml(Lang::Nb);
        let edited = text.replacen("Kjent da grunnlinjen ble skrevet.", "Avklart.", 1);
        let older = Baseline::parse(&edited, "x.toml", Lang::Nb).unwrap();
        assert_eq!(
            Baseline::of(&run, &older, Lang::Nb).to_toml(Lang::Nb),
            edited
        );
    }

    #[test]
    fn an_entry_without_a_reason_is_a_mistake() {
        let text = "[[finding]]\nrule = \"a\"\nfingerprint = \"b\"\n";
        let error = Baseline::parse(text, "x.toml", Lang::En).unwrap_err();
        assert_eq!(error.to_string(), "x.toml has a mistake");
        let text = "schema = -1\n[[finding]]\nrule = 1\nfingerprint = \"b\"\nreason = \" \"\nraport = \"x\"\n\
                    reported = \"1\"\n";
        let error = Baseline::parse(text, "x.toml", Lang::En).unwrap_err();
        assert_eq!(error.to_string(), "x.toml has 5 mistakes");
        let none = Baseline::parse("schema = 1\n", "x.toml", Lang::En).unwrap();
        assert_eq!(none, Baseline::of(&Run::default(), &none, Lang::En));
    }
}
