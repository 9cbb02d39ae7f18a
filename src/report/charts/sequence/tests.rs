//! Bars with labels as they stand in a row, and the charts that are made of them.

use super::super::super::Group;
use super::super::model::Part;
use super::*;
use crate::sample::certain;

/// A bar with this label, the so manieth of a row.
fn bar(label: &str, position: u8) -> Labelled {
    let left = 50.0 * f32::from(position);
    let bbox = Bbox {
        x0: left,
        y0: 10.0,
        x1: left + 20.0,
        y1: 20.0,
    };
    Labelled {
        value: Some(Value {
            count: certain(1),
            percent: certain(50),
            decimals: 0,
            page: 0,
            bbox,
            size: 8.0,
            line_index: 0,
            word: 0,
        }),
        parts: vec![Part {
            printed: certain(label.to_owned()),
            text: label.to_owned(),
            bbox,
        }],
        page: 0,
        y: 10.0,
        column: (left, left + 50.0),
    }
}

/// The charts of bars with these labels, each with its options and whether it has them all.
fn charts(labels: &[&str], options: &[&str]) -> Vec<(Vec<String>, bool)> {
    let bars: Vec<Labelled> = labels
        .iter()
        .copied()
        .zip(0..)
        .map(|(l, p)| bar(l, p))
        .collect();
    let texts = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let charts = alike(&bars, &texts(labels), &texts(options), Vec::new());
    let alone = charts.len() == 1;
    let charts = charts.into_iter().map(|chart| {
        let options = chart.bars.into_iter().map(|bar| bar.option).collect();
        // Without headings, which of several is whose chart is not known, and none is complete.
        (options, chart.complete || !alone)
    });
    charts.collect()
}

fn named(options: &[&str]) -> Vec<String> {
    options.iter().map(|option| (*option).to_owned()).collect()
}

#[test]
fn a_chart_begins_where_the_first_option_comes_again() {
    assert_eq!(
        charts(&["Ja", "Nei", "Ja", "Nei"], &["Ja", "Nei"]),
        [(named(&["Ja", "Nei"]), true), (named(&["Ja", "Nei"]), true)]
    );
    assert_eq!(
        charts(&["Ja", "Nei"], &["Ja", "Nei"]),
        [(named(&["Ja", "Nei"]), true)]
    );
    let lacking = charts(&["Ja"], &["Ja", "Nei"]);
    assert_eq!(lacking, [(named(&["Ja"]), false)], "one option has no bar");
    let strange = charts(&["Ja", "Kanskje"], &["Ja", "Nei"]);
    assert_eq!(
        strange,
        [(named(&["Ja", "Kanskje"]), false)],
        "what no answer says"
    );
}

#[test]
fn a_chart_ends_with_the_others() {
    assert_eq!(
        charts(&["Ja", "Nei", OTHER, "Nei", OTHER], &["Ja", "Nei"]),
        [
            (named(&["Ja", "Nei", OTHER]), true),
            (named(&["Nei", OTHER]), true)
        ],
        "the first option of the second has no bar"
    );
    assert_eq!(
        charts(&["Ja", "Nei", OTHER], &["Ja", "Nei"]),
        [(named(&["Ja", "Nei", OTHER]), true)]
    );
}

#[test]
fn the_first_label_of_a_chart_may_be_cut_by_its_page() {
    assert_eq!(
        charts(
            &["Kursinorsk", "Nett", "Kurs", "Nett"],
            &["Kursinorsk", "Nett"]
        ),
        [
            (named(&["Kursinorsk", "Nett"]), true),
            (named(&["Kursinorsk", "Nett"]), true)
        ]
    );
    assert_eq!(
        charts(&["Kursinorsk", "Kurs"], &["Kursinorsk", "Kurs"]),
        [(named(&["Kursinorsk", "Kurs"]), true)],
        "before all options are there, it is one of them"
    );
}

#[test]
fn the_options_are_those_of_most_charts() {
    let of = |labels: &[&str]| options(&named(labels));
    assert_eq!(of(&["Ja", "Nei", "Ja", "Nei"]), named(&["Ja", "Nei"]));
    assert_eq!(of(&["Ja", "Ja", "Nei", "Ja", "Nei"]), named(&["Ja", "Nei"]));
    assert_eq!(
        of(&["Ja", "Nei", OTHER, "Ja", "Nei"]),
        named(&["Ja", "Nei"])
    );
    assert_eq!(of(&["Ja", "Nei", "", "Ja", "Nei"]), named(&["Ja", "Nei"]));
    assert_eq!(
        of(&["Ja", "Nei", "Vet", "Nei"]),
        named(&["Ja", "Nei", "Vet"])
    );
    assert_eq!(of(&[]), named(&[]));
}

#[test]
fn a_label_that_the_edge_of_its_page_cuts_is_the_one_that_begins_so() {
    let named_over = |labels: &[&str], on_first: usize| {
        let bars = labels.iter().zip(0..).enumerate();
        let bars: Vec<Labelled> = bars
            .map(|(at, (label, position))| Labelled {
                page: usize::from(at >= on_first),
                ..bar(label, position)
            })
            .collect();
        uncut(&bars, &named(labels))
    };
    let labels = ["Nett", "Kurs", "Nett", "Kursinorsk"];
    let whole = named(&["Nett", "Kursinorsk", "Nett", "Kursinorsk"]);
    assert_eq!(named_over(&labels, 2), whole);
    assert_eq!(named_over(&labels, 4), named(&labels), "no page ends there");
    let two = ["Nett", "Kurs", "Kursinorsk", "Kursisamisk"];
    assert_eq!(named_over(&two, 2), named(&two), "it may be either");
}

#[test]
fn an_option_is_called_as_own_texts_are_where_it_has_bars_of_nothing() {
    /// For each chart what its bar of that name counts, if it has one.
    fn is_called_so(others: &[Option<i64>]) -> bool {
        let chart = |count: &Option<i64>| Chart {
            group: Group::default(),
            heading: None,
            bars: Vec::from_iter(count.map(|count| Bar {
                option: OTHER.to_owned(),
                label: certain(OTHER.to_owned()),
                count: certain(count),
                percent: certain(0),
                decimals: 0,
                other: true,
            })),
            complete: true,
        };
        is_option(&others.iter().map(chart).collect::<Vec<_>>())
    }
    assert!(!is_called_so(&[Some(2), Some(1), None]));
    assert!(is_called_so(&[Some(2), Some(2), Some(0)]));
    assert!(is_called_so(&[Some(2), Some(2), Some(0), None]));
    assert!(
        !is_called_so(&[Some(2), Some(1), Some(0), None, None]),
        "one of two is printed as none"
    );
    assert!(is_called_so(&[Some(2), Some(0), Some(0), None, None]));
}
