//! What rules make of wordings: one sentence more, and the rule finds it or leaves it alone.

use super::RULES;
use crate::report;
use crate::rules::bases::base;
use crate::rules::engine::run_alone;
use crate::rules::{Options, PackChoice};
use crate::text;

/// Heads with what stands in a base report and what is put for it; below each the wordings.
const WORDINGS: &str = include_str!("wordings.txt");

/// Whether the rule, which runs alone, finds something in the report.
fn finds(rule: &str, report: &str) -> bool {
    let report = report::parse(text::from_text(report));
    let options = Options {
        packs: PackChoice::Forced(vec!["dekom".to_owned()]),
        ..Options::default()
    };
    let rule = RULES.rule(rule).unwrap();
    !run_alone(&RULES, rule, &report, &options).hits.is_empty()
}

/// The wording with each of the words in its braces.
fn each(wording: &str) -> Vec<String> {
    let parts = wording.split_once('{').and_then(|(before, rest)| {
        let (words, after) = rest.split_once('}')?;
        Some((before, words, after))
    });
    let Some((before, words, after)) = parts else {
        return vec![wording.to_owned()];
    };
    let whole = words
        .split('|')
        .map(|word| format!("{before}{word}{after}"));
    whole.flat_map(|wording| each(&wording)).collect()
}

/// The rules that hold a comment against what was chosen beside it.
const AGAINST: [&str; 2] = ["comment-against-option", "year-in-comment"];

#[test]
fn what_is_said_is_found_and_what_only_sounds_like_it_is_not() {
    assert!(all_as_expected(|rule| !AGAINST.contains(&rule)) > 100);
}

#[test]
fn what_is_said_against_an_option_is_found_and_what_only_sounds_like_it_is_not() {
    assert!(all_as_expected(|rule| AGAINST.contains(&rule)) > 100);
}

/// How many wordings were tried of the rules that are meant; each has to be as it is marked.
fn all_as_expected(meant: impl Fn(&str) -> bool) -> usize {
    let breaks = |text: &str| text.replace("\\n", "\n");
    let mut wrong = Vec::new();
    let mut tried = 0;
    for section in WORDINGS.split("\n## ").skip(1) {
        let (head, lines) = section.split_once('\n').unwrap();
        let parts: Vec<&str> = head.split(" | ").map(str::trim).collect();
        let [rule, name, edits @ ..] = parts.as_slice() else {
            panic!("{head}");
        };
        assert!(RULES.rule(rule).is_some(), "{rule}");
        if !meant(rule) {
            continue;
        }
        let whole = base(name).unwrap();
        assert!(!finds(rule, whole), "{rule}: {name}");
        let edited = |wording: &str| {
            let (pairs, []) = edits.as_chunks::<2>() else {
                panic!("{head}");
            };
            pairs
                .iter()
                .fold(whole.to_owned(), |report, [before, after]| {
                    let before = breaks(before);
                    assert!(report.contains(&before), "{head}");
                    let after = breaks(after).replace("{}", &breaks(wording));
                    report.replacen(&before, &after, 1)
                })
        };
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let (sign, wording) = line.split_once(' ').unwrap();
            let expected = match sign {
                "+" => true,
                "-" => false,
                _ => panic!("{line}"),
            };
            for wording in each(wording) {
                if finds(rule, &edited(&wording)) != expected {
                    wrong.push(format!("{rule}: {sign} {wording}"));
                }
                tried += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    tried
}
