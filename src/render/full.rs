//! `full`: the page's text with the figure underlined and what it was computed from, for people.

use super::spoken::Spoken;
use super::verdict::{State, Verdict};
use super::{Options, Order, coverage, plain, words};
use crate::diagnostics::{FileReport, FileStatus, Finding, PageText, Place, Run, SecondReading};
use crate::i18n::{Render, tenths, whole};
use crate::rules::{Datum, Lang, Severity};
use codespan_reporting::diagnostic::{Diagnostic, Label, Severity as Grade};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Buffer, Color, ColorSpec, WriteColor as _};
use codespan_reporting::term::{self, Config, Styles};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io::Write as _;
use std::ops::Range;
use std::time::Duration;

/// From how many findings on the verdict is told at the end too: by then the first one has scrolled away.
const LONG: usize = 6;

/// How many characters of a note stand on one line.
const WIDTH: usize = 92;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut out = if options.color {
        Buffer::ansi()
    } else {
        Buffer::no_color()
    };
    let verdict = options.verdict.then(|| Verdict::of_run(run, options));
    let mut shown: Vec<(&Finding, &FileReport)> = Vec::new();
    for file in &run.files {
        let own = file.findings.iter().filter(|f| options.shows(f));
        shown.extend(own.map(|finding| (finding, file)));
    }
    let order = options.order.unwrap_or(Order::Severity);
    order.sort(&mut shown, |(finding, _)| finding.severity);
    // Writing to memory doesn't fail.
    if let Some(verdict) = &verdict {
        let _ = tell(&mut out, verdict);
        if !shown.is_empty() {
            let _ = writeln!(out);
        }
    }
    for (finding, file) in &shown {
        // The pages of one finding at a time: those of all files would be all that was read once more.
        let pages = Pages::of(file, finding, options.lang);
        let _ = draw(&mut out, finding, &pages, options);
    }
    if let Some(verdict) = verdict.filter(|_| shown.len() >= LONG) {
        let _ = tell(&mut out, &verdict);
    }
    String::from_utf8(out.into_inner())
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Writes how it stands.
fn tell(out: &mut Buffer, verdict: &Verdict) -> std::io::Result<()> {
    let color = match verdict.state {
        State::Errors | State::Unchecked => Color::Red,
        State::Warnings => Color::Yellow,
        State::Clean => Color::Green,
    };
    let mut style = ColorSpec::new();
    out.set_color(style.set_fg(Some(color)).set_intense(true).set_bold(true))?;
    write!(out, "{}", verdict.headline)?;
    out.reset()?;
    for detail in &verdict.details {
        write!(out, " {detail}")?;
    }
    writeln!(out)
}

fn draw(
    out: &mut Buffer,
    finding: &Finding,
    pages: &Pages<'_>,
    options: &Options,
) -> std::io::Result<()> {
    let styles = Styles::default();
    let grade = match finding.severity {
        Severity::Error => Grade::Error,
        Severity::Warning => Grade::Warning,
        Severity::Note => Grade::Note,
    };
    let lang = options.lang;
    let name = finding.severity.word(lang);
    let name = format!("{name}[{}]", plain::line(&finding.rule));
    let diagnostic = Diagnostic::new(grade)
        .with_message(plain::line(finding.message.get(lang)))
        .with_labels(labels(finding, pages, lang))
        .with_notes(notes(finding, lang));
    let mut writer = Spoken::new(out, &styles, &name);
    let drawn = term::emit_to_write_style(&mut writer, &Config::default(), pages, &diagnostic);
    drawn.map_err(std::io::Error::other)
}

/// The figure at fault, and the first of the places that it was computed from.
fn labels(finding: &Finding, pages: &Pages<'_>, lang: Lang) -> Vec<Label<usize>> {
    let mut labels = Vec::new();
    if let Some((page, range)) = pages.find(&finding.primary) {
        labels.push(Label::primary(page, range).with_message(wanted(finding, lang)));
    }
    for related in finding.drawn() {
        if let Some((page, range)) = pages.find(&related.place) {
            let text = plain::line(related.label.get(lang));
            labels.push(Label::secondary(page, range).with_message(text));
        }
    }
    labels
}

