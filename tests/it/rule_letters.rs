//! The letter that each rule gives: what it asks, of whom, and of nobody else.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::builtin::{CASES, RULES};
use dekom_lint::diagnostics::{FileReport, Run};
use dekom_lint::render::{Deadline, Folder, FollowUp, Options, follow_up};
use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{self, Case, Lang, RuleSet};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// The checks that ask nobody, each with why: a rule's id and its part.
const NOBODY: &[(&str, &str, &str)] = &[
    // What the exporter reckoned or printed no respondent can mend.
    ("total-mismatch", "*", "the exporter's"),
    ("respondent-mismatch", "*", "the exporter's"),
    ("overview-count-mismatch", "*", "the exporter's"),
    ("filter-count-mismatch", "*", "the exporter's"),
    ("incomplete-report", "*", "the export's"),
    ("unchecked-figures", "*", "the export's"),
    ("answer-count-mismatch", "*", "the exporter's"),
    ("response-count-mismatch", "*", "the exporter's"),
    ("not-stated-count-mismatch", "*", "the exporter's"),
    ("sum-mismatch", "*", "the exporter's"),
    ("mean-mismatch", "*", "the exporter's"),
    ("median-mismatch", "*", "the exporter's"),
    ("stddev-mismatch", "*", "the exporter's"),
    ("bar-count-mismatch", "*", "the exporter's"),
    ("percent-mismatch", "*", "the exporter's"),
    ("group-sum-mismatch", "*", "the exporter's"),
    ("other-answers-mismatch", "*", "the exporter's"),
    (
        "category-mismatch",
        "*",
        "categories are given in the portal",
    ),
    (
        "personal-data",
        "*",
        "who publishes the report takes it out",
    ),
    (
        "text-slip",
        "*",
        "a slip of writing changes nothing that was answered",
    ),
    (
        "missing-answer",
        "integers",
        "a 0 is printed as a blank, and most of them are meant",
    ),
    (
        "duplicate-text",
        "a sentence",
        "a university handed it out: nobody is told of the others",
    ),
    (
        "municipality-named-twice",
        "*",
        "it could not be asked without telling of the others",
    ),
    (
        "unknown-institution",
        "several spellings",
        "each spelling is right by itself",
    ),
    (
        "owner-spelt-differently",
        "*",
        "it could not be asked without telling of the others",
    ),
];

