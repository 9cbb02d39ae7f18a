//! Pages that are turned, and pages that say nothing: what the reading tells of them.

#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use PageContent::{Blank, Emptied, Picture, Text};
use dekom_lint::pdf::{
    Appendix, Hayro, Limits, Lost, Mark, PageContent, RawPage, Reader as _, annotate, wire,
};
use dekom_lint::report::{ReadFailure, ReadOptions, from_raw, read_raw};
use dekom_lint::text::{self, Bbox};

use crate::files;

const FONT: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";

/// Pages of 300 × 400 points with these entries and this content each; object 3 is a picture of a dot,
/// and the last a group that is a black bar.
fn pdf(pages: &[(String, String)]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|index| format!("{} 0 R", 4 + 2 * index))
        .collect();
    let dot = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 300 400] >>",
            kids.join(" "),
            pages.len()
        )
        .into_bytes(),
        files::stream(dot, &[0]),
    ];
    for (index, (entries, content)) in pages.iter().enumerate() {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R {entries} >>",
            5 + 2 * index
        );
        objects.push(page.into_bytes());
        objects.push(files::stream("", content.as_bytes()));
    }
    let black = "/Normal gs 0 g 45 195 60 14 re f";
    objects.push(files::stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Group << /S /Transparency >> \
         /Resources << /ExtGState << /Normal << /BM /Normal >> >> >>",
        black.as_bytes(),
    ));
    files::pdf(&objects, "")
}

fn read(bytes: &[u8]) -> Vec<RawPage> {
    let limits = Limits::default();
    let quick = Hayro::default().read(bytes, "", &limits).unwrap();
    let drawn = Hayro { draw_all: true }.read(bytes, "", &limits).unwrap();
    for (a, b) in quick.pages.iter().zip(&drawn.pages) {
        assert_eq!(
            (a.turned, a.content, &a.lost, a.hidden, a.glyphs.len()),
            (b.turned, b.content, &b.lost, b.hidden, b.glyphs.len())
        );
    }
    let mut piped = Vec::new();
    wire::write(&quick, &mut piped).unwrap();
    assert_eq!(wire::read(&mut piped.as_slice()).unwrap(), quick);
    quick.pages
}

#[test]
fn turned_pages_are_read_and_marked_where_they_are_shown() {
    let resources = format!("/Resources << {FONT} >>");
    let word = "BT /F 10 Tf 100 50 Td (Summen er 43) Tj ET";
    for (rotate, turned) in [(0, 0), (90, 3), (180, 2), (270, 1), (-90, 1), (450, 3)] {
        let bytes = pdf(&[(format!("{resources} /Rotate {rotate}"), word.to_owned())]);
        let limits = Limits::default();
        let raw = Hayro::default().read(&bytes, "", &limits).unwrap();
        assert_eq!(read(&bytes)[0].turned, turned, "{rotate}");
        let document = text::assemble(raw);
        let page = &document.pages[0];
        assert_eq!((page.width, page.height), (300.0, 400.0), "{rotate}");
        assert_eq!(page.text, "Summen er 43\n", "{rotate}");
        assert_eq!(page.turned, turned);
        // Where the word is on the page as shown, and there is the mark.
        let found = page.lines[0].cells[0].bbox.unwrap();
        let Bbox { x0, y0, x1, y1 } = page.shown(found);
        let mark = Mark {
            page: 1,
            areas: vec![[x0, y0, x1, y1]],
            color: [1.0, 0.8, 0.2],
            note: "43".to_owned(),
            name: "a".to_owned(),
        };
        let marked = annotate(&bytes, &[mark], &Appendix::default()).unwrap();
        let marked = String::from_utf8_lossy(&marked);
        let rect = marked.split("/Rect[").nth(1).unwrap();
        let rect: Vec<f32> = rect
            .split(']')
            .next()
            .unwrap()
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        assert!((rect[0] - 99.0).abs() < 0.5, "{rotate}: {rect:?}");
        assert!((rect[1] - 47.0).abs() < 0.5, "{rotate}: {rect:?}");
        assert!((rect[3] - 59.0).abs() < 0.5, "{rotate}: {rect:?}");
    }
}

