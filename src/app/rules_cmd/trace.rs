//! `rules trace`: what a rule came to at each place of a report.

use super::super::accept;
use super::super::cli_error::{CliError, CliErrors};
use super::super::code::OK;
use super::super::environment::World;
use super::super::output;
use super::reading::Opened;
use crate::report::Report;
use crate::rules::{Came, Judgement, Lang, NotEvaluable, Wanted, trace as trace_rule};
use crate::text::name_key;
use std::fmt::Write as _;

/// More places than this are not shown at once.
const SHOWN: usize = 100;

/// Stands for a value that is not shown.
const HIDDEN: &str = "[…]";

/// Prints what a rule came to at each wanted place.
pub(super) fn trace(
    id: &str,
    wanted: &Wanted,
    opened: &Opened,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let said = lang.authoring();
    let hidden = super::shown::hides_values(world);
    let rules = &opened.group.rules;
    if rules.rule(id).is_none() {
        return Err(super::explain::no_rule(id, rules, lang).into());
    }
    known(wanted, &opened.report, lang)?;
    let options = &opened.group.settings.rules;
    let places = trace_rule(rules, &opened.report, options, id, wanted, lang);
    let mut text = String::new();
    match places.as_deref() {
        None => text = format!("{}\n", said.other_survey(&id)),
        Some([]) => text = format!("{}\n", said.nothing_traced(&id)),
        Some(places) => {
            for (number, place) in (1..).zip(places.iter().take(SHOWN)) {
                // Writing into a text cannot fail.
                let part = if place.part.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", place.part)
                };
                let _ = writeln!(
                    text,
                    "{number}. {id}{part}: {}",
                    judgement(place.judgement, lang)
                );
                for (clause, written, came) in &place.clauses {
                    let came = match came {
                        Came::Truth(true) => said.truth().to_owned(),
                        Came::Truth(false) => said.untruth().to_owned(),
                        Came::Value(_) if hidden => HIDDEN.to_owned(),
                        Came::Value(value) => value.clone(),
                        Came::Nothing(why) => said.no_value(&because(*why, lang)),
                    };
                    let _ = writeln!(text, "   {:6} {written}\n          → {came}", clause.name());
                }
                text.push('\n');
            }
            if places.len() > SHOWN {
                let _ = writeln!(text, "{}", said.places_more(&(places.len() - SHOWN)));
            }
        }
    }
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}

/// Whether there is such a respondent and such a question: a slip of the pen would look like a rule that
/// looks at nothing.
fn known(wanted: &Wanted, report: &Report, lang: Lang) -> Result<(), CliError> {
    if let Some(respondent) = &wanted.respondent {
        let names = report.respondents.iter().map(|one| one.name.as_str());
        accept::is_known(respondent, names.collect(), lang)?;
    }
    if let Some(question) = &wanted.question {
        let titles = report.questions.iter().map(|one| one.title.value.as_str());
        let titles: Vec<&str> = titles.collect();
        let has = |title: &&str| name_key(title).contains(&name_key(question));
        if !titles.iter().any(has) {
            let error = CliError::new(lang.app().no_question_says(question));
            return Err(error.near(question, titles, lang));
        }
    }
    Ok(())
}

fn judgement(judgement: Judgement, lang: Lang) -> String {
    let said = lang.authoring();
    match judgement {
        Judgement::Holds => said.holds_here().to_owned(),
        Judgement::Found => said.found_here().to_owned(),
        Judgement::NotMeant => said.not_meant().to_owned(),
        Judgement::NotJudged(why) => said.not_judged(&because(why, lang)),
    }
}

/// Why a place cannot be judged.
pub(super) fn because(why: NotEvaluable, lang: Lang) -> &'static str {
    let said = lang.authoring();
    match why {
        NotEvaluable::Unread => said.why_unread(),
        NotEvaluable::UncertainAnswer => said.why_uncertain_answer(),
        NotEvaluable::Needs => said.why_needs(),
        NotEvaluable::NoSuchQuestion => said.why_no_question(),
        NotEvaluable::NoAnswer => said.why_no_answer(),
        NotEvaluable::Ambiguous => said.why_ambiguous(),
        NotEvaluable::NoPrevious => said.why_no_previous(),
        NotEvaluable::NoTable => said.why_no_table(),
        NotEvaluable::NoSuchItem => said.why_no_item(),
        NotEvaluable::Undefined => said.why_undefined(),
        NotEvaluable::NotPrinted => said.why_not_printed(),
        NotEvaluable::Beyond(bound) => bound.words(lang),
    }
}
