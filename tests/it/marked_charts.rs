//! Legends with marks before their entries, and charts whose parts stand further apart than usual.

use crate::press::{CHART, LEFT, PITCH, Press, Set};
use crate::producers::{charts, drawn};
use dekom_lint::pdf::RawBox;
use dekom_lint::report::Question;

const ANSWERS: [&[&str]; 4] = [&["Ja"], &["Ja"], &["Mer enn tre"], &["Ja"]];

/// The charts of these answers: for each group how many chose each option, and which percent they are.
const COUNTED: [(&str, [(u8, u8); 3]); 3] = [
    ("", [(3, 75), (1, 25), (0, 0)]),
    ("Offentlig/Kommune", [(2, 67), (1, 33), (0, 0)]),
    ("Privat/Skole", [(1, 100), (0, 0), (0, 0)]),
];

/// The charts of the answers above are whole.
fn whole(question: &Question) {
    assert_eq!(
        charts(question),
        [
            ("", true, vec![("Ja", 3), ("Mer enn tre", 1), ("Aldri", 0)]),
            (
                "Offentlig/Kommune",
                true,
                vec![("Ja", 2), ("Mer enn tre", 1), ("Aldri", 0)]
            ),
            (
                "Privat/Skole",
                true,
                vec![("Ja", 1), ("Mer enn tre", 0), ("Aldri", 0)]
            ),
        ]
    );
}

/// The three charts, the entries of each drawn by `entry` from its label and its value.
fn legends(entry: impl Fn(&mut Press, &str, &str)) -> Question {
    let counts = [
        ("", ["3 (75%)", "1 (25%)", "0 (0%)"]),
        ("Offentlig/Kommune", ["2 (67%)", "1 (33%)", "0 (0%)"]),
        ("Privat/Skole", ["1 (100%)", "0 (0%)", "0 (0%)"]),
    ];
    drawn(ANSWERS, |press| {
        for (group, values) in counts {
            if !group.is_empty() {
                press.group(group);
            }
            for (label, value) in ["Ja", "Mer enn tre", "Aldri"].iter().zip(values) {
                entry(press, label, value);
            }
        }
    })
}

#[test]
fn an_entry_of_a_legend_may_stand_behind_a_mark_that_is_a_letter() {
    for mark in ["■", "•", "–", "*"] {
        whole(&legends(|press, label, value| {
            press.legend(&[&format!("{mark} {label}: {value}")]);
        }));
    }
}

#[test]
fn a_mark_that_was_chosen_is_no_mark() {
    let dashed: [&[&str]; 4] = [&["– ja"], &["– ja"], &["ja"], &["– ja"]];
    let question = drawn(dashed, |press| {
        press.legend(&["– ja: 3 (75%)", "ja: 1 (25%)"]);
        press.group("Offentlig/Kommune");
        press.legend(&["– ja: 2 (67%)", "ja: 1 (33%)"]);
        press.group("Privat/Skole");
        press.legend(&["– ja: 1 (100%)", "ja: 0 (0%)"]);
    });
    let overall = &charts(&question)[0];
    assert_eq!(overall.2, [("– ja", 3), ("ja", 1)]);
}

#[test]
fn an_entry_may_break_under_the_box_of_its_colour() {
    let boxed = |press: &mut Press| {
        let y = press.y + press.label;
        let page = press.pages.last_mut().expect("a page");
        page.boxes.push(RawBox {
            x0: CHART,
            y0: y - 7.0,
            x1: CHART + 8.0,
            y1: y,
            color: 0x33_66_99,
        });
    };
    let broken = |marked: bool| {
        legends(move |press, label, value| {
            if marked {
                boxed(press);
            }
            let (first, rest) = label.split_once(' ').unwrap_or(("", label));
            let (count, percent) = value.split_once(' ').expect("both");
            if !first.is_empty() {
                press.y += press.label;
                press.put(CHART + 14.0, press.y, Set::Label, first);
            }
            press.y += press.label;
            let x = if first.is_empty() {
                CHART + 14.0
            } else {
                CHART
            };
            press.put(x, press.y, Set::Label, &format!("{rest}: {count}"));
            press.y += press.label;
            press.put(CHART, press.y, Set::Label, percent);
        })
    };
    whole(&broken(true));
    // Nothing shows that what begins further to the left goes on with it.
    let apart = charts(&broken(false))
        .iter()
        .all(|(_, complete, _)| *complete);
    assert!(!apart);
}

