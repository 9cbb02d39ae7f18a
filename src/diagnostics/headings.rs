//! The names and titles of a report: a finding that points at one is about what stands below it.

use super::finding::PointsAt;
use crate::report::Report;
use crate::text::{Printed, Span};
use std::collections::HashSet;

/// Where the names of respondents and the titles of questions stand.
pub(super) struct Headings(HashSet<(u32, u32, u32)>);

impl Headings {
    /// Those of a report.
    pub(super) fn of(report: &Report) -> Self {
        let mut known = HashSet::new();
        let mut add = |name: &Printed<String>| _ = known.insert(name.span.order());
        for question in &report.questions {
            add(&question.title);
            let answers = question.answers.iter();
            answers.for_each(|answer| add(&answer.respondent));
            let lists = question.not_stated.iter();
            let lines = lists.flat_map(|list| &list.respondents);
            lines.for_each(|line| add(&line.name));
        }
        let overview = report.overview.iter();
        let names = overview.flat_map(|category| &category.respondents);
        names.for_each(&mut add);
        Self(known)
    }

    /// What stands at a place.
    pub(super) fn points_at(&self, at: &Span) -> PointsAt {
        if self.0.contains(&at.order()) {
            PointsAt::Heading
        } else {
            PointsAt::Itself
        }
    }
}
