//! Reports that were damaged on their way: what can't be read as it was written is said to be so, and
//! accuses nobody.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::builtin::RULES;
use dekom_lint::diagnostics::{FileReport, FileStatus};
use dekom_lint::report::{self, ReadFailure, ReadOptions};
use dekom_lint::rules::{Options, Severity};
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn lint(bytes: &[u8]) -> FileReport {
    dekom_lint::lint(
        bytes,
        "x",
        &RULES,
        &ReadOptions::default(),
        &Options::default(),
    )
}

fn errors(file: &FileReport) -> BTreeSet<&str> {
    let all = file.findings.iter();
    all.filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.rule.as_str())
        .collect()
}

/// A report without errors.
fn clean() -> Vec<u8> {
    std::fs::read("fixtures/clean.pdf").unwrap()
}

/// The places where something stands in a file.
fn places(bytes: &[u8], what: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(what.len()).enumerate();
    let found: Vec<usize> = windows
        .filter(|(_, window)| *window == what)
        .map(|(place, _)| place)
        .collect();
    assert!(!found.is_empty());
    found
}

/// Lints a damaged file: it is checked as the undamaged one, or said to be incomplete or unreadable.
#[track_caller]
fn status(bytes: &[u8], name: &str) -> FileStatus {
    static CLEAN: LazyLock<FileReport> = LazyLock::new(|| lint(&clean()));
    assert!(errors(&CLEAN).is_empty());
    let file = lint(bytes);
    let figures = |file: &FileReport| (file.questions, file.coverage);
    let errors = errors(&file);
    match file.status {
        FileStatus::Checked => assert_eq!(figures(&file), figures(&CLEAN), "{name}"),
        FileStatus::Incomplete => {
            // What is told is only that something was not checked.
            let mut accused = errors
                .iter()
                .filter(|rule| !["incomplete-report", "unchecked-figures"].contains(rule));
            assert!(
                !errors.is_empty() && accused.next().is_none(),
                "{name}: {errors:?}"
            );
        }
        FileStatus::Unreadable => {
            assert!(errors.is_empty() && file.error.is_some(), "{name}");
        }
    }
    file.status
}

#[test]
fn a_bit_turned_in_a_packed_stream() {
    let whole = clean();
    let mut lost = 0;
    for end in places(&whole, b"endstream") {
        // What is packed ends before its checksum and the end of the line.
        for back in [6, 60] {
            let mut bytes = whole.clone();
            bytes[end - back] ^= 4;
            let status = status(&bytes, &format!("{end} - {back}"));
            lost += usize::from(status != FileStatus::Checked);
        }
    }
    assert!(lost > 20, "{lost}");
}

#[test]
fn fonts_that_are_gone_or_broken() {
    let damage = |what: &str, with: &str| {
        assert_eq!(what.len(), with.len());
        let mut bytes = clean();
        for place in places(&bytes, what.as_bytes()) {
            bytes[place..place + with.len()].copy_from_slice(with.as_bytes());
        }
        status(&bytes, what)
    };
    // No page has a list of fonts, the fonts are no objects, and they are none that can be loaded.
    for (what, with) in [
        ("/Font<<", "/Fonx<<"),
        (
            "obj\n<</Type/Font/Subtype/Type0",
            "obx\n<</Type/Font/Subtype/Type0",
        ),
        ("/Subtype/Type0", "/Subtype/Type7"),
        ("/DescendantFonts", "/DescendantFonxs"),
    ] {
        assert_eq!(damage(what, with), FileStatus::Unreadable, "{what}");
    }
}

#[test]
fn a_report_of_which_most_is_damaged_says_why() {
    let mut bytes = clean();
    let lists = places(&bytes, b"/Font<<");
    for place in &lists[..=lists.len() / 2] {
        bytes[place + 1] = b'X';
    }
    let file = lint(&bytes);
    assert_eq!(file.status, FileStatus::Unreadable);
    let why = file.error.unwrap();
    assert!(
        why.nb.contains("(en skrift mangler eller er skadet)"),
        "{}",
        why.nb
    );
}

#[test]
fn widths_that_are_damaged() {
    let mut bytes = clean();
    let list = places(&bytes, b"/W[")[0];
    // The end of a range is a name.
    let space = places(&bytes[list..], b" ")[6] + list;
    bytes[space] = b'/';
    assert_eq!(status(&bytes, "widths"), FileStatus::Unreadable);
}

#[test]
fn letters_that_the_file_does_not_tell() {
    let mut bytes = clean();
    for place in places(&bytes, b"/ToUnicode") {
        bytes[place + 1] = b'X';
    }
    assert_eq!(status(&bytes, "letters"), FileStatus::Unreadable);
    let why = lint(&bytes).error.unwrap().en;
    assert!(why.contains("does not say which letters"), "{why}");
}

#[test]
fn a_page_whose_content_is_gone() {
    let mut bytes = clean();
    let place = places(&bytes, b"/Contents ")[4] + b"/Contents ".len();
    // There is no such object.
    bytes[place] = b'9';
    assert_eq!(status(&bytes, "content"), FileStatus::Incomplete);
}

#[test]
fn a_checksum_that_no_stream_has_right_says_nothing() {
    let mut bytes = clean();
    for end in places(&bytes, b"endstream") {
        bytes[end - 2] ^= 4;
    }
    assert_eq!(status(&bytes, "checksums"), FileStatus::Checked);
}

#[test]
fn a_broken_download() {
    let whole = clean();
    for part in 1..20 {
        let cut = &whole[..whole.len() * part / 20];
        let file = lint(cut);
        assert_eq!(file.status, FileStatus::Unreadable, "{part}");
        let why = file.error.unwrap().en;
        assert!(why.contains("Download it again"), "{part}: {why}");
        // Also where something puts an end to it.
        let ended = [cut, b"\n%%EOF\n"].concat();
        status(&ended, &format!("{part} of 20"));
    }
}

/// A name that is set so that no question shows it breaks what the exporter guarantees under every
/// question, by one cause: the file was not understood, and nobody is accused.
#[test]
fn where_most_questions_break_what_must_hold_the_layout_is_not_understood() {
    let mut raw = report::read_raw(&clean(), &ReadOptions::default()).unwrap();
    let mut hidden = 0;
    for page in raw.pages.iter_mut().skip(2) {
        let letters = page.glyphs.clone();
        page.runs.retain(|run| {
            let glyphs = letters.iter().skip(run.first as usize);
            let text: String = glyphs
                .take(run.count as usize)
                .map(|glyph| glyph.ch)
                .collect();
            let keep = !text.starts_with("Kvitbu kommune");
            hidden += usize::from(!keep);
            keep
        });
    }
    assert!(hidden > 5);
    let failure = report::from_raw(raw).unwrap_err();
    let ReadFailure::Misread {
        misread, questions, ..
    } = &failure
    else {
        unreachable!("{failure:?}");
    };
    assert!(misread * 2 > *questions);
    let text = failure.text();
    assert!(text.nb.contains("Layouten er ikke forstått"), "{}", text.nb);
}
