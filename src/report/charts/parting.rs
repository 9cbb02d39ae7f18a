//! Bars in order → charts, by what the bars say themselves: their labels, counts, percents and rows,
//! and where the headings stand.
//!
//! For charts that are not all alike: bars sorted by count, options that nobody chose left out, an
//! option that is called like another. The division is the cheapest one into as many charts as have
//! headings, and one for all.

use super::Labelled;
use super::percents;
use super::words::Heading;
use std::collections::{BTreeMap, BTreeSet};

/// More bars than this in one question are not parted: no survey has them.
const MAX_BARS: usize = 400;
/// More bars than this are not one chart.
const MAX_LENGTH: usize = 60;
/// The cost of a bar that breaks the order of its chart.
const DISORDER: f32 = 30.0;
/// The cost of a percent that does not follow from the counts of its chart, and the most of it.
const STRANGE: f32 = 8.0;
const STRANGEST: f32 = 40.0;
/// The cost of a percent that is near what follows from the counts of its chart, and is not it.
const NEARLY: f32 = 1.0;
/// Divisions whose costs are nearer each other than this are equally good.
const EVEN: f32 = 0.25;
/// A gap this many points wider than another is wider, and no matter of how the labels wrap.
const WIDER: f32 = 8.0;
/// How far a heading may stand above the end of the chart before, and below the end of its own, points.
const SLACK: (f32, f32) = (8.0, 12.0);
/// The cost of a point between where a heading stands and where it should.
const ASIDE: f32 = 0.05;
/// The height of a page in the reckoning of places, more than any page has.
const PAGE: f32 = 20_000.0;

/// How the bars of a chart follow each other.
#[derive(Clone, Copy)]
enum Order {
    /// As the options do.
    Options,
    /// The highest count first.
    Counts,
}

/// Where a heading stands by its chart.
#[derive(Clone, Copy)]
enum Stand {
    Top,
    Middle,
}

/// How bars may follow each other, and headings stand.
const TRIES: [(Order, Stand); 4] = [
    (Order::Options, Stand::Top),
    (Order::Options, Stand::Middle),
    (Order::Counts, Stand::Top),
    (Order::Counts, Stand::Middle),
];

/// A division into charts.
pub(super) struct Parted {
    /// Where each chart ends; the first begins at 0.
    pub(super) ends: Vec<usize>,
    /// For each whether its borders are certain.
    pub(super) certain: Vec<bool>,
    /// The labels that stand twice in one chart.
    pub(super) twins: BTreeSet<String>,
}

/// What the bars are parted by.
struct Bars<'b> {
    all: &'b [Labelled],
    labels: &'b [String],
    /// Where each label is first met.
    first: BTreeMap<&'b str, usize>,
    /// How often each label may stand in one chart.
    most: BTreeMap<&'b str, usize>,
    other: &'b str,
}

/// Parts the bars into one chart more than there are headings; `None` where nothing fits.
pub(super) fn part(
    bars: &[Labelled],
    labels: &[String],
    headings: &[Heading],
    other: &str,
) -> Option<Parted> {
    let charts = headings.len() + 1;
    if bars.len() > MAX_BARS || bars.len() < charts {
        return None;
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, label) in labels.iter().enumerate() {
        first.entry(label).or_insert(index);
        *times.entry(label).or_default() += 1;
    }
    // Where most labels stand more often than there are charts, a heading was not found.
    let mut often: Vec<usize> = times.values().copied().collect();
    often.sort_unstable();
    if often
        .get(often.len() / 2)
        .is_some_and(|times| *times > charts)
    {
        return None;
    }
    // Two options of one name stand in a chart as two bars of that name.
    let most: BTreeMap<&str, usize> = times
        .iter()
        .map(|(label, times)| (*label, times.div_ceil(charts)))
        .collect();
    let all = Bars {
        all: bars,
        labels,
        first,
        most,
        other,
    };
    let (cost, ends) = TRIES
        .into_iter()
        .filter_map(|(order, stand)| all.cheapest(headings, order, stand))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    let mut from = 0;
    let mut strange = Vec::new();
    let mut twins = BTreeSet::new();
    for (number, end) in ends.iter().enumerate() {
        strange.push(all.strange(from, *end, number == 0).0 > 0);
        let mut seen = BTreeSet::new();
        let chart = labels.get(from..*end).unwrap_or(&[]);
        twins.extend(chart.iter().filter(|label| !seen.insert(*label)).cloned());
        from = *end;
    }
    // A bar in the wrong chart makes the percents of two neighbours strange; a printed fault, one's.
    let certain = (0..strange.len())
        .map(|number| {
            let at = |number: Option<usize>| {
                number.and_then(|number| strange.get(number)) == Some(&true)
            };
            !(at(Some(number)) && (at(number.checked_sub(1)) || at(Some(number + 1))))
                && !number
                    .checked_sub(1)
                    .is_some_and(|before| all.may_move(headings, &ends, before, cost))
                && !all.may_move(headings, &ends, number, cost)
        })
        .collect();
    Some(Parted {
        ends,
        certain,
        twins,
    })
}

