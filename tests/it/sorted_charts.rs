//! Charts of bars that are sorted by count, where the last bar on a page may be the last of one chart or the
//! first of the next.

use crate::press::{ENDING, Press, Set, asked, begun, chosen};
use crate::producers::{Row, drawn};
use dekom_lint::report::Question;

const OPTIONS: [&str; 16] = [
    "Kurs",
    "Møter",
    "Turer",
    "Bøker",
    "Besøk",
    "Filmer",
    "Nettverk",
    "Samtaler",
    "Foredrag",
    "Utstillinger",
    "Leirskole",
    "Studiesirkel",
    "Hospitering",
    "Veiledning",
    "Idébank",
    "Konsert",
];

/// Charts of so many options, all sorted, and each in an order of its own. The first group chose each option
/// once and wrote something, the second chose each once; `percents` are those of the two, and `between` is what
/// stands between their charts.
fn sorted(options: usize, percents: [u32; 2], between: impl Fn(&mut Press)) -> Question {
    let (all, _) = OPTIONS.split_at(options);
    let (first, others) = all.split_at(4);
    let (second, others) = others.split_at(4);
    let wrote: Vec<&str> = others.iter().copied().chain(["Egen idé"]).collect();
    drawn([first, second, &wrote, all], |press| {
        let at = (480.0, 520.0);
        let rows = |count, percent| all.iter().map(move |option| (*option, count, percent));
        let mut of_all: Vec<Row<'_>> = rows(2, 50).collect();
        of_all.push(("Andre svar", 1, 25));
        press.table(at, &of_all);
        press.page();
        press.group("Offentlig/Kommune");
        let mut municipal: Vec<Row<'_>> = rows(1, percents[0]).rev().collect();
        municipal.push(("Andre svar", 1, percents[0]));
        press.table(at, &municipal);
        between(press);
        press.group("Privat/Skole");
        let mut private: Vec<Row<'_>> = rows(1, percents[1]).collect();
        private.rotate_left(2);
        press.table(at, &private);
    })
}

/// For each chart how many bars it has, and whether it was read to its end.
fn bars(question: &Question) -> Vec<(usize, bool)> {
    let charts = question.charts.iter();
    charts
        .map(|chart| (chart.bars.len(), chart.complete))
        .collect()
}

#[test]
fn percents_tell_whose_the_last_bar_of_a_page_is() {
    let question = sorted(10, [9, 10], |press| _ = press.page());
    assert_eq!(bars(&question), [(11, true), (11, true), (10, true)]);
}

#[test]
fn where_nothing_tells_whose_a_bar_is_neither_chart_is_whole() {
    let question = sorted(16, [6, 6], |press| _ = press.page());
    let whole: Vec<bool> = bars(&question).iter().map(|(_, whole)| *whole).collect();
    assert_eq!(whole, [true, false, false]);
}

#[test]
fn a_gap_tells_whose_a_bar_is() {
    let question = sorted(16, [6, 6], |press| press.y += 12.0);
    assert_eq!(bars(&question), [(17, true), (17, true), (16, true)]);
}

#[test]
fn a_count_with_a_percent_beside_it_is_not_that_of_the_percent_below() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    // Bars that lie, each value at the end of its own: the percent of a bar stands under the count of a
    // longer one.
    let mut rows = |group: Option<&str>, rows: [(&str, f32, &str, &str); 2]| {
        if let Some(group) = group {
            press.group(group);
        }
        for (label, end, count, percent) in rows {
            press.y += 14.0;
            press.put(100.0, press.y, Set::Label, label);
            press.put(end, press.y, Set::Label, count);
            press.put(end + 26.0, press.y, Set::Label, percent);
        }
        press.y += 10.0;
    };
    rows(
        None,
        [
            ("Møter", 234.0, "3", "(75%)"),
            ("Kurs", 200.0, "1", "(25%)"),
        ],
    );
    rows(
        Some("Offentlig/Kommune"),
        [
            ("Møter", 217.0, "2", "(67%)"),
            ("Kurs", 200.0, "1", "(33%)"),
        ],
    );
    rows(
        Some("Privat/Skole"),
        [
            ("Møter", 200.0, "1", "(100%)"),
            ("Kurs", 183.0, "0", "(0%)"),
        ],
    );
    chosen(&mut press, [&["Møter"], &["Møter"], &["Kurs"], &["Møter"]]);
    let report = press.read();
    let charts = &report.questions[1].charts;
    let bars = charts.iter().flat_map(|chart| &chart.bars);
    let read = bars.map(|bar| (bar.option.as_str(), bar.count.value, bar.percent.value));
    let printed = [
        ("Møter", 3, 75),
        ("Kurs", 1, 25),
        ("Møter", 2, 67),
        ("Kurs", 1, 33),
        ("Møter", 1, 100),
        ("Kurs", 0, 0),
    ];
    assert_eq!(read.collect::<Vec<_>>(), printed);
}

#[test]
fn answers_tell_that_a_chart_leaves_out_only_what_nobody_chose() {
    let [kurs, long, short] = ["Nye kurs", "Lange møter", "Korte reiser"];
    let of_school = |chosen: &[&str]| {
        let all: &[&str] = &[kurs, long, short];
        let question = drawn([all, all, all, chosen], |press| {
            press.chart(80.0, &[(kurs, 3, 75), (long, 4, 100), (short, 4, 100)]);
            press.group("Offentlig/Kommune");
            press.chart(80.0, &[(kurs, 3, 33), (long, 3, 33), (short, 3, 33)]);
            press.group("Privat/Skole");
            press.chart(80.0, &[(long, 1, 50), (short, 1, 43)]);
        });
        question.charts.last().is_some_and(|chart| chart.complete)
    };
    assert!(of_school(&[long, short]));
    assert!(!of_school(&[long]));
}
