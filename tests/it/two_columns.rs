//! Text that runs in two columns on its pages.

use crate::press::{ENDING, LEFT, PART, Press, Set, begun};
use dekom_lint::report::{ReadFailure, ReadOptions, Report, read};

const RIGHT: f32 = 320.0;

/// The answers to a question, from a left edge on, with their headings at an edge of their own.
fn column(press: &mut Press, (left, heading): (f32, f32), title: &str) {
    let mut line = |x: f32, set: Set, text: &str| {
        press.y += PART;
        press.put(x, press.y, set, text);
    };
    line(left, Set::Title, &format!("{title} (4 Svar)"));
    line(heading, Set::Heading, "Kommune (Offentlig)");
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        line(left, Set::Name, name);
        line(left, Set::Text, "Tekst: her");
    }
    line(heading, Set::Heading, "Skole (Privat)");
    line(left, Set::Name, "Elvebakk friskole");
    line(left, Set::Text, "Tekst: der");
}

/// A report of so many pages, on each of which one question stands at each of these edges.
fn columns(pages: usize, edges: &[(f32, f32)]) -> Result<Report, ReadFailure> {
    let mut press = begun("Vik kommune", ENDING);
    for number in 0..pages {
        for (column_number, edge) in edges.iter().enumerate() {
            press.y = 60.0;
            column(
                &mut press,
                *edge,
                &format!("Hva er mål {number}-{column_number}?"),
            );
        }
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    press.result()
}

#[test]
fn answers_in_two_columns_are_refused() {
    let read = columns(2, &[(LEFT, LEFT), (RIGHT, RIGHT)]);
    assert_eq!(read.unwrap_err(), ReadFailure::Columns { page: 3 });
    let said = (ReadFailure::Columns { page: 3 }).text();
    for (text, from) in [
        (said.nb, "fra side 3"),
        (said.nn, "frå side 3"),
        (said.en, "from page 3"),
    ] {
        assert!(text.contains(from), "{text}");
    }
}

#[test]
fn so_they_are_in_text_that_keeps_columns() {
    let front = "Dato: 3.9.2025\nFjordheim - Rapportering 2024/2025\nSvar - Intern rapport\n\
        Du ser 2 av totalt 2 svar.\n\u{c}Svar oversikt\nKommune - (Offentlig) 1 svar\n\
        Lia kommune\nSkole - (Privat) 1 svar\nElvebakk friskole\n\
        Ingen merknader til undersøkelsen\n";
    let page = |indent: usize| {
        let lines = [
            ("Hva er målet? (2 Svar)", "Hva er planen? (2 Svar)"),
            ("Kommune (Offentlig)", "Kommune (Offentlig)"),
            ("Lia kommune", "Lia kommune"),
            ("Tekst: her", "Tekst: der"),
            ("Skole (Privat)", "Skole (Privat)"),
            ("Elvebakk friskole", "Elvebakk friskole"),
            ("Tekst: her", "Tekst: der"),
        ];
        let lines = lines.map(|(one, other)| format!("{one:indent$}{other}\n"));
        format!("\u{c}{}", lines.concat())
    };
    let text = |indent: usize| format!("{front}{}{}", page(indent), page(indent));
    let read = |text: &str| read(text.as_bytes(), &ReadOptions::default());
    let found = read(&text(50)).unwrap_err();
    assert_eq!(found, ReadFailure::Columns { page: 3 });
}

#[test]
fn headings_that_are_centred_or_stand_apart_by_chance_are_no_second_column() {
    // On some pages a little to the right, as on those of a book's other side.
    let mut press = begun("Vik kommune", ENDING);
    for (number, edge) in [LEFT, LEFT + 100.0, LEFT, LEFT + 100.0].iter().enumerate() {
        press.y = 60.0 + 7.0 * f32::from(u8::try_from(number).expect("few"));
        column(&mut press, (LEFT, *edge), &format!("Hva er mål {number}?"));
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    let report = press.result().expect("a report");
    assert_eq!(report.questions.len(), 4);
    // Two of them at the right are chance.
    let one = columns(1, &[(LEFT, LEFT), (RIGHT, RIGHT)]);
    assert!(!matches!(one, Err(ReadFailure::Columns { .. })), "{one:?}");
}

#[test]
fn labels_that_read_like_headings_are_no_second_column() {
    let mut press = begun("Vik kommune", ENDING);
    for number in 0..3 {
        press.y += 5.0;
        column(&mut press, (LEFT, LEFT), &format!("Hva er mål {number}?"));
        for x in [LEFT, RIGHT] {
            press.put(x, press.y + PART, Set::Label, "Kommune (Offentlig)");
        }
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    let read = press.result();
    assert!(
        !matches!(read, Err(ReadFailure::Columns { .. })),
        "{read:?}"
    );
}
