//! The tables `[[check]]` and `[pack.tables.NAME]` as types, for the JSON Schema of a rule file.
#![expect(
    dead_code,
    reason = "the tables are read with their places elsewhere; these types give their schema"
)]

use super::schema_parts::{CaseTable, Languages, Scalar, Severity, SeverityWhen, Texts};
use crate::rules::load::{COLUMN_TYPES, FORMATS};
use schemars::JsonSchema;
use serde_json::json;
use std::collections::BTreeMap;

/// A common rule without expressions: the key that says its kind, those of the kind, and what a rule
/// says of itself, where the usual words will not do. `rules expand` shows the rule that it stands for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct CheckTable {
    /// Its name, after the defect: parts-not-whole.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    id: String,
    /// Kind: numbers whose sum has to be the one that `equals` gives.
    #[schemars(default)]
    sum: Texts,
    /// The key of the question, or the number, that `sum` has to make.
    #[schemars(default)]
    equals: Option<Scalar>,
    /// How much the sum may be off.
    #[schemars(default)]
    within: i64,
    /// Kind: a question that is to be answered as another one is: the same number, text, options or places,
    /// without regard to case, blanks and signs. Texts, options and places are compared where both are there.
    #[schemars(default)]
    same: String,
    /// The question, of the same kind, that `same` is to be answered as.
    #[schemars(default, rename = "as")]
    as_other: String,
    /// Kind: a number that has to be at least or at most so many per cent `of` others together.
    #[schemars(default)]
    share: String,
    /// What `share` is a share of: the key of a question, or of several.
    #[schemars(default)]
    of: Texts,
    /// The lower limit: per cent for `share`, a number for `value`, characters for `length`, words for
    /// `words`.
    #[schemars(default)]
    at_least: i64,
    /// The upper limit; for `change` per cent up or down.
    #[schemars(default)]
    at_most: i64,
    /// Kind: whoever answers this (a number above 0, an option, a text) has to answer another question,
    /// or must not.
    #[schemars(default)]
    given: String,
    /// Regular expressions on the options that `given` is about.
    #[schemars(default)]
    option: Texts,
    /// The question that then has to be answered.
    #[schemars(default)]
    requires: String,
    /// The question that then must not be answered.
    #[schemars(default)]
    forbids: String,
    /// Kind: regular expressions on options of which two must not be chosen at once.
    #[schemars(default)]
    exclusive: Texts,
    /// The question of `exclusive`.
    #[schemars(default)]
    question: String,
    /// Kind: names in a text (between commas, semicolons, «og» and new lines) or places, of which there
    /// have to be as many as `count` says.
    #[schemars(default)]
    names: String,
    /// The question with the number of `names`.
    #[schemars(default)]
    count: String,
    /// Kind: a text that has to be a day of a period.
    #[schemars(default)]
    date: String,
    /// The first day of a `date`: 1.8.2024; for `change`, the number from which on it is looked at.
    #[schemars(default)]
    from: Option<Scalar>,
    /// The last day of a `date`.
    #[schemars(default)]
    to: String,
    /// Kind: a number that has to lie within limits, or be the one that a `table` has for the respondent.
    #[schemars(default)]
    value: String,
    /// The groups that the limits of `value` are for: Kommune, or Offentlig/Kommune.
    #[schemars(default)]
    groups: Texts,
    /// The table that `value` or `listed` is looked up in; for `names`, the one whose keys are names also
    /// where they have an «og» in them.
    #[schemars(default)]
    table: String,
    /// The column of `table` with the number that `value` has to be.
    #[schemars(default)]
    column: String,
    /// Kind: a number that must not be more than so many per cent from last year's (`--previous`).
    #[schemars(default)]
    change: String,
    /// Kind: a text that has to have a form.
    #[schemars(default)]
    text: String,
    /// The regular expression that `text` has to match.
    #[schemars(default)]
    pattern: String,
    /// The form that `text` has to have.
    #[schemars(default, extend("enum" = FORMATS))]
    format: String,
    /// Kind: a text with limits to its characters.
    #[schemars(default)]
    length: String,
    /// Kind: a text with limits to its words.
    #[schemars(default)]
    words: String,
    /// Kind: names or places that have to be keys of a `table`; the nearest one is told.
    #[schemars(default)]
    listed: String,
    /// The name of this check, where several make up the rule.
    #[schemars(default)]
    part: String,
    /// Whether it stands for the earlier rule or part of its name, where its pack applies.
    #[schemars(default)]
    replaces: bool,
    /// The version that first had it.
    #[schemars(default)]
    since: String,
    /// How grave its findings are; each kind has its own where it is left out.
    #[schemars(default)]
    severity: Severity,
    /// How grave its findings are where a condition holds.
    #[schemars(default)]
    severity_when: Vec<SeverityWhen>,
    /// Words by which rules are found and grouped.
    #[schemars(default)]
    tags: Texts,
    /// Where more is to be read.
    #[schemars(default)]
    url: String,
    /// What stands in its stead.
    #[schemars(default)]
    deprecated: Languages,
    /// What it finds, in a few words.
    #[schemars(default)]
    summary: Languages,
    /// What is wrong; expressions stand in braces.
    #[schemars(default)]
    message: Languages,
    /// Why it matters.
    #[schemars(default)]
    why: Languages,
    /// What to do.
    #[schemars(default)]
    help: Languages,
    /// What the respondent is asked, in second person.
    #[schemars(default)]
    ask: Languages,
    /// What a finding and its cause have in common.
    #[schemars(default)]
    scope: Texts,
    /// The rules of which its findings can be a consequence.
    #[schemars(default)]
    consequence_of: Texts,
    /// Reports that it leaves alone, beside those that are made from it.
    #[schemars(default)]
    good: Vec<CaseTable>,
    /// Reports in which it is found, beside those that are made from it.
    #[schemars(default)]
    bad: Vec<CaseTable>,
}

/// What can stand in a column of a table.
fn column_types() -> Vec<String> {
    let names = COLUMN_TYPES.into_iter();
    let both = names.flat_map(|name| [name.to_owned(), format!("{name}?")]);
    both.collect()
}

/// A table that a pack brings along, or that is given for each run (`--table NAME=FILE`).
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RegisterTable {
    /// Its file beside the rule file: .csv, .xlsx or .toml. Without one, rules that need the table do
    /// not apply until `--table NAME=FILE` gives it.
    #[schemars(default)]
    file: String,
    /// The sheet of a workbook; the first one if not given.
    #[schemars(default)]
    sheet: String,
    /// The heading of the column that rows are looked up by; the first one if not given.
    #[schemars(default)]
    key: String,
    /// What stands in its columns: text, int, number, date or bool, with a question mark where a cell
    /// may be empty. A column of which nothing is said is `text?`.
    #[schemars(default, extend("additionalProperties" = json!({ "enum": column_types() })))]
    columns: BTreeMap<String, String>,
    /// Where it is from.
    #[schemars(default)]
    source: String,
    /// From when it is.
    #[schemars(default)]
    dated: String,
}
