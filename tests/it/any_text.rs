//! Any text in: no panic, and the same result for the same text.

use crate::builtin::RULES;
use dekom_lint::report::{self, ReadOptions};
use dekom_lint::rules::{self, Options, RuleSource};
use dekom_lint::text;
use proptest::prelude::*;

const REPORTS: [&str; 2] = [
    include_str!("../../fixtures/report.txt"),
    include_str!("../../fixtures/lost-page-text.txt"),
];

/// Lines of a report in any order, with what does not belong to them.
fn pieces() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => (0..REPORTS.len(), any::<prop::sample::Index>()).prop_map(|(report, index)| {
            let lines: Vec<&str> = REPORTS.get(report).map(|r| r.lines().collect()).unwrap_or_default();
            lines.get(index.index(lines.len().max(1))).copied().unwrap_or("").to_owned()
        }),
        1 => r"[ \t\x0c]{0,20}[0-9 \u{a0}%(),.-]{0,20}",
        1 => r"\([0-9]{0,12} ?Svar\)",
        1 => "\\PC{0,40}",
    ];
    prop::collection::vec(line, 0..60).prop_map(|lines| lines.join("\n"))
}

/// A report with a stretch of its lines taken out, said twice, or put elsewhere.
fn shuffled() -> impl Strategy<Value = String> {
    let index = any::<prop::sample::Index>;
    (0..REPORTS.len(), index(), 0..200_usize, index(), 0..3_usize).prop_map(
        |(report, from, count, to, kind)| {
            let text = REPORTS.get(report).copied().unwrap_or("");
            let mut lines: Vec<&str> = text.lines().collect();
            let from = from.index(lines.len());
            let end = (from + count).min(lines.len());
            let taken: Vec<&str> = if kind == 2 {
                lines.iter().skip(from).take(end - from).copied().collect()
            } else {
                lines.drain(from..end).collect()
            };
            if kind > 0 {
                let at = to.index(lines.len() + 1);
                lines.splice(at..at, taken);
            }
            lines.join("\n")
        },
    )
}

fn lint(text: &str) -> String {
    let (reading, options) = (ReadOptions::default(), Options::default());
    let file = dekom_lint::lint(text.as_bytes(), "x", &RULES, &reading, &options);
    format!("{:?} {:?} {:?}", file.status, file.coverage, file.findings)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_reports(text in pieces()) {
        prop_assert_eq!(lint(&text), lint(&text));
    }

    #[test]
    fn reports_in_disorder(text in shuffled()) {
        prop_assert_eq!(lint(&text), lint(&text));
    }

    #[test]
    fn any_characters(text in "(?s).{0,400}") {
        let pages = report::parse(text::from_text(&text)).pages;
        for page in pages {
            for line in &page.lines {
                prop_assert!(page.text.get(line.range.bytes()).is_some());
            }
        }
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = report::read(&bytes, &ReadOptions::default());
        let mut pdf = b"%PDF-1.7\n".to_vec();
        pdf.extend(&bytes);
        pdf.extend(b"\n%%EOF");
        let _ = report::read(&pdf, &ReadOptions::default());
    }

    #[test]
    fn any_rule_file(text in "(\\[\\[rule\\]\\]\n)?(id|for|assert|primary|\\PC{0,10}) = \\PC{0,80}") {
        let source = RuleSource { name: "x.toml".to_owned(), text };
        let _ = rules::load(&[source]);
    }
}
