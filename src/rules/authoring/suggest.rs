//! Proposes checks: what holds throughout a report may be meant to hold.
//!
//! Most of what holds holds by chance. So numbers are compared only where their titles speak of the same
//! unit, options only where one of them denies, and each proposal has to show in several submissions.

use super::start::{keys, literal, pack, quoted};
use crate::i18n::harmless;
use crate::report::{Answer, Kind, Question, Report, RespondentId};
use crate::rules::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// In how many submissions an identity has to show at the least.
const SUPPORT: usize = 3;

/// Who answers, and which of the name's submissions.
type Who<'r> = (RespondentId<'r>, u32);

/// What one question's numbers are.
type Numbers<'r> = BTreeMap<Who<'r>, i64>;

/// A question with numbers.
struct Integer<'r> {
    key: &'r str,
    title: &'r str,
    unit: Unit,
    numbers: Numbers<'r>,
}

/// What a question's numbers count, by the words of its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Kroner,
    Percent,
    Things,
}

impl Unit {
    fn of(title: &str) -> Self {
        let title = title.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        if has(&["prosent", "andel", "%"]) {
            Self::Percent
        } else if has(&[
            "kron",
            "beløp",
            "tilskudd",
            "tilskot",
            "kostnad",
            "finansier",
        ]) {
            Self::Kroner
        } else {
            Self::Things
        }
    }
}

fn who(answer: &Answer) -> Who<'_> {
    (answer.id(), answer.occurrence)
}

fn numbers(question: &Question) -> Numbers<'_> {
    let given = question.answers.iter().filter(|answer| answer.certain);
    let number = |answer: &Answer| answer.value.as_ref().map_or(0, |v| v.value);
    given.map(|a| (who(a), number(a))).collect()
}

/// Words of a title that tell what is counted.
fn words(title: &str) -> BTreeSet<String> {
    let parts = title.split(|c: char| !c.is_alphanumeric());
    let long = parts.filter(|word| word.chars().count() > 3);
    let common = [
        "hvor", "mange", "mykje", "mange", "oppgi", "skal", "dette", "disse",
    ];
    long.map(str::to_lowercase)
        .filter(|word| !common.contains(&word.as_str()))
        .collect()
}

/// A survey's pack with a check for each identity that holds in the report. They are notes at most, and
/// nothing uses them until someone takes the file into use.
pub fn suggestions(report: &Report, lang: Lang) -> String {
    let mut text = String::from(lang.authoring().proposed());
    text.push_str(&pack(report));
    let keys = keys(report);
    let asked: Vec<(&Question, &str)> = report
        .questions
        .iter()
        .zip(keys.iter().map(String::as_str))
        .filter(|(question, _)| question.complete)
        .collect();
    let integers: Vec<Integer<'_>> = asked
        .iter()
        .filter(|(question, _)| question.kind == Kind::Integer)
        .map(|(question, key)| Integer {
            key,
            title: &question.title.value,
            unit: Unit::of(&question.title.value),
            numbers: numbers(question),
        })
        .collect();
    let mut parts = BTreeSet::new();
    totals(&mut text, &integers, &mut parts, lang);
    hundreds(&mut text, &integers, lang);
    orders(&mut text, &integers, &parts, lang);
    for (question, key) in &asked {
        if matches!(question.kind, Kind::MultipleChoice | Kind::SingleChoice) {
            apart(&mut text, question, key, lang);
            numbered(&mut text, question, key, &integers, lang);
        }
    }
    text
}

/// A proposal: what is said of it, how well it is supported, and the check.
fn propose(
    text: &mut String,
    said: &str,
    (support, of): (usize, usize),
    id: &str,
    check: &str,
    lang: Lang,
) {
    let holds = lang.authoring().holds(&of, &support);
    // It holds titles of the report, which must not end the comment.
    let said = harmless(said);
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        "\n# {said}\n# {holds}\n[[check]]\nid = \"{id}\"\nseverity = \"note\"\n{check}\n"
    );
}

/// Two questions that add up to a third, or one that is another: in how many submissions it shows, of
/// how many, where it holds in all.
fn adds_up(parts: &[&Integer<'_>], whole: &Integer<'_>) -> Option<(usize, usize)> {
    let (mut support, mut all) = (0, 0);
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
        if own.iter().all(|n| *n != 0) {
            support += 1;
            values.insert(*total);
        }
    }
    // The same number everywhere shows nothing.
    (support >= SUPPORT && values.len() > 1).then_some((support, all))
}

