//! The program's messages in bokmål.

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

/// Speaks bokmål.
pub(super) struct Nb;
