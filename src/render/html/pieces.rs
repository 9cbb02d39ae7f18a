//! A page's text, cut where places begin and end.

use crate::diagnostics::{FileReport, PageText, Place};
use crate::render::plain;
use crate::rules::Lang;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// How a place is marked; where places overlap the later one of these is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Digits that are no figure to check.
    Explained,
    /// A figure that no rule looked at.
    Dark,
    /// Something that could not be read with certainty.
    Unread,
    /// What a finding rests on.
    Related,
    /// What a finding is about.
    Primary,
}

impl Mark {
    /// The name that the style uses.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Dark => "dark",
            Self::Unread => "unread",
            Self::Related => "related",
            Self::Primary => "primary",
        }
    }
}

/// A stretch of a page's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Piece {
    /// The text.
    pub(super) text: String,
    /// How it is marked; `None` for what is not.
    pub(super) kind: Option<&'static str>,
    /// The id by which places link to it; empty for what is not marked.
    pub(super) id: String,
    /// The finding that it belongs to; empty for none.
    pub(super) finding: String,
}

/// A place to be marked, and the id of its finding.
pub(super) type Marked<'a> = (&'a Place, Mark, String);

/// The places of a file by their page.
pub(super) struct Places<'a> {
    index: usize,
    by_page: BTreeMap<u32, Vec<Marked<'a>>>,
}

impl<'a> Places<'a> {
    /// Sorts the places of a file; `shown` gives the id of a finding that the page shows.
    pub(super) fn of(
        file: &'a FileReport,
        index: usize,
        shown: impl Fn(usize) -> Option<String>,
    ) -> Self {
        let mut by_page: BTreeMap<u32, Vec<Marked<'a>>> = BTreeMap::new();
        let mut add = |place: &'a Place, mark, id: &str| {
            let page = by_page.entry(place.page).or_default();
            page.push((place, mark, id.to_owned()));
        };
        for (number, finding) in file.findings.iter().enumerate() {
            let Some(id) = shown(number) else { continue };
            add(&finding.primary, Mark::Primary, &id);
            for related in &finding.related {
                add(&related.place, Mark::Related, &id);
            }
        }
        for one in &file.explained {
            add(&one.place, Mark::Explained, "");
        }
        for place in &file.unread {
            add(place, Mark::Unread, "");
        }
        for place in &file.unchecked {
            add(place, Mark::Dark, "");
        }
        Self { index, by_page }
    }

    /// The id of the mark at which a place begins.
    pub(super) fn id(&self, place: &Place) -> String {
        id(self.index, place.page, place.start)
    }

    /// Which file of the run it is.
    pub(super) fn file(&self) -> usize {
        self.index
    }

    /// The places on a page.
    pub(super) fn on(&self, page: u32) -> &[Marked<'a>] {
        self.by_page.get(&page).map_or(&[], Vec::as_slice)
    }

    /// How many findings have their figure on a page, and whether any finding has a place there.
    pub(super) fn count(&self, page: u32) -> (usize, bool) {
        let places = self.by_page.get(&page).map_or(&[][..], Vec::as_slice);
        let primary = places.iter().filter(|(_, mark, _)| *mark == Mark::Primary);
        let any = places.iter().any(|(_, mark, _)| *mark >= Mark::Related);
        (primary.count(), any)
    }

    /// A page's text with all places marked.
    pub(super) fn page(&self, page: &PageText) -> Vec<Piece> {
        let places = self.by_page.get(&page.number);
        let whole = 0..page.text.len();
        cut(page, &whole, places.map_or(&[], Vec::as_slice), self.index)
    }

    /// The lines around what a finding is about, with only its own places marked.
    pub(super) fn excerpt(&self, page: &PageText, primary: &Place, id: &str) -> Vec<Piece> {
        let before = page.text.get(..primary.start).unwrap_or("");
        let start = before
            .rmatch_indices('\n')
            .nth(2)
            .map_or(0, |(at, _)| at + 1);
        let after = page.text.get(primary.end..).unwrap_or("");
        let end = after.match_indices('\n').nth(1);
        let end = end.map_or(page.text.len(), |(at, _)| primary.end + at);
        let places = self.by_page.get(&page.number).into_iter().flatten();
        let own = places.filter(|(_, mark, of)| *mark >= Mark::Related && of == id);
        let own: Vec<Marked<'_>> = own.cloned().collect();
        cut(page, &(start..end), &own, self.index)
    }
}

fn id(file: usize, page: u32, start: usize) -> String {
    format!("p{file}-{page}-{start}")
}

/// Cuts a range of a page at the ends of places; nothing is lost and nothing comes twice.
fn cut(page: &PageText, range: &Range<usize>, places: &[Marked<'_>], file: usize) -> Vec<Piece> {
    // Every byte keeps its place.
    let text = plain::page(&page.text);
    let inside = |at: &usize| range.start <= *at && *at <= range.end && text.is_char_boundary(*at);
    let ends = places
        .iter()
        .flat_map(|(place, ..)| [place.start, place.end]);
    let mut ends: Vec<usize> = ends
        .chain([range.start, range.end])
        .filter(inside)
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut out = Vec::new();
    for (start, end) in ends.iter().zip(ends.iter().skip(1)) {
        let over = places
            .iter()
            .filter(|(place, ..)| place.start <= *start && *end <= place.end)
            .max_by_key(|(_, mark, _)| *mark);
        out.push(Piece {
            text: text.get(*start..*end).unwrap_or("").to_owned(),
            kind: over.map(|(_, mark, _)| mark.name()),
            id: over.map_or(String::new(), |_| id(file, page.number, *start)),
            finding: over.map_or(String::new(), |(.., finding)| finding.clone()),
        });
    }
    out
}

/// A place: its text, the mark to jump to, and where it is in words.
#[derive(Serialize)]
pub(super) struct At {
    text: String,
    mark: String,
    #[serde(rename = "where")]
    place: String,
}

pub(super) fn at(place: &Place, places: &Places<'_>, lang: Lang) -> At {
    let text = plain::line(&place.text);
    At {
        // A link has to have a text.
        text: if text.trim().is_empty() {
            "…".to_owned()
        } else {
            text
        },
        mark: places.id(place),
        place: lang.words().at(&place.page, &place.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: usize, end: usize) -> Place {
        Place {
            page: 1,
            line: 1,
            column: 1,
            length: 1,
            end_line: 1,
            end_column: 2,
            start,
            end,
            text: String::new(),
            bbox: None,
            lines: Vec::new(),
        }
    }

    #[test]
    fn overlapping_places_are_cut_and_nothing_is_lost() {
        let page = PageText {
            number: 1,
            text: "Sum: 33 av 44\nø\n".to_owned(),
            line_numbers: Vec::new(),
        };
        let (a, b, wrong) = (place(0, 7), place(5, 7), place(15, 99));
        let marked = [
            (&a, Mark::Dark, String::new()),
            (&b, Mark::Primary, "f0-1".to_owned()),
            (&wrong, Mark::Primary, "f0-2".to_owned()),
        ];
        let pieces = cut(&page, &(0..page.text.len()), &marked, 0);
        let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["Sum: ", "33", " av 44\nø\n"]);
        assert_eq!(pieces[1].kind, Some("primary"));
        assert_eq!(pieces[1].id, "p0-1-5");
        assert_eq!(pieces[2].kind, None);
    }
}
