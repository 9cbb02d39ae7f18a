//! All words and patterns that the exporter prints, in bokmål and nynorsk, in one place.
//!
//! The rest of the room asks here what a text may be by its words; whether a line is that, its
//! style, its place and the roster decide (see `outline`).

pub(super) use super::shares::{count_and_percent, percent, percent_begun};

use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A regular expression of ours; all of them are compiled by a test.
macro_rules! pattern {
    ($($name:ident = $text:expr;)*) => {
        $(static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());)*

        #[cfg(test)]
        fn patterns() -> Vec<&'static LazyLock<Option<Regex>>> {
            vec![$(&$name),*]
        }
    };
}

/// A blank of any width inside a line.
macro_rules! blank {
    () => {
        r"[ \t\x{a0}\x{202f}\x{2009}]"
    };
}

/// A whole number, its thousands parted by any blank. A figure that the file does not tell stands in
/// it as U+FFFD: then it is found where it stands, and read by nobody.
macro_rules! number {
    () => {
        r"([0-9\x{fffd}][0-9\x{fffd} \x{a0}\x{202f}\x{2009}]{0,11}?)"
    };
}

pattern! {
    COUNT = concat!(r"(?i)\(", number!(), blank!(), r"*svar\)", blank!(), "*$");
    COUNT_NAMED = concat!(r"(?i)\(anta(?:ll|l)", blank!(), "+svar", blank!(), "*:", blank!(), "*", number!(), r"\)", blank!(), "*$");
    COUNT_BEGUN = concat!(r"\(", number!(), blank!(), "*$");
    COUNT_NAME_BEGUN = concat!(r"(?i)\(anta(?:ll|l)(?:", blank!(), "+svar", blank!(), "*:?)?", blank!(), "*$");
    COUNT_NAME_ENDED = concat!("(?i)^", blank!(), "*(?:svar)?", blank!(), "*:?", blank!(), "*", number!(), r"\)", blank!(), "*$");
    DATE = concat!("^Dato:", blank!(), r"*([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$");
    SHOWN = concat!("^Du ser", blank!(), "+", number!(), blank!(), "+av totalt", blank!(), "+", number!(), blank!(), r"+svar\.?$");
    FILTER = concat!(r"^", blank!(), r"*(?:([^ \t\x{a0}].*?)", blank!(), r"+)?\(", number!(), r"\)(?:", blank!(), r"+\((Inaktiv)\))?$");
    CATEGORY = concat!("(?i)^", blank!(), r"*([^ \t\x{a0}].*?)", blank!(), r"+(?:[-\x{2010}-\x{2015}\x{2212}\x{fffd}]", blank!(), r"+)?\(([^()]+)\)", blank!(), "+", number!(), blank!(), "+svar$");
    COUNT_TAIL = concat!("(?i)", number!(), blank!(), r"+svar$");
    NUMBER_TAIL = concat!(blank!(), number!(), blank!(), "*$");
    LEGEND = concat!("^", blank!(), r"*([^ \t\x{a0}].*?):", blank!(), "*([0-9]{1,7})", blank!(), r"*\(?([0-9]{1,3}(?:[.,][0-9]{1,2})?)", blank!(), r"*%\)?", blank!(), "*$");
    ROW = concat!("^", blank!(), r"*([^ \t\x{a0}].*?)", blank!(), "+([0-9]{1,7})", blank!(), r"+\(?([0-9]{1,3}(?:[.,][0-9]{1,2})?)", blank!(), r"*%\)?", blank!(), "*$");
}

/// What a short text answer begins with.
pub(super) const TEXT_KEYS: [&str; 1] = ["Tekst"];
/// What a number's answer begins with, and the heading of the statistics.
pub(super) const NUMBER_KEYS: [&str; 6] = [
    "Heltall",
    "Desimaltall",
    "Heiltal",
    "Desimaltal",
    "Tall",
    "Tal",
];
/// The list of those that did not answer.
pub(super) const NOT_STATED: [&str; 8] = [
    "Ikke angitt",
    "Ikkje oppgitt",
    "Ikkje oppgjeve",
    "Ikke oppgitt",
    "Ikke besvart",
    "Ikkje svara",
    "Ikke svart",
    "Ubesvart",
];
/// The heading that comes after the title on the front page begins so.
pub(super) const SUBTITLE: &str = "Svar - ";
/// The heading of the filter tree.
pub(super) const FILTER_HEADING: &str = "Filter";
/// The heading of the overview.
pub(super) const OVERVIEW_HEADINGS: [&str; 2] = ["Svar oversikt", "Svaroversikt"];
/// The headings that end the overview begin so, and what stands under the first.
pub(super) const OVERVIEW_ENDS: [&str; 5] = [
    "Ingen merknader",
    "Ingen merknadar",
    "Alle instansene som har",
    "Ubehandlede svar",
    "Ubehandla svar",
];
/// What follows a title that is printed again on the page that it goes on to, or ends one that is cut there, in
/// lower case and without blanks.
pub(super) const GOES_ON: [&str; 8] = [
    "…",
    "...",
    "(forts.)",
    "(forts)",
    "forts.",
    "(fortsettelse)",
    "(fortset)",
    "(framhald)",
];
/// A survey's help under a title takes so many lines at the most.
pub(super) const HELP: usize = 3;
/// The bar and the list of own texts, blanks taken out.
pub(super) const OTHER: &str = "Andresvar";

