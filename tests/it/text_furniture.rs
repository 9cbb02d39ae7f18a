//! What pages of text have beside the report: numbers that begin late or stand beside something, stamps
//! on a line with an answer, and what such things have moved.

use crate::text_charts::with_charts;
use crate::text_input::{SMALL, lint, rules_of};
use crate::text_pages::{is_sound, legends, numbers, texts};
use dekom_lint::diagnostics::FileStatus;
use std::collections::BTreeSet;

/// The pages of a text, each ended by what `number` makes of its number.
fn numbered(text: &str, number: impl Fn(usize) -> String) -> String {
    let pages = text.split('\u{c}').enumerate();
    let pages: Vec<String> = pages
        .map(|(at, page)| {
            let own = format!("\n\n{}\n", at + 1);
            let page = page.strip_suffix(&own).unwrap_or(page.trim_end());
            format!("{page}\n\n{}\n", number(at + 1))
        })
        .collect();
    pages.join("\u{c}")
}

fn finds(text: &str, rule: &str) -> bool {
    rules_of(&lint(text.as_bytes())).contains(rule)
}

/// A report is sound, and a page that is lost is missed by its number.
fn is_sound_when_whole(report: &str) {
    is_sound(report);
    let mut pages: Vec<&str> = report.split('\u{c}').collect();
    pages.remove(6);
    assert!(finds(&pages.join("\u{c}"), "incomplete-report"));
}

#[test]
fn pages_may_stand_before_the_first_that_is_numbered() {
    let letter = "Statsforvalteren\n\nVedlagt følger rapporten.\n\u{c}";
    is_sound_when_whole(&format!("{letter}{}", numbers(10, "Asktun skole")));
}

#[test]
fn a_number_may_stand_beside_a_date() {
    is_sound_when_whole(&numbered(&texts(10, "Øyvær kommune"), |page| {
        format!("27.12.2026 {page}")
    }));
}

#[test]
fn a_number_may_stand_alone_beside_a_line_that_counts_too() {
    is_sound(&numbered(&numbers(10, "Asktun skole"), |page| {
        format!("Dok 2025/1834-7 side {page} av 12\n\n{page}")
    }));
}

#[test]
fn a_page_may_print_its_number_twice() {
    is_sound(&numbered(&numbers(10, "Asktun skole"), |page| {
        format!("{page}\n\n\n\n{page}")
    }));
}

#[test]
fn a_browsers_lines_may_stand_around_the_number() {
    let browser = numbered(&of_phones(&texts(10, "Øyvær kommune"), "hus"), |page| {
        format!("{page}/12\n\n{page}\n\nhttps://skjema.example/rapport/417\n")
    });
    let headed = browser.replace('\u{c}', "\u{c}4.9.2025, 10:42\n\nRapport\n\n");
    let found = rules_of(&lint(headed.as_bytes()));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
}

/// Nothing is found in a report whose last answer of a page asks for a number of a telephone, with what
/// `end` makes of its number at the end of each page.
fn ends_no_answer(end: impl Fn(usize) -> String) {
    let report = numbered(&of_phones(&texts(10, "Øyvær kommune"), "hus"), end);
    let found = rules_of(&lint(report.as_bytes()));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
}

#[test]
fn an_archives_lines_may_stand_around_the_number() {
    ends_no_answer(|page| format!("{page}\n\nArkivsak 24/118\nDok 7"));
    ends_no_answer(|page| format!("{page}\nJournalført 4.9.2025\n25/00417-3"));
    // A browser's around both, on three lines.
    ends_no_answer(|page| {
        format!("{page}\n4.9.2025, 10:42\nRapport\nhttps://skjema.example/rapport/417\n{page}/12")
    });
}

#[test]
fn a_number_may_stand_elsewhere_on_the_first_pages() {
    let report = of_phones(&texts(10, "Øyvær kommune"), "skoler");
    let pages = report.split('\u{c}').enumerate().map(|(at, page)| {
        let own = format!("\n\n{}\n", at + 1);
        let said = page.strip_suffix(&own).unwrap_or(page.trim_end());
        match at {
            // It was drawn after the last answer, and text moved it; what is stamped stands below.
            3 => format!("{said}\n4\n\nDok 7\n\nKopi\n"),
            ..8 => format!("{said}\n\n{}\n\nDok 7\n\nKopi\n", at + 1),
            _ => format!("{}\n\n{said}\n\nDok 7\n\nKopi\n", at + 1),
        }
    });
    let report = pages.collect::<Vec<_>>().join("\u{c}");
    let found = rules_of(&lint(report.as_bytes()));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
}

