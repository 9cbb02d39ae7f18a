//! `--output pdf=FILE`: the user's own PDFs with the findings marked.

use super::check::Judged;
use super::inputs::From;
use super::output;
use super::trouble::{Trouble, because};
use dekom_lint::diagnostics::{FileReport, FileStatus, InputKind, Source};
use dekom_lint::pdf::PdfError;
use dekom_lint::render::{self, Options};
use dekom_lint::rules::Lang;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Refuses what cannot be done: a redacted copy of a PDF would hold all that is in the PDF.
pub(super) fn check(paths: &[&Path], redacts: bool, lang: Lang) -> Result<(), Trouble> {
    if paths.is_empty() {
        return Ok(());
    }
    if redacts {
        return Err(Trouble::new(lang.app().annotated_shows_all()).help("--no-redact"));
    }
    if paths.iter().any(|path| path.as_os_str() == "-") {
        let message = lang.app().annotated_on_stdout();
        return Err(Trouble::new(message).help("--output pdf=merket.pdf"));
    }
    Ok(())
}

/// Writes the annotated copies: one PDF to a file, several into a folder.
pub(super) fn write(judged: &Judged, path: &Path, options: &Options) -> Result<(), Trouble> {
    let lang = judged.lang;
    let files = judged.run.files.iter().zip(&judged.inputs);
    let pdfs: Vec<_> = files
        .filter(|(file, _)| file.kind == InputKind::Pdf && file.status != FileStatus::Unreadable)
        .collect();
    let is_folder = pdfs.len() > 1 || path.is_dir();
    if is_folder {
        output::make_folder(path, lang)?;
    }
    let mut taken = BTreeSet::new();
    for (file, input) in pdfs {
        let target = if is_folder {
            free(path, file, &mut taken)
        } else {
            path.to_owned()
        };
        let bytes = match &input.from {
            From::File(source) => {
                if same(source, &target) {
                    let message = lang.app().annotated_is_report(&target.display());
                    return Err(Trouble::new(message));
                }
                std::fs::read(source).map_err(|error| {
                    Trouble::new(format!("{} {}", source.display(), because(&error, lang)))
                })?
            }
            From::Stdin => judged.stdin.clone(),
            From::Nowhere(_) => continue,
        };
        if Source::new("", &bytes).sha256 != file.sha256 {
            return Err(Trouble::new(lang.app().changed_meanwhile(&file.path)));
        }
        let marked = render::annotated(&bytes, file, options).map_err(|error| {
            Trouble::new(match error {
                PdfError::Encrypted => lang.app().annotated_encrypted(&file.path),
                _ => lang.app().annotated_broken(&file.path),
            })
        })?;
        output::bytes_to_file(&target, &marked, lang)?;
    }
    Ok(())
}

/// `report.pdf` in the folder, or `report-2.pdf` where another file of the run is called the same.
fn free(folder: &Path, file: &FileReport, taken: &mut BTreeSet<String>) -> PathBuf {
    let stem = Path::new(&file.path).file_stem().unwrap_or_default();
    let stem = match stem.to_string_lossy() {
        stem if file.path == "-" || stem.is_empty() => "stdin".to_owned(),
        stem => stem.into_owned(),
    };
    let mut name = stem.clone();
    let mut number = 2_u32;
    while !taken.insert(name.to_lowercase()) {
        name = format!("{stem}-{number}");
        number += 1;
    }
    folder.join(format!("{name}.pdf"))
}

/// Whether two paths lead to one file.
fn same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