/// What should have stood there, for values that are short enough to stand under the figure.
fn wanted(finding: &Finding, lang: Lang) -> String {
    let value = match &finding.expected {
        Some(Datum::Int(value)) => whole(*value, lang),
        Some(Datum::Text(text)) if text.chars().count() <= 40 => plain::line(text),
        _ => return String::new(),
    };
    lang.render().expected(&value)
}

/// A way to say what a text is about.
type Say = fn(&(dyn Render + 'static), &dyn Display) -> String;

fn notes(finding: &Finding, lang: Lang) -> Vec<String> {
    let more = finding.related.len().saturating_sub(finding.drawn().len());
    let more = (more > 0).then(|| lang.words().and_more(&more));
    let about = [finding.respondent.as_deref(), finding.group.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let about = about.join(", ");
    let said = lang.render();
    let named = [
        (
            finding.question.as_deref().unwrap_or(""),
            Render::question as Say,
        ),
        (&about, Render::about),
        (finding.why.get(lang), Render::why),
        (finding.help.get(lang), Render::help),
    ];
    let named = named
        .into_iter()
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, say)| plain::wrap(&say(said, &text), WIDTH));
    more.into_iter().chain(named).collect()
}

/// What the second readings came to: how many findings about figures the other reader confirms, how
/// many it makes uncertain, and on how many it says nothing, because it could not read their pages.
fn second(run: &Run, lang: Lang) -> Option<String> {
    let came = run.files.iter().filter_map(|file| file.second);
    let all = came.reduce(|a, b| SecondReading {
        confirmed: a.confirmed + b.confirmed,
        doubted: a.doubted + b.doubted,
        unread: a.unread + b.unread,
    })?;
    let said = lang.render();
    let mut parts = vec![
        said.confirmed(&whole(all.confirmed, lang)),
        lang.counted(all.doubted, said.doubted(all.doubted)),
    ];
    if all.unread > 0 {
        parts.push(said.unread_pages(&whole(all.unread, lang)));
    }
    Some(said.second_reading(&parts.join(", ")))
}

/// The line that closes a run, for standard error: it names the time, so it differs between runs.
pub fn summary(run: &Run, options: &Options, elapsed: Duration) -> String {
    let lang = options.lang;
    let sum = |count: fn(&FileReport) -> usize| -> usize { run.files.iter().map(count).sum() };
    let number = |count: usize| whole(count, lang);
    let said = lang.render();
    let counts = run.summary();
    let files = run.files.len();
    let mut parts = vec![lang.counted(files, lang.words().file(files))];
    parts.extend(words::unchecked(run, lang));
    let seconds = tenths((elapsed.as_millis() + 50) / 100, lang);
    let seconds = lang.words().seconds(&seconds);
    // Of what was not read there is nothing to count: no error is not the same as none found.
    if files > 0 && run.files.iter().all(|f| f.status == FileStatus::Unreadable) {
        parts.push(seconds);
        return parts.join(" · ");
    }
    let [read, checked] = [
        sum(|file| file.coverage.figures_read),
        sum(|file| file.coverage.figures_checked),
    ];
    let [unread, incomplete] = [
        sum(|file| file.coverage.unread),
        sum(|file| file.questions_incomplete),
    ];
    parts.extend([
        lang.counted(read, said.figure_read(read)),
        lang.counted(checked, said.checked(checked)),
        lang.counted(unread, said.unread(unread)),
        lang.counted(incomplete, said.incomplete_question(incomplete)),
    ]);
    let held_back = sum(|file| file.statuses.iter().map(|rule| rule.not_evaluable).sum());
    parts.extend(words::not_judged(held_back, lang));
    parts.extend(second(run, lang));
    let hidden = run
        .files
        .iter()
        .flat_map(FileReport::live)
        .filter(|finding| !options.shows(finding))
        .count();
    let mut notes = words::counted(Severity::Note, counts.notes, lang);
    if hidden > 0 {
        notes.push_str(said.shown_with_notes());
    }
    parts.push(format!(
        "{}, {}, {notes}",
        words::counted(Severity::Error, counts.errors, lang),
        words::counted(Severity::Warning, counts.warnings, lang),
    ));
    parts.extend(gate(run, lang));
    if counts.suppressed > 0 {
        parts.push(said.suppressed(&number(counts.suppressed)));
    }
    if let Some(fixed) = run.fixed {
        parts.push(said.known_and_fixed(&number(counts.known), &number(fixed)));
    }
    parts.push(seconds);
    let mut summary = parts.join(" · ");
    for (pack, names) in not_found(run, lang) {
        let names: Vec<String> = names.into_iter().collect();
        let keys = names.join(", ");
        summary.push('\n');
        summary.push_str(&said.questions_not_found(&plain::line(pack), &keys));
    }
    summary
}

/// How many findings the run fails on, where the number of errors does not tell.
fn gate(run: &Run, lang: Lang) -> Option<String> {
    let live: Vec<&Finding> = run.files.iter().flat_map(FileReport::live).collect();
    if live
        .iter()
        .all(|f| f.fails() == (f.severity == Severity::Error))
    {
        return None;
    }
    let failing = live.iter().filter(|finding| finding.fails()).count();
    let said = lang.render();
    Some(match failing {
        0 => said.none_fails().to_owned(),
        _ => lang.counted(failing, said.of_them_fail(failing)),
    })
}

/// The questions that packs look for and some report does not have, by pack.
fn not_found(run: &Run, lang: Lang) -> BTreeMap<&str, BTreeSet<String>> {
    let mut packs: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for lost in run.files.iter().flat_map(|file| &file.questions_not_found) {
        let names = packs.entry(&lost.pack).or_default();
        names.insert(coverage::not_found(lost, lang));
    }
    packs
}

/// The pages that a finding shows as sources.
struct Pages<'a> {
    pages: Vec<Source<'a>>,
}

