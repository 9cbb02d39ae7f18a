//! Copies: what is asked twice is proposed, and what agrees by chance is not.

use super::Survey;

const SCHOOLS: [i64; 10] = [12, 4, 0, 7, 31, 9, 0, 15, 2, 6];
const ONE: &str = "Hvor mange skoler deltok?";
const AGAIN: &str = "Antall skoler som deltok:";

fn twice(titles: [&str; 2], numbers: [[i64; 10]; 2]) -> Survey {
    let mut survey = Survey::new();
    survey
        .numbers(titles[0], numbers[0])
        .numbers(titles[1], numbers[1]);
    survey
}

#[test]
fn a_number_that_is_asked_twice() {
    twice([ONE, AGAIN], [SCHOOLS; 2]).proposes(&[("q2-as-q1", "10 av 10, og vises av 8")]);
    // One deviation is what the check will find, two of ten are none that are copies.
    let mut other = SCHOOLS;
    other[4] = 13;
    twice([ONE, AGAIN], [SCHOOLS, other]).proposes(&[("q2-as-q1", "9 av 10, og vises av 7")]);
    other[0] = 0;
    twice([ONE, AGAIN], [SCHOOLS, other]).proposes(&[]);
}

#[test]
fn numbers_that_are_the_same_by_chance_are_no_copies() {
    // Nothing, one number everywhere, and few who state any.
    for same in [
        [0; 10],
        [12; 10],
        [12, 0, 12, 0, 0, 31, 0, 0, 0, 31],
        [12, 4, 0, 0, 0, 0, 0, 0, 0, 0],
    ] {
        twice([ONE, AGAIN], [same; 2]).proposes(&[]);
    }
    // Of another unit.
    twice([ONE, "Tilskudd til skolene i kroner"], [SCHOOLS; 2]).proposes(&[]);
    // A figure that agrees now and then says little where titles speak of different things; more do.
    let few = [3, 0, 0, 5, 0, 0, 2, 0, 0, 0];
    let other = "Antall ledere på samlingene";
    twice([ONE, AGAIN], [few; 2]).proposes(&[("q2-as-q1", "10 av 10, og vises av 3")]);
    twice([ONE, other], [few; 2]).proposes(&[]);
    twice([ONE, other], [SCHOOLS; 2]).proposes(&[("q2-as-q1", "10 av 10, og vises av 8")]);
}

#[test]
fn round_amounts_agree_sooner_than_others() {
    let titles = ["Tilskudd fra staten", "Mottatt beløp"];
    let round = [300, 200, 0, 100, 0, 0, 400, 0, 500, 0].map(|n| n * 1000);
    twice(titles, [round; 2]).proposes(&[]);
    let exact = round.map(|n| if n > 0 { n + 1234 } else { 0 });
    twice(titles, [exact; 2]).proposes(&[("q2-as-q1", "10 av 10, og vises av 5")]);
}

#[test]
fn what_a_copy_says_is_not_said_again() {
    let (a, b) = (SCHOOLS, [1, 2, 3, 5, 8, 4, 1, 6, 2, 7]);
    let sum = std::array::from_fn(|i| a[i] + b[i]);
    let mut survey = Survey::new();
    survey
        .numbers(ONE, a)
        .numbers("Antall barnehager", b)
        .numbers("Antall i alt", sum)
        .numbers(AGAIN, a)
        .numbers("Samlet antall", sum);
    survey.proposes(&[
        ("q4-as-q1", "10 av 10, og vises av 8"),
        ("q5-as-q3", "10 av 10, og vises av 10"),
        ("total-q1-q2-q3", "10 av 10, og vises av 8"),
    ]);
    // Of the copy of a copy, the first one is enough.
    let mut survey = Survey::new();
    survey
        .numbers(ONE, a)
        .numbers(AGAIN, a)
        .numbers("Skoler i alt:", a);
    survey.proposes(&[
        ("q2-as-q1", "10 av 10, og vises av 8"),
        ("q3-as-q1", "10 av 10, og vises av 8"),
    ]);
}

#[test]
fn a_sum_whose_total_stands_before_and_after_is_one() {
    let (a, b, c) = (
        SCHOOLS,
        [1, 2, 3, 5, 8, 4, 1, 6, 2, 7],
        [2, 0, 4, 0, 1, 0, 5, 0, 3, 9],
    );
    let sum = std::array::from_fn(|i| a[i] + b[i] + c[i]);
    let mut survey = Survey::new();
    survey
        .numbers("Antall i alt", sum)
        .numbers("Grunnskoler", a)
        .numbers("Barnehager", b)
        .numbers("Andre", c)
        .numbers("Sum", sum);
    survey.proposes(&[
        ("q5-as-q1", "10 av 10, og vises av 10"),
        ("total-q1", "10 av 10, og vises av 10"),
    ]);
}

#[test]
fn a_text_that_is_written_twice() {
    let names = [
        "Kari Vik", "Ola Nes", "", "Liv Dal", "Per Os", "", "Eli Li", "Jo Bø", "Ane Ås", "Odd By",
    ];
    let asked = |again| {
        let mut survey = Survey::new();
        survey
            .texts("Hvem er kontaktperson?", names)
            .texts("Navn på den som har svart:", again);
        survey
    };
    // Blanks, case and signs are no difference, and what was left out tells nothing.
    let mut again = names.map(str::to_lowercase);
    again[0] = "Kari  Vik.".to_owned();
    again[2] = "Siv Mo".to_owned();
    asked(again.each_ref().map(String::as_str)).proposes(&[("q2-as-q1", "8 av 8, og vises av 8")]);
    let mut once = names;
    once[1] = "Ola Næs";
    asked(once).proposes(&[("q2-as-q1", "7 av 8, og vises av 7")]);
    once[0] = "Kåre Vik";
    asked(once).proposes(&[]);
    // The same word everywhere is none that was copied.
    let mut survey = Survey::new();
    survey
        .texts("Noe annet?", ["Ingenting"; 10])
        .texts("Andre kommentarer?", ["Ingenting"; 10]);
    survey.proposes(&[]);
}

#[test]
fn options_that_are_chosen_twice() {
    let options = ["Kurs", "Nettverk", "Besøk"];
    let chosen = ["0", "1", "2", "01", "12", "0", "", "02", "1", "012"];
    let asked = |other: &[&str], again| {
        let mut survey = Survey::new();
        survey
            .choices("Hva planla dere?", &options, chosen)
            .choices("Hva er gjort?", other, again);
        survey
    };
    asked(&options, chosen).proposes(&[("q2-as-q1", "9 av 9, og vises av 9")]);
    // Of other options, and chosen otherwise by one.
    asked(&["Kurs", "Nettverk", "Reiser"], chosen).proposes(&[]);
    let mut other = chosen;
    other[0] = "1";
    asked(&options, other).proposes(&[]);
    // Few who choose may choose the same.
    let few = ["0", "", "", "1", "", "", "", "2", "", ""];
    let mut survey = Survey::new();
    survey
        .choices("Hva planla dere?", &options, few)
        .choices("Hva er gjort?", &options, few);
    survey.proposes(&[]);
}
