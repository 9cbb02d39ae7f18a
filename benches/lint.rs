//! Reading, parsing and checking apart: `cargo bench`.
//!
//! `DEKOM_LINT_BENCH=FILE.pdf cargo bench` measures another file beside the fixtures.
#![expect(clippy::unwrap_used, reason = "in a benchmark a panic ends it")]
#![expect(missing_docs, reason = "divan makes the functions of its own")]

use dekom_lint::pdf::{self, wire};
use dekom_lint::report::{self, ReadOptions, Report};
use dekom_lint::rules::{self, Options, RuleSet};
use dekom_lint::text;
use divan::Bencher;

fn main() {
    divan::main();
}

fn files() -> Vec<String> {
    let own = [
        "fixtures/clean.pdf",
        "fixtures/chromium-like.pdf",
        "fixtures/standard-faults.pdf",
    ];
    let other = std::env::var("DEKOM_LINT_BENCH").ok();
    own.map(str::to_owned).into_iter().chain(other).collect()
}

fn raw(file: &str) -> pdf::RawDocument {
    report::read_raw(&std::fs::read(file).unwrap(), &ReadOptions::default()).unwrap()
}

fn read(file: &str) -> Report {
    report::from_raw(raw(file)).unwrap()
}

fn set() -> RuleSet {
    rules::load(&rules::builtin_sources()).unwrap_or_else(|_| unreachable!())
}

#[divan::bench(args = files())]
fn a_reading(bencher: Bencher<'_, '_>, file: &str) {
    let bytes = std::fs::read(file).unwrap();
    bencher.bench(|| report::read_raw(&bytes, &ReadOptions::default()));
}

#[divan::bench(args = files())]
fn b_piping(bencher: Bencher<'_, '_>, file: &str) {
    let document = raw(file);
    bencher.bench(|| {
        let mut bytes = Vec::new();
        wire::write(&document, &mut bytes).unwrap();
        wire::read(&mut bytes.as_slice()).unwrap()
    });
}

#[divan::bench(args = files())]
fn c_assembling(bencher: Bencher<'_, '_>, file: &str) {
    let document = raw(file);
    bencher
        .with_inputs(|| document.clone())
        .bench_values(text::assemble);
}

#[divan::bench(args = files())]
fn d_parsing(bencher: Bencher<'_, '_>, file: &str) {
    let document = text::assemble(raw(file));
    bencher
        .with_inputs(|| document.clone())
        .bench_values(report::parse);
}

#[divan::bench]
fn e_loading_rules() -> RuleSet {
    set()
}

#[divan::bench(args = files())]
fn f_checking(bencher: Bencher<'_, '_>, file: &str) {
    let (report, rules) = (read(file), set());
    bencher.bench(|| rules::run(&rules, &report, &Options::default()));
}

#[divan::bench(args = files())]
fn g_whole(bencher: Bencher<'_, '_>, file: &str) {
    let bytes = std::fs::read(file).unwrap();
    bencher.bench(|| {
        let (reading, options) = (ReadOptions::default(), Options::default());
        dekom_lint::lint(&bytes, file, &set(), &reading, &options)
    });
}
