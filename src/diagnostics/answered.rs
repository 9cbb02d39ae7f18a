//! What a respondent answered at the place that a finding points at: the reader of a letter does not
//! have the report.

use super::finding::Answered;
use crate::report::{Answer, Report};
use crate::rules::Enquiry;
use crate::text::{Printed, Span};

/// The part of the respondent's answer in which the place stands that it is asked about: the number,
/// the text, all options that were chosen, the own text, the comment or the places.
pub(super) fn answered(report: &Report, question: Option<usize>, asked: &Enquiry) -> Answered {
    let mut answers = own(report, question, asked);
    answers
        .find_map(|answer| part(answer, &asked.at.span))
        .unwrap_or_default()
}

/// Which of its respondent's answers to the question it is asked about; `None` where there is one.
pub(super) fn occurrence(report: &Report, question: Option<usize>, asked: &Enquiry) -> Option<u32> {
    let at = &asked.at.span;
    let has = |answer: &&Answer| holds(&answer.respondent.span, at) || part(answer, at).is_some();
    let is_one_of_several = own(report, question, asked).any(|answer| answer.occurrence > 1);
    let answer = own(report, question, asked)
        .find(has)
        .filter(|_| is_one_of_several)?;
    Some(answer.occurrence)
}

/// What a respondent answered to the question that a finding is about.
fn own<'r>(
    report: &'r Report,
    question: Option<usize>,
    asked: &'r Enquiry,
) -> impl Iterator<Item = &'r Answer> {
    let question = question.and_then(|index| report.questions.get(index));
    let answers = question.into_iter().flat_map(|question| &question.answers);
    answers.filter(|answer| {
        asked.respondent == answer.respondent.value
            && asked
                .group
                .as_ref()
                .is_none_or(|group| group == answer.group.as_str())
    })
}

/// The part of an answer that holds a place.
fn part(answer: &Answer, at: &Span) -> Option<Answered> {
    let number = answer.value.as_ref();
    if let Some(number) = number.filter(|number| holds(&number.span, at)) {
        return Some(Answered::Number(number.value));
    }
    let texts = [&answer.text, &answer.own_text, &answer.comment];
    let mut texts = texts.into_iter().flatten();
    if let Some(text) = texts.find(|text| holds(&text.span, at)) {
        return Some(Answered::Text(text.value.clone()));
    }
    let choices: Vec<&Printed<String>> = answer.choices.iter().map(|c| &c.option).collect();
    let places: Vec<&Printed<String>> = answer.places.iter().collect();
    let mut lists = [choices, places].into_iter();
    let list = lists.find(|list| list.iter().any(|item| holds(&item.span, at)))?;
    let list = list.iter().map(|item| item.value.clone());
    Some(Answered::List(list.collect()))
}

/// Whether what is printed at `span` begins there and holds `at`. A text that goes on overleaf has
/// its span on the page where it begins.
fn holds(span: &Span, at: &Span) -> bool {
    span.page == at.page && span.start <= at.start && at.end <= span.end
}
