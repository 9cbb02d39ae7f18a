//! The program's messages in nynorsk.

mod advice;
mod app;
mod authoring;
mod config;
mod coverage;
mod export;
mod html;
mod judging;
mod letters;
mod mistakes;
mod reading;
mod render;
mod sheet;
mod suggest;
mod terms;
mod toml;
mod words;

/// Speaks nynorsk.
pub(super) struct Nn;
