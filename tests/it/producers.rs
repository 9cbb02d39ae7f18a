//! Reports as other producers set them: tables, wide lines, names and titles in one style, labels that
//! stick out, words drawn in parts. Each was once misread.

use crate::press::{CHART, ENDING, Press, Set, asked, begun, chosen, municipal, names, titles};
use dekom_lint::report::{Kind, Question};

/// Label, count, percent.
pub(crate) type Row<'r> = (&'r str, u32, u32);

/// A chart: its group, whether it was read to its end, and its options with their counts.
pub(crate) type Drawn<'q> = (&'q str, bool, Vec<(&'q str, i64)>);

pub(crate) fn charts(question: &Question) -> Vec<Drawn<'_>> {
    let charts = question.charts.iter();
    charts
        .map(|chart| {
            let bars = chart.bars.iter();
            let bars = bars.map(|bar| (bar.option.as_str(), bar.count.value));
            (chart.group.as_str(), chart.complete, bars.collect())
        })
        .collect()
}

/// A report of two questions: one for a text, and one whose charts `draw` draws: of all, of the three
/// of `Offentlig/Kommune` and of the one of `Privat/Skole`.
pub(crate) fn drawn(answers: [&[&str]; 4], draw: impl Fn(&mut Press)) -> Question {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    draw(&mut press);
    chosen(&mut press, answers);
    let mut report = press.read();
    assert_eq!(titles(&report), ["Hva heter dere?", "Hva gjør dere?"]);
    report.questions.remove(1)
}

const MEETINGS: &str = "Møter med alle som arbeider på skolen";

#[test]
fn the_table_of_all_may_be_wider_than_those_of_groups_or_narrower() {
    let both: &[&str] = &["Kurs", MEETINGS];
    for (of_all, of_group) in [
        ((480.0, 520.0), (400.0, 450.0)),
        ((380.0, 420.0), (470.0, 510.0)),
    ] {
        let question = drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
            press.table(of_all, &[("Kurs", 4, 100), (MEETINGS, 2, 50)]);
            press.group("Offentlig/Kommune");
            press.table(of_group, &[("Kurs", 3, 60), (MEETINGS, 2, 40)]);
            press.group("Privat/Skole");
            press.table(of_group, &[("Kurs", 1, 100), (MEETINGS, 0, 0)]);
        });
        assert_eq!(
            charts(&question),
            [
                ("", true, vec![("Kurs", 4), (MEETINGS, 2)]),
                ("Offentlig/Kommune", true, vec![("Kurs", 3), (MEETINGS, 2)]),
                ("Privat/Skole", true, vec![("Kurs", 1), (MEETINGS, 0)]),
            ]
        );
    }
}

#[test]
fn an_option_may_end_as_a_value_does_where_values_have_no_brackets() {
    let both: &[&str] = &["Kurs", "Lærling (20%)"];
    let question = drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
        press.bare = true;
        press.table((480.0, 520.0), &[("Kurs", 4, 100), (both[1], 2, 50)]);
        press.group("Offentlig/Kommune");
        press.table((480.0, 520.0), &[("Kurs", 3, 60), (both[1], 2, 40)]);
        press.group("Privat/Skole");
        press.table((480.0, 520.0), &[("Kurs", 1, 100), (both[1], 0, 0)]);
    });
    assert_eq!(
        charts(&question),
        [
            ("", true, vec![("Kurs", 4), (both[1], 2)]),
            ("Offentlig/Kommune", true, vec![("Kurs", 3), (both[1], 2)]),
            ("Privat/Skole", true, vec![("Kurs", 1), (both[1], 0)]),
        ]
    );
}

#[test]
fn the_label_of_one_table_may_reach_to_where_another_has_its_counts() {
    let both: &[&str] = &["Kurs", MEETINGS];
    let question = drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
        press.table((480.0, 520.0), &[("Kurs", 4, 100), (MEETINGS, 2, 50)]);
        press.group("Offentlig/Kommune");
        // Under the others, where the count of one row stands left of the end of the labels below.
        press.table((300.0, 330.0), &[("Kurs", 3, 100), ("Turer", 0, 0)]);
        press.group("Privat/Skole");
        press.table((480.0, 520.0), &[("Kurs", 1, 50), (MEETINGS, 1, 50)]);
    });
    let labels: Vec<Vec<(&str, i64)>> = charts(&question)
        .into_iter()
        .map(|(_, _, bars)| bars)
        .collect();
    assert_eq!(
        labels,
        [
            vec![("Kurs", 4), (MEETINGS, 2)],
            vec![("Kurs", 3), ("Turer", 0)],
            vec![("Kurs", 1), (MEETINGS, 1)],
        ]
    );
}

