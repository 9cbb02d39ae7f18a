//! `--watch`: checks again whenever what was checked, or what it was checked with, is another file.

use super::cli_error::{CliError, CliErrors};
use super::environment::World;
use super::inputs::{self, From};
use super::settings::Settings;
use super::spoken::warn;
use super::{check, groups, load, output};
use crate::cli::Cli;
use crate::rules::Lang;
use notify::{RecursiveMode, Watcher as _};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

/// How long nothing may happen until what happened is looked at: a file is written in pieces.
const QUIET: Duration = Duration::from_millis(250);

/// How often is looked in any case: not every file system tells what happens on it.
const ANYWAY: Duration = Duration::from_secs(5);

/// What tells one state of a file from another.
type Stamp = Option<(SystemTime, u64)>;

/// Checks, and checks again, until the user ends it. What is wrong meanwhile is told, and waited for
/// to be mended.
pub(super) fn watch(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<u8, CliErrors> {
    let files = &cli.lint.checks.files;
    if files.iter().any(|path| path.as_os_str() == "-") {
        return Err(CliError::new(lang.app().no_watch_of_stdin())
            .help("--watch")
            .into());
    }
    if files.is_empty() {
        return check::check(cli, world, lang);
    }
    let cannot = |error: notify::Error| CliError::new(lang.app().cannot_watch(&error));
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(cannot)?;
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    loop {
        let sources = Sources::of(cli, world, lang);
        let before = sources.stamps(cli, world, lang);
        // The folders that the user named first: all below them is checked.
        for path in files.iter().chain(before.keys()) {
            let (folder, mode) = if path.is_dir() {
                (path.as_path(), RecursiveMode::Recursive)
            } else {
                let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
                (
                    folder.unwrap_or(Path::new(".")),
                    RecursiveMode::NonRecursive,
                )
            };
            // One that is gone, or on which nothing is told, is looked at all the same.
            if folders.insert(folder.to_owned()) {
                let _ = watcher.watch(folder, mode);
            }
        }
        if let Err(CliErrors(errors)) = check::check(cli, world, lang) {
            for error in errors {
                warn(error.as_ref(), world, cli.general.color, lang);
            }
        }
        output::to_stderr(&format!("{}\n", lang.app().watching()), world);
        while sources.stamps(cli, world, lang) == before {
            // Only the watcher's end closes the channel, and it lives as long as this does.
            let _ = events.recv_timeout(ANYWAY);
            // Where something else is written all the time, it is never quiet.
            let until = Instant::now() + ANYWAY;
            while Instant::now() < until && events.recv_timeout(QUIET).is_ok() {}
        }
    }
}

/// What reports are checked with, found out once for each check.
struct Sources {
    /// Files, whether they are there or not.
    files: Vec<PathBuf>,
    /// Rule files, and folders to which some may be added.
    rules: Vec<PathBuf>,
}

impl Sources {
    fn of(cli: &Cli, world: &World<'_>, lang: Lang) -> Self {
        let inputs = inputs::expand(&cli.lint.checks.files, lang);
        let mut configs: BTreeSet<Option<PathBuf>> = BTreeSet::from([None]);
        let found = groups::configurations(cli, &inputs, world);
        configs.extend(found.into_iter().map(Some));
        let mut sources = Self {
            files: Vec::new(),
            rules: Vec::new(),
        };
        for config in configs {
            // While a configuration is broken, what the command line names is looked at, and it itself.
            if let Ok(settings) = Settings::new(config.as_deref(), cli, lang) {
                sources.files.extend(load::files_read(&settings));
                sources.files.extend(settings.baseline);
                sources.rules.extend(settings.rule_paths);
            }
        }
        sources
    }

    /// What is checked and with what, each file with its state.
    fn stamps(&self, cli: &Cli, world: &World<'_>, lang: Lang) -> BTreeMap<PathBuf, Stamp> {
        let inputs = inputs::expand(&cli.lint.checks.files, lang);
        let mut paths = self.files.clone();
        paths.extend(groups::configurations(cli, &inputs, world));
        for input in inputs {
            if let From::File(path) = input.from {
                paths.push(path);
            }
        }
        for path in &self.rules {
            paths.extend(load::rule_files(path).unwrap_or_default());
        }
        let stamp = |path: &PathBuf| {
            let there = std::fs::metadata(path).ok()?;
            Some((there.modified().ok()?, there.len()))
        };
        let paths = paths.into_iter();
        paths.map(|path| (path.clone(), stamp(&path))).collect()
    }
}
