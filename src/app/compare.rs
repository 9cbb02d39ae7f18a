//! `compare`: two exports side by side.

use super::check;
use super::cli_error::{CliError, CliErrors};
use super::code::{FOUND, OK};
use super::environment::World;
use super::inputs;
use super::judged::Judged;
use super::{accept, output};
use crate::cli::Cli;
use crate::diagnostics::Comparison;
use crate::rules::Lang;
use crate::{pipeline, render};

/// Compares the two reports that the user named; only new findings fail.
pub(super) fn compare(
    cli: &Cli,
    as_json: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let named = &cli.lint.checks.files;
    // One that is named twice is one, and a third would not be compared with anything.
    if named.len() > 2 || inputs::expand(named, lang).len() != 2 {
        return Err(CliError::new(lang.app().two_reports())
            .help("dekom-lint compare 2024.pdf 2025.pdf")
            .into());
    }
    let mut judged = check::judge(cli, world, lang)?;
    judged.failed = false;
    let code = check::redact_and_warn(&mut judged, cli, world);
    let Some(done) = compared(&judged) else {
        return Ok(code);
    };
    let options = check::shown(&judged, cli, world);
    let shown = if as_json {
        render::comparison_json(&done, &options)
    } else {
        render::comparison(&done, &options)
    };
    output::to_stdout(&shown, world, judged.lang)?;
    if code == OK && fails(&judged, &done, cli) {
        return Ok(FOUND);
    }
    Ok(code)
}

fn compared(judged: &Judged) -> Option<Comparison> {
    let [old, new] = judged.run.files.as_slice() else {
        return None;
    };
    // The rules of the newer report hold.
    let group = judged.groups.iter().find(|g| g.members.contains(&1))?;
    pipeline::compared(old, new, &group.rules)
}

/// Whether the new findings alone fail.
fn fails(judged: &Judged, done: &Comparison, cli: &Cli) -> bool {
    let mut files = judged.run.files.clone();
    for file in &mut files {
        file.findings.clear();
    }
    if let Some(new) = files.last_mut() {
        new.findings.clone_from(&done.fresh);
    }
    accept::judge(&mut files, &judged.groups, cli)
}
