//! A press: small reports, set line by line, as a reader gets them from a PDF.

use dekom_lint::pdf::{RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawRun};
use dekom_lint::report::{Question, ReadFailure, Report, from_raw};

pub(crate) const SIZE: f32 = 10.0;
/// From one line to the next inside a paragraph, and between paragraphs.
pub(crate) const PITCH: f32 = 12.5;
pub(crate) const PART: f32 = 18.0;
pub(crate) const LEFT: f32 = 60.0;
/// Left edge of the first column of a chart.
pub(crate) const CHART: f32 = 200.0;

/// The style of a line, by the number of its font.
#[derive(Clone, Copy)]
pub(crate) enum Set {
    Text,
    Heading,
    Name,
    Label,
    Title,
}

/// A report in the making.
pub(crate) struct Press {
    pub(crate) pages: Vec<RawPage>,
    pub(crate) y: f32,
    /// From one line to the next inside a paragraph.
    pub(crate) pitch: f32,
    /// The size of titles.
    pub(crate) title: f32,
    /// From one line of a label to the next.
    pub(crate) label: f32,
    /// Whether labels are centred under their bars.
    pub(crate) centred: bool,
    /// How wide a blank is, in sizes.
    pub(crate) blank: f32,
    /// Whether percents stand without brackets in tables.
    pub(crate) bare: bool,
}

impl Press {
    pub(crate) fn new() -> Self {
        let mut press = Self {
            pages: Vec::new(),
            y: 0.0,
            pitch: PITCH,
            title: 12.0,
            label: 10.0,
            centred: false,
            blank: 0.5,
            bare: false,
        };
        press.page();
        press
    }

    /// A new page.
    pub(crate) fn page(&mut self) -> &mut Self {
        self.pages.push(RawPage {
            width: 595.0,
            height: 842.0,
            ..RawPage::default()
        });
        self.y = 40.0;
        self
    }

    pub(crate) fn put(&mut self, x: f32, y: f32, set: Set, text: &str) {
        let size = match set {
            Set::Label => 8.0,
            Set::Title => self.title,
            _ => SIZE,
        };
        let page = self.pages.last_mut().expect("a page");
        let first = u32::try_from(page.glyphs.len()).expect("few");
        let mut x0 = x;
        for ch in text.chars() {
            let wide = if ch == ' ' { self.blank } else { 0.5 };
            let x1 = x0 + wide * size;
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
    pub(crate) fn set(&mut self, set: Set, texts: &[&str]) -> &mut Self {
        for text in texts {
            for (number, line) in text.split('|').enumerate() {
                self.y += if number == 0 { PART } else { self.pitch };
                self.put(LEFT, self.y, set, line);
            }
        }
        self
    }

    /// Upright bars, so many points apart: label, its lines parted by `|`, count and percent.
    pub(crate) fn chart(&mut self, apart: f32, bars: &[(&str, u32, u32)]) -> &mut Self {
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
                let half = 2.0 * f32::from(u16::try_from(line.chars().count()).expect("short"));
                let x = if self.centred { middle - half } else { left };
                let y = foot + 12.0 + self.label * f32::from(number);
                self.put(x, y, Set::Label, line);
                lines = lines.max(number + 1);
            }
        }
        self.y = top + 72.0 + self.label * f32::from(lines);
        self
    }

    /// A chart as a table: where its counts and its percents begin, and its rows.
    pub(crate) fn table(&mut self, at: (f32, f32), rows: &[(&str, u32, u32)]) -> &mut Self {
        for (label, count, percent) in rows {
            self.y += PART;
            self.put(CHART, self.y, Set::Label, label);
            self.put(at.0, self.y, Set::Label, &count.to_string());
            let percent = if self.bare {
                format!("{percent}%")
            } else {
                format!("({percent}%)")
            };
            self.put(at.1, self.y, Set::Label, &percent);
        }
        self
    }

    /// Lying bars, each with its label on a line of its own above it: label, count, percent.
    pub(crate) fn lying(&mut self, bars: &[(&str, u32, u32)]) -> &mut Self {
        for (label, count, percent) in bars {
            self.y += PART;
            self.put(CHART, self.y, Set::Label, label);
            self.y += 14.0;
            let long = 20.0 * f32::from(u16::try_from(*count).expect("few"));
            if *count > 0 {
                let page = self.pages.last_mut().expect("a page");
                page.boxes.push(RawBox {
                    x0: CHART,
                    y0: self.y - 7.0,
                    x1: CHART + long,
                    y1: self.y + 1.0,
                    color: 0x33_66_99,
                });
            }
            let value = format!("{count} ({percent}%)");
            self.put(CHART + long + 6.0, self.y, Set::Label, &value);
        }
        self
    }

