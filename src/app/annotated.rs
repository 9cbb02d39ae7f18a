//! `--output pdf=FILE`: the user's own PDFs with the findings marked.

use super::check::Judged;
use super::inputs::From;
use super::output;
use super::trouble::{Trouble, because};
use dekom_lint::diagnostics::{FileReport, FileStatus, InputKind, Source};
use dekom_lint::i18n::pick;
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
        let message = pick(
            lang,
            "den merkede PDF-en ville inneholdt alle navn og numre i rapporten",
            "den merkte PDF-en ville innehalde alle namn og nummer i rapporten",
            "the annotated PDF would hold all names and numbers of the report",
        );
        return Err(Trouble::new(message).help("--no-redact"));
    }
    if paths.iter().any(|path| path.as_os_str() == "-") {
        let message = pick(
            lang,
            "den merkede PDF-en kan ikke skrives til standard ut",
            "den merkte PDF-en kan ikkje skrivast til standard ut",
            "the annotated PDF cannot be written to standard output",
        );
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
                    return Err(trouble(&target, own(lang)));
                }
                std::fs::read(source).map_err(|e| trouble(source, &because(&e, lang)))?
            }
            From::Stdin => judged.stdin.clone(),
            From::Nowhere(_) => continue,
        };
        if Source::new("", &bytes).sha256 != file.sha256 {
            return Err(trouble(Path::new(&file.path), changed(lang)));
        }
        let marked = render::annotated(&bytes, file, options).map_err(|error| {
            let why = match error {
                PdfError::Encrypted => pick(
                    lang,
                    "er kryptert og kan ikke merkes",
                    "er kryptert og kan ikkje merkjast",
                    "is encrypted and cannot be annotated",
                ),
                _ => pick(
                    lang,
                    "er bygd slik at den ikke kan merkes",
                    "er bygd slik at ho ikkje kan merkjast",
                    "is built so that it cannot be annotated",
                ),
            };
            trouble(Path::new(&file.path), why)
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

fn trouble(path: &Path, why: &str) -> Trouble {
    Trouble::new(format!("{} {why}", path.display()))
}

fn own(lang: Lang) -> &'static str {
    pick(
        lang,
        "er rapporten selv; velg et annet navn",
        "er rapporten sjølv; vel eit anna namn",
        "is the report itself; choose another name",
    )
}

fn changed(lang: Lang) -> &'static str {
    pick(
        lang,
        "ble endret mens den ble kontrollert",
        "vart endra medan ho vart kontrollert",
        "was changed while it was checked",
    )
}
