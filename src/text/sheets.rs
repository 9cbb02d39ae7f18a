//! Whether several pages were printed on each sheet. Such a file is read from sheet to sheet, and
//! what stands beside each other would be taken for one line: it is told apart before that.

use super::{Bbox, Cell, Document, Line, Page};

/// A sheet with two pages beside each other is at least so many times wider than high.
const WIDE: f32 = 1.15;

/// A sheet with four pages, two by two, is at least so many times higher than wide: as its pages are.
const HIGH: f32 = 1.15;

/// Left margins of two halves are one margin where they differ by less than this share of the width.
const SAME_MARGIN: f32 = 0.015;

/// A page's number stands among so many lines at the sheet's upper or lower edge.
const EDGE: usize = 2;

/// Lines that begin at a margin so that it is one.
const LINES: usize = 3;

/// A line begins at a page's margin, indented perhaps, within this share of the sheet's width: what
/// crosses the middle and begins further in is of a chart that is wider than its page.
const INDENTED: f32 = 0.1;

/// On a sheet of so many lines, one may cross the middle: a header that was printed over the sheet.
const LINES_PER_CROSSING: usize = 20;

/// The free band between the upper and the lower pages of a sheet, as a share of the height: the upper
/// ones' numbers stand right above it.
const BAND: f32 = 0.006;

/// A line has one part in each half at most on so many of a hundred sheets.
const NEARLY_ALL: usize = 90;

/// How many pages stand on each sheet, where it is more than one: two or four.
pub fn pages_on_a_sheet(document: &Document) -> Option<u8> {
    let sheets: Vec<Halves> = document.pages.iter().filter_map(Halves::of).collect();
    // Sheets of which a half is empty say neither; nor do titles and such that stand alone.
    let halved = sheets.iter().filter(|sheet| sheet.both).count();
    let crossed = sheets.iter().filter(|sheet| sheet.crossed).count();
    if halved == 0 || halved * 100 < (halved + crossed) * NEARLY_ALL || halved * 2 < sheets.len() {
        return None;
    }
    let all = |fits: &dyn Fn(&Halves) -> bool| {
        let halved = sheets.iter().filter(|sheet| sheet.both);
        let count = halved.clone().filter(|sheet| fits(sheet)).count();
        count * 100 >= halved.count() * NEARLY_ALL
    };
    if all(&|sheet| sheet.ratio >= WIDE) {
        Some(2)
    } else if all(&|sheet| sheet.ratio * HIGH <= 1.0 && sheet.band != Band::Crossed)
        && sheets.iter().any(|sheet| sheet.band == Band::Parts)
    {
        Some(4)
    } else {
        None
    }
}

/// How the text of a sheet stands to its middle.
struct Halves {
    /// Width by height.
    ratio: f32,
    /// Whether a part of a line crosses the middle from the left to the right half.
    crossed: bool,
    /// Whether both halves have lines that begin at one and the same margin, or at two, as those of
    /// pages that are bound, and are numbered one after the other.
    both: bool,
    /// What stands about its middle between top and bottom.
    band: Band,
}

/// How the text of a sheet stands to the band between its upper and its lower half.
#[derive(PartialEq)]
enum Band {
    /// Text stands in it.
    Crossed,
    /// It is free, with text above and below.
    Parts,
    /// It is free, with text on one side alone: the last sheet may have upper pages only.
    Ends,
}

