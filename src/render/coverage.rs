//! What of a report was read and checked, and how each rule fared; for `--coverage`.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, FileStatus, InputKind, Place, Run};
use crate::i18n::PLACES;
use crate::rules::{Hidden, Lang, RuleStatus, Status};
use std::fmt::Write as _;

/// One figure of so many that is not checked is worth a word.
const MANY_UNCHECKED: usize = 5;

/// The coverage of each file of a run.
pub fn coverage(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        one(&mut out, file, options.lang);
    }
    out
}

/// What is said of a text of which many figures could only be read, and what to do: a report's charts
/// are more than their text, and where it keeps too little of them, a fault in them is not found.
pub fn unchecked(file: &FileReport, lang: Lang) -> Option<(String, String)> {
    let coverage = &file.coverage;
    let left = coverage
        .figures_read
        .saturating_sub(coverage.figures_checked);
    let many = left * MANY_UNCHECKED > coverage.figures_read;
    if file.kind != InputKind::Text || file.status == FileStatus::Unreadable || !many {
        return None;
    }
    let (left, all) = (
        words::number(left, lang),
        words::number(coverage.figures_read, lang),
    );
    let (of, read) = (
        words::pick(lang, "av", "av", "of"),
        words::pick(
            lang,
            "tall er lest, men ikke kontrollert",
            "tal er lesne, men ikkje kontrollerte",
            "figures were read, but not checked",
        ),
    );
    let help = words::pick(
        lang,
        "Diagrammene kan ikke tolkes sikkert i denne teksten: kontroller PDF-en selv. \
         --coverage viser tallene.",
        "Diagramma kan ikkje tolkast sikkert i denne teksten: kontroller sjølve PDF-en. \
         --coverage viser tala.",
        "The charts can't be resolved for sure in this text: check the PDF itself. \
         --coverage lists the figures.",
    );
    Some((format!("{left} {of} {all} {read}"), help.to_owned()))
}

fn one(out: &mut String, file: &FileReport, lang: Lang) {
    let pick = |nb, nn, en| words::pick(lang, nb, nn, en);
    let _ = writeln!(out, "{}", plain::line(&file.path));
    let counts = [
        (
            pick("tall lest", "tal lesne", "figures read"),
            file.coverage.figures_read,
        ),
        (
            pick("tall kontrollert", "tal kontrollerte", "figures checked"),
            file.coverage.figures_checked,
        ),
        (pick("ulest", "ulesne", "unread"), file.coverage.unread),
    ];
    for (what, count) in counts {
        let _ = writeln!(out, "  {what}: {}", words::number(count, lang));
    }
    for rule in &file.statuses {
        let _ = writeln!(
            out,
            "  {}: {}",
            plain::line(&rule.rule),
            fared(file, rule, lang)
        );
        if let Some(hidden) = &rule.hidden {
            rounding(out, hidden, lang);
        }
    }
    for (pack, question) in &file.questions_not_found {
        let what = pick(
            "fant ikke spørsmålet",
            "fann ikkje spørsmålet",
            "question not found",
        );
        let _ = writeln!(
            out,
            "  {}: {what} {}",
            plain::line(pack),
            plain::line(question)
        );
    }
    places(out, pick("ulest", "ulese", "unread"), &file.unread, lang);
    places(
        out,
        pick("ikke kontrollert", "ikkje kontrollert", "not checked"),
        &file.dark,
        lang,
    );
}

/// How a rule fared, and in how many places: `holder ikke: 1 av 158 steder`.
fn fared(file: &FileReport, rule: &RuleStatus, lang: Lang) -> String {
    let status = words::status(&rule.status, lang);
    let places = PLACES.counted(rule.evaluated, lang);
    let found = file.findings.iter().filter(|f| f.rule == rule.rule).count();
    if rule.status == Status::Failed && (1..=rule.evaluated).contains(&found) {
        let of = words::pick(lang, "av", "av", "of");
        return format!("{status}: {} {of} {places}", words::number(found, lang));
    }
    format!("{status} ({places})")
}

/// What the rounding of the figures can hide from a rule.
fn rounding(out: &mut String, hidden: &Hidden, lang: Lang) {
    let pick = |nb, nn, en| words::pick(lang, nb, nn, en);
    let of = plain::line(hidden.of.get(lang));
    let most = usize::try_from(hidden.most).unwrap_or_default();
    let _ = if most == 0 {
        let nothing = pick(
            "avrundingen skjuler ingen feil i",
            "avrundinga skjuler ingen feil i",
            "rounding hides no error in",
        );
        writeln!(out, "    {nothing} {of}")
    } else {
        let up_to = pick(
            "avrundingen kan skjule en feil på inntil",
            "avrundinga kan skjule ein feil på inntil",
            "rounding can hide an error of up to",
        );
        let inside = pick("i", "i", "in");
        writeln!(
            out,
            "    {up_to} {} {inside} {of} ({} {}, {} {})",
            words::number(most, lang),
            words::page(lang),
            hidden.page,
            words::line(lang),
            hidden.line,
        )
    };
}

fn places(out: &mut String, what: &str, places: &[Place], lang: Lang) {
    for place in places {
        let _ = writeln!(
            out,
            "  {what}: {} {}, {} {}: {}",
            words::page(lang),
            place.page,
            words::line(lang),
            place.line,
            plain::line(&place.text),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, coverage};
    use crate::sample;

    #[test]
    fn figures_and_rules_are_listed() {
        insta::assert_snapshot!(coverage(&sample::run(), &Options::default()));
    }
}
