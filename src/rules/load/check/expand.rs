//! What each kind of check says, as the expressions of a rule.

use super::model::Recipe;
use super::{Check, LARGEST, Parts, words};
use crate::report::Kind;
use crate::rules::lang::pattern::Pattern;
use crate::rules::lang::suggest;
use crate::rules::load::fields::Literal;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::RawValue;

/// The kinds of questions that have options.
const OPTIONS: [Kind; 2] = [Kind::MultipleChoice, Kind::SingleChoice];

/// A text as an expression has it.
pub(super) fn quoted(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('\'', "\\'")
        .replace('\n', "\\n");
    format!("'{escaped}'")
}

/// Both conditions that are there.
pub(super) fn both(conditions: [Option<String>; 2]) -> String {
    let there: Vec<String> = conditions.into_iter().flatten().collect();
    if there.is_empty() {
        return "true".to_owned();
    }
    there.join(" && ")
}

/// Limits as people read them: `10–20`, `≥ 10`.
pub(super) fn limits(least: Option<i64>, most: Option<i64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{least}–{most}"),
        (Some(least), None) => format!("≥ {least}"),
        (None, Some(most)) => format!("≤ {most}"),
        (None, None) => String::new(),
    }
}

pub(super) fn answer(key: &str) -> String {
    format!("answer('{key}')")
}

fn answers(keys: &[String]) -> String {
    let all: Vec<String> = keys.iter().map(|key| answer(key)).collect();
    all.join(", ")
}

