//! Rules that would run or grow without end are stopped, and told to be broken.

use super::build::Builder;
use super::lang::eval_on;
use crate::report::{Kind, Report};
use crate::rules::lang::eval::Stop;
use crate::rules::{Options, RuleSource, Status, load, run};
use std::time::{Duration, Instant};

const K: &str = "Offentlig/Kommune";

/// One question with many long answers.
fn large(answers: usize, text: &str) -> Report {
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::Text, "Hva er gjort?");
    for i in 0..answers {
        question = question.text(&format!("Respondent {i}"), K, text);
    }
    question.end();
    builder.done()
}

/// The status of a rule with this assertion for the whole report, and how long it took.
fn outcome(report: &Report, assert: &str) -> (Status, Duration) {
    let rule = format!(
        "[[rule]]\nid = \"runaway\"\nseverity = \"note\"\nfor = [\"q in report.questions\"]\n\
         assert = '''{assert}'''\nprimary = \"q.title\"\nmessage = \"m\"\n"
    );
    let sources = [RuleSource {
        name: "runaway.toml".to_owned(),
        text: rule,
    }];
    let rules = load(&sources).unwrap_or_else(|e| panic!("{e:?}"));
    let start = Instant::now();
    let outcome = run(&rules, report, &Options::default());
    (outcome.statuses[0].status.clone(), start.elapsed())
}

fn broken(report: &Report, assert: &str, why: &str) {
    let (status, elapsed) = outcome(report, assert);
    let Status::Broken(told) = &status else {
        panic!("{assert}: {status:?}");
    };
    assert!(told.contains(why), "{told}");
    assert!(elapsed < Duration::from_mins(1), "{elapsed:?}");
}

#[test]
fn a_join_of_gigabytes_is_not_begun() {
    // 16 · 16 · 16 · 16 texts of 200 kB each: 13 GB.
    let report = large(16, &"å".repeat(100_000));
    let texts = "q.answers.map(a, q.answers.map(b, q.answers.map(c, q.answers.map(d, orElse(a.text, ''))).flatten()).flatten()).flatten()";
    broken(
        &report,
        &format!("{texts}.join('').size() > 0"),
        "MB at one place",
    );
}

#[test]
fn doubling_a_text_again_and_again_is_stopped() {
    let report = large(1, "x");
    let mut text = "orElse(q.answers[0].text, '')".to_owned();
    for _ in 0..30 {
        text = format!(
            "[{text}].map(t{}, t{} + t{})[0]",
            text.len(),
            text.len(),
            text.len()
        );
    }
    broken(&report, &format!("{text}.size() > 0"), "MB at one place");
}

#[test]
fn nested_maps_run_out_of_fuel() {
    let report = large(100, "x");
    let nested = "q.answers.all(a, q.answers.all(b, q.answers.all(c, q.answers.all(d, q.answers.all(e, true)))))";
    broken(&report, nested, "steps");
}

#[test]
fn exists_does_not_absorb_running_out() {
    let report = large(100, "x");
    let runaway = "q.answers.all(b, q.answers.all(c, q.answers.all(d, q.answers.all(e, true))))";
    for assert in [
        format!("q.answers.exists(a, {runaway} && false) || true"),
        format!("{runaway} || true"),
        format!("!({runaway} && false)"),
        format!("[true, false].exists(x, x == ({runaway})) || true"),
    ] {
        broken(&report, &assert, "steps");
    }
}

#[test]
fn searches_and_patterns_are_paid_for() {
    let report = large(300, &"samme ord i alle svarene ".repeat(40));
    broken(
        &report,
        "q.answers.all(a, q.answers.all(b, q.answers.near('text', orElse(a.text, ''), 1/10).size() >= 0))",
        "",
    );
    broken(
        &report,
        "q.answers.all(a, q.answers.all(b, q.answers.all(c, orElse(a.text, '').matches('(a|b)*' + b.respondent + c.respondent) || true)))",
        "steps",
    );
}

#[test]
fn a_large_list_is_paid_for_before_it_is_made() {
    let report = large(100, "x");
    let cube = "q.answers.map(a, q.answers.map(b, q.answers.map(c, q.answers.map(d, 1))).flatten()).flatten()";
    broken(&report, &format!("{cube}.size() > 0"), "");
    let replaced = eval_on(
        &large(1, &"x".repeat(100_000)),
        "orElse(report.questions[0].answers[0].text, '').replace('x', 'yyyyyyyyyy').replace('y', 'zzzzzzzzzz').replace('z', 'aaaaaaaaaa').replace('a', 'bbbbbbbbbb').size()",
    );
    assert!(matches!(replaced, Err(Stop::Broken(_))), "{replaced:?}");
}

/// What a rule finds that holds of no answer, with these keys.
fn all_found(report: &Report, keys: &str) -> crate::rules::Outcome {
    let rule = format!(
        "[[rule]]\nid = \"all\"\nseverity = \"note\"\nfor = [\"q in report.questions\", \"a in q.answers\"]\n\
         assert = \"false\"\nprimary = \"a.respondent\"\n{keys}\nmessage = \"m\"\n"
    );
    let sources = [RuleSource {
        name: "all.toml".to_owned(),
        text: rule,
    }];
    let rules = load(&sources).unwrap_or_else(|e| panic!("{e:?}"));
    run(&rules, report, &Options::default())
}

#[test]
fn findings_beyond_the_most_are_counted_and_told() {
    let report = large(300, "Kort.");
    let told = |keys: &str| {
        let outcome = all_found(&report, keys);
        let last = outcome.hits.last().unwrap().message.nb.clone();
        let status = &outcome.statuses[0];
        assert_eq!((status.evaluated, &status.status), (300, &Status::Failed));
        (outcome.hits.len(), status.unlisted, last)
    };
    assert_eq!(
        told(""),
        (200, 100, "m (100 funn til vises ikke)".to_owned())
    );
    assert_eq!(
        told("max_findings = 299"),
        (299, 1, "m (1 funn til vises ikke)".to_owned())
    );
    assert_eq!(told("max_findings = 300"), (300, 0, "m".to_owned()));
}

#[test]
fn findings_are_paid_for() {
    let report = large(2_000, &"å".repeat(500));
    let labels = "labels = [{ each = \"x in q.answers\", when = \"x.text != null\", at = \"x.text\", text.nb = \"{x.text}\" }]";
    let outcome = all_found(&report, labels);
    let Status::Broken(told) = &outcome.statuses[0].status else {
        panic!("{:?}", outcome.statuses);
    };
    assert!(told.contains("MB at one place"), "{told}");
}
