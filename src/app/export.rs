//! `export`: everything that was read, as tables for other programs.

use super::cli_error::{CliError, CliErrors};
use super::code::{FOUND, OK};
use super::environment::World;
use super::inputs::called;
use super::{check, output};
use crate::cli::Cli;
use crate::diagnostics::Excerpts;
use crate::render::{self, ExportForm, Exported};
use crate::rules::Lang;
use clap::ValueEnum as _;
use std::path::{Path, PathBuf};

/// Reads the files that the user named and writes their tables. What the rules find is no concern
/// here: only what could not be read is told by the exit code.
pub(super) fn export(
    cli: &Cli,
    file: Option<&Path>,
    form: Option<ExportForm>,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let file = file.filter(|file| file.as_os_str() != "-");
    let form = form.or_else(|| file.and_then(of_ending));
    let is_text = |form| matches!(form, ExportForm::Json | ExportForm::Jsonl);
    let Some(form) = form.filter(|form| file.is_some() || is_text(*form)) else {
        let error = CliError::new(lang.app().export_where());
        return Err(error.help("--output svar.xlsx (csv, json, jsonl)").into());
    };
    let prepared = check::prepare(cli, world, lang)?;
    let mut outbox = prepared.outbox();
    let mut judged = check::run(prepared, Excerpts::Tables, cli, world)?;
    let lang = judged.lang;
    let code = check::redact_and_warn(&mut judged, cli, world);
    let exported = render::export(&judged.run, form, lang).map_err(CliError::new)?;
    let Some(file) = file else {
        let bytes = exported.into_iter().flat_map(|exported| exported.bytes);
        let text = String::from_utf8_lossy(&bytes.collect::<Vec<u8>>()).into_owned();
        output::to_stdout(&text, world, lang)?;
        return Ok(if code == FOUND { OK } else { code });
    };
    for exported in &exported {
        outbox.put(&place(file, exported), &exported.bytes)?;
    }
    outbox.send()?;
    if !cli.lint.checks.quiet {
        for exported in &exported {
            let done = lang.app().wrote(&called(&place(file, exported)));
            output::to_stderr(&format!("{done}\n"), world);
        }
    }
    Ok(if code == FOUND { OK } else { code })
}

/// The form that a file's ending names.
fn of_ending(file: &Path) -> Option<ExportForm> {
    let ending = file.extension()?.to_str()?.to_lowercase();
    ExportForm::from_str(&ending, false).ok()
}

/// Where a table goes that is a file of its own: `svar-answers.csv`.
fn place(file: &Path, exported: &Exported) -> PathBuf {
    if exported.table.is_empty() {
        return file.to_owned();
    }
    let mut name = file.file_stem().unwrap_or_default().to_owned();
    name.push("-");
    name.push(exported.table);
    name.push(".csv");
    file.with_file_name(name)
}
