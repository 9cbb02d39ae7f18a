//! What is proposed, and what is not.

mod copies;

use super::*;
use crate::report::{self, Answer, Choice};
use crate::rules::authoring::starting_pack;
use crate::rules::bases::base;
use crate::rules::{RuleSource, load};
use crate::text;

fn is_entry(line: &str) -> bool {
    let key = line.split(" = ").next().unwrap_or_default();
    key.len() < line.len()
        && key
            .chars()
            .all(|c| c.is_ascii_lowercase() || c == '.' || c == '_')
}

fn count(text: String) -> usize {
    let source = RuleSource {
        name: "new.toml".to_owned(),
        text,
    };
    match load(&[source]) {
        Ok(rules) => rules.rules().count(),
        Err(errors) => panic!("{errors:#?}"),
    }
}

/// A report that is written question by question, with ten that answer, A to J.
struct Survey(Report);

impl Survey {
    fn new() -> Self {
        let mut report = report::parse(text::from_text(base("survey").unwrap()));
        let blank = report.questions[1].answers[0].clone();
        report.questions.clear();
        let known = report.respondents.remove(0);
        let people = ('A'..='J').map(|name| {
            let mut person = known.clone();
            person.name = name.to_string();
            person.group.clone_from(&blank.group);
            person.submissions = 1;
            person
        });
        report.respondents = people.collect();
        Self(report)
    }

    fn ask(&mut self, kind: Kind, title: &str, answer: impl Fn(usize, &mut Answer)) -> &mut Self {
        let whole = report::parse(text::from_text(base("survey").unwrap()));
        let mut question = whole.questions[1].clone();
        let blank = question.answers[0].clone();
        question.number = u32::try_from(self.0.questions.len()).unwrap() + 1;
        question.title.value = title.to_owned();
        question.kind = kind;
        question.answers = ('A'..='J')
            .enumerate()
            .map(|(index, name)| {
                let mut one = blank.clone();
                one.respondent.value = name.to_string();
                (one.value, one.blank) = (None, true);
                answer(index, &mut one);
                one
            })
            .collect();
        self.0.questions.push(question);
        self
    }

    fn numbers(&mut self, title: &str, values: [i64; 10]) -> &mut Self {
        self.ask(Kind::Integer, title, |index, answer| {
            let printed = answer.respondent.clone().map(|_| values[index]);
            answer.value = Some(printed).filter(|_| values[index] != 0);
            answer.blank = values[index] == 0;
        })
    }

    /// Texts; an empty one is no answer.
    fn texts(&mut self, title: &str, texts: [&str; 10]) -> &mut Self {
        self.ask(Kind::Text, title, |index, answer| {
            let printed = answer.respondent.clone().map(|_| texts[index].to_owned());
            answer.blank = texts[index].is_empty();
            answer.text = (!texts[index].is_empty()).then(|| Box::new(printed));
        })
    }

    /// Choices; each answer as the digits of its options.
    fn choices(&mut self, title: &str, options: &[&str], chosen: [&str; 10]) -> &mut Self {
        self.ask(Kind::MultipleChoice, title, |index, answer| {
            let name = answer.respondent.clone();
            let chosen = chosen[index].bytes().map(|digit| usize::from(digit - b'0'));
            let chosen = chosen.map(|option| Choice {
                option: name.clone().map(|_| options[option].to_owned()),
            });
            answer.choices = chosen.collect();
            answer.blank = answer.choices.is_empty();
        });
        let options = options.iter().map(|option| (*option).to_owned());
        self.0.questions.last_mut().unwrap().options = options.collect();
        self
    }

    /// The ids of what is proposed, and what is said of how well it is supported. The proposals are a pack
    /// without mistakes.
    fn proposed(&self) -> Vec<(String, String)> {
        let text = suggestions(&self.0, Lang::Nb);
        let mut holds = "";
        let mut found = Vec::new();
        for line in text.lines() {
            if line.starts_with("# Stemmer") {
                holds = line
                    .trim_start_matches("# Stemmer for ")
                    .trim_end_matches('.');
            } else if let Some(id) = line.strip_prefix("id = ") {
                found.push((id.trim_matches('"').to_owned(), holds.to_owned()));
            }
        }
        assert_eq!(count(text), found.len());
        found
    }

