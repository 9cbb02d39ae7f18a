//! A glyph in one part of a font, known by its like in another.

use super::common::{Known, Unknown};
use crate::pdf::{RawDocument, is_untold};
use std::collections::BTreeMap;

/// Widths that differ by less than this share of the size are one.
const SAME_WIDTH: f32 = 0.0005;

/// A file may hold a font in parts, and a glyph in several: what one of them is told to be, its like in
/// another part is too, where no other is as wide.
pub(super) fn learn(raw: &RawDocument, known: &mut Known) {
    let name = |font: u16| raw.fonts.get(usize::from(font))?.whole_name();
    let mut widths: BTreeMap<Unknown, f32> = BTreeMap::new();
    for page in &raw.pages {
        for run in &page.runs {
            let untold = run.of(&page.glyphs).iter();
            for glyph in untold.filter(|glyph| is_untold(glyph.ch)) {
                let width = (glyph.x1 - glyph.x0) / run.size;
                widths.entry((run.font, glyph.ch)).or_insert(width);
            }
        }
    }
    // For each font and what a glyph of it is told to be: how wide these are.
    let mut told: BTreeMap<&str, BTreeMap<&str, Vec<f32>>> = BTreeMap::new();
    for (unknown, letters) in known.iter() {
        if let (Some(name), Some(width)) = (name(unknown.0), widths.get(unknown)) {
            let of_font = told.entry(name).or_default();
            of_font.entry(letters).or_default().push(*width);
        }
    }
    let of_all = told.values_mut().flat_map(BTreeMap::values_mut);
    of_all.for_each(|widths| widths.sort_by(f32::total_cmp));
    let mut alike = Known::new();
    for (unknown, width) in widths.iter().filter(|(one, _)| !known.contains_key(one)) {
        let has = |widths: &[f32]| {
            let at = widths.partition_point(|other| other < width);
            let mut around = widths.iter().skip(at.saturating_sub(1)).take(2);
            around.any(|other| (other - width).abs() < SAME_WIDTH)
        };
        let of_font = name(unknown.0).and_then(|name| told.get(name));
        let mut same = of_font.into_iter().flatten().filter(|(_, of)| has(of));
        if let (Some((letters, _)), None) = (same.next(), same.next()) {
            alike.insert(*unknown, (*letters).to_owned());
        }
    }
    known.append(&mut alike);
}
