//! One number for one font, however many parts of it a file holds.
//!
//! What joins pages that were written one by one leaves each page its own part of every font, and some
//! programs begin a new part at each letter they had not met: the same type under many numbers.

use crate::pdf::{RawDocument, RawFont};
use std::collections::HashMap;

/// A name with fewer letters than this is a number.
const LEAST: usize = 3;

/// Gives all parts of a font the number of the first one: those that have one name and one weight.
pub(super) fn unite(raw: &mut RawDocument) {
    let mut first: HashMap<(String, Option<bool>), u16> = HashMap::new();
    let mut same: Vec<u16> = Vec::with_capacity(raw.fonts.len());
    for (font, id) in raw.fonts.iter().zip(0_u16..) {
        let known = name(font).map(|name| *first.entry((name.to_owned(), font.bold)).or_insert(id));
        same.push(known.unwrap_or(id));
    }
    for run in raw.pages.iter_mut().flat_map(|page| &mut page.runs) {
        run.font = same.get(usize::from(run.font)).copied().unwrap_or(run.font);
    }
}

/// The name of a font; none where it may be that of any, as `CIDFont+F1` is.
fn name(font: &RawFont) -> Option<&str> {
    let name = font.whole_name()?;
    let letters = name.chars().filter(|ch| ch.is_alphabetic()).count();
    (letters >= LEAST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{RawPage, RawRun};

    /// The numbers that fonts of these names and weights come to.
    fn numbers(fonts: &[(&str, bool)]) -> Vec<u16> {
        let run = |font: u16| RawRun {
            first: 0,
            count: 0,
            y: 0.0,
            size: 10.0,
            font,
        };
        let ids = 0..u16::try_from(fonts.len()).unwrap_or(0);
        let mut raw = RawDocument {
            fonts: fonts
                .iter()
                .map(|(name, bold)| RawFont {
                    name: Some((*name).to_owned()),
                    bold: Some(*bold),
                })
                .collect(),
            pages: vec![RawPage {
                runs: ids.map(run).collect(),
                ..RawPage::default()
            }],
        };
        unite(&mut raw);
        raw.pages[0].runs.iter().map(|run| run.font).collect()
    }

    #[test]
    fn parts_of_a_font_are_one_font() {
        let parts = [
            ("ABCDEF+Lato-Regular", false),
            ("ABCDEF+Lato-Bold", true),
            ("GHIJKL+Lato-Regular", false),
            ("Lato-Bold", true),
        ];
        assert_eq!(numbers(&parts), [0, 1, 0, 1]);
    }

    #[test]
    fn names_that_are_numbers_and_other_weights_are_other_fonts() {
        let others = [
            ("CIDFont+F1", false),
            ("CIDFont+F1", false),
            ("F2", true),
            ("F2", true),
            ("Lato", false),
            ("Lato", true),
        ];
        assert_eq!(numbers(&others), [0, 1, 2, 3, 4, 5]);
    }
}
