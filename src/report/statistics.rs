//! The block of figures under a question for a number.

use super::exporter::{self, Statistic};
use super::lines::Line;
use super::numbers::{Marks, decimals, figure, statistic};
use super::{Decimals, Question, Statistics, Unread};
use crate::text::Printed;

/// Reads the block that stands under a title; what of it can't be read goes to `unread`.
pub(super) fn read(
    region: &[Line<'_>],
    marks: Marks,
    unread: &mut Vec<Unread>,
) -> Option<Statistics> {
    let heads = |at: &usize| {
        let heading = region.get(*at);
        let figure = region.get(at + 1);
        let is_heading = heading.is_some_and(|line| exporter::is_number_heading(line.text()));
        // Below a line of help, a heading is one where figures follow.
        is_heading
            && (*at == 0 || figure.is_some_and(|line| exporter::is_labelled_figure(line.raw())))
    };
    let heading = (0..=exporter::HELP).find(heads)?;
    let first = region.get(heading)?;
    let lines = region.get(heading + 1..)?;
    let [responses, sum, mean, median, stddev] = Statistic::ALL.map(|which| {
        let (at, printed) = lines
            .iter()
            .enumerate()
            .find_map(|(at, line)| Some((at, statistic(line, which)?)))?;
        // A number below goes on with it: what stands on the line is not all of it.
        let whole = !lines.get(at + 1).is_some_and(Line::is_value);
        let read = if !whole {
            Err(printed)
        } else if matches!(which, Statistic::Responses | Statistic::Sum) {
            figure(printed, marks).map(|value| (value, 0))
        } else {
            decimals(printed, marks)
        };
        match read {
            Ok(value) => Some(value),
            Err(printed) => {
                unread.push(Unread {
                    printed,
                    what: "statistic",
                });
                None
            }
        }
    });
    let (mean, of_mean) = mean.unzip();
    let (median, of_median) = median.unzip();
    let (stddev, of_stddev) = stddev.unzip();
    Some(Statistics {
        heading: first.printed().span,
        responses: responses.map(|(value, _)| value),
        sum: sum.map(|(value, _)| value),
        mean,
        median,
        stddev,
        decimals: Decimals {
            mean: of_mean.unwrap_or(0),
            median: of_median.unwrap_or(0),
            stddev: of_stddev.unwrap_or(0),
        },
    })
}

/// A figure that is rounded, with its number of decimals.
type Rounded<'q> = (&'q mut Printed<i64>, &'q mut u8);

fn rounded(stats: &mut Statistics) -> impl Iterator<Item = Rounded<'_>> {
    let Statistics {
        mean,
        median,
        stddev,
        decimals,
        ..
    } = stats;
    let figures = [
        (mean, &mut decimals.mean),
        (median, &mut decimals.median),
        (stddev, &mut decimals.stddev),
    ];
    figures
        .into_iter()
        .filter_map(|(printed, decimals)| Some((printed.as_mut()?, decimals)))
}

/// Decimals that are 0 in every figure of a report say nothing: the exporter rounds before it prints.
pub(super) fn settle_decimals<'q>(questions: impl Iterator<Item = &'q mut Question>) {
    let stats = questions.filter_map(|question| question.stats.as_mut());
    let mut figures: Vec<Rounded<'_>> = stats.flat_map(rounded).collect();
    let unit = |decimals: u8| 10_i64.pow(u32::from(decimals));
    let whole = |(printed, decimals): &Rounded<'_>| printed.value % unit(**decimals) == 0;
    if figures.iter().all(whole) {
        for (printed, decimals) in &mut figures {
            printed.value /= unit(**decimals);
            **decimals = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{self, certain};

    fn settled(mean: (i64, u8), median: (i64, u8)) -> [(Option<i64>, u8); 2] {
        let mut report = sample::report();
        let stats = report.questions[0].stats.as_mut().expect("a block");
        stats.mean = Some(certain(mean.0));
        stats.median = Some(certain(median.0));
        stats.decimals.mean = mean.1;
        stats.decimals.median = median.1;
        settle_decimals(report.questions.iter_mut());
        let stats = report.questions[0].stats.as_ref().expect("a block");
        let value = |printed: &Option<Printed<i64>>| printed.as_ref().map(|printed| printed.value);
        [
            (value(&stats.mean), stats.decimals.mean),
            (value(&stats.median), stats.decimals.median),
        ]
    }

    #[test]
    fn decimals_that_are_all_nought_are_none() {
        assert_eq!(settled((1740, 1), (60, 1)), [(Some(174), 0), (Some(6), 0)]);
        assert_eq!(
            settled((1742, 1), (60, 1)),
            [(Some(1742), 1), (Some(60), 1)]
        );
        assert_eq!(settled((1742, 1), (6, 0)), [(Some(1742), 1), (Some(6), 0)]);
    }
}