#[test]
fn a_blank_sheet_has_no_number() {
    let report = of_phones(&texts(12, "Øyvær kommune"), "skoler");
    let mut pages: Vec<&str> = report.split('\u{c}').collect();
    pages.insert(4, "\n");
    let found = rules_of(&lint(pages.join("\u{c}").as_bytes()));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
}

#[test]
fn a_number_of_how_many_may_stand_beside_an_address() {
    let address = "https://skjema.example/rapport/417";
    let report = of_phones(&texts(10, "Øyvær kommune"), "hus");
    let pages = report.split('\u{c}').enumerate().map(|(at, page)| {
        let own = format!("\n\n{}\n", at + 1);
        let said = page.strip_suffix(&own).unwrap_or(page.trim_end());
        let number = format!("{address} {}/12", at + 1);
        // On most pages something was drawn later.
        let later = if at % 3 == 0 { "" } else { "Skole (Privat)" };
        match said.split_once(later).filter(|_| !later.is_empty()) {
            Some((before, after)) => format!("{before}{number}\n{later}{after}\n"),
            None => format!("{said}\n{number}\n"),
        }
    });
    let report = pages.collect::<Vec<_>>().join("\u{c}");
    let found = rules_of(&lint(report.as_bytes()));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
}

#[test]
fn a_number_that_stands_twice_in_the_middle_of_a_page_is_no_answer() {
    let twice = numbered(&texts(10, "Øyvær kommune"), |page| {
        format!("{page}\n\n{page}")
    });
    let moved = |number: &str| {
        let phones = of_phones(&twice, "hus").replacen("\n\n6\n\n6\n", "\n", 1);
        phones.replacen("90 12 34 57\n", &format!("90 12 34 59{number}\n"), 1)
    };
    let found = |number: &str| rules_of(&lint(moved(number).as_bytes()));
    let found_with = |number: &str| found(number).into_iter().collect::<Vec<_>>();
    assert_eq!(found_with("\n\n6\n\n6"), ["personal-data"]);
    assert!(found("\n\n7\n\n7").contains("invalid-phone"));
}

#[test]
fn the_end_of_an_answer_may_read_like_the_number_of_its_page() {
    let report = of_phones(&texts(10, "Øyvær kommune"), "hus");
    let wrapped = |start: &str| report.replacen("90 12 34 57", &format!("{start}\n6"), 1);
    assert!(!finds(&wrapped("90 12 34 5"), "invalid-phone"));
    assert!(finds(&wrapped("90 12 34 57"), "invalid-phone"));
}

/// The question on `asked` asks for numbers of telephones, and is answered with three.
pub(crate) fn of_phones(report: &str, asked: &str) -> String {
    let title = (format!("Hva heter {asked}?"), "Telefonnummer?");
    let answers = [
        (format!("Lesing på {asked} i Haugen"), "90 12 34 58"),
        (format!("Regning på {asked}"), "90 12 34 57"),
        (format!("Vurdering i {asked}"), "90 12 34 56"),
    ];
    let all = std::iter::once(title).chain(answers);
    all.fold(report.to_owned(), |text, (from, to)| {
        assert!(text.contains(&from));
        text.replacen(&from, to, 1)
    })
}

/// Numbers of telephones, the last of them on one line with what `stamp` makes of its page.
fn phones(stamp: impl Fn(usize) -> String) -> String {
    let report = of_phones(&texts(10, "Øyvær kommune"), "tiltak");
    let pages = report.split('\u{c}').enumerate();
    let pages: Vec<String> = pages
        .map(|(at, page)| match at {
            2 => page.replacen(
                "Tekst: 90 12 34 56\n",
                &format!("Tekst: 90 12 34 56 {}\n", stamp(at)),
                1,
            ),
            _ => format!("{}\n\n{}\n", page.trim_end(), stamp(at)),
        })
        .collect();
    pages.join("\u{c}")
}

