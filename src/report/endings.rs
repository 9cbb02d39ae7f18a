//! Where it is not known how far an answer goes, what stands at its end is left uncertain.

use super::Question;
use super::against::doubt_written;
use super::exporter;
use super::folded::squash;
use super::lines::Line;
use crate::text::Layout;
use std::collections::BTreeSet;

/// Whether a bar counts an option that stands under no name: its label was put together wrongly.
fn has_strange_option(question: &Question) -> bool {
    let chosen = question.answers.iter().flat_map(|answer| &answer.choices);
    let chosen: BTreeSet<&str> = chosen.map(|choice| choice.option.value.as_str()).collect();
    let mut bars = question.charts.iter().flat_map(|chart| &chart.bars);
    bars.any(|bar| !bar.other && bar.count.value > 0 && !chosen.contains(bar.option.as_str()))
}

/// In text without boxes, charts that were not resolved leave it open which lines under a name are
/// options: what was written beside them is not judged and, where columns were to tell, nothing is.
pub(super) fn doubt_texts(question: &mut Question, layout: Layout) {
    // Of a chart that counts nobody's choice alone, a line was drawn over the page of another question.
    let chosen = question.answers.iter().any(|one| !one.choices.is_empty());
    let tells = layout == Layout::Columns || !chosen && !question.answers.is_empty();
    if tells && has_strange_option(question) {
        for chart in &mut question.charts {
            chart.complete = false;
        }
    }
    if question.charts.iter().all(|chart| chart.complete) {
        return;
    }
    for answer in &mut question.answers {
        answer.certain &= layout == Layout::Flow;
        doubt_written(answer);
    }
    if let Some(list) = &mut question.other_answers {
        list.certain = false;
        for text in &mut list.texts {
            text.certain = false;
        }
    }
}

/// In text without boxes, a title that a page break cuts can't be told from the end of the answer
/// before it: where the next title begins at the top of a page, what was last written, unless it is
/// the end of a sentence, may be the title's beginning. `last` is the question's last line.
pub(super) fn doubt_end(question: &mut Question, last: &Line<'_>) {
    let keyed = exporter::key(last.raw()).is_some();
    let Some(answer) = question.answers.last() else {
        return;
    };
    // The list of those who did not answer comes after all answers.
    if question.not_stated.is_some() {
        return;
    }
    if keyed || answer.blank || last.text().ends_with(['.', '!', '?']) {
        return;
    }
    doubt_last(question);
}

/// What was written last may be the beginning of the next title.
pub(super) fn doubt_last(question: &mut Question) {
    // An own text that stands in the list as well ends where it does there.
    let list = question.other_answers.iter().filter(|list| list.certain);
    let listed: BTreeSet<String> = list
        .flat_map(|list| &list.texts)
        .map(|text| squash(&text.value).into_owned())
        .collect();
    let Some(answer) = question.answers.last_mut() else {
        return;
    };
    // An option is read as what it is; what stands after it may belong to the title.
    let open = answer.blank || (!answer.choices.is_empty() && answer.comment.is_some());
    answer.certain &= !open;
    let own = answer
        .own_text
        .take_if(|own| listed.contains(&*squash(&own.value)));
    doubt_written(answer);
    answer.own_text = own.or(answer.own_text.take());
    if let Some(text) = &mut answer.text {
        text.certain = false;
    }
    if let Some(place) = answer.places.last_mut() {
        place.certain = false;
    }
}

/// Where the overview is missing, not every category is known: what ends like the heading of one,
/// `Skole (Privat)`, may hold it.
pub(super) fn doubt_headings(question: &mut Question) {
    let ends_so = |text: &str| {
        let open = text.trim_end().strip_suffix(')');
        open.and_then(|open| open.rsplit_once(" ("))
            .is_some_and(|(before, sector)| {
                before.contains(char::is_whitespace)
                    && sector.starts_with(char::is_uppercase)
                    && sector.chars().all(char::is_alphabetic)
            })
    };
    for answer in &mut question.answers {
        let texts = [&mut answer.text, &mut answer.comment, &mut answer.own_text];
        for text in texts.into_iter().flatten() {
            text.certain &= !ends_so(&text.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::OtherAnswers;
    use super::*;
    use crate::sample;

    #[test]
    fn an_own_text_ends_where_the_list_says() {
        let mut question = sample::question_with_answers();
        let last = question.answers.last().expect("an answer");
        let own = last.respondent.clone().map(|_| "Egen idé".to_owned());
        for (listed, certain) in [("Egen idé", true), ("Egen", false)] {
            let last = question.answers.last_mut().expect("an answer");
            last.own_text = Some(Box::new(own.clone()));
            question.other_answers = Some(OtherAnswers {
                heading: own.span,
                texts: vec![own.clone().map(|_| listed.to_owned())],
                certain: true,
            });
            doubt_last(&mut question);
            let last = question.answers.last().expect("an answer");
            let read = last.own_text.as_ref().map(|own| own.certain);
            assert_eq!(read, Some(certain));
        }
    }
}
