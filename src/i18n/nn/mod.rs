//! The program's messages in nynorsk.

mod app;
mod authoring;
mod config;
mod html;
mod judging;
mod letters;
mod reading;
mod render;
mod sheet;
mod words;

/// Speaks nynorsk.
pub(super) struct Nn;
