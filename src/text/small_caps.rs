//! Small capitals that a font does not have: capitals of a smaller size, two sizes in one word. Their line is
//! as large as its largest letters.

use super::piece::{FIGURE_GAP, Piece};

/// Small capitals are so large against capitals, at the least and at the most.
const SHARE: (f32, f32) = (0.6, 0.92);
/// Sizes that differ by less, in points, are one.
const SAME_SIZE: f32 = 0.1;
/// Letters of one word stand on one line, but for rounding: in sizes.
const LEVEL: f32 = 0.02;
/// Lines of one text are no further apart than this, in sizes, and begin no further from each other, points.
const NEAR: (f32, f32) = (1.9, 2.0);

/// Capitals and small ones of one font.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Set {
    font: u16,
    large: f32,
    small: f32,
}

impl Set {
    /// The two sizes of a word, of which `a` ends in a capital and `b` is what follows it.
    fn of(a: &Piece, b: &Piece, letters: &str) -> Option<Self> {
        let capital = |ch: Option<char>| ch.is_some_and(char::is_uppercase);
        let text = |piece: &Piece| letters.get(piece.from..piece.to).unwrap_or("");
        let share = b.size / a.size.max(SAME_SIZE);
        let sized = a.font == b.font && (SHARE.0..SHARE.1).contains(&share);
        let is_one = sized
            && goes_on(a, b)
            && capital(text(a).chars().next_back())
            && capital(text(b).chars().next());
        is_one.then_some(Self {
            font: a.font,
            large: a.size,
            small: b.size,
        })
    }

    fn is_small(&self, piece: &Piece) -> bool {
        piece.font == self.font && (piece.size - self.small).abs() < SAME_SIZE
    }

    fn has(&self, piece: &Piece) -> bool {
        let large = piece.font == self.font && (piece.size - self.large).abs() < SAME_SIZE;
        large || self.is_small(piece)
    }
}

/// Whether a text has no small letters.
fn is_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}

/// Whether a piece goes on a word of another size.
fn goes_on(a: &Piece, b: &Piece) -> bool {
    let gap = (b.x0 - a.x1) / a.size.max(b.size).max(SAME_SIZE);
    let level = (a.y - b.y).abs() < LEVEL * a.size;
    level && !b.space_before && (-FIGURE_GAP..FIGURE_GAP).contains(&gap)
}

/// Gives small capitals the size of the capitals that they stand with, and joins them to their words.
pub(super) fn unite(lines: &mut [Vec<Piece>], letters: &mut String) {
    let mut last: Option<(Set, f32, f32)> = None;
    for line in lines {
        let pairs = line.windows(2);
        let found = pairs.into_iter().find_map(|pair| match pair {
            [a, b] => Set::of(a, b, letters),
            _ => None,
        });
        let Some((x0, y)) = line.first().map(|first| (first.x0, first.y)) else {
            continue;
        };
        // A line of such a text may have no capital: it stands under one that has.
        let under = last.filter(|(set, left, above)| {
            let small = line.iter().all(|piece| set.has(piece));
            small && (x0 - left).abs() < NEAR.1 && y - above < NEAR.0 * set.large
        });
        let Some(set) = found.or(under.map(|(set, ..)| set)) else {
            last = None;
            continue;
        };
        last = Some((set, x0, y));
        raise(line, set, letters);
    }
}

/// The same for one line, where no letter of the set is a small one.
fn raise(line: &mut Vec<Piece>, set: Set, letters: &mut String) {
    let text = |piece: &Piece| letters.get(piece.from..piece.to).unwrap_or("");
    let capitals = |piece: &Piece| !set.has(piece) || is_capitals(text(piece));
    if !line.iter().all(capitals) {
        return;
    }
    let mut raised: Vec<Piece> = Vec::with_capacity(line.len());
    let mut drawn = set.large;
    for mut piece in line.drain(..) {
        let resized = (piece.size - drawn).abs() > SAME_SIZE;
        drawn = piece.size;
        let of_set = set.has(&piece);
        let last = raised.last_mut().filter(|_| of_set);
        let Some(before) = last else {
            piece.size = if of_set { set.large } else { piece.size };
            raised.push(piece);
            continue;
        };
        let joins = resized && set.has(before) && goes_on(before, &piece);
        piece.size = set.large;
        if !joins {
            raised.push(piece);
            continue;
        }
        before.append(&piece, letters);
    }
    *line = raised;
}

#[cfg(test)]
mod tests {
    use super::super::{Document, assemble};
    use crate::pdf::{RawDocument, RawPage};
    use crate::sample::draw;

    /// A line of words beside each other without a blank, each with its size.
    fn set(words: &[(&str, f32)]) -> Document {
        let mut page = RawPage::default();
        let mut x = 60.0;
        for (word, size) in words {
            x = draw(&mut page, word, (x, 100.0), 0);
            if let Some(run) = page.runs.last_mut() {
                run.size = *size;
            }
        }
        let pages = vec![page];
        assemble(RawDocument {
            pages,
            ..RawDocument::default()
        })
    }

    /// What the line says, and how many sizes are in it.
    fn read(words: &[(&str, f32)]) -> (String, usize) {
        let document = set(words);
        let page = &document.pages[0];
        (page.text.trim_end().to_owned(), page.lines[0].cells.len())
    }

    #[test]
    fn capitals_of_two_sizes_in_a_word_are_of_one() {
        let large_and_small = [("H", 10.0), ("VA", 8.0)];
        assert_eq!(read(&large_and_small), ("HVA".to_owned(), 1));
        // Figures, what is much smaller, and small letters that stand with them are none.
        let others: [&[(&str, f32)]; 6] = [
            &[("H", 10.0), ("va", 8.0)],
            &[("7", 10.0), ("VA", 8.0)],
            &[("H", 10.0), ("2", 8.0)],
            &[("H", 10.0), ("VA", 4.0)],
            &[("Ha", 10.0), ("VA", 8.0)],
            &[("H", 10.0), ("VA", 8.0), ("og", 8.0)],
        ];
        for words in others {
            assert_eq!(read(words).1, 2, "{words:?}");
        }
    }
}