impl Halves {
    fn of(page: &Page) -> Option<Self> {
        if page.width <= 0.0 || page.height <= 0.0 || page.lines.is_empty() {
            return None;
        }
        let middle = page.width / 2.0;
        let boxes = |line: &Line| -> Vec<Bbox> {
            let cells = line.cells.iter();
            cells.filter_map(|cell| cell.bbox).collect()
        };
        let mut across = Vec::new();
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for line in &page.lines {
            let boxes = boxes(line);
            let mut crossing = boxes.iter().filter(|b| b.x0 < middle && middle < b.x1);
            across.extend(crossing.next().map(|b| b.x0));
            let start = |half: &dyn Fn(&Bbox) -> bool| {
                let starts = boxes.iter().filter(|b| half(b)).map(|b| b.x0);
                starts.min_by(f32::total_cmp)
            };
            left.extend(start(&|b| b.x0 < middle));
            right.extend(start(&|b| b.x0 >= middle).map(|x| x - middle));
        }
        let slack = SAME_MARGIN * page.width;
        // A number may stand outside of it.
        let margin = |starts: &mut Vec<f32>| {
            starts.sort_by(f32::total_cmp);
            let mut runs = starts.windows(LINES);
            runs.find_map(|run| match run {
                [first, .., last] if last - first < slack => Some(*first),
                _ => None,
            })
        };
        let left = margin(&mut left);
        let text = left.unwrap_or(middle) + INDENTED * page.width;
        let crossings = across.iter().filter(|x| **x < text).count();
        let both = match (left, margin(&mut right)) {
            (Some(left), Some(right)) => (left - right).abs() < slack || numbered(page),
            _ => false,
        };
        let (top, bottom) = (
            (0.5 - BAND / 2.0) * page.height,
            (0.5 + BAND / 2.0) * page.height,
        );
        let rows = || page.lines.iter().flat_map(boxes);
        let crossed = crossings * LINES_PER_CROSSING > page.lines.len();
        Some(Self {
            ratio: page.width / page.height,
            crossed,
            both: both && !crossed,
            band: if rows().any(|b| b.y1 >= top && b.y0 <= bottom) {
                Band::Crossed
            } else if rows().any(|b| b.y1 < top) && rows().any(|b| b.y0 > bottom) {
                Band::Parts
            } else {
                Band::Ends
            },
        })
    }
}

/// Whether a line at the sheet's edge has a page's number in its left half and the next one in its right.
fn numbered(page: &Page) -> bool {
    let middle = page.width / 2.0;
    let pair = |line: &Line| -> bool {
        let [left, right] = line.cells.as_slice() else {
            return false;
        };
        let beside =
            left.bbox.is_some_and(|b| b.x1 < middle) && right.bbox.is_some_and(|b| b.x0 >= middle);
        let counted = |cell: &Cell| counted(page.slice(cell.range));
        let (Some((before, m, after)), Some(next)) = (counted(left), counted(right)) else {
            return false;
        };
        beside && m.checked_add(1).map(|n| (before, n, after)) == Some(next)
    };
    let lines = page.lines.iter();
    lines.clone().take(EDGE).any(pair) || lines.rev().take(EDGE).any(pair)
}

