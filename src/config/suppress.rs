//! Suppressions: findings that the user has looked into and accepts, each with a reason.

use crate::diagnostics::{FileReport, Finding, Suppressed, SuppressedBy, name_key};
use crate::i18n::date;
use crate::rules::Lang;
use miette::{Diagnostic, LabeledSpan, NamedSource};
use std::ops::Range;

/// A `[[suppress]]` of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The rule.
    pub rule: String,
    /// Where the rule is named in the file.
    pub rule_span: Range<usize>,
    /// A part of the question's title; `None` for any question.
    pub question: Option<String>,
    /// The respondent's name; `None` for any respondent.
    pub respondent: Option<String>,
    /// The fingerprint of the one finding that is meant; `None` for any.
    pub fingerprint: Option<String>,
    /// Why the finding is accepted.
    pub reason: String,
    /// The last day on which it is; `None` for ever.
    pub expires: Option<Day>,
    /// Where that stands in the file.
    pub expires_span: Range<usize>,
}

/// A day: year, month, day.
pub type Day = (i32, u8, u8);

impl Suppression {
    /// Whether its last day is past.
    fn is_past(&self, today: Day) -> bool {
        self.expires.is_some_and(|last| last < today)
    }

    fn matches(&self, finding: &Finding) -> bool {
        let question = self.question.as_ref().is_none_or(|part| {
            let title = finding.question.as_deref().unwrap_or("");
            name_key(title).contains(&name_key(part))
        });
        let respondent = self.respondent.as_ref().is_none_or(|name| {
            let printed = finding.respondent.as_deref().unwrap_or("");
            name_key(printed) == name_key(name)
        });
        let fingerprint = self.fingerprint.as_ref();
        let this = fingerprint.is_none_or(|print| *print == finding.fingerprint);
        self.rule == finding.rule && question && respondent && this
    }
}

/// Suppressions that match no finding any more, or whose day is past.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
#[diagnostic(severity(Warning))]
pub struct StaleSuppressions {
    message: String,
    #[source_code]
    source_code: NamedSource<String>,
    #[label(collection)]
    labels: Vec<LabeledSpan>,
}

/// A warning that names every suppression for which `used` is false; `None` where there is none.
pub fn unused(
    suppressions: &[Suppression],
    used: &[bool],
    text: &str,
    name: &str,
    lang: Lang,
) -> Option<StaleSuppressions> {
    let told = lang.config().matches_nothing();
    let labels: Vec<_> = suppressions
        .iter()
        .zip(used)
        .filter(|(_, used)| !**used)
        .map(|(s, _)| LabeledSpan::at(s.rule_span.clone(), told))
        .collect();
    let message = lang.config().unused_suppressions();
    stale(labels, message, text, name)
}

fn stale(
    labels: Vec<LabeledSpan>,
    message: &str,
    text: &str,
    name: &str,
) -> Option<StaleSuppressions> {
    (!labels.is_empty()).then(|| StaleSuppressions {
        message: message.to_owned(),
        source_code: NamedSource::new(name, text.to_owned()).with_language("toml"),
        labels,
    })
}

/// A warning that names every suppression whose last day is past; `None` where there is none.
pub fn expired(
    suppressions: &[Suppression],
    today: Day,
    text: &str,
    name: &str,
    lang: Lang,
) -> Option<StaleSuppressions> {
    let past = suppressions.iter().filter(|s| s.is_past(today));
    let label = |s: &Suppression| {
        let day = s.expires.map(|day| date(day, lang)).unwrap_or_default();
        LabeledSpan::at(s.expires_span.clone(), lang.config().expired(&day))
    };
    let message = lang.config().expired_suppressions();
    stale(past.map(label).collect(), message, text, name)
}

