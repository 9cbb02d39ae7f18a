//! Pages that stand in a wrong order and print no numbers that say so: the exporter's own order tells.
//!
//! The front page comes first; categories follow each other alike under every title, in the charts as in
//! the answers; no chart stands among answers; and where nothing is lost, everyone stands as often as there
//! are titles, however often the text breaks off. Where these laws are broken, or the text breaks off in
//! many places, no question is judged: any of them may hold a page of another. Where it breaks off in two,
//! what stands between them may have changed places.

use super::super::against::doubt;
use super::super::questions::Draft;
use super::super::roster::Roster;
use super::super::{Gap, GapKind, Group};
use super::Sheets;
use std::collections::{BTreeMap, BTreeSet};

/// So many places where the text breaks off are no pages lost one by one.
const MANY: usize = 3;
/// So many pages beside a place where the text breaks off may have changed places.
const BESIDE: usize = 2;
/// So many questions tell which of two categories comes first.
const ENOUGH: usize = 3;

/// Holds all questions back where the pages stand in no order, and tells it once.
pub(super) fn hold(
    drafts: &mut [Draft],
    sheets: &Sheets,
    roster: &Roster,
    gaps: &mut Vec<(usize, Gap)>,
) {
    let unnumbered = !sheets.whole(0, sheets.pages().saturating_sub(1));
    if sheets.text || !unnumbered || gaps.iter().any(|(_, gap)| gap.kind == GapKind::OutOfOrder) {
        return;
    }
    let broken = gaps.iter().filter(|(_, gap)| breaks(gap)).count();
    let disordered = disordered(drafts);
    let displaced = broken > 0 && nobody_is_lost(drafts, roster);
    let one_cause = sheets.front_later || !disordered.is_empty() || displaced;
    if !one_cause && broken < MANY {
        between(drafts, gaps);
        return;
    }
    hold_all(drafts.iter_mut());
    let all: Vec<usize> = (0..drafts.len()).collect();
    let mut places = gaps
        .iter()
        .filter(|(_, gap)| breaks(gap))
        .map(|(place, _)| *place);
    let first_broken = places.next();
    let first_disordered = disordered.first().and_then(|index| drafts.get(*index));
    let place = first_broken
        .into_iter()
        .chain(first_disordered.map(|draft| draft.charts_among.unwrap_or(draft.first_page + 1)))
        .min()
        .filter(|_| !sheets.front_later)
        .unwrap_or(0);
    let index = place.saturating_sub(1);
    if one_cause && let Some(at) = sheets.at(index) {
        // It is the cause of all of these. Unless it is the front page, a page that is missing may be it as
        // well as one out of its place.
        let kind = if sheets.front_later {
            GapKind::OutOfOrder
        } else {
            GapKind::BrokenText
        };
        gaps.retain(|(_, gap)| !breaks(gap) && (!sheets.front_later || gap.after_page > 0));
        gaps.push((
            place,
            Gap {
                kind,
                at,
                after_page: sheets.number(index),
                missing: None,
                pages: String::new(),
                questions: all,
            },
        ));
    } else if let Some((_, gap)) = gaps.iter_mut().find(|(_, gap)| breaks(gap)) {
        gap.questions = all;
    }
}

fn breaks(gap: &Gap) -> bool {
    gap.kind == GapKind::BrokenText
}

fn hold_all<'d>(drafts: impl Iterator<Item = &'d mut Draft>) {
    for draft in drafts {
        draft.question.complete = false;
        draft.question.answers.iter_mut().for_each(doubt);
    }
}

/// Holds back what stands between the places where the text breaks off, and beside them: two pages that have
/// changed places meet others at three.
fn between(drafts: &mut [Draft], gaps: &mut [(usize, Gap)]) {
    let places = gaps.iter().filter(|(_, gap)| breaks(gap));
    let places: Vec<usize> = places.map(|(place, _)| *place).collect();
    let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else {
        return;
    };
    let (first, last) = (first.saturating_sub(BESIDE), last + BESIDE);
    let touched = |draft: &Draft| draft.first_page < last && draft.last_page + 1 >= first;
    if let Some((_, gap)) = gaps.iter_mut().find(|(_, gap)| breaks(gap)) {
        for (index, draft) in drafts.iter().enumerate() {
            if touched(draft) && !gap.questions.contains(&index) {
                gap.questions.push(index);
            }
        }
        gap.questions.sort_unstable();
    }
    hold_all(drafts.iter_mut().filter(|draft| touched(draft)));
}

/// The questions in which categories come in another order than in most, or charts after answers.
fn disordered(drafts: &[Draft]) -> Vec<usize> {
    let mut before: BTreeMap<(&Group, &Group), usize> = BTreeMap::new();
    let pairs: Vec<BTreeSet<(&Group, &Group)>> = drafts.iter().map(pairs).collect();
    for pair in pairs.iter().flatten() {
        *before.entry(*pair).or_default() += 1;
    }
    let times = |pair: (&Group, &Group)| before.get(&pair).copied().unwrap_or(0);
    let against = |(a, b): &(&Group, &Group)| {
        let (so, otherwise) = (times((a, b)), times((b, a)));
        otherwise >= ENOUGH && otherwise > 2 * so
    };
    let mut found: Vec<usize> = Vec::new();
    for (index, (pairs, draft)) in pairs.iter().zip(drafts).enumerate() {
        if draft.charts_among.is_some() || charted_twice(draft) || pairs.iter().any(against) {
            found.push(index);
        }
    }
    found
}

/// Whether a category has two charts under a title, each of them whole.
fn charted_twice(draft: &Draft) -> bool {
    let charts = draft.question.charts.iter();
    let mut whole = charts.filter(|chart| chart.complete && !chart.group.is_all());
    let mut seen = BTreeSet::new();
    !whole.all(|chart| seen.insert(&chart.group))
}

/// Which category comes before which other one under a title, in its charts or in its answers.
fn pairs(draft: &Draft) -> BTreeSet<(&Group, &Group)> {
    let question = &draft.question;
    let charts = question.charts.iter().map(|chart| &chart.group);
    let charts: Vec<&Group> = charts.filter(|group| !group.is_all()).collect();
    let answers: Vec<&Group> = question.answers.iter().map(|a| &a.group).collect();
    let mut pairs = BTreeSet::new();
    for groups in [charts, answers] {
        // Where each stands for the first time, and for the last.
        let mut places: BTreeMap<&Group, (usize, usize)> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            places.entry(group).or_insert((at, at)).1 = at;
        }
        for (a, (first, _)) in &places {
            let after = places
                .iter()
                .filter(|(b, (_, last))| *b != a && first < last);
            pairs.extend(after.map(|(b, _)| (*a, *b)));
        }
    }
    pairs
}

/// Whether everyone stands as often as there are titles, though some stand under none.
fn nobody_is_lost(drafts: &[Draft], roster: &Roster) -> bool {
    let names = roster.names.values().flat_map(BTreeMap::values);
    let submissions: usize = names.map(|times| *times as usize).sum();
    let titled = drafts
        .iter()
        .filter(|draft| !draft.question.title.value.is_empty());
    let standing = drafts.iter().map(|draft| draft.question.standing().count());
    let standing: usize = standing.sum();
    submissions > 0 && standing == titled.count() * submissions
}
