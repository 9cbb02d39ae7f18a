//! The JSON Schema of a rule file, for editors that complete and check TOML.

use crate::rules::load::{
    CASE_KEYS, PACK_KEYS, QUESTION_KEYS, QUESTION_KINDS, QUESTION_ROLES, SHARED_KEYS,
};
use serde_json::{Map, Value, json};

/// What a key of a rule is for, and its shape.
fn of_rule(key: &str) -> Value {
    let text = |said: &str| json!({ "type": "string", "description": said });
    let expression = text;
    let languages = |said: &str| json!({ "$ref": "#/$defs/languages", "description": said });
    let texts = |said: &str| json!({ "$ref": "#/$defs/texts", "description": said });
    match key {
        "severity" => json!({
            "enum": ["error", "warning", "note"],
            "description": "How grave its findings are: error (the report contradicts itself), warning (an adviser asks), note (shown on request)."
        }),
        "summary" => languages("What it finds, in a few words."),
        "for" => {
            texts("What it walks over, from the outermost inwards: \"q in report.questions\".")
        }
        "where" => texts("Conditions on what is meant; elsewhere the rule does not apply."),
        "needs" => texts("Conditions without which it cannot be judged."),
        "let" => json!({
            "type": "object",
            "additionalProperties": { "type": "string" },
            "description": "Names for expressions: let.computed = \"values.sum()\"."
        }),
        "assert" => expression("What has to hold; there is a finding where it does not."),
        "primary" => expression("The printed value at fault: \"q.stats.sum\"."),
        "labels" => json!({
            "type": "array",
            "items": { "$ref": "#/$defs/label" },
            "description": "Further printed values that show why."
        }),
        "reported" => expression("The value that is judged."),
        "expected" => expression("What it should have been."),
        "addends" => expression("The numbers that the expected one is the sum of."),
        "hides" => expression(
            "How much the rounding of the figure hides: \"hidden(values.sum(), values.size())\".",
        ),
        "hides_in" => languages("In what it hides that: \"summen\"."),
        "question" => {
            expression("The question that a finding is about, where the bindings do not tell.")
        }
        "respondent" => expression("The respondent that a finding is about."),
        "group" => expression("The group that a finding is about."),
        "option" => expression("The option that a finding is about."),
        "scope" => texts("What a finding and its cause have in common."),
        "consequence_of" => texts("The rules of which its findings can be a consequence."),
        "message" => languages("What is wrong; expressions stand in braces."),
        "consequence" => languages("What is said where the finding is a consequence."),
        "why" => languages("Why it matters."),
        "help" => languages("What to do."),
        _ => json!({}),
    }
}

/// A table with these keys and no other.
fn table(properties: &Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    })
}

fn of<'k>(
    keys: impl IntoIterator<Item = &'k str>,
    value: &dyn Fn(&str) -> Value,
) -> Map<String, Value> {
    keys.into_iter()
        .map(|key| (key.to_owned(), value(key)))
        .collect()
}

