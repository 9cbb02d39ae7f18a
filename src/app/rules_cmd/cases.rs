//! `rules test`: the rules on the cases beside them.

use super::super::cli_error::CliErrors;
use super::super::code::{FOUND, OK};
use super::super::environment::World;
use super::super::output;
use super::amend;
use super::own;
use crate::rules::{CaseResult, Lang, Rule, Status, Verdict, test_cases};
use serde_json::json;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Tries the rules of these files, or the built-in ones.
pub(super) fn test(
    files: &[PathBuf],
    accept: bool,
    as_json: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let own = own::open(files, lang)?;
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
    let mut text = text;
    let amended = if accept {
        amend::amend(&results, files, lang)?
    } else {
        Vec::new()
    };
    for file in &amended {
        if !as_json {
            let said = lang.authoring().cases_amended(file.cases.len(), &file.file);
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{said}");
        }
    }
    output::to_stdout(&text, world, lang)?;
    let settled = |result: &CaseResult<'_>| amended.iter().any(|file| file.has(result.case));
    let right = |result: &CaseResult<'_>| result.verdict.is_right() || settled(result);
    let right = results.iter().all(right);
    // Rules that nothing was tried on are not rules that hold.
    Ok(if right && !results.is_empty() {
        OK
    } else {
        FOUND
    })
}

/// What people call a verdict, of one case or of several.
fn word(verdict: Verdict, count: usize, lang: Lang) -> &'static str {
    let said = lang.authoring();
    match verdict {
        Verdict::Validated => said.validated(count),
        Verdict::Reported => said.reported(count),
        Verdict::Noisy => said.noisy(count),
        Verdict::Missing => said.not_found(count),
        Verdict::Vacuous => said.vacuous(count),
    }
}

/// Why a rule judged nothing of a case.
fn nothing(status: &Status, lang: Lang) -> &'static str {
    if *status == Status::NotEvaluable {
        lang.authoring().vacuous_needs()
    } else {
        lang.authoring().vacuous_where()
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
    super::shown::json(&json!({
        "schema": 1,
        "cases": cases.collect::<Vec<_>>(),
        "rules_without_cases": without,
    }))
}

fn as_lines(results: &[CaseResult<'_>], without: &[&str], lang: Lang) -> String {
    if results.is_empty() {
        return lang.authoring().no_cases(&without.join(", ")) + "\n";
    }
    let mut text = String::new();
    let widths = Verdict::ALL.map(|verdict| word(verdict, 1, lang).chars().count());
    let width = widths.into_iter().max().unwrap_or_default();
    let indent = " ".repeat(width + 1);
    // Writing into a text cannot fail.
    for result in results {
        let _ = writeln!(
            text,
            "{:width$} {}: {}",
            word(result.verdict, 1, lang),
            result.rule.id,
            result.case.name
        );
        if result.verdict.is_right() {
            continue;
        }
        if let Status::Unfinished(bound) = &result.status {
            let _ = writeln!(text, "{indent}{}", bound.words(lang));
        }
        if result.verdict == Verdict::Vacuous {
            let _ = writeln!(text, "{indent}{}", nothing(&result.status, lang));
            continue;
        }
        if result.verdict == Verdict::Missing {
            let case = result.case;
            let wanted = lang.authoring().case_expected(&case.primary, &case.message);
            let _ = writeln!(text, "{indent}{wanted}");
        }
        let found = |what: &str| lang.authoring().case_found(&what);
        for hit in &result.hits {
            let what = format!("«{}» {}", hit.primary.text, hit.message.get(lang));
            let _ = writeln!(text, "{indent}{}", found(&what));
        }
        if result.hits.is_empty() {
            let _ = writeln!(text, "{indent}{}", found("–"));
            if matches!(result.status, Status::NotApplicable | Status::NotEvaluable) {
                let _ = writeln!(text, "{indent}{}", nothing(&result.status, lang));
            }
        }
    }
    let count = |verdict| results.iter().filter(|r| r.verdict == verdict).count();
    let counts = Verdict::ALL.map(|verdict| {
        let count = count(verdict);
        lang.counted(count, word(verdict, count, lang))
    });
    let _ = writeln!(text, "{}", counts.join(", "));
    if !without.is_empty() {
        let what = lang.authoring().without_cases(&without.join(", "));
        let _ = writeln!(text, "{what}");
    }
    text
}
