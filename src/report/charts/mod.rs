//! Charts: which label and which value belong together, and to which chart.
//!
//! With boxes, position decides; the order of the options, which is the same in every chart of a
//! question, parts the charts from each other. Without boxes, only the order is left (see `flow`).

mod andre_svar;
mod answered;
mod astray;
mod bare;
mod columns;
mod dealing;
mod flow;
mod horizontal;
mod legend;
mod model;
mod parting;
mod percents;
mod sequence;
mod spelling;
mod torn;
mod unchosen;
mod values;
mod vertical;
mod words;

pub(super) use astray::stand_among;
pub(super) use flow::{give_back, read as read_flow, settle_mixed, without_values};
pub(super) use model::{Direction, Region};
pub(super) use percents::settle_decimals;

use super::exporter::OTHER;
use super::lines::Line;
use super::roster::Roster;
use super::{Answer, Bar, Chart, Explanation, Question};
use crate::text::Layout;
use model::{Labelled, Part};
use percents::{share, unit};
use std::collections::BTreeSet;
use values::Value;

/// So many sums are tried at the most that the percents of a chart may be of.
const MOST_TRIED: usize = 1000;

/// So many votes settle the direction.
const ENOUGH_VOTES: u32 = 150;

/// How the bars of a document lie, by vote: each bar that a value stands over, or stands at the end
/// of, has one. Where no bar is drawn, a value over two lines means upright bars.
///
/// `regions` are the lines of each question's charts, and those of its answers.
pub(super) fn direction(regions: &[(&[Line<'_>], &[Line<'_>])]) -> Direction {
    let (mut upright, mut lying) = (0_u32, 0_u32);
    let (mut flanked, mut free) = (0_u32, 0_u32);
    for (region, rest) in regions {
        // The votes of a few charts tell of all.
        if upright + lying >= ENOUGH_VOTES {
            break;
        }
        let mut all = words::words(region);
        legend::take_all(&mut all, "");
        legend::hide_written(&mut all, false);
        legend::hide_chosen(&mut all, rest);
        let (values, _) = values::values(&mut all);
        for value in &values {
            // Without bars: the label of a lying bar stands to the left of its value.
            let is_flanked = words::on_page(&all, value.page).iter().any(|word| {
                let near = (word.bbox.center_y() - value.bbox.center_y()).abs() < 0.8 * word.size;
                !word.used && near && word.bbox.x1 < value.bbox.x0
            });
            // Nor do the values of lying bars stand on one line.
            if is_flanked && !is_abreast(value, &values) {
                flanked += 1;
            } else {
                free += 1;
            }
            let Some(line) = region.get(value.line_index) else {
                continue;
            };
            if value.count.value == 0 {
                continue;
            }
            let size = value.size;
            for bar in &line.page.bars {
                let over = legend::is_on(value, bar);
                let (bar, at) = (bar.bbox, value.bbox);
                let beside = (bar.center_y() - at.center_y()).abs() < 0.6 * size
                    && (-0.4..1.8).contains(&((at.x0 - bar.x1) / size));
                upright += u32::from(over);
                lying += u32::from(beside);
            }
        }
    }
    match (upright, lying) {
        (0, 0) if flanked > free => Direction::Lying,
        (0, 0) => Direction::Upright,
        (upright, lying) if lying > upright && flanked * 4 < free => Direction::Under,
        (upright, lying) if lying > upright => Direction::Lying,
        _ => Direction::Upright,
    }
}

/// Whether another value stands on the same line.
fn is_abreast(value: &Value, all: &[Value]) -> bool {
    let level = |other: &&Value| {
        let apart = other.bbox.center_y() - value.bbox.center_y();
        other.page == value.page && apart.abs() < 0.5 * value.size
    };
    all.iter().filter(level).count() > 1
}

