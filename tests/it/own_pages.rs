//! Questions that begin a page each, so that headings and names stand in one place on most pages.

use crate::press::{ENDING, Press, Set, asked, begun, fronted, ten_pages};
use dekom_lint::pdf::{PageContent, RawBox, RawPage};
use dekom_lint::report::{Answer, GapKind};

/// Six questions of one page each; who answered what.
fn paged(answer: impl Fn(usize, usize) -> String) -> Press {
    let mut press = begun("Vik kommune", ENDING);
    let titles = [
        "Hva?",
        "Hvem var med?",
        "Hvor?",
        "Hvordan gikk det?",
        "Hvorfor det?",
        "Når?",
    ];
    for (number, title) in titles.iter().enumerate() {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        let names = [
            "Lia kommune",
            "Nes kommune",
            "Vik kommune",
            "Elvebakk friskole",
        ];
        for (place, name) in names.iter().enumerate() {
            if place == 3 {
                press.set(Set::Heading, &["Skole (Privat)"]);
            }
            press.set(Set::Name, &[name]);
            press.set(Set::Text, &[&answer(number, place)]);
        }
        press.page();
    }
    press.pages.pop();
    press
}

#[test]
fn headings_and_names_in_one_place_on_most_pages_are_the_reports() {
    let words = ["fem", "seks", "sju", "åtte", "ni", "ti"];
    let texts = |number: usize, place| format!("Tekst: {} og {place}", words[number]);
    let numbers = |number, place| format!("Heltall: {}", 3 * number + place);
    let answers: [&dyn Fn(usize, usize) -> String; 2] = [&texts, &numbers];
    for (at, answer) in answers.into_iter().enumerate() {
        let mut press = paged(answer);
        // What stands above and below on every page is none of it, nor is what was stamped beside.
        for page in std::mem::take(&mut press.pages) {
            press.pages.push(page);
            press.put(60.0, 20.0, Set::Text, "Fjordheim i dag");
            press.put(400.0, 157.0, Set::Text, "Journalført 2025/1834");
            press.put(60.0, 800.0, Set::Text, "Skrevet ut av portalen");
        }
        let report = press.read();
        assert!(report.gaps.is_empty(), "{:?}", report.gaps);
        assert_eq!(report.questions.len(), 6);
        for question in &report.questions {
            assert!(question.complete);
            assert_eq!(question.answers.len(), 4);
            assert!(question.answers.iter().all(|answer| answer.certain));
        }
        let last = &report.questions[5].answers[3];
        let (text, value) = (last.text.as_ref(), last.value.as_ref());
        if at == 0 {
            assert_eq!(text.map(|text| text.value.as_str()), Some("ti og 3"));
        } else {
            assert_eq!(
                value.map(|value| value.value.to_string()).as_deref(),
                Some("18")
            );
        }
    }
}

