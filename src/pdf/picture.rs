//! A page as it is printed, as a picture for people who look rather than read.
//!
//! A picture shows names as outlines: nothing that is redacted may be given one.

use serde::{Deserialize, Serialize};

/// A page as it is printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The page's position in the file, from 1.
    pub page: u32,
    /// Width of the page as shown, points.
    pub width: f32,
    /// Height of the page as shown, points.
    pub height: f32,
    /// The picture: SVG, packed by deflate without a header, in base64.
    pub packed: String,
}