/// Marks the findings that the suppressions accept, and tells which suppressions matched or are past
/// their day.
pub fn suppress(file: &mut FileReport, suppressions: &[Suppression], today: Day) -> Vec<bool> {
    let past = suppressions.iter().map(|s| s.is_past(today));
    let mut used: Vec<bool> = past.collect();
    for finding in &mut file.findings {
        for (suppression, used) in suppressions.iter().zip(&mut used) {
            if !suppression.is_past(today) && suppression.matches(finding) {
                *used = true;
                finding.suppressed.get_or_insert_with(|| Suppressed {
                    by: SuppressedBy::Config,
                    reason: suppression.reason.clone(),
                });
            }
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::sample;

    const TODAY: Day = (2026, 6, 1);

    fn suppressed(text: &str) -> (Vec<String>, Vec<bool>) {
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let mut file = sample::run().files.remove(0);
        let used = suppress(&mut file, &config.suppressions, TODAY);
        let by_config = file.findings.iter().filter(|finding| {
            finding
                .suppressed
                .as_ref()
                .is_some_and(|s| s.by == SuppressedBy::Config)
        });
        (
            by_config.map(|finding| finding.rule.clone()).collect(),
            used,
        )
    }

    #[test]
    fn a_part_of_the_title_and_the_whole_name() {
        let text = r#"
[[suppress]]
rule = "sum-mismatch"
question = "skoler  deltok"
reason = "Avklart."
[[suppress]]
rule = "personal-data"
respondent = "øyvær kommune"
reason = "Avklart."
[[suppress]]
rule = "personal-data"
respondent = "Øyvær"
reason = "Navnet er ikke helt."
[[suppress]]
rule = "sum-mismatch"
respondent = "Øyvær kommune"
reason = "Funnet gjelder ingen respondent."
"#;
        let (rules, used) = suppressed(text);
        assert_eq!(rules, ["sum-mismatch", "personal-data"]);
        assert_eq!(used, [true, true, false, false]);
    }

    #[test]
    fn how_a_name_is_typed_does_not_matter() {
        let text = "[[suppress]]\nrule = \"sum-mismatch\"\nquestion = \"tilta\u{30a}k\u{200b}ene\"\n\
                    respondent = \"Nord–A\u{30a}s\"\nreason = \"Avklart.\"\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let mut file = sample::run().files.remove(0);
        let sum = &mut file.findings[0];
        sum.question = Some("Hvor mange tiltåkene".to_owned());
        sum.respondent = Some("Nord-Ås".to_owned());
        assert_eq!(suppress(&mut file, &config.suppressions, TODAY), [true]);
    }

    #[test]
    fn what_has_expired_accepts_nothing_and_is_shown() {
        let text = "[[suppress]]\nrule = \"sum-mismatch\"\nreason = \"x\"\nexpires = 2026-05-31\n\
                    [[suppress]]\nrule = \"personal-data\"\nreason = \"x\"\nexpires = 2026-06-01\n";
        let (rules, used) = suppressed(text);
        assert_eq!(rules, ["personal-data"]);
        assert_eq!(
            used,
            [true, true],
            "it is told that it has expired, not that it matches nothing"
        );
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let told = expired(&config.suppressions, TODAY, text, "x.toml", Lang::Nb).unwrap();
        let label = told.labels().unwrap().next().unwrap();
        assert_eq!(label.label(), Some("gjaldt til og med 31.5.2026"));
        assert!(expired(&config.suppressions, (2026, 5, 31), text, "", Lang::Nb).is_none());
    }

    #[test]
    fn a_fingerprint_is_one_finding() {
        let print = sample::run().files.remove(0).findings.remove(0).fingerprint;
        let entry = |print: &str| {
            format!(
                "[[suppress]]\nrule = \"sum-mismatch\"\nfingerprint = \"{print}\"\nreason = \"x\"\n"
            )
        };
        assert_eq!(suppressed(&entry(&print)).1, [true]);
        assert_eq!(suppressed(&entry("another")).1, [false]);
    }

    #[test]
    fn what_matches_nothing_is_shown() {
        let text = "[[suppress]]\nrule = \"mean-mismatch\"\nreason = \"x\"\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let warning = unused(&config.suppressions, &[false], text, "x.toml", Lang::Nb).unwrap();
        let label = warning.labels().unwrap().next().unwrap();
        let at = label.offset()..label.offset() + label.len();
        assert_eq!(text.get(at), Some("\"mean-mismatch\""));
        assert!(unused(&config.suppressions, &[true], text, "x.toml", Lang::Nb).is_none());
    }
}
