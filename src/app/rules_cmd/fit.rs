//! `rules check --report`: how the user's rules fit a report.

use super::own::Own;
use super::reading::Opened;
use super::trace::because;
use crate::rules::{Lang, Misfit, Rule, misfits};

/// What does not fit, one line each.
pub(super) fn lines(opened: &Opened, own: &Own, lang: Lang) -> Vec<String> {
    let chosen = |rule: &Rule| own.has(rule);
    let options = &opened.group.settings.rules;
    let found = misfits(&opened.group.rules, &opened.report, options, &chosen);
    found.iter().map(|misfit| line(misfit, lang)).collect()
}

fn line(misfit: &Misfit, lang: Lang) -> String {
    let said = lang.authoring();
    let listed = |texts: &[String]| {
        let quoted: Vec<String> = texts.iter().map(|text| format!("«{text}»")).collect();
        quoted.join(", ")
    };
    match misfit {
        Misfit::OtherSurvey { pack } => said.other_pack(pack),
        Misfit::NoQuestion { key, nearest } if nearest.is_empty() => said.key_of_none(key),
        Misfit::NoQuestion { key, nearest } => said.key_of_none(key) + &said.nearest_title(nearest),
        Misfit::SeveralQuestions { key, titles } => said.key_of_several(key, &listed(titles)),
        Misfit::NoOption {
            key,
            pattern,
            options,
        } => said.no_option(key, pattern, &listed(options)),
        Misfit::NoText { rule, pattern } => said.no_text(rule, pattern),
        Misfit::NeverApplies { rule } => said.never_applies(rule),
        Misfit::NeverJudges { rule, why } => said.never_judges(rule, &because(*why, lang)),
        Misfit::FindsMost {
            rule,
            found,
            places,
        } => said.finds_most(rule, found, places),
    }
}
