//! The list of those who did not answer, however its entries stand.

use crate::builtin::RULES;
use crate::press::{ENDING, LEFT, PITCH, Press, Set, asked, begun};
use crate::text_input::{SMALL, lint, rules_of};
use dekom_lint::diagnostics::FileStatus;
use dekom_lint::report::Report;
use dekom_lint::rules::{self, Options};
use std::collections::BTreeSet;

fn silent(list: impl Fn(&mut Press)) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (1 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    press.set(Set::Name, &["Lia kommune"]);
    press.set(Set::Text, &["Tekst: her"]);
    press.set(Set::Heading, &["Ikke angitt (3 Svar)"]);
    list(&mut press);
    asked(&mut press, "Hvem er dere?", "Vik kommune");
    press.read()
}

const FIRST: &str = "Nes kommune - Offentlig/Kommune";
const SECOND: &str = "Vik kommune - Offentlig/Kommune";
const THIRD: &str = "Elvebakk friskole - Privat/Skole";

fn listed(report: &Report) -> Vec<&str> {
    let question = report.questions.get(1).expect("a question");
    let list = question.not_stated.as_ref().expect("a list");
    let names = list.respondents.iter();
    names.map(|line| line.name.value.as_str()).collect()
}

#[test]
fn entries_may_stand_beside_each_other() {
    let report = silent(|press| {
        press.set(Set::Text, &[FIRST]);
        press.put(LEFT + 220.0, press.y, Set::Text, SECOND);
        press.set(Set::Text, &[THIRD]);
    });
    let names = ["Nes kommune", "Vik kommune", "Elvebakk friskole"];
    assert_eq!(listed(&report), names);
    assert_eq!(report.respondents.len(), 4);
    assert!(report.unread.is_empty());
}

#[test]
fn entries_that_nothing_parts_name_nobody() {
    let both = format!("{FIRST} {SECOND}");
    let report = silent(|press| {
        press.set(Set::Text, &[THIRD, &both]);
    });
    assert_eq!(listed(&report), ["Elvebakk friskole"]);
    assert_eq!(report.respondents.len(), 4);
    assert_eq!(report.unread.len(), 1);
    // Those whom it names are not known: nobody is counted under the question.
    let whole = report.questions.iter().map(|question| question.complete);
    assert_eq!(whole.collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn an_entry_may_be_broken_beside_one_that_is_not() {
    for (first, second) in [
        (&["Nes kommune -", "Offentlig/Kommune"][..], &[SECOND][..]),
        (&["Nes kommune -", "Offentlig/Kommune"], &["", SECOND]),
        (&[FIRST], &["Vik kommune -", "Offentlig/Kommune"]),
        (
            &["Nes", "kommune - Offentlig/Kommune"],
            &["Vik kommune", "- Offentlig/Kommune"],
        ),
    ] {
        let report = silent(|press| {
            press.set(Set::Text, &[&first.join("|")]);
            let mut y = press.y - PITCH * if first.len() > 1 { 1.0 } else { 0.0 };
            for line in second {
                press.put(LEFT + 220.0, y, Set::Text, line);
                y += PITCH;
            }
            press.y = press.y.max(y - PITCH);
            press.set(Set::Text, &[THIRD]);
        });
        let mut names = listed(&report);
        names.sort_unstable();
        assert_eq!(names, ["Elvebakk friskole", "Nes kommune", "Vik kommune"]);
        assert!(report.unread.is_empty(), "{first:?} {second:?}");
        assert_eq!(report.respondents.len(), 4);
    }
}

/// A text in whose last question two did not answer.
fn text(list: &str) -> String {
    let answer = "\n\nBergvik kommune\n\nHeltall: 3\n\nIkke angitt (1 Svar)\n\nAsktun skole - Privat/Skole\n";
    assert!(SMALL.contains(answer));
    SMALL
        .replace(answer, &format!("\n\nIkke angitt (2 Svar)\n\n{list}\n"))
        .replace("deltatt? (2 Svar)", "deltatt? (1 Svar)")
        .replace(
            "Svar: 2\n\nSum: 8\n\nSnitt: 4\n\nMedian: 4",
            "Svar: 1\n\nSum: 5\n\nSnitt: 5\n\nMedian: 5",
        )
        .replace("Standardavvik: 1", "Standardavvik: 0")
}

#[test]
fn text_has_columns_as_well() {
    let list = "Bergvik kommune -             Asktun skole - Privat/Skole\nOffentlig/Kommune";
    let file = lint(text(list).as_bytes());
    assert_eq!(rules_of(&file), BTreeSet::new());
    assert_eq!(file.status, FileStatus::Checked);
}

#[test]
fn a_list_that_was_not_read_accuses_nobody_and_is_told() {
    let list = "Bergvik kommune - Offentlig/Kommune Asktun skole - Privat/Skole";
    let file = lint(text(list).as_bytes());
    assert_eq!(
        rules_of(&file),
        BTreeSet::from(["unchecked-figures".to_owned()])
    );
    assert_eq!(file.status, FileStatus::Incomplete);
}

/// The rules that a report breaks.
fn hits(report: &Report) -> BTreeSet<String> {
    let outcome = rules::run(&RULES, report, &Options::default());
    let hits = outcome.hits.iter();
    hits.map(|hit| hit.rule.clone()).collect()
}

#[test]
fn an_entry_that_was_not_read_may_be_the_one_that_is_missing() {
    let both = format!("{FIRST} {SECOND}");
    // Whether the question is whole, and whether the rules say that somebody is missing.
    let read = |entries: &[&str]| {
        let report = silent(|press| {
            press.set(Set::Text, entries);
        });
        let hits = hits(&report);
        let missing = ["not-stated-count-mismatch", "total-mismatch"];
        let told = missing.map(|rule| hits.contains(rule));
        assert_eq!(told[0], told[1], "{hits:?}");
        let question = report.questions.get(1).unwrap();
        (question.complete, told[0])
    };
    assert_eq!(read(&[FIRST, SECOND, THIRD]), (true, false));
    // Nothing that was not read stands there: who is missing is missing.
    assert_eq!(read(&[FIRST, THIRD]), (true, true));
    assert_eq!(read(&[THIRD, &both]), (false, false));
}

#[test]
fn a_group_may_be_broken_behind_its_stroke() {
    let report = silent(|press| {
        let broken = "Nes|kommune|-|Offentlig/-|Kommun-|e";
        press.set(Set::Text, &[broken, SECOND, THIRD]);
    });
    assert_eq!(listed(&report).len(), 3);
    assert!(report.unread.is_empty());
}
