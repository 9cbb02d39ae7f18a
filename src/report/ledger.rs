//! The ledger of figures: every run of digits on every page has exactly one fate.

use super::{Explanation, Question, Report};
use crate::text::{ByteRange, Page, Printed};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What became of a run of digits: of several that apply, the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fate {
    /// It was not read, or not with certainty.
    Unread,
    /// It is a figure that was read and that no rule judged.
    Read,
    /// It is a figure that only rules judge that the user has switched off.
    SwitchedOff,
    /// It is (a part of) a figure that some rule judged.
    Checked,
    /// It is no figure to check.
    Explained(Explanation),
}

/// A run of digits with its fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// First byte, in the page's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What became of it.
    pub fate: Fate,
}

/// What the rules made of a report's figures: places are (page, first byte).
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Figures that some rule judged.
    pub checked: BTreeSet<(u32, u32)>,
    /// Figures that some rule would judge that the user has switched off.
    pub switched_off: BTreeSet<(u32, u32)>,
    /// Indices into [`Report::questions`] of the questions that ask for a telephone number.
    pub telephones: BTreeSet<usize>,
}

impl Judged {
    fn fate(&self, figure: &Printed<String>) -> Fate {
        let at = (figure.span.page, figure.span.start);
        if !figure.certain {
            Fate::Unread
        } else if self.checked.contains(&at) {
            Fate::Checked
        } else if self.switched_off.contains(&at) {
            Fate::SwitchedOff
        } else {
            Fate::Read
        }
    }
}

/// The fates of all runs of digits, in the order of the pages.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// One entry for each run.
    pub entries: Vec<Entry>,
}

impl Ledger {
    /// Follows every run of digits of a report.
    pub fn of(report: &Report, judged: &Judged) -> Self {
        let mut covers: BTreeMap<u32, Vec<(Range<u32>, Fate)>> = BTreeMap::new();
        let mut cover = |page: u32, range: Range<u32>, fate: Fate| {
            covers.entry(page).or_default().push((range, fate));
        };
        for figure in figures(report) {
            let span = figure.span;
            cover(span.page, span.start..span.end, judged.fate(&figure));
        }
        for unread in &report.unread {
            let span = unread.printed.span;
            cover(span.page, span.start..span.end, Fate::Unread);
        }
        for passage in &report.passages {
            let range = passage.start..passage.end;
            cover(passage.page, range, Fate::Explained(passage.what));
        }
        let asked = judged.telephones.iter();
        let asked = asked.filter_map(|index| report.questions.get(*index));
        for text in asked.flat_map(|q| q.answers.iter().filter_map(|a| a.text.as_ref())) {
            let span = text.span;
            let fate = Fate::Explained(Explanation::Telephone);
            cover(span.page, span.start..span.end, fate);
        }
        let mut ledger = Self::default();
        for page in &report.pages {
            let mut on_page = covers.remove(&page.number).unwrap_or_default();
            // Where several apply, a figure is one, whatever it stands in.
            on_page.sort_by_key(|(range, fate)| (range.start, *fate));
            ledger.page(page, &on_page);
        }
        ledger
    }

    fn page(&mut self, page: &Page, covers: &[(Range<u32>, Fate)]) {
        let mut open: Vec<&(Range<u32>, Fate)> = Vec::new();
        let mut next = 0;
        for run in digit_runs(&page.text) {
            while let Some(cover) = covers
                .get(next)
                .filter(|(range, _)| range.start <= run.start)
            {
                open.push(cover);
                next += 1;
            }
            open.retain(|(range, _)| range.end > run.start);
            let first = open.iter().map(|(_, fate)| *fate).min();
            self.entries.push(Entry {
                page: page.number,
                start: run.start,
                end: run.end,
                fate: first.unwrap_or(Fate::Unread),
            });
        }
    }

    /// How many runs have each fate.
    pub fn counts(&self) -> BTreeMap<Fate, usize> {
        let mut counts = BTreeMap::new();
        for entry in &self.entries {
            *counts.entry(entry.fate).or_default() += 1;
        }
        counts
    }
}

/// The word in which a run of digits stands.
pub fn printed_at(report: &Report, entry: &Entry) -> Option<Printed<String>> {
    let page = report.pages.get((entry.page as usize).checked_sub(1)?)?;
    let (start, end) = (entry.start, entry.end);
    let upto = page.lines.partition_point(|line| line.range.start <= start);
    let line = page.lines.get(upto.checked_sub(1)?)?;
    if line.range.end < end {
        return None;
    }
    let mut words = line.cells.iter().flat_map(|cell| &cell.words);
    let word = words.find(|word| word.range.start <= start && word.range.end >= end);
    let (range, bbox) = word.map_or((ByteRange { start, end }, None), |word| {
        (word.range, word.bbox)
    });
    let certain = entry.fate != Fate::Unread;
    Some(page.printed(line, range, bbox, certain))
}

/// The runs of digits of a text, of any script.
pub fn digit_runs(text: &str) -> impl Iterator<Item = Range<u32>> {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let digit = |ch: char| ch.is_numeric() && !is_sign(ch);
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        // Most of a page is letters of ASCII, which are passed over without being read.
        let may_be = |byte: u8| byte.is_ascii_digit() || !byte.is_ascii();
        let near = rest.bytes().position(may_be)?;
        let found = rest.get(near..)?;
        let start = at + near + found.find(digit)?;
        let run = text.get(start..)?;
        at = start + run.find(|ch| !digit(ch)).unwrap_or(run.len());
        Some(narrow(start)..narrow(at))
    })
}

/// Numbers that are signs: a raised 2 of a note, a half, a Roman numeral.
fn is_sign(ch: char) -> bool {
    !ch.is_ascii_digit()
        && ch.to_digit(10).is_none()
        && !matches!(ch, '\u{660}'..='\u{669}' | '\u{966}'..='\u{96f}')
}

/// Every printed figure.
pub fn figures(report: &Report) -> Vec<Printed<String>> {
    let mut out = Vec::new();
    let mut add = |printed: &Printed<i64>| {
        let text = printed.text.clone();
        out.push(printed.clone().map(|_| text));
    };
    report.shown.iter().for_each(&mut add);
    report.total.iter().for_each(&mut add);
    report.filters.iter().for_each(|f| add(&f.count));
    report.overview.iter().for_each(|c| add(&c.count));
    for question in &report.questions {
        of_question(question, &mut add);
    }
    out
}

/// Hands every figure of a question to `add`, in no particular order.
fn of_question(question: &Question, add: &mut impl FnMut(&Printed<i64>)) {
    question.reported_count.iter().for_each(&mut *add);
    if let Some(stats) = &question.stats {
        stats.figures().into_iter().flatten().for_each(&mut *add);
    }
    for bar in question.charts.iter().flat_map(|chart| &chart.bars) {
        add(&bar.count);
        add(&bar.percent);
    }
    for answer in &question.answers {
        answer.value.iter().for_each(&mut *add);
    }
    question.not_stated.iter().for_each(|n| add(&n.count));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_digits() {
        let runs: Vec<Range<u32>> = digit_runs("Sum: 2\u{a0}760, 12").collect();
        assert_eq!(runs, [5..6, 8..11, 13..15]);
        assert_eq!(digit_runs("ingen").count(), 0);
    }
}
