//! `rules test`: the rules on the cases beside them.

use super::super::trouble::Failure;
use super::super::world::World;
use super::super::{FOUND, OK, engine, output};
use dekom_lint::lang::pick;
use dekom_lint::rules::{CaseResult, Lang, Rule, Status, Verdict, test_cases};
use serde_json::json;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Tries the rules of these files, or the built-in ones.
pub(super) fn test(
    files: &[PathBuf],
    as_json: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let rules = engine::load_rules(files, lang)?;
    let builtin = engine::load_rules(&[], lang)?;
    // A file may add parts and cases to a rule that is built in.
    let unchanged = |rule: &Rule| builtin.rule(&rule.id).is_some_and(|b| b.toml == rule.toml);
    let chosen = |rule: &Rule| files.is_empty() || !unchanged(rule);
    let results = test_cases(&rules, &chosen);
    let without = rules.rules().filter(|r| chosen(r) && r.cases.is_empty());
    let without: Vec<&str> = without.map(|rule| rule.id.as_str()).collect();
    let text = if as_json {
        as_value(&results, &without)
    } else {
        as_lines(&results, &without, lang)
    };
    output::to_stdout(&text, world, lang)?;
    let right = results.iter().all(|result| result.verdict.is_right());
    Ok(if right { OK } else { FOUND })
}

/// Why a rule judged nothing of a case.
fn nothing(status: &Status, lang: Lang) -> &'static str {
    if *status == Status::NotEvaluable {
        pick(
            lang,
            "innholdsløs: det regelen trenger (needs), finnes ikke i eksempelet",
            "innhaldslaus: det regelen treng (needs), finst ikkje i dømet",
            "vacuous: what the rule needs (needs) is not in the case",
        )
    } else {
        pick(
            lang,
            "innholdsløs: ingenting i eksempelet er slikt som regelen ser på (for, where)",
            "innhaldslaus: ingenting i dømet er slikt som regelen ser på (for, where)",
            "vacuous: nothing in the case is of what the rule looks at (for, where)",
        )
    }
}

fn as_value(results: &[CaseResult<'_>], without: &[&str]) -> String {
    let cases = results.iter().map(|result| {
        let found = result
            .hits
            .iter()
            .map(|hit| json!({ "message": hit.message.nb, "primary": hit.primary.text }));
        json!({
            "rule": result.rule.id,
            "case": result.case.name,
            "good": result.case.good,
            "verdict": result.verdict.name(),
            "found": found.collect::<Vec<_>>(),
        })
    });
    super::json(&json!({
        "schema": 1,
        "cases": cases.collect::<Vec<_>>(),
        "rules_without_cases": without,
    }))
}

fn as_lines(results: &[CaseResult<'_>], without: &[&str], lang: Lang) -> String {
    let mut text = String::new();
    // Writing into a text cannot fail.
    for result in results {
        let _ = writeln!(
            text,
            "{:10} {}: {}",
            result.verdict.name(),
            result.rule.id,
            result.case.name
        );
        if result.verdict.is_right() {
            continue;
        }
        if let Status::Broken(why) = &result.status {
            let _ = writeln!(text, "           {why}");
        }
        if result.verdict == Verdict::Vacuous {
            let _ = writeln!(text, "           {}", nothing(&result.status, lang));
            continue;
        }
        if result.verdict == Verdict::Missing {
            let wanted = pick(lang, "ventet", "venta", "expected");
            let case = result.case;
            let _ = writeln!(
                text,
                "           {wanted}: «{}» {}",
                case.primary, case.message
            );
        }
        let found = pick(lang, "funnet", "funne", "found");
        for hit in &result.hits {
            let _ = writeln!(
                text,
                "           {found}: «{}» {}",
                hit.primary.text,
                hit.message.get(lang)
            );
        }
        if result.hits.is_empty() {
            let _ = writeln!(text, "           {found}: –");
            if matches!(result.status, Status::NotApplicable | Status::NotEvaluable) {
                let _ = writeln!(text, "           {}", nothing(&result.status, lang));
            }
        }
    }
    let count = |verdict| results.iter().filter(|r| r.verdict == verdict).count();
    let counts = Verdict::ALL.map(|verdict| format!("{} {}", count(verdict), verdict.name()));
    let _ = writeln!(text, "{}", counts.join(", "));
    if !without.is_empty() {
        let what = pick(lang, "Uten eksempler", "Utan døme", "Without cases");
        let _ = writeln!(text, "{what}: {}", without.join(", "));
    }
    text
}
