//! What is written into a folder, and what people write into it meanwhile.

mod kept;

use super::*;
use crate::diagnostics::FileStatus;
use crate::rules::Status;
use crate::sample;
use calamine::{DataType as _, Reader as _, Xlsx};
use rust_xlsxwriter::Workbook;
use std::io::Cursor;
use std::path::Path;

fn sender() -> FollowUp {
    FollowUp {
        sender: Some("Eva Eksempel\nStatsforvalteren i Fjordmark\n".to_owned()),
        deadline: Some(Deadline::Day(2026, 2, 1)),
        greeting: None,
    }
}

/// The sample, read with certainty: what is not, asks nobody.
fn run() -> Run {
    let mut run = sample::run();
    for finding in &mut run.files[0].findings {
        finding.certainty = Certainty::Certain;
    }
    run
}

/// Lets a rule have fared so.
fn judged(run: &mut Run, rule: &str, status: Status) {
    let mut statuses = run.files[0].statuses.iter_mut();
    statuses.find(|known| known.rule == rule).unwrap().status = status;
}

fn options(lang: Lang) -> Options {
    Options {
        lang,
        ..Options::default()
    }
}

fn whole(run: &Run, folder: &Folder) -> Written {
    follow_up(run, &options(Lang::Nb), &sender(), folder).unwrap()
}

fn written(run: &Run, folder: &Folder) -> Vec<Artifact> {
    whole(run, folder).files
}

/// The folder after files were written into it.
fn folder(files: &[Artifact]) -> Folder {
    let (sheet, others) = files.split_first().unwrap();
    let hashes = others.iter();
    Folder {
        narrowed: false,
        sheet: Some(Kept::read(&sheet.bytes).unwrap()),
        files: hashes.map(|f| (f.name.clone(), sha256(&f.bytes))).collect(),
    }
}

/// The sheets with their rows, as a person sees them.
type Sheets = Vec<(String, Vec<Vec<String>>)>;

fn sheets(bytes: &[u8]) -> Sheets {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let rows = |range: calamine::Range<calamine::Data>| {
        let told = |cell: &calamine::Data| match cell.as_datetime_serial() {
            Some(days) => format!("dag {days}"),
            None => cell.to_string(),
        };
        range
            .rows()
            .map(|row| row.iter().map(told).collect())
            .collect()
    };
    let sheets = names.into_iter().map(|name| {
        let range = book.worksheet_range(&name).unwrap();
        (name, rows(range))
    });
    sheets.collect()
}

trait Serial {
    fn as_datetime_serial(&self) -> Option<f64>;
}

impl Serial for calamine::Data {
    fn as_datetime_serial(&self) -> Option<f64> {
        self.get_datetime().map(|time| time.as_f64())
    }
}

/// A person opens the sheet, changes it, and stores it.
fn edited(bytes: &[u8], edit: impl Fn(&mut Sheets)) -> Vec<u8> {
    let mut sheets = sheets(bytes);
    edit(&mut sheets);
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn cell<'s>(sheets: &'s mut Sheets, sheet: &str, row: usize, heading: &str) -> &'s mut String {
    let (_, rows) = sheets.iter_mut().find(|(name, _)| name == sheet).unwrap();
    let column = rows[0].iter().position(|known| known == heading).unwrap();
    &mut rows[row][column]
}

fn said(files: &[Artifact], sheet: &str, row: usize, heading: &str) -> String {
    cell(&mut sheets(&files[0].bytes), sheet, row, heading).clone()
}

fn draft(files: &[Artifact]) -> String {
    let is_draft = |file: &&Artifact| Path::new(&file.name).extension() == Some("eml".as_ref());
    let file = files.iter().find(is_draft);
    String::from_utf8(file.unwrap().bytes.clone()).unwrap()
}

#[test]
fn a_sheet_and_two_files_for_each_respondent() {
    let files = written(&run(), &Folder::default());
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        ["oppfolging.xlsx", "Øyvær kommune.docx", "Øyvær kommune.eml"]
    );
    assert_eq!(files, written(&run(), &Folder::default()));
    let shown = sheets(&files[0].bytes);
    let shown: Vec<_> = shown
        .iter()
        .filter(|(name, _)| name != table::GROUND)
        .collect();
    insta::assert_snapshot!(
        shown
            .iter()
            .map(|(name, rows)| {
                let rows: Vec<String> = rows.iter().map(|row| row.join(" | ")).collect();
                format!("[{name}]\n{}\n", rows.join("\n"))
            })
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn the_draft_is_not_sent_and_names_no_host() {
    let draft = draft(&written(&run(), &Folder::default()));
    insta::assert_snapshot!(draft.replace("\r\n", "\n"));
    assert!(draft.contains("X-Unsent: 1\r\n"));
    assert!(!draft.contains("\r\nTo:") && !draft.contains("\r\nFrom:"));
}

#[test]
fn each_language_has_its_letter() {
    let run = run();
    for (lang, words) in [
        (Lang::Nb, "Vi ber om svar innen 1.2.2026."),
        (Lang::Nn, "Vi ber om svar innan 1.2.2026."),
        (Lang::En, "Please answer by 2026-02-01."),
    ] {
        let options = options(lang);
        let cases = cases(&run, &options);
        let text = mail::text(&letter::letter(&cases[0], &sender(), lang));
        assert!(text.contains(words), "{text}");
        assert!(text.ends_with("Statsforvalteren i Fjordmark\n"), "{text}");
    }
}

#[test]
fn who_has_nothing_to_be_asked_gets_no_letter() {
    let mut run = run();
    for finding in run.files.iter_mut().flat_map(|file| &mut file.findings) {
        finding.asks.clear();
    }
    assert_eq!(written(&run, &Folder::default()).len(), 1);
}

#[test]
fn two_findings_that_ask_alike_ask_once() {
    let mut run = run();
    let findings = &mut run.files[0].findings;
    let mut again = findings
        .iter()
        .find(|f| !f.asks.is_empty())
        .unwrap()
        .clone();
    again.fingerprint = "another".to_owned();
    findings.push(again);
    let text = draft(&written(&run, &Folder::default()));
    let (plain, _) = text.split_once("text/html").unwrap();
    assert_eq!(plain.matches("Skal navnet").count(), 1, "{plain}");
}

#[test]
fn no_text_of_a_report_is_a_formula_or_a_tag() {
    let mut run = run();
    run.files[0].contacts[0].text = "=HYPERLINK(\"http://x\")".to_owned();
    let findings = run.files[0].findings.iter_mut();
    let mut asked = findings.filter(|f| !f.asks.is_empty());
    let asked = asked.next().unwrap();
    asked.question = Some("<script>alert(1)</script>".to_owned());
    asked.asks[0].question.nb = "=1+1".to_owned();
    let files = written(&run, &Folder::default());
    assert_eq!(said(&files, "Oppfølging", 1, "Vi spør"), "=1+1");
    let mut book = Xlsx::new(Cursor::new(files[0].bytes.clone())).unwrap();
    for sheet in book.sheet_names() {
        assert!(
            book.worksheet_formula(&sheet).unwrap().is_empty(),
            "{sheet}"
        );
    }
    let draft = draft(&files);
    let (_, html) = draft.split_once("<!doctype html>").unwrap();
    assert!(!html.contains("<script"), "{html}");
}
