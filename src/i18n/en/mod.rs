//! The program's messages in English.

mod app;
mod authoring;
mod config;
mod html;
mod judging;
mod reading;
mod render;
mod sheet;
mod words;

/// Speaks English.
pub(super) struct En;