/// Lines that every report has, and the beginnings of some: what letters that a file does not tell are
/// learned from.
pub(super) const PHRASES: [&str; 12] = [
    "Ikke angitt",
    "Ikkje oppgitt",
    "Ikkje oppgjeve",
    "Ikke besvart",
    "Ingen merknader til undersøkelsen",
    "Ubehandlede svar fra arkivet",
    "Alle instansene som har sendt inn svar har merknader.",
    "Alle svarene er behandlet.",
    "Svar - Intern rapport",
    "av totalt",
    "Svar oversikt",
    "Standardavvik",
];

/// The figures of a block of statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Statistic {
    /// `Svar`.
    Responses,
    /// `Sum`.
    Sum,
    /// `Snitt`.
    Mean,
    /// `Median`.
    Median,
    /// `Standardavvik`.
    Deviation,
}

impl Statistic {
    /// All of them, in the order of the block.
    pub(super) const ALL: [Self; 5] = [
        Self::Responses,
        Self::Sum,
        Self::Mean,
        Self::Median,
        Self::Deviation,
    ];

    /// The words that it goes by.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Responses => &["Svar", "Antall svar", "Antal svar"],
            Self::Sum => &["Sum"],
            Self::Mean => &["Snitt", "Gjennomsnitt"],
            Self::Median => &["Median"],
            Self::Deviation => &["Standardavvik"],
        }
    }
}

/// The byte after the colon of a figure of a block of statistics, where a line begins with one of its
/// words.
pub(super) fn statistic(raw: &str, which: Statistic) -> Option<usize> {
    let start = raw.len() - raw.trim_start().len();
    which.keys().iter().find_map(|word| {
        let rest = raw.get(start..)?.strip_prefix(word)?;
        let blanks = rest.len() - rest.trim_start().len();
        let colon = rest.trim_start().starts_with(':');
        colon.then_some(start + word.len() + blanks + 1)
    })
}

/// Whether a line is one that questions are made of: an answer with its key, or a figure of a block.
pub(super) fn is_keyed(raw: &str) -> bool {
    let is_figure = |which| statistic(raw, which).is_some();
    key(raw).is_some() || Statistic::ALL.into_iter().any(is_figure)
}

/// Whether a line reads like a figure with its label, of a chart or of a block.
pub(super) fn is_labelled_figure(raw: &str) -> bool {
    row(raw).is_some() || legend(raw).is_some() || (key(raw).is_none() && is_keyed(raw))
}

/// Where a heading's count stands in the text of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The bytes of the number.
    pub(super) number: Range<usize>,
    /// Where its bracket opens.
    pub(super) bracket: usize,
}

fn captures<'t>(pattern: &LazyLock<Option<Regex>>, text: &'t str) -> Option<Captures<'t>> {
    pattern.as_ref()?.captures(text)
}

fn count_of(found: &Captures<'_>) -> Option<Count> {
    Some(Count {
        number: found.get(1)?.range(),
        bracket: found.get(0)?.start(),
    })
}

/// The count at the end of a line: `(16 Svar)`, `(4 svar)`, `(Antall svar: 4)`.
pub(super) fn count(raw: &str) -> Option<Count> {
    // Few lines end so, and no pattern need be tried on the others.
    if !raw.trim_end().ends_with(')') {
        return None;
    }
    let named = || captures(&COUNT_NAMED, raw.contains(':').then_some(raw)?);
    let found = captures(&COUNT, raw).or_else(named)?;
    count_of(&found)
}

/// Whether a text is a title's count and no more, or nothing.
pub(super) fn is_count(text: &str) -> bool {
    text.is_empty() || count(text).is_some_and(|count| count.bracket == 0)
}

/// A count that a line break parts: `(16` / `Svar)`, `(Antall svar:` / `4)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The number stands on the first line.
    Above(Count),
    /// The number stands on the second line; the bracket on the first.
    Below {
        /// Where the bracket opens on the first line.
        bracket: usize,
        /// The bytes of the number on the second.
        number: Range<usize>,
    },
}

