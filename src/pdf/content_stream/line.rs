//! The glyphs that are being shown, from the first of them to the end of their run.

use kurbo::Affine;

/// The glyphs of the run being shown.
#[derive(Default)]
pub(super) struct Line {
    /// Left edge on the page, and the index of the entry in the face.
    pub(super) glyphs: Vec<(f64, usize)>,
    /// Takes a thousandth of the size to the page, at the first glyph.
    pub(super) placed: Affine,
}
