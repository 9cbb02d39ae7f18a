//! What stands in one place on most pages: headers, footers, page numbers, stamps. It is set on lines
//! of its own, so that it never sticks to what stands beside it.

use crate::pdf::{RawDocument, RawPage, RawRun};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// In fewer pages, nothing shows what stands on most of them.
const PAGES: usize = 4;
/// On this share of the pages, of ten, it has to stand.
const TENTHS: usize = 6;
/// Baselines nearer than this are one place, points.
const BASELINE: f32 = 1.5;
/// Text whose figures differ from page to page is centred or flush right; then it begins this much,
/// in sizes of its type, to the left or right.
const SHIFT: f32 = 1.2;
/// Height of the bands in which places are first sorted, points.
const BAND: f32 = 4.0;

/// A run of fewer letters is no word.
const WORD: usize = 3;
/// On this share of the pages, of ten, such a run has to stand: initials.
const NEARLY_ALL: usize = 9;
/// Places that differ by less than this are one to the eye, points.
const EXACT: f32 = 1.0;
/// What stands alone has nothing beside it within so many sizes of its type.
const ALONE: f32 = 2.0;

/// So many lines stand between a page's number and the edge of its text at the most: headers, footers.
const EDGE: usize = 2;

/// Where a run stands: page, index of the run there.
type Place = (usize, usize);

/// For each page its runs that stand in one place on most pages, by index, in order.
pub(super) fn find(raw: &RawDocument) -> Vec<Vec<usize>> {
    let pages = raw.pages.len();
    let mut found = vec![Vec::new(); pages];
    let filled = raw
        .pages
        .iter()
        .filter(|page| !page.runs.is_empty())
        .count();
    if filled < PAGES {
        return found;
    }
    let needed = (filled * TENTHS).div_ceil(10).max(3);
    let mut texts: FxHashMap<String, Vec<(i32, Place)>> = FxHashMap::default();
    for (index, page) in raw.pages.iter().enumerate() {
        let edges = edges(page);
        for (number, run) in page.runs.iter().enumerate() {
            // Text that is drawn glyph by glyph has the same letter in one place on many pages; a lone
            // number counts pages only at the edge of what stands there.
            let edge = run.y < edges.0 + BASELINE || run.y > edges.1 - BASELINE;
            if (run.count as usize) < WORD && !edge {
                continue;
            }
            let Some(text) = said(page, run) else {
                continue;
            };
            if text.chars().nth(WORD - 1).is_some() || (text == "#" && edge) {
                let place = (band(run.y), (index, number));
                texts.entry(text).or_default().push(place);
            }
        }
    }
    let run_of = |place: &Place| {
        raw.pages
            .get(place.0)
            .and_then(|page| page.runs.get(place.1))
    };
    let left_of = |place: &Place| {
        let page = raw.pages.get(place.0)?;
        left(page, page.runs.get(place.1)?)
    };
    let often = texts.into_values().filter(|places| places.len() >= needed);
    let mut likely: Vec<Vec<Place>> = often.flat_map(by_band).collect();
    likely.retain(|places| places.len() >= needed);
    likely.sort_unstable();
    for all in likely {
        let (Some(y), Some(x)) = (
            median(all.iter().filter_map(|place| Some(run_of(place)?.y))),
            median(all.iter().filter_map(left_of)),
        ) else {
            continue;
        };
        let near = all.into_iter().filter(|place| {
            run_of(place).zip(left_of(place)).is_some_and(|(run, x0)| {
                (run.y - y).abs() < BASELINE && (x0 - x).abs() < SHIFT * run.size
            })
        });
        let near: Vec<Place> = near.collect();
        let mut on: Vec<usize> = near.iter().map(|place| place.0).collect();
        on.dedup();
        if on.len() >= needed {
            for (page, run) in near {
                if let Some(runs) = found.get_mut(page) {
                    runs.push(run);
                }
            }
        }
    }
    initials(raw, &mut found, filled);
    beside(raw, &mut found, needed);
    for runs in &mut found {
        runs.sort_unstable();
        runs.dedup();
    }
    found
}

