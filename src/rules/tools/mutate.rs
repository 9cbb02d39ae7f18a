//! Changes one figure or answer of a report at a time, and asks the rules whether they notice.

use super::mutants::{Change, Mutant, apply, mutants, restore};
use crate::report::Report;
use crate::rules::{Datum, Hit, Options, RuleSet, run};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A change and the rules that noticed it.
#[derive(Clone, Debug)]
pub struct Noticed {
    /// The change.
    pub mutant: Mutant,
    /// The rules that found something new, in alphabetical order.
    pub rules: Vec<String>,
}

/// What there is to tell two hits apart: a message that counts differently is no new finding.
type Key = (String, (u32, u32, u32), Option<String>, Option<String>);

fn key(hit: &Hit) -> Key {
    let told = |datum: &Option<Datum>| {
        datum.as_ref().map(|datum| match datum {
            Datum::Int(number) => number.to_string(),
            Datum::Text(text) => text.clone(),
        })
    };
    (
        hit.rule.clone(),
        hit.primary.span.order(),
        told(&hit.reported),
        told(&hit.expected),
    )
}

fn keys(hits: &[Hit]) -> BTreeMap<Key, usize> {
    let mut keys = BTreeMap::new();
    for hit in hits {
        *keys.entry(key(hit)).or_default() += 1;
    }
    keys
}

/// Makes every change in turn, on `threads` threads; the changes come in the order of the report.
pub fn mutate(rules: &RuleSet, report: &Report, options: &Options, threads: usize) -> Vec<Noticed> {
    let before = keys(&run(rules, report, options).hits);
    let all = mutants(report);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Vec<String>)>> = Mutex::default();
    let work = || {
        let mut own = report.clone();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = all.get(index) else {
                return;
            };
            apply(&mut own, &mutant.change);
            let after = keys(&run(rules, &own, options).hits);
            restore(&mut own, report, &mutant.change);
            let fresh = after
                .into_iter()
                .filter(|(key, count)| before.get(key).is_none_or(|known| known < count));
            let found: BTreeSet<String> = fresh.map(|(key, _)| key.0).collect();
            if let Ok(mut done) = done.lock() {
                done.push((index, found.into_iter().collect()));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.clamp(1, 64) {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(index, _)| *index);
    let rules = done.into_iter().map(|(_, rules)| rules);
    all.into_iter()
        .zip(rules)
        .map(|(mutant, rules)| Noticed { mutant, rules })
        .collect()
}

impl Change {
    /// Whether the change is one of a figure, which arithmetic can notice.
    pub fn is_figure(&self) -> bool {
        matches!(self, Self::Figure(_, _))
    }
}
