//! What a respondent answered at the place that a finding points at: the reader of a letter does not
//! have the report.

use crate::report::{Answer, Report};
use crate::rules::Hit;
use crate::text::{Printed, Span};

/// The part of the respondent's answer in which the finding stands: the number, the text, all options
/// that were chosen, the own text, the comment or the places. Empty where the finding points at no
/// answer of its respondent.
pub(super) fn answered(report: &Report, hit: &Hit) -> Vec<String> {
    let (Some(index), Some(respondent)) = (hit.question, hit.respondent.as_deref()) else {
        return Vec::new();
    };
    let Some(question) = report.questions.get(index) else {
        return Vec::new();
    };
    let own = |answer: &&Answer| answer.respondent.value == respondent;
    let mut answers = question.answers.iter().filter(own);
    answers
        .find_map(|answer| part(answer, &hit.primary.span))
        .unwrap_or_default()
}

/// The part of an answer that holds a place.
fn part(answer: &Answer, at: &Span) -> Option<Vec<String>> {
    let number = answer.value.as_ref().map(|value| (value.span, &value.text));
    let number = number.filter(|(span, _)| holds(span, at));
    if let Some((_, text)) = number {
        return Some(vec![text.clone()]);
    }
    let texts = [&answer.text, &answer.own_text, &answer.comment];
    let mut texts = texts.into_iter().flatten();
    if let Some(text) = texts.find(|text| holds(&text.span, at)) {
        return Some(vec![text.value.clone()]);
    }
    let choices: Vec<&Printed<String>> = answer.choices.iter().map(|c| &c.option).collect();
    let places: Vec<&Printed<String>> = answer.places.iter().collect();
    let mut lists = [choices, places].into_iter();
    let list = lists.find(|list| list.iter().any(|item| holds(&item.span, at)))?;
    Some(list.iter().map(|item| item.value.clone()).collect())
}

/// Whether what is printed at `span` begins there and holds `at`. A text that goes on overleaf has
/// its span on the page where it begins.
fn holds(span: &Span, at: &Span) -> bool {
    span.page == at.page && span.start <= at.start && at.end <= span.end
}
