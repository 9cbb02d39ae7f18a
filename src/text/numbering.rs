//! The numbers of lines in the margin: 1, 2, 3 or 5, 10, 15 from the top of a page to its bottom, in a
//! column of their own beside the text. They are taken out before lines are built, so that none is ever
//! taken for a part of a line.

use crate::pdf::{RawDocument, RawPage, RawRun};
use std::collections::{BTreeMap, BTreeSet};

/// On so many pages at the least numbers stand in the margin, that they count lines.
const PAGES: usize = 3;
/// On this share of the pages, of ten, they do: on those of charts stand few lines.
const TENTHS: usize = 2;
/// Of the pages with numbers in their column, of ten, so many have hardly any others there.
const EVEN: usize = 6;
/// On a page, so many that go on evenly tell that they do.
const ROW: usize = 3;
/// A line's number has so many digits at the most.
const DIGITS: usize = 5;
/// Of the text, one run of so many may stand as far out as the numbers do: a header, a stamp.
const FEW: usize = 20;
/// Numbers stand in one column where their edges differ by less than this, points.
const COLUMN: f32 = 2.0;
/// Runs nearer than this share of the size are one number that is drawn figure by figure.
const JOINED: f32 = 0.15;
/// What follows nearer than this share of the size goes on with the number: `1.` and `2 år`, drawn letter by
/// letter.
const BLANK: f32 = 0.5;

/// A number that stands alone.
#[derive(Clone, Debug)]
struct Number {
    value: u32,
    x0: f32,
    x1: f32,
    y: f32,
    size: f32,
    /// Its runs, by index.
    runs: Vec<usize>,
}

/// Where the column of numbers stands: beside which edge of the text, and which edge of theirs is one.
#[derive(Clone, Copy, Debug)]
struct Column {
    left_of_text: bool,
    flush_right: bool,
}

impl Column {
    const ALL: [Self; 4] = [
        Self::new(true, true),
        Self::new(true, false),
        Self::new(false, true),
        Self::new(false, false),
    ];

    const fn new(left_of_text: bool, flush_right: bool) -> Self {
        Self {
            left_of_text,
            flush_right,
        }
    }

    fn edge(self, number: &Number) -> f32 {
        if self.flush_right {
            number.x1
        } else {
            number.x0
        }
    }

    /// Whether hardly anything of a page's text stands as far out.
    fn is_outside(self, number: &Number, text: &Edges) -> bool {
        let beyond = if self.left_of_text {
            text.left.partition_point(|x0| *x0 < number.x1)
        } else {
            let right = &text.right;
            right.len() - right.partition_point(|x1| *x1 <= number.x0)
        };
        beyond * FEW <= text.left.len()
    }
}

/// Where the text of a page begins and ends, run by run, each in order.
#[derive(Debug, Default)]
struct Edges {
    left: Vec<f32>,
    right: Vec<f32>,
}

/// Takes the numbers of lines out of the pages of a document: for each page its runs.
pub(super) fn take_out(raw: &mut RawDocument) -> Vec<Vec<RawRun>> {
    let mut taken = vec![Vec::new(); raw.pages.len()];
    let filled = raw.pages.iter().filter(|page| !page.runs.is_empty());
    let needed = (filled.count() * TENTHS).div_ceil(10).max(PAGES);
    let pages: Vec<Vec<Number>> = raw.pages.iter().map(numbers).collect();
    // Few documents have as many numbers that stand alone.
    if pages.iter().filter(|page| page.len() >= ROW).count() < needed {
        return taken;
    }
    let texts: Vec<Edges> = raw
        .pages
        .iter()
        .zip(&pages)
        .map(|(page, numbers)| text(page, numbers))
        .collect();
    // Of numbers that are flush on one side, those with as many figures are flush on the other too.
    let found = Column::ALL
        .iter()
        .filter_map(|column| in_column(*column, &pages, &texts, needed))
        .max_by_key(|runs| runs.iter().map(BTreeSet::len).sum::<usize>());
    for ((page, out), taken) in raw
        .pages
        .iter_mut()
        .zip(found.iter().flatten())
        .zip(&mut taken)
    {
        let runs = std::mem::take(&mut page.runs);
        for (index, run) in runs.into_iter().enumerate() {
            let into = if out.contains(&index) {
                &mut *taken
            } else {
                &mut page.runs
            };
            into.push(run);
        }
    }
    taken
}

