//! Formats → standard output and files.

use super::cli_error::CliError;
use super::environment::World;
use super::outbox::{Outbox, Slot, cannot_write};
use super::sidecar;
use crate::cli::Lint;
use crate::cli_values::{Form, SarifProfile};
use crate::diagnostics::Run;
use crate::render::{self, Format, Options};
use crate::rules::Lang;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A format and where it goes; `None` is standard output.
pub(crate) type Target = (Format, Option<PathBuf>);

/// Where each format goes. Without a word about standard output, people's format goes there.
pub(crate) fn targets(lint: &Lint, lang: Lang) -> Result<Vec<Target>, CliError> {
    let is_stdout = |path: &Path| path.as_os_str() == "-";
    let asked = lint.output.iter();
    let mut targets: Vec<Target> = asked
        .filter_map(|(form, path)| match form {
            Form::Text(format) => Some((*format, (!is_stdout(path)).then(|| path.clone()))),
            Form::Pdf => None,
        })
        .collect();
    let on_stdout = targets.iter().filter(|(_, path)| path.is_none()).count();
    if on_stdout + usize::from(lint.format.is_some()) > 1 {
        let message = lang.app().one_on_stdout();
        return Err(CliError::new(message).help("--output FORM=FIL"));
    }
    if on_stdout == 0 {
        targets.insert(0, (lint.format.unwrap_or(Format::Full), None));
    }
    if is_github(lint) && targets.contains(&(Format::Sarif, None)) {
        let message = lang.app().sarif_needs_file();
        return Err(CliError::new(message).help("--output sarif=funn.sarif"));
    }
    Ok(targets)
}

/// The files that annotated PDFs are written to.
pub(crate) fn pdfs(lint: &Lint) -> Vec<&Path> {
    let asked = lint.output.iter();
    let pdfs = asked.filter(|(form, _)| *form == Form::Pdf);
    pdfs.map(|(_, path)| path.as_path()).collect()
}

/// Whether SARIF is written for GitHub.
pub(crate) fn is_github(lint: &Lint) -> bool {
    lint.sarif_profile == Some(SarifProfile::Github)
}

/// Writes a run to the files among its targets; `github` gives SARIF its sidecars. The options are in
/// the end what they were: what they hold, pictures too, is not copied for each target.
pub(crate) fn write(
    run: &Run,
    targets: &[(Target, Option<Slot>)],
    options: &mut Options,
    github: bool,
    outbox: &mut Outbox,
) -> Result<(), CliError> {
    let color = std::mem::replace(&mut options.color, false);
    for ((format, path), slot) in targets {
        let (Some(path), Some(slot)) = (path, slot) else {
            continue;
        };
        if *format == Format::Sarif && github {
            options.sidecars = sidecar::write(run, path, options.lang, outbox)?;
        }
        let text = render::render(*format, run, options);
        options.sidecars.clear();
        outbox.fill(*slot, text.as_bytes())?;
    }
    options.color = color;
    Ok(())
}

/// Prints a run in the format that goes to standard output.
pub(crate) fn print(
    run: &Run,
    targets: &[(Target, Option<Slot>)],
    options: &Options,
    world: &mut World<'_>,
) -> Result<(), CliError> {
    for ((format, _), _) in targets.iter().filter(|(_, slot)| slot.is_none()) {
        to_stdout(&render::render(*format, run, options), world, options.lang)?;
    }
    Ok(())
}

/// Writes to standard output; a reader that went away has had enough.
pub(crate) fn to_stdout(text: &str, world: &mut World<'_>, lang: Lang) -> Result<(), CliError> {
    let written = world.stdout.write_all(text.as_bytes());
    match written.and_then(|()| world.stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(cannot_write(Path::new("-"), &error, lang))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; where that fails there is nowhere left to say so.
pub(crate) fn to_stderr(text: &str, world: &mut World<'_>) {
    let _ = world.stderr.write_all(text.as_bytes());
    let _ = world.stderr.flush();
}
