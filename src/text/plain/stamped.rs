//! What was stamped on every page may stand on one line with what the page says: it is parted from it.

use super::parting::Row;
use std::collections::{BTreeMap, BTreeSet};

/// On fewer pages nothing shows what stands on most of them.
const PAGES: usize = 4;
/// A stamp of fewer letters may end a word.
const LETTERS: usize = 4;
/// The lines of the front page, at the most, where the file does not tell its pages.
const FRONT: usize = 60;
/// More lines than this are on no front page.
const FRONT_LINES: usize = 200;
/// More texts than this stand before the pages' numbers in no file.
const HEADS: usize = 8;
/// The digits of a stamp, where the pages are not known: a year at the least. A name has fewer.
const DIGITS: usize = 4;
/// In so many parts of a file whose pages are not known a stamp has to stand.
const PARTS: usize = 8;

/// Finds what was stamped, and parts the rows that begin or end with it, on the pages where it has no
/// row of its own. Where columns were kept (`columns`), what stands after it would be moved, so that only
/// its end is parted. `known` is whether the sheets are the pages.
pub(super) fn part<'t>(
    sheets: &mut [Vec<Row<'t>>],
    columns: bool,
    known: bool,
) -> BTreeSet<&'t str> {
    let stamps = if known {
        on_pages(sheets)
    } else {
        all_along(sheets)
    };
    let mut found: BTreeSet<&'t str> = stamps.into_iter().collect();
    for stamp in &found {
        for sheet in sheets.iter_mut() {
            if known && sheet.iter().any(|(_, line)| line.trim() == *stamp) {
                continue;
            }
            let mut parted: Vec<Row<'t>> = Vec::new();
            for (place, line) in sheet.drain(..) {
                let parts = parts(line, stamp, columns).into_iter();
                parted.extend(parts.map(|part| (place, part)));
            }
            *sheet = parted;
        }
    }
    for head in counting(sheets, known) {
        for sheet in sheets.iter_mut() {
            let mut parted: Vec<Row<'t>> = Vec::new();
            for (place, line) in sheet.drain(..) {
                match line.rfind(head).map(|at| line.split_at(at)) {
                    Some((before, stamp)) if number_after(stamp, head).is_some() => {
                        let before = Some(before).filter(|before| !before.trim().is_empty());
                        parted.extend(before.map(|before| (place, before)));
                        parted.push((place, stamp));
                        found.insert(stamp.trim());
                    }
                    _ => parted.push((place, line)),
                }
            }
            *sheet = parted;
        }
    }
    found
}

/// What stands before the pages' numbers on lines of their own: `Fylket | side 7`, `Fylket | side 8`. Lists
/// and answers are numbered too, but not once on most pages, or from the beginning of a file to its end.
fn counting<'t>(sheets: &[Vec<Row<'t>>], known: bool) -> Vec<&'t str> {
    // The page, or else the row, and the number.
    let mut numbers: BTreeMap<&'t str, Vec<(usize, u32)>> = BTreeMap::new();
    let all: usize = sheets.iter().map(Vec::len).sum();
    let of_sheets = sheets.iter().enumerate();
    let rows = of_sheets.flat_map(|(sheet, rows)| rows.iter().map(move |row| (sheet, row)));
    for (row, (sheet, (_, line))) in rows.enumerate() {
        let line = line.trim();
        let (head, of) = head_of(line);
        // How many there are in all nobody types beside a number that grows.
        let keyed = head.contains(':') && !of;
        if let Some(number) = number_after(line, head).filter(|_| is_long(head) && !keyed) {
            let at = if known { sheet } else { row };
            numbers.entry(head).or_default().push((at, number));
        }
    }
    let counts = |found: &[(usize, u32)]| {
        let (Some(first), Some(last)) = (found.first(), found.last()) else {
            return false;
        };
        let pairs = found.len() - 1;
        let steps = |fits: fn(u32, u32) -> bool| {
            let pairs = found.windows(2);
            let fitting = pairs.filter(|pair| match pair {
                [a, b] => a.0 < b.0 && fits(a.1, b.1),
                _ => false,
            });
            fitting.count()
        };
        let wide = if known {
            found.len() * 10 >= sheets.len() * 6
        } else {
            (last.0 - first.0) * 2 >= all
        };
        let grows = steps(|a, b| a < b) == pairs;
        let counts = steps(|a, b| a + 1 == b || a + 2 == b) * 10 >= pairs * 8;
        found.len() >= PAGES && wide && grows && counts
    };
    let heads = numbers.into_iter().filter(|(_, found)| counts(found));
    heads.map(|(head, _)| head).take(HEADS).collect()
}