/// For each page the runs that number its lines, where most pages have them in one column.
fn in_column(
    column: Column,
    pages: &[Vec<Number>],
    texts: &[Edges],
    needed: usize,
) -> Option<Vec<BTreeSet<usize>>> {
    let outside: Vec<Vec<&Number>> = pages
        .iter()
        .zip(texts)
        .map(|(numbers, text)| {
            let outside = numbers.iter().filter(|one| column.is_outside(one, text));
            outside.collect()
        })
        .collect();
    let at = usual(outside.iter().flatten().map(|one| column.edge(one)))?;
    let in_line: Vec<Vec<&Number>> = outside
        .into_iter()
        .map(|numbers| {
            let near = |one: &&Number| (column.edge(one) - at).abs() < COLUMN;
            numbers.into_iter().filter(near).collect()
        })
        .collect();
    let step = step(&in_line)?;
    let rows: Vec<Vec<&Number>> = in_line.iter().map(|numbers| row(numbers, step)).collect();
    let pages = rows.iter().zip(&in_line);
    let even = pages.filter(|(row, all)| row.len() * 2 > all.len());
    let even: Vec<&Vec<&Number>> = even.map(|(row, _)| row).collect();
    let any = in_line.iter().filter(|all| !all.is_empty()).count();
    let numbered = even.iter().filter(|row| row.len() >= ROW).count();
    if numbered < needed || even.len() * 10 < any * EVEN {
        return None;
    }
    let runs = |row: Vec<&Number>| row.iter().flat_map(|one| one.runs.clone()).collect();
    Some(rows.into_iter().map(runs).collect())
}

/// The edge at which most numbers stand.
fn usual(edges: impl Iterator<Item = f32>) -> Option<f32> {
    let mut edges: Vec<f32> = edges.collect();
    edges.sort_by(f32::total_cmp);
    let (mut from, mut best) = (0, None);
    for (to, edge) in edges.iter().enumerate() {
        while edges.get(from).is_some_and(|first| edge - first > COLUMN) {
            from += 1;
        }
        let middle = edges.get(usize::midpoint(from, to)).copied();
        if best.is_none_or(|(count, _)| to - from > count) {
            best = Some((to - from, middle));
        }
    }
    best?.1
}

/// By how much most numbers are larger than the one above.
fn step(pages: &[Vec<&Number>]) -> Option<u32> {
    let mut steps: BTreeMap<u32, usize> = BTreeMap::new();
    for pair in pages.iter().flat_map(|numbers| numbers.windows(2)) {
        if let [above, below] = pair
            && let Some(step) = below
                .value
                .checked_sub(above.value)
                .filter(|step| *step > 0)
        {
            *steps.entry(step).or_default() += 1;
        }
    }
    let most = steps.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(step, _)| step)
}

/// The longest row of a page's numbers in which each is larger by `step` than the one above.
fn row<'n>(numbers: &[&'n Number], step: u32) -> Vec<&'n Number> {
    // For each number how many stand in the longest row that ends with it, and which is the one above.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    let mut ends: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, number) in numbers.iter().enumerate() {
        let above = number.value.checked_sub(step);
        let above = above.and_then(|value| ends.get(&value)).copied();
        let length = |at: usize| rows.get(at).map_or(0, |(length, _)| *length);
        let long = above.map_or(0, length) + 1;
        let known = ends.get(&number.value).copied().map_or(0, length);
        rows.push((long, above));
        if long > known {
            ends.insert(number.value, at);
        }
    }
    let longest = (0..rows.len()).rev();
    let mut next = longest.max_by_key(|at| rows.get(*at).map(|(length, _)| *length));
    let mut row = Vec::new();
    while let Some(at) = next {
        row.extend(numbers.get(at).copied());
        next = rows.get(at).and_then(|(_, above)| *above);
    }
    row
}

