//! `rules test`: the rules on the cases beside them.

use super::super::trouble::Failure;
use super::super::world::World;
use super::super::{FOUND, OK, output};
use super::own;
use dekom_lint::i18n::{Noun, pick};
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
    let own = own::load(files, lang)?;
    let rules = &own.rules;
    let chosen = |rule: &Rule| files.is_empty() || own.has(rule);
    let results = test_cases(rules, &chosen);
    let without = rules.rules().filter(|r| chosen(r) && r.cases.is_empty());
    let without: Vec<&str> = without.map(|rule| rule.id.as_str()).collect();
    let text = if as_json {
        as_value(&results, &without)
    } else {
        as_lines(&results, &without, lang)
    };
    output::to_stdout(&text, world, lang)?;
    let right = results.iter().all(|result| result.verdict.is_right());
    // Rules that nothing was tried on are not rules that hold.
    Ok(if right && !results.is_empty() {
        OK
    } else {
        FOUND
    })
}

/// What people call a verdict, of one case and of several.
fn word(verdict: Verdict) -> Noun {
    let name = verdict.name();
    let (one, many) = match verdict {
        Verdict::Validated => (["stemmer", "stemmer"], ["stemmer", "stemmer"]),
        Verdict::Reported => (["meldt", "meldt"], ["meldt", "melde"]),
        Verdict::Noisy => (
            ["falsk alarm", "falsk alarm"],
            ["falske alarmer", "falske alarmar"],
        ),
        Verdict::Missing => (["ikke meldt", "ikkje meldt"], ["ikke meldt", "ikkje melde"]),
        Verdict::Vacuous => (
            ["innholdsløs", "innhaldslaus"],
            ["innholdsløse", "innhaldslause"],
        ),
    };
    let with = |[nb, nn]: [&'static str; 2]| [nb, nn, name];
    Noun::new(with(one), with(many))
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
    if results.is_empty() {
        let told = pick(
            lang,
            "Ingen eksempler å prøve: skriv [[rule.good]] og [[rule.bad]] under reglene",
            "Ingen døme å prøve: skriv [[rule.good]] og [[rule.bad]] under reglane",
            "No cases to try: write [[rule.good]] and [[rule.bad]] below the rules",
        );
        return format!("{told} ({}).\n", without.join(", "));
    }
    let mut text = String::new();
    let widths = Verdict::ALL.map(|verdict| word(verdict).after(1, lang).chars().count());
    let width = widths.into_iter().max().unwrap_or_default();
    let indent = " ".repeat(width + 1);
    // Writing into a text cannot fail.
    for result in results {
        let _ = writeln!(
            text,
            "{:width$} {}: {}",
            word(result.verdict).after(1, lang),
            result.rule.id,
            result.case.name
        );
        if result.verdict.is_right() {
            continue;
        }
        if let Status::Broken(why) = &result.status {
            let _ = writeln!(text, "{indent}{why}");
        }
        if result.verdict == Verdict::Vacuous {
            let _ = writeln!(text, "{indent}{}", nothing(&result.status, lang));
            continue;
        }
        if result.verdict == Verdict::Missing {
            let wanted = pick(lang, "ventet", "venta", "expected");
            let case = result.case;
            let _ = writeln!(
                text,
                "{indent}{wanted}: «{}» {}",
                case.primary, case.message
            );
        }
        let found = pick(lang, "funnet", "funne", "found");
        for hit in &result.hits {
            let _ = writeln!(
                text,
                "{indent}{found}: «{}» {}",
                hit.primary.text,
                hit.message.get(lang)
            );
        }
        if result.hits.is_empty() {
            let _ = writeln!(text, "{indent}{found}: –");
            if matches!(result.status, Status::NotApplicable | Status::NotEvaluable) {
                let _ = writeln!(text, "{indent}{}", nothing(&result.status, lang));
            }
        }
    }
    let count = |verdict| results.iter().filter(|r| r.verdict == verdict).count();
    let counts = Verdict::ALL.map(|verdict| word(verdict).counted(count(verdict), lang));
    let _ = writeln!(text, "{}", counts.join(", "));
    if !without.is_empty() {
        let what = pick(lang, "Uten eksempler", "Utan døme", "Without cases");
        let _ = writeln!(text, "{what}: {}", without.join(", "));
    }
    text
}
