//! Bullets before lines: a list's, or what folds a heading out. They are no part of what is said, so that
//! a line begins behind its bullet.

use super::exporter;
use super::folded::fold;
use crate::text::{Document, Line, is_dash};

/// Whether a letter is a bullet, a box or a triangle, and nothing that anybody types for its meaning.
fn is_bullet(ch: char) -> bool {
    matches!(ch, '\u{25a0}'..='\u{25ff}' | '\u{2b1b}'..='\u{2b24}')
        || matches!(ch, '•' | '‣' | '⁃' | '∙' | '·' | '\u{f0b7}')
}

/// Begins all lines behind their bullets. What is nothing but a bullet stays.
pub(super) fn pass_over(document: &mut Document) {
    for page in &mut document.pages {
        let text = &page.text;
        for line in &mut page.lines {
            let begins = text.get(line.range.bytes()).unwrap_or("").trim_start();
            if begins.starts_with(is_bullet) || is_marked_heading(begins) {
                let _ = drop_first(line, text);
            }
        }
    }
}

/// Whether a word is a mark before an entry: one bullet, dash or star.
pub(super) fn is_mark(word: &str) -> bool {
    let mut letters = word.chars();
    let is_mark = |ch: char| is_bullet(ch) || is_dash(ch) || matches!(ch, '-' | '*');
    letters.next().is_some_and(is_mark) && letters.next().is_none()
}

/// Whether a line is a heading of the exporter's behind a dash. What anybody else begins with one is left
/// as it is.
fn is_marked_heading(text: &str) -> bool {
    let dashed = text.strip_prefix(|ch: char| ch == '-' || is_dash(ch));
    dashed.is_some_and(|rest| {
        let folded = fold(rest.trim_start());
        exporter::begins_not_stated(&folded) || exporter::category(&folded).is_some()
    })
}

/// Drops the first word of a line, where it is a mark and others follow.
fn drop_first(line: &mut Line, text: &str) -> Option<()> {
    let more = line.cells.len() > 1;
    let cell = line.cells.first_mut()?;
    let word = text.get(cell.words.first()?.range.bytes())?;
    match (is_mark(word), cell.words.len()) {
        (true, 2..) => drop(cell.words.remove(0)),
        (true, 1) if more => drop(line.cells.remove(0)),
        _ => return None,
    }
    let cell = line.cells.first_mut()?;
    let first = cell.words.first()?;
    cell.range.start = first.range.start;
    line.range.start = first.range.start;
    if let (Some(bbox), Some(first)) = (&mut cell.bbox, first.bbox) {
        bbox.x0 = first.x0;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::report::{ReadOptions, Report, read};

    /// Who answered what, under each title.
    fn said(report: &Report) -> Vec<(String, Vec<(String, String)>)> {
        let questions = report.questions.iter().map(|question| {
            let answers = question.answers.iter().map(|answer| {
                let text = answer.text.as_ref().map(|text| text.value.clone());
                let said = text
                    .unwrap_or_else(|| format!("{:?}", answer.value.as_ref().map(|one| one.value)));
                (answer.respondent.value.clone(), said)
            });
            (question.title.value.clone(), answers.collect())
        });
        questions.collect()
    }

    #[test]
    fn a_line_begins_behind_its_bullet() {
        let base = include_str!("../../rules/bases/survey.txt");
        let read = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let plain = read(base);
        for bullet in ["\u{2022}", "\u{25be}", "\u{25aa}"] {
            let mark = |line: &str| match line.chars().next() {
                Some(ch) if ch.is_alphabetic() => format!("{bullet} {line}\n"),
                _ => format!("{line}\n"),
            };
            let bulleted = read(&base.lines().map(mark).collect::<String>());
            assert_eq!(said(&bulleted), said(&plain));
            assert_eq!(
                bulleted.shown.unwrap().value,
                plain.shown.as_ref().unwrap().value
            );
        }
        // Headings may stand behind dashes as well.
        let dashed = base.replace("\nIkke angitt", "\n– Ikke angitt");
        assert_ne!(dashed, base);
        let dashed = read(&dashed.replace("\nKommune - (", "\n– Kommune - ("));
        assert_eq!(said(&dashed), said(&plain));
        assert_eq!(dashed.overview.len(), plain.overview.len());
        let silent = |report: &Report| {
            let lists = report
                .questions
                .iter()
                .filter_map(|one| one.not_stated.as_ref());
            lists.map(|list| list.respondents.len()).sum::<usize>()
        };
        assert!(silent(&plain) > 0);
        assert_eq!(silent(&dashed), silent(&plain));
        // What says nothing else is what somebody typed.
        let dots = base.replacen("Tekst: ", "Tekst: \u{2022}\n", 1);
        assert_ne!(dots, base);
        assert!(read(&dots).pages.iter().any(|page| {
            let mut lines = page.lines.iter();
            lines.any(|line| page.slice(line.range).ends_with('\u{2022}'))
        }));
    }
}
