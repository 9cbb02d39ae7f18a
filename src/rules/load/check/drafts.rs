//! What is answered in the cases of a check: once as it should be, and once for each limit as it should not.

use super::Check;
use super::cases::{Answers, Draft};
use super::model::Recipe;
use super::sample::{self, Said, Who};
use crate::i18n::{Lang, date};
use crate::report::Kind;
use crate::rules::lang::constant::Const;
use crate::rules::lang::pattern::Pattern;
use crate::rules::lang::table::{Table, compared};
use crate::rules::lang::value::Day;

/// The longest text that a case is made with.
const LONGEST: i64 = 4_000;

/// The place of a number: where none is printed, the name above it.
fn shown(number: i64, who: &Who) -> String {
    if number == 0 {
        who.name.clone()
    } else {
        number.to_string()
    }
}

/// Lines of a places question.
fn places<const N: usize>(names: [&str; N]) -> Said {
    Said::Places(names.map(str::to_owned).to_vec())
}

/// The numbers just beyond limits.
fn beyond([least, most]: [Option<i64>; 2]) -> impl Iterator<Item = i64> {
    let wrong = [least.map(|l| l - 1), most.map(|m| m + 1)];
    wrong.into_iter().flatten()
}

/// A case without a report of the year before.
fn add(drafts: &mut Vec<Draft>, answers: Answers, primary: Option<String>) {
    drafts.push(Draft {
        answers,
        before: None,
        primary,
    });
}

