//! Charts with something in between that is none of their labels and values, or that stands so near to them
//! that place alone tells whose it is.

use crate::press::{CHART, LEFT, Press, Set};
use crate::producers::{charts, drawn};

/// Upright bars so many points apart, whose values stand at these heights over the foot: label, count,
/// percent, height.
fn bars(press: &mut Press, apart: f32, of: &[(&str, u32, u32, f32)]) -> f32 {
    let foot = press.y + 90.0;
    for (column, (label, count, percent, height)) in (0_u8..).zip(of) {
        let middle = CHART + apart * (f32::from(column) + 0.5);
        press.put(
            middle - 2.0,
            foot - height - 10.0,
            Set::Label,
            &count.to_string(),
        );
        let percent = format!("({percent}%)");
        let half = 2.0 * f32::from(u8::try_from(percent.len()).expect("short"));
        press.put(middle - half, foot - height, Set::Label, &percent);
        press.put(middle - apart / 2.0, foot + 12.0, Set::Label, label);
    }
    press.y = foot + 12.0;
    foot
}

const ANSWERS: [&[&str]; 4] = [&["Ja", "Nei"], &["Ja", "Nei"], &["Ja"], &["Vet"]];

#[test]
fn words_beside_a_chart_part_none_of_its_rows() {
    let question = drawn(ANSWERS, |press| {
        let foot = bars(
            press,
            60.0,
            &[
                ("Ja", 3, 75, 60.0),
                ("Nei", 2, 50, 40.0),
                ("Vet", 1, 25, 0.0),
            ],
        );
        press.put(LEFT, foot - 24.0, Set::Label, "Antall");
        press.group("Offentlig/Kommune");
        bars(
            press,
            60.0,
            &[
                ("Ja", 3, 60, 60.0),
                ("Nei", 2, 40, 40.0),
                ("Vet", 0, 0, 0.0),
            ],
        );
        press.group("Privat/Skole");
        bars(
            press,
            60.0,
            &[("Ja", 0, 0, 0.0), ("Nei", 0, 0, 0.0), ("Vet", 1, 100, 60.0)],
        );
    });
    assert_eq!(
        charts(&question),
        [
            ("", true, vec![("Ja", 3), ("Nei", 2), ("Vet", 1)]),
            (
                "Offentlig/Kommune",
                true,
                vec![("Ja", 3), ("Nei", 2), ("Vet", 0)]
            ),
            (
                "Privat/Skole",
                true,
                vec![("Ja", 0), ("Nei", 0), ("Vet", 1)]
            ),
        ]
    );
}

#[test]
fn the_count_of_one_bar_may_stand_beside_the_percent_of_the_next() {
    let question = drawn(ANSWERS, |press| {
        bars(
            press,
            26.0,
            &[
                ("Ja", 3, 75, 20.0),
                ("Nei", 2, 50, 30.0),
                ("Vet", 1, 25, 10.0),
            ],
        );
        press.group("Offentlig/Kommune");
        bars(
            press,
            26.0,
            &[
                ("Ja", 3, 60, 20.0),
                ("Nei", 2, 40, 30.0),
                ("Vet", 0, 0, 0.0),
            ],
        );
        press.group("Privat/Skole");
        bars(
            press,
            26.0,
            &[("Ja", 0, 0, 0.0), ("Nei", 0, 0, 0.0), ("Vet", 1, 100, 10.0)],
        );
    });
    assert_eq!(
        charts(&question),
        [
            ("", true, vec![("Ja", 3), ("Nei", 2), ("Vet", 1)]),
            (
                "Offentlig/Kommune",
                true,
                vec![("Ja", 3), ("Nei", 2), ("Vet", 0)]
            ),
            (
                "Privat/Skole",
                true,
                vec![("Ja", 0), ("Nei", 0), ("Vet", 1)]
            ),
        ]
    );
}

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
