//! Runs checked rules over a report.

mod cause;
mod hint;
mod place;
mod prepare;
mod print;
mod said;
mod size;
#[cfg(feature = "cli")]
mod trace;
mod whose;

use super::lang::eval::Shared;
use super::lang::world::World;
use super::load::{Part, Rule, RuleSet};
use super::outcome::{Hidden, NotEvaluable, Outcome, QuestionNotFound, RuleStatus, Status};
use super::unchecked::{self};
use crate::i18n::{Text, whole};
use crate::report::{Judged, Ledger, Report};
use place::{Found, Run};
use prepare::prepare;
pub use prepare::{Options, PackChoice};
use std::collections::{BTreeMap, HashMap};
#[cfg(feature = "cli")]
pub use trace::{Came, Judgement, Wanted, trace};

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

/// Runs one rule over a report, as if there were no other. What no rule looked at is asked for by those
/// that run last alone; for the others nothing but the rule is evaluated, and no ledger is kept.
pub(crate) fn run_alone(
    rules: &RuleSet,
    rule: &Rule,
    report: &Report,
    options: &Options,
) -> Outcome {
    if rule.parts.iter().any(Part::runs_last) {
        let others = rules.rules().filter(|other| other.id != rule.id);
        let options = Options {
            severities: others.map(|other| (other.id.clone(), None)).collect(),
            ..options.clone()
        };
        return run(rules, report, &options);
    }
    let mut prepared = prepare(rules, report, options);
    let mut outcome = std::mem::take(&mut prepared.outcome);
    let parts = rule.parts_for(|name| prepared.packs.iter().any(|pack| pack.name == name));
    if !parts.is_empty() {
        let world = prepared.world(report);
        let (found, status) =
            run_rule(rule, &parts, &world, &mut Shared::default(), &prepared.keys);
        outcome.statuses.push(status);
        outcome.hits = cause::attach(options.graded(rule, found), rules);
        outcome.hits.sort_by_key(|hit| hit.primary.span.order());
    }
    outcome
}

fn gather(rules: &RuleSet, report: &Report, options: &Options) -> (Outcome, Vec<Found>) {
    let mut prepared = prepare(rules, report, options);
    let mut outcome = std::mem::take(&mut prepared.outcome);
    let packs = &prepared.packs;
    let keys = &prepared.keys;
    let world = prepared.world(report);
    let mut found: Vec<Found> = Vec::new();
    let mut shared = Shared::default();
    // What rules would judge that the user has switched off is no figure that could not be checked.
    let mut switched_off = Shared::default();
    let mut last: Vec<(&Rule, Vec<&Part>)> = Vec::new();
    for rule in rules.rules() {
        let parts = rule.parts_for(|name| packs.iter().any(|pack| pack.name == name));
        if parts.is_empty() {
            continue;
        }
        if parts.iter().all(|part| part.asks_in_vain(keys)) {
            for lost in &mut outcome.questions_not_found {
                if parts.iter().any(|part| part.walks_over(&lost.key)) {
                    lost.rules.push(rule.id.clone());
                }
            }
        }
        if parts.iter().any(|part| part.runs_last()) {
            last.push((rule, parts));
        } else if options.severities.get(&rule.id) == Some(&None) {
            run_rule(rule, &parts, &world, &mut switched_off, keys);
        } else {
            let (own, status) = run_rule(rule, &parts, &world, &mut shared, keys);
            found.extend(options.graded(rule, own));
            outcome.statuses.push(status);
        }
    }
    // What a survey may leave out, and no rule waits for, is not missed.
    let required = |lost: &QuestionNotFound| {
        let mut known = packs.iter().flat_map(|pack| &pack.questions);
        known.any(|question| question.key == lost.key && question.required)
    };
    let missed = |lost: &QuestionNotFound| !lost.rules.is_empty() || required(lost);
    outcome.questions_not_found.retain(missed);
    let phones = outcome.roles.iter().filter(|(_, role)| role == "phone");
    let judged = Judged {
        checked: shared.touched.into_all().into_iter().collect(),
        switched_off: switched_off.touched.into_all().into_iter().collect(),
        telephones: phones.map(|(index, _)| *index).collect(),
    };
    outcome.ledger = Ledger::of(report, &judged);
    outcome.touched = judged.checked;
    outcome.unchecked = unchecked::find(report, &outcome.ledger);
    let world = prepared.after(report, &outcome.unchecked);
    let mut shared = Shared::default();
    for (rule, parts) in last {
        if options.severities.get(&rule.id) != Some(&None) {
            let (own, status) = run_rule(rule, &parts, &world, &mut shared, keys);
            found.extend(options.graded(rule, own));
            outcome.statuses.push(status);
        }
    }
    (outcome, found)
}

