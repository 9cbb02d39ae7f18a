//! How rules fit a report: keys and patterns that match nothing or too much, rules that never apply and
//! rules that find something nearly everywhere.

use crate::report::{Question, Report};
use crate::rules::load::{Pack, PackQuestion};
use crate::rules::{NotEvaluable, Options, Rule, RuleSet, Status, run};
use std::collections::BTreeMap;

/// From how many judged places on a share of findings tells something.
const PLACES: usize = 4;

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The pack is for another survey.
    OtherSurvey {
        /// The pack.
        pack: String,
    },
    /// A key that no question has.
    NoQuestion {
        /// The key.
        key: String,
        /// The title that is most like its patterns; empty where none is.
        nearest: String,
    },
    /// A key that several questions have.
    SeveralQuestions {
        /// The key.
        key: String,
        /// Their titles.
        titles: Vec<String>,
    },
    /// A pattern on options that fits none of the question's.
    NoOption {
        /// The key.
        key: String,
        /// The pattern.
        pattern: String,
        /// The options that there are.
        options: Vec<String>,
    },
    /// A pattern of a rule that fits nothing in the whole report.
    NoText {
        /// The rule.
        rule: String,
        /// The pattern.
        pattern: String,
    },
    /// A rule that looked at nothing.
    NeverApplies {
        /// The rule.
        rule: String,
    },
    /// A rule that could not judge any place.
    NeverJudges {
        /// The rule.
        rule: String,
        /// The reason that stops it most often.
        why: NotEvaluable,
    },
    /// A rule that finds something in most places.
    FindsMost {
        /// The rule.
        rule: String,
        /// How many findings there are.
        found: usize,
        /// In how many places it judged.
        places: usize,
    },
}

/// What of the chosen rules, and of the packs that they are of, does not fit a report.
pub fn misfits(
    rules: &RuleSet,
    report: &Report,
    options: &Options,
    chosen: &dyn Fn(&Rule) -> bool,
) -> Vec<Misfit> {
    let chosen: Vec<&Rule> = rules.rules().filter(|rule| chosen(rule)).collect();
    let outcome = run(rules, report, options);
    let mut found = Vec::new();
    let of_chosen = |pack: &&Pack| {
        let parts = chosen.iter().flat_map(|rule| &rule.parts);
        !pack.is_general() && parts.into_iter().any(|part| part.pack == pack.name)
    };
    for pack in rules.packs().filter(of_chosen) {
        if !outcome.packs.contains(&pack.name) {
            let pack = pack.name.clone();
            found.push(Misfit::OtherSurvey { pack });
            continue;
        }
        for question in &pack.questions {
            asked(question, report, &mut found);
        }
    }
    let mut hits: BTreeMap<&str, usize> = BTreeMap::new();
    for hit in &outcome.hits {
        *hits.entry(hit.rule.as_str()).or_default() += 1;
    }
    for rule in chosen {
        let Some(status) = outcome.statuses.iter().find(|s| s.rule == rule.id) else {
            continue;
        };
        let id = || rule.id.clone();
        let hits = hits.get(rule.id.as_str()).copied().unwrap_or(0) + status.unlisted;
        match &status.status {
            Status::NotApplicable => {
                let rule_id = id();
                found.push(match not_given(rule, options) {
                    Some(why) => Misfit::NeverJudges { rule: rule_id, why },
                    None => Misfit::NeverApplies { rule: rule_id },
                });
            }
            Status::NotEvaluable => {
                let most = status.reasons.iter().max_by_key(|(_, places)| **places);
                if let Some((why, _)) = most {
                    let (rule, why) = (id(), *why);
                    found.push(Misfit::NeverJudges { rule, why });
                }
            }
            _ if status.evaluated >= PLACES && 2 * hits > status.evaluated => {
                let (found_here, places) = (hits, status.evaluated);
                found.push(Misfit::FindsMost {
                    rule: id(),
                    found: found_here,
                    places,
                });
            }
            _ => {}
        }
        patterns(rule, report, &mut found);
    }
    found
}

/// What all of a rule asks for and the run was not given.
fn not_given(rule: &Rule, options: &Options) -> Option<NotEvaluable> {
    if options.previous.is_none() && rule.parts.iter().all(|part| part.uses_previous) {
        return Some(NotEvaluable::NoPrevious);
    }
    let lacks = rule.parts.iter().all(|part| part.lacks_table);
    lacks.then_some(NotEvaluable::NoTable)
}

/// Whether one question, and one alone, has a key, and the options that it is said to have.
fn asked(wanted: &PackQuestion, report: &Report, found: &mut Vec<Misfit>) {
    let questions: Vec<&Question> = report.questions.iter().filter(|q| wanted.is(q)).collect();
    let key = wanted.key.clone();
    match questions.as_slice() {
        [] => {
            let nearest = nearest(wanted, report);
            found.push(Misfit::NoQuestion { key, nearest });
        }
        [one] => {
            let missing = wanted.options_missing(&one.options).into_iter();
            found.extend(missing.map(|pattern| Misfit::NoOption {
                key: key.clone(),
                pattern: pattern.to_owned(),
                options: one.options.clone(),
            }));
        }
        several => {
            let titles = several.iter().map(|q| q.title.value.clone()).collect();
            found.push(Misfit::SeveralQuestions { key, titles });
        }
    }
}

/// The title that has most of the words of a question's patterns.
fn nearest(wanted: &PackQuestion, report: &Report) -> String {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|w| w.chars().count() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let asked: Vec<String> = wanted
        .title_patterns()
        .into_iter()
        .flat_map(words)
        .collect();
    let titles = report.questions.iter().map(|q| q.title.value.as_str());
    let shared = |title: &str| {
        let title = title.to_lowercase();
        asked
            .iter()
            .filter(|word| title.contains(word.as_str()))
            .count()
    };
    let best = titles
        .map(|title| (shared(title), title))
        .max_by_key(|(count, _)| *count);
    best.filter(|(count, _)| *count > 0)
        .map_or_else(String::new, |(_, title)| title.to_owned())
}

/// Patterns of a rule that fit no text of the report.
fn patterns(rule: &Rule, report: &Report, found: &mut Vec<Misfit>) {
    let mut known: Vec<&str> = Vec::new();
    for part in &rule.parts {
        part.patterns(&mut |pattern| {
            if known.contains(&pattern.text()) {
                return;
            }
            known.push(pattern.text());
            if !texts(report).any(|text| pattern.is_match(text) == Some(true)) {
                found.push(Misfit::NoText {
                    rule: rule.id.clone(),
                    pattern: pattern.text().to_owned(),
                });
            }
        });
    }
}

/// All that rules compare with patterns: titles, options, names, groups and what was answered.
fn texts(report: &Report) -> impl Iterator<Item = &str> {
    let names = report
        .respondents
        .iter()
        .flat_map(|r| [r.name.as_str(), r.group.as_str()]);
    let questions = report.questions.iter().flat_map(|question| {
        let options = question.options.iter().map(String::as_str);
        let answers = question.answers.iter().flat_map(|answer| {
            let prose = [&answer.text, &answer.own_text, &answer.comment];
            let prose = prose.into_iter().flatten().map(|text| text.value.as_str());
            let choices = answer.choices.iter().map(|c| c.option.value.as_str());
            let places = answer.places.iter().map(|place| place.value.as_str());
            prose.chain(choices).chain(places)
        });
        std::iter::once(question.title.value.as_str())
            .chain(options)
            .chain(answers)
    });
    let title = report.title.iter().map(|title| title.value.as_str());
    title.chain(names).chain(questions)
}