#[test]
fn one_page_that_is_turned_among_others() {
    let resources = format!("/Resources << {FONT} >>");
    let text = "BT /F 10 Tf 50 300 Td (Summen av alle svar er 43 og ikke mer) Tj ET";
    let stamped = format!("{text} BT /F 8 Tf 0 1 -1 0 290 20 Tm (Arkiv 2025/7) Tj ET");
    let bytes = pdf(&[
        (resources.clone(), text.to_owned()),
        (format!("{resources} /Rotate 90"), stamped),
    ]);
    let pages = read(&bytes);
    assert_eq!(
        (pages[0].turned, pages[1].turned),
        (0, 0),
        "too little text to tell"
    );
    let lines = (0..10).map(|line| {
        let y = 300 - 15 * line;
        format!("BT /F 10 Tf 50 {y} Td (Summen av svarene er 43) Tj ET")
    });
    let lines = lines.collect::<Vec<_>>().join(" ");
    let stamped = format!("{lines} BT /F 8 Tf 0 1 -1 0 290 20 Tm (Arkiv 2025/7) Tj ET");
    let pages = read(&pdf(&[
        (resources.clone(), text.to_owned()),
        (format!("{resources} /Rotate 90"), stamped),
    ]));
    assert_eq!((pages[0].turned, pages[1].turned), (0, 3));
    assert_eq!(pages[1].runs.len(), 10);
}

#[test]
fn a_page_without_text_says_why() {
    let fonts = format!("/Resources << {FONT} /XObject << /Dot 3 0 R >> >>");
    let none = "/Resources << /XObject << /Dot 3 0 R >> >>".to_owned();
    let text = "BT /F 10 Tf 50 200 Td (Summen) Tj ET";
    let full = "q 300 0 0 400 0 0 cm /Dot Do Q";
    let logo = "q 60 0 0 40 200 350 cm /Dot Do Q";
    let half = "q 300 0 0 200 0 100 cm /Dot Do Q";
    let margin = "BT /F 8 Tf 50 10 Td (Side 3) Tj ET BT /F 8 Tf 280 200 Td (A) Tj ET";
    let layer = "BT 3 Tr /F 10 Tf 50 200 Td (Summen av svarene er 43, ikke 33) Tj ET";
    let outlines =
        "0 0 m 5 5 l 6 9 l 7 3 l 8 4 l 9 5 l 8 1 l 7 0 l 6 4 l 5 1 l 4 0 l 3 1 l 2 2 l 1 1 l h f "
            .repeat(60);
    let cases: &[(&str, &String, String, PageContent)] = &[
        ("text", &fonts, text.to_owned(), Text),
        ("text and a logo", &fonts, format!("{logo} {text}"), Text),
        ("text on a picture", &fonts, format!("{full} {text}"), Text),
        ("a picture", &none, full.to_owned(), Picture),
        ("half a picture", &fonts, half.to_owned(), Picture),
        (
            "a running line on a scan",
            &fonts,
            format!("{full} {margin}"),
            Picture,
        ),
        ("recognised", &fonts, format!("{full} {layer}"), Picture),
        ("outlines", &none, outlines, Picture),
        ("a logo, fonts", &fonts, logo.to_owned(), Emptied),
        ("a logo", &none, logo.to_owned(), Blank),
        ("emptied", &fonts, String::new(), Emptied),
        ("blank", &none, String::new(), Blank),
    ];
    for (name, resources, content, expected) in cases {
        // Most other pages hold text on white paper.
        let others = (fonts.clone(), text.to_owned());
        let bytes = pdf(&[
            ((*resources).clone(), content.clone()),
            others.clone(),
            others.clone(),
        ]);
        let page = read(&bytes).remove(0);
        assert_eq!(page.content, *expected, "{name}");
        let lost = (*expected == Picture).then_some(Lost::Picture);
        assert_eq!(page.lost, lost, "{name}");
    }
}