fn totals<'r>(
    text: &mut String,
    integers: &[Integer<'r>],
    parts: &mut BTreeSet<(&'r str, &'r str)>,
    lang: Lang,
) {
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
                let said = lang.authoring().add_up(&a.title, &b.title, &c.title);
                let check = format!(
                    "sum = [\"{}\", \"{}\"]\nequals = \"{}\"",
                    a.key, b.key, c.key
                );
                let id = format!("total-{}-{}-{}", a.key, b.key, c.key);
                propose(text, &said, support, &id, &check, lang);
            }
        }
    }
    for (first, a) in integers.iter().enumerate() {
        for b in integers.iter().skip(first + 1) {
            if a.unit != b.unit || words(a.title).is_disjoint(&words(b.title)) {
                continue;
            }
            let Some(support) = adds_up(&[a], b) else {
                continue;
            };
            parts.extend([(a.key, b.key), (b.key, a.key)]);
            let said = lang.authoring().same_number(&a.title, &b.title);
            let check = format!("sum = [\"{}\"]\nequals = \"{}\"", a.key, b.key);
            let id = format!("same-{}-{}", a.key, b.key);
            propose(text, &said, support, &id, &check, lang);
        }
    }
}

/// Shares that make a hundred: the longest run of questions that does.
fn hundreds(text: &mut String, integers: &[Integer<'_>], lang: Lang) {
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
            let keys: Vec<String> = run.iter().map(|p| format!("\"{}\"", p.key)).collect();
            let titles: Vec<String> = run.iter().map(|p| format!("«{}»", p.title)).collect();
            let said = lang.authoring().make_hundred(&titles.join(", "));
            let check = format!("sum = [{}]\nequals = 100", keys.join(", "));
            let id = format!("shares-{}", first.key);
            propose(text, &said, (whole, sums.len()), &id, &check, lang);
            return;
        }
    }
}

/// A number that is never above another one's, of which its title says that it is a part.
fn orders(text: &mut String, integers: &[Integer<'_>], parts: &BTreeSet<(&str, &str)>, lang: Lang) {
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
            let shared = words(low.title).intersection(&words(high.title)).count();
            let (mut support, mut all) = (0, 0);
            let mut holds = true;
            for (who, below) in &low.numbers {
                let Some(above) = high.numbers.get(who) else {
                    continue;
                };
                all += 1;
                support += usize::from(*below != 0 && below < above);
                holds &= below <= above;
            }
            // Nearly every submission has to show it, and the titles to have most words in common.
            let alike = 2 * shared >= words(low.title).len().min(words(high.title).len());
            if !holds || support < SUPPORT || 4 * support < 3 * all || shared < 2 || !alike {
                continue;
            }
            let said = lang.authoring().never_above(&low.title, &high.title);
            let check = format!(
                "share = \"{}\"\nof = \"{}\"\nat_most = 100",
                low.key, high.key
            );
            let id = format!("{}-above-{}", low.key, high.key);
            propose(text, &said, (support, all), &id, &check, lang);
        }
    }
}

/// A pattern that an option alone fits.
fn exactly(option: &str) -> String {
    let mut pattern = String::from("^");
    option.chars().for_each(|c| literal(c, &mut pattern));
    pattern.push('$');
    pattern
}

fn has(answer: &Answer, option: &str) -> bool {
    answer.choices.iter().any(|c| c.option.value == option)
}

/// An option that denies, and is never chosen with another one.
fn apart(text: &mut String, question: &Question, key: &str, lang: Lang) {
    if question.kind != Kind::MultipleChoice {
        return;
    }
    let denies = |option: &str| {
        let words = option.to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphanumeric());
        words.any(|word| ["ikke", "ikkje", "ingen", "inga", "ingenting"].contains(&word))
    };
    for (index, option) in (1..).zip(&question.options) {
        let with: Vec<&Answer> = question.answers.iter().filter(|a| has(a, option)).collect();
        let alone = with.iter().all(|a| a.choices.len() == 1);
        let others = question
            .answers
            .iter()
            .filter(|a| a.choices.len() > 1)
            .count();
        if !denies(option) || with.is_empty() || !alone || others < SUPPORT {
            continue;
        }
        let rest: Vec<String> = question
            .options
            .iter()
            .filter(|other| *other != option)
            .map(|other| exactly(other))
            .collect();
        let said = lang.authoring().stands_alone(option);
        // One pattern for all others: they may be chosen together.
        let check = format!(
            "question = \"{key}\"\nexclusive = [{}, {}]",
            quoted(&exactly(option)),
            quoted(&rest.join("|"))
        );
        let id = format!("{key}-option-{index}-alone");
        propose(
            text,
            &said,
            (with.len(), question.answers.len()),
            &id,
            &check,
            lang,
        );
    }
}

