//! Reads the report that a command for rules works on, with the rules that hold for it.

use super::super::cli_error::{CliError, CliErrors};
use super::super::engine;
use super::super::environment::World;
use super::super::groups::{self, Group};
use super::super::inputs::called;
use super::super::inputs::{From, Input};
use super::super::source;
use crate::cli::{Checks, Cli};
use crate::pdf::Limits;
use crate::report::Report;
use crate::rules::Lang;
use crate::rules_cli::Reading;

/// A report and what holds for it.
pub(super) struct Opened {
    /// The report.
    pub(super) report: Report,
    /// Its rules and how they are run.
    pub(super) group: Group,
}

/// Reads the report.
pub(super) fn open(
    reading: &Reading,
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<Opened, CliErrors> {
    let path = &reading.report;
    let cli = cli.with(&Checks {
        files: vec![path.clone()],
        rules: reading.extra.rules.clone(),
        pack: reading.pack.clone(),
        table: reading.table.clone(),
        previous: reading.previous.clone(),
        no_isolation: reading.no_isolation,
        ..Checks::default()
    });
    let from_stdin = path.as_os_str() == "-";
    let input = Input {
        name: path.to_string_lossy().into_owned(),
        from: if from_stdin {
            From::Stdin
        } else {
            From::File(path.clone())
        },
    };
    let limit = Limits::default().file_bytes;
    let bytes = if from_stdin {
        source::from_stdin(world.stdin, limit).map_err(source::Why::Io)
    } else {
        source::read(path, limit)
    };
    let bytes = bytes.map_err(|why| {
        let why = why.because(lang);
        CliError::new(lang.app().cannot_read(&called(path), &why))
    })?;
    let cannot = || CliError::new(lang.app().cannot_read_report(&called(path)));
    let mut groups = groups::of(&cli, &[input], world, lang)?;
    let Some(group) = groups.pop() else {
        return Err(cannot().into());
    };
    let report = engine::read(&bytes, &group.settings)
        .map_err(|error| cannot().help(error.text().get(lang)))?;
    Ok(Opened { report, group })
}
