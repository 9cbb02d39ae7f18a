//! Searching for like texts finds exactly those that comparing every two finds.

use super::build::Builder;
use crate::report::Kind;
use crate::rules::lang::near::NearIndex;
use crate::rules::lang::words::{similarity, words};
use crate::rules::{Options, RuleSource, load, run};
use num_rational::Ratio;
use proptest::prelude::*;

/// Texts of few different words, so that many are alike.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop::collection::vec(0..12_u8, 0..12);
    let texts = prop::collection::vec(text, 1..12);
    texts.prop_map(|texts| {
        let spell = |text: Vec<u8>| {
            let words: Vec<String> = text.iter().map(|w| format!("ord{w}")).collect();
            words.join(" ")
        };
        texts.into_iter().map(spell).collect()
    })
}

proptest! {
    #[test]
    fn none_is_missed_and_none_invented(texts in texts(), foreign in texts(), percent in 1_i128..=100) {
        let least = Ratio::new(percent, 100);
        let index = NearIndex::build(texts.iter().map(String::as_str), least);
        let naive = |text: &str| -> Vec<usize> {
            let all = texts.iter().enumerate();
            // A text without words shares none, and is not searched for.
            all.filter(|(_, other)| words(other).next().is_some() && similarity(text, other) >= least)
                .map(|(i, _)| i)
                .collect()
        };
        for (i, text) in texts.iter().enumerate() {
            if words(text).next().is_some() {
                prop_assert_eq!(index.like_own(i).found, naive(text));
            }
        }
        for text in foreign.iter().filter(|t| words(t).next().is_some()) {
            prop_assert_eq!(index.like(text).found, naive(text));
        }
    }

    #[test]
    fn similarity_is_that_of_the_words(a in "[a-cæ ,.]{0,20}", b in "[a-cÆ ,.]{0,20}") {
        let left: Vec<_> = words(&a).collect();
        let mut right: Vec<_> = words(&b).collect();
        let total = left.len() + right.len();
        let mut shared = 0;
        for word in &left {
            if let Some(at) = right.iter().position(|w| w == word) {
                right.remove(at);
                shared += 1;
            }
        }
        let expected = if total == 0 { Ratio::from_integer(1) } else {
            Ratio::new(2 * shared, i128::try_from(total).unwrap_or(1))
        };
        prop_assert_eq!(similarity(&a, &b), expected);
    }
}

#[test]
fn texts_that_share_their_vocabulary_are_told_apart_without_comparing_them() {
    // Of 250 words each text has 60: no word is rare, and any two texts share some fifteen.
    let mut seed = 7_u64;
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        format!("ord{} ", (seed >> 33) % 250)
    };
    let mut texts: Vec<String> = (0..1_000)
        .map(|_| (0..60).map(|_| word()).collect())
        .collect();
    texts.push(texts[500].clone());
    let index = NearIndex::build(texts.iter().map(String::as_str), Ratio::new(4, 5));
    let mut steps = 0;
    for text in 0..texts.len() {
        let nearest = index.like_own(text);
        steps += nearest.steps;
        let twins = [500, 1_000].as_slice();
        let own = [text];
        let expected = if twins.contains(&text) { twins } else { &own };
        assert_eq!(nearest.found, expected);
    }
    // To compare every two takes sixty million.
    assert!(steps < 1_500_000, "{steps}");
}

#[test]
fn a_text_that_was_made_is_not_known_by_where_it_lies() {
    // What an answer holds is put together anew each time it is asked for, where another lay before.
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::Integer, "Hvor mye?");
    for value in 0..40 {
        question = question.integer(
            &format!("Skole {value}"),
            "Privat/Skole",
            100_000 + 7_919 * value,
        );
    }
    question.end();
    let report = builder.done();
    for search in [
        "near('content', a.content, 0.9)",
        "sharing('content', a.content, 1)",
    ] {
        let text = format!(
            "[[rule]]\nid = \"own\"\nseverity = \"note\"\nfor = [\"q in report.questions\", \"a in q.answers\"]\n\
             let.like = \"q.answers.{search}\"\nassert = \"like.size() == 1 && like.exists(x, x == a)\"\n\
             primary = \"a.respondent\"\nmessage = \"{{a.content}}: {{like.map(x, x.content)}}\"\n"
        );
        let name = "own.toml".to_owned();
        let rules = load(&[RuleSource { name, text }]).unwrap_or_else(|e| panic!("{e:?}"));
        let hits = run(&rules, &report, &Options::default()).hits;
        let told: Vec<&str> = hits.iter().map(|hit| hit.message.nb.as_str()).collect();
        assert_eq!(told, [""; 0], "{search}");
    }
}
