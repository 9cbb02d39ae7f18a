//! Categories that are strangers to each other: one stands where the other does not, as one does that is
//! spelt, or read, in two ways. That is one misreading, and nobody is missing in either place.

use super::folded::squash;
use super::front::Front;
use super::questions::Draft;
use super::{Filter, Group, Unread};
use std::collections::{BTreeMap, BTreeSet};

/// Where a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Tree,
    Overview,
    /// Above answers.
    Heading,
    /// Above a chart that counts somebody.
    Chart,
    /// Behind a name of those that did not answer.
    Silent,
}

type Places = BTreeMap<Group, BTreeSet<Place>>;

/// Holds back what such categories touch, and tells those of the overview as unread.
pub(super) fn hold(front: &mut Front, drafts: &mut [Draft]) {
    let places = places(front, drafts);
    let strange = strangers(&places);
    let mut touched: BTreeSet<Group> = strange.into_iter().cloned().collect();
    touched.extend(unheaded(front, drafts, &places));
    drafts.iter_mut().for_each(doubt_charts);
    for category in &front.overview {
        if touched.contains(&category.group) {
            front.overview_complete = false;
            front.unread.push(Unread {
                printed: category.name.clone(),
                what: "heading",
            });
        }
    }
}

fn has(places: &Places, group: &Group, place: Place) -> bool {
    let of_group = places.get(group);
    of_group.is_some_and(|places| places.contains(&place))
}

fn places(front: &Front, drafts: &[Draft]) -> Places {
    let mut places = Places::new();
    let mut stands = |group: &Group, place: Place| {
        places.entry(group.clone()).or_default().insert(place);
    };
    for (sector, category) in front.filters.iter().filter_map(Filter::category) {
        stands(&Group::of(sector, category), Place::Tree);
    }
    for category in &front.overview {
        stands(&category.group, Place::Overview);
    }
    for question in drafts.iter().map(|draft| &draft.question) {
        for answer in &question.answers {
            stands(&answer.group, Place::Heading);
        }
        for line in question
            .not_stated
            .iter()
            .flat_map(|list| &list.respondents)
        {
            stands(line.id().group, Place::Silent);
        }
        let counted = |chart: &&super::Chart| chart.bars.iter().any(|bar| bar.count.value > 0);
        for chart in question.charts.iter().filter(counted) {
            stands(&chart.group, Place::Chart);
        }
    }
    places
}

/// The categories of the overview beside which one stands that the overview lacks, in no place where they do.
fn strangers(places: &Places) -> Vec<&Group> {
    let is_listed = |group: &Group| has(places, group, Place::Overview);
    // The tree may have categories of which nobody answers.
    let tells = |of: &BTreeSet<Place>| of.iter().any(|place| *place != Place::Tree);
    let unlisted = places
        .iter()
        .filter(|(group, of)| !group.is_all() && !is_listed(group) && tells(of));
    let unlisted: Vec<&BTreeSet<Place>> = unlisted.map(|(_, of)| of).collect();
    let listed = places.iter().filter(|(group, _)| is_listed(group));
    let strange = listed.filter(|(_, own)| unlisted.iter().any(|other| own.is_disjoint(other)));
    strange.map(|(group, _)| group).collect()
}

/// A chart that counts those of a category none of which answers there, beside one that answers and has no
/// chart, may be that one's.
fn doubt_charts(draft: &mut Draft) {
    let question = &mut draft.question;
    let answers = question.answers.iter();
    let answering: BTreeSet<&Group> = answers.map(|answer| &answer.group).collect();
    let charted: BTreeSet<Group> = question
        .charts
        .iter()
        .map(|chart| chart.group.clone())
        .collect();
    let grouped = charted.iter().any(|group| !group.is_all());
    if !grouped || answering.iter().all(|group| charted.contains(group)) {
        return;
    }
    for chart in &mut question.charts {
        chart.complete &= chart.group.is_all() || answering.contains(&chart.group);
    }
}

/// The categories that head no answers though those of it stand among another one's: their headings were not
/// read. Such questions are misread.
fn unheaded(front: &Front, drafts: &mut [Draft], places: &Places) -> Vec<Group> {
    let mut of_name: BTreeMap<String, BTreeSet<&Group>> = BTreeMap::new();
    for category in &front.overview {
        for name in &category.respondents {
            let groups = of_name.entry(squash(&name.value).into_owned()).or_default();
            groups.insert(&category.group);
        }
    }
    let mut found = Vec::new();
    for draft in drafts {
        let before = found.len();
        for answer in &draft.question.answers {
            let Some(groups) = of_name.get(&*squash(&answer.respondent.value)) else {
                continue;
            };
            let headed = |group: &&&Group| has(places, group, Place::Heading);
            let listed = has(places, &answer.group, Place::Overview);
            if listed
                && !groups.contains(&answer.group)
                && !groups.iter().any(|group| headed(&group))
            {
                found.extend(groups.iter().map(|group| (*group).clone()));
            }
        }
        draft.misread |= found.len() > before;
    }
    found
}
