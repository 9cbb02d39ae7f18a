//! The user's own PDF with the findings marked: nothing of it is lost, and it reads as before.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use crate::scratch::folder;
use pdf_extract::{Dictionary, Document, Object};
use serde_json::Value;
use std::process::{Command, Output};

fn run(arguments: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

fn found(file: &str) -> Value {
    let done = run(&[file, "--format", "json"], &[]);
    let found: Value = serde_json::from_slice(&done.stdout).unwrap();
    found.pointer("/files/0").unwrap().clone()
}

/// The highlights of a file by page, each with its rectangle.
fn highlights(bytes: &[u8]) -> Vec<(u32, Vec<f32>, Dictionary)> {
    let document = Document::load_mem(bytes).unwrap();
    let mut out = Vec::new();
    for (number, id) in document.get_pages() {
        let page = document.get_dictionary(id).unwrap();
        let Ok(list) = page
            .get_deref(b"Annots", &document)
            .and_then(Object::as_array)
        else {
            continue;
        };
        for annotation in list {
            let annotation = document
                .dereference(annotation)
                .unwrap()
                .1
                .as_dict()
                .unwrap();
            let kind = annotation.get(b"Subtype").unwrap().as_name().unwrap();
            if kind == b"Highlight" {
                let rect = annotation.get(b"Rect").unwrap().as_array().unwrap().iter();
                let rect = rect.map(|x| x.as_float().unwrap()).collect();
                out.push((number, rect, annotation.clone()));
            }
        }
    }
    out
}

fn pages(bytes: &[u8]) -> usize {
    let reading = dekom_lint::report::ReadOptions::default();
    dekom_lint::report::read(bytes, &reading)
        .unwrap()
        .pages
        .len()
}

#[test]
fn every_figure_and_addend_is_marked_and_the_report_reads_as_before() {
    let folder = folder("annotated");
    for name in [
        "faults",
        "chromium-like-faults",
        "kompetanse-faults",
        "standard-faults",
    ] {
        let source = format!("fixtures/{name}.pdf");
        let target = folder.join(format!("{name}.pdf"));
        let output = format!("pdf={}", target.display());
        run(&[&source, "--notes", "--output", &output], &[]);
        let before = std::fs::read(&source).unwrap();
        let after = std::fs::read(&target).unwrap();
        assert!(after.starts_with(&before), "{name}");
        let document = Document::load_mem(&after).unwrap();
        let tree = document.catalog().unwrap().get_deref(b"Pages", &document);
        let count = tree.and_then(Object::as_dict).unwrap().get(b"Count");
        let count = usize::try_from(count.unwrap().as_i64().unwrap()).unwrap();
        assert_eq!(count, document.get_pages().len(), "{name}");
        assert!(count > pages(&before), "{name}: the list of findings");
        assert_eq!(pages(&after), pages(&before), "{name}");

        let (old, new) = (found(&source), found(target.to_str().unwrap()));
        assert_eq!(old["findings"], new["findings"], "{name}");

        let mut wanted: Vec<u64> = Vec::new();
        for finding in old["findings"].as_array().unwrap() {
            let related = finding["related"].as_array().unwrap().iter();
            let places = related.chain([&finding["primary"]]);
            let boxed = places.filter(|place| !place["bbox"].is_null());
            wanted.extend(boxed.map(|place| place["page"].as_u64().unwrap()));
        }
        wanted.sort_unstable();
        let marked = highlights(&after);
        let marked_pages: Vec<u64> = marked.iter().map(|(page, ..)| u64::from(*page)).collect();
        assert_eq!(marked_pages, wanted, "{name}");
    }
}

#[test]
fn a_mark_stands_where_the_finding_says_and_has_its_message() {
    let folder = folder("annotated-place");
    let target = folder.join("a.pdf");
    let output = format!("pdf={}", target.display());
    run(&["fixtures/faults.pdf", "--output", &output], &[]);
    let file = found("fixtures/faults.pdf");
    let findings = file["findings"].as_array().unwrap();
    let sum = findings
        .iter()
        .find(|f| f["rule"] == "sum-mismatch")
        .unwrap();
    let bbox: Vec<f64> = serde_json::from_value(sum["primary"]["bbox"].clone()).unwrap();
    let marked = highlights(&std::fs::read(&target).unwrap());
    // The fixture's pages are A4, upright and not cropped.
    let document = Document::load(&target).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
    let height = f64::from(media[3].as_float().unwrap());
    let (x0, top) = (bbox[0] - 1.0, height - bbox[1] + 1.0);
    let mut at = marked.iter().filter(|(_, rect, _)| {
        (f64::from(rect[0]) - x0).abs() < 0.05 && (f64::from(rect[3]) - top).abs() < 0.05
    });
    let (_, _, annotation) = at.next().unwrap();
    let note = annotation.get(b"Contents").unwrap();
    let note = pdf_extract::decode_text_string(note).unwrap();
    assert!(note.contains(sum["message"].as_str().unwrap()), "{note}");
}

#[test]
fn several_reports_go_into_a_folder() {
    let folder = folder("annotated-several");
    let output = format!("pdf={}", folder.join("ut").display());
    run(
        &[
            "fixtures/clean.pdf",
            "fixtures/faults.pdf",
            "--output",
            &output,
        ],
        &[],
    );
    let before = std::fs::read("fixtures/clean.pdf").unwrap();
    assert!(
        std::fs::read(folder.join("ut/clean.pdf"))
            .unwrap()
            .starts_with(&before)
    );
    assert!(folder.join("ut/faults.pdf").exists());
}

#[test]
fn what_cannot_be_written_is_refused() {
    let folder = folder("annotated-refused");
    let copy = folder.join("kopi.pdf");
    std::fs::copy("fixtures/faults.pdf", &copy).unwrap();
    let before = std::fs::read(&copy).unwrap();
    let name = copy.to_str().unwrap();
    let code = |arguments: &[&str], env: &[(&str, &str)]| run(arguments, env).status.code();
    // Over itself.
    assert_eq!(
        code(&[name, "--output", &format!("pdf={name}")], &[]),
        Some(2)
    );
    assert_eq!(std::fs::read(&copy).unwrap(), before);
    // To standard output.
    assert_eq!(code(&[name, "--output", "pdf=-"], &[]), Some(2));
    // Redacted: the PDF holds every name.
    let other = folder.join("ut.pdf");
    let output = format!("pdf={}", other.display());
    assert_eq!(
        code(&[name, "--output", &output], &[("CI", "true")]),
        Some(2)
    );
    assert!(!other.exists());
    assert_eq!(
        code(
            &[name, "--no-redact", "--output", &output],
            &[("CI", "true")]
        ),
        Some(1)
    );
    assert!(other.exists());
}

#[test]
fn a_text_is_refused_and_the_pdf_beside_it_is_marked() {
    let folder = folder("annotated-text");
    for (arguments, marked) in [
        (&["fixtures/report.txt"][..], 0),
        (&["fixtures/report.txt", "fixtures/faults.pdf"][..], 1),
    ] {
        let place = folder.join(format!("{marked}.pdf"));
        let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(arguments)
            .args(["--lang", "en", "--output"])
            .arg(format!("pdf={}", place.display()))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env_clear()
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        let why = "fixtures/report.txt is a text and cannot be annotated";
        assert!(said.contains(why), "{said}");
        assert_eq!(done.status.code(), Some(3));
        assert_eq!(place.exists(), marked == 1);
    }
}
