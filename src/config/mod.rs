//! The user's own choices, `dekom-lint.toml`: raw TOML → a checked [`Config`].
//!
//! Every mistake of a file is found in one go, each with its place and, where a word is nearly
//! right, the right one. Paths are kept as written; who reads the file says what they are
//! relative to.

mod baseline;
mod error;
mod parse;
mod suppress;
mod table;

pub use baseline::Baseline;
pub use error::{ConfigError, nearest};
pub use suppress::{Suppression, UnusedSuppressions, suppress, unused};

use crate::rules::{Lang, Param, ParamKind, Severity};
use std::collections::BTreeMap;
use std::ops::Range;

/// From which severity on a finding makes the run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// This one and the graver ones.
    At(Severity),
    /// No finding fails the run.
    Never,
}

impl FailOn {
    /// The names that configuration and command line take.
    pub const NAMES: [&'static str; 4] = ["error", "warning", "note", "never"];

    /// The threshold of a name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "never" => Some(Self::Never),
            _ => severity(name).flatten().map(Self::At),
        }
    }

    /// The name of the threshold.
    pub fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.name(),
            Self::Never => "never",
        }
    }
}

/// The names of severities.
pub const SEVERITIES: [&str; 4] = ["error", "warning", "note", "off"];

/// A severity of a name: `Some(None)` for `off`, `None` for a name that is none.
pub fn severity(name: &str) -> Option<Option<Severity>> {
    match name {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "note" => Some(Some(Severity::Note)),
        "off" => Some(None),
        _ => None,
    }
}

/// The most findings of each severity that a run may have and still pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// Errors.
    pub errors: Option<usize>,
    /// Warnings.
    pub warnings: Option<usize>,
    /// Notes.
    pub notes: Option<usize>,
}

/// A rule's severity as the file sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// `None` turns the rule off.
    pub severity: Option<Severity>,
    /// Where the rule is named in the file.
    pub span: Range<usize>,
}

/// A parameter's value as the file sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenParam {
    /// The pack.
    pub pack: String,
    /// The parameter's name.
    pub name: String,
    /// The value.
    pub value: Param,
    /// Where the pack is named in the file.
    pub pack_span: Range<usize>,
    /// Where the parameter is.
    pub span: Range<usize>,
}

/// A configuration file, checked.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// `fail-on`.
    pub fail_on: Option<FailOn>,
    /// `lang`.
    pub lang: Option<Lang>,
    /// `notes`: whether notes are shown.
    pub notes: Option<bool>,
    /// `reader`: the name of the PDF reader.
    pub reader: Option<String>,
    /// `packs`: the packs that are used; empty to let the report choose.
    pub packs: Vec<String>,
    /// `rules`: rule files and folders that are added.
    pub rules: Vec<String>,
    /// `[tables]`: files that are given for tables of packs, by the tables' names.
    pub tables: BTreeMap<String, String>,
    /// `[params.PACK]`: values of parameters of packs.
    pub params: Vec<GivenParam>,
    /// `baseline`: the baseline's file.
    pub baseline: Option<String>,
    /// `[severity]`, by rule.
    pub severity: BTreeMap<String, Chosen>,
    /// `[thresholds]`.
    pub thresholds: Thresholds,
    /// `[[suppress]]`.
    pub suppressions: Vec<Suppression>,
}

impl Config {
    /// Reads a configuration; `name` is what errors call it.
    ///
    /// # Errors
    /// All mistakes of the file at once.
    pub fn parse(text: &str, name: &str, lang: Lang) -> Result<Self, ConfigError> {
        parse::config(text, name, lang)
    }

    /// Checks that every rule that the file names exists.
    ///
    /// # Errors
    /// All that don't, each with the nearest that does.
    pub fn check_rules(
        &self,
        text: &str,
        name: &str,
        known: &[String],
        lang: Lang,
    ) -> Result<(), ConfigError> {
        let severities = self.severity.iter().map(|(rule, c)| (rule, &c.span));
        let suppressions = self.suppressions.iter().map(|s| (&s.rule, &s.rule_span));
        let mut problems = Vec::new();
        for (rule, span) in severities.chain(suppressions) {
            if !known.contains(rule) {
                let known = known.iter().map(String::as_str);
                problems.push(error::unknown_rule(rule, span, known, lang));
            }
        }
        ConfigError::of(text, name, problems, lang)
    }

