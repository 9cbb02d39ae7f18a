//! `rules list`: all rules in a table.

use super::super::cli_error::CliErrors;
use super::super::code::OK;
use super::super::environment::World;
use super::super::{load, output};
use crate::cli_values::ListShape;
use crate::rules::{Lang, Rule, rules_table};
use crate::rules_cli::Extra;
use serde_json::json;

/// Prints the rules.
pub(super) fn list(
    extra: &Extra,
    form: Option<ListShape>,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let rules = load::load_rules(&extra.rules, lang)?;
    let good = |rule: &Rule| rule.cases.iter().filter(|case| case.good).count();
    let text = if form == Some(ListShape::Markdown) {
        rules_table(&rules, None)
    } else if form == Some(ListShape::Json) {
        let all = rules.rules().map(|rule| {
            json!({
                "id": rule.id,
                "pack": rule.pack,
                "severity": rule.severity.name(),
                "summary": { "nb": rule.summary.nb, "nn": rule.summary.nn, "en": rule.summary.en },
                "consequence_of": rule.consequence_of,
                "tags": rule.tags,
                "url": rule.url,
                "deprecated": rule.deprecated.nb,
                "good_cases": good(rule),
                "bad_cases": rule.cases.len() - good(rule),
                "file": rule.file,
            })
        });
        super::shown::json(&json!({ "schema": 1, "rules": all.collect::<Vec<_>>() }))
    } else {
        let said = lang.authoring();
        let head = [
            said.column_rule(),
            said.column_severity(),
            said.column_pack(),
            said.column_finds(),
        ]
        .map(str::to_owned);
        let rows = rules.rules().map(|rule| {
            [
                rule.id.clone(),
                rule.severity.word(lang).to_owned(),
                rule.pack.clone(),
                rule.summary.get(lang).to_owned(),
            ]
        });
        columns(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    };
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}

/// Rows with their cells below each other.
pub(super) fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for row in rows {
        let cells = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
