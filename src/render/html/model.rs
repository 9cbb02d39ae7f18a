//! What the template is filled with. Every text of a report passes through here, and the template
//! escapes all of it.

use super::cards::{Grade, Person, Shows, findings};
use super::labels::labels;
use super::pieces::{At, at};
use super::pieces::{Mark, Piece, Places};
use super::policy::{SCRIPT, STYLE, policy};
use super::view::{self, Whole};
use super::{Options, words};
use crate::diagnostics::{FileReport, FileStatus, Run};
use crate::i18n::{Html, whole};
use crate::render::verdict::Verdict;
use crate::render::{Order, plain};
use crate::report::Explanation;
use crate::rules::{Lang, Severity};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// The whole page.
#[derive(Serialize)]
pub(super) struct Page {
    lang: &'static str,
    t: BTreeMap<&'static str, &'static str>,
    csp: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    heading: String,
    verdict: Told,
    counts: Vec<Count>,
    accepted: Vec<String>,
    severities: Vec<Choice>,
    rules: BTreeSet<String>,
    respondents: BTreeSet<String>,
    kinds: Vec<Choice>,
    files: Vec<File>,
}

/// How it stands.
#[derive(Serialize)]
struct Told {
    state: &'static str,
    headline: String,
    details: Vec<String>,
}

#[derive(Serialize)]
struct Count {
    severity: &'static str,
    number: String,
    noun: &'static str,
}

#[derive(Serialize)]
struct Choice {
    id: &'static str,
    name: &'static str,
    on: bool,
}

#[derive(Serialize)]
struct File {
    index: usize,
    path: String,
    title: String,
    facts: String,
    status: &'static str,
    error: String,
    incomplete: bool,
    jumps: bool,
    /// What the marks of its findings are kept under.
    store: String,
    grades: Vec<Grade>,
    people: Vec<Person>,
    coverage: Vec<Named>,
    places: Vec<List>,
    statuses: Vec<Status>,
    sheets: Vec<Sheet>,
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
    number: String,
}

#[derive(Serialize)]
struct List {
    name: String,
    places: Vec<At>,
}

#[derive(Serialize)]
struct Status {
    rule: String,
    result: &'static str,
    evaluated: String,
}

#[derive(Serialize)]
struct Sheet {
    number: u32,
    count: usize,
    marked: bool,
    picture: Option<Whole>,
    pieces: Vec<Piece>,
}

