//! Tests of the rules and of their language.

mod answer_of;
mod answers;
mod bounds;
mod build;
mod cel;
mod charts;
mod check;
mod check_mistakes;
mod composing;
mod dekom;
mod figures;
mod files;
mod foreign;
mod lang;
mod near;
mod numbers;
mod outliers;
mod overview;
mod rounding;
mod scale;
mod tables;
mod without_cases;
mod wordings;

use crate::report::Report;
use crate::rules::{
    Hit, Options, Outcome, PackChoice, RuleSet, Status, builtin_sources, load, run,
};
use std::sync::LazyLock;

/// The built-in rules, loaded once for all tests.
static RULES: LazyLock<RuleSet> = LazyLock::new(|| match load(&builtin_sources()) {
    Ok(rules) => rules,
    Err(errors) => {
        let lines = errors.iter().map(|e| {
            format!(
                "{} {:?}: {} {:?}",
                e.file(),
                e.span(),
                e.message(),
                e.advice()
            )
        });
        panic!("{}", lines.collect::<Vec<_>>().join("\n"));
    }
});

/// Runs all built-in rules; none may be broken.
fn lint(report: &Report) -> Outcome {
    let options = Options {
        packs: PackChoice::Forced(vec!["dekom".to_owned()]),
        ..Options::default()
    };
    let outcome = run(&RULES, report, &options);
    for status in &outcome.statuses {
        assert!(
            !matches!(status.status, Status::Unfinished(_)),
            "{status:?}"
        );
    }
    outcome
}

/// The hits of one rule.
fn hits(report: &Report, rule: &str) -> Vec<Hit> {
    assert!(RULES.rule(rule).is_some(), "{rule}");
    let hits = lint(report).hits.into_iter();
    hits.filter(|h| h.rule == rule).collect()
}

/// The one hit of one rule.
fn hit(report: &Report, rule: &str) -> Hit {
    let mut all = hits(report, rule);
    assert_eq!(all.len(), 1, "{rule}: {all:#?}");
    all.remove(0)
}

/// The rules that found something, each once.
fn rules_found(report: &Report) -> Vec<String> {
    let mut rules: Vec<String> = lint(report).hits.into_iter().map(|h| h.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// How a rule fared.
fn status(report: &Report, rule: &str) -> Status {
    let statuses = lint(report).statuses;
    let found = statuses.into_iter().find(|s| s.rule == rule);
    found.map_or(Status::NotApplicable, |s| s.status)
}
