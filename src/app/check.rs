//! Checking files: from what the user named to what is printed and the exit code.

use super::engine::{self, Job};
use super::groups::{self, Group};
use super::inputs::{self, From, Input};
use super::trouble::{Failure, Trouble, because};
use super::world::World;
use super::{BROKEN, FOUND, OK, UNCHECKED, accept, output, warn};
use crate::cli::Cli;
use dekom_lint::diagnostics::{FileReport, FileStatus, Redactor, Run};
use dekom_lint::lang::pick;
use dekom_lint::render;
use dekom_lint::rules::{Lang, Status};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Instant;

/// Checks the files that the user named.
pub(super) fn check(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<u8, Failure> {
    let started = Instant::now();
    if cli.lint.files.is_empty() && !cli.general.show_config {
        return Err(nothing_named(lang).into());
    }
    let targets = output::targets(&cli.lint, lang)?;
    let inputs = inputs::expand(&cli.lint.files, lang);
    let groups = groups::of(cli, &inputs, world, lang)?;
    let lang = groups::spoken(cli, &groups, lang);
    if cli.general.show_config {
        let shown: Vec<String> = groups.iter().map(|g| g.settings.show(lang)).collect();
        output::to_stdout(&shown.join("\n"), world, lang)?;
        return Ok(OK);
    }

    let mut files = lint(cli, inputs, &groups, world, lang)?;
    accept::suppressions(&mut files, &groups, cli, world, lang);
    let fixed = accept::known(&mut files, &groups, lang)?;
    if let Some(respondent) = &cli.lint.respondent {
        accept::narrow(&mut files, respondent);
    }
    let failed = accept::fails(&files, &groups, cli);
    let mut run = Run {
        rules: groups
            .first()
            .map(|g| engine::rule_infos(&g.rules, &g.settings))
            .unwrap_or_default(),
        files,
        fixed,
        redaction_tokens: Vec::new(),
    };
    if let Some(path) = &cli.lint.write_baseline {
        accept::write_baseline(path, &run, world, lang)?;
    }
    // From here on nothing is printed that was not redacted.
    redact(&mut run, cli, world, lang)?;
    let broken = broken_rules(&run, cli, world, lang);
    let unreadable = unreadable(&run, cli, world, lang);
    let code = match (broken, unreadable) {
        (true, _) => BROKEN,
        (_, true) => UNCHECKED,
        _ if failed && cli.lint.write_baseline.is_none() => FOUND,
        _ => OK,
    };

    let mut options = render::Options {
        lang,
        notes: groups.iter().any(|group| group.settings.notes),
        noted_rules: BTreeSet::new(),
        color: world
            .env
            .colors(cli.general.color.as_deref(), world.env.stdout_terminal),
        sidecars: Vec::new(),
    };
    for group in &groups {
        options.noted_rules.extend(group.settings.noted_rules());
    }
    let github = output::is_github(&cli.lint);
    output::write(&run, &targets, &options, github, world)?;
    if cli.lint.coverage {
        output::to_stderr(&render::coverage(&run, &options), world);
    }
    if !cli.lint.quiet {
        let line = render::summary(&run, &options, started.elapsed());
        output::to_stderr(&format!("{line}\n"), world);
    }
    Ok(code)
}

fn nothing_named(lang: Lang) -> Trouble {
    let message = pick(
        lang,
        "ingen filer er nevnt",
        "ingen filer er nemnde",
        "no files are named",
    );
    Trouble::new(message).help("dekom-lint rapport.pdf")
}

fn lint(
    cli: &Cli,
    inputs: Vec<Input>,
    groups: &[Group],
    world: &mut World<'_>,
    lang: Lang,
) -> Result<Vec<FileReport>, Failure> {
    let mut stdin = Vec::new();
    if inputs.iter().any(|input| input.from == From::Stdin) {
        world.stdin.read_to_end(&mut stdin).map_err(|error| {
            let message = pick(
                lang,
                "kan ikke lese standard inn",
                "kan ikkje lese standard inn",
                "cannot read standard input",
            );
            Trouble::new(format!("{message}: {}", because(&error, lang)))
        })?;
    }
    let mut jobs = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.into_iter().enumerate() {
        if let Some(group) = groups.iter().find(|group| group.members.contains(&index)) {
            jobs.push(Job {
                input,
                settings: &group.settings,
                rules: &group.rules,
                stdin: &stdin,
            });
        }
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = cli.lint.jobs.unwrap_or(cores);
    let shown = world.env.stderr_terminal && jobs.len() > 1 && !cli.lint.quiet;
    let count = jobs.len();
    let stderr = Mutex::new(&mut *world.stderr);
    let progress = |finished: usize| {
        if let (true, Ok(mut stderr)) = (shown, stderr.lock()) {
            // The last one wipes the line. Where this fails there is nowhere left to say so.
            let _ = if finished < count {
                write!(stderr, "\r{finished}/{count}")
            } else {
                write!(stderr, "\r\u{1b}[K")
            };
            let _ = stderr.flush();
        }
    };
    Ok(engine::lint_all(&jobs, threads, &progress))
}

/// Redacts where the user asks for it, and where `CI` is set and the user asks for nothing.
fn redact(run: &mut Run, cli: &Cli, world: &World<'_>, lang: Lang) -> Result<(), Failure> {
    let by_default = world.env.var("CI").is_some() && !cli.lint.no_redact;
    if !cli.lint.redact && !by_default {
        return Ok(());
    }
    let key = match &cli.lint.redact_key {
        Some(key) => key.as_bytes().to_vec(),
        None => random_key().map_err(|error| {
            let message = pick(
                lang,
                "fikk ingen tilfeldig nøkkel",
                "fekk ingen tilfeldig nøkkel",
                "could not get a random key",
            );
            Trouble::new(format!("{message}: {error}")).help("--redact-key")
        })?,
    };
    Redactor::new(&key).redact(run);
    Ok(())
}

fn random_key() -> Result<Vec<u8>, getrandom::Error> {
    let mut key = vec![0; 32];
    getrandom::fill(&mut key)?;
    Ok(key)
}

/// Says which rules could not be run to their end, and whether there are any.
fn broken_rules(run: &Run, cli: &Cli, world: &mut World<'_>, lang: Lang) -> bool {
    let mut any = false;
    for file in &run.files {
        for rule in &file.statuses {
            if let Status::Broken(why) = &rule.status {
                let message = pick(
                    lang,
                    "regelen kunne ikke kjøres ferdig",
                    "regelen kunne ikkje køyrast ferdig",
                    "the rule could not be run to its end",
                );
                let trouble = Trouble::new(format!("{}: {message}: {why}", rule.rule));
                let trouble = trouble.help(file.path.clone());
                warn(&trouble, world, cli.general.color.as_deref());
                any = true;
            }
        }
    }
    any
}

/// Says which files could not be checked, and whether there are any.
fn unreadable(run: &Run, cli: &Cli, world: &mut World<'_>, lang: Lang) -> bool {
    let mut any = false;
    for file in &run.files {
        if file.status == FileStatus::Unreadable {
            let why = file.error.as_ref().map_or("", |error| error.get(lang));
            let trouble = Trouble::new(format!("{}: {why}", file.path));
            warn(&trouble, world, cli.general.color.as_deref());
            any = true;
        }
    }
    any
}
