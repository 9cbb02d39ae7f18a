//! Changes one figure or answer of a report at a time, and asks the rules whether they notice.

use super::mutants::{Change, Mutant, Place, apply, mutants, restore};
use super::recompute::recompute;
use super::unnoticed::{After, Reason, why};
use crate::report::Report;
use crate::rules::engine::run_apart;
use crate::rules::{Datum, Hit, Options, Outcome, RuleSet};
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
    /// Why no rule can notice it; `None` where one does, and where one should.
    pub reason: Option<Reason>,
}

impl Noticed {
    /// Whether it is a blind spot: no rule notices it, and nothing says why.
    pub fn is_blind_spot(&self) -> bool {
        self.rules.is_empty() && self.reason.is_none()
    }
}

/// What there is to tell two hits apart: a message that counts differently is no new finding.
type Key = (String, (u32, u32, u32), Option<String>, Option<String>);

/// What became of the change of this index: the rules that noticed it, or why none can.
type Done = (usize, Vec<String>, Option<Reason>);

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

/// In how many places rules had nothing to judge by.
fn unjudged(outcome: &Outcome) -> usize {
    outcome.statuses.iter().map(|s| s.not_evaluable).sum()
}

/// Makes every change in turn, on `threads` threads; the changes come in the order of the report.
pub fn mutate(rules: &RuleSet, report: &Report, options: &Options, threads: usize) -> Vec<Noticed> {
    let all = mutants(report);
    make(all, rules, report, options, threads, |_, _| {})
}

/// The same for answers alone, with the figures of the question reckoned anew after each change, as the
/// portal would: what is noticed then is noticed by what answers mean.
pub fn mutate_recomputed(
    rules: &RuleSet,
    report: &Report,
    options: &Options,
    threads: usize,
) -> Vec<Noticed> {
    let answers = mutants(report).into_iter().filter(|m| m.change.is_answer());
    make(
        answers.collect(),
        rules,
        report,
        options,
        threads,
        |report, q| {
            if let Some(question) = q.and_then(|q| report.questions.get_mut(q)) {
                recompute(question);
            }
        },
    )
}

