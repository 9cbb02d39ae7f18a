//! How long the built-in rules take on a large report. Run it with optimisation:
//! `cargo test --release --lib rules::tests::scale -- --ignored --nocapture`.

use super::RULES;
use super::build::Builder;
use crate::report::{Kind, Report};
use crate::rules::{Options, PackChoice, Status, run};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const GROUPS: [&str; 4] = [
    "Offentlig/Kommune",
    "Offentlig/Fylkeskommune",
    "Privat/Skole",
    "Privat/Organisasjon",
];

const OPTIONS: [&str; 8] = [
    "Vikarutgifter",
    "Drift av nettverk",
    "Reise",
    "Lokaler",
    "Kurs",
    "Veiledning",
    "Bøker",
    "Annet utstyr",
];

/// A sequence that is the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    /// A text of words, of which some are common and most are not.
    fn words(&mut self, count: usize) -> String {
        let common = [
            "og", "i", "har", "vi", "på", "som", "skolen", "arbeidet", "med", "for",
        ];
        let words: Vec<String> = (0..count)
            .map(|_| match self.below(3) {
                0 => common[self.below(common.len())].to_owned(),
                _ => format!("ord{}", self.below(4_000)),
            })
            .collect();
        words.join(" ")
    }
}

/// A report of this many submissions to this many questions, in equal parts integers, texts, choices.
fn report(submissions: usize, questions: usize) -> Report {
    let mut random = Random(7);
    let mut builder = Builder::new();
    let name = |i: usize| format!("Respondent nummer {i}");
    let group = |i: usize| GROUPS[i % GROUPS.len()];
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    builder.shown(count(submissions));
    for (g, group) in GROUPS.iter().enumerate() {
        let names: Vec<String> = (0..submissions)
            .filter(|i| i % GROUPS.len() == g)
            .map(name)
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        builder.category(group, count(names.len()), &names);
    }
    for n in 0..questions {
        let kind = [Kind::Integer, Kind::Text, Kind::MultipleChoice][n % 3];
        let mut question = builder.question(kind, &format!("Spørsmål {n} om arbeidet"));
        let answers: Vec<(i64, Vec<&str>)> = (0..submissions)
            .map(|_| {
                let value = count(random.below(100_000));
                let chosen = OPTIONS.into_iter().filter(|_| random.below(3) == 0);
                (value, chosen.collect())
            })
            .collect();
        if kind == Kind::MultipleChoice {
            for chart in std::iter::once("").chain(GROUPS) {
                let members = answers
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| chart.is_empty() || group(*i) == chart);
                let members: Vec<&Vec<&str>> = members.map(|(_, (_, chosen))| chosen).collect();
                let total: usize = members.iter().map(|m| m.len()).sum();
                let base = count(if chart.is_empty() { submissions } else { total });
                let bars = OPTIONS.map(|option| {
                    let n = count(members.iter().filter(|m| m.contains(&option)).count());
                    (option, n, (200 * n + base) / (2 * base))
                });
                question = question.chart(chart, &bars);
            }
        }
        if kind == Kind::Integer {
            let sum: i64 = answers.iter().map(|(value, _)| value).sum();
            question = question.stats([count(submissions), sum, 0, 0, 0]);
        }
        for (i, (value, chosen)) in answers.iter().enumerate() {
            question = match kind {
                Kind::Integer => question.integer(&name(i), group(i), *value),
                Kind::Text => question.text(&name(i), group(i), &random.words(60)),
                _ => question.choose(&name(i), group(i), chosen),
            };
        }
        question.end();
    }
    builder.done()
}

/// The time that this thread has run, where the system tells; otherwise the time of day.
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next().and_then(|n| n.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn timed(report: &Report, rule: Option<&str>) -> (Duration, usize) {
    let mut options = Options {
        packs: PackChoice::Forced(vec!["dekom".to_owned()]),
        ..Options::default()
    };
    for other in RULES
        .rules()
        .filter(|r| rule.is_some_and(|rule| rule != r.id))
    {
        options.severities.insert(other.id.clone(), None);
    }
    let start = clock();
    let outcome = run(&RULES, report, &options);
    let elapsed = clock().saturating_sub(start);
    for status in &outcome.statuses {
        assert!(
            !matches!(status.status, Status::Unfinished(_)),
            "{status:?}"
        );
    }
    (elapsed, outcome.hits.len())
}

#[test]
fn a_small_report_is_checked() {
    let report = report(16, 9);
    assert!(timed(&report, None).1 > 0);
}

#[test]
#[ignore = "a measurement, for an optimised build"]
fn a_large_report_is_checked_in_time() {
    for (submissions, questions) in [(16, 27), (1000, 60)] {
        let report = report(submissions, questions);
        timed(&report, None);
        let mut lines = vec![format!(
            "{submissions} × {questions}: {:?}",
            timed(&report, None)
        )];
        for rule in RULES.rules() {
            lines.push(format!(
                "  {}: {:?}",
                rule.id,
                timed(&report, Some(&rule.id))
            ));
        }
        // A measurement is for reading.
        std::fs::write(
            std::env::temp_dir().join(format!("dekom-lint-scale-{submissions}.txt")),
            lines.join("\n"),
        )
        .unwrap_or_default();
    }
}
