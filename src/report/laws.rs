//! A look at the reading before anyone is accused: what the exporter guarantees, whatever respondents
//! write. Under each question, those that answered and those that did not are all that there are.
//! Where several questions break such a law, or one has lost all its answers, it is the reading that
//! is at fault: what depends on it is held back, and told once.

use super::against::doubt;
use super::folded::squash;
use super::front::Front;
use super::questions::Draft;
use super::{Gap, GapKind, Group, RespondentId, Unread};
use crate::text::Printed;
use std::collections::{BTreeMap, BTreeSet};

/// So many questions that break a law show that the reading is at fault.
const SEVERAL: usize = 3;
/// So many names that stand under no question are compared with those that do: they tell of all.
const MOST_ABSENT: usize = 500;

/// Holds back the questions that were misread. `all` is the number of submissions.
pub(super) fn hold(drafts: &mut [Draft], all: Option<i64>) -> Option<Gap> {
    let mut empty = Vec::new();
    let mut broken = Vec::new();
    let mut misread = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        if draft.misread {
            misread.push(index);
            continue;
        }
        // Under a title without answers stand another one's: what reads so was none.
        let above = index.checked_sub(1).and_then(|above| drafts.get(above));
        let after_empty = above.is_some_and(is_empty);
        match verdict(draft, all) {
            Verdict::Held if after_empty && miscounts(draft) => misread.push(index),
            Verdict::Held => {}
            Verdict::Empty => empty.push(index),
            Verdict::Broken => broken.push(index),
        }
    }
    let together = empty.len() + broken.len();
    // One question alone may have lost a submission in the report itself.
    let several = together >= SEVERAL || (together >= 2 && together * 4 >= drafts.len());
    misread.extend(empty);
    if several {
        misread.extend(broken);
    }
    misread.sort_unstable();
    let first = drafts.get(*misread.first()?)?;
    let (at, after_page) = (first.question.title.clone(), first.question.pages.0);
    for index in &misread {
        if let Some(draft) = drafts.get_mut(*index) {
            draft.question.complete = false;
            draft.question.answers.iter_mut().for_each(doubt);
        }
    }
    Some(Gap {
        kind: GapKind::Misread,
        at,
        after_page,
        missing: None,
        pages: String::new(),
        questions: misread,
    })
}

/// Lines that were taken for names of the overview: more names stand in a category than it counts, and
/// several of them under no question. They are taken out again, and told as unread.
pub(super) fn surplus(front: &mut Front, drafts: &[Draft]) {
    let mut seen: BTreeSet<(Group, String)> = BTreeSet::new();
    for question in drafts.iter().map(|draft| &draft.question) {
        let standing = question.standing();
        seen.extend(standing.map(|(id, _)| (id.group.clone(), squash(id.name).into_owned())));
    }
    for category in &mut front.overview {
        let group = category.group.clone();
        let known = |name: &Printed<String>| {
            seen.contains(&(group.clone(), squash(&name.value).into_owned()))
        };
        let counted = usize::try_from(category.count.value).unwrap_or(0);
        let strangers = category
            .respondents
            .iter()
            .filter(|name| !known(name))
            .count();
        if strangers < SEVERAL || category.respondents.len() - strangers > counted {
            continue;
        }
        front.overview_complete = false;
        let names = std::mem::take(&mut category.respondents);
        let (kept, strange): (Vec<_>, Vec<_>) = names.into_iter().partition(known);
        category.respondents = kept;
        front
            .unread
            .extend(strange.into_iter().map(|printed| Unread {
                printed,
                what: "heading",
            }));
    }
}

