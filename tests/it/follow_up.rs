//! What to ask each respondent, as files in a folder.
#![expect(
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "in a test a panic is the failure it reports"
)]

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::io::Read as _;
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

/// A part of a file of an office suite.
fn part(file: &Path, name: &str) -> String {
    let file = std::fs::File::open(file).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut part = archive.by_name(name).unwrap();
    let mut xml = String::new();
    part.read_to_string(&mut xml).unwrap();
    xml
}

/// The words of a document, a paragraph a line.
pub(crate) fn words(document: &Path) -> String {
    let xml = part(document, "word/document.xml");
    let mut words = String::new();
    for piece in xml.replace("</w:p>", "<>\n").split('<') {
        words += piece.split_once('>').map_or("", |(_, text)| text);
    }
    for (code, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ] {
        words = words.replace(code, sign);
    }
    words
}

#[test]
fn each_respondent_gets_a_draft_and_a_letter() {
    let folder = folder("follow-up");
    let done = follow_up(&folder, &[], &[]);
    assert_eq!(done.status.code(), Some(1));
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(told.contains("ingen avsender"), "{told}");
    let names = names(&folder);
    let (sheet, letters): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.ends_with(".xlsx"));
    assert_eq!(sheet, ["oppfolging.xlsx"]);
    assert!(letters.len() >= 4, "{letters:?}");
    let of = |ending: &str| {
        let names = letters.iter().filter_map(|name| name.strip_suffix(ending));
        names.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(of(".docx"), of(".eml"));
    let letter = words(&folder.join("Granhøl kommune.docx"));
    assert!(
        letter.contains("Kontaktperson: Eilif Vidsletta"),
        "{letter}"
    );
    assert!(letter.contains("Telefon: 400 00 123"), "{letter}");

    let mut book: Xlsx<_> = open_workbook(folder.join("oppfolging.xlsx")).unwrap();
    let sheet = book.worksheet_range("Oppfølging").unwrap();
    assert!(sheet.rows().count() > 3);
    let head = sheet.headers().unwrap();
    let answer = head.iter().position(|name| name == "Svar").unwrap();
    let mut answers = sheet.rows().skip(1).map(|row| row[answer].to_string());
    assert!(answers.all(|answer| answer.is_empty()));

    // A heading that is wrapped has a row for its lines.
    let people = part(&folder.join("oppfolging.xlsx"), "xl/worksheets/sheet2.xml");
    let head = people.split("<row r=\"1\"").nth(1).unwrap();
    let height = head.split(" ht=\"").nth(1).unwrap();
    let height: u32 = height.split('"').next().unwrap().parse().unwrap();
    assert!(height >= 30, "{height}");
}

#[test]
fn what_people_wrote_is_never_written_over() {
    let folder = folder("follow-up-again");
    follow_up(&folder, &[], &[]);
    let sheet = folder.join("oppfolging.xlsx");
    let first = std::fs::read(&sheet).unwrap();
    // The same report again changes nothing, and is no trouble.
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(1));
    assert_eq!(std::fs::read(&sheet).unwrap(), first);
    let letter = folder.join("Granhøl kommune.docx");
    std::fs::write(&letter, "endret").unwrap();
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(1));
    assert_eq!(std::fs::read(&letter).unwrap(), b"endret");
    assert!(folder.join("Granhøl kommune-2.docx").exists());

    std::fs::write(&sheet, "svar").unwrap();
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(2));
    assert_eq!(std::fs::read(&sheet).unwrap(), b"svar");
    assert_eq!(follow_up(&folder, &["--force"], &[]).status.code(), Some(1));
    assert!(open_workbook::<Xlsx<_>, _>(&sheet).is_ok());
    // The sheet that the renamed letter changed is kept, and so is what was set aside after it.
    let aside = |name: &str| std::fs::read(folder.join(name)).unwrap();
    assert_eq!(aside("oppfolging-forrige.xlsx"), first);
    assert_eq!(aside("oppfolging-forrige-2.xlsx"), b"svar");

    // Each later one gets a name that is free, and no second one.
    for (count, text) in [(3, "mer"), (4, "enda mer"), (4, "mer")] {
        std::fs::write(&sheet, text).unwrap();
        assert_eq!(follow_up(&folder, &["--force"], &[]).status.code(), Some(1));
        assert_eq!(aside("oppfolging-forrige-2.xlsx"), b"svar");
        assert_eq!(aside("oppfolging-forrige-3.xlsx"), b"mer");
        let kept = |name: &&String| name.starts_with("oppfolging-forrige");
        assert_eq!(names(&folder).iter().filter(kept).count(), count);
    }
    std::fs::write(&sheet, "nytt").unwrap();
    let told = follow_up(&folder, &[], &[("DEKOM_LINT_LANG", "en")]).stderr;
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("oppfolging-forrige-5.xlsx"), "{told}");
}

