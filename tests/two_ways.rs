//! Most pages are read straight from their operators, rare ones are drawn: both must find the same
//! glyphs, in the same places.

use dekom_lint::pdf::{Hayro, Limits, RawDocument, RawPage, Reader as _};
use std::path::Path;

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
                && a.y == a_next.y
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