/// The numbers that stand alone on a page, from its top.
fn numbers(page: &RawPage) -> Vec<Number> {
    let runs = page.runs.iter().enumerate();
    let figures = runs.filter_map(|(index, run)| Some((index, run, figures(page, run)?)));
    let mut figures: Vec<_> = figures.collect();
    figures.sort_by(|(_, a, (_, left, _)), (_, b, (_, right, _))| {
        a.y.total_cmp(&b.y).then(left.total_cmp(right))
    });
    let mut numbers: Vec<(Number, String)> = Vec::new();
    for (index, run, (said, x0, x1)) in figures {
        match numbers.last_mut() {
            Some((last, text))
                if (last.y - run.y).abs() < JOINED * run.size
                    && (x0 - last.x1).abs() < JOINED * run.size =>
            {
                text.push_str(&said);
                last.x1 = x1;
                last.runs.push(index);
            }
            _ => {
                let number = Number {
                    value: 0,
                    x0,
                    x1,
                    y: run.y,
                    size: run.size,
                    runs: vec![index],
                };
                numbers.push((number, said));
            }
        }
    }
    let short = numbers.into_iter().filter(|(_, text)| text.len() <= DIGITS);
    let read = short.filter_map(|(number, text)| {
        let value = text.parse().ok()?;
        Some(Number { value, ..number })
    });
    let mut read: Vec<Number> = read.collect();
    if read.len() >= ROW {
        let lefts = lefts(page);
        read.retain(|number| !goes_on(number, &lefts));
    }
    read
}

/// Where the runs of a page begin that are no numbers: height and left edge, from the top.
fn lefts(page: &RawPage) -> Vec<(f32, f32)> {
    let words = page.runs.iter().filter(|run| figures(page, run).is_none());
    let lefts = words.filter_map(|run| {
        let mut glyphs = run.of(&page.glyphs).iter();
        let first = glyphs.find(|glyph| !glyph.ch.is_whitespace())?;
        Some((run.y, first.x0))
    });
    let mut lefts: Vec<(f32, f32)> = lefts.collect();
    lefts.sort_by(|a, b| a.0.total_cmp(&b.0));
    lefts
}

/// Whether something stands right behind a number.
fn goes_on(number: &Number, lefts: &[(f32, f32)]) -> bool {
    let near = JOINED * number.size;
    let from = lefts.partition_point(|(y, _)| *y < number.y - near);
    let line = lefts.iter().skip(from);
    let mut line = line.take_while(|(y, _)| *y <= number.y + near);
    line.any(|(_, x0)| (-near..BLANK * number.size).contains(&(x0 - number.x1)))
}

/// The figures of a run that says nothing else, and its edges.
fn figures(page: &RawPage, run: &RawRun) -> Option<(String, f32, f32)> {
    let mut said = String::new();
    let (mut x0, mut x1) = (f32::MAX, f32::MIN);
    let glyphs = run.of(&page.glyphs).iter();
    for glyph in glyphs.filter(|glyph| !glyph.ch.is_whitespace()) {
        if !glyph.ch.is_ascii_digit() {
            return None;
        }
        said.push(glyph.ch);
        x0 = x0.min(glyph.x0);
        x1 = x1.max(glyph.x1);
    }
    (!said.is_empty()).then_some((said, x0, x1))
}

