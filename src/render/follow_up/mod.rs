//! What to ask each respondent: a sheet for the caseworker, and a mail draft and a letter for each.
//!
//! The texts to respondents are in Norwegian whatever the language of the messages, and nobody is
//! addressed whom the report itself does not name. Nothing is sent.

mod letter;
mod mail;
mod names;
mod sheet;

use super::{Options, plain};
use crate::diagnostics::{Contact, FileReport, Finding, Run};
use crate::i18n::whole;
use crate::rules::{Datum, Lang};
use names::Names;

/// The longest quotation of what a respondent wrote, in characters.
const QUOTED: usize = 300;

/// The name of the sheet's file.
pub const SHEET: &str = "oppfolging.xlsx";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its name, safe on every system.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file that could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct Unmade {
    /// The file.
    pub name: String,
    /// Why.
    pub why: String,
}

/// What there is to ask a respondent in one report.
struct Case<'a> {
    file: &'a FileReport,
    respondent: &'a str,
    group: Option<&'a str>,
    findings: Vec<&'a Finding>,
}

/// The files of a run's follow-up: the sheet, then a draft and a letter for each respondent.
pub fn follow_up(run: &Run, options: &Options) -> Result<Vec<Artifact>, Unmade> {
    let cases = cases(run, options);
    let made = |name: &str, bytes: Result<Vec<u8>, String>| match bytes {
        Ok(bytes) => Ok(Artifact {
            name: name.to_owned(),
            bytes,
        }),
        Err(why) => Err(Unmade {
            name: name.to_owned(),
            why,
        }),
    };
    let mut out = vec![made(SHEET, sheet::workbook(&cases, options.lang))?];
    let mut names = Names::default();
    let lang = norwegian(options.lang);
    for case in &cases {
        let name = names.next(case.respondent);
        out.push(made(&format!("{name}.eml"), mail::draft(case, lang))?);
        let letter = letter::markdown(case, lang).into_bytes();
        out.push(made(&format!("{name}.md"), Ok(letter))?);
    }
    Ok(out)
}

/// The cases in the order in which the reports first have something to ask.
fn cases<'a>(run: &'a Run, options: &Options) -> Vec<Case<'a>> {
    let mut cases: Vec<Case<'a>> = Vec::new();
    for file in &run.files {
        let from = cases.len();
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
            let Some(respondent) = finding.respondent.as_deref() else {
                continue;
            };
            let group = finding.group.as_deref();
            let known = cases.iter_mut().skip(from);
            let mut known = known.filter(|c| c.respondent == respondent && c.group == group);
            match known.next() {
                Some(case) => case.findings.push(finding),
                None => cases.push(Case {
                    file,
                    respondent,
                    group,
                    findings: vec![finding],
                }),
            }
        }
    }
    cases
}

impl Case<'_> {
    /// What the respondent answered where the report asks for a contact of this role.
    fn contacts(&self, role: &str) -> Vec<String> {
        let same = |contact: &&Contact| {
            contact.role == role
                && contact.respondent == self.respondent
                && self.group.is_none_or(|group| contact.group == group)
        };
        let mut out: Vec<String> = Vec::new();
        for contact in self.file.contacts.iter().filter(same) {
            let text = plain::line(&contact.text);
            if !out.contains(&text) {
                out.push(text);
            }
        }
        out
    }

    /// The survey, by its title or else by the file.
    fn survey(&self) -> String {
        let name = self.file.title.as_deref();
        plain::line(name.unwrap_or(&self.file.path))
    }
}

/// The Norwegian that a language stands for.
fn norwegian(lang: Lang) -> Lang {
    match lang {
        Lang::Nn => Lang::Nn,
        Lang::Nb | Lang::En => Lang::Nb,
    }
}

/// What a respondent is asked about one finding.
fn ask(finding: &Finding, lang: Lang) -> String {
    let said = lang.letters();
    let printed = printed(finding);
    let page = finding.primary.page;
    let question = finding.question.as_deref().map(plain::line);
    let place = match question {
        Some(question) => said.question_place(&question),
        None => said.report_place().to_owned(),
    };
    let message = plain::line(finding.message.get(lang));
    said.ask(&place, &page, &printed, &message)
}

/// What is printed, on one line and not too long.
fn printed(finding: &Finding) -> String {
    let text = plain::line(&finding.primary.text);
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("").trim_end()),
        None => text,
    }
}

/// What was expected, where the rule says so.
fn expected(finding: &Finding, lang: Lang) -> Option<String> {
    match finding.expected.as_ref()? {
        Datum::Int(value) => Some(whole(*value, lang)),
        Datum::Text(text) => Some(plain::line(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn files() -> Vec<Artifact> {
        follow_up(&sample::run(), &Options::default()).unwrap()
    }

    fn text(name: &str) -> String {
        let files = files();
        let file = files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    #[test]
    fn a_sheet_and_two_files_for_each_respondent() {
        let names: Vec<_> = files().into_iter().map(|file| file.name).collect();
        assert_eq!(
            names,
            ["oppfolging.xlsx", "Øyvær kommune.eml", "Øyvær kommune.md"]
        );
    }

    #[test]
    fn the_same_run_gives_the_same_bytes() {
        assert_eq!(files(), files());
    }

    #[test]
    fn the_letter() {
        insta::assert_snapshot!(text("Øyvær kommune.md"));
    }

    #[test]
    fn the_draft_is_not_sent_and_names_no_host() {
        let draft = text("Øyvær kommune.eml");
        insta::assert_snapshot!(draft.replace("\r\n", "\n"));
        assert!(draft.contains("X-Unsent: 1\r\n"));
        assert!(!draft.contains("\r\nTo:") && !draft.contains("\r\nFrom:"));
    }

    #[test]
    fn nynorsk() {
        let options = Options {
            lang: Lang::Nn,
            ..Options::default()
        };
        let files = follow_up(&sample::run(), &options).unwrap();
        let letter = String::from_utf8(files[2].bytes.clone()).unwrap();
        assert!(letter.contains("Kan de sjå på"), "{letter}");
    }
}
