//! Proposals about numbers: sums, shares, orders.

use super::copies::Copies;
use super::model::{FEW, Integer, SUPPORT, Support, Unit, Who, listed, propose, said_each, words};
use crate::rules::Lang;
use std::collections::BTreeSet;

/// Questions that add up to another one: in how many submissions it shows, of how many, where it holds in
/// all.
fn adds_up(parts: &[&Integer<'_>], whole: &Integer<'_>) -> Option<Support> {
    let (mut shown, mut all) = (0, 0);
    let mut values = BTreeSet::new();
    for (who, total) in &whole.numbers {
        let own: Option<Vec<i64>> = parts.iter().map(|p| p.numbers.get(who).copied()).collect();
        let Some(own) = own else {
            continue;
        };
        all += 1;
        if own.iter().try_fold(0_i64, |sum, n| sum.checked_add(*n)) != Some(*total) {
            return None;
        }
        // Of two both have to be stated, of several no one has all.
        let stated = own.iter().filter(|n| **n != 0).count();
        if stated >= 2 {
            shown += 1;
            values.insert(*total);
        }
    }
    // The same number everywhere shows nothing.
    (shown >= SUPPORT && values.len() > 1).then_some(Support {
        held: all,
        all,
        shown,
    })
}

/// Sums that are proposed, each by what its parts and it are copies of.
type Sums<'r> = BTreeSet<(BTreeSet<&'r str>, &'r str)>;

/// Numbers that make another one; `parts` is told which is part of which. What a sum says of a copy, it
/// says of what the copy is of.
pub(super) fn totals<'r>(
    text: &mut String,
    integers: &[Integer<'r>],
    copies: &Copies<'r>,
    parts: &mut BTreeSet<(&'r str, &'r str)>,
    lang: Lang,
) {
    let mut proposed = Sums::new();
    for (first, a) in integers.iter().enumerate() {
        for b in integers.iter().skip(first + 1) {
            for c in integers {
                let apart = c.key != a.key && c.key != b.key;
                if !apart || a.unit != b.unit || a.unit != c.unit {
                    continue;
                }
                let Some(support) = adds_up(&[a, b], c) else {
                    continue;
                };
                parts.extend([(a.key, c.key), (b.key, c.key)]);
                if !proposed.insert(copies.sum([a, b].into_iter(), c)) {
                    continue;
                }
                let said = lang.suggest().add_up(&a.title, &b.title, &c.title);
                let check = format!(
                    "sum = [\"{}\", \"{}\"]\nequals = \"{}\"",
                    a.key, b.key, c.key
                );
                let id = format!("total-{}-{}-{}", a.key, b.key, c.key);
                propose(text, &said, support, &id, &check, lang);
            }
        }
    }
    runs(text, integers, (copies, &mut proposed), parts, lang);
}

/// Three questions and more, one after the other, that add up to the one before or after them.
fn runs<'r>(
    text: &mut String,
    integers: &[Integer<'r>],
    (copies, proposed): (&Copies<'r>, &mut Sums<'r>),
    parts: &mut BTreeSet<(&'r str, &'r str)>,
    lang: Lang,
) {
    for length in (3..integers.len()).rev() {
        for (start, run) in integers.windows(length).enumerate() {
            let beside = [start.checked_sub(1), Some(start + length)];
            for whole in beside
                .into_iter()
                .flatten()
                .filter_map(|at| integers.get(at))
            {
                let own: Vec<&Integer<'_>> = run.iter().collect();
                let known = run
                    .iter()
                    .any(|part| parts.contains(&(part.key, whole.key)));
                if known || run.iter().any(|part| part.unit != whole.unit) {
                    continue;
                }
                let Some(support) = adds_up(&own, whole) else {
                    continue;
                };
                parts.extend(run.iter().map(|part| (part.key, whole.key)));
                if !proposed.insert(copies.sum(run.iter(), whole)) {
                    continue;
                }
                let titles = said_each(run.iter().map(|part| part.title), lang);
                let said = lang.suggest().all_add_up(&titles, &whole.title);
                let keys = listed(run.iter().map(|part| part.key));
                let check = format!("sum = {keys}\nequals = \"{}\"", whole.key);
                let id = format!("total-{}", whole.key);
                propose(text, &said, support, &id, &check, lang);
            }
        }
    }
}

/// Shares that make a hundred: the longest run of questions that does, which is given back.
pub(super) fn hundreds<'r>(
    text: &mut String,
    integers: &[Integer<'r>],
    lang: Lang,
) -> BTreeSet<&'r str> {
    for start in 0..integers.len() {
        for end in (start + 2..=integers.len()).rev() {
            let run = integers.get(start..end).unwrap_or(&[]);
            let Some(first) = run.first() else {
                continue;
            };
            let sum = |who: &Who<'_>| -> Option<i64> {
                run.iter().map(|p| p.numbers.get(who).copied()).sum()
            };
            let sums: Vec<i64> = first.numbers.keys().filter_map(sum).collect();
            let whole = sums.iter().filter(|sum| **sum == 100).count();
            let other = sums.iter().any(|sum| !matches!(sum, 0 | 100));
            if other || whole < SUPPORT {
                continue;
            }
            let keys = listed(run.iter().map(|p| p.key));
            let titles = said_each(run.iter().map(|p| p.title), lang);
            let said = lang.suggest().make_hundred(&titles);
            let check = format!("sum = {keys}\nequals = 100");
            let id = format!("shares-{}", first.key);
            let support = Support {
                held: sums.len(),
                all: sums.len(),
                shown: whole,
            };
            propose(text, &said, support, &id, &check, lang);
            return run.iter().map(|part| part.key).collect();
        }
    }
    BTreeSet::new()
}

