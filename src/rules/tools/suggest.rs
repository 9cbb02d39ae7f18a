//! Proposes rules: what holds throughout a report may be meant to hold.

use super::start::{keys, pack, quoted};
use crate::report::{Kind, Question, Report};
use crate::rules::Lang;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// In how many submissions an identity has to show at the least.
const SUPPORT: usize = 3;

/// What one question's numbers are, by respondent and occurrence.
type Numbers<'r> = BTreeMap<(&'r str, &'r str, u32), i64>;

fn numbers(question: &Question) -> Numbers<'_> {
    let given = question.answers.iter().filter(|answer| answer.certain);
    let number = |answer: &crate::report::Answer| answer.value.as_ref().map_or(0, |v| v.value);
    given
        .map(|a| {
            (
                (a.respondent.value.as_str(), a.group.as_str(), a.occurrence),
                number(a),
            )
        })
        .collect()
}

/// A survey's pack with a rule for each identity that holds in the report. The rules are notes at
/// most, and nothing uses them until someone takes the file into use.
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
    let integers: Vec<(&Question, &str, Numbers<'_>)> = asked
        .iter()
        .filter(|(question, _)| question.kind == Kind::Integer)
        .map(|(question, key)| (*question, *key, numbers(question)))
        .collect();
    totals(&mut text, &integers, lang);
    orders(&mut text, &integers, lang);
    for (question, key) in &asked {
        if question.kind == Kind::MultipleChoice {
            apart(&mut text, question, key, lang);
        }
    }
    text
}

/// What is written above a proposal.
fn heading(text: &mut String, said: &str, (support, of): (usize, usize), lang: Lang) {
    let holds = lang.authoring().holds(&of, &support);
    // Writing into a text cannot fail.
    let _ = write!(text, "\n# {said}\n# {holds}\n");
}

