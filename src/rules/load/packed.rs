//! The built-in rules as bytes: what a report is checked with needs no rule file to be read again.
//!
//! The bytes lie beside this file and are made anew by a test (`UPDATE=1`), which fails where they are
//! not what the rule files say. They are used only where they were made from the very rule files that
//! the program was built with.

use super::error::RuleError;
use super::given::Given;
use super::model::RuleSet;
use super::set::load_with;
use crate::rules::builtin::builtin_sources_without_cases;
use crate::rules::lang::pooled;

/// The rules as they were packed.
const PACKED: &[u8] = include_bytes!("builtin.bin");

/// What the rule files were when the program was built, as the build told it.
const FILES: &str = env!("DEKOM_LINT_RULES");

/// The built-in rules as a report is checked with them: without their cases, and without how they are
/// written.
///
/// # Errors
///
/// Mistakes of the rule files, where those were changed and not packed.
pub fn builtin() -> Result<RuleSet, Vec<RuleError>> {
    match unpack(PACKED) {
        Some(rules) => Ok(rules),
        None => load_with(&builtin_sources_without_cases(), &Given::default()),
    }
}

fn unpack(packed: &[u8]) -> Option<RuleSet> {
    let (files, rest): (&str, _) = postcard::take_from_bytes(packed).ok()?;
    if files != FILES {
        return None;
    }
    let (pools, rules) = postcard::take_from_bytes(rest).ok()?;
    pooled::reading(pools, || postcard::from_bytes(rules).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(rules: &RuleSet) -> Vec<u8> {
        let (rules, pools) = pooled::writing(
            || postcard::to_allocvec(rules).unwrap(),
            |patterns, tables| {
                let contents = (
                    patterns.iter().map(|p| &**p).collect::<Vec<_>>(),
                    tables.iter().map(|t| &**t).collect::<Vec<_>>(),
                );
                postcard::to_allocvec(&contents).unwrap()
            },
        );
        let mut packed = postcard::to_allocvec(FILES).unwrap();
        packed.extend(pools);
        packed.extend(rules);
        packed
    }

    #[test]
    fn the_packed_rules_are_those_of_the_rule_files() {
        let sources = builtin_sources_without_cases();
        let rules = load_with(&sources, &Given::default()).unwrap();
        let packed = pack(&rules);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write("src/rules/load/builtin.bin", &packed).unwrap();
        } else {
            assert!(packed == PACKED, "stale: UPDATE=1 cargo test --lib packed");
        }
        let unpacked = unpack(&packed).expect("what was packed");
        assert!(pack(&unpacked) == packed);
    }
}