#[test]
fn a_document_of_somebodys_own_only_takes_its_name() {
    let folder = folder("follow-up-own");
    std::fs::create_dir_all(&folder).unwrap();
    let own = folder.join("Granhøl kommune.docx");
    let file = std::fs::File::create(&own).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    assert_eq!(follow_up(&folder, &[], &[]).status.code(), Some(1));
    assert_eq!(std::fs::metadata(&own).unwrap().len(), (64 << 20) + 1);
    assert!(folder.join("Granhøl kommune-2.docx").exists());
    std::fs::remove_file(own).unwrap();
}

#[test]
fn one_respondent_alone() {
    let folder = folder("follow-up-one");
    follow_up(&folder, &["--respondent", "granhøl kommune"], &[]);
    assert_eq!(names(&folder).len(), 3);
}

/// A note about several asks each of them, also where one is looked at alone.
#[test]
fn one_of_several_alone() {
    let folder = folder("follow-up-one-of-several");
    std::fs::create_dir_all(&folder).unwrap();
    let report = std::fs::read_to_string("rules/bases/partnership.txt").unwrap();
    let own = "Koordinator lokalt\n";
    let report = report.replacen(
        "Øyvær kommune\nDrift av nettverk\n",
        &format!("Øyvær kommune\nDrift av nettverk\n{own}"),
        1,
    );
    let report = report.replacen(
        "Furuly skole\nVi dekker",
        &format!("Furuly skole\n{own}Vi dekker"),
        1,
    );
    assert_eq!(report.matches(own).count(), 2);
    let file = folder.join("rapport.txt");
    std::fs::write(&file, report).unwrap();
    let run = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(arguments)
            .args(["--notes", "--respondent", "Øyvær kommune"])
            .arg(&file)
            .env_clear()
            .output()
            .unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    let letters = folder.join("brev");
    run(&["follow-up", "--output", letters.to_str().unwrap()]);
    let made = ["oppfolging.xlsx", "Øyvær kommune.docx", "Øyvær kommune.eml"];
    assert_eq!(names(&letters), made);
    let letter = words(&letters.join("Øyvær kommune.docx"));
    assert!(
        letter.contains("egenfinansiering er brukt på koordinering"),
        "{letter}"
    );
    assert!(!letter.contains("Furuly"), "{letter}");
    // What is shown of one alone names nobody else.
    let shown = run(&[]);
    assert!(!shown.contains("Furuly"), "{shown}");
}

#[test]
fn contacts_are_redacted() {
    let folder = folder("follow-up-redacted");
    follow_up(&folder, &[], &[("CI", "true")]);
    let mut all = String::new();
    for name in names(&folder) {
        let path = folder.join(&name);
        all += &String::from_utf8_lossy(&std::fs::read(&path).unwrap());
        if name.ends_with(".docx") {
            all += &words(&path);
        }
    }
    let mut book: Xlsx<_> = open_workbook(folder.join("oppfolging.xlsx")).unwrap();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        all.extend(sheet.rows().flatten().map(Data::to_string));
    }
    assert!(all.contains("[navn-") && all.contains("[telefon-"));
    for secret in ["Eilif", "Vidsletta", "400 00 123", "10000189"] {
        assert!(!all.contains(secret), "{secret}");
    }
}
