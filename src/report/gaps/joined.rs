//! Two questions that a lost page has made one, where who stands before the page break and who stands behind
//! it are everyone once: what the question says of itself shows it.
//!
//! Under a title answers all have a key, or none has. All figures of a block are wrong at once where the
//! answers are another question's, and no single answer that is printed wrongly explains them. Whoever chooses
//! nothing has written what the list repeats. And the answer above a page break may have gone on: with a text
//! of its own that the list and the charts have.

use super::super::folded::squash;
use super::super::questions::Draft;
use super::super::{Answer, Group, Kind, Question, Statistics};
use super::Sheets;
use crate::text::Printed;
use std::collections::BTreeSet;

/// The first page break from a page to another at which a page may be lost.
type Open<'o> = &'o dyn Fn(usize, usize) -> Option<usize>;

/// The page break at which a page may be lost between a question and what stands under its title.
/// `end` is the page with the first line of what follows.
pub(super) fn joined(draft: &Draft, end: usize, sheets: &Sheets) -> Option<usize> {
    let open = |from: usize, to: usize| (from..to).find(|at| !sheets.seam(*at).is_closed());
    let keyed = draft.keyed_from.and_then(|(above, page)| open(above, page));
    keyed
        .or_else(|| another_block(draft, &open))
        .or_else(|| other_options(draft, &open))
        .or_else(|| cut_text(draft, end, &open))
}

/// Where the block of figures is that of other answers.
fn another_block(draft: &Draft, open: Open<'_>) -> Option<usize> {
    let stats = draft.question.stats.as_ref()?;
    let last = match draft.question.not_stated {
        // What follows the last answer is no other one.
        Some(_) => *draft.answer_pages.last()?,
        None => draft.last_page,
    };
    let first = open(draft.first_page, last)?;
    let values = values(&draft.question)?;
    let figures = Figures::of(stats)?;
    if parted(stats, figures.wrong(&Known::of(&values)), open) {
        return Some(first);
    }
    let block = figures.of_itself(values.len()) && figures.of_others(&values);
    (block && !figures.explained(&values, |at| stands_alone(draft, at, open))).then_some(first)
}

/// Whether a page break parts the figures of a block, those above from those that are right.
fn parted(stats: &Statistics, wrong: [Option<bool>; 4], open: Open<'_>) -> bool {
    let [_, sum, mean, median, stddev] = stats.figures();
    let printed = [sum, mean, median, stddev];
    let pages = printed.map(|one| one.and_then(|one| usize::try_from(one.span.page).ok()));
    let judged: Vec<(usize, bool)> = pages
        .into_iter()
        .zip(wrong)
        .filter_map(|(page, wrong)| Some((page?.checked_sub(1)?, wrong?)))
        .collect();
    let right_from = judged.iter().position(|(_, wrong)| !wrong);
    let Some((above, below)) = right_from.and_then(|at| judged.split_at_checked(at)) else {
        return false;
    };
    let (Some((above, _)), Some((page, _))) = (above.last(), below.first()) else {
        return false;
    };
    below.iter().all(|(_, wrong)| !wrong) && open(*above, *page).is_some()
}

/// Whether an answer is the only one on its side of a page break at which a page may be lost.
fn stands_alone(draft: &Draft, at: usize, open: Open<'_>) -> bool {
    let pages = &draft.answer_pages;
    let page = |at: usize| pages.get(at).copied();
    let parts = |above: Option<usize>, below: Option<usize>| {
        above.zip(below).is_some_and(|(a, b)| open(a, b).is_some())
    };
    let first = at == 0 && parts(page(0), page(1));
    first || at + 1 == pages.len() && at > 0 && parts(page(at - 1), page(at))
}

/// The numbers that were answered; none where one of them is not known.
fn values(question: &Question) -> Option<Vec<i128>> {
    let value = |answer: &Answer| match &answer.value {
        Some(value) => (answer.certain && value.certain).then_some(i128::from(value.value)),
        None => (answer.certain && answer.blank && answer.glyphs.is_none()).then_some(0),
    };
    question.answers.iter().map(value).collect()
}

