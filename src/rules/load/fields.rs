//! Takes what is needed out of a table, with a mistake for each thing that is missing or wrong.

use super::error::Errors;
use crate::i18n::Text;
use crate::rules::lang::constant::Const;
use crate::rules::lang::numbers::Number;
use crate::rules::lang::pattern::Pattern;
use crate::rules::lang::pooled::Pooled;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Entry, Place, Raw, RawTable, RawValue};

/// A text and where its literal stands.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    /// The text.
    pub(super) text: String,
    /// The place of the literal.
    pub(super) place: Place,
}

/// A text in the languages that a rule file gives.
#[derive(Clone, Debug, Default)]
pub(super) struct Languages {
    pub(super) nb: Option<Literal>,
    pub(super) nn: Option<Literal>,
    pub(super) en: Option<Literal>,
}

impl Languages {
    /// The texts; a language that is left out is filled from bokmål.
    pub(super) fn to_text(&self) -> Text {
        let nb = self.nb.as_ref().map_or("", |l| l.text.as_str());
        let get = |l: &Option<Literal>| l.as_ref().map_or(nb, |l| l.text.as_str()).to_owned();
        Text {
            nb: nb.to_owned(),
            nn: get(&self.nn),
            en: get(&self.en),
        }
    }
}

/// A table that is read, with what it is called in messages.
pub(super) struct Reader<'t, 'e, 's> {
    pub(super) table: &'t RawTable,
    pub(super) place: Place,
    pub(super) what: Term,
    pub(super) errors: &'e mut Errors<'s>,
}

/// A reader of a whole file.
pub(super) fn root_reader<'t, 'e, 's>(
    table: &'t RawTable,
    file: usize,
    errors: &'e mut Errors<'s>,
) -> Reader<'t, 'e, 's> {
    Reader {
        table,
        place: Place { file, span: 0..0 },
        what: Term::RuleFile,
        errors,
    }
}

impl<'t> Reader<'t, '_, '_> {
    /// A mistake for every key that is not one of `keys`.
    pub(super) fn allow(&mut self, keys: &[&str]) {
        for Entry { key, place, .. } in &self.table.entries {
            if !keys.contains(&key.as_str()) {
                let help = match self.what {
                    Term::RuleFile if key == "question" => Some(Advice::WriteInstead {
                        write: "[[pack.question]]".to_owned(),
                    }),
                    _ => suggest(key, keys.iter().copied()),
                };
                self.errors.add(
                    place,
                    Mistake::UnknownKey {
                        table: self.what.clone(),
                        key: key.to_owned(),
                    },
                    help,
                );
            }
        }
    }

    /// A mistake about the whole table.
    pub(super) fn missing(&mut self, key: &str, advice: Advice) {
        let mistake = Mistake::Lacks {
            table: self.what.clone(),
            key: key.to_owned(),
        };
        self.errors.add(&self.place, mistake, advice);
    }

    fn wrong(&mut self, key: &str, raw: &Raw, wanted: Term) {
        let mistake = Mistake::WrongValue {
            key: key.to_owned(),
            wanted,
            found: Term::of_value(&raw.value),
        };
        self.errors.add(&raw.place, mistake, None);
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str) -> Option<Literal> {
        let raw = self.table.get(key)?;
        if let RawValue::Text(text) = &raw.value {
            return Some(Literal {
                text: text.clone(),
                place: raw.place.clone(),
            });
        }
        self.wrong(key, raw, Term::Text);
        None
    }

