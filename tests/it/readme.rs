//! What the documentation says of the rules is made from the rules; these tests say when it is stale.
//!
//! `UPDATE=1 cargo test --test it readme` writes it anew.

#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use crate::builtin::{CASES, RULES};
use dekom_lint::rules;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

const FIRST: &str = "| rule | severity | what it finds |\n|---|---|---|\n";
const PAGES: &str = "rules/pages";

/// Holds a file to what it should say, or writes it.
fn is_fresh(path: &str, fresh: &str) {
    if std::env::var_os("UPDATE").is_some() {
        if let Some(folder) = Path::new(path).parent() {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        std::fs::write(path, fresh).expect("a file that can be written");
    }
    let now = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        now == fresh,
        "{path} is stale: UPDATE=1 cargo test --test it readme"
    );
}

fn table() -> String {
    let mut rows: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for rule in RULES.rules() {
        if seen.contains(&rule.id) {
            continue;
        }
        seen.push(rule.id.clone());
        let mut row = String::new();
        let _ = writeln!(
            row,
            "| [`{0}`]({PAGES}/{0}.md) | {1} | {2} |",
            rule.id,
            rule.severity.name(),
            rule.summary.en
        );
        rows.push(row);
    }
    rows.sort();
    format!("{FIRST}{}", rows.concat())
}

#[test]
fn the_table_of_rules_is_not_stale() {
    let readme = std::fs::read_to_string("README.md").expect("a README");
    let start = readme.find(FIRST).expect("the table's head");
    let end = readme
        .get(start..)
        .and_then(|rest| rest.find("\n\n"))
        .map_or(readme.len(), |at| start + at + 1);
    let (before, after) = (
        readme.get(..start).expect("text"),
        readme.get(end..).expect("text"),
    );
    is_fresh("README.md", &format!("{before}{}{after}", table()));
}

#[test]
fn the_table_by_pack_is_not_stale() {
    is_fresh(
        "rules/README.md",
        &rules::rules_table(&RULES, Some("pages")),
    );
}

#[test]
fn the_reference_of_the_language_is_not_stale() {
    is_fresh("docs/rule-language.md", &rules::reference());
}

#[test]
fn every_rule_has_a_page_and_no_page_is_stale() {
    let results = &CASES;
    let mut pages = BTreeSet::new();
    for rule in RULES.rules() {
        let own: Vec<_> = results.iter().filter(|r| r.rule.id == rule.id).collect();
        let own: Vec<_> = own.into_iter().cloned().collect();
        let page = rules::rule_page(&RULES, rule, &own);
        for part in ["## Hvorfor", "## Dette finner den", "## Dette lar den være"] {
            assert!(page.contains(part), "{} says nothing of {part}", rule.id);
        }
        is_fresh(&format!("{PAGES}/{}.md", rule.id), &page);
        pages.insert(format!("{}.md", rule.id));
    }
    for entry in std::fs::read_dir(PAGES).expect("a folder").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        assert!(pages.contains(&name), "{PAGES}/{name} is of no rule");
    }
}

/// The example of the README is what the program prints, but for what it leaves out and the time.
#[test]
fn the_example_is_what_is_printed() {
    let readme = std::fs::read_to_string("README.md").expect("a README");
    let example = readme
        .split("$ dekom-lint fixtures/faults.pdf\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("an example");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(["fixtures/faults.pdf", "--lang", "nb", "--no-redact"])
        .output()
        .expect("a run");
    let printed = [run.stdout, run.stderr].concat();
    let printed = String::from_utf8(printed).expect("text");
    for part in example.split("…\n").filter(|part| !part.is_empty()) {
        let timeless = match part.rsplit_once(" · ") {
            Some((before, time)) if time.ends_with(" s\n") => before,
            _ => part,
        };
        assert!(printed.contains(timeless), "{timeless}");
    }
}
