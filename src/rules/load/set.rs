//! All rules of all files: packs, templates, and rules that replace others.

use super::RuleSource;
use super::error::{Errors, RuleError};
use super::fields::{Languages, Literal, Reader};
use super::pack::{self, Pack};
use super::raw::{self, Entry, Place, RawTable};
use super::rule::{self, Part, SHARED_KEYS};
use crate::rules::lang::check::Context;
use crate::rules::lang::code::Const;
use crate::rules::lang::suggest;
use crate::rules::outcome::{Severity, Text};
use std::collections::BTreeMap;

/// Checked rules of all packs.
pub struct RuleSet {
    packs: Vec<Pack>,
    rules: Vec<Rule>,
}

/// A checked rule: one check or several that belong together.
pub struct Rule {
    /// Its name.
    pub id: String,
    /// The name of its pack.
    pub pack: String,
    /// The gravest that its findings are.
    pub severity: Severity,
    /// What it finds, in a few words.
    pub summary: Text,
    /// Why it matters, as written: expressions stand in braces.
    pub why: Text,
    /// What to do, as written: expressions stand in braces.
    pub help: Text,
    /// The rules of which its findings can be a consequence.
    pub consequence_of: Vec<String>,
    /// Reports in which it is found, and in which it is not.
    pub cases: Vec<Case>,
    /// The name of its file.
    pub file: String,
    /// How it is written.
    pub toml: String,
    pub(crate) parts: Vec<Part>,
}

/// A small report that shows what a rule finds or leaves alone.
#[derive(Clone, Debug)]
pub struct Case {
    /// Whether the rule has to leave it alone.
    pub good: bool,
    /// What it shows.
    pub name: String,
    /// The report, as text.
    pub report: String,
    /// The message that is expected; empty where any will do.
    pub message: String,
    /// The text that the finding has to point at; empty where any will do.
    pub primary: String,
    /// The bytes of the rule file where it stands.
    pub span: std::ops::Range<usize>,
}

impl RuleSet {
    /// The rules, in the order of their files.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The packs, in the order of their files.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter()
    }

    /// A whole number among the parameters of the general packs and of those named; the last holds.
    pub fn param(&self, name: &str, packs: &[String]) -> Option<i64> {
        let chosen = |pack: &&Pack| pack.is_general() || packs.contains(&pack.name);
        let params = self.packs.iter().filter(chosen).flat_map(|p| &p.params);
        let values = params.filter(|(known, _)| known == name);
        match values.map(|(_, value)| value).next_back()? {
            Const::Number(number) => {
                let ratio = number.ratio();
                i64::try_from(*ratio.numer())
                    .ok()
                    .filter(|_| ratio.is_integer())
            }
            _ => None,
        }
    }

    /// The rule of this name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }
}

/// Checks rule files. A later file adds rules, or replaces those of the same name.
pub fn load(sources: &[RuleSource]) -> Result<RuleSet, Vec<RuleError>> {
    let mut errors = Errors::new(sources);
    let mut roots = Vec::new();
    let mut packs = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        let root = raw::parse(file, &source.text, &mut errors);
        packs.push(pack::read(&root, file, &source.name, &mut errors));
        roots.push(root);
    }
    let templates = templates(&roots, &mut errors);
    let mut context = Context {
        keys: packs
            .iter()
            .flat_map(|p| p.questions.iter().map(|q| q.key.clone()))
            .collect(),
        ..Context::default()
    };
    let names: Vec<String> = packs.iter().map(|p| p.name.clone()).collect();
    let packs = merge(packs);
    let general = packs.iter().filter(|p| p.is_general());
    let general: BTreeMap<String, Const> = general.flat_map(|p| p.params.clone()).collect();
    let mut rules: Vec<Rule> = Vec::new();
    for ((file, root), name) in roots.iter().enumerate().zip(&names) {
        let Some(pack) = packs.iter().find(|p| p.name == *name) else {
            continue;
        };
        context.params.clone_from(&general);
        context.params.extend(pack.params.iter().cloned());
        let own = file_rules(file, root, pack, &templates, &context, sources, &mut errors);
        rules.retain(|rule| own.iter().all(|new| new.id != rule.id));
        rules.extend(own);
    }
    check_causes(&rules, &roots, &mut errors);
    if errors.len() > 0 {
        return Err(errors.finish());
    }
    Ok(RuleSet { packs, rules })
}

/// One pack for each name; a pack may be written in several files.
fn merge(packs: Vec<Pack>) -> Vec<Pack> {
    let mut merged: Vec<Pack> = Vec::new();
    for pack in packs {
        match merged.iter_mut().find(|p| p.name == pack.name) {
            Some(known) => known.extend(pack),
            None => merged.push(pack),
        }
    }
    merged
}