/// The figures of a block that numbers give, each in units of its last decimal.
struct Figures {
    sum: i128,
    /// The value, and how many such units are one.
    mean: (i128, i128),
    median: Option<(i128, i128)>,
    stddev: Option<(i128, i128)>,
}

/// What is known of numbers.
struct Known {
    count: i128,
    sum: i128,
    /// Twice their median.
    middle: i128,
    /// The sum of their squares, where it is not beyond any count.
    squares: Option<i128>,
}

impl Known {
    fn of(values: &[i128]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let at = |at: usize| sorted.get(at).copied().unwrap_or(0);
        let lower = sorted.len().saturating_sub(1) / 2;
        let square =
            |so_far: Option<i128>, value: &i128| so_far?.checked_add(value.checked_mul(*value)?);
        Self {
            count: i128::try_from(values.len()).unwrap_or(0),
            sum: values.iter().sum(),
            middle: at(lower) + at(sorted.len() / 2),
            squares: values.iter().fold(Some(0), square),
        }
    }

    /// The square of the deviation, times the product of the count and one less, where it is known.
    fn spread(&self) -> Option<i128> {
        let all = self.count.checked_mul(self.squares?)?;
        all.checked_sub(self.sum.checked_mul(self.sum)?)
    }
}

impl Figures {
    /// Those of a block, where sum and mean are printed and one of the others is.
    fn of(stats: &Statistics) -> Option<Self> {
        let unit = |decimals: u8| 10_i128.checked_pow(u32::from(decimals));
        let figure = |printed: &Option<Printed<i64>>, decimals: u8| {
            let printed = printed.as_ref().filter(|printed| printed.certain)?;
            Some((i128::from(printed.value), unit(decimals)?))
        };
        let (sum, _) = figure(&stats.sum, 0)?;
        let mean = figure(&stats.mean, stats.decimals.mean)?;
        let median = figure(&stats.median, stats.decimals.median);
        let stddev = figure(&stats.stddev, stats.decimals.stddev);
        (median.is_some() || stddev.is_some()).then_some(Self {
            sum,
            mean,
            median,
            stddev,
        })
    }

    /// Whether sum, mean, median and deviation are others than those of the numbers, by more than rounding.
    fn wrong(&self, known: &Known) -> [Option<bool>; 4] {
        let (mean, unit) = self.mean;
        let mean = off(mean, known.count, known.sum, unit);
        let median = self
            .median
            .and_then(|(median, unit)| off(median, 2, known.middle, unit));
        let stddev = self.stddev.and_then(|(stddev, unit)| {
            let pairs = known.count.checked_mul(known.count - 1)?;
            let spread = known.spread()?.checked_mul(unit)?.checked_mul(unit)?;
            let square = |root: i128| root.checked_mul(root)?.checked_mul(pairs);
            let less = square((stddev - 1).max(0))?;
            Some(spread < less || spread > square(stddev + 1)?)
        });
        [Some(self.sum != known.sum), mean, median, stddev]
    }

    /// Whether the mean is that of the sum: the figures are of one block.
    fn of_itself(&self, count: usize) -> bool {
        let count = i128::try_from(count).unwrap_or(0);
        let (mean, unit) = self.mean;
        off(mean, count, self.sum, unit) == Some(false)
    }

    /// Whether sum and mean are those of other numbers, and one more figure is.
    fn of_others(&self, values: &[i128]) -> bool {
        let [sum, mean, median, stddev] = self.wrong(&Known::of(values));
        let more = [median, stddev].contains(&Some(true));
        sum == Some(true) && mean == Some(true) && more
    }

