//! `rules` and `explain`: for those who write rules.

mod amend;
mod cases;
mod explain;
mod fit;
mod list;
mod mutate;
mod own;
mod profile;
mod reading;
mod shown;
mod trace;

pub(super) use explain::explain;

use super::cli_error::CliErrors;
use super::code::{FOUND, OK};
use super::environment::World;
use super::inputs::called;
use super::output;
use crate::cli::Cli;
use crate::rules::{Lang, Wanted, schema, starting_pack, suggestions};
use crate::rules_cli::{Extra, Reading, RulesCommand};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Does what a command below `rules` asks for.
pub(super) fn obey(
    action: &RulesCommand,
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    match action {
        RulesCommand::List { extra, form } => list::list(extra, *form, world, lang),
        RulesCommand::Check { files, reports } => check(files, reports, cli, world, lang),
        RulesCommand::Expand { files } => {
            let own = own::open(files, lang)?;
            let rules = own.rules.rules().filter(|rule| own.has(rule));
            let expanded: Vec<&str> = rules.map(|rule| rule.expanded.as_str()).collect();
            let text = match expanded.concat().as_str() {
                "" => format!("{}\n", lang.authoring().no_checks()),
                text => text.to_owned(),
            };
            output::to_stdout(&text, world, lang)?;
            Ok(OK)
        }
        RulesCommand::Test {
            files,
            accept,
            shape,
        } => cases::test(files, *accept, shape.is_json(), world, lang),
        RulesCommand::Mutate {
            reading,
            recomputed,
            shape,
        } => {
            let opened = reading::open(reading, cli, world, lang)?;
            mutate::mutate(&opened, *recomputed, shape.is_json(), world, lang)
        }
        RulesCommand::Profile { reading, shape } => {
            let opened = reading::open(reading, cli, world, lang)?;
            profile::profile(&opened, shape.is_json(), world, lang)
        }
        RulesCommand::Suggest { reading } => {
            let opened = reading::open(reading, cli, world, lang)?;
            output::to_stdout(&suggestions(&opened.report, lang), world, lang)?;
            Ok(OK)
        }
        RulesCommand::Trace {
            rule,
            respondent,
            question,
            reading,
        } => {
            let opened = reading::open(reading, cli, world, lang)?;
            let wanted = Wanted {
                respondent: respondent.clone(),
                question: question.clone(),
            };
            trace::trace(rule, &wanted, &opened, world, lang)
        }
        RulesCommand::Schema => {
            output::to_stdout(&shown::json(&schema()), world, lang)?;
            Ok(OK)
        }
        RulesCommand::New { reading } => {
            let opened = reading::open(reading, cli, world, lang)?;
            output::to_stdout(&starting_pack(&opened.report, lang), world, lang)?;
            Ok(OK)
        }
    }
}

/// Checks rule files, and how they fit reports.
fn check(
    files: &[PathBuf],
    reports: &[PathBuf],
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let own = own::open(files, lang)?;
    let mut told = match own.count() {
        1 => lang.authoring().one_rule_checked().to_owned(),
        count => lang.authoring().rules_checked(&count),
    };
    told.push('\n');
    let mut fits = true;
    for report in reports {
        let reading = Reading {
            report: report.clone(),
            extra: Extra {
                rules: files.to_vec(),
            },
            ..Reading::default()
        };
        let opened = reading::open(&reading, cli, world, lang)?;
        let lines = fit::lines(&opened, &own, lang);
        fits &= lines.is_empty();
        let all = lang.authoring().fits().to_owned();
        let shown = if lines.is_empty() { vec![all] } else { lines };
        // Writing into a text cannot fail.
        let _ = writeln!(told, "{}", called(report));
        for line in shown {
            let _ = writeln!(told, "  {line}");
        }
    }
    output::to_stdout(&told, world, lang)?;
    Ok(if fits { OK } else { FOUND })
}