/// Two questions that add up to a third.
fn totals(text: &mut String, integers: &[(&Question, &str, Numbers<'_>)], lang: Lang) {
    for (first, (a, a_key, a_numbers)) in integers.iter().enumerate() {
        for (b, b_key, b_numbers) in integers.iter().skip(first + 1) {
            for (c, c_key, c_numbers) in integers {
                if c_key == a_key || c_key == b_key {
                    continue;
                }
                let mut support = 0;
                let mut all = 0;
                let holds = c_numbers.iter().all(|(who, total)| {
                    let (Some(x), Some(y)) = (a_numbers.get(who), b_numbers.get(who)) else {
                        return true;
                    };
                    all += 1;
                    support += usize::from(*x != 0 && *y != 0);
                    x.checked_add(*y) == Some(*total)
                });
                if !holds || support < SUPPORT {
                    continue;
                }
                let titles = [a, b, c].map(|question| question.title.value.as_str());
                let [x, y, z] = titles;
                let said = lang.authoring().add_up(&x, &y, &z);
                heading(text, &said, (support, all), lang);
                text.push_str(&total(a_key, b_key, c_key));
            }
        }
    }
}

/// Each respondent's answer of a question, as an expression; the same name and group, and occurrence.
fn of_same(key: &str) -> String {
    format!(
        "questions('{key}').map(x, x.answers.by('respondent', a.respondent)).flatten().filter(x, x.group == a.group && x.occurrence == a.occurrence).map(x, orZero(x.value))"
    )
}

fn total(a: &str, b: &str, c: &str) -> String {
    let (first, second) = (of_same(a), of_same(b));
    format!(
        "[[rule]]\nid = \"total-{a}-{b}-{c}\"\nseverity = \"note\"\n\
         summary.nb = \"To tall blir ikke det tredje til sammen\"\n\
         for = [\"q in questions('{c}')\", \"a in q.answers\"]\n\
         where = \"a.value != null && parts.size() == 2\"\nneeds = \"q.complete && a.certain\"\n\
         let.parts = \"{first} + {second}\"\n\
         assert = \"a.value == parts.sum()\"\nprimary = \"a.value\"\n\
         reported = \"a.value\"\nexpected = \"parts.sum()\"\n\
         message.nb = \"{{a.respondent}} oppgir {{a.value}}, men delene er {{parts.sum()}} til sammen.\"\n"
    )
}

/// A number that is never above another question's.
fn orders(text: &mut String, integers: &[(&Question, &str, Numbers<'_>)], lang: Lang) {
    for (low, low_key, low_numbers) in integers {
        for (high, high_key, high_numbers) in integers {
            if low_key == high_key {
                continue;
            }
            let mut support = 0;
            let mut all = 0;
            let holds = low_numbers.iter().all(|(who, below)| {
                let Some(above) = high_numbers.get(who) else {
                    return true;
                };
                all += 1;
                support += usize::from(*below != 0 && below < above);
                below <= above
            });
            // Every submission but a few has to show it: small numbers are below large ones anyway.
            if !holds || support < SUPPORT || 2 * support < all {
                continue;
            }
            let (l, h) = (&low.title.value, &high.title.value);
            let said = lang.authoring().never_above(l, h);
            heading(text, &said, (support, all), lang);
            let id = format!("{low_key}-above-{high_key}");
            text.push_str(&not_above(&id, low_key, high_key, l, h));
        }
    }
}

/// A rule that a number is not above another question's.
pub(super) fn not_above(
    id: &str,
    low: &str,
    high: &str,
    low_title: &str,
    high_title: &str,
) -> String {
    let whole = of_same(high);
    let summary = if low_title.is_empty() {
        quoted("Et tall er større enn det skal være en del av")
    } else {
        quoted(&format!("«{low_title}» er større enn «{high_title}»"))
    };
    let summary = summary.replace(['{', '}'], "");
    format!(
        "[[rule]]\nid = \"{id}\"\nseverity = \"note\"\nsummary.nb = {summary}\n\
         for = [\"q in questions('{low}')\", \"a in q.answers\"]\n\
         where = \"a.value != null && whole.size() == 1\"\nneeds = \"q.complete && a.certain\"\n\
         let.whole = \"{whole}\"\n\
         assert = \"a.value <= whole.sum()\"\nprimary = \"a.value\"\n\
         message.nb = \"{{a.respondent}} oppgir {{a.value}}, som er mer enn {{whole.sum()}}.\"\n"
    )
}

/// Options that are never chosen together.
fn apart(text: &mut String, question: &Question, key: &str, lang: Lang) {
    let chosen = |option: &str| -> Vec<bool> {
        let has = |a: &crate::report::Answer| a.choices.iter().any(|c| c.option.value == option);
        question.answers.iter().map(has).collect()
    };
    let table: Vec<(usize, &String, Vec<bool>)> = question
        .options
        .iter()
        .enumerate()
        .map(|(index, option)| (index + 1, option, chosen(option)))
        .collect();
    for (first, (i, one, with_one)) in table.iter().enumerate() {
        for (j, other, with_other) in table.iter().skip(first + 1) {
            let count = |with: &[bool]| with.iter().filter(|has| **has).count();
            let both = with_one.iter().zip(with_other).any(|(a, b)| *a && *b);
            let support = count(with_one).min(count(with_other));
            if both || support < SUPPORT {
                continue;
            }
            let said = lang.authoring().never_together(one, other);
            heading(text, &said, (support, question.answers.len()), lang);
            let is = |option: &str| format!("c.option == {}", cel_text(option));
            let names = quoted(&format!("a.choices.filter(c, {})", is(other)));
            let _ = write!(
                text,
                "[[rule]]\nid = \"{key}-option-{i}-with-{j}\"\nseverity = \"note\"\n\
                 summary.nb = \"To svar som ikke pleier å stå sammen\"\n\
                 for = [\"q in questions('{key}')\", \"a in q.answers\", \"n in a.choices\"]\n\
                 where = {}\nlet.clashing = {names}\n\
                 assert = \"clashing.size() == 0\"\nprimary = \"n.option\"\n\
                 message.nb = \"{{a.respondent}} har valgt «{{n.option}}» sammen med {{clashing.map(c, c.option)}}.\"\n",
                quoted(&format!("n.option == {}", cel_text(one))),
            );
        }
    }
}

/// A text as the language of the rules writes it.
fn cel_text(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('\'', "\\'")
        .replace('\n', "\\n");
    format!("'{escaped}'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::rules::tools::{base, starting_pack};
    use crate::rules::{RuleSource, load};
    use crate::text;

    fn is_entry(line: &str) -> bool {
        let key = line.split(" = ").next().unwrap_or_default();
        key.len() < line.len() && key.chars().all(|c| c.is_ascii_lowercase() || c == '.')
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

    #[test]
    fn what_is_proposed_has_no_mistakes() {
        let report = report::parse(text::from_text(base("dekom").unwrap()));
        let words = ["aldri større", "aldri større", "is never above"];
        for (lang, said) in [Lang::Nb, Lang::Nn, Lang::En].into_iter().zip(words) {
            let text = suggestions(&report, lang);
            assert!(text.contains(said), "{text}");
            assert!(count(text) > 0);
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