    /// Whether all figures are right once one number is another: then that answer is printed wrongly, unless
    /// `lost` says that it alone may be another question's.
    fn explained(&self, values: &[i128], lost: impl Fn(usize) -> bool) -> bool {
        let known = Known::of(values);
        let missing = self.sum - known.sum;
        let mut others = values.to_vec();
        let mut tried = BTreeSet::new();
        for (at, value) in values.iter().enumerate() {
            let instead = value + missing;
            if instead < 0 || lost(at) || !tried.insert(value) {
                continue;
            }
            if tried.len() * values.len() > MOST_TRIED {
                return false;
            }
            if let Some(slot) = others.get_mut(at) {
                *slot = instead;
            }
            let right = !self.wrong(&Known::of(&others)).contains(&Some(true));
            if right {
                return true;
            }
            if let Some(slot) = others.get_mut(at) {
                *slot = *value;
            }
        }
        false
    }
}

/// So many numbers are looked at to find the one that is printed wrongly.
const MOST_TRIED: usize = 1_000_000;

/// Whether a figure in units is another than a number of `parts`-th parts, by more than one unit; none where
/// it is beyond any count.
fn off(printed: i128, parts: i128, whole: i128, unit: i128) -> Option<bool> {
    let difference = printed
        .checked_mul(parts)?
        .checked_sub(whole.checked_mul(unit)?)?;
    Some(difference.abs() > parts)
}

/// So many who chose nothing that the charts have, and wrote nothing that the list has, answer something else.
const OTHERS: usize = 2;

/// Where the last answers are none to a question of which others have chosen something.
fn other_options(draft: &Draft, open: Open<'_>) -> Option<usize> {
    let question = &draft.question;
    if question.kind != Kind::MultipleChoice && question.kind != Kind::SingleChoice {
        return None;
    }
    let listed = question.other_answers.iter().flat_map(|list| &list.texts);
    let listed: BTreeSet<_> = listed.map(|text| squash(&text.value)).collect();
    let own = |answer: &Answer| {
        let own = answer.own_text.as_ref();
        own.is_some_and(|own| listed.contains(&squash(&own.value)))
    };
    let chose = |answer: &Answer| !answer.choices.is_empty() || own(answer);
    let last = question.answers.iter().rposition(chose)?;
    let below = question.answers.get(last + 1..)?;
    let others = below.iter().filter(|answer| !answer.blank).count();
    let pages = draft.answer_pages.get(last..)?;
    // The first name below may stand above the page break, and what stands below it under another.
    (others >= OTHERS)
        .then(|| open(*pages.first()?, *pages.get(OTHERS)?))
        .flatten()
}

/// Where the answer above a page break has lost the text of its own: the list has one more than the answers,
/// and the charts of all and of its group count one more.
fn cut_text(draft: &Draft, end: usize, open: Open<'_>) -> Option<usize> {
    let question = &draft.question;
    if question.kind != Kind::MultipleChoice && question.kind != Kind::SingleChoice {
        return None;
    }
    let list = question
        .other_answers
        .as_ref()
        .filter(|list| list.certain)?;
    let own = |answer: &Answer| {
        answer
            .own_text
            .as_ref()
            .map(|own| squash(&own.value).into_owned())
    };
    let written: BTreeSet<String> = question.answers.iter().filter_map(own).collect();
    let texts = list
        .texts
        .iter()
        .map(|text| squash(&text.value).into_owned());
    let unwritten = texts.filter(|text| !written.contains(text)).count();
    if unwritten != 1 {
        return None;
    }
    let one_more = |group: &Group| {
        let bars = question.charts.iter().filter(|chart| chart.group == *group);
        let mut bars = bars.flat_map(|chart| &chart.bars).filter(|bar| bar.other);
        bars.any(|bar| bar.count.value == question.chosen(group, bar) + 1)
    };
    let pages = &draft.answer_pages;
    let ends = question.answers.iter().zip(pages).enumerate();
    let mut cut = ends.filter_map(|(at, (answer, page))| {
        let seam = open(*page, pages.get(at + 1).copied().unwrap_or(end))?;
        let listed_after = at + 1 == pages.len() && question.not_stated.is_some();
        (answer.own_text.is_none() && !listed_after && one_more(&answer.group)).then_some(seam)
    });
    let seam = cut.next()?;
    one_more(&Group::default()).then_some(seam)
}
