//! The built-in rules load, and one runs from end to end.

use super::build::Builder;
use crate::report::Kind;
use crate::rules::{Options, builtin_sources, load, run};

#[test]
fn builtin_rules_load() {
    let loaded = load(&builtin_sources());
    if let Err(errors) = loaded {
        let all: Vec<String> = errors
            .iter()
            .map(|e| {
                format!(
                    "{} {:?}: {} ({:?})",
                    e.file(),
                    e.span(),
                    e.message(),
                    e.advice()
                )
            })
            .collect();
        panic!("{}", all.join("\n"));
    }
}

#[test]
fn a_wrong_sum_is_found() {
    let mut builder = Builder::new();
    builder
        .question(Kind::Integer, "Hvor mange?")
        .stats([3, 1040, 347, 20, 565])
        .integer("Aa", "G/K", 20)
        .integer("Bb", "G/K", 1000)
        .blank("Cc", "G/K")
        .end();
    let report = builder.done();
    let rules = load(&builtin_sources()).expect("the built-in rules are whole");
    let outcome = run(&rules, &report, &Options::default());
    let hit = outcome
        .hits
        .iter()
        .find(|h| h.rule == "sum-mismatch")
        .expect("found");
    assert_eq!(hit.primary.text, "1040");
    assert_eq!(
        hit.message.nb,
        "Summen av svarene er 1\u{a0}020, men rapporten oppgir 1\u{a0}040."
    );
    assert_eq!(hit.labels.len(), 2);
    assert!(hit.help.nb.contains("talt to ganger"));
}