fn upright(press: &mut Press, apart: f32, of: [&[Row<'_>]; 3]) {
    let [all, municipalities, schools] = of;
    press.chart(apart, all);
    press.group("Offentlig/Kommune");
    press.chart(apart, municipalities);
    press.group("Privat/Skole");
    press.chart(apart, schools);
}

#[test]
fn a_centred_label_may_be_wider_than_its_column() {
    let both: &[&str] = &["Kurs", "Kartleggingsundersøkelser"];
    let wide = "Kartleggingsundersøkelser";
    let question = drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
        press.centred = true;
        upright(
            press,
            80.0,
            [
                &[("Kurs", 4, 100), (wide, 2, 50)],
                &[("Kurs", 3, 60), (wide, 2, 40)],
                &[("Kurs", 1, 100), (wide, 0, 0)],
            ],
        );
    });
    assert_eq!(charts(&question)[1].2, [("Kurs", 3), (wide, 2)]);
    assert!(question.charts.iter().all(|chart| chart.complete));
}

#[test]
fn lines_of_a_label_may_stand_as_far_apart_as_those_of_larger_type() {
    let both: &[&str] = &["Kurs", "Møter med alle"];
    let long = "Møter|med|alle";
    let question = drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
        press.label = 15.0;
        upright(
            press,
            80.0,
            [
                &[("Kurs", 4, 100), (long, 2, 50)],
                &[("Kurs", 3, 60), (long, 2, 40)],
                &[("Kurs", 1, 100), (long, 0, 0)],
            ],
        );
    });
    assert_eq!(charts(&question)[1].2, [("Kurs", 3), ("Møter med alle", 2)]);
    assert!(question.answers.iter().all(|answer| answer.certain));
}

#[test]
fn what_others_wrote_comes_last_where_bars_are_sorted() {
    let question = drawn(
        [
            &["Kurs", "Møter"],
            &["Møter", "Turer"],
            &["Møter"],
            &["Egen idé"],
        ],
        |press| {
            press.chart(
                80.0,
                &[
                    ("Møter", 3, 75),
                    ("Kurs", 1, 25),
                    ("Turer", 1, 25),
                    ("Andre svar", 1, 25),
                ],
            );
            press.own(&["Egen idé"]);
            press.group("Offentlig/Kommune");
            press.chart(80.0, &[("Møter", 3, 60), ("Kurs", 1, 20), ("Turer", 1, 20)]);
            press.group("Privat/Skole");
            press.chart(
                80.0,
                &[
                    ("Turer", 0, 0),
                    ("Kurs", 0, 0),
                    ("Møter", 0, 0),
                    ("Andre svar", 1, 100),
                ],
            );
        },
    );
    let last = &question.charts[2];
    assert_eq!(last.group.as_str(), "Privat/Skole");
    assert_eq!(last.bars.len(), 4, "{:?}", charts(&question));
    assert!(last.bars[3].other);
    let mut options = question.options.clone();
    options.sort();
    assert_eq!(options, ["Kurs", "Møter", "Turer"]);
}

#[test]
fn percents_of_a_legend_may_stand_without_brackets() {
    for percent in ["75%", "75 %"] {
        let question = drawn([&["Ja"], &["Ja"], &["Ja"], &["Nei"]], |press| {
            let legend = |press: &mut Press, lines: [String; 2]| {
                for line in lines {
                    press.y += 14.0;
                    let y = press.y;
                    press.put(CHART, y, Set::Label, &line);
                }
            };
            legend(
                press,
                [
                    format!("Ja: 3 {percent}"),
                    format!("Nei: 1 {}", percent.replace("75", "25")),
                ],
            );
            press.group("Offentlig/Kommune");
            legend(
                press,
                [
                    format!("Ja: 3 {}", percent.replace("75", "100")),
                    format!("Nei: 0 {}", percent.replace("75", "0")),
                ],
            );
            press.group("Privat/Skole");
            legend(
                press,
                [
                    format!("Ja: 0 {}", percent.replace("75", "0")),
                    format!("Nei: 1 {}", percent.replace("75", "100")),
                ],
            );
        });
        assert_eq!(question.kind, Kind::SingleChoice, "{percent}");
        assert_eq!(
            charts(&question)[0],
            ("", true, vec![("Ja", 3), ("Nei", 1)])
        );
    }
}

#[test]
fn where_charts_were_not_understood_no_answer_is_certain() {
    let question = drawn([&["Kurs"], &["Kurs"], &["Møter"], &["Kurs"]], |press| {
        for percent in ["(75%)", "(25%)"] {
            press.y += 30.0;
            let y = press.y;
            press.put(CHART, y, Set::Label, percent);
        }
    });
    assert!(question.charts.is_empty());
    assert!(question.answers.iter().all(|answer| !answer.certain));
}

#[test]
fn lines_of_a_title_may_stand_wide_apart() {
    let mut press = begun("Vik kommune", ENDING);
    press.pitch = 19.0;
    let asks = [
        "Hva heter dere|som svarer?",
        "Hvor er dere|som svarer?",
        "Hva gjør dere|som svarer?",
    ];
    for title in asks {
        asked(&mut press, title, "Vik kommune");
    }
    let wanted: Vec<String> = asks.iter().map(|title| title.replace('|', " ")).collect();
    assert_eq!(titles(&press.read()), wanted);
}

