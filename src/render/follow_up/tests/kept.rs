//! What people wrote into the sheet and the letters, and what is found later.

use super::*;

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
        finding.asks.iter_mut().for_each(|ask| ask.place.page += 10);
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

#[test]
fn a_finding_that_asks_several_is_a_row_and_a_letter_for_each() {
    let mut run = run();
    let findings = &mut run.files[0].findings;
    let asked = findings.iter_mut().find(|f| !f.asks.is_empty()).unwrap();
    asked.respondent = None;
    let mut other = asked.asks[0].clone();
    other.respondent = "Bergvik kommune".to_owned();
    other.question.nb = "Er tallet riktig?".to_owned();
    asked.asks.push(other);
    let first = written(&run, &Folder::default());
    let names: Vec<&str> = first.iter().map(|file| file.name.as_str()).collect();
    assert!(names.contains(&"Bergvik kommune.docx") && names.contains(&"Øyvær kommune.docx"));
    assert_eq!(
        said(&first, "Oppfølging", 2, "Vi spør"),
        "Er tallet riktig?"
    );
    let by_hand = edited(&first[0].bytes, |sheets| {
        *cell(sheets, "Oppfølging", 2, "Svar") = "Ja.".to_owned();
    });
    let mut there = folder(&first);
    there.sheet = Some(Kept::read(&by_hand).unwrap());
    // The finding is there still, and one of the two is asked no more.
    run.files[0].status = FileStatus::Checked;
    run.files[0].sha256 = "another".to_owned();
    judged(&mut run, "personal-data", Status::Failed);
    let mut findings = run.files[0].findings.iter_mut();
    findings.find(|f| f.asks.len() == 2).unwrap().asks.pop();
    let again = written(&run, &there);
    assert_eq!(said(&again, "Oppfølging", 1, "Endring"), "");
    assert_eq!(said(&again, "Oppfølging", 2, "Svar"), "Ja.");
    assert_eq!(said(&again, "Oppfølging", 2, "Endring"), "Rettet");
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
        .retain(|finding| finding.asks.is_empty());
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
    after.files[0].findings.retain(|f| f.asks.is_empty());
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

#[test]
fn a_letter_that_asks_nothing_more_is_spent() {
    let mut run = run();
    let first = written(&run, &Folder::default());
    let there = folder(&first);
    assert!(whole(&run, &there).spent.is_empty());
    // Whoever answered is asked no more.
    let by_hand = edited(&first[0].bytes, |sheets| {
        *cell(sheets, "Oppfølging", 1, "Status") = "Besvart".to_owned();
    });
    let mut answered = there.clone();
    answered.sheet = Some(Kept::read(&by_hand).unwrap());
    let letters = ["Øyvær kommune.docx", "Øyvær kommune.eml"];
    assert_eq!(whole(&run, &answered).spent, letters);
    // Nor is whoever has mended it; a run that looks at others alone says nothing of it.
    run.files[0].status = FileStatus::Checked;
    run.files[0].sha256 = "another".to_owned();
    run.files[0].findings.retain(|f| f.asks.is_empty());
    judged(&mut run, "personal-data", Status::Passed);
    assert_eq!(whole(&run, &there).spent, letters);
    judged(&mut run, "personal-data", Status::NotEvaluable);
    assert!(whole(&run, &there).spent.is_empty());
    judged(&mut run, "personal-data", Status::Passed);
    let mut narrowed = there;
    narrowed.narrowed = true;
    assert!(whole(&run, &narrowed).spent.is_empty());
}
