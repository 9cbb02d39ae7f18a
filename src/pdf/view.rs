//! How a page is looked at: as it is shown, or turned by quarters so that its text is level.

use super::RawPage;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::util::{RectExt, TransformExt};
use kurbo::{Affine, Rect};

/// A page with nothing but so few glyphs that are level may be turned all the same: a page number and
/// a stamp stay level where a page was turned.
const FEW: usize = 30;

/// How many times more glyphs run in another direction than to the right on a page that is to be
/// turned. The upright labels of a chart are outnumbered by less.
const MOSTLY: usize = 8;

/// As [`MOSTLY`], for a page with more than [`FEW`] level glyphs.
const NEARLY_ALL: usize = 20;

/// A page as it is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// Takes the page's user space to the view, points from its top left corner.
    pub(super) transform: Affine,
    width: f32,
    height: f32,
    /// Quarters clockwise by which it is turned against the page as shown.
    turned: u8,
    /// The sheet that the page was cropped from, in the page's user space.
    sheet: Rect,
}

impl View {
    /// The page as it is shown: crop box, rotation and user unit are applied.
    pub(super) fn shown(page: &Page<'_>) -> Self {
        let unit = page
            .raw()
            .get::<f32>(b"UserUnit".as_slice())
            .filter(|u| u.is_finite() && *u > 0.0)
            .unwrap_or(1.0);
        let (width, height) = page.render_dimensions();
        Self {
            transform: Affine::scale(f64::from(unit)) * page.initial_transform(true).to_kurbo(),
            width: width * unit,
            height: height * unit,
            turned: 0,
            sheet: page.media_box().to_kurbo(),
        }
    }

    /// The page as shown, turned by quarters clockwise.
    pub(super) fn turned(self, quarters: u8) -> Self {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let turn = match quarters % 4 {
            1 => Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]),
            3 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            _ => Affine::IDENTITY,
        };
        let (width, height) = if quarters % 2 == 1 {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Self {
            transform: turn * self.transform,
            width,
            height,
            turned: quarters % 4,
            sheet: self.sheet,
        }
    }

    /// The page before anything of it is read.
    pub(super) fn empty(self) -> RawPage {
        RawPage {
            width: self.width,
            height: self.height,
            turned: self.turned,
            ..RawPage::default()
        }
    }

    /// The sheet that the page was cropped from, points of the page.
    pub(super) fn sheet(self) -> Rect {
        self.transform.transform_rect_bbox(self.sheet)
    }

    /// The area of the page, points.
    pub(super) fn area(self) -> Rect {
        Rect::new(0.0, 0.0, f64::from(self.width), f64::from(self.height))
    }
}

/// By how many quarters clockwise a page is to be turned so that its text is level, where it is not;
/// `directions` are the glyphs that run to the right, downwards, to the left and upwards.
pub(super) fn turn(directions: [usize; 4]) -> Option<u8> {
    let [level, others @ ..] = directions;
    let (most, turn) = others
        .into_iter()
        .zip([3, 2, 1])
        .max_by_key(|(count, _)| *count)?;
    let factor = if level <= FEW { MOSTLY } else { NEARLY_ALL };
    let rest: usize = others.iter().sum::<usize>() - most;
    (most > 0 && most >= level.saturating_mul(factor) && most > rest).then_some(turn)
}

#[cfg(test)]
mod tests {
    use super::turn;

    #[test]
    fn a_page_is_turned_for_nearly_all_of_its_text() {
        assert_eq!(turn([900, 0, 0, 0]), None);
        assert_eq!(turn([0, 900, 0, 0]), Some(3));
        assert_eq!(turn([0, 0, 900, 0]), Some(2));
        assert_eq!(turn([30, 0, 0, 900]), Some(1));
        assert_eq!(turn([0; 4]), None);
        assert_eq!(turn([56, 0, 0, 480]), None, "the upright labels of a chart");
        assert_eq!(turn([0, 400, 0, 500]), Some(1));
        // A stamp and a number may stay level; a line more is text.
        assert_eq!(turn([30, 0, 0, 240]), Some(1));
        assert_eq!(turn([31, 0, 0, 600]), None);
    }
}
