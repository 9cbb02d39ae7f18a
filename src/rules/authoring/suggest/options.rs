//! Proposals about options: what is chosen alone, and what goes with a number or another question.

use super::super::start::{literal, quoted};
use super::model::{
    Asked, Integer, SUPPORT, Subjects, Support, listed_patterns, propose, said_each, who,
};
use crate::report::{Answer, Kind};
use crate::rules::Lang;
use std::collections::BTreeSet;

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

/// Of those who chose an option that denies, one in so many may have chosen another one too.
const BROKEN: usize = 5;

/// An option that denies, and is hardly ever chosen with another one.
pub(super) fn apart(text: &mut String, asked: &Asked<'_>, lang: Lang) {
    let (key, question) = (asked.key, asked.question);
    if question.kind != Kind::MultipleChoice {
        return;
    }
    let denies = |option: &str| {
        let words = option.to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphanumeric());
        words.any(|word| ["ikke", "ikkje", "ingen", "inga", "ingenting"].contains(&word))
    };
    let answers = || question.answers.iter().filter(|answer| answer.certain);
    for (index, option) in (1..).zip(&question.options) {
        let with: Vec<&Answer> = answers().filter(|a| has(a, option)).collect();
        let alone = with.iter().filter(|a| a.choices.len() == 1).count();
        let broken = with.len() - alone;
        let others = answers().filter(|a| a.choices.len() > 1).count();
        // Where nobody chose it with another one, one who chose it alone shows it.
        let holds = alone > 0 && BROKEN * broken <= alone;
        if !denies(option) || !holds || others < SUPPORT {
            continue;
        }
        let rest: Vec<String> = question
            .options
            .iter()
            .filter(|other| *other != option)
            .map(|other| exactly(other))
            .collect();
        let said = if broken == 0 {
            lang.suggest().stands_alone(option)
        } else {
            lang.suggest().hardly_ever_with(option)
        };
        // One pattern for all others: they may be chosen together.
        let patterns = listed_patterns(&[exactly(option), rest.join("|")]);
        let check = format!("question = \"{key}\"\nexclusive = {patterns}");
        let id = format!("{key}-option-{index}-alone");
        let all = answers().count();
        let support = Support {
            held: all - broken,
            all,
            shown: alone,
        };
        propose(text, &said, support, &id, &check, lang);
    }
}

/// Words that name a place in a row, in bokmål and nynorsk.
const NUMBERS: [&str; 32] = [
    "en", "ett", "én", "ein", "eitt", "éin", "to", "tre", "fire", "fem", "seks", "sju", "syv",
    "åtte", "ni", "ti", "første", "fyrste", "andre", "annet", "anna", "tredje", "fjerde", "femte",
    "sjette", "sjuende", "sjuande", "siste", "under", "over", "mer", "meir",
];

/// Options that name places of one scale, as «første år» and «andre år» do: three and more that each say
/// a number and have a word in common. Where most choose one, one applies.
pub(super) fn scale(text: &mut String, asked: &Asked<'_>, lang: Lang) {
    let (key, question) = (asked.key, asked.question);
    if question.kind != Kind::MultipleChoice {
        return;
    }
    let parts = |option: &str| -> Vec<String> {
        let words = option.to_lowercase();
        let words = words.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let is_number = |word: &String| {
        NUMBERS.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit())
    };
    let mut steps: Vec<&String> = question.options.iter().collect();
    steps.retain(|option| parts(option).iter().any(is_number));
    let Some(first) = steps.first().map(|option| parts(option)) else {
        return;
    };
    let mut nouns = first.iter().filter(|word| !is_number(word));
    let common = nouns.any(|word| {
        word.chars().count() > 1 && steps.iter().all(|option| parts(option).contains(word))
    });
    // Each place is another one: several that say «over» say nothing of a scale.
    let place = |option: &&String| -> Vec<String> {
        let mut words = parts(option);
        words.retain(is_number);
        words
    };
    let places: BTreeSet<Vec<String>> = steps.iter().map(place).collect();
    let answers = question.answers.iter().filter(|answer| answer.certain);
    let chosen = |a: &Answer| steps.iter().filter(|option| has(a, option)).count();
    let chosen: Vec<usize> = answers.map(chosen).filter(|n| *n > 0).collect();
    let one = chosen.iter().filter(|n| **n == 1).count();
    // Where all choose one, the portal may allow no more; a check costs nothing then.
    let holds = 4 * one >= 3 * chosen.len() && one >= 2 * SUPPORT;
    if steps.len() < SUPPORT || places.len() < steps.len() || !common || !holds {
        return;
    }
    let patterns: Vec<String> = steps.iter().map(|option| exactly(option)).collect();
    let options = said_each(steps.iter().map(|option| option.as_str()), lang);
    let said = lang.suggest().one_of(&options);
    let patterns = listed_patterns(&patterns);
    let check = format!("question = \"{key}\"\nexclusive = {patterns}");
    let support = Support {
        held: one,
        all: chosen.len(),
        shown: one,
    };
    propose(
        text,
        &said,
        support,
        &format!("{key}-one-step"),
        &check,
        lang,
    );
}

