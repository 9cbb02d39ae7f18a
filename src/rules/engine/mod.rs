//! Runs checked rules over a report.

mod cause;
mod hint;
mod place;
mod print;

use super::lang::eval::Shared;
use super::lang::node::{Known, World};
use super::load::{Pack, Part, Rule, RuleSet};
use super::outcome::{Hidden, Outcome, RuleStatus, Status};
use crate::i18n::Severity;
use crate::report::Report;
use place::{Found, Run};
use std::collections::{BTreeMap, HashMap};

/// Which packs are used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PackChoice {
    /// The general ones, and those that are for the report's survey.
    #[default]
    Auto,
    /// The general ones, and these.
    Forced(Vec<String>),
}

/// How rules are run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which packs are used.
    pub packs: PackChoice,
    /// Other severities than the rules' own, by the rule's id; `None` switches a rule off.
    pub severities: BTreeMap<String, Option<Severity>>,
}

impl Options {
    fn chooses(&self, pack: &Pack, report: &Report) -> bool {
        match &self.packs {
            PackChoice::Auto => pack.applies(report),
            PackChoice::Forced(names) => pack.is_general() || names.contains(&pack.name),
        }
    }
}

/// Runs the rules over a report.
pub fn run(rules: &RuleSet, report: &Report, options: &Options) -> Outcome {
    let (mut outcome, found) = gather(rules, report, options);
    outcome.hits = cause::attach(found, rules);
    outcome.hits.sort_by_key(|hit| hit.primary.span.order());
    outcome
}

/// Runs the rules over a report, and leaves the consequences of other findings as findings.
pub(crate) fn run_apart(rules: &RuleSet, report: &Report, options: &Options) -> Outcome {
    let (mut outcome, found) = gather(rules, report, options);
    outcome.hits = found.into_iter().map(|found| found.hit).collect();
    outcome
}

fn gather(rules: &RuleSet, report: &Report, options: &Options) -> (Outcome, Vec<Found>) {
    let packs: Vec<&Pack> = rules
        .packs()
        .filter(|pack| options.chooses(pack, report))
        .collect();
    let mut outcome = Outcome {
        packs: packs.iter().map(|p| p.name.clone()).collect(),
        ..Outcome::default()
    };
    let (known, keys) = recognise(&packs, report, &mut outcome);
    let asked = known.iter().enumerate();
    outcome.roles = asked
        .filter(|(_, known)| !known.role.is_empty())
        .map(|(index, known)| (index, known.role.clone()))
        .collect();
    let world = World::new(report, &known);
    let mut shared = Shared::default();
    let mut found: Vec<Found> = Vec::new();
    for rule in rules.rules() {
        let chosen = |part: &&Part| packs.iter().any(|p| p.name == part.pack);
        let parts: Vec<&Part> = rule.parts.iter().filter(chosen).collect();
        let severity = options.severities.get(&rule.id);
        if parts.is_empty() || severity == Some(&None) {
            continue;
        }
        let (mut own, status) = run_rule(rule, &parts, &world, &mut shared, &keys);
        if let Some(Some(severity)) = severity {
            for found in &mut own {
                found.hit.severity = *severity;
            }
        }
        found.extend(own);
        outcome.statuses.push(status);
    }
    outcome.touched = shared.touched.into_iter().collect();
    (outcome, found)
}

/// Finds the questions that the packs know, and notes those that are not there.
fn recognise(
    packs: &[&Pack],
    report: &Report,
    outcome: &mut Outcome,
) -> (Vec<Known>, HashMap<String, Vec<usize>>) {
    let mut known = vec![Known::default(); report.questions.len()];
    let mut keys: HashMap<String, Vec<usize>> = HashMap::new();
    for pack in packs {
        for wanted in &pack.questions {
            let mut places = Vec::new();
            for (i, (question, known)) in report.questions.iter().zip(&mut known).enumerate() {
                if !wanted.is(question) {
                    continue;
                }
                places.push(i);
                known.keys.push(wanted.key.clone());
                known.required |= wanted.required;
                if known.role.is_empty() {
                    known.role.clone_from(&wanted.role);
                }
            }
            if places.is_empty() {
                let missing = (pack.name.clone(), wanted.key.clone());
                outcome.questions_not_found.push(missing);
            }
            keys.entry(wanted.key.clone()).or_default().extend(places);
        }
    }
    (known, keys)
}

fn run_rule<'r>(
    rule: &'r Rule,
    parts: &[&'r Part],
    world: &'r World<'r>,
    shared: &mut Shared,
    keys: &'r HashMap<String, Vec<usize>>,
) -> (Vec<Found>, RuleStatus) {
    let mut found = Vec::new();
    let mut evaluated = 0;
    let mut not_evaluable = 0;
    let mut broken = None;
    let mut hidden = None;
    for &part in parts {
        let mut run = Run::new(rule, part, world, shared, keys);
        if let Err(why) = run.all() {
            broken = Some(why);
        }
        evaluated += run.evaluated;
        not_evaluable += run.not_evaluable;
        hidden = Hidden::larger(hidden, run.hidden);
        found.extend(run.found);
    }
    let status = match broken {
        Some(why) => Status::Broken(why),
        None if !found.is_empty() => Status::Failed,
        None if evaluated > 0 => Status::Passed,
        None if not_evaluable > 0 => Status::NotEvaluable,
        None => Status::NotApplicable,
    };
    let status = RuleStatus {
        rule: rule.id.clone(),
        status,
        evaluated,
        not_evaluable,
        hidden,
    };
    (found, status)
}
