//! What of a report was read and checked, and how each rule fared; for `--coverage`.

use super::{Options, plain, words};
use crate::diagnostics::{FileReport, FileStatus, InputKind, Place, Run};
use crate::i18n::whole;
use crate::report::{Explanation, Fate};
use crate::rules::{Hidden, Lang, QuestionNotFound, RuleStatus, Status};
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
    let said = lang.render();
    let (left, all) = (whole(left, lang), whole(coverage.figures_read, lang));
    let message = said.many_unchecked(&left, &all);
    Some((message, said.many_unchecked_help().to_owned()))
}

fn one(out: &mut String, file: &FileReport, lang: Lang) {
    let said = lang.render();
    let _ = writeln!(out, "{}", plain::line(&file.path));
    let coverage = &file.coverage;
    let counts = [
        said.count_read(&whole(coverage.figures_read, lang)),
        said.count_checked(&whole(coverage.figures_checked, lang)),
        said.count_unread(&whole(coverage.unread, lang)),
        said.count_explained(&whole(coverage.explained, lang)),
    ];
    for count in counts {
        let _ = writeln!(out, "  {count}");
    }
    for what in Explanation::ALL {
        let runs = file.fates.get(&Fate::Explained(what)).copied();
        if let Some(runs) = runs.filter(|runs| *runs > 0) {
            let what = what.said(lang);
            let _ = writeln!(out, "    {what}: {}", whole(runs, lang));
        }
    }
    if let Some(runs) = file.fates.get(&Fate::SwitchedOff).filter(|runs| **runs > 0) {
        let what = lang.coverage().switched_off();
        let _ = writeln!(out, "  {what}: {}", whole(*runs, lang));
    }
    for rule in &file.statuses {
        let _ = writeln!(
            out,
            "  {}: {}",
            plain::line(&rule.rule),
            fared(file, rule, lang)
        );
        for reason in words::reasons(rule, lang) {
            let _ = writeln!(out, "    {reason}");
        }
        if rule.unlisted > 0 {
            let unlisted = lang.counted(rule.unlisted, said.unlisted(rule.unlisted));
            let _ = writeln!(out, "    {unlisted}");
        }
        if let Some(hidden) = &rule.hidden {
            rounding(out, hidden, lang);
        }
    }
    for lost in &file.questions_not_found {
        let (pack, question) = (plain::line(&lost.pack), not_found(lost, lang));
        let _ = writeln!(out, "  {}", said.question_not_found(&pack, &question));
    }
    places(out, said.unread_place(), &file.unread, lang);
    places(out, said.unchecked_place(), &file.unchecked, lang);
    for one in &file.explained {
        let what = one.what.said(lang);
        places(out, what, std::slice::from_ref(&one.place), lang);
    }
}

/// A question that is not there, by its name, with the rules that judged nothing for that reason.
pub(super) fn not_found(lost: &QuestionNotFound, lang: Lang) -> String {
    let name = plain::line(lost.name.get(lang));
    if lost.rules.is_empty() {
        return name;
    }
    let rules: Vec<String> = lost.rules.iter().map(|rule| plain::line(rule)).collect();
    lang.render().switched_off(&name, &rules.join(", "))
}

/// How a rule fared, and in how many places: `holder ikke: 1 av 158 steder`.
fn fared(file: &FileReport, rule: &RuleStatus, lang: Lang) -> String {
    let status = words::status(&rule.status, lang);
    let places = lang.counted(rule.evaluated, lang.words().place(rule.evaluated));
    let found = file.findings.iter().filter(|f| f.rule == rule.rule).count();
    if rule.status == Status::Failed && (1..=rule.evaluated).contains(&found) {
        let part = lang.render().part_of(&whole(found, lang), &places);
        return format!("{status}: {part}");
    }
    format!("{status} ({places})")
}

/// What the rounding of the figures can hide from a rule.
fn rounding(out: &mut String, hidden: &Hidden, lang: Lang) {
    let said = lang.render();
    let of = plain::line(hidden.of.get(lang));
    let most = usize::try_from(hidden.most).unwrap_or_default();
    let _ = if most == 0 {
        writeln!(out, "    {}", said.rounding_hides_nothing(&of))
    } else {
        let hides = said.rounding_hides(&whole(most, lang), &of);
        let at = lang.words().at(&hidden.page, &hidden.line);
        writeln!(out, "    {hides} ({at})")
    };
}

fn places(out: &mut String, what: &str, places: &[Place], lang: Lang) {
    for place in places {
        let _ = writeln!(
            out,
            "  {what}: {}: {}",
            lang.words().at(&place.page, &place.line),
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
