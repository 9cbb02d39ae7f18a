//! The JSON Schema of a rule file, for editors that complete and check TOML: the tables of a rule file
//! as types. What stands beside a key here is what an editor shows.
#![expect(
    dead_code,
    reason = "the tables are read with their places elsewhere; these types give their schema"
)]

use super::schema_parts::{CaseTable, Languages, Scalar, Severity, SeverityWhen, Texts};
use super::schema_tables::{CheckTable, RegisterTable};
use crate::report::Kind;
use crate::rules::load::{QUESTION_KINDS, QUESTION_ROLES};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The schema of a rule file.
pub fn schema() -> Value {
    // That a key may be left out is all that the types' defaults say.
    let bare = RecursiveTransform(|schema: &mut Schema| _ = schema.remove("default"));
    let settings = SchemaSettings::draft2020_12().with_transform(bare);
    let generator = settings.into_generator();
    generator.into_root_schema_for::<RuleFile>().to_value()
}

/// Rules for one survey, or for all of them.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "A rule file of dekom-lint")]
struct RuleFile {
    /// Which surveys the rules are for, and what their questions are.
    #[schemars(default)]
    pack: PackTable,
    /// The rules.
    #[schemars(default)]
    rule: Vec<RuleTable>,
    /// The common rules without expressions.
    #[schemars(default)]
    check: Vec<CheckTable>,
    /// Rules with parameters.
    #[schemars(default)]
    template: Vec<TemplateTable>,
}

/// A table with keys of its own, and those that a rule and a template have in common.
macro_rules! with_shared_keys {
    ($(#[$outer:meta])* struct $name:ident { $($(#[$inner:meta])* $key:ident: $of:ty,)* }) => {
        #[derive(JsonSchema)]
        #[schemars(deny_unknown_fields)]
        $(#[$outer])*
        struct $name {
            $($(#[$inner])* $key: $of,)*
            /// How grave its findings are.
            #[schemars(default)]
            severity: Severity,
            /// How grave its findings are where a condition holds; the first that does decides.
            #[schemars(default)]
            severity_when: Vec<SeverityWhen>,
            /// Words by which rules are found and grouped.
            #[schemars(default)]
            tags: Texts,
            /// Where more is to be read.
            #[schemars(default)]
            url: String,
            /// What stands in its stead; the rule is to be left out of a later version.
            #[schemars(default)]
            deprecated: Languages,
            /// What it finds, in a few words.
            #[schemars(default)]
            summary: Languages,
            /// What it walks over, from the outermost inwards: "q in report.questions".
            #[schemars(default, rename = "for")]
            walks: Texts,
            /// Conditions on what is meant; elsewhere the rule does not apply.
            #[schemars(default, rename = "where")]
            meant: Texts,
            /// Conditions without which it cannot be judged.
            #[schemars(default)]
            needs: Texts,
            /// Names for expressions: `let.computed = "values.sum()"`.
            #[schemars(default, rename = "let")]
            names: BTreeMap<String, String>,
            /// What has to hold; there is a finding where it does not.
            #[schemars(default)]
            assert: String,
            /// The printed value at fault: "q.stats.sum".
            #[schemars(default)]
            primary: String,
            /// Further printed values that show why.
            #[schemars(default)]
            labels: Vec<Label>,
            /// The value that is judged.
            #[schemars(default)]
            reported: String,
            /// What it should have been.
            #[schemars(default)]
            expected: String,
            /// The numbers that the expected one is the sum of.
            #[schemars(default)]
            addends: String,
            /// How much the rounding of the figure hides: `"hidden(values.sum(), values.size())"`.
            #[schemars(default)]
            hides: String,
            /// In what it hides that: "summen".
            #[schemars(default)]
            hides_in: Languages,
            /// The question that a finding is about, where the bindings do not tell.
            #[schemars(default)]
            question: String,
            /// The respondent that a finding is about.
            #[schemars(default)]
            respondent: String,
            /// The group that a finding is about.
            #[schemars(default)]
            group: String,
            /// The option that a finding is about.
            #[schemars(default)]
            option: String,
            /// What a finding and its cause have in common.
            #[schemars(default)]
            scope: Texts,
            /// The rules of which its findings can be a consequence.
            #[schemars(default)]
            consequence_of: Texts,
            /// How many findings are kept, 200 if not given; how many more there are is told.
            #[schemars(default)]
            max_findings: usize,
            /// What is wrong; expressions stand in braces.
            #[schemars(default)]
            message: Languages,
            /// What is said where the finding is a consequence.
            #[schemars(default)]
            consequence: Languages,
            /// Why it matters.
            #[schemars(default)]
            why: Languages,
            /// What to do.
            #[schemars(default)]
            help: Languages,
            /// What the respondent is asked, in second person and with what was answered; without
            /// it nobody is.
            #[schemars(default)]
            ask: Languages,
            /// Whom it asks, where a finding is about several respondents: each by itself.
            #[schemars(default)]
            asked: AskedTable,
        }
    };
}

with_shared_keys! {
    /// A rule, or one check of it where several make it up.
    // A rule of its own says all; one that uses a template takes over what it leaves out.
    #[schemars(extend("anyOf" = json!([
        { "required": ["use"] },
        { "required": ["severity", "assert", "primary", "message"] },
    ])))]
    struct RuleTable {
        /// Its name, after the defect: sum-mismatch.
        #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
        id: String,
        /// The name of this check, where several make up the rule.
        #[schemars(default)]
        part: String,
        /// Whether it stands for the earlier rule or part of its name, where its pack applies.
        #[schemars(default)]
        replaces: bool,
        /// The version that first had it.
        #[schemars(default)]
        since: String,
        /// The template that it uses.
        #[schemars(default, rename = "use")]
        template: String,
        /// The template's arguments.
        #[schemars(default)]
        with: BTreeMap<String, Constant>,
        /// Reports that it leaves alone.
        #[schemars(default)]
        good: Vec<CaseTable>,
        /// Reports in which it is found.
        #[schemars(default)]
        bad: Vec<CaseTable>,
    }
}

