//! Text from a report made safe to print: no escape sequence of a PDF reaches a terminal or a log.

use crate::i18n::steers;
use std::borrow::Cow;

/// Replaces what steers a terminal or turns the direction of text, keeping every byte's place.
///
/// Line feeds and tabs stay.
pub(super) fn page(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let replaced = text.chars().map(|c| match (steers(c), c.len_utf8()) {
        (false, _) => c,
        (true, 1) => '?',
        (true, 2) => '·',
        (true, _) => '\u{FFFD}',
    });
    Cow::Owned(replaced.collect())
}

/// The same on one line: every run of blanks is one blank.
pub(super) fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace_but_nbsp().collect();
    page(&words.join(" ")).into_owned()
}

/// Splits at blanks at which a line may be broken; a no-break space parts thousands and stays.
trait SplitAtBlanks {
    fn split_whitespace_but_nbsp(&self) -> impl Iterator<Item = &str>;
}

impl SplitAtBlanks for str {
    fn split_whitespace_but_nbsp(&self) -> impl Iterator<Item = &str> {
        self.split(|c: char| c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}')
            .filter(|word| !word.is_empty())
    }
}

/// Breaks a text into lines of at most `width` characters where its words allow it.
pub(super) fn wrap(text: &str, width: usize) -> String {
    let text = page(text);
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace_but_nbsp() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_replaced_in_place() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\n\te";
        let safe = page(text);
        assert_eq!(safe, "a?[31mb·c\u{FFFD}d\n\te");
        assert_eq!(safe.len(), text.len());
    }

    #[test]
    fn thousands_are_not_parted() {
        assert_eq!(
            wrap("summen er 2\u{A0}760\u{A0}491 kr", 12),
            "summen er\n2\u{A0}760\u{A0}491 kr"
        );
        assert_eq!(line("a \n b\u{A0}c"), "a b\u{A0}c");
    }
}
