//! No figure of a report can be changed unnoticed: each is changed in turn, and either a rule finds it
//! or the change is of a kind that nothing in the report speaks against.

use crate::builtin::RULES;
use dekom_lint::report::{self, ReadOptions};
use dekom_lint::rules::{self, Change, Noticed, Options, PackChoice, Reason};
use std::collections::BTreeMap;

fn changes(file: &[u8], packs: PackChoice) -> Vec<Noticed> {
    let report = report::read(file, &ReadOptions::default()).expect("a report");
    let options = Options {
        packs,
        ..Options::default()
    };
    rules::mutate(&RULES, &report, &options, 2)
}

/// How many figures were changed without being noticed, by kind of figure and reason; none is allowed
/// to be so without one.
fn unnoticed(
    file: &[u8],
    packs: PackChoice,
    least: usize,
) -> BTreeMap<(&'static str, Reason), usize> {
    let mut kinds = BTreeMap::new();
    let mut figures = 0;
    for change in changes(file, packs) {
        assert!(!change.is_blind_spot(), "{:?}", change.mutant);
        if !matches!(change.mutant.change, Change::Figure(..)) {
            continue;
        }
        figures += 1;
        if let Some(reason) = change.reason {
            *kinds.entry((change.mutant.what, reason)).or_default() += 1;
        }
    }
    assert!(figures > least, "{figures}");
    kinds
}

/// Nothing in a report says how many submissions there are that it does not show.
const TOTAL: ((&str, Reason), usize) = (("total", Reason::PrintedOnce), 1);

/// The general pack alone: it judges the figures of any survey, and a pack adds nothing to that.
const GENERAL: PackChoice = PackChoice::Forced(Vec::new());

/// It has every kind of question and of figure.
#[test]
fn of_a_clean_report_only_the_total_can_be_raised() {
    let file = std::fs::read("fixtures/kompetanse.pdf").expect("a fixture");
    let own = PackChoice::Auto;
    assert_eq!(unnoticed(&file, own, 400), BTreeMap::from([TOTAL]));
}

const TEXT: &str = include_str!("../../rules/bases/partnership.txt");

#[test]
fn nor_of_another_survey_in_a_text() {
    assert_eq!(
        unnoticed(TEXT.as_bytes(), GENERAL, 200),
        BTreeMap::from([TOTAL])
    );
}

#[test]
fn of_a_text_with_faults_only_they_can_be_mended_as_well() {
    let faults = [
        ("Sum: 15", "Sum: 16"),
        ("Ikke angitt (2 Svar)", "Ikke angitt (3 Svar)"),
    ];
    let text = faults.iter().fold(TEXT.to_owned(), |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    });
    let mends = |what, count| ((what, Reason::MendsFault), count);
    let expected = BTreeMap::from([
        TOTAL,
        mends("sum", 1),
        // The sum is one too high: one more in 9 leaves the median as it is printed, one more in 6 does not.
        mends("value", 1),
        mends("not stated count", 1),
    ]);
    assert_eq!(unnoticed(text.as_bytes(), GENERAL, 200), expected);
}
