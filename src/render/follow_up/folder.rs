//! What stands in a folder of follow-up.

use super::kept::Kept;
use std::collections::BTreeMap;

/// What stands in the folder already.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The sheet, where there is one.
    pub sheet: Option<Kept>,
    /// Every other file: its name, and the hash of its bytes, sha-256 in hexadecimal.
    pub files: BTreeMap<String, String>,
    /// Whether the run looks at one respondent alone, and so says nothing of the findings of others.
    pub narrowed: bool,
}
