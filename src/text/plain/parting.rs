//! A text → the lines of its pages: by form feeds, by the blank that a page begins with, or by the
//! printed page numbers, each at the end of its page.

use std::collections::BTreeMap;

/// A line and its place in the file, from 0.
pub(super) type Row<'t> = (usize, &'t str);

/// The pages of a text.
pub(super) struct Parted<'t> {
    pub(super) sheets: Vec<Vec<Row<'t>>>,
    /// Whether a page can't end where none was seen to end.
    pub(super) known: bool,
}

/// A page's number may be so many more than that of the page before it.
const LEAP: u32 = 40;

/// Parts a text.
pub(super) fn part(text: &str) -> Parted<'_> {
    if text.contains('\u{c}') {
        return by_form_feeds(text);
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let begins = begin_with_blank(&lines);
    let ends = numbered_ends(&lines);
    if begins.len() > 1 {
        return by_blanks(&lines, &begins);
    }
    let mut sheets: Vec<Vec<Row<'_>>> = vec![Vec::new()];
    for (row, line) in lines.iter().enumerate() {
        if let Some(sheet) = sheets.last_mut() {
            sheet.push((row, line));
        }
        if ends.contains(&row) && lines.iter().skip(row + 1).any(|line| !is_blank(line)) {
            sheets.push(Vec::new());
        }
    }
    Parted {
        sheets,
        known: false,
    }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn by_form_feeds(text: &str) -> Parted<'_> {
    let mut row = 0;
    let mut sheets: Vec<Vec<Row<'_>>> = Vec::new();
    for sheet in text.split('\u{c}') {
        let lines: Vec<Row<'_>> = sheet
            .split('\n')
            .enumerate()
            .map(|(at, line)| (row + at, line))
            .collect();
        // The form feed stands inside a line.
        row += lines.len().saturating_sub(1);
        sheets.push(lines);
    }
    // A form feed ends a page; after the last there is none.
    if sheets
        .last()
        .is_some_and(|last| last.iter().all(|(_, line)| is_blank(line)))
    {
        sheets.pop();
    }
    Parted {
        sheets,
        known: true,
    }
}

/// The lines that begin a page: those that begin with one blank, where the first does and few do.
fn begin_with_blank(lines: &[&str]) -> Vec<usize> {
    let lead = |line: &str| line.starts_with(' ') && !line.starts_with("  ") && line.len() > 1;
    let filled: Vec<usize> = (0..lines.len())
        .filter(|row| lines.get(*row).is_some_and(|line| !is_blank(line)))
        .collect();
    let begins: Vec<usize> = filled
        .iter()
        .copied()
        .filter(|row| lines.get(*row).is_some_and(|line| lead(line)))
        .collect();
    // Where many lines begin with a blank, the blank means nothing.
    if begins.len() * 5 < filled.len() && begins.first() == filled.first() {
        begins
    } else {
        Vec::new()
    }
}

/// Pages that begin with a blank, and those that a number ended which stands alone.
fn by_blanks<'t>(lines: &[&'t str], begins: &[usize]) -> Parted<'t> {
    let mut sheets: Vec<Vec<Row<'_>>> = vec![Vec::new()];
    let mut blanks = usize::MAX;
    let mut ended = false;
    for (row, line) in lines.iter().enumerate() {
        if is_blank(line) {
            blanks = blanks.saturating_add(1);
            if let Some(sheet) = sheets.last_mut() {
                sheet.push((row, line));
            }
            continue;
        }
        let filled = sheets
            .last()
            .is_some_and(|sheet| sheet.iter().any(|(_, line)| !is_blank(line)));
        if filled && (ended || begins.binary_search(&row).is_ok()) {
            sheets.push(Vec::new());
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.push((row, line));
        }
        let number = line.trim();
        ended =
            blanks >= 3 && number.len() <= 5 && number.bytes().all(|byte| byte.is_ascii_digit());
        blanks = 0;
    }
    Parted {
        sheets,
        known: true,
    }
}