/// The schema of a rule file.
pub fn schema() -> Value {
    let mut rule = of(SHARED_KEYS, &of_rule);
    rule.extend(of(["id", "part", "since", "use"], &|key| match key {
        "id" => json!({ "type": "string", "pattern": "^[a-z0-9-]+$", "description": "Its name, after the defect: sum-mismatch." }),
        "since" => json!({ "type": "string", "description": "The version that first had it." }),
        "part" => json!({ "type": "string", "description": "The name of this check, where several make up the rule." }),
        _ => json!({ "type": "string", "description": "The template that it uses." }),
    }));
    rule.insert(
        "with".to_owned(),
        json!({ "$ref": "#/$defs/constants", "description": "The template's arguments." }),
    );
    for (key, said) in [
        ("good", "Reports that it leaves alone."),
        ("bad", "Reports in which it is found."),
    ] {
        let cases =
            json!({ "type": "array", "items": { "$ref": "#/$defs/case" }, "description": said });
        rule.insert(key.to_owned(), cases);
    }
    let mut rule = table(&rule, &["id"]);
    // A rule of its own says all; one that uses a template takes over what it leaves out.
    if let Some(rule) = rule.as_object_mut() {
        rule.insert(
            "anyOf".to_owned(),
            json!([{ "required": ["use"] }, { "required": ["severity", "assert", "primary", "message"] }]),
        );
    }
    let mut template = of(SHARED_KEYS, &of_rule);
    template.insert(
        "name".to_owned(),
        json!({ "type": "string", "description": "What rules call it." }),
    );
    template.insert(
        "params".to_owned(),
        json!({ "$ref": "#/$defs/texts", "description": "The names of its parameters." }),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule file of dekom-lint",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "pack": { "$ref": "#/$defs/pack" },
            "rule": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
            "template": { "type": "array", "items": { "$ref": "#/$defs/template" } },
        },
        "$defs": {
            "rule": rule,
            "template": table(&template, &["name"]),
            "pack": table(&of(PACK_KEYS, &of_pack), &["name"]),
            "question": table(&of(QUESTION_KEYS, &of_question), &["key"]),
            "case": table(&of(CASE_KEYS, &of_case), &[]),
            "label": table(&of(["each", "when", "at", "text"], &|key| match key {
                "text" => json!({ "$ref": "#/$defs/languages" }),
                _ => json!({ "type": "string" }),
            }), &["at"]),
            "texts": {
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
            },
            "languages": {
                "anyOf": [
                    { "type": "string" },
                    table(&of(["nb", "nn", "en"], &|_| json!({ "type": "string" })), &["nb"])
                ]
            },
            "constants": {
                "type": "object",
                "additionalProperties": {
                    "anyOf": [
                        { "type": ["string", "integer", "boolean"] },
                        { "type": "array", "items": { "type": ["string", "integer", "boolean"] } }
                    ]
                }
            }
        }
    })
}

fn of_pack(key: &str) -> Value {
    match key {
        "name" => json!({ "type": "string", "description": "A short name in lower case." }),
        "applies_to" => json!({
            "$ref": "#/$defs/texts",
            "description": "Regular expressions on the titles of the report and its questions; the pack is for every report where there is none."
        }),
        "params" => {
            json!({ "$ref": "#/$defs/constants", "description": "Values that rules use as params.name." })
        }
        "question" => json!({
            "type": "array",
            "items": { "$ref": "#/$defs/question" },
            "description": "The questions that the pack knows."
        }),
        _ => json!({ "$ref": "#/$defs/languages" }),
    }
}

fn of_question(key: &str) -> Value {
    match key {
        "kind" => {
            json!({ "enum": QUESTION_KINDS.map(crate::report::Kind::name), "description": "What kind it has to be." })
        }
        "role" => json!({ "enum": QUESTION_ROLES, "description": "What it holds in particular." }),
        "required" => {
            json!({ "type": "boolean", "description": "Whether everyone has to answer it." })
        }
        "key" => {
            json!({ "type": "string", "description": "The name that rules use: questions('key')." })
        }
        "options" => {
            json!({ "$ref": "#/$defs/texts", "description": "Regular expressions of which each fits one of its options." })
        }
        _ => json!({ "$ref": "#/$defs/texts", "description": "Regular expressions on its title." }),
    }
}

fn of_case(key: &str) -> Value {
    match key {
        "edit" => json!({
            "type": "array",
            "items": { "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2 },
            "description": "What stands in the report, and what stands there instead."
        }),
        "base" => {
            json!({ "enum": super::BASES.map(|(name, _)| name), "description": "The built-in report that it is an edit of." })
        }
        "report" => json!({ "type": "string", "description": "The report, as text." }),
        "message" => {
            json!({ "type": "string", "description": "Part of the message that is expected." })
        }
        "primary" => {
            json!({ "type": "string", "description": "The text that the finding points at." })
        }
        _ => json!({ "type": "string", "description": "What it shows." }),
    }
}
