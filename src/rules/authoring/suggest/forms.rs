//! Proposals about texts that have a form: addresses, numbers, days, names that are counted. Each is tried
//! on the report as the check that it would be.

use super::model::{Asked, FEW, Integer, SUPPORT, Subjects, Support, propose};
use crate::report::{Kind, Report};
use crate::rules::engine::{PackChoice, run};
use crate::rules::load::{FORMATS, RuleSource, load};
use crate::rules::{Lang, Options};
use std::collections::BTreeSet;

/// A text question of which the answers have one of the forms that checks know. Which have it is told by
/// the checks themselves: each is tried on the report. `pack` is that of the proposals.
pub(super) fn forms(
    text: &mut String,
    report: &Report,
    asked: &[Asked<'_>],
    pack: &str,
    lang: Lang,
) {
    let texts = asked
        .iter()
        .filter(|asked| asked.question.kind == Kind::Text && different(asked) >= SUPPORT);
    for asked in texts {
        // A number is what is left: a telephone number is one too.
        for form in FORMATS {
            let key = asked.key;
            let check = format!("text = \"{key}\"\nformat = \"{form}\"");
            let id = format!("{key}-{form}");
            let Some((all, broken)) = tried(report, pack, &id, &check) else {
                continue;
            };
            if all < SUPPORT || FEW * broken > all {
                continue;
            }
            let said = lang.suggest();
            let said = said.has_form(&asked.title(), said.form(form));
            let support = Support {
                held: all - broken,
                all,
                shown: all - broken,
            };
            propose(text, &said, support, &id, &check, lang);
            break;
        }
    }
}

/// Names of which there are as many as a number about the same says.
pub(super) fn counted(
    text: &mut String,
    report: &Report,
    (integers, asked): (&[Integer<'_>], &[Asked<'_>]),
    (pack, subjects): (&str, &Subjects),
    lang: Lang,
) {
    let lists = asked
        .iter()
        .filter(|asked| matches!(asked.question.kind, Kind::Text | Kind::Places));
    for list in lists {
        let related = integers
            .iter()
            .filter(|number| subjects.shared(number.title, list.title()));
        for number in related {
            let stated = number.numbers.values().filter(|n| **n > 0);
            let stated: BTreeSet<&i64> = stated.collect();
            let (key, count) = (list.key, number.key);
            let check = format!("names = \"{key}\"\ncount = \"{count}\"");
            let id = format!("{key}-count-{count}");
            // One number everywhere, as 1 is, shows nothing.
            if stated.len() < SUPPORT {
                continue;
            }
            let Some((all, broken)) = tried(report, pack, &id, &check) else {
                continue;
            };
            if all - broken < SUPPORT || FEW * broken > all {
                continue;
            }
            let said = lang.suggest().as_many_names(&number.title, &list.title());
            let support = Support {
                held: all - broken,
                all,
                shown: all - broken,
            };
            propose(text, &said, support, &id, &check, lang);
        }
    }
}

/// How many different texts were written.
fn different(asked: &Asked<'_>) -> usize {
    let texts = asked.question.answers.iter();
    let texts = texts.filter_map(|answer| answer.text.as_ref());
    let texts: BTreeSet<&str> = texts.map(|text| text.value.as_str()).collect();
    texts.len()
}

/// In how many places a check judges, and how many of them it finds fault with.
fn tried(report: &Report, pack: &str, id: &str, check: &str) -> Option<(usize, usize)> {
    let source = RuleSource {
        name: String::new(),
        text: format!("{pack}\n[[check]]\nid = \"{id}\"\nseverity = \"note\"\n{check}\n"),
    };
    let rules = load(&[source]).ok()?;
    let packs = rules.packs().map(|pack| pack.name.clone()).collect();
    let options = Options {
        packs: PackChoice::Forced(packs),
        ..Options::default()
    };
    let outcome = run(&rules, report, &options);
    let status = outcome
        .statuses
        .into_iter()
        .find(|status| status.rule == id)?;
    Some((status.evaluated, outcome.hits.len().min(status.evaluated)))
}