/// A chart in which options have no bar is whole only where its percents say so: those of a group are
/// of all choices made in it, so that they agree with the sum of its bars.
///
/// What someone of a group chose stands in the chart of all as well: a chart that counts what that one
/// does not have was given labels that are not whole.
pub(super) fn doubt_left_out(question: &mut Question) {
    let is_whole = |chart: &Chart| {
        let bars = chart.bars.iter().filter(|bar| !bar.other).count();
        chart.group.is_all()
            || bars >= question.options.len()
            || is_answered(question, chart)
            || is_proven(chart)
    };
    let whole: Vec<bool> = question.charts.iter().map(is_whole).collect();
    let charts = &mut question.charts;
    let all = charts.iter().find(|chart| chart.group.is_all());
    let common: Option<BTreeSet<String>> =
        all.map(|chart| chart.bars.iter().map(|bar| bar.option.clone()).collect());
    for chart in charts.iter_mut().filter(|chart| !chart.group.is_all()) {
        let strange = |bar: &Bar| {
            let known = common
                .as_ref()
                .is_none_or(|common| common.contains(&bar.option));
            !bar.other && bar.count.value > 0 && !known
        };
        chart.complete &= !chart.bars.iter().any(strange);
    }
    for (chart, whole) in charts.iter_mut().zip(whole) {
        chart.complete &= whole;
    }
}

/// Whether a group's chart counts what its members answered, all of it and nothing else: then no bar of it
/// is missing, whatever its percents are.
fn is_answered(question: &Question, chart: &Chart) -> bool {
    let mut members = question
        .answers
        .iter()
        .filter(|answer| answer.group == chart.group);
    let mut bars = chart.bars.iter();
    let has = |option: &str| {
        let mut bars = chart.bars.iter().filter(|bar| !bar.other);
        bars.any(|bar| bar.option == option)
    };
    let other = chart.bars.iter().any(|bar| bar.other);
    let read = |answer: &Answer| {
        let mut choices = answer.choices.iter();
        answer.certain
            && choices.all(|choice| has(&choice.option.value))
            && (other || answer.own_text.is_none())
    };
    bars.all(|bar| question.chosen(&chart.group, bar) == bar.count.value)
        && chart.bars.iter().any(|bar| bar.count.value > 0)
        && members.all(read)
}

/// Where a chart of a question is not whole, or somebody chose what no chart has, what one lost the
/// others may have lost as well, as charts that are wider than the page do: a group's is whole only
/// where its percents say so.
pub(super) fn doubt_beside(question: &mut Question) {
    // A bar that disagrees with the answers is wrong itself.
    let agrees = |chart: &Chart| {
        let mut bars = chart.bars.iter();
        bars.all(|bar| question.chosen(&chart.group, bar) == bar.count.value)
    };
    let lacking =
        |chart: &Chart| !chart.group.is_all() && agrees(chart) && lacks_a_bar(&chart.bars);
    let lacking: Vec<bool> = question.charts.iter().map(lacking).collect();
    for (chart, lacking) in question.charts.iter_mut().zip(lacking) {
        chart.complete &= !lacking;
    }
    let unknown = |answer: &Answer| {
        let listed = answer.certain && answer.own_text.is_some();
        let says = answer.own_text.is_some() || answer.comment.is_some();
        answer.choices.is_empty() && says && !listed
    };
    if question.charts_whole() && !question.answers.iter().any(unknown) {
        return;
    }
    for chart in &mut question.charts {
        chart.complete &= chart.group.is_all() || is_proven(chart);
    }
}

/// Whether the percents of a group's chart say that none of its bars is missing.
fn is_proven(chart: &Chart) -> bool {
    let mut counts = chart.bars.iter().map(|bar| bar.count.value);
    let Some(all) = counts.try_fold(0_i64, i64::checked_add) else {
        // So many do not answer: the counts were misread.
        return false;
    };
    let agrees = |bar: &&Bar| prints(bar, bar.count.value, all);
    // Nought is nought of any number.
    let nought = |bar: &&Bar| bar.count.value == 0 && bar.percent.value == 0;
    let telling = chart.bars.iter().filter(|bar| !nought(bar));
    let agreeing = telling.clone().filter(agrees).count();
    // Nor is more than all of any number: there the percent alone is wrong.
    let beyond = telling
        .clone()
        .filter(|bar| bar.percent.value > 100 * unit(bar.decimals));
    agreeing * 2 > telling.clone().count()
        || agreeing + beyond.count() == telling.clone().count()
        || telling.count() == 0
        || one_is_wrong(&chart.bars, all)
        || counts_too_much(&chart.bars, all)
}

/// Whether a bar's percent is that of a count of so many.
fn prints(bar: &Bar, count: i64, all: i64) -> bool {
    share(count, all, bar.decimals) == Some(bar.percent.value)
}

