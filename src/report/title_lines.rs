//! What a line tells of whether it goes on a title, or one that goes on in it.

use super::lines::Line;
use crate::i18n::MONTHS;

pub(super) fn length(line: &Line<'_>) -> usize {
    line.text().chars().count()
}

/// The length of a line with the first word of the next.
pub(super) fn with_next(upper: &Line<'_>, lower: &Line<'_>) -> usize {
    let word = lower.text().split(' ').next().unwrap_or("");
    length(upper) + 1 + word.chars().count()
}

/// Whether a line can't be the first of a title: it begins in the middle of a sentence.
pub(super) fn begins_cut(text: &str) -> bool {
    let numbered = || {
        let after = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
        // A day of a month is no number of a question.
        let day = after.strip_prefix('.').map(str::trim_start);
        let day = day.is_some_and(|after| {
            let after = after.to_lowercase();
            MONTHS.iter().any(|month| after.starts_with(month))
        });
        after.starts_with(['.', ')']) && !day
    };
    match text.chars().next() {
        Some(ch) if ch.is_ascii_digit() => !numbered(),
        Some(ch) => ch.is_lowercase() || ch == '(',
        None => false,
    }
}

/// Whether the first word of the next page would not have fitted on the last line of a page.
pub(super) fn no_room(upper: &Line<'_>, lower: &Line<'_>, right: f32) -> bool {
    let word = lower.cell().and_then(|cell| cell.words.first());
    let (Some(above), Some(word)) = (upper.bbox(), word.and_then(|word| word.bbox)) else {
        return false;
    };
    above.x1 + (word.x1 - word.x0) + 0.25 * (word.y1 - word.y0) > right
}

/// Whether the first word of `lower` would not have fitted on `upper`. True without geometry.
pub(super) fn full(upper: &Line<'_>, lower: &Line<'_>) -> bool {
    let (Some(above), Some(below)) = (upper.bbox(), lower.bbox()) else {
        return true;
    };
    let Some(word) = lower
        .cell()
        .and_then(|cell| cell.words.first())
        .and_then(|word| word.bbox)
    else {
        return true;
    };
    // The right edge of the text is not known; a page has at least this margin.
    let room = upper.page.width * 0.97 - above.x1;
    let starts_alike = (above.x0 - below.x0).abs() < 3.0 * (below.y1 - below.y0);
    // Where the next line reaches further with more than that word, there was room for it.
    let wide = word.x1 - word.x0;
    let fits = above.x1 + wide < below.x1;
    starts_alike && !fits && (room < wide + upper.page.width * 0.16 || below.x1 > above.x1)
}
