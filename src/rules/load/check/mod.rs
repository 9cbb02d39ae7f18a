//! Tables `[[check]]`: the common rules without expressions. Each becomes an ordinary rule, with cases
//! that are made from it.

mod cases;
mod drafts;
mod expand;
mod model;
mod sample;
mod texts;
mod write;

use super::error::Errors;
use super::fields::{Literal, Reader};
use super::pack::Pack;
use super::rule::SHARED_KEYS;
use super::template::RULE_KEYS;
use crate::report::Kind;
use crate::rules::lang::check::Context;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{self, Entry, Place, Raw, RawTable, RawValue};
use model::{Check, Parts};
use std::sync::LazyLock;

/// The kinds of checks: the key that tells the kind, what the question of that key can be, and the
/// other keys of the kind.
pub(crate) const KINDS: [(&str, &[Kind], &[&str]); 13] = [
    ("sum", &[Kind::Integer], &["equals", "within"]),
    ("same", &[], &["as"]),
    ("share", &[Kind::Integer], &["of", "at_least", "at_most"]),
    ("given", &[], &["option", "requires", "forbids"]),
    ("exclusive", &[], &["question"]),
    ("names", &[Kind::Text, Kind::Places], &["count", "table"]),
    ("date", &[Kind::Text], &["from", "to"]),
    (
        "value",
        &[Kind::Integer],
        &["at_least", "at_most", "groups", "table", "column"],
    ),
    ("change", &[Kind::Integer], &["at_most", "from"]),
    ("text", &[Kind::Text], &["pattern", "format"]),
    ("length", &[Kind::Text], &["at_least", "at_most"]),
    ("words", &[Kind::Text], &["at_least", "at_most"]),
    ("listed", &[Kind::Text, Kind::Places], &["table"]),
];

/// The forms that a text can be asked to have.
pub(crate) const FORMATS: [&str; 5] = ["email", "phone", "mod11", "date", "number"];

/// The largest number that a check takes: no amount of a report comes near.
const LARGEST: i64 = 1_000_000_000_000;

/// A rule that a check stands for.
pub(super) struct Expanded {
    /// The rule's table.
    pub(super) table: RawTable,
    /// The same as a rule file has it.
    pub(super) toml: String,
}

/// The rule that a check stands for; `None` where the check has mistakes.
pub(super) fn expand(
    table: &RawTable,
    place: &Place,
    pack: &Pack,
    context: &Context,
    errors: &mut Errors<'_>,
) -> Option<Expanded> {
    let before = errors.len();
    let mut check = Check {
        reader: Reader {
            table,
            place: place.clone(),
            what: Term::Check,
            errors,
        },
        context,
        pack,
    };
    let found: Vec<_> = KINDS
        .iter()
        .filter(|(verb, ..)| table.get(verb).is_some())
        .collect();
    let [(verb, kinds, own)] = found.as_slice() else {
        let given: Vec<&str> = found.iter().map(|(verb, ..)| *verb).collect();
        let mistake = match given.as_slice() {
            [] => Mistake::CheckOfNothing,
            [first, second, ..] => Mistake::CheckOfTwo {
                first: (*first).to_owned(),
                second: (*second).to_owned(),
            },
            [_] => return None,
        };
        // A key that is nearly one of the kinds' is what was meant.
        let verbs = || KINDS.iter().map(|(verb, ..)| *verb);
        let keys = table.entries.iter().map(|entry| entry.key.as_str());
        let strange = keys
            .filter(|key| !shared(key))
            .find_map(|key| suggest(key, verbs()));
        let help = match mistake {
            Mistake::CheckOfNothing => strange.or_else(|| suggest("", verbs())),
            _ => None,
        };
        check.reader.errors.add(place, mistake, help);
        return None;
    };
    let shared_keys = RULE_KEYS
        .into_iter()
        .chain(SHARED_KEYS)
        .filter(|key| shared(key));
    let keys: Vec<&str> = shared_keys
        .chain([*verb])
        .chain(own.iter().copied())
        .collect();
    check.reader.allow(&keys);
    let Some(parts) = check.parts(verb, kinds) else {
        // A check is never left out without a word.
        if check.reader.errors.len() == before {
            let kind = (*verb).to_owned();
            let mistake = Mistake::CheckIncomplete { kind };
            check.reader.errors.add(place, mistake, None);
        }
        return None;
    };
    let cases = check.cases(verb, &parts);
    if check.reader.errors.len() > before {
        return None;
    }
    let rule = template(parts.template, &parts.values, place);
    let kept = table.entries.iter();
    let kept = kept.filter(|entry| shared(&entry.key)).cloned();
    let own = RawTable {
        entries: kept.collect(),
    };
    let mut rule = own.over(&rule);
    for (key, tables) in [("good", cases.good), ("bad", cases.bad)] {
        append(&mut rule, key, tables, place);
    }
    // As a rule is written: its name, its words, what it looks at, its cases.
    rule.entries.sort_by_key(|entry| match entry.key.as_str() {
        "id" => 0,
        "good" | "bad" => 2,
        _ => 1,
    });
    let toml = write::rule(&rule);
    Some(Expanded { table: rule, toml })
}