fn make(
    all: Vec<Mutant>,
    rules: &RuleSet,
    report: &Report,
    options: &Options,
    threads: usize,
    after: impl Fn(&mut Report, Option<usize>) + Sync,
) -> Vec<Noticed> {
    let first = run_apart(rules, report, options);
    let before = keys(&first.hits);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Done>> = Mutex::default();
    let work = || {
        let mut own = report.clone();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = all.get(index) else {
                return;
            };
            apply(&mut own, &mutant.change);
            after(&mut own, mutant.question);
            let outcome = run_apart(rules, &own, options);
            restore(&mut own, report, &mutant.change);
            let found_now = keys(&outcome.hits);
            let more = |a: &BTreeMap<Key, usize>, b: &BTreeMap<Key, usize>| -> BTreeSet<String> {
                let more = a.iter().filter(|(key, n)| b.get(key).is_none_or(|m| m < n));
                more.map(|(key, _)| key.0.clone()).collect()
            };
            let found = more(&found_now, &before);
            let reason = if found.is_empty() {
                let now = After {
                    gone: !more(&before, &found_now).is_empty(),
                    held_back: unjudged(&outcome) > unjudged(&first),
                };
                why(report, &mutant.change, now)
            } else {
                None
            };
            if let Ok(mut done) = done.lock() {
                done.push((index, found.into_iter().collect(), reason));
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
    done.sort_by_key(|(index, ..)| *index);
    let told = all.into_iter().zip(done);
    told.map(|(mutant, (_, rules, reason))| Noticed {
        mutant,
        rules,
        reason,
    })
    .collect()
}

impl Change {
    /// Whether the change is one of what a respondent answered.
    pub fn is_answer(&self) -> bool {
        match self {
            Self::Figure(place, _) => matches!(place, Place::Value(..)),
            Self::Unchoose(..) | Self::Choose(..) | Self::Blank(..) | Self::Unplace(..) => true,
            Self::Unstate(..) | Self::Drop(..) => false,
        }
    }

    /// Whether the change is one of a figure, which arithmetic can notice.
    pub fn is_figure(&self) -> bool {
        matches!(self, Self::Figure(_, _))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::rules::bases::base;
    use crate::rules::{builtin_sources, load};
    use crate::text;

    fn changes(from: &str, to: &str) -> Vec<Noticed> {
        let whole = base("survey").unwrap();
        assert!(whole.contains(from), "{from}");
        let report = report::parse(text::from_text(&whole.replacen(from, to, 1)));
        let rules = load(&builtin_sources()).unwrap_or_else(|_| unreachable!());
        mutate(&rules, &report, &Options::default(), 1)
    }

    /// Why changes of one kind, of one figure, were not noticed.
    fn reasons(changes: &[Noticed], what: &str, from: &str) -> BTreeSet<Option<Reason>> {
        let these = changes
            .iter()
            .filter(|c| c.mutant.what == what && c.mutant.from == from && c.rules.is_empty());
        these.map(|c| c.reason).collect()
    }

    #[test]
    fn what_follows_from_another_fault_is_noticed_all_the_same() {
        // The count is wrong, so that its percent is told as a consequence of that.
        let changes = changes("Ja: 3 (75%)", "Ja: 2 (75%)");
        let percents = |c: &&Noticed| c.mutant.what == "bar percent" && c.mutant.of == "Ja";
        let found: Vec<_> = changes.iter().filter(percents).collect();
        assert!(found.len() > 1);
        for change in found {
            assert_eq!(change.rules, ["percent-mismatch"], "{:?}", change.mutant);
        }
    }

    #[test]
    fn each_reason_has_its_change() {
        let whole = changes("Sum: 30", "Sum: 30");
        let printed_once = BTreeSet::from([Some(Reason::PrintedOnce)]);
        assert_eq!(reasons(&whole, "total", "4"), printed_once);
        assert!(reasons(&whole, "sum", "30").is_empty());

        let fault = changes("Sum: 30", "Sum: 31");
        let mends = BTreeSet::from([Some(Reason::MendsFault)]);
        assert_eq!(reasons(&fault, "sum", "31"), mends);
        // One more in 7 leaves mean, median and deviation as they are printed; one in 15 does not.
        assert_eq!(reasons(&fault, "value", "7"), mends);
        assert!(reasons(&fault, "value", "15").is_empty());
        assert!(reasons(&fault, "mean", "8").is_empty());

        // A heading with no figure is not read: the answers then have nothing to be compared with.
        let bare = changes(
            "Heltall\nSvar: 4\nSum: 30\nSnitt: 8\nMedian: 6\nStandardavvik: 5\n",
            "",
        );
        assert_eq!(reasons(&bare, "value", "15"), printed_once);
    }

    #[test]
    fn where_a_page_is_lost_its_question_is_not_judged() {
        let mut text = base("survey").unwrap().to_owned();
        for (from, to) in [
            (
                "\u{c}Svar oversikt",
                "\n\n\n\n          1\n\u{c}Svar oversikt",
            ),
            ("behandlet.\n", "behandlet.\n\n\n\n          2\n"),
            (
                "\u{c}Hva er midlene",
                "\n\n\n\n          5\n\u{c}Hva er midlene",
            ),
        ] {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let report = report::parse(text::from_text(&text));
        let partial: Vec<bool> = report.questions.iter().map(|q| !q.complete).collect();
        let rules = load(&builtin_sources()).unwrap_or_else(|_| unreachable!());
        let changes = mutate(&rules, &report, &Options::default(), 1);
        let of = |reason| changes.iter().filter(move |c| c.reason == Some(reason));
        assert!(of(Reason::NotWhole).count() > 0);
        for change in of(Reason::NotWhole) {
            let question = change.mutant.question.and_then(|q| partial.get(q));
            assert_eq!(question, Some(&true), "{:?}", change.mutant);
        }
        for change in changes.iter().filter(|c| c.mutant.change.is_figure()) {
            assert!(!change.is_blind_spot(), "{:?}", change.mutant);
        }
    }

    #[test]
    fn a_change_without_a_reason_is_a_blind_spot() {
        let report = report::parse(text::from_text(base("survey").unwrap()));
        let mut sources = builtin_sources();
        sources.retain(|source| !source.name.ends_with("general-figures.toml"));
        let rules = load(&sources).unwrap_or_else(|_| unreachable!());
        let changes = mutate(&rules, &report, &Options::default(), 1);
        let blind = changes.iter().filter(|c| c.is_blind_spot());
        let kinds: BTreeSet<&str> = blind.map(|c| c.mutant.what).collect();
        for kind in ["sum", "mean", "median", "deviation", "value", "svar"] {
            assert!(kinds.contains(kind), "{kind}: {kinds:?}");
        }
        assert!(!kinds.contains("bar count"), "{kinds:?}");
    }
}
