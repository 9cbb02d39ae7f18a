//! What the page asks for.

use dekom_lint::config::Day;
use dekom_lint::report::ReadFailure;
use serde::Deserialize;

/// A request, without the bytes of its files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Request {
    /// `nb`, `nn` or `en`.
    pub(crate) lang: String,
    /// The reports, whose bytes follow in this order.
    pub(crate) files: Vec<Report>,
    /// Tables: registers and ledgers, whose bytes follow after those of the reports. One belongs where a
    /// rule file or the configuration names its file, or to the table that is called as it is.
    #[serde(default)]
    pub(crate) tables: Vec<Report>,
    /// Rule files beside the built-in ones.
    #[serde(default)]
    pub(crate) rules: Vec<Source>,
    /// A `dekom-lint.toml`.
    pub(crate) config: Option<Source>,
    /// A baseline.
    pub(crate) baseline: Option<Source>,
    /// The day, by which suppressions expire: year, month, day.
    pub(crate) today: Day,
    /// The password of encrypted files.
    pub(crate) password: Option<String>,
    /// Whether notes are shown.
    #[serde(default)]
    pub(crate) notes: bool,
    /// What is wanted: names of formats, `pdf`, `follow-up`, `compare` or `baseline`.
    #[serde(default)]
    pub(crate) wanted: Vec<String>,
    /// Why an earlier instance did not come to an end with the files: they are not read again.
    pub(crate) failed: Option<ReadFailure>,
}

/// A report, or a table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Report {
    /// What it is called.
    pub(crate) name: String,
    /// How many bytes it has.
    pub(crate) bytes: usize,
}

/// A file of text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// What it is called.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

/// A request, the bytes of its reports, and those of its tables.
type Parts<'a> = (Request, Vec<&'a [u8]>, Vec<&'a [u8]>);

impl Request {
    /// The parts of the bytes; `None` where they are no request.
    pub(crate) fn read(bytes: &[u8]) -> Option<Parts<'_>> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (json, mut rest) = rest.split_at_checked(length)?;
        let request: Self = serde_json::from_slice(json).ok()?;
        let mut cut = |files: &[Report]| {
            let mut out = Vec::with_capacity(files.len());
            for file in files {
                let (bytes, after) = rest.split_at_checked(file.bytes)?;
                out.push(bytes);
                rest = after;
            }
            Some(out)
        };
        let reports = cut(&request.files)?;
        let tables = cut(&request.tables)?;
        Some((request, reports, tables))
    }
}
