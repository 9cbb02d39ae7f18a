//! Pages as they are printed → pictures, by the family of crates that reads them.

use super::view::View;
use super::{Limits, PdfError, Picture, hayro, screen, unpack};
use data_encoding::BASE64;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use hayro_svg::hayro_interpret::InterpreterSettings;
use hayro_svg::{RenderCache, SvgRenderSettings, convert};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pages of one file that get a picture at most.
const PAGES: usize = 200;

/// Bytes of one picture before it is packed; a page of a report takes 150 thousand.
const BYTES: usize = 8 << 20;

/// Bytes of all pictures of a file, packed.
const PACKED: usize = 24 << 20;

/// Pictures of the pages of a PDF, in the order in which they are named. A page that can't be drawn,
/// or whose picture is larger than is sensible, has none.
///
/// # Errors
/// Where the file can't be opened.
pub fn pictures(bytes: &[u8], password: &str, pages: &[u32]) -> Result<Vec<Picture>, PdfError> {
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        unpack::screen(bytes, &Limits::default())?;
        screen::nesting(bytes)?;
        draw(bytes, password, pages)
    }));
    drawn.unwrap_or(Err(PdfError::Broken))
}

fn draw(bytes: &[u8], password: &str, pages: &[u32]) -> Result<Vec<Picture>, PdfError> {
    let pdf = hayro::open(bytes, password)?;
    screen::widths(&pdf, &Limits::default())?;
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    // A page is white paper, whatever the colours of the browser.
    let paper = SvgRenderSettings {
        bg_color: [255, 255, 255, 255],
    };
    let mut packed = 0;
    let mut out = Vec::new();
    for number in pages.iter().take(PAGES) {
        let index = (*number as usize).checked_sub(1);
        let Some(page) = index.and_then(|index| pdf.pages().get(index)) else {
            continue;
        };
        let one = || convert(page, &cache, &settings, &paper);
        let Ok(svg) = catch_unwind(AssertUnwindSafe(one)) else {
            continue;
        };
        if svg.len() > BYTES {
            continue;
        }
        let area = View::shown(page).area();
        let picture = Picture {
            page: *number,
            #[expect(clippy::cast_possible_truncation, reason = "it was made of two f32")]
            width: area.width() as f32,
            #[expect(clippy::cast_possible_truncation, reason = "it was made of two f32")]
            height: area.height() as f32,
            packed: pack(&svg),
        };
        packed += picture.packed.len();
        if packed > PACKED {
            break;
        }
        out.push(picture);
    }
    Ok(out)
}

fn pack(svg: &str) -> String {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing to memory doesn't fail.
    let _ = encoder.write_all(svg.as_bytes());
    BASE64.encode(&encoder.finish().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::DeflateDecoder;
    use std::io::Read as _;

    const REPORT: &[u8] = include_bytes!("../../fixtures/faults.pdf");

    fn svg(picture: &Picture) -> String {
        let bytes = BASE64.decode(picture.packed.as_bytes()).unwrap();
        let mut svg = String::new();
        DeflateDecoder::new(bytes.as_slice())
            .read_to_string(&mut svg)
            .unwrap();
        svg
    }

    #[test]
    fn the_pages_that_are_asked_for_and_no_others() {
        let drawn = pictures(REPORT, "", &[4, 2, 9999]).unwrap();
        let numbers: Vec<u32> = drawn.iter().map(|picture| picture.page).collect();
        assert_eq!(numbers, [4, 2]);
        for picture in &drawn {
            let svg = svg(picture);
            assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
            assert!((picture.width - 595.0).abs() < 2.0, "{}", picture.width);
            assert!(svg.contains("path"), "letters are outlines");
            assert!(
                !svg.contains("<script") && !svg.contains("href=\"http"),
                "nothing runs"
            );
        }
        assert_eq!(drawn, pictures(REPORT, "", &[4, 2]).unwrap());
    }

    #[test]
    fn what_is_broken_is_an_error() {
        assert_eq!(pictures(b"%PDF-1.7", "", &[1]), Err(PdfError::Broken));
    }
}