/// A way to say how many there are.
type Counted = fn(&(dyn Html + 'static), &dyn Display) -> String;

/// Fills the page.
pub(super) fn page(run: &Run, options: &Options) -> Page {
    let lang = options.lang;
    let summary = run.summary();
    let graded = [
        (Severity::Error, summary.errors),
        (Severity::Warning, summary.warnings),
        (Severity::Note, summary.notes),
    ];
    let count = |(severity, count): (Severity, usize)| Count {
        severity: severity.name(),
        number: whole(count, lang),
        noun: severity.noun(count, lang),
    };
    let said = lang.html();
    let accepted = [
        (Some(summary.suppressed), Html::suppressed as Counted),
        (Some(summary.known), Html::known),
        (run.fixed, Html::fixed),
    ];
    let accepted = accepted.into_iter().filter_map(|(count, say)| {
        let count = count.filter(|count| *count > 0)?;
        Some(say(said, &whole(count, lang)))
    });
    let live = || run.files.iter().flat_map(FileReport::live);
    let severity = |severity: Severity| Choice {
        id: severity.name(),
        name: severity.word(lang),
        on: severity > Severity::Note
            || options.notes
            || !options.noted_rules.is_empty()
            || run
                .files
                .iter()
                .flat_map(|f| &f.findings)
                .any(|f| f.severity == severity && f.fails()),
    };
    let mut titles: Vec<String> = Vec::new();
    for file in &run.files {
        let title = plain::line(file.title.as_deref().unwrap_or(&file.path));
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let verdict = Verdict::of_run(run, options);
    Page {
        lang: lang.words().code(),
        t: labels(lang),
        csp: policy(),
        style: STYLE,
        script: SCRIPT,
        version: env!("CARGO_PKG_VERSION"),
        heading: match titles.as_slice() {
            [one] => one.clone(),
            _ => String::new(),
        },
        verdict: Told {
            state: verdict.state.name(),
            headline: verdict.headline,
            details: verdict.details,
        },
        counts: graded.into_iter().map(count).collect(),
        accepted: accepted.collect(),
        severities: graded.map(|(graded, _)| severity(graded)).into(),
        rules: live().map(|f| plain::line(&f.rule)).collect(),
        respondents: live()
            .filter_map(|f| f.respondent.as_deref().map(plain::line))
            .collect(),
        kinds: kinds(lang),
        files: run
            .files
            .iter()
            .enumerate()
            .map(|(index, f)| {
                let pictures = options.pictures.get(index).map_or(&[][..], Vec::as_slice);
                let shown = Shows {
                    order: options.order.unwrap_or(Order::Severity),
                    pictures,
                    redacted: !run.redaction_tokens.is_empty(),
                    lang,
                };
                file(f, index, &shown)
            })
            .collect(),
    }
}

/// What the marks on the pages mean.
fn kinds(lang: Lang) -> Vec<Choice> {
    let kind = |mark: Mark, name| Choice {
        id: mark.name(),
        name,
        on: false,
    };
    let said = lang.html();
    vec![
        kind(Mark::Primary, said.finding()),
        kind(Mark::Related, said.rests_on_mark()),
        kind(Mark::Unread, said.unread_mark()),
        kind(Mark::Dark, said.unchecked_mark()),
    ]
}

fn file(file: &FileReport, index: usize, how: &Shows<'_>) -> File {
    let lang = how.lang;
    let shown = |number: usize| {
        let finding = file.findings.get(number)?;
        finding
            .suppressed
            .is_none()
            .then(|| format!("f{index}-{number}"))
    };
    let places = Places::of(file, index, shown);
    let (grades, people) = findings(file, &places, shown, how);
    let said = lang.html();
    let pages = file.pages.len();
    let facts = [
        lang.counted(pages, lang.words().page(pages)),
        lang.counted(file.respondents, said.response(file.respondents)),
        lang.counted(file.questions, said.question(file.questions)),
    ];
    let error = file.error.as_ref().map_or("", |error| error.get(lang));
    File {
        index,
        path: plain::line(&file.path),
        title: file.title.as_deref().map(plain::line).unwrap_or_default(),
        facts: facts.join(" · "),
        status: match file.status {
            FileStatus::Checked => said.checked(),
            FileStatus::Incomplete => said.incomplete(),
            FileStatus::Unreadable => said.unreadable(),
        },
        error: plain::line(error),
        incomplete: file.status == FileStatus::Incomplete,
        jumps: !file.pages.is_empty(),
        store: plain::line(file.title.as_deref().unwrap_or(&file.path)),
        grades,
        people,
        coverage: coverage(file, lang),
        places: lists(file, &places, lang),
        statuses: file
            .statuses
            .iter()
            .map(|status| Status {
                rule: plain::line(&status.rule),
                result: words::status(&status.status, lang),
                evaluated: whole(status.evaluated, lang),
            })
            .collect(),
        sheets: file
            .pages
            .iter()
            .map(|page| {
                let (count, marked) = places.count(page.number);
                Sheet {
                    number: page.number,
                    count,
                    marked,
                    picture: view::whole(page.number, &places, how.pictures),
                    pieces: places.page(page),
                }
            })
            .collect(),
    }
}

/// The places that no rule judged, and the digits that are no figures by what they are.
fn lists(file: &FileReport, places: &Places<'_>, lang: Lang) -> Vec<List> {
    let said = lang.html();
    let explained = Explanation::ALL.map(|what| {
        let of_kind = file.explained.iter().filter(move |one| one.what == what);
        let name = said.digits_in(&what.said(lang));
        (name, of_kind.map(|one| &one.place).collect::<Vec<_>>())
    });
    let open = [
        (said.unread_places().to_owned(), &file.unread),
        (said.unchecked_places().to_owned(), &file.unchecked),
    ];
    let open = open.map(|(name, list)| (name, list.iter().collect()));
    let all = open.into_iter().chain(explained);
    all.filter(|(_, list)| !list.is_empty())
        .map(|(name, list)| List {
            name,
            places: list.into_iter().map(|p| at(p, places, lang)).collect(),
        })
        .collect()
}

fn coverage(file: &FileReport, lang: Lang) -> Vec<Named> {
    let said = lang.html();
    let coverage = &file.coverage;
    [
        (said.figures_read(), coverage.figures_read),
        (said.figures_checked(), coverage.figures_checked),
        (said.figures_unchecked(), file.unchecked.len()),
        (said.figures_unread(), coverage.unread),
        (said.figures_explained(), coverage.explained),
    ]
    .map(|(name, count)| Named {
        name,
        number: whole(count, lang),
    })
    .into()
}
