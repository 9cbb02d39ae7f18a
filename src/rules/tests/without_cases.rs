//! What a report is checked with: the built-in rules, without their cases.

use crate::rules::{builtin_sources, builtin_sources_without_cases, load};

#[test]
fn the_built_in_rules_are_the_same_without_their_cases() {
    let whole = load(&builtin_sources()).unwrap_or_else(|_| unreachable!());
    let bare = load(&builtin_sources_without_cases()).unwrap_or_else(|_| unreachable!());
    assert_eq!(whole.rules().count(), bare.rules().count());
    for (whole, bare) in whole.rules().zip(bare.rules()) {
        assert_eq!(whole.id, bare.id);
        assert_eq!(whole.parts.len(), bare.parts.len(), "{}", bare.id);
        assert!(!whole.cases.is_empty() && bare.cases.is_empty());
    }
}
