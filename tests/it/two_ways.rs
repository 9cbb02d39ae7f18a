//! Most pages are read straight from their operators, rare ones are drawn: both must find the same
//! glyphs, in the same places. And the pages of a long file are read on several threads, to the same
//! bytes.

#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use dekom_lint::pdf::{Hayro, Limits, RawDocument, RawPage, Reader as _};
use std::path::Path;

use crate::files;

/// How far a place may lie from the other way's, points: both work in floating point.
const SLACK: f32 = 0.02;

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < SLACK
}

/// The boxes that are surely bars: a filled line without any height is drawn as one point high.
fn boxes(page: &RawPage) -> Vec<[f32; 4]> {
    let thick = page
        .boxes
        .iter()
        .filter(|b| b.x1 - b.x0 > 1.0 + SLACK && b.y1 - b.y0 > 1.0 + SLACK);
    thick.map(|b| [b.x0, b.y0, b.x1, b.y1]).collect()
}

fn same(name: &str, quick: &RawDocument, drawn: &RawDocument) {
    assert_eq!(quick.pages.len(), drawn.pages.len(), "{name}");
    for (number, (a, b)) in (1..).zip(quick.pages.iter().zip(&drawn.pages)) {
        let place = format!("{name}, page {number}");
        assert_eq!((a.width, a.height), (b.width, b.height), "{place}");
        assert_eq!(a.lost, b.lost, "{place}");
        assert_eq!(a.has_image, b.has_image, "{place}");
        assert_eq!(a.hidden, b.hidden, "{place}");
        assert!(
            near(a.pictured, b.pictured),
            "{place}: {} {}",
            a.pictured,
            b.pictured
        );
        assert_eq!(a.pictures.len(), b.pictures.len(), "{place}");
        for (a, b) in a.pictures.iter().zip(&b.pictures) {
            let sides = [(a.x0, b.x0), (a.y0, b.y0), (a.x1, b.x1), (a.y1, b.y1)];
            assert!(
                sides.iter().all(|(a, b)| near(*a, *b)),
                "{place}: {a:?} {b:?}"
            );
        }
        assert_eq!(a.runs.len(), b.runs.len(), "{place}");
        for (a_run, b_run) in a.runs.iter().zip(&b.runs) {
            let counts = (a_run.first, a_run.count);
            assert_eq!(counts, (b_run.first, b_run.count), "{place}");
            assert!(near(a_run.y, b_run.y), "{place}: {a_run:?} {b_run:?}");
            assert!(near(a_run.size, b_run.size), "{place}: {a_run:?} {b_run:?}");
        }
        assert_eq!(a.glyphs.len(), b.glyphs.len(), "{place}");
        for (a_glyph, b_glyph) in a.glyphs.iter().zip(&b.glyphs) {
            assert!(
                a_glyph.ch == b_glyph.ch
                    && near(a_glyph.x0, b_glyph.x0)
                    && near(a_glyph.x1, b_glyph.x1),
                "{place}: {a_glyph:?} {b_glyph:?}"
            );
        }
        let (a_boxes, b_boxes) = (boxes(a), boxes(b));
        assert_eq!(a_boxes.len(), b_boxes.len(), "{place}");
        for (a_box, b_box) in a_boxes.iter().zip(&b_boxes) {
            let all = a_box.iter().zip(b_box).all(|(a, b)| near(*a, *b));
            assert!(all, "{place}: {a_box:?} {b_box:?}");
        }
        // Fonts may be numbered differently, but change at the same runs.
        for (a_pair, b_pair) in a.runs.windows(2).zip(b.runs.windows(2)) {
            if let ([a, a_next], [b, b_next]) = (a_pair, b_pair)
                && near(a.y, a_next.y)
                && b.font != b_next.font
            {
                assert_ne!(a.font, a_next.font, "{place}: {a_next:?}");
            }
        }
    }
}

#[test]
fn reads_what_drawing_finds() {
    let folder = std::env::var_os("DEKOM_LINT_PDFS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"),
        Into::into,
    );
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pdf") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let limits = Limits::default();
        let quick = Hayro::default().read(&bytes, "", &limits);
        let drawn = Hayro { draw_all: true }.read(&bytes, "", &limits);
        match (quick, drawn) {
            (Ok(quick), Ok(drawn)) => same(&path.display().to_string(), &quick, &drawn),
            (quick, drawn) => assert_eq!(quick.err(), drawn.err(), "{}", path.display()),
        }
        read += 1;
    }
    assert!(read > 0);
}

