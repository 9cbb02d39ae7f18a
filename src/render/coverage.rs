//! What of a report was read and checked, and how each rule fared; for `--coverage`.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, Place, Run};
use crate::rules::Lang;
use std::fmt::Write as _;

/// The coverage of each file of a run.
pub fn coverage(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        one(&mut out, file, options.lang);
    }
    out
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
        let _ = writeln!(out, "  {what}: {}", words::number(count));
    }
    for rule in &file.statuses {
        let status = words::status(&rule.status, lang);
        let places = pick("steder", "stader", "places");
        let _ = writeln!(
            out,
            "  {}: {status} ({} {places})",
            plain::line(&rule.rule),
            words::number(rule.evaluated),
        );
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
