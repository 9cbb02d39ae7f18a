//! Reckons a question's figures anew from its answers, as the portal would: what a changed answer then
//! contradicts is no arithmetic any more, but what other answers say.

use crate::report::{Answer, Chart, Kind, Question};
use crate::rules::lang::numbers::{Deviation, Number, median, rounded_deviation, sum};
use crate::text::Printed;

/// Sets every figure of a question that is read to what its answers give; see the exporter's definitions
/// in the rules of the general pack.
pub(super) fn recompute(question: &mut Question) {
    let charts: Vec<Chart> = question
        .charts
        .iter()
        .map(|chart| reckoned(question, chart))
        .collect();
    question.charts = charts;
    let answers = &question.answers;
    if let Some(stats) = &mut question.stats {
        let values: Vec<Number> = answers
            .iter()
            .map(|a| Number::Int(i128::from(a.value.as_ref().map_or(0, |v| v.value))))
            .collect();
        let count = whole(answers.len());
        let mean = sum(&values).and_then(|s| s.div(Number::Int(count)));
        set(stats.responses.as_mut(), Some(count));
        set(stats.sum.as_mut(), sum(&values).and_then(Number::half_up));
        let decimals = stats.decimals;
        let rounded = |exact: Number, decimals| exact.mul(scale(decimals))?.half_up();
        let mean = mean.and_then(|mean| rounded(mean, decimals.mean));
        set(stats.mean.as_mut(), mean);
        let middle = median(&values).and_then(|middle| rounded(middle, decimals.median));
        set(stats.median.as_mut(), middle);
        if values.len() > 1 {
            let scaled = values.iter().map(|value| value.mul(scale(decimals.stddev)));
            let scaled: Option<Vec<Number>> = scaled.collect();
            let deviation = scaled.and_then(|scaled| rounded_deviation(&scaled, Deviation::Sample));
            set(stats.stddev.as_mut(), deviation);
        }
    }
    if let Some(others) = &mut question.other_answers {
        let written = |text: &Printed<String>| {
            let own = answers.iter().filter_map(|a| a.own_text.as_ref());
            own.into_iter().any(|own| own.value == text.value)
        };
        others.texts.retain(written);
    }
}

/// A chart with the counts and percents of its bars: of respondents in the overall one and where one
/// option is chosen, of all selections in a group's.
fn reckoned(question: &Question, chart: &Chart) -> Chart {
    let own = |a: &&Answer| chart.group.is_all() || a.group == chart.group;
    let answers = question.answers.iter().filter(own);
    let by_respondents = chart.group.is_all() || question.kind == Kind::SingleChoice;
    let base = whole(if by_respondents {
        answers.count()
    } else {
        answers
            .map(|a| a.choices.len() + usize::from(a.own_text.is_some()))
            .sum()
    });
    let mut made = chart.clone();
    for bar in &mut made.bars {
        let count = i128::from(question.chosen(&chart.group, bar));
        let scale = 10_i128.pow(u32::from(bar.decimals.min(9)));
        let percent = Number::Int(100 * scale * count).div(Number::Int(base.max(1)));
        set(Some(&mut bar.count), Some(count));
        set(Some(&mut bar.percent), percent.and_then(Number::half_up));
    }
    made
}

/// So many units of the last of some decimals are 1.
fn scale(decimals: u8) -> Number {
    Number::Int(10_i128.pow(u32::from(decimals.min(9))))
}

fn whole(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// Puts a number where one was read.
fn set(printed: Option<&mut Printed<i64>>, number: Option<i128>) {
    if let (Some(printed), Some(number)) = (printed, number.and_then(|n| i64::try_from(n).ok()))
        && printed.value != number
    {
        printed.value = number;
        printed.text = number.to_string();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::rules::bases::base;
    use crate::rules::{Options, builtin_sources, load, run};
    use crate::text;

    #[test]
    fn what_the_portal_reckoned_stays_as_it_is() {
        for name in ["survey", "dekom"] {
            let report = report::parse(text::from_text(base(name).unwrap()));
            for question in &report.questions {
                let mut own = question.clone();
                recompute(&mut own);
                assert_eq!(format!("{own:?}"), format!("{question:?}"));
            }
        }
    }

    #[test]
    fn a_changed_answer_is_no_error_of_arithmetic() {
        let rules = load(&builtin_sources()).unwrap_or_else(|_| unreachable!());
        let mut report = report::parse(text::from_text(base("survey").unwrap()));
        let before = run(&rules, &report, &Options::default()).hits.len();
        let question = &mut report.questions[1];
        question.answers[0].value.as_mut().unwrap().value = 90;
        recompute(question);
        assert_eq!(run(&rules, &report, &Options::default()).hits.len(), before);
    }
}
