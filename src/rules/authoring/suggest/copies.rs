//! Proposals about copies: what was answered once and is answered again in another question. A number of
//! schools asked for twice, an amount that is repeated, a name written in two places.
//!
//! That respondents copy each other's texts is another matter, and the rule `duplicate-text` finds it.

use super::model::{Asked, FEW, Integer, SUPPORT, Support, Who, propose, who, words};
use crate::report::{Answer, Kind};
use crate::rules::Lang;
use crate::rules::lang::words::squash;
use std::collections::{BTreeMap, BTreeSet};

/// So many figures that agree, of different numbers, are no coincidence whatever the titles say: chance
/// agrees on one in ten.
const TELLING: usize = 6;

/// Which questions are copies of which, without exception.
#[derive(Default)]
pub(super) struct Copies<'r> {
    first: BTreeMap<&'r str, &'r str>,
}

impl<'r> Copies<'r> {
    /// The question that one is a copy of, or itself.
    fn of(&self, key: &'r str) -> &'r str {
        self.first.get(key).copied().unwrap_or(key)
    }

    /// Whether a question is the copy of an earlier one.
    pub(super) fn has(&self, key: &str) -> bool {
        self.first.contains_key(key)
    }

    /// A sum by what its parts and it are copies of.
    pub(super) fn sum<'i>(
        &self,
        parts: impl Iterator<Item = &'i Integer<'r>>,
        whole: &Integer<'r>,
    ) -> (BTreeSet<&'r str>, &'r str)
    where
        'r: 'i,
    {
        (
            parts.map(|part| self.of(part.key)).collect(),
            self.of(whole.key),
        )
    }
}

/// How the answers to two questions agree.
struct Agreement<'v, V> {
    /// In how many submissions both say something, or one says what the other leaves out.
    stated: usize,
    /// In how many of those they say the same.
    same: usize,
    /// What they say there.
    values: BTreeSet<&'v V>,
}

impl<V: Ord> Agreement<'_, V> {
    /// Whether it shows in several submissions that say different things, and hardly anyone breaks it: who
    /// does is what the check would find.
    fn holds(&self) -> bool {
        let broken = self.stated - self.same;
        self.values.len() >= SUPPORT && FEW * broken <= self.stated
    }

    fn support(&self, all: usize) -> Support {
        Support {
            held: all - (self.stated - self.same),
            all,
            shown: self.same,
        }
    }
}

/// The figures of a number that tell: `300 000` has one.
fn telling(number: i64) -> usize {
    let digits = number.unsigned_abs().to_string();
    digits.trim_end_matches('0').len()
}

/// Numbers of one unit that are the same in two questions.
pub(super) fn numbers<'r>(text: &mut String, integers: &[Integer<'r>], lang: Lang) -> Copies<'r> {
    let mut copies = Copies::default();
    for (first, a) in integers.iter().enumerate() {
        for b in integers.iter().skip(first + 1) {
            // What is a copy of a copy is one of the first.
            if a.unit != b.unit || copies.has(a.key) || copies.has(b.key) {
                continue;
            }
            let pairs = a.numbers.iter();
            let pairs = pairs.filter_map(|(who, own)| Some((own, b.numbers.get(who)?)));
            let pairs: Vec<(&i64, &i64)> = pairs.collect();
            // 0 of 0 says nothing.
            let stated = pairs.iter().filter(|(a, b)| (**a, **b) != (0, 0));
            let same = stated.clone().filter(|(a, b)| a == b);
            let found = Agreement {
                stated: stated.count(),
                same: same.clone().count(),
                values: same.map(|(a, _)| *a).collect(),
            };
            let figures: usize = found.values.iter().map(|number| telling(**number)).sum();
            let related = !words(a.title).is_disjoint(&words(b.title));
            if !found.holds() || !related && figures < TELLING {
                continue;
            }
            if found.same == found.stated {
                copies.first.insert(b.key, a.key);
            }
            copied(
                text,
                (a.key, a.title),
                (b.key, b.title),
                found.support(pairs.len()),
                lang,
            );
        }
    }
    copies
}

/// What is compared of an answer that is no number: a text, or the options or places, in any order.
type Said = BTreeSet<String>;

fn said(answer: &Answer) -> Said {
    let texts = answer.text.iter().map(|text| text.value.as_str());
    let chosen = answer.choices.iter().map(|c| c.option.value.as_str());
    let places = answer.places.iter().map(|place| place.value.as_str());
    let all = texts.chain(chosen).chain(places);
    all.map(squash).collect()
}

fn answers<'r>(asked: &Asked<'r>) -> BTreeMap<Who<'r>, Said> {
    let answers = asked.question.answers.iter();
    let certain = answers.filter(|answer| answer.certain && !answer.blank);
    certain.map(|answer| (who(answer), said(answer))).collect()
}

/// Whether two questions can be answered alike: of one kind and, where they offer options, the same ones.
fn alike(a: &Asked<'_>, b: &Asked<'_>) -> bool {
    let options = |of: &Asked<'_>| -> BTreeSet<String> {
        let options = of.question.options.iter();
        options.map(|option| squash(option)).collect()
    };
    a.question.kind == b.question.kind && (!a.has_options() || options(a) == options(b))
}

/// Texts, options and places that are the same in two questions: gives those that are copies without
/// exception.
pub(super) fn answered<'r>(
    text: &mut String,
    asked: &[Asked<'r>],
    lang: Lang,
) -> BTreeSet<&'r str> {
    let open = |asked: &&Asked<'_>| !matches!(asked.question.kind, Kind::Integer | Kind::Unknown);
    let given = asked
        .iter()
        .filter(open)
        .map(|asked| (asked, answers(asked)));
    let given: Vec<(&Asked<'_>, BTreeMap<Who<'_>, Said>)> = given.collect();
    let mut copies = BTreeSet::new();
    for (first, (a, own)) in given.iter().enumerate() {
        for (b, other) in given.iter().skip(first + 1) {
            if !alike(a, b) || copies.contains(a.key) || copies.contains(b.key) {
                continue;
            }
            let pairs = own
                .iter()
                .filter_map(|(who, said)| Some((said, other.get(who)?)));
            let same = pairs.clone().filter(|(a, b)| a == b);
            let found = Agreement {
                stated: pairs.count(),
                same: same.clone().count(),
                values: same.map(|(said, _)| said).collect(),
            };
            // Of the same few options most choose alike where two questions are about the same: «i stor
            // grad» useful to the one, and to the other.
            let always = found.same == found.stated && found.same >= 2 * SUPPORT;
            let enough = !a.has_options() || always;
            if !found.holds() || !enough {
                continue;
            }
            if found.same == found.stated {
                copies.insert(b.key);
            }
            let support = found.support(found.stated);
            copied(text, (a.key, a.title()), (b.key, b.title()), support, lang);
        }
    }
    copies
}

fn copied(
    text: &mut String,
    (key, title): (&str, &str),
    (again, title_again): (&str, &str),
    support: Support,
    lang: Lang,
) {
    let said = lang.suggest().copied(&title, &title_again);
    let check = format!("same = \"{again}\"\nas = \"{key}\"");
    propose(
        text,
        &said,
        support,
        &format!("{again}-as-{key}"),
        &check,
        lang,
    );
}
