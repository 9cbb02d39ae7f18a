//! Charts and lists held against the answers: what disagrees in many places was misread.

use super::lines::squash;
use super::{Answer, Question};
use std::collections::BTreeSet;

/// More bars of a question than this are not printed wrongly at once: one answer that the charts count
/// otherwise makes four of them disagree.
const MAX_DISAGREEING: usize = 8;

/// What the list of own texts has in common with the charts may be a label: then it is not certain
/// where the list ends.
pub(super) fn doubt_list(question: &mut Question) {
    let labels: BTreeSet<String> = question
        .options
        .iter()
        .map(|option| squash(option).into_owned())
        .collect();
    if let Some(list) = &mut question.other_answers {
        list.certain &= !list
            .texts
            .iter()
            .any(|text| labels.contains(squash(&text.value).as_ref()));
    }
}

/// A chart may leave out what nobody chose; where it has no bar for what someone did, it is not whole.
/// Nor is it where bars are counted and nobody was read to answer.
pub(super) fn miss_bars(question: &mut Question) {
    let nobody = question.answers.is_empty();
    for chart in &mut question.charts {
        let members = question
            .answers
            .iter()
            .filter(|answer| answer.certain)
            .filter(|answer| chart.group.is_empty() || answer.group == chart.group);
        let mut chosen = members.flat_map(|answer| &answer.choices);
        let shown = |option: &str| chart.bars.iter().any(|bar| bar.option == option);
        let all = chosen.all(|choice| shown(&choice.option.value));
        chart.complete &= all && !(nobody && chart.bars.iter().any(|bar| bar.count.value > 0));
    }
}

/// Where many bars disagree with the answers at once, the values were given to wrong labels: one that
/// is printed wrongly stands alone.
pub(super) fn doubt_bars(question: &mut Question) {
    if question.answers.iter().any(|answer| !answer.certain) {
        return;
    }
    let disagreeing = question.charts.iter().flat_map(|chart| {
        let members: Vec<&Answer> = question
            .answers
            .iter()
            .filter(|answer| chart.group.is_empty() || answer.group == chart.group)
            .collect();
        let bars = chart.bars.iter().filter(|bar| !bar.other);
        bars.filter(move |bar| {
            let choices = members.iter().flat_map(|answer| &answer.choices);
            let chosen = choices.filter(|choice| choice.option.value == bar.option);
            i64::try_from(chosen.count()) != Ok(bar.count.value)
        })
    });
    if disagreeing.count() > MAX_DISAGREEING {
        for chart in &mut question.charts {
            chart.complete = false;
        }
    }
}
