//! Letter-spaced text that was drawn letter by letter, or in parts: which gaps are the spacing, and which
//! part words. The spacing is the same wherever text is set in one font and size on a page.

use super::piece::{Piece, WORD_GAP};

/// Letters further apart than this share of the size are no word, however they are set.
const WIDEST: f32 = 0.4;

/// A gap below this share of the size means that the pen did not move at all.
const LEAST: f32 = 0.015;

/// Spacings that differ by less than this share of the size are one: kerning is smaller.
const SAME: f32 = 0.07;

/// So far, in sizes, a full stop or a comma is moved under the letter before it.
const KERNED: f32 = 0.2;

/// Sizes that differ by less, in points, are one.
const SAME_SIZE: f32 = 0.1;

/// So many gaps of one width show a spacing. Words of one letter each, with no blank drawn between
/// them, are never so many.
const GAPS: usize = 5;

/// Of a hundred gaps between letters that stand alone, so many are of one width in spaced text.
const MOSTLY: usize = 70;

/// So many words behind a blank that was drawn, for each behind a gap alone, show that blanks are drawn.
const DRAWN: usize = 4;

/// Text of one font and size, and its spacing.
#[derive(Clone, Copy, Debug)]
struct Set {
    font: u16,
    size: f32,
    spacing: f32,
}

/// The spacings of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Tracking {
    sets: Vec<Set>,
    /// Whether words are parted by blanks that are drawn: then a gap that is no word's parts nothing.
    blanks: bool,
}

fn alike(font: u16, size: f32, piece: &Piece) -> bool {
    piece.font == font && (piece.size - size).abs() < SAME_SIZE
}

/// The gap between two pieces of one font and size, in sizes, where no blank was drawn in it and it
/// can be the spacing of letters; 0 where they touch.
fn gap(a: &Piece, b: &Piece) -> Option<f32> {
    let gap = (b.x0 - a.x1) / a.size.max(0.1);
    let can_be = !b.space_before && alike(a.font, a.size, b) && gap > -SAME && gap < WIDEST;
    can_be.then_some(gap)
}

/// Whether most words of a page stand behind a blank that was drawn.
fn blanks_drawn(lines: &[Vec<Piece>]) -> bool {
    let (mut drawn, mut bare) = (0, 0);
    for pair in lines.iter().flat_map(|line| line.windows(2)) {
        let [a, b] = pair else { continue };
        drawn += usize::from(b.space_before);
        bare += usize::from(gap(a, b).is_some_and(|gap| gap > WORD_GAP));
    }
    drawn >= GAPS && drawn >= DRAWN * bare
}

impl Tracking {
    /// Finds the spacings in the lines of a page; `letters` tells how many letters a piece has, and `before`
    /// is what the page before it had.
    pub(super) fn of(
        lines: &[Vec<Piece>],
        letters: &dyn Fn(&Piece) -> usize,
        before: &Self,
    ) -> Self {
        let mut found: Vec<(u16, f32, Vec<f32>)> = Vec::new();
        for line in lines {
            for pair in line.windows(2) {
                let [a, b] = pair else { continue };
                // Words that were drawn whole are parted by their gaps.
                let Some(gap) = gap(a, b).filter(|_| letters(a) == 1 && letters(b) == 1) else {
                    continue;
                };
                let set = found
                    .iter_mut()
                    .find(|(font, size, _)| alike(*font, *size, a));
                match set {
                    Some((.., gaps)) => gaps.push(gap),
                    None => found.push((a.font, a.size, vec![gap])),
                }
            }
        }
        // A page with as many gaps tells by itself how such text is set there.
        let few = |set: &Set| {
            let own = found
                .iter()
                .find(|(font, size, _)| *font == set.font && (size - set.size).abs() < SAME_SIZE);
            own.is_none_or(|(.., gaps)| gaps.len() < GAPS)
        };
        let inherited: Vec<Set> = before.sets.iter().copied().filter(few).collect();
        let sets = found.into_iter().filter_map(|(font, size, mut gaps)| {
            gaps.sort_by(f32::total_cmp);
            let spacing = *gaps.get(gaps.len() / 2)?;
            let near = gaps.iter().filter(|gap| (**gap - spacing).abs() < SAME);
            let near = near.count();
            // Letters that touch each other, most of them, are set without any.
            let shown = spacing > LEAST && near >= GAPS && near * 100 >= gaps.len() * MOSTLY;
            shown.then_some(Set {
                font,
                size,
                spacing,
            })
        });
        Self {
            sets: sets.chain(inherited).collect(),
            blanks: blanks_drawn(lines),
        }
    }

