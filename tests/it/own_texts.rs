//! What respondents wrote beside the options, in the list `Andre svar`: it is theirs, however it reads.

use crate::press::{CHART, ENDING, PART, PITCH, Press, Set, asked, begun, chosen};
use crate::producers::drawn;
use dekom_lint::report::Question;

/// The bars of a chart: label, count, percent.
type Bars<'b> = &'b [(&'b str, u32, u32)];

#[test]
fn an_own_text_that_reads_like_a_value_is_no_bar() {
    for way in ["standing", "table", "lying"] {
        let draw = |press: &mut Press, bars: Bars<'_>| {
            match way {
                "table" => press.table((400.0, 412.0), bars),
                "lying" => press.lying(bars),
                _ => press.chart(80.0, bars),
            };
        };
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.page();
        press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
        draw(
            &mut press,
            &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 3, 75)],
        );
        press.own(&["4 (25%)", "Felles tur", "3 (75%)"]);
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
            "{way}: {:?}",
            question.charts
        );
        assert!(question.charts.iter().all(|chart| chart.complete), "{way}");
        let list = question.other_answers.as_ref().expect("own texts");
        let texts: Vec<&str> = list.texts.iter().map(|text| text.value.as_str()).collect();
        assert_eq!(texts, ["4 (25%)", "Felles tur", "3 (75%)"], "{way}");
    }
}

#[test]
fn a_label_may_stand_in_the_middle_of_its_cell() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    // Two lines under the first bar, and between them the one under the second.
    let mut cells = |group: Option<&str>, bars: [(u32, u32); 2]| {
        if let Some(group) = group {
            press.group(group);
        }
        let [(count, percent), (other, of_all)] = bars;
        press.chart(80.0, &[("Møter,", count, percent), ("", other, of_all)]);
        let foot = press.y - press.label;
        press.put(CHART + 80.0, foot + 5.0, Set::Label, "Andre svar");
        press.put(CHART, foot + 10.0, Set::Label, "reiser");
        press.y = foot + 24.0;
    };
    cells(None, [(3, 75), (1, 25)]);
    cells(Some("Offentlig/Kommune"), [(2, 67), (1, 33)]);
    cells(Some("Privat/Skole"), [(1, 100), (0, 0)]);
    chosen(
        &mut press,
        [
            &["Møter, reiser"],
            &["Møter, reiser"],
            &["Tur"],
            &["Møter, reiser"],
        ],
    );
    let question = &press.read().questions[1];
    assert_eq!(question.options, ["Møter, reiser"]);
    assert!(question.charts.iter().all(|chart| chart.bars[1].other));
}

#[test]
fn an_own_text_may_be_hyphenated_otherwise_in_the_list() {
    for (listed, answered) in [
        (
            ["Vi har planleg-", "gingsmøter"],
            "Vi har planleggingsmøter",
        ),
        (
            ["Vi har", "planleggingsmøter"],
            "Vi har planleg-|gingsmøter",
        ),
    ] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.page();
        press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
        press.chart(80.0, &[("Kurs", 3, 75), ("Andre svar", 2, 50)]);
        press.own(&[listed[0], listed[1], "Tur"]);
        press.group("Offentlig/Kommune");
        press.chart(80.0, &[("Kurs", 2, 50), ("Andre svar", 2, 50)]);
        press.group("Privat/Skole");
        press.chart(80.0, &[("Kurs", 1, 100), ("Andre svar", 0, 0)]);
        chosen(
            &mut press,
            [&["Kurs", answered], &["Kurs"], &["Tur"], &["Kurs"]],
        );
        let question = &press.read().questions[1];
        let list = question.other_answers.as_ref().expect("own texts");
        assert_eq!(list.texts.len(), 2, "{:?}", list.texts);
        assert!(question.answers[0].own_text.is_some(), "{answered}");
        assert!(question.answers[0].comment.is_none(), "{answered}");
    }
}

#[test]
fn an_option_that_stands_again_under_a_name_is_what_the_respondent_wrote() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(80.0, &[("Kurs", 3, 75), ("Reiser", 2, 50)]);
    press.group("Offentlig/Kommune");
    press.chart(80.0, &[("Kurs", 2, 67), ("Reiser", 2, 67)]);
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    chosen(
        &mut press,
        [
            &["Kurs", "Reiser", "2", "(67%)", "Kurs"],
            &["Kurs"],
            &["Reiser"],
            &["Kurs"],
        ],
    );
    let question = &press.read().questions[1];
    let first = &question.answers[0];
    assert_eq!(first.choices.len(), 2, "{:?}", first.choices);
    let comment = first.comment.as_ref().map(|text| text.value.as_str());
    assert!(
        comment.is_some_and(|text| text.ends_with("Kurs")),
        "{comment:?}"
    );
    let bars = question
        .charts
        .iter()
        .flat_map(|chart| chart.bars.iter().map(move |bar| (chart, bar)));
    for (chart, bar) in bars {
        assert_eq!(question.chosen(&chart.group, bar), bar.count.value);
    }
}

