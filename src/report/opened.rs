//! What stands under a title: by that a title is known before anything else of it is.

use super::counts::count_at;
use super::exporter;
use super::lines::{Line, Style};

/// Whether what stands under a title begins below a line that is set as given: right there, or below help
/// that is set otherwise.
pub(super) fn opened(all: &[Line<'_>], at: usize, style: Style) -> bool {
    let set_so = |at: usize| all.get(at).and_then(Line::style) == Some(style);
    let begins = |at: usize| {
        let next = all.get(at);
        let heads = |next: &Line<'_>| next.text().ends_with(')') && !set_so(at);
        // What counts is a heading itself, of those who did not answer or of the next question.
        next.is_some_and(|next| opens(next) || heads(next) && count_at(all, at).is_none())
    };
    let below = at + 1..=at + 1 + exporter::HELP;
    let mut help = below.skip_while(|at| !begins(*at) && !set_so(*at));
    help.next().is_some_and(begins)
}

/// Whether a line can stand under a title by its words: a block's heading, or a list's.
fn opens(line: &Line<'_>) -> bool {
    exporter::is_number_heading(line.text()) || exporter::begins_not_stated(line.text())
}
