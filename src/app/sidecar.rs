//! The text files beside a SARIF file for GitHub.

use super::cli_error::CliError;
use super::outbox::Outbox;
use crate::diagnostics::{FileReport, Run};
use crate::render;
use crate::rules::Lang;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// How a sidecar begins, by which one that was written before is known.
const MARK: &[u8; 4] = b"--- ";

/// Writes the text of each file that was read, and gives the names that SARIF points at, one for
/// each file of the run.
pub(super) fn write(
    run: &Run,
    sarif: &Path,
    lang: Lang,
    outbox: &mut Outbox,
) -> Result<Vec<String>, CliError> {
    let mut taken = Vec::new();
    let mut names = Vec::new();
    for file in &run.files {
        if file.pages.is_empty() {
            names.push(String::new());
            continue;
        }
        let path = free(sarif, file, &taken);
        outbox.put(&path, render::sidecar(file, lang).as_bytes())?;
        names.push(path.to_string_lossy().into_owned());
        taken.push(path);
    }
    Ok(names)
}

/// `report.txt` beside the SARIF file, or `report-2.txt` where that is another file: nothing but an
/// older sidecar is written over.
fn free(sarif: &Path, file: &FileReport, taken: &[PathBuf]) -> PathBuf {
    let stem = Path::new(&file.path).file_stem().unwrap_or_default();
    let stem = match stem.to_string_lossy() {
        stem if file.path == "-" || stem.is_empty() => "stdin".to_owned(),
        stem => stem.into_owned(),
    };
    let mut path = sarif.with_file_name(format!("{stem}.txt"));
    let mut number = 2_u32;
    while taken.contains(&path) || is_foreign(&path) {
        path = sarif.with_file_name(format!("{stem}-{number}.txt"));
        number += 1;
    }
    path
}

/// Whether something stands there that no run of this program wrote.
fn is_foreign(path: &Path) -> bool {
    // To open a pipe is to wait for whoever writes to it.
    path.exists() && !(path.is_file() && begins_with_mark(path).unwrap_or(false))
}

fn begins_with_mark(path: &Path) -> std::io::Result<bool> {
    let mut first = [0; MARK.len()];
    File::open(path)?.read_exact(&mut first)?;
    Ok(first == *MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_older_sidecar_is_no_foreign_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.txt");
        assert!(!is_foreign(&path));
        for (text, foreign) in [("--- side 1\n", false), ("notes", true), ("--", true)] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(is_foreign(&path), foreign, "{text}");
        }
        assert!(is_foreign(folder.path()));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_waits_for_a_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("r.txt");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert!(is_foreign(&pipe));
    }
}
