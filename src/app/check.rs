//! Checking files: from what the user named to what is printed and the exit code.

use super::cli_error::{CliError, CliErrors, because};
use super::code::{FOUND, OK, UNCHECKED};
use super::engine::{self, Job};
use super::environment::World;
use super::groups::{self, Group};
use super::inputs::called;
use super::inputs::{self, From, Input};
use super::judged::Judged;
use super::load;
use super::outbox::{Outbox, Slot};
use super::redaction::{redactor, redacts};
use super::source;
use super::spoken::warn;
use super::{accept, annotated, output, pictures, show_config};
use crate::cli::{Cli, Lint};
use crate::diagnostics::{Excerpts, FileReport, FileStatus, RuleInfo, Run};
use crate::meant::Slips;
use crate::pdf::Limits;
use crate::render::{self, Format};
use crate::rules::{Lang, PackChoice};
use clap::CommandFactory as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

/// Checks the files that the user named, and prints what was found.
pub(super) fn check(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<u8, CliErrors> {
    let started = Instant::now();
    if let Some(meant) = cli.lint.checks.files.first().and_then(|f| misspelt(f)) {
        return Err(no_file(&cli.lint.checks.files, &meant, lang).into());
    }
    let targets = output::targets(&cli.lint, lang)?;
    let pdfs = output::pdfs(&cli.lint);
    annotated::check(&pdfs, redacts(cli, world), lang)?;
    if cli.general.show_config {
        let inputs = inputs::expand(&cli.lint.checks.files, lang);
        let groups = groups::of(cli, &inputs, world, lang)?;
        let lang = groups::spoken(cli, &groups, lang);
        let shown = groups.iter();
        let shown = shown.map(|g| show_config::show(&g.settings, &g.rules, cli, world, lang));
        let shown: Vec<String> = shown.collect();
        output::to_stdout(&shown.join("\n"), world, lang)?;
        return Ok(OK);
    }
    let mut prepared = prepare(cli, world, lang)?;
    prepared.alone = true;
    let mut outbox = prepared.outbox();
    // What can't be written is told before anything is read.
    let written = Written::claim(cli, targets, pdfs, &prepared, &mut outbox)?;
    let left_out = std::mem::take(&mut prepared.left_out);
    prepared.bare = !cli.lint.coverage && written.is_bare();
    let mut judged = run(prepared, written.excerpts(&cli.lint), cli, world)?;
    if let Some((path, slot)) = written.baseline {
        let baseline = accept::new_baseline(path, &judged.run, judged.lang)?;
        outbox.fill(slot, baseline.as_bytes())?;
        judged.failed = false;
        accept::pass(&mut judged.run.files);
    }
    let mut code = redact_and_warn(&mut judged, cli, world);
    let mut options = shown(&judged, cli, world);
    if written.shows(Format::Html) && !redacts(cli, world) {
        options.pictures = pictures::of(&judged, &options);
    }
    let github = output::is_github(&cli.lint);
    let targets = &written.targets;
    output::write(&judged.run, targets, &mut options, github, &mut outbox)?;
    for pdf in written.pdfs {
        for refused in annotated::write(&judged, pdf, &options, &mut outbox)? {
            warn(&refused, world, cli.general.color, judged.lang);
            code = UNCHECKED;
        }
    }
    outbox.send()?;
    if let Some((path, _)) = written.baseline {
        let done = judged.lang.app().wrote(&called(path));
        output::to_stderr(&format!("{done}\n"), world);
    }
    output::print(&judged.run, targets, &options, world)?;
    if cli.lint.coverage {
        output::to_stderr(&render::coverage(&judged.run, &options), world);
    }
    if !cli.lint.checks.quiet {
        if !left_out.is_empty() {
            let files = judged.lang.app().left_out(&left_out.join(", "));
            output::to_stderr(&format!("{files}\n"), world);
        }
        let line = render::summary(&judged.run, &options, started.elapsed());
        output::to_stderr(&format!("{line}\n"), world);
    }
    if !cli.lint.watch {
        // The process ends here, and to take all of it apart first is work for nothing.
        std::mem::forget(judged);
    }
    Ok(code)
}

/// Checks the files that the user named.
pub(super) fn judge(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<Judged, CliErrors> {
    run(prepare(cli, world, lang)?, Excerpts::Found, cli, world)
}

/// What the user named and what holds for it, before anything is read.
pub(super) struct Prepared {
    inputs: Vec<Input>,
    /// What may be a report, and is not checked.
    left_out: Vec<String>,
    groups: Vec<Group>,
    lang: Lang,
    /// Whether nothing is said in another language.
    alone: bool,
    /// Whether nothing is told but findings.
    bare: bool,
    /// Whether one respondent is asked also what it is asked among others.
    pub(super) asks: bool,
}

impl Prepared {
    /// What the run writes, none of it over what the run reads.
    pub(super) fn outbox(&self) -> Outbox {
        let mut outbox = Outbox::new(self.lang);
        let files = self.inputs.iter().filter_map(|input| match &input.from {
            From::File(path) => Some(path),
            From::Stdin | From::Nowhere(_) => None,
        });
        files.for_each(|path| outbox.protect(path));
        for group in &self.groups {
            for path in load::files_read(&group.settings) {
                outbox.protect(&path);
            }
        }
        outbox
    }
}

/// The files that a run writes.
struct Written<'c> {
    targets: Vec<(output::Target, Option<Slot>)>,
    baseline: Option<(&'c Path, Slot)>,
    /// A path without a slot is a folder, or becomes one.
    pdfs: Vec<(&'c Path, Option<Slot>)>,
}

impl<'c> Written<'c> {
    /// Whether something is written in a format.
    fn shows(&self, format: Format) -> bool {
        self.targets.iter().any(|((one, _), _)| *one == format)
    }

    /// Whether no format tells more of a file than its findings.
    fn is_bare(&self) -> bool {
        let bare = |format| match format {
            Format::Full | Format::Concise | Format::Junit | Format::Github | Format::Gitlab => {
                true
            }
            Format::Json | Format::Jsonl | Format::Sarif | Format::Html => false,
        };
        let mut formats = self.targets.iter().map(|((format, _), _)| *format);
        self.pdfs.is_empty() && formats.all(bare)
    }

    /// The pages that the formats show.
    fn excerpts(&self, lint: &Lint) -> Excerpts {
        let formats = self.targets.iter().map(|((format, _), _)| match format {
            Format::Html => Excerpts::All,
            Format::Sarif if output::is_github(lint) => Excerpts::All,
            Format::Full => Excerpts::Found,
            _ => Excerpts::None,
        });
        formats.max().unwrap_or(Excerpts::None)
    }

    fn claim(
        cli: &'c Cli,
        targets: Vec<output::Target>,
        pdfs: Vec<&'c Path>,
        prepared: &Prepared,
        outbox: &mut Outbox,
    ) -> Result<Self, CliError> {
        // A baseline may be written over the one that holds; nothing else may.
        let baseline = cli.lint.write_baseline.as_deref();
        let baseline = baseline.map(|path| Ok((path, outbox.claim(path)?)));
        let baseline = baseline.transpose()?;
        let known = prepared.groups.iter();
        let known = known.filter_map(|group| group.settings.baseline.as_ref());
        known.for_each(|path| outbox.protect(path));
        let mut claimed = Vec::with_capacity(targets.len());
        for target in targets {
            let slot = target.1.as_ref().map(|path| outbox.claim(path));
            claimed.push((target, slot.transpose()?));
        }
        let mut files = Vec::with_capacity(pdfs.len());
        for path in pdfs {
            let is_file = prepared.inputs.len() == 1 && !path.is_dir();
            let slot = is_file.then(|| outbox.claim(path)).transpose()?;
            files.push((path, slot));
        }
        Ok(Self {
            targets: claimed,
            baseline,
            pdfs: files,
        })
    }
}

/// Finds out what is checked, and how.
pub(super) fn prepare(cli: &Cli, world: &World<'_>, lang: Lang) -> Result<Prepared, CliErrors> {
    if cli.lint.checks.files.is_empty() {
        return Err(nothing_named(lang).into());
    }
    let (inputs, left_out) = inputs::expand_and_leave(&cli.lint.checks.files, lang);
    let groups = groups::of(cli, &inputs, world, lang)?;
    let lang = groups::spoken(cli, &groups, lang);
    Ok(Prepared {
        inputs,
        left_out,
        groups,
        lang,
        alone: false,
        bare: false,
        asks: false,
    })
}

/// Checks what was prepared.
pub(super) fn run(
    prepared: Prepared,
    shown: Excerpts,
    cli: &Cli,
    world: &mut World<'_>,
) -> Result<Judged, CliErrors> {
    let Prepared {
        inputs,
        left_out: _,
        groups,
        lang,
        alone,
        bare,
        asks,
    } = prepared;
    let mut stdin = Vec::new();
    let rules = groups
        .first()
        .map(|g| RuleInfo::all(&g.rules, &g.settings.rules.severities))
        .unwrap_or_default();
    if inputs.iter().any(|input| input.from == From::Stdin) {
        let limit = Limits::default().file_bytes;
        stdin = source::from_stdin(world.stdin, limit)
            .map_err(|error| CliError::new(lang.app().no_stdin(&because(&error, lang))))?;
    }
    let redactor = redactor(cli, &inputs, &stdin, world);
    let paths: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    // To leave one respondent's findings, they have to be known by name.
    let early = redactor.as_ref();
    let early = early.filter(|_| cli.lint.checks.respondent.is_none());
    let finish = |file: &mut FileReport| {
        if alone {
            file.speak_only(lang);
        }
        if bare {
            file.keep_findings();
            let may_show = |rule: &str| groups.iter().any(|g| g.settings.may_show_note(rule));
            // Whom a note is about is asked of its places.
            if cli.lint.checks.respondent.is_none() {
                file.leave_notes(may_show);
            }
        }
        if shown == Excerpts::Tables {
            file.tabulate();
        }
        if redactor.is_some() && early.is_none() {
            return;
        }
        if let Some(redactor) = early {
            file.leave_pages(shown);
            redactor.prepare(file, &rules, &paths);
        }
        file.slim(shown);
        // What is left lies scattered among what is let go of, and would keep its memory from the next file.
        *file = file.clone();
    };
    let mut files = lint(cli, &inputs, &groups, &stdin, &finish, world);
    accept::suppressions(&mut files, &groups, cli, world, lang);
    let fixed = accept::known(&mut files, &groups, cli, world, lang)?;
    if let Some(respondent) = &cli.lint.checks.respondent {
        accept::narrow(&mut files, respondent, asks, lang)?;
    }
    let failed = accept::judge(&mut files, &groups, cli);
    Ok(Judged {
        run: Run {
            rules,
            files,
            fixed,
            redaction_tokens: Vec::new(),
        },
        inputs,
        stdin,
        groups,
        failed,
        lang,
        redactor,
    })
}

/// Redacts where that is asked for, tells what could not be done, and gives the exit code. Nothing
/// of a run is shown before.
pub(super) fn redact_and_warn(judged: &mut Judged, cli: &Cli, world: &mut World<'_>) -> u8 {
    if let Some(redactor) = judged.redactor.take() {
        redactor.redact(&mut judged.run);
    }
    let unfinished = unfinished_rules(&judged.run, cli, world, judged.lang);
    let unreadable = unreadable(judged, cli, world);
    unchecked(&judged.run, cli, world, judged.lang);
    unused_packs(judged, cli, world);
    if unreadable {
        UNCHECKED
    } else if judged.failed || unfinished {
        FOUND
    } else {
        OK
    }
}

/// What the formats are asked for.
pub(super) fn shown(judged: &Judged, cli: &Cli, world: &World<'_>) -> render::Options {
    let terminal = world.env.stdout_terminal;
    let groups = &judged.groups;
    let noted = groups.iter().map(|group| group.settings.noted_rules());
    render::Options {
        lang: judged.lang,
        notes: groups.iter().any(|group| group.settings.notes),
        noted_rules: noted.flatten().collect(),
        color: world.env.colors(cli.general.color, terminal),
        order: groups.iter().find_map(|group| group.settings.order),
        verdict: !cli.lint.checks.quiet,
        pictures: Vec::new(),
        sidecars: Vec::new(),
    }
}

fn nothing_named(lang: Lang) -> CliError {
    CliError::new(lang.app().nothing_named()).help(lang.app().nothing_named_help())
}

/// The command that a name is near to, where there is no such file.
fn misspelt(named: &Path) -> Option<String> {
    let name = named.to_str().filter(|_| !named.exists())?;
    if matches!(name, "help" | "hjelp") {
        return Some("--help".to_owned());
    }
    let whole = Cli::command();
    let commands = whole.get_subcommands().map(clap::Command::get_name);
    Slips::COMMAND.nearest(name, commands).map(str::to_owned)
}

/// There is no such file, but such a command.
fn no_file(named: &[PathBuf], meant: &str, lang: Lang) -> CliError {
    let name = named.first().map(|name| called(name));
    let message = lang
        .app()
        .neither_file_nor_command(&name.unwrap_or_default());
    CliError::new(message).help(lang.words().did_you_mean(&meant))
}

fn lint(
    cli: &Cli,
    inputs: &[Input],
    groups: &[Group],
    stdin: &[u8],
    finish: &(dyn Fn(&mut FileReport) + Sync),
    world: &mut World<'_>,
) -> Vec<FileReport> {
    let mut jobs = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.iter().enumerate() {
        if let Some(group) = groups.iter().find(|group| group.members.contains(&index)) {
            jobs.push(Job {
                input: input.clone(),
                settings: &group.settings,
                rules: &group.rules,
                stdin,
            });
        }
    }
    let threads = engine::threads(cli);
    let shown = world.env.stderr_terminal && jobs.len() > 1 && !cli.lint.checks.quiet;
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
    engine::lint_all(&jobs, threads, finish, &progress)
}

/// Says which rules could not be run to their end, and whether there are any.
fn unfinished_rules(run: &Run, cli: &Cli, world: &mut World<'_>, lang: Lang) -> bool {
    let mut any = false;
    for file in &run.files {
        for (rule, bound) in file.unfinished() {
            let error = CliError::new(lang.app().rule_not_ended(&rule, &bound.words(lang)));
            let error = error.help(file.path.clone());
            warn(&error, world, cli.general.color, lang);
            any = true;
        }
    }
    any
}

/// Says which files could not be checked, and whether there are any.
fn unreadable(judged: &Judged, cli: &Cli, world: &mut World<'_>) -> bool {
    let lang = judged.lang;
    let mut any = false;
    for (file, input) in judged.run.files.iter().zip(&judged.inputs) {
        if file.status == FileStatus::Unreadable {
            let why = file.error.as_ref().map_or("", |error| error.get(lang));
            let error = if input.is_missing() {
                let error = CliError::new(lang.app().no_such_file(&file.path));
                // What a file is called may name somebody.
                let near = inputs::near(&input.from).filter(|_| !redacts(cli, world));
                match near {
                    Some(near) => error.help(lang.app().meant_file(&near)),
                    None => error,
                }
            } else {
                CliError::new(format!("{}: {why}", file.path))
            };
            warn(&error, world, cli.general.color, lang);
            any = true;
        }
    }
    any
}

/// Says which packs of the files that the command line names are for another survey than a report's:
/// their rules looked at nothing of it, which is not the same as finding nothing.
fn unused_packs(judged: &Judged, cli: &Cli, world: &mut World<'_>) {
    let lang = judged.lang;
    let given = cli.lint.checks.rules.iter();
    let given = given.flat_map(|path| load::rule_files(path).unwrap_or_default());
    let given: Vec<String> = given.map(|file| called(&file)).collect();
    for group in &judged.groups {
        // Who names the packs has chosen among them.
        if matches!(group.settings.rules.packs, PackChoice::Forced(_)) {
            continue;
        }
        let packs = group.rules.packs();
        for pack in packs.filter(|pack| pack.files.iter().any(|file| given.contains(file))) {
            for file in group.files(&judged.run.files) {
                if file.status == FileStatus::Unreadable || file.packs.contains(&pack.name) {
                    continue;
                }
                let message = lang.app().pack_not_used(&file.path, &pack.name);
                let error = CliError::new(message).help(lang.app().pack_not_used_help());
                warn(&error, world, cli.general.color, lang);
            }
        }
    }
}

/// Says of which texts many figures could only be read.
fn unchecked(run: &Run, cli: &Cli, world: &mut World<'_>, lang: Lang) {
    for file in &run.files {
        if let Some((message, help)) = render::unchecked(file, lang) {
            let error = CliError::new(format!("{}: {message}", file.path)).help(help);
            warn(&error, world, cli.general.color, lang);
        }
    }
}
