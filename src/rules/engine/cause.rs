//! One cause, one finding: what follows from another finding becomes a label of it.

use super::place::Found;
use crate::rules::lang::lookup::Key;
use crate::rules::load::RuleSet;
use crate::rules::outcome::{Hit, Label};
use std::collections::HashMap;

/// Takes the findings that are the consequence of another one out, and labels the cause with them.
pub(super) fn attach(found: Vec<Found>, rules: &RuleSet) -> Vec<Hit> {
    let mut by_scope: HashMap<(&str, &Key), usize> = HashMap::new();
    for (i, one) in found.iter().enumerate() {
        for key in &one.scope {
            by_scope.entry((one.hit.rule.as_str(), key)).or_insert(i);
        }
    }
    let cause_of = |i: usize, one: &Found| {
        let causes = rules.rule(&one.hit.rule).map(|r| r.consequence_of.iter());
        causes
            .into_iter()
            .flatten()
            .flat_map(|cause| one.scope.iter().map(move |key| (cause.as_str(), key)))
            .find_map(|wanted| by_scope.get(&wanted).copied())
            .filter(|&cause| cause != i)
    };
    let causes: Vec<Option<usize>> = found
        .iter()
        .enumerate()
        .map(|(i, one)| cause_of(i, one))
        .collect();
    let roots: Vec<usize> = (0..found.len()).map(|i| root(i, &causes)).collect();

    let mut hits: Vec<Option<Hit>> = Vec::new();
    let mut consequences: Vec<(usize, Label)> = Vec::new();
    for (i, (one, root)) in found.into_iter().zip(roots).enumerate() {
        if root == i {
            hits.push(Some(one.hit));
            continue;
        }
        hits.push(None);
        let text = if one.consequence.nb.is_empty() {
            one.hit.message
        } else {
            one.consequence
        };
        let at = one.hit.primary;
        consequences.push((root, Label { at, text }));
    }
    for (root, label) in consequences {
        if let Some(Some(hit)) = hits.get_mut(root) {
            hit.labels.push(label);
        }
    }
    hits.into_iter().flatten().collect()
}

/// The first cause of a chain. In a circle nothing is a consequence.
fn root(start: usize, causes: &[Option<usize>]) -> usize {
    let mut at = start;
    for _ in 0..causes.len() {
        match causes.get(at) {
            Some(Some(cause)) => at = *cause,
            _ => return at,
        }
    }
    start
}
