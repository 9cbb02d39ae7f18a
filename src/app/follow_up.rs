//! `follow-up`: files that say what to ask each respondent, into a folder.

use super::cli_error::{CliError, CliErrors, because};
use super::environment::World;
use super::inputs::called;
use super::judged::Judged;
use super::source::{self, Why};
use super::{check, outbox, output};
use crate::cli::Cli;
use crate::diagnostics::{Excerpts, Source};
use crate::render::{self, Folder, FollowUp, Kept, Unread, Written};
use crate::rules::Lang;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What the sheet is called that a new one took the place of, without its ending.
const BEFORE: &str = "oppfolging-forrige";
/// The folder inside the folder to which letters go that are of no use any more.
const SPENT: &str = "ferdige-brev";
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
) -> Result<u8, CliErrors> {
    let mut prepared = check::prepare(cli, world, lang)?;
    prepared.asks = true;
    let mut outbox = prepared.outbox();
    // What is in the way is told before anything is read.
    There::look(folder, force, lang)?;
    let mut judged = check::run(prepared, Excerpts::None, cli, world)?;
    let lang = judged.lang;
    let code = check::redact_and_warn(&mut judged, cli, world);
    let options = check::shown(&judged, cli, world);
    let from = sender(&judged);
    // The run may have taken a while, in which people go on writing.
    let mut there = There::look(folder, force, lang)?;
    there.folder.narrowed = cli.lint.checks.respondent.is_some();
    let Written { files, spent, .. } =
        render::follow_up(&judged.run, &options, &from, &there.folder)
            .map_err(|error| CliError::new(error.to_string()))?;
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
    there.check_unchanged(folder, force, lang)?;
    outbox.send()?;
    let moved = put_away(folder, &spent, lang);
    if !cli.lint.checks.quiet {
        let asked = files.len().saturating_sub(1) / 2;
        let said = lang.app().to_ask(asked);
        let path = folder.join(render::SHEET);
        output::to_stderr(&format!("{asked} {said}: {}\n", called(&path)), world);
        for told in &moved {
            output::to_stderr(&format!("{told}\n"), world);
        }
        if asked > 0 && from.sender.is_none() {
            output::to_stderr(&format!("{}\n", lang.app().no_sender()), world);
        }
    }
    Ok(code)
}

/// Moves letters that are of no use any more out of the way, each whole as it stands, and says so.
fn put_away(folder: &Path, spent: &[String], lang: Lang) -> Vec<String> {
    let to = folder.join(SPENT);
    let mut told = Vec::new();
    let mut moved = Vec::new();
    for name in spent {
        let from = folder.join(name);
        let done =
            std::fs::create_dir_all(&to).and_then(|()| std::fs::rename(&from, free(&to, name)));
        match done {
            Ok(()) => moved.push(called(Path::new(name))),
            // Somebody has it open: the next run moves it, if it is left alone.
            Err(error) => {
                let why = because(&error, lang);
                told.push(lang.app().letter_not_moved(&called(&from), &why));
            }
        }
    }
    if !moved.is_empty() {
        told.push(lang.app().letters_moved(&moved.join(", "), &called(&to)));
    }
    told
}

