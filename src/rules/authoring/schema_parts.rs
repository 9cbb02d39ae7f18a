//! Shapes that stand in several tables of a rule file.
#![expect(
    dead_code,
    reason = "the tables are read with their places elsewhere; these types give their schema"
)]

use schemars::JsonSchema;
use serde_json::json;

/// error: the report contradicts itself; warning: an adviser asks; note: shown on request.
#[derive(Default, JsonSchema)]
#[schemars(rename_all = "lowercase", inline)]
pub(super) enum Severity {
    #[default]
    Error,
    Warning,
    Note,
}

/// A text in bokmål, or in several languages.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Languages {
    Bokmål(String),
    Several(SeveralLanguages),
}

impl Default for Languages {
    fn default() -> Self {
        Self::Bokmål(String::new())
    }
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct SeveralLanguages {
    /// Bokmål.
    nb: String,
    /// Nynorsk.
    #[schemars(default)]
    nn: String,
    /// English.
    #[schemars(default)]
    en: String,
}

/// One text or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Texts {
    One(String),
    Several(Vec<String>),
}

impl Default for Texts {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum Scalar {
    Text(String),
    Number(i64),
    Truth(bool),
}

/// A severity and when it holds.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct SeverityWhen {
    /// The condition: `"a.value > 1000"`.
    when: String,
    /// The severity.
    severity: Severity,
}

/// A small report: whole, or a built-in one with edits.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct CaseTable {
    /// What it shows.
    #[schemars(default)]
    name: String,
    /// The report, as text, or the name of a text file or a PDF beside the rule file.
    #[schemars(default)]
    report: String,
    /// The report that it is an edit of: one that is built in, or a text file beside the rule file.
    #[schemars(default, extend("anyOf" = json!([
        { "enum": crate::rules::bases::BASES.map(|(name, _)| name) },
        { "pattern": r"\.(txt|TXT)$" },
    ])))]
    base: String,
    /// What stands in the report, and what stands there instead.
    #[schemars(default)]
    edit: Vec<[String; 2]>,
    /// The report of the year before, as text.
    #[schemars(default)]
    previous: String,
    /// Part of the message that is expected.
    #[schemars(default)]
    message: String,
    /// The text that the finding points at.
    #[schemars(default)]
    primary: String,
}
