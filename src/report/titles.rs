//! The questions' titles: the lines that end with `(16 Svar)`, and what stands above them.

use super::counts::count_at;
use super::exporter;
use super::folded::fold;
use super::front::Front;
use super::lines::{Line, is_near, join, right_edge, same_paragraph};
use super::numbers::integer;
use super::outline::{Manner, Outline, Role};
use super::roster::{LIST_LINES, MAX_LINES, Roster};
use super::squashed::Squashed;
use super::title_lines::{begins_cut, full, length, no_room, with_next};
use super::title_pitch::TitlePitch;
use crate::text::{Document, Layout, Printed};
use std::collections::BTreeSet;

/// A title longer than this many lines is no title.
pub(super) const LONGEST: usize = 12;

/// A question's title.
#[derive(Clone, Debug)]
pub(super) struct Title {
    /// Index of its first line.
    pub(super) first: usize,
    /// Index of the line after its last.
    pub(super) end: usize,
    /// Index of the page on which it begins.
    pub(super) page_index: usize,
    /// The title without `(16 Svar)`.
    pub(super) printed: Printed<String>,
    /// `(16 Svar)`; `None` where the number cannot be read.
    pub(super) count: Option<Printed<i64>>,
    /// What stands there where it cannot.
    pub(super) unread: Option<Printed<String>>,
    /// Whether its first line could as well be the last of the answer above it.
    pub(super) doubtful: bool,
    /// Whether it has lost its beginning.
    pub(super) cut: bool,
}

/// What the beginning of a title is found by.
pub(super) struct Clues<'r> {
    pub(super) layout: Layout,
    pub(super) outline: &'r Outline,
    pub(super) manner: &'r Manner,
    pub(super) roster: &'r Roster,
    /// The survey's title, which stands above the first question's.
    pub(super) survey: &'r str,
    /// Whether nothing parts the paragraphs.
    pub(super) run_together: bool,
    /// The names of the overview, blanks taken out.
    pub(super) names: BTreeSet<Squashed>,
}

impl<'r> Clues<'r> {
    pub(super) fn new(
        document: &Document,
        outline: &'r Outline,
        manner: &'r Manner,
        roster: &'r Roster,
        front: &'r Front,
    ) -> Self {
        let listed = front
            .overview
            .iter()
            .flat_map(|category| &category.respondents);
        Self {
            layout: document.layout,
            outline,
            manner,
            roster,
            survey: front
                .title
                .as_ref()
                .map_or("", |title| title.value.as_str()),
            run_together: document.run_together,
            names: listed.map(|name| Squashed::of(&name.value)).collect(),
        }
    }

    /// Whether a line belongs to no title, whatever stands under it.
    fn is_structure(&self, line: &Line<'_>) -> bool {
        self.outline.of(line) != &Role::Plain
            || exporter::key(line.raw()).is_some()
            || (!line.text().is_empty() && self.survey.ends_with(line.text()))
            || (self.layout != Layout::Boxes && self.names.contains(&Squashed::of_line(line)))
    }

