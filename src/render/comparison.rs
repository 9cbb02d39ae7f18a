//! Two exports side by side, for people and as JSON.

use super::{Options, json, plain};
use crate::diagnostics::{Altered, Amount, Change, Comparison, Finding, Person};
use crate::i18n::whole;
use crate::rules::{Datum, Lang};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A comparison for people. What is hidden unless asked for is counted all the same.
pub fn comparison(done: &Comparison, options: &Options) -> String {
    let lang = options.lang;
    let said = lang.render();
    let mut out = String::new();
    let lists = [
        (said.new_findings(), &done.fresh),
        (said.fixed_findings(), &done.fixed),
        (said.unchanged_findings(), &done.unchanged),
    ];
    for (title, findings) in lists {
        let _ = writeln!(out, "{title}: {}", whole(findings.len(), lang));
        for finding in findings.iter().filter(|finding| options.shows(finding)) {
            let _ = writeln!(out, "  {}", of_finding(finding, lang));
        }
    }
    let shown = |altered: &&Altered| options.shows(&altered.new);
    let altered: Vec<&Altered> = done.altered.iter().filter(shown).collect();
    let title = said.altered_findings();
    let _ = writeln!(out, "{title}: {}", whole(done.altered.len(), lang));
    for Altered { old, new } in altered {
        let _ = writeln!(out, "  {}", of_finding(new, lang));
        let before = said.before(&plain::line(old.message.get(lang)));
        let _ = writeln!(out, "    {before}");
    }
    let title = said.changed_amounts();
    let _ = writeln!(out, "{title}: {}", whole(done.changed.len(), lang));
    for change in &done.changed {
        let _ = writeln!(out, "  {}", of_change(change, lang));
    }
    let people = [
        (said.new_respondents(), &done.came),
        (said.gone_respondents(), &done.left),
    ];
    for (title, people) in people {
        let _ = writeln!(out, "{title}: {}", whole(people.len(), lang));
        for person in people {
            let group = plain::line(&person.group);
            let _ = writeln!(out, "  {} ({group})", plain::line(&person.name));
        }
    }
    if !done.whole {
        let _ = writeln!(out, "{}", said.pages_missing());
    }
    out
}

fn of_finding(finding: &Finding, lang: Lang) -> String {
    let message = plain::line(finding.message.get(lang));
    let question = finding.question.as_deref().map(plain::line);
    let question = question.map_or(String::new(), |title| format!(" – {title}"));
    format!(
        "{} [{}] {} {}: {message}{question}",
        finding.severity.word(lang),
        plain::line(&finding.rule),
        lang.words().page(1),
        finding.primary.page,
    )
}

fn of_change(change: &Change, lang: Lang) -> String {
    let sum = lang.render().the_sum();
    let who = change.new.respondent.as_deref().map(plain::line);
    format!(
        "{} → {}: {}, {} {}, {}",
        value(&change.old.value, lang),
        value(&change.new.value, lang),
        who.as_deref().unwrap_or(sum),
        lang.words().page(1),
        change.new.page,
        plain::line(&change.new.question),
    )
}

fn value(value: &Datum, lang: Lang) -> String {
    match value {
        Datum::Int(value) => whole(*value, lang),
        Datum::Text(text) => plain::line(text),
    }
}

/// A comparison as one JSON object. Findings are written as in the report's own JSON.
pub fn comparison_json(done: &Comparison, options: &Options) -> String {
    let findings = |findings: &[Finding]| -> Vec<Value> {
        findings.iter().map(|f| item(f, options.lang)).collect()
    };
    let people = |people: &[Person]| -> Vec<Value> {
        let one = |person: &Person| json!({ "name": person.name, "group": person.group });
        people.iter().map(one).collect()
    };
    let amount = |amount: &Amount| match &amount.value {
        Datum::Int(value) => json!({ "value": value, "page": amount.page }),
        Datum::Text(text) => json!({ "value": text, "page": amount.page }),
    };
    let change = |change: &Change| {
        json!({
            "question": change.new.question,
            "respondent": change.new.respondent,
            "group": Some(&change.new.group).filter(|group| !group.is_empty()),
            "old": amount(&change.old),
            "new": amount(&change.new),
        })
    };
    let changed: Vec<Value> = done.changed.iter().map(change).collect();
    let altered = done.altered.iter().map(
        |Altered { old, new }| json!({ "old": item(old, options.lang), "new": item(new, options.lang) }),
    );
    let whole = json!({
        "schema": 1,
        "whole": done.whole,
        "new": findings(&done.fresh),
        "fixed": findings(&done.fixed),
        "unchanged": findings(&done.unchanged),
        "altered": altered.collect::<Vec<_>>(),
        "changed": changed,
        "came": people(&done.came),
        "left": people(&done.left),
    });
    // A value of serde_json is always printed.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn item(finding: &Finding, lang: Lang) -> Value {
    serde_json::to_value(json::Item::of(finding, lang)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::FileStatus;
    use crate::diagnostics::{Limits, compare};
    use crate::sample;

    fn done() -> Comparison {
        let mut old = sample::run().files.remove(0);
        old.status = FileStatus::Checked;
        let mut new = old.clone();
        new.findings[1].fingerprint = "else".to_owned();
        new.people[0].name = "Bergvik \u{1b}[31mkommune".to_owned();
        new.amounts[0].value = Datum::Int(10_330);
        new.findings[0].reported = Some(Datum::Int(10_330));
        new.findings[0].message.nb =
            "Summen av svarene er 1 043, men rapporten oppgir 10 330.".to_owned();
        compare(&old, &new, Limits::default())
    }

    #[test]
    fn for_people() {
        let options = Options {
            notes: true,
            ..Options::default()
        };
        insta::assert_snapshot!(comparison(&done(), &options));
    }

    #[test]
    fn as_json() {
        let text = comparison_json(&done(), &Options::default());
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["new"][0]["fingerprint"], "else");
        assert_eq!(value["altered"][0]["old"]["reported"], 1033);
        assert_eq!(value["altered"][0]["new"]["reported"], 10_330);
        assert_eq!(value["changed"][0]["old"]["value"], 1033);
        assert_eq!(value["changed"][0]["new"]["value"], 10_330);
        assert_eq!(value["left"][0]["name"], "Øyvær kommune");
        assert_eq!(value["whole"], true);
    }
}
