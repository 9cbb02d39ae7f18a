//! Bytes → report: which kind of file it is, which reader reads it, and why it can't be read.
//!
//! Reading has two halves, so that the first can run in a process of its own: [`read_raw`] does all
//! that a hostile file can disturb, [`from_raw`] the rest.

use super::{Mishap, Report, parse};
use crate::i18n::{Lang, Text};
use crate::pdf::{self, Limits, PdfError, RawDocument, ReaderKind};
use crate::text;
use serde::{Deserialize, Serialize};

/// How to read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReadOptions {
    /// Which PDF reader.
    pub reader: ReaderKind,
    /// The password of an encrypted PDF; the empty one is tried as well.
    pub password: Option<String>,
    /// What a file may make us do.
    pub limits: Limits,
}

/// Why a file is no report that can be checked. Each has its remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ReadError {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is neither a PDF nor a text.
    #[error("the file is neither a PDF nor a text")]
    UnknownFormat,
    /// The file begins as a PDF and ends before its end.
    #[error("the PDF is cut short")]
    Truncated,
    /// The structure of the PDF is broken.
    #[error("the PDF is broken")]
    Broken,
    /// The PDF is encrypted, and the password does not open it.
    #[error("the PDF is encrypted")]
    Encrypted {
        /// Whether a password was given.
        tried: bool,
    },
    /// The pages are pictures: a scan without a text layer.
    #[error("the PDF has no text layer ({pages} pages)")]
    NoTextLayer {
        /// How many pages.
        pages: usize,
    },
    /// It is read, but it is not a report of the exporter.
    #[error("not a report of the exporter ({pages} pages, no questions found)")]
    NotAReport {
        /// How many pages.
        pages: usize,
    },
    /// A limit was met.
    #[error("limit met: {what} ({found} > {limit})")]
    Limit {
        /// What is counted.
        what: String,
        /// How many there are.
        found: u64,
        /// How many are allowed.
        limit: u64,
    },
    /// Its fonts give widths to more characters than fonts have.
    #[error("fonts give widths to more than {limit} characters (page {page})")]
    Widths {
        /// The page whose font passed the limit, from 1.
        page: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// Reading was ended from outside, or ended itself: says what happened.
    #[error("reading failed: {0:?}")]
    Failed(Mishap),
}

impl ReadError {
    /// What is wrong and what to do.
    pub fn text(&self) -> Text {
        Text::each(|lang| self.words(lang))
    }

    fn words(&self, lang: Lang) -> String {
        let said = lang.reading();
        let known = match self {
            Self::Empty => said.empty(),
            Self::UnknownFormat => said.unknown_format(),
            Self::Truncated => said.truncated(),
            Self::Broken => said.broken(),
            Self::Encrypted { tried: false } => said.encrypted(),
            Self::Encrypted { tried: true } => said.wrong_password(),
            Self::NoTextLayer { pages } => return said.no_text_layer(&said.of_pages(*pages)),
            Self::NotAReport { pages } => return said.not_a_report(&said.of_pages(*pages)),
            Self::Limit { what, found, limit } => return said.limit(what, found, limit),
            Self::Widths { page, limit } => return said.widths(page, limit),
            Self::Failed(what) => return said.failed(&what.words(lang)),
        };
        known.to_owned()
    }
}

/// Whether the bytes begin as a PDF does. The mark may stand a little way into the file.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes
        .get(..bytes.len().min(1024))
        .is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
}

/// Reads a report from the bytes of a PDF or a text file.
///
/// # Errors
/// Where there is nothing that can be checked; see [`ReadError`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if is_pdf(bytes) {
        return from_raw(read_raw(bytes, options)?);
    }
    if bytes.len() > options.limits.file_bytes {
        return Err(too_large(bytes.len(), &options.limits));
    }
    let text = text::decode(bytes).ok_or(ReadError::UnknownFormat)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    checked(parse(text::from_text(&text)))
}

fn too_large(found: usize, limits: &Limits) -> ReadError {
    ReadError::Limit {
        what: "bytes".to_owned(),
        found: found as u64,
        limit: limits.file_bytes as u64,
    }
}

/// The half of reading a PDF that a hostile file can disturb.
///
/// # Errors
/// Where the file can't be opened, or a limit for the whole file is met.
pub fn read_raw(bytes: &[u8], options: &ReadOptions) -> Result<RawDocument, ReadError> {
    if bytes.len() > options.limits.file_bytes {
        return Err(too_large(bytes.len(), &options.limits));
    }
    // A PDF ends with this mark; what lacks it was cut short, even where a reader finds some pages.
    let tail = bytes
        .get(bytes.len().saturating_sub(8192)..)
        .unwrap_or(bytes);
    if !tail.windows(5).any(|window| window == b"%%EOF") {
        return Err(ReadError::Truncated);
    }
    let tried = options.password.is_some();
    let password = options.password.as_deref().unwrap_or("");
    pdf::read(options.reader, bytes, password, &options.limits).map_err(|error| match error {
        PdfError::NotPdf => ReadError::UnknownFormat,
        PdfError::Broken => ReadError::Broken,
        PdfError::Encrypted => ReadError::Encrypted { tried },
        PdfError::Depth => ReadError::Failed(Mishap::Depth),
        PdfError::Widths { page, limit } => ReadError::Widths { page, limit },
        PdfError::Limit { what, found, limit } => ReadError::Limit { what, found, limit },
    })
}

/// The rest of reading a PDF.
///
/// # Errors
/// Where the pages hold no text, or no report.
pub fn from_raw(raw: RawDocument) -> Result<Report, ReadError> {
    let pages = raw.pages.len();
    let glyphs: usize = raw.pages.iter().map(|page| page.glyphs.len()).sum();
    if glyphs < 20 && raw.pages.iter().all(|page| page.lost.is_none()) {
        return Err(if raw.pages.iter().any(|page| page.has_image) {
            ReadError::NoTextLayer { pages }
        } else {
            ReadError::NotAReport { pages }
        });
    }
    checked(parse(text::assemble(raw)))
}

fn checked(report: Report) -> Result<Report, ReadError> {
    let pages = report.pages.len();
    let mut reasons = report.pages.iter().filter_map(|page| page.lost.clone());
    let first = reasons.next();
    let lost = usize::from(first.is_some()) + reasons.count();
    // What most pages lack, titles and footers among it, the others can't be understood without.
    if let Some(why) = first
        && (report.questions.is_empty() || lost > pages / 2)
    {
        return Err(ReadError::Failed(Mishap::Pages { lost, pages, why }));
    }
    if report.questions.is_empty() {
        return Err(ReadError::NotAReport { pages });
    }
    Ok(report)
}