    fn proposes(&self, wanted: &[(&str, &str)]) {
        let found = self.proposed();
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(found, wanted);
    }
}

#[test]
fn numbers_that_add_up_by_design_and_others_by_chance() {
    let (a, b) = (
        [1, 2, 3, 5, 8, 4, 1, 6, 2, 7],
        [9, 8, 6, 7, 5, 3, 2, 4, 6, 1],
    );
    let sum = std::array::from_fn(|i| a[i] + b[i]);
    let teachers = |last| {
        let mut survey = Survey::new();
        survey
            .numbers("Antall lærere", a)
            .numbers("Antall ledere", b)
            .numbers("Antall i alt", last);
        survey
    };
    teachers(sum).proposes(&[("total-q1-q2-q3", "10 av 10, og vises av 10")]);
    let mut once = sum;
    once[4] += 1;
    teachers(once).proposes(&[]);
    // Of another unit.
    let mut survey = Survey::new();
    survey
        .numbers("Antall lærere", a)
        .numbers("Antall ledere", b)
        .numbers("Tilskudd i kroner", sum);
    survey.proposes(&[]);
}

#[test]
fn several_numbers_one_after_the_other_make_the_one_beside_them() {
    let (a, b) = (
        [1, 2, 3, 5, 8, 4, 1, 6, 2, 7],
        [9, 8, 6, 7, 5, 3, 2, 4, 6, 1],
    );
    let c = [2, 0, 4, 0, 1, 0, 5, 0, 3, 9];
    let sum = std::array::from_fn(|i| a[i] + b[i] + c[i]);
    let all = |sum| {
        let mut survey = Survey::new();
        survey
            .numbers("Antall barnehager", a)
            .numbers("Antall grunnskoler", b)
            .numbers("Antall videregående", c)
            .numbers("Antall i alt", sum);
        survey
    };
    all(sum).proposes(&[("total-q4", "10 av 10, og vises av 10")]);
    let mut once = sum;
    once[0] += 1;
    all(once).proposes(&[]);
}

#[test]
fn shares_make_a_hundred_and_a_per_cent_has_its_limits() {
    let course = [20, 30, 40, 50, 60, 70, 10, 80, 90, 25];
    let rest = course.map(|share| 100 - share);
    let mut survey = Survey::new();
    survey
        .numbers("Andel brukt til kurs (prosent)", course)
        .numbers("Andel brukt til vikarer (prosent)", rest);
    survey.proposes(&[("shares-q1", "10 av 10, og vises av 10")]);
    let mut other = rest;
    other[3] += 1;
    let mut survey = Survey::new();
    survey
        .numbers("Andel brukt til kurs (prosent)", course)
        .numbers("Antall brukt til vikarer", other);
    survey.proposes(&[("q1-percent", "10 av 10, og vises av 10")]);
    let mut survey = Survey::new();
    survey.numbers(
        "Andel brukt til kurs (prosent)",
        course.map(|share| 2 * share),
    );
    survey.proposes(&[]);
}

#[test]
fn a_part_is_never_above_its_whole_and_siblings_are_by_chance() {
    let (whole, part) = (
        [9, 8, 6, 7, 5, 8, 9, 6, 4, 7],
        [2, 3, 3, 2, 1, 3, 2, 3, 2, 1],
    );
    let asked = |first: &str, second: &str| {
        let mut survey = Survey::new();
        survey.numbers(first, whole).numbers(second, part);
        survey
    };
    asked(
        "Hvor mange skoler deltok?",
        "Hvor mange skoler deltok hele året?",
    )
    .proposes(&[("q2-above-q1", "10 av 10, og vises av 10")]);
    asked(
        "Hvor mange offentlige skoler deltok?",
        "Hvor mange private skoler deltok?",
    )
    .proposes(&[]);
}