impl Check<'_, '_, '_> {
    /// What the check gives to its kind's template.
    pub(super) fn parts(&mut self, verb: &str, kinds: &[Kind]) -> Option<Parts> {
        match verb {
            "sum" => self.sum(),
            "same" => self.same(),
            "share" => self.share(),
            "given" => self.given(),
            "exclusive" => self.exclusive(),
            "names" => self.names(kinds),
            "date" => self.date(),
            "value" if self.reader.table.get("table").is_some() => self.ledger(),
            "value" => self.value(),
            "change" => self.change(),
            "text" => self.text(),
            "length" | "words" => self.length(verb),
            _ => self.listed(kinds),
        }
    }

    fn sum(&mut self) -> Option<Parts> {
        let parts = self.questions("sum", &[Kind::Integer]);
        let within = self.number("within", 0).unwrap_or(0);
        let total = match self.reader.table.get("equals").map(|raw| &raw.value) {
            Some(RawValue::Int(_)) => Err(self.number("equals", -LARGEST)?),
            _ => Ok(self.question("equals", &[Kind::Integer])?),
        };
        let parts = parts?;
        let (walked, whole) = match &total {
            Ok(key) => (key.clone(), answer(key)),
            Err(number) => (parts.first()?.clone(), number.to_string()),
        };
        Some(Parts {
            template: "sum",
            values: vec![
                ("walked", walked),
                ("parts", answers(&parts)),
                ("total", whole),
                ("within", within.to_string()),
            ],
            recipe: Recipe::Sum {
                parts,
                total,
                within,
            },
        })
    }

    /// Two questions of one kind that are answered alike.
    fn same(&mut self) -> Option<Parts> {
        let key = self.question("same", &[]);
        let kind = key.as_ref().map_or(Kind::Unknown, |key| self.kind(key));
        let alike: &[Kind] = match &kind {
            // It was told already.
            Kind::Unknown => &[],
            known => std::slice::from_ref(known),
        };
        let other = self.question("as", alike);
        let (key, other) = (key?, other?);
        self.two(&key, &other, "as")?;
        let template = match kind {
            Kind::Integer => "same",
            Kind::MultipleChoice | Kind::Places => "same list",
            Kind::Text | Kind::SingleChoice | Kind::Unknown => "same text",
        };
        Some(Parts {
            template,
            values: vec![("walked", key.clone()), ("other", other.clone())],
            recipe: Recipe::Same { key, other },
        })
    }

    /// Whether two questions are two; the second one is that of an entry.
    fn two(&mut self, key: &str, other: &str, entry: &str) -> Option<()> {
        if key != other {
            return Some(());
        }
        let at = self.place(entry)?;
        self.reader.errors.add(&at, Mistake::AgainstItself, None);
        None
    }

    fn share(&mut self) -> Option<Parts> {
        let part = self.question("share", &[Kind::Integer]);
        let whole = self.questions("of", &[Kind::Integer]);
        let (least, most) = self.two_limits(0)?;
        let (part, whole) = (part?, whole?);
        if let [one] = whole.as_slice() {
            self.two(&part, one, "of")?;
        }
        // The fraction is compared exactly; what is shown of it is rounded.
        let bound = |sign: &str, limit: i64| format!("100 * part {sign} {limit} * whole");
        Some(Parts {
            template: "share",
            values: vec![
                ("walked", part.clone()),
                ("whole", answers(&whole)),
                ("limit", limits_of_percent(least, most)),
                (
                    "bounds",
                    both([least.map(|l| bound(">=", l)), most.map(|m| bound("<=", m))]),
                ),
            ],
            recipe: Recipe::Share {
                part,
                whole,
                least,
                most,
            },
        })
    }

    /// `at_least` and `at_most`, one of them at the least, both from `from` on.
    pub(super) fn two_limits(&mut self, from: i64) -> Option<(Option<i64>, Option<i64>)> {
        let limits = (self.number("at_least", from), self.number("at_most", from));
        let table = self.reader.table;
        if table.get("at_least").is_none() && table.get("at_most").is_none() {
            self.reader.missing("at_least", Advice::GiveLimit);
            return None;
        }
        if let (Some(least), Some(most)) = limits
            && least > most
        {
            let at = table.get("at_most").map(|raw| raw.place.clone())?;
            self.reader.errors.add(&at, Mistake::LimitsCross, None);
            return None;
        }
        Some(limits)
    }

    /// A pattern on options or texts, which has to parse.
    pub(super) fn patterns(&mut self, entry: &str) -> Option<Vec<String>> {
        let mut patterns = Vec::new();
        for Literal { text, place } in self.reader.texts(entry) {
            if text.contains('\u{8}') {
                let help = Advice::LiteralText { sign: 'b' };
                self.reader.errors.add(&place, Mistake::Backspace, help);
                return None;
            }
            if let Err(why) = Pattern::new(&format!("(?i){text}")) {
                let mistake = Mistake::BrokenPattern { why };
                self.reader
                    .errors
                    .add(&place, mistake, Advice::EscapePattern);
                return None;
            }
            patterns.push(text);
        }
        Some(patterns)
    }

    fn given(&mut self) -> Option<Parts> {
        let key = self.question("given", &[]);
        let options = self.patterns("option")?;
        self.not_together("requires", "forbids")?;
        let (requires, entry) = match self.reader.table.get("forbids") {
            Some(_) => (false, "forbids"),
            None => (true, "requires"),
        };
        let other = self.question(entry, &[]);
        let (key, other) = (key?, other?);
        self.two(&key, &other, entry)?;
        self.has_options(&key)?;
        let given = if options.is_empty() {
            says(&key, self.kind(&key))
        } else {
            let chosen = options
                .iter()
                .map(|p| format!("c.option.matches({})", quoted(&format!("(?i){p}"))));
            let chosen: Vec<String> = chosen.collect();
            format!("a.choices.exists(c, {})", chosen.join(" || "))
        };
        let wanted = says(&other, self.kind(&other));
        let wanted = if requires {
            wanted
        } else {
            format!("!({wanted})")
        };
        let [nb, nn, en] = words(entry);
        Some(Parts {
            template: "given",
            values: vec![
                ("walked", key.clone()),
                ("other", other.clone()),
                ("given", given),
                ("wanted", wanted),
                ("place", "a.respondent".to_owned()),
                ("but_nb", nb),
                ("but_nn", nn),
                ("but_en", en),
            ],
            recipe: Recipe::Given {
                key,
                options,
                other,
                requires,
            },
        })
    }

    /// Whether a question has options, where `option` asks for some.
    fn has_options(&mut self, key: &str) -> Option<()> {
        let Some(at) = self.place("option") else {
            return Some(());
        };
        let kind = self.kind(key);
        if OPTIONS.contains(&kind) {
            return Some(());
        }
        let mistake = Mistake::OtherKind {
            key: key.to_owned(),
            kind: kind.name().to_owned(),
            wanted: OPTIONS.map(Kind::name).join(", "),
        };
        self.reader.errors.add(&at, mistake, None);
        None
    }

    fn exclusive(&mut self) -> Option<Parts> {
        let key = self.question("question", &OPTIONS);
        let patterns = self.patterns("exclusive")?;
        if patterns.len() < 2 {
            let at = self
                .reader
                .table
                .get("exclusive")
                .map(|raw| raw.place.clone())?;
            self.reader.errors.add(&at, Mistake::NeedsTwo, None);
            return None;
        }
        let key = key?;
        let any = format!("(?i){}", patterns.join("|"));
        let each: Vec<String> = patterns
            .iter()
            .map(|p| quoted(&format!("(?i){p}")))
            .collect();
        Some(Parts {
            template: "exclusive",
            values: vec![
                ("walked", key.clone()),
                ("any", quoted(&any)),
                ("patterns", each.join(", ")),
            ],
            recipe: Recipe::Exclusive { key, patterns },
        })
    }

    fn value(&mut self) -> Option<Parts> {
        let key = self.question("value", &[Kind::Integer]);
        if self.reader.table.get("column").is_some() {
            self.reader.missing("table", Advice::AddTable);
            return None;
        }
        let (least, most) = self.two_limits(-LARGEST)?;
        let groups: Vec<String> = self
            .reader
            .texts("groups")
            .into_iter()
            .map(|g| g.text)
            .collect();
        let key = key?;
        let meant = if groups.is_empty() {
            "a.value != null".to_owned()
        } else {
            let listed: Vec<String> = groups.iter().map(|g| quoted(g)).collect();
            let of = |g: &str| format!("a.group == {g} || a.group.endsWith('/' + {g})");
            let each: Vec<String> = listed.iter().map(|g| of(g)).collect();
            format!("a.value != null && ({})", each.join(" || "))
        };
        let bound = |sign: &str, limit: i64| format!("value {sign} {limit}");
        Some(Parts {
            template: "value",
            values: vec![
                ("walked", key.clone()),
                ("meant", meant),
                ("limits", limits(least, most)),
                (
                    "bounds",
                    both([least.map(|l| bound(">=", l)), most.map(|m| bound("<=", m))]),
                ),
            ],
            recipe: Recipe::Value {
                key,
                groups,
                least,
                most,
            },
        })
    }

    /// The name of a table that the pack has.
    pub(super) fn table(&mut self, entry: &str) -> Option<String> {
        if self.reader.table.get(entry).is_none() {
            self.reader.missing(entry, Advice::AddTable);
        }
        let Literal { text, place } = self.reader.text(entry)?;
        if !self.context.tables.contains_key(&text) {
            let help = suggest(&text, self.context.tables.keys().map(String::as_str));
            let mistake = Mistake::UnknownTable { name: text };
            let help = help.or(Some(Advice::AddTable));
            self.reader.errors.add(&place, mistake, help);
            return None;
        }
        Some(text)
    }

    fn ledger(&mut self) -> Option<Parts> {
        let key = self.question("value", &[Kind::Integer]);
        for limit in ["at_least", "at_most", "groups"] {
            self.not_together("table", limit)?;
        }
        let table = self.table("table");
        if self.reader.table.get("column").is_none() {
            self.reader.missing("column", Advice::HeadingOfColumn);
        }
        let column = self.reader.text("column");
        let (key, table, column) = (key?, table?, column?);
        let known = self.context.tables.get(&table)?;
        let is_number = |ty: &crate::rules::lang::types::Type| ty.is_number();
        if !known.broken {
            let found = known.columns.iter().find(|c| c.name == column.text);
            let mistake = match found {
                None => Some(Mistake::UnknownColumn {
                    table: table.clone(),
                    column: column.text.clone(),
                }),
                Some(found) if !is_number(&found.ty) => Some(Mistake::WrongType {
                    found: found.ty.clone(),
                    wanted: Term::Number,
                }),
                Some(_) => None,
            };
            if let Some(mistake) = mistake {
                let names = known.columns.iter().map(|c| c.name.as_str());
                let help = suggest(&column.text, names).filter(|_| found.is_none());
                self.reader.errors.add(&column.place, mistake, help);
                return None;
            }
        }
        Some(Parts {
            template: "ledger",
            values: vec![
                ("walked", key.clone()),
                ("table", quoted(&table)),
                ("column", quoted(&column.text)),
            ],
            recipe: Recipe::Ledger {
                key,
                table,
                column: column.text,
            },
        })
    }

    fn change(&mut self) -> Option<Parts> {
        let key = self.question("change", &[Kind::Integer]);
        if self.reader.table.get("at_most").is_none() {
            self.reader.missing("at_most", Advice::GiveLimit);
        }
        let most = self.number("at_most", 0);
        let least = self.number("from", 0).unwrap_or(0);
        let (key, most) = (key?, most?);
        Some(Parts {
            template: "change",
            values: vec![
                ("walked", key.clone()),
                ("limit", most.to_string()),
                ("least", least.to_string()),
            ],
            recipe: Recipe::Change { key, most, least },
        })
    }
}

/// The limits of a share; one of them is told where only one is given.
fn limits_of_percent(least: Option<i64>, most: Option<i64>) -> String {
    match (least, most) {
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        _ => limits(least, most),
    }
}

/// Whether the question of a key is answered with something: a number above 0, an option, a text.
fn says(key: &str, kind: Kind) -> String {
    if kind == Kind::Integer {
        format!("answered('{key}') && answer('{key}') != 0")
    } else {
        format!("answered('{key}')")
    }
}
