//! Charts of which a line may be taken for what it is not: an own text that reads like an entry of a legend,
//! a label that stands higher on its page than the bar before it does on its own.

use crate::press::{CHART, ENDING, LEFT, PART, PITCH, Press, Set, begun_with, municipal};
use crate::producers::{Row, charts, drawn};

#[test]
fn an_own_text_may_be_worded_like_an_entry_of_a_legend() {
    let written = "Møter: 1 (20%)";
    let question = drawn(
        [&["Kurs"], &["Kurs", written], &["Kurs"], &["Kurs"]],
        |press| {
            press.chart(
                80.0,
                &[("Kurs", 4, 100), ("Reiser", 0, 0), ("Andre svar", 1, 25)],
            );
            press.own(&[written]);
            press.group("Offentlig/Kommune");
            press.chart(
                80.0,
                &[("Kurs", 3, 75), ("Reiser", 0, 0), ("Andre svar", 1, 25)],
            );
            press.group("Privat/Skole");
            press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
        },
    );
    let own = question.other_answers.as_ref().expect("own texts");
    let own: Vec<&str> = own.texts.iter().map(|text| text.value.as_str()).collect();
    assert_eq!(own, [written]);
    assert_eq!(question.options, ["Kurs", "Reiser"]);
    assert_eq!(
        charts(&question),
        [
            (
                "",
                true,
                vec![("Kurs", 4), ("Reiser", 0), ("Andre svar", 1)]
            ),
            (
                "Offentlig/Kommune",
                true,
                vec![("Kurs", 3), ("Reiser", 0), ("Andre svar", 1)]
            ),
            ("Privat/Skole", true, vec![("Kurs", 1), ("Reiser", 0)]),
        ]
    );
}

#[test]
fn an_option_may_be_worded_like_an_entry_of_a_legend() {
    let option = "Møter: 1 (20%)";
    let both: &[&str] = &["Kurs", option];
    for table in [true, false] {
        let draw = |press: &mut Press, rows: &[Row<'_>]| {
            if table {
                press.table((480.0, 520.0), rows);
            } else {
                press.lying(rows);
            }
        };
        let question = drawn([both, &[option], &["Kurs"], &["Kurs"]], |press| {
            draw(press, &[("Kurs", 3, 75), (option, 2, 50)]);
            press.group("Offentlig/Kommune");
            draw(press, &[("Kurs", 2, 50), (option, 2, 50)]);
            press.group("Privat/Skole");
            draw(press, &[("Kurs", 1, 100), (option, 0, 0)]);
        });
        assert_eq!(
            charts(&question),
            [
                ("", true, vec![("Kurs", 3), (option, 2)]),
                ("Offentlig/Kommune", true, vec![("Kurs", 2), (option, 2)]),
                ("Privat/Skole", true, vec![("Kurs", 1), (option, 0)]),
            ],
            "{table}"
        );
        assert!(question.answers.iter().all(|answer| answer.certain));
    }
}