with_shared_keys! {
    /// A rule with parameters.
    struct TemplateTable {
        /// What rules call it.
        name: String,
        /// The names of its parameters.
        #[schemars(default)]
        params: Texts,
    }
}

/// A value that a rule file gives.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Constant {
    One(Scalar),
    Several(Vec<Scalar>),
}

/// Whom a finding asks, each by itself.
#[derive(Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AskedTable {
    /// A list of which the respondent of each item is asked: "a in hits".
    each: String,
    /// Which of them are.
    #[schemars(default)]
    when: String,
    /// The printed value that it is asked about: "a.value".
    at: String,
}

/// A secondary place of a finding.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Label {
    /// A list of which each item gives a label: "a in q.answers".
    #[schemars(default)]
    each: String,
    /// Which of them do.
    #[schemars(default)]
    when: String,
    /// The printed value: "a.value".
    at: String,
    /// What it is.
    #[schemars(default)]
    text: Languages,
}

/// Which surveys the rules of a file are for.
#[derive(Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PackTable {
    /// A short name in lower case.
    name: String,
    /// The version of the rule language that it is written for: 1.
    #[schemars(default)]
    language: usize,
    /// Its title.
    #[schemars(default)]
    title: Languages,
    /// What it checks.
    #[schemars(default)]
    description: Languages,
    /// Regular expressions on the titles of the report and its questions; the pack is for every report
    /// where there is none.
    #[schemars(default)]
    applies_to: Texts,
    /// Values that rules use as params.name.
    #[schemars(default)]
    params: BTreeMap<String, Constant>,
    /// Registers and other tables, looked up by key.
    #[schemars(default)]
    tables: BTreeMap<String, RegisterTable>,
    /// The questions that the pack knows.
    #[schemars(default)]
    question: Vec<QuestionTable>,
}

/// A question that a pack knows.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct QuestionTable {
    /// The name that rules use: questions('key').
    key: String,
    /// What people call it: planned duration.
    #[schemars(default)]
    name: Languages,
    /// Regular expressions on the titles of the surveys that ask it.
    #[schemars(default)]
    scheme: Texts,
    /// Regular expressions on its title.
    #[schemars(default)]
    pattern: Texts,
    /// Regular expressions of which each fits one of its options.
    #[schemars(default)]
    options: Texts,
    /// What kind it has to be.
    #[schemars(default, extend("enum" = QUESTION_KINDS.map(Kind::name)))]
    kind: String,
    /// Whether everyone has to answer it.
    #[schemars(default)]
    required: bool,
    /// What it holds in particular.
    #[schemars(default, extend("enum" = QUESTION_ROLES))]
    role: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::load::{
        CASE_KEYS, PACK_KEYS, QUESTION_KEYS, RULE_KEYS, SHARED_KEYS, TABLE_KEYS, check_keys,
    };
    use std::collections::BTreeSet;

    #[test]
    fn the_types_have_the_keys_that_files_are_read_with() {
        let schema = schema();
        let keys = |table: &str| -> BTreeSet<String> {
            let of = schema.pointer(&format!("/$defs/{table}/properties"));
            let of = of.and_then(Value::as_object);
            of.map(|all| all.keys().cloned().collect())
                .unwrap_or_default()
        };
        let read = |lists: &[&[&str]]| -> BTreeSet<String> {
            lists.concat().into_iter().map(str::to_owned).collect()
        };
        assert_eq!(keys("RuleTable"), read(&[&RULE_KEYS, &SHARED_KEYS]));
        let own: &[&str] = &["name", "params"];
        assert_eq!(keys("TemplateTable"), read(&[own, &SHARED_KEYS]));
        assert_eq!(keys("PackTable"), read(&[&PACK_KEYS]));
        assert_eq!(keys("QuestionTable"), read(&[&QUESTION_KEYS]));
        assert_eq!(keys("CaseTable"), read(&[&CASE_KEYS]));
        assert_eq!(keys("CheckTable"), read(&[&check_keys()]));
        assert_eq!(keys("RegisterTable"), read(&[&TABLE_KEYS]));
        assert_eq!(keys("SeverityWhen"), read(&[&["when", "severity"]]));
        assert_eq!(keys("Label"), read(&[&["each", "when", "at", "text"]]));
    }

    #[test]
    fn every_key_says_what_it_is_for() {
        let schema = schema();
        let tables = schema.pointer("/$defs").and_then(Value::as_object).unwrap();
        for (name, table) in tables {
            let keys = table.get("properties").and_then(Value::as_object);
            for (key, value) in keys.into_iter().flatten() {
                assert!(value.get("description").is_some(), "{name}: {key}");
            }
        }
    }
}
