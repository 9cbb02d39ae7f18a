//! The parts of charts in text: values over two lines, labels, headings, the list of own texts.

use crate::report::exporter::{self, OTHER};
use crate::report::folded::{spell, squash};
use crate::report::lines::{Line, join};
use crate::report::numbers::{integer, percent};
use crate::report::roster::Roster;
use crate::report::{Group, OtherAnswers};
use crate::text::Printed;
use std::collections::VecDeque;

/// A count with its percent.
pub(super) struct Value {
    pub(super) count: Printed<i64>,
    /// In units of its last decimal.
    pub(super) percent: Printed<i64>,
    pub(super) decimals: u8,
}

/// A count on a line, and its percent on the next.
pub(super) fn value_at(line: &Line<'_>, next: &Line<'_>) -> Option<Value> {
    let text = line.raw().trim();
    if text.is_empty()
        || !text.bytes().all(|byte| byte.is_ascii_digit())
        || line.page_index != next.page_index
    {
        return None;
    }
    let lead = |line: &Line<'_>| line.raw().len() - line.raw().trim_start().len();
    value(
        (line, lead(line), text),
        (next, lead(next), next.raw().trim()),
    )
}

/// A word of a line, and where it begins there.
type Placed<'l, 'a> = (&'l Line<'a>, usize, &'a str);

fn value(count: Placed<'_, '_>, share: Placed<'_, '_>) -> Option<Value> {
    let found = exporter::percent(share.2)?;
    let counted = count.0.part(count.1, count.1 + count.2.len());
    let printed = share.0.part(share.1 + found.start, share.1 + found.end);
    let (number, (value, decimals)) = (integer(&counted.value)?, percent(&printed.value)?);
    Some(Value {
        count: counted.map(|_| number),
        percent: printed.map(|_| value),
        decimals,
    })
}

/// The values on the lines from one on that hold nothing else, and how many lines these are: each count with
/// its percent behind it, or several counts with as many percents behind them all. Otherwise one count with
/// its percent on the next line, which is `plain`.
pub(super) struct Run {
    pub(super) values: Vec<Value>,
    pub(super) lines: usize,
    pub(super) plain: bool,
}

impl Run {
    pub(super) fn at(lines: &[Line<'_>], index: usize) -> Option<Self> {
        let here = lines.get(index..)?;
        let first = here.first()?;
        let pair = here.get(1).and_then(|next| value_at(first, next));
        let alone = pair.map(|value| Self {
            values: vec![value],
            lines: 2,
            plain: true,
        });
        // Where the next lines go on in the same manner, each is read by itself.
        let mixed = here.iter().take_while(|line| {
            line.page_index == first.page_index && words(line).iter().all(is_part)
        });
        let mixed: Vec<Line<'_>> = mixed.copied().collect();
        let one_each = |line: &Line<'_>| words(line).len() == 1;
        if alone.is_some() && mixed.iter().all(one_each) {
            return alone;
        }
        let whole = in_turn(&mixed).map(|values| Self {
            values,
            lines: mixed.len(),
            plain: false,
        });
        whole.or(alone)
    }
}

/// Whether a word is a count or a percent.
fn is_part((_, word): &(usize, &str)) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || exporter::percent(word).is_some()
}

/// The values of lines that hold nothing else, where all counts find their percents.
fn in_turn(lines: &[Line<'_>]) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    let mut waiting: VecDeque<Placed<'_, '_>> = VecDeque::new();
    let mut after_share = false;
    let all = lines.iter().flat_map(|line| {
        let words = words(line).into_iter();
        words.map(move |(at, word)| (line, at, word))
    });
    for part in all {
        if part.2.contains('%') {
            values.push(value(waiting.pop_front()?, part)?);
            after_share = true;
        } else if after_share && !waiting.is_empty() {
            return None;
        } else {
            waiting.push_back(part);
            after_share = false;
        }
    }
    (waiting.is_empty() && !values.is_empty()).then_some(values)
}

/// The words of a line, each with where it begins.
fn words<'a>(line: &Line<'a>) -> Vec<(usize, &'a str)> {
    let mut end = 0;
    let words = line.raw().split_inclusive(char::is_whitespace).map(|word| {
        let start = end;
        end += word.len();
        (start, word.trim_end())
    });
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// The label of a line of a legend, without blanks.
pub(super) fn legend_label(line: &Line<'_>) -> Option<String> {
    let found = exporter::legend(line.raw())?;
    Some(squash(found.get(1)?.as_str()).into_owned())
}

/// The lines of the answers without the values of charts that were drawn on their pages, those of legends
/// among them whose labels are `drawn`.
pub(in crate::report) fn without_values<'a>(
    rest: &[Line<'a>],
    drawn: impl Fn(&str) -> bool,
) -> Vec<Line<'a>> {
    let mut kept = Vec::new();
    let mut index = 0;
    while let Some(line) = rest.get(index) {
        if let Some(run) = Run::at(rest, index) {
            index += run.lines;
            continue;
        }
        if !legend_label(line).is_some_and(|label| drawn(&label)) {
            kept.push(*line);
        }
        index += 1;
    }
    kept
}

/// The lines of labels, the group headings in order, and the list `Andre svar`; `seen` is how many labels
/// of a bar say that on other lines, and `answered` is what stands in the answers, blanks taken out.
#[expect(
    clippy::type_complexity,
    reason = "three parts of one walk, named where they are used"
)]
pub(super) fn sort_lines<'a>(
    lines: &[Line<'a>],
    seen: usize,
    answered: &str,
    roster: &Roster,
) -> (
    Vec<Line<'a>>,
    Vec<(Group, Printed<String>)>,
    Option<OtherAnswers>,
) {
    let mut labels = Vec::new();
    let mut headings: Vec<(Group, Printed<String>)> = Vec::new();
    let mut list: Option<(Line<'a>, Vec<Vec<Line<'a>>>)> = None;
    let mut in_list = false;
    let mut others = seen;
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        if let Some((group, count)) = roster.group_at(lines.get(index..).unwrap_or(&[])) {
            let parts: Vec<_> = lines
                .iter()
                .skip(index)
                .take(count)
                .map(Line::printed)
                .collect();
            if let Some(printed) = join(&parts) {
                headings.push((group, printed));
            }
            index += count;
            continue;
        }
        let text = line.squashed();
        if text == OTHER {
            others += 1;
            // The first is a bar's label; the second, before any group, heads the list.
            if others == 2 && headings.is_empty() {
                list = Some((*line, Vec::new()));
                in_list = true;
                index += 1;
                continue;
            }
        }
        if others == 0 && text != OTHER && ends_other(&labels, line) {
            others = 1;
        }
        // Where the first label comes again, the charts of the groups have begun.
        let charts_again = labels
            .first()
            .is_some_and(|first: &Line<'_>| first.squashed() == text);
        if charts_again {
            in_list = false;
        }
        match &mut list {
            Some((_, texts)) if in_list && headings.is_empty() => match texts.last_mut() {
                Some(text) if goes_on(text, line, answered) => text.push(*line),
                _ => texts.push(vec![*line]),
            },
            _ => labels.push(*line),
        }
        index += 1;
    }
    let list = list.map(|(heading, texts)| OtherAnswers {
        heading: heading.printed().span,
        certain: !texts.windows(2).any(|pair| broken(pair, answered)),
        texts: texts
            .iter()
            .filter_map(|lines| join(&lines.iter().map(Line::printed).collect::<Vec<_>>()))
            .collect(),
    });
    (labels, headings, list)
}

