//! Small reports, set line by line: what decides where style, place and words tell different things.
//! Each holds one thing that a reading was once misled by.

use dekom_lint::pdf::{RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawRun};
use dekom_lint::report::{GapKind, Question, Report, from_raw};

const SIZE: f32 = 10.0;
/// From one line to the next inside a paragraph, and between paragraphs.
const PITCH: f32 = 12.5;
const PART: f32 = 18.0;
const LEFT: f32 = 60.0;
/// Left edge of the first column of a chart.
const CHART: f32 = 200.0;

/// The style of a line, by the number of its font.
#[derive(Clone, Copy)]
enum Set {
    Text,
    Heading,
    Name,
    Label,
    Title,
}

/// A report in the making.
struct Press {
    pages: Vec<RawPage>,
    y: f32,
}

impl Press {
    fn new() -> Self {
        let mut press = Self {
            pages: Vec::new(),
            y: 0.0,
        };
        press.page();
        press
    }

    /// A new page.
    fn page(&mut self) -> &mut Self {
        self.pages.push(RawPage {
            width: 595.0,
            height: 842.0,
            ..RawPage::default()
        });
        self.y = 40.0;
        self
    }

    fn put(&mut self, x: f32, y: f32, set: Set, text: &str) {
        let page = self.pages.last_mut().expect("a page");
        let first = u32::try_from(page.glyphs.len()).expect("few");
        let size = match set {
            Set::Label => 8.0,
            Set::Title => 12.0,
            _ => SIZE,
        };
        let mut x0 = x;
        for ch in text.chars() {
            let x1 = x0 + 0.5 * size;
            page.glyphs.push(RawGlyph { ch, x0, x1 });
            x0 = x1;
        }
        page.runs.push(RawRun {
            first,
            count: u32::try_from(text.chars().count()).expect("short"),
            y,
            size,
            font: set as u16,
        });
    }

    /// Paragraphs of one style, their lines parted by `|`.
    fn set(&mut self, set: Set, texts: &[&str]) -> &mut Self {
        for text in texts {
            for (number, line) in text.split('|').enumerate() {
                self.y += if number == 0 { PART } else { PITCH };
                self.put(LEFT, self.y, set, line);
            }
        }
        self
    }

    /// Upright bars, so many points apart: label, its lines parted by `|`, count and percent.
    fn chart(&mut self, apart: f32, bars: &[(&str, u32, u32)]) -> &mut Self {
        let top = self.y + 30.0;
        let mut lines = 0;
        for (column, (label, count, percent)) in (0_u16..).zip(bars) {
            let left = CHART + apart * f32::from(column);
            let middle = left + apart / 2.0;
            let tall = 4.0 * f32::from(u16::try_from(*count).expect("few"));
            let foot = top + 60.0;
            for (text, y) in [
                (count.to_string(), foot - tall - 14.0),
                (format!("({percent}%)"), foot - tall - 4.0),
            ] {
                let half = 2.0 * f32::from(u16::try_from(text.len()).expect("short"));
                self.put(middle - half, y, Set::Label, &text);
            }
            if *count > 0 {
                let page = self.pages.last_mut().expect("a page");
                page.boxes.push(RawBox {
                    x0: middle - 8.0,
                    y0: foot - tall,
                    x1: middle + 8.0,
                    y1: foot,
                    color: 0x33_66_99,
                });
            }
            for (number, line) in (0_u16..).zip(label.split('|')) {
                self.put(
                    left,
                    foot + 12.0 + 10.0 * f32::from(number),
                    Set::Label,
                    line,
                );
                lines = lines.max(number + 1);
            }
        }
        self.y = top + 72.0 + 10.0 * f32::from(lines);
        self
    }

    /// The heading of a chart, at the left of the page.
    fn group(&mut self, text: &str) -> &mut Self {
        self.y += PITCH;
        self.put(LEFT, self.y, Set::Heading, text);
        self
    }

    /// The heading `Andre svar` and the own texts under it, where labels stand.
    fn own(&mut self, texts: &[&str]) -> &mut Self {
        self.y += PITCH;
        for text in ["Andre svar"].iter().chain(texts) {
            self.y += PITCH;
            self.put(CHART, self.y, Set::Label, text);
        }
        self
    }

    fn read(&mut self) -> Report {
        let fonts = [false, true, true, false, true].map(|bold| RawFont {
            bold: Some(bold),
            name: None,
        });
        from_raw(RawDocument {
            pages: std::mem::take(&mut self.pages),
            fonts: fonts.to_vec(),
        })
        .expect("a report")
    }
}

