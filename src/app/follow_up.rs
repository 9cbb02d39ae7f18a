//! `follow-up`: files that say what to ask each respondent, into a folder.

use super::environment::World;
use super::inputs::called;
use super::judged::Judged;
use super::source::{self, Why};
use super::trouble::{Failure, Trouble};
use super::{check, outbox, output};
use crate::cli::Cli;
use dekom_lint::diagnostics::{Excerpts, Source};
use dekom_lint::render::{self, Folder, FollowUp, Kept, Unread};
use dekom_lint::rules::Lang;
use std::path::{Path, PathBuf};

/// What the sheet is called that a new one took the place of, without its ending.
const BEFORE: &str = "oppfolging-forrige";
/// The most bytes of a file of the folder that is looked into.
const LARGEST: usize = 64 << 20;

/// Checks the files that the user named and writes the follow-up.
///
/// What people wrote into the folder's sheet is in the new one too, and the old one is kept beside it,
/// as is every one before: formulas, comments and colours are there alone.
/// One that can't be read is in the way, unless `force` sets it aside.
pub(super) fn follow_up(
    cli: &Cli,
    folder: &Path,
    force: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let prepared = check::prepare(cli, world, lang)?;
    let mut outbox = prepared.outbox();
    let mut there = There::look(folder, force, lang)?;
    there.folder.narrowed = cli.lint.checks.respondent.is_some();
    let mut judged = check::run(prepared, Excerpts::None, cli, world)?;
    let lang = judged.lang;
    let code = check::redact_and_warn(&mut judged, cli, world);
    let options = check::shown(&judged, cli, world);
    let from = sender(&judged);
    let files = render::follow_up(&judged.run, &options, &from, &there.folder)
        .map_err(|error| Trouble::new(error.to_string()))?;
    outbox::make_folder(folder, lang)?;
    let sheet = files.iter().find(|file| file.name == render::SHEET);
    if let Some(before) = &there.sheet
        && sheet.is_some_and(|sheet| sheet.bytes != *before)
        && let Some(aside) = aside(folder, before)
    {
        outbox.put(&aside, before)?;
    }
    for file in &files {
        outbox.put(&folder.join(&file.name), &file.bytes)?;
    }
    outbox.send()?;
    if !cli.lint.checks.quiet {
        let asked = files.len().saturating_sub(1) / 2;
        let said = lang.app().to_ask(asked);
        let path = folder.join(render::SHEET);
        output::to_stderr(&format!("{asked} {said}: {}\n", called(&path)), world);
        if asked > 0 && from.sender.is_none() {
            output::to_stderr(&format!("{}\n", lang.app().no_sender()), world);
        }
    }
    Ok(code)
}

/// What the letters say besides their questions: the first configuration that says something holds.
fn sender(judged: &Judged) -> FollowUp {
    let loaded = judged.groups.iter();
    let loaded = loaded.filter_map(|group| group.settings.loaded.as_ref());
    let mut said = loaded.map(|loaded| &loaded.config.follow_up);
    said.find(|said| **said != FollowUp::default())
        .cloned()
        .unwrap_or_default()
}

/// What stands in the folder.
struct There {
    folder: Folder,
    /// The bytes of the sheet.
    sheet: Option<Vec<u8>>,
}

impl There {
    fn look(path: &Path, force: bool, lang: Lang) -> Result<Self, Trouble> {
        let mut there = Self {
            folder: Folder::default(),
            sheet: None,
        };
        let Ok(entries) = std::fs::read_dir(path) else {
            return Ok(there);
        };
        let paths = entries.flatten().map(|entry| entry.path());
        let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.unwrap_or_default().to_owned();
            let is_sheet = name == render::SHEET;
            let ending = path.extension().and_then(|ending| ending.to_str());
            if !is_sheet && !matches!(ending, Some("docx" | "eml")) {
                continue;
            }
            let bytes = source::read(&path, LARGEST);
            if is_sheet {
                let bytes = bytes.map_err(|why| match why {
                    // What is not read can't be set aside.
                    Why::TooLarge { .. } => cannot_read(&path, lang.app().file_too_large(), lang),
                    why => cannot_read(&path, &why.because(lang), lang),
                })?;
                match Kept::read(&bytes) {
                    Ok(kept) => there.folder.sheet = Some(kept),
                    Err(_) if force => {}
                    Err(why) => return Err(no_sheet(&path, &why, &bytes, lang)),
                }
                there.sheet = Some(bytes);
            } else {
                // What can't be looked into is somebody's own, and its name is taken.
                let hash = bytes.map(|bytes| Source::new(&name, &bytes).sha256);
                there.folder.files.insert(name, hash.unwrap_or_default());
            }
        }
        Ok(there)
    }
}

/// Where a sheet is set aside: `oppfolging-forrige.xlsx`, or `oppfolging-forrige-2.xlsx` where another
/// one stands there. `None` where this very sheet stands there already.
fn aside(folder: &Path, sheet: &[u8]) -> Option<PathBuf> {
    let mut path = folder.join(format!("{BEFORE}.xlsx"));
    let mut number = 2_u32;
    while path.symlink_metadata().is_ok() {
        let size = path.metadata().map(|there| there.len());
        let is_same = size.is_ok_and(|size| size == sheet.len() as u64)
            && source::read(&path, sheet.len()).is_ok_and(|there| there == sheet);
        if is_same {
            return None;
        }
        path = folder.join(format!("{BEFORE}-{number}.xlsx"));
        number += 1;
    }
    Some(path)
}

fn no_sheet(path: &Path, why: &Unread, bytes: &[u8], lang: Lang) -> Trouble {
    let said = lang.app();
    let why = match why {
        Unread::NoWorkbook(why) => said.no_workbook(why),
        Unread::TooLarge => said.file_too_large().to_owned(),
        Unread::NoHeadings(sheet) => said.no_headings(sheet),
    };
    let trouble = cannot_read(path, &why, lang);
    let aside = aside(path.parent().unwrap_or(Path::new("")), bytes);
    let name = aside.as_deref().and_then(Path::file_name);
    let name = name.map_or_else(
        || format!("{BEFORE}.xlsx"),
        |n| n.to_string_lossy().into_owned(),
    );
    trouble.help(said.sheet_help(&name))
}

fn cannot_read(path: &Path, why: &str, lang: Lang) -> Trouble {
    Trouble::new(lang.app().cannot_read(&called(path), &why))
}
