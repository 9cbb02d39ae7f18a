//! Type too small to be read in fonts that are drawn with operators. What size their letters have by
//! themselves no file has to say, so that only other text in the same font tells.

use super::model::{RawGlyph, RawPage};
use super::seen::SPECK;

/// Text so many times smaller than other text in its font is a speck beside it.
const SMALLER: f32 = 20.0;

/// Takes the specks out of a page; they count as hidden.
pub(super) fn take_out(page: &mut RawPage) {
    let small = |size: f32| size < SPECK;
    if !page.runs.iter().any(|run| small(run.size)) {
        return;
    }
    let sizes: Vec<(u16, f32)> = page.runs.iter().map(|run| (run.font, run.size)).collect();
    let is_speck = |font: u16, size: f32| {
        let larger = |(other, of): &(u16, f32)| *other == font && *of >= SMALLER * size;
        small(size) && sizes.iter().any(larger)
    };
    let mut kept: Vec<RawGlyph> = Vec::with_capacity(page.glyphs.len());
    let mut hidden = 0_usize;
    page.runs.retain_mut(|run| {
        let glyphs = run.of(&page.glyphs);
        if is_speck(run.font, run.size) {
            hidden += glyphs.iter().filter(|g| !g.ch.is_whitespace()).count();
            return false;
        }
        run.first = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        kept.extend_from_slice(glyphs);
        true
    });
    page.glyphs = kept;
    let hidden = u32::try_from(hidden).unwrap_or(u32::MAX);
    page.hidden = page.hidden.saturating_add(hidden);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::RawRun;

    /// A page with runs of three letters, by font and size: which sizes are left, and what is hidden.
    fn left(runs: &[(u16, f32)]) -> (Vec<(u16, f32)>, u32) {
        let mut page = RawPage::default();
        for (font, size) in runs {
            page.runs.push(RawRun {
                first: u32::try_from(page.glyphs.len()).expect("few"),
                count: 3,
                y: 100.0,
                size: *size,
                font: *font,
            });
            let (x0, x1) = (f32::from(*font), f32::from(*font) + 1.0);
            page.glyphs.extend([RawGlyph { ch: 'a', x0, x1 }; 3]);
        }
        take_out(&mut page);
        for run in &page.runs {
            let glyph = page.glyphs[run.first as usize];
            assert!((glyph.x0 - f32::from(run.font)).abs() < 0.1);
        }
        assert_eq!(page.glyphs.len(), 3 * page.runs.len());
        let runs = page.runs.iter().map(|run| (run.font, run.size));
        (runs.collect(), page.hidden)
    }

    #[test]
    fn text_that_is_a_speck_beside_others_in_its_font_is_hidden() {
        let (kept, hidden) = left(&[(0, 0.1), (1, 9.0), (0, 9.5), (1, 0.6)]);
        assert_eq!((kept, hidden), (vec![(1, 9.0), (0, 9.5), (1, 0.6)], 3));
        // A font whose letters all have this size is drawn large by itself.
        let (kept, hidden) = left(&[(0, 0.1), (0, 0.12), (1, 9.5)]);
        assert_eq!((kept.len(), hidden), (3, 0));
    }
}