/// For each band in which a text stands its places there, and those in the next band: what stands at the
/// edge of a band may stand in the next one on other pages.
fn by_band(places: Vec<(i32, Place)>) -> Vec<Vec<Place>> {
    let mut bands: BTreeMap<i32, Vec<Place>> = BTreeMap::new();
    for (band, place) in places {
        bands.entry(band).or_default().push(place);
    }
    let with_next = bands.iter().map(|(at, places)| {
        let next = at.checked_add(1).and_then(|next| bands.get(&next));
        let all = places.iter().chain(next.into_iter().flatten());
        all.copied().collect()
    });
    with_next.collect()
}

/// Adds what is too short for a word where it stands alone and in just one place on nearly all pages.
fn initials(raw: &RawDocument, found: &mut [Vec<usize>], filled: usize) {
    let needed = (filled * NEARLY_ALL).div_ceil(10);
    let pages = || raw.pages.iter().filter(|page| !page.runs.is_empty());
    // What stands on nearly all pages stands on one of these.
    let tried = [0, filled / 2, filled.saturating_sub(1)];
    for page in tried.iter().filter_map(|at| pages().nth(*at)) {
        for run in &page.runs {
            let short = said(page, run).filter(|text| {
                text.chars().count() < WORD && text.chars().all(char::is_alphabetic)
            });
            let Some((text, left)) = short.zip(left(page, run)) else {
                continue;
            };
            if !is_alone(page, run) {
                continue;
            }
            let same = |page: &RawPage, other: &RawRun| {
                (other.y - run.y).abs() < EXACT
                    && self::left(page, other).is_some_and(|x0| (x0 - left).abs() < EXACT)
                    && said(page, other).is_some_and(|other| other == text)
            };
            let places = raw.pages.iter().enumerate().filter_map(|(index, page)| {
                let run = page.runs.iter().position(|run| same(page, run));
                run.map(|run| (index, run))
            });
            let places: Vec<Place> = places.collect();
            if places.len() >= needed {
                for (page, run) in places {
                    if let Some(runs) = found.get_mut(page) {
                        runs.push(run);
                    }
                }
            }
        }
    }
}

/// Whether nothing else stands beside a run.
fn is_alone(page: &RawPage, run: &RawRun) -> bool {
    let reach = ALONE * run.size;
    let Some((x0, x1)) = left(page, run).zip(right(page, run)) else {
        return false;
    };
    let beside = page.runs.iter().filter(|other| {
        (other.y - run.y).abs() < run.size
            && said(page, other).is_some()
            && left(page, other).is_some_and(|left| left < x1 + reach)
            && right(page, other).is_some_and(|right| right > x0 - reach)
    });
    // It finds itself.
    beside.count() == 1
}

fn left(page: &RawPage, run: &RawRun) -> Option<f32> {
    page.glyphs.get(run.first as usize).map(|glyph| glyph.x0)
}

fn right(page: &RawPage, run: &RawRun) -> Option<f32> {
    let last = (run.first + run.count).checked_sub(1)?;
    page.glyphs.get(last as usize).map(|glyph| glyph.x1)
}

/// The baselines of the outermost lines of a page, above and below, points.
fn edges(page: &RawPage) -> (f32, f32) {
    let mut heights: Vec<f32> = page.runs.iter().map(|run| run.y).collect();
    heights.sort_by(f32::total_cmp);
    heights.dedup_by(|b, a| (*b - *a).abs() < BASELINE);
    let last = heights.len().saturating_sub(1);
    (
        heights.get(EDGE.min(last)).copied().unwrap_or(0.0),
        heights
            .get(last.saturating_sub(EDGE))
            .copied()
            .unwrap_or(0.0),
    )
}