/// A place in a folder where nothing stands.
fn free(folder: &Path, name: &str) -> PathBuf {
    let mut path = folder.join(name);
    let whole = Path::new(name);
    let stem = whole.file_stem().unwrap_or_default().to_string_lossy();
    let ending = whole.extension().unwrap_or_default().to_string_lossy();
    let mut number = 2_u32;
    while path.symlink_metadata().is_ok() {
        path = folder.join(format!("{stem}-{number}.{ending}"));
        number += 1;
    }
    path
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
    fn look(path: &Path, force: bool, lang: Lang) -> Result<Self, CliError> {
        let mut there = Self {
            folder: Folder::default(),
            sheet: None,
        };
        let cannot = |error: io::Error| cannot_read(path, &because(&error, lang), lang);
        let entries = match std::fs::read_dir(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(there),
            entries => entries.map_err(cannot)?,
        };
        for entry in entries {
            let path = entry.map_err(cannot)?.path();
            let ending = path.extension().unwrap_or_default();
            if ["docx", "eml"]
                .iter()
                .any(|own| ending.eq_ignore_ascii_case(own))
            {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                // What can't be looked into is somebody's own, and its name is taken.
                let bytes = source::read(&path, LARGEST);
                let hash = bytes.map(|bytes| Source::new(&name, &bytes).sha256);
                let hash = hash.unwrap_or_default();
                there.folder.files.insert(name.into_owned(), hash);
            }
        }
        // The system knows whether another spelling of the name is the same file.
        let path = path.join(render::SHEET);
        let bytes = match source::read(&path, LARGEST) {
            Ok(bytes) => bytes,
            Err(Why::Io(error)) if error.kind() == ErrorKind::NotFound => return Ok(there),
            // What is not read can't be set aside.
            Err(Why::TooLarge { .. }) => {
                return Err(cannot_read(&path, lang.app().file_too_large(), lang));
            }
            Err(why) => return Err(cannot_read(&path, &why.because(lang), lang)),
        };
        match Kept::read(&bytes) {
            Ok(kept) => there.folder.sheet = Some(kept),
            Err(_) if force => {}
            Err(why) => return Err(no_sheet(&path, &why, &bytes, lang)),
        }
        there.sheet = Some(bytes);
        Ok(there)
    }

    /// Checks that all is still as it was looked at, so that nothing is written over what a person has
    /// saved since.
    fn check_unchanged(&self, folder: &Path, force: bool, lang: Lang) -> Result<(), CliError> {
        let now = Self::look(folder, force, lang)?;
        let (before, after) = (&self.folder.files, &now.folder.files);
        let changed = |name: &&String| before.get(*name) != after.get(*name);
        let saved = if self.sheet == now.sheet {
            let mut names = before.keys().chain(after.keys());
            names.find(changed).map(String::as_str)
        } else {
            Some(render::SHEET)
        };
        match saved {
            None => Ok(()),
            Some(name) => {
                let message = lang.app().saved_meanwhile(&called(&folder.join(name)));
                Err(CliError::new(message).help(lang.app().run_again()))
            }
        }
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

fn no_sheet(path: &Path, why: &Unread, bytes: &[u8], lang: Lang) -> CliError {
    let said = lang.app();
    let why = match why {
        Unread::NoWorkbook(why) => said.no_workbook(why),
        Unread::TooLarge => said.file_too_large().to_owned(),
        Unread::NoHeadings(sheet) => said.no_headings(sheet),
    };
    let error = cannot_read(path, &why, lang);
    let aside = aside(path.parent().unwrap_or(Path::new("")), bytes);
    let name = aside.as_deref().and_then(Path::file_name);
    let name = name.map_or_else(
        || format!("{BEFORE}.xlsx"),
        |n| n.to_string_lossy().into_owned(),
    );
    error.help(said.sheet_help(&name))
}

fn cannot_read(path: &Path, why: &str, lang: Lang) -> CliError {
    CliError::new(lang.app().cannot_read(&called(path), &why))
}

#[cfg(test)]
mod tests {
    use super::super::{Env, run};
    use super::*;
    use std::ffi::OsString;
    use std::io::Read;

    /// A report on standard input, and what somebody does while it is read.
    struct While<'w> {
        report: &'w [u8],
        happens: Box<dyn FnMut() + 'w>,
    }

    impl Read for While<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            (self.happens)();
            self.report.read(into)
        }
    }

    /// The exit code and what was told of a follow-up into a folder.
    fn followed(folder: &Path, happens: impl FnMut()) -> (u8, String) {
        let report = std::fs::read("fixtures/report.txt").unwrap();
        let mut stdin = While {
            report: &report,
            happens: Box::new(happens),
        };
        let mut stderr = Vec::new();
        let arguments = ["dekom-lint", "follow-up", "-", "--lang", "en", "--output"];
        let mut arguments: Vec<OsString> = arguments.into_iter().map(OsString::from).collect();
        arguments.push(folder.as_os_str().to_owned());
        let code = run(
            &arguments,
            &mut World {
                env: Env::default(),
                stdin: &mut stdin,
                stdout: &mut Vec::new(),
                stderr: &mut stderr,
                open: &mut |_| {},
            },
        );
        (code, String::from_utf8(stderr).unwrap())
    }

    #[test]
    fn what_is_saved_while_the_report_is_read_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (code, told) = followed(folder.path(), || {});
        assert!(code <= 1, "{told}");
        let letters = std::fs::read_dir(folder.path()).unwrap().flatten();
        let mut letters: Vec<PathBuf> = letters.map(|entry| entry.path()).collect();
        letters.retain(|path| path.extension().is_some_and(|ending| ending == "docx"));
        let letter = letters.first().unwrap();
        let (code, told) = followed(folder.path(), || {
            std::fs::write(letter, "skrevet om").unwrap();
        });
        assert!(code <= 1, "{told}");
        assert_eq!(std::fs::read(letter).unwrap(), b"skrevet om");
        // One that can't be read by then is in the way.
        let sheet = folder.path().join(render::SHEET);
        let (code, told) = followed(folder.path(), || std::fs::write(&sheet, "svar").unwrap());
        assert_eq!(code, 2, "{told}");
        assert_eq!(std::fs::read(&sheet).unwrap(), b"svar");
    }

    #[test]
    fn nothing_is_written_over_what_was_saved_since_it_was_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        followed(path, || {});
        let there = There::look(path, false, Lang::En).unwrap();
        let checked = || there.check_unchanged(path, true, Lang::En);
        assert!(checked().is_ok());
        let letter = path.join("Ny.docx");
        std::fs::write(&letter, "mitt").unwrap();
        let told = checked().unwrap_err().to_string();
        assert!(told.contains("Ny.docx was saved"), "{told}");
        std::fs::remove_file(letter).unwrap();
        assert!(checked().is_ok());
        std::fs::write(path.join(render::SHEET), "svar").unwrap();
        let told = checked().unwrap_err().to_string();
        assert!(told.contains("oppfolging.xlsx was saved"), "{told}");
    }

    #[test]
    fn letters_of_no_use_are_moved_and_nothing_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let names = ["A.docx".to_owned(), "gone.docx".to_owned()];
        for text in ["mitt", "mitt andre"] {
            std::fs::write(path.join("A.docx"), text).unwrap();
            let told = put_away(path, &names, Lang::En);
            assert!(told[0].contains("gone.docx is of no use"), "{told:?}");
            assert!(
                told[1].contains("moved to") && told[1].ends_with("A.docx."),
                "{told:?}"
            );
            assert!(!path.join("A.docx").exists());
        }
        let there = |name: &str| std::fs::read_to_string(path.join(SPENT).join(name)).unwrap();
        assert_eq!(
            (there("A.docx"), there("A-2.docx")),
            ("mitt".into(), "mitt andre".into())
        );
    }

    #[test]
    fn a_folder_that_is_none_is_not_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mappe");
        std::fs::write(&file, "").unwrap();
        let (code, told) = followed(&file, || {});
        assert!(
            code == 2 && told.contains("is not a folder"),
            "{code} {told}"
        );
        // Endings are read as other systems read them, and what can't be read has its name.
        std::fs::write(folder.path().join("A.DOCX"), "a").unwrap();
        std::fs::create_dir(folder.path().join("b.eml")).unwrap();
        let there = There::look(folder.path(), false, Lang::En).unwrap();
        let names: Vec<&String> = there.folder.files.keys().collect();
        assert_eq!(names, ["A.DOCX", "b.eml"]);
    }
}
