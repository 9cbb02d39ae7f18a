//! Any text → report → findings, twice the same.

use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{self, Options, RuleSet};
use std::sync::LazyLock;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    rules::load(&rules::builtin_sources()).expect("the built-in rules can be loaded")
});

/// Panics where it does not hold.
pub(crate) fn holds(bytes: &[u8]) {
    // A PDF has a target of its own.
    if dekom_lint::report::is_pdf(bytes) {
        return;
    }
    let lint = || {
        let (reading, options) = (ReadOptions::default(), Options::default());
        let file = dekom_lint::lint(bytes, "x", &RULES, &reading, &options);
        format!("{:?}{:?}", file.findings, file.coverage)
    };
    assert_eq!(lint(), lint());
}
