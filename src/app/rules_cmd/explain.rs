//! `explain`: what a rule finds, why, what to do, an example, and how it is written.

use super::super::cli_error::{CliError, CliErrors};
use super::super::code::OK;
use super::super::environment::World;
use super::super::{load, output};
use crate::rules::{CaseResult, Lang, NotEvaluable, Rule, RuleSet, plain_toml, test_cases};
use crate::rules_cli::Extra;
use std::fmt::Write as _;

/// Prints what there is to know about a rule.
pub(in super::super) fn explain(
    id: &str,
    extra: &Extra,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let rules = load::load_rules(&extra.rules, lang)?;
    let Some(rule) = rules.rule(id) else {
        return Err(no_rule(id, &rules, lang).into());
    };
    let said = lang.authoring();
    let severity = rule.severity.word(lang);
    let mut text = format!("{} ({severity}, {})\n", rule.id, rule.pack);
    let parts = [
        (said.what(), rule.summary.get(lang)),
        (said.why(), rule.why.get(lang)),
        (said.what_to_do(), rule.help.get(lang)),
    ];
    // Writing into a text cannot fail.
    for (heading, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        let _ = write!(text, "\n{heading}\n  {part}\n");
    }
    for (heading, told) in [
        (said.deprecated(), rule.deprecated.get(lang).to_owned()),
        (said.tags(), rule.tags.join(", ")),
        (said.more(), rule.url.clone()),
    ] {
        if !told.is_empty() {
            let _ = write!(text, "\n{heading}\n  {told}\n");
        }
    }
    if !rule.consequence_of.is_empty() {
        let heading = said.may_follow_from();
        let _ = write!(text, "\n{heading}\n  {}\n", rule.consequence_of.join(", "));
    }
    let results = test_cases(&rules, &|other| other.id == rule.id);
    if let Some(bad) = results.iter().find(|result| !result.case.good) {
        let _ = write!(text, "\n{}", said.example());
        example(&mut text, bad, lang);
    }
    rounding(&mut text, rule, &results, lang);
    let _ = write!(text, "\n{}\n", lang.coverage().reasons());
    for why in NotEvaluable::ALL {
        let _ = writeln!(text, "  {}", why.said(lang));
    }
    let heading = said.how_written();
    let _ = write!(
        text,
        "\n{heading} ({})\n\n{}\n",
        rule.file,
        plain_toml(&rule.toml)
    );
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}

/// A rule that does not exist, with the nearest that does.
pub(super) fn no_rule(id: &str, rules: &RuleSet, lang: Lang) -> CliError {
    let error = CliError::new(lang.app().no_rule(&id)).help("dekom-lint rules list");
    error.near(id, rules.rules().map(|rule| rule.id.as_str()), lang)
}

/// What the rule cannot see because the figures that it compares are rounded.
fn rounding(text: &mut String, rule: &Rule, results: &[CaseResult<'_>], lang: Lang) {
    let said = lang.authoring();
    let heading = said.rounding();
    for of in rule.hides_in() {
        let told = said.rounded(&of.get(lang));
        // Writing into a text cannot fail.
        let _ = write!(text, "\n{heading}\n  {told}\n");
    }
    let bad = results.iter().find(|result| !result.case.good);
    if let Some(hidden) = bad.and_then(|result| result.hidden.as_ref()) {
        let _ = if hidden.most == 0 {
            writeln!(text, "  {}", said.rounding_hides_nothing())
        } else {
            writeln!(text, "  {}", said.rounding_hides(&hidden.most))
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
    let page = bad
        .report
        .pages
        .iter()
        .find(|page| page.number == span.page);
    let whole = page.map_or("", |page| page.text.as_str());
    let line = page.map_or(1, |page| page.place_of(span.line));
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
