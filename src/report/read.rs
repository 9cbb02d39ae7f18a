//! Bytes → report: which kind of file it is, which reader reads it, and why it can't be read.
//!
//! Reading has two halves, so that the first can run in a process of its own: [`read_raw`] does all
//! that a hostile file can disturb, [`from_raw`] the rest.

use super::{GapKind, OverviewCategory, Question, Report, parse};
use crate::i18n::{Lang, Text};
use crate::pdf::{self, Limits, Lost, PageContent, PdfError, RawDocument, RawPage, ReaderKind};
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
#[non_exhaustive]
pub enum ReadFailure {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is neither a PDF nor a text.
    #[error("the file is neither a PDF nor a text")]
    UnknownFormat,
    /// The file is a page of the web, saved under another name.
    #[error("the file is a web page")]
    WebPage,
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
    /// The pages are scans, and what text they have was guessed from the pictures by a program.
    #[error("the text of the PDF was recognised from scans ({pages} pages)")]
    Recognised {
        /// How many pages.
        pages: usize,
    },
    /// Several pages stand on each sheet.
    #[error("{pages} pages stand on each sheet")]
    Sheets {
        /// How many.
        pages: u8,
    },
    /// The text runs in two columns.
    #[error("the text runs in two columns (from page {page} on)")]
    Columns {
        /// The first page on which it does, from 1.
        page: u32,
    },
    /// Several reports are bound together in it.
    #[error("several reports in one file (others begin on pages {pages:?})")]
    Several {
        /// The pages on which others than the first begin, by their position from 1.
        pages: Vec<u32>,
    },
    /// What the exporter guarantees does not hold in most of what was read.
    #[error("the layout is not understood ({misread} of {questions} questions)")]
    Misread {
        /// Under how many questions it does not hold.
        misread: usize,
        /// How many questions were found.
        questions: usize,
        /// The first of them, as it was read.
        first: String,
    },
    /// A program has put a mark in place of every letter outside ASCII.
    #[error("the text has lost its letters outside ASCII")]
    LostLetters,
    /// Text in which questions, names and answers can't be told apart.
    #[error("questions and answers can't be told apart in the text ({questions} questions)")]
    Unparted {
        /// How many questions were found.
        questions: usize,
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
    /// Reading took longer than it may.
    #[error("reading took more than {seconds} s")]
    Deadline {
        /// How long it may take, seconds of processor time.
        seconds: u64,
    },
    /// Reading wanted more memory than it may have.
    #[error("reading took more than {megabytes} MB")]
    Memory {
        /// How much it may have, megabytes.
        megabytes: u64,
    },
    /// What the file nests is deeper than a program can follow.
    #[error("its content is nested too deeply")]
    Depth,
    /// Pages could not be read to their end: most of them, or in the others there is no report.
    #[error("{lost} of {pages} pages are lost: {why:?}")]
    Pages {
        /// How many could not.
        lost: usize,
        /// How many there are.
        pages: usize,
        /// What the first met.
        why: Lost,
    },
    /// The program met a state that it was not made for.
    #[error("the reader met something that it was not made for")]
    Panic,
    /// The process that read the file ended: by a signal or with a code.
    #[error("the reading process ended: {0}")]
    Ended(String),
    /// No process could be started to read the file in.
    #[error("the reading process could not be started: {0}")]
    NotStarted(String),
}

impl ReadFailure {
    /// What is wrong and what to do.
    pub fn text(&self) -> Text {
        Text::each(|lang| self.words(lang))
    }

