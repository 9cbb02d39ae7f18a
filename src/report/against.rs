//! Charts and lists held against the answers: what disagrees in many places was misread.

use super::exporter::OTHER;
use super::folded::squash;
use super::{Answer, Bar, Question};
use std::collections::BTreeSet;

/// More bars of a question than this are not printed wrongly at once: one answer that the charts count
/// otherwise makes four of them disagree.
const MAX_DISAGREEING: usize = 8;

/// What stands under a name may be another's.
pub(super) fn doubt(answer: &mut Answer) {
    answer.certain = false;
    doubt_written(answer);
    if let Some(text) = &mut answer.text {
        text.certain = false;
    }
}

/// What was written beside the choices may be choices that were not understood.
pub(super) fn doubt_written(answer: &mut Answer) {
    let texts = [&mut answer.comment, &mut answer.own_text];
    for text in texts.into_iter().flatten() {
        text.certain = false;
    }
}

/// So many options that are counted and that nobody chose are no labels put together wrongly.
const FOREIGN: usize = 3;

/// Whether of the options that the chart of all counts most stand in no answer: then it is the chart of
/// another question.
pub(super) fn chosen_by_nobody(question: &Question) -> bool {
    let all = question.charts.iter().find(|chart| chart.group.is_all());
    let bars = all.iter().flat_map(|chart| &chart.bars);
    let counted = bars.filter(|bar| !bar.other && bar.count.value > 0);
    let chosen = question.answers.iter().flat_map(|answer| &answer.choices);
    let chosen: BTreeSet<&str> = chosen.map(|choice| choice.option.value.as_str()).collect();
    let (known, foreign): (Vec<&Bar>, Vec<&Bar>) =
        counted.partition(|bar| chosen.contains(bar.option.as_str()));
    foreign.len() >= FOREIGN && foreign.len() > known.len()
}

/// A label that is cut says as many letters at the least.
const SHORTEST: usize = 6;
/// More letters than this are not lost where a label is cut, and a label of more is nobody's own words.
const LONGEST_REST: usize = 24;

/// Whether a text is labels and nothing else.
fn is_labels(text: &str, labels: &BTreeSet<String>) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let begun = labels
            .iter()
            .filter_map(|label| rest.strip_prefix(label.as_str()));
        let Some(shorter) = begun.min_by_key(|shorter| shorter.len()) else {
            return false;
        };
        if shorter.len() == rest.len() {
            return false;
        }
        rest = shorter;
    }
    !text.is_empty()
}

/// What the list of own texts has in common with the charts may be labels, as those of a chart whose
/// values lie beyond the page, and a figure that nobody wrote, a count without its percent: then it is not
/// certain where the list ends.
pub(super) fn doubt_list(question: &mut Question) {
    let labels: BTreeSet<String> = question
        .options
        .iter()
        .map(|option| squash(option).into_owned())
        .collect();
    let answers = question.answers.iter();
    let written = answers.filter_map(|answer| answer.own_text.as_ref());
    let written: BTreeSet<String> = written
        .map(|text| squash(&text.value).into_owned())
        .collect();
    let is_rest = |text: &str| {
        let figure = text.chars().all(|ch| !ch.is_alphabetic());
        is_labels(text, &labels) || !written.contains(text) && (figure || text == OTHER)
    };
    if let Some(list) = &mut question.other_answers {
        let mut texts = list.texts.iter();
        list.certain &= !texts.any(|text| is_rest(&squash(&text.value)));
    }
}

/// A chart may leave out what nobody chose; where it has no bar for what someone did, or wrote, it is not
/// whole. Nor is it where bars are counted and nobody was read to answer.
pub(super) fn miss_bars(question: &mut Question) {
    let nobody = question.answers.is_empty();
    for chart in &mut question.charts {
        let members = question
            .answers
            .iter()
            .filter(|answer| answer.certain)
            .filter(|answer| chart.group.is_all() || answer.group == chart.group);
        let mut own = members
            .clone()
            .filter_map(|answer| answer.own_text.as_ref());
        let written = own.any(|text| text.certain) && !chart.bars.iter().any(|bar| bar.other);
        let mut chosen = members.flat_map(|answer| &answer.choices);
        let shown = |option: &str| chart.bars.iter().any(|bar| bar.option == option);
        let all = chosen.all(|choice| shown(&choice.option.value));
        chart.complete &=
            all && !written && !(nobody && chart.bars.iter().any(|bar| bar.count.value > 0));
    }
}

