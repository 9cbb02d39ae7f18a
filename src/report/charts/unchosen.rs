//! Labels of options that nobody chose: no answer tells where they end.

use super::answered::Answered;
use super::columns::{Column, Manner};
use super::spelling::label_squashed;
use super::words::{ChartWord, on_page};
use super::{Labelled, OTHER};
use std::collections::BTreeMap;

/// So many charts that have a longer label tell that it is one.
const ENOUGH: usize = 2;

/// Whether a bar counts nobody, and no answer says its label.
fn is_unchosen(bar: &Labelled, answered: &Answered) -> bool {
    let label = label_squashed(bar);
    bar.count() == 0 && !label.is_empty() && label != OTHER && !answered.says(&label)
}

/// Whether under the label of such a bar a word stands that no label has, and that would be its next line,
/// were lines so many sizes apart.
pub(super) fn may_go_on(
    labelled: &[Labelled],
    answered: &Answered,
    (manner, pitch): (Manner, f32),
    words: &[ChartWord<'_>],
) -> bool {
    let goes_on = |bar: &Labelled| {
        let (left, right) = bar.column;
        let column = Column { left, right };
        let Some(last) = bar.parts.last().map(|part| part.bbox) else {
            return false;
        };
        let near = |word: &ChartWord<'_>| {
            let down = (word.bbox.y0 - last.y0) / word.size;
            !word.used
                && (0.5..pitch * word.line.stretch).contains(&down)
                && column.has(word, manner.by)
        };
        on_page(words, bar.page).iter().any(near)
    };
    let mut bars = labelled.iter();
    bars.any(|bar| is_unchosen(bar, answered) && goes_on(bar))
}

/// Whether of two readings of the same bars the second differs by this alone, that options that nobody chose
/// have longer labels, each the same in every chart: nothing but labels stands so under several bars.
pub(super) fn goes_on(short: &[Labelled], long: &[Labelled], answered: &Answered) -> bool {
    let mut longer: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (a, b) in short.iter().zip(long) {
        let (label, with) = (label_squashed(a), label_squashed(b));
        let known = longer.entry(label.clone()).or_insert((with.clone(), 0));
        known.1 += 1;
        let fits = label == with || with.starts_with(&label) && is_unchosen(a, answered);
        if known.0 != with || !fits {
            return false;
        }
    }
    let mut changed = longer.iter().filter(|(label, (with, _))| *label != with);
    short.len() == long.len() && changed.all(|(_, (_, times))| *times >= ENOUGH)
}