/// The count that two lines, one after the other, print together.
pub(super) fn broken_count(above: &str, below: &str) -> Option<Broken> {
    if !below.trim_end().ends_with(')') {
        return None;
    }
    if below.trim().eq_ignore_ascii_case("svar)") {
        return count_of(&captures(&COUNT_BEGUN, above)?).map(Broken::Above);
    }
    let (_, named) = above.rsplit_once('(')?;
    if !named.get(..4)?.eq_ignore_ascii_case("anta") {
        return None;
    }
    let begun = captures(&COUNT_NAME_BEGUN, above)?;
    let ended = captures(&COUNT_NAME_ENDED, below)?;
    Some(Broken::Below {
        bracket: begun.get(0)?.start(),
        number: ended.get(1)?.range(),
    })
}

/// Whether a line can stand in the middle of a count: `svar:`.
pub(super) fn is_within_count(text: &str) -> bool {
    same(text.trim_end_matches(':'), "svar")
}

/// Whether two texts are the same; headings may be set in capitals.
fn same(text: &str, word: &str) -> bool {
    let ascii = text.is_ascii() && word.is_ascii();
    text.len() == word.len()
        && (text.eq_ignore_ascii_case(word) || !ascii && text.to_lowercase() == word.to_lowercase())
}

/// Whether a text begins so, in capitals or not.
fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| same(head, word))
}

/// Whether a text begins as the heading of those that did not answer does.
pub(super) fn begins_not_stated(text: &str) -> bool {
    NOT_STATED.iter().any(|word| {
        let (head, rest) = text.split_at_checked(word.len()).unwrap_or(("", ""));
        same(head, word) && rest.trim_start().starts_with('(')
    })
}

/// Whether the heading of those that did not answer may end in a text: `(7 Svar)`, `angitt (7 Svar)`.
pub(super) fn is_within_not_stated(text: &str) -> bool {
    let Some((head, _)) = text.split_once('(') else {
        return false;
    };
    let head = head.trim_end();
    head.is_empty()
        || NOT_STATED.iter().any(|word| {
            word.split_once(' ')
                .is_some_and(|(_, last)| same(head, last))
        })
}

/// Whether a text heads a block of statistics; its letters may be spaced, too few to tell by their gaps.
pub(super) fn is_number_heading(text: &str) -> bool {
    let is_spaced =
        text.as_bytes().get(1) == Some(&b' ') && text.split(' ').all(|part| part.len() == 1);
    let spaced = is_spaced.then(|| text.replace(' ', ""));
    let text = spaced.as_deref().unwrap_or(text);
    NUMBER_KEYS.iter().any(|word| same(text, word))
}

/// What an answer's line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// `Tekst:`.
    Text,
    /// `Heltall:`.
    Number,
}

/// The key that a line begins with, and the byte after its colon; a key with nothing before the
/// colon but itself.
pub(super) fn key(raw: &str) -> Option<(Key, usize)> {
    let start = raw.len() - raw.trim_start().len();
    let text = raw.get(start..)?;
    // Keys begin with a capital of these.
    if !text.starts_with(['T', 'H', 'D']) {
        return None;
    }
    let after = |word: &str| {
        let rest = text.strip_prefix(word)?;
        let blanks = rest.len() - rest.trim_start().len();
        rest.trim_start()
            .starts_with(':')
            .then_some(start + word.len() + blanks + 1)
    };
    let text_key = TEXT_KEYS.iter().find_map(|word| after(word));
    text_key.map(|at| (Key::Text, at)).or_else(|| {
        let number_key = NUMBER_KEYS.iter().find_map(|word| after(word));
        number_key.map(|at| (Key::Number, at))
    })
}

/// Whether a line of the front page is the heading of the filter tree.
pub(super) fn is_filter_heading(text: &str) -> bool {
    same(text, FILTER_HEADING)
}

/// Whether a line is the heading of the overview.
pub(super) fn is_overview_heading(text: &str) -> bool {
    OVERVIEW_HEADINGS.iter().any(|word| same(text, word))
}

/// Whether a line of the front page should hold a figure by how it begins or ends, though it can't be
/// read as one: `Du ser`, `Kommune - (Offentlig) 8 svar`, `Kommune (8)`.
pub(super) fn should_count(text: &str) -> bool {
    let digits = text.contains(|ch: char| ch.is_ascii_digit());
    let counts = text.ends_with(" svar") || text.ends_with(" SVAR") || text.ends_with(')');
    text.starts_with("Du ser ") || digits && counts
}

