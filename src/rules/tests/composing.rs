//! Rule files together: parts, templates, packs, causes, and what later files change.

use super::files::{GOOD, among_mistakes, mistakes, one_mistake, report, source, whole, with};
use crate::rules::{Options, Severity, builtin_sources, load, run};

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
fn a_finding_stands_where_a_condition_on_how_it_is_said_has_no_value() {
    let graded = |more: &str| {
        let rules = whole(&[&format!("{GOOD}{more}\n")]);
        let outcome = run(&rules, &report(&[150]), &Options::default());
        let told = outcome.hits.iter().map(|h| (h.severity, h.labels.len()));
        told.collect::<Vec<_>>()
    };
    // There is no eighth answer.
    let (lost, held) = ("q.answers[7].value == 1", "top > 120");
    for (when, severity) in [(lost, Severity::Warning), (held, Severity::Error)] {
        let graver = format!("severity_when = [{{ when = \"{when}\", severity = \"error\" }}]");
        assert_eq!(graded(&graver), [(severity, 0)], "{when}");
    }
    for (when, count) in [(lost, 0), (held, 1)] {
        let label =
            format!("labels = [{{ when = \"{when}\", at = \"q.title\", text.nb = \"her\" }}]");
        assert_eq!(graded(&label), [(Severity::Warning, count)], "{when}");
    }
    let label = |rest: &str| format!("labels = [{{ {rest}, text.nb = \"her\" }}]");
    for (beside, count) in [
        (label("at = \"q.answers[7].value\""), 0),
        (
            label("each = \"a in q.answers[7].choices\", at = \"a.option\""),
            0,
        ),
        (label("each = \"a in q.answers\", at = \"a.value\""), 1),
        ("expected = \"q.answers[7].value\"".to_owned(), 0),
        ("addends = \"q.answers[7].choices.map(c, 1)\"".to_owned(), 0),
    ] {
        assert_eq!(graded(&beside), [(Severity::Warning, count)], "{beside}");
    }
}

#[test]
fn a_later_file_adds_and_replaces_where_it_says_so() {
    let stricter = with("100", "5");
    let replacing = with("id = \"own\"", "id = \"own\"\nreplaces = true").replace("100", "5");
    let other = with("\"own\"", "\"other\"");
    let rules = whole(&[GOOD, &replacing, &other]);
    let ids: Vec<&str> = rules.rules().map(|r| r.id.as_str()).collect();
    assert_eq!(ids, ["own", "other"]);
    let outcome = run(&rules, &report(&[7]), &Options::default());
    assert_eq!(outcome.hits.len(), 1);
    let told = mistakes_of(&[GOOD, &stricter]);
    assert_eq!(told, ["there is a rule `own` already, in 0.toml"]);
    let mut sources = builtin_sources();
    let count = load(&sources).map_or(0, |r| r.rules().count());
    let own = with("\"own\"", "\"sum-mismatch\"");
    sources.push(source("own.toml", &own));
    assert!(load(&sources).is_err());
    let last = sources.last_mut().unwrap();
    last.text = own.replace("\"sum-mismatch\"", "\"sum-mismatch\"\nreplaces = true");
    assert_eq!(load(&sources).map_or(0, |r| r.rules().count()), count);
}

#[test]
fn a_later_file_adds_and_replaces_parts() {
    let named = |name: &str, limit: &str, more: &str| {
        let new = format!("id = \"own\"\npart = \"{name}\"\n{more}");
        with("id = \"own\"", &new).replace("100", limit)
    };
    let part = |name: &str, limit: &str| named(name, limit, "");
    let hits = |texts: &[&str]| {
        run(&whole(texts), &report(&[50]), &Options::default())
            .hits
            .len()
    };
    assert_eq!(hits(&[&part("a", "100"), &part("b", "5")]), 1);
    let again = named("a", "5", "replaces = true");
    assert_eq!(hits(&[&part("a", "100"), &part("b", "5"), &again]), 2);
    let told = mistakes_of(&[&part("a", "100"), &part("a", "5")]);
    assert_eq!(told, ["the rule `own` has a part `a` already, in 0.toml"]);
    // A rule without parts replaces them all.
    let whole_rule = with("id = \"own\"", "id = \"own\"\nreplaces = true");
    assert_eq!(hits(&[&part("a", "5"), &part("b", "5"), &whole_rule]), 0);
    let only_here = format!(
        "[pack]\nname = \"far\"\napplies_to = \"aldri\"\n{}",
        part("c", "5")
    );
    assert_eq!(hits(&[&part("a", "100"), &only_here]), 0);
}

