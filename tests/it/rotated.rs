//! Pages with a `/Rotate` of their own or of the tree above them, read both ways.

use crate::files;
use crate::two_ways::{both, stand};

/// A page whose `/Rotate` is its own or that of the tree above it.
fn rotated(own: &str, above: &str, content: &str) -> Vec<u8> {
    let font =
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    files::pdf(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Kids [3 0 R] /Count 1 {above} >>").into_bytes(),
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {font} {own} >>"
            )
            .into_bytes(),
            files::stream("", content.as_bytes()),
        ],
        "",
    )
}

#[test]
fn a_page_is_read_as_it_is_shown() {
    // Level text on the page as it is shown, from 100 points from its left and 60 from its top.
    let level = [
        ("", "1 0 0 1 100 782", 595.0),
        ("/Rotate 90", "0 1 -1 0 60 100", 842.0),
        ("/Rotate 180", "-1 0 0 -1 495 60", 595.0),
        ("/Rotate 270", "0 -1 1 0 535 742", 842.0),
        ("/Rotate -90", "0 -1 1 0 535 742", 842.0),
        ("/Rotate 450", "0 1 -1 0 60 100", 842.0),
        ("/Rotate -180", "-1 0 0 -1 495 60", 595.0),
    ];
    for (rotate, matrix, width) in level {
        let content = format!("BT /F 12 Tf {matrix} Tm (a b) Tj ET");
        for (own, above) in [(rotate, ""), ("", rotate), (rotate, "/Rotate 180")] {
            // A page without one has that of the tree.
            if own.is_empty() && above != rotate {
                continue;
            }
            let name = format!("{own} under {above}");
            let page = both(&name, &rotated(own, above, &content));
            assert_eq!((page.width, page.turned), (width, 0), "{name}");
            stand(&name, &page, [(100.0, 60.0), (100.0 + 6.672 + 3.336, 60.0)]);
        }
    }
    // Text that is not level on the page as it is shown is turned until it is.
    for (rotate, turned) in [
        ("0", 0),
        ("90", 3),
        ("180", 2),
        ("270", 1),
        ("-90", 1),
        ("450", 3),
    ] {
        let content = "BT /F 12 Tf 50 700 Td (a b) Tj ET";
        let page = both(rotate, &rotated(&format!("/Rotate {rotate}"), "", content));
        assert_eq!((page.width, page.turned), (595.0, turned), "{rotate}");
        stand(
            rotate,
            &page,
            [(50.0, 142.0), (50.0 + 6.672 + 3.336, 142.0)],
        );
    }
}
