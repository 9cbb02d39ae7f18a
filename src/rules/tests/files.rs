//! Rule files: what is refused, where, and with what advice; templates, parts, and replacing.

use super::build::Builder;
use crate::report::{Kind, Report};
use crate::rules::{Options, RuleError, RuleSet, RuleSource, Severity, builtin_sources, load, run};

const K: &str = "Offentlig/Kommune";

fn source(name: &str, text: &str) -> RuleSource {
    RuleSource {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn whole(texts: &[&str]) -> RuleSet {
    let sources: Vec<RuleSource> = texts.iter().map(|t| source("own.toml", t)).collect();
    load(&sources).unwrap_or_else(|e| panic!("{e:#?}"))
}

/// The mistakes of a file: what each is about, what it says, what it advises.
fn mistakes(text: &str) -> Vec<(String, String, String)> {
    let errors = load(&[source("own.toml", text)]).err().unwrap_or_default();
    let about = |e: &RuleError| text.get(e.span()).unwrap_or("?").to_owned();
    errors
        .iter()
        .map(|e| {
            let advice = e.advice().unwrap_or_default();
            (about(e), e.message().to_owned(), advice.to_owned())
        })
        .collect()
}

fn one_mistake(text: &str, about: &str, message: &str, advice: &str) {
    let all = mistakes(text);
    let [(at, said, advised)] = all.as_slice() else {
        panic!("{text}\n{all:#?}");
    };
    assert_eq!(at, about, "{said}");
    assert!(said.contains(message), "{said}");
    assert!(advised.contains(advice), "{advised}");
}

/// One of several mistakes that come of one change.
fn among_mistakes(text: &str, about: &str, message: &str, advice: &str) {
    let all = mistakes(text);
    let found = all.iter().any(|(at, said, advised)| {
        at == about && said.contains(message) && advised.contains(advice)
    });
    assert!(found, "{text}\n{all:#?}");
}

const GOOD: &str = r#"
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
fn with(line: &str, new: &str) -> String {
    assert!(GOOD.contains(line), "{line}");
    GOOD.replace(line, new)
}

fn report(values: &[i64]) -> Report {
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
        &with("\"warning\"", "\"warn\""),
        "\"warn\"",
        "no severity 'warn'",
        "there is",
    );
    one_mistake(
        &with("\"own\"", "\"Own Rule\""),
        "\"Own Rule\"",
        "no id",
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
fn ids_are_given_once_in_a_file_unless_they_are_parts() {
    let twice = format!("{GOOD}{GOOD}");
    one_mistake(&twice, "\"own\"", "written twice", "part");
    let parts = format!(
        "{GOOD}{}",
        with("id = \"own\"", "id = \"own\"\npart = \"other\"").replace("\"warning\"", "\"error\"")
    );
    let rules = whole(&[&parts]);
    assert_eq!(rules.rules().count(), 1);
    assert_eq!(rules.rule("own").map(|r| r.severity), Some(Severity::Error));
    assert_eq!(
        run(&rules, &report(&[150]), &Options::default()).hits.len(),
        2
    );
}

#[test]
fn a_later_file_replaces_and_adds() {
    let stricter = with("100", "5");
    let other = with("\"own\"", "\"other\"");
    let rules = whole(&[GOOD, &stricter, &other]);
    let ids: Vec<&str> = rules.rules().map(|r| r.id.as_str()).collect();
    assert_eq!(ids, ["own", "other"]);
    let outcome = run(&rules, &report(&[7]), &Options::default());
    assert_eq!(outcome.hits.len(), 1);
    let mut sources = builtin_sources();
    let count = load(&sources).map_or(0, |r| r.rules().count());
    sources.push(source("own.toml", &with("\"own\"", "\"sum-mismatch\"")));
    assert_eq!(load(&sources).map_or(0, |r| r.rules().count()), count);
}

const TEMPLATE: &str = r#"
[[template]]
name = "at-most"
params = ["limit", "what"]
severity = "note"
for = ["q in report.questions", "a in q.answers"]
where = "a.value != null"
assert = "a.value <= limit"
primary = "a.value"
message.nb = "{a.value} er mer enn {limit} {what}."

[[rule]]
id = "few"
use = "at-most"
with = { limit = 10, what = "skoler" }

[[rule]]
id = "fewer"
use = "at-most"
severity = "error"
with = { limit = 5, what = "skoler" }
"#;

#[test]
fn templates_are_filled_in() {
    let rules = whole(&[TEMPLATE]);
    let outcome = run(&rules, &report(&[7, 12]), &Options::default());
    let found: Vec<(&str, Severity, &str)> = outcome
        .hits
        .iter()
        .map(|h| (h.rule.as_str(), h.severity, h.message.nb.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("fewer", Severity::Error, "7 er mer enn 5 skoler."),
            ("few", Severity::Note, "12 er mer enn 10 skoler."),
            ("fewer", Severity::Error, "12 er mer enn 5 skoler."),
        ]
    );
    // A template of one file is there for another.
    let use_it = "[[rule]]\nid = \"own\"\nuse = \"at-most\"\nwith = { limit = 1, what = \"x\" }\n";
    assert_eq!(whole(&[TEMPLATE, use_it]).rules().count(), 3);
}

#[test]
fn templates_are_checked() {
    let change = |from: &str, to: &str| TEMPLATE.replacen(from, to, 1);
    one_mistake(
        &change("use = \"at-most\"", "use = \"at-least\""),
        "\"at-least\"",
        "no template",
        "`at-most`",
    );
    one_mistake(
        &change("with = { limit = 10, ", "with = { "),
        "\"at-most\"",
        "needs `limit`",
        "with",
    );
    one_mistake(
        &change("{ limit = 10", "{ limits = 10, limit = 10"),
        "limits",
        "takes no `limits`",
        "`limit`",
    );
    // A mistake in the template is told once, though two rules use it.
    one_mistake(
        &change("a.value <= limit", "a.valu <= limit"),
        "valu",
        "no field `valu`",
        "`value`",
    );
    let text = change("limit = 10", "limit = \"ti\"");
    one_mistake(&text, "a.value <= limit", "cannot join int and text", "");
}

#[test]
fn packs_are_checked() {
    let pack = "[pack]\nname = \"own\"\n[pack.params]\nlimit = 3\n[[pack.question]]\nkey = \"phone\"\npattern = \"telefon\"\n";
    let text = format!("{pack}{}", with("100", "params.limit"));
    assert_eq!(mistakes(&text), []);
    one_mistake(
        &text.replace("params.limit", "params.limits"),
        "limits",
        "no parameter `limits`",
        "`limit`",
    );
    among_mistakes(
        &text.replace("key = ", "kei = "),
        "kei",
        "no key `kei`",
        "did you mean `key`",
    );
    one_mistake(
        &text.replace("\"telefon\"", "\"(telefon\""),
        "\"(telefon\"",
        "regular expression is broken",
        "",
    );
    one_mistake(
        &text.replace(
            "pattern = \"telefon\"\n",
            "pattern = \"telefon\"\nrole = \"fone\"\n",
        ),
        "\"fone\"",
        "no role 'fone'",
        "`phone`",
    );
    let asks = with(
        "top == null ||",
        "question('fone') == null && top == null ||",
    );
    among_mistakes(
        &format!("{pack}{asks}"),
        "'fone'",
        "no pack knows",
        "`phone`",
    );
}

#[test]
fn causes_are_checked() {
    let text = with(
        "severity",
        "consequence_of = [\"ovn\"]\nscope = \"q\"\nseverity",
    );
    one_mistake(&text, "\"ovn\"", "no rule `ovn`", "`own`");
    let text = with("severity", "consequence_of = [\"own\"]\nseverity");
    assert!(mistakes(&text)[0].1.contains("lacks `scope`"));
}

#[test]
fn a_circle_of_causes_leaves_both_findings() {
    let one = with(
        "severity",
        "consequence_of = [\"other\"]\nscope = \"q\"\nseverity",
    );
    let other = one
        .replace("\"own\"", "\"here\"")
        .replace("\"other\"", "\"own\"")
        .replace("\"here\"", "\"other\"");
    let rules = whole(&[&format!("{one}{other}")]);
    assert_eq!(
        run(&rules, &report(&[150]), &Options::default()).hits.len(),
        2
    );
}

#[test]
fn cases_are_kept_beside_the_rule() {
    let text = format!(
        "{GOOD}[[rule.good]]\nname = \"lite\"\nreport = '''\nx\n'''\n[[rule.bad]]\nname = \"mye\"\nreport = \"y\"\nmessage = \"z\"\nprimary = \"1\"\n"
    );
    let rules = whole(&[&text]);
    let cases = &rules.rule("own").expect("there").cases;
    assert_eq!(cases.len(), 2);
    assert!(cases[0].good && !cases[1].good);
    assert_eq!(cases[1].message, "z");
}

#[test]
fn lets_are_evaluated_where_they_have_to_be() {
    // `all` depends on nothing that is walked over; were it evaluated for each answer, the rule
    // would run out of steps.
    let text = r#"
[[rule]]
id = "hoisted"
severity = "note"
for = ["q in report.questions", "a in q.answers", "b in q.answers"]
where = "heavy > 0"
let.heavy = "report.questions.map(x, x.answers).flatten().map(y, report.questions.map(z, z.answers).flatten().size()).sum()"
assert = "true"
primary = "a.respondent"
message = "m"
"#;
    let values: Vec<i64> = (0..200).collect();
    let outcome = run(&whole(&[text]), &report(&values), &Options::default());
    assert_eq!(outcome.statuses[0].status, crate::rules::Status::Passed);
    assert_eq!(outcome.statuses[0].evaluated, 40_000);
}

#[test]
fn what_a_rule_reads_is_noted() {
    let report = report(&[7, 8]);
    let outcome = run(&whole(&[GOOD]), &report, &Options::default());
    let question = &report.questions[0];
    let sum = question
        .stats
        .as_ref()
        .and_then(|s| s.sum.as_ref())
        .expect("there");
    let value = question.answers[1].value.as_ref().expect("there");
    assert!(outcome.touches(&sum.span) && outcome.touches(&value.span));
    assert!(!outcome.touches(&question.answers[1].respondent.span));
}
