//! How it stands, in a sentence or two: what a person wants to know before anything else.

use super::Options;
use super::words;
use crate::diagnostics::{FileReport, FileStatus, Finding, Run, Summary};
use crate::i18n::{Severity, whole};

/// How it stands with a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum State {
    /// Something has to be settled.
    Errors,
    /// Something should be looked at.
    Warnings,
    /// All was checked, and nothing is wrong.
    Clean,
    /// Some file could not be read, or not all of one could be checked; nothing else is wrong.
    Unchecked,
}

impl State {
    /// The name that the page's style uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Errors => "error",
            Self::Warnings => "warning",
            Self::Clean => "clean",
            Self::Unchecked => "unchecked",
        }
    }
}

/// The verdict on a run.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// How it stands.
    pub state: State,
    /// How it stands, in a sentence.
    pub headline: String,
    /// How much of it was checked, and what was not.
    pub details: Vec<String>,
}

impl Verdict {
    /// Of a run.
    pub fn of_run(run: &Run, options: &Options) -> Self {
        Self::of(&run.files.iter().collect::<Vec<_>>(), options)
    }

    /// Of some of its files.
    pub(super) fn of(files: &[&FileReport], options: &Options) -> Self {
        let lang = options.lang;
        let said = lang.render();
        let counts = Summary::of(files.iter().copied());
        let status = |status| files.iter().filter(|f| f.status == status).count();
        let [unreadable, partly] = [FileStatus::Unreadable, FileStatus::Incomplete].map(status);
        let checked = files.len() - unreadable;
        let counted = |severity, count| words::counted(severity, count, lang);
        let errors = counted(Severity::Error, counts.errors);
        let warnings = counted(Severity::Warning, counts.warnings);
        let all = || files.iter().flat_map(|file| &file.findings);
        let excused = |f: &Finding| f.severity == Severity::Error && f.suppressed.is_some();
        let headline = match (counts.errors, counts.warnings) {
            _ if checked == 0 => said.nothing_checked().to_owned(),
            (0, 0) if all().any(excused) => said.no_new_errors().to_owned(),
            (0, 0) => said.no_errors().to_owned(),
            (0, _) if all().any(excused) => said.no_new_errors_but(&warnings),
            (0, _) => said.to_look_at(&warnings),
            (_, 0) => said.to_settle(&errors),
            _ => said.to_settle_and_look_at(&errors, &warnings),
        };
        let mut details = Vec::new();
        if checked > 0 {
            let sum =
                |count: fn(&FileReport) -> usize| -> usize { files.iter().map(|f| count(f)).sum() };
            let read = sum(|file| file.coverage.figures_read + file.coverage.unread);
            let done = sum(|file| file.coverage.figures_checked);
            details.push(said.figures_checked_of(&whole(done, lang), &whole(read, lang)));
        }
        let counted = |count: usize| lang.counted(count, lang.words().file(count));
        if unreadable > 0 {
            details.push(said.could_not_be_checked(&counted(unreadable)));
        }
        if partly > 0 {
            details.push(said.partly_checked(&counted(partly)));
        }
        let accepted = counts.suppressed + counts.known;
        if accepted > 0 {
            details.push(lang.counted(accepted, said.accepted_before(accepted)));
        }
        let live = files.iter().flat_map(|file| file.live());
        let failing = live.filter(|finding| finding.fails()).count();
        if counts.errors == 0 && failing > 0 {
            details.push(lang.counted(failing, said.fail_the_run(failing)));
        }
        let state = match (counts.errors, counts.warnings) {
            (0, _) if failing > 0 => State::Errors,
            (0, _) if unreadable + partly > 0 => State::Unchecked,
            (0, 0) => State::Clean,
            (0, _) => State::Warnings,
            _ => State::Errors,
        };
        Self {
            state,
            headline,
            details,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::sample;

    fn said(run: &Run, lang: Lang) -> String {
        let options = Options {
            lang,
            ..Options::default()
        };
        let Verdict {
            headline, details, ..
        } = Verdict::of_run(run, &options);
        format!("{headline} {}", details.join(" "))
    }

    #[test]
    fn what_has_to_be_done_comes_first() {
        let mut run = sample::run();
        insta::assert_snapshot!(
            [Lang::Nb, Lang::Nn, Lang::En]
                .map(|lang| said(&run, lang))
                .join("\n")
        );
        run.files.truncate(1);
        let file = &mut run.files[0];
        file.findings.retain(|f| f.severity == Severity::Warning);
        assert!(said(&run, Lang::Nb).starts_with("Ingen feil funnet, men "));
        run.files[0].findings.clear();
        run.files[0].coverage.figures_read = 1112;
        run.files[0].coverage.figures_checked = 1112;
        run.files[0].coverage.unread = 0;
        run.files[0].status = FileStatus::Checked;
        assert_eq!(
            said(&run, Lang::Nb),
            "Ingen feil funnet. 1\u{A0}112 av 1\u{A0}112 tall er kontrollert."
        );
        assert_eq!(
            Verdict::of_run(&run, &Options::default()).state,
            State::Clean
        );
    }

    #[test]
    fn what_was_not_read_is_not_without_faults() {
        let mut run = sample::run();
        run.files.remove(0);
        assert_eq!(
            said(&run, Lang::Nb),
            "Ingenting er kontrollert. 1 fil kunne ikke kontrolleres."
        );
        let verdict = Verdict::of_run(&run, &Options::default());
        assert_eq!(verdict.state, State::Unchecked);
    }

    #[test]
    fn an_error_that_was_accepted_is_not_no_error() {
        let mut run = sample::run();
        run.files.truncate(1);
        for finding in &mut run.files[0].findings {
            finding.suppressed = Some(crate::diagnostics::Suppressed {
                by: crate::diagnostics::SuppressedBy::Config,
                reason: "Avklart.".to_owned(),
            });
        }
        let said = said(&run, Lang::Nb);
        assert!(said.starts_with("Ingen nye feil funnet."), "{said}");
        assert!(said.ends_with(" funn er godtatt fra før."), "{said}");
    }

    #[test]
    fn a_run_that_fails_is_not_clean() {
        let mut run = sample::run();
        run.files.truncate(1);
        run.files[0].status = FileStatus::Checked;
        run.files[0]
            .findings
            .retain(|f| f.severity == Severity::Note);
        run.files[0].findings[0].suppressed = None;
        run.files[0].findings[0].failing = true;
        let verdict = Verdict::of_run(&run, &Options::default());
        assert_eq!(verdict.state, State::Errors);
        assert!(said(&run, Lang::Nb).contains("1 funn stanser kontrollen."));
    }

    #[test]
    fn an_accepted_error_beside_a_warning_is_not_no_error() {
        let mut run = sample::run();
        run.files.truncate(1);
        for finding in &mut run.files[0].findings {
            if finding.severity == Severity::Error {
                finding.suppressed = Some(crate::diagnostics::Suppressed {
                    by: crate::diagnostics::SuppressedBy::Config,
                    reason: "Avklart.".to_owned(),
                });
            }
        }
        let said = said(&run, Lang::Nb);
        assert!(said.starts_with("Ingen nye feil funnet, men 1 "), "{said}");
    }
}
