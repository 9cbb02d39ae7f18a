//! What ended the reading of a file from outside.

use crate::i18n::Text;
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
    /// What happened, in each language.
    pub fn text(&self) -> Text {
        let three = |nb: &str, nn: &str, en: &str| [nb.to_owned(), nn.to_owned(), en.to_owned()];
        let [nb, nn, en] = match self {
            Self::Deadline { seconds } => [
                format!("lesingen tok mer enn {seconds} sekunder og ble avbrutt"),
                format!("lesinga tok meir enn {seconds} sekund og vart avbroten"),
                format!("reading took more than {seconds} seconds and was ended"),
            ],
            Self::Memory { megabytes } => [
                format!("lesingen krevde mer enn {megabytes} MB minne og ble avbrutt"),
                format!("lesinga kravde meir enn {megabytes} MB minne og vart avbroten"),
                format!("reading took more than {megabytes} MB of memory and was ended"),
            ],
            Self::Depth => three(
                "innholdet er nøstet dypere enn det kan følges",
                "innhaldet er nøsta djupare enn det kan følgjast",
                "its content is nested deeper than can be followed",
            ),
            Self::Pages { lost, pages, why } => {
                let [nb, nn, en] = reason(why);
                [
                    format!("{lost} av {pages} sider kunne ikke leses ut ({nb})"),
                    format!("{lost} av {pages} sider kunne ikkje lesast ut ({nn})"),
                    format!("{lost} of {pages} pages could not be read to their end ({en})"),
                ]
            }
            Self::Panic => three(
                "leseren møtte noe den ikke er laget for",
                "lesaren møtte noko han ikkje er laga for",
                "the reader met something that it was not made for",
            ),
            Self::Ended(how) => [
                format!("leseprosessen sluttet uventet ({how})"),
                format!("leseprosessen slutta uventa ({how})"),
                format!("the reading process ended unexpectedly ({how})"),
            ],
            Self::NotStarted(why) => [
                format!("leseprosessen kunne ikke startes ({why}); --no-isolation leser uten den"),
                format!("leseprosessen kunne ikkje startast ({why}); --no-isolation les utan han"),
                format!(
                    "the reading process could not be started ({why}); --no-isolation reads without it"
                ),
            ],
        };
        Text { nb, nn, en }
    }
}

/// Why a page was lost; limits say it themselves.
fn reason(why: &str) -> [&str; 3] {
    match why {
        "checksum" => [
            "innholdet er skadet",
            "innhaldet er skadd",
            "the content is damaged",
        ],
        "content" => [
            "innholdet mangler",
            "innhaldet manglar",
            "the content is missing",
        ],
        "font" => [
            "en skrift mangler eller er skadet",
            "ei skrift manglar eller er skadd",
            "a font is missing or damaged",
        ],
        "letters" => [
            "filen sier ikke hvilke bokstaver teksten består av",
            "fila seier ikkje kva bokstavar teksten er sett saman av",
            "the file does not say which letters the text is made of",
        ],
        "panic" => [
            "de er bygd på en måte som leseren ikke kjenner",
            "dei er bygde på ein måte som lesaren ikkje kjenner",
            "they are built in a way that the reader does not know",
        ],
        limit => [limit; 3],
    }
}