impl Check<'_, '_, '_> {
    /// The drafts of a recipe; `None` where none can be made.
    pub(super) fn draft(
        &self,
        recipe: &Recipe,
        who: &mut Who,
        drafts: &mut Vec<Draft>,
    ) -> Option<()> {
        match recipe {
            Recipe::Sum {
                parts,
                total,
                within,
            } => sum_drafts(parts, total.as_ref(), *within, drafts),
            Recipe::Same { key, other } => self.same_drafts(key, other, who, drafts),
            Recipe::Share {
                part,
                whole,
                least,
                most,
            } => share_drafts(part, whole, [*least, *most], who, drafts),
            Recipe::Given {
                key,
                other,
                requires,
                ..
            } => {
                self.given_drafts(key, other, *requires, who, drafts);
                Some(())
            }
            Recipe::Exclusive { key, patterns } => exclusive_drafts(key, patterns, drafts),
            Recipe::Names { key, count } => {
                self.names_drafts(key, count, drafts);
                Some(())
            }
            Recipe::Date { key, from, to } => date_drafts(key, *from, *to, drafts),
            Recipe::Value {
                key,
                groups,
                least,
                most,
            } => value_drafts(key, groups, [*least, *most], who, drafts),
            Recipe::Ledger { key, table, column } => {
                self.ledger_drafts(key, table, column, who, drafts)
            }
            Recipe::Change { key, most, least } => change_drafts(key, *most, *least, drafts),
            Recipe::Text {
                key,
                pattern,
                format,
            } => text_drafts(key, pattern.as_deref(), format.as_deref(), drafts),
            Recipe::Length {
                key,
                least,
                most,
                words,
            } => length_drafts(key, [*least, *most], *words, drafts),
            Recipe::Listed { key, table } => self.listed_drafts(key, table, who, drafts),
        }
    }

    /// What is said to a question that is answered.
    pub(super) fn something(&self, key: &str) -> Said {
        match self.kind(key) {
            Kind::Integer => Said::Number(5),
            Kind::MultipleChoice | Kind::SingleChoice => Said::Chosen(vec![0]),
            Kind::Places => places(["Bergvik", "Nes"]),
            _ => Said::Text("Det har vi arbeidet med gjennom hele året.".to_owned()),
        }
    }

    fn same_drafts(
        &self,
        key: &str,
        other: &str,
        who: &Who,
        drafts: &mut Vec<Draft>,
    ) -> Option<()> {
        // A question that is known by its options can't be told from one that has the same.
        let known = &self.pack.questions;
        let by_options = |of: &str| {
            let mut asked = known.iter().filter(|asked| asked.key == of);
            asked.any(|asked| !asked.option_patterns().is_empty())
        };
        if by_options(key) || by_options(other) {
            return None;
        }
        let text = |text: &str| Said::Text(text.to_owned());
        let chosen = |option| Said::Chosen(vec![option]);
        let (one, two, primary) = match self.kind(key) {
            Kind::Integer => (Said::Number(5), Said::Number(6), "5"),
            // The options that a case has where none are known.
            Kind::SingleChoice => (chosen(0), chosen(1), "Ja"),
            Kind::MultipleChoice => (chosen(0), chosen(1), who.name.as_str()),
            Kind::Places => (
                places(["Bergvik", "Nes"]),
                places(["Bergvik", "Øyvær"]),
                who.name.as_str(),
            ),
            _ => (text("Bergvik"), text("Øyvær"), "Bergvik"),
        };
        let with = |second: Said| vec![(key.to_owned(), one.clone()), (other.to_owned(), second)];
        let (good, bad) = (with(one.clone()), with(two));
        add(drafts, good, None);
        add(drafts, bad, Some(primary.to_owned()));
        Some(())
    }

    fn given_drafts(
        &self,
        key: &str,
        other: &str,
        requires: bool,
        who: &Who,
        drafts: &mut Vec<Draft>,
    ) {
        let with = |wanted: bool| -> Answers {
            let said = if wanted {
                self.something(other)
            } else {
                Said::Blank
            };
            vec![
                (key.to_owned(), self.something(key)),
                (other.to_owned(), said),
            ]
        };
        add(drafts, with(requires), None);
        add(drafts, with(!requires), Some(who.name.clone()));
    }

    fn names_drafts(&self, key: &str, count: &str, drafts: &mut Vec<Draft>) {
        let said = if self.kind(key) == Kind::Places {
            places(["Bergvik", "Øyvær", "Nes"])
        } else {
            Said::Text("Bergvik, Øyvær og Nes".to_owned())
        };
        for (number, primary) in [(3, None), (2, Some("2".to_owned()))] {
            let answers = vec![
                (key.to_owned(), said.clone()),
                (count.to_owned(), Said::Number(number)),
            ];
            add(drafts, answers, primary);
        }
    }

    fn ledger_drafts(
        &self,
        key: &str,
        table: &str,
        column: &str,
        who: &mut Who,
        drafts: &mut Vec<Draft>,
    ) -> Option<()> {
        let (name, listed) = self.row(table, column)?;
        who.name = name;
        for (number, primary) in [(listed, None), (listed + 1, Some((listed + 1).to_string()))] {
            add(
                drafts,
                vec![(key.to_owned(), Said::Number(number))],
                primary,
            );
        }
        Some(())
    }

    fn listed_drafts(
        &self,
        key: &str,
        table: &str,
        who: &Who,
        drafts: &mut Vec<Draft>,
    ) -> Option<()> {
        let table = self.context.tables.get(table)?;
        let name = keys(table).next()?;
        let as_places = self.kind(key) == Kind::Places;
        let said = |own: &str| {
            let said = if as_places {
                places([&name, own])
            } else {
                Said::Text(own.to_owned())
            };
            vec![(key.to_owned(), said)]
        };
        let strange = "Kvitrandvik";
        let primary = if as_places {
            who.name.clone()
        } else {
            strange.to_owned()
        };
        add(drafts, said(&name), None);
        if !table.has(&compared(&Const::Text(strange.to_owned()))) {
            add(drafts, said(strange), Some(primary));
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

fn sum_drafts(
    parts: &[String],
    total: Result<&String, &i64>,
    within: i64,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
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
    add(drafts, with(0), None);
    add(drafts, with(off), Some(wrong.to_string()));
    Some(())
}

fn share_drafts(
    part: &str,
    whole: &[String],
    limits: [Option<i64>; 2],
    who: &Who,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
    let others: Vec<&String> = whole.iter().filter(|key| *key != part).collect();
    let first = others.first()?;
    let within = others.len() < whole.len();
    // One per cent is 100 of 10 000.
    let with = |percent: i64| -> Answers {
        let own = 100 * percent;
        let rest = if within { 10_000 - own } else { 10_000 };
        let mut answers = vec![(part.to_owned(), Said::Number(own))];
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
    let [least, most] = limits;
    add(drafts, with(least.or(most)?), None);
    for percent in beyond(limits) {
        let possible = percent >= 0 && (!within || percent <= 100);
        if possible {
            add(drafts, with(percent), Some(shown(100 * percent, who)));
        }
    }
    Some(())
}

fn exclusive_drafts(key: &str, patterns: &[String], drafts: &mut Vec<Draft>) -> Option<()> {
    let chosen = |options| vec![(key.to_owned(), Said::Chosen(options))];
    let second = sample::matching(patterns.get(1)?)?;
    add(drafts, chosen(vec![0]), None);
    add(drafts, chosen(vec![0, 1]), Some(sample::capital(&second)));
    Some(())
}

fn date_drafts(
    key: &str,
    from: Option<Day>,
    to: Option<Day>,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
    let text = |day| date(day, Lang::Nb);
    let said = |text: &str| vec![(key.to_owned(), Said::Text(text.to_owned()))];
    add(drafts, said(&text(from.or(to)?)), None);
    let before = from.map(|(year, month, day)| text((year - 1, month, day.min(28))));
    let after = to.map(|(year, month, day)| text((year + 1, month, day.min(28))));
    for wrong in before.into_iter().chain(after) {
        add(drafts, said(&wrong), Some(wrong.clone()));
    }
    Some(())
}

fn value_drafts(
    key: &str,
    groups: &[String],
    limits: [Option<i64>; 2],
    who: &mut Who,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
    if let Some(group) = groups.first() {
        let (sector, category) = group.split_once('/').unwrap_or(("Offentlig", group));
        sector.clone_into(&mut who.sector);
        category.clone_into(&mut who.category);
    }
    let said = |number: i64| vec![(key.to_owned(), Said::Number(number))];
    // No 0 is printed, and so none is judged.
    let good = limits.into_iter().flatten().find(|n| *n != 0);
    add(drafts, said(good?), None);
    for number in beyond(limits).filter(|n| *n > 0) {
        add(drafts, said(number), Some(number.to_string()));
    }
    Some(())
}

fn change_drafts(key: &str, most: i64, least: i64, drafts: &mut Vec<Draft>) -> Option<()> {
    let before = 1_000.max(least);
    // More than any report has makes no case.
    let after = before + before.checked_mul(most)? / 100 + before / 100 + 1;
    for (now, primary) in [(before, None), (after, Some(after.to_string()))] {
        drafts.push(Draft {
            answers: vec![(key.to_owned(), Said::Number(now))],
            before: Some(vec![(key.to_owned(), Said::Number(before))]),
            primary,
        });
    }
    Some(())
}

fn text_drafts(
    key: &str,
    pattern: Option<&str>,
    format: Option<&str>,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
    let (good, bad) = match (pattern, format) {
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
    let said = |text: &str| vec![(key.to_owned(), Said::Text(text.to_owned()))];
    add(drafts, said(&good), None);
    add(drafts, said(bad), Some(bad.to_owned()));
    Some(())
}

fn length_drafts(
    key: &str,
    limits: [Option<i64>; 2],
    words: bool,
    drafts: &mut Vec<Draft>,
) -> Option<()> {
    let text = |length: i64| -> Option<String> {
        let length = usize::try_from(length).ok()?;
        Some(if words {
            vec!["ord"; length].join(" ")
        } else {
            let all = "arbeidet ".repeat(length / 9 + 1);
            let kept: String = all.chars().take(length.saturating_sub(1)).collect();
            kept + "."
        })
    };
    let [least, most] = limits;
    let good = text(least.or(most)?.clamp(1, LONGEST))?;
    add(drafts, vec![(key.to_owned(), Said::Text(good))], None);
    for length in beyond(limits) {
        // A text of one or two letters is a placeholder, and a very long one no example.
        if (3..=LONGEST).contains(&length) {
            let text = text(length)?;
            add(
                drafts,
                vec![(key.to_owned(), Said::Text(text.clone()))],
                Some(text),
            );
        }
    }
    Some(())
}