/// Whether a line is one of the headings that end the overview.
pub(super) fn ends_overview(text: &str) -> bool {
    OVERVIEW_ENDS.iter().any(|end| begins(text, end))
}

/// Whether one of the headings that end the overview begins with a text, which breaks between words.
pub(super) fn begins_overview_end(text: &str) -> bool {
    OVERVIEW_ENDS.iter().any(|end| {
        begins(end, text)
            && end
                .get(text.len()..)
                .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Whether a line is the heading under the title on the front page.
pub(super) fn is_subtitle(text: &str) -> bool {
    begins(text, SUBTITLE)
}

/// `Dato: 3.9.2025`: day, month, year.
pub(super) fn date(text: &str) -> Option<Captures<'_>> {
    captures(&DATE, text)
}

/// `Du ser 16 av totalt 16 svar.`: the two numbers.
pub(super) fn shown(raw: &str) -> Option<Captures<'_>> {
    captures(&SHOWN, raw.starts_with("Du ser").then_some(raw)?)
}

/// A line of the filter tree: name, count, `Inaktiv`; or the end of one, which may be the count alone.
pub(super) fn filter(raw: &str) -> Option<Captures<'_>> {
    captures(&FILTER, raw)
}

/// A heading of the overview: category, sector, count.
pub(super) fn category(raw: &str) -> Option<Captures<'_>> {
    captures(&CATEGORY, raw)
}

/// A category as it heads answers: `Kommune (Offentlig)`.
pub(super) fn heading(category: &str, sector: &str) -> String {
    format!("{category} ({sector})")
}

/// `8 svar` at the end of the last line of a heading of the overview that wraps: the bytes of the number.
pub(super) fn count_tail(raw: &str) -> Option<Range<usize>> {
    captures(&COUNT_TAIL, raw)?
        .get(1)
        .map(|found| found.range())
}

/// A number at the end of a line that `svar` follows on the next: its bytes.
pub(super) fn number_tail(raw: &str, below: &str) -> Option<Range<usize>> {
    if !same(below, "svar") {
        return None;
    }
    captures(&NUMBER_TAIL, raw)?
        .get(1)
        .map(|found| found.range())
}

/// A line of a legend, `2 år: 3 (19%)`: label, count, percent.
pub(super) fn legend(raw: &str) -> Option<Captures<'_>> {
    if !raw.contains('%') {
        return None;
    }
    captures(&LEGEND, raw)
}

/// A row of a chart that is a table, `Kurs 3 (19%)`: label, count, percent.
pub(super) fn row(raw: &str) -> Option<Captures<'_>> {
    if !raw.contains('%') {
        return None;
    }
    captures(&ROW, raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        for pattern in patterns() {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn counts_in_every_dress() {
        let number = |text: &'static str| count(text).and_then(|found| text.get(found.number));
        assert!(is_within_count("svar:") && !is_within_count("svar. Se over"));
        assert_eq!(number("Hva heter tiltaket? (16 Svar)"), Some("16"));
        assert_eq!(number("Hva heter tiltaket? (4 svar) "), Some("4"));
        assert_eq!(number("Hva heter tiltaket? (Antall svar: 4)"), Some("4"));
        assert_eq!(number("Kor mange? (Antal svar: 1 204)"), Some("1 204"));
        assert_eq!(number("Hva heter tiltaket? (16)"), None);
        assert_eq!(number("Skole (Privat)"), None);
    }

    #[test]
    fn counts_that_a_break_parts() {
        assert_eq!(
            broken_count("Hva heter det? (16", "Svar)"),
            Some(Broken::Above(Count {
                number: 16..18,
                bracket: 15
            }))
        );
        assert_eq!(
            broken_count("Hva heter det? (Antall", "svar: 4)"),
            Some(Broken::Below {
                bracket: 15,
                number: 6..7
            })
        );
        assert_eq!(broken_count("Hva (se under)", "Svar)"), None);
    }

    #[test]
    fn keys_are_words_before_a_colon() {
        assert_eq!(key("  Tekst: ja"), Some((Key::Text, 8)));
        assert_eq!(key("Desimaltall: 12"), Some((Key::Number, 12)));
        assert_eq!(key("Tall : 3"), Some((Key::Number, 6)));
        assert_eq!(key("Tallene: 3"), None);
        assert_eq!(key("Heltall"), None);
    }

    #[test]
    fn a_category_of_two_words_is_read() {
        let found = category("Universitet / Høgskole - (Offentlig) 1 svar").expect("a category");
        assert_eq!(
            (&found[1], &found[2], &found[3]),
            ("Universitet / Høgskole", "Offentlig", "1")
        );
    }
}
