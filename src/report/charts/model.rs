//! Values with their labels, and what a region of a chart holds.

use super::super::{Chart, OtherAnswers, Passage};
use super::values::Value;
use crate::text::{Bbox, Printed};
use std::collections::{BTreeMap, BTreeSet};

/// Which way the bars of a document point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::report) enum Direction {
    #[default]
    Upright,
    Lying,
    /// Lying, with the label on a line of its own above its bar.
    Under,
}

/// A value with the words of its label.
#[derive(Clone, Debug)]
pub(super) struct Labelled {
    /// `None` where the label stands alone: a bar of nothing that is not drawn.
    pub(super) value: Option<Value>,
    pub(super) parts: Vec<Part>,
    pub(super) page: usize,
    /// Orders the rows of a page, points.
    pub(super) y: f32,
    /// The column that the value heads, from left to right, points.
    pub(super) column: (f32, f32),
}

impl Labelled {
    /// The count; 0 where none is printed.
    pub(super) fn count(&self) -> i64 {
        self.value.as_ref().map_or(0, |value| value.count.value)
    }

    /// The box over label and value.
    pub(super) fn area(&self) -> Bbox {
        let value = self.value.iter().map(|value| value.bbox);
        let parts = self.parts.iter().map(|part| part.bbox);
        value.chain(parts).reduce(Bbox::union).unwrap_or(Bbox {
            x0: self.column.0.max(0.0),
            y0: self.y,
            x1: self.column.0.max(0.0),
            y1: self.y,
        })
    }
}

/// A word of a label.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) printed: Printed<String>,
    pub(super) text: String,
    pub(super) bbox: Bbox,
}

/// What a chart region holds.
#[derive(Debug, Default)]
pub(in crate::report) struct Region {
    pub(in crate::report) charts: Vec<Chart>,
    pub(in crate::report) other_answers: Option<OtherAnswers>,
    pub(in crate::report) options: Vec<String>,
    /// Options as they would be if a hyphen at a break of their label was put there by the break → the option.
    pub(in crate::report) aliases: BTreeMap<String, String>,
    /// Whether the charts are pies with legends.
    pub(in crate::report) single: bool,
    /// Labels, headings and own texts: digits in them are no figures to check.
    pub(in crate::report) passages: Vec<Passage>,
    /// What should have been a value and was not understood.
    pub(in crate::report) unread: Vec<(Printed<String>, &'static str)>,
    /// Pages (by index) on which labels and values may stand among the answers, in text without boxes.
    pub(in crate::report) mixed_pages: BTreeSet<usize>,
    /// Whether the values are known because the answers count them, so that what was chosen is known as well.
    pub(in crate::report) counted: bool,
    /// Whether two bars of a chart go by one name, so that it can't be told what was chosen.
    pub(in crate::report) twins: bool,
}
