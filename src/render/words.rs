//! What several formats for people say of findings, files and rules.

use crate::diagnostics::{FileStatus, Run};
use crate::rules::{Lang, RuleStatus, Severity, Status};

/// A count with its noun: `1 feil`, `2 advarsler`.
pub(super) fn counted(severity: Severity, count: usize, lang: Lang) -> String {
    lang.counted(count, severity.noun(count, lang))
}

/// `1 fil ikke kontrollert`, where files could not be read.
pub(super) fn unchecked(run: &Run, lang: Lang) -> Option<String> {
    let files = run.files.iter();
    let count = files.filter(|f| f.status == FileStatus::Unreadable).count();
    let files = lang.counted(count, lang.words().file(count));
    (count > 0).then(|| format!("{files} {}", lang.render().not_checked(count)))
}

/// How a rule fared.
pub(super) fn status(status: &Status, lang: Lang) -> &'static str {
    let said = lang.render();
    match status {
        Status::Passed => said.held(),
        Status::Failed => said.failed(),
        Status::NotApplicable => said.not_applicable(),
        Status::NotEvaluable => said.not_evaluable(),
        Status::Unfinished(_) => said.unfinished(),
    }
}

/// `3 steder kunne ikke vurderes`; nothing where there are none.
pub(super) fn not_judged(places: usize, lang: Lang) -> Option<String> {
    (places > 0).then(|| lang.counted(places, lang.coverage().not_judged(places)))
}

/// `3 steder kunne ikke vurderes: et svar ble ikke lest sikkert`, one for each reason.
pub(super) fn reasons(rule: &RuleStatus, lang: Lang) -> impl Iterator<Item = String> {
    rule.reasons.iter().filter_map(move |(why, places)| {
        let places = not_judged(*places, lang)?;
        Some(lang.coverage().because(&places, &why.said(lang)))
    })
}