    /// Whether a name of the overview ends on a line, over however many lines it runs.
    fn ends_name(&self, all: &[Line<'_>], at: usize) -> bool {
        let mut text = Squashed::default();
        let style = all.get(at).and_then(Line::style);
        let lines = all.get(..=at).unwrap_or(&[]).iter().rev();
        for line in lines
            .take(MAX_LINES)
            .take_while(|line| line.style() == style)
        {
            text = Squashed::of_line(line).then(&text);
            if self.names.contains(&text) {
                return true;
            }
        }
        false
    }

    /// Whether what a line belongs to ends with it: a figure, a name, or one of those who did not answer.
    fn ends(&self, all: &[Line<'_>], at: usize) -> bool {
        let Some(line) = all.get(at) else { return true };
        let key = exporter::key(line.raw()).map(|(key, _)| key);
        if key == Some(exporter::Key::Text) {
            return false;
        }
        self.is_structure(line) || line.is_value() || self.ends_list(all, at)
    }

    /// Whether a line is the end of an entry of the list of those who did not answer.
    fn ends_list(&self, all: &[Line<'_>], at: usize) -> bool {
        let mut text = String::new();
        for line in all.get(..=at).unwrap_or(&[]).iter().rev().take(LIST_LINES) {
            text = format!("{} {text}", line.text());
            if self.roster.not_stated_line(text.trim_end()).is_some() {
                return true;
            }
        }
        false
    }
}

/// Finds the titles.
pub(super) fn find(all: &[Line<'_>], clues: &Clues<'_>) -> Vec<Title> {
    let outline = clues.outline;
    let width = if clues.layout == Layout::Boxes {
        None
    } else {
        Width::learn(all, clues)
    };
    let mut titles: Vec<Title> = Vec::new();
    let right = right_edge(all);
    let pitch = TitlePitch::learn(all, outline);
    for (index, line) in all.iter().enumerate() {
        if outline.of(line) != &Role::TitleEnd {
            continue;
        }
        let Some(at) = count_at(all, index) else {
            continue;
        };
        let floor = titles.last().map_or(0, |title| title.end);
        if at.head < floor {
            continue;
        }
        let mut first = first_line(all, at.head, floor, clues, (right, pitch));
        let mut doubtful = false;
        if clues.run_together
            || clues.layout != Layout::Boxes && !begins_paragraph(all, first, clues)
        {
            (first, doubtful) = unparted(all, at.head, floor, clues, width.as_ref());
        } else if let Some(width) = &width
            && let Some(later) = ended_early(all, first, at.head, width)
        {
            (first, doubtful) = (later, true);
        }
        if clues.layout != Layout::Boxes {
            first = below_list(all, first, floor, clues);
        }
        let mut parts: Vec<Printed<String>> = all
            .get(first..at.head)
            .unwrap_or(&[])
            .iter()
            .map(Line::printed)
            .collect();
        let (Some(head), Some(counted)) = (all.get(at.head), all.get(at.line)) else {
            continue;
        };
        let bytes = head.raw().get(..at.bracket).unwrap_or("").trim_end().len();
        if bytes > 0 {
            parts.push(head.part(0, bytes));
        }
        let Some(mut printed) = join(&parts) else {
            continue;
        };
        printed.text = fold(&printed.text).into_owned();
        printed.value.clone_from(&printed.text);
        // A title that begins in the middle of a sentence has lost its beginning.
        let cut = !clues.manner.tells_titles()
            && all.get(first).is_some_and(|line| begins_cut(line.text()));
        // Where it is as long as it can be, it was not followed to its beginning.
        doubtful |= cut
            || at.head + 1 - first >= LONGEST
            || open_above(all, first, at.head, clues, right)
            || may_answer(all, first, at.head, clues)
            || set_alike_above(all, first, floor, clues);
        printed.certain &= !doubtful;
        let count = counted.part(at.number.start, at.number.end);
        let value = integer(&count.value);
        titles.push(Title {
            first,
            end: index + 1,
            page_index: all
                .get(first)
                .map_or(head.page_index, |line| line.page_index),
            printed,
            unread: value.is_none().then(|| count.clone()),
            count: value.map(|value| count.map(|_| value)),
            doubtful,
            cut,
        });
    }
    titles
}

/// The first line of a title in text of which some may stand on the page before: nobody types anything between
/// the list of those who did not answer and the next title.
fn below_list(all: &[Line<'_>], first: usize, floor: usize, clues: &Clues<'_>) -> usize {
    let page_of = |at: usize| all.get(at).map(|line| line.page_index);
    let mut at = first;
    while let Some(above) = at.checked_sub(1).filter(|above| *above >= floor) {
        if clues.ends_list(all, above) {
            return at;
        }
        let next = page_of(first) == page_of(above).map(|page| page + 1);
        if first - above > LIST_LINES || !next || clues.ends(all, above) {
            break;
        }
        at = above;
    }
    first
}

/// Whether it is not known where a title begins, since nothing in its style tells it from an answer: a
/// line of it that begins anew follows one that no space parts from what stands above, or the line above
/// asks something itself, or it stands at the top of a page and the last line of the page before leaves no
/// room for its first word.
fn open_above(all: &[Line<'_>], first: usize, last: usize, clues: &Clues<'_>, right: f32) -> bool {
    if clues.layout != Layout::Boxes || clues.manner.tells_titles() {
        return false;
    }
    let lines = all.get(first..=last).unwrap_or(&[]);
    let parted = lines.first().is_none_or(|line| line.on_page.blank_before);
    let mut below = lines.iter().skip(1);
    let above = first.checked_sub(1).filter(|at| !clues.ends_list(all, *at));
    let above = above.and_then(|at| all.get(at));
    let begun = above.zip(lines.first()).is_some_and(|(upper, lower)| {
        let open = if upper.page_index < lower.page_index {
            no_room(upper, lower, right)
        } else {
            !parted && upper.text().ends_with(['?', ':'])
        };
        open && upper.style() == lower.style() && !clues.is_structure(upper)
    });
    begun || !parted && below.any(|line| !begins_cut(line.text()))
}

/// Whether the line above, further away than the lines of titles are known to be, is set as titles alone are:
/// it may be one's first.
fn set_alike_above(all: &[Line<'_>], first: usize, floor: usize, clues: &Clues<'_>) -> bool {
    let above = first.checked_sub(1).filter(|above| *above >= floor);
    let pair = above.and_then(|above| all.get(above)).zip(all.get(first));
    clues.manner.tells_titles()
        && pair.is_some_and(|(upper, lower)| is_near(upper, lower) && !clues.is_structure(upper))
}

/// Whether, in text, the first lines may be what the one answered who is named right above them: a sentence
/// ends there.
fn may_answer(all: &[Line<'_>], first: usize, last: usize, clues: &Clues<'_>) -> bool {
    let named = first
        .checked_sub(1)
        .is_some_and(|above| clues.ends_name(all, above));
    let mut inner = all.get(first..last).unwrap_or(&[]).iter();
    clues.layout != Layout::Boxes && named && inner.any(|line| line.text().ends_with(['.', '!']))
}

fn first_line(
    all: &[Line<'_>],
    last: usize,
    floor: usize,
    clues: &Clues<'_>,
    (right, pitch): (f32, TitlePitch),
) -> usize {
    let layout = clues.layout;
    let mut first = last;
    // The top of the page where the title goes on that the page before it begins.
    let mut crossed = None;
    while let Some(above) = first
        .checked_sub(1)
        .filter(|above| *above >= floor && last - *above < LONGEST)
    {
        let (Some(upper), Some(lower)) = (all.get(above), all.get(first)) else {
            break;
        };
        let same_style = upper.style() == lower.style();
        let cut = layout != Layout::Boxes
            && crossed.is_none()
            && upper.page_index + 1 == lower.page_index
            && begins_cut(lower.text());
        // Where titles are set as nothing else is, a line so set is a title's however early it ends, and
        // so is the one above a line that goes on in the middle of a sentence; otherwise a line that
        // ends early was not wrapped.
        let wrapped = clues.manner.tells_titles()
            || begins_cut(lower.text()) && upper.page_index == lower.page_index
            || if upper.page_index == lower.page_index {
                full(upper, lower)
            } else {
                // An answer may end with a whole line; a title that goes on there seldom begins anew.
                begins_cut(lower.text()) && no_room(upper, lower, right)
            };
        if !same_style
            || !(cut || same_paragraph(upper, lower, layout) || spaced(upper, lower, clues, pitch))
            || clues.is_structure(upper)
            // Whose answer is blank may stand right above; in the middle of a title it is a title's.
            || (!begins_cut(lower.text())
                && (clues.ends_name(all, above) || clues.ends_list(all, above)))
            || !wrapped
        {
            break;
        }
        if cut {
            crossed = Some(first);
        }
        first = above;
    }
    // Only a paragraph of its own is surely the title's, and not the end of an answer.
    let parted = all.get(first).is_some_and(|line| line.on_page.blank_before);
    crossed.filter(|_| !parted).unwrap_or(first)
}

/// Whether a title that is set as nothing else is goes on, its lines further apart than those of a text.
fn spaced(upper: &Line<'_>, lower: &Line<'_>, clues: &Clues<'_>, pitch: TitlePitch) -> bool {
    clues.manner.tells_titles()
        && is_near(upper, lower)
        && (begins_cut(lower.text())
            || upper.text().ends_with(',')
            || full(upper, lower)
            // In capitals no line says that it goes on.
            || pitch.parts(upper, lower))
}

/// Whether a blank line, or a page's top, stands above a line.
fn begins_paragraph(all: &[Line<'_>], at: usize, clues: &Clues<'_>) -> bool {
    let above = at.checked_sub(1).and_then(|above| all.get(above));
    let (Some(above), Some(line)) = (above, all.get(at)) else {
        return true;
    };
    if above.page_index == line.page_index {
        line.on_page.blank_before && !clues.run_together
    } else {
        !begins_cut(line.text())
    }
}

/// How wide the lines of titles are in text, in characters, where they are wrapped at some width.
struct Width(usize);

impl Width {
    /// From the titles whose first line is certain: what stands above it ends there.
    fn learn(all: &[Line<'_>], clues: &Clues<'_>) -> Option<Self> {
        let mut longest = 0;
        let mut pairs = Vec::new();
        for (index, line) in all.iter().enumerate() {
            if clues.outline.of(line) != &Role::TitleEnd {
                continue;
            }
            let mut first = index;
            while let Some(above) = first.checked_sub(1).filter(|above| index - above < 5) {
                if begins_paragraph(all, first, clues) || clues.ends(all, above) {
                    break;
                }
                first = above;
            }
            let above = first.checked_sub(1);
            let sure = begins_paragraph(all, first, clues)
                || above.is_some_and(|above| clues.ends(all, above));
            let lines = all.get(first..=index).unwrap_or(&[]);
            if !sure || lines.len() > 4 {
                continue;
            }
            // What may be typed above a title is not taken for a part of it.
            let goes_on = |pair: &[Line<'_>]| match pair {
                [upper, lower] => begins_cut(lower.text()).then(|| with_next(upper, lower)),
                _ => None,
            };
            let joined: Option<Vec<usize>> = lines.windows(2).map(goes_on).collect();
            if let Some(joined) = joined {
                longest = lines.iter().map(length).max().unwrap_or(0).max(longest);
                pairs.extend(joined);
            }
        }
        // Titles whose lines end early are not wrapped at a width.
        let width = Self(longest);
        let early = pairs
            .iter()
            .filter(|needed| width.has_room(**needed))
            .count();
        (longest > 0 && early * 5 <= pairs.len()).then_some(width)
    }

    /// Whether a text of that length would have fitted, whatever its letters.
    fn has_room(&self, needed: usize) -> bool {
        needed * 5 < self.0 * 4
    }
}

/// The line of a title that begins anew, though nothing parts it from the line above, which ends
/// early: what was typed last may stand above it.
fn ended_early(all: &[Line<'_>], first: usize, last: usize, width: &Width) -> Option<usize> {
    (first + 1..=last).rev().find(|at| {
        let (Some(upper), Some(lower)) = (all.get(at - 1), all.get(*at)) else {
            return false;
        };
        !begins_cut(lower.text()) && width.has_room(with_next(upper, lower))
    })
}

/// The first line of a title that no blank line parts from what stands above it, and whether that is
/// in doubt: a line that ends early was not wrapped, so that the next begins the title.
fn unparted(
    all: &[Line<'_>],
    last: usize,
    floor: usize,
    clues: &Clues<'_>,
    width: Option<&Width>,
) -> (usize, bool) {
    let mut first = last;
    let mut doubtful = false;
    loop {
        let above = first.checked_sub(1).filter(|above| *above >= floor);
        let (Some(upper), Some(lower)) = (above.and_then(|at| all.get(at)), all.get(first)) else {
            return (first, doubtful);
        };
        let above = first.saturating_sub(1);
        let cut = begins_cut(lower.text());
        if clues.ends(all, above) || exporter::key(upper.raw()).is_some() {
            // A title that begins in the middle of a sentence has lost its beginning.
            return (first, doubtful || cut);
        }
        if begins_paragraph(all, first, clues) {
            return (first, doubtful);
        }
        if last - above >= LONGEST || (upper.page_index != lower.page_index && !cut) {
            return (first, true);
        }
        if !cut {
            if width.is_some_and(|width| width.has_room(with_next(upper, lower))) {
                return (first, doubtful);
            }
            // A whole line may be the answer's last or the title's first.
            doubtful = true;
            if clues.run_together || upper.text().ends_with(['.', '!', '?']) {
                return (first, true);
            }
        }
        first = above;
    }
}
