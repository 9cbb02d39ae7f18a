//! Whether the letters of a page can be what somebody sees on it.

use super::{Lost, RawGlyph, RawPage, is_untold};

/// Unknown letters that a page may have beside a tenth of all: signs of a list, or of a picture.
const MAX_UNKNOWN: usize = 20;

/// So many letters that stand on the one before them are no accents.
const MAX_HEAPED: usize = 20;

/// One in so many letters is heaped where widths are not told at all.
const HEAPED: usize = 4;

/// Why a page's letters and figures may be ones that nobody wrote; `None` where they are not doubted.
pub(super) fn doubt(page: &RawPage) -> Option<Lost> {
    let all = page.glyphs.len();
    let unknown = page.glyphs.iter().filter(|glyph| is_untold(glyph.ch));
    if unknown.count() > MAX_UNKNOWN.max(all / 10) {
        return Some(Lost::Letters);
    }
    let heaped = page.runs.iter().map(|run| heaped(run.of(&page.glyphs)));
    (heaped.sum::<usize>() > MAX_HEAPED.max(all / HEAPED)).then_some(Lost::Font)
}

/// How many letters of a run stand where the one before them does, as all do where a font's widths are
/// lost: which of them stand for words, and which were drawn twice, nobody can tell.
fn heaped(run: &[RawGlyph]) -> usize {
    let near = |a: f32, b: f32| (a - b).abs() < 0.001;
    let on_top =
        |pair: &&[RawGlyph]| matches!(pair, [a, b] if near(a.x0, b.x0) && near(a.x1, b.x1));
    run.windows(2).filter(on_top).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::RawRun;

    fn page(letters: usize, step: f32) -> RawPage {
        let mut x = 10.0;
        let glyph = |ch| {
            x += step;
            RawGlyph {
                ch,
                x0: x,
                x1: x + 4.0,
            }
        };
        let glyphs: Vec<RawGlyph> = ('a'..='z').cycle().take(letters).map(glyph).collect();
        let run = RawRun {
            first: 0,
            count: u32::try_from(letters).unwrap(),
            y: 100.0,
            size: 10.0,
            font: 0,
        };
        RawPage {
            glyphs,
            runs: vec![run],
            ..RawPage::default()
        }
    }

    #[test]
    fn letters_that_stand_on_each_other_are_doubted() {
        assert_eq!(doubt(&page(60, 0.0)), Some(Lost::Font));
        assert_eq!(doubt(&page(60, 5.0)), None);
        // A few may be accents.
        assert_eq!(doubt(&page(12, 0.0)), None);
    }
}
