//! What to ask each respondent, as files in a folder.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of a test's own, not yet made.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn follow_up(folder: &Path, more: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(["follow-up", "fixtures/faults.pdf", "--output"])
        .arg(folder)
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn each_respondent_gets_a_draft_and_a_letter() {
    let folder = folder("follow-up");
    let done = follow_up(&folder, &[], &[]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(
        names(&folder),
        [
            "Granhøl kommune.eml",
            "Granhøl kommune.md",
            "Regionrådet for Ytre Ternvik.eml",
            "Regionrådet for Ytre Ternvik.md",
            "oppfolging.xlsx",
        ]
    );
    let letter = std::fs::read_to_string(folder.join("Granhøl kommune.md")).unwrap();
    assert!(
        letter.contains("Kontaktperson: Eilif Vidsletta"),
        "{letter}"
    );
    assert!(letter.contains("Telefon: 400 00 123"), "{letter}");

    let mut book: Xlsx<_> = open_workbook(folder.join("oppfolging.xlsx")).unwrap();
    let sheet = book.worksheet_range("Oppfølging").unwrap();
    assert_eq!(sheet.rows().count(), 4);
    let head: Vec<String> = sheet
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(Data::to_string)
        .collect();
    let answer = head.iter().position(|name| name == "Svar").unwrap();
    assert!(
        sheet
            .rows()
            .skip(1)
            .all(|row| row[answer].to_string().is_empty())
    );
}

#[test]
fn the_same_bytes_each_time_and_answers_are_not_written_over() {
    let folder = folder("follow-up-again");
    follow_up(&folder, &[], &[]);
    let sheet = folder.join("oppfolging.xlsx");
    let first = std::fs::read(&sheet).unwrap();
    // The same report again changes nothing, and is no trouble.
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(1));
    assert_eq!(std::fs::read(&sheet).unwrap(), first);

    std::fs::write(&sheet, "svar").unwrap();
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(2));
    assert_eq!(std::fs::read(&sheet).unwrap(), b"svar");
    assert_eq!(follow_up(&folder, &["--force"], &[]).status.code(), Some(1));
    assert_eq!(std::fs::read(&sheet).unwrap(), first);
}

#[test]
fn one_respondent_alone() {
    let folder = folder("follow-up-one");
    follow_up(&folder, &["--respondent", "granhøl kommune"], &[]);
    assert_eq!(names(&folder).len(), 3);
}

#[test]
fn contacts_are_redacted() {
    let folder = folder("follow-up-redacted");
    follow_up(&folder, &[], &[("CI", "true")]);
    let mut all = String::new();
    for name in names(&folder) {
        all += &String::from_utf8_lossy(&std::fs::read(folder.join(&name)).unwrap());
    }
    let mut book: Xlsx<_> = open_workbook(folder.join("oppfolging.xlsx")).unwrap();
    let sheet = book.worksheet_range("Oppfølging").unwrap();
    let cells = sheet.rows().flatten().map(Data::to_string);
    all.extend(cells);
    assert!(all.contains("[navn-") && all.contains("[telefon-"));
    for secret in ["Eilif", "Vidsletta", "400 00 123", "10000189"] {
        assert!(!all.contains(secret), "{secret}");
    }
}
