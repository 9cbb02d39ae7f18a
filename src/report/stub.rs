//! Stands in for the reading of files until it is merged.

use super::Report;
use crate::pdf::{Hayro, Limits, PdfError, Reader};

/// How a file is read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The PDF reader's name; `None` for the default.
    pub reader: Option<String>,
}

/// Why a file could not be read.
#[derive(Clone, Debug, thiserror::Error, miette::Diagnostic)]
#[error("{0}")]
pub struct ReadError(PdfError);

/// Reads a report.
pub fn read(bytes: &[u8], _name: &str, _options: &ReadOptions) -> Result<Report, ReadError> {
    let document = if bytes.starts_with(b"%PDF") {
        let raw = Hayro.read(bytes, "", &Limits::default()).map_err(ReadError)?;
        crate::text::assemble(&raw)
    } else {
        let text = crate::text::decode(bytes).ok_or(ReadError(PdfError::NotPdf))?;
        crate::text::from_text(&text)
    };
    Ok(super::parse(document))
}