/// Names that stand with something more, or less, under the questions than in the overview: where several
/// do, that is how names are set, and nobody is missing in either place: they are told as unread. Whether
/// there are any.
pub(super) fn strangers(front: &mut Front, drafts: &[Draft]) -> bool {
    let standing = drafts.iter().flat_map(|draft| draft.question.standing());
    let seen: BTreeSet<(&Group, String)> = standing
        .map(|(id, _)| (id.group, squash(id.name).into_owned()))
        .collect();
    let names = front.overview.iter().flat_map(|category| {
        let names = category.respondents.iter();
        names.map(|name| (&category.group, squash(&name.value).into_owned(), name))
    });
    let names: Vec<_> = names.collect();
    let listed: BTreeSet<(&Group, &str)> = names
        .iter()
        .map(|(group, name, _)| (*group, name.as_str()))
        .collect();
    let unlisted: Vec<(&Group, &str)> = seen
        .iter()
        .map(|(group, name)| (*group, name.as_str()))
        .filter(|one| !listed.contains(one))
        .collect();
    let absent = names
        .iter()
        .filter(|(group, name, _)| !seen.contains(&(*group, name.clone())));
    let worn = absent.take(MOST_ABSENT).filter(|(group, name, _)| {
        let mut others = unlisted.iter().filter(|(of, _)| of == group);
        others.any(|(_, other)| other.contains(name.as_str()) || name.contains(other))
    });
    let worn: Vec<Printed<String>> = worn.map(|(.., name)| (*name).clone()).collect();
    let several = worn.len() >= SEVERAL || (worn.len() >= 2 && worn.len() * 2 >= names.len());
    if several {
        front.overview_complete = false;
        front.unread.extend(worn.into_iter().map(|printed| Unread {
            printed,
            what: "heading",
        }));
    }
    several
}

/// In text, what was stamped across a page may have moved the lines beside it: whoever has no line under
/// the name there, and who stands before and after, may have one elsewhere. `pages` are those by index.
pub(super) fn doubt_beside(drafts: &mut [Draft], pages: &BTreeSet<usize>) {
    for draft in drafts {
        let answers = &mut draft.question.answers;
        let blank: Vec<usize> = answers
            .iter()
            .zip(&draft.answer_pages)
            .enumerate()
            .filter(|(_, (answer, page))| answer.blank && pages.contains(page))
            .map(|(at, _)| at)
            .collect();
        for at in blank {
            let beside = answers.iter_mut().skip(at.saturating_sub(1));
            beside.take(if at == 0 { 2 } else { 3 }).for_each(doubt);
        }
    }
}

/// How a question stands to the laws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It keeps them, or there is no telling.
    Held,
    /// It has lost all its answers.
    Empty,
    /// Some of its respondents are missing, or some are too many.
    Broken,
}

fn verdict(draft: &Draft, all: Option<i64>) -> Verdict {
    let question = &draft.question;
    if !question.complete || question.reported_count.is_none() {
        return Verdict::Held;
    }
    if is_empty(draft) {
        return Verdict::Empty;
    }
    let standing = i64::try_from(question.standing().count()).ok();
    let short = all.is_some() && standing != all;
    // A heading that counts wrongly leaves those that stand under it as they are.
    if short || twice(draft) {
        Verdict::Broken
    } else {
        Verdict::Held
    }
}

/// Whether a title counts answers, and none stands under it.
fn is_empty(draft: &Draft) -> bool {
    let reported = draft.question.reported_count.as_ref();
    reported.is_some_and(|reported| reported.value > 0) && draft.question.answers.is_empty()
}

/// Whether another number of answers stands under a title than it counts.
fn miscounts(draft: &Draft) -> bool {
    let question = &draft.question;
    let answers = i64::try_from(question.answers.len()).ok();
    let reported = question.reported_count.as_ref();
    reported.is_some_and(|reported| Some(reported.value) != answers)
}

/// Whether a respondent stands under a question both with an answer and without one.
fn twice(draft: &Draft) -> bool {
    let question = &draft.question;
    let mut seen: BTreeMap<RespondentId<'_>, usize> = BTreeMap::new();
    for answer in &question.answers {
        *seen.entry(answer.id()).or_default() += 1;
    }
    let silent = question
        .not_stated
        .iter()
        .flat_map(|list| &list.respondents);
    let mut both = silent.filter(|line| seen.contains_key(&line.id()));
    both.next().is_some() && seen.values().all(|times| *times == 1)
}
