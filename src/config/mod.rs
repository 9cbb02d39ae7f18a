//! The user's own choices, `dekom-lint.toml`: raw TOML → a checked [`Config`].
//!
//! Every mistake of a file is found in one go, each with its place and, where a word is nearly
//! right, the right one. Paths are kept as written; who reads the file says what they are
//! relative to.

mod baseline;
mod error;
mod file;
mod model;
mod parse;
mod read;
mod schema;
mod suppress;
mod table;
mod verdict;

pub use baseline::Baseline;
pub use error::ConfigError;
pub use model::{Chosen, Config, FailOn, GivenParam, Thresholds};
pub use suppress::{Day, StaleSuppressions, Suppression, expired, unused};

#[cfg(feature = "cli")]
pub(crate) use model::Level;
pub(crate) use suppress::suppress;
pub(crate) use verdict::judge;

// For the own tests, measurements and fuzzers; no promise.
#[doc(hidden)]
pub use schema::{keys, schema};

use crate::rules::{Lang, ParamKind};

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
        let failing = self.fail_on.iter().flat_map(|fail_on| &fail_on.rules);
        let failing = failing.map(|rule| (rule, &self.fail_on_span));
        for (rule, span) in severities.chain(suppressions).chain(failing) {
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
    use crate::render::{Deadline, Order};
    use crate::rules::{Lang, Param, Severity};

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
fail-on = ["warning", "sum-mismatch"]
lang = "nn"
notes = true
order = "report"
reader = "pdf-extract"
packs = ["dekom"]
rules = ["regler"]
baseline = "kjent.toml"

[severity]
personal-data = "off"
missing-answer = "error"

[thresholds]
warnings = 20

[follow-up]
sender = "Statsforvalteren i Fjordmark"
deadline = 2026-02-01
greeting = "Til dere som rapporterer"

[[suppress]]
rule = "sum-mismatch"
question = "egenfinansiering"
respondent = "Øyvær kommune"
fingerprint = "ab12"
reason = "Avklart."
expires = 2026-12-31
"#;
        let config = Config::parse(text, "dekom-lint.toml", Lang::Nb).unwrap();
        assert_eq!(
            config.fail_on,
            Some(FailOn::named([
                "warning".to_owned(),
                "sum-mismatch".to_owned()
            ]))
        );
        assert_eq!(config.order, Some(Order::Report));
        assert_eq!(config.suppressions[0].expires, Some((2026, 12, 31)));
        assert_eq!(config.suppressions[0].fingerprint.as_deref(), Some("ab12"));
        assert_eq!(config.lang, Some(Lang::Nn));
        assert_eq!(config.severity["personal-data"].severity, None);
        assert_eq!(
            config.severity["missing-answer"].severity,
            Some(Severity::Error)
        );
        assert_eq!(config.thresholds.warnings, Some(20));
        assert_eq!(config.follow_up.deadline, Some(Deadline::Day(2026, 2, 1)));
        assert_eq!(
            config.follow_up.greeting.as_deref(),
            Some("Til dere som rapporterer")
        );
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
[follow-up]
deadline = 14
avsender = "x"
[[suppress]]
rule = "sum-mismatch"
grunn = "x"
[[suppress]]
rule = "sum-mismatch"
reason = " "
"#;
        let error = Config::parse(text, "dekom-lint.toml", Lang::Nb).unwrap_err();
        assert_eq!(error.to_string(), "dekom-lint.toml har 11 feil");
        insta::assert_snapshot!(told(&error, text).join("\n"));
    }

    #[test]
    fn what_fails_is_named_by_severity_and_by_rule() {
        let named = |names: &[&str]| FailOn::named(names.iter().map(|n| (*n).to_owned()));
        assert_eq!(named(&["error", "note"]).names(), ["note"]);
        assert_eq!(named(&["never"]).names(), ["never"]);
        assert_eq!(named(&["sum-mismatch"]).from, None);
        assert_eq!(named(&["error", "a", "b"]).names(), ["error", "a", "b"]);
        let text = "fail-on = [\"error\", \"sum-missmatch\"]\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let known = ["sum-mismatch".to_owned()];
        assert!(
            config
                .check_rules(text, "x.toml", &known, Lang::Nb)
                .is_err()
        );
    }

    #[test]
    fn the_schema_and_the_page_have_every_key() {
        let (schema, page) = (schema(), keys());
        let top = schema["properties"].as_object().unwrap();
        let entry = &schema["properties"]["suppress"]["items"];
        let below = entry["properties"].as_object().unwrap();
        for key in top.keys().chain(below.keys()) {
            assert!(page.contains(&format!("| `{key}` |")), "{key}");
        }
        assert_eq!(entry["required"], serde_json::json!(["rule", "reason"]));
        assert_eq!(entry["properties"]["expires"]["format"], "date");
        assert_eq!(schema["additionalProperties"], false);
    }

    #[test]
    fn what_is_no_toml_is_told_as_of_a_rule_file() {
        let text = "fail-on = error\nlang = nb\n\n[severity\npersonal-data = \"off\"\n";
        let error = Config::parse(text, "x.toml", Lang::Nb).unwrap_err();
        assert_eq!(
            told(&error, text),
            [
                "error: dette er ikke TOML: en tekst skal stå mellom anførselstegn; \
                 sett teksten mellom anførselstegn: severity = \"warning\"",
                ": dette er ikke TOML: `]` mangler bak navnet på tabellen",
            ]
        );
    }

    #[test]
    fn numbers_are_read_as_toml_has_them() {
        let text =
            "[thresholds]\nwarnings = 1_000\nnotes = 0x10\n[params.p]\na = [1_0, true, 'x']\n";
        let config = Config::parse(text, "x.toml", Lang::Nb).unwrap();
        let thresholds = config.thresholds;
        assert_eq!(
            (thresholds.warnings, thresholds.notes),
            (Some(1000), Some(16))
        );
        let list = [
            Param::Int(10),
            Param::Bool(true),
            Param::Text("x".to_owned()),
        ];
        assert_eq!(config.params[0].value, Param::List(list.to_vec()));
        for value in ["1.5", "2026-01-01", "99999999999999999999", "{ a = 1 }"] {
            let text = format!("[params.p]\na = {value}\n");
            let error = Config::parse(&text, "x.toml", Lang::Nb).unwrap_err();
            assert_eq!(told(&error, &text).len(), 1, "{value}");
        }
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
