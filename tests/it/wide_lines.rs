//! Reports whose lines stand far apart: what belongs together in their charts does so there as well.

use crate::press::{ENDING, Press, Set, asked, begun, chosen, titles};
use crate::producers::charts;
use dekom_lint::report::Question;

/// From one line to the next, points: so far apart that no other report's lines are one paragraph.
const WIDE: f32 = 30.0;

/// Three questions whose titles wrap so wide, and one whose charts `draw` draws.
fn wide(answers: [&[&str]; 4], draw: impl Fn(&mut Press)) -> Question {
    let mut press = begun("Vik kommune", ENDING);
    press.pitch = WIDE;
    for title in [
        "Hva heter dere|som svarer?",
        "Hvor er dere|som svarer?",
        "Hva gjør dere|som svarer?",
        "Hva vil dere|som svarer?",
    ] {
        asked(&mut press, title, "Vik kommune");
        press.page();
    }
    press.set(Set::Title, &["Hva har dere? (4 Svar)"]);
    draw(&mut press);
    chosen(&mut press, answers);
    let mut report = press.read();
    assert_eq!(titles(&report).len(), 5);
    report.questions.remove(4)
}

const BOTH: &[&str] = &["Kurs", "Møter med alle"];

fn holds(question: &Question) {
    let groups = charts(question);
    let bars = groups.get(1).map(|(.., bars)| bars.as_slice());
    assert_eq!(bars, Some(&[("Kurs", 3), ("Møter med alle", 2)][..]));
    assert!(groups.iter().all(|(_, complete, _)| *complete));
    assert!(question.answers.iter().all(|answer| answer.certain));
}

#[test]
fn lines_of_labels_under_bars_may_stand_as_wide_apart() {
    for label in [16.0, 22.0, 26.0, 30.0] {
        let question = wide([BOTH, BOTH, &["Kurs"], &["Kurs"]], |press| {
            press.label = label;
            let long = "Møter|med|alle";
            press.chart(80.0, &[("Kurs", 4, 100), (long, 2, 50)]);
            press.group("Offentlig/Kommune");
            press.chart(80.0, &[("Kurs", 3, 60), (long, 2, 40)]);
            press.group("Privat/Skole");
            press.chart(80.0, &[("Kurs", 1, 100), (long, 0, 0)]);
        });
        holds(&question);
    }
}
