//! What stands among the answers of a text and was typed by nobody: what is drawn over a page, or beside
//! it, and what a program tore out of its order.

use crate::text_furniture::of_phones;
use crate::text_input::{SMALL, lint, rules_of};
use crate::text_pages::{is_sound, numbers, texts};
use dekom_lint::report::{self, ReadOptions};

fn finds(text: &str, rule: &str) -> bool {
    rules_of(&lint(text.as_bytes())).contains(rule)
}

#[test]
fn a_figure_of_a_chart_inside_an_answer_accuses_nobody() {
    let report = of_phones(&texts(8, "Øyvær kommune"), "hus");
    let with = |line: &str| report.replacen("90 12 34 57\n", &format!("90 12 34 57\n{line}\n"), 1);
    for line in ["Koordinator i skolen: 1 (20%)", "Sum: 10", "6 (55%) 1 (9%)"] {
        assert!(!finds(&with(line), "invalid-phone"), "{line}");
    }
    assert!(finds(&with("og 90 12 34"), "invalid-phone"));
}

#[test]
fn a_figure_of_a_chart_inside_the_overview_is_no_name() {
    let report = texts(8, "Øyvær kommune");
    for line in ["Koordinator i skolen: 1 (20%)", "Sum: 10"] {
        let with = report.replacen(
            "Bergvik kommune\n",
            &format!("Bergvik kommune\n{line}\n"),
            1,
        );
        assert_ne!(with, report);
        let found = rules_of(&lint(with.as_bytes()));
        for rule in ["respondent-mismatch", "overview-count-mismatch"] {
            assert!(!found.contains(rule), "{line}: {rule}");
        }
    }
}

#[test]
fn words_that_a_program_took_for_columns_are_not_judged() {
    let report = texts(8, "Øyvær kommune");
    let answered = |answer: &str| report.replacen("Regning på lag\n", answer, 1);
    let whole =
        "Steinerskolen i Haugen, Øyvær friskole,\nBergvik Montessoriskole, Nesodden friskole,\n";
    assert!(finds(&answered(whole), "truncated-text"));
    let torn = "Steinerskolen i\nHaugen, Øyvær friskole,\n\nBergvik\n\nMontessoriskole, Nesodden friskole,\n";
    assert!(!finds(&answered(torn), "truncated-text"));
    let torn = "Steinerskolen i Haugen og\nØyvær friskole\n\nog Bergvik\n\nMontessoriskole, Nesodden friskole,\n";
    assert!(!finds(&answered(torn), "truncated-text"));
}

#[test]
fn a_new_paragraph_tears_no_answer() {
    let answered = |answer: &str| texts(8, "Øyvær kommune").replacen("Regning på lag\n", answer, 1);
    let apart =
        "Steinerskolen i Haugen\nmed Øyvær friskole\n\nBergvik Montessoriskole med flere,\n";
    assert!(finds(&answered(apart), "truncated-text"));
    // What begins with a small letter goes on a sentence, whatever it ends on.
    let torn = "Steinerskolen i Haugen\nmed Øyvær friskole\n\nog Bergvik Montessoriskole,\n";
    assert!(!finds(&answered(torn), "truncated-text"));
}

#[test]
fn two_questions_of_eight_that_lack_somebody_were_misread_and_two_of_nine_were_not() {
    let lacking = |questions: usize| {
        let mut report = texts(questions, "Øyvær kommune");
        for asked in ["lag", "hus"] {
            let answer =
                format!("Skole (Privat)\n\nAsktun skole\n\nTekst: Vurdering i {asked}\n\n");
            assert!(report.contains(&answer));
            report = report.replacen(&answer, "", 1);
        }
        finds(&report, "total-mismatch")
    };
    assert!(!lacking(8));
    assert!(lacking(9));
}

#[test]
fn what_stands_last_in_the_list_of_those_not_stated_and_is_no_name_is_told() {
    let last = "Tekst: Vurdering i hus\n";
    let listed = format!("{last}\nIkke angitt (1 Svar)\n\nNesodden 12 - se vedlegg\n");
    let report = texts(8, "Øyvær kommune");
    assert!(report.contains(last));
    let with = report.replacen(last, &listed, 1);
    let read = report::read(with.as_bytes(), &ReadOptions::default()).expect("a report");
    let unread = read
        .unread
        .iter()
        .map(|unread| unread.printed.text.as_str());
    assert_eq!(unread.collect::<Vec<_>>(), ["Nesodden 12 - se vedlegg"]);
}

#[test]
fn a_title_that_stands_before_its_answers_again_leaves_both_unjudged() {
    let report = numbers(8, "Asktun skole");
    let wrong = report.replacen("Hvor mange lag? (3 Svar)", "Hvor mange lag? (4 Svar)", 1);
    assert!(finds(&wrong, "answer-count-mismatch"));
    // What it is drawn beside was cut off before.
    let drawn = report.replacen(
        "Hvor mange lag? (3 Svar)\n",
        "lag på mange\n\nsteder? (3 Svar)\n\n4 (67%)\n\nHva synes dere om tiltaket? (12 Svar)\n",
        1,
    );
    assert_ne!(drawn, report);
    let found = rules_of(&lint(drawn.as_bytes()));
    assert!(found.contains("unchecked-figures") && !found.contains("answer-count-mismatch"));
}

