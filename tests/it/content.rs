//! What a page's content draws, read both ways: which shapes are bars, which hide what was written before,
//! which letters are of one font and one word, and fonts that are gone.

use crate::files;
use crate::two_ways::{both, drawn_page, word};
use dekom_lint::pdf::{
    self, Hayro, Limits, Lost, RawDocument, RawFont, RawGlyph, RawPage, RawRun, Reader as _,
    ReaderKind,
};
use dekom_lint::text;
use flate2::{Compression, write::ZlibEncoder};
use std::io::Write as _;

/// A filled shape of four corners, none of its sides along the edges of the page.
const ASLANT: &str = "0.2 0.4 0.6 rg 40 690 m 100 730 l 160 690 l 100 650 l h f ";

#[test]
fn a_shape_that_is_no_box_may_be_a_bar_and_hides_nothing() {
    let content = format!("{} {ASLANT}", word("0 g", "seen"));
    let page = both("aslant", &drawn_page(&content));
    assert_eq!((page.glyphs.len(), page.hidden), (4, 0));
    assert_eq!(page.boxes.len(), 1, "{:?}", page.boxes);
    assert!(page.boxes.iter().all(|bar| bar.x1 - bar.x0 > 100.0));
}

#[test]
fn a_box_that_is_filled_and_outlined_is_a_bar_and_stands_behind_what_is_on_it() {
    for paint in ["f", "B", "B*", "b"] {
        let before = format!("0.2 0.4 0.6 rg 2 w 40 680 200 60 re {paint} 1 g");
        let page = both(paint, &drawn_page(&word(&before, "seen")));
        let found = (page.glyphs.len(), page.hidden, page.boxes.len());
        assert_eq!(found, (4, 0, 1), "{paint}");
    }
    // A line has nothing to fill.
    let line = both("a line", &drawn_page("8 w 40 600 m 240 600 l B"));
    assert_eq!(line.boxes.len(), 1);
}

#[test]
fn a_line_of_many_points_is_no_bar() {
    let points = (1..40_u8).map(|step| format!("{} 600 l ", 40 + 5 * i32::from(step)));
    let points = points.collect::<Vec<String>>().concat();
    let page = both("points", &drawn_page(&format!("8 w 40 600 m {points} S")));
    assert!(page.boxes.is_empty(), "{:?}", page.boxes);
}

#[test]
fn to_draw_a_page_is_another_way_of_reading_it() {
    // What has no height is drawn one point high; its operators do not say so.
    let bytes = drawn_page("40 600 m 240 600 l 240 600 l h f");
    let boxes = |draw_all: bool| {
        let read = Hayro { draw_all }.read(&bytes, "", &Limits::default());
        read.expect("a PDF").pages[0].boxes.len()
    };
    assert_eq!((boxes(false), boxes(true)), (0, 1));
}

#[test]
fn a_letter_that_stands_for_many_fills_a_page_as_they_do() {
    let limits = Limits {
        glyphs_per_page: 500,
        ..Limits::default()
    };
    for (length, lost) in [(20, None), (30, Some(Lost::Glyphs { limit: 500 }))] {
        let bytes = files::long_letters(20, length);
        let read = Hayro::default().read(&bytes, "", &limits);
        assert_eq!(read.expect("a PDF").pages[0].lost, lost, "{length}");
    }
}

#[test]
fn letters_that_are_drawn_one_by_one_are_of_one_font() {
    let content = "BT /F 12 Tf 50 700 Td (a) Tj (b) Tj (c) Tj ET";
    let page = both("one by one", &drawn_page(content));
    assert!(page.runs.iter().all(|run| run.font == page.runs[0].font));
}

#[test]
fn a_page_that_uses_a_font_that_is_gone_has_lost_it() {
    let uses = "BT /G 12 Tf 50 600 Td (gone) Tj ET";
    for (fonts, more, lost) in [
        ("", "", None),
        // Nothing is set in it.
        ("/G 99 0 R", "", None),
        ("/G 99 0 R", uses, Some(Lost::Font)),
    ] {
        let resources = format!(
            "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> {fonts} >>"
        );
        let content = files::stream("", word(more, "seen").as_bytes());
        let page = both("fonts", &files::one_page(&resources, content, Vec::new()));
        assert_eq!(page.lost, lost, "{fonts} {more}");
    }
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(data).expect("memory");
    packed.finish().expect("memory")
}

