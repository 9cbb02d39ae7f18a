//! A request → what the program would have written.

use crate::request::{Request, Source};
use dekom_lint::config::{self, Baseline, Config};
use dekom_lint::diagnostics::{FileReport, FileStatus, InputKind, Run};
use dekom_lint::i18n::{Lang, Text};
use dekom_lint::pdf::{self, Picture};
use dekom_lint::pipeline::{self, Check};
use dekom_lint::render::{self, Folder, Format, Options, Verdict};
use dekom_lint::report::{self, ReadFailure};
use dekom_lint::rules::{self, Given, RuleSource, Severity};
use serde::Serialize;
use std::fmt::{Display, Write as _};
use std::path::Path;

/// An answer, without the bytes of what was made.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    /// Why nothing was made: mistakes of the user's own files.
    error: Option<String>,
    /// Whether the files brought it into a state that it was not made for: they are asked for anew, with
    /// that as the reason why they are not read.
    panicked: bool,
    /// Whether the program would fail: on a finding, or a rule that was not run to its end.
    failed: bool,
    /// How it went with each report.
    files: Vec<Told>,
    /// What of the user's own files does not hold any more.
    warnings: Vec<String>,
    /// The suppressions that match nothing in these reports.
    unused: Vec<String>,
    /// How it stands, in words.
    verdict: Said,
    /// What was made, whose bytes follow in this order.
    made: Vec<Made>,
}

/// How it stands.
#[derive(Debug, Default, Serialize)]
struct Said {
    /// `error`, `warning`, `clean` or `unchecked`.
    state: &'static str,
    headline: String,
    details: Vec<String>,
}

/// How it went with a report.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    name: String,
    /// `checked`, `incomplete` or `unreadable`.
    status: &'static str,
    /// Why it could not be checked.
    error: Option<String>,
    /// Whether a password would open it; `Some(true)` where one was tried.
    locked: Option<bool>,
    title: Option<String>,
}

/// Something made.
#[derive(Debug, Serialize)]
struct Made {
    /// What it is called: the format's name, or that of the follow-up's file.
    name: String,
    bytes: usize,
}

/// What stops a request.
struct Mistake(String);

