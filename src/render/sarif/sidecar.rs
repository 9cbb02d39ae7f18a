//! The text beside a SARIF file: what a place is in a report whose lines are counted from 1.
//!
//! GitHub rejects a whole upload in which a result has no line. A PDF has none, so that its text is
//! written beside it, and results point there.

use super::super::plain;
use super::model::Region;
use crate::diagnostics::{FileReport, Place};
use crate::rules::Lang;
use std::fmt::Write as _;

/// A file's text, with a line that names each page above it.
pub fn sidecar(file: &FileReport, lang: Lang) -> String {
    let mut out = String::new();
    for page in &file.pages {
        let _ = writeln!(out, "--- {} {} ---", lang.words().page(1), page.number);
        out.push_str(&plain::page(&page.text));
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// Where a place stands in the text.
pub(super) fn region(file: &FileReport, place: &Place) -> Region {
    let mut above = 0;
    for page in &file.pages {
        // The line that names the page.
        above += 1;
        if page.number == place.page {
            let (start_line, start_column) = position(&page.text, place.start);
            let (end_line, end_column) = position(&page.text, place.end);
            return Region {
                start_line: above + start_line,
                start_column,
                end_line: above + end_line,
                end_column,
            };
        }
        above += page.text.lines().count();
    }
    Region {
        start_line: 1,
        start_column: 1,
        end_line: 1,
        end_column: 1,
    }
}

/// The line and column of a byte, both from 1.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or("").chars().count() + 1;
    (line, column)
}
