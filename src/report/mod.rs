//! Lines and cells → the report. Knows the exporter's layout and no survey.
//!
//! Parsing never fails and never guesses: [`parse`] gives a [`Report`] for any text, together with
//! what it could not read ([`Report::unread`]) and where pages are missing ([`Report::gaps`]).

mod abreast;
mod against;
mod answers;
mod apart;
mod blackened;
mod block;
mod bound;
mod bullets;
mod captured;
mod charts;
mod counts;
mod endings;
mod estranged;
mod exporter;
mod filter_lines;
mod flat_filters;
mod folded;
mod foreign;
mod front;
mod front_page;
mod furniture;
mod gaps;
mod group;
mod laws;
mod ledger;
mod letters;
mod lines;
mod model;
mod numbers;
mod opened;
mod outline;
mod overview;
mod paging;
mod pictured;
mod questions;
mod read;
mod repeated;
mod respondent_id;
mod roster;
mod shares;
mod squashed;
mod statistics;
mod title_lines;
mod title_pitch;
mod titles;
mod uncharted;
mod unheaded;
#[cfg(test)]
mod worded;

pub use block::{Decimals, Statistics};
pub use group::Group;
pub use ledger::Fate;
pub use model::{
    Answer, Bar, Chart, Choice, Explanation, Filter, Gap, GapKind, Kind, NotStated, NotStatedLine,
    OtherAnswers, OverviewCategory, Question, Report, Respondent, Unread,
};
pub use read::{ReadFailure, ReadOptions, read};

pub(crate) use ledger::{figures, printed_at};
pub(crate) use model::Passage;
pub(crate) use respondent_id::RespondentId;

// For the own tests, measurements and fuzzers; no promise.
#[doc(hidden)]
pub use {
    ledger::{Entry, Judged, Ledger},
    read::{from_raw, is_pdf, read_raw},
};

use crate::text::{Document, Layout, Printed};
use furniture::Furniture;
use lines::{Line, Texts};
use outline::Outline;
use questions::Draft;
use roster::Roster;
use std::borrow::Cow;
use std::collections::BTreeMap;
use titles::Title;

