//! Proposes checks: what holds throughout a report may be meant to hold.
//!
//! Most of what holds holds by chance. So each proposal has three grounds: the titles or options speak of
//! the same thing (units, rare words, a denial, a scale), or much agrees (figures, whole texts); it shows in
//! several submissions; and chance would have broken it. What hardly anyone breaks is proposed too, with how
//! many do: they are what the check would find.

mod amounts;
mod answered;
mod copies;
mod forms;
mod model;
mod options;
#[cfg(test)]
mod tests;

use super::start::{keys, pack};
use crate::report::{Kind, Report};
use crate::rules::Lang;
use model::{Asked, Integer, Subjects};
use std::collections::BTreeSet;

/// A survey's pack with a check for each identity that holds in the report. They are notes at most, and
/// nothing uses them until someone takes the file into use.
pub fn suggestions(report: &Report, lang: Lang) -> String {
    let mut text = String::from(lang.suggest().proposed());
    let own = pack(report);
    text.push_str(&own);
    let keys = keys(report);
    let all = report.questions.iter().zip(&keys);
    let whole = all.filter(|(question, _)| question.complete);
    let mut asked: Vec<Asked<'_>> = whole
        .map(|(question, key)| Asked { key, question })
        .collect();
    let mut integers: Vec<Integer<'_>> = asked
        .iter()
        .filter(|asked| asked.question.kind == Kind::Integer)
        .map(Integer::of)
        .collect();
    let subjects = Subjects::of(&asked);
    let mut parts = BTreeSet::new();
    let copies = copies::numbers(&mut text, &integers, lang);
    let again = copies::answered(&mut text, &asked, lang);
    amounts::totals(&mut text, &integers, &copies, &mut parts, lang);
    let hundred = amounts::hundreds(&mut text, &integers, lang);
    // What holds of a number holds of its copy.
    integers.retain(|number| !copies.has(number.key));
    amounts::percents(&mut text, &integers, &hundred, lang);
    amounts::orders(&mut text, &integers, &parts, lang);
    amounts::shares(&mut text, &integers, &parts, lang);
    answered::requires(&mut text, &integers, &asked, &subjects, lang);
    for choice in asked.iter().filter(|asked| asked.has_options()) {
        options::apart(&mut text, choice, lang);
        options::scale(&mut text, choice, lang);
        options::numbered(&mut text, choice, &integers, &subjects, lang);
        options::followed(&mut text, choice, &asked, &subjects, lang);
    }
    asked.retain(|asked| !again.contains(asked.key));
    forms::counted(
        &mut text,
        report,
        (&integers, &asked),
        (&own, &subjects),
        lang,
    );
    forms::forms(&mut text, report, &asked, &own, lang);
    text
}
