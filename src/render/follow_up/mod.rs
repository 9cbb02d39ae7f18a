//! What to ask each respondent: a sheet for the caseworker, and a mail draft and a letter for each.
//!
//! A respondent is asked about its own answers alone, where the rule says what to ask. Nobody is
//! addressed whom the report itself does not name. Nothing is sent. What people wrote into the sheet
//! stays in it.

mod case;
mod document;
mod folder;
mod kept;
mod letter;
mod mail;
mod merge;
mod names;
mod sender;
mod table;
mod workbook;

use super::Options;
use crate::diagnostics::fingerprint::hex;
use crate::diagnostics::{Certainty, Finding, Run};
use crate::rules::Lang;
use case::Case;
pub use folder::Folder;
pub use kept::{Kept, Unread};
use merge::{Files, Merged, merge};
use names::Names;
pub use sender::{Deadline, FollowUp};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use table::{Kind, Person};

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

/// The files of a run's follow-up: the sheet, then a draft and a letter for each respondent that
/// there is still something to ask.
///
/// What people wrote into the sheet of the folder is in the new one; a letter that they changed keeps
/// its name, and the new one gets another.
pub fn follow_up(
    run: &Run,
    options: &Options,
    from: &FollowUp,
    folder: &Folder,
) -> Result<Vec<Artifact>, Unmade> {
    let lang = options.lang;
    let cases = cases(run, options);
    let kept = folder.sheet.as_ref();
    let files = Files::of(run, folder);
    let merged = |kind, rows| merge(kind, rows, kept, &files, lang);
    let asks = merged(Kind::Asks, table::asks(&cases, lang));
    let statuses = Statuses::of(&asks);
    let mut letters = Letters::new(folder);
    let mut people = Vec::new();
    for case in &cases {
        let unanswered = case.without(|finding| statuses.has(&ANSWERED, case, finding));
        let letter = if unanswered.asks.is_empty() {
            String::new()
        } else {
            letters.add(&unanswered, from, lang)?
        };
        let is_settled = |finding: &Finding| statuses.has(&SETTLED, case, finding);
        people.push(Person {
            case,
            open: case.without(is_settled).asks.len(),
            letter,
        });
    }
    let people = merged(Kind::People, table::people(&people));
    let all = merged(Kind::All, table::all(run, options));
    let sheets = [asks, people, all];
    let hashes: Vec<(String, String)> = letters
        .files
        .iter()
        .map(|file| (file.name.clone(), sha256(&file.bytes)))
        .collect();
    let sheet = workbook::workbook(&sheets, kept, &hashes, run, lang);
    let mut out = vec![made(SHEET, sheet)?];
    out.extend(letters.files);
    Ok(out)
}

fn made(name: &str, bytes: Result<Vec<u8>, String>) -> Result<Artifact, Unmade> {
    let name = name.to_owned();
    match bytes {
        Ok(bytes) => Ok(Artifact { name, bytes }),
        Err(why) => Err(Unmade { name, why }),
    }
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes), 32)
}

/// The letters of a run, each under a name under which nothing stands that people changed.
struct Letters<'f> {
    folder: &'f Folder,
    names: Names,
    files: Vec<Artifact>,
}

impl<'f> Letters<'f> {
    fn new(folder: &'f Folder) -> Self {
        Self {
            folder,
            names: Names::default(),
            files: Vec::new(),
        }
    }

    /// Adds a case's draft and letter, and says what the letter is called.
    fn add(&mut self, case: &Case<'_>, from: &FollowUp, lang: Lang) -> Result<String, Unmade> {
        let letter = letter::letter(case, from, lang);
        let draft = mail::draft(case, &letter, lang);
        let document = document::document(&letter);
        let draft = made(case.respondent, draft)?.bytes;
        let document = made(case.respondent, document)?.bytes;
        loop {
            let name = self.names.next(case.respondent);
            let files = [("docx", &document), ("eml", &draft)];
            let files = files.map(|(ending, bytes)| Artifact {
                name: format!("{name}.{ending}"),
                bytes: bytes.clone(),
            });
            if files.iter().all(|file| self.may_write(file)) {
                self.files.extend(files);
                return Ok(format!("{name}.docx"));
            }
        }
    }

    /// Whether nothing stands under the name but what the program itself wrote.
    fn may_write(&self, file: &Artifact) -> bool {
        let Some(there) = self.folder.files.get(&file.name) else {
            return true;
        };
        let sheet = self.folder.sheet.as_ref();
        let written = sheet.and_then(|sheet| sheet.ground.letters.get(&file.name));
        written == Some(there) || *there == sha256(&file.bytes)
    }
}

/// The words of a status.
type Words = [fn(&(dyn crate::i18n::Sheet + 'static)) -> &'static str];

/// Who wrote one of these is asked no more.
const ANSWERED: [fn(&(dyn crate::i18n::Sheet + 'static)) -> &'static str; 3] = [
    crate::i18n::Sheet::answered,
    crate::i18n::Sheet::settled,
    crate::i18n::Sheet::no_problem,
];

/// There is nothing left to do.
const SETTLED: [fn(&(dyn crate::i18n::Sheet + 'static)) -> &'static str; 2] =
    [crate::i18n::Sheet::settled, crate::i18n::Sheet::no_problem];

/// The statuses that people gave, by file and finding.
struct Statuses(BTreeMap<(String, String), String>);

impl Statuses {
    fn of(asks: &Merged) -> Self {
        let told = |row: &[table::Cell], key| {
            let cell = Kind::Asks.column(key).and_then(|index| row.get(index));
            cell.map_or(String::new(), table::Cell::told)
        };
        let statuses = asks.rows.iter().map(|row| {
            let key = (told(row, "file"), told(row, "id"));
            (key, told(row, "status"))
        });
        // Of rows that people copied the first one holds.
        Self(statuses.rev().collect())
    }

    /// Whether the status of a finding is one of these, in any language.
    fn has(&self, words: &Words, case: &Case<'_>, finding: &Finding) -> bool {
        let file = table::Cell::text(&case.file.path).told();
        let status = self.0.get(&(file, finding.fingerprint.clone()));
        status.is_some_and(|status| {
            let mut said = Lang::ALL.iter().map(|lang| lang.sheet());
            said.any(|said| words.iter().any(|word| word(said) == status.trim()))
        })
    }
}

/// The cases in the order in which the reports first have something to ask.
fn cases<'a>(run: &'a Run, options: &Options) -> Vec<Case<'a>> {
    let mut cases: Vec<Case<'a>> = Vec::new();
    for file in &run.files {
        let from = cases.len();
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
            let (Some(respondent), Some(ask)) = (finding.respondent.as_deref(), &finding.ask)
            else {
                continue;
            };
            // What was not read with certainty is not held against whom it seems to be from.
            if finding.certainty == Certainty::Uncertain {
                continue;
            }
            let group = finding.group.as_deref();
            let known = cases.iter_mut().skip(from);
            let mut known = known.filter(|c| c.respondent == respondent && c.group == group);
            match known.next() {
                Some(case) => case.asks.push((finding, ask)),
                None => cases.push(Case {
                    file,
                    respondent,
                    group,
                    asks: vec![(finding, ask)],
                }),
            }
        }
    }
    cases
}

#[cfg(test)]
mod tests;
