//! Rule files off the disk, with the files that they name and the tables that the user gives.

use super::cli_error::{CliError, CliErrors, because};
use super::engine;
use super::inputs::called;
use super::settings::Settings;
use super::source;
use crate::report::Report;
use crate::rules::{self, Given, GivenFile, Lang, RuleError, RuleSet, RuleSource};
use std::path::{Path, PathBuf};

/// Loads the built-in rules and those of the user.
pub(crate) fn load_rules(paths: &[PathBuf], lang: Lang) -> Result<RuleSet, CliErrors> {
    load_with(rules::builtin_sources(), paths, Given::default(), lang)
}

/// Reads the report of the year before.
pub(crate) fn previous(path: &Path, settings: &Settings, lang: Lang) -> Result<Report, CliErrors> {
    let limit = settings.reading.limits.file_bytes;
    let bytes = source::read(path, limit).map_err(|why| {
        let why = why.because(lang);
        CliError::new(lang.app().cannot_read(&called(path), &why))
    })?;
    engine::read(&bytes, settings).map_err(|error| {
        let cannot = CliError::new(lang.app().cannot_read_report(&called(path)));
        cannot.help(error.text().get(lang)).into()
    })
}

/// Loads the rules that hold under settings, with this year's tables and the user's parameters.
pub(crate) fn load_for(settings: &Settings, lang: Lang) -> Result<RuleSet, CliErrors> {
    let tables = settings.tables.iter().map(|(name, path)| {
        let shown = called(path);
        (name.clone(), (shown, bytes(path)))
    });
    let given = Given {
        tables: tables.collect(),
        params: settings.params.clone(),
        ..Given::default()
    };
    if settings.rule_paths.is_empty() && given.is_nothing() {
        return rules::builtin().map_err(|errors| told(errors, lang));
    }
    let builtin = rules::builtin_sources_without_cases();
    load_with(builtin, &settings.rule_paths, given, lang)
}

fn load_with(
    mut sources: Vec<RuleSource>,
    paths: &[PathBuf],
    mut given: Given,
    lang: Lang,
) -> Result<RuleSet, CliErrors> {
    for path in paths {
        let files = rule_files(path).map_err(|error| cannot_read(path, &error, lang))?;
        if files.is_empty() {
            let said = lang.authoring();
            let none = CliError::new(said.no_rules(&called(path)));
            return Err(none.help(said.no_rules_in_folder()).into());
        }
        for file in files {
            let text = text_of(&file, lang)?;
            let name = called(&file);
            let folder = file.parent().unwrap_or(Path::new(""));
            for named in rules::files_named(&text) {
                let beside = folder.join(&named);
                if beside.exists() {
                    given.files.insert((name.clone(), named), bytes(&beside));
                }
            }
            sources.push(RuleSource { name, text });
        }
    }
    rules::load_with(&sources, &given).map_err(|errors| told(errors, lang))
}

fn told(errors: Vec<RuleError>, lang: Lang) -> CliErrors {
    let errors = errors.into_iter().map(|error| error.in_language(lang));
    CliErrors(errors.map(miette::Report::new).collect())
}

fn bytes(path: &Path) -> GivenFile {
    source::own(path, source::OWN).map_err(|why| why.text())
}

/// The text of a rule file. What a Norwegian editor saves in an encoding of its own is told as that.
fn text_of(file: &Path, lang: Lang) -> Result<String, CliErrors> {
    let bytes = source::own(file, source::OWN).map_err(|why| {
        let why = why.because(lang);
        CliError::new(lang.app().cannot_read_rules(&called(file), &why))
    })?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    String::from_utf8(text.to_vec()).map_err(|error| {
        let before = text.get(..error.utf8_error().valid_up_to()).unwrap_or(&[]);
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let said = lang.app().other_encoding(&called(file), &line);
        CliError::new(said).help(lang.app().save_as_utf8()).into()
    })
}

/// A rule file, or the TOML files of a folder by name.
pub(crate) fn rule_files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        if file
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// Every file that is read under settings beside the reports and the baseline, whether it is there or
/// not: the configuration, tables, the report of the year before, and the rules with the files that
/// they name.
pub(crate) fn files_read(settings: &Settings) -> Vec<PathBuf> {
    let config = settings.loaded.iter().map(|loaded| loaded.path.clone());
    let given = settings.tables.values().chain(&settings.previous).cloned();
    let mut files: Vec<PathBuf> = config.chain(given).collect();
    for path in &settings.rule_paths {
        // What can't be read is told where the rules are loaded.
        for file in rule_files(path).unwrap_or_default() {
            let text = source::text(&file, source::OWN).unwrap_or_default();
            let folder = file.parent().unwrap_or(Path::new(""));
            let named = rules::files_named(&text).into_iter();
            files.extend(named.map(|named| folder.join(named)));
            files.push(file);
        }
    }
    files
}

fn cannot_read(path: &Path, error: &std::io::Error, lang: Lang) -> CliError {
    let why = because(error, lang);
    CliError::new(lang.app().cannot_read_rules(&called(path), &why))
}
