//! The graphics state, as far as places, sizes and colours of text and boxes depend on it.

use super::super::seen::{Ink, Window};
use hayro_syntax::object::dict::keys::{DEVICE_GRAY, DEVICE_RGB, G, ICC_BASED, N, PATTERN, RGB};
use hayro_syntax::object::{Name, Number, Object, Stream};
use hayro_syntax::page::Resources;
use kurbo::Affine;

/// A colour space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Pattern,
    /// One whose colours are not worked out here.
    Other,
}

impl Space {
    /// The colour space of a name.
    pub(super) fn named(name: &Name<'_>, resources: &Resources<'_>) -> Self {
        Self::of(name).unwrap_or_else(|| match resources.get_color_space(name) {
            Some(Object::Name(name)) => Self::of(&name).unwrap_or(Self::Other),
            Some(Object::Array(array)) => {
                let mut items = array.flex_iter();
                if items
                    .next::<Name<'_>>()
                    .is_none_or(|name| &*name != ICC_BASED)
                {
                    return Self::Other;
                }
                let profile = items.next::<Stream<'_>>();
                match profile.and_then(|profile| profile.dict().get::<u8>(N)) {
                    // What colour a box has matters only where another one has the same.
                    Some(1) => Self::Gray,
                    Some(3) => Self::Rgb,
                    _ => Self::Other,
                }
            }
            _ => Self::Other,
        })
    }

    fn of(name: &Name<'_>) -> Option<Self> {
        match &**name {
            DEVICE_GRAY | G => Some(Self::Gray),
            DEVICE_RGB | RGB => Some(Self::Rgb),
            PATTERN => Some(Self::Pattern),
            _ => None,
        }
    }
}

/// What a box is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    /// `0xRRGGBB`.
    Known(u32),
    /// A pattern: no bar is painted so.
    Pattern,
    /// A colour of a space that is not worked out here.
    Unknown,
}

/// Paint for filling or for lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) space: Space,
    pub(super) color: Color,
    pub(super) alpha: f32,
}

impl Paint {
    pub(super) fn set_space(&mut self, space: Space) {
        self.space = space;
        self.color = match space {
            Space::Gray | Space::Rgb => Color::Known(0),
            Space::Pattern => Color::Pattern,
            Space::Other => Color::Unknown,
        };
    }

    /// What it paints with.
    pub(super) fn ink(&self) -> Ink {
        Ink {
            color: match self.color {
                Color::Known(color) => Some(color),
                Color::Pattern | Color::Unknown => None,
            },
            alpha: self.alpha,
        }
    }

    /// Sets the colour from its components in a space.
    pub(super) fn set(&mut self, space: Space, components: &[Number]) {
        self.space = space;
        self.color = match (space, components) {
            (Space::Gray, [gray]) => {
                let gray = byte(gray.as_f32());
                Color::Known(u32::from_be_bytes([0, gray, gray, gray]))
            }
            (Space::Rgb, [red, green, blue]) => {
                let [red, green, blue] = [red, green, blue].map(|part| byte(part.as_f32()));
                Color::Known(u32::from_be_bytes([0, red, green, blue]))
            }
            (Space::Pattern, _) => Color::Pattern,
            _ => Color::Unknown,
        };
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what a byte holds"
)]
fn byte(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// How text is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// Index of the face; `None` before one is chosen.
    pub(super) face: Option<usize>,
    pub(super) size: f32,
    pub(super) char_space: f32,
    pub(super) word_space: f32,
    /// Horizontal scaling, 1 for none.
    pub(super) scaling: f32,
    pub(super) leading: f32,
    pub(super) rise: f32,
    /// The rendering mode, as the format numbers them from 0 to 7.
    pub(super) mode: u8,
    pub(super) matrix: Affine,
    pub(super) line: Affine,
}

impl Text {
    /// Takes the text's space, in units of the size, to user space.
    pub(super) fn placed(&self) -> Affine {
        let size = f64::from(self.size);
        let across = size * f64::from(self.scaling);
        self.matrix * Affine::new([across, 0.0, 0.0, size, 0.0, f64::from(self.rise)])
    }

    /// Moves the pen along the line, in units of text space.
    pub(super) fn advance(&mut self, by: f32) {
        self.matrix = self.matrix.pre_translate((f64::from(by), 0.0).into());
    }

    /// Goes to the start of another line.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.matrix = self.line;
    }
}

/// The graphics state.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) ctm: Affine,
    pub(super) window: Window,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) line_width: f32,
    pub(super) text: Text,
}

impl State {
    pub(super) fn new(ctm: Affine, window: Window) -> Self {
        let black = Paint {
            space: Space::Gray,
            color: Color::Known(0),
            alpha: 1.0,
        };
        Self {
            ctm,
            window,
            fill: black,
            stroke: black,
            line_width: 1.0,
            text: Text {
                face: None,
                size: 1.0,
                char_space: 0.0,
                word_space: 0.0,
                scaling: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
                matrix: Affine::IDENTITY,
                line: Affine::IDENTITY,
            },
        }
    }
}
