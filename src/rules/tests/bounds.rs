//! Rules that would run or grow without end are stopped, and told to be unfinished.

use super::build::Builder;
use super::lang::eval_on;
use crate::report::{Kind, Report};
use crate::rules::lang::lookup::Key;
use crate::rules::lang::stop::Stop;
use crate::rules::{Bound, NotEvaluable, Options, RuleSource, Status, load, run};
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

fn unfinished(report: &Report, assert: &str, bounds: &[Bound]) {
    let (status, elapsed) = outcome(report, assert);
    let Status::Unfinished(bound) = &status else {
        panic!("{assert}: {status:?}");
    };
    assert!(bounds.contains(bound), "{assert}: {bound:?}");
    assert!(elapsed < Duration::from_mins(1), "{elapsed:?}");
}

#[test]
fn a_join_of_gigabytes_is_not_begun() {
    // 16 · 16 · 16 · 16 texts of 200 kB each: 13 GB.
    let report = large(16, &"å".repeat(100_000));
    let texts = "q.answers.map(a, q.answers.map(b, q.answers.map(c, q.answers.map(d, orElse(a.text, ''))).flatten()).flatten()).flatten()";
    unfinished(
        &report,
        &format!("{texts}.join('').size() > 0"),
        &[Bound::Memory],
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
    unfinished(&report, &format!("{text}.size() > 0"), &[Bound::Memory]);
}

#[test]
fn nested_maps_run_out_of_fuel() {
    let report = large(100, "x");
    let nested = "q.answers.all(a, q.answers.all(b, q.answers.all(c, q.answers.all(d, q.answers.all(e, true)))))";
    unfinished(&report, nested, &[Bound::Steps]);
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
        unfinished(&report, &assert, &[Bound::Steps]);
    }
}

#[test]
fn searches_and_patterns_are_paid_for() {
    let report = large(300, &"samme ord i alle svarene ".repeat(40));
    unfinished(
        &report,
        "q.answers.all(a, q.answers.all(b, q.answers.near('text', orElse(a.text, ''), 1/10).size() >= 0))",
        &[Bound::Steps, Bound::Memory],
    );
    unfinished(
        &report,
        "q.answers.all(a, q.answers.all(b, q.answers.all(c, orElse(a.text, '').matches('(a|b)*' + b.respondent + c.respondent) || true)))",
        &[Bound::Steps],
    );
}

#[test]
fn a_large_list_is_paid_for_before_it_is_made() {
    let report = large(100, "x");
    let cube = "q.answers.map(a, q.answers.map(b, q.answers.map(c, q.answers.map(d, 1))).flatten()).flatten()";
    unfinished(
        &report,
        &format!("{cube}.size() > 0"),
        &[Bound::Steps, Bound::Memory],
    );
    let replaced = eval_on(
        &large(1, &"x".repeat(100_000)),
        "orElse(report.questions[0].answers[0].text, '').replace('x', 'yyyyyyyyyy').replace('y', 'zzzzzzzzzz').replace('z', 'aaaaaaaaaa').replace('a', 'bbbbbbbbbb').size()",
    );
    assert!(matches!(replaced, Err(Stop::Spent(_))), "{replaced:?}");
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
fn how_many_are_left_out_is_said_as_each_language_writes_numbers() {
    let outcome = all_found(&large(1_201, "Kort."), "max_findings = 1");
    let message = &outcome.hits[0].message;
    assert_eq!(message.nb, "m (1\u{a0}200 funn til vises ikke)");
    assert_eq!(message.nn, "m (1\u{a0}200 funn til blir ikkje viste)");
    assert_eq!(message.en, "m (1,200 more findings are not shown)");
}

#[test]
fn the_letters_of_a_text_are_paid_for_before_it_is_split() {
    // 4 million texts of one letter.
    let report = large(1, &"x".repeat(4_000_000));
    let text = "orElse(report.questions[0].answers[0].text, '')";
    let split = eval_on(&report, &format!("{text}.split('').size()"));
    assert_eq!(split, Err(Stop::Spent(Bound::Memory)));
    let short = eval_on(&report, "'abc'.split('') == ['a', 'b', 'c']");
    assert_eq!(short, Ok(Key::Bool(true)));
}

#[test]
fn submissions_under_one_name_are_paid_for_as_they_are_compared() {
    const PACK: &str = "[pack]\nname = \"own\"\n\
         [[pack.question]]\nkey = \"all\"\npattern = \"alt\"\nkind = \"integer\"\n\
         [[pack.question]]\nkey = \"told\"\npattern = \"gjort\"\nkind = \"text\"\n\
         [[rule]]\nid = \"own\"\nseverity = \"note\"\n\
         for = [\"q in questions('all')\", \"a in q.answers\"]\n\
         assert = \"answer('told') != ''\"\nprimary = \"a.respondent\"\nmessage = \"m\"\n";
    let same = |submissions: i64| {
        let mut builder = Builder::new();
        let names = vec!["Aa"; usize::try_from(submissions).unwrap()];
        builder.category(K, submissions, &names);
        let mut question = builder.question(Kind::Integer, "I alt?");
        for _ in 0..submissions {
            question = question.integer("Aa", K, 1);
        }
        question.end();
        let mut question = builder.question(Kind::Text, "Hva er gjort?");
        for _ in 0..submissions {
            question = question.text("Aa", K, &"Mye. ".repeat(100));
        }
        question.end();
        let source = RuleSource {
            name: "own.toml".to_owned(),
            text: PACK.to_owned(),
        };
        let rules = load(&[source]).unwrap_or_else(|e| panic!("{e:?}"));
        let outcome = run(&rules, &builder.done(), &Options::default());
        outcome.statuses[0].status.clone()
    };
    assert_eq!(same(20), Status::Passed);
    assert_eq!(same(1_000), Status::Unfinished(Bound::Steps));
}

#[test]
fn texts_of_the_year_before_are_paid_for() {
    let report = large(1, &"x".repeat(10_000_000));
    let of = "report.questions[0].answers.map(a, a.previous('phone'))";
    let held = |times: usize| {
        let all = vec![of; times].join(" + ");
        eval_on(&report, &format!("({all}).size()"))
    };
    assert_eq!(held(2), Ok(Key::Number(2, 1)));
    assert_eq!(held(30), Err(Stop::Spent(Bound::Memory)));
}

#[test]
fn findings_are_paid_for() {
    let report = large(2_000, &"å".repeat(500));
    let labels = "labels = [{ each = \"x in q.answers\", when = \"x.text != null\", at = \"x.text\", text.nb = \"{x.text}\" }]";
    let outcome = all_found(&report, labels);
    let status = &outcome.statuses[0];
    assert_eq!(status.status, Status::Unfinished(Bound::Memory));
    let left = NotEvaluable::Beyond(Bound::Memory);
    assert_eq!(status.reasons.get(&left), Some(&1));
    assert!(!outcome.hits.is_empty(), "what was found stands");
}