/// Whether the percents say that all bars are there and the count of one of them is wrong: with the
/// count that its percent stands for, all agree. A bar that is missing leaves no such one.
fn one_is_wrong(bars: &[Bar], all: i64) -> bool {
    bars.iter().enumerate().any(|(index, wrong)| {
        let rest = all - wrong.count.value;
        let whole = 100 * unit(wrong.decimals);
        let percent = wrong.percent.value;
        if !(0..whole).contains(&percent) || rest < 0 {
            return false;
        }
        let near = percent.saturating_mul(rest) / (whole - percent);
        (near.saturating_sub(1)..=near.saturating_add(1)).any(|count| {
            let all = rest.saturating_add(count);
            let others = bars.iter().enumerate().filter(|(at, _)| *at != index);
            count >= 0
                && prints(wrong, count, all)
                && !prints(wrong, wrong.count.value, all)
                && others
                    .into_iter()
                    .all(|(_, bar)| prints(bar, bar.count.value, all))
        })
    })
}

/// Whether all percents are of one number of choices, which is more than the bars count together: then one is
/// missing.
fn lacks_a_bar(bars: &[Bar]) -> bool {
    let counts = bars.iter().map(|bar| bar.count.value);
    let Some(all) = counts.clone().try_fold(0_i64, i64::checked_add) else {
        return false;
    };
    let fit = |all: i64| bars.iter().all(|bar| prints(bar, bar.count.value, all));
    let telling = counts.filter(|count| *count > 0).count();
    telling > 1
        && !fit(all)
        && (1..)
            .take(MOST_TRIED)
            .any(|more| fit(all.saturating_add(more)))
}

/// Whether all percents are of fewer choices than the bars count together: then none is missing, and a
/// bar counts too many.
fn counts_too_much(bars: &[Bar], all: i64) -> bool {
    let Some(most) = bars.iter().max_by_key(|bar| bar.percent.value) else {
        return false;
    };
    let whole = 100 * unit(most.decimals);
    let count = most.count.value.saturating_mul(whole);
    let (least, percent) = (most.percent.value + 1, most.percent.value - 1);
    if percent < 1 || bars.len() < 2 {
        return false;
    }
    let (from, to) = (
        count / least,
        (count / percent).saturating_add(1).min(all - 1),
    );
    (from..=to)
        .take(MOST_TRIED)
        .any(|all| bars.iter().all(|bar| prints(bar, bar.count.value, all)))
}