struct Template<'t> {
    params: Vec<String>,
    table: &'t RawTable,
}

fn templates<'t>(roots: &'t [RawTable], errors: &mut Errors<'_>) -> BTreeMap<String, Template<'t>> {
    let mut templates = BTreeMap::new();
    for (file, root) in roots.iter().enumerate() {
        let mut reader = reader(root, file, errors);
        for (table, place) in reader.tables("template") {
            let mut own = Reader {
                table,
                place,
                what: "a template",
                errors: reader.errors,
            };
            let keys = ["name", "params"].into_iter().chain(SHARED_KEYS);
            own.allow(&keys.collect::<Vec<_>>());
            let params = own.texts("params").into_iter().map(|l| l.text).collect();
            match own.text("name") {
                Some(name) => _ = templates.insert(name.text, Template { params, table }),
                None => own.missing("name", "rules use it by its name"),
            }
        }
    }
    templates
}

fn reader<'t, 'e, 's>(
    root: &'t RawTable,
    file: usize,
    errors: &'e mut Errors<'s>,
) -> Reader<'t, 'e, 's> {
    Reader {
        table: root,
        place: Place { file, span: 0..0 },
        what: "a rule file",
        errors,
    }
}

/// What the parts of a rule have in common, while a file is read.
struct Open {
    rule: Rule,
    parts: Vec<String>,
    why: Languages,
    help: Languages,
}

fn file_rules(
    file: usize,
    root: &RawTable,
    pack: &Pack,
    templates: &BTreeMap<String, Template<'_>>,
    context: &Context,
    sources: &[RuleSource],
    errors: &mut Errors<'_>,
) -> Vec<Rule> {
    let tables = reader(root, file, errors).tables("rule");
    let mut open: Vec<Open> = Vec::new();
    let ends = tables.iter().skip(1).map(|(_, p)| p.span.start);
    let text = sources.get(file).map_or("", |s| s.text.as_str());
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    for ((table, place), end) in tables.into_iter().zip(ends) {
        let Some((table, context)) = instantiate(table, &place, templates, context, errors) else {
            continue;
        };
        let Some((id, part)) = identity(&table, &place, &open, errors) else {
            continue;
        };
        let mut own = Reader {
            table: &table,
            place: place.clone(),
            what: "a rule",
            errors,
        };
        let summary = own.languages("summary");
        let why = own.languages("why");
        let help = own.languages("help");
        let consequence_of = own.texts("consequence_of");
        let cases = cases(&mut own);
        let at = open.iter().position(|o| o.rule.id == id);
        let at = at.unwrap_or_else(|| {
            open.push(Open {
                rule: Rule {
                    id,
                    pack: pack.name.clone(),
                    severity: Severity::Note,
                    summary: summary.to_text(),
                    why: why.to_text(),
                    help: help.to_text(),
                    consequence_of: Vec::new(),
                    cases: Vec::new(),
                    file: sources
                        .get(file)
                        .map_or_else(String::new, |s| s.name.clone()),
                    toml: String::new(),
                    parts: Vec::new(),
                },
                parts: Vec::new(),
                why: why.clone(),
                help: help.clone(),
            });
            open.len() - 1
        });
        let Some(entry) = open.get_mut(at) else {
            continue;
        };
        let inherited = inherit(&table, entry, &why, &help);
        if let Some(compiled) = rule::compile(&inherited, &place, &context, errors) {
            entry.rule.severity = entry.rule.severity.max(compiled.severity);
            entry.rule.parts.push(compiled);
        }
        entry.parts.push(part);
        entry.rule.cases.extend(cases);
        for Literal { text, .. } in consequence_of {
            if !entry.rule.consequence_of.contains(&text) {
                entry.rule.consequence_of.push(text);
            }
        }
        let own_text = text.get(place.span.start..end).unwrap_or("");
        entry.rule.toml.push_str(own_text);
    }
    open.into_iter()
        .map(|mut o| {
            o.rule.toml = o.rule.toml.trim_end().to_owned();
            o.rule
        })
        .collect()
}

/// A further part says why and what to do as the first one does, unless it says so itself.
fn inherit(table: &RawTable, first: &Open, why: &Languages, help: &Languages) -> RawTable {
    let mut own = table.clone();
    for (key, given, from) in [("why", why, &first.why), ("help", help, &first.help)] {
        if given.nb.is_none()
            && let Some(entry) = from.to_entry(key)
        {
            own.entries.push(entry);
        }
    }
    own
}

