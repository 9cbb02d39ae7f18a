//! What the checks of texts say, as the expressions of a rule.

use super::expand::{answer, both, limits, quoted};
use super::model::Recipe;
use super::{Check, FORMATS, Parts, words};
use crate::i18n::{self, Lang};
use crate::report::Kind;
use crate::rules::builtin_sources;
use crate::rules::lang::days::day;
use crate::rules::lang::suggest;
use crate::rules::load::fields::Literal;
use crate::rules::mistake::{Advice, Mistake};
use crate::toml_file;
use std::sync::LazyLock;

/// What a telephone number looks like, as the general pack has it.
static PHONE: LazyLock<String> = LazyLock::new(|| {
    let sources = builtin_sources();
    let general = sources.first().map_or("", |general| &general.text);
    let general = toml_file::parse(0, general).root;
    let params = general.table("pack").and_then(|pack| pack.table("params"));
    let pattern = params.and_then(|params| params.text("phone_number"));
    pattern.unwrap_or_default().to_owned()
});

/// The names in an answer.
struct Names {
    /// An expression of what stands between the signs that part names.
    parts: String,
    /// An expression of the names, made of `parts`.
    each: String,
    /// The place that is pointed at.
    place: String,
}

impl Check<'_, '_, '_> {
    /// The names in an answer. A name that a table knows is one, with an «og» in it as well.
    fn list_of(&self, key: &str, table: Option<&str>) -> Names {
        if self.kind(key) == Kind::Places {
            return Names {
                parts: answer(key),
                each: "parts".to_owned(),
                place: "a.respondent".to_owned(),
            };
        }
        let parted = [";", "\\n", " og/eller ", " samt "];
        let single = format!("{}.replace('  ', ' ')", answer(key));
        let one = parted.iter().fold(single, |text, sign| {
            format!("{text}.replace('{sign}', ',')")
        });
        let place = answer(key);
        let Some(table) = table.map(quoted) else {
            return Names {
                parts: format!("{one}.replace(' og ', ',').split(',')"),
                each: "parts".to_owned(),
                place,
            };
        };
        let known = |name: &str| format!("known({table}, {name})");
        let (part, behind, before) = (known("p"), known("p + ' og ' + o"), known("o + ' og ' + p"));
        Names {
            parts: format!("{one}.split(',')"),
            // `Nore og Uvdal og Flesberg`: what is known together is put together again, but only what
            // stood together: `Nore, Uvdal` are two.
            each: format!(
                "parts.map(c, {whole} ? [c] : [c.split(' og ')].map(l, l.filter(p, {part} || \
                 !l.exists(o, c.contains(o + ' og ' + p) && {before})).map(p, {part} ? p : \
                 orElse(l.filter(o, c.contains(p + ' og ' + o) && {behind}).map(o, p + ' og ' + o)\
                 .first(), p))).flatten()).flatten()",
                whole = known("c")
            ),
            place,
        }
    }

    pub(super) fn names(&mut self, kinds: &[Kind]) -> Option<Parts> {
        let key = self.question("names", kinds);
        let count = self.question("count", &[Kind::Integer]);
        let table = match self.reader.table.get("table") {
            Some(_) => Some(self.table("table")?),
            None => None,
        };
        let (key, count) = (key?, count?);
        let Names { parts, each, place } = self.list_of(&key, table.as_deref());
        Some(Parts {
            template: "names",
            values: vec![
                ("walked", key.clone()),
                ("count", count.clone()),
                ("parts", parts),
                ("names", each),
                ("place", place),
            ],
            recipe: Recipe::Names { key, count },
        })
    }

    /// A day that an entry gives.
    fn day(&mut self, entry: &str) -> Option<(i32, u8, u8)> {
        let Literal { text, place } = self.reader.text(entry)?;
        let found = day(&text);
        if found.is_none() {
            self.reader
                .errors
                .add(&place, Mistake::NotADay, Advice::WriteDay);
        }
        found
    }

    pub(super) fn date(&mut self) -> Option<Parts> {
        let key = self.question("date", &[Kind::Text]);
        let (from, to) = (self.day("from"), self.day("to"));
        let table = self.reader.table;
        if table.get("from").is_none() && table.get("to").is_none() {
            self.reader.missing("from", Advice::GivePeriod);
            return None;
        }
        let key = key?;
        let bound = |sign: &str, day| format!("day {sign} dato('{}')", i18n::date(day, Lang::Nb));
        let mut values = vec![
            ("walked", key.clone()),
            (
                "bounds",
                both([from.map(|d| bound(">=", d)), to.map(|d| bound("<=", d))]),
            ),
        ];
        let kind = match (from, to) {
            (Some(_), Some(_)) => "period",
            (Some(_), None) => "period from",
            _ => "period to",
        };
        let periods = ["period_nb", "period_nn", "period_en"];
        for ((name, lang), words) in periods.into_iter().zip(Lang::ALL).zip(words(kind)) {
            let shown = |day| i18n::date(day, lang);
            let words = words.replace("$from", &from.map(shown).unwrap_or_default());
            values.push((
                name,
                words.replace("$to", &to.map(shown).unwrap_or_default()),
            ));
        }
        Some(Parts {
            template: "date",
            values,
            recipe: Recipe::Date { key, from, to },
        })
    }

    pub(super) fn text(&mut self) -> Option<Parts> {
        let key = self.question("text", &[Kind::Text]);
        self.not_together("pattern", "format")?;
        let pattern = match self.reader.table.get("pattern") {
            Some(_) => {
                _ = self.reader.text("pattern")?;
                self.patterns("pattern")?.into_iter().next()
            }
            None => None,
        };
        let format = self.reader.text("format");
        if let Some(Literal { text, place }) = &format
            && !FORMATS.contains(&text.as_str())
        {
            let help = suggest(text, FORMATS.into_iter());
            let mistake = Mistake::UnknownFormat { name: text.clone() };
            self.reader.errors.add(place, mistake, help);
            return None;
        }
        let key = key?;
        let format = format.map(|f| f.text);
        let fits = match (&pattern, format.as_deref()) {
            (Some(pattern), _) => format!("text.matches({})", quoted(&format!("(?i){pattern}"))),
            (None, Some("email")) => "isEmail(text)".to_owned(),
            (None, Some("phone")) => format!("text.matches({})", quoted(&PHONE)),
            (None, Some("mod11")) => "mod11(text)".to_owned(),
            (None, Some("date")) => "date(text) != null".to_owned(),
            (None, Some(_)) => "int(text) != null".to_owned(),
            (None, None) => {
                self.reader.missing("pattern", Advice::PatternOrFormat);
                return None;
            }
        };
        let [nb, nn, en] = words(format.as_deref().unwrap_or("pattern"));
        Some(Parts {
            template: "text",
            values: vec![
                ("walked", key.clone()),
                ("fits", fits),
                ("form_nb", nb),
                ("form_nn", nn),
                ("form_en", en),
            ],
            recipe: Recipe::Text {
                key,
                pattern,
                format,
            },
        })
    }

    pub(super) fn length(&mut self, verb: &str) -> Option<Parts> {
        let key = self.question(verb, &[Kind::Text]);
        let (least, most) = self.two_limits(0)?;
        let key = key?;
        let is_words = verb == "words";
        let [nb, nn, en] = words(verb);
        let bound = |sign: &str, limit: i64| format!("value {sign} {limit}");
        Some(Parts {
            template: "length",
            values: vec![
                ("walked", key.clone()),
                ("units", if is_words { ".words()" } else { "" }.to_owned()),
                ("limits", limits(least, most)),
                (
                    "bounds",
                    both([least.map(|l| bound(">=", l)), most.map(|m| bound("<=", m))]),
                ),
                ("unit_nb", nb),
                ("unit_nn", nn),
                ("unit_en", en),
            ],
            recipe: Recipe::Length {
                key,
                least,
                most,
                words: is_words,
            },
        })
    }

    pub(super) fn listed(&mut self, kinds: &[Kind]) -> Option<Parts> {
        let key = self.question("listed", kinds);
        let table = self.table("table");
        let (key, table) = (key?, table?);
        let Names { parts, each, place } = self.list_of(&key, Some(&table));
        Some(Parts {
            template: "listed",
            values: vec![
                ("walked", key.clone()),
                ("parts", parts),
                ("names", each),
                ("place", place),
                ("table", quoted(&table)),
            ],
            recipe: Recipe::Listed { key, table },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::load::check::TEMPLATES;

    /// Both are read where they stand in the packs: an empty one would check nothing, or say nothing.
    #[test]
    fn what_is_taken_from_packs_is_there() {
        assert!(!PHONE.is_empty());
        let Some(kinds) = TEMPLATES.table("words") else {
            panic!("no words");
        };
        let written = kinds.entries.iter().map(|entry| entry.key.as_str());
        let used = ["pattern", "words", "length", "requires", "forbids"];
        let periods = ["period", "period from", "period to"];
        for kind in FORMATS
            .into_iter()
            .chain(used)
            .chain(periods)
            .chain(written)
        {
            for (text, lang) in words(kind).iter().zip(Lang::ALL) {
                assert!(!text.trim().is_empty(), "{kind}: {lang:?}");
            }
        }
    }
}