/// Takes back that words are used.
fn show(words: &mut [words::ChartWord<'_>], hidden: Vec<usize>) {
    for index in hidden {
        if let Some(word) = words.get_mut(index) {
            word.used = false;
        }
    }
}

/// Reads the charts of one question from the lines between its title and its answers; `rest` is the
/// answers' lines.
pub(super) fn read(
    region: &[Line<'_>],
    rest: &[Line<'_>],
    roster: &Roster,
    direction: Direction,
    layout: Layout,
) -> Region {
    let mut all = words::words(region);
    let headings = words::headings(&mut all, roster);
    let answered: String = rest.iter().map(Line::squashed).collect();
    let legend = legend::take_all(&mut all, &answered);
    let mut out = Region {
        single: !legend.is_empty(),
        ..Region::default()
    };
    // What only looks like a legend is an own text: no value and no label.
    let mut written = legend::hide_written(&mut all, out.single);
    written.extend(legend::hide_values(&mut all, direction));
    let mut lone = Vec::new();
    let mut labelled = if legend.is_empty() {
        let chosen = legend::hide_chosen(&mut all, rest);
        let (values, without) = values::values(&mut all);
        lone = without;
        show(&mut all, chosen);
        match direction {
            Direction::Upright => vertical::label(&values, rest, &mut all),
            Direction::Lying => horizontal::label(values, &mut all),
            Direction::Under => horizontal::label_above(values, &mut all),
        }
    } else {
        legend
    };
    let upright = direction == Direction::Upright && !out.single;
    bare::add(&mut labelled, &headings, upright, &mut all);
    show(&mut all, written);
    sequence::arrange(&labelled, headings, &answered, &mut out);
    if !lone.is_empty() {
        // A percent without a count is a bar that some chart lacks.
        let groups = out.charts.iter_mut().filter(|one| !one.group.is_all());
        groups.for_each(|chart| chart.complete &= is_proven(chart));
    }
    out.unread
        .extend(lone.into_iter().map(|printed| (printed, "percent")));
    let labels = all.iter().filter(|word| word.used);
    out.passages
        .extend(labels.map(|word| word.passage(Explanation::Option)));
    if !out.single
        && let Some((list, lines)) = andre_svar::other_answers(region, rest, &all, layout)
    {
        out.other_answers = Some(list);
        out.passages
            .extend(lines.iter().map(|line| line.passage(Explanation::Prose)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Choice;
    use super::*;
    use crate::sample::{certain, question_with_answers};

    /// A group's chart with these counts and percents; `options` are all that the question has.
    fn complete(bars: &[(i64, i64)], options: usize) -> bool {
        answered(bars, options, &[])
    }

    /// The same where its members chose these.
    fn answered(bars: &[(i64, i64)], options: usize, chosen: &[&[usize]]) -> bool {
        let bars = bars
            .iter()
            .enumerate()
            .map(|(index, (count, percent))| Bar {
                option: index.to_string(),
                label: certain(0).map(|_| index.to_string()),
                count: certain(*count),
                percent: certain(*percent),
                decimals: 0,
                other: false,
            });
        let chart = Chart {
            group: "Offentlig/Kommune".into(),
            heading: None,
            bars: bars.collect(),
            complete: true,
        };
        let mut question = question_with_answers();
        question.charts = vec![chart];
        question.options = (0..options).map(|index| index.to_string()).collect();
        let one = question.answers.remove(0);
        let answer = |chosen: &&[usize]| {
            let option = |option: &usize| certain(0).map(|_| option.to_string());
            let choices = chosen.iter().map(option);
            Answer {
                choices: choices.map(|option| Choice { option }).collect(),
                group: "Offentlig/Kommune".into(),
                certain: true,
                own_text: None,
                ..one.clone()
            }
        };
        question.answers = chosen.iter().map(answer).collect();
        doubt_left_out(&mut question);
        question.charts[0].complete
    }

    #[test]
    fn answers_tell_whether_a_bar_is_missing() {
        let wrong = [(1, 50), (1, 43)];
        assert!(answered(&wrong, 5, &[&[0, 1]]), "the percent is wrong");
        assert!(answered(&wrong, 5, &[&[0], &[1]]));
        assert!(!answered(&wrong, 5, &[&[0], &[1, 2]]), "one is missing");
        assert!(!answered(&wrong, 5, &[&[0]]), "nobody has the other");
        assert!(!answered(&[(0, 50)], 5, &[&[]]), "nobody chose any");
    }

    #[test]
    fn percents_tell_whether_a_bar_is_missing() {
        assert!(complete(&[(2, 50), (1, 25), (1, 25)], 5), "all are there");
        assert!(complete(&[(1, 105)], 5), "the percent is of no number");
        assert!(!complete(&[(1, 105), (1, 30)], 5), "another may be missing");
        assert!(!complete(&[(2, 40), (1, 20), (1, 20)], 5), "one is missing");
        assert!(!complete(&[(2, 67)], 5), "the other is missing");
        assert!(
            !complete(&[(1, 50), (0, 0), (0, 0)], 5),
            "noughts prove nothing"
        );
        assert!(complete(&[(0, 0), (0, 0)], 5), "nobody chose anything");
        assert!(
            complete(&[(2, 40), (1, 20)], 2),
            "as many as there are options"
        );
    }

    #[test]
    fn a_wrong_count_is_told_from_a_missing_bar() {
        assert!(
            complete(&[(3, 50), (1, 25), (1, 25)], 5),
            "2 is printed as 3"
        );
        assert!(complete(&[(2, 67), (2, 67)], 5), "both of three");
        assert!(complete(&[(1, 50), (0, 50)], 5), "1 is printed as 0");
        assert!(!complete(&[(1, 33), (1, 33)], 5), "one of three is missing");
    }

    #[test]
    fn counts_beyond_all_bounds_were_misread() {
        let most = i64::MAX;
        assert!(!complete(&[(most, 50), (most, 50)], 5));
        assert!(!complete(&[(most, 2), (0, 1), (0, 1)], 5));
    }
}
