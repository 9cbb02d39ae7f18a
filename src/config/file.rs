//! The configuration file as it is written: the type that is read, and of which the schema and the
//! page of keys are made. What stands beside a key here is what an editor shows.

use super::model::Level;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The settings of dekom-lint: `dekom-lint.toml`, or `.dekom-lint.toml`, looked for upwards from the
/// report.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "dekom-lint.toml")]
pub(super) struct File {
    /// From which severity on a finding fails the run, or which rules do: `"error"` if not set,
    /// `"never"` for none; `["error", "duplicate-text"]` for errors and one rule's findings.
    #[schemars(with = "OneOrMore")]
    pub(super) fail_on: Option<OneOrMore>,
    /// The language: bokmål, nynorsk or English.
    #[schemars(with = "Language")]
    pub(super) lang: Option<Language>,
    /// Whether notes are shown.
    #[schemars(with = "bool")]
    pub(super) notes: Option<bool>,
    /// The order of findings for people: the gravest first, or as the report has them.
    #[schemars(with = "Order")]
    pub(super) order: Option<Order>,
    /// What reads the PDF.
    #[schemars(with = "Reader")]
    pub(super) reader: Option<Reader>,
    /// The rule packs that are used; the report chooses if none is named.
    pub(super) packs: Vec<String>,
    /// Rule files and folders that are added, beside this file.
    pub(super) rules: Vec<String>,
    /// Tables that rules look into, CSV, XLSX or TOML files beside this file, by the names that packs give them.
    pub(super) tables: BTreeMap<String, String>,
    /// Values of a pack's parameters, by the pack and the parameter.
    #[schemars(with = "BTreeMap<String, BTreeMap<String, ParamValue>>")]
    pub(super) params: BTreeMap<String, BTreeMap<String, toml::Value>>,
    /// The baseline's file, beside this file.
    #[schemars(with = "String")]
    pub(super) baseline: Option<String>,
    /// How grave the findings of a rule are, by the rule's name; `off` turns it off.
    #[schemars(with = "BTreeMap<String, Level>")]
    pub(super) severity: BTreeMap<Spanned<String>, Level>,
    /// How many findings of each severity a run may have and still pass.
    pub(super) thresholds: Thresholds,
    /// What the letters and drafts of `follow-up` say besides their questions.
    pub(super) follow_up: FollowUp,
    /// Findings that are looked into and accepted.
    pub(super) suppress: Vec<Suppress>,
}

/// A name, or several.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// A parameter's value.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(
    dead_code,
    reason = "its schema is all of it: the values are read with their places"
)]
enum ParamValue {
    Text(String),
    Int(i64),
    Bool(bool),
    List(Vec<serde_json::Value>),
}

/// A language.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Language {
    Nb,
    Nn,
    En,
}

/// An order of findings.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Order {
    Severity,
    Report,
}

/// A reader of PDF.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reader {
    Hayro,
    PdfExtract,
}

/// How many findings a run may have and still pass.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Thresholds {
    /// Errors; more than so many fail the run.
    #[schemars(with = "usize")]
    pub(super) errors: Option<usize>,
    /// Warnings; more than so many fail the run. `--max-warnings` sets the same.
    #[schemars(with = "usize")]
    pub(super) warnings: Option<usize>,
    /// Notes; more than so many fail the run.
    #[schemars(with = "usize")]
    pub(super) notes: Option<usize>,
}

/// What letters say besides their questions.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FollowUp {
    /// Who asks: it stands under each letter.
    #[schemars(with = "String")]
    pub(super) sender: Option<String>,
    /// The day before which answers are wanted, such as `2026-02-01`, or words for it.
    #[schemars(with = "String", extend("format" = "date-or-text"))]
    pub(super) deadline: Option<Deadline>,
    /// What each letter begins with.
    #[schemars(with = "String")]
    pub(super) greeting: Option<String>,
}

/// A day, or words.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Deadline {
    Day(toml::value::Datetime),
    Words(String),
}

/// Findings that are accepted, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Suppress {
    /// The rule.
    #[schemars(with = "String", length(min = 1))]
    pub(super) rule: Spanned<String>,
    /// A part of the question's title; any question if not set.
    #[serde(default)]
    #[schemars(with = "String")]
    pub(super) question: Option<String>,
    /// The respondent's name; any respondent if not set.
    #[serde(default)]
    #[schemars(with = "String")]
    pub(super) respondent: Option<String>,
    /// One finding alone, by its fingerprint, which a new export of the report keeps.
    #[serde(default)]
    #[schemars(with = "String")]
    pub(super) fingerprint: Option<String>,
    /// Why the findings are accepted.
    #[schemars(length(min = 1))]
    pub(super) reason: String,
    /// The last day on which they are, such as `2026-12-31`; for ever if not set.
    #[serde(default)]
    #[schemars(with = "String", extend("format" = "date"))]
    pub(super) expires: Option<Spanned<toml::value::Datetime>>,
}
