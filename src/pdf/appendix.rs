//! What is added to a PDF beside its highlights: an outline that leads to the findings, and pages at
//! the end that list them.
//!
//! The pages themselves are empty: what is read on them is a note that lies on top, as the highlights
//! do, so that the report has the same text as before.

use super::sheet::{Sheet, numbers};
use encoding_rs::WINDOWS_1252;
use hayro_interpret::hayro_syntax::page::Page;
use lopdf::{
    Dictionary, Document, Error, IncrementalDocument, Object, ObjectId, Stream, dictionary,
    text_string,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Width and height of a page that lists findings: A4, points.
const PAPER: [f32; 2] = [595.0, 842.0];
/// Room at each side, points.
const MARGIN: f32 = 54.0;
/// Where the text begins that stands beside a place, points: after `side 20000 · advarsel`.
const INDENT: f32 = 154.0;
/// Size of the text, points.
const SIZE: f32 = 9.5;
/// From one line to the next, points.
const LEADING: f32 = 13.0;
/// Letters on a line: so many of Helvetica have room between indent and margin.
const WIDE: usize = 77;
/// Letters on a line of the heading.
const WIDE_HEADING: usize = 62;
/// Pages that list findings at most; the outline has them all.
const PAGES: usize = 20;
/// Entries of the outline at most.
const ENTRIES: usize = 2000;

/// What is listed in the outline and at the end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Appendix {
    /// How it stands.
    pub title: String,
    /// What it is the list of, under the title.
    pub subtitle: String,
    /// What stands under the last one of the list, where there is no room for all.
    pub rest: String,
    /// The findings.
    pub entries: Vec<Entry>,
}

/// A finding in the outline and on the pages at the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// The upper edge of what it is about, points from the top of the page as shown.
    pub top: f32,
    /// Where it is and how grave: `side 4 · feil`.
    pub place: String,
    /// What is wrong.
    pub text: String,
}

/// Appends an outline and pages to a file.
pub(super) fn append(
    file: &mut IncrementalDocument,
    pages: &BTreeMap<u32, ObjectId>,
    appendix: &Appendix,
) -> Result<(), Error> {
    let before = file.get_prev_documents();
    let root = before.trailer.get(b"Root")?.as_reference()?;
    let mut catalog = before.get_dictionary(root)?.clone();
    let entries: Vec<(&Entry, Object)> = appendix
        .entries
        .iter()
        .take(ENTRIES)
        .filter_map(|entry| {
            let page = *pages.get(&entry.page)?;
            let [x, y] = Sheet::of(before, page).own([0.0, (entry.top - LEADING).max(0.0)]);
            let destination = vec![page.into(), "XYZ".into(), x.into(), y.into(), Object::Null];
            Some((entry, destination.into()))
        })
        .collect();
    outline(file, &mut catalog, appendix, &entries)?;
    sheets(file, &catalog, appendix, &entries)?;
    file.new_document.set_object(root, catalog);
    Ok(())
}

/// Puts the findings after what the outline has, under one heading.
fn outline(
    file: &mut IncrementalDocument,
    catalog: &mut Dictionary,
    appendix: &Appendix,
    entries: &[(&Entry, Object)],
) -> Result<(), Error> {
    let document = &mut file.new_document;
    let heading = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    for (index, ((entry, destination), id)) in entries.iter().zip(&ids).enumerate() {
        let mut item = dictionary! {
            "Title" => text_string(&format!("{}: {}", entry.place, entry.text)),
            "Parent" => heading,
            "Dest" => destination.clone(),
        };
        if let Some(id) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", *id);
        }
        if let Some(id) = ids.get(index + 1) {
            item.set("Next", *id);
        }
        document.set_object(*id, item);
    }
    let known = catalog.get(b"Outlines").and_then(Object::as_reference).ok();
    let outlines = match known {
        Some(id) => id,
        None => document.new_object_id(),
    };
    let before = file.get_prev_documents();
    let mut top = before.get_dictionary(outlines).cloned().unwrap_or_default();
    let mut item = dictionary! {
        "Title" => text_string(&format!("dekom-lint: {}", appendix.title)),
        "Parent" => outlines,
    };
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        item.set("First", *first);
        item.set("Last", *last);
        item.set("Count", i64::try_from(ids.len()).unwrap_or(i64::MAX));
    }
    if let Ok(last) = top.get(b"Last").and_then(Object::as_reference) {
        let mut sibling = before.get_dictionary(last)?.clone();
        sibling.set("Next", heading);
        item.set("Prev", last);
        file.new_document.set_object(last, sibling);
    } else {
        top.set("First", heading);
    }
    let open = top.get(b"Count").and_then(Object::as_i64).unwrap_or(0);
    let more = i64::try_from(ids.len()).unwrap_or(0) + 1;
    top.set("Type", "Outlines");
    top.set("Last", heading);
    top.set("Count", open.max(0).saturating_add(more));
    file.new_document.set_object(heading, item);
    file.new_document.set_object(outlines, top);
    catalog.set("Outlines", outlines);
    if !catalog.has(b"PageMode") {
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

/// Puts the pages that list the findings after the last one.
fn sheets(
    file: &mut IncrementalDocument,
    catalog: &Dictionary,
    appendix: &Appendix,
    entries: &[(&Entry, Object)],
) -> Result<(), Error> {
    let tree = catalog.get(b"Pages")?.as_reference()?;
    let before = file.get_prev_documents();
    let mut root = before.get_dictionary(tree)?.clone();
    let kids = root.get_deref(b"Kids", before).and_then(Object::as_array);
    let mut kids = kids.cloned().unwrap_or_default();
    let count = root.get_deref(b"Count", before).and_then(Object::as_i64);
    let count = count.unwrap_or(0);
    let document = &mut file.new_document;
    let font = |bold: bool| {
        let name = if bold { "Helvetica-Bold" } else { "Helvetica" };
        dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name,
            "Encoding" => "WinAnsiEncoding",
        }
    };
    let fonts = dictionary! {
        "R" => document.add_object(font(false)),
        "B" => document.add_object(font(true)),
    };
    let fonts = document.add_object(fonts);
    let mut added = 0;
    for sheet in laid_out(appendix, entries) {
        let page = sheet.page(document, fonts, tree);
        kids.push(page.into());
        added += 1;
    }
    root.set("Kids", kids);
    root.set("Count", count.saturating_add(added));
    document.set_object(tree, root);
    Ok(())
}

