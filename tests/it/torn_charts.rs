//! Charts whose first bar was not printed: those below it seem to be others than they are.

use crate::press::{ENDING, LEFT, Press, Set, asked, begun, chosen};
use crate::text_charts::with_charts;
use crate::text_input::rules_of;
use dekom_lint::report::Report;

const ANSWERS: [&[&str]; 4] = [&["Nei"], &["Nei"], &["Kanskje"], &["Ja"]];

/// A question whose pies stand so many points apart; `first` is printed in the chart of all.
fn pies(first: Option<&str>, apart: f32, broken: bool) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Vil dere? (4 Svar)"]);
    // The heading of a pie stands at the left of it, half-way down.
    let legend = |press: &mut Press, group: &str, entries: &[&str]| {
        press.y += apart;
        press.put(LEFT, press.y + 20.0, Set::Heading, group);
        press.legend(entries);
        press.y += apart;
    };
    let all = ["Nei: 2 (50%)", "Kanskje: 1 (25%)"];
    legend(&mut press, "", &[first.as_slice(), &all].concat());
    let group = ["Ja: 0 (0%)", "Nei: 2 (67%)", "Kanskje: 1 (33%)"];
    legend(&mut press, "Offentlig/Kommune", &group);
    if broken {
        press.page();
    }
    let group = ["Ja: 1 (100%)", "Nei: 0 (0%)", "Kanskje: 0 (0%)"];
    legend(&mut press, "Privat/Skole", &group);
    chosen(&mut press, ANSWERS);
    press.read()
}

/// How many charts of the last question are whole.
fn whole(report: &Report) -> usize {
    let question = report.questions.last().expect("a question");
    let charts = question.charts.iter();
    charts.filter(|chart| chart.complete).count()
}

#[test]
fn the_distances_on_the_page_tell_that_a_chart_has_lost_its_first_bar() {
    for broken in [false, true] {
        assert_eq!(whole(&pies(Some("Ja: 1 (25%)"), 20.0, broken)), 3);
        // However close the charts stand to each other.
        assert_eq!(whole(&pies(Some("Ja: 1 (25%)"), 0.0, broken)), 3);
    }
    for broken in [false, true] {
        let report = pies(None, 20.0, broken);
        let question = report.questions.last().expect("a question");
        assert!(question.charts.iter().any(|chart| !chart.complete));
        for chart in question.charts.iter().filter(|chart| chart.complete) {
            let yes = chart.bars.iter().filter(|bar| bar.option == "Ja");
            let yes: Vec<i64> = yes.map(|bar| bar.count.value).collect();
            let printed = match chart.group.as_str() {
                "Offentlig/Kommune" => vec![0],
                "Privat/Skole" => vec![1],
                _ => Vec::new(),
            };
            assert_eq!(yes, printed, "{:?}", chart.group);
        }
    }
}

#[test]
fn in_text_a_heading_tells_that_the_chart_of_all_has_ended() {
    let text = |first: &str| {
        format!(
            "Hvor lenge? (3 Svar)

{first}2 år: 1 (33%)

Offentlig/Kommune

1 år: 1 (50%)

2 år: 1 (50%)

Privat/Skole

1 år: 1 (100%)

2 år: 0 (0%)

Kommune (Offentlig)

Øyvær kommune

1 år

Bergvik kommune

2 år

Skole (Privat)

Asktun skole

1 år

Hva heter tiltaket? (3 Svar)"
        )
    };
    let whole = rules_of(&with_charts(&text("1 år: 2 (67%)\n\n")));
    let mut lost = rules_of(&with_charts(&text("")));
    assert!(lost.remove("unchecked-figures"));
    assert_eq!(lost, whole);
}

#[test]
fn upright_bars_may_have_a_row_each() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    let rows = |press: &mut Press, bars: [(u32, u32); 2]| {
        let [yes, no] = bars;
        press.chart(80.0, &[("Ja", yes.0, yes.1)]);
        press.y += 120.0;
        press.chart(80.0, &[("Nei", no.0, no.1)]);
    };
    rows(&mut press, [(2, 50), (2, 50)]);
    press.page();
    press.group("Offentlig/Kommune");
    rows(&mut press, [(1, 33), (2, 67)]);
    press.group("Privat/Skole");
    rows(&mut press, [(1, 100), (0, 0)]);
    chosen(&mut press, [&["Nei"], &["Nei"], &["Ja"], &["Ja"]]);
    assert_eq!(whole(&press.read()), 3);
}

#[test]
fn rows_of_upright_bars_may_stand_far_apart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    let rows = |press: &mut Press, bars: [(u32, u32); 3]| {
        let [yes, no, perhaps] = bars;
        press.chart(80.0, &[("Ja", yes.0, yes.1), ("Nei", no.0, no.1)]);
        press.y += 90.0;
        press.chart(80.0, &[("Kanskje", perhaps.0, perhaps.1)]);
    };
    rows(&mut press, [(1, 25), (2, 50), (1, 25)]);
    press.group("Offentlig/Kommune");
    rows(&mut press, [(0, 0), (2, 67), (1, 33)]);
    press.page();
    press.group("Privat/Skole");
    rows(&mut press, [(1, 100), (0, 0), (0, 0)]);
    chosen(&mut press, ANSWERS);
    assert_eq!(whole(&press.read()), 3);
}

/// Whether the chart of the municipalities is whole, which is as given.
fn of_group(all: &[(&str, u32, u32)], group: &[(&str, u32, u32)]) -> bool {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(80.0, all);
    press.group("Offentlig/Kommune");
    press.chart(80.0, group);
    press.group("Privat/Skole");
    let none: Vec<_> = group
        .iter()
        .skip(1)
        .map(|(label, ..)| (*label, 0, 0))
        .collect();
    press.chart(80.0, &[&[("Kurs", 1, 100)], &*none].concat());
    let answers: [&[&str]; 4] = [
        &["Kurs"],
        &["Kurs", "Møter"],
        &["Kurs", "Reiser"],
        &["Kurs"],
    ];
    chosen(&mut press, answers);
    let report = press.read();
    let question = report.questions.last().expect("a question");
    question.charts.get(1).expect("a chart").complete
}

#[test]
fn percents_tell_that_all_charts_have_lost_a_bar() {
    let all = [("Kurs", 4, 100), ("Møter", 1, 25), ("Reiser", 1, 25)];
    let group = [("Kurs", 3, 60), ("Møter", 1, 20), ("Reiser", 1, 20)];
    assert!(of_group(&all, &group));
    assert!(!of_group(&all[..2], &group[..2]));
    // A bar that counts nobody though somebody chose it is wrong, and not missing.
    let wrong = [("Kurs", 3, 60), ("Møter", 1, 20), ("Reiser", 0, 0)];
    assert!(of_group(&all, &wrong));
}