/// Whether the charts of a question are whole whose chart for all and list of own texts are as given.
fn whole(bars: Bars<'_>, listed: &[&str]) -> bool {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(80.0, bars);
    if !listed.is_empty() {
        press.own(listed);
    }
    press.group("Offentlig/Kommune");
    let of_group: Bars<'_> = if listed.is_empty() {
        &[("Kurs", 3, 75), ("Reiser", 1, 25)]
    } else {
        &[("Kurs", 3, 60), ("Reiser", 1, 20), ("Andre svar", 1, 20)]
    };
    press.chart(80.0, of_group);
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    let third: &[&str] = if listed.is_empty() {
        &["Kurs"]
    } else {
        &["Kurs", "Felles tur"]
    };
    chosen(
        &mut press,
        [&["Kurs"], &["Kurs", "Reiser"], third, &["Kurs"]],
    );
    let report = press.read();
    let question = report.questions.last().expect("a question");
    question.charts_whole()
}

#[test]
fn the_chart_for_all_counts_the_own_texts_that_are_listed() {
    let counted = [("Kurs", 4, 100), ("Reiser", 1, 25), ("Andre svar", 1, 25)];
    assert!(whole(&counted, &["Felles tur"]));
    assert!(!whole(&counted[..2], &["Felles tur"]));
    assert!(whole(&counted[..2], &[]));
}

/// A question whose list of own texts and whose chart of the municipalities are as given, of which one wrote.
fn listed(own: &[&str], of_group: Bars<'_>) -> Question {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        80.0,
        &[("Kurs", 4, 100), ("Reiser", 1, 25), ("Andre svar", 2, 50)],
    );
    press.own(own);
    press.group("Offentlig/Kommune");
    press.chart(80.0, of_group);
    press.group("Privat/Skole");
    press.chart(
        80.0,
        &[("Kurs", 1, 50), ("Reiser", 0, 0), ("Andre svar", 1, 50)],
    );
    let answers: [&[&str]; 4] = [
        &["Kurs"],
        &["Kurs", "Reiser"],
        &["Kurs", "Felles tur"],
        &["Kurs", "Egen tur"],
    ];
    chosen(&mut press, answers);
    press.read().questions.pop().expect("a question")
}

#[test]
fn a_group_that_wrote_has_a_bar_of_own_texts() {
    let own = ["Felles tur", "Egen tur"];
    let whole = [("Kurs", 3, 60), ("Reiser", 1, 20), ("Andre svar", 1, 20)];
    assert!(
        listed(&own, &whole)
            .charts
            .iter()
            .all(|chart| chart.complete)
    );
    let lost = listed(&own, &whole[..2]);
    let complete = lost.charts.iter().map(|chart| chart.complete);
    assert_eq!(complete.collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn what_is_left_of_a_bar_is_no_own_text() {
    let whole = [("Kurs", 3, 60), ("Reiser", 1, 20), ("Andre svar", 1, 20)];
    let certain = |own: &[&str]| listed(own, &whole).other_answers.expect("a list").certain;
    assert!(certain(&["Felles tur", "Egen tur"]));
    // Somebody may have written it, and it is not found under a name.
    assert!(certain(&["Felles tur", "Egen tur", "Uten navn"]));
    for rest in ["1", "Andre svar"] {
        assert!(!certain(&["Felles tur", "Egen tur", rest]), "{rest}");
    }
}

#[test]
fn the_list_under_a_table_is_no_part_of_its_last_label() {
    let own = [
        "Felles tur for|alle som arbeider|på skolen",
        "Bøker til alle|trinn og til alle|lærerne",
        "Vikarer på den|dagen som er satt|av til møter",
    ];
    let question = drawn(
        [&["Kurs", own[0]], &[own[1]], &[own[2]], &["Kurs"]],
        |press| {
            let at = (480.0, 520.0);
            press.table(at, &[("Kurs", 2, 50), ("Andre svar", 3, 75)]);
            // Larger than labels are, and near below the last of them.
            press.y += 7.0;
            for line in ["Andre svar"]
                .into_iter()
                .chain(own.iter().flat_map(|text| text.split('|')))
            {
                press.y += PITCH;
                press.put(CHART, press.y, Set::Text, line);
            }
            press.y += PART;
            press.group("Offentlig/Kommune");
            press.table(at, &[("Kurs", 1, 25), ("Andre svar", 3, 75)]);
            press.group("Privat/Skole");
            press.table(at, &[("Kurs", 1, 100)]);
        },
    );
    let texts = question.other_answers.expect("a list").texts;
    assert_eq!(texts.len(), own.len());
    let of_all = question.charts.first().expect("a chart");
    let labels: Vec<&str> = of_all.bars.iter().map(|bar| bar.option.as_str()).collect();
    assert_eq!(labels, ["Kurs", "Andre svar"]);
}