/// Reads a report from its pages.
#[doc(hidden)]
pub fn parse(mut document: Document) -> Report {
    bullets::pass_over(&mut document);
    let mut furniture = furniture::find(&document);
    let bound = bound::find(&document, &furniture);
    let mut paging = paging::settle(&mut document, &mut furniture, &bound.copies);
    let texts = Texts::of(&document);
    let mut report = Report {
        others: bound.others,
        ..Report::default()
    };
    {
        let mut all = lines::lines(&document, &texts, &|page, line| furniture.has(page, line));
        let repeated = repeated::find(&all);
        if !repeated.is_empty() {
            furniture.lines.extend(repeated);
            // Not two of them at a time.
            drop(all);
            all = lines::lines(&document, &texts, &|page, line| furniture.has(page, line));
        }
        let layout = document.layout;
        let headings = outline::headings(&all, layout);
        let first = outline::first_title(&all, &headings).unwrap_or(all.len());
        let mut front = front::read(&all, first, layout);
        let listing = front.begins.and_then(|begins| all.get(begins..first));
        let listing = listing.unwrap_or(&[]);
        // Whom a line names that was not read stands there as well.
        front.overview_complete &= !blackened::stand_among(listing);
        let mut roster = roster::groups(&all, &mut front);
        let (mut outline, manner) = outline::read(&all, headings, &roster, layout);
        let clues = titles::Clues::new(&document, &outline, &manner, &roster, &front);
        let titles = titles::find(&all, &clues);
        drop(clues);
        roster::names(&mut roster, &all, &mut front, &titles, &outline, layout);
        outline::names(&mut outline, &all, &roster);
        roster::explain(&mut front, &all, &outline);
        front.overview_complete &= !unheaded::hides_listed(&front, listing, &roster);
        let below = front.ends.and_then(|ends| all.get(ends..first));
        let strays = unheaded::answers_before_titles(below.unwrap_or(&[]), &roster);
        front.stray_answers = front.stray_answers.or(strays);
        let mut passages = passages(&document, &furniture, &all, &titles, &outline);
        passages.append(&mut front.passages);
        passages.append(&mut paging.passages);
        let mut drafts = drafts(&all, &titles, &roster, &outline, layout);
        laws::doubt_beside(&mut drafts, &furniture::stamped(&document));
        if !front.overview_complete {
            for draft in &mut drafts {
                endings::doubt_headings(&mut draft.question);
            }
        }
        let sheets = gaps::Sheets::new(&document, &all, &furniture, &front);
        sheets.judge_front(&mut front);
        let (mut drafts, found) = gaps::judge(drafts, &sheets, &roster, &all, paging.order);
        unheaded::hold(&mut drafts, &all, &roster, &outline);
        report.gaps = found;
        report
            .gaps
            .extend(pictured::hold(&mut drafts, &mut front, &all));
        report.gaps.append(&mut paging.repeated);
        report.gaps.extend(untold(&document));
        estranged::hold(&mut front, &mut drafts);
        if !laws::strangers(&mut front, &drafts) {
            laws::surplus(&mut front, &drafts);
        }
        let all = submissions(&front);
        report.gaps.extend(laws::hold(&mut drafts, all));
        report.date = front.date;
        report.title = front.title;
        report.shown = front.shown;
        report.total = front.total;
        report.filters = front.filters;
        report.filters_complete = front.filters_complete;
        report.overview = front.overview;
        report.overview_complete = front.overview_complete;
        charts::settle_decimals(drafts.iter_mut().map(|draft| &mut draft.question));
        statistics::settle_decimals(drafts.iter_mut().map(|draft| &mut draft.question));
        for draft in drafts {
            report.unread.extend(draft.unread);
            passages.extend(draft.passages);
            report.questions.push(draft.question);
        }
        report.respondents = respondents(&report, &roster);
        report.unread.append(&mut front.unread);
        passages.sort_by_key(|passage| (passage.page, passage.start, passage.end));
        report.passages = passages;
    }
    drop(texts);
    report
        .unread
        .sort_by_key(|unread| unread.printed.span.order());
    report.pages = paging.restore(document.pages);
    report
}

/// The fonts with letters that the file does not tell, where they first stand.
fn untold(document: &Document) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for page in &document.pages {
        let mut lines = page.lines.iter();
        let line = lines.find(|line| page.slice(line.range).contains('\u{fffd}'));
        let Some(line) = line.or(page.lines.first()) else {
            continue;
        };
        for (font, letters) in &page.unknown {
            match gaps.iter_mut().find(|gap| gap.pages == *font) {
                Some(known) => known.missing = known.missing.map(|so_far| so_far + letters),
                None => gaps.push(Gap {
                    kind: GapKind::UntoldLetters,
                    at: page.printed(line, line.range, None, true),
                    after_page: page.number,
                    missing: Some(*letters),
                    pages: font.clone(),
                    questions: Vec::new(),
                }),
            }
        }
    }
    gaps
}

/// How many submissions there are, where the front page and the overview agree on it, or the overview
/// was not read whole.
fn submissions(front: &front::Front) -> Option<i64> {
    let listed = front
        .overview
        .iter()
        .map(|category| category.respondents.len());
    let listed = i64::try_from(listed.sum::<usize>()).ok()?;
    let shown = front.shown.as_ref().filter(|shown| shown.certain)?;
    (shown.value == listed || !front.overview_complete).then_some(shown.value)
}

