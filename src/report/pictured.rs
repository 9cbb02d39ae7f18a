//! Pictures in the place of the report's text.
//!
//! The exporter prints names, answers and filters as letters. Where a picture stands among them, what
//! it shows is read by nobody, and neither are those counted whose answers are in it.

use super::front::Front;
use super::gaps::lists_all;
use super::lines::Line;
use super::questions::Draft;
use super::{Gap, GapKind};
use crate::text::{Bbox, Page};
use std::collections::{BTreeMap, BTreeSet};

/// A picture that is narrower or lower than this, in points, shows no line of text: a rule, an icon.
const LEAST: (f32, f32) = (40.0, 7.0);
/// A square whose sides are no longer than this is a code for a telephone, or a mark.
const SQUARE: f32 = 150.0;
/// This share of a page's height, at its top and its bottom, is margin.
const MARGIN: f32 = 0.08;
/// Who stands so many points inside a picture stands on it.
const INSIDE: f32 = 2.0;

/// Holds back the questions in whose place pictures stand, and tells of each picture.
pub(super) fn hold(drafts: &mut [Draft], front: &mut Front, all: &[Line<'_>]) -> Vec<Gap> {
    let marks = marks(all);
    let mut gaps: Vec<Gap> = Vec::new();
    for lines in all.chunk_by(|a, b| a.page_index == b.page_index) {
        let Some(first) = lines.first() else { continue };
        let page = first.page;
        let stands =
            |picture: &&Bbox| may_be_text(picture, page) && !marks.contains(&place(picture));
        for picture in page.pictures.iter().filter(stands) {
            let above = lines.iter().filter(|line| stands_above(line, picture));
            let next = first.at + above.count();
            let Some(before) = next.checked_sub(1).and_then(|at| all.get(at)) else {
                continue;
            };
            let questions = match owner(drafts, front, next - 1, next >= all.len()) {
                Some(Owner::Question(at)) => {
                    if let Some(draft) = drafts.get_mut(at) {
                        draft.question.complete = false;
                    }
                    vec![at]
                }
                Some(Owner::Front) => {
                    (front.filters_complete, front.overview_complete) = (false, false);
                    Vec::new()
                }
                None => continue,
            };
            let of_page = gaps.iter().rev();
            let mut of_page = of_page.take_while(|gap| gap.after_page == page.number);
            if of_page.any(|gap| gap.questions == questions) {
                continue;
            }
            gaps.push(Gap {
                kind: GapKind::Picture,
                at: before.printed(),
                after_page: page.number,
                missing: None,
                pages: page.number.to_string(),
                questions,
            });
        }
    }
    gaps
}

/// What a picture stands in.
#[derive(Clone, Copy)]
enum Owner {
    /// The filters or the overview.
    Front,
    /// The question of an index.
    Question(usize),
}

/// Whose text a picture stands in the place of, by the line above it; `None` where it may stand: before
/// the report begins, and where all answers are there and a chart is drawn, or the report is at its end.
fn owner(drafts: &[Draft], front: &Front, above: usize, at_end: bool) -> Option<Owner> {
    let begun = drafts.partition_point(|draft| draft.extent.first <= above);
    let within = |at: &usize| {
        drafts
            .get(*at)
            .is_some_and(|draft| above <= draft.extent.last)
    };
    let Some(at) = begun.checked_sub(1).filter(within) else {
        let listing = front.begins.is_some_and(|begins| begins <= above);
        // Where filters are there and the overview lists everyone, it hides none of them.
        let whole = !front.filters.is_empty() && lists_all(front);
        return (listing && begun == 0 && !whole).then_some(Owner::Front);
    };
    let draft = drafts.get(at)?;
    let question = &draft.question;
    let drawn = !question.charts.is_empty();
    let of_chart = draft.extent.answers.is_some_and(|answers| above < answers) && drawn;
    let counted = question.reported_count.as_ref().map(|count| count.value);
    let all_there = i64::try_from(question.answers.len()).ok() >= counted;
    (!all_there || !of_chart && !at_end).then_some(Owner::Question(at))
}

/// Whether a picture may show lines of the page's text: it is large enough, stands in the text's place,
/// and nothing is printed on it, as on paper or under a stamp.
fn may_be_text(picture: &Bbox, page: &Page) -> bool {
    let margin = MARGIN * page.height;
    let inside = Bbox {
        x0: picture.x0 + INSIDE,
        y0: picture.y0 + INSIDE,
        x1: picture.x1 - INSIDE,
        y1: picture.y1 - INSIDE,
    };
    let meets = |bbox: &Bbox| {
        bbox.x0 < inside.x1 && bbox.x1 > inside.x0 && bbox.y0 < inside.y1 && bbox.y1 > inside.y0
    };
    let (wide, high) = (picture.x1 - picture.x0, picture.y1 - picture.y0);
    let is_square = (wide - high).abs() < 1.0 && wide < SQUARE;
    let mut cells = page.lines.iter().flat_map(|line| &line.cells);
    wide >= LEAST.0
        && high >= LEAST.1
        && !is_square
        && picture.y1 > margin
        && picture.y0 < page.height - margin
        && picture.x0 < page.width / 2.0
        && !cells.any(|cell| cell.bbox.as_ref().is_some_and(meets))
}

/// Whether a line stands higher on the page than a picture.
fn stands_above(line: &Line<'_>, picture: &Bbox) -> bool {
    line.bbox()
        .is_some_and(|bbox| f32::midpoint(bbox.y0, bbox.y1) < f32::midpoint(picture.y0, picture.y1))
}

/// Where a picture stands, in whole points.
type Place = [i32; 4];

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a page is small, and what is not is all one"
)]
fn place(picture: &Bbox) -> Place {
    [picture.x0, picture.y0, picture.x1, picture.y1].map(|side| side.round() as i32)
}

/// Where pictures stand in one place on several pages, as a mark at their head does.
fn marks(all: &[Line<'_>]) -> BTreeSet<Place> {
    let mut found: BTreeMap<Place, BTreeSet<usize>> = BTreeMap::new();
    let pages = all.chunk_by(|a, b| a.page_index == b.page_index);
    for line in pages.filter_map(<[Line<'_>]>::first) {
        for picture in &line.page.pictures {
            found
                .entry(place(picture))
                .or_default()
                .insert(line.page_index);
        }
    }
    found.retain(|_, pages| pages.len() > 1);
    found.into_keys().collect()
}
