//! `follow-up`: files that say what to ask each respondent, into a folder.

use super::inputs::called;
use super::trouble::{Failure, Trouble};
use super::world::World;
use super::{check, outbox, output};
use crate::cli::Cli;
use dekom_lint::diagnostics::Excerpts;
use dekom_lint::render;
use dekom_lint::rules::Lang;
use std::path::Path;

/// Checks the files that the user named and writes the follow-up.
///
/// What stands in the folder already is written over only with `force`: the caseworker may have
/// entered answers into it.
pub(super) fn follow_up(
    cli: &Cli,
    folder: &Path,
    force: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let prepared = check::prepare(cli, world, lang)?;
    let mut outbox = prepared.outbox();
    let mut judged = check::run(prepared, Excerpts::None, cli, world)?;
    let lang = judged.lang;
    let code = check::redact_and_warn(&mut judged, cli, world);
    let options = check::shown(&judged, cli, world);
    let files = render::follow_up(&judged.run, &options)
        .map_err(|error| Trouble::new(error.to_string()))?;
    let other = |file: &&render::Artifact| {
        let path = folder.join(&file.name);
        path.exists() && !std::fs::read(&path).is_ok_and(|there| there == file.bytes)
    };
    if let Some(file) = files.iter().find(other).filter(|_| !force) {
        let path = folder.join(&file.name);
        let trouble = Trouble::new(lang.app().exists_already(&called(&path)));
        return Err(trouble.help("--force").into());
    }
    outbox::make_folder(folder, lang)?;
    for file in &files {
        outbox.put(&folder.join(&file.name), &file.bytes)?;
    }
    outbox.send()?;
    if !cli.lint.checks.quiet {
        let asked = files.len().saturating_sub(1) / 2;
        let said = lang.app().to_ask(asked);
        let path = folder.join(render::SHEET);
        output::to_stderr(&format!("{asked} {said}: {}\n", called(&path)), world);
    }
    Ok(code)
}
