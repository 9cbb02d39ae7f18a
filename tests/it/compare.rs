//! Two years of one survey side by side.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the failure it reports"
)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of a test's own, with this year's report and next year's: another year in the titles, an
/// amount ten times as large, another one doubled, and one respondent in place of another.
fn years(name: &str) -> (PathBuf, PathBuf) {
    let folder = crate::scratch::folder(name);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report = std::fs::read_to_string(root.join("fixtures/report.txt")).unwrap();
    let next = report
        .replace("2025", "2026")
        .replace("2024", "2025")
        .replace("Heltall: 41700", "Heltall: 417000")
        .replace("Heltall: 15000", "Heltall: 30000")
        .replace("Granhøl kommune", "Nyhøl kommune");
    let (old, new) = (folder.join("old.txt"), folder.join("new.txt"));
    std::fs::write(&old, report).unwrap();
    std::fs::write(&new, next).unwrap();
    (old, new)
}

fn compare(old: &Path, new: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .arg("compare")
        .args([old, new])
        .args(more)
        .env_clear()
        .output()
        .unwrap()
}

fn compared(old: &Path, new: &Path, more: &[&str]) -> Value {
    let done = compare(old, new, &[&["--format", "json"], more].concat());
    serde_json::from_slice(&done.stdout).unwrap()
}

/// Old and new amount of each change, and whose it is.
fn changes(done: &Value) -> Vec<(Option<String>, i64, i64)> {
    let changes = done["changed"].as_array().unwrap().iter();
    let value = |change: &Value, which| change[which]["value"].as_i64().unwrap();
    let who = |change: &Value| change["respondent"].as_str().map(str::to_owned);
    changes
        .map(|change| (who(change), value(change, "old"), value(change, "new")))
        .collect()
}

#[test]
fn amounts_and_respondents_of_two_years() {
    let (old, new) = years("compare");
    let done = compared(&old, &new, &[]);
    assert_eq!(
        changes(&done),
        [(Some("Kvitbu kommune".to_owned()), 41_700, 417_000)]
    );
    assert_eq!(done["came"][0]["name"], "Nyhøl kommune");
    assert_eq!(done["left"][0]["name"], "Granhøl kommune");

    // Seen from the other side.
    let back = compared(&new, &old, &[]);
    assert_eq!(back["came"], done["left"]);
    assert_eq!(changes(&back).len(), 1);
}

#[test]
fn the_factor_is_a_parameter_of_a_rule_file() {
    let (old, new) = years("compare-factor");
    let rules = old.with_file_name("faktor.toml");
    let pack = "[pack]\nname = \"dekom\"\n[pack.params]\nchange_factor = 1\n";
    std::fs::write(&rules, pack).unwrap();
    let done = compared(&old, &new, &["--rules", rules.to_str().unwrap()]);
    assert_eq!(changes(&done).len(), 2);
}

#[test]
fn one_respondent_alone() {
    let (old, new) = years("compare-one");
    let done = compared(&old, &new, &["--respondent", "Skarvøya kommune"]);
    assert_eq!(changes(&done), []);
    assert_eq!(done["came"].as_array().unwrap().len(), 0);
}

#[test]
fn only_new_findings_fail() {
    let (old, new) = years("compare-codes");
    let same = old.with_file_name("same.txt");
    std::fs::copy(&old, &same).unwrap();
    assert_eq!(compare(&old, &same, &[]).status.code(), Some(0));
    // The larger amount is not in the sum that is printed.
    assert_eq!(compare(&old, &new, &[]).status.code(), Some(1));
    // A third would not be compared with anything.
    let third = [old.to_str().unwrap()];
    assert_eq!(compare(&old, &new, &third).status.code(), Some(2));
    assert_eq!(
        compare(&old, &new, &["--fail-on", "never"]).status.code(),
        Some(0)
    );
}
