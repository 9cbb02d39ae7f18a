//! Files under one configuration, with what holds for them: each file may have its own.

use super::cli_error::CliErrors;
use super::engine;
use super::environment::World;
use super::inputs::{From, Input};
use super::load;
use super::settings::{self, Settings};
use crate::cli::Cli;
use crate::diagnostics::FileReport;
use crate::rules::{Lang, RuleSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Files under one configuration.
pub(super) struct Group {
    config: Option<PathBuf>,
    /// What holds for them.
    pub(super) settings: Settings,
    /// Their rules.
    pub(super) rules: RuleSet,
    /// Which of the run's files they are.
    pub(super) members: Vec<usize>,
}

impl Group {
    /// The group's files.
    pub(super) fn files<'a>(&self, files: &'a [FileReport]) -> Vec<&'a FileReport> {
        let members = self.members.iter();
        members.filter_map(|index| files.get(*index)).collect()
    }

    /// The group's files, to be changed.
    pub(super) fn files_mut<'a>(&self, files: &'a mut [FileReport]) -> Vec<&'a mut FileReport> {
        let files = files.iter_mut().enumerate();
        files
            .filter(|(index, _)| self.members.contains(index))
            .map(|(_, file)| file)
            .collect()
    }
}

/// Sorts files by the configuration that holds for them. Without files there is one group, that of
/// the current folder.
pub(super) fn of(
    cli: &Cli,
    inputs: &[Input],
    world: &World<'_>,
    lang: Lang,
) -> Result<Vec<Group>, CliErrors> {
    let mut groups: Vec<Group> = Vec::new();
    if inputs.is_empty() {
        let config = settings::find(None, &cli.lint.checks, &world.env);
        groups.push(open(config, cli, lang)?);
    }
    for (index, input) in inputs.iter().enumerate() {
        let path = match &input.from {
            From::File(path) => Some(path.as_path()),
            From::Stdin | From::Nowhere(_) => None,
        };
        let config = settings::find(path, &cli.lint.checks, &world.env);
        if let Some(group) = groups.iter_mut().find(|group| group.config == config) {
            group.members.push(index);
        } else {
            let mut group = open(config, cli, lang)?;
            group.members.push(index);
            groups.push(group);
        }
    }
    Ok(groups)
}

/// The configurations of files, and for those that have none where one would stand.
pub(super) fn configurations(cli: &Cli, inputs: &[Input], world: &World<'_>) -> Vec<PathBuf> {
    let paths = inputs.iter().filter_map(|input| match &input.from {
        From::File(path) => Some(path.as_path()),
        From::Stdin | From::Nowhere(_) => None,
    });
    let found = paths.map(|path| settings::find(Some(path), &cli.lint.checks, &world.env));
    found.flatten().collect()
}

fn open(config: Option<PathBuf>, cli: &Cli, lang: Lang) -> Result<Group, CliErrors> {
    let mut settings = Settings::new(config.as_deref(), cli, lang)?;
    if let Some(path) = &cli.lint.checks.previous {
        settings.rules.previous = Some(Arc::new(load::previous(path, &settings, lang)?));
    }
    let rules = load::load_for(&settings, lang)?;
    if let Some(loaded) = &settings.loaded {
        loaded.check(&rules, lang)?;
    }
    engine::check_names(cli, &settings, &rules, lang)?;
    Ok(Group {
        config,
        settings,
        rules,
        members: Vec::new(),
    })
}

/// The configuration speaks where neither the command line nor the surroundings do.
pub(super) fn spoken(cli: &Cli, groups: &[Group], lang: Lang) -> Lang {
    let first = groups
        .first()
        .and_then(|group| group.settings.loaded.as_ref());
    match first.and_then(|loaded| loaded.config.lang) {
        Some(chosen) if cli.general.lang.is_none() => chosen,
        _ => lang,
    }
}
