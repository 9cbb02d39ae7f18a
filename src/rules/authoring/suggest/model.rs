//! What proposals are made of: what questions ask for, who answers what, and the text of a proposal.

use super::super::start::quoted;
use crate::i18n::harmless;
use crate::report::{Answer, Kind, Question, RespondentId};
use crate::rules::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// In how many submissions something has to show at the least.
pub(super) const SUPPORT: usize = 3;

/// What one in so many breaks may be meant all the same: it is what a check is for.
pub(super) const FEW: usize = 8;

/// Who answers, and which of the name's submissions.
pub(super) type Who<'r> = (RespondentId<'r>, u32);

/// What one question's numbers are.
pub(super) type Numbers<'r> = BTreeMap<Who<'r>, i64>;

/// A question with what rules call it.
pub(super) struct Asked<'r> {
    pub(super) key: &'r str,
    pub(super) question: &'r Question,
}

impl<'r> Asked<'r> {
    pub(super) fn title(&self) -> &'r str {
        &self.question.title.value
    }

    /// Whether it offers options.
    pub(super) fn has_options(&self) -> bool {
        matches!(
            self.question.kind,
            Kind::MultipleChoice | Kind::SingleChoice
        )
    }

    /// Who answered it with something, and who did not. Who was not read with certainty is neither.
    pub(super) fn answered(&self) -> BTreeMap<Who<'r>, bool> {
        let answers = self.question.answers.iter();
        let given = answers.filter(|a| a.certain).map(|a| (who(a), !a.blank));
        let silent = self.question.not_stated.iter();
        let silent = silent.flat_map(|list| &list.respondents);
        let mut all: BTreeMap<Who<'r>, bool> = given.collect();
        for line in silent {
            // Which of two submissions under one name is silent does not show.
            let again = (line.id(), 1);
            all.entry(again).or_insert(false);
        }
        all
    }
}

/// A question with numbers.
pub(super) struct Integer<'r> {
    pub(super) key: &'r str,
    pub(super) title: &'r str,
    pub(super) unit: Unit,
    pub(super) numbers: Numbers<'r>,
}

impl<'r> Integer<'r> {
    pub(super) fn of(asked: &Asked<'r>) -> Self {
        Self {
            key: asked.key,
            title: asked.title(),
            unit: Unit::of(asked.title()),
            numbers: numbers(asked.question),
        }
    }
}

/// What a question's numbers count, by the words of its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
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

pub(super) fn who(answer: &Answer) -> Who<'_> {
    (answer.id(), answer.occurrence)
}

fn numbers(question: &Question) -> Numbers<'_> {
    let given = question.answers.iter().filter(|answer| answer.certain);
    let number = |answer: &Answer| answer.value.as_ref().map_or(0, |v| v.value);
    given.map(|a| (who(a), number(a))).collect()
}

/// Words of a title that tell what is counted.
pub(super) fn words(title: &str) -> BTreeSet<String> {
    let parts = title.split(|c: char| !c.is_alphanumeric());
    let long = parts.filter(|word| word.chars().count() > 3);
    let common = ["hvor", "mange", "mykje", "oppgi", "skal", "dette", "disse"];
    long.map(str::to_lowercase)
        .filter(|word| !common.contains(&word.as_str()))
        .collect()
}

/// What the questions of a report are about: the long words of their titles, each with how many titles
/// have it. Two texts that share one that few have are about the same, and most others are not.
pub(super) struct Subjects {
    titles: Vec<BTreeSet<String>>,
}

impl Subjects {
    /// A word that so many titles have is about one thing.
    const FEW: usize = 3;

    pub(super) fn of(asked: &[Asked<'_>]) -> Self {
        let titles = asked.iter().map(|asked| subjects(asked.title()));
        Self {
            titles: titles.collect(),
        }
    }

    /// Whether two texts have one in common.
    pub(super) fn shared(&self, one: &str, other: &str) -> bool {
        let other = subjects(other);
        let known = |word: &String, title: &BTreeSet<String>| title.iter().any(|w| akin(w, word));
        let few = |word: &String| {
            let titles = self.titles.iter().filter(|title| known(word, title));
            titles.count() <= Self::FEW
        };
        let own = subjects(one);
        own.iter().any(|word| known(word, &other) && few(word))
    }
}

/// So many letters of a word are its stem at the least, and so many its ending at the most.
const STEM: usize = 6;
const ENDING: usize = 3;

/// Whether two words are forms of one: «kommunale» and «kommuner», not «videregående» and «videreutvikle».
fn akin(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let same = same.count();
    let longest = one.chars().count().max(other.chars().count());
    same >= STEM && longest - same <= ENDING
}

/// Long words that are about nothing.
const LINKING: [&str; 22] = [
    "dersom",
    "eventuell",
    "eventuelle",
    "eventuelt",
    "gjennom",
    "herunder",
    "hvilke",
    "hvilken",
    "hvilket",
    "hvordan",
    "hvorfor",
    "korleis",
    "kvifor",
    "mellom",
    "tillegg",
    "sammen",
    "saman",
    "utenom",
    "prosent",
    "kroner",
    "beløpet",
    "kronebeløp",
];

fn subjects(title: &str) -> BTreeSet<String> {
    let mut words = words(title);
    words.retain(|word| word.chars().count() >= STEM && !LINKING.contains(&word.as_str()));
    words
}

/// In how many places a proposal holds, of how many, and how many show it: the others are as it says
/// without telling anything, such as 0 of 0.
#[derive(Clone, Copy)]
pub(super) struct Support {
    pub(super) held: usize,
    pub(super) all: usize,
    pub(super) shown: usize,
}

/// A proposal: what is said of it, how well it is supported, and the check.
pub(super) fn propose(
    text: &mut String,
    said: &str,
    support: Support,
    id: &str,
    check: &str,
    lang: Lang,
) {
    let Support { held, all, shown } = support;
    let holds = lang.suggest().holds(&held, &all, &shown);
    // It holds titles of the report, which must not end the comment.
    let said = harmless(said);
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        "\n# {said}\n# {holds}\n[[check]]\nid = \"{id}\"\nseverity = \"note\"\n{check}\n"
    );
}

/// Keys as a list in TOML.
pub(super) fn listed<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let keys: Vec<String> = keys.map(|key| format!("\"{key}\"")).collect();
    format!("[{}]", keys.join(", "))
}

/// Patterns as a list in TOML.
pub(super) fn listed_patterns(patterns: &[String]) -> String {
    let patterns: Vec<String> = patterns.iter().map(|pattern| quoted(pattern)).collect();
    format!("[{}]", patterns.join(", "))
}

/// What is quoted, in a row.
pub(super) fn said_each<'t>(texts: impl Iterator<Item = &'t str>, lang: Lang) -> String {
    let quoted = |text: &str| match lang {
        Lang::En => format!("“{text}”"),
        Lang::Nb | Lang::Nn => format!("«{text}»"),
    };
    let texts: Vec<String> = texts.map(quoted).collect();
    texts.join(", ")
}