#[test]
fn the_lines_of_a_groups_heading_may_stand_far_apart() {
    let question = drawn(ANSWERS, |press| {
        press.legend(&["Ja: 3 (75%)", "Mer enn tre: 1 (25%)", "Aldri: 0 (0%)"]);
        press.y += PITCH;
        press.put(LEFT, press.y, Set::Heading, "Offentlig/");
        press.put(LEFT, press.y + 24.0, Set::Heading, "Kommune");
        press.legend(&["Ja: 2 (67%)", "Mer enn tre: 1 (33%)", "Aldri: 0 (0%)"]);
        press.group("Privat/Skole");
        press.legend(&["Ja: 1 (100%)", "Mer enn tre: 0 (0%)", "Aldri: 0 (0%)"]);
    });
    whole(&question);
}

#[test]
fn a_percent_may_stand_some_way_behind_its_count() {
    let question = drawn(ANSWERS, |press| {
        for (group, bars) in COUNTED {
            if !group.is_empty() {
                press.group(group);
            }
            for (label, (count, percent)) in ["Ja", "Mer enn tre", "Aldri"].iter().zip(bars) {
                press.y += 18.0;
                press.put(CHART, press.y, Set::Label, label);
                let x = CHART + 80.0 + 20.0 * f32::from(count);
                press.put(x, press.y, Set::Label, &count.to_string());
                press.put(x + 19.0, press.y, Set::Label, &format!("({percent}%)"));
            }
        }
    });
    whole(&question);
}

#[test]
fn a_value_may_have_a_line_to_itself() {
    let long = "Tiltaket er planlagt for 1 år";
    let vague = "Vet ikke, men 2 av 3 ønsker å fortsette";
    let question = drawn([&[long], &[long], &[vague], &[long]], |press| {
        for (group, values) in [
            ("", ["3|(75%)", "1 (25%)"]),
            ("Offentlig/Kommune", ["2|(67%)", "1 (33%)"]),
            ("Privat/Skole", ["1|(100%)", "0 (0%)"]),
        ] {
            if !group.is_empty() {
                press.group(group);
            }
            press.legend(&[
                &format!("{long}: {}", values[0]),
                &format!("Vet ikke, men 2 av 3|ønsker å fortsette:|{}", values[1]),
            ]);
        }
    });
    let found = charts(&question);
    assert_eq!(found[0], ("", true, vec![(long, 3), (vague, 1)]));
    assert_eq!(
        found[1],
        ("Offentlig/Kommune", true, vec![(long, 2), (vague, 1)])
    );
    assert_eq!(
        found[2],
        ("Privat/Skole", true, vec![(long, 1), (vague, 0)])
    );
}

#[test]
fn values_may_stand_inside_of_upright_bars() {
    let question = drawn(ANSWERS, |press| {
        for (group, bars) in COUNTED {
            let foot = press.y + 90.0;
            if !group.is_empty() {
                press.put(LEFT, foot - 8.0, Set::Heading, group);
            }
            let mut left = CHART;
            for (label, (count, percent)) in ["Ja", "Mer enn tre", "Aldri"].iter().zip(bars) {
                let tall = 20.0 * f32::from(count);
                let page = press.pages.last_mut().expect("a page");
                page.boxes.push(RawBox {
                    x0: left,
                    y0: foot - tall,
                    x1: left + 24.0,
                    y1: foot,
                    color: 0x99_cc_ee,
                });
                press.put(left + 10.0, foot - 12.0, Set::Label, &count.to_string());
                press.put(left + 4.0, foot - 3.0, Set::Label, &format!("({percent}%)"));
                press.put(left, foot + 10.0, Set::Label, label);
                left += 80.0;
            }
            press.y = foot + 20.0;
        }
    });
    whole(&question);
}