/// What a part of a rule is called here, and whether it or its template asks.
fn parts() -> Vec<(String, String, bool)> {
    let mut templates = BTreeSet::new();
    let mut parts = Vec::new();
    for source in rules::builtin_sources() {
        let file: toml::Table = source.text.parse().unwrap();
        let tables = |key: &str| {
            let tables = file.get(key).and_then(toml::Value::as_array);
            let tables = tables
                .into_iter()
                .flatten()
                .filter_map(toml::Value::as_table);
            tables.cloned().collect::<Vec<_>>()
        };
        let text = |table: &toml::Table, key: &str| {
            let text = table.get(key).and_then(toml::Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        for template in tables("template") {
            if template.contains_key("ask") {
                templates.insert(text(&template, "name"));
            }
        }
        for rule in tables("rule").into_iter().chain(tables("check")) {
            let template = text(&rule, "use");
            parts.push((
                text(&rule, "id"),
                text(&rule, "part"),
                template,
                rule.contains_key("ask"),
            ));
        }
    }
    let asks = |template: &String, own: bool| own || templates.contains(template);
    let parts = parts.into_iter();
    let parts = parts.map(|(id, part, template, own)| (id, part, asks(&template, own)));
    parts.collect()
}

#[test]
fn each_check_asks_or_is_named_as_one_that_asks_nobody() {
    let parts = parts();
    assert!(parts.len() > 60, "{}", parts.len());
    let is_named = |id: &str, part: &str| {
        let mut named = NOBODY.iter();
        named.any(|(rule, which, _)| *rule == id && (*which == "*" || *which == part))
    };
    for (id, part, asks) in &parts {
        assert!(*asks != is_named(id, part), "{id}: {part}");
    }
    for (id, which, _) in NOBODY {
        let mut all = parts.iter();
        let known = all.any(|(rule, part, _)| rule == id && (*which == "*" || which == part));
        assert!(known, "{id}: {which}");
    }
}

/// The case as a report with the findings of its rule alone.
fn judged(rules: &RuleSet, rule: &str, case: &Case) -> FileReport {
    of_rule(rules, rule, &case.pack, case.report.as_bytes())
}

/// A report with the findings of a rule alone.
fn of_rule(rules: &RuleSet, rule: &str, pack: &str, report: &[u8]) -> FileReport {
    let options = rules::Options {
        packs: rules::PackChoice::Forced(vec![pack.to_owned()]),
        ..rules::Options::default()
    };
    let reading = ReadOptions::default();
    let mut file = dekom_lint::lint(report, "rapport.txt", rules, &reading, &options);
    file.findings.retain(|finding| finding.rule == rule);
    file
}

/// The letters of a report: the respondent, and what it reads.
fn letters(file: &FileReport, lang: Lang) -> Vec<(String, String)> {
    let run = Run {
        files: vec![file.clone()],
        ..Run::default()
    };
    let options = Options {
        lang,
        notes: true,
        ..Options::default()
    };
    let from = FollowUp {
        sender: Some("Statsforvalteren i Fjordmark".to_owned()),
        deadline: Some(Deadline::Day(2026, 2, 1)),
        greeting: None,
    };
    let done = follow_up(&run, &options, &from, &Folder::default()).unwrap();
    let letters = done.files.iter().filter_map(|file| {
        let name = file.name.strip_suffix(".docx")?;
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letter-of-a-rule.docx");
        std::fs::write(&path, &file.bytes).unwrap();
        Some((name.to_owned(), crate::follow_up::words(&path)))
    });
    letters.collect()
}

/// What the rules of a case ask, without what they quote: it tells one question from another.
fn questions(file: &FileReport, lang: Lang) -> Vec<String> {
    let asks = file.findings.iter().flat_map(|finding| &finding.asks);
    let heads = asks.map(|ask| {
        let text = ask.question.get(lang);
        text.split(['«', '“']).next().unwrap_or("").to_owned()
    });
    heads.collect()
}

#[test]
fn each_question_of_a_rule_has_its_letter_and_names_nobody_else() {
    let mut shown = String::new();
    let results = &CASES;
    let asks = results.iter().flat_map(|result| &result.hits);
    let asks = asks.filter(|hit| !hit.asks.is_empty());
    let asking: BTreeSet<&str> = asks.map(|hit| hit.rule.as_str()).collect();
    for rule in RULES.rules() {
        let mut known: BTreeSet<String> = BTreeSet::new();
        let cases = rule.cases.iter().filter(|case| !case.good);
        let mut files: Vec<(&str, FileReport)> = cases
            .map(|case| (case.name.as_str(), judged(&RULES, &rule.id, case)))
            .collect();
        // A case that is too small to be read as a report shows its rule all the same.
        let is_asking = asking.contains(rule.id.as_str());
        if is_asking && files.iter().all(|(_, file)| file.findings.is_empty()) {
            let report = std::fs::read("fixtures/horizontal-faults.pdf").unwrap();
            let file = of_rule(&RULES, &rule.id, "general", &report);
            files.push(("horizontal-faults.pdf", file));
        }
        for (case, file) in &files {
            // Each is known from here on, also where the first of them was new.
            let asked = questions(file, Lang::Nb).into_iter();
            let is_new = asked.filter(|ask| known.insert(ask.clone())).count() > 0;
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                for (respondent, letter) in letters(file, lang) {
                    let mut others = file.people.iter().filter(|p| p.name != respondent);
                    let named = others.find(|person| letter.contains(&person.name));
                    assert!(
                        named.is_none(),
                        "{}: {named:?} in the letter to {respondent}",
                        rule.id
                    );
                    assert!(!letter.contains("«»") && !letter.contains("“”"), "{letter}");
                    if is_new {
                        let _ = write!(shown, "=== {} ({case})\n{letter}\n", rule.id);
                    }
                }
            }
        }
        assert_eq!(known.is_empty(), !is_asking, "{}", rule.id);
    }
    insta::assert_snapshot!(shown);
}
