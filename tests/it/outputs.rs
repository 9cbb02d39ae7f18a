//! What is written where: never over what is read, never two outputs in one file, and nothing at all
//! where one of them is refused.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = crate::scratch::folder(&format!("outputs/{name}"));
    std::fs::copy("fixtures/report.txt", folder.join("r.txt")).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap()
}

fn entries(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// The run is refused for this reason, prints nothing and leaves the folder as it was.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], why: &str) {
    let before = entries(folder);
    let report = std::fs::read(folder.join("r.txt")).unwrap();
    let done = run(folder, arguments);
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{arguments:?}: {said}");
    let said: Vec<&str> = said.split(['│', '\n', '×']).map(str::trim).collect();
    let said = said.join(" ");
    assert!(said.contains(why), "{arguments:?}: {said}");
    assert!(done.stdout.is_empty(), "{arguments:?}");
    assert_eq!(entries(folder), before, "{arguments:?}");
    assert_eq!(std::fs::read(folder.join("r.txt")).unwrap(), report);
}

#[test]
fn no_output_is_an_input() {
    let folder = folder("inputs");
    let why = "is read in this run";
    std::fs::create_dir(folder.join("in")).unwrap();
    std::fs::write(folder.join("own.toml"), "").unwrap();
    std::fs::write(folder.join("dekom-lint.toml"), "").unwrap();
    for output in [
        "html=r.txt",
        "json=./r.txt",
        "sarif=in/../r.txt",
        "html=dekom-lint.toml",
    ] {
        refused(&folder, &["r.txt", "--output", output], why);
    }
    refused(&folder, &["r.txt", "--write-baseline", "r.txt"], why);
    let rules = ["r.txt", "--rules", "own.toml", "--output", "json=own.toml"];
    refused(&folder, &rules, why);
    std::fs::write(folder.join("known.toml"), "").unwrap();
    let baseline = [
        "r.txt",
        "--baseline",
        "known.toml",
        "--output",
        "json=known.toml",
    ];
    refused(&folder, &baseline, why);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("r.txt", folder.join("link.html")).unwrap();
        std::fs::hard_link(folder.join("r.txt"), folder.join("hard.html")).unwrap();
        for output in ["html=link.html", "html=hard.html"] {
            refused(&folder, &["r.txt", "--output", output], why);
        }
    }
}

#[test]
fn no_output_is_what_a_rule_file_names() {
    let folder = folder("named");
    let why = "is read in this run";
    std::fs::write(folder.join("liste.csv"), "navn;sum\nA;1\n").unwrap();
    let pack =
        "[pack]\nname = \"mitt\"\n[pack.tables.liste]\nfile = \"liste.csv\"\nkey = \"navn\"\n";
    std::fs::write(folder.join("own.toml"), pack).unwrap();
    let named = ["r.txt", "--rules", "own.toml", "--output", "json=liste.csv"];
    refused(&folder, &named, why);
    std::fs::write(folder.join("dekom-lint.toml"), "rules = [\"own.toml\"]").unwrap();
    refused(&folder, &["r.txt", "--output", "json=liste.csv"], why);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to() {
    let folder = folder("pipe");
    let done = run(&folder, &["r.txt", "--output", "json=/dev/stdout"]);
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(matches!(done.status.code(), Some(0 | 1)), "{said}");
    let printed = String::from_utf8(done.stdout).unwrap();
    let mut values = serde_json::Deserializer::from_str(&printed).into_iter();
    let first: serde_json::Value = values.next().unwrap().unwrap();
    assert!(first["files"].is_array(), "{printed}");
}

#[test]
fn no_option_before_a_command_is_swallowed() {
    let folder = folder("before");
    let all = [
        &["--redact", "export", "r.txt", "--output", "a.json"][..],
        &["--rules", "x", "rules", "list"],
        &["--quiet", "man"],
        &["--no-isolation", "config-schema"],
        &["--notes", "completions", "bash"],
        &["--redact", "explain", "sum-mismatch"],
    ];
    for arguments in all {
        let why = format!("{} stands before the command", arguments[0]);
        refused(&folder, arguments, &why);
    }
    let spoken = run(&folder, &["--color", "never", "rules", "list"]);
    assert_eq!(spoken.status.code(), Some(0));
}

#[test]
fn no_two_outputs_are_one_file() {
    let folder = folder("two");
    let why = "is already where another output goes";
    let two = ["r.txt", "--output", "html=a", "--output", "json=./a"];
    refused(&folder, &two, why);
    let baseline = ["r.txt", "--output", "json=a", "--write-baseline", "a"];
    refused(&folder, &baseline, why);
    let sidecar = [
        "r.txt",
        "--sarif-profile",
        "github",
        "--output",
        "html=r-2.txt",
    ];
    let sidecar = [&sidecar[..], &["--output", "sarif=a.sarif"]].concat();
    refused(&folder, &sidecar, why);
}

#[test]
fn one_output_that_cannot_be_written_leaves_the_others_as_they_were() {
    let folder = folder("fails");
    std::fs::write(folder.join("a.json"), "old").unwrap();
    let lost = [
        "r.txt",
        "--output",
        "json=a.json",
        "--output",
        "html=none/b.html",
    ];
    refused(&folder, &lost, "cannot write none/b.html");
    assert_eq!(std::fs::read(folder.join("a.json")).unwrap(), b"old");
}

#[test]
fn what_is_written_stands_alone_in_its_place() {
    let folder = folder("written");
    std::fs::write(folder.join("a.json"), "old").unwrap();
    let all = [
        "r.txt",
        "--output",
        "json=a.json",
        "--output",
        "html=b.html",
    ];
    let done = run(
        &folder,
        &[&all[..], &["--write-baseline", "known.toml"]].concat(),
    );
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(
        entries(&folder),
        ["a.json", "b.html", "known.toml", "r.txt"]
    );
    assert!(
        std::fs::read(folder.join("a.json"))
            .unwrap()
            .starts_with(b"{")
    );
    // The baseline that holds is the one thing that is read and written.
    let anew = ["r.txt", "--write-baseline", "known.toml"];
    std::fs::write(folder.join("dekom-lint.toml"), "baseline = \"known.toml\"").unwrap();
    assert_eq!(run(&folder, &anew).status.code(), Some(0));
}