#[test]
fn who_stands_twice_and_is_listed_once_stands_twice() {
    let mut report = texts(7, "Øyvær kommune")
        .replace("(3 Svar)", "(4 Svar)")
        .replace("Du ser 3 av totalt 3 svar", "Du ser 4 av totalt 4 svar")
        .replace("Skole - (Privat) 1 svar", "Skole - (Privat) 2 svar")
        .replace("Privat (1)", "Privat (2)")
        .replace("Skole (1)", "Skole (2)");
    for (number, asked) in ["tiltak", "skoler", "lag", "hus", "rom", "fag", "bøker"]
        .into_iter()
        .enumerate()
    {
        let last = format!("Asktun skole\n\nTekst: Vurdering i {asked}\n");
        assert!(report.contains(&last));
        report = report.replacen(&last, &format!("{last}\n{last}"), 1);
        // Four of the questions print no key: nothing but the roster tells a name there.
        if number >= 3 {
            let (before, after) = report
                .split_once(&format!("Hva heter {asked}?"))
                .expect("it");
            let (own, rest) = after.split_once('\u{c}').unwrap_or((after, ""));
            let end = if rest.is_empty() { "" } else { "\u{c}" };
            let own = own.replace("Tekst: ", "");
            report = format!("{before}Hva heter {asked}?{own}{end}{rest}");
        }
    }
    let found = rules_of(&lint(report.as_bytes()));
    for rule in [
        "total-mismatch",
        "answer-count-mismatch",
        "unchecked-figures",
    ] {
        assert!(!found.contains(rule), "{rule}");
    }
}

#[test]
fn a_blank_line_between_all_lines_tears_no_answer() {
    let answer = "Steinerskolen i Haugen, Øyvær friskole,\n\nog Montessoriskolen i Bergvik,\n";
    let report = texts(8, "Øyvær kommune").replacen("Regning på lag\n", answer, 1);
    assert!(finds(&report, "truncated-text"));
}

#[test]
fn a_name_that_somebody_typed_leaves_whoever_has_it_unjudged() {
    let between = "Nesodden kommune\n\nTekst: Skriving\n\nBergvik kommune\n\nTekst: Regning";
    let report = texts(8, "Øyvær kommune")
        .replace("Bergvik kommune\n\nTekst: Regning", between)
        .replace("(3 Svar)", "(4 Svar)")
        .replace("Du ser 3 av totalt 3 svar", "Du ser 4 av totalt 4 svar")
        .replace("(2)", "(3)")
        .replace(
            "(Offentlig) 2 svar\n\n",
            "(Offentlig) 3 svar\n\nNesodden kommune\n\n",
        );
    let blank = report.replacen("Tekst: Regning på lag\n", "", 1);
    assert!(finds(&blank, "missing-answer"));
    let typed = report.replacen(
        "Tekst: Lesing på lag i Haugen\n",
        "Tekst: Lesing på lag i Haugen\n\nBergvik kommune\n",
        1,
    );
    assert_ne!(typed, report);
    assert!(!finds(&typed, "missing-answer"));
}

#[test]
fn a_line_of_a_chart_over_a_question_of_texts_is_no_chart() {
    let title = "Hva heter lag? (3 Svar)\n";
    let drawn = format!("{title}Koordinator i skolen: 1 (20%)\n");
    let report = texts(8, "Øyvær kommune").replace("Tekst: ", "");
    let found = rules_of(&lint(report.replacen(title, &drawn, 1).as_bytes()));
    assert!(found.contains("unchecked-figures") && !found.contains("bar-count-mismatch"));
}

#[test]
fn the_overview_may_be_moved_in() {
    let report = texts(8, "Øyvær kommune");
    let mut pages: Vec<String> = report.split('\u{c}').map(str::to_owned).collect();
    let moved = |line: &str| match line.trim() {
        "" => line.to_owned(),
        said => format!("      {said}\n"),
    };
    pages[1] = pages[1].split_inclusive('\n').map(moved).collect();
    let found = rules_of(&lint(pages.join("\u{c}").as_bytes()));
    assert_eq!(found, rules_of(&lint(report.as_bytes())));
}

#[test]
fn what_stands_right_above_a_title_may_be_the_answer_of_whoever_is_named_above_it() {
    // Paragraphs that no blank line parts from what follows.
    let typed = |answer: &str| {
        let text = SMALL.replacen(
            "Tekst: Vurdering i praksis\n\nHvor",
            &format!("{answer}\nHvor"),
            1,
        );
        assert_ne!(text, SMALL);
        let read = report::read(text.as_bytes(), &ReadOptions::default());
        read.expect("a report").questions[0].answers[2].certain
    };
    let long =
        "Vi har lest mer sammen på alle trinn i hele kommunen, og vil gjerne gå videre med det.";
    assert!(!typed(long));
    assert!(typed(&format!("Tekst: {long}")));
}

#[test]
fn a_name_may_be_broken_where_the_overview_has_it_on_one_line() {
    let whole = texts(8, "Regionkontoret i Isbergan");
    let name = "Kommune (Offentlig)\n\nRegionkontoret i Isbergan\n";
    assert_eq!(whole.matches(name).count(), 8);
    for between in ["\n", "\n\n"] {
        let broken = format!("Kommune (Offentlig)\n\nRegionkontoret i{between}Isbergan\n");
        is_sound(&whole.replace(name, &broken));
    }
}