/// What stands before the number that ends a line, and whether it is told of how many, as in `7/81`.
fn head_of(line: &str) -> (&str, bool) {
    let bare = |text: &str| text.trim_end_matches(|ch: char| ch.is_ascii_digit()).len();
    let end = bare(line);
    let before = line.get(..end).unwrap_or(line);
    let of = before.strip_suffix('/').filter(|_| end < line.len());
    match of.map(|before| (before, bare(before))) {
        Some((before, start)) if start < before.len() => (line.get(..start).unwrap_or(line), true),
        _ => (before, false),
    }
}

/// The number that ends a line after its head, where nothing else stands there but how many there are.
fn number_after(line: &str, head: &str) -> Option<u32> {
    let digits = line.trim_end().strip_prefix(head)?;
    let (digits, of) = digits.split_once('/').unwrap_or((digits, ""));
    let whole = !digits.is_empty() && digits.len() <= 4;
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (whole && all_digits(digits) && all_digits(of)).then(|| digits.parse().ok())?
}

/// A line without the stamp that it begins or ends with, and the stamp; or the line.
fn parts<'t>(line: &'t str, stamp: &'t str, columns: bool) -> Vec<&'t str> {
    let (text, inner) = (line.trim_end(), line.trim());
    let whole = match (text.strip_suffix(stamp), inner.strip_prefix(stamp)) {
        (Some(before), _) => vec![before, stamp],
        (None, Some(after)) if !columns => vec![stamp, after],
        _ => return vec![line],
    };
    whole
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect()
}

fn is_at_edge(line: &str, stamp: &str) -> bool {
    let line = line.trim();
    line.starts_with(stamp) || line.ends_with(stamp)
}

fn is_long(text: &str) -> bool {
    text.chars().filter(|ch| ch.is_alphabetic()).count() >= LETTERS
}

/// The texts that stand once on most pages, and on some of them alone, the front page among those. What
/// only begins or ends a line of the front page is a respondent in the title, not a stamp.
fn on_pages<'t>(sheets: &[Vec<Row<'t>>]) -> Vec<&'t str> {
    if sheets.len() < PAGES {
        return Vec::new();
    }
    let mut alone: BTreeMap<&'t str, usize> = BTreeMap::new();
    for sheet in sheets {
        let lines: BTreeSet<&'t str> = sheet.iter().map(|(_, line)| line.trim()).collect();
        for line in lines {
            *alone.entry(line).or_default() += 1;
        }
    }
    let stands = |sheet: &Vec<Row<'t>>, stamp: &str| {
        sheet
            .iter()
            .filter(|(_, line)| is_at_edge(line, stamp))
            .count()
            == 1
    };
    let front = sheets.iter().take(1).flatten().map(|(_, line)| line.trim());
    let front: BTreeSet<&'t str> = front.take(FRONT_LINES).collect();
    let some = alone.into_iter().filter(|(text, on)| {
        front.contains(text) && is_long(text) && *on >= 2 && on * 10 >= sheets.len()
    });
    some.map(|(text, _)| text)
        .filter(|text| {
            let on = sheets.iter().filter(|sheet| stands(sheet, text)).count();
            on * 10 > sheets.len() * 8
        })
        .collect()
}