/// The rule's table with its template's entries, and the context with the template's arguments.
fn instantiate(
    table: &RawTable,
    place: &Place,
    templates: &BTreeMap<String, Template<'_>>,
    context: &Context,
    errors: &mut Errors<'_>,
) -> Option<(RawTable, Context)> {
    let mut own = Reader {
        table,
        place: place.clone(),
        what: "a rule",
        errors,
    };
    let keys = ["id", "part", "use", "with", "good", "bad"];
    let keys = keys.into_iter().chain(SHARED_KEYS);
    own.allow(&keys.collect::<Vec<_>>());
    let Some(name) = own.text("use") else {
        if own.table.get("with").is_some() {
            own.missing("use", "`with` gives the arguments of a template");
        }
        return Some((table.clone(), context.clone()));
    };
    let Some(template) = templates.get(&name.text) else {
        let help = suggest(&name.text, templates.keys().map(String::as_str));
        let message = format!("there is no template '{}'", name.text);
        own.errors.add(&name.place, message, &help);
        return None;
    };
    let mut context = context.clone();
    for (param, value, place) in own.constants("with") {
        if template.params.contains(&param) {
            context.args.insert(param, value);
        } else {
            let help = suggest(&param, template.params.iter().map(String::as_str));
            let message = format!("the template '{}' takes no `{param}`", name.text);
            own.errors.add(&place, message, &help);
        }
    }
    for param in &template.params {
        if !context.args.contains_key(param) {
            let message = format!("the template '{}' needs `{param}`", name.text);
            own.errors.add(&name.place, message, "give it in `with`");
            return None;
        }
    }
    let kept = template.table.entries.iter();
    let below = RawTable {
        entries: kept
            .filter(|e| e.key != "name" && e.key != "params")
            .cloned()
            .collect(),
    };
    Some((table.over(&below), context))
}

/// The id and the part's name; a mistake where the same stands twice.
fn identity(
    table: &RawTable,
    place: &Place,
    open: &[Open],
    errors: &mut Errors<'_>,
) -> Option<(String, String)> {
    let mut own = Reader {
        table,
        place: place.clone(),
        what: "a rule",
        errors,
    };
    if table.get("id").is_none() {
        own.missing("id", "name it after the defect: id = \"sum-mismatch\"");
    }
    let part = own.text("part").map_or_else(String::new, |p| p.text);
    let id = own.text("id")?;
    let known = open.iter().find(|o| o.rule.id == id.text);
    if known.is_some_and(|o| o.parts.contains(&part)) {
        let message = format!("the rule `{}` is written twice", id.text);
        let help = "give it another id, or, if it is another part of the rule, a `part` of its own";
        own.errors.add(&id.place, message, help);
    }
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.text.is_empty() || !id.text.chars().all(named) {
        let help = "use small letters, digits and hyphens: sum-mismatch";
        own.errors.add(&id.place, "this is no id", help);
    }
    Some((id.text, part))
}

fn cases(rule: &mut Reader<'_, '_, '_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (key, good) in [("good", true), ("bad", false)] {
        for (table, place) in rule.tables(key) {
            let span = place.span.clone();
            let mut own = Reader {
                table,
                place,
                what: "a case",
                errors: rule.errors,
            };
            own.allow(&["name", "report", "message", "primary"]);
            let mut text = |key: &str| own.text(key).map_or_else(String::new, |l| l.text);
            cases.push(Case {
                good,
                name: text("name"),
                report: text("report"),
                message: text("message"),
                primary: text("primary"),
                span,
            });
        }
    }
    cases
}

/// Every rule that is named as a cause has to be there, and to have a scope.
fn check_causes(rules: &[Rule], roots: &[RawTable], errors: &mut Errors<'_>) {
    for (file, root) in roots.iter().enumerate() {
        let tables = reader(root, file, errors).tables("rule");
        for (table, place) in tables {
            let mut own = Reader {
                table,
                place,
                what: "a rule",
                errors,
            };
            let causes = own.texts("consequence_of");
            if !causes.is_empty() && table.get("scope").is_none() && table.get("use").is_none() {
                own.missing(
                    "scope",
                    "what a finding and its cause have in common: \"b\"",
                );
            }
            for Literal { text, place } in causes {
                if rules.iter().all(|r| r.id != text) {
                    let help = suggest(&text, rules.iter().map(|r| r.id.as_str()));
                    own.errors
                        .add(&place, format!("there is no rule `{text}`"), &help);
                }
            }
        }
    }
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
                raw: raw::Raw {
                    value: raw::RawValue::Text(literal.text.clone()),
                    place: literal.place.clone(),
                },
            })
        });
        Some(Entry {
            key: key.to_owned(),
            place: place.clone(),
            raw: raw::Raw {
                value: raw::RawValue::Table(RawTable {
                    entries: entries.collect(),
                }),
                place,
            },
        })
    }
}
