//! What to ask each respondent: a sheet for the caseworker, and a mail draft and a letter for each.
//!
//! A respondent is asked about its own answers alone, where the rule says what to ask. Nobody is
//! addressed whom the report itself does not name. Nothing is sent. What people wrote into the sheet
//! stays in it.

mod case;
mod document;
mod folder;
mod kept;
mod left;
mod letter;
mod mail;
mod merge;
mod names;
mod sender;
mod status;
mod table;
mod workbook;

use super::Options;
use crate::diagnostics::fingerprint::sha256;
use crate::diagnostics::{Ask, Certainty, Finding, Run};
use crate::rules::Lang;
use case::Case;
pub use folder::Folder;
pub use kept::{Kept, Unread};
use merge::{Files, merge};
use names::{Names, key};
pub use sender::{Deadline, FollowUp};
use status::{ANSWERED, SETTLED, Statuses};
use std::collections::BTreeMap;
use table::{Kind, Person};

/// The name of the sheet's file.
pub const SHEET: &str = "oppfolging.xlsx";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Artifact {
    /// Its name, safe on every system.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files of a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The sheet, then a draft and a letter for each respondent that there is still something to ask.
    pub files: Vec<Artifact>,
    /// Files of the folder that are of no use any more: letters to respondents that there is nothing
    /// left to ask. People may have changed them.
    pub spent: Vec<String>,
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

/// The files of a run's follow-up.
///
/// What people wrote into the sheet of the folder is in the new one; a letter that they changed keeps
/// its name, and the new one gets another.
pub fn follow_up(
    run: &Run,
    options: &Options,
    from: &FollowUp,
    folder: &Folder,
) -> Result<Written, Unmade> {
    let lang = options.lang;
    let cases = cases(run, options);
    let kept = folder.sheet.as_ref();
    let files = Files::of(run, folder);
    let merged = |kind, rows| merge(kind, rows, kept, &files, lang);
    let asked = table::asks(&cases, lang);
    let asks = merged(Kind::Asks, asked.clone());
    let statuses = Statuses::of(&asks.rows);
    let mut letters = Letters::new(folder);
    let mut people = Vec::new();
    for case in &cases {
        let unanswered = case.without(|finding, ask| statuses.has(&ANSWERED, case, finding, ask));
        let letter = if unanswered.asks.is_empty() {
            String::new()
        } else {
            letters.add(&unanswered, from, lang)?
        };
        let is_settled = |finding: &Finding, ask: &Ask| statuses.has(&SETTLED, case, finding, ask);
        people.push(Person {
            case,
            open: case.without(is_settled).asks.len(),
            letter,
        });
    }
    let mut people = table::people(&people);
    people.extend(left::left(&people, &asked, kept, &files, lang));
    let spent = left::spent(&people, folder, &files, &letters.names);
    let people = merged(Kind::People, people);
    let all = merged(Kind::All, table::all(run, options));
    let sheets = [asks, people, all];
    let sheet = workbook::workbook(&sheets, kept, &letters.hashes, run, lang);
    let mut out = vec![Artifact {
        name: SHEET.to_owned(),
        bytes: sheet.map_err(unmade(SHEET))?,
    }];
    out.extend(letters.files);
    Ok(Written { files: out, spent })
}

fn unmade(name: &str) -> impl Fn(String) -> Unmade {
    move |why| Unmade {
        name: name.to_owned(),
        why,
    }
}

/// The letters of a run, each under a name under which nothing stands that people changed.
struct Letters<'f> {
    /// The hashes of what stands in the folder, by what the names are known by.
    there: BTreeMap<String, Vec<&'f str>>,
    /// The hashes of what the program wrote there, in the same way.
    written: BTreeMap<String, &'f str>,
    names: Names,
    files: Vec<Artifact>,
    /// Names and hashes of the files.
    hashes: Vec<(String, String)>,
}

impl<'f> Letters<'f> {
    fn new(folder: &'f Folder) -> Self {
        let mut there: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, hash) in &folder.files {
            there.entry(key(name)).or_default().push(hash);
        }
        let letters = folder.sheet.iter().flat_map(|sheet| &sheet.ground.letters);
        Self {
            there,
            written: letters
                .map(|(name, hash)| (key(name), hash.as_str()))
                .collect(),
            names: Names::default(),
            files: Vec::new(),
            hashes: Vec::new(),
        }
    }

    /// Adds a case's draft and letter, and says what the letter is called.
    fn add(&mut self, case: &Case<'_>, from: &FollowUp, lang: Lang) -> Result<String, Unmade> {
        let letter = letter::letter(case, from, lang);
        let draft = mail::draft(case, &letter, lang).map_err(unmade(case.respondent))?;
        let document = document::document(&letter).map_err(unmade(case.respondent))?;
        let files = [("docx", document), ("eml", draft)];
        let files = files.map(|(ending, bytes)| (ending, sha256(&bytes), bytes));
        let name = loop {
            let name = self.names.next(case.respondent);
            let mut all = files.iter();
            if all.all(|(ending, hash, _)| self.may_write(&format!("{name}.{ending}"), hash)) {
                break name;
            }
        };
        for (ending, hash, bytes) in files {
            let name = format!("{name}.{ending}");
            self.hashes.push((name.clone(), hash));
            self.files.push(Artifact { name, bytes });
        }
        Ok(format!("{name}.docx"))
    }

    /// Whether nothing stands under the name but what the program itself wrote, or would write.
    fn may_write(&self, name: &str, hash: &str) -> bool {
        let key = key(name);
        let written = self.written.get(&key);
        let mut there = self.there.get(&key).into_iter().flatten();
        there.all(|there| written == Some(there) || *there == hash)
    }
}

/// The cases in the order in which the reports first have something to ask.
fn cases<'a>(run: &'a Run, options: &Options) -> Vec<Case<'a>> {
    let mut cases: Vec<Case<'a>> = Vec::new();
    for file in &run.files {
        let from = cases.len();
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
            // What was not read with certainty is not held against whom it seems to be from.
            if finding.certainty == Certainty::Uncertain {
                continue;
            }
            for ask in &finding.asks {
                let (respondent, group) = (ask.respondent.as_str(), ask.group.as_deref());
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
    }
    // Findings stand in the order of their first places; what they ask of others may stand elsewhere.
    for case in &mut cases {
        case.asks
            .sort_by_key(|(_, ask)| (ask.place.page, ask.place.start));
    }
    cases
}

#[cfg(test)]
mod tests;