/// The first number of a text, with what stands before and after it.
fn counted(text: &str) -> Option<(&str, u32, &str)> {
    let (before, rest) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let end = rest.find(|c: char| !c.is_ascii_digit());
    let (number, after) = rest.split_at(end.unwrap_or(rest.len()));
    Some((before, number.parse().ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ByteRange;

    /// A page whose lines have cells from `x0` to `x1`.
    fn page(width: f32, height: f32, lines: &[(f32, &[(f32, f32)])]) -> Page {
        let line = |(y, cells): &(f32, &[(f32, f32)])| Line {
            cells: cells
                .iter()
                .map(|(x0, x1)| Cell {
                    range: ByteRange::default(),
                    bbox: Some(Bbox {
                        x0: *x0,
                        y0: y - 8.0,
                        x1: *x1,
                        y1: y + 2.0,
                    }),
                    words: Vec::new(),
                    size: 10.0,
                    bold: false,
                    font: 0,
                })
                .collect(),
            ..Line::default()
        };
        Page {
            width,
            height,
            lines: lines.iter().map(line).collect(),
            ..Page::default()
        }
    }

    fn sheets(pages: Vec<Page>) -> Option<u8> {
        pages_on_a_sheet(&Document {
            pages,
            ..Document::default()
        })
    }

    const TWO: &[(f32, &[(f32, f32)])] = &[
        (50.0, &[(40.0, 300.0), (461.0, 700.0)]),
        (70.0, &[(40.0, 380.0)]),
        (72.0, &[(461.0, 800.0)]),
        (90.0, &[(60.0, 380.0), (461.0, 500.0)]),
        (110.0, &[(40.0, 380.0), (480.0, 500.0)]),
    ];

    #[test]
    fn two_beside_each_other() {
        let sheet = || page(842.0, 595.0, TWO);
        let last = page(842.0, 595.0, &[(50.0, &[(40.0, 300.0)])]);
        assert_eq!(sheets(vec![sheet()]), Some(2));
        assert_eq!(sheets(vec![sheet(), sheet(), last]), Some(2));
        assert_eq!(sheets(vec![page(595.0, 842.0, TWO)]), None);
    }

    #[test]
    fn a_number_may_stand_outside_of_the_margin() {
        let mut lines = TWO.to_vec();
        lines.push((570.0, &[(20.0, 30.0), (441.0, 451.0)]));
        assert_eq!(sheets(vec![page(842.0, 595.0, &lines)]), Some(2));
    }

    #[test]
    fn a_line_across_the_middle_is_of_one_page() {
        let mut lines = TWO.to_vec();
        lines.push((20.0, &[(40.0, 600.0)]));
        let sheet = page(842.0, 595.0, &lines);
        assert_eq!(sheets(vec![sheet]), None);
    }

    #[test]
    fn a_chart_that_is_wider_than_its_page_is_no_line_across_the_middle() {
        let mut lines = TWO.to_vec();
        lines.push((120.0, &[(40.0, 110.0), (200.0, 300.0), (390.0, 440.0)]));
        lines.push((140.0, &[(390.0, 440.0), (461.0, 700.0)]));
        let sheet = page(842.0, 595.0, &lines);
        assert_eq!(sheets(vec![sheet]), Some(2));
        // Text of one page may be indented.
        let mut lines = TWO.to_vec();
        lines.push((120.0, &[(100.0, 440.0)]));
        let sheet = page(842.0, 595.0, &lines);
        assert_eq!(sheets(vec![sheet]), None);
    }

    #[test]
    fn pages_that_are_bound_have_margins_of_their_own_and_numbers() {
        let two: Vec<_> = [50.0, 70.0, 90.0]
            .map(|y| (y, [(90.0, 300.0), (451.0, 700.0)]))
            .to_vec();
        let sheet = |left: &str, right: &str| {
            let lines: Vec<(f32, &[(f32, f32)])> = two.iter().map(|(y, c)| (*y, &c[..])).collect();
            let mut page = page(842.0, 595.0, &lines);
            let mut numbers =
                self::page(842.0, 595.0, &[(570.0, &[(200.0, 210.0), (600.0, 610.0)])]);
            let mut line = numbers.lines.remove(0);
            for (cell, text) in line.cells.iter_mut().zip([left, right]) {
                let from = page.text.len();
                page.text.push_str(text);
                cell.range = (from..page.text.len()).into();
            }
            page.lines.push(line);
            sheets(vec![page])
        };
        assert_eq!(sheet("1", "2"), Some(2));
        assert_eq!(sheet("Side 9 av 20", "Side 10 av 20"), Some(2));
        for (left, right) in [
            ("1", "3"),
            ("Ja 1", "Nei 2"),
            ("Ja", "Nei"),
            ("4294967295", "0"),
        ] {
            assert_eq!(sheet(left, right), None, "{left}, {right}");
        }
    }

    #[test]
    fn labels_and_bars_are_no_two_pages() {
        let chart: &[(f32, &[(f32, f32)])] = &[
            (50.0, &[(40.0, 300.0), (520.0, 540.0)]),
            (70.0, &[(40.0, 300.0), (520.0, 540.0)]),
            (90.0, &[(40.0, 300.0), (520.0, 540.0)]),
        ];
        assert_eq!(sheets(vec![page(842.0, 595.0, chart)]), None);
    }

    #[test]
    fn four_have_a_free_band_between_them() {
        let mut lines: Vec<(f32, &[(f32, f32)])> = Vec::new();
        for top in [40.0, 80.0, 120.0] {
            lines.push((top, &[(30.0, 200.0), (327.5, 500.0)]));
            lines.push((top + 430.0, &[(30.0, 250.0), (327.5, 400.0)]));
        }
        let sheet = || page(595.0, 842.0, &lines);
        assert_eq!(sheets(vec![sheet()]), Some(4));
        // The last one may have upper pages alone.
        let upper: Vec<_> = lines.iter().filter(|(y, _)| *y < 400.0).copied().collect();
        let last = || page(595.0, 842.0, &upper);
        assert_eq!(sheets(vec![sheet(), last()]), Some(4));
        assert_eq!(sheets(vec![last()]), None);
        // The number of an upper page stands right above the middle.
        lines.push((412.0, &[(120.0, 130.0), (417.5, 427.5)]));
        assert_eq!(sheets(vec![page(595.0, 842.0, &lines)]), Some(4));
        // What stands in the band goes on from one to the other, in its upper half and in its lower.
        for y in [417.0, 425.0, 431.0] {
            lines.push((y, &[(30.0, 200.0)]));
            assert_eq!(sheets(vec![page(595.0, 842.0, &lines)]), None, "{y}");
            lines.pop();
        }
    }
}
