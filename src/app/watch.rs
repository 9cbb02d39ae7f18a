//! `--watch`: checks again whenever what was checked, or what it was checked with, is another file.

use super::inputs::{self, From};
use super::trouble::{Failure, Trouble};
use super::world::World;
use super::{check, groups, load, output, warn};
use crate::cli::Cli;
use dekom_lint::rules::Lang;
use notify::{RecursiveMode, Watcher as _};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

/// How long nothing may happen until what happened is looked at: a file is written in pieces.
const QUIET: Duration = Duration::from_millis(250);

/// How often is looked in any case: not every file system tells what happens on it.
const ANYWAY: Duration = Duration::from_secs(5);

/// What tells one state of a file from another.
type Stamp = Option<(SystemTime, u64)>;

/// Checks, and checks again, until the user ends it. What is wrong meanwhile is told, and waited for
/// to be mended.
pub(super) fn watch(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<u8, Failure> {
    let files = &cli.lint.checks.files;
    if files.iter().any(|path| path.as_os_str() == "-") {
        return Err(Trouble::new(lang.app().no_watch_of_stdin())
            .help("--watch")
            .into());
    }
    if files.is_empty() {
        return check::check(cli, world, lang);
    }
    let cannot = |error: notify::Error| Trouble::new(lang.app().cannot_watch(&error));
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(cannot)?;
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    loop {
        let before = stamps(cli, world, lang);
        for path in before.keys().chain(files) {
            let folder = if path.is_dir() {
                Some(path.as_path())
            } else {
                path.parent()
            };
            let folder = folder
                .filter(|f| !f.as_os_str().is_empty())
                .unwrap_or(Path::new("."));
            // One that is gone, or on which nothing is told, is looked at all the same.
            if folders.insert(folder.to_owned()) {
                let _ = watcher.watch(folder, RecursiveMode::Recursive);
            }
        }
        if let Err(Failure(errors)) = check::check(cli, world, lang) {
            for error in errors {
                warn(error.as_ref(), world, cli.general.color.as_deref(), lang);
            }
        }
        output::to_stderr(&format!("{}\n", lang.app().watching()), world);
        while stamps(cli, world, lang) == before {
            // Only the watcher's end closes the channel, and it lives as long as this does.
            let _ = events.recv_timeout(ANYWAY);
            while events.recv_timeout(QUIET).is_ok() {}
        }
    }
}

/// What is checked and with what, each file with its state.
fn stamps(cli: &Cli, world: &World<'_>, lang: Lang) -> BTreeMap<PathBuf, Stamp> {
    let inputs = inputs::expand(&cli.lint.checks.files, lang);
    let mut paths: Vec<PathBuf> = Vec::new();
    for input in &inputs {
        if let From::File(path) = &input.from {
            paths.push(path.clone());
        }
    }
    // While the configuration or a rule is broken, its own files are looked at.
    paths.extend(groups::configurations(cli, &inputs, world));
    if let Ok(groups) = groups::of(cli, &inputs, world, lang) {
        for group in groups {
            paths.extend(group.settings.baseline);
            paths.extend(group.settings.tables.into_values());
            for path in &group.settings.rule_paths {
                paths.extend(load::rule_files(path).unwrap_or_default());
            }
        }
    }
    for path in &cli.lint.checks.rules {
        paths.extend(load::rule_files(path).unwrap_or_default());
    }
    let stamp = |path: &PathBuf| {
        let there = std::fs::metadata(path).ok()?;
        Some((there.modified().ok()?, there.len()))
    };
    paths
        .into_iter()
        .map(|path| (path.clone(), stamp(&path)))
        .collect()
}
