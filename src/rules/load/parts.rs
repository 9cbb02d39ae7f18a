//! Tables `[[rule]]` of one file → rules; several tables may be parts of one rule.

use super::case::cases;
use super::error::Errors;
use super::fields::{Languages, Reader, root_reader};
use super::file::File;
use super::model::Rule;
use super::template::instantiate;
use super::{check, rule};
use crate::i18n::{Severity, Text};
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Entry, Place, Raw, RawTable, RawValue};
use std::borrow::Cow;

/// A rule whose parts are being read, with what its further parts take over from the first.
struct Open {
    rule: Rule,
    parts: Vec<String>,
    why: Languages,
    help: Languages,
}

/// The rules of a file.
pub(super) fn read(root: &RawTable, file: &File<'_>, errors: &mut Errors<'_>) -> Vec<Rule> {
    let rules = root_reader(root, file.number, errors).tables("rule");
    let checks = root_reader(root, file.number, errors).tables("check");
    let rules = rules
        .into_iter()
        .map(|(table, place)| (table, place, false));
    let checks = checks
        .into_iter()
        .map(|(table, place)| (table, place, true));
    let mut tables: Vec<_> = rules.chain(checks).collect();
    tables.sort_by_key(|(_, place, _)| place.span.start);
    let mut open: Vec<Open> = Vec::new();
    let text = file.source.text.as_str();
    let ends = tables.iter().skip(1).map(|(_, p, _)| p.span.start);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    for ((table, place, is_check), end) in tables.into_iter().zip(ends) {
        let toml = text.get(place.span.start..end).unwrap_or("");
        if !is_check {
            part(table, &place, toml, file, &mut open, errors);
            continue;
        }
        let Some(rule) = check::expand(table, &place, file.pack, file.context, errors) else {
            continue;
        };
        let read = part(&rule.table, &place, toml, file, &mut open, errors);
        // The part was put into the rule of its id.
        let id = rule.table.get("id").map(|raw| &raw.value);
        if let (Some(()), Some(RawValue::Text(id))) = (read, id)
            && let Some(open) = open.iter_mut().find(|o| o.rule.id == *id)
        {
            open.rule.expanded.push_str(&rule.toml);
        }
    }
    open.into_iter()
        .map(|mut o| {
            o.rule.toml = o.rule.toml.trim_end().to_owned();
            o.rule
        })
        .collect()
}

/// Reads one table `[[rule]]` into the rule that it is a part of.
fn part(
    table: &RawTable,
    place: &Place,
    toml: &str,
    file: &File<'_>,
    open: &mut Vec<Open>,
    errors: &mut Errors<'_>,
) -> Option<()> {
    let (table, context) = instantiate(table, place, file.templates, file.context, errors)?;
    let (id, stands, part) = identity(&table, place, open, errors)?;
    let mut own = Reader {
        table: &table,
        place: place.clone(),
        what: Term::Rule,
        errors,
    };
    let summary = own.languages("summary");
    let why = own.languages("why");
    let help = own.languages("help");
    let since = own.text("since").map_or_else(String::new, |s| s.text);
    let consequence_of = own.texts("consequence_of");
    let replaces = own.flag("replaces");
    let tags = own
        .texts("tags")
        .into_iter()
        .map(|t| t.text)
        .collect::<Vec<_>>();
    let url = own.text("url").map_or_else(String::new, |u| u.text);
    let deprecated = own.languages("deprecated").to_text();
    let cases = cases(&mut own, file);
    let at = open.iter().position(|o| o.rule.id == id);
    let at = at.unwrap_or_else(|| {
        open.push(Open {
            rule: Rule {
                id,
                pack: file.pack.name.clone(),
                severity: Severity::Note,
                since,
                tags: Vec::new(),
                url: String::new(),
                deprecated: Text::default(),
                summary: summary.to_text(),
                why: why.to_text(),
                help: help.to_text(),
                consequence_of: Vec::new(),
                cases: Vec::new(),
                file: file.source.name.clone(),
                toml: String::new(),
                expanded: String::new(),
                parts: Vec::new(),
            },
            parts: Vec::new(),
            why: why.clone(),
            help: help.clone(),
        });
        open.len() - 1
    });
    let entry = open.get_mut(at)?;
    entry.parts.push(part.clone());
    entry.rule.cases.extend(cases);
    entry.rule.describe(tags, url, deprecated);
    entry
        .rule
        .add_causes(consequence_of.into_iter().map(|c| c.text));
    entry.rule.toml.push_str(toml);
    let inherited = inherit(&table, entry, &why, &help);
    let mut compiled = rule::compile(&inherited, place, &context, errors)?;
    compiled.name = part;
    compiled.at = stands;
    compiled.replaces = replaces;
    compiled.pack.clone_from(&file.pack.name);
    entry.rule.severity = entry.rule.severity.max(compiled.gravest());
    entry.rule.parts.push(compiled);
    Some(())
}

/// A further part says why and what to do as the first one does, unless it says so itself.
fn inherit<'t>(
    table: &'t RawTable,
    first: &Open,
    why: &Languages,
    help: &Languages,
) -> Cow<'t, RawTable> {
    let mut own = Cow::Borrowed(table);
    for (key, given, from) in [("why", why, &first.why), ("help", help, &first.help)] {
        if given.nb.is_none()
            && let Some(entry) = from.to_entry(key)
        {
            own.to_mut().entries.push(entry);
        }
    }
    own
}

/// The id with its place, and the part's name; a mistake where the same stands twice.
fn identity(
    table: &RawTable,
    place: &Place,
    open: &[Open],
    errors: &mut Errors<'_>,
) -> Option<(String, Place, String)> {
    let mut own = Reader {
        table,
        place: place.clone(),
        what: Term::Rule,
        errors,
    };
    if table.get("id").is_none() {
        own.missing("id", Advice::NameAfterDefect);
    }
    let part = own.text("part").map_or_else(String::new, |p| p.text);
    let id = own.text("id")?;
    let known = open.iter().find(|o| o.rule.id == id.text);
    if known.is_some_and(|o| o.parts.contains(&part)) {
        let mistake = Mistake::WrittenTwice {
            id: id.text.clone(),
        };
        own.errors.add(&id.place, mistake, Advice::GivePart);
    }
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.text.is_empty() || !id.text.chars().all(named) {
        let mistake = Mistake::NoId {
            id: id.text.clone(),
        };
        own.errors.add(&id.place, mistake, Advice::UseHyphens);
    }
    Some((id.text, id.place, part))
}

impl Languages {
    /// The texts as an entry of a table, so that another part can take them over.
    fn to_entry(&self, key: &str) -> Option<Entry> {
        let place = self.nb.as_ref()?.place.clone();
        let texts = [("nb", &self.nb), ("nn", &self.nn), ("en", &self.en)];
        let entries = texts.into_iter().filter_map(|(language, literal)| {
            let literal = literal.as_ref()?;
            Some(Entry {
                key: language.to_owned(),
                place: literal.place.clone(),
                raw: Raw {
                    value: RawValue::Text(literal.text.clone()),
                    place: literal.place.clone(),
                },
            })
        });
        Some(Entry {
            key: key.to_owned(),
            place: place.clone(),
            raw: Raw {
                value: RawValue::Table(RawTable {
                    entries: entries.collect(),
                }),
                place,
            },
        })
    }
}
