//! A linter for the grant reports that Norwegian county governors export from their survey portal.
//!
//! Data flows one way, and a room imports only what stands to its left:
//!
//! `pdf → text → report → rules → diagnostics → render`
//!
//! - [`pdf`]: bytes → glyph runs with boxes, page by page. The only room that names a PDF crate.
//! - [`text`]: glyph runs, or a text file → pages of lines and cells. Knows geometry, no words.
//! - [`report`]: lines and cells → the report. Knows the exporter's layout, no survey.
//! - [`rules`]: TOML → checked rules; evaluates them over the report. Knows no layout.
//! - [`diagnostics`]: what the rules found → findings, ordered and with fingerprints.
//! - [`render`]: findings → each output format.
//!
//! Nothing in the library opens a file, spawns a process, prints or reads a clock.

pub mod diagnostics;
pub mod pdf;
pub mod render;
pub mod report;
pub mod rules;
pub mod text;
