//! Rule files: what is refused, where, and with what advice.

use super::build::Builder;
use crate::i18n::Lang;
use crate::report::{Kind, Report};
use crate::rules::{Options, RuleError, RuleSet, RuleSource, Severity, load, run};

const K: &str = "Offentlig/Kommune";

pub(super) fn source(name: &str, text: &str) -> RuleSource {
    RuleSource {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

pub(super) fn whole(texts: &[&str]) -> RuleSet {
    let sources: Vec<RuleSource> = texts.iter().map(|t| source("own.toml", t)).collect();
    load(&sources).unwrap_or_else(|e| panic!("{e:#?}"))
}

/// The mistakes of a file: what each is about, what it says, what it advises.
pub(super) fn mistakes(text: &str) -> Vec<(String, String, String)> {
    let errors = load(&[source("own.toml", text)]).err().unwrap_or_default();
    let about = |e: &RuleError| text.get(e.span()).unwrap_or("?").to_owned();
    errors
        .iter()
        .map(|e| {
            let advice = e.advice().unwrap_or_default();
            (about(e), e.message(), advice)
        })
        .collect()
}

pub(super) fn one_mistake(text: &str, about: &str, message: &str, advice: &str) {
    let all = mistakes(text);
    let [(at, said, advised)] = all.as_slice() else {
        panic!("{text}\n{all:#?}");
    };
    assert_eq!(at, about, "{said}");
    assert!(said.contains(message), "{said}");
    assert!(advised.contains(advice), "{advised}");
}

/// One of several mistakes that come of one change.
pub(super) fn among_mistakes(text: &str, about: &str, message: &str, advice: &str) {
    let all = mistakes(text);
    let found = all.iter().any(|(at, said, advised)| {
        at == about && said.contains(message) && advised.contains(advice)
    });
    assert!(found, "{text}\n{all:#?}");
}

pub(super) const GOOD: &str = r#"
[[rule]]
id = "own"
severity = "warning"
for = ["q in report.questions"]
where = "q.stats != null && q.stats.sum != null"
let.top = "q.answers.map(a, orZero(a.value)).max()"
assert = "top == null || top <= 100"
primary = "q.stats.sum"
message.nb = "Det høyeste er {top}."
"#;

/// The good rule with one line changed.
pub(super) fn with(line: &str, new: &str) -> String {
    assert!(GOOD.contains(line), "{line}");
    GOOD.replace(line, new)
}

pub(super) fn report(values: &[i64]) -> Report {
    let mut builder = Builder::new();
    let sum: i64 = values.iter().sum();
    let mut question = builder
        .question(Kind::Integer, "Hvor mange?")
        .stats([0, sum, 0, 0, 0]);
    for (i, value) in values.iter().enumerate() {
        question = question.integer(&format!("R{i}"), K, *value);
    }
    question.end();
    builder.done()
}

#[test]
fn a_good_rule_is_loaded_and_run() {
    let rules = whole(&[GOOD]);
    let rule = rules.rule("own").expect("there");
    assert_eq!(rule.severity, Severity::Warning);
    assert_eq!(rule.pack, "own");
    assert!(rule.toml.starts_with("[[rule]]") && rule.toml.ends_with("{top}.\""));
    let outcome = run(&rules, &report(&[7, 150]), &Options::default());
    assert_eq!(outcome.hits[0].message.nb, "Det høyeste er 150.");
    assert_eq!(outcome.hits[0].message.en, "Det høyeste er 150.");
    assert!(
        run(&rules, &report(&[7]), &Options::default())
            .hits
            .is_empty()
    );
}

#[test]
fn keys_and_values_are_checked() {
    among_mistakes(
        &with("assert =", "asert ="),
        "asert",
        "no key `asert`",
        "did you mean `assert`",
    );
    one_mistake(
        &with("\"warning\"", "\"grave\""),
        "\"grave\"",
        "no severity 'grave'",
        "there is",
    );
    one_mistake(
        &with("\"own\"", "\"Own Rule\""),
        "\"Own Rule\"",
        "cannot be used as an id",
        "small letters",
    );
    among_mistakes(
        &with("id = \"own\"", ""),
        "[[rule]]",
        "lacks `id`",
        "name it after the defect",
    );
    one_mistake(
        &with("\"q.stats.sum\"\nmessage", "7\nmessage"),
        "7",
        "a text, not a number",
        "",
    );
    among_mistakes(
        &with("message.nb", "message.no"),
        "no",
        "no key `no`",
        "did you mean",
    );
    one_mistake(
        "pakke = 1",
        "pakke",
        "no key `pakke`",
        "did you mean `pack`",
    );
}

#[test]
fn mistakes_of_toml_itself_have_a_place() {
    let all = mistakes("[[rule]\nid = \"x\"");
    assert!(!all.is_empty());
    let all = mistakes(&with("id = \"own\"", "id = \"own"));
    assert!(!all.is_empty());
}

#[test]
fn expressions_are_checked_where_they_stand() {
    one_mistake(
        &with("q.stats.sum\"\nmessage", "q.stats.summ\"\nmessage"),
        "summ",
        "no field `summ`",
        "`sum`",
    );
    one_mistake(
        &with("{top}", "{topp}"),
        "topp",
        "nothing is called `topp`",
        "`top`",
    );
    one_mistake(&with("{top}", "{top"), "{top.", "not closed", "twice");
    one_mistake(
        &with("{top}", "{q}"),
        "q",
        "cannot stand in a message",
        "field",
    );
    among_mistakes(
        &with("top == null || ", ""),
        "top",
        "may be null",
        "top != null",
    );
    one_mistake(
        &with("\"q.stats.sum\"\nmessage", "\"top\"\nmessage"),
        "top",
        "not printed anywhere",
        "q.title",
    );
    one_mistake(
        &with(" && q.stats.sum != null", ""),
        "q.stats.sum",
        "may be null",
        "where",
    );
    one_mistake(
        &with("q in report.questions", "q of report.questions"),
        "of",
        "where `in`",
        "name in list",
    );
    one_mistake(
        &with("q in report.questions", "q in report"),
        "report",
        "only lists are walked",
        "",
    );
    among_mistakes(
        &with("let.top", "let.q"),
        "q",
        "`q` is taken",
        "another name",
    );
}

#[test]
fn places_are_right_behind_escapes_and_in_long_texts() {
    for (line, about) in [
        ("assert = \"'\\u00e5\\\"å' == topp\"", "topp"),
        ("assert = '''\n  top == null ||\n    topp > 1'''", "topp"),
        (
            "assert = \"\"\"\n  top == null || \\\n    topp > 1\"\"\"",
            "topp",
        ),
        ("assert = 'top == null || topp > 1'", "topp"),
        ("assert = \"'\\\\u00e5' == topp\"", "topp"),
    ] {
        let text = with("assert = \"top == null || top <= 100\"", line);
        among_mistakes(&text, about, "nothing is called", "`top`");
    }
    let text = with("Det høyeste er {top}.", "Å \\\"høyeste\\\" {{er}} {topp}");
    one_mistake(&text, "topp", "nothing is called", "`top`");
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once() {
    let first = with("q.stats != null", "q.stat != null").replace("{top}", "{tip}");
    let second = with("severity = \"warning\"", "severity = \"bad\"");
    let errors = load(&[source("a.toml", &first), source("b.toml", &second)])
        .err()
        .unwrap_or_default();
    let files: Vec<&str> = errors.iter().map(RuleError::file).collect();
    assert!(
        files.iter().filter(|f| **f == "a.toml").count() >= 2,
        "{errors:#?}"
    );
    assert!(files.contains(&"b.toml"));
    assert!(files.is_sorted());
}

#[test]
fn a_mistake_is_shown_in_the_file() {
    let text = with("{top}", "{topp}");
    let errors = load(&[source("own.toml", &text)]).err().unwrap_or_default();
    let mut shown = String::new();
    let handler =
        miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor());
    handler
        .render_report(&mut shown, &errors[0])
        .expect("it renders");
    for part in [
        "nothing is called `topp`",
        "own.toml:10:32",
        "Det høyeste er {topp}.",
        "did you mean `top`?",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
}

#[test]
fn a_mistake_is_told_in_the_language_of_the_reader() {
    let errors = load(&[source("own.toml", "[[rul]]\n")]).err().unwrap();
    let error = errors.into_iter().next().unwrap();
    let said = |lang| error.clone().in_language(lang).message();
    assert_eq!(said(Lang::En), "a rule file has no key `rul`");
    assert_eq!(said(Lang::Nb), "en regelfil har ikke nøkkelen `rul`");
    assert_eq!(said(Lang::Nn), "ei regelfil har ikkje nøkkelen `rul`");
}
