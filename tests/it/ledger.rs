//! Every run of digits on every page has exactly one fate, and they are all told: on every fixture, and
//! on reports in random layouts.

#![expect(
    clippy::indexing_slicing,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "in a test a panic is the failure it reports, and the generator names its files"
)]

use crate::builtin::RULES;
use crate::generator as fixtures;
use dekom_lint::diagnostics::{FileReport, FileStatus};
use dekom_lint::i18n::Severity;
use dekom_lint::report::{self, Explanation, Fate, Judged, Ledger, ReadOptions};
use dekom_lint::rules::Options;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};

/// The digits of a text, counted by themselves: how many runs there are.
fn runs(text: &str) -> usize {
    let digits: Vec<bool> = text.chars().map(|ch| ch.is_ascii_digit()).collect();
    let begins = |at: usize| digits[at] && (at == 0 || !digits[at - 1]);
    (0..digits.len()).filter(|at| begins(*at)).count()
}

fn lint(name: &str, bytes: &[u8], options: &Options) -> FileReport {
    dekom_lint::lint(bytes, name, &RULES, &ReadOptions::default(), options)
}

/// Follows the digits of a file; those that no rule looked at, by page.
#[track_caller]
fn follow(name: &str, bytes: &[u8]) {
    let file = lint(name, bytes, &Options::default());
    if file.status == FileStatus::Unreadable {
        assert!(file.error.is_some() && file.fates.is_empty(), "{name}");
        return;
    }
    let printed: usize = file.pages.iter().map(|page| runs(&page.text)).sum();
    let told: usize = file.fates.values().sum();
    assert_eq!(told, printed, "{name}: {:?}", file.fates);
    // Page by page, each at its place and none twice.
    let report = report::read(bytes, &ReadOptions::default()).expect("it was read before");
    let ledger = Ledger::of(&report, &Judged::default());
    let mut on_page: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for entry in &ledger.entries {
        on_page
            .entry(entry.page)
            .or_default()
            .push((entry.start, entry.end));
    }
    for page in &report.pages {
        let own = on_page.remove(&page.number).unwrap_or_default();
        assert_eq!(own.len(), runs(&page.text), "{name}, page {}", page.number);
        assert!(own.windows(2).all(|pair| pair[0].1 < pair[1].0), "{name}");
        let digits = |(start, end): &(u32, u32)| {
            let run = page.text.get(*start as usize..*end as usize);
            run.is_some_and(|run| run.chars().all(|ch| ch.is_ascii_digit()))
        };
        assert!(own.iter().all(digits), "{name}, page {}", page.number);
    }
    assert!(on_page.is_empty(), "{name}");
    // What is explained has a place for each of its kinds, and no place twice.
    let places: BTreeSet<(u32, usize)> = file
        .explained
        .iter()
        .map(|one| (one.place.page, one.place.start))
        .collect();
    assert_eq!(places.len(), file.explained.len(), "{name}");
    let told: usize = file.explained.iter().map(|one| runs(&one.place.text)).sum();
    assert!(told >= file.coverage.explained, "{name}");
    for what in Explanation::ALL {
        let counted = file.fates.contains_key(&Fate::Explained(what));
        let stands = file.explained.iter().any(|one| one.what == what);
        assert!(!stands || counted, "{name}: {what:?}");
    }
    // What was not read or not checked is never passed.
    let open = [Fate::Unread, Fate::Read];
    if open.iter().any(|fate| file.fates.contains_key(fate)) {
        let told = file.findings.iter().any(|f| f.severity == Severity::Error);
        assert!(told && file.status == FileStatus::Incomplete, "{name}");
    }
}

#[test]
fn the_fates_of_each_fixture_sum_to_its_digits() {
    let files = std::fs::read_dir("fixtures").expect("fixtures").flatten();
    let mut seen = 0;
    for path in files.map(|entry| entry.path()) {
        let kind = path.extension().and_then(|kind| kind.to_str());
        if matches!(kind, Some("pdf" | "txt")) {
            let bytes = std::fs::read(&path).expect("a file");
            follow(&path.display().to_string(), &bytes);
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, rng_seed: RngSeed::Fixed(9), ..ProptestConfig::default() })]
    #[test]
    fn the_fates_of_a_report_in_any_layout_sum_to_its_digits(seed in any::<u32>()) {
        for (name, bytes) in fixtures::deviating(1, u64::from(seed), false, None, fixtures::Looks::Any).flatten() {
            if !name.ends_with(".json") {
                follow(&format!("{name} of seed {seed}"), &bytes);
            }
        }
    }
}

#[test]
fn figures_of_a_rule_that_is_off_are_told_as_that() {
    let bytes = std::fs::read("fixtures/clean.pdf").expect("a fixture");
    let fates = |options: &Options| {
        let file = lint("clean.pdf", &bytes, options);
        assert_eq!(file.status, FileStatus::Checked);
        file.fates
    };
    let all = fates(&Options::default());
    assert!(!all.contains_key(&Fate::SwitchedOff));
    let off = Options {
        severities: [("stddev-mismatch".to_owned(), None)].into(),
        ..Options::default()
    };
    let fewer = fates(&off);
    let off = fewer.get(&Fate::SwitchedOff).copied().unwrap_or(0);
    assert!(off > 0);
    assert_eq!(
        fewer.get(&Fate::Checked).map(|n| n + off),
        all.get(&Fate::Checked).copied()
    );
}

#[test]
fn each_kind_of_explained_digits_is_told_with_its_place() {
    let bytes = std::fs::read("fixtures/clean.pdf").expect("a fixture");
    let file = lint("clean.pdf", &bytes, &Options::default());
    let of = |what| file.explained.iter().filter(move |one| one.what == what);
    for what in [
        Explanation::PageNumber,
        Explanation::Date,
        Explanation::Title,
        Explanation::Telephone,
    ] {
        assert!(of(what).next().is_some(), "{what:?}");
    }
    let dates: Vec<&str> = of(Explanation::Date)
        .map(|one| one.place.text.as_str())
        .collect();
    assert_eq!(dates.len(), 1, "{dates:?}");
    assert!(of(Explanation::Telephone).all(|one| runs(&one.place.text) > 0));
}
