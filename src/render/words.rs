//! The words that the formats for people add to a finding, in the three languages.

pub(super) use crate::i18n::{pick, whole as number};

use crate::diagnostics::{FileStatus, Run};
use crate::i18n::FILES;
use crate::rules::{Lang, Severity, Status};

/// A count with its noun: `1 feil`, `2 advarsler`.
pub(super) fn counted(severity: Severity, count: usize, lang: Lang) -> String {
    severity.noun().counted(count, lang)
}

/// A severity's name, as people are told it.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    severity.word(lang)
}

/// `1 fil ikke kontrollert`, where files could not be read.
pub(super) fn unchecked(run: &Run, lang: Lang) -> Option<String> {
    let files = run.files.iter();
    let count = files.filter(|f| f.status == FileStatus::Unreadable).count();
    let not = pick(
        lang,
        "ikke kontrollert",
        if count == 1 {
            "ikkje kontrollert"
        } else {
            "ikkje kontrollerte"
        },
        "not checked",
    );
    (count > 0).then(|| format!("{} {not}", FILES.counted(count, lang)))
}

/// How a rule fared.
pub(super) fn status(status: &Status, lang: Lang) -> &'static str {
    match status {
        Status::Passed => pick(lang, "holder", "held", "passed"),
        Status::Failed => pick(lang, "holder ikke", "held ikkje", "failed"),
        Status::NotApplicable => pick(lang, "gjelder ikke", "gjeld ikkje", "not applicable"),
        Status::NotEvaluable => pick(
            lang,
            "kunne ikke prøves",
            "kunne ikkje prøvast",
            "not evaluable",
        ),
        Status::Broken(_) => pick(lang, "ødelagt", "øydelagd", "broken"),
    }
}

/// `side`, before a page's number.
pub(super) fn page(lang: Lang) -> &'static str {
    pick(lang, "side", "side", "page")
}

/// `linje`, before a line's number.
pub(super) fn line(lang: Lang) -> &'static str {
    pick(lang, "linje", "linje", "line")
}
