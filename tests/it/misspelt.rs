//! Categories and names of which one style prints other letters than the rest does.

use crate::press::{ENDING, FRONT, LEFT, PITCH, Press, Set, names};
use dekom_lint::report::{ReadFailure, Report};

/// How the category of three of the four submissions is spelt in each place, with its sector.
#[derive(Clone, Copy)]
struct Spelt {
    tree: (&'static str, &'static str),
    overview: (&'static str, &'static str),
    heading: (&'static str, &'static str),
    charts: (&'static str, &'static str),
}

impl Spelt {
    /// One way in bold type, the other in the rest.
    fn bold(bold: (&'static str, &'static str), rest: (&'static str, &'static str)) -> Self {
        Self {
            tree: rest,
            overview: bold,
            heading: bold,
            charts: rest,
        }
    }
}

const RIGHT: (&str, &str) = ("Kommune", "Offentlig");

/// The front page and the overview; the third name as given.
fn begun(spelt: Spelt, third: &str) -> Press {
    let mut press = Press::new();
    let (category, sector) = spelt.tree;
    press.set(Set::Text, &FRONT);
    for (indent, line) in [
        (0.0, format!("{sector} (3)")),
        (15.0, format!("{category} (3)")),
        (0.0, "Privat (1)".to_owned()),
        (15.0, "Skole (1)".to_owned()),
    ] {
        press.y += PITCH;
        press.put(LEFT + indent, press.y, Set::Text, &line);
    }
    press.page();
    let (category, sector) = spelt.overview;
    let heading = format!("{category} - ({sector}) 3 svar");
    press.set(Set::Heading, &["Svar oversikt", &heading]);
    press.set(Set::Text, &["Lia kommune", "Nes kommune", third]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press
}

/// Whose answers stand under a heading, each as given.
fn answers(press: &mut Press, heading: (&str, &str), (set, third): (Set, &str), text: &str) {
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(set, &["Elvebakk friskole"]);
    press.set(Set::Text, &[text]);
    press.set(Set::Heading, &[&format!("{} ({})", heading.0, heading.1)]);
    for name in ["Lia kommune", "Nes kommune", third] {
        press.set(set, &[name]);
        press.set(Set::Text, &[text]);
    }
}

/// A report with a question for a text and two that have charts.
fn charted(spelt: Spelt, drawn: bool) -> Result<Report, ReadFailure> {
    let mut press = begun(spelt, "Vik kommune");
    let third = (Set::Name, "Vik kommune");
    press.set(Set::Title, &["Hvem er dere? (4 Svar)"]);
    answers(&mut press, spelt.heading, third, "Tekst: her");
    for title in ["Hva brukte dere midlene til?", "Hva trenger dere mer av?"] {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.chart(80.0, &[("Kurs", 4, 100), ("Reiser", 0, 0)]);
        if drawn {
            let (category, sector) = spelt.charts;
            press.group(&format!("{sector}/{category}"));
            press.chart(80.0, &[("Kurs", 3, 100), ("Reiser", 0, 0)]);
        }
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
        answers(&mut press, spelt.heading, third, "Kurs");
        press.page();
    }
    press.result()
}

/// Whether a report is read whole, with four respondents in two groups.
fn is_whole(report: &Report) -> bool {
    let charts = report
        .questions
        .iter()
        .flat_map(|question| &question.charts);
    let charts = charts.collect::<Vec<_>>();
    let answered = |chart: &&dekom_lint::report::Chart| {
        let mut answers = report
            .questions
            .iter()
            .flat_map(|question| &question.answers);
        chart.group.is_all() || answers.any(|answer| answer.group == chart.group)
    };
    report.overview_complete
        && report.unread.is_empty()
        && report.respondents.len() == 4
        && charts.len() == 6
        && charts.iter().all(|chart| chart.complete)
        && charts.iter().all(answered)
}

#[test]
fn a_category_that_one_style_spells_with_other_letters_is_the_one_that_it_is_near() {
    let near = [
        (("Ko\u{fe}une", "Offentlig"), RIGHT),
        (("Kommune", "Oentlig"), RIGHT),
        (("Kommune", "O entlig"), RIGHT),
        (
            ("H\u{159}gskole", "Offentlig"),
            ("H\u{f8}gskole", "Offentlig"),
        ),
        (("H?gskole", "Offentlig"), ("H\u{f8}gskole", "Offentlig")),
    ];
    for (wrong, right) in near {
        let heading = Spelt {
            heading: wrong,
            ..Spelt::bold(right, right)
        };
        let overview = Spelt {
            overview: wrong,
            ..Spelt::bold(right, right)
        };
        for spelt in [
            Spelt::bold(wrong, right),
            Spelt::bold(right, wrong),
            heading,
            overview,
        ] {
            let report = charted(spelt, true).expect("a report");
            assert!(is_whole(&report), "{wrong:?}");
        }
    }
    assert!(is_whole(
        &charted(Spelt::bold(RIGHT, RIGHT), true).expect("a report")
    ));
}

#[test]
fn two_categories_that_may_both_be_meant_are_told_and_accuse_nobody() {
    let far = ("Xyzzw", "Offentlig");
    for spelt in [Spelt::bold(far, RIGHT), Spelt::bold(RIGHT, far)] {
        let report = charted(spelt, true).expect("a report");
        assert!(!report.overview_complete);
        assert_eq!(report.unread.len(), 1);
        for question in report.questions.iter().skip(1) {
            let whole = question.charts.iter().map(|chart| chart.complete);
            assert_eq!(whole.collect::<Vec<bool>>(), [true, false, true]);
        }
    }
    let overview = Spelt {
        overview: far,
        ..Spelt::bold(RIGHT, RIGHT)
    };
    let report = charted(overview, true).expect("a report");
    assert!(!report.overview_complete);
    assert!(!report.unread.is_empty());
    assert!(
        report
            .questions
            .iter()
            .all(|one| one.charts.iter().all(|chart| chart.complete))
    );
}

#[test]
fn a_heading_that_is_no_category_leaves_its_answers_to_nobody() {
    let heading = Spelt {
        heading: ("Xyzzw", "Offentlig"),
        ..Spelt::bold(RIGHT, RIGHT)
    };
    let read = charted(heading, true);
    assert!(matches!(read, Err(ReadFailure::Misread { .. })), "{read:?}");
}

#[test]
fn a_category_without_a_chart_is_no_stranger() {
    let report = charted(Spelt::bold(RIGHT, RIGHT), false).expect("a report");
    assert!(report.overview_complete);
    for question in report.questions.iter().skip(1) {
        let whole = question.charts.iter().map(|chart| chart.complete);
        assert_eq!(whole.collect::<Vec<bool>>(), [true, true]);
    }
}

/// How many respondents a report has whose third is named so in the overview and under its questions.
fn named(overview: &str, (set, name): (Set, &str)) -> (usize, Vec<String>) {
    let mut press = begun(Spelt::bold(RIGHT, RIGHT), overview);
    for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        answers(&mut press, RIGHT, (set, name), "Tekst: her");
        press.page();
    }
    let report = press.read();
    let question = report.questions.first().expect("a question");
    let names = names(question).into_iter().map(str::to_owned).collect();
    (report.respondents.len(), names)
}