impl<E: Display> From<E> for Mistake {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The bytes of the answer to a request.
pub(crate) fn answer(bytes: &[u8]) -> Vec<u8> {
    let Some((request, files, tables)) = Request::read(bytes) else {
        return refused("no request".to_owned());
    };
    match made(&request, &files, &tables) {
        Ok((answer, made)) => packed(&answer, &made),
        Err(Mistake(why)) => refused(why),
    }
}

/// The answer where the program met a state that it was not made for.
pub(crate) fn panicked() -> Vec<u8> {
    let answer = Answer {
        panicked: true,
        error: Some(ReadFailure::Panic.to_string()),
        ..Answer::default()
    };
    packed(&answer, &[])
}

fn refused(why: String) -> Vec<u8> {
    let answer = Answer {
        error: Some(why),
        ..Answer::default()
    };
    packed(&answer, &[])
}

fn packed(answer: &Answer, made: &[Vec<u8>]) -> Vec<u8> {
    // What is serialised has no keys but names.
    let json = serde_json::to_vec(answer).unwrap_or_default();
    let length = u32::try_from(json.len()).unwrap_or(0).to_le_bytes();
    [&length[..], &json, &made.concat()].concat()
}

fn made(
    request: &Request,
    files: &[&[u8]],
    tables: &[&[u8]],
) -> Result<(Answer, Vec<Vec<u8>>), Mistake> {
    let lang = Lang::named(&request.lang).unwrap_or_default();
    let config = match &request.config {
        Some(Source { name, text }) => {
            Config::parse(text, name, lang).map_err(|error| Mistake(mistakes(&error, text)))?
        }
        None => Config::default(),
    };
    let check = check(request, &config, tables, lang)?;
    let mut reports = Vec::new();
    let mut locked = Vec::new();
    for (file, bytes) in request.files.iter().zip(files) {
        let read = match &request.failed {
            Some(failed) => Err(failed.clone()),
            None => report::read(bytes, &check.reading),
        };
        locked.push(match &read {
            Err(ReadFailure::Encrypted { tried }) => Some(*tried),
            _ => None,
        });
        reports.push(check.read_file(&file.name, bytes, read));
    }
    let judged = check.judge(reports);
    let mut options = options(request, &config, &check, lang);
    if request
        .wanted
        .iter()
        .any(|wanted| wanted == Format::Html.name())
    {
        options.pictures = pictures(request, &judged.run, files, &options);
    }
    let mut out = Vec::new();
    for wanted in &request.wanted {
        let mut add = |name: &str, bytes| out.push((name.to_owned(), bytes));
        make(
            wanted,
            &judged.run,
            files,
            (&check, &config, &options),
            &mut add,
        )?;
    }
    let verdict = Verdict::of_run(&judged.run, &options);
    let unfinished = |file: &FileReport| file.unfinished().next().is_some();
    let failed = judged.failed || judged.run.files.iter().any(unfinished);
    let files = judged.run.files.iter().zip(locked);
    let answer = Answer {
        failed,
        files: files
            .map(|(file, locked)| told(file, locked, lang))
            .collect(),
        warnings: warnings(request, &config, &check, &judged.run, lang),
        unused: unused(request, &config, &judged.used, lang),
        verdict: Said {
            state: verdict.state.name(),
            headline: verdict.headline,
            details: verdict.details,
        },
        made: out
            .iter()
            .map(|(name, bytes)| Made {
                name: name.clone(),
                bytes: bytes.len(),
            })
            .collect(),
        ..Answer::default()
    };
    Ok((answer, out.into_iter().map(|(_, bytes)| bytes).collect()))
}

/// What holds, by the built-in rules and the user's own files.
fn check(
    request: &Request,
    config: &Config,
    tables: &[&[u8]],
    lang: Lang,
) -> Result<Check, Mistake> {
    let missing = missing(request, config, lang);
    if !missing.is_empty() {
        return Err(Mistake(missing.join("\n")));
    }
    let mut sources = rules::builtin_sources_without_cases();
    sources.extend(request.rules.iter().map(|source| RuleSource {
        name: source.name.clone(),
        text: source.text.clone(),
    }));
    let mut given = given(request, config, tables);
    // What no file names is the table that is called as it is.
    let loose = loose(request, config, tables);
    for (name, bytes) in &loose {
        let file = (name.clone(), Ok(bytes.clone()));
        given.tables.insert(stem(name).to_owned(), file);
    }
    let loaded = if request.rules.is_empty() && given.is_nothing() {
        rules::builtin()
    } else {
        rules::load_with(&sources, &given)
    };
    let rules = loaded.map_err(|errors| {
        let text = |name: &str| {
            let source = sources.iter().find(|source| source.name == name);
            source.map_or("", |source| source.text.as_str())
        };
        let told = errors.into_iter().map(|error| {
            let error = error.in_language(lang);
            let help = error.advice().map(|help| format!(" {help}"));
            let place = place(&error, &text).unwrap_or_default();
            format!("{place}{}{}", error.message(), help.unwrap_or_default())
        });
        Mistake(told.collect::<Vec<_>>().join("\n"))
    })?;
    for (name, _) in &loose {
        let stem = stem(name);
        let is_it =
            |(pack, table): (&str, &str)| stem == table || stem == format!("{pack}.{table}");
        if !rules.tables().any(is_it) {
            return Err(Mistake(format!("{name}: {}", lang.app().no_table(&stem))));
        }
    }
    if let Some(Source { name, text }) = &request.config {
        let fits = pipeline::fits(config, text, name, &rules, lang);
        fits.map_err(|error| Mistake(mistakes(&error, text)))?;
    }
    let mut check = Check::new(rules, config, request.today);
    check.reading.password = request
        .password
        .clone()
        .filter(|password| !password.is_empty());
    if let Some(Source { name, text }) = &request.baseline {
        let baseline = Baseline::parse(text, name, lang);
        check.baseline = Some(baseline.map_err(|error| Mistake(mistakes(&error, text)))?);
    }
    Ok(check)
}

/// The rule files and the baseline that the configuration names and nobody gave: without them less would
/// be checked than it says, or more be found.
fn missing(request: &Request, config: &Config, lang: Lang) -> Vec<String> {
    let base = |path: &String| base(path.trim_end_matches(['/', '\\'])).to_owned();
    let is_there = |path: &String| {
        let name = base(path);
        // Which files a folder holds is not known here.
        let ending = Path::new(&name).extension().unwrap_or_default();
        let is_folder = !ending.eq_ignore_ascii_case("toml");
        let mut names = request.rules.iter().map(|source| &source.name);
        names.any(|given| is_folder || *given == name)
    };
    let rules = config.rules.iter().filter(|path| !is_there(path));
    let baseline = config
        .baseline
        .iter()
        .filter(|_| request.baseline.is_none());
    let of = request.config.as_ref().map_or("", |source| &source.name);
    let said = lang.app();
    let told = |path: &String| {
        let missing = said.no_such_file(&base(path));
        format!("{of}: {missing}. {}", said.give_it_too())
    };
    rules.chain(baseline).map(told).collect()
}

/// What of the user's own files does not hold any more, as the program warns of it.
fn warnings(
    request: &Request,
    config: &Config,
    check: &Check,
    run: &Run,
    lang: Lang,
) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(Source { name, text }) = &request.config {
        let past = config::expired(&config.suppressions, check.today, text, name, lang);
        out.extend(past.map(|warning| mistakes(&warning, text)));
        let own = check.reading.reader.name();
        let other = config.reader.iter().filter(|reader| *reader != own);
        out.extend(other.map(|reader| format!("{name}: {}", lang.app().only_hayro(reader))));
    }
    let files = check.baseline.iter().flat_map(|baseline| {
        let altered = run.files.iter().map(|file| (file, baseline.altered(file)));
        altered.collect::<Vec<_>>()
    });
    for (file, altered) in files {
        out.extend(altered.into_iter().map(|(finding, _)| {
            let message = lang.app().figure_changed(&file.path, &finding.rule);
            let page = lang.words().page(1);
            format!("{message} ({page} {})", finding.primary.page)
        }));
    }
    out
}

