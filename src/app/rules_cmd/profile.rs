//! `rules profile`: what each rule costs on a report.

use super::super::cli_error::CliErrors;
use super::super::code::OK;
use super::super::environment::World;
use super::super::output;
use super::list::columns;
use super::reading::Opened;
use crate::i18n::tenths;
use crate::rules::{Lang, profile as profile_rules};
use serde_json::json;
use std::time::Instant;

/// Prints the rules, the dearest first.
pub(super) fn profile(
    opened: &Opened,
    as_json: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let start = Instant::now();
    let options = &opened.group.settings.rules;
    let mut clock = || start.elapsed().as_nanos();
    let mut costs = profile_rules(&opened.group.rules, &opened.report, options, &mut clock);
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.nanoseconds));
    let text = if as_json {
        let rules = costs.iter().map(|cost| {
            json!({
                "rule": cost.rule,
                "microseconds": cost.nanoseconds / 1000,
                "evaluated": cost.evaluated,
                "not_evaluable": cost.not_evaluable,
                "found": cost.found,
            })
        });
        super::shown::json(&json!({ "schema": 1, "rules": rules.collect::<Vec<_>>() }))
    } else {
        let said = lang.authoring();
        let head = [
            said.column_rule(),
            said.column_time(),
            said.column_places(),
            said.column_unjudged(),
            said.column_found(),
        ]
        .map(str::to_owned);
        let rows = costs.iter().map(|cost| {
            let tenths_of_ms = usize::try_from(cost.nanoseconds / 100_000).unwrap_or(usize::MAX);
            [
                cost.rule.clone(),
                format!("{} ms", tenths(tenths_of_ms, lang)),
                cost.evaluated.to_string(),
                cost.not_evaluable.to_string(),
                cost.found.to_string(),
            ]
        });
        columns(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    };
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}
