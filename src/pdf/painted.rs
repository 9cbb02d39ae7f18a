//! With what `hayro-interpret` says that something is drawn.

use super::seen::Ink;
use hayro_interpret::{DrawMode, Paint};

/// The thickness of a line; `None` for what is filled.
pub(super) fn stroked(mode: &DrawMode) -> Option<f32> {
    match mode {
        DrawMode::Stroke(stroke) => Some(stroke.line_width),
        _ => None,
    }
}

/// The ink of a paint. A colour that was never worked out is told apart from a pattern by no one.
pub(super) fn ink(paint: &Paint<'_>) -> Ink {
    let Paint::Color(color) = paint else {
        return Ink {
            color: None,
            alpha: 1.0,
        };
    };
    let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
    Ink {
        color: Some(u32::from_be_bytes([0, red, green, blue])),
        alpha: f32::from(alpha) / 255.0,
    }
}
