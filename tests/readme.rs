//! The README's table of rules is made from the rules; this test says when it is stale.
//!
//! `UPDATE=1 cargo test --test readme` writes it anew.

#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use dekom_lint::rules;
use std::fmt::Write;

const FIRST: &str = "| rule | severity | what it finds |\n|---|---|---|\n";

fn table() -> String {
    let rules = rules::load(&rules::builtin_sources()).expect("rules without mistakes");
    let mut rows: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for rule in rules.rules() {
        if seen.contains(&rule.id) {
            continue;
        }
        seen.push(rule.id.clone());
        let mut row = String::new();
        let _ = writeln!(
            row,
            "| `{}` | {} | {} |",
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
    let fresh = format!("{before}{}{after}", table());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write("README.md", &fresh).expect("a README that can be written");
    }
    assert!(
        readme == fresh,
        "README.md is stale: UPDATE=1 cargo test --test readme"
    );
}
