//! Whether the report is whole: page numbers, and questions that end before everyone has come.
//!
//! A question is held back (`complete` is false) when a page is missing in or beside it, or when
//! its respondents are not all there and a page break could hide the rest.

mod headless;
mod joined;
mod roll_call;
mod sheets;
mod shuffled;
mod untitled;

pub(super) use headless::split_headless;
pub(super) use sheets::{Sheets, lists_all};

use super::against;
use super::lines::Line;
use super::paging::Order;
use super::questions::Draft;
use super::roster::Roster;
use super::{Gap, GapKind};
use joined::joined;
use roll_call::{Coverage, absent, coverage, nowhere};
use sheets::{Seam, range};
use std::collections::BTreeSet;
use untitled::{doubt_end, hold_foreign, untitled};

/// So many places at which page numbers go back are one disorder.
const DISORDER: usize = 3;

/// Judges the questions, and lists the gaps in order.
pub(super) fn judge(
    mut drafts: Vec<Draft>,
    sheets: &Sheets,
    roster: &Roster,
    all: &[Line<'_>],
    order: Option<Order>,
) -> (Vec<Draft>, Vec<Gap>) {
    let mut gaps: Vec<(usize, Gap)> = Vec::new();
    gaps.extend(order.and_then(|order| rearranged(order, sheets)));
    gaps.extend(sheets.hidden());
    if let Some(missing) = sheets.before
        && let Some(at) = all.first().map(Line::printed)
    {
        let pages = if missing > 0 {
            range(1, missing)
        } else {
            String::new()
        };
        let missing = (missing > 0).then_some(missing);
        gaps.push((
            0,
            Gap {
                kind: GapKind::MissingPages,
                at,
                after_page: 0,
                missing,
                pages,
                questions: Vec::new(),
            },
        ));
    }
    for index in 0..sheets.pages() {
        let kind = match sheets.seam(index) {
            Seam::Whole | Seam::Unknown | Seam::Hidden => continue,
            Seam::Missing(_) => GapKind::MissingPages,
            Seam::Backwards => GapKind::OutOfOrder,
            Seam::Repeated => GapKind::RepeatedPage,
            Seam::Unread => {
                gaps.extend(unread_pages(&mut drafts, sheets, index));
                continue;
            }
        };
        let missing = match sheets.seam(index) {
            Seam::Missing(pages) => Some(pages),
            _ => None,
        };
        let mut touched = Vec::new();
        for (number, draft) in drafts.iter_mut().enumerate() {
            if draft.first_page <= index + 1 && draft.last_page >= index {
                draft.question.complete = false;
                touched.push(number);
            }
        }
        uncertain_at(&mut drafts, index);
        if let Some(at) = sheets.at(index) {
            let after = sheets.number(index);
            let pages = missing
                .map(|count| range(after + 1, count))
                .unwrap_or_default();
            gaps.push((
                index + 1,
                Gap {
                    kind,
                    at,
                    after_page: after,
                    missing,
                    pages,
                    questions: touched,
                },
            ));
        }
    }
    together(&mut gaps);
    let told = gaps.iter().any(|(_, gap)| gap.loses());
    if let Some(place) = sheets.front_broken.filter(|_| !told)
        && let Some(at) = sheets.at(place)
    {
        let after_page = sheets.number(place);
        gaps.push((
            place + 1,
            Gap {
                kind: GapKind::BrokenText,
                at,
                after_page,
                missing: None,
                pages: String::new(),
                questions: Vec::new(),
            },
        ));
    }
    untitled(&mut drafts, all, &mut gaps);
    by_coverage(&mut drafts, sheets, roster, &mut gaps);
    hold_foreign(&mut drafts);
    without_charts(&mut drafts, sheets);
    between_numbers(sheets, &mut gaps);
    after_the_end(&mut drafts, sheets, &mut gaps);
    shuffled::hold(&mut drafts, sheets, roster, &mut gaps);
    gaps.sort_by_key(|(place, _)| *place);
    (drafts, gaps.into_iter().map(|(_, gap)| gap).collect())
}

/// Pages that stand in no order at all are one cause, told once where they begin.
fn together(gaps: &mut Vec<(usize, Gap)>) {
    let disorder = |gap: &Gap| gap.kind == GapKind::OutOfOrder;
    let places = gaps.iter().filter(|(_, gap)| disorder(gap)).count();
    if places < DISORDER {
        return;
    }
    let mut all: BTreeSet<usize> = BTreeSet::new();
    for (_, gap) in gaps.iter().filter(|(_, gap)| disorder(gap)) {
        all.extend(&gap.questions);
    }
    let mut first = true;
    gaps.retain(|(_, gap)| !disorder(gap) || std::mem::take(&mut first));
    if let Some((_, gap)) = gaps.iter_mut().find(|(_, gap)| disorder(gap)) {
        gap.questions = all.into_iter().collect();
    }
}

/// Pages one after the other that could not be read, from the boundary before them (or, where the first
/// of all is one, after it): told once.
fn unread_pages(drafts: &mut [Draft], sheets: &Sheets, index: usize) -> Option<(usize, Gap)> {
    // The boundary after a lost page belongs to the one before it.
    let first = if sheets.is_lost(index) {
        (index == 0).then_some(0)?
    } else {
        index + 1
    };
    let mut last = first;
    while sheets.is_lost(last + 1) {
        last += 1;
    }
    let mut touched = Vec::new();
    for (number, draft) in drafts.iter_mut().enumerate() {
        if draft.first_page <= last + 1 && draft.last_page + 1 >= first {
            draft.question.complete = false;
            touched.push(number);
        }
    }
    uncertain_at(drafts, first.saturating_sub(1));
    uncertain_at(drafts, last);
    let count = u32::try_from(last - first + 1).unwrap_or(u32::MAX);
    let gap = Gap {
        kind: GapKind::UnreadPage,
        at: sheets.at(first.saturating_sub(1))?,
        after_page: sheets.number(first).saturating_sub(1),
        missing: Some(count),
        pages: range(sheets.number(first), count),
        questions: touched,
    };
    Some((first, gap))
}

/// Pages that stood in another order than that of their numbers, which was put right.
fn rearranged(order: Order, sheets: &Sheets) -> Option<(usize, Gap)> {
    let (kind, index) = match order {
        Order::Reversed => (GapKind::Reversed, 0),
        Order::Mixed(first) => (GapKind::Rearranged, first),
    };
    let gap = Gap {
        kind,
        at: sheets.at(index)?,
        after_page: sheets.number(index),
        missing: None,
        pages: String::new(),
        questions: Vec::new(),
    };
    Some((index, gap))
}

/// Pages that are missing somewhere between two numbered pages that do not follow each other: at the
/// places where the text breaks off, or at a place that is not known.
fn between_numbers(sheets: &Sheets, gaps: &mut Vec<(usize, Gap)>) {
    // The front page is page 1, numbered or not, unless it is missing itself.
    let mut last: Option<(usize, u32)> = None;
    if sheets.before.is_none() && sheets.numbers.first() == Some(&None) {
        last = Some((0, 1));
    }
    for (index, number) in sheets.numbers.iter().enumerate() {
        let Some(number) = *number else { continue };
        let before = last.replace((index, number));
        let Some((from, first)) = before.filter(|(from, _)| index > from + 1) else {
            continue;
        };
        let pages = u32::try_from(index - from).unwrap_or(u32::MAX);
        let Some(missing) = number
            .checked_sub(first)
            .and_then(|printed| printed.checked_sub(pages))
            .filter(|missing| *missing > 0)
        else {
            continue;
        };
        let mut inside: Vec<&mut Gap> = gaps
            .iter_mut()
            .filter(|(place, gap)| {
                *place > from && *place <= index && gap.kind == GapKind::BrokenText
            })
            .map(|(_, gap)| gap)
            .collect();
        let alone = inside.len() == 1;
        for gap in &mut inside {
            gap.kind = GapKind::MissingPages;
            gap.missing = alone.then_some(missing);
        }
        if inside.is_empty()
            && let Some(at) = sheets.at(index)
        {
            gaps.push((
                index,
                Gap {
                    kind: GapKind::MissingPages,
                    at,
                    after_page: first,
                    missing: Some(missing),
                    pages: String::new(),
                    questions: Vec::new(),
                },
            ));
        }
    }
}

/// The answer that a gap interrupts, and the one that goes on after it, are not judged.
fn uncertain_at(drafts: &mut [Draft], index: usize) {
    for draft in drafts {
        let last_before = draft.answer_pages.iter().rposition(|page| *page <= index);
        let goes_on = draft.last_page >= index;
        if let Some(answer) = last_before
            .filter(|_| goes_on)
            .and_then(|last| draft.question.answers.get_mut(last))
        {
            against::doubt(answer);
        }
    }
}

/// Questions without a title, or whose respondents are not all there, where a page break could be why.
fn by_coverage(
    drafts: &mut [Draft],
    sheets: &Sheets,
    roster: &Roster,
    gaps: &mut Vec<(usize, Gap)>,
) {
    let count = drafts.len();
    let nowhere = nowhere(drafts, roster);
    for number in 0..count {
        let Some(draft) = drafts.get(number) else {
            continue;
        };
        let headless = draft.question.title.value.is_empty();
        let next_first = drafts.get(number + 1).map(|next| next.first_page);
        // The page break after the question's last line counts too, unless the next title stands
        // on the same page.
        let last_seam = if next_first == Some(draft.last_page) {
            draft.last_page
        } else {
            draft.last_page + 1
        };
        let seam = |is: &dyn Fn(Seam) -> bool| {
            // Where a page's end was not found, it lies on the sheet that ends with the next number.
            let from = draft
                .first_page
                .saturating_sub(usize::from(sheets.breaks_lost));
            (from..last_seam).find(|index| is(sheets.seam(*index)))
        };
        let open = seam(&|seam| !seam.is_closed());
        // The page break before answers to another question.
        let foreign = draft.foreign_from.and_then(|page| {
            let mut above = (draft.first_page..page).rev();
            above.find(|index| !sheets.seam(*index).is_closed())
        });
        let foreign = foreign.or_else(|| joined(draft, last_seam, sheets));
        let covered = coverage(draft, roster, &nowhere);
        // Charts that are not whole show no lost page: they are told by themselves.
        let stray = draft.stray && !sheets.breaks_lost;
        let before = draft.first_page.checked_sub(1);
        let parted = before.is_none_or(|page| sheets.seam(page).is_closed());
        // Without any name, nobody can be missing, and nothing was understood.
        let nobody = sheets.text && draft.question.answers.is_empty() && roster.names.is_empty();
        let whole =
            covered == Coverage::Full && !headless && !stray && !nobody && foreign.is_none();
        // In text, whoever stands there in part was not known again, and a title that is not known again
        // leaves its answers to the question before it, where everyone comes twice.
        let lost = covered == Coverage::Short && absent(draft, roster);
        // Whoever stands nowhere under the title was left out by the report itself.
        let left_out = lost && !headless && !stray && !nobody;
        let misread = open.is_none() && (!headless || parted) || open.is_some() && !lost;
        if sheets.text && !whole && !left_out && misread {
            // No page is missing here, so that someone typed what reads like a heading or a name, or
            // a name was not known again. It is not judged, and no more said.
            let from = number.saturating_sub(usize::from(headless));
            for draft in drafts.iter_mut().take(number + 1).skip(from) {
                draft.question.complete = false;
                draft.misread = true;
                draft.question.answers.iter_mut().for_each(against::doubt);
            }
            continue;
        }
        if whole || (open.is_none() && !headless) {
            continue;
        }
        let known = !draft.question.complete;
        // What a question without a title lacks stood before its first line.
        let before = draft.first_page.checked_sub(1).filter(|_| headless);
        let place = before
            .or(foreign)
            .or_else(|| seam_place(draft, sheets, roster))
            .or(open)
            .unwrap_or(draft.last_page);
        let above = number.checked_sub(1).filter(|_| headless);
        if let Some(above) = above.and_then(|above| drafts.get_mut(above)) {
            doubt_end(above, roster, &nowhere);
        }
        let Some(draft) = drafts.get_mut(number) else {
            continue;
        };
        draft.question.complete = false;
        if headless || foreign.is_some() {
            draft.question.answers.iter_mut().for_each(against::doubt);
        }
        uncertain_at(std::slice::from_mut(draft), place);
        if sheets.text && covered != Coverage::Full {
            // A name that was not known again leaves its answer to the one above.
            draft.question.answers.iter_mut().for_each(against::doubt);
        }
        if known {
            continue;
        }
        let after_page = sheets.number(place);
        let already = gaps
            .iter_mut()
            .find(|(_, gap)| gap.kind == GapKind::BrokenText && gap.after_page == after_page);
        match already {
            Some((_, gap)) => gap.questions.push(number),
            None => {
                if let Some(at) = sheets.at(place) {
                    let gap = Gap {
                        kind: GapKind::BrokenText,
                        at,
                        after_page,
                        missing: None,
                        pages: String::new(),
                        questions: vec![number],
                    };
                    gaps.push((place + 1, gap));
                }
            }
        }
    }
}

/// Holds back the charts of a question of which one is not there, where it may have stood on a page that
/// is missing: with it went the rest of what stands between the title and the answers, as own texts do.
/// That a chart is not there is told by itself.
fn without_charts(drafts: &mut [Draft], sheets: &Sheets) {
    for draft in drafts {
        let question = &mut draft.question;
        if question.all_drawn() || sheets.whole(draft.first_page, draft.last_page) {
            continue;
        }
        for chart in &mut question.charts {
            chart.complete = false;
        }
        if let Some(list) = &mut question.other_answers {
            list.certain = false;
        }
    }
}

/// The page break at which respondents are skipped: the first after which a category goes on, or a
/// new one begins, while the category before it was not finished.
fn seam_place(draft: &Draft, sheets: &Sheets, roster: &Roster) -> Option<usize> {
    let answers = &draft.question.answers;
    for (pair, pages) in answers.windows(2).zip(draft.answer_pages.windows(2)) {
        let ([above, below], [page_above, page_below]) = (pair, pages) else {
            continue;
        };
        if page_above == page_below || above.group == below.group {
            continue;
        }
        let standing = draft.question.standing();
        let listed = standing.filter(|(id, _)| *id.group == above.group).count();
        let known: u32 = roster
            .names
            .get(&above.group)
            .map_or(0, |names| names.values().sum());
        if listed < known as usize {
            return (*page_above..*page_below).find(|index| !sheets.seam(*index).is_closed());
        }
    }
    None
}

/// Pages that are missing after the last one.
fn after_the_end(drafts: &mut [Draft], sheets: &Sheets, gaps: &mut Vec<(usize, Gap)>) {
    if sheets.after == 0 {
        return;
    }
    let last = sheets.pages().saturating_sub(1);
    let mut touched = Vec::new();
    if let Some((number, draft)) = drafts.iter_mut().enumerate().next_back() {
        draft.question.complete = false;
        touched.push(number);
    }
    if let Some(at) = sheets.at(last) {
        let after_page = sheets.number(last);
        let pages = range(after_page + 1, sheets.after);
        gaps.push((
            last + 1,
            Gap {
                kind: GapKind::MissingPages,
                at,
                after_page,
                missing: Some(sheets.after),
                pages,
                questions: touched,
            },
        ));
    }
}