/// A label that is cut where its cell or the page ends is the beginning of what someone has under the name,
/// and nobody's option: the chart is not whole, and what they have there is an option.
pub(super) fn doubt_cut(question: &mut Question) {
    let chosen = question.answers.iter().flat_map(|answer| &answer.choices);
    let chosen: BTreeSet<&str> = chosen.map(|choice| choice.option.value.as_str()).collect();
    let nobodys =
        |bar: &&Bar| !bar.other && bar.count.value > 0 && !chosen.contains(bar.option.as_str());
    let long = |bar: &&Bar| bar.option.chars().count() >= SHORTEST;
    let begun: BTreeSet<String> = question
        .charts
        .iter()
        .flat_map(|chart| chart.bars.iter().filter(nobodys).filter(long))
        .map(|bar| bar.option.clone())
        .collect();
    if begun.is_empty() {
        return;
    }
    let drawn: BTreeSet<String> = question
        .charts
        .iter()
        .flat_map(|chart| &chart.bars)
        .map(|bar| squash(&bar.option).into_owned())
        .collect();
    let mut cut: BTreeSet<String> = BTreeSet::new();
    for answer in &mut question.answers {
        let found = cut_in(answer, &begun, &drawn);
        if !found.is_empty() {
            doubt(answer);
        }
        cut.extend(found);
    }
    for chart in &mut question.charts {
        chart.complete &= !chart.bars.iter().any(|bar| cut.contains(&bar.option));
    }
}

/// Those of the labels that an answer has with more letters than were `drawn`.
fn cut_in(
    answer: &Answer,
    labels: &BTreeSet<String>,
    drawn: &BTreeSet<String>,
) -> BTreeSet<String> {
    let texts = [&answer.comment, &answer.own_text, &answer.text];
    let texts: Vec<&str> = texts
        .into_iter()
        .flatten()
        .map(|text| text.text.as_str())
        .collect();
    let options = answer
        .choices
        .iter()
        .map(|choice| choice.option.value.as_str());
    let lines = texts.iter().flat_map(|text| text.lines()).chain(options);
    let lines: Vec<_> = lines
        .map(squash)
        .filter(|line| !drawn.contains(&**line))
        .collect();
    // A long label is nothing that someone writes, wherever its lines end.
    let all: String = texts.iter().map(|text| squash(text)).collect();
    let is_cut = |label: &&String| {
        let label = squash(label);
        let long = label.chars().count() > LONGEST_REST && all.contains(&*label);
        let rests = lines.iter().filter_map(|line| line.strip_prefix(&*label));
        long || rests
            .map(|rest| rest.chars().count())
            .any(|rest| (1..=LONGEST_REST).contains(&rest))
    };
    labels.iter().filter(is_cut).cloned().collect()
}