#[test]
fn what_lies_over_text_hides_it_or_blackens_it() {
    let resources = format!(
        "/Resources << {FONT} /XObject << /Dot 3 0 R /Group 6 0 R >> /ExtGState << /Mixed << /BM /Multiply >> /Faint << /ca 0.4 >> >> >>"
    );
    let figure = "BT /F 10 Tf 50 200 Td (Sum: 43) Tj ET";
    let right = "BT /F 10 Tf 50 200 Td (Sum: 34) Tj ET";
    let area = "45 195 60 14 re f";
    let shape = "45 195 m 105 195 l 105 209 l h f";
    let untold = "\u{fffd}\u{fffd}\u{fffd}\u{fffd} \u{fffd}\u{fffd}";
    let dot = "q 60 0 0 14 45 195 cm /Dot Do Q";
    for (over, seen) in [
        (format!("1 g {area}"), ""),
        (format!("1 g {area} 0 g {right}"), "Sum: 34"),
        (format!("1 0 0 rg {area} 0 g {right}"), "Sum: 34"),
        (format!("0 g {area}"), untold),
        (format!("1 0 0 rg {area}"), untold),
        (dot.to_owned(), untold),
        (format!("q 0.5 g /Faint gs {area} Q"), "Sum: 43"),
        (format!("q 1 1 0 rg /Mixed gs {area} Q"), "Sum: 43"),
        (format!("q /Mixed gs {dot} Q"), "Sum: 43"),
        (format!("0.2 g {shape}"), "Sum: 43"),
        (
            format!("q {} W n 0 g {area} Q", shape.replace(" f", "")),
            "Sum: 43",
        ),
        ("0 g 45 202 60 1 re f".to_owned(), "Sum: 43"),
        ("q /Mixed gs /Group Do Q".to_owned(), "Sum: 43"),
        ("/Group Do".to_owned(), untold),
    ] {
        let page = read(&pdf(&[(resources.clone(), format!("0 g {figure} {over}"))])).remove(0);
        let read: String = page
            .runs
            .iter()
            .flat_map(|run| &page.glyphs[run.first as usize..][..run.count as usize])
            .map(|glyph| glyph.ch)
            .collect();
        assert_eq!(read.trim(), seen, "{over}");
        let hidden = seen.is_empty() || seen == "Sum: 34";
        assert_eq!(page.hidden > 0, hidden, "{over}");
    }
}

#[test]
fn a_picture_behind_most_pages_is_their_paper() {
    let fonts = format!("/Resources << {FONT} /XObject << /Dot 3 0 R >> >>");
    let full = "q 300 0 0 400 0 0 cm /Dot Do Q";
    let body = format!("{full} BT /F 10 Tf 50 200 Td (Summen) Tj ET");
    let end = format!("{full} BT /F 10 Tf 50 380 Td (Slutt) Tj ET");
    let pages = read(&pdf(&[
        (fonts.clone(), body.clone()),
        (fonts.clone(), body),
        (fonts, end),
    ]));
    assert!(
        pages
            .iter()
            .all(|page| page.content == Text && page.lost.is_none())
    );
}

#[test]
fn content_that_is_not_there_or_cannot_be_unpacked() {
    let page = |contents: &str| {
        let objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] {contents} /Resources << {FONT} >> >>").into_bytes(),
            files::stream("/Filter /FlateDecodf", b"BT /F 10 Tf 50 200 Td (a) Tj ET"),
            files::stream("/Filter /FlateDecode", b"no such thing"),
        ];
        read(&files::pdf(&objects, "")).remove(0)
    };
    for gone in [
        "/Contents 4 0 R",
        "/Contents [4 0 R]",
        "/Contents 5 0 R",
        "/Contents [5 0 R]",
        "/Contents 9 0 R",
        "/Contents [9 0 R]",
    ] {
        let page = page(gone);
        assert!(page.lost.is_some(), "{gone}: {page:?}");
    }
    for none in ["", "/Contents []"] {
        let page = page(none);
        assert_eq!((page.lost, page.content), (None, Emptied), "{none}");
    }
}

