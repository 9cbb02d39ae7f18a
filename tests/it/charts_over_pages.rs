//! Charts whose labels stand elsewhere than is usual: above their bars, over the lines of a legend, at the
//! top of the next page. Each holds one thing that is told by place alone.

use crate::press::{CHART, ENDING, LEFT, PITCH, Press, Set, begun, chosen, titles};
use crate::producers::{Row, charts, drawn};
use dekom_lint::report::{Kind, Question};

#[test]
fn lying_bars_may_have_their_labels_above_them() {
    let both: &[&str] = &["Kurs for alle", "Reiser"];
    let question = drawn([both, &both[..1], &both[..1], both], |press| {
        press.lying(&[("Kurs for alle", 4, 100), ("Reiser", 2, 50)]);
        press.group("Offentlig/Kommune");
        press.lying(&[("Kurs for alle", 3, 75), ("Reiser", 1, 25)]);
        press.group("Privat/Skole");
        press.lying(&[("Kurs for alle", 1, 50), ("Reiser", 1, 50)]);
    });
    assert_eq!(
        charts(&question),
        [
            ("", true, vec![(both[0], 4), ("Reiser", 2)]),
            ("Offentlig/Kommune", true, vec![(both[0], 3), ("Reiser", 1)]),
            ("Privat/Skole", true, vec![(both[0], 1), ("Reiser", 1)]),
        ]
    );
}

#[test]
fn an_entry_of_a_legend_may_wrap_and_one_without_a_value_may_stand_above_it() {
    let long = "Vi har lært mye og vil gå videre";
    let question = drawn([&[long], &[long], &["Nei"], &["Nei"]], |press| {
        let broken = "Vi har lært mye og|vil gå videre";
        press.legend(&[&format!("{broken}: 2 (50%)"), "Kanskje", "Nei: 2 (50%)"]);
        press.group("Offentlig/Kommune");
        press.legend(&[&format!("{broken}: 2 (67%)"), "Kanskje", "Nei: 1 (33%)"]);
        press.group("Privat/Skole");
        press.legend(&[&format!("{broken}: 0 (0%)"), "Kanskje", "Nei: 1 (100%)"]);
    });
    assert_eq!(question.kind, Kind::SingleChoice);
    let counted = charts(&question).into_iter().map(|(.., bars)| bars);
    let counted: Vec<Vec<(String, i64)>> = counted
        .map(|bars| {
            let bars = bars.into_iter().filter(|(option, _)| *option != "Kanskje");
            bars.map(|(option, count)| (option.replace(' ', ""), count))
                .collect()
        })
        .collect();
    let long = long.replace(' ', "");
    let of = |yes: i64, no: i64| vec![(long.clone(), yes), ("Nei".to_owned(), no)];
    assert_eq!(counted, [of(2, 2), of(2, 1), of(0, 1)]);
}

#[test]
fn the_percent_of_a_legend_may_stand_under_its_count() {
    let question = drawn([&["Ja"], &["Ja"], &["Nei"], &["Nei"]], |press| {
        press.legend(&["Ja: 2 (50%)", "Nei: 2|(50%)"]);
        press.group("Offentlig/Kommune");
        press.legend(&["Ja: 2|(67%)", "Nei: 1 (33%)"]);
        press.group("Privat/Skole");
        press.legend(&["Ja: 0|(0%)", "Nei: 1|(100%)"]);
    });
    let both = |yes, no| vec![("Ja", yes), ("Nei", no)];
    assert_eq!(
        charts(&question),
        [
            ("", true, both(2, 2)),
            ("Offentlig/Kommune", true, both(2, 1)),
            ("Privat/Skole", true, both(0, 1)),
        ]
    );
}

#[test]
fn the_name_of_a_group_may_stand_beside_a_value_under_its_label() {
    let question = drawn([&["Ja"], &["Ja"], &["Nei"], &["Nei"]], |press| {
        press.legend(&["Ja:|2 (50%)", "Nei:|2 (50%)"]);
        for (group, entries) in [
            ("Offentlig/Kommune", ["Ja:|2 (67%)", "Nei:|1 (33%)"]),
            ("Privat/Skole", ["Ja:|0 (0%)", "Nei:|1 (100%)"]),
        ] {
            press.y += PITCH;
            // On the line of the first value.
            press.put(LEFT, press.y + 2.0 * press.label, Set::Text, group);
            press.legend(&entries);
        }
    });
    let both = |yes, no| vec![("Ja", yes), ("Nei", no)];
    assert_eq!(
        charts(&question),
        [
            ("", true, both(2, 2)),
            ("Offentlig/Kommune", true, both(2, 1)),
            ("Privat/Skole", true, both(0, 1)),
        ]
    );
}