#[test]
fn a_name_of_which_another_font_prints_letters_otherwise_is_the_same() {
    for (listed, printed) in [
        ("\u{10c}\u{e1}hcevik kommune", "\u{c8}\u{e1}hcevik kommune"),
        ("\u{10c}\u{e1}hcevik kommune", "??hcevik kommune"),
        ("\u{c8}\u{e1}hcevik kommune", "\u{10c}\u{e1}hcevik kommune"),
        ("Bufferstad kommune", "Bu\u{fb}erstad kommune"),
    ] {
        let (respondents, names) = named(listed, (Set::Name, printed));
        assert_eq!(respondents, 4, "{printed}");
        assert_eq!(names.last().map(String::as_str), Some(listed));
    }
}

#[test]
fn a_name_that_differs_otherwise_is_another_one() {
    for (listed, printed) in [
        ("Vik kommune", "Vek kommune"),
        ("Vik kommune", "Vikk kommune"),
        ("\u{c5}s kommune", "Os bydel"),
        // One font has one letter for each.
        ("Lia \u{c5}s", "Lia \u{d8}s"),
    ] {
        let set = if listed.starts_with("Lia") {
            Set::Text
        } else {
            Set::Name
        };
        let (respondents, _) = named(listed, (set, printed));
        assert_eq!(respondents, 5, "{printed}");
    }
}
