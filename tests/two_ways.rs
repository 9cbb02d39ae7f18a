//! Most pages are read straight from their operators, rare ones are drawn: both must find the same
//! glyphs, in the same places. And the pages of a long file are read on several threads, to the same
//! bytes.

use dekom_lint::pdf::{Hayro, Limits, RawDocument, RawPage, Reader as _};
use std::path::Path;

#[expect(dead_code, reason = "one of its makers is needed here")]
#[path = "hostile/files.rs"]
mod files;

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
