//! What ended the reading of a file from outside.

use crate::i18n::Lang;
use serde::{Deserialize, Serialize};

/// What ended the reading of a file before it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mishap {
    /// It took longer than it may.
    Deadline {
        /// How long it may take, seconds of processor time.
        seconds: u64,
    },
    /// It wanted more memory than it may have.
    Memory {
        /// How much it may have, megabytes.
        megabytes: u64,
    },
    /// What the file nests is deeper than a program can follow.
    Depth,
    /// Pages could not be read to their end: most of them, or in the others there is no report.
    Pages {
        /// How many could not.
        lost: usize,
        /// How many there are.
        pages: usize,
        /// What the first met.
        why: String,
    },
    /// The program met a state that it was not made for.
    Panic,
    /// The process that read the file ended: by a signal or with a code.
    Ended(String),
    /// No process could be started to read the file in.
    NotStarted(String),
}

impl Mishap {
    /// What happened, to be set into a sentence.
    pub(super) fn words(&self, lang: Lang) -> String {
        let said = lang.reading();
        match self {
            Self::Deadline { seconds } => said.deadline(seconds),
            Self::Memory { megabytes } => said.memory(megabytes),
            Self::Depth => said.depth().to_owned(),
            Self::Pages { lost, pages, why } => said.pages_lost(lost, pages, &reason(why, lang)),
            Self::Panic => said.panic().to_owned(),
            Self::Ended(how) => said.ended(how),
            Self::NotStarted(why) => said.not_started(why),
        }
    }
}

/// Why a page was lost; limits say it themselves.
fn reason(why: &str, lang: Lang) -> String {
    let said = lang.reading();
    let known = match why {
        "checksum" => said.content_damaged(),
        "content" => said.content_missing(),
        "font" => said.font_damaged(),
        "letters" => said.no_letters(),
        "panic" => said.page_unknown(),
        limit => limit,
    };
    known.to_owned()
}
