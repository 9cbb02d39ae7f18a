//! Every sentence that the rules say, in three languages, on the fixtures and on their own cases: none
//! is empty, none is half of one, and none says what nobody would.

use crate::builtin::{CASES, RULES};
use dekom_lint::report::ReadOptions;
use dekom_lint::rules::{self, Lang, Text};
use std::collections::BTreeSet;

/// What no sentence holds in any language: an empty blank, a sign too many, what a template left.
const NEVER: [&str; 15] = [
    "«»", "“”", "« ", " »", "()", "( ", " )", "  ", " .", " ,", "..", "{", "}", "null", "::",
];

/// What no sentence in Norwegian holds: what was said falsely once, and English.
const NOT_NORWEGIAN: [&str; 18] = [
    "men 0 har ",
    "men 0 navn",
    "men 0 namn",
    "svarer for respondenten",
    "la den ene trekkes",
    "lat den eine trekkjast",
    "hva en gjør",
    "kva ein gjer",
    "prosenten ut på nytt",
    "er svara likt",
    " is ",
    " the ",
    " of ",
    " and ",
    " but ",
    " states ",
    " answer",
    " report ",
];

/// What no sentence in English holds.
const NOT_ENGLISH: [&str; 10] = [
    " og ",
    " ikke ",
    " ikkje ",
    " men ",
    " svar ",
    " fra ",
    " frå ",
    " er ",
    "where 0 is unlikely",
    " are taken twice as",
];

/// Words of nynorsk that bokmål has not, and the other way round.
const NYNORSK: [&str; 7] = [
    " ikkje ", " eit ", " ein ", " frå ", " berre ", " kva ", " svara ",
];
const BOKMAL: [&str; 6] = [" ikke ", " et ", " fra ", " bare ", " hva ", " hvor "];

/// A sentence without what it quotes, and without names: those are as the report has them.
fn own_words(sentence: &str, names: &BTreeSet<String>) -> String {
    let mut text = sentence.to_owned();
    for name in names {
        text = text.replace(name.as_str(), "N");
    }
    for (open, close) in [('«', '»'), ('“', '”')] {
        while let Some(start) = text.find(open) {
            let Some(end) = text.get(start..).and_then(|rest| rest.find(close)) else {
                break;
            };
            text.replace_range(start..start + end + close.len_utf8(), "Q");
        }
    }
    text
}

/// What is wrong with a sentence.
fn faults(sentence: &str, lang: Lang, names: &BTreeSet<String>) -> Vec<String> {
    let mut out = Vec::new();
    let mut bad = |what: &str| out.push(format!("{what:?} in {lang:?}: {sentence}"));
    for phrase in NEVER.iter().filter(|phrase| sentence.contains(**phrase)) {
        bad(phrase);
    }
    let own = format!(" {} ", own_words(sentence, names).to_lowercase());
    let lists: &[&[&str]] = match lang {
        Lang::Nb => &[&NOT_NORWEGIAN, &NYNORSK],
        Lang::Nn => &[&NOT_NORWEGIAN, &BOKMAL],
        Lang::En => &[&NOT_ENGLISH],
    };
    for phrase in lists.iter().flat_map(|list| list.iter()) {
        if own.contains(&phrase.to_lowercase()) {
            bad(phrase);
        }
    }
    for name in names {
        for join in [" og ", " and ", ", "] {
            let twice = format!("{name}{join}{name}");
            let after = |at: usize| sentence.get(at + twice.len()..).unwrap_or("");
            let whole = |at: usize| !after(at).starts_with(char::is_alphabetic);
            if sentence.match_indices(&twice).any(|(at, _)| whole(at)) {
                bad("a name twice");
            }
        }
        if sentence.matches(&format!("fra {name}")).count() > 1
            || sentence.matches(&format!("frå {name}")).count() > 1
        {
            bad("a respondent beside itself");
        }
    }
    out
}

fn each(text: &Text) -> [(Lang, &str); 3] {
    [
        (Lang::Nb, text.nb.as_str()),
        (Lang::Nn, text.nn.as_str()),
        (Lang::En, text.en.as_str()),
    ]
}

/// A whole sentence: it begins and ends as one.
fn is_sentence(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(|c| !c.is_lowercase());
    begins && text.ends_with(['.', '?', '!'])
}

#[test]
fn no_sentence_is_false_or_empty() {
    let mut wrong: BTreeSet<String> = BTreeSet::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut read = |rule: &str, texts: [&Text; 3], labels: &[&Text], names: &BTreeSet<String>| {
        seen.insert(rule.to_owned());
        for text in texts {
            for (lang, sentence) in each(text) {
                if !is_sentence(sentence) {
                    wrong.insert(format!("{rule}: no sentence in {lang:?}: {sentence:?}"));
                }
                wrong.extend(faults(sentence, lang, names));
            }
        }
        for label in labels {
            for (lang, words) in each(label) {
                if words.trim().is_empty() {
                    wrong.insert(format!("{rule}: an empty label in {lang:?}"));
                }
                wrong.extend(faults(words, lang, names));
            }
        }
    };
    for entry in std::fs::read_dir("fixtures").expect("fixtures").flatten() {
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if !matches!(ending, Some("pdf" | "txt")) {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        let reading = ReadOptions::default();
        let file = dekom_lint::lint(&bytes, "x", &RULES, &reading, &rules::Options::default());
        let names: BTreeSet<String> = file.people.iter().map(|p| p.name.clone()).collect();
        for finding in &file.findings {
            let labels: Vec<&Text> = finding.related.iter().map(|r| &r.label).collect();
            let texts = [&finding.message, &finding.why, &finding.help];
            read(&finding.rule, texts, &labels, &names);
        }
    }
    for result in CASES.iter() {
        let people = result.report.respondents.iter();
        let names = people.map(|person| person.name.clone());
        let names: BTreeSet<String> = names.collect();
        for hit in &result.hits {
            let labels: Vec<&Text> = hit.labels.iter().map(|label| &label.text).collect();
            read(
                &hit.rule,
                [&hit.message, &hit.why, &hit.help],
                &labels,
                &names,
            );
        }
    }
    for rule in RULES.rules() {
        assert!(seen.contains(&rule.id), "{} says nothing anywhere", rule.id);
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_false_once_is_found() {
    let names = BTreeSet::from(["Bergvik kommune".to_owned()]);
    for (lang, sentence) in [
        (Lang::Nb, "Hos Bergvik kommune står det «»."),
        (
            Lang::Nb,
            "Teksten fra Bergvik kommune er den samme som teksten fra Bergvik kommune.",
        ),
        (Lang::Nb, "Det gjelder Bergvik kommune og Bergvik kommune."),
        (
            Lang::Nb,
            "Diagrammet oppgir 3 for «Ja», men 0 har svart det.",
        ),
        (Lang::Nn, "14 av 24 svara spørsmål er svara likt."),
        (Lang::Nn, "Spør respondenten hva svaret er."),
        (Lang::Nb, "The report states 3."),
        (Lang::En, "Ask the respondent where 0 is unlikely."),
        (Lang::En, "Summen er 3, men rapporten states 4."),
    ] {
        assert!(!faults(sentence, lang, &names).is_empty(), "{sentence}");
    }
    let fine = "Svaret fra Bergvik kommune er bare «the end of it».";
    assert!(faults(fine, Lang::Nb, &names).is_empty());
}