/// The pages of a file without those at its end that list findings. Such a page has no content at all,
/// so that nothing of a report can hide on it.
pub(super) fn without_lists<'p, 'a>(pages: &'p [Page<'a>]) -> &'p [Page<'a>] {
    let is_list = |page: &Page<'_>| {
        let own = page.raw();
        own.get::<bool>(b"DekomLint") == Some(true) && !own.contains_key(b"Contents")
    };
    let lists = pages.iter().rev().take_while(|page| is_list(page)).count();
    pages.get(..pages.len() - lists).unwrap_or(pages)
}

/// A page that lists findings.
#[derive(Default)]
struct Listing {
    drawn: String,
    /// Where a click leads: the upper and lower edge, and the destination.
    links: Vec<(f32, f32, Object)>,
    /// What it says, for programs that read notes.
    said: String,
}

impl Listing {
    fn line(&mut self, [x, y]: [f32; 2], font: &str, size: f32, text: &str) {
        let mut hex = String::new();
        for ch in text.chars() {
            let _ = write!(hex, "{:02X}", letter(ch));
        }
        let _ = writeln!(
            self.drawn,
            "BT /{font} {size} Tf {x:.1} {y:.1} Td <{hex}> Tj ET"
        );
    }

    fn page(self, document: &mut Document, fonts: ObjectId, tree: ObjectId) -> ObjectId {
        let [width, height] = PAPER;
        let paper = [0.0, 0.0, width, height];
        let look = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => numbers(paper),
            "Resources" => dictionary! { "Font" => fonts },
        };
        let look = document.add_object(Stream::new(look, self.drawn.into_bytes()));
        let page = document.new_object_id();
        let mut notes: Vec<Object> = Vec::new();
        let text = dictionary! {
            "Type" => "Annot", "Subtype" => "FreeText", "Rect" => numbers(paper),
            // Shown and printed; nobody moves it by a slip of the hand.
            "F" => 4 | 64 | 128,
            "P" => page, "NM" => text_string("dekom-lint-list"), "T" => text_string("dekom-lint"),
            "DA" => text_string("/R 9.5 Tf 0 g"), "Contents" => text_string(&self.said),
            "BS" => dictionary! { "W" => 0 },
            "AP" => dictionary! { "N" => look },
        };
        notes.push(document.add_object(text).into());
        for (upper, lower, destination) in self.links {
            let link = dictionary! {
                "Type" => "Annot", "Subtype" => "Link", "P" => page, "Dest" => destination,
                "Rect" => numbers([MARGIN, lower, width - MARGIN, upper]),
                "Border" => vec![0.into(), 0.into(), 0.into()],
            };
            notes.push(document.add_object(link).into());
        }
        document.set_object(
            page,
            dictionary! {
                "Type" => "Page", "Parent" => tree, "Rotate" => 0, "DekomLint" => true,
                "MediaBox" => numbers(paper), "CropBox" => numbers(paper),
                "Resources" => dictionary! { "Font" => fonts },
                "Annots" => notes,
            },
        );
        page
    }
}