/// The front page and the overview of four submissions; one name of the overview as given.
fn begun(third: &str, ending: &str) -> Press {
    let mut press = Press::new();
    press.set(
        Set::Text,
        &[
            "Dato: 3.9.2025",
            "Fjordheim - Rapportering 2024/2025",
            "Svar - Intern rapport",
            "Utvalg:",
            "Du ser 4 av totalt 4 svar.",
            "Filter",
            "Offentlig (3)",
            "Kommune (3)",
            "Privat (1)",
            "Skole (1)",
        ],
    );
    press.page();
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", third]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ending]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press
}

const ENDING: &str = "Ingen merknader til undersøkelsen";

/// A question for a text, whose answers the third respondent gives under the name as given.
fn asked(press: &mut Press, title: &str, third: &str) {
    press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (name, text) in [
        ("Lia kommune", "fem"),
        ("Nes kommune", "seks"),
        (third, "sju"),
    ] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[&format!("Tekst: {text}")]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: åtte"]);
}

/// What the respondents chose, in the order of the overview.
fn chosen(press: &mut Press, answers: [&[&str]; 4]) {
    let names = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for (index, (name, lines)) in names.iter().zip(answers).enumerate() {
        if index == 3 {
            press.set(Set::Heading, &["Skole (Privat)"]);
        }
        press.set(Set::Name, &[name]);
        press.set(Set::Text, lines);
    }
}

fn titles(report: &Report) -> Vec<&str> {
    let questions = report.questions.iter();
    questions
        .map(|question| question.title.value.as_str())
        .collect()
}

fn names(question: &Question) -> Vec<&str> {
    let answers = question.answers.iter();
    answers
        .map(|answer| answer.respondent.value.as_str())
        .collect()
}

#[test]
fn a_name_goes_on_over_four_lines() {
    let name = "Kommunene i|Isbergan v/|Regionkontore|t";
    let mut press = begun(name, ENDING);
    asked(&mut press, "Hva heter dere?", name);
    asked(&mut press, "Hvor mange er dere?", name);
    let report = press.read();
    assert_eq!(report.respondents.len(), 4);
    for question in &report.questions {
        assert_eq!(question.answers.len(), 4, "{:?}", names(question));
        assert!(question.complete);
    }
}

#[test]
fn what_ends_the_overview_may_break_after_its_first_word() {
    let mut press = begun("Vik kommune", "Ingen|merknader til|undersøkelsen");
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    assert!(report.overview_complete);
    assert_eq!(report.respondents.len(), 4);
}

#[test]
fn the_list_of_those_who_did_not_answer_may_have_its_count_on_the_next_line() {
    for heading in [
        "Ikke angitt (1 Svar)",
        "Ikke angitt|(1 Svar)",
        "Ikke|angitt|(1 Svar)",
        "Ikke angitt (1|Svar)",
    ] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
            press.set(Set::Name, &[name]);
            press.set(Set::Text, &["Tekst: her"]);
        }
        press.set(Set::Heading, &[heading]);
        press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
        let report = press.read();
        let listed = report.questions[1].not_stated.as_ref().expect(heading);
        assert_eq!(
            (listed.count.value, listed.respondents.len()),
            (1, 1),
            "{heading}"
        );
        assert_eq!(
            titles(&report),
            ["Hva heter dere?", "Hvor er dere?"],
            "{heading}"
        );
    }
}

#[test]
fn an_option_that_reads_like_a_title_is_an_option() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        110.0,
        &[("Kurs", 3, 75), ("Hva heter dere?|(4 Svar)", 2, 50)],
    );
    press.group("Offentlig/Kommune");
    press.chart(
        110.0,
        &[("Kurs", 2, 50), ("Hva heter dere?|(4 Svar)", 2, 50)],
    );
    press.group("Privat/Skole");
    press.chart(
        110.0,
        &[("Kurs", 1, 100), ("Hva heter dere?|(4 Svar)", 0, 0)],
    );
    let both: &[&str] = &["Kurs", "Hva heter dere? (4 Svar)"];
    chosen(&mut press, [both, both, &[], &["Kurs"]]);
    let report = press.read();
    assert_eq!(titles(&report), ["Hva heter dere?", "Hva gjør dere?"]);
    let question = &report.questions[1];
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    assert_eq!(question.answers[0].choices.len(), 2);
}