/// Bytes as letters, five for each four.
fn in_letters(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for part in bytes.chunks(4) {
        let mut four = [0; 4];
        four.iter_mut().zip(part).for_each(|(to, byte)| *to = *byte);
        let mut number = u32::from_be_bytes(four);
        let mut five = [0; 5];
        for letter in five.iter_mut().rev() {
            *letter = b'!' + u8::try_from(number % 85).expect("small");
            number /= 85;
        }
        out.extend(five.iter().take(part.len() + 1));
    }
    out.extend(b"~>");
    out
}

/// What is read of two pages of these contents: how many letters, and what is lost.
fn two(first: Vec<u8>, second: Vec<u8>) -> Vec<(usize, Option<Lost>)> {
    let page = |at: usize| {
        let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
        format!("<< /Type /Page /Parent 2 0 R /Contents {at} 0 R /Resources << {font} >> >>")
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>".to_vec(),
        page(5).into_bytes(),
        page(6).into_bytes(),
        first,
        second,
    ];
    let read = Hayro::default().read(&files::pdf(&objects, ""), "", &Limits::default());
    let pages = read.expect("a PDF").pages.into_iter();
    pages.map(|page| (page.glyphs.len(), page.lost)).collect()
}

#[test]
fn a_checksum_is_of_what_was_packed_and_not_of_what_that_stands_for() {
    let content = word("", "seen");
    // One row of bytes, each as it stands.
    let row = [&[0], content.as_bytes()].concat();
    let parms = format!(
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {} >>",
        content.len()
    );
    let plain = files::stream("/Filter /FlateDecode", &packed(content.as_bytes()));
    let read = two(plain, files::stream(&parms, &packed(&row)));
    assert_eq!(read, [(4, None), (4, None)]);
}

#[test]
fn a_checksum_inside_of_letters_is_one() {
    let content = packed(word("", "seen").as_bytes());
    let mut damaged = content.clone();
    *damaged.last_mut().expect("a checksum") ^= 1;
    for (inside, lost) in [(&content, None), (&damaged, Some(Lost::Checksum))] {
        let plain = files::stream("/Filter /FlateDecode", &content);
        let wrapped = files::stream("/Filter [/ASCII85Decode /FlateDecode]", &in_letters(inside));
        let read = two(plain, wrapped);
        assert_eq!(read.last().map(|(_, lost)| lost), Some(&lost));
    }
}

#[test]
fn places_are_those_on_the_page_wherever_its_corner_lies() {
    let word = word("", "seen");
    let first = |corner: &str, reader: ReaderKind| {
        let objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [{corner}] /Contents 4 0 R /Resources << \
                 /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            )
            .into_bytes(),
            files::stream("", word.as_bytes()),
        ];
        let limits = Limits::default();
        let read = pdf::read(reader, &files::pdf(&objects, ""), "", &limits).expect("a PDF");
        let page = &read.pages[0];
        (page.glyphs[0].x0.round(), page.runs[0].y.round())
    };
    for reader in [ReaderKind::Hayro, ReaderKind::PdfExtract] {
        assert_eq!(first("0 0 595 842", reader), (50.0, 142.0), "{reader:?}");
        assert_eq!(first("20 10 615 852", reader), (30.0, 152.0), "{reader:?}");
    }
}

/// Two pieces of one line, each in a font of its own, so many sizes apart.
fn in_two_fonts(gap: f32) -> String {
    let mut page = RawPage {
        width: 595.0,
        height: 842.0,
        ..RawPage::default()
    };
    let mut x0 = 60.0;
    for (font, part) in [(0, "Vik"), (1, "ingen")] {
        let first = page.glyphs.len();
        for ch in part.chars() {
            page.glyphs.push(RawGlyph {
                ch,
                x0,
                x1: x0 + 5.0,
            });
            x0 += 5.0;
        }
        page.runs.push(RawRun {
            first: u32::try_from(first).expect("few"),
            count: u32::try_from(part.len()).expect("few"),
            y: 100.0,
            size: 10.0,
            font,
        });
        x0 += gap * 10.0;
    }
    let fonts = vec![RawFont::default(); 2];
    let document = text::assemble(RawDocument {
        pages: vec![page],
        fonts,
    });
    document.pages.into_iter().map(|page| page.text).collect()
}

#[test]
fn a_word_may_go_on_in_another_font() {
    assert_eq!(in_two_fonts(0.0), "Vikingen\n");
    // The pen may move a little, where a font ends.
    assert_eq!(in_two_fonts(0.03), "Vikingen\n");
    assert_eq!(in_two_fonts(0.25), "Vik ingen\n");
}
