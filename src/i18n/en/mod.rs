//! The program's messages in English.

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

/// Speaks English.
pub(super) struct En;