/// Where the file does not tell its pages: the texts with a year or another long number that stand alone
/// among the first lines, and again in every part of it.
fn all_along<'t>(sheets: &[Vec<Row<'t>>]) -> Vec<&'t str> {
    let lines = || sheets.iter().flatten().map(|(_, line)| line.trim());
    let all = lines().count();
    let mut in_parts: BTreeMap<&'t str, BTreeSet<usize>> = BTreeMap::new();
    for (at, line) in lines().enumerate() {
        in_parts
            .entry(line)
            .or_default()
            .insert(at * PARTS / all.max(1));
    }
    let front: BTreeSet<&'t str> = lines().take(FRONT).collect();
    let stamped = in_parts.into_iter().filter(|(text, parts)| {
        let figure = text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
        front.contains(text) && figure && is_long(text) && parts.len() == PARTS
    });
    stamped.map(|(text, _)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_parted_from_what_stands_beside_it() {
        let pages = [
            "Dato\nKOPI 2025",
            "KOPI 2025\nen",
            "42515791KOPI 2025\nto",
            "KOPI 2025 tre\nfire",
        ];
        let rows = |text: &'static str| text.split('\n').enumerate().collect::<Vec<Row<'_>>>();
        let mut sheets: Vec<Vec<Row<'_>>> = pages.into_iter().map(rows).collect();
        part(&mut sheets, false, true);
        assert_eq!(sheets[2], [(0, "42515791"), (0, "KOPI 2025"), (1, "to")]);
        assert_eq!(sheets[3], [(0, "KOPI 2025"), (0, " tre"), (1, "fire")]);
        // Where columns were kept, what stands after it keeps its place.
        let mut sheets: Vec<Vec<Row<'_>>> = pages.into_iter().map(rows).collect();
        part(&mut sheets, true, true);
        assert_eq!(sheets[3], [(0, "KOPI 2025 tre"), (1, "fire")]);
    }

    #[test]
    fn nothing_is_parted_on_a_page_that_has_the_stamp_on_a_line_of_its_own() {
        let pages = [
            "a\nKOPI 2025",
            "KOPI 2025\nKOPI 2025 er sendt",
            "b\nKOPI 2025",
            "KOPI 2025 c",
            "d\nKOPI 2025",
            "KOPI 2025\ne",
        ];
        let rows = |text: &'static str| text.split('\n').enumerate().collect::<Vec<Row<'_>>>();
        let mut sheets: Vec<Vec<Row<'_>>> = pages.into_iter().map(rows).collect();
        part(&mut sheets, false, true);
        assert_eq!(sheets[1], [(0, "KOPI 2025"), (1, "KOPI 2025 er sendt")]);
        assert_eq!(sheets[3], [(0, "KOPI 2025"), (0, " c")]);
    }

    #[test]
    fn what_stands_on_few_pages_is_parted_from_nothing() {
        let pages = [
            "Vedlegg til rapporten\na",
            "b\nVedlegg til rapporten",
            "c\nVedlegg til rapporten i år",
            "d",
            "e",
            "f",
        ];
        let rows = |text: &'static str| text.split('\n').enumerate().collect::<Vec<Row<'_>>>();
        let mut sheets: Vec<Vec<Row<'_>>> = pages.into_iter().map(rows).collect();
        part(&mut sheets, false, true);
        assert_eq!(sheets[2], rows(pages[2]));
    }

    #[test]
    fn a_number_is_told_of_how_many_only_where_that_stands_after_it() {
        assert_eq!(head_of("Side 7/81"), ("Side ", true));
        assert_eq!(head_of("Side 7"), ("Side ", false));
        assert_eq!(head_of("Side 7/"), ("Side 7/", false));
    }

    #[test]
    fn what_counts_the_pages_is_parted_from_an_answer() {
        let text = "a\nFylket | side 1\nb\nFylket | side 2\n93104904 Fylket | side 3\nc\nFylket | side 4\nd\nFylket | side 5";
        let mut sheets = vec![text.split('\n').enumerate().collect::<Vec<Row<'_>>>()];
        let found = part(&mut sheets, false, false);
        assert!(found.contains("Fylket | side 3"));
        assert!(sheets[0].contains(&(4, "93104904 ")));
        // An amount that grows is no page's number.
        let text = "Heltall: 1\nHeltall: 2\nHeltall: 3\nHeltall: 4\nHeltall: 5";
        let mut sheets = vec![text.split('\n').enumerate().collect::<Vec<Row<'_>>>()];
        assert!(part(&mut sheets, false, false).is_empty());
    }
}