#[test]
fn a_stamp_on_a_line_with_an_answer_is_no_part_of_it() {
    let stamps: [&dyn Fn(usize) -> String; 2] = [&|_| "KOPI til arkiv".to_owned(), &|page| {
        format!("Fylket | side {}", page + 1)
    }];
    for stamp in stamps {
        let found = rules_of(&lint(phones(stamp).as_bytes()));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["personal-data"]);
    }
    // Where the file does not tell its pages, too.
    let stamp = "Journalført 3.9.2025 sak 2025/1234-5";
    let report = phones(|_| stamp.to_owned()).replace('\u{c}', "");
    assert!(!finds(&report, "invalid-phone"));
}

#[test]
fn who_is_named_in_the_title_was_not_stamped() {
    for end in [
        "Bergvik kommune - Prøveordning",
        "Asktun skole - Prøveordning",
    ] {
        is_sound(&numbers(10, "Asktun skole").replacen("Fjordheim - Prøveordning", end, 1));
    }
}

#[test]
fn answers_and_respondents_that_are_numbered_count_no_pages() {
    let mut report = texts(10, "Øyvær kommune");
    for (number, asked) in ["tiltak", "skoler", "lag", "hus", "rom"]
        .into_iter()
        .enumerate()
    {
        let answer = format!("Regning på {asked}");
        report = report.replacen(&answer, &format!("Kurs nr. {}", number + 1), 1);
    }
    is_sound(&report);
    let list = "Tekst: Steg 1\nSteg 2\nSteg 3\nSteg 4\nSteg 5";
    is_sound(&texts(10, "Øyvær kommune").replacen("Tekst: Regning på lag", list, 1));
}

#[test]
fn where_pages_are_not_told_a_name_with_a_number_is_no_stamp() {
    let run_on = numbers(13, "Asktun 10-årige skole").replace('\u{c}', "");
    let found = rules_of(&lint(run_on.as_bytes()));
    for rule in ["total-mismatch", "answer-count-mismatch", "mean-mismatch"] {
        assert!(!found.contains(rule), "{rule}");
    }
}

#[test]
fn beside_what_was_stamped_across_a_page_a_missing_answer_is_uncertain() {
    let blank = |stamp: &str| {
        let report = texts(8, "Øyvær kommune");
        let report = report.replace("Skole (Privat)", &format!("{stamp}\n\nSkole (Privat)"));
        let report = report.replacen("Dato:", &format!("{stamp}\n\nDato:"), 1);
        let report = report.replacen("Svar oversikt", &format!("{stamp}\n\nSvar oversikt"), 1);
        report.replacen("Tekst: Regning på lag\n", "", 1)
    };
    assert!(finds(&blank(""), "missing-answer"));
    assert!(!finds(&blank("KOPI 2025"), "missing-answer"));
}

#[test]
fn a_heading_of_a_group_may_stand_on_one_line_with_its_legend() {
    let inline = |text: String| {
        text.replace("Offentlig/Kommune\n\n", "Offentlig/Kommune ")
            .replace("Privat/Skole\n\n", "Privat/\nSkole ")
    };
    let sound = rules_of(&lint(SMALL.as_bytes()));
    let read = with_charts(&inline(legends("2 år")));
    assert_eq!(rules_of(&read), sound);
    assert_eq!(read.coverage.figures_read, read.coverage.figures_checked);
    // All of a chart on one line.
    let line = |text: String| text.replace("%)\n2 år", "%) 2 år");
    let read = with_charts(&line(inline(legends("2 år"))));
    assert_eq!(rules_of(&read), sound);
    assert_eq!(read.coverage.figures_read, read.coverage.figures_checked);
    // A wrong count is found there.
    let wrong = inline(legends("2 år")).replacen("2 år: 1 (50%)", "2 år: 2 (50%)", 1);
    assert!(rules_of(&with_charts(&wrong)).contains("bar-count-mismatch"));
}