#[test]
fn a_limit_of_a_share_has_several_on_it_and_nobody_beyond() {
    let grant = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map(|n| n * 1000);
    let own = [30, 60, 90, 130, 190, 260, 210, 300, 280, 500].map(|n| n * 1000);
    let asked = |own| {
        let mut survey = Survey::new();
        survey
            .numbers("Tilskudd til tiltaket (kroner)", grant)
            .numbers("Egne midler til tiltaket (kroner)", own);
        survey
    };
    asked(own).proposes(&[("q2-share-of-q1", "10 av 10, og vises av 4")]);
    // One that is below is a find; several are no limit.
    let mut below = own;
    below[9] = 200_000;
    asked(below).proposes(&[("q2-share-of-q1", "9 av 10, og vises av 4")]);
    below[8] = 200_000;
    asked(below).proposes(&[]);
    // The lowest of shares that lie anywhere is no limit either.
    asked([31, 62, 95, 130, 190, 260, 240, 300, 280, 500].map(|n| n * 1000)).proposes(&[]);
}

const NAMES: [&str; 10] = [
    "Lia",
    "Nes, Vik",
    "",
    "Øy",
    "Li, Bø og Ås",
    "",
    "",
    "Bergvik",
    "",
    "Fjell, Dal",
];

#[test]
fn a_number_goes_with_the_question_about_the_same() {
    let schools = [1, 1, 0, 2, 3, 0, 0, 4, 0, 5];
    let asked = |number: &str, names: &str, texts| {
        let mut survey = Survey::new();
        survey.numbers(number, schools).texts(names, texts);
        survey
    };
    let (number, names) = (
        "Hvor mange private skoler deltok?",
        "Navn på private eiere:",
    );
    asked(number, names, NAMES).proposes(&[("q1-without-q2", "6 av 6, og vises av 6")]);
    // About another thing, asked of everyone, and left out as often as not.
    asked(number, "Beskriv kort et annet tiltak:", NAMES).proposes(&[]);
    asked(number, names, ["Tekst"; 10]).proposes(&[]);
    let mut gone = NAMES;
    (gone[0], gone[1]) = ("", "");
    asked(number, names, gone).proposes(&[]);
}

#[test]
fn names_are_as_many_as_the_number_says() {
    let asked = |schools| {
        let mut survey = Survey::new();
        survey
            .numbers("Hvor mange private skoler deltok?", schools)
            .texts("Navn på private skoler:", NAMES);
        survey.proposed()
    };
    let counted = |schools| asked(schools).iter().any(|(id, _)| id == "q2-count-q1");
    assert!(counted([1, 2, 0, 1, 3, 0, 0, 1, 0, 2]));
    assert!(!counted([1, 1, 0, 2, 3, 0, 0, 4, 0, 5]));
}

#[test]
fn an_option_that_denies_stands_alone() {
    let options = ["Har ikke koordinator", "Kurs", "Nettverk"];
    let asked = |options: &[&str], chosen| {
        let mut survey = Survey::new();
        survey.choices("Hva er gjort?", options, chosen);
        survey
    };
    let chosen = ["0", "0", "0", "0", "0", "12", "12", "12", "1", "2"];
    asked(&options, chosen).proposes(&[("q1-option-1-alone", "10 av 10, og vises av 5")]);
    // One of six is a find, several are not, and an option that denies nothing may stand alone by chance.
    let once = ["0", "0", "0", "0", "0", "12", "12", "12", "1", "02"];
    asked(&options, once).proposes(&[("q1-option-1-alone", "9 av 10, og vises av 5")]);
    let twice = ["0", "0", "0", "0", "0", "12", "12", "12", "01", "02"];
    asked(&options, twice).proposes(&[]);
    asked(&["Har koordinator", "Kurs", "Nettverk"], chosen).proposes(&[]);
}

#[test]
fn of_the_steps_of_a_scale_one_applies() {
    let years = [
        "Første år i perioden",
        "Andre år i perioden",
        "Mer enn tre år",
    ];
    let asked = |options: &[&str], chosen| {
        let mut survey = Survey::new();
        survey.choices("Hvilket år er det?", options, chosen);
        survey
    };
    let mostly = ["0", "0", "0", "1", "1", "1", "2", "2", "01", "12"];
    asked(&years, mostly).proposes(&[("q1-one-step", "8 av 10, og vises av 8")]);
    asked(
        &years,
        ["0", "0", "0", "1", "1", "1", "02", "12", "01", "12"],
    )
    .proposes(&[]);
    // No numbers, and one number everywhere, are no scale.
    asked(&["Kurs i år", "Møter i år", "Besøk i år"], mostly).proposes(&[]);
    asked(
        &["Kurs over ett år", "Møter over ett år", "Besøk over ett år"],
        mostly,
    )
    .proposes(&[]);
}

