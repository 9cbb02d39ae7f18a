//! Bytes → glyph runs with boxes, page by page. The only room that names a PDF crate.
