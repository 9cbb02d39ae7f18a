//! Files, folders, patterns and standard input → the files that are checked, in order.

use super::cli_error::because;
use crate::i18n::harmless;
use crate::meant::Slips;
use crate::rules::Lang;
use std::collections::BTreeSet;
use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};

/// How many files of a folder are looked at for one whose name is near.
const NEIGHBOURS: usize = 10_000;

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// What the output calls it.
    pub(crate) name: String,
    /// Where its bytes are.
    pub(crate) from: From,
}

/// What a path is called in all that is printed: whoever names a file does not steer a terminal.
pub(crate) fn called(path: &Path) -> String {
    harmless(&path.to_string_lossy())
}

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// Nowhere, for this reason.
    Nowhere(String),
}

impl Input {
    fn file(path: PathBuf) -> Self {
        Self {
            name: called(&path),
            from: From::File(path),
        }
    }

    /// Whether a file was named that is not there.
    pub(crate) fn is_missing(&self) -> bool {
        let gone = |path: &PathBuf| path.try_exists().is_ok_and(|exists| !exists);
        matches!(&self.from, From::File(path) if gone(path))
    }

    fn nowhere(path: &Path, why: &str) -> Self {
        Self {
            name: called(path),
            from: From::Nowhere(why.to_owned()),
        }
    }
}

/// Expands what the user named. Each file comes once, where it was first named.
pub(crate) fn expand(named: &[PathBuf], lang: Lang) -> Vec<Input> {
    expand_and_leave(named, lang).0
}

/// The same, with the text files that stand in folders and are not named themselves: they may be reports,
/// and are left out.
pub(crate) fn expand_and_leave(named: &[PathBuf], lang: Lang) -> (Vec<Input>, Vec<String>) {
    let mut out: Vec<Input> = Vec::new();
    let mut texts: Vec<PathBuf> = Vec::new();
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    // One file may be named in several ways.
    let whole = |file: &PathBuf| file.canonicalize().unwrap_or_else(|_| file.clone());
    for path in named {
        for input in one(path, &mut texts, lang) {
            let fresh = match &input.from {
                From::File(file) => seen.insert(whole(file)),
                From::Stdin | From::Nowhere(_) => !out.contains(&input),
            };
            if fresh {
                out.push(input);
            }
        }
    }
    texts.retain(|text| seen.insert(whole(text)));
    texts.sort();
    (out, texts.iter().map(|text| called(text)).collect())
}

/// The file beside one that is not there whose name is nearly the same.
pub(crate) fn near(from: &From) -> Option<String> {
    let From::File(path) = from else { return None };
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.flatten().take(NEIGHBOURS);
    let mut names: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    let near = Slips::FILE.nearest(name, names.iter().map(String::as_str))?;
    Some(called(&path.with_file_name(near)))
}

fn one(path: &Path, texts: &mut Vec<PathBuf>, lang: Lang) -> Vec<Input> {
    if path.as_os_str() == "-" {
        return vec![Input {
            name: "-".to_owned(),
            from: From::Stdin,
        }];
    }
    if path.is_dir() {
        return folder(path, texts, lang);
    }
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']));
    match pattern {
        // A file whose name has a star in it is that file.
        Some(pattern) if !path.exists() => matches(path, pattern, lang),
        _ => vec![Input::file(path.to_owned())],
    }
}

/// The PDFs in a folder and its folders, by name; what begins with a dot is left out. Text files go to
/// `texts`.
fn folder(path: &Path, texts: &mut Vec<PathBuf>, lang: Lang) -> Vec<Input> {
    let mut found = Found::default();
    found.pdfs(path);
    texts.append(&mut found.texts);
    found.inputs(path, lang.app().no_pdfs(), lang)
}

/// What stands in a folder, or fits a pattern.
#[derive(Default)]
struct Found {
    files: Vec<PathBuf>,
    /// What may be a report's text.
    texts: Vec<PathBuf>,
    /// Folders that can't be looked into, and why: reports may stand there.
    closed: Vec<(PathBuf, io::Error)>,
}

impl Found {
    /// The files, then what could not be looked into; of nothing at all `none` is said.
    fn inputs(mut self, path: &Path, none: &str, lang: Lang) -> Vec<Input> {
        if self.files.is_empty() && self.closed.is_empty() {
            return vec![Input::nowhere(path, none)];
        }
        self.files.sort();
        self.closed.sort_by(|(one, _), (other, _)| one.cmp(other));
        let files = self.files.into_iter().map(Input::file);
        let closed = self.closed.iter();
        let closed = closed.map(|(path, error)| {
            let why = lang.app().closed_folder(&because(error, lang));
            Input::nowhere(path, &why)
        });
        files.chain(closed).collect()
    }

