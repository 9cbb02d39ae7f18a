//! Pictures on the pages: what one shows in the text's place is told, and nobody is judged by it.

use crate::press::{ENDING, LEFT, Press, Set, asked, begun, chosen};
use dekom_lint::pdf::RawPicture;
use dekom_lint::report::{GapKind, Report};

/// Where the picture stands: left, top, width, height.
type Place = (f32, f32, f32, f32);

fn paste(press: &mut Press, (x0, y0, wide, high): Place) {
    let page = press.pages.last_mut().expect("a page");
    page.pictures.push(RawPicture {
        x0,
        y0,
        x1: x0 + wide,
        y1: y0 + high,
    });
}

/// The pages and the questions of which pictures are told.
fn told(report: &Report) -> Vec<(u32, Vec<usize>)> {
    let gaps = report.gaps.iter();
    let of = gaps.filter(|gap| gap.kind == GapKind::Picture);
    of.map(|gap| (gap.after_page, gap.questions.clone()))
        .collect()
}

/// Two questions, of which the second lacks a respondent where `all` is false, with a picture in the
/// room that the one would take, and as far to the right and as large as given.
fn among_answers((x0, wide, high): (f32, f32, f32), all: bool) -> Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.y += 50.0;
    press.set(Set::Title, &["Hvor er dere? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    press.set(Set::Name, &["Lia kommune"]);
    press.set(Set::Text, &["Tekst: her"]);
    let top = press.y;
    paste(&mut press, (x0, top + 2.0, wide, high));
    press.y += 40.0;
    let names = ["Nes kommune", "Vik kommune"];
    for name in names.iter().skip(usize::from(!all)) {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: der"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der"]);
    press.read()
}

#[test]
fn a_picture_among_answers_holds_the_question_back() {
    for all in [false, true] {
        let report = among_answers((LEFT, 200.0, 34.0), all);
        assert_eq!(told(&report), [(4, vec![1])]);
        assert!(!report.questions[1].complete);
        assert!(report.questions[0].complete || !all);
    }
}

#[test]
fn what_shows_no_line_of_text_is_no_matter() {
    for place in [
        (LEFT, 30.0, 30.0),
        (LEFT, 200.0, 5.0),
        (350.0, 200.0, 34.0),
        // A code for a telephone.
        (LEFT, 41.0, 41.0),
        // So high that answers are printed on it.
        (LEFT, 200.0, 80.0),
    ] {
        let report = among_answers(place, true);
        assert_eq!(told(&report), [], "{place:?}");
        assert!(report.questions[1].complete);
    }
}

#[test]
fn what_stands_on_two_pages_or_in_a_margin_is_a_mark() {
    for (place, pages) in [
        ((LEFT, 600.0, 200.0, 40.0), 2),
        ((LEFT, 20.0, 200.0, 40.0), 1),
        ((LEFT, 790.0, 200.0, 40.0), 1),
    ] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        paste(&mut press, place);
        press.page();
        press.y += 30.0;
        asked(&mut press, "Hvor er dere?", "Vik kommune");
        if pages == 2 {
            paste(&mut press, place);
        }
        press.page();
        press.y += 60.0;
        asked(&mut press, "Hvem er dere?", "Vik kommune");
        assert_eq!(told(&press.read()), [], "{place:?}");
    }
}

#[test]
fn a_chart_may_be_a_picture_with_its_figures_beside_it() {
    let read = |figures: bool| {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.page();
        press.y += 50.0;
        press.set(Set::Title, &["Blir dere med? (4 Svar)"]);
        let top = press.y;
        paste(&mut press, (LEFT, top + 2.0, 100.0, 60.0));
        if figures {
            press.legend(&["Ja: 3 (75%)", "Nei: 1 (25%)"]);
        }
        press.y = top + 70.0;
        chosen(&mut press, [&["Ja"], &["Ja"], &["Nei"], &["Ja"]]);
        press.read()
    };
    assert_eq!(told(&read(true)), []);
    let report = read(false);
    assert_eq!(told(&report), [(4, vec![1])]);
    assert!(!report.questions[1].complete);
}

#[test]
fn a_picture_on_the_front_page_may_be_a_logo_above_what_is_shown() {
    for (top, found) in [(150.0, true), (84.0, false)] {
        let mut press = begun("Vik kommune", ENDING);
        let page = press.pages.first_mut().expect("a page");
        // What was printed in its place is gone.
        page.runs.retain(|run| {
            if found {
                run.y < 140.0
            } else {
                run.y < 90.0 || run.y > 120.0
            }
        });
        page.pictures.push(RawPicture {
            x0: LEFT,
            y0: top,
            x1: LEFT + 150.0,
            y1: top + 30.0,
        });
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        let report = press.read();
        assert_eq!(told(&report).len(), usize::from(found), "{top}");
        assert_eq!(report.overview_complete, !found);
    }
}

#[test]
fn a_logo_hides_nothing_though_the_filters_are_gone() {
    for (top, hides) in [(84.0, false), (150.0, true)] {
        let mut press = begun("Vik kommune", ENDING);
        let page = press.pages.first_mut().expect("a page");
        page.runs
            .retain(|run| run.y < 90.0 || (120.0..140.0).contains(&run.y));
        page.pictures.push(RawPicture {
            x0: LEFT,
            y0: top,
            x1: LEFT + 150.0,
            y1: top + 30.0,
        });
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        assert_eq!(told(&press.read()).len(), usize::from(hides), "{top}");
    }
}

#[test]
fn a_picture_at_the_end_is_told_where_answers_are_missing() {
    for whole in [true, false] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.page();
        press.y += 50.0;
        asked(&mut press, "Hvor er dere?", "Vik kommune");
        if !whole {
            let page = press.pages.last_mut().expect("a page");
            let from = page.runs.len() - 2;
            page.runs.truncate(from);
        }
        let top = press.y;
        paste(&mut press, (LEFT, top + 4.0, 150.0, 40.0));
        let report = press.read();
        assert_eq!(told(&report).len(), usize::from(!whole));
        assert_eq!(report.questions[1].complete, whole);
    }
}
