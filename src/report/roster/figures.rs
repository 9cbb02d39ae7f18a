//! Names that read like figures of the front page, `Avd. (2)` and `Nord 3 svar`, and the heading of figures
//! that is set like a name.

use super::super::exporter;
use super::super::front::Front;
use super::super::lines::{Line, passage};
use super::super::outline::{Outline, Role};
use super::super::{Explanation, Unread};
use std::collections::BTreeSet;

/// Lines of the overview that looked like counts which could not be read are names where somebody of
/// that name answered.
pub(in super::super) fn explain(front: &mut Front, all: &[Line<'_>], outline: &Outline) {
    if front.unread.is_empty() {
        return;
    }
    let answered: BTreeSet<&str> = all
        .iter()
        .filter_map(|line| match outline.of(line) {
            Role::Name { name, .. } => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let listed = front
        .overview
        .iter()
        .flat_map(|category| &category.respondents);
    let names: BTreeSet<_> = listed
        .filter(|name| answered.contains(name.value.as_str()))
        .map(|name| (name.span.page, name.span.line))
        .collect();
    let is_name = |unread: &mut Unread| {
        let span = unread.printed.span;
        names.contains(&(span.page, span.line))
    };
    let found = front.unread.extract_if(.., is_name);
    let found: Vec<_> = found
        .map(|unread| passage(&unread.printed, Explanation::Name))
        .collect();
    front.passages.extend(found);
}

/// Whether a line is the heading of a block of figures: the question that it belongs to has lost its title.
pub(super) fn heads_block(body: &[Line<'_>], at: usize) -> bool {
    let [heading, figure, ..] = body.get(at..).unwrap_or(&[]) else {
        return false;
    };
    exporter::is_number_heading(heading.text()) && exporter::is_labelled_figure(figure.raw())
}
