//! Two exports side by side: findings by fingerprint, and what respondents answered.
//!
//! It looks at nothing but the two [`FileReport`]s, so that what was redacted there stays redacted.

use super::{Amount, FileReport, FileStatus, Finding, Person, name_key};
use crate::rules::Datum;
use std::collections::{BTreeMap, BTreeSet};

/// From when on an amount has changed so much that somebody should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// More than this many times as much, or as little.
    pub factor: i64,
    /// Only where one of the two is at least this.
    pub least: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            factor: 3,
            least: 1000,
        }
    }
}

/// An amount in both exports.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The amount in the older export.
    pub old: Amount,
    /// The amount in the newer one.
    pub new: Amount,
}

/// A finding of both exports of which the figure is not what it was.
#[derive(Clone, Debug)]
pub struct Altered {
    /// As the older export has it.
    pub old: Finding,
    /// As the newer one has it.
    pub new: Finding,
}

/// What differs between two exports.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Comparison {
    /// Findings of the older export alone.
    pub(crate) fixed: Vec<Finding>,
    /// Findings of the newer export alone.
    pub(crate) fresh: Vec<Finding>,
    /// Findings of both, as the newer one has them; those that were altered are among them.
    pub(crate) unchanged: Vec<Finding>,
    /// Findings of both of which the printed figure, or what it should have been, is another one.
    pub(crate) altered: Vec<Altered>,
    /// Amounts that changed beyond the limits, in the newer export's order.
    pub(crate) changed: Vec<Change>,
    /// Respondents of the newer export alone.
    pub(crate) came: Vec<Person>,
    /// Respondents of the older export alone.
    pub(crate) left: Vec<Person>,
    /// Whether both were read whole: otherwise what is missing may stand on a page that is lost.
    pub(crate) whole: bool,
}

/// Compares two exports.
pub fn compare(old: &FileReport, new: &FileReport, limits: Limits) -> Comparison {
    let by_print = |file| -> BTreeMap<String, Finding> {
        let live = FileReport::live(file).cloned();
        live.map(|f| (f.fingerprint.clone(), f)).collect()
    };
    let (before, after) = (by_print(old), by_print(new));
    let (unchanged, fresh): (Vec<Finding>, _) = new
        .live()
        .cloned()
        .partition(|finding| before.contains_key(&finding.fingerprint));
    let altered = unchanged.iter().filter_map(|finding| {
        let older = before.get(&finding.fingerprint)?;
        is_altered(older, finding).then(|| Altered {
            old: older.clone(),
            new: finding.clone(),
        })
    });
    let altered = altered.collect();
    let fixed = old.live().filter(|f| !after.contains_key(&f.fingerprint));
    Comparison {
        fixed: fixed.cloned().collect(),
        fresh,
        unchanged,
        altered,
        changed: changed(old, new, limits),
        came: missing(&new.people, &old.people),
        left: missing(&old.people, &new.people),
        whole: [old, new]
            .iter()
            .all(|file| file.status == FileStatus::Checked),
    }
}

/// Whether a finding is about another figure than it was: of how a figure is set, blanks aside, its
/// value is what counts.
fn is_altered(old: &Finding, new: &Finding) -> bool {
    match (&old.reported, &new.reported) {
        (Some(before), Some(after)) => before != after || old.expected != new.expected,
        _ => squash(&old.primary.text) != squash(&new.primary.text) || old.expected != new.expected,
    }
}

/// Those of `people` that are not among `others`.
fn missing(people: &[Person], others: &[Person]) -> Vec<Person> {
    let key = |person: &Person| (squash(&person.name), squash(&person.group));
    let others: BTreeSet<_> = others.iter().map(key).collect();
    let people = people
        .iter()
        .filter(|person| !others.contains(&key(person)));
    people.cloned().collect()
}

/// What makes an amount the same one in another export.
type Key = (String, u32, String, String, u32);

/// The amounts of a file by their keys. Questions with one title are told apart by their order.
fn keyed(amounts: &[Amount]) -> Vec<(Key, &Amount)> {
    let mut seen: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut out = Vec::with_capacity(amounts.len());
    for amount in amounts {
        let title = untimed(&amount.question);
        let known = seen.entry(title.clone()).or_default();
        let nth = known.iter().position(|n| *n == amount.question_number);
        let nth = nth.unwrap_or_else(|| {
            known.push(amount.question_number);
            known.len() - 1
        });
        let nth = u32::try_from(nth).unwrap_or(u32::MAX);
        let name = squash(amount.respondent.as_deref().unwrap_or(""));
        let key = (title, nth, name, squash(&amount.group), amount.occurrence);
        out.push((key, amount));
    }
    out
}

fn changed(old: &FileReport, new: &FileReport, limits: Limits) -> Vec<Change> {
    let before: BTreeMap<Key, &Amount> = keyed(&old.amounts).into_iter().collect();
    let mut out = Vec::new();
    for (key, amount) in keyed(&new.amounts) {
        let Some(older) = before.get(&key) else {
            continue;
        };
        if leaps(&older.value, &amount.value, limits) {
            out.push(Change {
                old: (*older).clone(),
                new: amount.clone(),
            });
        }
    }
    out
}

