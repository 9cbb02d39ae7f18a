//! A page of Markdown for each rule, in bokmål: what `explain` says, with all of its cases.

use super::{CaseResult, plain_toml};
use crate::rules::{Lang, Rule, RuleSet, Severity};
use std::fmt::Write as _;

/// The page of a rule; `results` are what its cases gave.
pub fn rule_page(rules: &RuleSet, rule: &Rule, results: &[CaseResult<'_>]) -> String {
    let mut page = String::new();
    let file = rule.file.rsplit('/').next().unwrap_or_default();
    let since = match rule.since.as_str() {
        "" => String::new(),
        since => format!(" · siden {since}"),
    };
    // Writing into a text cannot fail.
    let _ = writeln!(
        page,
        "# {}\n\n{} · pakke `{}` · [{file}](../{file}){since}\n\n{}.",
        rule.id,
        severity(rule.severity),
        rule.pack,
        rule.summary.nb,
    );
    for (heading, text) in [("Hvorfor", &rule.why.nb), ("Dette gjør du", &rule.help.nb)] {
        if !text.is_empty() {
            section(&mut page, heading, text);
        }
    }
    if !rule.consequence_of.is_empty() {
        let linked = rule.consequence_of.iter().map(|cause| {
            if rules.rule(cause).is_some() {
                format!("[{cause}]({cause}.md)")
            } else {
                cause.clone()
            }
        });
        let text = format!(
            "Kommer funnet av et funn av {}, står det under det og ikke for seg.",
            linked.collect::<Vec<_>>().join(" eller ")
        );
        section(&mut page, "Kan være en følge", &text);
    }
    rounding(&mut page, rule);
    let (good, bad): (Vec<_>, Vec<_>) = results.iter().partition(|result| result.case.good);
    if !bad.is_empty() {
        section(&mut page, "Dette finner den", "");
        for result in &bad {
            found(&mut page, result);
        }
    }
    if !good.is_empty() {
        section(&mut page, "Dette lar den være", "");
        for result in &good {
            left_alone(&mut page, result, &bad);
        }
    }
    section(&mut page, "Slik er den skrevet", "");
    let _ = writeln!(page, "```toml\n{}\n```", plain_toml(&rule.toml));
    while page.contains("\n\n\n") {
        page = page.replace("\n\n\n", "\n\n");
    }
    page
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Feil",
        Severity::Warning => "Advarsel",
        Severity::Note => "Merknad",
    }
}

fn section(page: &mut String, heading: &str, text: &str) {
    let _ = writeln!(page, "\n## {heading}\n\n{text}");
}

fn rounding(page: &mut String, rule: &Rule) {
    let what = rule.hides_in();
    let what: Vec<&str> = what.iter().map(|text| text.get(Lang::Nb)).collect();
    if !what.is_empty() {
        let text = format!(
            "Tallet er avrundet, så en liten feil i {} vises ikke. `dekom-lint --coverage` viser hvor \
             stor den kan være i en rapport.",
            what.join(" eller ")
        );
        section(page, "Avrunding", &text);
    }
}

/// A bad case: the lines around what is found, and what is said of it.
fn found(page: &mut String, result: &CaseResult<'_>) {
    let _ = writeln!(page, "**{}**", result.case.name);
    for (from, to) in &result.case.edits {
        let (from, to) = (from.trim(), to.trim());
        let shown = result.hits.iter().take(1).any(|hit| {
            let text = hit.primary.text.trim();
            !text.is_empty() && to.contains(text)
        });
        if !shown && !from.is_empty() && !to.is_empty() && !format!("{from}{to}").contains('\n') {
            let _ = writeln!(page, "\nHer står «{to}» i stedet for «{from}».");
        }
    }
    for hit in result.hits.iter().take(1) {
        let span = hit.primary.span;
        let found = result.report.pages.iter().find(|p| p.number == span.page);
        let text = found.map_or("", |page| page.text.as_str());
        let line = found.map_or(1, |page| page.place_of(span.line));
        lines(page, text, line, 1, true);
        let primary = hit.primary.text.replace('\n', " ");
        let _ = writeln!(page, "«{primary}»: {}\n", hit.message.nb);
    }
}

/// A good case: the lines that were changed for it, or those that a bad case changes.
fn left_alone(page: &mut String, result: &CaseResult<'_>, bad: &[&CaseResult<'_>]) {
    let _ = writeln!(page, "**{}**", result.case.name);
    let report = result.case.report.as_str();
    let own = result.case.edits.iter().map(|(_, to)| to);
    let others = bad
        .iter()
        .flat_map(|bad| bad.case.edits.iter().map(|(from, _)| from));
    let places = own.chain(others).filter(|text| !text.trim().is_empty());
    let at = places.filter_map(|text| Some((report.find(text.as_str())?, text)));
    if let Some((at, text)) = at.into_iter().next() {
        let line = |at: usize| {
            report
                .get(..at)
                .map_or(0, |head| head.matches('\n').count())
        };
        let blank = text.len() - text.trim_start().len();
        let first = line(at + blank);
        let last = line(at + text.trim_end().len());
        lines(page, report, first + 1, last + 1 - first, false);
    } else {
        page.push('\n');
    }
}

/// Lines of a report with two around them; `marked` puts a mark before them.
fn lines(page: &mut String, text: &str, first: usize, count: usize, marked: bool) {
    let from = first.saturating_sub(3);
    let shown = text.lines().enumerate().skip(from);
    let _ = writeln!(page, "\n```text");
    for (index, line) in shown.take(first.saturating_sub(1) - from + count + 2) {
        let number = index + 1;
        let mark = if marked && (first..first + count).contains(&number) {
            "> "
        } else {
            "  "
        };
        let line = format!("{mark}{}", line.replace('\u{c}', ""));
        let _ = writeln!(page, "{}", line.trim_end());
    }
    let _ = writeln!(page, "```\n");
}
