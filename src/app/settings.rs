//! Command line over configuration over default → what holds for a file.

use super::trouble::{Failure, Trouble, because};
use super::world::Env;
use crate::cli::{Checks, Cli};
use dekom_lint::config::{self, Config, ConfigError, FailOn};
use dekom_lint::pdf::ReaderKind;
use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{self, Lang, PackChoice, Param, ParamKind, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The names under which a configuration is looked for, the first one first.
const NAMES: [&str; 2] = ["dekom-lint.toml", ".dekom-lint.toml"];

/// What holds for the files under one configuration.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The configuration; `None` where there is none.
    pub(crate) loaded: Option<Loaded>,
    /// From which severity on findings fail the run.
    pub(crate) fail_on: FailOn,
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
    fn read(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let why = because(&error, lang);
            Trouble::new(lang.app().cannot_read_config(&path.display(), &why))
        })?;
        let config = Config::parse(&text, &path.display().to_string(), lang)?;
        Ok(Self {
            path: path.to_owned(),
            text,
            config,
        })
    }

    /// What errors call the file.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Checks the rules that the file names against those that exist.
    pub(crate) fn check_rules(&self, known: &[String], lang: Lang) -> Result<(), ConfigError> {
        let config = &self.config;
        config.check_rules(&self.text, &self.name(), known, lang)
    }

    /// Checks the parameters that the file sets against those that packs have.
    pub(crate) fn check_params(&self, known: &[ParamKind], lang: Lang) -> Result<(), ConfigError> {
        let config = &self.config;
        config.check_params(&self.text, &self.name(), known, lang)
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
    pub(crate) fn new(config: Option<&Path>, cli: &Cli, lang: Lang) -> Result<Self, Failure> {
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
            fail_on: checks
                .fail_on
                .or(config.fail_on)
                .unwrap_or(FailOn::At(Severity::Error)),
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
                reader: match checks.reader.as_deref().or(config.reader.as_deref()) {
                    Some("pdf-extract") => ReaderKind::PdfExtract,
                    _ => ReaderKind::Hayro,
                },
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

    /// Rules whose notes are shown because the user set their severity.
    pub(crate) fn noted_rules(&self) -> BTreeSet<String> {
        let set = self.rules.severities.iter();
        set.filter(|(_, severity)| **severity == Some(Severity::Note))
            .map(|(rule, _)| rule.clone())
            .collect()
    }

    /// What holds, as TOML that could stand in the configuration.
    pub(crate) fn show(&self, lang: Lang) -> String {
        let none = || lang.app().no_config().to_owned();
        let name = self.loaded.as_ref().map_or_else(none, Loaded::name);
        let mut out = format!("# {name}\nfail-on = \"{}\"\n", self.fail_on.name());
        let _ = writeln!(out, "notes = {}", self.notes);
        if self.reading.reader == ReaderKind::PdfExtract {
            let _ = writeln!(out, "reader = {}", quoted("pdf-extract"));
        }
        if let PackChoice::Forced(packs) = &self.rules.packs {
            let packs: Vec<_> = packs.iter().map(|pack| quoted(pack)).collect();
            let _ = writeln!(out, "packs = [{}]", packs.join(", "));
        }
        if !self.rule_paths.is_empty() {
            let paths = self.rule_paths.iter();
            let paths: Vec<_> = paths.map(|path| quoted(&path.to_string_lossy())).collect();
            let _ = writeln!(out, "rules = [{}]", paths.join(", "));
        }
        if !self.tables.is_empty() {
            let tables = self.tables.iter();
            let tables =
                tables.map(|(name, path)| format!("{name} = {}", quoted(&path.to_string_lossy())));
            let _ = writeln!(
                out,
                "tables = {{ {} }}",
                tables.collect::<Vec<_>>().join(", ")
            );
        }
        if let Some(baseline) = &self.baseline {
            let _ = writeln!(out, "baseline = {}", quoted(&baseline.to_string_lossy()));
        }
        if !self.rules.severities.is_empty() {
            out.push_str("\n[severity]\n");
        }
        for (rule, severity) in &self.rules.severities {
            let level = severity.map_or("off", Severity::name);
            let _ = writeln!(out, "{rule} = \"{level}\"");
        }
        let mut pack = "";
        for ((of, name), value) in &self.params {
            if of != pack {
                let _ = writeln!(out, "\n[params.{of}]");
                pack = of;
            }
            let _ = writeln!(out, "{name} = {}", written(value));
        }
        out
    }
}

/// A parameter's value as TOML.
fn written(value: &Param) -> String {
    match value {
        Param::Text(text) => quoted(text),
        Param::Int(number) => number.to_string(),
        Param::Bool(value) => value.to_string(),
        Param::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

fn severities(
    config: &BTreeMap<String, config::Chosen>,
    checks: &Checks,
) -> BTreeMap<String, Option<Severity>> {
    let set = config.iter().map(|(rule, c)| (rule.clone(), c.severity));
    let mut out: BTreeMap<_, _> = set.collect();
    for (rule, level) in &checks.severity {
        if let Some(severity) = config::severity(level) {
            out.insert(rule.clone(), severity);
        }
    }
    out
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
