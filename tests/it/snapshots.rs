//! What is said of each fixture, line by line.

#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use std::path::PathBuf;
use std::process::Command;

fn reports() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir("fixtures")
        .expect("fixtures")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "pdf" || ending == "txt")
        })
        .collect();
    paths.sort();
    paths
}

#[test]
fn each_fixture_says_what_it_said() {
    let reports = reports();
    assert!(reports.len() >= 8, "{reports:?}");
    for path in reports {
        let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args([
                "--isolated",
                "--no-redact",
                "--lang",
                "nb",
                "--format",
                "concise",
                "--notes",
            ])
            .arg(&path)
            .output()
            .expect("the program runs");
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .replace('.', "-");
        let code = done.status.code().expect("an exit code");
        let said = String::from_utf8(done.stdout).expect("UTF-8");
        insta::assert_snapshot!(name, format!("{said}exit {code}\n"));
    }
}