/// Breaks the list into lines and pages.
fn laid_out(appendix: &Appendix, entries: &[(&Entry, Object)]) -> Vec<Listing> {
    let top = PAPER[1] - MARGIN;
    let mut out = vec![Listing::default()];
    let mut y = top - 6.0;
    if let Some(first) = out.first_mut() {
        for line in textwrap::wrap(&appendix.title, WIDE_HEADING) {
            first.line([MARGIN, y], "B", 15.0, &line);
            y -= 20.0;
        }
        first.line([MARGIN, y], "R", SIZE, &appendix.subtitle);
        let _ = writeln!(first.said, "{}\n{}", appendix.title, appendix.subtitle);
        y -= 2.0 * LEADING;
    }
    for (entry, destination) in entries {
        let lines = textwrap::wrap(&entry.text, WIDE);
        #[expect(clippy::cast_precision_loss, reason = "a finding has few lines")]
        let tall = LEADING * lines.len().max(1) as f32;
        if y - tall < MARGIN {
            if out.len() == PAGES {
                if let Some(last) = out.last_mut() {
                    last.line([MARGIN, MARGIN - 2.0 * LEADING], "B", SIZE, &appendix.rest);
                    let _ = writeln!(last.said, "{}", appendix.rest);
                }
                break;
            }
            out.push(Listing::default());
            y = top;
        }
        let Some(sheet) = out.last_mut() else { break };
        sheet.line([MARGIN, y], "B", SIZE, &entry.place);
        let _ = writeln!(sheet.said, "{}: {}", entry.place, entry.text);
        let upper = y + SIZE;
        for line in &lines {
            sheet.line([INDENT, y], "R", SIZE, line);
            y -= LEADING;
        }
        sheet.links.push((upper, y + SIZE, destination.clone()));
        y -= 4.0;
    }
    out
}

/// A letter in the encoding of the pages' font; what it does not have is a question mark.
fn letter(ch: char) -> u8 {
    let mut buffer = [0; 4];
    let text: &str = match ch {
        // The minus sign is no letter of it, and the dash looks the same.
        '\u{2212}' => "–",
        '\u{202F}' => "\u{A0}",
        _ => ch.encode_utf8(&mut buffer),
    };
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    match (&*bytes, lost) {
        ([one], false) if *one >= 32 => *one,
        _ => b'?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How wide a text is in Helvetica-Bold, thousandths of its size, after Adobe's metrics.
    fn bold(text: &str) -> f32 {
        let width = |ch| match ch {
            'b' | 'd' | 'g' | 'h' | 'n' | 'o' | 'p' | 'q' | 'u' => 611.0,
            'f' | 't' => 333.0,
            'i' | 'j' | 'l' | ' ' | '·' => 278.0,
            'm' => 889.0,
            'r' => 389.0,
            'w' => 778.0,
            'z' => 500.0,
            _ => 556.0,
        };
        text.chars().map(width).sum()
    }

    #[test]
    fn a_place_ends_before_the_text_begins() {
        for place in [
            "side 20000 · advarsel",
            "side 20000 · åtvaring",
            "page 20000 · warning",
        ] {
            let end = MARGIN + bold(place) / 1000.0 * SIZE;
            assert!(end + 2.0 < INDENT, "{place} ends at {end}");
        }
    }

    #[test]
    fn places_stand_under_the_heading_and_texts_beside_them() {
        let entry = Entry {
            page: 1,
            top: 0.0,
            place: "side 1 · feil".to_owned(),
            text: "Summen stemmer ikke.".to_owned(),
        };
        let appendix = Appendix {
            title: "1 feil".to_owned(),
            subtitle: "rapport.pdf".to_owned(),
            ..Appendix::default()
        };
        let pages = laid_out(&appendix, &[(&entry, Object::Null)]);
        let lefts = pages[0].drawn.lines().map(|line| {
            let left = line.split(' ').nth(4).expect("a place");
            left.parse::<f32>().expect("a number")
        });
        assert_eq!(lefts.collect::<Vec<_>>(), [MARGIN, MARGIN, MARGIN, INDENT]);
    }

    #[test]
    fn a_list_that_is_broken_off_says_so_on_its_last_page() {
        let entry = |number: u32| Entry {
            page: number,
            top: 0.0,
            place: format!("side {number} · feil"),
            text: "Summen stemmer ikke.".to_owned(),
        };
        let listed = |count| {
            let appendix = Appendix {
                rest: "Resten står i margen.".to_owned(),
                entries: (1..=count).map(entry).collect(),
                ..Appendix::default()
            };
            let entries = appendix.entries.iter().map(|e| (e, Object::Null));
            let pages = laid_out(&appendix, &entries.collect::<Vec<_>>());
            let says = |page: &Listing| page.said.contains("Resten står i margen.");
            (pages.len(), pages.iter().map(says).collect::<Vec<bool>>())
        };
        assert_eq!(listed(40), (1, vec![false]));
        let (pages, says) = listed(2000);
        assert_eq!(pages, PAGES);
        let last = says.iter().rposition(|says| !says);
        assert_eq!(last, Some(PAGES - 2), "{says:?}");
    }
}