#[test]
fn an_own_text_that_reads_like_a_group_heads_no_chart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        80.0,
        &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 2, 50)],
    );
    press.own(&["Privat/Skole", "Møter"]);
    press.group("Offentlig/Kommune");
    press.chart(
        80.0,
        &[("Kurs", 2, 40), ("Reiser", 1, 20), ("Andre svar", 2, 40)],
    );
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    chosen(
        &mut press,
        [
            &["Kurs", "Reiser", "Privat/Skole"],
            &["Kurs"],
            &["Møter"],
            &["Kurs"],
        ],
    );
    let question = &press.read().questions[1];
    let groups: Vec<&str> = question
        .charts
        .iter()
        .map(|chart| chart.group.as_str())
        .collect();
    assert_eq!(groups, ["", "Offentlig/Kommune", "Privat/Skole"]);
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    let list = question.other_answers.as_ref().expect("own texts");
    let texts: Vec<&str> = list.texts.iter().map(|text| text.value.as_str()).collect();
    assert_eq!(texts, ["Privat/Skole", "Møter"]);
}

#[test]
fn own_texts_that_begin_alike_are_no_labels() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        80.0,
        &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 2, 50)],
    );
    press.own(&["Innkjøp av stoler", "Innkjøp av bord"]);
    press.group("Offentlig/Kommune");
    press.chart(
        80.0,
        &[("Kurs", 2, 40), ("Reiser", 1, 20), ("Andre svar", 2, 40)],
    );
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    chosen(
        &mut press,
        [
            &["Kurs", "Reiser", "Innkjøp av bord"],
            &["Kurs"],
            &["Innkjøp av stoler"],
            &["Kurs"],
        ],
    );
    let question = &press.read().questions[1];
    assert_eq!(question.options, ["Kurs", "Reiser"]);
    let own = question
        .answers
        .iter()
        .filter(|answer| answer.own_text.is_some());
    assert_eq!(own.count(), 2);
}

#[test]
fn a_label_may_be_hyphenated_otherwise_in_each_chart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        60.0,
        &[
            ("Ressurs-|person", 3, 75),
            ("Vikarut-|gifter", 1, 25),
            ("Andre|svar", 1, 25),
        ],
    );
    press.own(&["Møter"]);
    press.group("Offentlig/Kommune");
    press.chart(
        60.0,
        &[
            ("Ressurs-|person", 2, 50),
            ("Vikarut-|gifter", 1, 25),
            ("Andre|svar", 1, 25),
        ],
    );
    press.group("Privat/Skole");
    press.chart(
        90.0,
        &[("Ressursp-|erson", 1, 100), ("Vikarutg-|ifter", 0, 0)],
    );
    chosen(
        &mut press,
        [
            &["Ressursperson", "Vikarutgifter"],
            &["Ressursperson"],
            &["Møter"],
            &["Ressursperson"],
        ],
    );
    let question = &press.read().questions[1];
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    assert_eq!(question.charts[2].bars[0].option, "Ressursperson");
    assert_eq!(question.answers[3].choices.len(), 1);
}

#[test]
fn a_file_that_is_turned_round_has_its_letter_at_the_end() {
    let mut press = begun("Vik kommune", ENDING);
    for title in ["Hva heter dere?", "Hvor er dere?", "Hva gjør dere?"] {
        asked(&mut press, title, "Vik kommune");
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    for (number, page) in (1..).zip(&mut press.pages) {
        let mut own = Press {
            pages: vec![std::mem::take(page)],
            y: 0.0,
        };
        own.put(290.0, 810.0, Set::Text, &format!("{number}"));
        *page = own.pages.remove(0);
    }
    press.pages.reverse();
    press.page();
    press.set(
        Set::Text,
        &["Til Statsforvalteren", "Vedlagt følger rapporten."],
    );
    press.put(290.0, 810.0, Set::Text, "1");
    let report = press.read();
    let kinds: Vec<GapKind> = report.gaps.iter().map(|gap| gap.kind).collect();
    assert_eq!(kinds, [GapKind::Reversed]);
    assert_eq!(
        titles(&report),
        ["Hva heter dere?", "Hvor er dere?", "Hva gjør dere?"]
    );
    assert!(report.questions.iter().all(|question| question.complete));
}

#[test]
fn hidden_letters_are_told_with_their_pages() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.pages[0].hidden = 5;
    press.pages[1].hidden = 4;
    let report = press.read();
    assert_eq!(report.gaps.len(), 1, "{:?}", report.gaps);
    let gap = &report.gaps[0];
    assert_eq!(gap.kind, GapKind::HiddenText);
    assert_eq!((gap.missing, gap.pages.as_str()), (Some(9), "1–2"));
    assert!(!gap.kind.loses() && report.questions[0].complete);
}
