//! A second reading: what another reader makes of the same pages.
//!
//! A figure that only one of two readers sees on its page may be misread, so that a finding about it
//! is kept as a note and marked as uncertain.

use super::file::SecondReading;
use super::{Certainty, FileReport};
use crate::pdf::RawDocument;
use crate::rules::Severity;
use std::collections::BTreeMap;

/// Doubts the findings about figures that the other reader does not see on their pages.
pub fn second_reading(file: &mut FileReport, other: &RawDocument) -> SecondReading {
    let mut pages: BTreeMap<u32, Option<Vec<char>>> = BTreeMap::new();
    let mut came = SecondReading::default();
    for finding in &mut file.findings {
        let figure: Vec<char> = finding
            .primary
            .text
            .chars()
            .filter(|ch| !ch.is_whitespace())
            .collect();
        if !is_figure(&figure) {
            continue;
        }
        let number = finding.primary.page;
        let index = (number as usize).checked_sub(1);
        let own = index.and_then(|index| file.pages.get(index));
        let own = own.map_or(0, |page| signs(page.text.chars()));
        let text = pages.entry(number).or_insert_with(|| {
            // What a reader did not read whole it may not vote on.
            page_text(other, number).filter(|text| 10 * signs(text.iter().copied()) >= 9 * own)
        });
        match text {
            None => came.unread += 1,
            Some(text) if holds(text, &figure) => came.confirmed += 1,
            Some(_) => {
                came.doubted += 1;
                finding.certainty = Certainty::Uncertain;
                finding.severity = Severity::Note;
                finding.failing = false;
            }
        }
    }
    came
}

/// How many letters and digits there are.
fn signs(text: impl Iterator<Item = char>) -> usize {
    text.filter(|ch| ch.is_alphanumeric()).count()
}

/// Digits with what belongs to a figure: `1 234,5`, `(12 %)`.
fn is_figure(text: &[char]) -> bool {
    let part = |ch: &char| ch.is_ascii_digit() || "(),.%-−".contains(*ch);
    text.iter().any(char::is_ascii_digit) && text.iter().all(part)
}

/// What the other reader sees on a page, its runs parted; `None` where it could not read the page.
fn page_text(document: &RawDocument, number: u32) -> Option<Vec<char>> {
    let page = document.pages.get((number as usize).checked_sub(1)?)?;
    if page.lost.is_some() || page.glyphs.is_empty() {
        return None;
    }
    let mut text = Vec::with_capacity(page.glyphs.len() + page.runs.len());
    for run in &page.runs {
        let glyphs = run.of(&page.glyphs).iter();
        text.extend(glyphs.map(|glyph| glyph.ch));
        text.push(' ');
    }
    Some(text)
}

/// Whether a text holds a figure, blanks aside, and not only as a part of a longer number.
fn holds(text: &[char], figure: &[char]) -> bool {
    let digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
    let begins = |start: usize| -> Option<usize> {
        let mut at = start;
        for (index, wanted) in figure.iter().enumerate() {
            while index > 0 && text.get(at).is_some_and(|ch| ch.is_whitespace()) {
                at += 1;
            }
            if text.get(at) != Some(wanted) {
                return None;
            }
            at += 1;
        }
        Some(at)
    };
    (0..text.len()).any(|start| {
        let before = start.checked_sub(1).and_then(|before| text.get(before));
        begins(start).is_some_and(|end| !digit(before) && !digit(text.get(end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, figure: &str) -> bool {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        holds(&chars(text), &chars(figure))
    }

    #[test]
    fn blanks_do_not_matter_and_other_digits_do() {
        assert!(seen("Sum 1 234 og", "1234"));
        assert!(seen("33", "33"));
        assert!(seen("(12 %)", "(12%)"));
        assert!(!seen("Sum 133 og 334", "33"));
        assert!(!seen("Sum 3 4", "33"));
    }

    #[test]
    fn figures_are_told_from_words() {
        let is = |text: &str| is_figure(&text.chars().collect::<Vec<char>>());
        assert!(is("12") && is("(5%)") && is("1,5"));
        assert!(!is("Svar12") && !is("()") && !is(""));
    }
}
