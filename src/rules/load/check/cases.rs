//! Cases of a check: small reports in which it holds, each with one in which it does not.

use super::sample::{self, Asked, Said, Who};
use super::{Check, Parts};
use crate::report::Kind;
use crate::rules::lang::code::Const;
use crate::rules::lang::pattern::Pattern;
use crate::rules::lang::table::{Table, compared};
use crate::rules::load::raw::{Entry, Place, Raw, RawTable, RawValue};

/// The longest text that a case is made with.
const LONGEST: i64 = 4_000;

/// What the cases of a check are made of.
pub(super) enum Recipe {
    Sum {
        parts: Vec<String>,
        total: Result<String, i64>,
        within: i64,
    },
    Share {
        part: String,
        whole: Vec<String>,
        least: Option<i64>,
        most: Option<i64>,
    },
    Given {
        key: String,
        options: Vec<String>,
        other: String,
        requires: bool,
    },
    Exclusive {
        key: String,
        patterns: Vec<String>,
    },
    Names {
        key: String,
        count: String,
    },
    Date {
        key: String,
        from: Option<(i32, u8, u8)>,
        to: Option<(i32, u8, u8)>,
    },
    Value {
        key: String,
        groups: Vec<String>,
        least: Option<i64>,
        most: Option<i64>,
    },
    Ledger {
        key: String,
        table: String,
        column: String,
    },
    Change {
        key: String,
        most: i64,
        least: i64,
    },
    Text {
        key: String,
        pattern: Option<String>,
        format: Option<String>,
    },
    Length {
        key: String,
        least: Option<i64>,
        most: Option<i64>,
        words: bool,
    },
    Listed {
        key: String,
        table: String,
    },
}

/// The cases of a check.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) good: Vec<RawTable>,
    pub(super) bad: Vec<RawTable>,
}

/// What is said to which question.
type Answers = Vec<(String, Said)>;

/// A case before it is a report.
struct Draft {
    answers: Answers,
    before: Option<Answers>,
    /// What a finding points at; `None` where there is none.
    primary: Option<String>,
}

/// The name of the respondent of a case.
const NAME: &str = "Granvik kommune";

