//! What is wrong with a text that is no TOML, told from what its reader says and from what stands there.
//!
//! The reader tells its mistakes as English sentences alone. Each begins with one of few descriptions,
//! which say what kind of mistake it is; what it says beyond them is not heard.

use crate::i18n::Lang;
use crate::toml_file::Broken;

/// What is wrong with a text that is no TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// A text without its quotation mark at the end.
    TextNotEnded,
    /// A text without its quotation mark at the start.
    TextNotBegun,
    /// A text without quotation marks.
    TextNotQuoted,
    /// A key without `=`.
    NoEquals,
    /// More than one `=`.
    EqualsTooMany,
    /// A key without a value.
    NoValue,
    /// A value without a key.
    NoKey,
    /// A key with a sign that it may not have.
    OddKey,
    /// A key that stands twice.
    KeyTwice,
    /// A key below one that has a value.
    KeyHasValue,
    /// `[name` without `]`.
    HeadingNotEnded,
    /// A list without `]`.
    ListNotEnded,
    /// A table on one line without `}`.
    TableNotEnded,
    /// Two items of a list without a comma, or a list that does not end.
    NoCommaInList,
    /// Two entries of a table without a comma, or a table that does not end.
    NoCommaInTable,
    /// More than one comma.
    CommaTooMany,
    /// A backslash before what it does not go with.
    OddEscape,
    /// A number that is written otherwise.
    OddNumber,
    /// A day that is none or written otherwise.
    OddDay,
    /// True or false, written otherwise.
    OddBoolean,
    /// Something behind a value.
    MoreOnLine,
    /// A sign that nobody sees.
    OddSign,
    /// Lists and tables inside each other.
    TooDeep,
    /// Anything else, with the reader's own words.
    Other(String),
}

/// The descriptions of the reader that leave no doubt, each by how it begins.
const TOLD: [(&str, Flaw); 47] = [
    ("duplicate key", Flaw::KeyTwice),
    ("cannot extend value", Flaw::KeyHasValue),
    ("missing opening quote", Flaw::TextNotBegun),
    ("missing assignment", Flaw::NoEquals),
    ("extra `=`", Flaw::EqualsTooMany),
    ("extra assignment", Flaw::EqualsTooMany),
    ("missing value", Flaw::NoValue),
    ("invalid value", Flaw::NoValue),
    ("unquoted keys cannot be empty", Flaw::NoKey),
    ("invalid key-value pair", Flaw::NoKey),
    ("missing key", Flaw::NoKey),
    ("missing table open", Flaw::NoKey),
    ("invalid unquoted key", Flaw::OddKey),
    ("keys cannot be multi-line", Flaw::OddKey),
    ("unclosed table", Flaw::HeadingNotEnded),
    ("unclosed array table", Flaw::HeadingNotEnded),
    ("unclosed array", Flaw::ListNotEnded),
    ("unclosed inline table", Flaw::TableNotEnded),
    ("unexpected `=` in array", Flaw::ListNotEnded),
    ("missing comma between array elements", Flaw::NoCommaInList),
    (
        "missing comma between key-value pairs",
        Flaw::NoCommaInTable,
    ),
    ("invalid inline table element", Flaw::NoCommaInTable),
    ("extra comma", Flaw::CommaTooMany),
    ("missing escaped value", Flaw::OddEscape),
    ("too few unicode value digits", Flaw::OddEscape),
    ("invalid unicode", Flaw::OddEscape),
    ("invalid date", Flaw::OddDay),
    ("invalid time", Flaw::OddDay),
    ("invalid offset", Flaw::OddDay),
    ("invalid boolean", Flaw::OddBoolean),
    ("unexpected leading zero", Flaw::OddNumber),
    ("unexpected sign", Flaw::OddNumber),
    ("redundant", Flaw::OddNumber),
    ("radix must", Flaw::OddNumber),
    ("integers with a radix", Flaw::OddNumber),
    ("`_` may only go between digits", Flaw::OddNumber),
    ("invalid mantissa", Flaw::OddNumber),
    ("invalid fraction", Flaw::OddNumber),
    ("invalid exponent", Flaw::OddNumber),
    ("invalid integer", Flaw::OddNumber),
    ("invalid hexadecimal", Flaw::OddNumber),
    ("invalid octal", Flaw::OddNumber),
    ("invalid binary", Flaw::OddNumber),
    ("carriage return", Flaw::OddSign),
    ("invalid comment character", Flaw::OddSign),
    ("cannot recurse further", Flaw::TooDeep),
    ("recursion limit", Flaw::TooDeep),
];

