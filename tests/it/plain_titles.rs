//! Titles that are set as answers are: what stands above one stays whose it is, and is held back where
//! nothing tells.

use crate::press::{ENDING, Press, Set, asked, begun, chosen};
use dekom_lint::report::Question;

/// A question as everything else is set, and who answered what. Each text may run over several lines,
/// parted by `|`.
fn plain(press: &mut Press, title: &str, answers: [&str; 4]) {
    let names = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    press.set(Set::Text, &[title]);
    press.set(Set::Text, &["Kommune (Offentlig)"]);
    for (index, (name, answer)) in names.iter().zip(answers).enumerate() {
        if index == 3 {
            press.set(Set::Text, &["Skole (Privat)"]);
        }
        press.set(Set::Text, &[&format!("{name}|{answer}")]);
    }
}

const COURSES: [&str; 4] = ["Kurs", "Kurs", "Reiser", "Kurs"];
const MEETINGS: [&str; 4] = ["Møter med alle", "Ingenting", "Møter", "Møter|og samtaler"];
const PEOPLE: [&str; 4] = ["Alle", "Rektor", "Alle lærere", "Alle"];
/// So long that no word fits behind it.
const LONG: &str =
    "Vi har hatt kurs for alle som arbeider med de yngste barna på skolene og i barnehagene";

/// Two questions, the second under the first's last line, or at the top of the next page.
fn two(last: &str, parted: bool) -> Vec<Question> {
    let mut press = begun("Vik kommune", ENDING);
    plain(&mut press, "Hva gjør dere? (4 Svar)", COURSES);
    press.page();
    // What stood in one place on most pages would be no part of the report.
    press.y += 11.0;
    plain(&mut press, "Hva gjorde dere? (4 Svar)", MEETINGS);
    press.page();
    press.y += 22.0;
    let title = "Hvem har vært med på kursene i år? (4 Svar)";
    if parted {
        plain(
            &mut press,
            "Hva vil dere gjøre? (4 Svar)",
            ["Kurs", "Vet ikke", "Reiser", last],
        );
        press.page();
        press.y += 33.0;
        plain(&mut press, title, PEOPLE);
    } else {
        let close = format!("{last}|{title}|Kommune (Offentlig)");
        plain(
            &mut press,
            "Hva vil dere gjøre? (4 Svar)",
            ["Kurs", "Vet ikke", "Reiser", &close],
        );
        for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
            press.set(Set::Text, &[&format!("{name}|Alle")]);
        }
        press.set(Set::Text, &["Skole (Privat)", "Elvebakk friskole|Alle"]);
    }
    press.read().questions
}

fn titles(questions: &[Question]) -> Vec<&str> {
    questions
        .iter()
        .map(|question| question.title.value.as_str())
        .collect()
}

const TITLES: [&str; 4] = [
    "Hva gjør dere?",
    "Hva gjorde dere?",
    "Hva vil dere gjøre?",
    "Hvem har vært med på kursene i år?",
];

#[test]
fn short_lines_above_a_title_are_the_answers() {
    let questions = two("Kurs|Reiser og møter", false);
    assert_eq!(titles(&questions), TITLES);
    let last = questions[2].answers.last().expect("an answer");
    assert!(!last.blank);
    assert_eq!(
        last.text.as_ref().map(|text| text.value.as_str()),
        Some("Kurs Reiser og møter")
    );
}

#[test]
fn who_did_not_answer_stands_in_no_title() {
    let mut press = begun("Vik kommune", ENDING);
    plain(&mut press, "Hva gjør dere? (4 Svar)", COURSES);
    press.page();
    press.set(
        Set::Text,
        &["Hva vil dere gjøre? (3 Svar)", "Kommune (Offentlig)"],
    );
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        press.set(Set::Text, &[&format!("{name}|Kurs")]);
    }
    // Nobody knows the name: the overview lacks it.
    let list =
        "Ikke angitt (2 Svar)|Elvebakk friskole - Privat/Skole|Den nye skolen - Privat/Skole";
    press.set(
        Set::Text,
        &[&format!(
            "{list}|Hva gjorde dere i fjor sommer, og hvem var med? (4 Svar)"
        )],
    );
    plain(&mut press, "Hva? (4 Svar)", COURSES);
    let questions = press.read().questions;
    let list = questions[1].not_stated.as_ref().expect("a list");
    assert_eq!(list.respondents.len(), 2);
    assert_eq!(
        titles(&questions)[2],
        "Hva gjorde dere i fjor sommer, og hvem var med?"
    );
}