/// The edges of the other runs of a page.
fn text(page: &RawPage, numbers: &[Number]) -> Edges {
    let mut alone = vec![false; page.runs.len()];
    for index in numbers.iter().flat_map(|number| &number.runs) {
        if let Some(alone) = alone.get_mut(*index) {
            *alone = true;
        }
    }
    let mut edges = Edges::default();
    for (run, _) in page.runs.iter().zip(alone).filter(|(_, alone)| !alone) {
        let glyphs = run.of(&page.glyphs).iter();
        let mut said = glyphs.filter(|glyph| !glyph.ch.is_whitespace());
        if let Some(left) = said.next() {
            edges.left.push(left.x0);
            edges.right.push(said.next_back().unwrap_or(left).x1);
        }
    }
    edges.left.sort_by(f32::total_cmp);
    edges.right.sort_by(f32::total_cmp);
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::draw;

    /// A page with runs of text at (x, y).
    fn page(runs: &[(String, f32, f32)]) -> RawPage {
        let mut page = RawPage::default();
        for (text, x, y) in runs {
            draw(&mut page, text, (*x, *y), 0);
        }
        page
    }

    /// What is taken out of six pages of twelve lines of text each, `beside` which a number stands: its
    /// text, where from, and on which line.
    fn taken(beside: &dyn Fn(u16, u16) -> Option<(u16, f32)>) -> Vec<String> {
        let pages = (0..6_u16).map(|number| {
            let mut runs = Vec::new();
            for line in 0..12_u16 {
                let y = 60.0 + 20.0 * f32::from(line);
                runs.push((format!("Svar {line}."), 60.0, y));
                if let Some((said, x)) = beside(number, line) {
                    runs.push((said.to_string(), x, y + 3.0));
                }
            }
            page(&runs)
        });
        let mut raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        let before: usize = raw.pages.iter().map(|page| page.runs.len()).sum();
        let taken = take_out(&mut raw);
        let after: usize = raw.pages.iter().map(|page| page.runs.len()).sum();
        assert_eq!(before, after + taken.iter().map(Vec::len).sum::<usize>());
        let said = |page: &RawPage, run: &RawRun| figures(page, run).map(|(said, ..)| said);
        let pages = raw.pages.iter().zip(&taken);
        pages
            .map(|(page, runs)| {
                let numbers = runs.iter().filter_map(|run| said(page, run));
                numbers.collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    #[test]
    fn numbers_of_lines_are_taken_from_either_margin() {
        let each = "1 2 3 4 5 6 7 8 9 10 11 12";
        for (left, right) in [(30.0, 0.0), (30.0, 5.0), (300.0, 0.0), (300.0, 5.0)] {
            // Flush left, or flush right.
            let x = |number: u16| if number < 10 { left + right } else { left };
            let anew = taken(&|_, line| Some((line + 1, x(line + 1))));
            assert_eq!(anew, [each; 6], "{left} {right}");
        }
        let fifth = taken(&|page, line| {
            let number = 12 * page + line + 1;
            (number % 5 == 0).then_some((number, 30.0))
        });
        assert_eq!(fifth.concat(), "", "too few on a page");
        let third = taken(&|page, line| {
            let number = 12 * page + line + 1;
            (number % 3 == 0).then_some((number, 30.0))
        });
        assert_eq!(third[0], "3 6 9 12");
        assert_eq!(third[5], "63 66 69 72");
        // The others are pages of charts.
        let half = taken(&|page, line| (page < 3).then_some((line + 1, 30.0)));
        assert_eq!(half, [each, each, each, "", "", ""]);
    }

    #[test]
    fn a_number_that_does_not_go_on_is_left() {
        let taken = taken(&|page, line| {
            let said = if line == 11 { page + 1 } else { line + 1 };
            Some((said, 30.0))
        });
        assert_eq!(taken[5], "1 2 3 4 5 6 7 8 9 10 11");
    }

    #[test]
    fn a_number_that_something_follows_closely_is_that_line_s_own() {
        let taken = |x1: f32| {
            let pages = (0..6_u16).map(|_| {
                let lines = (0..12_u16).flat_map(|line| {
                    let y = 60.0 + 20.0 * f32::from(line);
                    let said = (line + 1).to_string();
                    let x = x1 - if line < 9 { 5.0 } else { 10.0 };
                    // Where names are drawn letter by letter, their numbers are runs of their own.
                    [(said, x, y), ("Svar".to_owned(), 60.0, y)]
                });
                page(&lines.collect::<Vec<_>>())
            });
            let mut raw = RawDocument {
                pages: pages.collect(),
                ..RawDocument::default()
            };
            take_out(&mut raw).iter().map(Vec::len).sum::<usize>()
        };
        assert_eq!(taken(40.0), 72);
        assert_eq!(taken(57.0), 0);
    }

    #[test]
    fn figures_that_do_not_rise_evenly_or_stand_in_the_text_are_its_own() {
        let none = [""; 6];
        // Values of a chart, numbers of questions, and a list of numbers that someone typed.
        assert_eq!(
            taken(&|page, line| Some(((line * 7 + page) % 5, 300.0))),
            none
        );
        assert_eq!(
            taken(&|page, line| (line == 0).then_some((page + 1, 30.0))),
            none
        );
        assert_eq!(taken(&|_, line| Some((line + 1, 61.0))), none);
        // On two pages alone.
        assert_eq!(
            taken(&|page, line| (page < 2).then_some((line + 1, 30.0))),
            none
        );
    }

    #[test]
    fn numbers_stand_where_most_of_them_do() {
        for edges in [
            [40.0, 40.5, 41.0, 90.0, 200.0],
            [20.0, 30.0, 40.0, 40.5, 41.0],
        ] {
            let edge = usual(edges.into_iter()).expect("an edge");
            assert!((edge - 40.5).abs() < 1.0, "{edges:?}: {edge}");
        }
    }
}