/// What a rule cost.
#[derive(Clone, Debug)]
pub struct Cost {
    /// The rule's id.
    pub rule: String,
    /// What the clock told between its beginning and its end.
    pub nanoseconds: u128,
    /// In how many places it judged.
    pub evaluated: usize,
    /// In how many places it could not.
    pub not_evaluable: usize,
    /// How many findings it has.
    pub found: usize,
}

/// Runs each rule over a report and reads the clock before and after it. What rules share, as an index
/// over all texts, is paid for by the first that asks for it.
pub fn profile(
    rules: &RuleSet,
    report: &Report,
    options: &Options,
    clock: &mut dyn FnMut() -> u128,
) -> Vec<Cost> {
    let prepared = prepare(rules, report, options);
    let world = prepared.world(report);
    let mut shared = Shared::default();
    let mut costs = Vec::new();
    for rule in rules.rules() {
        let parts = rule.parts_for(|name| prepared.packs.iter().any(|pack| pack.name == name));
        if parts.is_empty() {
            continue;
        }
        let start = clock();
        let (found, status) = run_rule(rule, &parts, &world, &mut shared, &prepared.keys);
        costs.push(Cost {
            rule: rule.id.clone(),
            nanoseconds: clock().saturating_sub(start),
            evaluated: status.evaluated,
            not_evaluable: status.not_evaluable,
            found: found.len() + status.unlisted,
        });
    }
    costs
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
    let mut reasons: BTreeMap<NotEvaluable, usize> = BTreeMap::new();
    let mut unfinished = None;
    let mut hidden = None;
    let mut unlisted = 0;
    // Without what the user has not given, nothing is of the kind that they check.
    let given =
        |part: &&&Part| !part.lacks_table && (!part.uses_previous || world.previous.is_some());
    for &part in parts.iter().filter(given) {
        let mut run = Run::new(rule, part, world, shared, keys);
        run.kept = part.max_findings.saturating_sub(found.len());
        unfinished = run.all().or(unfinished);
        evaluated += run.evaluated;
        for (why, places) in run.not_evaluable {
            *reasons.entry(why).or_default() += places;
        }
        hidden = Hidden::larger(hidden, run.hidden);
        unlisted += run.unlisted;
        found.extend(run.found);
    }
    let not_evaluable = reasons.values().sum();
    if unlisted > 0
        && let Some(last) = found.last_mut()
    {
        and_more(&mut last.hit.message, unlisted);
    }
    let status = match unfinished {
        Some(bound) => Status::Unfinished(bound),
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
        reasons,
        hidden,
        unlisted,
    };
    (found, status)
}

/// Says in the last finding that is kept how many there are beyond it.
fn and_more(message: &mut Text, unlisted: usize) {
    let more = Text::each(|lang| {
        let words = lang.judging().not_shown(unlisted);
        format!(" ({} {words})", whole(unlisted, lang))
    });
    message.nb.push_str(&more.nb);
    message.nn.push_str(&more.nn);
    message.en.push_str(&more.en);
}
