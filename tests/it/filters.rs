//! The filter tree of the front page where nothing is indented.

use crate::press::{ENDING, asked, begun_with};

/// The paths of the filter tree with more lines before its last.
fn paths(filter: &[&str]) -> Vec<String> {
    let mut press = begun_with(filter, "Skole - (Privat) 1 svar", "Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    let filters = report.filters.into_iter();
    filters.map(|filter| filter.path).collect()
}

#[test]
fn order_and_sums_tell_what_stands_below_a_sector() {
    assert_eq!(
        paths(&["Barnehage (0)"]),
        [
            "Offentlig",
            "Offentlig/Kommune",
            "Privat",
            "Privat/Barnehage",
            "Privat/Skole"
        ]
    );
    // Where they do not add up, nothing is said of them.
    assert_eq!(
        paths(&["Barnehage (1)"]),
        ["Offentlig", "Kommune", "Privat", "Barnehage", "Skole"]
    );
}