    /// A pie's legend: its lines, those of one label parted by `|`.
    pub(crate) fn legend(&mut self, entries: &[&str]) -> &mut Self {
        for line in entries.iter().flat_map(|entry| entry.split('|')) {
            self.y += self.label;
            self.put(CHART, self.y, Set::Label, line);
        }
        self
    }

    /// The heading of a chart, at the left of the page.
    pub(crate) fn group(&mut self, text: &str) -> &mut Self {
        self.y += PITCH;
        self.put(LEFT, self.y, Set::Heading, text);
        self
    }

    /// The heading `Andre svar` and the own texts under it, where labels stand.
    pub(crate) fn own(&mut self, texts: &[&str]) -> &mut Self {
        self.y += PITCH;
        for text in ["Andre svar"].iter().chain(texts) {
            self.y += PITCH;
            self.put(CHART, self.y, Set::Label, text);
        }
        self
    }

    pub(crate) fn read(&mut self) -> Report {
        self.result().expect("a report")
    }

    /// The report, or why it can't be read.
    pub(crate) fn result(&mut self) -> Result<Report, ReadFailure> {
        let fonts = [false, true, true, false, true].map(|bold| RawFont {
            bold: Some(bold),
            name: None,
        });
        from_raw(RawDocument {
            pages: std::mem::take(&mut self.pages),
            fonts: fonts.to_vec(),
        })
    }
}

/// The front page and the overview of four submissions; one name of the overview as given.
pub(crate) fn begun(third: &str, ending: &str) -> Press {
    begun_with(&[], "Skole - (Privat) 1 svar", third, ending)
}

/// The front page of four submissions, down to the filter tree.
pub(crate) const FRONT: [&str; 6] = [
    "Dato: 3.9.2025",
    "Fjordheim - Rapportering 2024/2025",
    "Svar - Intern rapport",
    "Utvalg:",
    "Du ser 4 av totalt 4 svar.",
    "Filter",
];

/// The front page of four submissions, with more lines of the filter tree; what comes next begins a page.
pub(crate) fn fronted(filter: &[&str]) -> Press {
    let mut press = Press::new();
    let tree = ["Offentlig (3)", "Kommune (3)", "Privat (1)"];
    press.set(Set::Text, &FRONT);
    press.set(Set::Text, &[&tree, filter, &["Skole (1)"]].concat());
    press.page();
    press
}

/// The same with more lines of the filter tree, and the overview's last heading as given.
pub(crate) fn begun_with(filter: &[&str], heading: &str, third: &str, ending: &str) -> Press {
    let mut press = fronted(filter);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", third]);
    press.set(Set::Heading, &[heading]);
    press.set(Set::Text, &["Elvebakk friskole", ending]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press
}

pub(crate) const ENDING: &str = "Ingen merknader til undersøkelsen";

/// Ten questions of a page each, none in the place of another, and a line after them.
pub(crate) fn ten_pages() -> Press {
    let mut press = begun("Vik kommune", ENDING);
    for number in 1..=10_u8 {
        // What stands in one place on all pages would be no answer.
        press.y += 7.0 * f32::from(number);
        asked(&mut press, &format!("Hva er mål {number}?"), "Vik kommune");
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    press
}

/// A question for a text, whose answers the third respondent gives under the name as given.
pub(crate) fn asked(press: &mut Press, title: &str, third: &str) {
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

/// The municipalities, each of which answers the same.
pub(crate) fn municipal(press: &mut Press, text: &str) {
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &[text]);
    }
}

/// What the respondents chose, in the order of the overview.
pub(crate) fn chosen(press: &mut Press, answers: [&[&str]; 4]) {
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

pub(crate) fn titles(report: &Report) -> Vec<&str> {
    let questions = report.questions.iter();
    questions
        .map(|question| question.title.value.as_str())
        .collect()
}

pub(crate) fn names(question: &Question) -> Vec<&str> {
    let answers = question.answers.iter();
    answers
        .map(|answer| answer.respondent.value.as_str())
        .collect()
}