#[test]
fn lines_that_were_wrapped_are_one_paragraph_and_those_that_were_typed_are_not() {
    // As near as each other, and further apart than the lines of titles are.
    let mut press = begun("Vik kommune", ENDING);
    for place in 1..10 {
        let title = format!("Hva gjør dere på sted {place}|som svarer?");
        asked(&mut press, &title, "Vik kommune");
    }
    let wrapped = [
        "Vi har møttes i nettverket fire ganger dette året, og har delt erfaringer med",
        "hverandre om vurdering, lesing og skriving i alle fag på mellomtrinnet. Lærerne",
        "er fornøyde.",
    ];
    let typed = [
        "Dette har vi gjort:",
        "kurs",
        "samlinger for lærere",
        "besøk",
    ];
    press.set(Set::Title, &["Hva har dere|lært? (4 Svar)"]);
    chosen(&mut press, [&wrapped, &typed, &wrapped, &["Mye."]]);
    let report = press.read();
    let answers = &report.questions[9].answers;
    let texts: Vec<_> = answers.iter().map(|a| a.text.as_ref()).collect();
    let texts: Vec<&str> = texts
        .into_iter()
        .flatten()
        .map(|t| t.value.as_str())
        .collect();
    let (wrapped, typed) = (wrapped.join(" "), typed.join("\n"));
    assert_eq!(texts, [wrapped.as_str(), &typed, &wrapped, "Mye."]);
}

#[test]
fn whoever_left_it_blank_may_stand_right_above_the_next_title() {
    for last in ["Elvebakk friskole", "Elvebakk|friskole"] {
        let mut press = begun("Vik kommune", ENDING);
        press.set(Set::Name, &["Hva heter dere? (4 Svar)"]);
        municipal(&mut press, "Tekst: her");
        press.set(Set::Heading, &["Skole (Privat)"]);
        // In one style, and as near as the lines of one paragraph.
        press.set(Set::Name, &[&format!("{last}|Hvor er dere? (4 Svar)")]);
        municipal(&mut press, "Tekst: der");
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(Set::Name, &[last]);
        press.set(Set::Text, &["Tekst: der"]);
        let report = press.read();
        assert_eq!(
            titles(&report),
            ["Hva heter dere?", "Hvor er dere?"],
            "{last}"
        );
        assert_eq!(names(&report.questions[0]).len(), 4, "{last}");
    }
}

#[test]
fn a_count_may_stand_on_three_lines() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (Antall|svar:|4)"]);
    chosen(
        &mut press,
        [&["Tekst: a"], &["Tekst: b"], &["Tekst: c"], &["Tekst: d"]],
    );
    let report = press.read();
    assert_eq!(titles(&report), ["Hva heter dere?", "Hvor er dere?"]);
    let counts = report.questions.iter().map(|q| q.reported_count.as_ref());
    let counts: Vec<_> = counts.map(|count| count.map(|count| count.value)).collect();
    assert_eq!(counts, [Some(4), Some(4)]);
}

#[test]
fn words_drawn_in_parts_are_parted_by_their_blanks() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    // Two runs, the second a little away from where the pen was.
    press.set(Set::Name, &["Vik kom"]);
    let y = press.y;
    press.put(60.0 + 7.0 * 5.0 + 0.8, y, Set::Name, "mune");
    press.set(Set::Text, &["Tekst: her"]);
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: her"]);
    let report = press.read();
    let printed = &report.questions[1].answers[2].respondent;
    assert_eq!(
        (printed.value.as_str(), printed.text.as_str()),
        ("Vik kommune", "Vik kommune")
    );
}

#[test]
fn what_stands_under_a_title_without_answers_was_another_ones() {
    let mut press = begun("Vik kommune", ENDING);
    for title in ["Hva heter dere?", "Hva vil dere?", "Hva kan dere?"] {
        asked(&mut press, title, "Vik kommune");
    }
    press.set(
        Set::Title,
        &["Hvor er dere? (4 Svar)", "Se merknad (2 Svar)"],
    );
    chosen(
        &mut press,
        [&["Tekst: a"], &["Tekst: b"], &["Tekst: c"], &["Tekst: d"]],
    );
    let report = press.read();
    let complete: Vec<bool> = report.questions.iter().map(|q| q.complete).collect();
    assert_eq!(complete, [true, true, true, false, false]);
}

#[test]
fn a_chart_that_is_not_whole_shows_no_lost_page() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(80.0, &[("Kurs", 3, 75), ("Møter", 1, 25)]);
    press.page();
    press.group("Offentlig/Kommune");
    press.chart(80.0, &[("Kurs", 3, 100)]);
    chosen(&mut press, [&["Kurs"], &["Kurs"], &["Kurs"], &["Møter"]]);
    let report = press.read();
    assert!(!report.questions[1].charts_whole());
    assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    assert!(report.questions[1].complete);
}