/// A question whose first chart stands at the foot of its page, with what comes on the next one.
fn turned_over(
    bars: &[Row<'_>],
    own: &[&str],
    next: impl Fn(&mut Press),
    answers: [&[&str]; 4],
) -> Question {
    drawn(answers, |press| {
        press.chart(80.0, bars);
        if !own.is_empty() {
            press.own(own);
        }
        press.page();
        next(press);
    })
}

#[test]
fn a_label_goes_on_at_the_top_of_the_next_page() {
    let both: &[&str] = &["Kurs for lærere", "Reiser for alle"];
    let question = turned_over(
        &[("Kurs for", 4, 100), ("Reiser", 2, 50)],
        &[],
        |press| {
            press.put(CHART, 40.0, Set::Label, "lærere");
            press.put(CHART + 80.0, 40.0, Set::Label, "for alle");
            press.y = 50.0;
            press.group("Offentlig/Kommune");
            press.chart(
                80.0,
                &[("Kurs for|lærere", 3, 75), ("Reiser|for alle", 1, 25)],
            );
            press.group("Privat/Skole");
            press.chart(
                80.0,
                &[("Kurs for|lærere", 1, 50), ("Reiser|for alle", 1, 50)],
            );
        },
        [both, &both[..1], &both[..1], both],
    );
    assert_eq!(question.options.len(), 2, "{:?}", question.options);
    assert!(question.charts.iter().all(|chart| chart.complete));
    // No chart has them whole.
    let next = |press: &mut Press| {
        press.put(CHART, 40.0, Set::Label, "lærere");
        press.put(CHART + 80.0, 40.0, Set::Label, "for alle");
        press.y = 50.0;
    };
    let question = drawn([both, &both[..1], &both[..1], both], |press| {
        press.chart(80.0, &[("Kurs for", 4, 100), ("Reiser", 2, 50)]);
        press.page();
        next(press);
        press.group("Offentlig/Kommune");
        press.chart(80.0, &[("Kurs for", 3, 75), ("Reiser", 1, 25)]);
        press.page();
        next(press);
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs for", 1, 50), ("Reiser", 1, 50)]);
        press.page();
        next(press);
    });
    assert!(question.charts.iter().all(|chart| chart.complete));
    assert!(
        question
            .answers
            .iter()
            .all(|answer| answer.certain && !answer.choices.is_empty())
    );
}

#[test]
fn a_page_may_end_between_a_count_and_its_percent() {
    let both: &[&str] = &["Kurs", "Reiser"];
    let question = drawn([both, &["Kurs"], &["Kurs"], &["Reiser"]], |press| {
        press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 2, 50)]);
        press.group("Offentlig/Kommune");
        press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 1, 25)]);
        press.put(CHART + 118.0, press.y + 12.0, Set::Label, "1");
        press.page();
        press.put(CHART + 110.0, 40.0, Set::Label, "(100%)");
        press.put(CHART + 38.0, 80.0, Set::Label, "0");
        press.put(CHART + 34.0, 90.0, Set::Label, "(0%)");
        press.put(CHART, 102.0, Set::Label, "Kurs");
        press.put(CHART + 80.0, 102.0, Set::Label, "Reiser");
        press.y = 60.0;
        press.group("Privat/Skole");
        press.y = 110.0;
    });
    let last = charts(&question).remove(2);
    assert_eq!(
        last,
        ("Privat/Skole", true, vec![("Kurs", 0), ("Reiser", 1)])
    );
}

#[test]
fn the_one_bar_of_a_chart_may_have_its_percent_and_its_label_on_the_next_page() {
    // Where the count stands, against the middle of the percent.
    for (aside, counted) in [(0.0, true), (19.0, false)] {
        let both: &[&str] = &["Kurs", "Reiser"];
        let question = drawn([both, &["Kurs"], &["Kurs"], &["Reiser"]], |press| {
            press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 2, 50)]);
            press.group("Offentlig/Kommune");
            press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 1, 25)]);
            press.group("Privat/Skole");
            press.put(CHART + 40.0 + aside, press.y + 12.0, Set::Label, "1");
            press.page();
            press.put(CHART + 30.0, 40.0, Set::Label, "(100%)");
            press.put(CHART, 102.0, Set::Label, "Reiser");
            press.y = 110.0;
        });
        let groups = charts(&question);
        let last = groups.iter().find(|(group, ..)| *group == "Privat/Skole");
        let bars = last.map(|(.., bars)| bars.clone()).unwrap_or_default();
        assert_eq!(bars == [("Reiser", 1)], counted, "{bars:?}");
    }
}

