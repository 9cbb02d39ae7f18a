//! All rules of all files: packs, templates, and rules that replace others.

use super::error::{Errors, RuleError};
use super::fields::{Literal, Reader, root_reader};
use super::file::File;
use super::given::Given;
use super::model::{Rule, RuleSet};
use super::pack::Pack;
use super::template::templates;
use super::{RuleSource, pack, parts};
use crate::report::Kind;
use crate::rules::lang::check::Context;
use crate::rules::lang::constant::Const;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::RawTable;
use std::collections::BTreeMap;

/// Adds a later file's rule. Parts with names of their own join an earlier rule of its id; what has
/// the name of another has to say that it replaces it, and does so where its pack is used.
fn add(rules: &mut Vec<Rule>, rule: Rule, packs: &[Pack], errors: &mut Errors<'_>) {
    let known = rules.iter_mut().find(|r| r.id == rule.id);
    let parts = known.as_deref().map_or(&[][..], |known| &known.parts);
    let whole = rule.parts.iter().any(|p| p.replaces && p.name.is_empty());
    for part in &rule.parts {
        let taken = match part.name.as_str() {
            "" => !parts.is_empty(),
            name => parts.iter().any(|earlier| earlier.name == name),
        };
        let (id, name) = (&rule.id, &part.name);
        let file = known.as_deref().map_or("", |known| known.file.as_str());
        let (id, name, file) = (id.clone(), name.clone(), file.to_owned());
        let mistake = match (taken, part.replaces || whole, name.is_empty()) {
            (true, false, true) => Mistake::RuleTaken { id, file },
            (true, false, false) => Mistake::PartTaken {
                id,
                part: name,
                file,
            },
            (false, true, _) if whole && !part.replaces => continue,
            (false, true, _) if parts.is_empty() => Mistake::NoRuleToReplace { id },
            (false, true, _) => Mistake::NoPartToReplace { id, part: name },
            _ => continue,
        };
        let help = taken.then_some(Advice::RenameOrReplace);
        errors.add(&part.at, mistake, help);
    }
    match known {
        None => rules.push(rule),
        Some(known) if rule.covers(known, packs) => *known = rule,
        Some(known) => known.extend(rule),
    }
}

/// Checks rule files. A later file adds rules and parts of rules, or replaces those of the same name
/// where it says so and its pack is used.
pub fn load(sources: &[RuleSource]) -> Result<RuleSet, Vec<RuleError>> {
    load_with(sources, &Given::default())
}

/// The same with the files that they name, and what the user gives to them.
pub fn load_with(sources: &[RuleSource], given: &Given) -> Result<RuleSet, Vec<RuleError>> {
    let mut errors = Errors::new(sources);
    let mut roots = Vec::new();
    let mut packs = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        let root = errors.parse(file);
        packs.push(pack::read(&root, file, &source.name, given, &mut errors));
        roots.push(root);
    }
    let templates = templates(&roots, &mut errors);
    let mut context = Context {
        keys: packs
            .iter()
            .flat_map(|p| p.questions.iter().map(|q| q.key.clone()))
            .collect(),
        kinds: kinds(&packs),
        ..Context::default()
    };
    let names: Vec<String> = packs.iter().map(|p| p.name.clone()).collect();
    let packs = merge(packs);
    let general = || packs.iter().filter(|p| p.is_general());
    let common: BTreeMap<String, Const> = general().flat_map(|p| p.params.clone()).collect();
    let registers: BTreeMap<_, _> = general().flat_map(|p| p.tables.iter().cloned()).collect();
    let mut rules: Vec<Rule> = Vec::new();
    for (number, ((source, root), name)) in sources.iter().zip(&roots).zip(&names).enumerate() {
        let Some(pack) = packs.iter().find(|p| p.name == *name) else {
            continue;
        };
        context.params.clone_from(&common);
        context.params.extend(pack.params.iter().cloned());
        context.tables.clone_from(&registers);
        context.tables.extend(pack.tables.iter().cloned());
        let file = File {
            number,
            source,
            pack,
            given,
            templates: &templates,
            context: &context,
        };
        for rule in parts::read(root, &file, &mut errors) {
            add(&mut rules, rule, &packs, &mut errors);
        }
    }
    check_causes(&rules, &roots, &mut errors);
    if errors.len() > 0 {
        return Err(errors.finish());
    }
    Ok(RuleSet { packs, rules })
}

/// The kinds of the questions of each key, where all packs that have it agree.
fn kinds(packs: &[Pack]) -> BTreeMap<String, Kind> {
    let mut kinds: BTreeMap<String, Option<Kind>> = BTreeMap::new();
    for question in packs.iter().flat_map(|p| &p.questions) {
        kinds
            .entry(question.key.clone())
            .and_modify(|known| *known = known.filter(|known| Some(*known) == question.kind))
            .or_insert(question.kind);
    }
    let known = kinds.into_iter();
    known.filter_map(|(key, kind)| Some((key, kind?))).collect()
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

/// Every rule that is named as a cause has to be there, and to have a scope.
fn check_causes(rules: &[Rule], roots: &[RawTable], errors: &mut Errors<'_>) {
    for (file, root) in roots.iter().enumerate() {
        let tables = root_reader(root, file, errors).tables("rule");
        for (table, place) in tables {
            let mut own = Reader {
                table,
                place,
                what: Term::Rule,
                errors,
            };
            let causes = own.texts("consequence_of");
            if !causes.is_empty() && table.get("scope").is_none() && table.get("use").is_none() {
                own.missing("scope", Advice::CommonScope);
            }
            for Literal { text, place } in causes {
                if rules.iter().all(|r| r.id != text) {
                    let help = suggest(&text, rules.iter().map(|r| r.id.as_str()));
                    own.errors
                        .add(&place, Mistake::UnknownRule { id: text }, help);
                }
            }
        }
    }
}
