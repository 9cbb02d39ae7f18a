//! Any text as a rule file: loaded or refused, and what is loaded runs within its bounds.
#![no_main]

use dekom_lint::report::{self, ReadOptions, Report};
use dekom_lint::rules::{self, Options, RuleSource};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let text = include_bytes!("../../fixtures/report.txt");
    report::read(text, &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
});

fuzz_target!(|text: &str| {
    let source = RuleSource {
        name: "fuzz.toml".to_owned(),
        text: text.to_owned(),
    };
    if let Ok(rules) = rules::load(&[source]) {
        let _ = rules::run(&rules, &REPORT, &Options::default());
    }
});
