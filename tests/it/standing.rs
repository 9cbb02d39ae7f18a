//! Where things stand, as a reader is shown it: pages of questions, boxes of figures, the number at the
//! foot of a page; and which questions a page touches that could not be read.

use crate::press::{ENDING, Set, asked, begun, ten_pages};
use dekom_lint::pdf::{Lost, RawPage};
use dekom_lint::report::GapKind;

#[test]
fn a_figure_inside_a_word_has_its_share_of_the_words_box() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    asked(&mut press, "Hva gjør dere?", "Vik kommune");
    let report = press.read();
    // Of `(4`, each of whose letters is six points wide.
    let count = report.questions[0].reported_count.as_ref();
    let bbox = count.and_then(|count| count.span.bbox).expect("a box");
    let before = f32::from(u8::try_from("Hva heter dere? (".len()).expect("short"));
    let left = 60.0 + 6.0 * before;
    assert!((bbox.x0 - left).abs() < 0.1, "{bbox:?}");
    assert!((bbox.x1 - left - 6.0).abs() < 0.1, "{bbox:?}");
    let pages: Vec<(u32, u32)> = report.questions.iter().map(|asks| asks.pages).collect();
    assert_eq!(pages, [(3, 3), (4, 4)]);
}

#[test]
fn a_page_that_could_not_be_read_touches_the_questions_beside_it_alone() {
    let mut press = ten_pages();
    // The page of the fifth question.
    let page = press.pages.get_mut(6).expect("a page");
    (page.glyphs, page.runs) = (Vec::new(), Vec::new());
    page.lost = Some(Lost::Content);
    let report = press.read();
    let kinds: Vec<GapKind> = report.gaps.iter().map(|gap| gap.kind).collect();
    assert_eq!(kinds, [GapKind::UnreadPage]);
    let whole: Vec<bool> = report.questions.iter().map(|asks| asks.complete).collect();
    let mut expected = [true; 9];
    (expected[3], expected[4]) = (false, false);
    assert_eq!(whole, expected);
}

#[test]
fn letters_that_nobody_sees_are_told_at_the_first_of_their_pages() {
    let mut press = ten_pages();
    for index in [7, 4] {
        press.pages.get_mut(index).expect("a page").hidden = 3;
    }
    let report = press.read();
    let gap = report.gaps.first().expect("a gap");
    assert_eq!((gap.kind, gap.missing), (GapKind::HiddenText, Some(6)));
    assert_eq!((gap.after_page, gap.at.span.page), (5, 5));
    assert!(
        gap.pages.contains('5') && gap.pages.contains('8'),
        "{}",
        gap.pages
    );
}

#[test]
fn numbers_at_the_foot_of_pages_may_stand_a_little_higher_on_some() {
    let mut press = ten_pages();
    let pages: Vec<RawPage> = std::mem::take(&mut press.pages);
    for (number, page) in (1_u8..).zip(pages) {
        press.pages.push(page);
        let lower = if number % 2 == 0 { 1.8 } else { 0.0 };
        press.put(300.0, 802.2 + lower, Set::Text, &number.to_string());
    }
    // The fifth question's page is gone.
    press.pages.remove(6);
    let report = press.read();
    let gaps = report.gaps.iter();
    let gaps: Vec<_> = gaps
        .map(|gap| (gap.kind, gap.after_page, gap.missing))
        .collect();
    assert_eq!(gaps, [(GapKind::MissingPages, 6, Some(1))]);
    assert!(report.unread.is_empty());
}
