//! `github`: workflow commands of GitHub Actions, which become annotations.
//!
//! An annotation is an error where the run fails on the finding, whatever its severity. GitHub shows
//! 10 for each level in a step and 50 in a job, so the worst come first.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, FileStatus, Finding, InputKind, Run};
use crate::rules::Severity;
use std::fmt::Write as _;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        let unreadable = file.status == FileStatus::Unreadable;
        let why = file.error.as_ref().map_or("", |e| e.get(options.lang));
        let unreadable = unreadable.then(|| why.to_owned());
        let unfinished = file
            .unfinished()
            .map(|(rule, bound)| format!("{rule}: {}", bound.words(options.lang)));
        for why in unreadable.into_iter().chain(unfinished) {
            let _ = writeln!(
                out,
                "::error file={},line=1,title=dekom-lint::{}",
                property(&file.path),
                data(&why)
            );
        }
    }
    let mut shown: Vec<(&FileReport, &Finding)> = run
        .files
        .iter()
        .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
        .filter(|(_, finding)| options.shows(finding))
        .collect();
    shown.sort_by_key(|(_, finding)| std::cmp::Reverse((finding.fails(), finding.severity)));
    for (file, finding) in shown {
        out.push_str(&annotation(file, finding, options));
    }
    let (lang, counts) = (options.lang, run.summary());
    if !run.files.is_empty() && run.files.iter().all(|f| f.status == FileStatus::Unreadable) {
        // Of what was not read there is nothing to count.
        let told = words::unchecked(run, lang).unwrap_or_default();
        let _ = writeln!(out, "::notice title=dekom-lint::{}", data(&told));
        return out;
    }
    let mut parts = vec![
        words::counted(Severity::Error, counts.errors, lang),
        words::counted(Severity::Warning, counts.warnings, lang),
        words::counted(Severity::Note, counts.notes, lang),
    ];
    parts.extend(words::unchecked(run, lang));
    let _ = writeln!(
        out,
        "::notice title=dekom-lint::{}",
        data(&parts.join(", "))
    );
    out
}

fn annotation(file: &FileReport, finding: &Finding, options: &Options) -> String {
    let lang = options.lang;
    let level = match finding.severity {
        _ if finding.fails() => "error",
        Severity::Error | Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let at = &finding.primary;
    let place = lang.words().at(&at.page, &at.line);
    let help = finding.help.get(lang);
    let message = format!("{place}: {}\n{help}", finding.message.get(lang));
    // A PDF has no lines, and GitHub shows nothing without one.
    let line = match file.kind {
        InputKind::Pdf => 1,
        InputKind::Text => finding.primary.line.max(1),
    };
    format!(
        "::{level} file={},line={line},title={}::{}\n",
        property(&file.path),
        property(&format!("dekom-lint ({})", finding.rule)),
        data(message.trim_end()),
    )
}

/// The text of a command: what would end its line is escaped.
fn data(text: &str) -> String {
    let text = text.replace('\r', "\n");
    plain::page(&text).replace('%', "%25").replace('\n', "%0A")
}

/// A property of a command: what would end it is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use super::*;
    use crate::sample;

    #[test]
    fn the_worst_come_first() {
        insta::assert_snapshot!(render(Format::Github, &sample::run(), &Options::default()));
        // Whatever order they were found in.
        let mut run = sample::run();
        run.files.truncate(1);
        run.files[0].statuses.clear();
        run.files[0].findings.reverse();
        let out = render(Format::Github, &run, &Options::default());
        let levels = out.lines().map(|line| line.split(' ').next().unwrap());
        let levels: Vec<_> = levels.collect();
        let sorted = ["::error", "::warning", "::notice"];
        assert_eq!(levels, sorted, "{out}");
    }

    #[test]
    fn an_error_is_what_the_run_fails_on() {
        let mut run = sample::run();
        run.files.truncate(1);
        run.files[0].statuses.clear();
        let errors = |run: &Run| {
            let out = render(Format::Github, run, &Options::default());
            out.lines()
                .filter(|line| line.starts_with("::error"))
                .count()
        };
        assert_eq!(errors(&run), 1);
        for finding in &mut run.files[0].findings {
            finding.failing = !finding.failing;
        }
        // The warning and the note; what is suppressed is not shown.
        assert_eq!(errors(&run), 2);
    }

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50 %\r\n::error::x"), "50 %25%0A%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