#[test]
fn what_heads_the_pages_of_a_long_overview_is_no_name() {
    let mut press = fronted(&[]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune"]);
    press.page();
    press.set(Set::Text, &["Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    for title in ["Hva?", "Hvem var med?", "Hvor?"] {
        asked(&mut press, title, "Vik kommune");
        press.page();
    }
    press.pages.pop();
    for page in std::mem::take(&mut press.pages) {
        press.pages.push(page);
        press.put(60.0, 20.0, Set::Text, "Fjordheim i dag");
    }
    let report = press.read();
    assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    let names = report.respondents.iter().map(|one| one.name.as_str());
    let all = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    assert_eq!(names.collect::<Vec<_>>(), all);
    assert!(report.questions.iter().all(|question| question.complete));
}

/// Six pages of questions with a sheet between two of them on which nothing stands but what a browser prints
/// on all, a number among it; the report's own numbers are as given.
fn printed_over(own: [&str; 9]) -> dekom_lint::report::Report {
    let mut press = paged(|number, place| format!("Tekst: {number} og {place} til"));
    press.pages.insert(5, blank());
    let pages = std::mem::take(&mut press.pages);
    for (number, (page, own)) in (1..).zip(pages.into_iter().zip(own)) {
        press.pages.push(page);
        press.put(60.0, 20.0, Set::Text, "Fjordheim i dag");
        press.put(500.0, 20.0, Set::Text, &format!("{number}/9"));
        if !own.is_empty() {
            press.put(290.0, 800.0, Set::Text, own);
        }
    }
    press.read()
}

fn blank() -> RawPage {
    RawPage {
        width: 595.0,
        height: 842.0,
        ..RawPage::default()
    }
}

#[test]
fn a_sheet_that_a_browser_counts_and_the_report_does_not_was_empty() {
    let report = printed_over(["1", "2", "3", "4", "5", "", "6", "7", "8"]);
    assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    assert!(report.questions.iter().all(|question| question.complete));
    assert_eq!(report.pages.len(), 9);
    // Where the report counts it, what stood on it is lost.
    let report = printed_over(["1", "2", "3", "4", "5", "", "7", "8", "9"]);
    assert_eq!(report.gaps.len(), 1, "{:?}", report.gaps);
    assert_eq!(report.gaps[0].kind, GapKind::UnreadPage);
}

#[test]
fn a_digit_of_one_number_may_stand_where_another_has_the_same_digit() {
    let mut press = ten_pages();
    for (number, page) in (1..).zip(std::mem::take(&mut press.pages)) {
        press.pages.push(page);
        for (text, from) in [
            (format!("{number}"), 290.4),
            (format!("{number}/44"), 285.0),
        ] {
            let mut x = from;
            for glyph in text.chars() {
                press.put(x, 810.0, Set::Text, &glyph.to_string());
                x += 5.0;
            }
        }
    }
    let report = press.read();
    // The browser's last page is far away; none between two that are there is missing.
    let kinds: Vec<u32> = report.gaps.iter().map(|gap| gap.after_page).collect();
    assert!(kinds.is_empty() || kinds == [13], "{:?}", report.gaps);
}

#[test]
fn a_page_that_has_its_number_alone_was_left_blank() {
    // How the pages are counted, and what the page says beside its number.
    let read = |own: Option<usize>, content: PageContent, bars: &[RawBox]| {
        let mut press = ten_pages();
        let blank = 6;
        let page = RawPage {
            width: 595.0,
            height: 842.0,
            content,
            boxes: bars.to_vec(),
            ..RawPage::default()
        };
        press.pages.insert(blank, page);
        let pages = std::mem::take(&mut press.pages);
        for (index, page) in pages.into_iter().enumerate() {
            press.pages.push(page);
            let number = if index == blank { own } else { Some(index + 1) };
            if let Some(number) = number {
                press.put(300.0, 800.0, Set::Text, &number.to_string());
            }
        }
        let report = press.read();
        report.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>()
    };
    assert_eq!(read(Some(7), PageContent::Text, &[]), []);
    let unread = [GapKind::UnreadPage];
    assert_eq!(read(None, PageContent::Emptied, &[]), unread);
    assert_eq!(read(Some(7), PageContent::Picture, &[]), unread);
    let bar = RawBox {
        x0: 200.0,
        y0: 100.0,
        x1: 220.0,
        y1: 150.0,
        color: 0x33_66_99,
    };
    assert_eq!(read(Some(7), PageContent::Text, &[bar]), unread);
}

#[test]
fn a_number_may_stand_lower_on_a_page() {
    // Where the number of the fifth page stands, and what it says.
    let read = |x: f32, y: f32, set: Set, number: usize| {
        let mut press = ten_pages();
        let pages = std::mem::take(&mut press.pages);
        for (index, page) in pages.into_iter().enumerate() {
            press.pages.push(page);
            if index == 4 {
                press.put(x, y, set, &number.to_string());
            } else {
                press.put(300.0, 800.0, Set::Text, &(index + 1).to_string());
            }
        }
        let report = press.read();
        assert!(report.gaps.is_empty(), "{:?}", report.gaps);
        let mut answers = report
            .questions
            .iter()
            .flat_map(|question| &question.answers);
        let said = |answer: &Answer| answer.text.as_ref().map(|text| text.value.clone());
        answers.all(|answer| !said(answer).is_some_and(|text| text.contains(['5', '6'])))
    };
    assert!(read(300.0, 800.0, Set::Text, 5));
    assert!(read(300.0, 811.0, Set::Text, 5));
    assert!(!read(300.0, 811.0, Set::Text, 6));
    assert!(!read(330.0, 811.0, Set::Text, 5));
    assert!(!read(300.0, 811.0, Set::Title, 5));
}
