//! The built-in rules, and what their cases give: loaded and tried once for all tests of this binary.

use dekom_lint::rules::{self, CaseResult, RuleSet};
use std::sync::LazyLock;

/// The rules.
pub(crate) static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    rules::load(&rules::builtin_sources()).unwrap_or_else(|_| unreachable!("they have no mistakes"))
});

/// What each of their cases gives, in the order of the rules.
pub(crate) static CASES: LazyLock<Vec<CaseResult<'static>>> =
    LazyLock::new(|| rules::test_cases(&RULES, &|_| true));
