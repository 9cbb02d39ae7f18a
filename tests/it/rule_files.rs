//! The built-in rules keep what is asked of them: cases of each, and a table that tells all of them.

use crate::builtin::{CASES, RULES};
use dekom_lint::rules::{self, Verdict};
use dekom_lint::{report, text};

#[test]
fn every_rule_has_two_good_and_two_bad_cases() {
    for rule in RULES.rules() {
        let good = rule.cases.iter().filter(|case| case.good).count();
        let bad = rule.cases.len() - good;
        assert!(good >= 2, "{} has {good} good cases", rule.id);
        assert!(bad >= 2, "{} has {bad} bad cases", rule.id);
        assert!(!rule.since.is_empty(), "{} is since when?", rule.id);
        for case in &rule.cases {
            assert!(!case.name.is_empty(), "{}: a case without a name", rule.id);
            let told = case.good || !case.message.is_empty() || !case.primary.is_empty();
            assert!(told, "{}: {} expects nothing", rule.id, case.name);
        }
    }
}

#[test]
fn the_rules_do_as_their_cases_say() {
    for result in CASES.iter() {
        // A good case in which the rule judges nothing is vacuous, and so not right either.
        let found: Vec<_> = result
            .hits
            .iter()
            .map(|hit| (&hit.primary.text, &hit.message.nb))
            .collect();
        assert!(
            result.verdict.is_right(),
            "{} is {} for «{}»: {found:?}",
            result.rule.id,
            result.verdict.name(),
            result.case.name,
        );
    }
    assert!(
        CASES
            .iter()
            .any(|result| result.verdict == Verdict::Reported)
    );
}

#[test]
fn the_schema_takes_the_built_in_rules_and_refuses_mistakes() {
    let schema = rules::schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let value = |text: &str| -> serde_json::Value {
        let table: toml::Table = text.parse().expect("TOML");
        serde_json::to_value(table).expect("JSON")
    };
    for source in rules::builtin_sources() {
        let value = value(&source.text);
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", source.name);
    }
    let rule = "[[rule]]\nid = \"x\"\nseverity = \"error\"\nassert = \"true\"\nprimary = \"report.title\"\nmessage = \"x\"\n";
    assert!(validator.is_valid(&value(rule)));
    let cases =
        format!("{rule}[[rule.good]]\nname = \"x\"\nbase = \"survey\"\nedit = [[\"a\", \"b\"]]\n");
    assert!(validator.is_valid(&value(&cases)));
    for (from, to) in [
        ("survey", "surwey"),
        ("[[\"a\", \"b\"]]", "[[\"a\"]]"),
        ("base", "basis"),
    ] {
        assert!(
            !validator.is_valid(&value(&cases.replace(from, to))),
            "{to}"
        );
    }
    for (from, to) in [
        ("error", "grave"),
        ("assert", "asert"),
        ("id = \"x\"", "id = \"Not an id\""),
        ("message = \"x\"", "message = 3"),
    ] {
        assert!(!validator.is_valid(&value(&rule.replace(from, to))), "{to}");
    }
}

#[test]
fn no_change_of_a_figure_goes_unnoticed() {
    for text in [
        include_str!("../../rules/bases/survey.txt"),
        include_str!("../../rules/bases/dekom.txt"),
    ] {
        let report = report::parse(text::from_text(text));
        let changes = rules::mutate(&RULES, &report, &rules::Options::default(), 2);
        for change in changes {
            assert!(!change.is_blind_spot(), "{:?}", change.mutant);
            // Nothing in a report says how many there are that it does not show.
            let known = change.mutant.what == "total" || !change.mutant.change.is_figure();
            assert!(change.reason.is_none() || known, "{:?}", change.mutant);
        }
    }
}

/// A rule with a case that expects another message, one that expects nothing yet, and one that is
/// found although it is to be left alone.
const OUTDATED: &str = r#"[[rule]]
id = "own" # of my own
severity = "note"
for = ["q in report.questions", "a in q.answers"]
where = "a.value != null"
assert = "a.value <= 10"
primary = "a.value"
message = "{a.respondent} har {a.value} skoler."

[[rule.good]]
name = "mange"
base = "survey"

[[rule.bad]]
name = "annen ordlyd"
base = "survey"
message = "Fjordheim har 15"
primary = "15"

[[rule.bad]]
name = "tomt"
base = "survey"
edit = [["Heltall: 7", "Heltall: 70"], ["Heltall: 15", "Heltall: 1"]]

[[rule.bad]]
name = "ikke funnet"
base = "survey"
edit = [["Heltall: 15", "Heltall: 1"]]
message = "Fjordheim har 15"
"#;

#[test]
fn what_was_found_is_written_into_the_cases() {
    let file = crate::scratch::folder("accept").join("own.toml");
    std::fs::write(&file, OUTDATED).expect("a file");
    let run = |args: &[&str]| {
        let program = std::process::Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(["rules", "test", "--color", "never"])
            .args(args)
            .arg(&file)
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&program.stdout).into_owned();
        (program.status.code(), said)
    };
    let (code, said) = run(&["--accept"]);
    // What is to be left alone, and what was not found, is for whoever wrote the rule.
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("2 eksempler er skrevet om i "), "{said}");
    let written = std::fs::read_to_string(&file).expect("a file");
    let expected = OUTDATED
        .replacen(
            "message = \"Fjordheim har 15\"\nprimary",
            "message = \"Fjordheim fylkeskommune har 15 skoler.\"\nprimary",
            1,
        )
        .replacen(
            "[\"Heltall: 15\", \"Heltall: 1\"]]\n\n",
            "[\"Heltall: 15\", \"Heltall: 1\"]]\nmessage = \"Furuly skole har 70 skoler.\"\nprimary = \"70\"\n\n",
            1,
        );
    assert_eq!(written, expected);
    let (code, said) = run(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("2 meldt, 1 falsk alarm, 1 ikke meldt"),
        "{said}"
    );
    // Nothing is left to be written.
    run(&["--accept"]);
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), expected);
}
