//! What respondents wrote beside the options, in the list `Andre svar`: it is theirs, however it reads.

use crate::press::{ENDING, Press, Set, asked, begun, chosen};

/// The bars of a chart: label, count, percent.
type Bars<'b> = &'b [(&'b str, u32, u32)];

#[test]
fn an_own_text_that_reads_like_a_value_is_no_bar() {
    for table in [false, true] {
        let draw = |press: &mut Press, bars: Bars<'_>| {
            if table {
                press.table((400.0, 412.0), bars);
            } else {
                press.chart(80.0, bars);
            }
        };
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.page();
        press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
        draw(
            &mut press,
            &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 3, 75)],
        );
        press.own(&["Felles tur", "4 (25%)", "3 (75%)"]);
        press.group("Offentlig/Kommune");
        draw(
            &mut press,
            &[("Kurs", 2, 33), ("Reiser", 1, 17), ("Andre svar", 3, 50)],
        );
        press.group("Privat/Skole");
        draw(
            &mut press,
            &[("Kurs", 1, 100), ("Reiser", 0, 0), ("Andre svar", 0, 0)],
        );
        let answers: [&[&str]; 4] = [
            &["Kurs", "Reiser", "Felles tur"],
            &["Kurs", "4 (25%)"],
            &["3 (75%)"],
            &["Kurs"],
        ];
        chosen(&mut press, answers);
        let question = &press.read().questions[1];
        let bars = question.charts.iter().map(|chart| chart.bars.len());
        assert_eq!(
            bars.collect::<Vec<_>>(),
            [3, 3, 3],
            "{table}: {:?}",
            question.charts
        );
        assert!(
            question.charts.iter().all(|chart| chart.complete),
            "{table}"
        );
        let list = question.other_answers.as_ref().expect("own texts");
        let texts: Vec<&str> = list.texts.iter().map(|text| text.value.as_str()).collect();
        assert_eq!(texts, ["Felles tur", "4 (25%)", "3 (75%)"], "{table}");
    }
}