    fn words(&self, lang: Lang) -> String {
        let said = lang.reading();
        let known = match self {
            Self::Empty => said.empty(),
            Self::UnknownFormat => said.unknown_format(),
            Self::WebPage => said.web_page(),
            Self::Truncated => said.truncated(),
            Self::Broken => said.broken(),
            Self::Encrypted { tried: false } => said.encrypted(),
            Self::Encrypted { tried: true } => said.wrong_password(),
            Self::NoTextLayer { pages } => return said.no_text_layer(&said.of_pages(*pages)),
            Self::Recognised { pages } => return said.recognised(&said.of_pages(*pages)),
            Self::Sheets { pages } => return said.sheets(usize::from(*pages)),
            Self::Columns { page } => return said.columns(page),
            Self::Unparted { .. } => said.unparted(),
            Self::Several { pages } => {
                let pages: Vec<String> = pages.iter().map(u32::to_string).collect();
                return said.several_reports(&pages.join(", "));
            }
            Self::Misread {
                misread,
                questions,
                first,
            } => return said.layout_unknown(misread, questions, first),
            Self::LostLetters => said.lost_letters(),
            Self::NotAReport { pages } => return said.not_a_report(&said.of_pages(*pages)),
            Self::Limit { what, found, limit } => {
                return said.limit(&said.limited(what), found, limit);
            }
            Self::Widths { page, limit } => return said.widths(page, limit),
            // What happened is set into one sentence that says what to do.
            Self::Deadline { seconds } => return said.failed(&said.deadline(seconds)),
            Self::Memory { megabytes } => return said.failed(&said.memory(megabytes)),
            Self::Depth => return said.failed(&said.depth()),
            Self::Pages { lost, pages, why } => {
                let why = why_lost(why, lang);
                return said.failed(&said.pages_lost(lost, pages, &why));
            }
            Self::Panic => return said.failed(&said.panic()),
            Self::Ended(how) => return said.failed(&said.ended(how)),
            Self::NotStarted(why) => return said.failed(&said.not_started(why)),
        };
        known.to_owned()
    }
}

/// Why a page was lost, to be set into a sentence about all that were.
fn why_lost(lost: &Lost, lang: Lang) -> String {
    let said = lang.reading();
    let known = match lost {
        Lost::Checksum => said.content_damaged(),
        Lost::Content => said.content_missing(),
        Lost::Cut => said.cropped(),
        Lost::Font => said.font_damaged(),
        Lost::Letters => said.no_letters(),
        Lost::Picture => said.picture_only(),
        Lost::Panic => said.page_unknown(),
        Lost::Glyphs { limit } => return said.too_many_glyphs(limit),
        Lost::Operations { limit } => return said.too_many_operations(limit),
        Lost::Told(words) => words,
    };
    known.to_owned()
}

/// Whether the bytes begin as a PDF does. The mark may stand a little way into the file.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes
        .get(..bytes.len().min(1024))
        .is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
}

/// Whether a text begins as a page of the web does.
fn is_web_page(text: &str) -> bool {
    let text = text.trim_start();
    let begins = |mark: &str| {
        let head = text.get(..mark.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(mark))
    };
    begins("<!doctype html") || begins("<html")
}

/// Reads a report from the bytes of a PDF or a text file.
///
/// # Errors
/// Where there is nothing that can be checked; see [`ReadFailure`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, ReadFailure> {
    if bytes.is_empty() {
        return Err(ReadFailure::Empty);
    }
    if is_pdf(bytes) {
        return from_raw(read_raw(bytes, options)?);
    }
    if bytes.len() > options.limits.file_bytes {
        return Err(too_large(bytes.len(), &options.limits));
    }
    let text = text::decode(bytes).ok_or(ReadFailure::UnknownFormat)?;
    if is_web_page(&text) {
        return Err(ReadFailure::WebPage);
    }
    if text.trim().is_empty() {
        return Err(ReadFailure::Empty);
    }
    if text::lost_letters(&text) {
        return Err(ReadFailure::LostLetters);
    }
    let document = text::from_text(&text);
    if let Some(pages) = text::pages_on_a_sheet_of_text(&document) {
        return Err(ReadFailure::Sheets { pages });
    }
    if let Some(page) = super::abreast::second_column(&document) {
        return Err(ReadFailure::Columns { page });
    }
    let report = parse(document);
    // Where most of it can't be told apart, the rest is not to be trusted either.
    let unsure = |question: &&Question| !question.complete || !question.title.certain;
    let questions = report.questions.len();
    // Headings of which none has a name under it: the text is in the order in which it was drawn.
    let bare =
        |category: &OverviewCategory| category.count.value > 0 && category.respondents.is_empty();
    let drawn = report.overview.len() > 1 && report.overview.iter().all(bare);
    let unparted = drawn || report.questions.iter().filter(unsure).count() * 2 > questions;
    match checked(report) {
        Ok(_) | Err(ReadFailure::Misread { .. }) if unparted => {
            Err(ReadFailure::Unparted { questions })
        }
        checked => checked,
    }
}

