//! The HTML page in a real browser: filters, keyboard, colours, policy and accessibility.
//!
//! It needs Chromium, Node and what `npm ci --prefix tests/browser` installs; without them it says
//! what is missing and checks nothing. `DEKOM_LINT_BROWSER=required` makes that a failure.
#![expect(clippy::print_stderr, reason = "what was skipped has to be seen")]

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