/// One place for page and height.
fn place(page: usize, y: f32) -> f32 {
    let page = u16::try_from(page).unwrap_or(u16::MAX);
    f32::from(page) * PAGE + y
}

impl Bars<'_> {
    /// The cheapest division, and what it costs.
    fn cheapest(
        &self,
        headings: &[Heading],
        order: Order,
        stand: Stand,
    ) -> Option<(f32, Vec<usize>)> {
        let bars = self.all.len();
        // best[end]: the least cost of the charts so far, where the last of them ends there.
        let mut best = vec![f32::INFINITY; bars + 1];
        if let Some(start) = best.first_mut() {
            *start = 0.0;
        }
        let mut from: Vec<Vec<usize>> = Vec::new();
        let heads = std::iter::once(None).chain(headings.iter().map(Some));
        let own: Vec<Vec<f32>> = (0..bars).map(|start| self.costs(start, order)).collect();
        for (number, head) in heads.enumerate() {
            let mut next = vec![f32::INFINITY; bars + 1];
            let mut back = vec![0; bars + 1];
            for (start, costs) in own.iter().enumerate() {
                let before = best.get(start).copied().unwrap_or(f32::INFINITY);
                if before.is_infinite() {
                    continue;
                }
                for (more, cost) in costs.iter().enumerate() {
                    let end = start + more + 1;
                    if cost.is_infinite() {
                        continue;
                    }
                    let strange = self.strangeness(start, end, number == 0);
                    let aside = head.map_or(0.0, |head| self.aside(head, start, end, stand));
                    let sum = before + cost + strange + aside;
                    if let (Some(slot), Some(at)) = (next.get_mut(end), back.get_mut(end))
                        && sum < *slot
                    {
                        (*slot, *at) = (sum, start);
                    }
                }
            }
            best = next;
            from.push(back);
        }
        let cost = best.last().copied().filter(|cost| cost.is_finite())?;
        let mut ends = vec![bars];
        for back in from.iter().skip(1).rev() {
            let end = ends.last().copied()?;
            ends.push(*back.get(end)?);
        }
        ends.reverse();
        Some((cost, ends))
    }

    /// Whether the border after a chart may as well stand a bar before or after where it does: no cost and
    /// no gap on the page tells.
    fn may_move(&self, headings: &[Heading], ends: &[usize], number: usize, least: f32) -> bool {
        let Some(end) = ends.get(number).filter(|_| number + 1 < ends.len()) else {
            return false;
        };
        let gap = |end: usize| {
            let (above, below) = (self.all.get(end.checked_sub(1)?)?, self.all.get(end)?);
            (above.page == below.page).then(|| below.area().y0 - above.area().y1)
        };
        let mut others = end.checked_sub(1).into_iter().chain([end + 1]);
        others.any(|other| {
            let wider = gap(*end)
                .zip(gap(other))
                .is_some_and(|(own, other)| own > other + WIDER);
            let mut moved = ends.to_vec();
            if let Some(slot) = moved.get_mut(number) {
                *slot = other;
            }
            let cost = |(order, stand)| self.cost(headings, &moved, order, stand);
            !wider && TRIES.into_iter().any(|way| cost(way) < least + EVEN)
        })
    }

    /// What a division costs.
    fn cost(&self, headings: &[Heading], ends: &[usize], order: Order, stand: Stand) -> f32 {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let parts = starts.zip(ends).enumerate();
        let costs = parts.map(|(number, (start, end))| {
            let length = end.checked_sub(start + 1);
            let own = length.and_then(|length| self.costs(start, order).get(length).copied());
            let head = number.checked_sub(1).and_then(|at| headings.get(at));
            own.unwrap_or(f32::INFINITY)
                + self.strangeness(start, *end, number == 0)
                + head.map_or(0.0, |head| self.aside(head, start, *end, stand))
        });
        costs.sum()
    }

    /// What the percents of a chart cost that do not follow from its counts.
    fn strangeness(&self, start: usize, end: usize, for_all: bool) -> f32 {
        let (strange, near) = self.strange(start, end, for_all);
        let times = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        (times(strange) * STRANGE + times(near) * NEARLY).min(STRANGEST)
    }

    /// For each number of bars from `start` on what they cost as one chart: for their order; infinite
    /// where they can't be one.
    fn costs(&self, start: usize, order: Order) -> Vec<f32> {
        let mut out = Vec::new();
        if start
            .checked_sub(1)
            .is_some_and(|before| self.one_row(before))
        {
            return out;
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut cost = 0.0;
        for index in start..self.all.len().min(start + MAX_LENGTH) {
            let Some(label) = self.labels.get(index) else {
                break;
            };
            let times = seen.entry(label).or_default();
            *times += 1;
            if self
                .most
                .get(label.as_str())
                .is_some_and(|most| *times > *most)
            {
                break;
            }
            if index > start && self.disordered(index, order) {
                cost += DISORDER;
            }
            out.push(if self.one_row(index) {
                f32::INFINITY
            } else {
                cost
            });
        }
        out
    }

    /// Whether a bar and the next stand in one row.
    fn one_row(&self, index: usize) -> bool {
        let pair = (self.all.get(index), self.all.get(index + 1));
        matches!(pair, (Some(a), Some(b)) if a.page == b.page && (a.y - b.y).abs() < 1.0)
    }

    /// Whether a bar does not follow the one before it.
    fn disordered(&self, index: usize, order: Order) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        match order {
            Order::Options => {
                let rank = |index: usize| {
                    let label = self.labels.get(index).map_or("", String::as_str);
                    if label == self.other {
                        usize::MAX
                    } else {
                        self.first.get(label).copied().unwrap_or(0)
                    }
                };
                rank(index) < rank(before)
            }
            Order::Counts => {
                // What others wrote comes last, however many they are.
                let other = self
                    .labels
                    .get(index)
                    .is_some_and(|label| label == self.other);
                let count = |index: usize| self.all.get(index).map_or(0, Labelled::count);
                !other && count(index) > count(before)
            }
        }
    }

    /// How many percents do not follow from the counts of a chart: of their sum or, in the chart for
    /// all, of any number of respondents; and how many nearly do.
    fn strange(&self, start: usize, end: usize, for_all: bool) -> (usize, usize) {
        let values: Vec<(i64, i64, i64)> = self
            .all
            .get(start..end)
            .unwrap_or(&[])
            .iter()
            .filter_map(|bar| bar.value.as_ref())
            .map(|value| {
                let unit = percents::unit(value.decimals);
                // `33,0` may be a whole percent.
                let percent = value.percent.value;
                let whole = percent % unit == 0;
                let (percent, unit) = if whole {
                    (percent / unit, 1)
                } else {
                    (percent, unit)
                };
                (value.count.value, percent, unit)
            })
            .collect();
        let strange = |base: i64| {
            let off =
                |(count, percent, unit): &(i64, i64, i64)| 100 * count * unit - percent * base;
            // A digit of latitude, as for percents that are made to add up.
            let fits = |value: &&(i64, i64, i64)| base > 0 && off(value).abs() <= base;
            // Half up, or cut rather than rounded.
            let exact = |value: &&(i64, i64, i64)| (-base..2 * base).contains(&(2 * off(value)));
            let fitting = values.iter().filter(fits).count();
            let exact = values.iter().filter(fits).filter(exact).count();
            (values.len() - fitting, fitting - exact)
        };
        let sum = values
            .iter()
            .fold(0_i64, |sum, (count, ..)| sum.saturating_add(*count));
        if sum == 0 || sum > 1_000_000_000 {
            return (0, 0);
        }
        if !for_all {
            return strange(sum);
        }
        // The largest bar tells the number of respondents most closely.
        let Some((count, percent, unit)) = values.iter().max_by_key(|(count, ..)| *count) else {
            return (0, 0);
        };
        let low = 100 * count * unit / (percent + 1);
        let high = if *percent > 1 {
            100 * count * unit / (percent - 1) + 1
        } else {
            low + 200
        };
        let bases = low.max(1)..=high.min(low + 400);
        bases.map(strange).min().unwrap_or((0, 0))
    }

    /// What it costs that a heading stands where it does; infinite where it can't be the chart's.
    fn aside(&self, heading: &Heading, start: usize, end: usize, stand: Stand) -> f32 {
        let at = place(heading.page, heading.bbox.center_y());
        let end_of = |index: usize| {
            let bar = self.all.get(index)?;
            Some(place(bar.page, bar.area().y1))
        };
        let before = start.checked_sub(1).and_then(end_of);
        let own = end.checked_sub(1).and_then(end_of);
        let after = before.is_none_or(|before| at > before - SLACK.0);
        let not_after = own.is_none_or(|own| at < own + SLACK.1);
        if !(after && not_after) {
            return f32::INFINITY;
        }
        let here = self.all.get(start..end).unwrap_or(&[]).iter();
        let area = here
            .filter(|bar| bar.page == heading.page)
            .map(Labelled::area)
            .reduce(crate::text::Bbox::union);
        let Some(area) = area else {
            // On the page before its chart, or after it.
            return ASIDE * 400.0;
        };
        ASIDE
            * match stand {
                Stand::Top => (heading.bbox.y0 - area.y0).abs(),
                Stand::Middle => (heading.bbox.center_y() - area.center_y()).abs(),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::super::values::Value;
    use super::*;
    use crate::sample::certain;
    use crate::text::Bbox;

    /// Bars below each other: count, percent, and with how many decimals it is printed.
    fn bars(of: &[(i64, i64, u8)]) -> Vec<Labelled> {
        let bar = |(y, (count, percent, decimals)): (u8, &(i64, i64, u8))| {
            let y = 20.0 * f32::from(y);
            Labelled {
                value: Some(Value {
                    count: certain(*count),
                    percent: certain(*percent),
                    decimals: *decimals,
                    page: 0,
                    bbox: Bbox {
                        x0: 200.0,
                        y0: y,
                        x1: 230.0,
                        y1: y + 10.0,
                    },
                    size: 8.0,
                    line_index: 0,
                    word: 0,
                }),
                parts: Vec::new(),
                page: 0,
                y,
                column: (f32::MIN, f32::MAX),
            }
        };
        (0..).zip(of).map(bar).collect()
    }

    /// How many percents of a chart do not follow from its counts.
    fn strange(of: &[(i64, i64, u8)], for_all: bool) -> usize {
        let all = Bars {
            all: &bars(of),
            labels: &[],
            first: BTreeMap::new(),
            most: BTreeMap::new(),
            other: "",
        };
        all.strange(0, of.len(), for_all).0
    }

    #[test]
    fn percents_follow_from_the_counts_of_a_group_and_from_some_number_in_the_chart_of_all() {
        let five = [(3, 60, 0), (2, 40, 0), (1, 20, 0)];
        assert_eq!(strange(&five, true), 0, "several choices of five people");
        assert_eq!(strange(&five, false), 3, "of six choices");
        assert_eq!(strange(&[(3, 50, 0), (2, 33, 0), (1, 17, 0)], false), 0);
        let wrong = [(3, 60, 0), (2, 40, 0), (1, 50, 0)];
        assert_eq!(strange(&wrong, true), 1);
        // Five whole percent of forty say little of how many there are.
        let few = [(2, 50, 1), (1, 25, 1)];
        assert_eq!(strange(&few, true), 0);
    }

    #[test]
    fn the_first_bar_of_a_chart_breaks_no_order() {
        let labels = ["Ja", "Nei", "Ja", "Nei"].map(str::to_owned);
        let all = Bars {
            all: &bars(&[(1, 50, 0); 4]),
            labels: &labels,
            first: BTreeMap::from([("Ja", 0), ("Nei", 1)]),
            most: BTreeMap::from([("Ja", 1), ("Nei", 1)]),
            other: "",
        };
        assert_eq!(all.costs(2, Order::Options), [0.0, 0.0]);
        assert_eq!(all.costs(1, Order::Options), [0.0, DISORDER]);
    }
}