#[test]
fn a_whole_line_at_the_end_of_a_page_may_be_an_answers_or_a_titles() {
    let questions = two(LONG, true);
    assert_eq!(titles(&questions), TITLES);
    let last = questions[2].answers.last().expect("an answer");
    let text = last.text.as_ref().expect("a text");
    assert_eq!((text.value.as_str(), text.certain), (LONG, false));
    // Where there was room for the title's first word, it did not begin there.
    let questions = two("Kurs", true);
    assert_eq!(titles(&questions), TITLES);
    let last = questions[2].answers.last().expect("an answer");
    assert!(last.text.as_ref().is_some_and(|text| text.certain));
}

#[test]
fn lines_of_a_title_may_stand_far_apart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let pitch = std::mem::replace(&mut press.pitch, 29.0);
    press.set(
        Set::Title,
        &["Hvor mange av dere er|med på det som skjer|(4 Svar)"],
    );
    press.pitch = pitch;
    chosen(&mut press, [&["Ja"], &["Ja"], &["Nei"], &["Ja"]]);
    press.pitch = 29.0;
    press.set(
        Set::Title,
        &["Hvem av dem som er på skolen,|PP-tjenesten|her er med?|(4 Svar)"],
    );
    press.pitch = pitch;
    chosen(&mut press, [&["Ja"], &["Ja"], &["Nei"], &["Ja"]]);
    press.pitch = 29.0;
    press.set(Set::Title, &["Hvor mange var med per|1. oktober? (4 Svar)"]);
    press.pitch = pitch;
    chosen(&mut press, [&["Ja"], &["Ja"], &["Nei"], &["Ja"]]);
    let report = press.read();
    assert_eq!(
        titles(&report.questions),
        [
            "Hva heter dere?",
            "Hvor mange av dere er med på det som skjer",
            "Hvem av dem som er på skolen, PP-tjenesten her er med?",
            "Hvor mange var med per 1. oktober?"
        ]
    );
    assert!(report.questions[1].complete);
}

#[test]
fn a_title_goes_on_where_its_next_word_had_no_room() {
    let first = "Hva har kommunen gjort i år for at alle barn skal bli med i opplæringen til nå";
    let mut press = begun("Vik kommune", ENDING);
    plain(&mut press, "Hva gjør dere? (4 Svar)", COURSES);
    press.page();
    press.y += 11.0;
    let title = format!("{first}|Lærerne som er her? (4 Svar)");
    plain(&mut press, &title, MEETINGS);
    press.page();
    press.y += 22.0;
    plain(&mut press, "Hvem er med? (4 Svar)", PEOPLE);
    let report = press.read();
    let whole = format!("{first} Lærerne som er her?");
    assert_eq!(
        titles(&report.questions),
        ["Hva gjør dere?", &whole, "Hvem er med?"]
    );
}

#[test]
fn lines_of_titles_in_capitals_may_stand_far_apart() {
    let asks = [
        "HVA GJØR KOMMUNEN I|SKOLENE I NORD?",
        "HVOR MANGE VAR MED PER|1. OKTOBER?",
        "HVEM VAR MED|I BARNEHAGEN?",
        "HVA ER NESTE MÅL?",
    ];
    let ask = |asks: &[&str]| {
        let mut press = begun("Vik kommune", ENDING);
        press.pitch = 29.0;
        for title in asks {
            asked(&mut press, title, "Vik kommune");
        }
        press.read()
    };
    let wanted: Vec<String> = asks.iter().map(|title| title.replace('|', " ")).collect();
    assert_eq!(titles(&ask(&asks).questions), wanted);
    // Too few of them tell how far apart their lines stand, but a date of a month goes on by its words.
    let report = ask(&asks[1..]);
    assert_eq!(report.questions[0].title.value, wanted[1]);
    let half = &report.questions[1].title;
    assert_eq!(
        (half.value.as_str(), half.certain),
        ("I BARNEHAGEN?", false)
    );
}
