//! Letters and sheets are opened by an office suite, and printed by it: nothing is cut off.
//!
//! It needs `LibreOffice`; without it, it says what is missing and checks nothing.
//! `DEKOM_LINT_OFFICE=required` makes that a failure.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test a panic is the failure it reports"
)]
#![expect(clippy::print_stderr, reason = "what was skipped has to be seen")]

use calamine::{Reader as _, Xlsx, open_workbook};
use dekom_lint::pdf::{Hayro, Limits, Reader as _};
use dekom_lint::text::{Page, assemble};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn is_there() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join("soffice").is_file());
    let required = std::env::var("DEKOM_LINT_OFFICE").is_ok_and(|v| v == "required");
    assert!(found || !required, "no soffice");
    if !found {
        eprintln!("SKIPPED: no soffice");
    }
    found
}

fn run(arguments: &[&str], folder: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CI")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(matches!(done.status.code(), Some(0 | 1)), "{said}");
}

/// The pages that the suite prints of a file.
fn printed(file: &Path) -> Vec<Page> {
    let folder = file.parent().unwrap().join("pdf");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let done = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
        ])
        .arg(&folder)
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    let pdf = folder.join(file.with_extension("pdf").file_name().unwrap());
    let bytes = std::fs::read(&pdf).unwrap_or_else(|error| panic!("{error}: {said}"));
    let raw = Hayro { draw_all: true }.read(&bytes, "", &Limits::default());
    assemble(raw.unwrap()).pages
}

/// A text without what a line that is broken takes out of it.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn an_office_suite_prints_letters_and_sheets_whole() {
    if !is_there() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    let _ = std::fs::remove_dir_all(&folder);
    run(&["follow-up", "fixtures/faults.pdf", "--output"], &folder);
    let tables = folder.join("svar.xlsx");
    run(&["export", "fixtures/faults.pdf", "--output"], &tables);
    let letter = folder.join("Granhøl kommune.docx");
    let text: String = printed(&letter)
        .iter()
        .map(|page| page.text.as_str())
        .collect();
    let text = squashed(&text);
    for line in crate::follow_up::words(&letter).lines() {
        assert!(text.contains(&squashed(line)), "{line}");
    }
    let sheet: PathBuf = folder.join("oppfolging.xlsx");
    let pages = printed(&sheet);
    for page in &pages {
        assert!(page.width > page.height, "{} × {}", page.width, page.height);
    }
    // Every word of what is shown is printed as often as it stands in a cell.
    let text = |pages: &[Page]| -> String {
        let pages = pages.iter();
        pages.flat_map(|page| [page.text.as_str(), "\n"]).collect()
    };
    let all = text(&pages);
    let counts = |words: &[String]| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in words.iter().flat_map(|text| text.split_whitespace()) {
            // Longer ones may be broken where a column ends.
            if word.chars().count() <= 8 {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        counts
    };
    let there = counts(std::slice::from_ref(&all));
    let mut book: Xlsx<_> = open_workbook(&sheet).unwrap();
    let mut wanted = Vec::new();
    for name in ["Oppfølging", "Respondenter", "Alle funn"] {
        let range = book.worksheet_range(name).unwrap();
        let head = range.headers().unwrap();
        for row in range.rows() {
            let cells = row.iter().zip(&head);
            // What the program keeps for itself is hidden.
            let shown = cells.filter(|(_, head)| !(*head == "Id" || *head == "Fil"));
            wanted.extend(shown.map(|(cell, _)| cell.to_string()));
        }
    }
    let wanted = counts(&wanted);
    assert!(wanted.len() > 60, "{wanted:?}");
    for (word, count) in wanted {
        let printed = there.get(&word).copied().unwrap_or(0);
        assert!(printed >= count, "{word}: {printed} of {count}\n{all}");
    }
    let tables = text(&printed(&tables));
    for word in ["Respondent", "Granhøl", "Spørsmål"] {
        assert!(tables.contains(word), "{word}: {tables}");
    }
}
