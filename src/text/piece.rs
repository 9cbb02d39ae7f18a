//! Words before they have a place in a page's text.

/// A gap of this share of the type's size, with no blank drawn, still parts two words.
pub(super) const WORD_GAP: f32 = 0.16;

/// The parts of one figure are nearer than this share of the size.
pub(super) const FIGURE_GAP: f32 = 0.1;

/// A gap of this share of the size parts two cells.
pub(super) const CELL_GAP: f32 = 1.1;

/// Words before they have a place in a page's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where its letters begin among those of the page, in the order of drawing.
    pub(super) from: usize,
    /// Where they end; where they begin, for a blank that was drawn by itself.
    pub(super) to: usize,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) font: u16,
    pub(super) certain: bool,
    /// Whether a blank was drawn before it, when it follows another piece on its line.
    pub(super) space_before: bool,
    /// Whether that blank is one of justified text: one, of the same run, however wide.
    pub(super) stretched: bool,
}

impl Piece {
    /// Makes another piece, which stands right behind this one, a part of it. `letters` are those of the page.
    pub(super) fn append(&mut self, other: &Self, letters: &mut String) {
        if self.to == other.from {
            self.to = other.to;
        } else {
            // They were not drawn one after the other.
            let text = |piece: &Self| letters.get(piece.from..piece.to).unwrap_or("");
            let whole = [text(self), text(other)].concat();
            self.from = letters.len();
            letters.push_str(&whole);
            self.to = letters.len();
        }
        self.x1 = other.x1;
        self.certain &= other.certain;
    }
}
