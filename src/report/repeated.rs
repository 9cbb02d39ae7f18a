//! Titles that are printed again at the top of the pages that they go on to, or that run at the top or at the
//! bottom of all: neither is a question's beginning, nor part of an answer.

use super::counts::count_at;
use super::exporter;
use super::lines::Line;
use super::titles::LONGEST;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// So many letters of a title are no answer.
const ENOUGH: usize = 20;
/// What is printed on so many pages is how the report is set: with the count of its title, and without it.
const COUNTED: usize = 2;
const RUNNING: usize = 3;
/// For each page that goes on without its title so many have it, with the count and without.
const MOST_COUNTED: usize = 2;
const MOST_RUNNING: usize = 10;
/// Of the titles that stand on a page so many are tried at the most.
const TITLES: usize = 100;

/// What stands at the edge of a page.
enum Edge {
    /// A title again, over these lines; whether with its count.
    Again(Range<usize>, bool),
    /// It may be a title of its own.
    Title,
    /// Neither.
    Bare,
}

/// The lines that repeat a title: page index, line index.
pub(super) fn find(all: &[Line<'_>]) -> Vec<(usize, usize)> {
    // The lists of those who did not answer have counts as well.
    let is_title = |at: &usize| {
        let head = count_at(all, *at).and_then(|count| all.get(count.head));
        head.is_some_and(|head| !exporter::begins_not_stated(head.text()))
    };
    let ends: Vec<usize> = (0..all.len()).filter(is_title).collect();
    let Some(first) = ends.first().and_then(|end| all.get(*end)) else {
        return Vec::new();
    };
    let same_page = |a: &Line<'_>, b: &Line<'_>| a.page_index == b.page_index;
    let mut from = 0;
    let pages = all.chunk_by(same_page).map(|page| {
        let lines = from..from + page.len();
        from = lines.end;
        lines
    });
    let asked = |lines: &Range<usize>| {
        let line = all.get(lines.start);
        line.is_some_and(|line| line.page_index >= first.page_index)
    };
    let pages: Vec<Range<usize>> = pages.filter(asked).collect();
    let bottoms = each(&pages, BTreeSet::new(), |page, known| {
        bottom(all, page, &ends, known)
    });
    let mut found: BTreeSet<usize> = BTreeSet::new();
    // Under what runs at the top of all pages a title may stand again.
    for _ in 0..2 {
        let below = pages.iter().map(|page| {
            let start = page.clone().find(|at| !found.contains(at));
            start.unwrap_or(page.end)..page.end
        });
        let below: Vec<Range<usize>> = below.collect();
        let mut tops = each(&below, found.clone(), |page, known| {
            top(all, page, &ends, known)
        });
        // Above the first question stands the survey's title.
        if let Some(edge @ Edge::Bare) = tops.first_mut() {
            *edge = Edge::Title;
        }
        found.extend(habit(tops));
    }
    found.extend(habit(bottoms));
    let lines = found.into_iter().filter_map(|at| all.get(at));
    lines.filter_map(place).collect()
}

/// What stands at an edge of each page; what repeats a title so far is no part of another, as what is `known`.
fn each(
    pages: &[Range<usize>],
    mut known: BTreeSet<usize>,
    read: impl Fn(&Range<usize>, &BTreeSet<usize>) -> Edge,
) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(pages.len());
    for page in pages {
        let edge = read(page, &known);
        if let Edge::Again(lines, _) = &edge {
            known.extend(lines.clone());
        }
        edges.push(edge);
    }
    edges
}

/// The lines that repeat titles, where that is how the report is set.
fn habit(edges: Vec<Edge>) -> Vec<usize> {
    let again = |counted: bool| {
        let is = |edge: &&Edge| matches!(edge, Edge::Again(_, with) if *with == counted);
        edges.iter().filter(is).count()
    };
    let (counted, running) = (again(true), again(false));
    let bare = edges.iter().filter(|edge| matches!(edge, Edge::Bare));
    let bare = bare.count();
    // One page that begins as a title does is another question of that title.
    let habit = counted >= COUNTED && bare * MOST_COUNTED <= counted
        || running >= RUNNING && bare * MOST_RUNNING <= running;
    let lines = edges.into_iter().filter_map(|edge| match edge {
        Edge::Again(lines, _) if habit => Some(lines),
        _ => None,
    });
    lines.flatten().collect()
}

/// Where a line stands: page index, line index.
fn place(line: &Line<'_>) -> Option<(usize, usize)> {
    let mut lines = line.page.lines.iter();
    let at = lines.position(|one| std::ptr::eq(one, line.on_page))?;
    Some((line.page_index, at))
}