struct Source<'a> {
    number: u32,
    /// `report.pdf side 14`.
    name: String,
    text: Cow<'a, str>,
    line_starts: Vec<usize>,
    line_numbers: &'a [u32],
}

impl<'a> Pages<'a> {
    fn of(file: &'a FileReport, finding: &Finding, lang: Lang) -> Self {
        let path = plain::line(&file.path);
        let drawn = finding.drawn().iter().map(|related| related.place.page);
        let numbers: BTreeSet<u32> = drawn.chain([finding.primary.page]).collect();
        let source = |page: &'a PageText| Source {
            number: page.number,
            name: format!("{path} {} {}", lang.words().page(1), page.number),
            text: plain::page(&page.text),
            line_starts: codespan_reporting::files::line_starts(&page.text).collect(),
            line_numbers: &page.line_numbers,
        };
        let pages = numbers.into_iter().filter_map(|number| file.page(number));
        Self {
            pages: pages.map(source).collect(),
        }
    }

    /// The page of a place and its bytes, the blanks at its end left out.
    fn find(&self, place: &Place) -> Option<(usize, Range<usize>)> {
        let id = self.pages.iter().position(|p| p.number == place.page)?;
        let text = &self.pages.get(id)?.text;
        let covered = text.get(place.start..place.end)?.trim_end();
        Some((id, place.start..place.start + covered.len()))
    }

    fn page(&self, id: usize) -> Result<&Source<'a>, Error> {
        self.pages.get(id).ok_or(Error::FileMissing)
    }
}