#[test]
fn a_rule_is_replaced_only_where_the_pack_is_used() {
    let laxer = with("id = \"own\"", "id = \"own\"\nreplaces = true").replace("100", "1000");
    let hits = |pattern: &str, laxer: &str| {
        let laxer = format!("[pack]\nname = \"far\"\napplies_to = \"{pattern}\"\n{laxer}");
        let rules = whole(&[GOOD, &laxer]);
        run(&rules, &report(&[150]), &Options::default()).hits.len()
    };
    assert_eq!(hits("aldri", &laxer), 1);
    assert_eq!(hits(".", &laxer), 0);
    let part = |more: &str| {
        with(
            "id = \"own\"",
            &format!("id = \"own\"\npart = \"a\"\n{more}"),
        )
    };
    let laxer = part("replaces = true").replace("100", "1000");
    let rules = |pattern: &str| {
        let laxer = format!("[pack]\nname = \"far\"\napplies_to = \"{pattern}\"\n{laxer}");
        let rules = whole(&[&part(""), &laxer]);
        run(&rules, &report(&[150]), &Options::default()).hits.len()
    };
    assert_eq!((rules("aldri"), rules(".")), (1, 0));
}

#[test]
fn there_has_to_be_something_to_replace() {
    let replacing = with("id = \"own\"", "id = \"own\"\nreplaces = true");
    let told = mistakes_of(&[&replacing]);
    assert_eq!(
        told,
        ["there is no earlier rule `own` that it could replace"]
    );
    let part = |name: &str, more: &str| {
        with(
            "id = \"own\"",
            &format!("id = \"own\"\npart = \"{name}\"\n{more}"),
        )
    };
    let told = mistakes_of(&[&part("a", ""), &part("b", "replaces = true")]);
    assert_eq!(
        told,
        ["the rule `own` has no part `b` that it could replace"]
    );
}

/// The mistakes of files together.
fn mistakes_of(texts: &[&str]) -> Vec<String> {
    let names = (0..).map(|number| format!("{number}.toml"));
    let sources = names.zip(texts).map(|(name, text)| source(&name, text));
    match load(&sources.collect::<Vec<_>>()) {
        Ok(_) => Vec::new(),
        Err(errors) => {
            let told = errors.iter().map(ToString::to_string);
            told.collect()
        }
    }
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

#[test]
fn what_a_respondent_is_asked_is_checked_as_a_message_and_is_its_own_for_each_part() {
    let asks = "respondent = \"'Bergvik kommune'\"\nask.nb";
    let ask = |text: &str| with("severity", &format!("{asks} = \"{text}\"\nseverity"));
    let rules = whole(&[&ask("Skal det stå {top}?")]);
    let hits = run(&rules, &report(&[150]), &Options::default()).hits;
    let asked: Vec<_> = hits.iter().flat_map(|hit| &hit.asks).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].respondent, "Bergvik kommune");
    let asked = &asked[0].question;
    assert_eq!(asked.nb, "Skal det stå 150?");
    assert_eq!(asked.nn, asked.nb);
    one_mistake(&ask("Skal det stå {topp}?"), "topp", "topp", "top");
    // A part that does not ask asks nobody, whatever the first one asks.
    let silent = with("id = \"own\"", "id = \"own\"\npart = \"silent\"");
    let rules = whole(&[&format!("{}{silent}", ask("Hva skal stå?"))]);
    let hits = run(&rules, &report(&[150]), &Options::default()).hits;
    assert_eq!(hits.iter().flat_map(|hit| &hit.asks).count(), 1);
    assert_eq!(hits.len(), 2);
}

#[test]
fn each_of_several_is_asked_in_its_own_words() {
    let asks = |asked: &str| {
        with(
            "severity",
            &format!(
                "asked = {asked}\nask.nb = \"Er {{a.value == null ? 0 : a.value}} riktig?\"\nseverity"
            ),
        )
    };
    let each = "{ each = \"a in q.answers\", when = \"orZero(a.value) > 100\", at = \"a.value\" }";
    let hits = run(
        &whole(&[&asks(each)]),
        &report(&[150, 7, 200]),
        &Options::default(),
    )
    .hits;
    let told: Vec<_> = hits[0]
        .asks
        .iter()
        .map(|ask| {
            (
                ask.respondent.as_str(),
                ask.question.nb.as_str(),
                ask.at.text.as_str(),
            )
        })
        .collect();
    let own = [
        ("R0", "Er 150 riktig?", "150"),
        ("R2", "Er 200 riktig?", "200"),
    ];
    assert_eq!(told, own);
    // Whoever is asked has to be told, and what.
    let nobody = "{ at = \"q.stats.sum\" }";
    one_mistake(
        &with(
            "severity",
            &format!("asked = {nobody}\nask.nb = \"Hva?\"\nseverity"),
        ),
        nobody,
        "each",
        "a in hits",
    );
    let list = "{ each = \"a in q.answers.map(x, x.value)\", at = \"q.stats.sum\" }";
    let text = with("severity", &format!("asked = {list}\nseverity"));
    among_mistakes(&text, "[[rule]]", "ask", "ask.nb");
    among_mistakes(&text, "q.answers.map(x, x.value)", "Answer", "");
}