/// All keys of a check.
#[cfg(test)]
pub(crate) fn keys() -> Vec<&'static str> {
    let own = KINDS
        .iter()
        .flat_map(|(verb, _, keys)| keys.iter().chain([verb]).copied());
    own.chain(OWN).collect()
}

/// The keys of a rule that a check has as well: what it says, not what it looks at.
const OWN: [&str; 18] = [
    "id",
    "part",
    "since",
    "replaces",
    "severity",
    "severity_when",
    "tags",
    "url",
    "deprecated",
    "summary",
    "message",
    "why",
    "help",
    "ask",
    "good",
    "bad",
    "consequence_of",
    "scope",
];

/// Whether a key is one of those.
fn shared(key: &str) -> bool {
    OWN.contains(&key)
}

impl Check<'_, '_, '_> {
    /// The key of a question, which has to be of one of these kinds; all that have one will do where
    /// there are none.
    fn key(&mut self, literal: &Literal, kinds: &[Kind]) -> Option<String> {
        let Literal { text, place } = literal;
        if !self.context.keys.contains(text) {
            let help = suggest(text, self.context.keys.iter().map(String::as_str));
            let mistake = Mistake::UnknownQuestion { key: text.clone() };
            let help = help.or(Some(Advice::AddQuestion));
            self.reader.errors.add(place, mistake, help);
            return None;
        }
        let Some(kind) = self.context.kinds.get(text) else {
            let mistake = Mistake::NoKind { key: text.clone() };
            self.reader.errors.add(place, mistake, Advice::GiveKind);
            return None;
        };
        if !kinds.is_empty() && !kinds.contains(kind) && *kind != Kind::Unknown {
            let mistake = Mistake::OtherKind {
                key: text.clone(),
                kind: kind.name().to_owned(),
                wanted: kinds
                    .iter()
                    .map(|k| k.name())
                    .collect::<Vec<_>>()
                    .join(", "),
            };
            self.reader.errors.add(place, mistake, None);
            return None;
        }
        Some(text.clone())
    }

    /// The key of the question that an entry names.
    fn question(&mut self, entry: &str, kinds: &[Kind]) -> Option<String> {
        if self.reader.table.get(entry).is_none() && !self.misspelt(entry) {
            self.reader.missing(entry, Advice::KeyOfQuestion);
        }
        let literal = self.reader.text(entry)?;
        self.key(&literal, kinds)
    }

    /// The keys of the questions that an entry names, one at least.
    fn questions(&mut self, entry: &str, kinds: &[Kind]) -> Option<Vec<String>> {
        if self.reader.table.get(entry).is_none() && !self.misspelt(entry) {
            self.reader.missing(entry, Advice::KeyOfQuestion);
        }
        let literals = self.reader.texts(entry);
        let keys: Vec<_> = literals.iter().map(|l| self.key(l, kinds)).collect();
        let keys: Vec<String> = keys.into_iter().collect::<Option<_>>()?;
        match self.reader.table.get(entry).map(|raw| &raw.value) {
            Some(RawValue::List(items)) if items.is_empty() => {
                let at = self.place(entry)?;
                self.reader.errors.add(&at, Mistake::NeedsOne, None);
                None
            }
            _ => (!keys.is_empty()).then_some(keys),
        }
    }

    /// Whether an entry, or the one that can stand for it, is there under a name that is nearly its own,
    /// which is told.
    fn misspelt(&self, entry: &str) -> bool {
        let names = match entry {
            "requires" => ["requires", "forbids"],
            _ => [entry, entry],
        };
        let keys = self.reader.table.entries.iter().map(|e| e.key.as_str());
        let mut strange = keys.filter(|key| !shared(key));
        strange.any(|key| {
            let meant = suggest(key, names.into_iter());
            !names.contains(&key) && matches!(meant, Some(Advice::DidYouMean { .. }))
        })
    }

    /// The kind of the question of a key.
    fn kind(&self, key: &str) -> Kind {
        self.context
            .kinds
            .get(key)
            .copied()
            .unwrap_or(Kind::Unknown)
    }

    /// A whole number from `least` on, and not beyond all amounts.
    fn number(&mut self, entry: &str, least: i64) -> Option<i64> {
        let raw = self.reader.table.get(entry)?;
        let key = entry.to_owned();
        let mistake = match raw.value {
            RawValue::Int(number) if (least..=LARGEST).contains(&number) => return Some(number),
            RawValue::Int(_) => Mistake::OutOfRange {
                key,
                least,
                most: LARGEST,
            },
            _ => Mistake::WrongValue {
                key,
                wanted: Term::WholeNumber,
                found: Term::of_value(&raw.value),
            },
        };
        let digits = match &raw.value {
            RawValue::Text(text) => text.replace([' ', '\u{a0}', '%'], ""),
            _ => String::new(),
        };
        let help = digits
            .parse::<i64>()
            .ok()
            .map(|number| Advice::WriteInstead {
                write: number.to_string(),
            });
        self.reader.errors.add(&raw.place, mistake, help);
        None
    }

    /// Where the value of an entry stands.
    fn place(&self, entry: &str) -> Option<Place> {
        self.reader.table.get(entry).map(|raw| raw.place.clone())
    }

    /// Whether two keys do not stand together, of which one would be ignored.
    fn not_together(&mut self, first: &str, second: &str) -> Option<()> {
        let (Some(_), Some(at)) = (self.place(first), self.place(second)) else {
            return Some(());
        };
        let mistake = Mistake::NotTogether {
            first: first.to_owned(),
            second: second.to_owned(),
        };
        self.reader.errors.add(&at, mistake, None);
        None
    }
}

