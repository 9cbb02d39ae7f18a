//! Findings that the user accepts: suppressions, baselines, thresholds, and one respondent alone.

use super::cli_error::{CliError, CliErrors};
use super::environment::World;
use super::groups::Group;
use super::inputs::called;
use super::source;
use super::spoken::warn;
use crate::cli::Cli;
use crate::config::{self, Baseline};
use crate::diagnostics::{FileReport, FileStatus, Finding, Run, name_key};
use crate::i18n::whole;
use crate::pipeline;
use crate::rules::{Datum, Lang};
use std::fmt::Write as _;
use std::path::Path;

/// Applies the suppressions, and warns of those that match nothing any more.
pub(super) fn suppressions(
    files: &mut [FileReport],
    groups: &[Group],
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) {
    for group in groups {
        let Some(loaded) = &group.settings.loaded else {
            continue;
        };
        let suppressions = &loaded.config.suppressions;
        if suppressions.is_empty() {
            continue;
        }
        let today = world.env.today();
        let mut own = group.files_mut(files);
        let used = pipeline::accept(&mut own, suppressions, today);
        let name = loaded.name();
        let past = config::expired(suppressions, today, &loaded.text, &name, lang);
        if let Some(warning) = past {
            warn(&warning, world, cli.general.color, lang);
        }
        let unused = config::unused(suppressions, &used, &loaded.text, &name, lang);
        if let Some(warning) = unused {
            warn(&warning, world, cli.general.color, lang);
        }
    }
}

/// Applies the baselines, and counts what they know and is fixed. A finding that they know and whose
/// figure is another one by now stays known, and is told.
pub(super) fn known(
    files: &mut [FileReport],
    groups: &[Group],
    cli: &Cli,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<Option<usize>, CliErrors> {
    let mut fixed = None;
    for group in groups {
        let Some(path) = &group.settings.baseline else {
            continue;
        };
        let baseline = read_baseline(path, lang)?;
        *fixed.get_or_insert(0) += baseline.apply(&mut group.files_mut(files));
        for file in group.files(files) {
            for (finding, before) in baseline.altered(file) {
                let error = grown(file, finding, before, lang);
                warn(&error, world, cli.general.color, lang);
            }
        }
    }
    Ok(fixed)
}

/// A known finding of which the figure is another one by now. What a respondent answered is not
/// shown: nothing is redacted yet.
fn grown(file: &FileReport, finding: &Finding, before: usize, lang: Lang) -> CliError {
    let message = lang.app().figure_changed(&file.path, &finding.rule);
    let mut place = format!("{} {}", lang.words().page(1), finding.primary.page);
    if let (None, Some(Datum::Int(now))) = (&finding.respondent, &finding.reported) {
        let (before, now) = (whole(before, lang), whole(*now, lang));
        let _ = write!(place, ": {before} → {now}");
    }
    CliError::new(message).help(place)
}

fn read_baseline(path: &Path, lang: Lang) -> Result<Baseline, CliErrors> {
    let text = source::text(path, source::OWN).map_err(|why| {
        let why = why.because(lang);
        CliError::new(lang.app().cannot_read_baseline(&called(path), &why))
    })?;
    Ok(Baseline::parse(&text, &called(path), lang)?)
}

/// The baseline that knows all findings; one that stands there already gives its reasons.
pub(super) fn new_baseline(path: &Path, run: &Run, lang: Lang) -> Result<String, CliErrors> {
    let older = if path.exists() {
        read_baseline(path, lang)?
    } else {
        Baseline::default()
    };
    Ok(Baseline::of(run, &older, lang).to_toml(lang))
}

/// Leaves only what is about one respondent.
///
/// A name that nobody has is an error: otherwise a slip of the pen would look like a clean report.
/// `asks` keeps what it is asked among others, too: what is said of that names the others, and so is
/// for whoever asks alone.
pub(super) fn narrow(
    files: &mut [FileReport],
    respondent: &str,
    asks: bool,
    lang: Lang,
) -> Result<(), CliError> {
    let wanted = name_key(respondent);
    let people = files.iter().flat_map(|file| &file.people);
    let known: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    let all_read = files.iter().all(|file| file.status == FileStatus::Checked);
    if all_read {
        is_known(respondent, known, lang)?;
    }
    for file in files {
        let is_it = |name: Option<&str>| name_key(name.unwrap_or("")) == wanted;
        for finding in &mut file.findings {
            finding.asks.retain(|ask| is_it(Some(&ask.respondent)));
        }
        file.findings
            .retain(|f| is_it(f.respondent.as_deref()) || asks && !f.asks.is_empty());
        file.amounts.retain(|a| is_it(a.respondent.as_deref()));
        file.people.retain(|p| is_it(Some(&p.name)));
        if let Some(tables) = &mut file.tables {
            tables.narrow(|name| is_it(Some(name)));
        }
    }
    Ok(())
}

/// Whether a respondent is one of those of these names; who was meant is told.
pub(super) fn is_known(respondent: &str, names: Vec<&str>, lang: Lang) -> Result<(), CliError> {
    let wanted = name_key(respondent);
    if names.iter().any(|name| name_key(name) == wanted) {
        return Ok(());
    }
    let error = CliError::new(lang.app().no_respondent(&respondent));
    Err(error.near(respondent, names, lang))
}

/// Marks the findings that fail the run, and tells whether there are any: by the rules that `fail-on`
/// names, by the thresholds of the configuration where it sets any, by `fail-on` otherwise. What stands
/// on the command line beats both.
pub(super) fn judge(files: &mut [FileReport], groups: &[Group], cli: &Cli) -> bool {
    let mut failed = false;
    for group in groups {
        let config = group.settings.loaded.as_ref().map(|l| &l.config);
        let thresholds = config
            .filter(|_| cli.lint.checks.fail_on.is_empty())
            .map(|config| config.thresholds)
            .unwrap_or_default();
        let warnings = cli.lint.checks.max_warnings.or(thresholds.warnings);
        let thresholds = config::Thresholds {
            warnings,
            ..thresholds
        };
        let mut files = group.files_mut(files);
        failed |= config::judge(&mut files, &group.settings.fail_on, thresholds);
    }
    failed
}

/// Lets no finding fail the run: they are written down as known.
pub(super) fn pass(files: &mut [FileReport]) {
    for finding in files.iter_mut().flat_map(|file| &mut file.findings) {
        finding.failing = false;
    }
}