/// Whether a title says that it counts a part of what another one counts: it says all that the other
/// says, and more. Private and public schools are parts of something, and neither is of the other.
fn is_part(part: &str, whole: &str) -> bool {
    let (part, whole) = (words(part), words(whole));
    whole.len() >= 2 && whole.is_subset(&part) && part.len() > whole.len()
}

/// A number that is never above another one's, of which its title says that it is a part.
pub(super) fn orders(
    text: &mut String,
    integers: &[Integer<'_>],
    parts: &BTreeSet<(&str, &str)>,
    lang: Lang,
) {
    for low in integers {
        for high in integers {
            let same = low.key == high.key || low.unit != high.unit || low.unit == Unit::Percent;
            // What adds up says this too, and says nothing of two parts of one sum.
            let siblings = integers.iter().any(|whole| {
                let part = |of: &Integer<'_>| parts.contains(&(of.key, whole.key));
                part(low) && part(high)
            });
            if same || siblings || parts.contains(&(low.key, high.key)) {
                continue;
            }
            let (mut shown, mut all) = (0, 0);
            let mut holds = true;
            for (who, below) in &low.numbers {
                let Some(above) = high.numbers.get(who) else {
                    continue;
                };
                all += 1;
                shown += usize::from(*below != 0 && below < above);
                holds &= below <= above;
            }
            // Nearly every submission has to show it.
            let clear = shown >= SUPPORT && 4 * shown >= 3 * all;
            if !holds || !clear || !is_part(low.title, high.title) {
                continue;
            }
            let said = lang.suggest().never_above(&low.title, &high.title);
            let check = format!(
                "share = \"{}\"\nof = \"{}\"\nat_most = 100",
                low.key, high.key
            );
            let id = format!("{}-above-{}", low.key, high.key);
            let support = Support {
                held: all,
                all,
                shown,
            };
            propose(text, &said, support, &id, &check, lang);
        }
    }
}

/// A number of which the title says that it is a per cent, and that is one.
pub(super) fn percents(
    text: &mut String,
    integers: &[Integer<'_>],
    shares: &BTreeSet<&str>,
    lang: Lang,
) {
    for number in integers {
        let stated: Vec<i64> = number
            .numbers
            .values()
            .copied()
            .filter(|n| *n != 0)
            .collect();
        let different: BTreeSet<i64> = stated.iter().copied().collect();
        let within = stated.iter().all(|n| (0..=100).contains(n));
        let known = number.unit != Unit::Percent || shares.contains(number.key);
        if known || !within || different.len() < SUPPORT {
            continue;
        }
        let said = lang.suggest().is_percent(&number.title);
        let key = number.key;
        let check = format!("value = \"{key}\"\nat_least = 0\nat_most = 100");
        let support = Support {
            held: number.numbers.len(),
            all: number.numbers.len(),
            shown: stated.len(),
        };
        propose(
            text,
            &said,
            support,
            &format!("{key}-percent"),
            &check,
            lang,
        );
    }
}

/// Limits of shares are round: every fifth per cent.
const ROUND: usize = 5;

/// A share of one amount in another that several put exactly at one round per cent, and hardly anyone
/// below it, or above it: chance puts nobody on a line and leaves one side of it empty.
pub(super) fn shares(
    text: &mut String,
    integers: &[Integer<'_>],
    parts: &BTreeSet<(&str, &str)>,
    lang: Lang,
) {
    for part in integers {
        for whole in integers {
            let amounts = part.unit == Unit::Kroner && whole.unit == Unit::Kroner;
            let related = !words(part.title).is_disjoint(&words(whole.title));
            let added = parts.contains(&(part.key, whole.key));
            if part.key == whole.key || !amounts || !related || added {
                continue;
            }
            let pairs = part.numbers.iter().filter_map(|(who, own)| {
                let all = whole.numbers.get(who)?;
                (*own > 0 && *all > 0).then_some((i128::from(*own), i128::from(*all)))
            });
            let pairs: Vec<(i128, i128)> = pairs.collect();
            for limit in (0_i128..100).step_by(ROUND).skip(1) {
                let on: BTreeSet<i128> = pairs
                    .iter()
                    .filter(|(own, all)| 100 * own == limit * all)
                    .map(|(own, _)| *own)
                    .collect();
                let below = pairs
                    .iter()
                    .filter(|(own, all)| 100 * own < limit * all)
                    .count();
                let above = pairs
                    .iter()
                    .filter(|(own, all)| 100 * own > limit * all)
                    .count();
                let few = |count: usize| FEW * count <= pairs.len();
                // The same amounts everywhere show nothing.
                if on.len() < SUPPORT || below.max(above) < SUPPORT {
                    continue;
                }
                let said = lang.suggest();
                let (word, said, broken) = if few(below) {
                    let said = said.at_least_share(&part.title, &limit, &whole.title);
                    ("at_least", said, below)
                } else if few(above) {
                    let said = said.at_most_share(&part.title, &limit, &whole.title);
                    ("at_most", said, above)
                } else {
                    continue;
                };
                let check = format!(
                    "share = \"{}\"\nof = \"{}\"\n{word} = {limit}",
                    part.key, whole.key
                );
                let support = Support {
                    held: pairs.len() - broken,
                    all: pairs.len(),
                    shown: pairs.len() - below - above,
                };
                let id = format!("{}-share-of-{}", part.key, whole.key);
                propose(text, &said, support, &id, &check, lang);
            }
        }
    }
}