/// The templates of all kinds.
static TEMPLATES: LazyLock<RawTable> = LazyLock::new(|| {
    let text = include_str!("kinds.toml");
    toml_file::parse(0, text).root
});

/// What checks say of something, in bokmål, nynorsk and English.
fn words(of: &str) -> [String; 3] {
    let words = TEMPLATES.table("words").and_then(|words| words.table(of));
    let said = |lang| words.and_then(|words| words.text(lang));
    ["nb", "nn", "en"].map(|lang| said(lang).unwrap_or_default().to_owned())
}

/// A kind's template with values in place of `$name`, as standing where the check stands.
fn template(name: &str, values: &[(&'static str, String)], place: &Place) -> RawTable {
    let mut table = TEMPLATES.table(name).cloned().unwrap_or_default();
    // A longer name stands before those that it begins with.
    let mut values: Vec<&(&str, String)> = values.iter().collect();
    values.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    fill(&mut table, &values, place);
    table
}

fn fill(table: &mut RawTable, values: &[&(&str, String)], place: &Place) {
    for entry in &mut table.entries {
        entry.place = place.clone();
        fill_raw(&mut entry.raw, values, place);
    }
}

fn fill_raw(raw: &mut Raw, values: &[&(&str, String)], place: &Place) {
    raw.place = place.clone();
    match &mut raw.value {
        RawValue::Text(text) => {
            for (name, value) in values {
                *text = text.replace(&format!("${name}"), value);
            }
        }
        RawValue::List(items) => items.iter_mut().for_each(|i| fill_raw(i, values, place)),
        RawValue::Table(table) => fill(table, values, place),
        RawValue::Int(_)
        | RawValue::Large
        | RawValue::Float
        | RawValue::Bool(_)
        | RawValue::Day(_) => {}
    }
}

/// Adds tables to a list of tables.
fn append(rule: &mut RawTable, key: &str, tables: Vec<RawTable>, place: &Place) {
    if tables.is_empty() {
        return;
    }
    let made = tables.into_iter().map(|table| Raw {
        value: RawValue::Table(table),
        place: place.clone(),
    });
    let known = rule.entries.iter_mut().find(|entry| entry.key == key);
    if let Some(Entry { raw, .. }) = known {
        match &mut raw.value {
            RawValue::List(own) => own.extend(made),
            // A single table `[check.good]`.
            RawValue::Table(_) => {
                let own = raw.clone();
                raw.value = RawValue::List(std::iter::once(own).chain(made).collect());
            }
            // It is told where cases are read.
            _ => {}
        }
        return;
    }
    rule.entries.push(Entry {
        key: key.to_owned(),
        place: place.clone(),
        raw: Raw {
            value: RawValue::List(made.collect()),
            place: place.clone(),
        },
    });
}
