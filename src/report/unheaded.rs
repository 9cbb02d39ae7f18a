//! Names that stand under no heading of their category, or under no title: it was not read, or nobody
//! printed it.

use super::front::Front;
use super::lines::Line;
use super::model::Question;
use super::outline::{Outline, Role};
use super::questions::Draft;
use super::respondent_id::RespondentId;
use super::roster::{MAX_LINES, Roster};
use super::squashed::Squashed;
use std::collections::BTreeSet;

/// Where no page explains it, names under no heading of their category were misread.
pub(super) fn hold(drafts: &mut [Draft], all: &[Line<'_>], roster: &Roster, outline: &Outline) {
    for draft in drafts.iter_mut().filter(|draft| draft.question.complete) {
        let lines = all.get(draft.extent.first..=draft.extent.last);
        let lines = lines.unwrap_or(&[]).iter();
        // What belongs to a name that was found is none by itself.
        let plain: Vec<Line<'_>> = lines
            .filter(|line| outline.of(line) == &Role::Plain)
            .copied()
            .collect();
        draft.misread |= has_names(&draft.question, &plain, roster);
    }
}

/// Whether the name of someone who is not found under a question stands there as names do, or as in the
/// list of those who did not answer, so that what is missing is a heading, and not who stands below it.
fn has_names(question: &Question, lines: &[Line<'_>], roster: &Roster) -> bool {
    let standing: BTreeSet<RespondentId<'_>> = question.standing().map(|(id, _)| id).collect();
    let absent: BTreeSet<RespondentId<'_>> = roster.others(&standing).collect();
    if absent.is_empty() {
        return false;
    }
    let names: BTreeSet<Squashed> = absent.iter().map(|id| Squashed::of(id.name)).collect();
    let style = roster.name_style;
    let is_name = |line: &Line<'_>| {
        style.is_some() && line.style() == style && names.contains(&Squashed::of_line(line))
    };
    let is_listed = |line: &Line<'_>| {
        let entry = roster.not_stated_line(line.text());
        entry.is_some_and(|(name, group)| {
            let (group, name) = (&group, name.as_str());
            absent.contains(&RespondentId { group, name })
        })
    };
    lines.iter().any(|line| is_name(line) || is_listed(line))
}

/// The page of the first answers below the overview, which have no title: a category's heading or a name
/// stands there, and neither does before the first question.
pub(super) fn answers_before_titles(below: &[Line<'_>], roster: &Roster) -> Option<usize> {
    let names: BTreeSet<Squashed> = roster.all().map(|(id, _)| Squashed::of(id.name)).collect();
    let is_stray = |at: &usize| {
        let lines = below.get(*at..).unwrap_or(&[]);
        let mut text = Squashed::default();
        lines.iter().take(MAX_LINES).any(|line| {
            text.push_line(line);
            roster.of_heading(&text).is_some() || names.contains(&text)
        })
    };
    let at = (0..below.len()).find(is_stray)?;
    below.get(at).map(|line| line.page_index)
}

/// Whether a line of the overview is the name of someone whom it does not list: it stands under no
/// heading, or under that of the category above, which counts fewer then than stand there.
pub(super) fn hides_listed(front: &Front, lines: &[Line<'_>], roster: &Roster) -> bool {
    let listed: BTreeSet<RespondentId<'_>> = front
        .overview
        .iter()
        .flat_map(|category| {
            let names = category.respondents.iter();
            names.map(|name| RespondentId {
                group: &category.group,
                name: &name.value,
            })
        })
        .collect();
    let absent = roster.others(&listed);
    let absent: BTreeSet<Squashed> = absent.map(|id| Squashed::of(id.name)).collect();
    let names = front
        .overview
        .iter()
        .flat_map(|category| &category.respondents);
    let taken: BTreeSet<(u32, u32)> = names.map(|name| (name.span.page, name.span.line)).collect();
    let is_free = |line: &Line<'_>| !taken.contains(&(line.page.number, line.on_page.number));
    let mut free = lines.iter().filter(|line| is_free(line));
    let mut fuller = front.overview.iter().filter(|category| {
        i64::try_from(category.respondents.len()).is_ok_and(|listed| listed > category.count.value)
    });
    let is_absent = |name: &Squashed| absent.contains(name);
    !absent.is_empty()
        && (free.any(|line| is_absent(&Squashed::of_line(line)))
            || fuller.any(|category| {
                let mut names = category.respondents.iter();
                names.any(|name| is_absent(&Squashed::of(&name.value)))
            }))
}
