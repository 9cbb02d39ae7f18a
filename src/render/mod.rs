//! Findings → each output format, one file for each.
//!
//! A renderer is a function from a [`Run`] to a string. It opens nothing, reads no clock, and gives
//! the same bytes for the same run. What it is fed may already be redacted; it knows nothing of that.

mod annotated;
mod comparison;
mod concise;
mod coverage;
mod export;
mod follow_up;
mod full;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod options;
mod plain;
mod sarif;
mod spoken;
mod verdict;
mod words;
mod workbook;

pub use annotated::annotated;
pub use comparison::{comparison, comparison_json};
pub use export::{ExportForm, Exported, export};
pub use follow_up::{
    Artifact, Deadline, Folder, FollowUp, Kept, Unmade, Unread, Written, follow_up,
};
pub use options::{Format, Options, Order};
pub use sarif::sidecar;
pub use verdict::{State, Verdict};

#[cfg(feature = "cli")]
pub(crate) use {
    annotated::{appendix, marks},
    coverage::{coverage, unchecked},
    follow_up::SHEET,
    full::summary,
};

use crate::diagnostics::Run;

/// A run in a format.
pub fn render(format: Format, run: &Run, options: &Options) -> String {
    match format {
        Format::Full => full::render(run, options),
        Format::Concise => concise::render(run, options),
        Format::Json => json::render(run, options),
        Format::Jsonl => jsonl::render(run, options),
        Format::Sarif => sarif::render(run, options),
        Format::Junit => junit::render(run, options),
        Format::Github => github::render(run, options),
        Format::Gitlab => gitlab::render(run, options),
        Format::Html => html::render(run, options),
    }
}
