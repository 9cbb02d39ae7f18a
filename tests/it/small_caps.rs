//! Titles in small capitals that their font does not have: two sizes in one word.

use crate::press::{ENDING, LEFT, PITCH, Press, Set, asked, begun, municipal, titles};

/// Sets a line of a title, its small letters as smaller capitals.
fn set_small(press: &mut Press, line: &str) {
    press.y += PITCH;
    let mut x = LEFT;
    let chars: Vec<char> = line.chars().collect();
    for run in chars.chunk_by(|a, b| a.is_lowercase() == b.is_lowercase()) {
        let small = run.iter().all(|ch| ch.is_lowercase());
        press.title = if small { 9.6 } else { 12.0 };
        let text: String = run.iter().flat_map(|ch| ch.to_uppercase()).collect();
        press.put(x, press.y, Set::Title, &text);
        let wide = 0.5 * press.title;
        x += wide * f32::from(u16::try_from(run.len()).expect("short"));
    }
    press.title = 12.0;
}

#[test]
fn a_title_in_small_capitals_is_a_title() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    // A line of it may have small ones alone.
    for line in ["Hvem har", "hatt ansvar for", "arbeidet? (3 Svar)"] {
        set_small(&mut press, line);
    }
    municipal(&mut press, "Tekst: Vi alle");
    press.set(Set::Text, &["Ikke angitt (1 Svar)"]);
    press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
    let report = press.read();
    assert_eq!(
        titles(&report),
        ["Hva heter dere?", "HVEM HAR HATT ANSVAR FOR ARBEIDET?"]
    );
}