    /// Whether two pieces are letters of one word with the spacing between them. `in_turn` is whether they
    /// were drawn one after the other.
    pub(super) fn joins(&self, a: &Piece, b: &Piece, in_turn: bool) -> bool {
        if self.blanks && in_turn && gap(a, b).is_some_and(|gap| (LEAST..WORD_GAP).contains(&gap)) {
            return true;
        }
        !self.sets.is_empty()
            && gap(a, b).filter(|gap| *gap > LEAST).is_some_and(|gap| {
                self.sets
                    .iter()
                    .any(|set| alike(set.font, set.size, a) && (gap - set.spacing).abs() < SAME)
            })
    }

    /// Whether a piece that is a full stop or a comma ends the word before it, which is spaced: what parts words
    /// is wider than their spacing, and never narrower.
    pub(super) fn ends(&self, a: &Piece, b: &Piece) -> bool {
        gap(a, b).is_some_and(|gap| {
            self.sets.iter().any(|set| {
                let near = set.spacing - KERNED..set.spacing + SAME;
                alike(set.font, set.size, a) && near.contains(&gap)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{RawDocument, RawGlyph, RawPage, RawRun};
    use crate::sample::draw;

    /// Letters drawn one by one, each half its size wide, with these gaps between them, in sizes.
    fn letters(gaps: &[f32]) -> Vec<Piece> {
        let mut x0 = 0.0;
        let mut line = Vec::new();
        for (at, gap) in [0.0].iter().chain(gaps).enumerate() {
            x0 += gap * 10.0;
            line.push(Piece {
                from: at,
                to: at + 1,
                x0,
                x1: x0 + 5.0,
                y: 100.0,
                size: 10.0,
                font: 0,
                certain: true,
                space_before: false,
                stretched: false,
            });
            x0 += 5.0;
        }
        line
    }

    /// Which of the gaps join their letters to a word.
    fn joined(gaps: &[f32]) -> Vec<bool> {
        let line = letters(gaps);
        let tracking = Tracking::of(std::slice::from_ref(&line), &|_| 1, &Tracking::default());
        let pairs = line.windows(2);
        pairs
            .map(|pair| tracking.joins(&pair[0], &pair[1], true))
            .collect()
    }

    #[test]
    fn letters_of_a_word_that_is_spaced_are_one_word() {
        // The gap between the words stands in the middle, and is not what most gaps are.
        let gaps = [0.2, 0.2, 0.2, 0.39, 0.2, 0.2, 0.2];
        let of_letters = [true, true, true, false, true, true, true];
        assert_eq!(joined(&gaps), of_letters);
    }

    #[test]
    fn a_few_words_of_one_letter_are_no_spaced_word() {
        assert_eq!(joined(&[0.25; 4]), [false; 4]);
        assert_eq!(joined(&[0.25; 5]), [true; 5]);
    }

    #[test]
    fn a_few_letters_are_spaced_as_on_the_pages_before() {
        let of = |gaps: &[f32], before: &Tracking| Tracking::of(&[letters(gaps)], &|_| 1, before);
        let joined = |gaps: &[f32], tracking: &Tracking| {
            let line = letters(gaps);
            tracking.joins(&line[0], &line[1], true)
        };
        let spaced = of(&[0.25; 9], &Tracking::default());
        // Over a page without any.
        let after = of(&[0.25; 3], &of(&[], &spaced));
        assert!(joined(&[0.25; 3], &after));
        assert!(!joined(&[0.35; 3], &after));
        // Where there are enough to tell, they do.
        let own = of(&[0.0; 9], &spaced);
        assert!(!joined(&[0.25], &own));
    }

    #[test]
    fn a_bullet_before_a_word_of_one_letter_is_no_letter_of_it() {
        let mut page = RawPage::default();
        for line in 0..8_u8 {
            let mut x = 60.0;
            for word in ["\u{2022}", "I", "stor", "grad"] {
                let end = draw(&mut page, word, (x, 100.0 + 20.0 * f32::from(line)), 0);
                x = end + 2.5;
            }
        }
        let document = crate::text::assemble(RawDocument {
            pages: vec![page],
            ..RawDocument::default()
        });
        assert_eq!(document.pages[0].text.matches("I stor grad").count(), 8);
    }

    #[test]
    fn a_full_stop_is_of_the_word_that_it_is_moved_under() {
        let mut page = RawPage::default();
        for line in 0..3_u8 {
            let first = u32::try_from(page.glyphs.len()).expect("few");
            let mut x0 = 60.0;
            for ch in "av fire svar.".chars() {
                x0 += if ch == '.' { 2.2 } else { 3.3 };
                let x1 = x0 + 5.0;
                page.glyphs.push(RawGlyph { ch, x0, x1 });
                x0 = x1;
            }
            page.runs.push(RawRun {
                first,
                count: 13,
                y: 100.0 + 20.0 * f32::from(line),
                size: 10.0,
                font: 0,
            });
        }
        let document = crate::text::assemble(RawDocument {
            pages: vec![page],
            ..RawDocument::default()
        });
        assert_eq!(document.pages[0].text.matches("av fire svar.").count(), 3);
    }
}