#[test]
fn a_percent_without_a_count_leaves_no_chart_of_its_question_whole_that_does_not_prove_it() {
    let question = drawn(
        [&["Kurs"], &["Kurs"], &["Kurs"], &["Kurs", "Tur"]],
        |press| {
            press.chart(80.0, &[("Kurs", 4, 100), ("Andre svar", 1, 25)]);
            press.own(&["Tur"]);
            press.group("Offentlig/Kommune");
            press.chart(80.0, &[("Kurs", 3, 100)]);
            press.group("Privat/Skole");
            press.chart(80.0, &[("Kurs", 1, 50)]);
            press.put(CHART + 110.0, press.y - 40.0, Set::Label, "(50%)");
        },
    );
    let whole = question.charts.iter().map(|chart| chart.complete);
    assert_eq!(whole.collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn own_texts_on_the_next_page_are_no_rest_of_a_label() {
    let groups = |press: &mut Press| {
        press.group("Offentlig/Kommune");
        press.chart(
            80.0,
            &[("Kurs", 3, 60), ("Reiser", 1, 20), ("Andre svar", 1, 20)],
        );
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs", 1, 50), ("Reiser", 1, 50)]);
    };
    let bars: &[Row<'_>] = &[("Kurs", 4, 100), ("Reiser", 2, 50), ("Andre svar", 1, 25)];
    let answers: [&[&str]; 4] = [
        &["Kurs", "Reiser"],
        &["Kurs", "Egen idé"],
        &["Kurs"],
        &["Kurs", "Reiser"],
    ];
    // The whole list stands there, or it has begun where the chart is.
    let whole = turned_over(
        bars,
        &[],
        |press| {
            press.own(&["Egen idé"]);
            groups(press);
        },
        answers,
    );
    let begun = turned_over(
        &[("Kurs", 4, 100), ("Reiser", 2, 50), ("Andre svar", 2, 50)],
        &["Møter"],
        |press| {
            press.put(CHART, 40.0, Set::Label, "Egen idé");
            press.y = 50.0;
            press.group("Offentlig/Kommune");
            press.chart(
                80.0,
                &[("Kurs", 3, 50), ("Reiser", 1, 17), ("Andre svar", 2, 33)],
            );
            press.group("Privat/Skole");
            press.chart(80.0, &[("Kurs", 1, 50), ("Reiser", 1, 50)]);
        },
        [
            &["Kurs", "Reiser"],
            &["Kurs", "Egen idé"],
            &["Kurs", "Møter"],
            &["Kurs", "Reiser"],
        ],
    );
    for question in [whole, begun] {
        assert_eq!(question.options, ["Kurs", "Reiser"]);
        assert!(
            question.charts.iter().all(|chart| chart.complete),
            "{:?}",
            charts(&question)
        );
        let own = question
            .answers
            .iter()
            .filter(|answer| answer.own_text.is_some());
        let listed = question
            .other_answers
            .as_ref()
            .expect("own texts")
            .texts
            .len();
        assert_eq!(own.count(), listed);
    }
}

#[test]
fn an_option_that_no_chart_draws_a_bar_for_is_one() {
    let both: &[&str] = &["Kurs", "Reiser"];
    let drawn_so = |press: &mut Press, bars: [Row<'_>; 2]| {
        press.chart(80.0, &bars);
        press.put(CHART + 160.0, press.y - press.label, Set::Label, "Turer");
    };
    let question = drawn([both, &both[..1], &both[..1], both], |press| {
        drawn_so(press, [("Kurs", 4, 100), ("Reiser", 2, 50)]);
        press.group("Offentlig/Kommune");
        drawn_so(press, [("Kurs", 3, 75), ("Reiser", 1, 25)]);
        press.group("Privat/Skole");
        drawn_so(press, [("Kurs", 1, 50), ("Reiser", 1, 50)]);
    });
    assert_eq!(question.options, ["Kurs", "Reiser", "Turer"]);
    assert!(question.charts.iter().all(|chart| chart.complete));
}

/// A question whose charts each end with their page; what stands at the top of the next ones is `over`'s.
fn each_turned_over(
    own: &[&str],
    over: impl Fn(&mut Press, usize),
    answers: [&[&str]; 4],
    charts: [&[Row<'_>]; 3],
) -> Question {
    drawn(answers, |press| {
        let groups = [None, Some("Offentlig/Kommune"), Some("Privat/Skole")];
        for (number, (group, bars)) in groups.into_iter().zip(charts).enumerate() {
            if let Some(group) = group {
                press.group(group);
            }
            press.chart(80.0, bars);
            if number == 0 && !own.is_empty() {
                press.own(own);
            }
            press.page();
            over(press, number);
            press.y = 60.0;
        }
    })
}

#[test]
fn a_list_of_own_texts_is_no_rest_of_a_label_though_no_other_chart_has_it_whole() {
    let all: &[Row<'_>] = &[("Kurs", 4, 100), ("Reiser", 2, 50), ("Andre svar", 2, 50)];
    let of_group: &[Row<'_>] = &[("Kurs", 3, 50), ("Reiser", 1, 17), ("Andre svar", 2, 33)];
    let of_school: &[Row<'_>] = &[("Kurs", 1, 50), ("Reiser", 1, 50)];
    let answers: [&[&str]; 4] = [
        &["Kurs", "Reiser"],
        &["Kurs", "Egen idé"],
        &["Kurs", "Møter"],
        &["Kurs", "Reiser"],
    ];
    let begun = each_turned_over(
        &["Møter"],
        |press, number| {
            if number == 0 {
                press.put(CHART, 40.0, Set::Label, "Egen idé");
            }
        },
        answers,
        [all, of_group, of_school],
    );
    let whole = each_turned_over(
        &[],
        |press, number| {
            if number == 0 {
                press.own(&["Møter", "Egen idé"]);
            }
        },
        answers,
        [all, of_group, of_school],
    );
    for question in [begun, whole] {
        let read = charts(&question);
        assert_eq!(question.options, ["Kurs", "Reiser"], "{read:?}");
        assert!(read.iter().all(|(_, complete, _)| *complete), "{read:?}");
    }
}

#[test]
fn what_stands_apart_or_is_set_larger_is_no_rest_of_a_label() {
    let both: &[&str] = &["Kurs for lærere", "Reiser"];
    for (y, set) in [(70.0, Set::Label), (50.0, Set::Text)] {
        let question = each_turned_over(
            &[],
            |press, _| {
                press.put(CHART, 40.0, Set::Label, "lærere");
                press.put(CHART, y, set, "Figur");
            },
            [both, &both[..1], &both[..1], both],
            [
                &[("Kurs for", 4, 100), ("Reiser", 2, 50)],
                &[("Kurs for", 3, 75), ("Reiser", 1, 25)],
                &[("Kurs for", 1, 50), ("Reiser", 1, 50)],
            ],
        );
        let read = charts(&question);
        assert_eq!(read.len(), 3);
        for (_, complete, bars) in &read {
            let options: Vec<&str> = bars.iter().map(|(option, _)| *option).collect();
            assert!(*complete && options == both, "{read:?}");
        }
    }
}

#[test]
fn the_legends_of_other_questions_do_not_tell_how_bars_lie() {
    let mut press = begun("Vik kommune", ENDING);
    press.set(Set::Title, &["Blir dere med? (4 Svar)"]);
    press.legend(&["Ja: 2 (50%)", "Nei: 1 (25%)", "Kanskje: 1 (25%)"]);
    press.group("Offentlig/Kommune");
    press.legend(&["Ja: 2 (67%)", "Nei: 1 (33%)", "Kanskje: 0 (0%)"]);
    press.group("Privat/Skole");
    press.legend(&["Ja: 0 (0%)", "Nei: 0 (0%)", "Kanskje: 1 (100%)"]);
    chosen(&mut press, [&["Ja"], &["Ja"], &["Nei"], &["Kanskje"]]);
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.lying(&[("Kurs", 4, 100), ("Reiser", 2, 50)]);
    press.group("Offentlig/Kommune");
    press.lying(&[("Kurs", 3, 60), ("Reiser", 2, 40)]);
    press.group("Privat/Skole");
    press.lying(&[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    let both: &[&str] = &["Kurs", "Reiser"];
    chosen(&mut press, [both, both, &["Kurs"], &["Kurs"]]);
    let report = press.read();
    assert_eq!(titles(&report), ["Blir dere med?", "Hva gjør dere?"]);
    assert_eq!(
        charts(&report.questions[1]),
        [
            ("", true, vec![("Kurs", 4), ("Reiser", 2)]),
            ("Offentlig/Kommune", true, vec![("Kurs", 3), ("Reiser", 2)]),
            ("Privat/Skole", true, vec![("Kurs", 1), ("Reiser", 0)]),
        ]
    );
}

#[test]
fn no_chart_is_judged_where_the_page_of_another_may_be_missing() {
    let both: &[&str] = &["Kurs", "Reiser"];
    let read = |group: bool| {
        drawn([both, both, &["Kurs"], &["Kurs"]], |press| {
            press.chart(80.0, &[("Kurs", 4, 100), ("Reiser", 2, 50)]);
            press.page();
            if group {
                press.group("Offentlig/Kommune");
                press.chart(80.0, &[("Kurs", 3, 60), ("Reiser", 2, 40)]);
                press.page();
            }
            press.group("Privat/Skole");
            press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
        })
    };
    assert!(read(true).charts.iter().all(|chart| chart.complete));
    let lacking = read(false);
    assert!(lacking.complete, "that is told by itself");
    assert!(lacking.charts.iter().all(|chart| !chart.complete));
}
