//! The built-in rules keep what is asked of them: cases of each, and a table that tells all of them.

use dekom_lint::rules::{self, RuleSet, Verdict};

fn builtin() -> RuleSet {
    rules::load(&rules::builtin_sources())
        .ok()
        .expect("built-in rules are whole")
}

#[test]
fn every_rule_has_two_good_and_two_bad_cases() {
    for rule in builtin().rules() {
        let good = rule.cases.iter().filter(|case| case.good).count();
        let bad = rule.cases.len() - good;
        assert!(good >= 2, "{} has {good} good cases", rule.id);
        assert!(bad >= 2, "{} has {bad} bad cases", rule.id);
        for case in &rule.cases {
            assert!(!case.name.is_empty(), "{}: a case without a name", rule.id);
            let told = case.good || !case.message.is_empty() || !case.primary.is_empty();
            assert!(told, "{}: {} expects nothing", rule.id, case.name);
        }
    }
}

#[test]
fn the_rules_do_as_their_cases_say() {
    let rules = builtin();
    let results = rules::test_cases(&rules, &|_| true);
    for result in &results {
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
        results
            .iter()
            .any(|result| result.verdict == Verdict::Reported)
    );
}

#[test]
fn the_table_of_the_rules_is_fresh() {
    assert_eq!(
        rules::rules_table(&builtin()),
        include_str!("../rules/README.md"),
        "run: dekom-lint rules list --format markdown > rules/README.md"
    );
}