/// The kinds of texts, as the reader calls them; `invalid basic string`.
const TEXTS: [&str; 4] = [
    "invalid basic string",
    "invalid literal string",
    "invalid multi-line basic string",
    "invalid multi-line literal string",
];

impl Flaw {
    /// The flaw at a place of a text.
    pub(crate) fn of(broken: &Broken, text: &str) -> Self {
        let why = broken.why.as_str();
        let found = text.get(broken.span.clone()).unwrap_or_default();
        let before = text.get(..broken.span.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        if TEXTS.iter().any(|text| why.starts_with(text)) {
            return if found.chars().any(|c| c.is_control() && !"\r\n".contains(c)) {
                Self::OddSign
            } else {
                Self::TextNotEnded
            };
        }
        if why.starts_with("string values must be quoted") {
            let behind = text.get(broken.span.end..).unwrap_or_default();
            let is_key = behind.trim_start_matches(' ').starts_with('=');
            return if is_key {
                Self::MoreOnLine
            } else {
                unquoted(found)
            };
        }
        if why.starts_with("invalid float") {
            // `31.12.2026`
            let behind = text.get(broken.span.start..).unwrap_or_default();
            let rest = behind.lines().next().unwrap_or_default();
            let is_day = line.matches('.').count() + rest.matches('.').count() > 1;
            return if is_day {
                Self::OddDay
            } else {
                Self::OddNumber
            };
        }
        if why.starts_with("key with no value") {
            let quotes = line.trim_start().starts_with(['"', '\'']);
            let is_open = quotes && line.matches(['"', '\'']).count() == 1;
            return if is_open {
                Self::TextNotEnded
            } else {
                Self::NoEquals
            };
        }
        if why.starts_with("unexpected key or value") || why.starts_with("unexpected content") {
            // `0,3`
            let behind = text.get(broken.span.start..).unwrap_or_default();
            let is_decimal = number(line, behind).is_some();
            return if is_decimal {
                Self::OddNumber
            } else {
                Self::MoreOnLine
            };
        }
        let mut told = TOLD.iter();
        let known = told.find(|(start, _)| why.starts_with(start));
        known.map_or_else(|| Self::Other(why.to_owned()), |(_, flaw)| flaw.clone())
    }

    /// What is said of it, behind that it is no TOML.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let said = lang.toml();
        let words = match self {
            Self::TextNotEnded => said.text_not_ended(),
            Self::TextNotBegun => said.text_not_begun(),
            Self::TextNotQuoted => said.text_not_quoted(),
            Self::NoEquals => said.no_equals(),
            Self::EqualsTooMany => said.equals_too_many(),
            Self::NoValue => said.no_value(),
            Self::NoKey => said.no_key(),
            Self::OddKey => said.odd_key(),
            Self::KeyTwice => said.key_twice(),
            Self::KeyHasValue => said.key_has_value(),
            Self::HeadingNotEnded => said.heading_not_ended(),
            Self::ListNotEnded => said.list_not_ended(),
            Self::TableNotEnded => said.table_not_ended(),
            Self::NoCommaInList => said.no_comma_in_list(),
            Self::NoCommaInTable => said.no_comma_in_table(),
            Self::CommaTooMany => said.comma_too_many(),
            Self::OddEscape => said.odd_escape(),
            Self::OddNumber => said.odd_number(),
            Self::OddDay => said.odd_day(),
            Self::OddBoolean => said.odd_boolean(),
            Self::MoreOnLine => said.more_on_line(),
            Self::OddSign => said.odd_sign(),
            Self::TooDeep => said.too_deep(),
            Self::Other(why) => return said.otherwise_broken(why),
        };
        words.to_owned()
    }
}

