//! What checking costs beside reading, on a report of usual size and on one as large as they come:
//! `cargo bench --bench rules`.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement is for reading, and a panic ends it"
)]

#[expect(
    dead_code,
    unused_imports,
    reason = "one of the generator's reports is measured"
)]
#[path = "../examples/fixtures/mod.rs"]
mod fixtures;

use dekom_lint::report::{self, ReadOptions};
use dekom_lint::rules::{self, Options};
use std::time::{Duration, Instant};

/// Submissions, questions, and how often each step is taken; the shortest time counts.
const SIZES: [(usize, usize, u32); 2] = [(16, 27, 20), (1000, 60, 3)];

fn main() {
    // `cargo test --benches` asks for no measurement.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let rules = rules::load(&rules::builtin_sources()).unwrap_or_else(|_| unreachable!());
    println!("report       pages  reading      rules        rules / reading");
    for (submissions, questions, times) in SIZES {
        let bytes = pdf(submissions, questions);
        let (reading, report) = shortest(times, || {
            report::read(&bytes, &ReadOptions::default()).unwrap()
        });
        let (checking, outcome) =
            shortest(times, || rules::run(&rules, &report, &Options::default()));
        assert_eq!(report.questions.len(), questions);
        assert!(outcome.statuses.iter().any(|status| status.evaluated > 0));
        let share = 1000 * checking.as_nanos() / reading.as_nanos().max(1);
        println!(
            "{:12} {:5}  {:9.1} ms {:9.1} ms  {}.{} %",
            format!("{submissions} × {questions}"),
            report.pages.len(),
            1000.0 * reading.as_secs_f64(),
            1000.0 * checking.as_secs_f64(),
            share / 10,
            share % 10,
        );
    }
}

/// A report with type embedded, as a PDF.
fn pdf(submissions: usize, questions: usize) -> Vec<u8> {
    // Its truth comes after it.
    let mut files = fixtures::large(submissions, questions, 7).flatten();
    files.find(|(name, _)| name.starts_with("raw")).unwrap().1
}

fn shortest<T>(times: u32, mut step: impl FnMut() -> T) -> (Duration, T) {
    let mut measured = || {
        let start = Instant::now();
        let made = step();
        (start.elapsed(), made)
    };
    let mut best = measured();
    for _ in 1..times {
        let next = measured();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}