fn leaps(old: &Datum, new: &Datum, limits: Limits) -> bool {
    // An amount that was redacted is no number any more.
    let (Datum::Int(old), Datum::Int(new)) = (old, new) else {
        return false;
    };
    let (old, new) = (i128::from(*old).abs(), i128::from(*new).abs());
    let (small, large) = (old.min(new), old.max(new));
    large >= i128::from(limits.least) && large > small * i128::from(limits.factor.max(1))
}

/// Letters and digits in lower case, without years: next year's survey asks about next year.
fn untimed(title: &str) -> String {
    let squashed = squash(title);
    let mut out = String::with_capacity(squashed.len());
    let mut rest = squashed.as_str();
    while let Some(c) = rest.chars().next() {
        let year = rest.get(..4).filter(|year| {
            (year.starts_with("19") || year.starts_with("20"))
                && year.bytes().all(|b| b.is_ascii_digit())
        });
        let skip = year.map_or(c.len_utf8(), str::len);
        if year.is_none() {
            out.push(c);
        }
        rest = rest.get(skip..).unwrap_or("");
    }
    out
}

/// Letters and digits in lower case.
fn squash(text: &str) -> String {
    let mut key = name_key(text);
    key.retain(char::is_alphanumeric);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn file() -> FileReport {
        let mut file = sample::run().files.remove(0);
        file.status = FileStatus::Checked;
        file
    }

    fn compared(change: impl FnOnce(&mut FileReport)) -> Comparison {
        let old = file();
        let mut new = old.clone();
        change(&mut new);
        compare(&old, &new, Limits::default())
    }

    #[test]
    fn findings_by_fingerprint() {
        let done = compared(|new| {
            new.findings.remove(0);
            new.findings[0].fingerprint = "else".to_owned();
        });
        let rules = |findings: &[Finding]| -> Vec<String> {
            findings.iter().map(|f| f.rule.clone()).collect()
        };
        assert_eq!(done.fixed.len(), 2);
        assert_eq!(done.fresh.len(), 1);
        assert_eq!(done.unchanged.len(), 1);
        assert!(!rules(&done.unchanged).contains(&"invalid-phone".to_owned()));
        assert!(done.whole);
    }

    #[test]
    fn a_figure_that_changed_under_a_finding_is_told() {
        assert!(compared(|_| {}).altered.is_empty());
        let done = compared(|new| {
            let sum = new.findings.iter_mut().find(|f| f.rule == "sum-mismatch");
            sum.unwrap().reported = Some(Datum::Int(9_999));
        });
        assert!(done.fresh.is_empty() && done.fixed.is_empty());
        assert_eq!(done.altered[0].old.reported, Some(Datum::Int(1033)));
        assert_eq!(done.altered[0].new.reported, Some(Datum::Int(9_999)));
        // How it is set does not matter, what it should have been does.
        let printed = |new: &mut FileReport| new.findings[0].primary.text = "1033".to_owned();
        assert!(compared(printed).altered.is_empty());
        let expected = |new: &mut FileReport| new.findings[0].expected = Some(Datum::Int(1));
        assert_eq!(compared(expected).altered.len(), 1);
    }

    #[test]
    fn respondents_come_and_go() {
        let done = compared(|new| new.people[0].name = "Bergvik kommune".to_owned());
        assert_eq!(done.came[0].name, "Bergvik kommune");
        assert_eq!(done.left[0].name, "Øyvær kommune");
        let done = compared(|new| new.people[0].name = "ØYVÆR  KOMMUNE".to_owned());
        assert!(done.came.is_empty() && done.left.is_empty());
    }

    #[test]
    fn amounts_that_leap() {
        let value = |value| move |new: &mut FileReport| new.amounts[0].value = Datum::Int(value);
        // The sample's sum is 1 033.
        assert!(compared(value(3099)).changed.is_empty());
        assert_eq!(compared(value(3100)).changed.len(), 1);
        assert_eq!(compared(value(344)).changed.len(), 1);
        assert!(compared(value(345)).changed.is_empty());
        assert_eq!(compared(value(0)).changed.len(), 1);
        let redacted = compared(|new| new.amounts[0].value = Datum::Text("[telefon]".to_owned()));
        assert!(redacted.changed.is_empty());
        let small = Limits {
            least: 10_000,
            ..Limits::default()
        };
        let (old, mut new) = (file(), file());
        value(0)(&mut new);
        assert!(compare(&old, &new, small).changed.is_empty());
    }

    #[test]
    fn a_question_about_another_year_is_the_same_question() {
        assert_eq!(
            untimed("Tilskudd i 2024/2025?"),
            untimed("tilskudd i 2025/2026")
        );
        assert_ne!(
            untimed("Hvor mange 12-åringer"),
            untimed("Hvor mange 13-åringer")
        );
        let done = compared(|new| {
            new.amounts[0].question += " 2026";
            new.amounts[0].value = Datum::Int(9_999);
        });
        assert_eq!(done.changed.len(), 1);
    }
}
