//! All formats tell the same as the exit code, and nothing that was named is left out in silence.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the failure it reports"
)]

use crate::scratch::folder;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

/// Reports with errors, with warnings and notes at most, and with a page too few.
const FILES: [&str; 3] = [
    "fixtures/faults.pdf",
    "fixtures/clean.pdf",
    "fixtures/lost-page.pdf",
];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .unwrap()
}

/// Which formats say that the run failed.
fn red(file: &str, more: &[&str], folder: &Path) -> (i32, Vec<&'static str>) {
    let formats = ["json", "sarif", "junit", "gitlab", "github", "concise"];
    let at = |format: &str| folder.join(format).display().to_string();
    let outputs: Vec<String> = formats.iter().map(|f| format!("{f}={}", at(f))).collect();
    let mut arguments = vec![file, "--isolated", "--format", "full"];
    arguments.extend(more);
    for output in &outputs {
        arguments.extend(["--output", output]);
    }
    let done = run(&arguments);
    let text = |format: &str| std::fs::read_to_string(at(format)).unwrap();
    let json = |format: &str| serde_json::from_str::<Value>(&text(format)).unwrap();
    let any = |list: &Value, is: &dyn Fn(&Value) -> bool| list.as_array().unwrap().iter().any(is);
    let (found, results, issues) = (json("json"), json("sarif"), json("gitlab"));
    let failing = |finding: &Value| finding["fails"] == true;
    let grave =
        |issue: &Value| ["critical", "major"].contains(&issue["severity"].as_str().unwrap());
    let says = [
        ("json", any(&found["files"][0]["findings"], &failing)),
        (
            "sarif",
            any(&results["runs"][0]["results"], &|r| r["level"] == "error"),
        ),
        ("junit", text("junit").contains("<failure")),
        ("gitlab", any(&issues, &grave)),
        ("github", text("github").contains("::error")),
    ];
    let code = done.status.code().unwrap();
    if code == 1 {
        // What it fails on is shown to people too.
        assert!(
            !done.stdout.is_empty() && !text("concise").is_empty(),
            "{more:?}"
        );
    }
    let red = says.into_iter().filter(|(_, red)| *red);
    (code, red.map(|(format, _)| format).collect())
}

#[test]
fn every_format_is_red_exactly_where_the_run_fails() {
    let folder = folder("agreement");
    let mut codes = Vec::new();
    for file in FILES {
        for threshold in ["error", "warning", "note", "never"] {
            let (code, red) = red(file, &["--fail-on", threshold], &folder);
            assert_eq!(
                red.len(),
                if code == 1 { 5 } else { 0 },
                "{file} {threshold}: {red:?}"
            );
            codes.push(code);
        }
    }
    // Both come about.
    assert_eq!(codes.get(..8).unwrap(), [1, 1, 1, 0, 0, 1, 1, 0]);
}

#[test]
fn a_threshold_of_the_configuration_holds_in_every_format() {
    let folder = folder("agreement-thresholds");
    let config = folder.join("dekom-lint.toml");
    std::fs::write(&config, "[thresholds]\nerrors = 100\n").unwrap();
    let config = config.display().to_string();
    let done = run(&[
        "fixtures/faults.pdf",
        "--config",
        &config,
        "--format",
        "junit",
    ]);
    assert_eq!(done.status.code(), Some(0));
    let text = String::from_utf8(done.stdout).unwrap();
    assert!(text.contains("failures=\"0\"") && text.contains("<system-out>"));
}

#[test]
fn a_respondent_is_found_however_the_name_is_typed() {
    let code = |name: &str| {
        run(&["fixtures/clean.pdf", "--isolated", "--respondent", name])
            .status
            .code()
    };
    assert_eq!(code("Skarvøya kommune"), Some(0));
    assert_eq!(code("\u{feff}SKARV\u{200b}ØYA  kommune"), Some(0));
    assert_eq!(code("Skarvøy kommune"), Some(2));
}

#[test]
fn a_pattern_takes_capital_extensions() {
    let folder = folder("agreement-capitals");
    for name in ["a.pdf", "B.PDF", "c.txt"] {
        std::fs::copy("fixtures/clean.pdf", folder.join(name)).unwrap();
    }
    let pattern = folder.join("*.pdf").display().to_string();
    let done = run(&[&pattern, "--isolated", "--format", "json"]);
    let found: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(found["files"].as_array().unwrap().len(), 2);
}

#[test]
fn a_pack_for_another_survey_is_told() {
    let folder = folder("agreement-pack");
    let rules = folder.join("annen.toml");
    let rule = "[[rule]]\nid = \"own\"\nseverity = \"note\"\nfor = [\"q in report.questions\"]\n\
                assert = \"q.number > 0\"\nprimary = \"q.title\"\nmessage = \"x\"\n";
    let told = |applies: &str, more: &[&str]| {
        let pack = format!("[pack]\nname = \"annen\"\napplies_to = [\"{applies}\"]\n{rule}");
        std::fs::write(&rules, pack).unwrap();
        let rules = rules.display().to_string();
        let arguments = [
            &["fixtures/clean.pdf", "--isolated", "--rules", &rules],
            more,
        ]
        .concat();
        let done = run(&arguments);
        assert_eq!(done.status.code(), Some(0));
        String::from_utf8(done.stderr)
            .unwrap()
            .contains("pakken «annen» gjelder ikke")
    };
    assert!(told("^Skolemat", &[]));
    assert!(!told(".", &[]));
    assert!(!told("^Skolemat", &["--pack", "annen"]));
}