#[test]
fn an_option_goes_with_a_number_and_with_a_question() {
    let chosen = ["0", "01", "0", "1", "1", "1", "1", "01", "1", "1"];
    let cost = [5, 9, 7, 0, 0, 0, 0, 8, 0, 0];
    let texts = cost.map(|n| if n > 0 { "Skrevet" } else { "" });
    let asked = |title: &str, cost| {
        let mut survey = Survey::new();
        survey
            .choices("Hva er gjort?", &["Leid lokaler", "Kurs"], chosen)
            .numbers(title, cost);
        survey
    };
    let goes = [("q1-option-1-without-q2", "10 av 10, og vises av 4")];
    asked("Hva kostet lokaler?", cost).proposes(&goes);
    asked("Hva kostet reiser?", cost).proposes(&[]);
    let mut other = cost;
    other[3] = 1;
    asked("Hva kostet lokaler?", other).proposes(&[]);
    let follows = |title: &str, between: bool, texts| {
        let mut survey = Survey::new();
        survey.choices("Hva er gjort?", &["Leid lokaler", "Kurs"], chosen);
        if between {
            survey.texts("Annet:", ["Tekst"; 10]);
        }
        survey.texts(title, texts);
        survey.proposed().len()
    };
    assert_eq!(follows("Hvis ja, beskriv:", false, texts), 1);
    assert_eq!(follows("Beskriv lokaler:", true, texts), 1);
    assert_eq!(follows("Beskriv reiser:", true, texts), 0);
    let mut other = texts;
    other[3] = "Skrevet";
    assert_eq!(follows("Hvis ja, beskriv:", false, other), 0);
}

#[test]
fn texts_of_one_form() {
    let asked = |texts| {
        let mut survey = Survey::new();
        survey.texts("Hvordan nås dere?", texts);
        survey
    };
    let phones = [
        "40 00 01 56",
        "40000157",
        "40 00 01 58",
        "+47 40 00 01 59",
        "40000160",
        "40 00 01 61",
        "40000162",
        "40000163",
        "40000164",
        "40000165",
    ];
    asked(phones).proposes(&[("q1-phone", "10 av 10, og vises av 10")]);
    let mut short = phones;
    short[0] = "40 00 01 5";
    asked(short).proposes(&[("q1-phone", "9 av 10, og vises av 9")]);
    (short[1], short[2]) = ("Ring sentralbordet", "Skriv heller");
    asked(short).proposes(&[]);
    // The same everywhere shows no form.
    asked(["40000157"; 10]).proposes(&[]);
    let post = phones.map(|_| "");
    asked(post).proposes(&[]);
    asked([
        "a@a.no", "b@b.no", "c@c.no", "d@d.no", "e@e.no", "f@f.no", "g@g.no", "h@h.no", "i@i.no",
        "j@j.no",
    ])
    .proposes(&[("q1-email", "10 av 10, og vises av 10")]);
}

#[test]
fn each_proposal_is_said_in_each_language() {
    let mut survey = Survey::new();
    survey.numbers(
        "Andel brukt til kurs (prosent)",
        [20, 30, 40, 50, 60, 70, 10, 80, 90, 25],
    );
    for (lang, said) in [(Lang::Nn, "ein prosent"), (Lang::En, "a per cent")] {
        assert!(suggestions(&survey.0, lang).contains(said));
    }
}

#[test]
fn a_pack_to_begin_with_has_no_mistakes_nor_have_its_comments() {
    for name in ["survey", "dekom"] {
        let report = report::parse(text::from_text(base(name).unwrap()));
        let text = starting_pack(&report, Lang::Nb);
        assert_eq!(count(text.clone()), 0);
        let lines = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.starts_with("[[") || is_entry(rest) => rest,
            _ => line,
        });
        let opened: Vec<&str> = lines.collect();
        assert!(count(opened.join("\n")) >= 2, "{name}");
    }
}
