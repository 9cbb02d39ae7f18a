//! Everything that was read, as tables.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::scratch::folder;
use std::process::{Command, Output};

fn export(arguments: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .arg("export")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_tables_add_up_to_the_figures_that_the_report_prints() {
    let done = export(&["fixtures/clean.pdf", "--format", "json"], &[]);
    assert_eq!(done.status.code(), Some(0));
    let tables = json(&done);
    let rows = |name: &str| tables[name].as_array().unwrap().clone();
    assert_eq!(rows("files")[0]["status"], "checked");
    assert!(rows("unread").is_empty());
    let mut sums = 0;
    for figure in rows("figures").iter().filter(|row| row["figure"] == "sum") {
        let answers = rows("answers").into_iter();
        let answers = answers.filter(|row| row["question"] == figure["question"]);
        let values = answers.filter_map(|row| row["value"].as_i64());
        assert_eq!(
            Some(values.sum::<i64>()),
            figure["value"].as_i64(),
            "{figure}"
        );
        sums += 1;
    }
    let mut bars = 0;
    for bar in rows("bars")
        .iter()
        .filter(|row| row["group"].is_null() && row["own_text"] == false)
    {
        let same = |row: &serde_json::Value| {
            row["question"] == bar["question"] && row["option"] == bar["option"]
        };
        let chosen = rows("choices").into_iter().filter(|row| same(row)).count();
        assert_eq!(Some(chosen as u64), bar["count"].as_u64(), "{bar}");
        bars += 1;
    }
    assert!(sums > 1 && bars > 10, "{sums} {bars}");
    for row in rows("answers")
        .iter()
        .chain(&rows("texts"))
        .chain(&rows("bars"))
    {
        assert!(
            row["page"].as_u64() > Some(0) && row["line"].as_u64() > Some(0),
            "{row}"
        );
    }
}

#[test]
fn several_reports_stand_in_one_table_and_the_ending_tells_the_form() {
    let folder = folder("export");
    let reports = ["fixtures/clean.pdf", "fixtures/lost-page.pdf"];
    for name in ["svar.xlsx", "svar.csv", "svar.jsonl"] {
        let file = folder.join(name);
        let done = export(
            &[reports[0], reports[1], "--output", file.to_str().unwrap()],
            &[],
        );
        assert_eq!(done.status.code(), Some(0), "{name}");
    }
    let answers = std::fs::read_to_string(folder.join("svar-answers.csv")).unwrap();
    let mut lines = answers.lines();
    assert_eq!(
        lines.next(),
        Some("file,question,title,kind,respondent,group,submission,state,value,page,line,certain")
    );
    for report in reports {
        assert!(
            answers.lines().any(|line| line.starts_with(report)),
            "{report}"
        );
    }
    let files = std::fs::read_to_string(folder.join("svar-files.csv")).unwrap();
    assert!(
        files.contains("fixtures/lost-page.pdf,incomplete,"),
        "{files}"
    );
    assert!(folder.join("svar.xlsx").is_file() && folder.join("svar.jsonl").is_file());
}

#[test]
fn what_can_not_be_read_is_told_and_stands_among_the_files() {
    let done = export(&["Cargo.toml", "--format", "json"], &[]);
    assert_eq!(done.status.code(), Some(3));
    let tables = json(&done);
    assert_eq!(tables["files"][0]["status"], "unreadable");
    assert!(!tables["files"][0]["error"].as_str().unwrap().is_empty());
    assert_eq!(export(&["fixtures/clean.pdf"], &[]).status.code(), Some(2));
    assert_eq!(
        export(&["fixtures/clean.pdf", "--format", "xlsx"], &[])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn names_numbers_and_texts_are_redacted_as_everywhere() {
    let arguments = ["fixtures/faults.pdf", "--format", "jsonl"];
    let open = String::from_utf8(export(&arguments, &[]).stdout).unwrap();
    let closed = String::from_utf8(export(&arguments, &[("CI", "true")]).stdout).unwrap();
    assert_eq!(open.lines().count(), closed.lines().count());
    for secret in ["Eilif", "Vidsletta", "400 00 123"] {
        assert!(
            open.contains(secret) && !closed.contains(secret),
            "{secret}"
        );
    }
    assert!(closed.contains("[navn-") && closed.contains("[tekst-"));
    // What the survey itself asks stays.
    assert!(closed.contains("Granhøl kommune"));
}
