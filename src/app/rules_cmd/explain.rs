//! `explain`: what a rule finds, why, what to do, an example, and how it is written.

use super::super::trouble::{Failure, Trouble};
use super::super::world::World;
use super::super::{OK, engine, output};
use crate::rules_cli::Extra;
use dekom_lint::config;
use dekom_lint::i18n::pick;
use dekom_lint::rules::{CaseResult, Lang, Rule, plain_toml, test_cases};
use std::fmt::Write as _;

/// Prints what there is to know about a rule.
pub(in super::super) fn explain(
    id: &str,
    extra: &Extra,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let rules = engine::load_rules(&extra.rules, lang)?;
    let Some(rule) = rules.rule(id) else {
        let what = pick(
            lang,
            "ingen regel heter",
            "ingen regel heiter",
            "there is no rule",
        );
        let trouble = Trouble::new(format!("{what} «{id}»"));
        let known = rules.rules().map(|rule| rule.id.as_str());
        return Err(match config::nearest(id, known) {
            Some(near) => {
                let asked = pick(lang, "mente du", "meinte du", "did you mean");
                trouble.help(format!("{asked} «{near}»?"))
            }
            None => trouble.help("dekom-lint rules list"),
        }
        .into());
    };
    let say = |nb, nn, en| pick(lang, nb, nn, en);
    let severity = rule.severity.word(lang);
    let mut text = format!("{} ({severity}, {})\n", rule.id, rule.pack);
    let parts = [
        (say("Hva", "Kva", "What"), rule.summary.get(lang)),
        (say("Hvorfor", "Kvifor", "Why"), rule.why.get(lang)),
        (
            say("Hva en gjør", "Kva ein gjer", "What to do"),
            rule.help.get(lang),
        ),
    ];
    // Writing into a text cannot fail.
    for (heading, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        let _ = write!(text, "\n{heading}\n  {part}\n");
    }
    if !rule.consequence_of.is_empty() {
        let heading = say(
            "Kan være en følge av",
            "Kan vere ei følgje av",
            "May follow from",
        );
        let _ = write!(text, "\n{heading}\n  {}\n", rule.consequence_of.join(", "));
    }
    let results = test_cases(&rules, &|other| other.id == rule.id);
    if let Some(bad) = results.iter().find(|result| !result.case.good) {
        let _ = write!(text, "\n{}", say("Eksempel", "Døme", "Example"));
        example(&mut text, bad, lang);
    }
    rounding(&mut text, rule, &results, lang);
    let heading = say(
        "Slik er den skrevet",
        "Slik er han skriven",
        "How it is written",
    );
    let _ = write!(
        text,
        "\n{heading} ({})\n\n{}\n",
        rule.file,
        plain_toml(&rule.toml)
    );
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}

/// What the rule cannot see because the figures that it compares are rounded.
fn rounding(text: &mut String, rule: &Rule, results: &[CaseResult<'_>], lang: Lang) {
    let say = |nb, nn, en| pick(lang, nb, nn, en);
    let heading = say("Avrunding", "Avrunding", "Rounding");
    for of in rule.hides_in() {
        let of = of.get(lang);
        let told = match lang {
            Lang::Nb => format!(
                "Tallet er avrundet, så en liten feil i {of} vises ikke. --coverage viser hvor stor den kan være i en rapport."
            ),
            Lang::Nn => format!(
                "Talet er avrunda, så ein liten feil i {of} viser ikkje. --coverage viser kor stor han kan vere i ein rapport."
            ),
            Lang::En => format!(
                "The figure is rounded, so a small error in {of} does not show. --coverage shows how large it can be in a report."
            ),
        };
        // Writing into a text cannot fail.
        let _ = write!(text, "\n{heading}\n  {told}\n");
    }
    let bad = results.iter().find(|result| !result.case.good);
    if let Some(hidden) = bad.and_then(|result| result.hidden.as_ref()) {
        let _ = if hidden.most == 0 {
            let nothing = say(
                "I eksempelet skjuler avrundingen ingenting.",
                "I dømet skjuler avrundinga ingenting.",
                "In the example the rounding hides nothing.",
            );
            writeln!(text, "  {nothing}")
        } else {
            let most = say(
                "I eksempelet: inntil",
                "I dømet: inntil",
                "In the example: up to",
            );
            writeln!(text, "  {most} {}.", hidden.most)
        };
    }
}

/// The lines around what was found in a case, with the finding under them.
fn example(text: &mut String, bad: &CaseResult<'_>, lang: Lang) {
    let _ = writeln!(text, ": {}", bad.case.name);
    let Some(hit) = bad.hits.first() else {
        return;
    };
    let span = hit.primary.span;
    let pages = bad.report.pages.iter();
    let whole: String = pages
        .filter(|page| page.number == span.page)
        .map(|page| page.text.as_str())
        .collect();
    let line = usize::try_from(span.line).unwrap_or(1);
    let from = line.saturating_sub(3);
    for (index, shown) in whole.lines().enumerate().skip(from).take(4) {
        let mark = if index + 1 == line { '>' } else { ' ' };
        let _ = writeln!(text, "  {mark} {shown}");
    }
    let _ = writeln!(
        text,
        "    ^ «{}»: {}",
        hit.primary.text,
        hit.message.get(lang)
    );
}