    fn pdfs(&mut self, folder: &Path) {
        let mut closed = |error| self.closed.push((folder.to_owned(), error));
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return closed(error),
        };
        let mut paths = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry),
                Err(error) => closed(error),
            }
        }
        for entry in paths {
            self.add(&entry);
        }
    }

    fn add(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link to a folder may lead back here, so that folders are followed only where they are.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let is = |wanted: &str| {
            let extension = path.extension();
            extension.is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
        };
        if is_folder && !hidden {
            self.pdfs(&path);
        } else if is("pdf") && !hidden && !path.is_dir() {
            // What is no file after all, or is gone, is told where it can't be read.
            self.files.push(path);
        } else if is("txt") && !hidden && path.is_file() {
            self.texts.push(path);
        }
    }
}

/// The files that a pattern matches, by name: not every shell expands patterns.
fn matches(path: &Path, pattern: &str, lang: Lang) -> Vec<Input> {
    // As in every shell of Windows, and as a folder is read: the camera's and the scanner's files
    // end in capitals.
    let any_case = glob::MatchOptions {
        case_sensitive: false,
        ..glob::MatchOptions::default()
    };
    let mut found = Found::default();
    for file in glob::glob_with(pattern, any_case).into_iter().flatten() {
        match file {
            Ok(file) if file.is_dir() => {}
            Ok(file) => found.files.push(file),
            Err(error) => {
                let folder = error.path().to_owned();
                found.closed.push((folder, error.into()));
            }
        }
    }
    found.inputs(path, lang.app().no_match(), lang)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    /// Who may read everything can't be refused anything.
    fn may_read_all(folder: &Path) -> bool {
        std::fs::read_dir(folder).is_ok()
    }

    #[test]
    fn a_folder_that_can_not_be_looked_into_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (open, shut) = (folder.path().join("a"), folder.path().join("b"));
        for folder in [&open, &shut] {
            std::fs::create_dir(folder).unwrap();
            std::fs::write(folder.join("r.PDF"), "").unwrap();
        }
        // Named as a report, and gone.
        symlink("nowhere", open.join("s.pdf")).unwrap();
        // What is no report, what is hidden, and a way back.
        std::fs::write(open.join("notes.txt"), "").unwrap();
        std::fs::write(open.join(".r.pdf"), "").unwrap();
        std::fs::create_dir(open.join(".old")).unwrap();
        std::fs::write(open.join(".old/r.pdf"), "").unwrap();
        symlink("..", open.join("up.pdf")).unwrap();
        let named = |path: &Path| {
            let inputs = expand(&[path.to_owned()], Lang::En).into_iter();
            let told = |input: Input| {
                let name = Path::new(&input.name).strip_prefix(folder.path()).unwrap();
                let why = match input.from {
                    From::Nowhere(why) => why,
                    _ => String::new(),
                };
                format!("{}: {why}", called(name))
            };
            inputs.map(told).collect::<Vec<_>>()
        };
        let all = ["a/r.PDF: ", "a/s.pdf: ", "b/r.PDF: "];
        assert_eq!(named(folder.path()), all);
        let (notes, whole) = (open.join("notes.txt"), folder.path().to_owned());
        let left_out = |named: &[PathBuf]| expand_and_leave(named, Lang::En).1;
        assert_eq!(left_out(&[whole.clone(), open.clone()]), [called(&notes)]);
        assert!(left_out(&[whole, notes]).is_empty(), "it is checked");
        std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o000)).unwrap();
        if !may_read_all(&shut) {
            let why = "b: The folder cannot be opened: you have no access to it.";
            assert_eq!(named(folder.path()), [all[0], all[1], why]);
            assert_eq!(named(&folder.path().join("*/*.pdf")), [all[0], all[1], why]);
        }
        std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn what_is_closed_is_told_beside_the_files_that_are_there() {
        let error = || io::Error::from(io::ErrorKind::PermissionDenied);
        let closed = |files: &[&str]| {
            let found = Found {
                files: files.iter().map(PathBuf::from).collect(),
                closed: vec![("m/b".into(), error()), ("m/a".into(), error())],
                ..Found::default()
            };
            let inputs = found
                .inputs(Path::new("m"), "nothing", Lang::En)
                .into_iter();
            inputs.map(|input| input.name).collect::<Vec<_>>()
        };
        assert_eq!(closed(&[]), ["m/a", "m/b"]);
        assert_eq!(closed(&["m/r.pdf"]), ["m/r.pdf", "m/a", "m/b"]);
        // One that can't be listed, also for who may read everything.
        let mut found = Found::default();
        found.pdfs(Path::new("Cargo.toml"));
        assert!(found.files.is_empty());
        assert_eq!(found.closed[0].0, Path::new("Cargo.toml"));
    }
}
