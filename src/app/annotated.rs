//! `--output pdf=FILE`: the user's own PDFs with the findings marked.

use super::cli_error::CliError;
use super::isolate;
use super::judged::Judged;
use super::outbox::{self, Outbox, Slot};
use crate::diagnostics::{FileReport, FileStatus, InputKind};
use crate::pdf::PdfError;
use crate::render::{self, Options};
use crate::report::ReadFailure;
use crate::rules::Lang;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Refuses what cannot be done: a redacted copy of a PDF would hold all that is in the PDF.
pub(super) fn check(paths: &[&Path], redacts: bool, lang: Lang) -> Result<(), CliError> {
    if paths.is_empty() {
        return Ok(());
    }
    if redacts {
        return Err(CliError::new(lang.app().annotated_shows_all()).help("--no-redact"));
    }
    if paths.iter().any(|path| path.as_os_str() == "-") {
        let message = lang.app().annotated_on_stdout();
        return Err(CliError::new(message).help("--output pdf=merket.pdf"));
    }
    Ok(())
}

/// Writes the annotated copies: one PDF to a file, several into a folder.
///
/// `slot` is the place of the one file, where it was claimed as that. Gives what was refused.
pub(super) fn write(
    judged: &Judged,
    (path, slot): (&Path, Option<Slot>),
    options: &Options,
    outbox: &mut Outbox,
) -> Result<Vec<CliError>, CliError> {
    let lang = judged.lang;
    let files = judged.run.files.iter().enumerate();
    let pdfs: Vec<_> = files
        .filter(|(_, file)| file.kind == InputKind::Pdf && file.status != FileStatus::Unreadable)
        .collect();
    let is_folder = pdfs.len() > 1 || path.is_dir();
    if is_folder {
        outbox::make_folder(path, lang)?;
    }
    let mut taken = BTreeSet::new();
    let mut refused = Vec::new();
    for file in &judged.run.files {
        // What could not be read is told already.
        if file.kind != InputKind::Pdf && file.status != FileStatus::Unreadable {
            let error = CliError::new(lang.app().annotated_no_pdf(&file.path));
            refused.push(error.help(lang.app().annotated_no_pdf_help()));
        }
    }
    for (index, file) in pdfs {
        let slot = match slot.filter(|_| !is_folder) {
            Some(slot) => slot,
            None if is_folder => outbox.claim(&free(path, file, &mut taken))?,
            None => outbox.claim(path)?,
        };
        let bytes = match judged.bytes(index) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(CliError::new(lang.app().changed_meanwhile(&file.path))),
            Err(why) => {
                let why = why.because(lang);
                return Err(CliError::new(lang.app().cannot_read(&file.path, &why)));
            }
        };
        let settings = judged.settings(index);
        let marked = if settings.is_some_and(|settings| settings.in_process) {
            render::annotated(&bytes, file, options)
        } else {
            let deadline = settings.and_then(|settings| settings.deadline);
            let marks = render::marks(file, options);
            match isolate::annotate(&bytes, marks, render::appendix(file, options), deadline) {
                Ok(marked) => marked,
                Err(error) => {
                    refused.push(too_much(file, &error, lang));
                    continue;
                }
            }
        };
        if let Err(PdfError::Limit { what, found, limit }) = marked {
            refused.push(too_much(
                file,
                &ReadFailure::Limit { what, found, limit },
                lang,
            ));
            continue;
        }
        let marked = marked.map_err(|error| {
            CliError::new(match error {
                PdfError::Encrypted => lang.app().annotated_encrypted(&file.path),
                _ => lang.app().annotated_broken(&file.path),
            })
        })?;
        outbox.fill(slot, &marked)?;
    }
    Ok(refused)
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

/// A file that asks for more than a file may.
fn too_much(file: &FileReport, error: &ReadFailure, lang: Lang) -> CliError {
    CliError::new(lang.app().annotated_broken(&file.path)).help(error.text().get(lang))
}