#[test]
fn a_file_of_scans_is_refused_by_what_it_is() {
    let fonts = format!("/Resources << {FONT} /XObject << /Dot 3 0 R >> >>");
    let full = "q 300 0 0 400 0 0 cm /Dot Do Q";
    let layer = "BT 3 Tr /F 10 Tf 50 200 Td (Summen av svarene er 43, ikke 33) Tj ET";
    let text = "BT /F 10 Tf 50 200 Td (Summen av svarene er 43, ikke 33) Tj ET";
    let refusal = |contents: &[String]| {
        let pages = contents.iter();
        let pages = pages.map(|content| (fonts.clone(), content.clone()));
        let pages: Vec<_> = pages.collect();
        let raw = read_raw(&pdf(&pages), &ReadOptions::default()).unwrap();
        from_raw(raw).unwrap_err()
    };
    let (scan, recognised) = (full.to_owned(), format!("{full} {layer}"));
    let plain = text.to_owned();
    assert_eq!(
        refusal(&[recognised.clone(), recognised.clone(), plain.clone()]),
        ReadFailure::Recognised { pages: 3 }
    );
    assert_eq!(
        refusal(&[scan.clone(), recognised.clone(), plain.clone()]),
        ReadFailure::NoTextLayer { pages: 3 }
    );
    assert_ne!(
        refusal(&[recognised, plain.clone(), plain]),
        ReadFailure::Recognised { pages: 3 }
    );
}

#[test]
fn a_page_that_is_cropped_through_its_text_is_lost() {
    let word =
        |x: u32, y: u32| format!("BT /F 10 Tf {x} {y} Td (Heivik kommune svarte ja) Tj ET\n");
    let lines: String = (1..30).map(|line| word(80, 12 * line)).collect();
    let turned = |content: &str| format!("q 0 1 -1 0 300 0 cm {content} Q");
    // Beside the text, through it, below most of it, and between two pages that were scanned as one.
    for (name, entries, content, lost) in [
        ("whole", "/CropBox [0 0 300 400]", lines.clone(), false),
        ("margins", "/CropBox [70 0 230 380]", lines.clone(), false),
        ("right", "/CropBox [0 0 140 400]", lines.clone(), true),
        ("left", "/CropBox [140 0 300 400]", lines.clone(), true),
        (
            "turned",
            "/CropBox [0 0 140 400] /Rotate 180",
            lines.clone(),
            true,
        ),
        (
            "aslant",
            "/Rotate 90 /CropBox [0 0 300 140]",
            turned(&lines),
            true,
        ),
        ("below", "/CropBox [0 200 300 400]", lines.clone(), true),
        ("footer", "/CropBox [0 30 300 400]", lines.clone(), false),
        (
            "one line",
            "/CropBox [0 0 230 400]",
            word(150, 300) + &word(80, 200),
            false,
        ),
        (
            "beside",
            "/CropBox [0 0 150 400]",
            word(10, 300) + &word(160, 300) + &word(160, 280),
            false,
        ),
    ] {
        let entries = format!("/Resources << {FONT} >> {entries}");
        let page = read(&pdf(&[(entries, content)])).remove(0);
        assert_eq!(page.lost, lost.then_some(Lost::Cut), "{name}");
        assert_eq!(page.glyphs.is_empty(), lost, "{name}");
    }
}

