//! What was drawn in one place twice, or over something else.

use super::piece::{CELL_GAP, FIGURE_GAP, Piece};

/// What begins so near to each other, in sizes, was drawn in one place.
const SAME: f32 = 0.15;

/// Between a word and the same drawn again so many others may stand, as marks over letters do.
const BETWEEN: usize = 3;

/// A word drawn twice in one place (as false bold is) is one word.
pub(super) fn drop_doubles(line: &mut Vec<Piece>, letters: &str) {
    let text = |piece: &Piece| letters.get(piece.from..piece.to);
    let mut kept: Vec<Piece> = Vec::with_capacity(line.len());
    for piece in line.drain(..) {
        let again = |other: &Piece| {
            (piece.x0 - other.x0).abs() < SAME * other.size
                && (piece.x1 - other.x1).abs() < SAME * other.size
                && text(&piece) == text(other)
        };
        if !kept.iter().rev().take(1 + BETWEEN).any(again) {
            kept.push(piece);
        }
    }
    *line = kept;
}

/// Parts a line of what stands on every page where two were printed over each other: a browser's
/// footer over the report's own number.
pub(super) fn layers(mut line: Vec<Piece>, letters: &str) -> Vec<Vec<Piece>> {
    line.sort_by_key(|piece| piece.from);
    // What was drawn on from where the pen stood is of one layer, glyph by glyph.
    let goes_on =
        |a: &Piece, b: &Piece| (-FIGURE_GAP..CELL_GAP).contains(&((b.x0 - a.x1) / a.size));
    let mut layers: Vec<Vec<Piece>> = Vec::new();
    for drawn in line.chunk_by(goes_on) {
        let over = |other: &Piece| {
            drawn.iter().any(|piece| {
                piece.x1.min(other.x1) - piece.x0.max(other.x0) > FIGURE_GAP * piece.size
            })
        };
        match layers.iter_mut().find(|layer| !layer.iter().any(over)) {
            Some(layer) => layer.extend(drawn),
            None => layers.push(drawn.to_vec()),
        }
    }
    for layer in &mut layers {
        layer.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    // A whole line that was drawn twice is one.
    let mut kept: Vec<Vec<Piece>> = Vec::new();
    for layer in layers {
        if !kept.iter().any(|other| is_again(&layer, other, letters)) {
            kept.push(layer);
        }
    }
    kept
}

/// Whether a line says the same as another one, in the same place.
fn is_again(line: &[Piece], other: &[Piece], letters: &str) -> bool {
    let text = |line: &[Piece]| -> String {
        let words = line
            .iter()
            .filter_map(|piece| letters.get(piece.from..piece.to));
        words.collect()
    };
    let begins = line.first().zip(other.first());
    let near = |(a, b): (&Piece, &Piece)| (a.x0 - b.x0).abs() < SAME * a.size;
    begins.is_some_and(near) && text(line) == text(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of a line, each with its letters, from and to where it stands.
    fn parted(pieces: &[(&str, f32, f32)]) -> usize {
        let mut letters = String::new();
        let mut line = Vec::new();
        for (text, x0, x1) in pieces {
            let from = letters.len();
            letters.push_str(text);
            line.push(Piece {
                from,
                to: letters.len(),
                x0: *x0,
                x1: *x1,
                y: 800.0,
                size: 8.0,
                font: 0,
                certain: true,
                space_before: false,
                stretched: false,
            });
        }
        layers(line, &letters).len()
    }

    #[test]
    fn what_stands_beside_each_other_is_one_layer_and_what_lies_over_it_another() {
        assert_eq!(
            parted(&[("rapport.html", 20.0, 80.0), ("3", 560.0, 566.0)]),
            1
        );
        assert_eq!(
            parted(&[("3", 560.0, 566.0), ("rapport.html", 20.0, 80.0)]),
            1
        );
        assert_eq!(
            parted(&[("Side 3", 550.0, 575.0), ("3/80", 556.0, 570.0)]),
            2
        );
    }

    #[test]
    fn a_line_that_was_drawn_twice_is_one() {
        assert_eq!(
            parted(&[("Side 3", 550.0, 575.0), ("Side 3", 550.0, 575.0)]),
            1
        );
    }
}