/// An option that is chosen by those alone, and by all those, who state a number.
pub(super) fn numbered(
    text: &mut String,
    asked: &Asked<'_>,
    integers: &[Integer<'_>],
    subjects: &Subjects,
    lang: Lang,
) {
    let question = asked.question;
    for (index, option) in (1..).zip(&question.options) {
        for number in integers {
            let pairs = question.answers.iter().filter_map(|answer| {
                let value = number.numbers.get(&who(answer))?;
                Some((has(answer, option), *value > 0))
            });
            let related = subjects.shared(option, number.title)
                || subjects.shared(asked.title(), number.title);
            let Some(support) = together(pairs).filter(|_| related) else {
                continue;
            };
            let said = lang.suggest().chosen_with(option, &number.title);
            opened(
                text,
                &said,
                asked,
                (index, option),
                (number.key, support),
                lang,
            );
        }
    }
}

/// An option that is chosen by those alone, and by all those, who answer another question, which comes
/// right after it or is about the same.
pub(super) fn followed(
    text: &mut String,
    asked: &Asked<'_>,
    others: &[Asked<'_>],
    subjects: &Subjects,
    lang: Lang,
) {
    for (index, option) in (1..).zip(&asked.question.options) {
        for other in others {
            let next = other.question.number == asked.question.number + 1;
            let same = subjects.shared(option, other.title());
            let apart = other.key == asked.key || other.question.kind == Kind::Integer;
            if apart || !(next || same) {
                continue;
            }
            let answered = other.answered();
            let pairs = asked.question.answers.iter().filter_map(|answer| {
                let given = answered.get(&who(answer))?;
                Some((has(answer, option), *given))
            });
            let Some(support) = together(pairs) else {
                continue;
            };
            let said = lang.suggest().opens(option, &other.title());
            opened(
                text,
                &said,
                asked,
                (index, option),
                (other.key, support),
                lang,
            );
        }
    }
}

/// Whether two things are always there together: in how many places, where it shows.
fn together(pairs: impl Iterator<Item = (bool, bool)>) -> Option<Support> {
    let (mut both, mut neither) = (0, 0);
    for pair in pairs {
        match pair {
            (true, true) => both += 1,
            (false, false) => neither += 1,
            _ => return None,
        }
    }
    (both >= SUPPORT && neither >= 2).then_some(Support {
        held: both + neither,
        all: both + neither,
        shown: both,
    })
}

fn opened(
    text: &mut String,
    said: &str,
    asked: &Asked<'_>,
    (index, option): (usize, &str),
    (other, support): (&str, Support),
    lang: Lang,
) {
    let key = asked.key;
    let check = format!(
        "given = \"{key}\"\noption = {}\nrequires = \"{other}\"",
        quoted(&exactly(option)),
    );
    let id = format!("{key}-option-{index}-without-{other}");
    propose(text, said, support, &id, &check, lang);
}