#[test]
fn charts_that_were_not_told_apart_accuse_nobody() {
    // Without a heading, the legend of a group goes on that of all.
    let merged =
        legends("2 år").replacen("\nPrivat/Skole\n\n1 år: 1 (100%)\n", "\n0 år: 0 (0%)\n", 1);
    let read = with_charts(&merged);
    assert_eq!(
        rules_of(&read).into_iter().collect::<Vec<_>>(),
        ["unchecked-figures"]
    );
}

#[test]
fn a_category_of_the_overview_may_have_lost_its_dash() {
    let report = texts(5, "Øyvær kommune");
    is_sound(&report.replacen("Skole - (Privat) 1 svar", "Skole (Privat) 1 svar", 1));
}

#[test]
fn the_title_comes_again_without_the_mark_in_it() {
    let report = numbered(&texts(5, "Øyvær kommune"), |_| String::new());
    is_sound(&report);
    is_sound(&report.replacen(
        "Prøveordning - Rapportering 2024/2025\n\nHva heter",
        "Prøveordning Rapportering 2024/2025\n\nHva heter",
        1,
    ));
}

#[test]
fn a_title_that_has_lost_its_beginning_is_not_judged() {
    let wrong = numbers(6, "Asktun skole").replacen("Sum: 27\n", "Sum: 28\n", 1);
    assert!(finds(&wrong, "sum-mismatch"));
    let cut = wrong.replacen("Hvor mange lag?", "lag på mange\n\nsteder?", 1);
    let found = rules_of(&lint(cut.as_bytes()));
    assert!(found.contains("unchecked-figures") && !found.contains("sum-mismatch"));
}

#[test]
fn whoever_stands_there_in_part_was_not_lost_on_a_page() {
    let broken = numbered(&texts(6, "Øyvær kommune"), |_| String::new());
    is_sound(&broken);
    let broken = broken.replacen(
        "Øyvær kommune\n\nTekst: Lesing på lag i",
        "Øyvær\n\nTekst: Lesing på lag i",
        1,
    );
    let found = rules_of(&lint(broken.as_bytes()));
    assert!(found.contains("unchecked-figures") && !found.contains("incomplete-report"));
}

#[test]
fn a_number_that_some_pages_print_twice_is_no_answer() {
    let sound = numbers(10, "Asktun skole");
    let twice = |pages: std::ops::RangeInclusive<u32>| {
        let mut text = sound.clone();
        for page in pages {
            let number = format!("\n\n{page}\n");
            text = text.replacen(
                &format!("{number}\u{c}"),
                &format!("{number}{number}\u{c}"),
                1,
            );
        }
        assert_ne!(text, sound);
        rules_of(&lint(text.as_bytes()))
    };
    assert_eq!(twice(5..=7), rules_of(&lint(sound.as_bytes())));
    // On two pages somebody may have typed it.
    assert!(twice(5..=6).contains("unchecked-figures"));
}

#[test]
fn a_number_may_stand_in_the_middle_of_every_page() {
    let report = of_phones(&texts(10, "Øyvær kommune"), "hus");
    let pages = report.split('\u{c}').enumerate().map(|(at, page)| {
        let own = format!("\n\n{}\n", at + 1);
        match page.strip_suffix(&own) {
            Some(said) if said.contains("Skole (Privat)\n\n") => {
                let number = format!("{}\n\nSkole (Privat)\n\n", at + 1);
                said.replacen("Skole (Privat)\n\n", &number, 1)
            }
            _ => page.to_owned(),
        }
    });
    let report = pages.collect::<Vec<_>>().join("\n\u{c}");
    assert!(
        report.contains("90 12 34 57\n\n6\n\nSkole (Privat)"),
        "{report}"
    );
    assert!(!finds(&report, "invalid-phone"));
}

#[test]
fn any_dash_parts_what_the_exporter_parts() {
    for dash in ['–', '—', '−', '\u{2010}'] {
        let text = SMALL.replace(" - ", &format!(" {dash} "));
        let text = text.replace("\n1\n", &format!("\n{dash} 1 {dash}\n"));
        let file = lint(text.as_bytes());
        assert_eq!(rules_of(&file), BTreeSet::new(), "{dash}");
        assert_eq!(
            (file.status, file.respondents),
            (FileStatus::Checked, 3),
            "{dash}"
        );
    }
}
