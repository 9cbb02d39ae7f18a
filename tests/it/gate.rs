//! The program as a gate: codes, several outputs in one run, baselines, suppressions, threads.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::scratch::folder;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A fixture whose report contradicts itself, and its clean twin.
const FAULTY: &str = "fixtures/faults.pdf";
const CLEAN: &str = "fixtures/clean.pdf";

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .unwrap()
}

fn code(arguments: &[&str]) -> i32 {
    run(arguments).status.code().unwrap()
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn codes_by_precedence() {
    assert_eq!(code(&[CLEAN]), 0);
    assert_eq!(code(&[FAULTY]), 1);
    assert_eq!(code(&[FAULTY, "--fail-on", "never"]), 0);
    assert_eq!(code(&[FAULTY, "Cargo.toml", CLEAN]), 3);
    assert_eq!(
        code(&[FAULTY, "Cargo.toml", "--severity", "no-such-rule=off"]),
        2
    );
    assert_eq!(code(&[FAULTY, "--pack", "no-such-pack"]), 2);
    assert_eq!(code(&[FAULTY, "--rules", "Cargo.toml"]), 2);
}

/// What is at the threshold fails, what is below it does not.
#[test]
fn a_threshold_is_reached_by_what_is_at_it() {
    let found = run(&[CLEAN, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let found = found["files"][0]["findings"].as_array().unwrap().iter();
    let rules: BTreeSet<_> = found.map(|f| f["rule"].as_str().unwrap()).collect();
    let off: Vec<_> = rules.iter().map(|rule| format!("{rule}=off")).collect();
    let off = off.iter().flat_map(|off| ["--severity", off]);
    let off: Vec<&str> = off.collect();
    let code = |severity: &str, on: &str| {
        let chosen = [CLEAN, "--severity", severity, "--fail-on", on];
        code(&[&off, chosen.as_slice()].concat())
    };
    assert_eq!(code("personal-data=off", "note"), 0);
    let levels = ["note", "warning", "error"];
    for (found, level) in levels.iter().enumerate() {
        for (threshold, on) in levels.iter().enumerate() {
            let expected = i32::from(found >= threshold);
            let severity = format!("personal-data={level}");
            assert_eq!(code(&severity, on), expected, "{level} at {on}");
        }
    }
}

/// Notes are counted, and said in full in each way to ask for them.
#[test]
fn a_note_is_said_where_it_is_asked_for_or_fails() {
    let found = run(&[FAULTY, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let mut findings = found["files"][0]["findings"].as_array().unwrap().iter();
    let note = findings.find(|f| f["severity"] == "note").unwrap();
    let (rule, message) = (note["rule"].as_str().unwrap(), &note["message"]);
    let message = message.as_str().unwrap();
    let config = folder("notes").join("notes.toml");
    std::fs::write(&config, "[thresholds]\nnotes = 0\n").unwrap();
    let (config, as_note) = (config.to_str().unwrap(), format!("{rule}=note"));
    let ways: [&[&str]; 5] = [
        &["--notes"],
        &["--fail-on", "note"],
        &["--fail-on", rule],
        &["--severity", &as_note],
        &["--config", config],
    ];
    let says = |more: &[&str]| {
        let done = run(&[&[FAULTY, "--format", "concise"], more].concat());
        String::from_utf8_lossy(&done.stdout).contains(message)
    };
    for way in ways {
        assert!(says(way), "{way:?}");
    }
    assert!(!says(&[]));
}

/// Who has read enough and closes the pipe changes no code, and nothing is said of it.
#[test]
fn a_pipe_that_was_closed_is_no_mistake() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
    let mut child = command
        .args([FAULTY, "--format", "html", "--quiet"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    assert_eq!(done.status.code(), Some(1));
}

#[test]
fn one_run_writes_several_formats() {
    let folder = folder("several");
    let at = |name: &str| folder.join(name);
    let to = |format: &str, name: &str| format!("{format}={}", at(name).display());
    let outputs = [
        to("json", "f.json"),
        to("sarif", "f.sarif"),
        to("junit", "f.xml"),
        to("gitlab", "gl.json"),
        to("jsonl", "f.jsonl"),
        to("concise", "f.txt"),
    ];
    let mut arguments = vec![FAULTY, "--sarif-profile", "github", "--format", "github"];
    for output in &outputs {
        arguments.extend(["--output", output]);
    }
    let done = run(&arguments);
    assert!(
        String::from_utf8(done.stdout)
            .unwrap()
            .starts_with("::error file=")
    );
    for name in ["f.json", "f.sarif", "gl.json"] {
        serde_json::from_str::<serde_json::Value>(&text(&at(name))).unwrap();
    }
    assert!(text(&at("f.xml")).starts_with("<?xml"));
    assert!(text(&at("f.txt")).contains(": error["));
    assert!(text(&at("faults.txt")).starts_with("--- side 1 ---\n"));

    // Another run writes over its own sidecar, and over nothing else.
    std::fs::write(at("clean.txt"), "min egen fil").unwrap();
    run(&[
        CLEAN,
        FAULTY,
        "--sarif-profile",
        "github",
        "--output",
        &outputs[1],
    ]);
    assert_eq!(text(&at("clean.txt")), "min egen fil");
    assert!(at("clean-2.txt").exists() && !at("faults-2.txt").exists());
}

#[test]
fn a_baseline_lets_only_new_findings_fail() {
    let folder = folder("baseline");
    let file = folder.join("kjent.toml");
    let file = file.to_str().unwrap();
    assert_eq!(code(&[FAULTY, "--write-baseline", file]), 0);
    assert_eq!(code(&[FAULTY, "--baseline", file, "--fail-on", "note"]), 0);
    let written = text(Path::new(file));

    // Reasons stay when it is written anew.
    let reasoned = written.replacen("Kjent da grunnlinjen ble skrevet.", "Avklart.", 1);
    std::fs::write(file, &reasoned).unwrap();
    assert_eq!(code(&[FAULTY, "--write-baseline", file]), 0);
    assert_eq!(text(Path::new(file)), reasoned);

    // What was found before and is no more is counted as fixed.
    let done = run(&[CLEAN, "--baseline", file]);
    let line = String::from_utf8(done.stderr).unwrap();
    assert!(
        line.contains("rettet") && !line.contains(" 0 rettet"),
        "{line}"
    );
}

#[test]
fn suppressions_take_findings_out_and_stale_ones_are_told() {
    let folder = folder("suppress");
    let file = folder.join("dekom-lint.toml");
    let found = run(&[FAULTY, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let findings = found["files"][0]["findings"].as_array().unwrap().iter();
    let suppression = |finding: &serde_json::Value| {
        let rule = finding["rule"].as_str().unwrap();
        format!("[[suppress]]\nrule = \"{rule}\"\nreason = \"Avklart.\"\n")
    };
    let config: String = findings.map(suppression).collect();
    std::fs::write(&file, &config).unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(code(&[FAULTY, "--config", file, "--fail-on", "note"]), 0);

    let stale = "[[suppress]]\nrule = \"sum-mismatch\"\nrespondent = \"Ingen\"\nreason = \"x\"\n";
    std::fs::write(file, stale).unwrap();
    let done = run(&[CLEAN, "--config", file]);
    assert_eq!(done.status.code(), Some(0));
    assert!(
        String::from_utf8(done.stderr)
            .unwrap()
            .contains("treffer ingenting lenger")
    );

    // What has expired accepts nothing, and it is told since when.
    let past = "[[suppress]]\nrule = \"sum-mismatch\"\nreason = \"x\"\nexpires = 2020-02-01\n";
    std::fs::write(file, past).unwrap();
    let done = run(&[FAULTY, "--config", file, "--fail-on", "sum-mismatch"]);
    assert_eq!(done.status.code(), Some(1));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("gjaldt til og med 1.2.2020"), "{told}");
}

#[test]
fn what_is_printed_without_a_report_is_no_finding() {
    for asked in [
        &["man"][..],
        &["completions", "bash"],
        &["config-schema"],
        &["rules", "schema"],
        &["rules", "profile", "fixtures/report.txt"],
    ] {
        let done = run(asked);
        assert_eq!(done.status.code(), Some(0), "{asked:?}");
        assert!(!done.stdout.is_empty(), "{asked:?}");
    }
}

/// What is asked for on the command line beats the thresholds of the file too.
#[test]
fn fail_on_of_the_command_line_beats_the_thresholds_of_the_file() {
    let file = folder("thresholds").join("dekom-lint.toml");
    std::fs::write(&file, "[thresholds]\nerrors = 0\n").unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(code(&[FAULTY, "--config", file]), 1);
    assert_eq!(code(&[FAULTY, "--config", file, "--fail-on", "never"]), 0);
    std::fs::write(file, "[thresholds]\nerrors = 99\n").unwrap();
    assert_eq!(code(&[FAULTY, "--config", file]), 0);
    assert_eq!(code(&[FAULTY, "--config", file, "--fail-on", "error"]), 1);
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let with = |jobs: &str| run(&["fixtures", "--format", "json", "--jobs", jobs]).stdout;
    let one = with("1");
    assert_eq!(one, with("4"));
    assert!(one.len() > 1000);
}

#[test]
fn findings_on_standard_output_and_all_else_on_standard_error() {
    let done = run(&[
        CLEAN,
        "--format",
        "concise",
        "--severity",
        "personal-data=off",
    ]);
    assert_eq!(done.stdout, b"");
    assert!(!done.stderr.is_empty());
    let done = run(&[CLEAN, "--quiet", "--severity", "personal-data=off"]);
    assert_eq!((done.stdout, done.stderr), (Vec::new(), Vec::new()));
}

#[test]
fn a_text_whose_charts_cannot_be_resolved_is_not_passed_in_silence() {
    // What `pdftotext -layout` leaves of charts whose bars lie: labels and values apart.
    let text = std::fs::read_to_string("fixtures/report.txt").unwrap();
    let values: String = text.replace("(50%)", "50").replace("(25%)", "25");
    let path =
        std::env::temp_dir().join(format!("dekom-lint-unchecked-{}.txt", std::process::id()));
    std::fs::write(&path, values).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(["--isolated", "--quiet"])
        .arg(&path)
        .output()
        .unwrap();
    std::fs::remove_file(&path).unwrap();
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(told.contains("men ikke kontrollert"), "{told}");
}

#[test]
fn the_gate_fails_by_rule_and_by_number() {
    let off = ["--severity", "personal-data=note"];
    let with = |more: &[&str]| {
        let mut arguments = vec![FAULTY];
        arguments.extend(off);
        arguments.extend(more);
        code(&arguments)
    };
    assert_eq!(with(&["--fail-on", "sum-mismatch"]), 1);
    assert_eq!(with(&["--fail-on", "median-mismatch"]), 0);
    assert_eq!(with(&["--fail-on", "never,placeholder-answer"]), 1);
    assert_eq!(with(&["--fail-on", "never", "--max-warnings", "0"]), 1);
    assert_eq!(with(&["--fail-on", "never", "--max-warnings", "99"]), 0);
    assert_eq!(with(&["--fail-on", "sum-missmatch"]), 2);
}

#[test]
fn two_redacted_runs_print_the_same_bytes_and_another_file_other_pseudonyms() {
    let tokens = |file: &str| {
        let arguments = [file, "--redact", "--format", "sarif", "--notes"];
        let (once, again) = (run(&arguments).stdout, run(&arguments).stdout);
        assert_eq!(once, again);
        let value: serde_json::Value = serde_json::from_slice(&once).unwrap();
        let tokens = value["runs"][0]["redactionTokens"].as_array().unwrap();
        let tokens = tokens
            .iter()
            .map(|token| token.as_str().unwrap().to_owned());
        let tokens: BTreeSet<String> = tokens.collect();
        assert!(tokens.len() > 3, "{tokens:?}");
        tokens
    };
    let (faulty, clean) = (tokens(FAULTY), tokens(CLEAN));
    let both: Vec<_> = faulty.intersection(&clean).collect();
    assert!(both.iter().all(|token| *token == "[…]"), "{both:?}");
}

#[test]
fn the_name_of_a_file_steers_no_terminal() {
    let folder = folder("names");
    let file = folder.join("a\u{1b}[31m\nb.pdf");
    std::fs::copy(FAULTY, &file).unwrap();
    for format in [
        "full", "concise", "github", "gitlab", "junit", "html", "json",
    ] {
        let done = run(&[file.to_str().unwrap(), "--format", format]);
        for stream in [done.stdout, done.stderr] {
            let text = String::from_utf8(stream).unwrap();
            assert!(!text.contains('\u{1b}'), "{format}");
            assert!(!text.contains("[31m\nb.pdf"), "{format}");
        }
    }
    let gone = folder.join("c\u{1b}[2J.pdf");
    let told = run(&[gone.to_str().unwrap()]).stderr;
    assert!(!told.contains(&0x1b));
}

#[test]
fn what_changes_is_checked_again() {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::{Duration, Instant};
    let folder = folder("watch");
    let (file, page) = (folder.join("r.pdf"), folder.join("funn.html"));
    std::fs::copy(CLEAN, &file).unwrap();
    std::fs::copy(CLEAN, folder.join("fjor.pdf")).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(["r.pdf", "--watch", "--output", "html=funn.html"])
        .args(["--previous", "fjor.pdf"])
        .current_dir(&folder)
        .env_clear()
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    let shows = |rule: &str| {
        while started.elapsed() < Duration::from_mins(4) {
            if std::fs::read_to_string(&page).is_ok_and(|page| page.contains(rule)) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    };
    let first = shows("personal-data");
    // Another program writes beside it all the time.
    let done = AtomicBool::new(false);
    let (second, third) = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let _ = std::fs::write(folder.join("other.log"), "noise");
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        std::fs::copy(FAULTY, &file).unwrap();
        let second = shows("data-rule=\"sum-mismatch\"");
        // What it is checked with, and not only what is checked.
        let _ = std::fs::remove_file(&page);
        std::fs::copy(FAULTY, folder.join("fjor.pdf")).unwrap();
        let third = shows("data-rule=\"sum-mismatch\"");
        done.store(true, Ordering::Relaxed);
        (second, third)
    });
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        first && second && third && running,
        "{first} {second} {third} {running}"
    );
}
