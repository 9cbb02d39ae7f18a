//! All single changes that can be made to a report.

use crate::report::{Answer, Choice, Question, Report};
use crate::text::Printed;

/// A change of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// Index into `Report::questions`, where it is one of a question.
    pub question: Option<usize>,
    /// What is changed: `sum`, `bar count`, `choice removed`.
    pub what: &'static str,
    /// Whose answer or which option it is.
    pub of: String,
    /// What stood there.
    pub from: String,
    /// What stands there instead.
    pub to: String,
    /// The change.
    pub change: Change,
}

/// A change and where it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another number.
    Figure(Place, i64),
    /// The choice of a question's answer is taken away.
    Unchoose(usize, usize, usize),
    /// An option is chosen as well.
    Choose(usize, usize, usize),
    /// The text of a question's answer is emptied.
    Blank(usize, usize, TextOf),
    /// A line of a places question is taken away.
    Unplace(usize, usize, usize),
    /// A line of `Ikke angitt` is taken away.
    Unstate(usize, usize),
    /// A name of the overview is taken away.
    Drop(usize, usize),
}

/// The texts of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// The answer to a text question.
    Text,
    /// The own text.
    Own,
    /// The comment.
    Comment,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The number of submissions shown.
    Shown,
    /// The number of submissions in all.
    Total,
    /// A count of the filter tree.
    Filter(usize),
    /// A count of the overview.
    Overview(usize),
    /// `(16 Svar)` of a question.
    Answers(usize),
    /// A figure of a question's block: 0 `Svar`, 1 `Sum`, 2 `Snitt`, 3 `Median`, 4 `Standardavvik`.
    Statistic(usize, usize),
    /// The count of a question's chart's bar.
    Count(usize, usize, usize),
    /// Its percent.
    Percent(usize, usize, usize),
    /// The count of `Ikke angitt`.
    NotStated(usize),
    /// The number that an answer gives.
    Value(usize, usize),
}

const STATISTICS: [&str; 5] = ["svar", "sum", "mean", "median", "deviation"];

/// The number at a place.
fn at(report: &mut Report, place: Place) -> Option<&mut Printed<i64>> {
    let question = |report, index| question(report, index);
    match place {
        Place::Shown => report.shown.as_mut(),
        Place::Total => report.total.as_mut(),
        Place::Filter(index) => report.filters.get_mut(index).map(|f| &mut f.count),
        Place::Overview(index) => report.overview.get_mut(index).map(|c| &mut c.count),
        Place::Answers(q) => question(report, q)?.reported_count.as_mut(),
        Place::Statistic(q, which) => {
            let stats = question(report, q)?.stats.as_mut()?;
            match which {
                0 => stats.responses.as_mut(),
                1 => stats.sum.as_mut(),
                2 => stats.mean.as_mut(),
                3 => stats.median.as_mut(),
                _ => stats.stddev.as_mut(),
            }
        }
        Place::Count(q, c, b) => {
            let chart = question(report, q)?.charts.get_mut(c)?;
            Some(&mut chart.bars.get_mut(b)?.count)
        }
        Place::Percent(q, c, b) => {
            let chart = question(report, q)?.charts.get_mut(c)?;
            Some(&mut chart.bars.get_mut(b)?.percent)
        }
        Place::NotStated(q) => Some(&mut question(report, q)?.not_stated.as_mut()?.count),
        Place::Value(q, a) => question(report, q)?.answers.get_mut(a)?.value.as_mut(),
    }
}

fn question(report: &mut Report, index: usize) -> Option<&mut Question> {
    report.questions.get_mut(index)
}

fn answer(report: &mut Report, question: usize, answer: usize) -> Option<&mut Answer> {
    report.questions.get_mut(question)?.answers.get_mut(answer)
}

/// Makes a change.
pub(super) fn apply(report: &mut Report, change: &Change) {
    // A place that is not there is left alone.
    let _ = change_at(report, change);
}

