//! The HTML page in a real browser: filters, keyboard, colours, policy and accessibility.
//!
//! It needs Chromium, Node and what `npm ci --prefix tests/browser` installs; without them it says
//! what is missing and checks nothing. `DEKOM_LINT_BROWSER=required` makes that a failure.
#![expect(clippy::print_stderr, reason = "what was skipped has to be seen")]

#[expect(dead_code, reason = "some of them are for the program alone")]
#[path = "hostile/files.rs"]
mod files;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The names under which Chromium is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// A program on the path.
fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let mut files = folders.iter().map(|folder| folder.join(name));
        files.find(|file| file.is_file())
    })
}

/// What is there to run the test with, or what is missing.
fn tools(scripts: &Path) -> Result<(PathBuf, PathBuf), &'static str> {
    let browser = program(&BROWSERS).ok_or("no chromium")?;
    let node = program(&["node", "nodejs"]).ok_or("no node")?;
    if !scripts.join("node_modules/playwright-core").is_dir() {
        return Err("no node_modules: npm ci --prefix tests/browser");
    }
    Ok((browser, node))
}

#[test]
fn the_page_works_in_a_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scripts = root.join("tests/browser");
    let (browser, node) = match tools(&scripts) {
        Ok(tools) => tools,
        Err(missing) => {
            let required = std::env::var("DEKOM_LINT_BROWSER").is_ok_and(|v| v == "required");
            assert!(!required, "{missing}");
            eprintln!("SKIPPED: {missing}");
            return;
        }
    };
    // One report; several, of which one can't be read; and in another language.
    let several = [
        "fixtures/kompetanse-faults.pdf",
        "fixtures/lost-page.pdf",
        "Cargo.toml",
    ];
    let runs: [(&str, &[&str]); 3] = [
        ("one.html", &["fixtures/faults.pdf", "--notes"]),
        ("redacted.html", &["fixtures/faults.pdf", "--redact"]),
        (
            "several.html",
            &[several[0], several[1], several[2], "--lang", "en"],
        ),
    ];
    for (name, arguments) in runs {
        let page = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(arguments)
            .arg("--output")
            .arg(format!("html={}", page.display()))
            .current_dir(root)
            .env_remove("CI")
            .output()
            .unwrap();
        let picture = std::env::var_os("DEKOM_LINT_SCREENSHOT");
        let done = Command::new(&node)
            .arg(scripts.join("check.mjs"))
            .args([&browser, &page])
            .arg(picture.filter(|_| name == "one.html").unwrap_or_default())
            .arg(page.with_extension("toml"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{name}: {said}");
        // What the page saved takes out the finding that was marked, and no other.
        let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(arguments)
            .args(["--format", "json", "--config"])
            .arg(page.with_extension("toml"))
            .current_dir(root)
            .env_remove("CI")
            .output()
            .unwrap();
        let found: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(found["summary"]["suppressed"], 1, "{name}");
    }
}

/// A rule of a user's own, with a table beside it.
const OWN: &str = r#"[pack]
name = "own"

[pack.tables.schools]
file = "own.csv"
key = "skole"

[[rule]]
id = "own-rule"
severity = "warning"
for = ["q in report.questions"]
assert = "!known('schools', 'Furuly skole')"
primary = "q.title"
summary.nb = "Egen regel"
message.nb = "Egen regel ser «Furuly skole» i registeret."

[[rule.good]]
name = "x"
base = "partnership"
"#;

/// A configuration that names files beside it and a reader that the page has not, and accepts what is
/// found no more and what was accepted for a time.
const NAMES: &str = r#"rules = ["regler/own.toml"]
baseline = "kjent.toml"
reader = "pdf-extract"

[[suppress]]
rule = "sum-mismatch"
reason = "Avklart."
expires = 2020-01-31

[[suppress]]
rule = "sum-mismatch"
fingerprint = "0"
reason = "Avklart."
"#;

/// The program's answer to the same, which the page's is held against.
#[expect(clippy::unwrap_used, reason = "a test that fails may panic")]
fn written(root: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let reports = root.join("fixtures");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
        let done = command
            .args(arguments)
            .args(["--lang", "nb"])
            .current_dir(&reports);
        done.env_remove("CI").output().unwrap()
    };
    for entry in std::fs::read_dir(&reports).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let forms: &[&str] = match path.extension().and_then(|ending| ending.to_str()) {
            Some("pdf") => &["json", "html", "sarif", "junit", "concise", "pdf"],
            Some("txt") => &["json", "html", "sarif", "junit", "concise"],
            _ => continue,
        };
        let outputs = forms.iter().map(|form| {
            let file = folder.join(format!("{name}.{form}"));
            format!("--output={form}={}", file.display())
        });
        let mut arguments = vec![name.clone(), "--isolated".to_owned()];
        arguments.extend(outputs);
        run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let letters = folder.join("follow-up");
    let letters = letters.to_str().unwrap();
    run(&["follow-up", "faults.pdf", "--isolated", "--output", letters]);
    let compared = run(&["compare", "clean.pdf", "faults.pdf", "--isolated"]);
    std::fs::write(folder.join("compared.txt"), compared.stdout).unwrap();
    std::fs::copy(
        root.join("tests/hostile/locked.pdf"),
        folder.join("locked.pdf"),
    )
    .unwrap();
    let hostile = folder.join("hostile");
    std::fs::create_dir_all(&hostile).unwrap();
    for (name, bytes) in [
        ("nested.pdf", files::nested(2_000_000, "[", "]")),
        ("bomb.pdf", files::bomb(b' ', 1 << 30, 1)),
        ("unicode.pdf", files::unicode_range()),
        ("empty.pdf", Vec::new()),
    ] {
        std::fs::write(hostile.join(name), bytes).unwrap();
    }
    let given = folder.join("given");
    std::fs::create_dir_all(&given).unwrap();
    let survey = std::fs::read_to_string(reports.join("report.txt")).unwrap();
    for (name, text) in [
        ("broken.toml", "[[rule]]\nid = \"x\"\n"),
        ("own.toml", OWN),
        ("own.csv", "skole\nFuruly skole\n"),
        ("dekom-lint.toml", "[severity]\nsum-mismatch = \"off\"\n"),
        ("names.toml", NAMES),
        ("slow.txt", &survey.repeat(8_000_000 / survey.len())),
    ] {
        std::fs::write(given.join(name), text).unwrap();
    }
    folder
}

/// `DEKOM_LINT_PAGE` names the page, which `web/page.sh` makes.
#[test]
fn the_page_that_is_one_file_does_what_the_program_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scripts = root.join("tests/browser");
    let Some(page) = std::env::var_os("DEKOM_LINT_PAGE").map(PathBuf::from) else {
        eprintln!("SKIPPED: DEKOM_LINT_PAGE names no page");
        return;
    };
    let (browser, node) = tools(&scripts).unwrap();
    let written = written(root);
    let other = page.with_file_name("words.txt");
    std::fs::write(other, "Her er ingen rapport.\n").unwrap();
    let done = Command::new(&node)
        .arg(scripts.join("page.mjs"))
        .args([&browser, &page, &root.join("fixtures"), &written])
        .args(std::env::var_os("DEKOM_LINT_PAGE_SCREENSHOT"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}