/// Whether the label `Andre svar` ends with a line: the last of several labels of one row, or broken over
/// two lines.
fn ends_other(labels: &[Line<'_>], line: &Line<'_>) -> bool {
    let text = line.squashed();
    let above = labels.last().map_or("", |above| above.squashed());
    text.ends_with(OTHER) || spell([above, text], OTHER)
}

/// Whether a line goes on in a text of the list: no blank line parts them or, at the top of a page, someone
/// wrote both as one.
fn goes_on(text: &[Line<'_>], line: &Line<'_>, answered: &str) -> bool {
    let whole = || {
        text.iter()
            .chain([line])
            .map(Line::squashed)
            .collect::<String>()
    };
    !line.on_page.blank_before || turns(text, line) && answered.contains(&whole())
}

fn turns(text: &[Line<'_>], line: &Line<'_>) -> bool {
    text.last()
        .is_some_and(|last| last.page_index < line.page_index)
}

/// Whether a page turns between two texts of the list, and nobody wrote them as two.
fn broken(pair: &[Vec<Line<'_>>], answered: &str) -> bool {
    let written = |text: &Vec<Line<'_>>| {
        let whole: String = text.iter().map(Line::squashed).collect();
        answered.contains(&whole)
    };
    match pair {
        [text, next] => {
            let turned = next.first().is_some_and(|line| turns(text, line));
            turned && !pair.iter().all(written)
        }
        _ => false,
    }
}
