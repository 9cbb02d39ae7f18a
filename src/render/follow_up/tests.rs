//! What is written into a folder, and what people write into it meanwhile.

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

fn written(run: &Run, folder: &Folder) -> Vec<Artifact> {
    follow_up(run, &options(Lang::Nb), &sender(), folder).unwrap()
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
        finding.ask = None;
    }
    assert_eq!(written(&run, &Folder::default()).len(), 1);
}

#[test]
fn two_findings_that_ask_alike_ask_once() {
    let mut run = run();
    let findings = &mut run.files[0].findings;
    let mut again = findings.iter().find(|f| f.ask.is_some()).unwrap().clone();
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
    let mut asked = findings.filter(|f| f.ask.is_some());
    let asked = asked.next().unwrap();
    asked.question = Some("<script>alert(1)</script>".to_owned());
    asked.ask.as_mut().unwrap().question.nb = "=1+1".to_owned();
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

#[test]
fn what_a_person_wrote_stays_and_the_rest_follows_the_report() {
    let mut run = run();
    let first = written(&run, &Folder::default());
    let by_hand = edited(&first[0].bytes, |sheets| {
        *cell(sheets, "Oppfølging", 1, "Status") = "Sendt".to_owned();
        *cell(sheets, "Oppfølging", 1, "Svar") = "Vi retter det.".to_owned();
        *cell(sheets, "Respondenter", 1, "Telefon") = "40 00 00 00".to_owned();
        *cell(sheets, "Alle funn", 1, "Status") = "Avklart".to_owned();
        // A column, a row and a sheet of their own.
        let (_, rows) = &mut sheets[0];
        for (row, text) in rows.iter_mut().zip(["Ringt", "12. mai"]) {
            row.push(text.to_owned());
        }
        rows.push(vec!["Husk å ringe".to_owned()]);
        sheets.push(("Mine notater".to_owned(), vec![vec!["Møte".to_owned()]]));
    });
    let mut there = folder(&first);
    there.sheet = Some(Kept::read(&by_hand).unwrap());
    // The report is exported anew: a question has another page.
    run.files[0].sha256 = "another".to_owned();
    for finding in &mut run.files[0].findings {
        finding.primary.page += 10;
    }
    let again = written(&run, &there);
    assert_eq!(said(&again, "Oppfølging", 1, "Status"), "Sendt");
    assert_eq!(said(&again, "Oppfølging", 1, "Svar"), "Vi retter det.");
    assert_eq!(said(&again, "Oppfølging", 1, "Side"), "12");
    assert_eq!(said(&again, "Oppfølging", 1, "Ringt"), "12. mai");
    assert_eq!(said(&again, "Oppfølging", 2, "Respondent"), "Husk å ringe");
    assert_eq!(said(&again, "Respondenter", 1, "Telefon"), "40 00 00 00");
    assert_eq!(said(&again, "Alle funn", 1, "Status"), "Avklart");
    let all = sheets(&again[0].bytes);
    assert!(
        all.iter()
            .any(|(name, rows)| name == "Mine notater" && rows[0][0] == "Møte")
    );
    // And once more, from what was written now over what was there.
    let mut there = folder(&again);
    let mut files = folder(&first).files;
    files.append(&mut there.files);
    there.files = files;
    let once_more = written(&run, &there);
    assert_eq!(once_more[0].bytes, again[0].bytes);
}

#[test]
fn what_was_not_read_with_certainty_asks_nobody() {
    let mut run = run();
    assert!(written(&run, &Folder::default()).len() > 1);
    for finding in &mut run.files[0].findings {
        finding.certainty = Certainty::Uncertain;
    }
    assert_eq!(written(&run, &Folder::default()).len(), 1);
}

/// What is found no more is mended only where it was looked for.
#[test]
fn what_was_not_looked_for_is_not_mended() {
    let first = written(&run(), &Folder::default());
    let mut there = folder(&first);
    let mut after = run();
    after.files[0].status = FileStatus::Checked;
    after.files[0].sha256 = "another".to_owned();
    after.files[0].findings.retain(|f| f.rule != "sum-mismatch");
    let change = |run: &Run, there: &Folder| {
        let sheets = sheets(&written(run, there)[0].bytes);
        let all = sheets.into_iter().find(|(name, _)| name == "Alle funn");
        let rows = all.unwrap().1;
        let at = rows[0].iter().position(|head| head == "Endring").unwrap();
        let row = rows
            .iter()
            .find(|row| row.iter().any(|cell| cell == "sum-mismatch"));
        row.unwrap()[at].clone()
    };
    judged(&mut after, "sum-mismatch", Status::Passed);
    assert_eq!(change(&after, &there), "Rettet");
    // Switched off, or not to be judged this time.
    judged(&mut after, "sum-mismatch", Status::Failed);
    assert_eq!(change(&after, &there), "Ikke kontrollert");
    judged(&mut after, "sum-mismatch", Status::NotEvaluable);
    assert_eq!(change(&after, &there), "Ikke kontrollert");
    // Narrowed to somebody else.
    judged(&mut after, "sum-mismatch", Status::Passed);
    there.narrowed = true;
    assert_eq!(change(&after, &there), "");
}

#[test]
fn new_findings_come_in_and_mended_ones_are_marked() {
    let (mut before, mut after) = (run(), run());
    before.files[0]
        .findings
        .retain(|finding| finding.rule != "sum-mismatch");
    after.files[0]
        .findings
        .retain(|finding| finding.ask.is_none());
    judged(&mut after, "personal-data", Status::Passed);
    after.files[0].status = FileStatus::Checked;
    after.files[0].sha256 = "another".to_owned();
    let first = written(&before, &Folder::default());
    let second = written(&after, &folder(&first));
    let changes = |files: &[Artifact]| {
        let mut sheets = sheets(&files[0].bytes);
        let rows = sheets
            .iter()
            .find(|(name, _)| name == "Alle funn")
            .unwrap()
            .1
            .len();
        let told = |row| {
            let rule = cell(&mut sheets, "Alle funn", row, "Regel").clone();
            (rule, cell(&mut sheets, "Alle funn", row, "Endring").clone())
        };
        (1..rows).map(told).collect::<Vec<_>>()
    };
    let told = |rule: &str, change: &str| (rule.to_owned(), change.to_owned());
    assert_eq!(changes(&first), [told("personal-data", "")]);
    assert_eq!(
        changes(&second),
        [told("sum-mismatch", "Ny"), told("personal-data", "Rettet")]
    );
    // It comes back.
    before.files[0].sha256 = "third".to_owned();
    let third = written(&before, &folder(&second));
    assert_eq!(changes(&third)[0], told("personal-data", ""));
}

#[test]
fn what_was_not_checked_is_not_mended() {
    let mut run = run();
    let first = written(&run, &Folder::default());
    run.files[0].sha256 = "another".to_owned();
    judged(&mut run, "personal-data", Status::Passed);
    for (status, word) in [
        (FileStatus::Checked, "Rettet"),
        (FileStatus::Incomplete, "Ikke kontrollert"),
        (FileStatus::Unreadable, "Ikke kontrollert"),
    ] {
        run.files[0].status = status;
        run.files[0].findings.clear();
        let second = written(&run, &folder(&first));
        assert_eq!(said(&second, "Oppfølging", 1, "Endring"), word);
        assert_eq!(second.len(), 1, "nobody is asked");
    }
    // Another report in the same folder says nothing of this one.
    run.files[0].status = FileStatus::Checked;
    run.files[0].path = "annen.pdf".to_owned();
    run.files.push(self::run().files.remove(0));
    run.files[1].path = "tredje.pdf".to_owned();
    run.files[1].findings.clear();
    let second = written(&run, &folder(&first));
    assert_eq!(said(&second, "Oppfølging", 1, "Endring"), "");
}

/// A respondent whose questions are all mended has none left, and no letter.
#[test]
fn who_is_asked_no_more_has_nothing_left() {
    let first = written(&run(), &Folder::default());
    let row = |files: &[Artifact]| {
        ["Ikke avklart", "Brev", "Merknad"].map(|head| said(files, "Respondenter", 1, head))
    };
    let row = |files: &[Artifact]| row(files).join("|");
    assert_eq!(row(&first), "1|Øyvær kommune.docx|");
    let mut after = run();
    after.files[0].status = FileStatus::Checked;
    after.files[0].sha256 = "another".to_owned();
    after.files[0].findings.retain(|f| f.ask.is_none());
    // Not looked for is not mended.
    judged(&mut after, "personal-data", Status::NotEvaluable);
    let unchecked = written(&after, &folder(&first));
    assert_eq!(row(&unchecked), "1|Øyvær kommune.docx|");
    judged(&mut after, "personal-data", Status::Passed);
    let mended = written(&after, &folder(&unchecked));
    assert_eq!(row(&mended), "0||");
    assert_eq!(written(&after, &folder(&mended))[0].bytes, mended[0].bytes);
    // It comes back, and is asked again.
    assert_eq!(row(&written(&run(), &folder(&mended))), row(&first));
    // What is settled is not left either.
    let by_hand = |edit: &dyn Fn(&mut Sheets)| {
        let mut there = folder(&first);
        there.sheet = Some(Kept::read(&edited(&first[0].bytes, edit)).unwrap());
        there
    };
    let settled = by_hand(&|sheets| {
        *cell(sheets, "Oppfølging", 1, "Status") = "Settled".to_owned();
    });
    judged(&mut after, "personal-data", Status::NotEvaluable);
    assert_eq!(row(&written(&after, &settled)), "0||");
    // What a person wrote there stays, and a run that looks at somebody else says nothing.
    judged(&mut after, "personal-data", Status::Passed);
    let mut theirs = by_hand(&|sheets| {
        *cell(sheets, "Respondenter", 1, "Ikke avklart") = "ring!".to_owned();
        *cell(sheets, "Respondenter", 1, "Merknad") = "ferie".to_owned();
    });
    let second = written(&after, &theirs);
    assert_eq!(row(&second), "ring!||ferie");
    theirs.sheet = Some(Kept::read(&second[0].bytes).unwrap());
    assert_eq!(row(&written(&after, &theirs)), "ring!||ferie");
    let mut narrowed = folder(&first);
    narrowed.narrowed = true;
    assert_eq!(row(&written(&after, &narrowed)), row(&first));
}

/// Each row has a place for each column that people added: a few cells far apart are many.
#[test]
fn a_sheet_of_many_columns_and_rows_is_too_large() {
    let first = written(&run(), &Folder::default());
    let spread = |size: usize| {
        edited(&first[0].bytes, |sheets| {
            let (_, rows) = &mut sheets[0];
            let width = rows[0].len();
            rows[0].resize(width + size, "Min".to_owned());
            rows.extend((0..size).map(|_| vec!["x".to_owned()]));
        })
    };
    assert_eq!(Kept::read(&spread(1500)).unwrap_err(), Unread::TooLarge);
    let kept = Kept::read(&spread(100)).unwrap();
    assert_eq!(kept.tables[0].rows.last().unwrap().extra.len(), 100);
}

#[test]
fn what_is_answered_is_asked_no_more() {
    let run = run();
    let first = written(&run, &Folder::default());
    for (status, files) in [
        ("Sendt", 3),
        ("Besvart", 1),
        ("Not a problem", 1),
        ("Ring!", 3),
    ] {
        let mut there = folder(&first);
        let by_hand = edited(&first[0].bytes, |sheets| {
            *cell(sheets, "Oppfølging", 1, "Status") = status.to_owned();
        });
        there.sheet = Some(Kept::read(&by_hand).unwrap());
        assert_eq!(written(&run, &there).len(), files, "{status}");
    }
}

#[test]
fn a_letter_that_a_person_changed_keeps_its_name() {
    let mut run = run();
    let first = written(&run, &Folder::default());
    for finding in &mut run.files[0].findings {
        finding.primary.page += 1;
    }
    let name = |there: &Folder| written(&run, there)[1].name.clone();
    let there = folder(&first);
    assert_eq!(name(&there), "Øyvær kommune.docx");
    // Also where a system tells neither cases nor ways to write a letter apart.
    for theirs in [
        "Øyvær kommune.docx",
        "øyvær KOMMUNE.docx",
        "Øyvær kommune.DOCX",
        "Øyvær kommune.eml",
    ] {
        let mut there = folder(&first);
        there.files.insert(theirs.to_owned(), "other".to_owned());
        assert_eq!(name(&there), "Øyvær kommune-2.docx", "{theirs}");
    }
}

#[test]
fn a_sheet_that_is_none_is_told() {
    assert!(matches!(Kept::read(b"svar"), Err(Unread::NoWorkbook(_))));
    let first = written(&run(), &Folder::default());
    let headless = edited(&first[0].bytes, |sheets| {
        sheets[0].1.remove(0);
    });
    let told = Kept::read(&headless).unwrap_err();
    assert_eq!(told, Unread::NoHeadings("Oppfølging".to_owned()));
}