/// Where many bars disagree with the answers at once, the values were given to wrong labels: one that
/// is printed wrongly stands alone. So they were where the counts of a chart are those of the answers
/// under other labels.
pub(super) fn doubt_bars(question: &mut Question) {
    if question.answers.iter().any(|answer| !answer.certain) {
        return;
    }
    let mut disagreeing = 0;
    let mut shifted = Vec::new();
    for chart in &question.charts {
        let bars = chart.bars.iter().filter(|bar| !bar.other);
        let pairs = bars.filter_map(|bar| {
            let chosen = question.chosen(&chart.group, bar);
            (chosen != bar.count.value).then_some((bar.count.value, chosen))
        });
        let (mut printed, mut chosen): (Vec<i64>, Vec<i64>) = pairs.unzip();
        disagreeing += printed.len();
        printed.sort_unstable();
        chosen.sort_unstable();
        shifted.push(!printed.is_empty() && printed == chosen);
    }
    for (chart, shifted) in question.charts.iter_mut().zip(shifted) {
        chart.complete &= !shifted;
    }
    if disagreeing > MAX_DISAGREEING {
        for chart in &mut question.charts {
            chart.complete = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Bar, Chart, Choice, Group};
    use super::*;
    use crate::sample;
    use crate::text::Printed;

    #[test]
    fn labels_below_each_other_are_no_own_text() {
        let labels = ["kurs", "kursledelse", "reiser"].map(str::to_owned);
        let labels = BTreeSet::from(labels);
        for (text, are) in [
            ("kurs", true),
            ("reiserkurs", true),
            ("kursledelsereiser", true),
            ("kursogreiser", false),
            ("kursformange", false),
            ("", false),
        ] {
            assert_eq!(is_labels(text, &labels), are, "{text}");
        }
    }

    /// A chart with these counts against so many choices of each of its options.
    fn doubted(counts: &[i64], chosen: &[usize]) -> bool {
        let mut question = sample::question_with_answers();
        let answer = question.answers.remove(0);
        let label = answer.respondent.clone();
        let options: Vec<String> = (0..counts.len()).map(|at| format!("valg {at}")).collect();
        for (option, times) in options.iter().zip(chosen) {
            let mut own = answer.clone();
            own.choices = vec![Choice {
                option: label.clone().map(|_| option.clone()),
            }];
            question.answers.extend(vec![own; *times]);
        }
        let bars = options.iter().zip(counts).map(|(option, count)| Bar {
            option: option.clone(),
            label: label.clone(),
            count: label.clone().map(|_| *count),
            percent: label.clone().map(|_| 0),
            decimals: 0,
            other: false,
        });
        question.charts = vec![Chart {
            group: Group::default(),
            heading: None,
            bars: bars.collect(),
            complete: true,
        }];
        doubt_bars(&mut question);
        !question.charts[0].complete
    }

    #[test]
    fn counts_under_other_labels_were_misread() {
        assert!(doubted(&[1, 3, 2], &[3, 1, 2]));
        assert!(doubted(&[0, 1, 2], &[2, 0, 1]));
        // One that is wrong, and two that are, accuse the report.
        assert!(!doubted(&[3, 1, 2], &[3, 1, 2]));
        assert!(!doubted(&[4, 1, 2], &[3, 1, 2]));
        assert!(!doubted(&[4, 0, 2], &[3, 1, 2]));
    }

    /// Whether a chart with one bar of that label is held back where someone wrote this.
    fn cut(label: &str, written: &str) -> bool {
        let mut question = sample::question_with_answers();
        let mut answer = question.answers.remove(0);
        answer.choices.clear();
        let printed = answer.respondent.clone();
        answer.comment = Some(Box::new(Printed {
            text: written.to_owned(),
            ..printed.clone()
        }));
        question.answers = vec![answer];
        question.charts = vec![Chart {
            group: Group::default(),
            heading: None,
            bars: vec![Bar {
                option: label.to_owned(),
                label: printed.clone(),
                count: printed.clone().map(|_| 1),
                percent: printed.map(|_| 100),
                decimals: 0,
                other: false,
            }],
            complete: true,
        }];
        doubt_cut(&mut question);
        let doubted = question.answers.iter().all(|answer| !answer.certain);
        assert_eq!(doubted, !question.charts[0].complete);
        doubted
    }

    #[test]
    fn a_label_that_is_cut_counts_nobodys_answers() {
        assert!(cut("Sorgogkris", "Sorg og krise"));
        assert!(cut(
            "Midlerfraflereordninger,regional",
            "Midler fra flere ordninger, regional\nordning for skolene i fylket og andre"
        ));
        // What someone writes of it is no such label.
        assert!(!cut("Sorgogkrise", "Sorg og krise"));
        assert!(!cut(
            "Kommune",
            "Kommunen har hatt en krevende høst med mange nye"
        ));
        assert!(!cut("Kurs", "Kurset"));
    }
}