/// Helvetica, graphics states, and as objects 5 to 8 a group, a form, a picture of one dot and a group
/// of pale text.
pub(super) fn drawn_page(content: &str) -> Vec<u8> {
    let resources = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> \
        /ExtGState << /Faint << /ca 0.03 /CA 0.03 >> /Half << /ca 0.5 /CA 0.5 >> /Fifth << /ca 0.2 /CA 0.2 >> >> \
        /XObject << /Group 5 0 R /Form 6 0 R /Dot 7 0 R /Pale 8 0 R >>";
    let font =
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let group = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> {font}"
    );
    let pale = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> \
         /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> \
         /ExtGState << /Fifth << /ca 0.2 /CA 0.2 >> >> >>";
    let form = format!("/Type /XObject /Subtype /Form /BBox [0 0 200 842] {font}");
    let dot = "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
    files::one_page(
        resources,
        files::stream("", content.as_bytes()),
        vec![
            files::stream(&group, b"BT /F 12 Tf 50 400 Td (group) Tj ET"),
            files::stream(
                &form,
                b"BT /F 12 Tf 50 300 Td (form) Tj 200 0 Td (beyond) Tj ET",
            ),
            files::stream(dot, &[0, 255]),
            files::stream(pale, b"/Fifth gs BT /F 12 Tf 50 400 Td (pale) Tj ET"),
        ],
    )
}

/// Reads a page both ways to the same result.
pub(super) fn both(name: &str, bytes: &[u8]) -> RawPage {
    let limits = Limits::default();
    let quick = Hayro::default().read(bytes, "", &limits).unwrap();
    let drawn = Hayro { draw_all: true }.read(bytes, "", &limits).unwrap();
    same(name, &quick, &drawn);
    quick.pages.into_iter().next().unwrap()
}

/// One word, with operators before it.
pub(super) fn word(before: &str, word: &str) -> String {
    format!("{before} BT /F 12 Tf 50 700 Td ({word}) Tj ET ")
}

/// What is read of each page, and how many letters are not.
fn check(cases: &[(&str, String, &str, u32)]) {
    for (name, content, seen, hidden) in cases {
        let page = both(name, &drawn_page(content));
        let read: String = page.glyphs.iter().map(|glyph| glyph.ch).collect();
        assert_eq!((read.as_str(), page.hidden), (*seen, *hidden), "{name}");
    }
}

#[test]
fn text_without_ink_of_its_own_is_not_read() {
    check(&[
        ("plain", word("", "seen"), "seen", 0),
        ("no ink", word("3 Tr", "a b"), "", 2),
        ("only a clip", format!("q {} Q", word("7 Tr", "abc")), "", 3),
        ("outline", word("1 Tr 1 g", "seen"), "seen", 0),
        ("white outline", word("1 Tr 1 G", "abc"), "", 3),
        ("both", word("2 Tr", "seen"), "seen", 0),
        ("white with an outline", word("2 Tr 1 g", "seen"), "seen", 0),
        ("white", word("1 g", "abc"), "", 3),
        ("nearly white", word("0.98 0.97 0.99 rg", "abc"), "", 3),
        ("white of ink", word("0 0 0 0 k", "abc"), "", 3),
        ("black of ink", word("0 0 0 1 k", "seen"), "seen", 0),
        ("pale", word("0.88 g", "seen"), "seen", 0),
    ]);
}

