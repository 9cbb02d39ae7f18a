//! Files that are no reports, and files made to do harm: each is refused with what is wrong and exit
//! 3, soon and in bounded memory, and the files beside it are still checked.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the failure it reports"
)]

#[path = "hostile/files.rs"]
mod files;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const CLEAN: &str = "fixtures/clean.pdf";
/// Seconds of processor time that a hostile file gets here.
const DEADLINE: &str = "3";

fn path(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn written(name: &str, bytes: &[u8]) -> String {
    let path = path(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .unwrap()
}

/// What a run said, on one line: where the boxes of messages break it, depends on the file's path.
fn said(done: &Output) -> String {
    let said = String::from_utf8_lossy(&done.stderr);
    let lines = said.lines();
    let lines = lines.map(|line| line.trim_start_matches(['│', '×', ' ']));
    lines.collect::<Vec<_>>().join(" ")
}

/// A file is refused and says why; the report beside it is checked all the same.
#[track_caller]
fn refused(name: &str, bytes: &[u8], because: &[&str]) {
    let file = written(name, bytes);
    let started = Instant::now();
    let done = run(&[&file, CLEAN, "--deadline", DEADLINE, "--format", "json"]);
    let took = started.elapsed();
    let said = said(&done);
    assert_eq!(done.status.code(), Some(3), "{name}: {said}");
    assert!(
        because.iter().any(|because| said.contains(because)),
        "{name}: {said}"
    );
    assert!(!said.contains("panicked"), "{name}: {said}");
    assert!(took < Duration::from_mins(1), "{name}: {took:?}");
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["files"][0]["status"], "unreadable", "{name}");
    assert_eq!(json["files"][1]["status"], "checked", "{name}");
    small();
}

/// No file that was read so far made a process large.
#[track_caller]
fn small() {
    #[cfg(target_os = "linux")]
    {
        use nix::sys::resource::{UsageWho, getrusage};
        let kilobytes = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
        assert!(kilobytes <= 256 << 10, "{kilobytes} KB");
    }
}

/// A fixture as qpdf encrypts it with AES-256 and without or with a password.
const ENCRYPTED: [&str; 2] = ["tests/hostile/open.pdf", "tests/hostile/locked.pdf"];

#[test]
fn encrypted() {
    let [open, locked] = ENCRYPTED;
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&[open, "--fail-on", "never"]), Some(0));
    let done = run(&[locked]);
    assert_eq!(done.status.code(), Some(3));
    assert!(said(&done).contains("Give the password with --password"));
    let done = run(&[locked, "--password", "feil"]);
    assert_eq!(done.status.code(), Some(3));
    assert!(said(&done).contains("the password is wrong"));
    assert_eq!(
        code(&[locked, "--password", "sesam", "--fail-on", "never"]),
        Some(0)
    );
    let by_variable = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args([locked, "--fail-on", "never"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("DEKOM_LINT_PASSWORD", "sesam")
        .output();
    assert_eq!(by_variable.unwrap().status.code(), Some(0));
}

const LATE: &str = "took more than 3 seconds";
const MEMORY: &str = "MB of memory";
const NO_REPORT: &str = "does not look like a report";

/// What takes a hostile file before anything is drawn, at most: 0.1 s, and without optimisation more.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// As [`refused`], and soon.
#[track_caller]
fn refused_soon(name: &str, bytes: &[u8], because: &str) {
    let started = Instant::now();
    refused(name, bytes, &[because]);
    let took = started.elapsed();
    assert!(took < SOON, "{name}: {took:?}");
}

#[test]
fn widths_for_four_thousand_million_codes() {
    let why = "The fonts of page 1 give the width of more than 4000000 characters";
    refused_soon("widths.pdf", &files::widths("0 4294967295 500"), why);
    let many = "0 65535 500 ".repeat(10_000);
    refused_soon("widths-many.pdf", &files::widths(&many), why);
}

#[test]
fn a_wide_range_of_widths_is_read() {
    let whole = files::widths("0 65535 500");
    refused_soon("widths-ok.pdf", &whole, NO_REPORT);
    let singly = format!("0 [{}]", "500 ".repeat(65_536));
    refused_soon("widths-singly.pdf", &files::widths(&singly), NO_REPORT);
}

#[test]
fn characters_for_four_thousand_million_codes() {
    let because = [LATE, MEMORY, NO_REPORT];
    refused("unicode.pdf", &files::unicode_range(), &because);
}

#[test]
fn forms_that_multiply() {
    let text = "BT /F 12 Tf 50 800 Td (a) Tj ET";
    // On a slow machine the deadline comes first.
    let because = ["operations > 500000", "glyphs > 100000", LATE];
    refused("forms.pdf", &files::fan_out(12, text), &because);
    refused("forms-empty.pdf", &files::fan_out(40, ""), &because);
    refused(
        "form-itself.pdf",
        &files::own_form(),
        &[because[0], NO_REPORT],
    );
}

#[test]
fn streams_that_swell() {
    let why = "unpacked bytes of a stream 67";
    refused_soon("bomb.pdf", &files::bomb(b' ', 1 << 30, 1), why);
    refused_soon("bomb-big.pdf", &files::bomb(b' ', 3 << 30, 3), why);
    refused_soon("bomb-objects.pdf", &files::object_bomb(1 << 30), why);
    // On a slow machine the deadline comes first.
    let many = files::bombs(5, 60 << 20);
    refused("bombs.pdf", &many, &["unpacked bytes 2", LATE]);
    let because = [LATE, MEMORY, NO_REPORT];
    refused("bomb-states.pdf", &files::saves(5_000_000), &because);
}

#[test]
fn pages_without_number() {
    let many = ["pages 20001, the limit is 20000"];
    refused("pages.pdf", &files::pages(20_001), &many);
    let many = ["the limit is 20000", LATE, MEMORY, NO_REPORT];
    refused("page-tree.pdf", &files::page_tree(9), &many);
}

#[test]
fn more_letters_than_a_page_has() {
    refused("glyphs.pdf", &files::glyphs(200_000), &["glyphs > 100000"]);
    refused(
        "glyphs-more.pdf",
        &files::glyphs(10_000_000),
        &["glyphs > 100000", LATE],
    );
}

#[test]
fn more_letters_than_a_file_of_its_size_has() {
    let many = files::shared_page(100, 50_000);
    refused("glyphs-shared.pdf", &many, &["glyphs 1", LATE]);
    let long = files::long_letters(50_000, 400);
    refused("glyphs-long.pdf", &long, &["glyphs > 100000", LATE]);
}

#[test]
fn a_text_has_the_limits_of_a_pdf_whatever_it_is_called() {
    let words = "Sum: 1 2 3 a b c d e f\n".repeat(50);
    let words = format!("{words}\u{c}").repeat(4_000);
    refused("words.pdf", words.as_bytes(), &[MEMORY, LATE]);
    let survey = std::fs::read_to_string("fixtures/report.txt").unwrap();
    let slow = written(
        "slow.pdf",
        survey.repeat(2_000_000 / survey.len()).as_bytes(),
    );
    let done = run(&[&slow, "--deadline", "1"]);
    let said = said(&done);
    assert_eq!(done.status.code(), Some(3), "{said}");
    assert!(said.contains("reading took more than"), "{said}");
    assert!(!said.contains(MEMORY), "{said}");
}

#[test]
fn a_file_that_swells_where_it_is_written_to() {
    let file = written("annotated-bomb.pdf", &files::object_bomb(1 << 30));
    let target = path("annotated.pdf");
    let _ = std::fs::remove_file(&target);
    let output = format!("pdf={}", target.display());
    let done = run(&[&file, "--output", &output]);
    assert_eq!(done.status.code(), Some(3));
    assert!(!target.exists());
    small();
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_not_waited_for() {
    let pipe = path("pipe.pdf");
    if !pipe.exists() {
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
    }
    for name in ["/dev/zero", pipe.to_str().unwrap()] {
        let done = run(&[name, CLEAN]);
        let said = said(&done);
        assert_eq!(done.status.code(), Some(3), "{name}: {said}");
        assert!(said.contains("is not a regular file"), "{name}: {said}");
    }
}

#[test]
fn brackets_within_brackets() {
    let because = [NO_REPORT, "nested deeper", "is damaged", LATE];
    refused("arrays.pdf", &files::nested(500_000, "[", "]"), &because);
    refused(
        "dicts.pdf",
        &files::nested(500_000, "<< /A ", " >>"),
        &because,
    );
    refused("strings.pdf", &files::nested(500_000, "(", ")"), &because);
    let why = "nested deeper";
    refused_soon("resources.pdf", &files::nested_resources(500_000), why);
    refused_soon("resources-ok.pdf", &files::nested_resources(400), NO_REPORT);
}

#[test]
fn a_report_on_one_page_that_could_not_be_read_to_its_end() {
    let survey = std::fs::read_to_string("rules/bases/survey.txt").unwrap();
    // Charts need their places, and the lines have none.
    let survey = survey
        .split("\u{c}Hva er")
        .next()
        .unwrap()
        .replace('\u{c}', "");
    let file = written("one-page.pdf", &files::lost_after(&survey, 10));
    assert_eq!(run(&[&file]).status.code(), Some(0));
    let why = "1 of 1 pages could not be read to their end (operations > 500000)";
    refused(
        "one-page-lost.pdf",
        &files::lost_after(&survey, 500_001),
        &[why],
    );
}

#[test]
fn what_is_no_pdf_and_no_report() {
    refused("empty.pdf", b"", &["The file is empty"]);
    refused("blank.txt", b" \n\n", &["The file is empty"]);
    refused(
        "zip.pdf",
        b"PK\x03\x04\x00\x00\x01\x02\x03\x05",
        &["neither a PDF nor a text"],
    );
    refused("text.pdf", &files::text("Kjære alle"), &[NO_REPORT]);
    refused("letter.txt", "Kjære alle\nHei\n".as_bytes(), &[NO_REPORT]);
    refused("scan.pdf", &files::scan(), &["it is probably a scan"]);
    refused("head.pdf", b"%PDF-1.7\n%%EOF", &["is damaged"]);
    let folder = path("folder");
    std::fs::create_dir_all(&folder).unwrap();
    let done = run(&[folder.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(3));
    assert!(said(&done).contains("no PDF files in the folder"));
    let done = run(&["no-such-file.pdf"]);
    assert_eq!(done.status.code(), Some(3));
    assert!(said(&done).contains("does not exist"));
}

#[test]
fn a_broken_download() {
    let whole = std::fs::read(CLEAN).unwrap();
    for part in [1, 2, 3] {
        let cut = whole.get(..whole.len() * part / 4).unwrap();
        refused(&format!("cut-{part}.pdf"), cut, &["Download it again"]);
    }
}

#[test]
fn text_as_windows_writes_it() {
    let text = std::fs::read_to_string("fixtures/report.txt").unwrap();
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let (latin, _, lost) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!lost);
    let of = |file: &str| {
        let done = run(&[file, "--format", "json", "--no-redact"]);
        let mut json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        json["files"][0]["path"] = "".into();
        json["files"][0].as_object_mut().unwrap().remove("sha256");
        (done.status.code(), json)
    };
    let whole = of("fixtures/report.txt");
    assert_eq!(of(&written("utf16.txt", &utf16)), whole);
    assert_eq!(of(&written("latin.txt", &latin)), whole);
}