/// What stands at the top of a page.
fn top(all: &[Line<'_>], page: &Range<usize>, ends: &[usize], known: &BTreeSet<usize>) -> Edge {
    let before = ends.partition_point(|end| *end < page.start);
    let mut above = ends.get(..before).unwrap_or(&[]).iter().rev();
    let last = above.find(|end| !known.contains(end));
    for count in (1..=page.len().min(LONGEST)).rev() {
        let lines = page.start..page.start + count;
        let below = ends.iter().skip(before);
        let below = below.take_while(|end| page.contains(end));
        let below = below.filter(|end| !lines.contains(end)).take(TITLES);
        if let Some(counted) = again(all, &lines, last.into_iter().chain(below), known) {
            return Edge::Again(lines, counted);
        }
    }
    let lines = ends.get(before).map(|end| page.start..end + 1);
    let lines = lines.filter(|lines| lines.end <= page.end && lines.len() <= LONGEST);
    let lines = lines.and_then(|lines| all.get(lines));
    let lines = lines.filter(|lines| set_alike(lines));
    if lines.is_some() {
        Edge::Title
    } else {
        Edge::Bare
    }
}

/// Whether lines are set in one style, or in none.
fn set_alike(lines: &[Line<'_>]) -> bool {
    let style = lines.first().and_then(Line::style);
    lines.iter().all(|line| line.style() == style)
}

/// What stands at the bottom of a page.
fn bottom(all: &[Line<'_>], page: &Range<usize>, ends: &[usize], known: &BTreeSet<usize>) -> Edge {
    let before = ends.partition_point(|end| *end < page.start);
    for count in (1..=page.len().min(LONGEST)).rev() {
        let lines = page.end - count..page.end;
        let above = ends.iter().skip(before.saturating_sub(1));
        let above = above.take_while(|end| **end < lines.start).take(TITLES);
        if let Some(counted) = again(all, &lines, above, known) {
            return Edge::Again(lines, counted);
        }
    }
    Edge::Bare
}

/// Whether lines say one of the titles again that end on these lines: with its count, or without. A title may
/// begin above the lines that say it, on the page before, and go on below them.
fn again<'e>(
    all: &[Line<'_>],
    lines: &Range<usize>,
    mut ends: impl Iterator<Item = &'e usize>,
    known: &BTreeSet<usize>,
) -> Option<bool> {
    let said = all.get(lines.clone()).unwrap_or(&[]);
    // What is set otherwise is the page's own.
    if !set_alike(said) {
        return None;
    }
    let (text, goes_on) = whole(said);
    let counted = goes_on || count_at(all, lines.end.checked_sub(1)?).is_some();
    let says = |end: &usize| {
        let own = (0..=*end).rev();
        let own = own.filter(|at| !lines.contains(at) && !known.contains(at));
        repeats(&text, own.take(LONGEST).filter_map(|at| all.get(at)))
    };
    ends.any(says).then_some(counted)
}

/// What lines say without that they go on, blanks taken out, and whether they say that.
fn whole(lines: &[Line<'_>]) -> (String, bool) {
    let mut text: String = lines.iter().map(Line::squashed).collect();
    let rest = exporter::GOES_ON.iter().find_map(|word| {
        let rest = text.len().checked_sub(word.len())?;
        text.get(rest..)?.eq_ignore_ascii_case(word).then_some(rest)
    });
    if let Some(rest) = rest {
        text.truncate(rest);
    }
    (text, rest.is_some())
}

/// Whether a text is a title, whose lines these are, the last first, or the beginning of a long one.
fn repeats<'l, 'a: 'l>(text: &'l str, lines: impl Iterator<Item = &'l Line<'a>>) -> bool {
    let mut title = String::new();
    let mut lines = lines.peekable();
    // What is set otherwise stands above it.
    let style = lines.peek().and_then(|line| line.style());
    // A title in capitals need not stand so where it stands again.
    let capitals = lines.peek().is_some_and(|line| {
        let before_count = line
            .text()
            .rsplit_once('(')
            .map_or(line.text(), |(head, _)| head);
        !before_count.contains(char::is_lowercase)
    });
    let cased = |text: &'l str| {
        if capitals {
            Cow::Owned(text.to_lowercase())
        } else {
            Cow::Borrowed(text)
        }
    };
    let text = &*cased(text);
    let mut set = lines.take_while(|line| line.style() == style);
    let long = text.chars().count() >= ENOUGH;
    set.any(|line| {
        title.insert_str(0, &cased(line.squashed()));
        let rest = title.strip_prefix(text).filter(|_| !text.is_empty());
        rest.is_some_and(|rest| long || exporter::is_count(rest))
    })
}