#[test]
fn a_page_whose_text_goes_on_beyond_its_paper_is_lost() {
    let line =
        |x: u32, y: i32| format!("BT /F 10 Tf {x} {y} Td (Heivik kommune svarte ja) Tj ET\n");
    let lines = |from: i32, to: i32| -> String { (from..to).map(|at| line(80, 12 * at)).collect() };
    // What its producer put far from the paper, or one line below it, says nothing of the others.
    for (name, content, lost) in [
        ("whole", lines(1, 33), false),
        ("above", lines(1, 37), true),
        ("below", lines(-2, 33), true),
        ("a footer", lines(0, 33), false),
        ("notes", lines(1, 33) + &lines(60, 66), false),
        ("wide", (1..33).map(|at| line(230, 12 * at)).collect(), true),
        ("a wide line", lines(1, 33) + &line(230, 393), false),
    ] {
        let page = read(&pdf(&[(format!("/Resources << {FONT} >>"), content)])).remove(0);
        assert_eq!(page.lost, lost.then_some(Lost::Cut), "{name}");
    }
}

#[test]
fn two_pages_on_a_sheet_are_refused() {
    let half = |x: u32| -> String {
        let lines = (0..12).map(|line| {
            let y = 280 - 20 * line;
            format!("BT /F 9 Tf {x} {y} Td (Svar {line} fra kommunen) Tj ET")
        });
        lines.collect::<Vec<_>>().join(" ")
    };
    let sheet = |content: String| {
        let resources = format!("/Resources << {FONT} >> /MediaBox [0 0 420 297]");
        pdf(&[(resources, content)])
    };
    let read = |bytes: &[u8]| from_raw(read_raw(bytes, &ReadOptions::default()).unwrap());
    let two = format!("{} {}", half(20), half(230));
    assert_eq!(
        read(&sheet(two.clone())).unwrap_err(),
        ReadFailure::Sheets { pages: 2 }
    );
    let across = "BT /F 9 Tf 20 290 Td (Hvor mange har deltatt i tiltakene i skolen og barnehagen i fylket i perioden?) Tj ET";
    let one = sheet(format!("{two} {across}"));
    assert_ne!(read(&one).unwrap_err(), ReadFailure::Sheets { pages: 2 });
    let said = (ReadFailure::Sheets { pages: 2 }).text();
    for (text, two) in [
        (said.nb, "to sider"),
        (said.nn, "to sider"),
        (said.en, "two pages"),
    ] {
        assert!(text.contains(two), "{text}");
    }
}

#[test]
fn a_bar_is_filled_and_of_any_colour_but_the_papers() {
    let boxes = |drawn: &str| {
        read(&pdf(&[(String::new(), drawn.to_owned())]))[0]
            .boxes
            .len()
    };
    for colour in ["0 0 1", "1 1 0", "0.2 0.4 0.6", "0 0 0"] {
        assert_eq!(
            boxes(&format!("{colour} rg 50 50 20 80 re f")),
            1,
            "{colour}"
        );
    }
    assert_eq!(boxes("1 1 1 rg 50 50 20 80 re f"), 0);
    // The frame of a chart is none, and a thick line is.
    assert_eq!(boxes("0 0 1 RG 50 50 200 80 re S"), 0);
    assert_eq!(boxes("0 0 1 RG 20 w 50 50 m 50 130 l S"), 1);
}

#[test]
fn content_that_has_no_sum_was_not_changed() {
    let said = b"BT /F 10 Tf 50 200 Td (Summen er 43) Tj ET";
    let hex: Vec<String> = said.iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = hex.concat();
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(said, 6);
    let page = |contents: u8| {
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents {contents} 0 R /Resources << {FONT} >> >>").into_bytes()
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_vec(),
        page(5),
        page(6),
        files::stream("/Filter /FlateDecode", &packed),
        files::stream("/Filter /ASCIIHexDecode", format!("{hex}>").as_bytes()),
    ];
    let pages = read(&files::pdf(&objects, ""));
    assert!(
        pages
            .iter()
            .all(|page| page.lost.is_none() && page.glyphs.len() == 12)
    );
}