    /// Checks that every parameter that the file sets is one of its pack, and of its type.
    ///
    /// # Errors
    /// All that are not, each with the nearest that is.
    pub fn check_params(
        &self,
        text: &str,
        name: &str,
        known: &[ParamKind],
        lang: Lang,
    ) -> Result<(), ConfigError> {
        let mut problems = Vec::new();
        for given in &self.params {
            let own: Vec<&ParamKind> = known.iter().filter(|k| k.pack == given.pack).collect();
            if own.is_empty() {
                let packs = known.iter().map(|k| k.pack.as_str());
                let what = lang.config().no_params(&given.pack);
                let message = what + &error::suggestion(&given.pack, packs, lang);
                let span = given.pack_span.clone();
                problems.push(error::Problem { message, span });
                continue;
            }
            let span = given.span.clone();
            let message = match own.iter().find(|k| k.name == given.name) {
                None => {
                    let names = own.iter().map(|k| k.name.as_str());
                    let what = lang.config().no_param(&given.pack, &given.name);
                    what + &error::suggestion(&given.name, names, lang)
                }
                Some(kind) if !kind.takes(&given.value) => {
                    lang.config().other_type(&given.name, &kind.value)
                }
                Some(_) => continue,
            };
            problems.push(error::Problem { message, span });
        }
        problems.dedup();
        ConfigError::of(text, name, problems, lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message and the labels of an error, each with the text that it points at.
    fn told(error: &ConfigError, text: &str) -> Vec<String> {
        use miette::Diagnostic as _;
        let labels = error.labels().unwrap();
        labels
            .map(|label| {
                let at = text.get(label.offset()..label.offset() + label.len());
                format!("{}: {}", at.unwrap(), label.label().unwrap())
            })
            .collect()
    }

    #[test]
    fn a_whole_configuration() {
        let text = r#"
fail-on = "warning"
lang = "nn"
notes = true
reader = "pdf-extract"
packs = ["dekom"]
rules = ["regler"]
baseline = "kjent.toml"

[severity]
personal-data = "off"
missing-answer = "error"

[thresholds]
warnings = 20

[[suppress]]
rule = "sum-mismatch"
question = "egenfinansiering"
respondent = "Øyvær kommune"
reason = "Avklart."
"#;
        let config = Config::parse(text, "dekom-lint.toml", Lang::Nb).unwrap();
        assert_eq!(config.fail_on, Some(FailOn::At(Severity::Warning)));
        assert_eq!(config.lang, Some(Lang::Nn));
        assert_eq!(config.severity["personal-data"].severity, None);
        assert_eq!(
            config.severity["missing-answer"].severity,
            Some(Severity::Error)
        );
        assert_eq!(config.thresholds.warnings, Some(20));
        assert_eq!(config.suppressions[0].reason, "Avklart.");
        assert_eq!(config.baseline.as_deref(), Some("kjent.toml"));
        let known = ["personal-data", "missing-answer", "sum-mismatch"].map(str::to_owned);
        config.check_rules(text, "", &known, Lang::Nb).unwrap();
    }

    #[test]
    fn all_mistakes_at_once_with_suggestions() {
        let text = r#"
fail_on = "warning"
lang = "no"
notes = "ja"
rules = "regler"
[severity]
personal-data = "warn"
[thresholds]
warnings = -1
[[suppress]]
rule = "sum-mismatch"
grunn = "x"
[[suppress]]
rule = "sum-mismatch"
reason = " "
"#;
        let error = Config::parse(text, "dekom-lint.toml", Lang::Nb).unwrap_err();
        assert_eq!(error.to_string(), "dekom-lint.toml har 9 feil");
        insta::assert_snapshot!(told(&error, text).join("\n"));
    }

    #[test]
    fn what_is_no_toml() {
        let text = "fail-on = \n[severity\n";
        let error = Config::parse(text, "x.toml", Lang::En).unwrap_err();
        assert!(!told(&error, text).is_empty());
    }

    #[test]
    fn unknown_rules_have_suggestions() {
        let text = "[severity]\nsum-missmatch = \"off\"\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let known = ["sum-mismatch".to_owned()];
        let error = config
            .check_rules(text, "x.toml", &known, Lang::Nb)
            .unwrap_err();
        assert_eq!(
            told(&error, text),
            ["sum-missmatch: ingen regel heter «sum-missmatch»; mente du «sum-mismatch»?"]
        );
    }
}
