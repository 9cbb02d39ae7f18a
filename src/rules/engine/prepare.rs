//! What a run knows before its first rule.

use super::place::Found;
use crate::i18n::{Severity, Text};
use crate::report::Report;
use crate::rules::lang::known::Known;
use crate::rules::lang::world::{Previous, World};
use crate::rules::load::{Pack, Rule, RuleSet};
use crate::rules::outcome::{Outcome, QuestionNotFound};
use crate::rules::unchecked::Unchecked;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

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
    pub(super) fn graded(&self, rule: &Rule, mut found: Vec<Found>) -> Vec<Found> {
        if let Some(Some(severity)) = self.severities.get(&rule.id) {
            for found in &mut found {
                found.hit.severity = *severity;
            }
        }
        found
    }
}

/// What a run knows before the first rule.
pub(super) struct Prepared<'p> {
    pub(super) packs: Vec<&'p Pack>,
    known: Vec<Known>,
    pub(super) keys: Keys,
    /// The report of the year before with the same.
    before: Option<(&'p Report, Vec<Known>, Keys)>,
    pub(super) outcome: Outcome,
}

pub(super) fn prepare<'p>(
    rules: &'p RuleSet,
    report: &Report,
    options: &'p Options,
) -> Prepared<'p> {
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
    pub(super) fn world<'r>(&'r self, report: &'r Report) -> World<'r> {
        self.after(report, &[])
    }

    /// The same when it is known what the other rules left unchecked.
    pub(super) fn after<'r>(&'r self, report: &'r Report, unchecked: &'r [Unchecked]) -> World<'r> {
        let mut world = World::new(report, &self.known, unchecked);
        world.previous = self
            .before
            .as_ref()
            .map(|(report, known, keys)| Previous::new(World::new(report, known, &[]), keys));
        world
    }
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

/// The questions of each key, by position.
pub(super) type Keys = HashMap<String, Vec<usize>>;
