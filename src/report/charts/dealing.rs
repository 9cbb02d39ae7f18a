//! Labels that stray from their columns, dealt anew by what the answers say.
//!
//! Text that keeps columns keeps them about: a word of a label may begin under the value beside its own.
//! But each label is what the answers say, and its words come line by line and from left to right. Where
//! that leaves one way alone to part the words of a row, it is the one that was printed.

use super::super::folded::squash;
use super::answered::Answered;
use super::spelling::label_squashed;
use super::words::ChartWord;
use super::{Labelled, OTHER, Part};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};

/// So many words are tried in columns for one row at most.
const MOST_TRIED: usize = 2000;

/// So far under a line, in sizes, the rest of its labels may stand: a line of a heading may be between.
const REACH: f32 = 2.4;

/// So many lines a label may go on at most.
const MOST_LINES: usize = 16;

/// So many words stand on the lines of a row at most.
const MOST_WORDS: usize = 600;

/// For each word of a region so many are tried in all: a row takes a few for each of its own.
const TRIED: usize = 20;

/// Deals the words of each row of labels anew in which one is not what the answers say.
pub(super) fn settle(labelled: &mut [Labelled], answered: &Answered, words: &mut [ChartWord<'_>]) {
    let said = |label: &String| label == OTHER || answered.says(label);
    let labels: Vec<String> = labelled.iter().map(label_squashed).collect();
    // What nobody chose is said nowhere but under the bars.
    let mut unsaid: BTreeMap<&String, (usize, i64)> = BTreeMap::new();
    for (bar, label) in labelled
        .iter()
        .zip(&labels)
        .filter(|(_, label)| !said(label))
    {
        let (times, count) = unsaid.entry(label).or_default();
        *times += 1;
        *count = bar.count().max(*count);
    }
    if unsaid.is_empty() {
        return;
    }
    let others = BTreeSet::from([OTHER.to_owned()]);
    let unchosen = unsaid.iter().filter(|(_, all)| matches!(all, (2.., 0)));
    let unchosen = unchosen.map(|(label, _)| (*label).clone());
    let unchosen: BTreeSet<String> = unchosen.chain([OTHER.to_owned()]).collect();
    let mut left = words.len().saturating_mul(TRIED);
    let mut from = 0;
    for row in labelled.chunk_by_mut(|a, b| a.page == b.page && (a.y - b.y).abs() < 1.0) {
        let own = labels.get(from..from + row.len()).unwrap_or(&[]);
        from += row.len();
        if own.iter().all(said) || left == 0 {
            continue;
        }
        let lines = lines_of(row, words);
        let least = lines
            .iter()
            .position(|line| !line.own)
            .unwrap_or(lines.len());
        let texts: Vec<Vec<Placed>> = lines
            .iter()
            .map(|line| {
                let of_line = line.words.iter().filter_map(|index| words.get(*index));
                of_line.map(Placed::of).collect()
            })
            .collect();
        // What stands close under labels is the rest of them, where it can be.
        let mut dealt = |also: &BTreeSet<String>| {
            let heads = (least..=texts.len())
                .rev()
                .filter_map(|end| texts.get(..end));
            let mut all = heads.map(|head| deal(head, row.len(), answered, also, &mut left));
            all.find(|way| *way != Way::None).unwrap_or(Way::None)
        };
        let way = match dealt(&others) {
            Way::None => dealt(&unchosen),
            way => way,
        };
        let Way::One(columns) = way else { continue };
        for bar in row.iter_mut() {
            bar.parts.clear();
        }
        let dealt = lines.iter().flat_map(|line| &line.words);
        for (index, column) in dealt.zip(columns.iter().flatten()) {
            if let (Some(word), Some(bar)) = (words.get_mut(*index), row.get_mut(*column)) {
                word.used = true;
                bar.parts.push(Part {
                    printed: word.printed(),
                    text: word.text.to_owned(),
                    bbox: word.bbox,
                });
            }
        }
    }
}

/// A line of a row of labels.
struct LabelLine {
    /// The page, by index.
    page: usize,
    /// Its top, points.
    y: f32,
    /// Its words, from left to right.
    words: Vec<usize>,
    /// Whether a label has one of them; otherwise it stands close under one of which a label has.
    own: bool,
}

impl LabelLine {
    fn has(&self, word: &ChartWord<'_>) -> bool {
        self.page == word.line.page_index && (self.y - word.bbox.y0).abs() < 0.45 * word.size
    }
}

/// The lines that a row's labels stand on, and those close under them, from the top; with the words that
/// no label has.
fn lines_of(row: &[Labelled], words: &[ChartWord<'_>]) -> Vec<LabelLine> {
    let place = |word: &ChartWord<'_>| (word.line.page_index, word.word.range.start);
    let parts = row.iter().flat_map(|bar| &bar.parts);
    let own: BTreeSet<usize> = parts
        .filter_map(|part| {
            let (page, start) = (part.printed.span.page as usize, part.printed.span.start);
            // The words stand in the order of the page.
            words
                .binary_search_by(|word| place(word).cmp(&(page.saturating_sub(1), start)))
                .ok()
        })
        .collect();
    let (Some(first), Some(last)) = (own.first(), own.last()) else {
        return Vec::new();
    };
    let line_of = |index: usize| words.get(index).map_or(0, |word| word.line_index);
    let from = words.partition_point(|word| word.line_index < line_of(*first));
    let to = words.partition_point(|word| word.line_index <= line_of(*last) + MOST_LINES);
    if to - from > MOST_WORDS {
        return Vec::new();
    }
    let mut lines: Vec<LabelLine> = Vec::new();
    for (index, word) in words.iter().enumerate().take(to).skip(from) {
        let own = own.contains(&index);
        if word.used && !own {
            continue;
        }
        match lines.iter_mut().find(|line| line.has(word)) {
            Some(line) => {
                line.words.push(index);
                line.own |= own;
            }
            None => lines.push(LabelLine {
                page: word.line.page_index,
                y: word.bbox.y0,
                words: vec![index],
                own,
            }),
        }
    }
    lines.sort_by(|a, b| a.page.cmp(&b.page).then(a.y.total_cmp(&b.y)));
    let left = |index: &usize| words.get(*index).map_or(0.0, |word| word.bbox.x0);
    for line in &mut lines {
        line.words.sort_by(|a, b| left(a).total_cmp(&left(b)));
    }
    let Some(last) = lines.iter().rposition(|line| line.own) else {
        return Vec::new();
    };
    let rest = lines.split_off(last + 1);
    lines.retain(|line| line.own);
    for line in rest.into_iter().take(MOST_LINES) {
        let close = lines.last().is_some_and(|above| {
            let first = line.words.first().and_then(|index| words.get(*index));
            let pitch = first.map_or(0.0, |word| REACH * word.line.stretch * word.size);
            above.page == line.page && line.y - above.y <= pitch
        });
        if !close {
            break;
        }
        lines.push(line);
    }
    lines
}

/// A word of a label, blanks taken out, and where it begins and ends, from left to right.
struct Placed {
    text: String,
    from: f32,
    to: f32,
}

impl Placed {
    fn of(word: &ChartWord<'_>) -> Self {
        Self {
            text: squash(word.text).into_owned(),
            from: word.bbox.x0,
            to: word.bbox.x1,
        }
    }
}

/// So many ways to deal a row are looked at: which of them keeps the columns apart tells more than one way.
const MOST_WAYS: usize = 8;

/// How words can be dealt to columns.
#[derive(Debug, PartialEq)]
enum Way {
    None,
    /// The column of each word of each line, from the left.
    One(Vec<Vec<usize>>),
    /// In several ways, or it was not found out.
    Unclear,
}

/// How the words of a row of labels can be dealt, so that each column is something that the answers say,
/// or one of `also`; of several ways the one in which no word stands beside or behind those of the next column.
fn deal(
    lines: &[Vec<Placed>],
    columns: usize,
    answered: &Answered,
    also: &BTreeSet<String>,
    left: &mut usize,
) -> Way {
    let most = MOST_TRIED.min(*left);
    let empty = Column {
        text: String::new(),
        begun: answered.begun(""),
    };
    let mut search = Search {
        lines,
        answered,
        also,
        columns: vec![empty; columns],
        dealt: vec![Vec::new(); lines.len()],
        found: Vec::new(),
        left: most,
    };
    search.deal(0, 0, 0);
    *left -= most - search.left;
    if search.left == 0 || search.found.len() >= MOST_WAYS {
        return Way::Unclear;
    }
    if search.found.is_empty() {
        return Way::None;
    }
    let several = search.found.len() > 1;
    let apart = |dealt: &Vec<Vec<usize>>| !several || are_apart(lines, dealt, columns);
    let ways = search.found.into_iter().map(|(_, dealt)| dealt);
    let mut ways = ways.filter(apart);
    match (ways.next(), ways.next()) {
        (Some(way), None) => Way::One(way),
        _ => Way::Unclear,
    }
}

/// Whether the words of each column end before those of the next begin.
fn are_apart(lines: &[Vec<Placed>], dealt: &[Vec<usize>], columns: usize) -> bool {
    let words = lines.iter().flatten().zip(dealt.iter().flatten());
    let mut edges = vec![(f32::INFINITY, f32::NEG_INFINITY); columns];
    for (word, column) in words {
        if let Some((from, to)) = edges.get_mut(*column) {
            (*from, *to) = (from.min(word.from), to.max(word.to));
        }
    }
    let mut pairs = edges.windows(2);
    pairs.all(|pair| matches!(pair, [(_, end), (begin, _)] if end < begin))
}

/// What a column says so far.
#[derive(Clone)]
struct Column {
    text: String,
    /// The lines of answers that begin with it.
    begun: Range<usize>,
}

struct Search<'s> {
    lines: &'s [Vec<Placed>],
    answered: &'s Answered,
    also: &'s BTreeSet<String>,
    columns: Vec<Column>,
    dealt: Vec<Vec<usize>>,
    /// The labels, and the columns of all words.
    found: Vec<(Vec<String>, Vec<Vec<usize>>)>,
    /// How many words may still be tried.
    left: usize,
}

impl Search<'_> {
    /// Deals the words from one of a line on, to that column and those behind it.
    fn deal(&mut self, line: usize, word: usize, first: usize) {
        let Some(words) = self.lines.get(line) else {
            self.keep();
            return;
        };
        let Some(Placed { text, .. }) = words.get(word) else {
            self.deal(line + 1, 0, 0);
            return;
        };
        for column in first..self.columns.len() {
            if self.left == 0 || self.found.len() >= MOST_WAYS {
                return;
            }
            self.left -= 1;
            let Some(before) = self.put(column, text) else {
                continue;
            };
            if let Some(dealt) = self.dealt.get_mut(line) {
                dealt.push(column);
            }
            self.deal(line, word + 1, column);
            if let Some(dealt) = self.dealt.get_mut(line) {
                dealt.pop();
            }
            self.take(column, text, before);
        }
    }

    /// Puts a word into a column, where something begins with what it says then; gives the lines of answers
    /// that began with what it said before.
    fn put(&mut self, column: usize, text: &str) -> Option<Range<usize>> {
        let own = self.columns.get_mut(column)?;
        let (before, len) = (own.begun.clone(), own.text.len());
        own.text.push_str(text);
        own.begun = self.answered.going_on(before.clone(), len, text);
        if own.begun.is_empty() && !begins(self.also, &own.text) {
            self.take(column, text, before);
            return None;
        }
        Some(before)
    }

    /// Takes the last word out of a column again.
    fn take(&mut self, column: usize, text: &str, before: Range<usize>) {
        if let Some(own) = self.columns.get_mut(column) {
            own.text.truncate(own.text.len() - text.len());
            own.begun = before;
        }
    }

    /// Keeps the labels where each is whole, and no two are one.
    fn keep(&mut self) {
        let whole = |column: &Column| {
            let (text, begun) = (&column.text, &column.begun);
            self.also.contains(text) || (!text.is_empty() && self.answered.ended(begun, text.len()))
        };
        if !self.columns.iter().all(whole) {
            return;
        }
        let texts = self.columns.iter().map(|column| &column.text);
        let distinct: BTreeSet<&String> = texts.clone().collect();
        let known = self.found.iter().any(|(found, _)| texts.clone().eq(found));
        if distinct.len() == self.columns.len() && !known {
            let labels = texts.cloned().collect();
            self.found.push((labels, self.dealt.clone()));
        }
    }
}