/// Adds what stands on the same lines as what was found, in one place on as many pages, however short
/// it is: the dashes and the `av` of `- 6 av 47 -`, drawn word by word. What was found itself counts
/// too: of a line that is drawn glyph by glyph, one page may have lacked what the others have.
fn beside(raw: &RawDocument, found: &mut [Vec<usize>], needed: usize) {
    let mut short: BTreeMap<String, Vec<(f32, Place)>> = BTreeMap::new();
    for (index, (page, seeds)) in raw.pages.iter().zip(found.iter()).enumerate() {
        let heights: Vec<f32> = seeds
            .iter()
            .filter_map(|seed| Some(page.runs.get(*seed)?.y))
            .collect();
        for (number, run) in page.runs.iter().enumerate() {
            if !heights.iter().any(|y| (run.y - y).abs() < BASELINE) {
                continue;
            }
            if run.size > 0.0
                && let (Some(text), Some(x0)) = (said(page, run), left(page, run))
            {
                short.entry(text).or_default().push((x0, (index, number)));
            }
        }
    }
    let size = |(page, run): Place| {
        let page = raw.pages.get(page);
        page.and_then(|page| page.runs.get(run))
            .map_or(0.0, |run| run.size)
    };
    for mut places in short.into_values() {
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        // What stands on most pages is set as most of it is; one that is set large reaches no further.
        let sizes = places.iter().map(|(_, place)| size(*place));
        let reach = SHIFT * median(sizes).unwrap_or(0.0);
        // One text may stand twice on a line, as the dashes around a number do. The pages of those
        // around each place, from the left to the right.
        let mut on: BTreeMap<usize, usize> = BTreeMap::new();
        let (mut from, mut to) = (0, 0);
        for (x0, (page, run)) in &places {
            while let Some((_, (near, _))) = places.get(to).filter(|(x, _)| x - x0 < reach) {
                *on.entry(*near).or_default() += 1;
                to += 1;
            }
            while let Some((_, (far, _))) = places.get(from).filter(|(x, _)| x0 - x >= reach) {
                let left = on.get(far).map_or(0, |count| count - 1);
                if left == 0 {
                    on.remove(far);
                } else {
                    on.insert(*far, left);
                }
                from += 1;
            }
            if on.len() >= needed
                && let Some(runs) = found.get_mut(*page)
            {
                runs.push(*run);
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a height beyond any page has a band of its own all the same"
)]
fn band(y: f32) -> i32 {
    (y / BAND).floor() as i32
}

fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

/// What a run says, its figures as one sign each; `None` for one that says nothing.
fn said(page: &RawPage, run: &RawRun) -> Option<String> {
    let glyphs = run.of(&page.glyphs);
    let mut text = String::with_capacity(glyphs.len());
    for glyph in glyphs {
        match glyph.ch {
            ch if ch.is_whitespace() => {}
            ch if ch.is_ascii_digit() => {
                if !text.ends_with('#') {
                    text.push('#');
                }
            }
            ch => text.push(ch),
        }
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::draw;

    /// A page with runs of text at (x, y).
    fn page(runs: &[(&str, f32, f32)]) -> RawPage {
        let mut page = RawPage::default();
        for (text, x, y) in runs {
            draw(&mut page, text, (*x, *y), 0);
        }
        page
    }

    #[test]
    fn what_stands_on_most_pages_is_found_though_its_figures_differ() {
        let pages = (1..=12_u16).map(|number| {
            let foot = format!("side {number}");
            let x = if number < 10 { 300.0 } else { 297.5 };
            let body = 50.0 + 13.0 * f32::from(number);
            page(&[("Svar", 40.0, body), (&foot, x, 800.0)])
        });
        let raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        assert_eq!(find(&raw), vec![vec![1]; 12]);
    }

    #[test]
    fn a_glyph_that_stands_a_little_aside_on_one_page_belongs_to_its_line() {
        // Flush right, glyph by glyph: page 9 has one figure less, and all stands to the right of
        // where it stands on the others.
        let pages = (9..=20_u16).map(|number| {
            let shift = if number < 10 { 6.0 } else { 0.0 };
            let foot = ["4", "5", "/", "2", "5", ",", "side"];
            let mut runs = vec![
                ("Svar", 40.0, 50.0),
                ("Kommune", 40.0, 70.0),
                ("Ja", 40.0, 90.0),
            ];
            let xs = [400.0, 406.0, 412.0, 418.0, 424.0, 430.0, 440.0];
            runs.extend(
                foot.iter()
                    .zip(xs)
                    .map(|(text, x)| (*text, x + shift, 800.0)),
            );
            let last = if number < 10 { "9" } else { "11" };
            runs.push((last, 470.0 + shift, 800.0));
            runs.iter_mut()
                .take(3)
                .for_each(|run| run.2 += 9.0 * f32::from(number));
            page(&runs)
        });
        let raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        for (page, found) in find(&raw).iter().enumerate() {
            assert_eq!(*found, (3..11).collect::<Vec<_>>(), "page {page}");
        }
    }

    #[test]
    fn a_large_letter_on_one_page_draws_nothing_to_the_line() {
        // Page by page further to the right, so that no place is that of most pages.
        let pages = (1..=10_u16).map(|number| {
            let foot = format!("side {number}");
            let x = 40.0 * f32::from(number);
            let mut page = page(&[(&foot, 500.0, 800.0), ("A", x, 800.0)]);
            if number == 5 {
                page.runs[1].size = 1000.0;
            }
            page
        });
        let raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        assert_eq!(find(&raw), vec![vec![0]; 10]);
    }

    #[test]
    fn two_lines_that_say_nothing_but_figures_stand_below_each_other() {
        let pages = (0..6_u8).map(|number| {
            let body = 50.0 + 20.0 * f32::from(number);
            page(&[
                ("Svar", 40.0, body),
                ("22 33 44 55", 40.0, 800.0),
                ("92 33 44 55", 40.0, 809.0),
            ])
        });
        let raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        assert_eq!(find(&raw), vec![vec![1, 2]; 6]);
    }

    #[test]
    fn what_stands_elsewhere_on_each_page_is_text() {
        let pages =
            (0..6_u8).map(|number| page(&[("Heltall", 40.0, 100.0 + 20.0 * f32::from(number))]));
        let raw = RawDocument {
            pages: pages.collect(),
            ..RawDocument::default()
        };
        assert!(find(&raw).iter().all(Vec::is_empty));
    }

    #[test]
    fn initials_that_stand_alone_in_one_place_on_each_page_are_found() {
        let signed = |at: f32, aside: f32| {
            let pages = (0..10_u8).map(|number| {
                let body = 50.0 + 13.0 * f32::from(number);
                let x = 540.0 + aside * f32::from(number);
                page(&[("Svar", 40.0, body), ("KM", x, at)])
            });
            find(&RawDocument {
                pages: pages.collect(),
                ..RawDocument::default()
            })
        };
        assert_eq!(signed(700.0, 0.0), vec![vec![1]; 10]);
        assert_eq!(signed(700.0, 2.0), vec![Vec::<usize>::new(); 10]);
    }

    #[test]
    fn a_short_answer_in_one_place_is_no_initials() {
        // Some pages lack it, or it belongs to a word that is drawn by letters.
        let with = |text: &'static str, pages: usize, beside: &'static str| {
            let all = (0..10_usize).map(|number| {
                let mut runs = vec![("Svar", 40.0, 50.0), ("Kommune", 40.0, 300.0)];
                if number < pages {
                    runs.extend([(text, 40.0, 200.0), (beside, 50.5, 200.0)]);
                }
                let step = f32::from(u8::try_from(number).expect("few"));
                let moved = runs.iter_mut().take(2).zip([7.0, 9.0]);
                moved.for_each(|(run, by)| run.2 += by * step);
                page(&runs)
            });
            find(&RawDocument {
                pages: all.collect(),
                ..RawDocument::default()
            })
        };
        let none = vec![Vec::<usize>::new(); 10];
        assert_eq!(with("Ja", 8, " "), none);
        assert_eq!(with("Ja", 10, "g"), none);
        assert_eq!(with("Ja", 9, " ").iter().flatten().count(), 9);
    }
}