#[test]
fn a_label_over_the_first_bar_of_a_page_is_that_bars() {
    let both: &[&str] = &["Kurs for alle", "Reiser"];
    let question = drawn([both, &both[..1], &both[..1], both], |press| {
        press.y += 500.0;
        press.lying(&[("Kurs for alle", 4, 100)]);
        press.page();
        press.lying(&[("Reiser", 2, 50)]);
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
fn a_label_between_lying_bars_is_an_option_though_nobody_chose_it() {
    let both: &[&str] = &["Kurs for alle", "Reiser"];
    let bars = |press: &mut Press, [first, second]: [Row<'_>; 2]| {
        press.lying(&[first]);
        press.y += PART;
        press.put(CHART, press.y, Set::Label, "Turer");
        press.y += 14.0;
        press.lying(&[second]);
    };
    let question = drawn([both, both, &both[..1], &both[..1]], |press| {
        bars(press, [("Kurs for alle", 4, 100), ("Reiser", 2, 50)]);
        press.group("Offentlig/Kommune");
        bars(press, [("Kurs for alle", 3, 60), ("Reiser", 2, 40)]);
        press.group("Privat/Skole");
        bars(press, [("Kurs for alle", 1, 100), ("Reiser", 0, 0)]);
    });
    assert_eq!(question.options, ["Kurs for alle", "Turer", "Reiser"]);
    assert!(question.charts.iter().all(|chart| chart.complete));
}

#[test]
fn the_last_line_of_an_option_that_nobody_chose_may_read_like_another() {
    let question = drawn([&["Ja"], &["Ja"], &["Ja"], &["Kanskje"]], |press| {
        let late = "Vi har svart|Ja: 0 (0%)";
        press.legend(&["Ja: 3 (75%)", "Kanskje: 1 (25%)", late]);
        press.group("Offentlig/Kommune");
        press.legend(&["Ja: 3 (100%)", "Kanskje: 0 (0%)", late]);
        press.group("Privat/Skole");
        press.legend(&["Ja: 0 (0%)", "Kanskje: 1 (100%)", late]);
    });
    let options = question
        .options
        .iter()
        .map(|option| option.replace(' ', ""));
    assert_eq!(
        options.collect::<Vec<_>>(),
        ["Ja", "Kanskje", "ViharsvartJa"]
    );
    assert!(question.charts.iter().all(|chart| chart.complete));
}

#[test]
fn the_lines_of_an_option_that_nobody_chose_may_stand_further_apart_than_usual() {
    let kurs: &[&str] = &["Kurs"];
    let (one, two) = ("Digitale|ferdigheter", "Muntlige|ferdigheter");
    let question = drawn([kurs; 4], |press| {
        press.label = 13.0;
        press.chart(80.0, &[("Kurs", 4, 100), (one, 0, 0), (two, 0, 0)]);
        press.group("Offentlig/Kommune");
        press.chart(80.0, &[("Kurs", 3, 100), (one, 0, 0), (two, 0, 0)]);
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs", 1, 100), (one, 0, 0), (two, 0, 0)]);
    });
    let options = ["Kurs", "Digitale ferdigheter", "Muntlige ferdigheter"];
    assert_eq!(question.options, options);
    assert!(question.answers.iter().all(|answer| answer.certain));
    assert!(question.charts.iter().all(|chart| chart.complete));
}

#[test]
fn what_stands_under_one_bar_alone_is_no_line_of_its_label() {
    let kurs: &[&str] = &["Kurs"];
    let (bare, more) = ("Digitale", "Digitale|ferdigheter");
    let question = drawn([kurs; 4], |press| {
        press.label = 13.0;
        press.chart(80.0, &[("Kurs", 4, 100), (more, 0, 0)]);
        press.group("Offentlig/Kommune");
        press.chart(80.0, &[("Kurs", 3, 100), (bare, 0, 0)]);
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs", 1, 100), (bare, 0, 0)]);
    });
    for (.., bars) in charts(&question) {
        assert_eq!(bars.last(), Some(&("Digitale", 0)));
    }
}

/// Whether the charts are read of a group whose heading, beside its chart, has these lines.
fn read_beside(group: &str, heading: impl Fn(&mut Press, f32)) -> bool {
    let overview = format!("{group} - (Privat) 1 svar");
    let mut press = begun_with(&[], &overview, "Vik kommune", ENDING);
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(80.0, &[("Kurs", 4, 100), ("Reiser", 1, 25)]);
    press.group("Offentlig/Kommune");
    press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 1, 25)]);
    let beside = press.y + 60.0;
    press.put(LEFT, beside, Set::Heading, "Privat/");
    heading(&mut press, beside + PITCH);
    press.put(LEFT, beside + 2.0 * PITCH, Set::Heading, "SFO");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    municipal(&mut press, "Kurs");
    press.set(Set::Text, &["Reiser"]);
    press.set(Set::Heading, &[&format!("{group} (Privat)")]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Kurs"]);
    let report = press.read();
    let mut charts = report.questions.iter().flat_map(|one| &one.charts);
    let whole = charts.clone().all(|chart| chart.complete);
    let last = format!("Privat/{group}");
    whole && charts.any(|chart| chart.group.as_str() == last)
}

#[test]
fn a_heading_beside_its_chart_may_be_justified() {
    // However far a mark is pushed.
    let mark = |x: f32| {
        move |press: &mut Press, y: f32| {
            press.put(LEFT, y, Set::Heading, "Skole");
            press.put(LEFT + 25.0 + x, y, Set::Heading, "/");
        }
    };
    assert!(read_beside("Skole / SFO", mark(5.0)));
    assert!(read_beside("Skole / SFO", mark(45.0)));
    // One blank that is stretched.
    assert!(read_beside("Skole og SFO", |press, y| {
        press.blank = 2.0;
        press.put(LEFT, y, Set::Heading, "Skole og");
        press.blank = 0.5;
    }));
    // A word that stands as far and was drawn apart is another's.
    assert!(!read_beside("Skole og SFO", |press, y| {
        press.put(LEFT, y, Set::Heading, "Skole");
        press.put(LEFT + 45.0, y, Set::Heading, "og");
    }));
}