/// The place of a number: where none is printed, the name above it.
fn shown(number: i64, who: &Who) -> String {
    if number == 0 {
        who.name.clone()
    } else {
        number.to_string()
    }
}

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
        let mut cases = Cases::default();
        for draft in drafts {
            let Some(report) = self.report(&draft.answers, &who, options) else {
                return Cases::default();
            };
            let before = draft
                .before
                .map(|before| self.report(&before, &who, options));
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

    fn report(
        &self,
        answers: &Answers,
        who: &Who,
        options: Option<(&String, &Vec<String>)>,
    ) -> Option<String> {
        let known = &self.pack.questions;
        let mut asked = Vec::new();
        for (position, (key, said)) in answers.iter().enumerate() {
            let question = known.iter().find(|question| question.key == *key)?;
            // The pie of one respondent is read as text in more than one way.
            if self.kind(key) == Kind::SingleChoice {
                return None;
            }
            let mut labels: Vec<String> = Vec::new();
            let own = options
                .filter(|(of, _)| *of == key)
                .map(|(_, own)| own.as_slice());
            let patterns = own.unwrap_or(&[]).iter().map(String::as_str);
            for pattern in patterns.chain(question.option_patterns()) {
                let label = sample::matching(pattern)?;
                let mut letters = label.chars();
                let first = letters.next()?.to_uppercase().collect::<String>();
                let label = first + letters.as_str();
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
                said: said.clone(),
            });
        }
        Some(sample::report(who, &asked))
    }

    /// What is said to a question that is answered.
    fn something(&self, key: &str) -> Said {
        match self.kind(key) {
            Kind::Integer => Said::Number(5),
            Kind::MultipleChoice | Kind::SingleChoice => Said::Chosen(vec![0]),
            Kind::Places => Said::Places(vec!["Bergvik".to_owned()]),
            _ => Said::Text("Det har vi arbeidet med gjennom hele året.".to_owned()),
        }
    }

    /// The drafts of a recipe; `None` where none can be made.
    fn draft(&self, recipe: &Recipe, who: &mut Who, drafts: &mut Vec<Draft>) -> Option<()> {
        let mut add = |answers: Answers, primary: Option<String>| {
            drafts.push(Draft {
                answers,
                before: None,
                primary,
            });
        };
        match recipe {
            Recipe::Sum {
                parts,
                total,
                within,
            } => {
                let count = i64::try_from(parts.len()).ok()?;
                let first = parts.first()?;
                let numbers: Vec<i64> = match total {
                    Ok(_) => (1..=count).map(|n| 10 * n).collect(),
                    Err(whole) => {
                        let each = whole / count;
                        let rest = whole - each * (count - 1);
                        std::iter::once(rest)
                            .chain((1..count).map(|_| each))
                            .collect()
                    }
                };
                let with = |off: i64| -> Answers {
                    let mut answers: Answers = Vec::new();
                    for (key, number) in parts.iter().zip(&numbers) {
                        let off = if total.is_err() && key == first {
                            off
                        } else {
                            0
                        };
                        answers.push((key.clone(), Said::Number(number + off)));
                    }
                    if let Ok(key) = total {
                        let sum: i64 = numbers.iter().sum();
                        answers.push((key.clone(), Said::Number(sum + off)));
                    }
                    answers
                };
                let off = within + 1;
                let wrong = match total {
                    Ok(_) => numbers.iter().sum::<i64>() + off,
                    Err(_) => numbers.first()? + off,
                };
                add(with(0), None);
                add(with(off), Some(wrong.to_string()));
            }
            Recipe::Share {
                part,
                whole,
                least,
                most,
            } => {
                let others: Vec<&String> = whole.iter().filter(|key| *key != part).collect();
                let first = others.first()?;
                let within = whole.contains(part);
                // One per cent is 100 of 10 000.
                let with = |percent: i64| -> Answers {
                    let own = 100 * percent;
                    let rest = if within { 10_000 - own } else { 10_000 };
                    let mut answers = vec![(part.clone(), Said::Number(own))];
                    for key in &others {
                        let said = if key == first {
                            Said::Number(rest)
                        } else {
                            Said::Blank
                        };
                        answers.push(((*key).clone(), said));
                    }
                    answers
                };
                let bad = [least.map(|l| l - 1), most.map(|m| m + 1)];
                add(with(least.or(*most)?), None);
                for percent in bad.into_iter().flatten() {
                    let possible = percent >= 0 && (!within || percent <= 100);
                    if possible {
                        add(with(percent), Some(shown(100 * percent, who)));
                    }
                }
            }
            Recipe::Given {
                key,
                other,
                requires,
                ..
            } => {
                let with = |wanted: bool| -> Answers {
                    let said = if wanted {
                        self.something(other)
                    } else {
                        Said::Blank
                    };
                    vec![(key.clone(), self.something(key)), (other.clone(), said)]
                };
                add(with(*requires), None);
                add(with(!*requires), Some(who.name.clone()));
            }
            Recipe::Exclusive { key, patterns } => {
                add(vec![(key.clone(), Said::Chosen(vec![0]))], None);
                let second = sample::matching(patterns.get(1)?)?;
                let mut letters = second.chars();
                let first = letters.next()?.to_uppercase().collect::<String>();
                let both = vec![(key.clone(), Said::Chosen(vec![0, 1]))];
                add(both, Some(first + letters.as_str()));
            }
            Recipe::Names { key, count } => {
                let names = ["Bergvik", "Øyvær", "Nes"].map(str::to_owned);
                let said = if self.kind(key) == Kind::Places {
                    Said::Places(names.to_vec())
                } else {
                    Said::Text("Bergvik, Øyvær og Nes".to_owned())
                };
                for (number, primary) in [(3, None), (2, Some("2".to_owned()))] {
                    let answers = vec![
                        (key.clone(), said.clone()),
                        (count.clone(), Said::Number(number)),
                    ];
                    add(answers, primary);
                }
            }
            Recipe::Date { key, from, to } => {
                let text = |(year, month, day): (i32, u8, u8)| format!("{day}.{month}.{year}");
                let said = |text: &str| vec![(key.clone(), Said::Text(text.to_owned()))];
                add(said(&text(from.or(*to)?)), None);
                let before = from.map(|(year, month, day)| text((year - 1, month, day.min(28))));
                let after = to.map(|(year, month, day)| text((year + 1, month, day.min(28))));
                for wrong in before.into_iter().chain(after) {
                    add(said(&wrong), Some(wrong.clone()));
                }
            }
            Recipe::Value {
                key,
                groups,
                least,
                most,
            } => {
                if let Some(group) = groups.first() {
                    let (sector, category) = group.split_once('/').unwrap_or(("Offentlig", group));
                    sector.clone_into(&mut who.sector);
                    category.clone_into(&mut who.category);
                }
                let said = |number: i64| vec![(key.clone(), Said::Number(number))];
                // No 0 is printed, and so none is judged.
                let good = [*least, *most].into_iter().flatten().find(|n| *n != 0);
                add(said(good?), None);
                let wrong = [least.map(|l| l - 1), most.map(|m| m + 1)];
                for number in wrong.into_iter().flatten().filter(|n| *n > 0) {
                    add(said(number), Some(number.to_string()));
                }
            }
            Recipe::Ledger { key, table, column } => {
                let (name, listed) = self.row(table, column)?;
                who.name = name;
                for (number, primary) in
                    [(listed, None), (listed + 1, Some((listed + 1).to_string()))]
                {
                    add(vec![(key.clone(), Said::Number(number))], primary);
                }
            }
            Recipe::Change { key, most, least } => {
                let before = 1_000.max(*least);
                let after = before + before * most / 100 + before / 100 + 1;
                for (now, primary) in [(before, None), (after, Some(after.to_string()))] {
                    drafts.push(Draft {
                        answers: vec![(key.clone(), Said::Number(now))],
                        before: Some(vec![(key.clone(), Said::Number(before))]),
                        primary,
                    });
                }
            }
            Recipe::Text {
                key,
                pattern,
                format,
            } => {
                let (good, bad) = match (pattern, format.as_deref()) {
                    (Some(pattern), _) => {
                        let compiled = Pattern::new(&format!("(?i){pattern}")).ok()?;
                        let candidates = ["Vet ikke ennå", "9", "æ"];
                        let bad = candidates
                            .into_iter()
                            .find(|text| compiled.is_match(text) == Some(false))?;
                        (sample::matching(pattern)?, bad)
                    }
                    (_, Some("email")) => ("post@granvik.kommune.no".to_owned(), "granvik"),
                    (_, Some("phone")) => ("40 00 01 23".to_owned(), "40 00 01 2"),
                    (_, Some("mod11")) => ("974 760 673".to_owned(), "974 760 674"),
                    (_, Some("date")) => ("1.9.2025".to_owned(), "i høst"),
                    _ => ("12".to_owned(), "tolv"),
                };
                add(vec![(key.clone(), Said::Text(good))], None);
                let said = Said::Text(bad.to_owned());
                add(vec![(key.clone(), said)], Some(bad.to_owned()));
            }
            Recipe::Length {
                key,
                least,
                most,
                words,
            } => {
                let text = |length: i64| -> Option<String> {
                    let length = usize::try_from(length).ok()?;
                    Some(if *words {
                        vec!["ord"; length].join(" ")
                    } else {
                        let all = "arbeidet ".repeat(length / 9 + 1);
                        let kept: String = all.chars().take(length.saturating_sub(1)).collect();
                        kept + "."
                    })
                };
                let good = least.or(*most)?.clamp(1, LONGEST);
                add(vec![(key.clone(), Said::Text(text(good)?))], None);
                let wrong = [least.map(|l| l - 1), most.map(|m| m + 1)];
                for length in wrong.into_iter().flatten() {
                    // A text of one or two letters is a placeholder, and a very long one no example.
                    if (3..=LONGEST).contains(&length) {
                        let text = text(length)?;
                        add(vec![(key.clone(), Said::Text(text.clone()))], Some(text));
                    }
                }
            }
            Recipe::Listed { key, table } => {
                let table = self.context.tables.get(table)?;
                let name = keys(table).next()?;
                let places = self.kind(key) == Kind::Places;
                let said = |name: &str| {
                    let name = name.to_owned();
                    let said = if places {
                        Said::Places(vec![name])
                    } else {
                        Said::Text(name)
                    };
                    vec![(key.clone(), said)]
                };
                let strange = "Kvitrandvik";
                let primary = if places {
                    who.name.clone()
                } else {
                    strange.to_owned()
                };
                add(said(&name), None);
                if !table.has(&compared(&Const::Text(strange.to_owned()))) {
                    add(said(strange), Some(primary));
                }
            }
        }
        Some(())
    }

    /// A respondent that a table knows, and the whole number that it has in a column.
    fn row(&self, table: &str, column: &str) -> Option<(String, i64)> {
        let table = self.context.tables.get(table)?;
        let at = table.column(column)?;
        keys(table).find_map(|name| {
            let key = compared(&Const::Text(name.clone()));
            match table.cell(&key, at)? {
                Const::Number(number) if number.ratio().is_integer() => {
                    let whole = i64::try_from(number.ratio().to_integer()).ok()?;
                    (whole > 0).then_some((name, whole))
                }
                _ => None,
            }
        })
    }
}

/// The keys of a table that are texts.
fn keys(table: &Table) -> impl Iterator<Item = String> {
    table.values(table.key).filter_map(|key| match key {
        Const::Text(text) => Some(text.clone()),
        _ => None,
    })
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