#[test]
fn text_in_the_colour_behind_it_is_not_read() {
    check(&[
        (
            "white on dark",
            word("0.2 g 0 680 300 40 re f 1 g", "seen"),
            "seen",
            0,
        ),
        (
            "white on a rounded dark box",
            word(
                "0 0 1 rg 10 680 m 300 680 l 310 680 320 690 320 695 c 320 700 l 320 715 310 720 \
                 300 720 c 280 720 l 260 720 l 240 720 l 220 720 l 200 720 l 180 720 l 10 720 l h f 1 g",
                "seen",
            ),
            "seen",
            0,
        ),
        (
            "white beside dark",
            word("0.2 g 300 680 200 40 re f 1 g", "abc"),
            "",
            3,
        ),
        (
            "white on white on dark",
            word("0.2 g 0 680 300 40 re f 1 g 0 690 300 30 re f", "abc"),
            "",
            3,
        ),
        ("black on black", word("0 680 300 40 re f", "abc"), "", 3),
        ("a rule", word("40 703 300 2 re f", "seen"), "seen", 0),
        (
            "white on a picture",
            word("q 300 0 0 40 40 680 cm /Dot Do Q 1 g", "seen"),
            "seen",
            0,
        ),
    ]);
}

#[test]
fn text_that_is_faint_clipped_or_off_the_page_is_not_read() {
    check(&[
        ("faint", word("/Faint gs", "abc"), "", 3),
        ("half", word("/Half gs", "seen"), "seen", 0),
        ("a group", "/Group Do".to_owned(), "group", 0),
        ("a faint group", "/Faint gs /Group Do".to_owned(), "", 5),
        ("a pale group", "/Pale Do".to_owned(), "pale", 0),
        (
            "what is pale in what is pale",
            "/Fifth gs /Pale Do".to_owned(),
            "",
            4,
        ),
        (
            "after a faint group",
            format!("q /Faint gs /Group Do Q {}", word("", "seen")),
            "seen",
            5,
        ),
        ("a form's box", "/Form Do".to_owned(), "form", 6),
        (
            "clipped away",
            format!("q 0 0 300 600 re W n {} Q", word("", "abc")),
            "",
            3,
        ),
        (
            "clip and fill",
            format!("q 1 g 0 0 300 600 re W f {} Q", word("0 g", "abc")),
            "",
            3,
        ),
        (
            "clip that holds it",
            format!("q 40 690 300 30 re W n {} Q", word("", "seen")),
            "seen",
            0,
        ),
        (
            "clip that ended",
            format!("q 0 0 300 600 re W n Q {}", word("", "seen")),
            "seen",
            0,
        ),
        (
            "clips in each other",
            format!(
                "q 0 0 300 800 re W n 0 0 595 600 re W n {} Q",
                word("", "abc")
            ),
            "",
            3,
        ),
        (
            "a clip through a word",
            format!("q 0 0 64 842 re W n {} Q", word("", "mmmm")),
            "m",
            3,
        ),
        (
            "off the page",
            "BT /F 12 Tf -90 700 Td (abc) Tj ET".to_owned(),
            "",
            3,
        ),
        (
            "above it",
            "BT /F 12 Tf 90 900 Td (abc) Tj ET".to_owned(),
            "",
            3,
        ),
        (
            "a speck",
            "BT /F 0.1 Tf 50 700 Td (abc) Tj ET".to_owned(),
            "",
            3,
        ),
        (
            "no width",
            "BT /F 12 Tf 0.5 Tz 50 700 Td (abc) Tj ET".to_owned(),
            "",
            3,
        ),
        ("spread", word("/F 12 Tf 3 Tc 8 Tw 4 Ts", "a b"), "a b", 0),
    ]);
}

/// Where a page has its first and its last glyph, left edge and baseline, to the hundredth of a point.
pub(super) fn stand(name: &str, page: &RawPage, expected: [(f32, f32); 2]) {
    let places = page.glyphs.iter().map(|glyph| glyph.x0);
    let lines = page.runs.iter().map(|run| run.y);
    for (found, expected) in [
        (places.clone().next(), expected[0].0),
        (places.clone().next_back(), expected[1].0),
    ] {
        assert!(
            near(found.unwrap(), expected),
            "{name}: {found:?}, not {expected}"
        );
    }
    for (found, expected) in [
        (lines.clone().next(), expected[0].1),
        (lines.clone().next_back(), expected[1].1),
    ] {
        assert!(
            near(found.unwrap(), expected),
            "{name}: {found:?}, not {expected}"
        );
    }
}