/// What stands where a value is expected, and is none.
fn unquoted(found: &str) -> Flaw {
    let found = found.trim();
    let like_number = |c: char| c.is_ascii_digit() || " \u{a0}.,%;_+-".contains(c);
    if found.is_empty() {
        Flaw::NoValue
    } else if found.contains('=') {
        Flaw::MoreOnLine
    } else if found.starts_with(|c: char| c.is_ascii_digit()) && found.chars().all(like_number) {
        Flaw::OddNumber
    } else {
        Flaw::TextNotQuoted
    }
}

/// A number that people write otherwise, as TOML has it: `900 000`, `30%`, `0,3`, `012`.
pub(super) fn number(before: &str, behind: &str) -> Option<String> {
    let value = before.rsplit(['=', '[', '{']).next()?.trim_start();
    let end = behind.find(['\n', ']', '}', '#']).unwrap_or(behind.len());
    let written = format!("{value}{}", behind.get(..end)?);
    let written = written.trim().trim_end_matches([';', '%']).trim_end();
    let mut groups = written.split([' ', '\u{a0}']);
    let first = groups.next()?;
    let is_thousands = (1..=3).contains(&first.len()) && groups.clone().all(|g| g.len() == 3);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = written.replace([' ', '\u{a0}'], "");
    if digits(&plain) && (is_thousands || groups.next().is_none()) {
        let short = plain.trim_start_matches('0');
        return Some(if short.is_empty() { "0" } else { short }.to_owned());
    }
    let (whole, rest) = written.split_once([',', '.'])?;
    match (
        digits(whole),
        digits(rest),
        rest.is_empty(),
        whole.is_empty(),
    ) {
        (true, true, ..) => Some(format!("{whole}.{rest}")),
        (true, _, true, _) => Some(whole.to_owned()),
        (_, true, _, true) => Some(format!("0.{rest}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{of_toml, words_of_toml};
    use super::*;
    use crate::toml_file;

    /// What people write, what is wrong with it, and what they are told to write.
    const WRITTEN: &[(&str, Flaw, &str)] = &[
        ("a = \"b\nc = 1\n", Flaw::TextNotEnded, ""),
        ("a = 'b\nc = 1\n", Flaw::TextNotEnded, ""),
        ("a = \"\"\"b\nc\n", Flaw::TextNotEnded, ""),
        ("a = '''b\nc\n", Flaw::TextNotEnded, ""),
        ("\"a = 1\n", Flaw::TextNotEnded, ""),
        ("a = b\"\n", Flaw::TextNotBegun, ""),
        ("a = hei\n", Flaw::TextNotQuoted, "\"warning\""),
        ("a = hei på deg\n", Flaw::TextNotQuoted, "\"warning\""),
        ("a = “hei”\n", Flaw::TextNotQuoted, "' eller \""),
        ("a = ja\n", Flaw::TextNotQuoted, "\"warning\""),
        ("a\n", Flaw::NoEquals, ""),
        ("a \"b\"\n", Flaw::NoEquals, ""),
        ("a == 1\n", Flaw::EqualsTooMany, "skriv `=`"),
        ("a =\n", Flaw::NoValue, ""),
        (" = 1\n", Flaw::NoKey, ""),
        ("[]\n", Flaw::NoKey, ""),
        ("{ \"a\": 1 }\n", Flaw::NoKey, ""),
        ("år = 1\n", Flaw::OddKey, ""),
        ("a: 1\n", Flaw::OddKey, "skriv `=`"),
        ("// hei\na = 1\n", Flaw::OddKey, "skriv `#`"),
        ("a = 1\na = 2\n", Flaw::KeyTwice, ""),
        ("[a]\nx = 1\n[a]\ny = 1\n", Flaw::KeyTwice, ""),
        ("[rule]\nx = 1\n[rule]\ny = 1\n", Flaw::KeyTwice, "[[rule]]"),
        ("a = 1\na.b = 2\n", Flaw::KeyHasValue, ""),
        ("[a\nx = 1\n", Flaw::HeadingNotEnded, ""),
        ("[[a]\nx = 1\n", Flaw::HeadingNotEnded, ""),
        ("a = [1, 2\n", Flaw::ListNotEnded, ""),
        ("a = [1, 2\nb = 1\n", Flaw::NoCommaInList, ""),
        ("a = [\"x\"\n \"y\"]\n", Flaw::NoCommaInList, ""),
        ("a = [\"x\" \"y\"]\n", Flaw::NoCommaInList, ""),
        ("a = { x = 1\n", Flaw::TableNotEnded, ""),
        ("a = { x = 1\nb = 1\n", Flaw::NoCommaInTable, ""),
        ("a = { x = \"1\" y = 2 }\n", Flaw::NoCommaInTable, ""),
        ("a = [1,,2]\n", Flaw::CommaTooMany, ""),
        ("a = \"\\d\"\n", Flaw::OddEscape, "'\\d'"),
        ("a = \"C:\\Users\"\n", Flaw::OddEscape, "'\\U'"),
        ("a = 012\n", Flaw::OddNumber, "skriv 12"),
        ("a = 900 000\n", Flaw::OddNumber, "skriv 900000"),
        ("a = 30%\n", Flaw::OddNumber, "skriv 30"),
        ("a = 30 %\n", Flaw::OddNumber, "skriv 30"),
        ("a = 0,3\n", Flaw::OddNumber, "skriv 0.3"),
        ("a = .5\n", Flaw::OddNumber, "skriv 0.5"),
        ("a = 1.\n", Flaw::OddNumber, "skriv 1"),
        ("a = 1;\n", Flaw::OddNumber, "skriv 1"),
        ("a = 1__0\n", Flaw::OddNumber, ""),
        ("a = [1 2]\n", Flaw::OddNumber, ""),
        ("a = 31.12.2026\n", Flaw::OddDay, ""),
        ("a = 2026-13-01\n", Flaw::OddDay, ""),
        ("a = 2026-1-1\n", Flaw::OddDay, ""),
        ("a = True\n", Flaw::OddBoolean, "skriv true"),
        ("a = 1 b = 2\n", Flaw::MoreOnLine, ""),
        ("a = \"x\" y\n", Flaw::MoreOnLine, "inni \"…\""),
        ("a = \"x \"y\" z\"\n", Flaw::MoreOnLine, "inni \"…\""),
        ("[a] b = 1\n", Flaw::MoreOnLine, ""),
        ("a = \"x\u{1}\"\n", Flaw::OddSign, ""),
        ("a = 1\rb = 2\n", Flaw::OddSign, ""),
    ];

    /// Words of the reader that must not be told.
    const ENGLISH: [&str; 8] = [
        "expected",
        "invalid",
        "missing",
        "unclosed",
        "duplicate",
        "unexpected",
        "must be",
        "extra",
    ];

    #[test]
    fn what_people_write_is_told_in_their_language() {
        let mut wrong = Vec::new();
        for (text, flaw, advice) in WRITTEN {
            let document = toml_file::parse(0, text);
            let Some(broken) = document.broken.first() else {
                panic!("{text} is read");
            };
            let found = Flaw::of(broken, text);
            let told =
                of_toml(&found, broken, text).map_or(String::new(), |told| told.text(Lang::Nb));
            if found != *flaw || !told.contains(advice) || told.is_empty() != advice.is_empty() {
                wrong.push(format!("{text}{found:?}: {told} ({})", broken.why));
            }
            for lang in [Lang::Nb, Lang::Nn] {
                let words = words_of_toml(broken, text, lang);
                let english = ENGLISH.iter().find(|word| words.contains(**word));
                assert!(english.is_none(), "{text}{words}");
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn what_is_not_known_is_told_as_the_reader_says_it() {
        let broken = Broken {
            why: "something new".to_owned(),
            span: 0..1,
        };
        let words = words_of_toml(&broken, "?", Lang::Nb);
        assert_eq!(
            words,
            "dette er ikke TOML: dette kan ikke leses (something new)"
        );
    }
}
