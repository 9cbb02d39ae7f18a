//! The list `Andre svar`: the own texts of all respondents, one after the other.
//!
//! Where one text ends and the next begins is told by the answers, which print each text again under
//! its respondent; a text that no answer has is told apart by the distance of its lines.

use super::super::OtherAnswers;
use super::super::exporter::OTHER;
use super::super::lines::{Line, join, same_paragraph};
use super::words::ChartWord;
use crate::text::Layout;
use std::collections::HashMap;

/// An own text over more lines than this is told apart by distance alone.
const MAX_LINES: usize = 8;

/// The lines that are in no chart, from the heading on, parted into texts; and those lines.
pub(super) fn other_answers<'a>(
    region: &[Line<'a>],
    rest: &[Line<'_>],
    words: &[ChartWord<'_>],
    layout: Layout,
) -> Option<(OtherAnswers, Vec<Line<'a>>)> {
    let mut free = vec![true; region.len()];
    for word in words.iter().filter(|word| word.used) {
        if let Some(slot) = free.get_mut(word.line_index) {
            *slot = false;
        }
    }
    let is_free = |index: usize| free.get(index) == Some(&true);
    let heading = region
        .iter()
        .enumerate()
        .position(|(index, line)| is_free(index) && line.squashed() == OTHER)?;
    let lines: Vec<Line<'a>> = region
        .iter()
        .enumerate()
        .skip(heading + 1)
        .skip_while(|(index, _)| !is_free(*index))
        .take_while(|(index, _)| is_free(*index))
        .map(|(_, line)| *line)
        .collect();
    let certain = lines.iter().all(Line::certain);
    let answered = Answered::new(rest);
    let mut texts = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let left = lines.get(start..).unwrap_or(&[]);
        let count = known(left, &answered).unwrap_or_else(|| paragraph(left, layout));
        let parts: Vec<_> = left.iter().take(count).map(Line::printed).collect();
        texts.extend(join(&parts));
        start += count.max(1);
    }
    let list = OtherAnswers {
        heading: region.get(heading)?.printed().span,
        texts,
        certain,
    };
    Some((list, lines))
}

/// The lines of the answers, as they stand, and without the hyphens at their ends, which may be those of
/// words that were broken.
struct Answered {
    printed: Lines,
    unbroken: Lines,
}

/// Lines, blanks taken out.
#[derive(Default)]
struct Lines {
    /// All of them, one after the other.
    text: String,
    /// Where each begins, and the end.
    bounds: Vec<usize>,
    /// The lines that begin with a character, by number.
    by_first: HashMap<char, Vec<usize>>,
}

impl Answered {
    fn new(rest: &[Line<'_>]) -> Self {
        let unbroken = rest.iter().map(|line| unbroken(line.squashed()));
        Self {
            printed: Lines::new(rest.iter().map(Line::squashed)),
            unbroken: Lines::new(unbroken),
        }
    }
}

/// A line without the hyphen at its end.
fn unbroken(line: &str) -> &str {
    line.strip_suffix('-').unwrap_or(line)
}

impl Lines {
    fn new<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut all = Self::default();
        for (number, text) in lines.enumerate() {
            all.bounds.push(all.text.len());
            all.text.push_str(text);
            if let Some(first) = text.chars().next() {
                all.by_first.entry(first).or_default().push(number);
            }
        }
        all.bounds.push(all.text.len());
        all
    }

    /// Whether some lines of the answers, together, say a text.
    fn contains(&self, text: &str) -> bool {
        let first = text.chars().next();
        let lines = first.and_then(|first| self.by_first.get(&first));
        lines.into_iter().flatten().any(|number| {
            let Some([from, ends @ ..]) = self.bounds.get(*number..) else {
                return false;
            };
            let after = self.text.get(*from..).unwrap_or("");
            let end = from + text.len();
            after.starts_with(text) && ends.iter().take(MAX_LINES).any(|known| *known == end)
        })
    }
}

/// How many lines from the first are, together, what an answer prints: the most.
fn known(lines: &[Line<'_>], answered: &Answered) -> Option<usize> {
    let (mut printed, mut whole) = (String::new(), String::new());
    let mut found = None;
    for (index, line) in lines.iter().take(MAX_LINES).enumerate() {
        printed.push_str(line.squashed());
        whole.push_str(unbroken(line.squashed()));
        if answered.printed.contains(&printed) || answered.unbroken.contains(&whole) {
            found = Some(index + 1);
        }
    }
    found
}

/// How many lines from the first stand as near each other as those of one text do.
fn paragraph(lines: &[Line<'_>], layout: Layout) -> usize {
    let near =
        |pair: &[Line<'_>]| matches!(pair, [above, below] if same_paragraph(above, below, layout));
    1 + lines.windows(2).take_while(|pair| near(pair)).count()
}