/// The lines that are page numbers: the longest row of numbers that stand alone and follow each other.
/// A count of a chart stands alone too, but its percent comes after it.
fn numbered_ends(lines: &[&str]) -> Vec<usize> {
    let filled: Vec<usize> = (0..lines.len())
        .filter(|row| lines.get(*row).is_some_and(|line| !is_blank(line)))
        .collect();
    // For each number the best row that ends with it: its length less its leaps, and its last member.
    let mut best: BTreeMap<u32, (i64, usize)> = BTreeMap::new();
    let mut members: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, row) in filled.iter().enumerate() {
        let Some(number) = lines.get(*row).and_then(|line| page_number(line)) else {
            continue;
        };
        let next = filled.get(at + 1).and_then(|row| lines.get(*row));
        if next.is_some_and(|next| is_percent(next)) {
            continue;
        }
        // A page that is passed over costs what one that is found gives.
        let before = (number.saturating_sub(LEAP)..number)
            .filter_map(|known| {
                let (score, member) = best.get(&known)?;
                Some((score - i64::from(number - known - 1), *member))
            })
            .max();
        let (score, before) = match before {
            Some((score, member)) if score > 0 => (score + 1, Some(member)),
            _ => (1, None),
        };
        let known = best.get(&number).map_or(i64::MIN, |(known, _)| *known);
        if score > known {
            best.insert(number, (score, members.len()));
        }
        members.push((*row, before));
    }
    let Some((score, last)) = best.into_values().max() else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    let mut member = (score > 1).then_some(last);
    while let Some((row, before)) = member.and_then(|at| members.get(at).copied()) {
        rows.push(row);
        member = before;
    }
    rows.reverse();
    rows
}

/// A line that says a page's number and no more: `7`, `Side 7 av 81`, `- 7 -`, `7/81`.
pub(super) fn page_number(line: &str) -> Option<u32> {
    let text = line.trim().trim_matches(['-', '–', '—', '|']).trim();
    let text = ["Side", "side", "Page", "page", "S."]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    let digits = text.len()
        - text
            .trim_start_matches(|ch: char| ch.is_ascii_digit())
            .len();
    let (number, rest) = text.split_at_checked(digits)?;
    let rest = rest.trim_start();
    let total = ["av", "of", "/", "|"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let total = total.map_or(rest, str::trim_start);
    let whole = total.bytes().all(|byte| byte.is_ascii_digit());
    (whole && number.len() <= 4).then(|| number.parse().ok())?
}

fn is_percent(line: &str) -> bool {
    let text = line.trim();
    text.contains('%')
        && text
            .trim_start_matches('(')
            .starts_with(|ch: char| ch.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_end_pages() {
        let text = "Dato\n1\nx\n4\n(50%)\n3\n(38%)\ny\n2\nz\n7\n3\nw\n";
        let rows = numbered_ends(&text.split('\n').collect::<Vec<_>>());
        assert_eq!(rows, [1, 8, 11]);
    }

    #[test]
    fn a_page_number_in_any_dress() {
        let numbers = ["7", " 7 ", "Side 7 av 81", "- 7 -", "7/81", "Page 7 of 9"];
        for text in numbers {
            assert_eq!(page_number(text), Some(7), "{text}");
        }
        for text in ["7 %", "(7)", "Side", "12345", "7 år", "syv", ""] {
            assert_eq!(page_number(text), None, "{text}");
        }
    }

    #[test]
    fn one_number_shows_no_pages() {
        assert!(!part("a\n5\nb\n").known);
        assert_eq!(part("a\n5\nb\n").sheets.len(), 1);
        assert_eq!(part("a\n\u{c}b\n").sheets.len(), 2);
    }

    #[test]
    fn lines_keep_their_place_in_the_file() {
        let parted = part("a\nb\n\u{c}c\n");
        let rows: Vec<Row<'_>> = parted.sheets.concat();
        assert!(rows.contains(&(2, "c")));
    }
}
