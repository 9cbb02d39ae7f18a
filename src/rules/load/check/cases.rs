//! Cases of a check: small reports in which it holds, each with one in which it does not.

use super::model::{Check, Parts, Recipe};
use super::sample;
use super::sample::{Asked, Said, Who};
use crate::report::Kind;
use crate::toml_file::{Entry, Place, Raw, RawTable, RawValue};

/// The cases of a check.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) good: Vec<RawTable>,
    pub(super) bad: Vec<RawTable>,
}

/// What is said to which question.
pub(super) type Answers = Vec<(String, Said)>;

/// A case before it is a report.
pub(super) struct Draft {
    pub(super) answers: Answers,
    pub(super) before: Option<Answers>,
    /// What a finding points at; `None` where there is none.
    pub(super) primary: Option<String>,
}

/// The name of the respondent of a case.
const NAME: &str = "Granvik kommune";

impl Check<'_, '_, '_> {
    /// The cases of a check; none where no report can be made that its questions are known in.
    pub(super) fn cases(&mut self, verb: &str, parts: &Parts) -> Cases {
        let mut who = Who {
            name: NAME.to_owned(),
            sector: "Offentlig".to_owned(),
            category: "Kommune".to_owned(),
        };
        let mut drafts = Vec::new();
        if self.draft(&parts.recipe, &mut who, &mut drafts).is_none() {
            return Cases::default();
        }
        let options = match &parts.recipe {
            Recipe::Exclusive { key, patterns } => Some((key, patterns)),
            Recipe::Given { key, options, .. } => Some((key, options)),
            _ => None,
        };
        let others = self.others(&parts.recipe, &drafts);
        let mut cases = Cases::default();
        for draft in drafts {
            let Some(report) = self.report(&draft.answers, &others, &who, options) else {
                return Cases::default();
            };
            let before = draft
                .before
                .map(|before| self.report(&before, &others, &who, options));
            let good = draft.primary.is_none();
            let name = if good { "holder" } else { "holder ikke" };
            let mut texts = vec![("name", format!("{verb}: {name}")), ("report", report)];
            texts.extend(before.flatten().map(|before| ("previous", before)));
            texts.extend(draft.primary.map(|primary| ("primary", primary)));
            let table = case(texts, &self.reader.place);
            if good {
                cases.good.push(table);
            } else {
                cases.bad.push(table);
            }
        }
        cases
    }

    /// What the others say, where they are needed: a question for places is known by several answers. They
    /// say what is right.
    fn others(&self, recipe: &Recipe, drafts: &[Draft]) -> Answers {
        let good = drafts.iter().find(|draft| draft.primary.is_none());
        let mut answers = good.map_or_else(Answers::new, |good| good.answers.clone());
        if !answers
            .iter()
            .any(|(key, _)| self.kind(key) == Kind::Places)
        {
            return Answers::new();
        }
        if let Recipe::Given {
            other,
            requires: false,
            ..
        } = recipe
            && self.kind(other) == Kind::Places
        {
            // Who may answer it is not who may not.
            for (key, said) in &mut answers {
                *said = if key == other {
                    self.something(key)
                } else {
                    Said::Blank
                };
            }
        }
        answers
    }

    fn report(
        &self,
        answers: &Answers,
        others: &Answers,
        who: &Who,
        options: Option<(&String, &Vec<String>)>,
    ) -> Option<String> {
        let known = &self.pack.questions;
        let mut asked = Vec::new();
        for (position, (key, said)) in answers.iter().enumerate() {
            let question = known.iter().find(|question| question.key == *key)?;
            let several = matches!(said, Said::Chosen(chosen) if chosen.len() > 1);
            if several && self.kind(key) == Kind::SingleChoice {
                return None;
            }
            let mut labels: Vec<String> = Vec::new();
            let own = options
                .filter(|(of, _)| *of == key)
                .map(|(_, own)| own.as_slice());
            let patterns = own.unwrap_or(&[]).iter().map(String::as_str);
            for pattern in patterns.chain(question.option_patterns()) {
                let label = sample::capital(&sample::matching(pattern)?);
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            for usual in ["Ja", "Nei"] {
                let known = labels.iter().any(|label| label == usual);
                if labels.len() < 2 && !known {
                    labels.push(usual.to_owned());
                }
            }
            asked.push(Asked {
                title: sample::title(question, known, position + 1)?,
                kind: self.kind(key),
                options: labels,
                said: std::iter::once(said.clone())
                    .chain(others.get(position).into_iter().flat_map(|(_, said)| {
                        std::iter::repeat_n(said.clone(), sample::OTHERS.len())
                    }))
                    .collect(),
            });
        }
        Some(sample::report(who, &asked))
    }
}

fn case(texts: Vec<(&str, String)>, place: &Place) -> RawTable {
    let entries = texts.into_iter().map(|(key, text)| Entry {
        key: key.to_owned(),
        place: place.clone(),
        raw: Raw {
            value: RawValue::Text(text),
            place: place.clone(),
        },
    });
    RawTable {
        entries: entries.collect(),
    }
}
