//! Highlights with notes, appended to a PDF so that its own bytes stay as they are.
//!
//! Marks are in points from the top left corner of the page as it is shown, which is how the readers
//! give places; rotation, crop box and user unit are taken out again here.

use super::sheet::{Corners, Sheet, numbers};
use super::{Appendix, Limits, PdfError, appendix, unpack};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream};
use lopdf::{dictionary, text_string};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Something to highlight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// The boxes, one a line: left, top, right, bottom; points from the top left of the page as shown.
    pub areas: Vec<[f32; 4]>,
    /// Red, green and blue, each from 0 to 1.
    pub color: [f32; 3],
    /// The note.
    pub note: String,
    /// A name of its own in the file.
    pub name: String,
}

/// Appends highlights to a PDF, and a list of what they mark. The bytes that were given are how the
/// result begins.
///
/// # Errors
/// Where the file is encrypted (it would have to be written with its key) or its structure is broken.
pub fn annotate(bytes: &[u8], marks: &[Mark], list: &Appendix) -> Result<Vec<u8>, PdfError> {
    let done = catch_unwind(AssertUnwindSafe(|| append(bytes, marks, list)));
    done.unwrap_or(Err(PdfError::Broken))
}

fn append(bytes: &[u8], marks: &[Mark], list: &Appendix) -> Result<Vec<u8>, PdfError> {
    let broken = |_| PdfError::Broken;
    unpack::screen(bytes, &Limits::default())?;
    let document = Document::load_mem(bytes).map_err(broken)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(PdfError::Encrypted);
    }
    let pages = document.get_pages();
    let mut by_page: BTreeMap<u32, Vec<&Mark>> = BTreeMap::new();
    for mark in marks {
        by_page.entry(mark.page).or_default().push(mark);
    }
    if by_page.is_empty() && list.entries.is_empty() {
        return Ok(bytes.to_vec());
    }
    let mut file = IncrementalDocument::create_from(bytes.to_vec(), document);
    for (number, marks) in by_page {
        let id = *pages.get(&number).ok_or(PdfError::Broken)?;
        page(&mut file, id, &marks).map_err(broken)?;
    }
    if !list.entries.is_empty() {
        appendix::append(&mut file, &pages, list).map_err(broken)?;
    }
    let mut out = Vec::with_capacity(bytes.len() + 1024 * marks.len());
    file.save_to(&mut out).map_err(|_| PdfError::Broken)?;
    Ok(out)
}

/// Adds the annotations of a page to those that it has.
fn page(file: &mut IncrementalDocument, id: ObjectId, marks: &[&Mark]) -> Result<(), lopdf::Error> {
    let before = file.get_prev_documents();
    let sheet = Sheet::of(before, id);
    let mut page = before.get_dictionary(id)?.clone();
    let own = page.get_deref(b"Annots", before).and_then(Object::as_array);
    let mut annotations = own.cloned().unwrap_or_default();
    for mark in marks {
        let lines: Vec<Corners> = mark.areas.iter().map(|area| sheet.corners(*area)).collect();
        let look = file.new_document.add_object(look(&lines, mark.color));
        let annotation = annotation(mark, &lines, look, id);
        let annotation = file.new_document.add_object(annotation);
        annotations.push(Object::Reference(annotation));
    }
    page.set("Annots", annotations);
    file.new_document.set_object(id, page);
    Ok(())
}

fn annotation(mark: &Mark, lines: &[Corners], look: ObjectId, page: ObjectId) -> Dictionary {
    let quads = lines.iter().flatten().flatten();
    let quad: Vec<Object> = quads.map(|x| Object::Real(*x)).collect();
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Highlight",
        "Rect" => numbers(around(lines)),
        "QuadPoints" => quad,
        "C" => numbers(mark.color),
        // Shown, and printed too.
        "F" => 4,
        "P" => page,
        "NM" => text_string(&mark.name),
        "T" => text_string("dekom-lint"),
        "Contents" => text_string(&mark.note),
        "AP" => dictionary! { "N" => look },
    }
}

/// How a highlight looks, for programs that draw none by themselves: the colour under the text.
fn look(lines: &[Corners], color: [f32; 3]) -> Stream {
    let area = around(lines);
    let [red, green, blue] = color;
    let mut drawn = format!("/M gs {red} {green} {blue} rg");
    for line in lines {
        let [x0, y0, x1, y1] = around(&[*line]);
        let (width, height) = (x1 - x0, y1 - y0);
        let _ = write!(drawn, " {x0} {y0} {width} {height} re");
    }
    drawn.push_str(" f");
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => numbers(area),
        "Resources" => dictionary! {
            "ExtGState" => dictionary! {
                "M" => dictionary! { "BM" => "Multiply" },
            },
        },
    };
    Stream::new(form, drawn.into_bytes())
}