    /// True or false; false where it is left out.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        let Some(raw) = self.table.get(key) else {
            return false;
        };
        if let RawValue::Bool(value) = raw.value {
            return value;
        }
        self.wrong(key, raw, Term::Boolean);
        false
    }

    /// A whole number from 1 on.
    pub(super) fn count(&mut self, key: &str) -> Option<usize> {
        let raw = self.table.get(key)?;
        let count = match raw.value {
            RawValue::Int(value) => usize::try_from(value).ok().filter(|count| *count > 0),
            _ => None,
        };
        if count.is_none() {
            self.wrong(key, raw, Term::Count);
        }
        count
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&mut self, key: &str) -> Vec<Literal> {
        let Some(raw) = self.table.get(key) else {
            return Vec::new();
        };
        let items: &[Raw] = match &raw.value {
            RawValue::List(items) => items,
            RawValue::Text(_) => std::slice::from_ref(raw),
            _ => {
                self.wrong(key, raw, Term::Texts);
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                RawValue::Text(text) => texts.push(Literal {
                    text: text.clone(),
                    place: item.place.clone(),
                }),
                _ => self.wrong(key, item, Term::Texts),
            }
        }
        texts
    }

    /// A text in one or more languages: a plain text is bokmål.
    pub(super) fn languages(&mut self, key: &str) -> Languages {
        let Some(raw) = self.table.get(key) else {
            return Languages::default();
        };
        if let RawValue::Text(text) = &raw.value {
            return Languages {
                nb: Some(Literal {
                    text: text.clone(),
                    place: raw.place.clone(),
                }),
                ..Languages::default()
            };
        }
        let RawValue::Table(table) = &raw.value else {
            self.wrong(key, raw, Term::TextOrTable);
            return Languages::default();
        };
        let mut inner = Reader {
            table,
            place: raw.place.clone(),
            what: Term::Languages,
            errors: self.errors,
        };
        inner.allow(&["nb", "nn", "en"]);
        let languages = Languages {
            nb: inner.text("nb"),
            nn: inner.text("nn"),
            en: inner.text("en"),
        };
        if languages.nb.is_none() {
            inner.missing("nb", Advice::BokmalStandsIn);
        }
        languages
    }

    /// The tables of `[[key]]`.
    pub(super) fn tables(&mut self, key: &str) -> Vec<(&'t RawTable, Place)> {
        let Some(raw) = self.table.get(key) else {
            return Vec::new();
        };
        let items: &[Raw] = match &raw.value {
            RawValue::List(items) => items,
            RawValue::Table(_) => std::slice::from_ref(raw),
            _ => {
                self.wrong(key, raw, Term::Tables);
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for item in items {
            match &item.value {
                RawValue::Table(table) => tables.push((table, item.place.clone())),
                _ => self.wrong(key, item, Term::Tables),
            }
        }
        tables
    }

    /// A table.
    pub(super) fn subtable(&mut self, key: &str) -> Option<(&'t RawTable, Place)> {
        let raw = self.table.get(key)?;
        if let RawValue::Table(table) = &raw.value {
            return Some((table, raw.place.clone()));
        }
        self.wrong(key, raw, Term::Table);
        None
    }

    /// Regular expressions on titles and options, compiled; case does not matter.
    pub(super) fn patterns(&mut self, key: &str) -> Vec<Pooled<Pattern>> {
        let mut patterns = Vec::new();
        for Literal { text, place } in self.texts(key) {
            if text.contains('\u{8}') {
                self.errors.add(
                    &place,
                    Mistake::Backspace,
                    Advice::LiteralText { sign: 'b' },
                );
                continue;
            }
            match Pattern::new(&format!("(?i){text}")) {
                Ok(pattern) => patterns.push(Pooled::new(pattern)),
                Err(why) => {
                    self.errors.add(
                        &place,
                        Mistake::BrokenPattern { why },
                        Advice::EscapePattern,
                    );
                }
            }
        }
        patterns
    }

    /// The values of a table, as constants by name.
    pub(super) fn constants(&mut self, key: &str) -> Vec<(String, Const, Place)> {
        let Some((table, _)) = self.subtable(key) else {
            return Vec::new();
        };
        let mut constants = Vec::new();
        for Entry { key, place, raw } in &table.entries {
            match constant(&raw.value) {
                Some(value) => constants.push((key.clone(), value, place.clone())),
                None => self.wrong(key, raw, Term::Constant),
            }
        }
        constants
    }
}

fn constant(value: &RawValue) -> Option<Const> {
    match value {
        RawValue::Text(text) => Some(Const::Text(text.clone())),
        RawValue::Int(number) => Some(Const::Number(Number::Int(i128::from(*number)))),
        RawValue::Bool(value) => Some(Const::Bool(*value)),
        RawValue::List(items) => {
            let items: Option<Vec<Const>> = items.iter().map(|i| constant(&i.value)).collect();
            let items = items?;
            let alike = items
                .iter()
                .zip(items.iter().skip(1))
                .all(|(a, b)| std::mem::discriminant(a) == std::mem::discriminant(b));
            alike.then_some(Const::List(items))
        }
        RawValue::Large | RawValue::Float | RawValue::Day(_) | RawValue::Table(_) => None,
    }
}