fn too_large(found: usize, limits: &Limits) -> ReadFailure {
    ReadFailure::Limit {
        what: "bytes".to_owned(),
        found: found as u64,
        limit: limits.file_bytes as u64,
    }
}

/// The half of reading a PDF that a hostile file can disturb.
///
/// # Errors
/// Where the file can't be opened, or a limit for the whole file is met.
pub fn read_raw(bytes: &[u8], options: &ReadOptions) -> Result<RawDocument, ReadFailure> {
    if bytes.len() > options.limits.file_bytes {
        return Err(too_large(bytes.len(), &options.limits));
    }
    // A PDF ends with this mark; what lacks it was cut short, even where a reader finds some pages.
    let tail = bytes
        .get(bytes.len().saturating_sub(8192)..)
        .unwrap_or(bytes);
    if !tail.windows(5).any(|window| window == b"%%EOF") {
        return Err(ReadFailure::Truncated);
    }
    let tried = options.password.is_some();
    let password = options.password.as_deref().unwrap_or("");
    pdf::read(options.reader, bytes, password, &options.limits).map_err(|error| match error {
        PdfError::NotPdf => ReadFailure::UnknownFormat,
        PdfError::Broken => ReadFailure::Broken,
        PdfError::Encrypted => ReadFailure::Encrypted { tried },
        PdfError::Depth => ReadFailure::Depth,
        PdfError::Widths { page, limit } => ReadFailure::Widths { page, limit },
        PdfError::Limit { what, found, limit } => ReadFailure::Limit { what, found, limit },
    })
}

/// The rest of reading a PDF.
///
/// # Errors
/// Where the pages hold no text, or no report.
pub fn from_raw(mut raw: RawDocument) -> Result<Report, ReadFailure> {
    let pages = raw.pages.len();
    let of = |is: &dyn Fn(&RawPage) -> bool| raw.pages.iter().filter(|page| is(page)).count();
    if of(&RawPage::is_recognised) * 2 > pages {
        return Err(ReadFailure::Recognised { pages });
    }
    let is_picture = |page: &RawPage| page.content == PageContent::Picture;
    if of(&is_picture) * 2 > pages {
        return Err(ReadFailure::NoTextLayer { pages });
    }
    let glyphs: usize = raw.pages.iter().map(|page| page.glyphs.len()).sum();
    if glyphs < 20 && of(&|page| page.lost.is_some() && !is_picture(page)) == 0 {
        return Err(if of(&|page| page.has_image) > 0 {
            ReadFailure::NoTextLayer { pages }
        } else {
            ReadFailure::NotAReport { pages }
        });
    }
    super::letters::learn(&mut raw);
    let document = text::assemble(raw);
    if let Some(pages) = text::pages_on_a_sheet(&document) {
        return Err(ReadFailure::Sheets { pages });
    }
    if let Some(page) = super::abreast::second_column(&document) {
        return Err(ReadFailure::Columns { page });
    }
    checked(parse(document))
}

fn checked(report: Report) -> Result<Report, ReadFailure> {
    let pages = report.pages.len();
    let mut reasons = report.pages.iter().filter_map(|page| page.lost.clone());
    let first = reasons.next();
    let lost = usize::from(first.is_some()) + reasons.count();
    // What most pages lack, titles and footers among it, the others can't be understood without.
    if let Some(why) = first
        && (report.questions.is_empty() || lost > pages / 2)
    {
        return Err(ReadFailure::Pages { lost, pages, why });
    }
    if report.questions.is_empty() {
        return Err(ReadFailure::NotAReport { pages });
    }
    if !report.others.is_empty() {
        return Err(ReadFailure::Several {
            pages: report.others,
        });
    }
    // What is misread in most places was not read, whatever the rest looks like.
    let misread = report
        .gaps
        .iter()
        .filter(|gap| gap.kind == GapKind::Misread);
    let misread: Vec<usize> = misread.flat_map(|gap| gap.questions.clone()).collect();
    let questions = report.questions.len();
    let first = misread.first().and_then(|at| report.questions.get(*at));
    if let Some(first) = first.filter(|_| misread.len() * 2 > questions) {
        return Err(ReadFailure::Misread {
            misread: misread.len(),
            questions,
            first: first.title.value.clone(),
        });
    }
    Ok(report)
}
