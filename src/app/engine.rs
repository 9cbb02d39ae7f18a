//! Rule files and reports off the disk, and the library run over them on several threads.

use super::cli_error::CliError;
use super::inputs::{From, Input};
use super::isolate;
use super::settings::Settings;
use super::source;
use crate::cli::Cli;
use crate::config;
use crate::diagnostics::{FileReport, Source, second_reading, unreadable};
use crate::pdf::{RawDocument, ReaderKind};
use crate::report::{self, ReadFailure, ReadOptions, Report};
use crate::rules::{Lang, PackChoice, RuleSet, Text};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Threads that read the pages of one file at most: each has a stack in the address space.
const MAX_PAGE_THREADS: usize = 8;

/// Bytes of a text that can do no harm, whatever they are: they take some 10 MB and a tenth of a second.
const MAX_TEXT: usize = 64 << 10;

/// A file beside the settings and the rules that hold for it.
pub(crate) struct Job<'a> {
    /// The file.
    pub(crate) input: Input,
    /// What holds for it.
    pub(crate) settings: &'a Settings,
    /// Its rules.
    pub(crate) rules: &'a RuleSet,
    /// What standard input held, for the job that reads it.
    pub(crate) stdin: &'a [u8],
}

/// Checks that the rules and packs that the user names exist.
pub(crate) fn check_names(
    cli: &Cli,
    settings: &Settings,
    rules: &RuleSet,
    lang: Lang,
) -> Result<(), CliError> {
    for (rule, _) in &cli.lint.checks.severity {
        let known: Vec<&str> = rules.rules().map(|rule| rule.id.as_str()).collect();
        check_name(rule, &known, lang.app().no_rule(rule), lang)?;
    }
    let named = config::FailOn::named(cli.lint.checks.fail_on.iter().cloned());
    for rule in &named.rules {
        let levels = config::FailOn::NAMES.into_iter();
        let known = levels.chain(rules.rules().map(|rule| rule.id.as_str()));
        check_name(
            rule,
            &known.collect::<Vec<_>>(),
            lang.app().no_rule(rule),
            lang,
        )?;
    }
    if let PackChoice::Forced(packs) = &settings.rules.packs {
        for pack in packs {
            let known: Vec<&str> = rules.packs().map(|pack| pack.name.as_str()).collect();
            check_name(pack, &known, lang.app().no_pack(pack), lang)?;
        }
    }
    for name in settings.tables.keys() {
        let tables = rules.tables();
        let known: Vec<String> = tables
            .flat_map(|(pack, table)| [table.to_owned(), format!("{pack}.{table}")])
            .collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        check_name(name, &known, lang.app().no_table(name), lang)?;
    }
    Ok(())
}

/// Checks that a name is known; `unknown` says that it is not.
fn check_name(name: &str, known: &[&str], unknown: String, lang: Lang) -> Result<(), CliError> {
    if known.contains(&name) {
        return Ok(());
    }
    Err(CliError::new(unknown).near(name, known.iter().copied(), lang))
}

/// How many files are read at the same time.
pub(crate) fn threads(cli: &Cli) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    cli.lint.checks.jobs.unwrap_or_else(cores).max(1)
}

/// Checks files on at most `threads` threads; the reports come in the order of the jobs.
///
/// `finish` is given each as soon as it is judged; `done` is told how many files are finished, from whichever thread finished one.
pub(crate) fn lint_all(
    jobs: &[Job<'_>],
    threads: usize,
    finish: &(dyn Fn(&mut FileReport) + Sync),
    done: &(dyn Fn(usize) + Sync),
) -> Vec<FileReport> {
    let next = AtomicUsize::new(0);
    let finished = AtomicUsize::new(0);
    let reports: Mutex<Vec<(usize, FileReport)>> = Mutex::default();
    // What the files leave of the threads, their pages are read on.
    let spare = (threads / jobs.len().max(1)).clamp(1, MAX_PAGE_THREADS);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(index) else {
                return;
            };
            let mut report = lint(job, spare);
            finish(&mut report);
            if let Ok(mut reports) = reports.lock() {
                reports.push((index, report));
            }
            done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.clamp(1, jobs.len().max(1)) {
            scope.spawn(work);
        }
        work();
    });
    let mut reports = reports.into_inner().unwrap_or_default();
    reports.sort_by_key(|(index, _)| *index);
    reports.into_iter().map(|(_, report)| report).collect()
}

fn lint(job: &Job<'_>, threads: usize) -> FileReport {
    let name = &job.input.name;
    let checked = |bytes: &[u8]| {
        let settings = job.settings;
        let judge = |read| crate::judge(bytes, name, read, job.rules, &settings.rules);
        // Whatever a file does, the others are still checked.
        let all = || {
            let mut reading = settings.reading.clone();
            reading.limits.threads = threads;
            let mut file = judge(read_with(bytes, settings, &reading));
            read_again(&mut file, bytes, settings);
            file
        };
        catch_unwind(AssertUnwindSafe(all)).unwrap_or_else(|_| judge(Err(ReadFailure::Panic)))
    };
    match &job.input.from {
        From::Stdin => checked(job.stdin),
        From::File(path) => match source::read(path, job.settings.reading.limits.file_bytes) {
            Ok(bytes) => checked(&bytes),
            Err(why) => unreadable(Source::new(name, b""), why.text()),
        },
        From::Nowhere(why) => unreadable(Source::new(name, b""), Text::each(|_| why.clone())),
    }
}

/// Reads a report, a PDF in a process of its own.
pub(crate) fn read(bytes: &[u8], settings: &Settings) -> Result<Report, ReadFailure> {
    read_with(bytes, settings, &settings.reading)
}

fn read_with(
    bytes: &[u8],
    settings: &Settings,
    reading: &ReadOptions,
) -> Result<Report, ReadFailure> {
    if !report::is_pdf(bytes) {
        let is_large = bytes.len() > MAX_TEXT || settings.deadline.is_some();
        if is_large && !settings.in_process {
            isolate::try_text(bytes, reading, settings.deadline)?;
        }
        return report::read(bytes, reading);
    }
    report::from_raw(read_raw(bytes, settings, reading)?)
}

fn read_raw(
    bytes: &[u8],
    settings: &Settings,
    reading: &ReadOptions,
) -> Result<RawDocument, ReadFailure> {
    if settings.in_process {
        report::read_raw(bytes, reading)
    } else {
        isolate::read(bytes, reading, settings.deadline)
    }
}

/// Reads a PDF with the other reader, and doubts the findings about figures that it does not see.
fn read_again(file: &mut FileReport, bytes: &[u8], settings: &Settings) {
    if !settings.second_reading || !report::is_pdf(bytes) || file.findings.is_empty() {
        return;
    }
    let reading = ReadOptions {
        reader: match settings.reading.reader {
            ReaderKind::Hayro => ReaderKind::PdfExtract,
            ReaderKind::PdfExtract => ReaderKind::Hayro,
        },
        ..settings.reading.clone()
    };
    // What the other reader can't read stays as the first one read it.
    let other = read_raw(bytes, settings, &reading).unwrap_or_default();
    file.second = Some(second_reading(file, &other));
}
