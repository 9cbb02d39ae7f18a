//! All rules of all files: packs, templates, and rules that replace others.

use super::RuleSource;
use super::error::{Errors, RuleError};
use super::fields::{Literal, Reader, root_reader};
use super::given::{Given, ParamKind};
use super::pack::{self, Pack};
use super::parts::{self, File};
use super::raw::{self, RawTable};
use super::rule::Part;
use super::template::templates;
use crate::i18n::{Severity, Text};
use crate::report::Kind;
use crate::rules::lang::check::Context;
use crate::rules::lang::code::Const;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
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
    /// The version of its pack, or of the program, that first had it; empty where it does not say.
    pub since: String,
    /// Words by which rules are found and grouped.
    pub tags: Vec<String>,
    /// Where more is to be read; empty where nothing is.
    pub url: String,
    /// What stands in its stead; empty where it is in use.
    pub deprecated: Text,
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
    /// The rule that its checks stand for, as TOML; empty where none is written as a check.
    pub expanded: String,
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
    /// The report where it is a PDF; empty where it is text.
    pub pdf: Vec<u8>,
    /// The report of the year before, as text; empty where there is none.
    pub previous: String,
    /// The message that is expected; empty where any will do.
    pub message: String,
    /// The text that the finding has to point at; empty where any will do.
    pub primary: String,
    /// What was changed in a built-in report to make it: what stood there, and what does instead.
    pub edits: Vec<(String, String)>,
    /// The pack in whose file it stands.
    pub pack: String,
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

    /// The tables that packs know, as (pack, table).
    pub fn tables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.packs.iter().flat_map(|pack| {
            let tables = pack.tables.iter();
            tables.map(|(name, _)| (pack.name.as_str(), name.as_str()))
        })
    }

    /// The parameters that packs have.
    pub fn params(&self) -> Vec<ParamKind> {
        let of = |pack: &Pack| -> Vec<ParamKind> {
            let params = pack.params.iter();
            let kind = |(name, value): &(String, Const)| ParamKind::new(&pack.name, name, value);
            params.map(kind).collect()
        };
        self.packs.iter().flat_map(of).collect()
    }

    /// The rule of this name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }
}

impl Rule {
    /// In what its checks can miss an error because the figures that they compare are rounded.
    pub fn hides_in(&self) -> Vec<&Text> {
        let rounded = self.parts.iter().filter(|part| part.hides.is_some());
        rounded.map(|part| &part.hides_in).collect()
    }

    /// Takes over what is told of it; the first part that says something holds.
    pub(super) fn describe(&mut self, tags: Vec<String>, url: String, deprecated: Text) {
        for tag in tags {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
        if self.url.is_empty() {
            self.url = url;
        }
        if self.deprecated.nb.is_empty() {
            self.deprecated = deprecated;
        }
    }

    /// Adds rules of which findings can be a consequence.
    pub(super) fn add_causes(&mut self, causes: impl Iterator<Item = String>) {
        for cause in causes {
            if !self.consequence_of.contains(&cause) {
                self.consequence_of.push(cause);
            }
        }
    }

    /// The checks of the rule where these packs are used: without those that others stand for.
    pub(crate) fn parts_for(&self, used: impl Fn(&str) -> bool) -> Vec<&Part> {
        let mut chosen: Vec<&Part> = Vec::new();
        for part in self.parts.iter().filter(|part| used(&part.pack)) {
            if part.replaces {
                chosen.retain(|earlier| !part.stands_for(earlier));
            }
            chosen.push(part);
        }
        chosen
    }

    /// Whether the rule stands for an earlier one wherever that is used.
    fn covers(&self, earlier: &Self, packs: &[Pack]) -> bool {
        let general = |name: &str| packs.iter().any(|p| p.name == name && p.is_general());
        let whole = |part: &Part| {
            let everywhere = general(&part.pack);
            let covered = |other: &Part| everywhere || other.pack == part.pack;
            part.replaces && part.name.is_empty() && earlier.parts.iter().all(covered)
        };
        self.parts.iter().any(whole)
    }

    /// Adds the parts of a later file's rule of the same id.
    fn extend(&mut self, later: Self) {
        self.parts.extend(later.parts);
        let severities = self.parts.iter().map(Part::gravest);
        self.severity = severities.max().unwrap_or(self.severity);
        self.cases.extend(later.cases);
        self.describe(later.tags, later.url, later.deprecated);
        self.add_causes(later.consequence_of.into_iter());
        self.toml.push_str("\n\n");
        self.toml.push_str(&later.toml);
        self.expanded.push_str(&later.expanded);
    }
}

impl Part {
    /// Whether this part, which replaces, replaces that earlier one.
    fn stands_for(&self, earlier: &Self) -> bool {
        let same = self.name.is_empty() || self.name == earlier.name;
        same && self.at.file != earlier.at.file
    }
}

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
        let root = raw::parse(file, &source.text, &mut errors);
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