/// An option that is chosen by those alone, and by all those, who state a number.
fn numbered(
    text: &mut String,
    question: &Question,
    key: &str,
    integers: &[Integer<'_>],
    lang: Lang,
) {
    for (index, option) in (1..).zip(&question.options) {
        for number in integers {
            let (mut both, mut neither, mut holds) = (0, 0, true);
            for answer in &question.answers {
                let Some(value) = number.numbers.get(&who(answer)) else {
                    continue;
                };
                match (has(answer, option), *value > 0) {
                    (true, true) => both += 1,
                    (false, false) => neither += 1,
                    _ => holds = false,
                }
            }
            let related = !words(option).is_disjoint(&words(number.title))
                || !words(&question.title.value).is_disjoint(&words(number.title));
            if !holds || !related || both < SUPPORT || neither < 2 {
                continue;
            }
            let said = lang.authoring().chosen_with(option, &number.title);
            let check = format!(
                "given = \"{key}\"\noption = {}\nrequires = \"{}\"",
                quoted(&exactly(option)),
                number.key
            );
            let id = format!("{key}-option-{index}-without-{}", number.key);
            propose(text, &said, (both, both + neither), &id, &check, lang);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::rules::authoring::starting_pack;
    use crate::rules::bases::base;
    use crate::rules::{RuleSource, load};
    use crate::text;

    fn is_entry(line: &str) -> bool {
        let key = line.split(" = ").next().unwrap_or_default();
        key.len() < line.len()
            && key
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '.' || c == '_')
    }

    fn count(text: String) -> usize {
        let source = RuleSource {
            name: "new.toml".to_owned(),
            text,
        };
        match load(&[source]) {
            Ok(rules) => rules.rules().count(),
            Err(errors) => panic!("{errors:#?}"),
        }
    }

    /// A survey in which something holds by design, and other things by chance.
    fn designed() -> Report {
        let whole = base("survey").unwrap();
        let mut report = report::parse(text::from_text(whole));
        let integer = report.questions[1].clone();
        let asked = |title: &str, values: [i64; 4]| {
            let mut question = integer.clone();
            question.title.value = title.to_owned();
            for (answer, value) in question.answers.iter_mut().zip(values) {
                answer.value = Some(text::Printed {
                    value,
                    ..answer.value.clone().unwrap()
                });
            }
            question
        };
        report.questions.extend([
            asked("Hvor mange lærere deltok?", [10, 20, 30, 40]),
            asked("Hvor mange ledere deltok?", [1, 2, 3, 5]),
            asked(
                "Hvor mange lærere og ledere deltok i alt?",
                [11, 22, 33, 45],
            ),
            asked("Andel brukt til kurs (prosent)", [20, 30, 40, 50]),
            asked("Andel brukt til vikarer (prosent)", [80, 70, 60, 50]),
            asked("Tilskudd i kroner", [9000, 8000, 7000, 6000]),
        ]);
        for (question, number) in report.questions.iter_mut().zip(1..) {
            question.number = number;
        }
        report
    }

    #[test]
    fn what_holds_by_design_is_proposed_and_what_holds_by_chance_is_not() {
        let report = designed();
        let text = suggestions(&report, Lang::Nb);
        let ids: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("id = "))
            .map(|id| id.trim_matches('"'))
            .collect();
        let last = report.questions.len();
        let (a, c, p) = (last - 5, last - 3, last - 2);
        assert_eq!(
            ids,
            [
                format!("total-q{a}-q{}-q{c}", a + 1),
                format!("shares-q{p}")
            ],
            "{text}"
        );
        assert_eq!(count(text), 2);
        for (lang, said) in [(Lang::Nn, "til saman"), (Lang::En, "make")] {
            assert!(suggestions(&report, lang).contains(said));
        }
    }

    #[test]
    fn a_pack_to_begin_with_has_no_mistakes_nor_have_its_comments() {
        for name in ["survey", "dekom"] {
            let report = report::parse(text::from_text(base(name).unwrap()));
            let text = starting_pack(&report, Lang::Nb);
            assert_eq!(count(text.clone()), 0);
            let lines = text.lines().map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.starts_with("[[") || is_entry(rest) => rest,
                _ => line,
            });
            let opened: Vec<&str> = lines.collect();
            assert!(count(opened.join("\n")) >= 2, "{name}");
        }
    }
}
