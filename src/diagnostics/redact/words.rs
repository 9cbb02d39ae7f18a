//! Words, numbers and addresses in a text, with where they stand.

use std::borrow::Cow;
use std::ops::Range;

/// A run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// In lower case.
    pub(super) lower: Cow<'t, str>,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// So many bytes a word and the blank behind it are about.
const LETTERS: usize = 6;

/// Digits of a telephone number, at least.
const LONG: usize = 7;

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / LETTERS + 1);
    words.extend(runs(text, char::is_alphanumeric).map(|range| {
        let word = text.get(range.clone()).unwrap_or("");
        Word {
            lower: lower(word),
            capital: word.chars().next().is_some_and(char::is_uppercase),
            range,
        }
    }));
    words
}

fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = |c: char| c.is_lowercase() || c.is_ascii_digit();
    if word.chars().all(is_lower) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The words of a text in lower case, parted by single blanks.
pub(super) fn joined(text: &str) -> String {
    row(&words(text))
}

/// Words in a row, parted by single blanks.
pub(super) fn row(words: &[Word<'_>]) -> String {
    let bytes = words.iter().map(|word| word.lower.len() + 1).sum();
    let mut row = String::with_capacity(bytes);
    for word in words {
        if !row.is_empty() {
            row.push(' ');
        }
        row.push_str(&word.lower);
    }
    row
}

/// Numbers as long as a telephone number, blanks and a country code taken out of their digits.
///
/// Which groups of digits belong together is not known, so every stretch of neighbours counts; at
/// each place the longest comes first.
pub(super) fn long_numbers(text: &str) -> Vec<(Range<usize>, String)> {
    // Most lines have too few digits, whichever belong together.
    if text.bytes().filter(u8::is_ascii_digit).count() < LONG {
        return Vec::new();
    }
    let groups: Vec<Range<usize>> = runs(text, |c| c.is_ascii_digit()).collect();
    let mut out = Vec::new();
    for (at, first) in groups.iter().enumerate() {
        let mut digits = String::new();
        let mut found = Vec::new();
        let mut end = first.start;
        for group in groups.iter().skip(at) {
            let between = text.get(end..group.start).unwrap_or("");
            let apart = between.chars().count() > 1 || !between.chars().all(is_filler);
            if apart || digits.len() > 16 {
                break;
            }
            digits.push_str(text.get(group.clone()).unwrap_or(""));
            end = group.end;
            let local = without_country(&digits);
            if (LONG..=12).contains(&local.len()) {
                found.push((first.start..end, local.to_owned()));
            }
        }
        out.extend(found.into_iter().rev());
    }
    out
}

/// The digits without `0047` or `47`, where enough are left.
fn without_country(digits: &str) -> &str {
    let shorter = digits.trim_start_matches("00");
    let local = shorter.strip_prefix("47").filter(|rest| rest.len() >= 7);
    local.unwrap_or(shorter)
}

/// E-mail addresses.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    if !text.contains('@') {
        return Vec::new();
    }
    let inside = |c: char| c.is_alphanumeric() || "@._-+".contains(c);
    let with_at = runs(text, inside).filter(|range| {
        let piece = text.get(range.clone()).unwrap_or("");
        let (name, domain) = piece.split_once('@').unwrap_or_default();
        !name.is_empty() && domain.contains('.')
    });
    with_at.collect()
}

/// What stands in quotation marks, without the marks.
pub(super) fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((start, close)) if c == close => {
                out.push(start..at);
                open = None;
            }
            Some(_) => {}
            None => {
                let close = match c {
                    '«' => '»',
                    '“' | '„' => '”',
                    '"' => '"',
                    _ => continue,
                };
                open = Some((at + c.len_utf8(), close));
            }
        }
    }
    // A mark that nothing closes quotes the rest.
    if let Some((start, _)) = open {
        out.push(start..text.len());
    }
    out
}

fn is_filler(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '-' | '.')
}

/// The longest stretches of characters that belong.
fn runs(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| belongs(*c))?;
        let end = rest.find(|(_, c)| !belongs(*c));
        Some(start..end.map_or(text.len(), |(end, _)| end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(text: &'a str, ranges: &[Range<usize>]) -> Vec<&'a str> {
        let pieces = ranges.iter().map(|range| text.get(range.clone()));
        pieces.map(Option::unwrap).collect()
    }

    #[test]
    fn numbers_lose_blanks_and_country() {
        let text = "ring +47 22 22 22 22, eller 0047-33333333. 12 34 er kort, år 2024 44444444";
        let found = long_numbers(text);
        let has = |printed: &str, digits: &str| {
            let mut found = found.iter();
            found.any(|(range, local)| text.get(range.clone()) == Some(printed) && local == digits)
        };
        assert!(has("47 22 22 22 22", "22222222"));
        assert!(has("0047-33333333", "33333333"));
        assert!(has("44444444", "44444444"));
        assert!(!found.iter().any(|(_, digits)| digits.ends_with("1234")));
    }

    #[test]
    fn addresses_and_quotes() {
        let text = "«Kari» (kari.e@x.no) skrev \"se over\", og “mer";
        assert_eq!(texts(text, &addresses(text)), ["kari.e@x.no"]);
        assert_eq!(texts(text, &quotes(text)), ["Kari", "se over", "mer"]);
    }
}