#[test]
fn spacing_and_rise_move_what_comes_after() {
    // In Helvetica of 12 points `a` is 6.672 and the blank 3.336 points wide.
    let cases = [
        ("plain", "", 50.0 + 6.672 + 3.336, 700.0),
        ("characters", "3 Tc", 50.0 + 6.672 + 3.336 + 6.0, 700.0),
        ("words", "8 Tw", 50.0 + 6.672 + 3.336 + 8.0, 700.0),
        ("rise", "4 Ts", 50.0 + 6.672 + 3.336, 704.0),
        ("below", "-4 Ts", 50.0 + 6.672 + 3.336, 696.0),
        (
            "wide",
            "200 Tz 3 Tc 8 Tw",
            50.0 + 2.0 * (6.672 + 3.336 + 14.0),
            700.0,
        ),
    ];
    for (name, before, x, y) in cases {
        let page = both(name, &drawn_page(&word(before, "a b")));
        stand(name, &page, [(50.0, 842.0 - y), (x, 842.0 - y)]);
    }
    let set = "BT /F 12 Tf 50 700 Td 10 Ts (a) Tj 0 Ts 100 0 Td [(b) -1000 (c)] TJ ET";
    let page = both("one word raised", &drawn_page(set));
    stand(
        "one word raised",
        &page,
        [(50.0, 132.0), (150.0 + 6.672 + 12.0, 142.0)],
    );
    // Text that runs upwards is raised to the left.
    let set = "BT /F 12 Tf 0 1 -1 0 100 700 Tm 30 Ts (ab) Tj ET";
    both("upwards", &drawn_page(set));
}

#[test]
fn pictures_are_measured() {
    let share = |content: &str| both(content, &drawn_page(content)).pictured;
    assert!(near(share("q 595 0 0 842 0 0 cm /Dot Do Q"), 1.0));
    assert!(near(share("q 0 421 -595 0 595 0 cm /Dot Do Q"), 0.5));
    assert!(near(
        share("q 0 0 595 421 re W n 595 0 0 842 0 0 cm /Dot Do Q"),
        0.5
    ));
    assert!(near(share("q /Faint gs 595 0 0 842 0 0 cm /Dot Do Q"), 0.0));
}

/// A long file: most pages are set in one font, some in another, page 700 in one of its own, and
/// `rare` pages show something that has to be drawn.
fn long(rare: &[usize]) -> Vec<u8> {
    const PAGES: usize = 900;
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} >>");
    let kids: Vec<String> = (0..PAGES)
        .map(|page| format!("{} 0 R", 6 + 2 * page))
        .collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {PAGES} >>",
            kids.join(" ")
        )
        .into_bytes(),
        font("Helvetica").into_bytes(),
        font("Times-Bold").into_bytes(),
        font("Courier").into_bytes(),
    ];
    for page in 0..PAGES {
        let font = match page {
            700 => 5,
            _ if page % 300 > 250 => 4,
            _ => 3,
        };
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
                 /Resources << /Font << /F {font} 0 R >> >> >>",
                7 + 2 * page
            )
            .into_bytes(),
        );
        let colour = if rare.contains(&page) {
            "1 0 0 0 k 10 10 50 50 re f"
        } else {
            ""
        };
        let content = format!("{colour} BT /F 12 Tf 50 800 Td (Side {page} av {PAGES}) Tj ET");
        objects.push(files::stream("", content.as_bytes()));
    }
    files::pdf(&objects, "")
}

#[test]
fn any_number_of_threads_reads_the_same() {
    for rare in [&[][..], &[3, 600]] {
        let bytes = long(rare);
        let read = |threads| {
            let limits = Limits {
                threads,
                ..Limits::default()
            };
            Hayro::default().read(&bytes, "", &limits).unwrap()
        };
        let one = read(1);
        assert_eq!(one.pages.len(), 900);
        assert!(
            one.pages
                .iter()
                .all(|page| page.lost.is_none() && page.runs.len() == 1)
        );
        for threads in [2, 3, 8] {
            assert_eq!(read(threads), one, "{threads} threads");
        }
    }
}

#[test]
fn threads_share_the_limits_of_a_file() {
    let bytes = long(&[]);
    let read = |threads| {
        let limits = Limits {
            threads,
            glyphs: 5_000,
            glyphs_per_byte: 0,
            ..Limits::default()
        };
        Hayro::default().read(&bytes, "", &limits).unwrap_err()
    };
    assert_eq!(read(1), read(4));
}
