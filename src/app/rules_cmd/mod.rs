//! `rules` and `explain`: for those who write rules.

mod cases;
mod explain;
mod list;
mod mutate;
mod own;
mod reading;

pub(super) use explain::explain;

use super::trouble::Failure;
use super::world::World;
use super::{OK, output};
use crate::cli::Cli;
use crate::rules_cli::RulesCommand;
use dekom_lint::rules::{Lang, schema, starting_pack, suggestions};

/// Does what a command below `rules` asks for.
pub(super) fn obey(
    action: &RulesCommand,
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    match action {
        RulesCommand::List { extra, form } => list::list(extra, form.as_deref(), world, lang),
        RulesCommand::Check { files } => {
            let count = own::open(files, lang)?.count();
            let told = match count {
                1 => lang.authoring().one_rule_checked().to_owned(),
                _ => lang.authoring().rules_checked(&count),
            };
            output::to_stdout(&format!("{told}\n"), world, lang)?;
            Ok(OK)
        }
        RulesCommand::Test { files, shape } => cases::test(files, shape.is_json(), world, lang),
        RulesCommand::Mutate { reading, shape } => {
            let opened = reading::open(reading, cli, world, lang)?;
            mutate::mutate(&opened, shape.is_json(), world, lang)
        }
        RulesCommand::Suggest { reading } => {
            let opened = reading::open(reading, cli, world, lang)?;
            output::to_stdout(&suggestions(&opened.report, lang), world, lang)?;
            Ok(OK)
        }
        RulesCommand::Schema => {
            output::to_stdout(&json(&schema()), world, lang)?;
            Ok(OK)
        }
        RulesCommand::New { reading } => {
            let opened = reading::open(reading, cli, world, lang)?;
            output::to_stdout(&starting_pack(&opened.report, lang), world, lang)?;
            Ok(OK)
        }
    }
}

/// A value as indented JSON.
fn json(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