fn change_at(report: &mut Report, change: &Change) -> Option<()> {
    match *change {
        Change::Figure(place, to) => {
            let printed = at(report, place)?;
            printed.value = to;
            printed.text = to.to_string();
        }
        Change::Unchoose(q, a, c) => {
            let answer = answer(report, q, a)?;
            if c < answer.choices.len() {
                answer.choices.remove(c);
            }
            answer.blank = is_blank(answer);
        }
        Change::Choose(q, a, option) => {
            let option = report.questions.get(q)?.options.get(option)?.clone();
            let answer = answer(report, q, a)?;
            let mut printed = answer.respondent.clone();
            printed.value.clone_from(&option);
            printed.text = option;
            answer.choices.push(Choice { option: printed });
            answer.blank = false;
        }
        Change::Blank(q, a, which) => {
            let answer = answer(report, q, a)?;
            match which {
                TextOf::Text => answer.text = None,
                TextOf::Own => answer.own_text = None,
                TextOf::Comment => answer.comment = None,
            }
            answer.blank = is_blank(answer);
        }
        Change::Unplace(q, a, line) => {
            let answer = answer(report, q, a)?;
            if line < answer.places.len() {
                answer.places.remove(line);
            }
            answer.blank = is_blank(answer);
        }
        Change::Unstate(q, line) => {
            let lines = &mut question(report, q)?.not_stated.as_mut()?.respondents;
            if line < lines.len() {
                lines.remove(line);
            }
        }
        Change::Drop(category, name) => {
            let names = &mut report.overview.get_mut(category)?.respondents;
            if name < names.len() {
                let gone = names.remove(name);
                for respondent in &mut report.respondents {
                    let stays = |p: &Printed<String>| p.span.order() != gone.span.order();
                    respondent.overview.retain(stays);
                }
            }
        }
    }
    Some(())
}

fn is_blank(answer: &Answer) -> bool {
    answer.value.is_none()
        && answer.text.is_none()
        && answer.choices.is_empty()
        && answer.own_text.is_none()
        && answer.comment.is_none()
        && answer.places.is_empty()
}

/// Undoes a change.
pub(super) fn restore(report: &mut Report, original: &Report, change: &Change) {
    let index = match *change {
        Change::Figure(place, _) => match place {
            Place::Answers(q)
            | Place::Statistic(q, _)
            | Place::Count(q, _, _)
            | Place::Percent(q, _, _)
            | Place::NotStated(q)
            | Place::Value(q, _) => Some(q),
            Place::Shown | Place::Total | Place::Filter(_) | Place::Overview(_) => None,
        },
        Change::Unchoose(q, ..)
        | Change::Choose(q, ..)
        | Change::Blank(q, ..)
        | Change::Unplace(q, ..)
        | Change::Unstate(q, _) => Some(q),
        Change::Drop(..) => None,
    };
    if let Some(index) = index {
        if let (Some(own), Some(old)) = (
            report.questions.get_mut(index),
            original.questions.get(index),
        ) {
            own.clone_from(old);
        }
        return;
    }
    report.shown.clone_from(&original.shown);
    report.total.clone_from(&original.total);
    report.filters.clone_from(&original.filters);
    report.overview.clone_from(&original.overview);
    report.respondents.clone_from(&original.respondents);
}

/// The last two neighbouring digits that differ, swapped; `None` where there are none.
fn swapped(number: i64) -> Option<i64> {
    let mut digits = number.to_string().into_bytes();
    let at = (1..digits.len())
        .rev()
        .find(|at| digits.get(*at) != digits.get(at - 1))?;
    digits.swap(at, at - 1);
    String::from_utf8(digits).ok()?.parse().ok()
}

/// Gathers changes.
struct Gather {
    question: Option<usize>,
    all: Vec<Mutant>,
}

impl Gather {
    fn add(&mut self, what: &'static str, of: &str, from: &str, to: &str, change: Change) {
        self.all.push(Mutant {
            question: self.question,
            what,
            of: of.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            change,
        });
    }

    fn figure(
        &mut self,
        what: &'static str,
        of: &str,
        printed: Option<&Printed<i64>>,
        place: Place,
    ) {
        let Some(printed) = printed else {
            return;
        };
        let number = printed.value;
        let more = number.checked_add(1);
        let less = number.checked_sub(1).filter(|less| *less >= 0);
        let other = swapped(number).filter(|other| Some(*other) != more && Some(*other) != less);
        for to in [more, less, other].into_iter().flatten() {
            let (from, now) = (number.to_string(), to.to_string());
            self.add(what, of, &from, &now, Change::Figure(place, to));
        }
    }
}