/// Whether one of the labels begins with that.
fn begins(labels: &BTreeSet<String>, text: &str) -> bool {
    let mut from = labels.range::<str, _>((Bound::Included(text), Bound::Unbounded));
    from.next().is_some_and(|label| label.starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(lines: &[&str]) -> Answered {
        let lines: Vec<String> = lines.iter().map(|line| line.replace(' ', "")).collect();
        Answered::of_lines(lines.iter().map(String::as_str))
    }

    fn dealt(row: &[&str], columns: usize, lines: &[&str]) -> Way {
        // Each letter is one wide, in its place on the line.
        let words = |line: &&str| {
            let mut from = 0.0;
            let mut words = Vec::new();
            for part in line.split(' ') {
                let to = from + f32::from(u16::try_from(part.chars().count()).unwrap());
                if !part.is_empty() {
                    let text = part.to_owned();
                    words.push(Placed { text, from, to });
                }
                from = to + 1.0;
            }
            words
        };
        let row: Vec<Vec<Placed>> = row.iter().map(words).collect();
        deal(
            &row,
            columns,
            &answered(lines),
            &BTreeSet::new(),
            &mut 10_000,
        )
    }

    #[test]
    fn words_go_where_the_answers_want_them() {
        let row = [
            "Første år i Tiltak i dette",
            "perioden partnerskapet har",
            "hatt",
        ];
        let answers = [
            "Første år i perioden",
            "Tiltak i dette",
            "partnerskapet har hatt",
        ];
        let all = vec![vec![0, 0, 0, 1, 1, 1], vec![0, 1, 1], vec![1]];
        assert_eq!(dealt(&row, 2, &answers), Way::One(all));
    }

    #[test]
    fn what_can_be_dealt_in_two_ways_is_not_dealt() {
        let answers = ["Kurs", "Kurs på", "på nett", "nett"];
        assert_eq!(dealt(&["Kurs på nett"], 2, &answers), Way::Unclear);
        assert_eq!(
            dealt(&["Kurs på nett"], 2, &answers[1..]),
            Way::One(vec![vec![0, 0, 1]])
        );
    }

    #[test]
    fn of_several_ways_the_one_that_keeps_the_columns_apart_is_taken() {
        let answers = ["Kurs i by", "Kurs på land", "Andre kurs"];
        // The third label stands on a line of its own, in the middle of its cell.
        let row = [
            "Kurs i     Kurs på",
            "                      Andre kurs",
            "by         land",
        ];
        let all = vec![vec![0, 0, 1, 1], vec![2, 2], vec![0, 1]];
        assert_eq!(dealt(&row, 3, &answers), Way::One(all));
        let between = ["Kurs i     Kurs på", "       Andre kurs", "by         land"];
        assert_eq!(dealt(&between, 3, &answers), Way::Unclear);
    }

    #[test]
    fn all_words_have_a_column_and_all_columns_a_label() {
        assert_eq!(dealt(&["Kurs nett bok"], 2, &["Kurs", "nett"]), Way::None);
        assert_eq!(dealt(&["Kurs"], 2, &["Kurs", "nett"]), Way::None);
        assert_eq!(
            dealt(&["Kurs Kurs"], 2, &["Kurs"]),
            Way::None,
            "one option twice"
        );
        assert_eq!(
            dealt(&["Kurs i"], 1, &["Kurs i nett"]),
            Way::None,
            "half a label"
        );
    }

    #[test]
    fn the_search_ends() {
        let many: Vec<&str> = vec!["a"; 60];
        let lines: Vec<String> = (1..40).map(|times| "a".repeat(times)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(dealt(&[&many.join(" ")], 8, &lines), Way::Unclear);
    }
}
