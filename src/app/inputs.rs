//! Files, folders, patterns and standard input → the files that are checked, in order.

use dekom_lint::i18n::harmless;
use dekom_lint::rules::Lang;
use std::collections::BTreeSet;
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
    let mut out: Vec<Input> = Vec::new();
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    for path in named {
        for input in one(path, lang) {
            // One file may be named in several ways.
            let fresh = match &input.from {
                From::File(file) => {
                    seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone()))
                }
                From::Stdin | From::Nowhere(_) => !out.contains(&input),
            };
            if fresh {
                out.push(input);
            }
        }
    }
    out
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
    let far = |other: &str| strsim::damerau_levenshtein(name, other);
    let near = names.into_iter().min_by_key(|other| far(other))?;
    let is_near = far(&near) <= (name.chars().count() / 4).max(1);
    is_near.then(|| called(&path.with_file_name(near)))
}

fn one(path: &Path, lang: Lang) -> Vec<Input> {
    if path.as_os_str() == "-" {
        return vec![Input {
            name: "-".to_owned(),
            from: From::Stdin,
        }];
    }
    if path.is_dir() {
        return folder(path, lang);
    }
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']));
    match pattern {
        // A file whose name has a star in it is that file.
        Some(pattern) if !path.exists() => matches(path, pattern, lang),
        _ => vec![Input::file(path.to_owned())],
    }
}

/// The PDFs in a folder and its folders, by name; what begins with a dot is left out.
fn folder(path: &Path, lang: Lang) -> Vec<Input> {
    let mut files = Vec::new();
    pdfs(path, &mut files);
    files.sort();
    if files.is_empty() {
        return vec![Input::nowhere(path, lang.app().no_pdfs())];
    }
    files.into_iter().map(Input::file).collect()
}

fn pdfs(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link to a folder may lead back here, so that folders are followed only where they are.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let is_pdf = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
        if is_folder && !hidden {
            pdfs(&path, out);
        } else if is_pdf && !hidden && path.is_file() {
            out.push(path);
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
    let found =
        glob::glob_with(pattern, any_case).map(|paths| paths.flatten().filter(|p| p.is_file()));
    let mut files: Vec<PathBuf> = found.map(Iterator::collect).unwrap_or_default();
    files.sort();
    if files.is_empty() {
        return vec![Input::nowhere(path, lang.app().no_match())];
    }
    files.into_iter().map(Input::file).collect()
}
