//! The text files beside a SARIF file for GitHub.

use super::outbox::Outbox;
use super::trouble::Trouble;
use dekom_lint::diagnostics::{FileReport, Run};
use dekom_lint::render;
use dekom_lint::rules::Lang;
use std::path::{Path, PathBuf};

/// How a sidecar begins, by which one that was written before is known.
const MARK: &str = "--- ";

/// Writes the text of each file that was read, and gives the names that SARIF points at, one for
/// each file of the run.
pub(super) fn write(
    run: &Run,
    sarif: &Path,
    lang: Lang,
    outbox: &mut Outbox,
) -> Result<Vec<String>, Trouble> {
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
    path.exists() && !std::fs::read_to_string(path).is_ok_and(|text| text.starts_with(MARK))
}