/// What headings, names and what stands on every page explain.
fn passages(
    document: &Document,
    furniture: &Furniture,
    all: &[Line<'_>],
    titles: &[Title],
    outline: &Outline,
) -> Vec<Passage> {
    let mut out = furniture.passages(document);
    for title in titles {
        let lines = all.get(title.first..title.end).unwrap_or(&[]);
        out.extend(lines.iter().map(|line| line.passage(Explanation::Title)));
    }
    let named = all.iter().filter(|line| {
        !matches!(
            outline.of(line),
            outline::Role::Plain | outline::Role::TitleEnd
        )
    });
    out.extend(named.map(|line| line.passage(Explanation::Name)));
    out
}

/// The questions as drafts: each title with its body, the body cut where another question's answers
/// begin whose title is missing.
fn drafts(
    all: &[Line<'_>],
    titles: &[Title],
    roster: &Roster,
    outline: &Outline,
    layout: Layout,
) -> Vec<Draft> {
    let mut bodies: Vec<Cow<'_, [Line<'_>]>> = titles
        .iter()
        .enumerate()
        .map(|(index, title)| {
            let end = titles.get(index + 1).map_or(all.len(), |next| next.first);
            Cow::Borrowed(all.get(title.end..end).unwrap_or(&[]))
        })
        .collect();
    if layout == Layout::Flow {
        charts::give_back(&mut bodies);
    }
    let regions = bodies.iter().map(|body| questions::split(body, outline));
    let regions: Vec<(&[Line<'_>], &[Line<'_>])> = regions.collect();
    let direction = charts::direction(&regions);
    let context = questions::Context {
        all,
        roster,
        outline,
        layout,
        direction,
        marks: numbers::Marks::of(all),
    };
    let mut drafts: Vec<Draft> = Vec::new();
    for (title, body) in titles.iter().zip(&bodies) {
        if layout != Layout::Boxes
            && let Some(last) = last_before_page(all, title)
            && let Some(before) = drafts.last_mut()
        {
            endings::doubt_end(&mut before.question, last);
        }
        if title.doubtful
            && let Some(before) = drafts.last_mut()
        {
            endings::doubt_last(&mut before.question);
        }
        let mut title = Some(title);
        for part in gaps::split_headless(body, roster, outline) {
            // Only the first part has the title; that of the others is missing.
            let number = u32::try_from(drafts.len() + 1).unwrap_or(u32::MAX);
            let cut = title.is_some_and(|title| title.cut);
            let mut draft = questions::read(title.take(), part.lines, number, &context);
            draft.misread |= cut;
            draft.untitled = part.inside;
            drafts.push(draft);
        }
    }
    drafts
}

/// The line before a title that begins at the top of a page.
fn last_before_page<'l, 'a>(all: &'l [Line<'a>], title: &Title) -> Option<&'l Line<'a>> {
    let last = all.get(title.first.checked_sub(1)?)?;
    let first = all.get(title.first)?;
    (last.page_index < first.page_index).then_some(last)
}

/// Everyone of the roster, with where the overview, or else the first question that has the name,
/// prints it. The prints are found through an index, so that many respondents cost no more each.
fn respondents(report: &Report, roster: &Roster) -> Vec<Respondent> {
    let mut listed: BTreeMap<RespondentId<'_>, Vec<&Printed<String>>> = BTreeMap::new();
    for category in &report.overview {
        let group = &category.group;
        for printed in &category.respondents {
            let name = &printed.value;
            let id = RespondentId { group, name };
            listed.entry(id).or_default().push(printed);
        }
    }
    let mut answered: BTreeMap<RespondentId<'_>, &Printed<String>> = BTreeMap::new();
    for question in &report.questions {
        for (id, name) in question.standing() {
            answered.entry(id).or_insert(name);
        }
    }
    let mut all = Vec::new();
    for (group, names) in &roster.names {
        // Someone whose name has letters that the file does not tell may be any of the group.
        let told = !names
            .keys()
            .any(|name| name.contains(char::REPLACEMENT_CHARACTER));
        for (name, times) in names {
            let id = RespondentId { group, name };
            let listed = listed.get(&id).into_iter().flatten();
            let mut overview: Vec<Printed<String>> = listed.copied().cloned().collect();
            let first = overview.first().or(answered.get(&id).copied());
            let Some(mut first) = first.cloned() else {
                continue;
            };
            for printed in overview.iter_mut().chain([&mut first]) {
                printed.certain &= told;
            }
            all.push(Respondent {
                name: name.clone(),
                group: group.clone(),
                submissions: *times,
                overview,
                first,
            });
        }
    }
    all
}