/// Every change that can be made to a report, in its order.
pub(super) fn mutants(report: &Report) -> Vec<Mutant> {
    let mut found = Gather {
        question: None,
        all: Vec::new(),
    };
    found.figure("shown", "", report.shown.as_ref(), Place::Shown);
    found.figure("total", "", report.total.as_ref(), Place::Total);
    for (index, filter) in report.filters.iter().enumerate() {
        found.figure(
            "filter count",
            &filter.path,
            Some(&filter.count),
            Place::Filter(index),
        );
    }
    for (index, category) in report.overview.iter().enumerate() {
        let place = Place::Overview(index);
        found.figure(
            "overview count",
            category.group.as_str(),
            Some(&category.count),
            place,
        );
        for (line, name) in category.respondents.iter().enumerate() {
            let change = Change::Drop(index, line);
            found.add(
                "respondent dropped",
                category.group.as_str(),
                &name.value,
                "",
                change,
            );
        }
    }
    for (index, question) in report.questions.iter().enumerate() {
        found.question = Some(index);
        of_question(&mut found, index, question);
    }
    found.all
}

fn of_question(found: &mut Gather, q: usize, question: &Question) {
    found.figure(
        "answer count",
        "",
        question.reported_count.as_ref(),
        Place::Answers(q),
    );
    if let Some(stats) = &question.stats {
        for (which, (what, figure)) in STATISTICS.into_iter().zip(stats.figures()).enumerate() {
            found.figure(what, "", figure, Place::Statistic(q, which));
        }
    }
    for (c, chart) in question.charts.iter().enumerate() {
        for (b, bar) in chart.bars.iter().enumerate() {
            let of = format!("{} {}", chart.group.as_str(), bar.option);
            let of = of.trim();
            found.figure("bar count", of, Some(&bar.count), Place::Count(q, c, b));
            found.figure(
                "bar percent",
                of,
                Some(&bar.percent),
                Place::Percent(q, c, b),
            );
        }
    }
    for (a, answer) in question.answers.iter().enumerate() {
        let of = answer.respondent.value.as_str();
        found.figure("value", of, answer.value.as_ref(), Place::Value(q, a));
        for (c, choice) in answer.choices.iter().enumerate() {
            let change = Change::Unchoose(q, a, c);
            found.add("choice removed", of, &choice.option.value, "", change);
        }
        for (option, name) in question.options.iter().enumerate() {
            if answer.choices.iter().all(|c| c.option.value != *name) {
                found.add("choice added", of, "", name, Change::Choose(q, a, option));
            }
        }
        let texts = [
            ("text blanked", &answer.text, TextOf::Text),
            ("own text blanked", &answer.own_text, TextOf::Own),
            ("comment blanked", &answer.comment, TextOf::Comment),
        ];
        for (what, text, which) in texts {
            if let Some(text) = text {
                found.add(what, of, &text.value, "", Change::Blank(q, a, which));
            }
        }
        for (line, place) in answer.places.iter().enumerate() {
            let change = Change::Unplace(q, a, line);
            found.add("place removed", of, &place.value, "", change);
        }
    }
    if let Some(list) = &question.not_stated {
        found.figure(
            "not stated count",
            "",
            Some(&list.count),
            Place::NotStated(q),
        );
        for (line, name) in list.respondents.iter().enumerate() {
            let change = Change::Unstate(q, line);
            found.add("not stated line removed", "", &name.name.value, "", change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::rules::bases::base;
    use crate::text;

    #[test]
    fn digits_are_swapped() {
        assert_eq!(swapped(1200), Some(1020));
        assert_eq!(swapped(15), Some(51));
        assert_eq!((swapped(7), swapped(33)), (None, None));
    }

    #[test]
    fn every_change_is_made_and_undone() {
        let report = report::parse(text::from_text(base("survey").unwrap()));
        let whole = |report: &Report| format!("{report:?}");
        let mut own = report.clone();
        let all = mutants(&report);
        assert!(all.len() > 100, "{}", all.len());
        for mutant in &all {
            apply(&mut own, &mutant.change);
            assert_ne!(whole(&own), whole(&report), "{mutant:?}");
            restore(&mut own, &report, &mutant.change);
            assert_eq!(whole(&own), whole(&report), "{mutant:?}");
        }
    }
}
