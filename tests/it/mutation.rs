//! No figure of a report can be changed unnoticed: each is changed in turn, and either a rule finds it
//! or the change is of a kind that nothing in the report speaks against.

use crate::builtin::RULES;
use dekom_lint::report::{self, ReadOptions};
use dekom_lint::rules::{self, Change, Noticed, Options, Reason};
use std::collections::BTreeMap;

fn changes(file: &str) -> Vec<Noticed> {
    let bytes = std::fs::read(format!("fixtures/{file}")).expect("a fixture");
    let report = report::read(&bytes, &ReadOptions::default()).expect("a report");
    rules::mutate(&RULES, &report, &Options::default(), 2)
}

/// How many figures were changed without being noticed, by kind of figure and reason; none is allowed
/// to be so without one.
fn unnoticed(file: &str) -> BTreeMap<(&'static str, Reason), usize> {
    let mut kinds = BTreeMap::new();
    let mut figures = 0;
    for change in changes(file) {
        assert!(!change.is_blind_spot(), "{file}: {:?}", change.mutant);
        if !matches!(change.mutant.change, Change::Figure(..)) {
            continue;
        }
        figures += 1;
        if let Some(reason) = change.reason {
            *kinds.entry((change.mutant.what, reason)).or_default() += 1;
        }
    }
    assert!(figures > 400, "{file}: {figures}");
    kinds
}

/// Nothing in a report says how many submissions there are that it does not show.
const TOTAL: ((&str, Reason), usize) = (("total", Reason::PrintedOnce), 1);

#[test]
fn of_a_clean_report_only_the_total_can_be_raised() {
    assert_eq!(unnoticed("clean.pdf"), BTreeMap::from([TOTAL]));
}

#[test]
fn nor_of_another_survey() {
    assert_eq!(unnoticed("kompetanse.pdf"), BTreeMap::from([TOTAL]));
}

#[test]
fn of_a_text_with_faults_only_they_can_be_mended_as_well() {
    let mends = |what, count| ((what, Reason::MendsFault), count);
    let expected = BTreeMap::from([
        TOTAL,
        mends("sum", 1),
        // The sum is one too high: any of its four addends can be the one that is too low.
        mends("value", 4),
        mends("not stated count", 1),
    ]);
    assert_eq!(unnoticed("report.txt"), expected);
}