/// The suppressions that match nothing, a line for each, by which those of several reports are compared.
fn unused(request: &Request, config: &Config, used: &[bool], lang: Lang) -> Vec<String> {
    let Some(Source { name, text }) = &request.config else {
        return Vec::new();
    };
    let warning = config::unused(&config.suppressions, used, text, name, lang);
    let labels = warning.iter().filter_map(miette::Diagnostic::labels);
    let told = labels.flatten().map(|label| {
        let line = line(text, label.offset());
        format!(
            "{name}:{line}: {warning}",
            warning = label.label().unwrap_or_default()
        )
    });
    told.collect()
}

/// The files that rule files and the configuration name, and the configuration's parameters.
fn given(request: &Request, config: &Config, tables: &[&[u8]]) -> Given {
    let dropped = |path: &str| {
        let found = request.tables.iter().zip(tables);
        let mut found = found.filter(|(table, _)| table.name == base(path));
        found.next().map(|(_, bytes)| bytes.to_vec())
    };
    let mut given = Given::default();
    for source in &request.rules {
        for named in rules::files_named(&source.text) {
            if let Some(bytes) = dropped(&named) {
                given.files.insert((source.name.clone(), named), Ok(bytes));
            }
        }
    }
    for (name, path) in &config.tables {
        let file =
            dropped(path).ok_or_else(|| Text::each(|lang| lang.app().no_such_file(&base(path))));
        given
            .tables
            .insert(name.clone(), (base(path).to_owned(), file));
    }
    for param in &config.params {
        let key = (param.pack.clone(), param.name.clone());
        given.params.insert(key, param.value.clone());
    }
    given
}