impl<'a> Files<'a> for Pages<'_> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.page(id)?.name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.page(id)?.text)
    }

    fn line_index(&'a self, id: usize, byte_index: usize) -> Result<usize, Error> {
        let starts = &self.page(id)?.line_starts;
        Ok(starts
            .partition_point(|start| *start <= byte_index)
            .saturating_sub(1))
    }

    fn line_number(&'a self, id: usize, line_index: usize) -> Result<usize, Error> {
        let known = self.page(id)?.line_numbers.get(line_index);
        Ok(known.map_or(line_index + 1, |number| *number as usize))
    }

    fn line_range(&'a self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        let page = self.page(id)?;
        let missing = || Error::LineTooLarge {
            given: line_index,
            max: page.line_starts.len(),
        };
        let start = *page.line_starts.get(line_index).ok_or_else(missing)?;
        let end = page.line_starts.get(line_index + 1).copied();
        Ok(start..end.unwrap_or(page.text.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use super::*;
    use crate::sample;

    #[test]
    fn figures_are_underlined() {
        insta::assert_snapshot!(render(Format::Full, &sample::run(), &Options::default()));
    }

    #[test]
    fn nynorsk_with_notes() {
        let options = Options {
            notes: true,
            lang: Lang::Nn,
            ..Options::default()
        };
        insta::assert_snapshot!(render(Format::Full, &sample::run(), &options));
    }

    #[test]
    fn the_verdict_comes_first_and_last_where_there_is_much_between() {
        let mut run = sample::run();
        let options = Options {
            verdict: true,
            notes: true,
            order: Some(Order::Severity),
            ..Options::default()
        };
        let few = render(Format::Full, &run, &options);
        let verdict = few.lines().next().unwrap().to_owned();
        assert!(verdict.contains("må avklares"), "{verdict}");
        assert_eq!(few.matches(&verdict).count(), 1);
        let (told, found) = few.split_once("\n\n").unwrap();
        assert!(
            !told.contains("feil[") && found.starts_with("feil["),
            "{few}"
        );
        let again = run.files[0].findings.clone();
        run.files[0].findings.extend(again);
        let many = render(Format::Full, &run, &options);
        let (first, last) = (many.lines().next(), many.lines().last());
        assert_eq!(first, last);
        let grave = |sign: &str| {
            many.match_indices(sign)
                .map(|(at, _)| at)
                .max()
                .unwrap_or(0)
        };
        let first_warning = many.find("\nadvarsel[").unwrap();
        assert!(grave("\nfeil[") < first_warning, "errors before warnings");
    }

    #[test]
    fn what_was_not_read_has_no_counts() {
        let mut run = sample::run();
        run.files.remove(0);
        let line = summary(&run, &Options::default(), Duration::ZERO);
        assert_eq!(line, "1 fil · 1 fil ikke kontrollert · 0,0 s");
    }

    #[test]
    fn colour_only_when_asked() {
        let run = sample::run();
        assert!(!render(Format::Full, &run, &Options::default()).contains('\u{1b}'));
        let options = Options {
            color: true,
            ..Options::default()
        };
        let colored = render(Format::Full, &run, &options);
        assert!(colored.contains("\u{1b}[0m\u{1b}[1m\u{1b}[38;5;9mfeil[sum-mismatch]"));
    }

    #[test]
    fn the_summary_tells_what_the_run_fails_on() {
        let mut run = sample::run();
        let line = |run: &Run| summary(run, &Options::default(), Duration::ZERO);
        assert!(!line(&run).contains("kontrollen"));
        run.files[0].findings[0].failing = false;
        assert!(line(&run).contains(" · ingen av dem stanser kontrollen · "));
        run.files[0].findings[1].failing = true;
        assert!(line(&run).contains(" · 1 av dem stanser kontrollen · "));
    }

    #[test]
    fn the_summary_counts_what_is_hidden() {
        let run = sample::run();
        let line = summary(&run, &Options::default(), Duration::from_millis(412));
        insta::assert_snapshot!(line);
    }
    #[test]
    fn a_number_is_printed_as_its_language_prints_it() {
        let mut run = sample::run();
        run.files[0].coverage.figures_read = 140_962;
        let line = |lang| {
            let options = Options {
                lang,
                ..Options::default()
            };
            summary(&run, &options, Duration::from_millis(412))
        };
        assert!(line(Lang::En).contains("140,962 figures read"));
        assert!(line(Lang::En).contains("0.4 s"));
        assert!(line(Lang::Nn).contains("140\u{A0}962 tal lesne"));
    }
}