/// The box around boxes.
fn around(lines: &[Corners]) -> [f32; 4] {
    let start = [
        f32::INFINITY,
        f32::INFINITY,
        f32::NEG_INFINITY,
        f32::NEG_INFINITY,
    ];
    let corners = lines.iter().flatten();
    corners.fold(start, |[x0, y0, x1, y1], [x, y]| {
        [x0.min(*x), y0.min(*y), x1.max(*x), y1.max(*y)]
    })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::AROUND;
    use super::*;
    use crate::pdf::{Entry, Hayro, RawPage, Reader as _};

    fn annotate(bytes: &[u8], marks: &[Mark]) -> Result<Vec<u8>, PdfError> {
        super::annotate(bytes, marks, &Appendix::default())
    }

    /// A page of 300 × 200 units with one word on it, cropped to (20, 10)–(280, 190).
    fn document(rotate: i64, unit: f32) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let content = Stream::new(
            Dictionary::new(),
            b"BT /F 12 Tf 100 50 Td (Sum) Tj ET".to_vec(),
        );
        let content = document.add_object(content);
        let font =
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
        let font = document.add_object(font);
        let page = document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => pages,
            "Contents" => content,
            "UserUnit" => unit,
        });
        let root = dictionary! {
            "Type" => "Pages",
            "Kids" => vec![page.into()],
            "Count" => 1,
            "MediaBox" => numbers([0.0, 0.0, 300.0, 200.0]),
            "CropBox" => numbers([20.0, 10.0, 280.0, 190.0]),
            "Rotate" => rotate,
            "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        };
        document.objects.insert(pages, Object::Dictionary(root));
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn shown(bytes: &[u8]) -> RawPage {
        let mut read = Hayro::default()
            .read(bytes, "", &Limits::default())
            .unwrap();
        assert_eq!(read.pages.len(), 1);
        read.pages.remove(0)
    }

    fn mark(area: [f32; 4]) -> Mark {
        Mark {
            page: 1,
            areas: vec![area],
            color: [1.0, 0.8, 0.2],
            note: "Summen er 43, ikke 33 – «æøå»".to_owned(),
            name: "a".to_owned(),
        }
    }

    fn annotations(bytes: &[u8]) -> Vec<Dictionary> {
        let document = Document::load_mem(bytes).unwrap();
        let page = document.get_pages()[&1];
        let page = document.get_dictionary(page).unwrap();
        let list = page.get(b"Annots").unwrap().as_array().unwrap();
        let list = list.iter().map(|o| document.dereference(o).unwrap().1);
        list.map(|o| o.as_dict().unwrap().clone()).collect()
    }

    fn rect(annotation: &Dictionary) -> Vec<f32> {
        let rect = annotation.get(b"Rect").unwrap().as_array().unwrap().iter();
        rect.map(|x| x.as_float().unwrap()).collect()
    }

    #[test]
    fn the_word_is_highlighted_however_the_page_is_turned() {
        for unit in [1.0, 2.0] {
            // Placed by hand: the reader turns the page back (tests/it/seen.rs holds both together).
            let area = |turn: i64| {
                let (x0, x1, y0, y1) = (80.0, 104.0, 40.0, 52.0);
                let (width, height) = (260.0, 180.0);
                let shown = match turn {
                    0 => [x0, height - y1, x1, height - y0],
                    90 => [y0, x0, y1, x1],
                    180 => [width - x1, y0, width - x0, y1],
                    _ => [height - y1, width - x1, height - y0, width - x0],
                };
                shown.map(|x| x * unit)
            };
            for turn in [0, 90, 180, 270] {
                let bytes = document(turn, unit);
                let done = annotate(&bytes, &[mark(area(turn))]).unwrap();
                assert!(done.starts_with(&bytes));
                let around = AROUND / unit;
                let own = [100.0 - around, 50.0 - around, 124.0 + around, 62.0 + around];
                let found = rect(&annotations(&done)[0]);
                let near = found.iter().zip(own).all(|(a, b)| (a - b).abs() < 0.01);
                assert!(near, "{turn}: {found:?}");
            }
        }
    }

    #[test]
    fn the_reader_and_the_highlight_agree_on_where_a_word_is() {
        for unit in [1.0, 1.5] {
            let bytes = document(0, unit);
            let page = shown(&bytes);
            let (run, glyphs) = (page.runs[0], &page.glyphs);
            let area = [glyphs[0].x0, run.y - run.size, glyphs[2].x1, run.y];
            let done = annotate(&bytes, &[mark(area)]).unwrap();
            let found = rect(&annotations(&done)[0]);
            assert!(
                (found[0] - (100.0 - AROUND / unit)).abs() < 0.1,
                "{found:?}"
            );
            assert!((found[1] - (50.0 - AROUND / unit)).abs() < 0.1, "{found:?}");
            assert_eq!(shown(&done), page, "the page's own text stays");
        }
    }

    #[test]
    fn notes_keep_their_letters_and_other_annotations_stay() {
        let once = annotate(&document(0, 1.0), &[mark([0.0, 0.0, 9.0, 9.0])]).unwrap();
        let twice = annotate(&once, &[mark([9.0, 9.0, 20.0, 20.0])]).unwrap();
        assert!(twice.starts_with(&once));
        let all = annotations(&twice);
        assert_eq!(all.len(), 2);
        let note = all[1].get(b"Contents").unwrap();
        let note = lopdf::decode_text_string(note).unwrap();
        assert_eq!(note, mark([0.0; 4]).note);
    }

    #[test]
    fn the_same_bytes_each_time_and_none_for_nothing() {
        let bytes = document(90, 1.0);
        let marks = [mark([0.0, 0.0, 9.0, 9.0])];
        assert_eq!(annotate(&bytes, &marks), annotate(&bytes, &marks));
        assert_eq!(annotate(&bytes, &[]), Ok(bytes));
    }

    #[test]
    fn a_mark_over_several_lines_is_one_box_a_line() {
        let two = Mark {
            areas: vec![[80.0, 10.0, 200.0, 22.0], [20.0, 24.0, 60.0, 36.0]],
            ..mark([0.0; 4])
        };
        let done = annotate(&document(0, 1.0), &[two]).unwrap();
        let highlight = &annotations(&done)[0];
        let quads = highlight.get(b"QuadPoints").unwrap().as_array().unwrap();
        assert_eq!(quads.len(), 16);
        let read = Document::load_mem(&done).unwrap();
        let look = highlight.get(b"AP").unwrap().as_dict().unwrap();
        let look = look.get(b"N").unwrap().as_reference().unwrap();
        let look = read.get_object(look).unwrap().as_stream().unwrap();
        let drawn = String::from_utf8(look.content.clone()).unwrap();
        assert_eq!(drawn.matches(" re").count(), 2, "{drawn}");
    }

    #[test]
    fn the_outline_and_the_list_lead_to_the_findings() {
        let bytes = document(0, 1.0);
        let before = shown(&bytes);
        let entry = |text: &str| Entry {
            page: 1,
            top: 100.0,
            place: "side 1 · feil".to_owned(),
            text: text.to_owned(),
        };
        let list = Appendix {
            title: "2 feil må avklares før publisering.".to_owned(),
            subtitle: "rapport.pdf".to_owned(),
            rest: String::new(),
            entries: vec![
                entry("Summen er 43 – ikke 33"),
                entry("«Ja» er talt to ganger"),
            ],
        };
        let once = super::annotate(&bytes, &[], &list).unwrap();
        let twice = super::annotate(&once, &[], &list).unwrap();
        for (done, lists) in [(&once, 1), (&twice, 2)] {
            assert!(done.starts_with(&bytes));
            let document = Document::load_mem(done).unwrap();
            assert_eq!(document.get_pages().len(), 1 + lists);
            let catalog = document.catalog().unwrap();
            let outlines = catalog.get_deref(b"Outlines", &document).unwrap();
            let outlines = outlines.as_dict().unwrap();
            assert!(outlines.has_type(b"Outlines"));
            // What is open in it: the headings with all that stands under them.
            let open = outlines.get(b"Count").unwrap().as_i64().unwrap();
            assert_eq!(open, 3 * i64::try_from(lists).unwrap());
            let mut item = outlines.get(b"First").cloned();
            let mut titles = 0;
            while let Ok(id) = item.and_then(|item| item.as_reference()) {
                let own = document.get_dictionary(id).unwrap();
                let title = lopdf::decode_text_string(own.get(b"Title").unwrap()).unwrap();
                assert_eq!(title, "dekom-lint: 2 feil må avklares før publisering.");
                assert_eq!(own.get(b"Count").unwrap().as_i64().unwrap(), 2);
                let first = own
                    .get_deref(b"First", &document)
                    .unwrap()
                    .as_dict()
                    .unwrap();
                let to = first.get(b"Dest").unwrap().as_array().unwrap();
                assert_eq!(to[0].as_reference().unwrap(), document.get_pages()[&1]);
                titles += 1;
                item = own.get(b"Next").cloned();
            }
            assert_eq!(titles, lists);
        }
        let read = Hayro::default()
            .read(&once, "", &Limits::default())
            .unwrap();
        assert_eq!(read.pages, [before], "the report reads as before");
    }

    #[test]
    fn what_is_broken_is_an_error() {
        assert_eq!(annotate(b"%PDF-1.7", &[]), Err(PdfError::Broken));
        let lost = Mark {
            page: 2,
            ..mark([0.0; 4])
        };
        assert_eq!(annotate(&document(0, 1.0), &[lost]), Err(PdfError::Broken));
    }
}