/// The tables that neither a rule file nor the configuration names.
fn loose(request: &Request, config: &Config, tables: &[&[u8]]) -> Vec<(String, Vec<u8>)> {
    let mut named: Vec<String> = config.tables.values().cloned().collect();
    for source in &request.rules {
        named.extend(rules::files_named(&source.text));
    }
    let all = request.tables.iter().zip(tables);
    all.filter(|(table, _)| !named.iter().any(|path| base(path) == table.name))
        .map(|(table, bytes)| (table.name.clone(), bytes.to_vec()))
        .collect()
}

/// A path's last part.
fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Pictures of the pages that findings point at, as the program draws them.
fn pictures(request: &Request, run: &Run, files: &[&[u8]], options: &Options) -> Vec<Vec<Picture>> {
    let password = request.password.as_deref().unwrap_or("");
    let all = run.files.iter().zip(files);
    all.map(|(file, bytes)| {
        let pages = options.pages(file);
        if pages.is_empty() || file.kind != InputKind::Pdf {
            return Vec::new();
        }
        pdf::pictures(bytes, password, &pages).unwrap_or_default()
    })
    .collect()
}

/// The message of an error and of each place that it points at, with the line.
fn mistakes(error: &dyn miette::Diagnostic, text: &str) -> String {
    let mut out = error.to_string();
    for label in error.labels().into_iter().flatten() {
        let line = line(text, label.offset());
        let _ = write!(out, "\n{line}: {}", label.label().unwrap_or_default());
    }
    out
}

/// `rules.toml:12: `, where an error stands.
fn place<'t>(error: &dyn miette::Diagnostic, text: &dyn Fn(&str) -> &'t str) -> Option<String> {
    let label = error.labels()?.next()?;
    let contents = error.source_code()?.read_span(label.inner(), 0, 0).ok()?;
    let name = contents.name()?.to_owned();
    let line = line(text(&name), label.offset());
    Some(format!("{name}:{line}: "))
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// What the program asks of the formats.
fn options(request: &Request, config: &Config, check: &Check, lang: Lang) -> Options {
    let set = check.options.severities.iter();
    let noted = set.filter(|(_, severity)| **severity == Some(Severity::Note));
    Options {
        lang,
        notes: request.notes || config.notes.unwrap_or(false),
        order: config.order,
        verdict: true,
        noted_rules: noted.map(|(rule, _)| rule.clone()).collect(),
        ..Options::default()
    }
}

/// Makes what is wanted.
fn make(
    wanted: &str,
    run: &Run,
    files: &[&[u8]],
    (check, config, options): (&Check, &Config, &Options),
    add: &mut dyn FnMut(&str, Vec<u8>),
) -> Result<(), Mistake> {
    match wanted {
        "pdf" => {
            for (file, bytes) in run.files.iter().zip(files) {
                let is_pdf = file.kind == InputKind::Pdf;
                if is_pdf && file.status != FileStatus::Unreadable {
                    // An encrypted file can be read, and not added to.
                    if let Ok(marked) = render::annotated(bytes, file, options) {
                        add(wanted, marked);
                    }
                }
            }
        }
        "follow-up" => {
            let folder = Folder::default();
            for file in render::follow_up(run, options, &config.follow_up, &folder)?.files {
                add(&file.name, file.bytes);
            }
        }
        "compare" => {
            if let [old, new] = run.files.as_slice()
                && let Some(done) = pipeline::compared(old, new, &check.rules)
            {
                add(wanted, render::comparison(&done, options).into_bytes());
            }
        }
        "baseline" => {
            // The reasons of the one that was dropped stay.
            let none = Baseline::default();
            let older = check.baseline.as_ref().unwrap_or(&none);
            let text = Baseline::of(run, older, options.lang).to_toml(options.lang);
            add(wanted, text.into_bytes());
        }
        name => {
            if let Some(format) = Format::of(name) {
                let text = render::render(format, run, options);
                add(wanted, text.into_bytes());
            }
        }
    }
    Ok(())
}

fn told(file: &FileReport, locked: Option<bool>, lang: Lang) -> Told {
    Told {
        name: file.path.clone(),
        status: file.status.name(),
        error: file.error.as_ref().map(|error| error.get(lang).to_owned()),
        locked,
        title: file.title.clone(),
    }
}
