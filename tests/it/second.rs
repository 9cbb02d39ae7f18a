//! The second reading: what the other reader does not see is a note.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::builtin::RULES;
use dekom_lint::diagnostics::{Certainty, FileReport, second_reading};
use dekom_lint::pdf::{RawDocument, ReaderKind};
use dekom_lint::report::{self, ReadOptions};
use dekom_lint::rules::{Options, Severity};

const FAULTS: &str = "fixtures/faults.pdf";

fn linted() -> FileReport {
    let bytes = std::fs::read(FAULTS).unwrap();
    let (reading, options) = (ReadOptions::default(), Options::default());
    dekom_lint::lint(&bytes, FAULTS, &RULES, &reading, &options)
}

fn other() -> RawDocument {
    let reading = ReadOptions {
        reader: ReaderKind::PdfExtract,
        ..ReadOptions::default()
    };
    report::read_raw(&std::fs::read(FAULTS).unwrap(), &reading).unwrap()
}

fn errors(file: &FileReport) -> usize {
    let errors = file.findings.iter();
    errors.filter(|f| f.severity == Severity::Error).count()
}

#[test]
fn what_both_readers_see_stays() {
    let mut file = linted();
    let before = errors(&file);
    let came = second_reading(&mut file, &other());
    assert!(came.confirmed > 0, "{came:?}");
    assert_eq!((came.doubted, came.unread), (0, 0));
    assert_eq!(errors(&file), before);
}

#[test]
fn what_only_one_sees_is_a_note() {
    let mut file = linted();
    let count = file.findings.len();
    let mut other = other();
    for glyph in other.pages.iter_mut().flat_map(|page| &mut page.glyphs) {
        if glyph.ch.is_ascii_digit() {
            glyph.ch = 'x';
        }
    }
    let came = second_reading(&mut file, &other);
    assert!(came.doubted > 0 && came.confirmed == 0, "{came:?}");
    assert_eq!(file.findings.len(), count);
    let doubted = file
        .findings
        .iter()
        .filter(|f| f.certainty == Certainty::Uncertain && f.severity == Severity::Note);
    assert_eq!(doubted.count(), came.doubted);
}

#[test]
fn pages_that_the_other_cannot_read_change_nothing() {
    let mut file = linted();
    let before = errors(&file);
    let came = second_reading(&mut file, &RawDocument::default());
    assert!(came.unread > 0 && came.doubted == 0);
    assert_eq!(errors(&file), before);
}

#[test]
fn the_run_tells_what_it_came_to() {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(["--isolated", "--second-reading", "--format", "json", FAULTS])
        .env("LANG", "nb_NO.UTF-8")
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let second = json.pointer("/files/0/second_reading").unwrap();
    assert!(second.get("confirmed").and_then(serde_json::Value::as_u64) > Some(0));
    assert_eq!(second.get("doubted"), Some(&0.into()));
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(told.contains("andre lesing: "), "{told}");
}
