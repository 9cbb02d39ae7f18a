//! Runs checked rules over a report.

mod cause;
mod hint;
mod place;
mod print;
mod trace;

use super::lang::eval::Shared;
use super::lang::known::Known;
use super::lang::world::Previous;
use super::lang::world::World;
use super::load::{Pack, Part, Rule, RuleSet};
use super::outcome::{Hidden, NotEvaluable, Outcome, QuestionNotFound, RuleStatus, Status};
use super::unchecked::{self, Unchecked};
use crate::i18n::{Severity, Text, whole};
use crate::report::{Judged, Ledger, Report};
use place::{Found, Run};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
pub use trace::{Came, Clause, Judgement, Traced, Wanted, trace};

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
    /// The report of the year before; rules that need it do not apply without it.
    pub previous: Option<Arc<Report>>,
}

impl Options {
    fn chooses(&self, pack: &Pack, report: &Report) -> bool {
        match &self.packs {
            PackChoice::Auto => pack.applies(report),
            PackChoice::Forced(names) => pack.is_general() || names.contains(&pack.name),
        }
    }

    /// Findings with the severity that the user has chosen for their rule.
    fn graded(&self, rule: &Rule, mut found: Vec<Found>) -> Vec<Found> {
        if let Some(Some(severity)) = self.severities.get(&rule.id) {
            for found in &mut found {
                found.hit.severity = *severity;
            }
        }
        found
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

/// What a run knows before the first rule.
struct Prepared<'p> {
    packs: Vec<&'p Pack>,
    known: Vec<Known>,
    keys: trace::Keys,
    /// The report of the year before with the same.
    before: Option<(&'p Report, Vec<Known>, trace::Keys)>,
    outcome: Outcome,
}

fn prepare<'p>(rules: &'p RuleSet, report: &Report, options: &'p Options) -> Prepared<'p> {
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
    // What this year's packs know is looked for in the report of the year before.
    let before = options.previous.as_deref().map(|previous| {
        let (known, keys) = recognise(&packs, previous, &mut Outcome::default());
        (previous, known, keys)
    });
    Prepared {
        packs,
        known,
        keys,
        before,
        outcome,
    }
}

impl Prepared<'_> {
    /// The report with its lookups.
    fn world<'r>(&'r self, report: &'r Report) -> World<'r> {
        self.after(report, &[])
    }

    /// The same when it is known what the other rules left unchecked.
    fn after<'r>(&'r self, report: &'r Report, unchecked: &'r [Unchecked]) -> World<'r> {
        let mut world = World::new(report, &self.known, unchecked);
        world.previous = self
            .before
            .as_ref()
            .map(|(report, known, keys)| Previous::new(World::new(report, known, &[]), keys));
        world
    }
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
        checked: shared.touched.into_iter().collect(),
        switched_off: switched_off.touched.into_iter().collect(),
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
            if places.is_empty() && wanted.is_asked_in(report) {
                let name = if wanted.name.nb.is_empty() {
                    Text::each(|_| wanted.key.clone())
                } else {
                    wanted.name.clone()
                };
                outcome.questions_not_found.push(QuestionNotFound {
                    pack: pack.name.clone(),
                    key: wanted.key.clone(),
                    name,
                    rules: Vec::new(),
                });
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
