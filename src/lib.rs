//! A linter for the grant reports that Norwegian county governors export from their survey portal.
//!
//! Data flows one way, and a room imports only what stands to its left:
//!
//! `i18n · pdf → text → report → rules → diagnostics → render`
//!
//! - [`i18n`]: the three languages: texts, numbers, nouns, severities. Imports nothing of the crate.
//! - [`pdf`]: bytes → glyph runs with boxes, page by page. The only room that names a PDF crate.
//! - [`text`]: glyph runs, or a text file → pages of lines and cells. Knows geometry, no words.
//! - [`report`]: lines and cells → the report. Knows the exporter's layout, no survey.
//! - [`rules`]: TOML → checked rules; evaluates them over the report. Knows no layout.
//! - [`diagnostics`]: what the rules found → findings, ordered and with fingerprints.
//! - [`render`]: findings → each output format.
//!
//! Beside them stand [`config`], the user's own choices, and [`pipeline`], which leads through all of it.
//! Rules and choices are TOML, which `toml_file` reads; what was meant by what is mistyped there, `meant`
//! tells. Neither imports anything of the crate.
//!
//! None of them opens a file, spawns a process, prints or reads a clock. The program does, which stands
//! behind the feature `cli` and shows nothing but its entry. Of each room a user of the library sees what
//! its `mod.rs` shows with `pub use`, and nothing else is promised.
//!
//! # Example
//! From bytes to a judged run, in every format; a second run knows what the first one found.
//!
//! ```
//! use dekom_lint::config::{Baseline, Config};
//! use dekom_lint::i18n::Lang;
//! use dekom_lint::pipeline::{self, Check};
//! use dekom_lint::render::{Format, Options, render};
//! use dekom_lint::rules;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (name, lang) = ("dekom-lint.toml", Lang::En);
//! let text = "
//! fail-on = 'warning'
//!
//! [[suppress]]
//! rule = 'invalid-phone'
//! reason = 'Asked, and put right in the register.'
//! ";
//! let config = Config::parse(text, name, lang)?;
//! let rules = rules::builtin().expect("rules without mistakes");
//! pipeline::fits(&config, text, name, &rules, lang)?;
//! let mut check = Check::new(rules, &config, (2026, 1, 31));
//!
//! let bytes = include_bytes!("../fixtures/faults.pdf");
//! let first = check.judge(vec![check.file("faults.pdf", bytes)]);
//! assert!(first.failed);
//!
//! check.baseline = Some(Baseline::of(&first.run, &Baseline::default(), lang));
//! let second = check.judge(vec![check.file("faults.pdf", bytes)]);
//! assert!(!second.failed);
//!
//! let options = Options { lang, ..Options::default() };
//! for format in Format::ALL {
//!     let report = render(format, &first.run, &options);
//!     assert!(report.contains("sum-mismatch"), "{}", format.name());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `cli` (default): the program, with all that only it needs.
//! - `pictures` (default): pages as pictures, for the page in a browser.
//! - `second-reader` (with `cli`): another reader of PDFs, to compare with.

#![cfg_attr(
    not(feature = "cli"),
    expect(
        dead_code,
        reason = "some of what the rooms give is for the program alone"
    )
)]

#[cfg(feature = "cli")]
mod app;
#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod cli_values;
pub mod config;
pub mod diagnostics;
pub mod i18n;
mod meant;
pub mod pdf;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod rules;
#[cfg(feature = "cli")]
mod rules_cli;
#[cfg(test)]
mod sample;
pub mod text;
mod toml_file;

#[cfg(feature = "cli")]
pub use app::program;

use diagnostics::{FileReport, Source};
use report::{ReadFailure, ReadOptions, Report};
use rules::RuleSet;

/// Reads a report and checks it; a file that can't be read is a report that says why.
pub fn lint(
    bytes: &[u8],
    name: &str,
    rules: &RuleSet,
    reading: &ReadOptions,
    options: &rules::Options,
) -> FileReport {
    judge(bytes, name, report::read(bytes, reading), rules, options)
}

/// Checks a report that was read from the bytes of a file.
pub(crate) fn judge(
    bytes: &[u8],
    name: &str,
    read: Result<Report, ReadFailure>,
    rules: &RuleSet,
    options: &rules::Options,
) -> FileReport {
    let source = Source::new(name, bytes);
    match read {
        Ok(report) => {
            let outcome = rules::run(rules, &report, options);
            diagnostics::checked(source, report, outcome, &options.severities)
        }
        Err(error) => diagnostics::unreadable(source, error.text()),
    }
}
