//! Bytes → report: which kind of file it is, which reader reads it, and why it can't be read.
//!
//! Reading has two halves, so that the first can run in a process of its own: [`read_raw`] does all
//! that a hostile file can disturb, [`from_raw`] the rest.

use super::{Mishap, Report, parse};
use crate::i18n::Text;
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
    /// What is wrong and what to do, in each language.
    pub fn text(&self) -> Text {
        let three = |nb: &str, nn: &str, en: &str| [nb.to_owned(), nn.to_owned(), en.to_owned()];
        let [nb, nn, en] = match self {
            Self::Empty => three(
                "Filen er tom. Eksporter rapporten på nytt, eller last den ned en gang til.",
                "Fila er tom. Eksporter rapporten på nytt, eller last han ned ein gong til.",
                "The file is empty. Export the report anew, or download it again.",
            ),
            Self::UnknownFormat => three(
                "Filen er verken en PDF eller en tekstfil. Oppgi PDF-en som portalen eksporterte.",
                "Fila er korkje ein PDF eller ei tekstfil. Oppgje PDF-en som portalen eksporterte.",
                "The file is neither a PDF nor a text file. Give the PDF that the portal exported.",
            ),
            Self::Truncated => three(
                "PDF-en slutter før den er ferdig; nedlastingen ble trolig avbrutt. Last den ned på nytt.",
                "PDF-en sluttar før han er ferdig; nedlastinga vart truleg avbroten. Last han ned på nytt.",
                "The PDF ends before its end; the download was probably broken off. Download it again.",
            ),
            Self::Broken => three(
                "PDF-en er skadet og kan ikke leses. Eksporter rapporten på nytt.",
                "PDF-en er skadd og kan ikkje lesast. Eksporter rapporten på nytt.",
                "The PDF is damaged and can't be read. Export the report anew.",
            ),
            Self::Encrypted { tried: false } => three(
                "PDF-en er kryptert. Oppgi passordet med --password eller DEKOM_LINT_PASSWORD, eller lagre den uten passord.",
                "PDF-en er kryptert. Oppgje passordet med --password eller DEKOM_LINT_PASSWORD, eller lagre han utan passord.",
                "The PDF is encrypted. Give the password with --password or DEKOM_LINT_PASSWORD, or save it without one.",
            ),
            Self::Encrypted { tried: true } => three(
                "PDF-en er kryptert, og passordet stemmer ikke. Kontroller passordet, eller lagre PDF-en uten passord.",
                "PDF-en er kryptert, og passordet stemmer ikkje. Kontroller passordet, eller lagre PDF-en utan passord.",
                "The PDF is encrypted, and the password is wrong. Check the password, or save the PDF without one.",
            ),
            Self::NoTextLayer { pages } => [
                format!(
                    "PDF-en har ingen tekst ({} med bilder); den er trolig skannet. Bruk PDF-en som portalen eksporterte.",
                    of_pages(*pages, "side", "sider")
                ),
                format!(
                    "PDF-en har ingen tekst ({} med bilete); han er truleg skanna. Bruk PDF-en som portalen eksporterte.",
                    of_pages(*pages, "side", "sider")
                ),
                format!(
                    "The PDF has no text ({} of pictures); it is probably a scan. Use the PDF that the portal exported.",
                    of_pages(*pages, "page", "pages")
                ),
            ],
            Self::NotAReport { pages } => [
                format!(
                    "Filen ({}) ser ikke ut som en rapport fra portalen: ingen spørsmål med «(N Svar)» ble funnet. Oppgi «Intern rapport» som PDF.",
                    of_pages(*pages, "side", "sider")
                ),
                format!(
                    "Fila ({}) ser ikkje ut som ein rapport frå portalen: ingen spørsmål med «(N Svar)» vart funne. Oppgje «Intern rapport» som PDF.",
                    of_pages(*pages, "side", "sider")
                ),
                format!(
                    "The file ({}) does not look like a report of the portal: no questions with «(N Svar)» were found. Give the «Intern rapport» as PDF.",
                    of_pages(*pages, "page", "pages")
                ),
            ],
            Self::Limit { what, found, limit } => [
                format!(
                    "Filen er større enn dekom-lint leser: {what} {found}, grensen er {limit}. Del rapporten, eller kontroller at det er riktig fil."
                ),
                format!(
                    "Fila er større enn dekom-lint les: {what} {found}, grensa er {limit}. Del rapporten, eller kontroller at det er rett fil."
                ),
                format!(
                    "The file is larger than dekom-lint reads: {what} {found}, the limit is {limit}. Split the report, or check that it is the right file."
                ),
            ],
            Self::Widths { page, limit } => [
                format!(
                    "Skriftene på side {page} oppgir bredden av mer enn {limit} tegn, og så mange har ingen skrift. Filen er trolig skadet: eksporter rapporten på nytt."
                ),
                format!(
                    "Skriftene på side {page} oppgjev breidda av meir enn {limit} teikn, og så mange har inga skrift. Fila er truleg skadd: eksporter rapporten på nytt."
                ),
                format!(
                    "The fonts of page {page} give the width of more than {limit} characters, and no font has so many. The file is probably damaged: export the report anew."
                ),
            ],
            Self::Failed(what) => {
                let Text { nb, nn, en } = what.text();
                [
                    format!(
                        "Filen kunne ikke leses: {nb}. Eksporter rapporten på nytt; gjentar det seg, er filen trolig skadet."
                    ),
                    format!(
                        "Fila kunne ikkje lesast: {nn}. Eksporter rapporten på nytt; hender det igjen, er fila truleg skadd."
                    ),
                    format!(
                        "The file could not be read: {en}. Export the report anew; if it happens again, the file is probably damaged."
                    ),
                ]
            }
        };
        Text { nb, nn, en }
    }
}

/// A number of pages with the noun that it takes.
fn of_pages(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
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
