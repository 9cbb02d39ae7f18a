//! Any text as a rule file: loaded or refused, and what is loaded runs within its bounds.

use dekom_lint::report::{self, ReadOptions, Report};
use dekom_lint::rules::{self, Options, RuleSource};
use std::sync::LazyLock;

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let text = include_bytes!("../../fixtures/report.txt");
    report::read(text, &ReadOptions::default()).expect("the fixture can be read")
});

/// Panics where it does not hold.
pub(crate) fn holds(text: &str) {
    let source = RuleSource {
        name: "fuzz.toml".to_owned(),
        text: text.to_owned(),
    };
    if let Ok(rules) = rules::load(&[source]) {
        let _ = rules::run(&rules, &REPORT, &Options::default());
    }
}
