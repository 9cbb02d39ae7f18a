//! Command line over configuration over default → what holds for a file.

use super::cli_error::{CliError, CliErrors};
use super::environment::Env;
use super::inputs::called;
use super::source;
use crate::cli::{Checks, Cli};
use crate::config::{self, Config, ConfigError, FailOn};
use crate::pdf::ReaderKind;
use crate::pipeline;
use crate::render::Order;
use crate::report::ReadOptions;
use crate::rules::{self, Lang, PackChoice, Param, RuleSet, Severity};
use clap::ValueEnum as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The names under which a configuration is looked for, the first one first.
const NAMES: [&str; 2] = ["dekom-lint.toml", ".dekom-lint.toml"];

/// What holds for the files under one configuration.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The configuration; `None` where there is none.
    pub(crate) loaded: Option<Loaded>,
    /// Which findings fail the run.
    pub(crate) fail_on: FailOn,
    /// The order of findings for people; `None` for what each format has by itself.
    pub(crate) order: Option<Order>,
    /// Whether notes are shown.
    pub(crate) notes: bool,
    /// Rule files and folders beside the built-in ones.
    pub(crate) rule_paths: Vec<PathBuf>,
    /// This year's tables, by the names that packs have for them.
    pub(crate) tables: BTreeMap<String, PathBuf>,
    /// The report of the year before.
    pub(crate) previous: Option<PathBuf>,
    /// Values of packs' parameters.
    pub(crate) params: BTreeMap<(String, String), Param>,
    /// How files are read.
    pub(crate) reading: ReadOptions,
    /// Whether PDFs are read in this process and not in one of their own.
    pub(crate) in_process: bool,
    /// Whether another reader has to see the figures of findings too.
    pub(crate) second_reading: bool,
    /// Seconds of processor time that a PDF gets; `None` for what its size gives it.
    pub(crate) deadline: Option<u64>,
    /// How the rules are run.
    pub(crate) rules: rules::Options,
    /// The baseline's file.
    pub(crate) baseline: Option<PathBuf>,
}

/// A configuration file that was read.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The file.
    pub(crate) path: PathBuf,
    /// Its text, which warnings point into.
    pub(crate) text: String,
    /// What it says.
    pub(crate) config: Config,
}

impl Loaded {
    fn read(path: &Path, lang: Lang) -> Result<Self, CliErrors> {
        let text = source::text(path, source::OWN).map_err(|why| {
            let why = why.because(lang);
            CliError::new(lang.app().cannot_read_config(&called(path), &why))
        })?;
        let config = Config::parse(&text, &called(path), lang)?;
        Ok(Self {
            path: path.to_owned(),
            text,
            config,
        })
    }

    /// What errors call the file.
    pub(crate) fn name(&self) -> String {
        called(&self.path)
    }

    /// Checks the rules and the parameters that the file names against those that exist.
    pub(crate) fn check(&self, rules: &RuleSet, lang: Lang) -> Result<(), ConfigError> {
        pipeline::fits(&self.config, &self.text, &self.name(), rules, lang)
    }
}

/// The configuration for a file, looked for upwards from its folder.
pub(crate) fn find(file: Option<&Path>, checks: &Checks, env: &Env) -> Option<PathBuf> {
    if checks.isolated {
        return None;
    }
    if let Some(config) = &checks.config {
        return Some(config.clone());
    }
    let folder = match file {
        Some(file) => env.folder.join(file).parent()?.to_owned(),
        None => env.folder.clone(),
    };
    let found = folder
        .ancestors()
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file())?;
    // A file in this folder is called by its name alone.
    Some(match found.strip_prefix(&env.folder) {
        Ok(inside) => inside.to_owned(),
        Err(_) => found,
    })
}

impl Settings {
    /// Merges a configuration with the command line.
    pub(crate) fn new(config: Option<&Path>, cli: &Cli, lang: Lang) -> Result<Self, CliErrors> {
        let loaded = config.map(|path| Loaded::read(path, lang)).transpose()?;
        let config = loaded
            .as_ref()
            .map(|l| l.config.clone())
            .unwrap_or_default();
        let folder = loaded.as_ref().and_then(|l| l.path.parent());
        let beside = |path: &String| folder.unwrap_or(Path::new("")).join(path);
        let checks = &cli.lint.checks;
        let packs = if checks.pack.is_empty() {
            config.packs
        } else {
            checks.pack.clone()
        };
        Ok(Self {
            fail_on: if checks.fail_on.is_empty() {
                config.fail_on.unwrap_or_default()
            } else {
                FailOn::named(checks.fail_on.iter().cloned())
            },
            order: checks.order.or(config.order),
            notes: checks.notes || config.notes.unwrap_or(false),
            rule_paths: config
                .rules
                .iter()
                .map(beside)
                .chain(checks.rules.iter().cloned())
                .collect(),
            tables: {
                let of_config = config.tables.iter();
                let of_config = of_config.map(|(name, path)| (name.clone(), beside(path)));
                of_config.chain(checks.table.iter().cloned()).collect()
            },
            previous: checks.previous.clone(),
            params: config
                .params
                .iter()
                .map(|given| {
                    (
                        (given.pack.clone(), given.name.clone()),
                        given.value.clone(),
                    )
                })
                .collect(),
            reading: ReadOptions {
                reader: checks
                    .reader
                    .or_else(|| ReaderKind::from_str(config.reader.as_deref()?, false).ok())
                    .unwrap_or_default(),
                password: checks.password.clone(),
                ..ReadOptions::default()
            },
            in_process: checks.no_isolation,
            deadline: checks.deadline,
            second_reading: checks.second_reading,
            rules: rules::Options {
                packs: if packs.is_empty() {
                    PackChoice::Auto
                } else {
                    PackChoice::Forced(packs)
                },
                severities: severities(&config.severity, checks),
                previous: None,
            },
            baseline: checks
                .baseline
                .clone()
                .or_else(|| config.baseline.as_ref().map(beside)),
            loaded,
        })
    }

    /// Whether a note of a rule may be shown: all are, it was asked for, or the run may fail on it.
    pub(crate) fn may_show_note(&self, rule: &str) -> bool {
        let thresholds = self.loaded.as_ref().map(|l| l.config.thresholds);
        self.notes
            || self.fail_on.from == Some(Severity::Note)
            || self.fail_on.rules.contains(rule)
            || thresholds.is_some_and(|thresholds| thresholds.notes.is_some())
            || self.rules.severities.get(rule) == Some(&Some(Severity::Note))
    }

    /// Rules whose notes are shown because the user set their severity.
    pub(crate) fn noted_rules(&self) -> BTreeSet<String> {
        let set = self.rules.severities.iter();
        set.filter(|(_, severity)| **severity == Some(Severity::Note))
            .map(|(rule, _)| rule.clone())
            .collect()
    }
}

fn severities(
    config: &BTreeMap<String, config::Chosen>,
    checks: &Checks,
) -> BTreeMap<String, Option<Severity>> {
    let set = config.iter().map(|(rule, c)| (rule.clone(), c.severity));
    let mut out: BTreeMap<_, _> = set.collect();
    out.extend(checks.severity.iter().cloned());
    out
}
